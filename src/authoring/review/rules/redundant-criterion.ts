import { pointer } from '../../../json/paths.ts';
import { keyOf } from '../../logic/asked.ts';
import { allOf, not } from '../../logic/formula.ts';
import { listsOf, removal } from '../places.ts';
import type { Found, ReviewRule } from '../types.ts';

/**
 * A criterion that another one beside it makes needless: in `any` who meets it meets the other, in `all` who meets the
 * other meets it.
 */
export const redundantCriterion: ReviewRule = {
  name: 'redundant-criterion',
  severity: 'warning',
  find: ({ profile, questions, solver }) =>
    listsOf(profile).flatMap(({ key, parts, path }): readonly Found[] => {
      if (key === 'of' || parts.length > mostParts) return [];
      const formulas = parts.map((part) => questions.formulaOf(part));
      const keys = parts.map((part) => keyOf(part, profile));
      const isPlain = formulas.map(
        (formula) => !solver.isNever(formula) && !solver.isNever(not(formula)),
      );
      const saysMore = (a: number, b: number) =>
        solver.isNever(allOf(formulas[a]!, not(formulas[b]!)));
      const makesNeedless = (other: number, index: number) =>
        key === 'any' ? saysMore(index, other) : saysMore(other, index);
      const needless = new Set<number>();
      return parts.flatMap((_, index): readonly Found[] => {
        const other = parts.findIndex(
          (_, each) =>
            each !== index &&
            !needless.has(each) &&
            isPlain[each] === true &&
            isPlain[index] === true &&
            keys[each] !== keys[index] &&
            makesNeedless(each, index),
        );
        if (other < 0) return [];
        needless.add(index);
        const place = [...path, index];
        return [
          {
            path: place,
            details: { other: pointer([...path, other]) },
            fix: removal(place),
          },
        ];
      });
    }),
};

/** Longer lists take too long to compare each with each. */
const mostParts = 50;
