/** Publishes drawn clinics and attacks what is published: what an attacker can tell that the theorem does not allow. */
import {
  figuresOf,
  protectLeaves,
  sumOf,
  type Leaves,
  type Protection,
} from '../../../src/report/index.ts';
import { sizeOf, type Division } from './families.ts';
import { Knowledge, type Variable } from './knowledge.ts';
import { learn, unknownsOf, type Unknowns } from './published.ts';
import { valuesOf, wholeOf } from './whole.ts';

/** Indicators of one clinic on one date, or the groups of a breakdown. */
export interface Published {
  readonly divisions: readonly Division[];
  /** Whether they are all of one denominator, which all know. */
  readonly isOneDenominator: boolean;
}

export interface Attack {
  /** Whether the attacker knows the size of each denominator exactly: a list, or a register. */
  readonly sizes: 'known' | 'unknown';
  /** What else is known of the counts of a published one. */
  readonly relate?: (knowledge: Knowledge, counts: readonly Unknowns[]) => void;
  /** Places of those whose counts the attacker knows: its own clinic's. */
  readonly insiders?: readonly number[];
}

type Protect = (division: Division) => Leaves;

function protectWith(protection: Protection): Protect {
  return ([numerator, rest, unknown]) => protectLeaves({ numerator, rest, unknown }, protection);
}

/** What is known of a published one, in a program that others may be in as well. */
function publish(
  knowledge: Knowledge,
  { divisions, isOneDenominator }: Published,
  protection: Protection,
  { sizes, relate }: Attack,
): readonly Unknowns[] {
  const shared = isOneDenominator ? knowledge.number() : undefined;
  const counts = divisions.map((division) => {
    const size = shared ?? knowledge.number();
    if (sizes === 'known') knowledge.bound(size, sizeOf(division));
    return unknownsOf(knowledge, size);
  });
  divisions.forEach((division, at) => {
    const own = counts[at];
    if (own) learn(knowledge, protectWith(protection)(division), own, protection);
  });
  relate?.(knowledge, counts);
  return counts;
}

/** A leaf of which the attacker can tell more than the theorem allows. */
export interface Flaw {
  readonly division: Division;
  readonly leaves: Leaves;
  readonly leaf: 'numerator' | 'rest' | 'unknown';
  readonly impossible: readonly number[];
  readonly left: number;
}

/** The sums of an area are published, of each of its indicators: what the leaves of its clinics may be together. */
function publishSums(
  knowledge: Knowledge,
  published: readonly Published[],
  counts: readonly (readonly Unknowns[])[],
  protection: Protection,
) {
  for (let at = 0; at < (published[0]?.divisions.length ?? 0); at += 1) {
    const figures = published.flatMap(({ divisions }) => {
      const division = divisions[at];
      return division ? [figuresOf(protectWith(protection)(division), protection)] : [];
    });
    for (const leaf of ['numerator', 'rest', 'unknown'] as const) {
      const variables = counts.flatMap((own) => own[at]?.[leaf] ?? []);
      const { least, most } = sumOf(figures.map((each) => each[leaf]));
      knowledge.sum(variables.map((each) => [1, each]), least, most); // prettier-ignore
    }
  }
}

/** So many of some, spread over them. */
function spread<Entry>(all: readonly Entry[], many: number): readonly Entry[] {
  const every = Math.ceil(all.length / many);
  // No divisor of three: each leaf has its turn.
  const step = every % 3 === 0 ? every + 1 : every;
  return all.filter((_, index) => index % step === 0);
}

/**
 * Attacks leaves of what is published: all, or of many so many as are spread over it.
 *
 * @returns What the attacker can tell, which should be nothing.
 */
export function attack(
  published: readonly Published[],
  protection: Protection,
  how: Attack,
): readonly Flaw[] {
  const knowledge = new Knowledge();
  const all = published.map((each) => publish(knowledge, each, protection, how));
  publishSums(knowledge, published, all, protection);
  const asked = published.flatMap(({ divisions }, clinic) => {
    const isInsider = how.insiders?.includes(clinic);
    return divisions.flatMap((division, at) => {
      const counts = all[clinic]?.[at];
      if (!counts) return [];
      if (isInsider) tell(knowledge, division, counts);
      return isInsider ? [] : leavesOf(division, counts, protection, how);
    });
  });
  const chosen = spread(asked, 60);
  const impossible = knowledge.impossible(chosen.map(({ of, values }) => ({ of, values })));
  return chosen.flatMap(({ division, leaves, leaf, values }, at) => {
    const not = impossible[at] ?? [];
    const left = values.length - not.length;
    return not.length === 0 ? [] : [{ division, leaves, leaf, impossible: not, left }];
  });
}

/** An insider knows its own. */
function tell(knowledge: Knowledge, [yes, no, unknown]: Division, counts: Unknowns) {
  knowledge.bound(counts.numerator, yes);
  knowledge.bound(counts.rest, no);
  for (const each of counts.unknown) knowledge.bound(each, unknown);
}

function leavesOf(division: Division, counts: Unknowns, protection: Protection, how: Attack) {
  const leaves = protectWith(protection)(division);
  const whole = wholeOf(division, leaves, protection, how.sizes === 'known');
  const variables: readonly (Variable | undefined)[] = [
    counts.numerator,
    counts.rest,
    counts.unknown[0],
  ];
  return (['numerator', 'rest', 'unknown'] as const).flatMap((leaf, at) => {
    const of = variables[at];
    const values = whole[at];
    return of && values ? [{ division, leaves, leaf, of, values: valuesOf(values) }] : [];
  });
}

/** In words, for a test that fails. */
export function wordsOf({ division, leaves, leaf, impossible }: Flaw): string {
  return `${leaf} of ${division.join(', ')}, told as ${JSON.stringify(leaves)}, cannot be ${impossible.join(', ')}`;
}
