/** R19a: the latest day with a record of each part, whatever its value; on that day each part is judged. */
import type { Segment, TypeColumns } from '../store/index.ts';
import type { DayPart, Question } from '../query/nodes.ts';
import type { Scanner } from './doubtful.ts';
import type { EvaluationContext } from './evaluation-context.ts';
import { isKnownToTheDay, PickedRows } from './pick.ts';
import { Rows } from './rows.ts';
import { no, unknown, yes } from './truth-vector.ts';
import { exactly, judgeOf, numbersIn } from './values.ts';
import { coverageIn, daysFor, windowPlacer, type PlacedWindow } from './windows.ts';

type Sharing = Extract<Question, { kind: 'sameDay' }>;

export function sameDayScanner(
  evaluation: EvaluationContext,
  { parts: asked, window }: Sharing,
): Scanner {
  const place = windowPlacer(evaluation, window);
  const parts = asked.map((part) => ({
    selection: part.selection,
    rows: new Rows(part.selection, evaluation),
    judge: dayJudge(evaluation, part),
  }));
  return (segment) => {
    const placed = place(segment);
    const inDoubt = new Set<number>();
    const found = parts.map(({ rows, selection, judge }) => ({
      lists: listsOf(segment, rows, placed, inDoubt),
      columns: segment.types[selection.type],
      judge: judge(),
      covers: coverageIn(evaluation, segment, selection, placed),
    }));
    const truths = new Uint8Array(segment.size);
    for (let patient = 0; patient < segment.size; patient++) {
      const own = found.map(({ lists, columns }) => lists.of(patient, columns.from));
      const shared = latestShared(own, found);
      const start = shared
        ? found[0]!.columns.from[shared[0]![0]!]!
        : daysFor(placed, patient).from;
      if (!found.every(({ covers }) => covers(patient, start))) truths[patient] = unknown;
      else if (shared) {
        let least = yes;
        for (const [part, { judge, columns }] of found.entries()) {
          const truth = judge(columns, shared[part]!);
          if (truth === undefined) inDoubt.add(patient);
          else if (truth < least) least = truth;
        }
        truths[patient] = least;
      }
    }
    for (const { rows } of parts)
      rows.eachRejection(segment, placed, (patient) => {
        truths[patient] = unknown;
      });
    return { truths, doubtful: inDoubt };
  };
}

/** The rows of every patient, by part; of whom something is in doubt, all that may be meant. */
function listsOf(
  segment: Segment,
  rows: Rows,
  placed: PlacedWindow,
  inDoubt: Set<number>,
): RowLists {
  const columns = segment.types[rows.selection.type];
  const lists = new RowLists(segment.size);
  rows.each(segment, placed, (row, patient, isSure) => {
    if (!isSure || !isKnownToTheDay(columns, row)) inDoubt.add(patient);
    lists.add(patient, row);
  });
  return lists;
}

/** By patient a list of rows, each linked to the one before it. */
class RowLists {
  readonly #last: Int32Array;
  readonly #rows: number[] = [];
  readonly #before: number[] = [];

  constructor(size: number) {
    this.#last = new Int32Array(size).fill(-1);
  }

  add(patient: number, row: number): void {
    this.#before.push(this.#last[patient]!);
    this.#last[patient] = this.#rows.push(row) - 1;
  }

  /** The latest first. */
  of(patient: number, from: Int32Array): readonly number[] {
    const last = this.#last[patient]!;
    if (last < 0) return nothing;
    const rows: number[] = [];
    for (let at = last; at >= 0; at = this.#before[at]!) rows.push(this.#rows[at]!);
    return rows.length > 1 ? rows.sort((a, b) => from[b]! - from[a]!) : rows;
  }
}

const nothing: readonly number[] = [];

/** Of each part its rows of the latest day that all have; undefined where there is none. */
function latestShared(
  lists: readonly (readonly number[])[],
  parts: readonly { readonly columns: TypeColumns }[],
): readonly (readonly number[])[] | undefined {
  const dayAt = (part: number, place: number) => {
    const row = lists[part]![place];
    return row === undefined ? undefined : parts[part]!.columns.from[row]!;
  };
  const places = lists.map(() => 0);
  let day = dayAt(0, 0);
  for (let part = 0, agreed = 0; agreed < lists.length; part = (part + 1) % lists.length) {
    if (day === undefined) return undefined;
    let own = dayAt(part, places[part]!);
    while (own !== undefined && own > day) own = dayAt(part, ++places[part]!);
    agreed = own === day ? agreed + 1 : 1;
    day = own;
  }
  return lists.map((rows, part) => {
    const first = places[part]!;
    let end = first;
    while (dayAt(part, end) === day) end++;
    return rows.slice(first, end);
  });
}

/** Judges the rows of one day; undefined where the reference has to be asked. */
type DayJudge = (columns: TypeColumns, rows: readonly number[]) => number | undefined;

function dayJudge({ dictionary }: EvaluationContext, { pick, value }: DayPart): () => DayJudge {
  const judgement = judgeOf(value, dictionary);
  if (!value || !judgement) return () => () => yes;
  if (pick === 'highest' || pick === 'lowest') {
    const numbers = numbersIn('text' in value ? {} : value, dictionary);
    const judge = exactly(value);
    const beyond = pick === 'highest' ? Math.max : Math.min;
    return () => {
      const numberOf = numbers();
      return (columns, rows) => {
        const number = rows.reduce(
          (best, row) => beyond(best, numberOf(columns, row)),
          pick === 'highest' ? -Infinity : Infinity,
        );
        return Number.isNaN(number) ? undefined : judge(number);
      };
    };
  }
  return () => {
    const judge = judgement.judge();
    if (pick === 'any')
      return (columns, rows) => rows.reduce((most, row) => Math.max(most, judge(columns, row)), no);
    return (columns, rows) => {
      const picked = new PickedRows(1, columns, pick);
      for (const row of rows) picked.add(0, row);
      return judge(columns, picked.of(0));
    };
  };
}
