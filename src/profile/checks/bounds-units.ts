import { valueAt } from '../../json/paths.ts';
import { isObject } from '../../json/values.ts';
import { normalizeUnit } from '../../record/index.ts';
import type { ObjectCheck } from './check.ts';

/** Bounds on a result, on a change of it, or on a strength, say in which unit (R14): of a score or a count it is `"1"`. */
export const boundsUnits: ObjectCheck = {
  name: 'bounds-units',
  severity: 'error',
  scope: 'object',
  find({ result, change, strength }, path) {
    return [
      ...(lacksUnit(valueAt(result, ['value'])) ? [[...path, 'result', 'value']] : []),
      ...(lacksUnit(valueAt(change, ['value'])) ? [[...path, 'change', 'value']] : []),
      ...(lacksUnit(strength) ? [[...path, 'strength']] : []),
    ].map((place) => ({ path: place, code: 'unit-missing', details: {} }));
  },
};

function lacksUnit(value: unknown): boolean {
  if (!isObject(value) || 'text' in value) return false;
  if (!boundKeys.some((key) => typeof value[key] === 'number')) return false;
  const { unit } = value;
  return unit === undefined || (typeof unit === 'string' && normalizeUnit(unit) === '');
}

const boundKeys = ['above', 'atLeast', 'below', 'atMost'];
