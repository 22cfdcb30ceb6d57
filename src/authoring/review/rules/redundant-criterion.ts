import type { Steps } from '../../../engine/index.ts';
import { pointer } from '../../../json/paths.ts';
import { keyOf } from '../../logic/asked.ts';
import { allOf, not } from '../../logic/formula.ts';
import { listsOf, removal, type LocatedList } from '../places.ts';
import type { Found, Reviewed, ReviewRule } from '../types.ts';

/**
 * A criterion that another one beside it makes needless: in `any` who meets it meets the other, in `all` who meets the
 * other meets it.
 */
export const redundantCriterion: ReviewRule = {
  name: 'redundant-criterion',
  severity: 'warning',
  *find(reviewed) {
    const found: Found[] = [];
    for (const list of listsOf(reviewed.profile))
      found.push(...(yield* needlessIn(list, reviewed)));
    return found;
  },
};

function* needlessIn(
  { key, parts, path }: LocatedList,
  { profile, questions, solver }: Reviewed,
): Steps<readonly Found[]> {
  if (key === 'of' || parts.length > mostParts) return [];
  const formulas = parts.map((part) => questions.formulaOf(part));
  const keys = parts.map((part) => keyOf(part, profile));
  const isPlain: boolean[] = [];
  for (const formula of formulas)
    isPlain.push(
      !(yield* solver.isNeverInSteps(formula)) && !(yield* solver.isNeverInSteps(not(formula))),
    );
  const saysMore = (a: number, b: number) =>
    solver.isNeverInSteps(allOf(formulas[a]!, not(formulas[b]!)));
  const needless = new Set<number>();
  const found: Found[] = [];
  for (const index of parts.keys()) {
    let other = -1;
    for (const each of parts.keys()) {
      const canBe =
        each !== index &&
        !needless.has(each) &&
        isPlain[each] === true &&
        isPlain[index] === true &&
        keys[each] !== keys[index];
      if (!canBe) continue;
      if (!(yield* key === 'any' ? saysMore(index, each) : saysMore(each, index))) continue;
      other = each;
      break;
    }
    if (other < 0) continue;
    needless.add(index);
    const place = [...path, index];
    found.push({
      path: place,
      details: { other: pointer([...path, other]) },
      fix: removal(place),
    });
  }
  return found;
}

/** Longer lists take too long to compare each with each. */
const mostParts = 50;
