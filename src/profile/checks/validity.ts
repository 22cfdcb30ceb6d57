import { valueAt } from '../../json/paths.ts';
import type { DocumentCheck } from './check.ts';

/** A profile's first valid day is not after its last (R25): it would never be valid. */
export const validity: DocumentCheck = {
  name: 'validity',
  severity: 'error',
  scope: 'document',
  find(document) {
    const [from, to] = [valueAt(document, ['validFrom']), valueAt(document, ['validTo'])];
    return isDay(from) && isDay(to) && from > to
      ? [{ path: ['validTo'], code: 'valid-order', details: {} }]
      : [];
  },
};

/** Texts of this form are in the order of the days. */
function isDay(value: unknown): value is string {
  return typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value);
}
