/** R16, R18: what lasted, alone or together. Spans of one patient are joined into runs of days. */
import { addToDay, firstDay, openEnd, openStart, type Day } from '../../record/days.ts';
import type { PeriodParts } from '../../record/index.ts';
import type { LengthParts } from '../reference/runs.ts';
import type { Segment } from '../store/index.ts';
import type { Question, Selection } from '../query/nodes.ts';
import type { Scanner } from './doubtful.ts';
import type { Days, EvaluationContext } from './evaluation-context.ts';
import { Rows } from './rows.ts';
import { maximum, no, unknown, yes } from './truth-vector.ts';
import { absenceIn, coverageIn, daysFor, windowPlacer, type PlacedWindow } from './windows.ts';

type Lasting = Extract<Question, { kind: 'lasting' }>;
type Concurrent = Extract<Question, { kind: 'concurrent' }>;

export function lastingScanner(
  evaluation: EvaluationContext,
  { selection, window, gap }: Lasting,
  period: PeriodParts,
): Scanner {
  return runScanner(evaluation, [selection], windowPlacer(evaluation, window), period, gap);
}

export function concurrentScanner(
  evaluation: EvaluationContext,
  { selections, window, lasting }: Concurrent,
): Scanner {
  return runScanner(evaluation, selections, windowPlacer(evaluation, window), lasting, noGap);
}

const noGap: PeriodParts = { years: 0, months: 0, weeks: 0, days: 0 };

/** Whether the days on which every selection has a span form a run that lasts. */
function runScanner(
  evaluation: EvaluationContext,
  selections: readonly Selection[],
  place: (segment: Segment) => PlacedWindow,
  lasting: PeriodParts,
  gap: PeriodParts,
): Scanner {
  const parts = selections.map((selection) => new Rows(selection, evaluation));
  return (segment) => {
    const window = place(segment);
    const absences = parts.map((part) => absenceIn(evaluation, segment, part.selection, window));
    // Without a run of days nobody has more doubts than those of the window.
    const truths = maximum(absences, segment.size);
    // A pause may reach into the window from both sides; days that are shared are those of records in it.
    const owners = parts.map((part) => part.owners(segment, parts.length > 1 ? window : undefined));
    // Of those that must be together, one that is certainly without a record in the window is enough.
    if (parts.length > 1)
      owners.forEach((inside, at) => {
        for (let patient = 0; patient < segment.size; patient++)
          if (inside[patient] === 0 && absences[at]![patient] === no) truths[patient] = no;
      });
    const candidates = allOf(owners);
    const doubtful = new Set(parts.flatMap((part) => [...part.doubtful(segment)]));
    const covers = parts.map(({ selection }) => coverageIn(evaluation, segment, selection, window));
    for (let patient = 0; patient < segment.size; patient++) {
      if (candidates[patient] === 0 || (doubtful.size > 0 && doubtful.has(patient))) continue;
      const days = daysFor(window, patient);
      if (days.from > days.to) continue;
      const runs = sharedRuns(segment, patient, parts, gap);
      if (runs.some((run) => lasts(run, lasting, days))) truths[patient] = yes;
      else if (truths[patient] === no && days.from !== openStart) {
        const start = neededFrom(runs, gap, days);
        if (!covers.every((isKnown) => isKnown(patient, start))) truths[patient] = unknown;
      }
    }
    return { truths, doubtful };
  };
}

/** By patient: 1 where all have it. */
function allOf([first, ...others]: readonly Uint8Array[]): Uint8Array {
  const all = first!;
  for (const other of others)
    for (let patient = 0; patient < all.length; patient++)
      if (other[patient] === 0) all[patient] = 0;
  return all;
}

/** The days that all parts share, as runs that do not touch, oldest first. */
export function sharedRuns(
  segment: Segment,
  patient: number,
  parts: readonly Rows[],
  gap: PeriodParts,
): readonly Days[] {
  let shared: readonly Days[] | undefined;
  for (const part of parts) {
    const columns = segment.types[part.selection.type];
    const spans = part
      .of(columns, patient)
      .map((row): Days => ({ from: columns.from[row]!, to: columns.to[row]! }));
    const runs = joinRuns(spans, gap);
    shared = shared ? joinRuns(intersect(shared, runs), gap) : runs;
  }
  return shared ?? [];
}

/** Joins spans where one begins no later than the day after the other ends plus `gap`. */
function joinRuns(spans: readonly Days[], gap: PeriodParts): readonly Days[] {
  const ordered = spans.length > 1 ? [...spans].sort((a, b) => a.from - b.from) : spans;
  const runs: { from: Day; to: Day }[] = [];
  for (const { from, to } of ordered) {
    const last = runs.at(-1);
    // Stryker disable next-line ConditionalExpression: an open end is after every day, only later known.
    if (last && (last.to === openEnd || from <= addToDay(last.to + 1, gap)))
      last.to = Math.max(last.to, to);
    else runs.push({ from, to });
  }
  return runs;
}

/** The days in both, each list in order and without overlaps. */
function intersect(a: readonly Days[], b: readonly Days[]): readonly Days[] {
  const shared: Days[] = [];
  for (let i = 0, j = 0; i < a.length && j < b.length;) {
    const [one, other] = [a[i]!, b[j]!];
    const from = Math.max(one.from, other.from);
    const to = Math.min(one.to, other.to);
    if (from <= to) shared.push({ from, to });
    if (one.to < other.to) i++;
    else j++;
  }
  return shared;
}

/** R16: shares a day with the window and, cut at its last day, lasts the period. */
function lasts(run: Days, period: PeriodParts, window: Days): boolean {
  if (!sharesDay(run, window)) return false;
  const last = Math.min(run.to, window.to);
  // Stryker disable next-line ConditionalExpression: likewise.
  return last === openEnd || addToDay(run.from, period) <= last + 1;
}

/** R16: shares a day with the window, and lasts as asked; with a longest, it is over by the window's end. */
export function isOfLength(run: Days, { atLeast, atMost }: LengthParts, window: Days): boolean {
  if (atLeast ? !lasts(run, atLeast, window) : !sharesDay(run, window)) return false;
  if (!atMost) return true;
  return run.to !== openEnd && run.to <= window.to && addToDay(run.from, atMost) > run.to;
}

function sharesDay(run: Days, window: Days): boolean {
  return window.from <= window.to && run.from <= window.to && run.to >= window.from;
}

/** The first day that must be covered: a run that was too short may be joined to what ended before. */
export function neededFrom(runs: readonly Days[], gap: PeriodParts, window: Days): Day {
  let needed = window.from;
  // In a window without days no run is seen.
  if (window.from > window.to) return needed;
  for (const run of runs)
    if (run.to >= window.from) needed = Math.min(needed, startBefore(run, gap));
  return needed;
}

/** The day from which on everything that may be joined to a run is seen. */
export function startBefore(run: Days, gap: PeriodParts): Day {
  return startFor(run.from - 1, gap);
}

/** The last day from which the period does not reach past `day`. */
function startFor(day: Day, period: PeriodParts): Day {
  let from = addToDay(day, period, -1);
  // Months differ in length: "P1M29D" back from 1 March and forth again is 4 March; from 31 January, as from
  // the 28th, a month reaches to 28 February.
  while (from > firstDay && addToDay(from, period) > day) from--;
  while (addToDay(from + 1, period) <= day) from++;
  return from;
}
