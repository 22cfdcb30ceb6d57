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
    const foreign = (Array.isArray(codes) ? codes : [codes])
      .map((each: unknown) =>
        typeof each === 'string' ? valueAt(document, ['codes', each]) : each,
      )
      .map((set) => valueAt(set, ['system']))
      .find((system) => typeof system === 'string' && normalizeSystem(system) !== 'ATC');
    return foreign === undefined
      ? []
      : [{ path: [...path, 'distinct'], code: 'distinct-system', details: { system: foreign } }];
  },
};
