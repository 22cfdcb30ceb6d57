/** R6: windows made absolute. */
import type { AgeRange, Window } from '../../profile/index.ts';
import {
  addPeriod,
  nextDay,
  parsePeriod,
  previousDay,
  subtractPeriod,
  type CalendarDate,
  type ClinicalRecord,
  type PeriodParts,
} from '../../record/index.ts';
import type { Span } from '../types.ts';

/** A calendar date as it is, or how far a day is from that asked, and on which side. */
export type Edge = CalendarDate | (PeriodParts & { readonly sign: 1 | -1 });

interface Edges {
  readonly from?: Edge;
  readonly to?: Edge;
}

/** By window: the days that are counted from the same period are kept with it (`addToDay`), whichever date asks. */
const edges = new WeakMap<object, Edges>();

/** R6: the first and the last day of a window; a missing side is open. */
export function edgesOf(window: Window): Edges {
  if (window === 'ever') return { to: sameDay };
  if (window === 'now') return { from: sameDay, to: sameDay };
  if (window === 'future') return { from: sameDay };
  let known = edges.get(window);
  if (!known) edges.set(window, (known = readEdges(window)));
  return known;
}

function readEdges(window: Exclude<Window, string>): Edges {
  if ('last' in window) return { from: { ...read(window.last), sign: -1 }, to: sameDay };
  if ('next' in window) return { from: sameDay, to: read(window.next) };
  const to = window.to === undefined ? sameDay : readEdge(window.to);
  return window.from === undefined ? { to } : { from: readEdge(window.from), to };
}

const sameDay: Edge = { sign: 1, years: 0, months: 0, weeks: 0, days: 0 };

export function readEdge(text: string): Edge {
  return parsePeriod(text) ?? text;
}

/** R6: the days of a window, both ends included; a missing side is open. */
export function windowOn(window: Window, asOf: CalendarDate): Span {
  const { from, to } = edgesOf(window);
  return {
    ...(from === undefined ? {} : { from: dayOn(from, asOf) }),
    ...(to === undefined ? {} : { to: dayOn(to, asOf) }),
  };
}

/** On which day something is asked. */
export interface DayAsked {
  /** The day of evaluation: nothing after it is seen. */
  readonly asOf: CalendarDate;
  /** R19b: the day of a record, where it is asked in the place of that of evaluation. */
  readonly anchor?: CalendarDate | undefined;
}

/** R19b: a window counted from the day asked, and cut at that of evaluation. Where none of its days has come it is empty. */
export function windowIn({ asOf, anchor }: DayAsked, window: Window): Span {
  if (anchor === undefined) return windowOn(window, asOf);
  const { to = asOf, ...rest } = windowOn(window, anchor);
  return { ...rest, to: to > asOf ? asOf : to };
}

/** Whether a window begins after the day of evaluation, counted from the day of a record: nobody knows its days. */
export function hasNotCome({ asOf, anchor }: DayAsked, { from }: Span): boolean {
  return anchor !== undefined && from !== undefined && from > asOf;
}

/** The day on which an age is asked (R17); by default that of evaluation. */
export function dayOfAge({ on }: AgeRange, asOf: CalendarDate): CalendarDate {
  return on === undefined ? asOf : dayOn(readEdge(on), asOf);
}

export function dayOn(edge: Edge, asOf: CalendarDate): CalendarDate {
  if (typeof edge === 'string') return edge;
  return edge.sign === -1 ? subtractPeriod(asOf, edge) : addPeriod(asOf, edge);
}

/** A period from a checked profile. */
export function read(text: string) {
  const period = parsePeriod(text);
  if (!period) throw new RangeError(`"${text}" is no period.`);
  return period;
}

/** The days by which a run can last the period in the window: that long back from its first day. */
export function reachOf(window: Span, lasting: PeriodParts): Span {
  if (window.from === undefined) return window;
  const start = startFor(nextDay(window.from), lasting);
  return { ...window, from: start < window.from ? start : window.from };
}

/** The last day from which the period does not reach past `day`. */
export function startFor(day: CalendarDate, period: PeriodParts): CalendarDate {
  let from = subtractPeriod(day, period);
  // Months differ in length: "P1M29D" back from 1 March and forth again is 4 March; from 31 January, as from
  // the 28th, a month reaches to 28 February.
  while (addPeriod(from, period) > day && from > previousDay(from)) from = previousDay(from);
  while (addPeriod(nextDay(from), period) <= day && from < nextDay(from)) from = nextDay(from);
  return from;
}

/** The day a record happened, or began. */
export function firstDay(record: ClinicalRecord): CalendarDate {
  return 'from' in record ? record.from : record.at;
}
