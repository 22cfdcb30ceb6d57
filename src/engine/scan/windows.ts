/** R6, R19b: the days of a window: of all patients the same, or of each counted from a day of their own. */
import type { Window } from '../../profile/index.ts';
import { addToDay, dateOf, dayOf, openEnd, openStart, type Day } from '../../record/days.ts';
import { coverageOf, freshUntil } from '../../record/index.ts';
import type { Selection } from '../query/nodes.ts';
import { edgesOf, windowOn, type Edge } from '../reference/windows.ts';
import type { CoverageClass, Segment } from '../store/index.ts';
import type { Span } from '../types.ts';
import {
  coveredFrom,
  daysOf,
  isCovered,
  type Days,
  type EvaluationContext,
} from './evaluation-context.ts';
import { no, unknown, type TruthVector } from './truth-vector.ts';

/** In the place of the day of a record, of who has none: nothing is asked of them. */
export const noAnchor: Day = openStart;

/** A window in a segment, as numbers for columns and as texts for what was set aside; of all patients together the days between. */
export interface PlacedWindow extends Days {
  readonly span: Span;
  readonly own?: OwnDays;
}

/** By patient: the days of a window. */
export interface OwnDays {
  readonly from: Int32Array;
  readonly to: Int32Array;
  /** The same, but where it has no day, days on which nothing can be. */
  readonly first: Int32Array;
  readonly last: Int32Array;
}

/** Answers where a window lies in a segment. */
export function windowPlacer(
  evaluation: EvaluationContext,
  window: Window,
): (segment: Segment) => PlacedWindow {
  const { asOf, today, anchors } = evaluation;
  const span = windowOn(window, asOf);
  if (!anchors) {
    const placed = { ...daysOf(window, asOf), span };
    return () => placed;
  }
  const { from, to } = edgesOf(window);
  const [start, end] = [dayFrom(from, openStart), dayFrom(to, openEnd)];
  return (segment) => {
    const days = anchors(segment);
    const own = emptyDays(segment.size);
    let [first, last] = [nothing.from, nothing.to];
    for (let patient = 0; patient < segment.size; patient++) {
      const day = days[patient]!;
      if (day === noAnchor) continue;
      const begin = start(day);
      const stop = Math.min(end(day), today);
      own.from[patient] = begin;
      own.to[patient] = stop;
      if (begin > stop) continue;
      own.first[patient] = begin;
      own.last[patient] = stop;
      first = Math.min(first, begin);
      last = Math.max(last, stop);
    }
    return { from: first, to: last, span, own };
  };
}

/** As `windowPlacer`, and nothing after the day of evaluation is seen, on whichever day it is asked (R19b). */
export function pastWindowPlacer(
  evaluation: EvaluationContext,
  window: Window,
): (segment: Segment) => PlacedWindow {
  const place = windowPlacer(evaluation, window);
  if (evaluation.anchors) return place;
  const { asOf, today } = evaluation;
  return (segment) => {
    const { from, to, span } = place(segment);
    return { from, to: Math.min(to, today), span: to > today ? { ...span, to: asOf } : span };
  };
}

/** A window in which nothing can be. */
const nothing: Days = { from: openEnd, to: openStart };

function emptyDays(size: number) {
  const filled = (day: Day) => new Int32Array(size).fill(day);
  const { from, to } = nothing;
  return { from: filled(from), to: filled(to), first: filled(from), last: filled(to) };
}

function dayFrom(edge: Edge | undefined, open: Day): (day: Day) => Day {
  if (edge === undefined) return () => open;
  if (typeof edge !== 'string') return (day) => addToDay(day, edge, edge.sign);
  const fixed = dayOf(edge);
  return () => fixed;
}

/** The days of one patient. */
export function daysFor(window: PlacedWindow, patient: number): Days {
  const { own } = window;
  return own ? { from: own.from[patient]!, to: own.to[patient]! } : window;
}

/** The days of one patient as texts; undefined where there are none. */
export function spanFor({ own, span }: PlacedWindow, patient: number): Span | undefined {
  if (!own) return span;
  const [from, to] = [own.from[patient]!, own.to[patient]!];
  if (from > to) return undefined;
  return { ...(from === openStart ? {} : { from: dateOf(from) }), to: dateOf(to) };
}

/**
 * Answers whether the data of a patient is known from a day on, up to the end of the window (R1a, R9, R10).
 *
 * @param until The last day that is asked, where it is not the window's.
 */
export function coverageIn(
  evaluation: EvaluationContext,
  segment: Segment,
  selection: Selection,
  window: PlacedWindow,
  until?: Day,
): (patient: number, start: Day) => boolean {
  const { classOf } = segment;
  const { own } = window;
  if (!own) {
    const days = until === undefined ? window : { from: window.from, to: until };
    const since = byClass(evaluation, segment, selection, (known) =>
      coveredFrom(evaluation, known, selection, days),
    );
    return (patient, start) => isCovered(since[classOf[patient]!]!, start);
  }
  const known = byClass(evaluation, segment, selection, (each) =>
    knownOf(evaluation, each, selection),
  );
  return (patient, start) => {
    const { since, fresh } = known[classOf[patient]!]!;
    // Of days that have not come nothing is known.
    return (
      own.from[patient]! <= evaluation.today &&
      (until ?? own.to[patient]!) <= fresh &&
      isCovered(since, start)
    );
  };
}

/** The first day covered, and the last on which the data is not out of date. */
function knownOf(
  { coverage }: EvaluationContext,
  known: CoverageClass,
  { type, systems }: Selection,
): { readonly since: Day; readonly fresh: Day } {
  const declared = known.coverage[type] ?? coverage[type];
  // Nothing is out of date on the first day of all.
  const question = { lastDay: '0001-01-01', ...(systems ? { systems } : {}) };
  if (!coverageOf(known, coverage, type, question).covered)
    return { since: openEnd, fresh: openEnd };
  const last = declared && freshUntil(declared);
  return {
    since: declared?.from === undefined ? openStart : dayOf(declared.from),
    fresh: last === undefined ? openEnd : dayOf(last),
  };
}

/** What nobody with no record is: *no* where the window is covered, else *unknown*. */
export function absenceIn(
  evaluation: EvaluationContext,
  segment: Segment,
  selection: Selection,
  window: PlacedWindow,
): TruthVector {
  const truths = new Uint8Array(segment.size);
  const { own } = window;
  if (own) {
    const covers = coverageIn(evaluation, segment, selection, window);
    for (let patient = 0; patient < segment.size; patient++)
      truths[patient] = covers(patient, own.from[patient]!) ? no : unknown;
    return truths;
  }
  const absence = byClass(evaluation, segment, selection, (known) =>
    isCovered(coveredFrom(evaluation, known, selection, window), window.from) ? no : unknown,
  );
  if (absence.every((truth) => truth === no)) return truths;
  const { classOf } = segment;
  for (let patient = 0; patient < segment.size; patient++)
    truths[patient] = absence[classOf[patient]!]!;
  return truths;
}

/**
 * Answers something of the coverage of a type for each class of a segment. Where the clinic declares the type, all who
 * have no word of their own on it are alike (R9), whichever lists they came with: they are asked once.
 */
function byClass<Answer>(
  { coverage }: EvaluationContext,
  { classes }: Segment,
  { type }: Selection,
  ask: (known: CoverageClass) => Answer,
): readonly Answer[] {
  if (!coverage[type]) return classes.map(ask);
  let common: { readonly answer: Answer } | undefined;
  return classes.map((known) =>
    known.coverage[type] ? ask(known) : (common ??= { answer: ask(known) }).answer,
  );
}
