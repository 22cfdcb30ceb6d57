import { valueAt } from '../../json/paths.ts';
import { isKnownUnit, normalizeUnit, unitGroups } from '../../record/index.ts';
import type { ObjectCheck } from './check.ts';

/** A unit that no table has may be a misspelt one: the author is asked. */
export const unknownUnits: ObjectCheck = {
  name: 'unknown-units',
  severity: 'warning',
  scope: 'object',
  find({ result }, path) {
    const unit = valueAt(result, ['value', 'unit']);
    if (typeof unit !== 'string' || normalizeUnit(unit) === '' || isKnownUnit(unit)) return [];
    return [
      {
        path: [...path, 'result', 'value', 'unit'],
        code: 'unknown-unit',
        details: { unit },
        misspelt: { word: unit, known: knownUnits },
      },
    ];
  },
};

function knownUnits(): readonly string[] {
  return unitGroups.flatMap(({ units }) => Object.values(units).flat());
}
