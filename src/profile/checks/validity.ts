import { valueAt } from '../../json/paths.ts';
import { isCalendarDate } from '../../record/calendar.ts';
import type { DocumentCheck } from './check.ts';

/** A profile's first valid day is not after its last (R25): it would never be valid. */
export const validity: DocumentCheck = {
  name: 'validity',
  severity: 'error',
  scope: 'document',
  find(document) {
    const [from, to] = [valueAt(document, ['validFrom']), valueAt(document, ['validTo'])];
    // Texts of dates are in the order of the days.
    return isCalendarDate(from) && isCalendarDate(to) && from > to
      ? [{ path: ['validTo'], code: 'valid-order', details: {} }]
      : [];
  },
};
