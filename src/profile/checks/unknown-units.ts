import { valueAt, type Path } from '../../json/paths.ts';
import { isKnownUnit, normalizeUnit, unitGroups } from '../../record/index.ts';
import type { Violation } from '../issues.ts';
import type { ObjectCheck } from './check.ts';

/** A unit that no table has may be a misspelt one: the author is asked. */
export const unknownUnits: ObjectCheck = {
  name: 'unknown-units',
  severity: 'warning',
  scope: 'object',
  find({ result, change, strength }, path) {
    return [
      ...unknownAt(valueAt(result, ['value', 'unit']), [...path, 'result', 'value', 'unit']),
      ...unknownAt(valueAt(change, ['value', 'unit']), [...path, 'change', 'value', 'unit']),
      ...unknownAt(valueAt(strength, ['unit']), [...path, 'strength', 'unit']),
    ];
  },
};

function unknownAt(unit: unknown, path: Path): readonly Violation[] {
  if (typeof unit !== 'string' || normalizeUnit(unit) === '' || isKnownUnit(unit)) return [];
  const misspelt = { word: unit, known: knownUnits };
  return [{ path, code: 'unknown-unit', details: { unit }, misspelt }];
}

function knownUnits(): readonly string[] {
  return unitGroups.flatMap(({ units }) => Object.values(units).flat());
}
