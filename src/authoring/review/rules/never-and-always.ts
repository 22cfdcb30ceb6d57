import type { Steps } from '../../../engine/index.ts';
import type { Path } from '../../../json/paths.ts';
import { criteriaWithin, topCriteria } from '../../criteria.ts';
import { not } from '../../logic/formula.ts';
import type { Found, Reviewed, ReviewRule } from '../types.ts';

/** A criterion that no patient can meet: what it asks for contradicts itself. */
export const contradiction: ReviewRule = {
  name: 'contradiction',
  severity: 'warning',
  *find(reviewed) {
    return (yield* inner(reviewed)).never;
  },
};

/** A criterion that every patient meets: it leaves out nobody. */
export const alwaysTrue: ReviewRule = {
  name: 'always-true',
  severity: 'warning',
  *find(reviewed) {
    return (yield* inner(reviewed)).always;
  },
};

interface Told {
  readonly never: readonly Found[];
  readonly always: readonly Found[];
}

/** The innermost criteria that are so: what stands around them is told by them. */
function* inner(reviewed: Reviewed): Steps<Told> {
  const kept = known.get(reviewed);
  if (kept) return kept;
  const { questions, solver, profile } = reviewed;
  const never: Found[] = [];
  const always: Found[] = [];
  const told: Path[] = [];
  const all = topCriteria(profile).flatMap(criteriaWithin);
  for (const { path, criterion } of all.toReversed()) {
    yield;
    if (told.some((each) => path.every((key, index) => each[index] === key))) continue;
    const formula = questions.formulaOf(criterion);
    const found = (yield* solver.isNeverInSteps(formula))
      ? never
      : (yield* solver.isNeverInSteps(not(formula)))
        ? always
        : undefined;
    if (!found) continue;
    found.unshift({ path });
    told.push(path);
  }
  const answer = { never, always };
  known.set(reviewed, answer);
  return answer;
}

/** Both checks ask the same. */
const known = new WeakMap<Reviewed, Told>();
