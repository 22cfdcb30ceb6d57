/**
 * How many of a clinic's patients each indicator counts, on many dates: numbers alone, and nothing is kept of who they
 * are. A question that several profiles ask on a date is answered once, and its answers are let go of with the date.
 */
import { requireDate, type CalendarDate, type Patient } from '../../record/index.ts';
import { findCriterion } from '../reference/criterion.ts';
import { requirePlan, type Plan } from '../query/compile.ts';
import type { Node } from '../query/nodes.ts';
import type { Steps } from '../steps.ts';
import type { Clinic } from '../store/clinic.ts';
import { restoreLazily, type Segment } from '../store/index.ts';
import type { Finding } from '../types.ts';
import { SegmentAges, unknownAge } from './ages.ts';
import { evaluationContextOf } from './evaluation-context.ts';
import { membersIn, outIn } from './membership.ts';
import { TruthCache } from './truth-cache.ts';
import { no, unknown, yes, type TruthVector } from './truth-vector.ts';

/** The patients of an indicator's denominator (R22), each counted once. */
export interface Tally {
  numerator: number;
  rest: number;
  /** Of whom the numerator or the denominator itself is unknown. */
  unknown: number;
}

/** What a profile comes to on one date. */
export interface DateTally {
  /** Patients of whom nobody can say whether they are members. */
  undecided: number;
  /** By indicator, in the profile's order; of each by group. */
  readonly indicators: readonly (readonly Tally[])[];
}

export interface TallyOptions {
  /** Into how many groups patients fall. Default: one. */
  readonly groups?: number;
  /** The group of a patient, from 0; −1: the patient is not counted. */
  readonly groupOf?: (patient: Patient, age: number | undefined) => number;
  /** Is told of each unknown of an indicator, with what was found. It makes the count slower by as many patients. */
  readonly onUnknown?: (place: TallyPlace, found: Found) => void;
}

/** Where an unknown is counted: places in the lists that were given. */
export interface TallyPlace {
  readonly plan: number;
  readonly date: number;
  readonly indicator: number;
  readonly group: number;
}

/** What was found of one patient: the numerator, and the denominator where there is one. */
export type Found = readonly Finding[];

/**
 * Counts in steps: each asks something of a segment.
 *
 * @returns By plan and date.
 * @throws {TypeError} of what is no plan, or no text for a date. @throws {RangeError} of a day that does not exist.
 */
export function* tallyInSteps(
  plans: readonly Plan[],
  clinic: Clinic,
  dates: readonly CalendarDate[],
  options: TallyOptions = {},
): Steps<readonly (readonly DateTally[])[]> {
  for (const plan of plans) requirePlan(plan, 'tally');
  for (const date of dates) requireDate(date, 'tally: dates');
  const segments = [...clinic.segments];
  const gone = segments.map((_, index) => new Set(clinic.goneFrom(index)));
  const tallies = plans.map(() => [] as DateTally[]);
  for (const [at, asOf] of dates.entries()) {
    const counts = plans.map((plan) => emptyTally(plan, options.groups ?? 1));
    const day = new DayOfClinic(clinic, asOf, options);
    for (const [index, segment] of segments.entries())
      for (const [number, plan] of plans.entries())
        yield* day.countInSteps(segment, gone[index]!, plan, counts[number]!, (within, found) =>
          options.onUnknown?.({ plan: number, date: at, ...within }, found),
        );
    for (const [number, tally] of counts.entries()) tallies[number]!.push(tally);
  }
  return tallies;
}

function emptyTally({ nodes }: Plan, groups: number): DateTally {
  return {
    undecided: 0,
    indicators: nodes.indicators.map(() =>
      Array.from({ length: groups }, () => ({ numerator: 0, rest: 0, unknown: 0 })),
    ),
  };
}

/** A clinic on one date. */
class DayOfClinic {
  readonly #evaluation;
  readonly #cache: TruthCache;
  readonly #ages: SegmentAges;
  readonly #out = new WeakMap<Segment, Uint8Array>();

  constructor(
    private readonly clinic: Clinic,
    private readonly asOf: CalendarDate,
    private readonly options: TallyOptions,
  ) {
    this.#evaluation = evaluationContextOf(clinic.dictionary, clinic.coverage, asOf);
    this.#cache = new TruthCache(this.#evaluation);
    this.#ages = new SegmentAges(asOf);
  }

  /** Adds what a segment's patients come to. */
  *countInSteps(
    segment: Segment,
    gone: ReadonlySet<number>,
    plan: Plan,
    tally: DateTally,
    tell: (within: Pick<TallyPlace, 'indicator' | 'group'>, found: Found) => void,
  ): Steps<void> {
    const { nodes } = plan;
    yield* this.#cache.askInSteps(nodes.include, segment);
    if (nodes.exclude) yield* this.#cache.askInSteps(nodes.exclude, segment);
    const truths = membersIn(segment, nodes, this.#cache, this.#outOf(segment), this.#evaluation);
    for (const patient of gone) truths[patient] = no;
    const members: number[] = [];
    for (let patient = 0; patient < segment.size; patient++)
      if (truths[patient] === yes) members.push(patient);
      else if (truths[patient] === unknown) tally.undecided++;
    // Nobody is asked where nobody is a member.
    if (members.length === 0) return;
    const groups = this.#groupsOf(segment, members);
    for (const [index, { numerator, denominator }] of nodes.indicators.entries()) {
      const above = yield* this.#cache.askInSteps(numerator, segment);
      const below = denominator && (yield* this.#cache.askInSteps(denominator, segment));
      const unknowns = count(members, groups, above, below, tally.indicators[index]!);
      if (!this.options.onUnknown) continue;
      for (const { patient, group } of unknowns) {
        const found = this.#findingsOf(segment, patient, [numerator, denominator]);
        tell({ indicator: index, group }, found);
        yield;
      }
    }
  }

  #outOf(segment: Segment): Uint8Array {
    let out = this.#out.get(segment);
    if (!out) this.#out.set(segment, (out = outIn(segment, this.#evaluation)));
    return out;
  }

  #groupsOf(segment: Segment, members: readonly number[]): readonly number[] | undefined {
    const { groupOf } = this.options;
    if (!groupOf) return undefined;
    const ages = this.#ages.of(segment);
    return members.map((patient) => {
      const age = ages[patient]!;
      return groupOf(segment.patients[patient]!, age === unknownAge ? undefined : age);
    });
  }

  #findingsOf(segment: Segment, patient: number, nodes: readonly (Node | undefined)[]): Found {
    const { dictionary, coverage } = this.clinic;
    const restored = restoreLazily(segment, patient, dictionary);
    const asked = nodes.filter((each) => each !== undefined);
    return asked.map(({ profile, criterion }) =>
      findCriterion(
        { profile, patient: restored, clinicCoverage: coverage, asOf: this.asOf },
        criterion,
        '',
      ),
    );
  }
}

/** Counts members by group, and answers of whom something is unknown. */
function count(
  members: readonly number[],
  groups: readonly number[] | undefined,
  above: TruthVector,
  below: TruthVector | undefined,
  tallies: readonly Tally[],
): readonly { readonly patient: number; readonly group: number }[] {
  const unknowns: { readonly patient: number; readonly group: number }[] = [];
  for (const [at, patient] of members.entries()) {
    const denominator = below?.[patient] ?? yes;
    const group = groups?.[at] ?? 0;
    const tally = tallies[group];
    if (denominator === no || !tally) continue;
    const numerator = above[patient];
    if (denominator === unknown || numerator === unknown) {
      tally.unknown++;
      unknowns.push({ patient, group });
    } else if (numerator === yes) tally.numerator++;
    else tally.rest++;
  }
  return unknowns;
}
