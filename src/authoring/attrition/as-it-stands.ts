/** A profile without the rules that take no part, as a document of its own: for who tells why. */
import type { Criterion, Profile } from '../../profile/index.ts';

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
