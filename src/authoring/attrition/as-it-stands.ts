/** A profile without the rules that take no part, as a document of its own: for who tells why. */
import { pointer } from '../../json/paths.ts';
import type { Criterion, Profile } from '../../profile/index.ts';
import { partsOf } from '../criteria.ts';
import { isWithin } from '../editing/places.ts';

/** Whether a rule is left out, by its JSON Pointer. */
export type IsLeftOut = (place: string) => boolean;

/** A criterion without the parts that are left out; undefined where nothing of it is left. */
export function criterionAsItStands(
  criterion: Criterion,
  place: string,
  isLeftOut: IsLeftOut,
): Criterion | undefined {
  if (isLeftOut(place)) return undefined;
  const partsOf = (parts: readonly Criterion[], key: string) =>
    parts.flatMap(
      (part, index) => criterionAsItStands(part, `${place}/${key}/${index}`, isLeftOut) ?? [],
    );
  if ('all' in criterion) return orNothing({ all: partsOf(criterion.all, 'all') });
  if ('any' in criterion) return orNothing({ any: partsOf(criterion.any, 'any') });
  if ('atLeast' in criterion)
    return orNothing({ atLeast: criterion.atLeast, of: partsOf(criterion.of, 'of') });
  if ('not' in criterion) {
    const inside = criterionAsItStands(criterion.not, `${place}/not`, isLeftOut);
    return inside && { not: inside };
  }
  if ('anchor' in criterion) {
    const inside = criterionAsItStands(criterion.anchor.is, `${place}/anchor/is`, isLeftOut);
    return inside && { anchor: { ...criterion.anchor, is: inside } };
  }
  return criterion;
}

/** A profile whose population lacks the rules that are left out. Without any, everybody is in it. */
export function profileAsItStands(profile: Profile, isLeftOut: IsLeftOut): Profile {
  const { include, exclude } = profile.population;
  const included = criterionAsItStands(include, '/population/include', isLeftOut);
  const excluded = exclude && criterionAsItStands(exclude, '/population/exclude', isLeftOut);
  return {
    ...profile,
    population: { include: included ?? { all: [] }, ...(excluded ? { exclude: excluded } : {}) },
  };
}

/**
 * Leaves out what comes after a rule in the population: what is left is whom it leaves.
 *
 * @param isLeftOut What is left out besides.
 */
export function after(place: string, isLeftOut: IsLeftOut): IsLeftOut {
  const own = place.split('/');
  return (other) => isLeftOut(other) || isAfter(other.split('/'), own);
}

/** Whether one place comes after another in the document, and not within or around it. */
function isAfter(one: readonly string[], other: readonly string[]): boolean {
  const at = one.findIndex((key, index) => key !== other[index]);
  const [key, beside] = [one[at], other[at]];
  if (key === undefined || beside === undefined) return false;
  return key === 'exclude' ? beside === 'include' : Number(key) > Number(beside);
}

function orNothing(criterion: Criterion): Criterion | undefined {
  const [parts] = Object.values(criterion).filter(Array.isArray);
  return parts?.length === 0 ? undefined : criterion;
}

/**
 * One rule alone, asked on the day that it is asked on: what stands around it is left away but for the records whose day
 * that is.
 *
 * @param around A criterion that the rule stands in, or is.
 */
export function aloneWithin(
  around: Criterion,
  place: string,
  wanted: string,
  isLeftOut: IsLeftOut,
): Criterion | undefined {
  if (place === wanted)
    return criterionAsItStands(around, place, (other) => other !== place && isLeftOut(other));
  const inside = 'anchor' in around ? `${place}/anchor/is` : undefined;
  if ('anchor' in around && inside !== undefined) {
    const is = aloneWithin(around.anchor.is, inside, wanted, isLeftOut);
    return is && { anchor: { ...around.anchor, is } };
  }
  for (const { path, criterion } of partsOf({ path: [], criterion: around })) {
    const part = `${place}${pointer(path)}`;
    if (isWithin(wanted, part)) return aloneWithin(criterion, part, wanted, isLeftOut);
  }
  return undefined;
}
