import { valueAt } from '../../json/paths.ts';
import { isObject } from '../../json/values.ts';
import { normalizeUnit } from '../../record/index.ts';
import type { ObjectCheck } from './check.ts';

/** Bounds on a result say in which unit (R14): of a score or a count it is `"1"`. */
export const boundsUnits: ObjectCheck = {
  name: 'bounds-units',
  severity: 'error',
  scope: 'object',
  find({ result }, path) {
    const value = valueAt(result, ['value']);
    if (
      !isObject(value) ||
      'text' in value ||
      !boundKeys.some((key) => typeof value[key] === 'number')
    )
      return [];
    const { unit } = value;
    if (unit === undefined || (typeof unit === 'string' && normalizeUnit(unit) === ''))
      return [{ path: [...path, 'result', 'value'], code: 'unit-missing', details: {} }];
    return [];
  },
};

const boundKeys = ['above', 'atLeast', 'below', 'atMost'];
