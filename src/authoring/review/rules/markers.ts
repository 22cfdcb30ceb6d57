import type { Steps } from '../../../engine/index.ts';
import { allOf, not, type Formula } from '../../logic/formula.ts';
import { keyOf } from '../../logic/asked.ts';
import type { Found, Reviewed, ReviewRule } from '../types.ts';

/** No member of the population can have the marker. */
export const markerNever: ReviewRule = {
  name: 'marker-never',
  severity: 'warning',
  find: (reviewed) => placesWhere(reviewed, (when) => when),
};

/** Every member of the population has the marker: it points out nobody. */
export const markerAlways: ReviewRule = {
  name: 'marker-always',
  severity: 'warning',
  find: (reviewed) => placesWhere(reviewed, not),
};

function* placesWhere(
  reviewed: Reviewed,
  asked: (when: Formula) => Formula,
): Steps<readonly Found[]> {
  const { profile, questions, solver } = reviewed;
  const members = membersOf(reviewed);
  if (yield* solver.isNeverInSteps(members)) return [];
  const found: Found[] = [];
  for (const [index, { when }] of (profile.markers ?? []).entries()) {
    const formula = asked(questions.formulaOf(when));
    if (
      !(yield* solver.isNeverInSteps(formula)) &&
      (yield* solver.isNeverInSteps(allOf(members, formula)))
    )
      found.push({ path: ['markers', index, 'when'] });
  }
  return found;
}

/** Who is in the population, as a formula. */
export function membersOf({ profile, questions }: Reviewed): Formula {
  const { include, exclude } = profile.population;
  const included = questions.formulaOf(include);
  return exclude ? allOf(included, not(questions.formulaOf(exclude))) : included;
}

/** Two markers are set by the same rule. */
export const duplicateMarker: ReviewRule = {
  name: 'duplicate-marker',
  severity: 'warning',
  find({ profile }) {
    const first = new Map<string, string>();
    return (profile.markers ?? []).flatMap(({ id, when }, index) => {
      const key = keyOf(when, profile);
      const other = first.get(key);
      if (other === undefined) {
        first.set(key, id);
        return [];
      }
      return [
        {
          path: ['markers', index],
          details: { other },
          fix: [{ op: 'remove', path: `/markers/${index}` }],
        },
      ];
    });
  },
};

/** A marker says neither what to do nor where its rule comes from. */
export const markerWithoutWhy: ReviewRule = {
  name: 'marker-without-why',
  severity: 'note',
  find: ({ profile }) =>
    (profile.markers ?? []).flatMap(({ advice, source }, index) =>
      advice === undefined && source === undefined ? [{ path: ['markers', index] }] : [],
    ),
};
