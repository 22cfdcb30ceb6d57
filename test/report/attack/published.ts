/**
 * What an attacker makes of published leaves, who knows the method: the counts that have these leaves, in inequalities.
 * It is worked out anew from the page on disclosure control, not from the code.
 */
import type { Leaf, Leaves, Protection } from '../../../src/report/index.ts';
import type { Knowledge, Term, Variable } from './knowledge.ts';

/** The patients of an indicator's denominator, as the attacker would like to know them. */
export interface Unknowns {
  readonly size: Variable;
  readonly numerator: Variable;
  readonly rest: Variable;
  readonly unknown: readonly Variable[];
}

/** The counts of an indicator, before anything of it is published. */
export function unknownsOf(knowledge: Knowledge, size: Variable, causes = 1): Unknowns {
  const numerator = knowledge.number();
  const rest = knowledge.number();
  const unknown = Array.from({ length: causes }, () => knowledge.number());
  const whole: Term[] = [[1, numerator], [1, rest], ...unknown.map((each): Term => [1, each])]; // prettier-ignore
  knowledge.sum([...whole, [-1, size]], 0);
  return { size, numerator, rest, unknown };
}

const start = (leaf: Leaf) => (typeof leaf === 'number' ? leaf : 0);

function leavesOfUnknown({ unknown }: Leaves): readonly Leaf[] {
  return typeof unknown === 'object' ? unknown.map(({ count }) => count) : [unknown];
}

/** The leaves of an indicator are published. */
export function learn(
  knowledge: Knowledge,
  leaves: Leaves,
  of: Unknowns,
  { threshold, base }: Protection,
): void {
  const unknown = leavesOfUnknown(leaves);
  if (unknown.includes('few')) {
    knowledge.bound(of.size, 0, 2 * threshold - 1);
    return;
  }
  const widths = unknown.map((leaf) => (leaf === 'under' ? threshold : base));
  const room = widths.reduce((sum, width) => sum + width - 1, 0);
  const told = unknown.reduce<number>((sum, leaf) => sum + start(leaf), 0);
  if (leaves.numerator === 'few') {
    learnFew(knowledge, { of, unknown, widths, room, told }, { threshold, base });
    return;
  }
  unknown.forEach((leaf, at) => {
    const variable = of.unknown[at];
    if (variable) knowledge.bound(variable, start(leaf), start(leaf) + (widths[at] ?? 1) - 1);
  });
  const known = start(leaves.numerator) + start(leaves.rest);
  knowledge.bound(of.size, told + known, told + known + base - 1);
  const half = base * Math.floor((known - room) / (2 * base));
  const side = (leaf: Leaf, variable: Variable) => {
    const width = leaf === 'under' ? threshold : base;
    knowledge.bound(variable, start(leaf), start(leaf) + width - 1);
  };
  if (start(leaves.numerator) < half) side(leaves.numerator, of.numerator);
  else if (start(leaves.rest) < half) side(leaves.rest, of.rest);
  else for (const each of [of.numerator, of.rest]) knowledge.bound(each, half, Infinity);
}

interface Few {
  readonly of: Unknowns;
  readonly unknown: readonly Leaf[];
  readonly widths: readonly number[];
  readonly room: number;
  readonly told: number;
}

/**
 * *Yes* and *no* are few: the size is between what the unknown is told as and as much more as may be too few. Where it
 * is only a threshold more, the unknown may have been told as less.
 */
function learnFew(
  knowledge: Knowledge,
  { of, unknown, widths, room, told }: Few,
  { threshold, base }: Pick<Protection, 'threshold' | 'base'>,
) {
  if (unknown.length > 1 || threshold !== base)
    throw new Error('The attacker reads few of one unknown, of equal threshold and base.');
  const [variable] = of.unknown;
  const [width = 1] = widths;
  if (!variable) return;
  const steps = knowledge.number(told === 0 ? 2 : 1, Math.floor((2 * threshold + room - 1) / base));
  const more = knowledge.number(0, base - 1);
  knowledge.bound(of.size, 2 * threshold, Infinity);
  knowledge.sum([[1, of.size], [-base, steps], [-1, more]], told); // prettier-ignore
  knowledge.bound(variable, told, Infinity);
  // One step: any up to the size. Two: those of its class.
  knowledge.sum([[1, variable], [base, steps]], 0, told + width - 1 + 2 * base); // prettier-ignore
}
