/**
 * Exemptions by reason beside the indicators of the same patients, attacked as the page on disclosure control says: the
 * attacker knows how many members the round has, all leaves, and as a member its own counts.
 */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  exemptedFigures,
  protect,
  protectLeaves,
  reportedReasons,
  sumOf,
  type Leaf,
  type ReportedExemptions,
} from '../../../src/report/index.ts';
import { floorOf } from '../../../src/report/protection/classes.ts';
import { protectExempted } from '../../../src/report/protection/index.ts';
import { cases } from '../../depth.ts';
import { defaultSettings } from '../protection/divisions.ts';
import { divisionOf, type Division } from './families.ts';
import { Knowledge, loadSolver, type Term, type Variable } from './knowledge.ts';
import { learn, unknownsOf } from './published.ts';

beforeAll(loadSolver);

const seed = Number(process.env.OVERBLIK_SEED ?? 20261129);
const { threshold, base } = defaultSettings;

/** A clinic: its members, indicators of them, and of each marker how many are exempt for each reason. */
interface Clinic {
  readonly members: number;
  readonly indicators: readonly Division[];
  readonly markers: readonly (readonly number[])[];
}

/** Few are exempt, mostly; and now and then nearly all. */
const exemptOf = (members: number): fc.Arbitrary<readonly number[]> =>
  fc
    .array(fc.oneof(fc.nat(3), fc.nat(12), fc.nat(members)), {
      minLength: reportedReasons.length,
      maxLength: reportedReasons.length,
    })
    .map((wanted) => {
      let left = members;
      return wanted.map((each) => {
        const own = Math.min(each, left);
        left -= own;
        return own;
      });
    });

const clinic: fc.Arbitrary<Clinic> = fc
  .oneof(fc.integer({ min: 0, max: 30 }), fc.integer({ min: 20, max: 260 }))
  .chain((members) =>
    fc.record({
      members: fc.constant(members),
      indicators: fc.array(divisionOf(members), { minLength: 1, maxLength: 3 }),
      markers: fc.array(exemptOf(members), { minLength: 1, maxLength: 4 }),
    }),
  );

interface Counts {
  readonly rest: Variable;
  readonly reasons: readonly Variable[];
}

const start = (leaf: Leaf) => (typeof leaf === 'number' ? leaf : 0);
const widthOf = (leaf: Leaf) => (start(leaf) === 0 ? threshold : base);

function countsIn(knowledge: Knowledge, size: Variable): Counts {
  const rest = knowledge.number();
  const reasons = reportedReasons.map(() => knowledge.number());
  const whole = [rest, ...reasons].map((each): Term => [1, each]);
  knowledge.sum([...whole, [-1, size]], 0);
  return { rest, reasons };
}

/** Whether the largest reason is told as less than its class, so that not everybody is known to be exempt. */
function isLess(members: number, exempt: readonly number[]): boolean {
  const floors = exempt.map((each) => floorOf(each, defaultSettings));
  const whole = members - (members % base);
  return whole - floors.reduce((sum, each) => sum + each, 0) < threshold;
}

/** What the leaves say, in inequalities; where one is told as less, no more than the page says. */
function learnExempted(
  knowledge: Knowledge,
  { rest, reasons }: Omit<ReportedExemptions, 'marker'>,
  of: Counts & { readonly size: Variable },
  less: boolean,
): void {
  const told = reasons.map(({ count }) => count);
  if (told.includes('few')) {
    knowledge.bound(of.size, 0, 2 * threshold - 1);
    return;
  }
  told.forEach((leaf, at) => {
    const most = less
      ? Math.max(threshold, start(leaf)) + 2 * base
      : start(leaf) + widthOf(leaf) - 1;
    knowledge.bound(of.reasons[at]!, start(leaf), most);
  });
  const known = told.reduce<number>((sum, leaf) => sum + start(leaf), 0);
  if (typeof rest === 'number') {
    knowledge.bound(of.size, known + rest, known + rest + base - 1);
    return;
  }
  const room = told.reduce<number>((sum, leaf) => sum + widthOf(leaf) - 1, 0);
  knowledge.bound(of.size, Math.max(2 * threshold, known + threshold), Infinity);
  if (!less) knowledge.bound(of.size, 0, known + room + 2 * threshold + base - 1);
}

interface Question {
  readonly of: Variable;
  readonly values: readonly number[];
  readonly words: string;
}

/** What the theorem promises: every count of a class, as far as there are members. */
function questionsOf(
  { members }: Clinic,
  { reasons }: Omit<ReportedExemptions, 'marker'>,
  counts: Counts,
): readonly Question[] {
  return reasons.flatMap(({ reason, count }, at) => {
    const least = start(count);
    const most =
      count === 'few' ? Math.min(2 * threshold - 1, members) : least + widthOf(count) - 1;
    const values = Array.from({ length: most - least + 1 }, (_, more) => least + more);
    return [{ of: counts.reasons[at]!, values, words: `${reason} ${String(count)} of ${members}` }];
  });
}

/** What an attacker can tell of the clinics, of whom the insider knows its own. */
function attack(
  clinics: readonly Clinic[],
  isSizeKnown: boolean,
  insider?: number,
): readonly string[] {
  const knowledge = new Knowledge();
  const questions: Question[] = [];
  const all = clinics.map((own, place) => {
    const size = knowledge.number();
    if (isSizeKnown || place === insider) knowledge.bound(size, own.members);
    for (const [numerator, rest, unknown] of own.indicators) {
      const leaves = protectLeaves({ numerator, rest, unknown }, defaultSettings);
      learn(knowledge, leaves, unknownsOf(knowledge, size), defaultSettings);
    }
    return own.markers.map((exempt) => {
      const leaves = protectExempted(own.members, exempt, defaultSettings);
      const counts = countsIn(knowledge, size);
      learnExempted(knowledge, leaves, { ...counts, size }, isLess(own.members, exempt));
      if (place === insider)
        exempt.forEach((each, at) => knowledge.bound(counts.reasons[at]!, each));
      else questions.push(...questionsOf(own, leaves, counts));
      return { counts, figures: exemptedFigures(leaves, defaultSettings) };
    });
  });
  // The sums of the area, of the first marker.
  const firsts = all.flatMap(([first]) => first ?? []);
  reportedReasons.forEach((_, at) => {
    const { least, most } = sumOf(firsts.map(({ figures }) => figures.reasons[at]!.count));
    knowledge.sum(firsts.map(({ counts }): Term => [1, counts.reasons[at]!]), least, most); // prettier-ignore
  });
  const asked = questions.filter((_, at) => questions.length < 40 || at % 3 === 0);
  return knowledge
    .impossible(asked)
    .flatMap((not, at) => (not.length > 0 ? [`${asked[at]!.words} cannot be ${not.join()}`] : []));
}

describe.each([true, false])('members whose number is known: %s', (isSizeKnown) => {
  it('tell nothing of why somebody is exempt, beside the indicators of the same patients', () => {
    const property = fc.property(clinic, (own) => {
      expect(attack([own], isSizeKnown)).toEqual([]);
    });
    fc.assert(property, { numRuns: cases(4, 100), seed, endOnFailure: true });
  });

  it('tell a member nothing of the others', () => {
    const clinics = fc.array(clinic, { minLength: 2, maxLength: 4 });
    const property = fc.property(clinics, (area) => {
      expect(attack(area, isSizeKnown, 0)).toEqual([]);
    });
    fc.assert(property, { numRuns: cases(1, 40), seed, endOnFailure: true });
  });
});

it('the control: each reason by itself gives some away, where nearly everybody is exempt', () => {
  const [members, exempt] = [12, [6, 6]];
  const knowledge = new Knowledge();
  const counts = exempt.map((each) => {
    const leaf = start(protect(each, defaultSettings));
    return knowledge.number(leaf, leaf + base - 1);
  });
  const rest = knowledge.number();
  knowledge.sum([...counts, rest].map((each): Term => [1, each]), members); // prettier-ignore
  expect(knowledge.impossible([{ of: counts[0]!, values: [5, 6, 7, 8, 9] }])).toEqual([[8, 9]]);
});
