import { allOf, not } from '../../logic/formula.ts';
import type { ReviewRule } from '../types.ts';

/** Whoever is included is excluded as well: nobody is ever a member. */
export const populationEmpty: ReviewRule = {
  name: 'population-empty',
  severity: 'warning',
  *find({ profile, questions, solver }) {
    const { include, exclude } = profile.population;
    if (!exclude) return [];
    const included = questions.formulaOf(include);
    const excluded = questions.formulaOf(exclude);
    if ((yield* solver.isNeverInSteps(included)) || (yield* solver.isNeverInSteps(not(excluded))))
      return [];
    return (yield* solver.isNeverInSteps(allOf(included, not(excluded))))
      ? [{ path: ['population', 'exclude'] }]
      : [];
  },
};

/** What is excluded is never among what is included: it makes no difference. */
export const excludeWithoutEffect: ReviewRule = {
  name: 'exclude-without-effect',
  severity: 'warning',
  *find({ profile, questions, solver }) {
    const { include, exclude } = profile.population;
    if (!exclude) return [];
    const [included, excluded] = [questions.formulaOf(include), questions.formulaOf(exclude)];
    if (yield* solver.isNeverInSteps(included)) return [];
    if (!(yield* solver.isNeverInSteps(allOf(included, excluded)))) return [];
    return [
      {
        path: ['population', 'exclude'],
        fix: [{ op: 'remove', path: '/population/exclude' }],
      },
    ];
  },
};
