import { valueAt } from '../../json/paths.ts';
import { isObject } from '../../json/values.ts';
import { normalizeSystem } from '../../record/index.ts';
import type { ObjectCheck } from './check.ts';

/** `distinct` counts levels of ATC, so its codes are of that system (R15). */
export const distinctSystem: ObjectCheck = {
  name: 'distinct-system',
  severity: 'error',
  scope: 'object',
  find({ distinct, codes }, path, document) {
    if (!isObject(distinct)) return [];
    const set = typeof codes === 'string' ? valueAt(document, ['codes', codes]) : codes;
    const system = valueAt(set, ['system']);
    return typeof system === 'string' && normalizeSystem(system) !== 'ATC'
      ? [{ path: [...path, 'distinct'], code: 'distinct-system', details: { system } }]
      : [];
  },
};
