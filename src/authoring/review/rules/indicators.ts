import { denominatorOf } from '../../../profile/index.ts';
import { allOf } from '../../logic/formula.ts';
import type { Found, ReviewRule } from '../types.ts';
import { membersOf } from './markers.ts';

/** Nobody who is in the denominator can be in the numerator: the indicator is always 0. */
export const indicatorNever: ReviewRule = {
  name: 'indicator-never',
  severity: 'warning',
  *find(reviewed) {
    const { profile, questions, solver } = reviewed;
    const members = membersOf(reviewed);
    if (yield* solver.isNeverInSteps(members)) return [];
    const found: Found[] = [];
    for (const [index, indicator] of (profile.indicators ?? []).entries()) {
      const numerator = questions.formulaOf(indicator.numerator);
      const denominator = denominatorOf(indicator);
      const counted = denominator ? allOf(members, questions.formulaOf(denominator)) : members;
      if (
        !(yield* solver.isNeverInSteps(numerator)) &&
        (yield* solver.isNeverInSteps(allOf(counted, numerator)))
      )
        found.push({ path: ['indicators', index, 'numerator'] });
    }
    return found;
  },
};
