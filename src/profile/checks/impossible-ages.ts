import { valueAt, type Path } from '../../json/paths.ts';
import { isObject, type JsonObject } from '../../json/values.ts';
import { parsePeriod } from '../../record/index.ts';
import { areAgesApart, roughEndOf } from '../ages.ts';
import type { ObjectCheck } from './check.ts';

/** No `all` asks for an age that is at least one number and at most a smaller one. */
export const impossibleAges: ObjectCheck = {
  name: 'impossible-ages',
  severity: 'error',
  scope: 'object',
  find(object, path) {
    if (!Array.isArray(object.all)) return [];
    const ages = agesIn(object, path);
    const mins = ages.filter(({ min }) => min !== undefined);
    const maxes = ages.filter(({ max }) => max !== undefined);
    // Within one range the schema tells it, so it is held against the two lowest of the others.
    const lowest = [...maxes].sort((a, b) => roughEndOf(a.max!) - roughEndOf(b.max!)).slice(0, 2);
    const isApart = (low: AskedAge, high: AskedAge) =>
      low.path !== high.path && areAgesApart(low.min!, high.max!);
    const low = mins.find((each) => lowest.some((high) => isApart(each, high)));
    const high = low && maxes.find((each) => isApart(low, each));
    if (!low || !high) return [];
    const later = String(low.path) > String(high.path) ? low.path : high.path;
    return [{ path: later, code: 'ages-apart', details: { min: low.min, max: high.max } }];
  },
};

interface AskedAge {
  readonly min: number | string | undefined;
  readonly max: number | string | undefined;
  readonly path: Path;
}

/** The ages that all parts ask for, the parts of an `all` within an `all` among them. */
function agesIn(criterion: JsonObject, path: Path): readonly AskedAge[] {
  const age = valueAt(criterion, ['patient', 'age']);
  // Ages on different days are no contradiction.
  if (isObject(age) && age.on === undefined)
    return [{ min: limitIn(age.min), max: limitIn(age.max), path: [...path, 'patient', 'age'] }];
  if (!Array.isArray(criterion.all)) return [];
  return criterion.all.flatMap((part: unknown, index) =>
    isObject(part) ? agesIn(part, [...path, 'all', index]) : [],
  );
}

function limitIn(value: unknown): number | string | undefined {
  return typeof value === 'number' || (typeof value === 'string' && parsePeriod(value))
    ? value
    : undefined;
}
