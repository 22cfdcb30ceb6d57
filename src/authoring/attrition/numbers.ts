/** The numbers of a rule, and the patients of one of them, by the answers about it. */
import { both, changesOf, countChanges, countOf, tallyOf, without, type Patients } from './bits.ts';
import type { NumberKind, NumberPart, RuleNumbers } from './types.ts';
import type { RuleTruths } from './walk.ts';

export function numbersOf({ rule, among, alone, left, only, lacking }: RuleTruths): RuleNumbers {
  const { pointer } = rule;
  const why = lacking ? { lacking } : {};
  if (!among) return { pointer, ...why };
  const of = countOf(among);
  return {
    pointer,
    of,
    ...(alone ? { alone: tallyOf(alone, among, of) } : {}),
    ...(left ? { left: tallyOf(left, among, of) } : {}),
    ...(only ? { only: countChanges(only.without, only.with, among) } : {}),
    ...why,
  };
}

/** Undefined where there is no such number. */
export function patientsIn(
  { among, only, ...truths }: RuleTruths,
  kind: NumberKind,
  part: NumberPart,
): Patients | undefined {
  if (!among) return undefined;
  if (kind === 'only') {
    const changes = only && changesOf(only.without, only.with, among);
    return changes?.[part as keyof typeof changes];
  }
  const answer = truths[kind];
  if (!answer) return undefined;
  switch (part) {
    case 'yes':
      return both(answer.yes, among);
    case 'unknown':
      return both(without(answer.may, answer.yes), among);
    case 'no':
      return without(among, answer.may);
    default:
      return undefined;
  }
}
