import { denominatorOf } from '../../../profile/index.ts';
import { allOf } from '../../logic/formula.ts';
import type { ReviewRule } from '../types.ts';
import { membersOf } from './markers.ts';

/** Nobody who is in the denominator can be in the numerator: the indicator is always 0. */
export const indicatorNever: ReviewRule = {
  name: 'indicator-never',
  severity: 'warning',
  find(reviewed) {
    const { profile, questions, solver } = reviewed;
    const members = membersOf(reviewed);
    if (solver.isNever(members)) return [];
    return (profile.indicators ?? []).flatMap((indicator, index) => {
      const numerator = questions.formulaOf(indicator.numerator);
      const denominator = denominatorOf(indicator);
      const counted = denominator ? allOf(members, questions.formulaOf(denominator)) : members;
      return !solver.isNever(numerator) && solver.isNever(allOf(counted, numerator))
        ? [{ path: ['indicators', index, 'numerator'] }]
        : [];
    });
  },
};
