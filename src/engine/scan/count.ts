/** R11, R12, R15: how many records there are, at least and at most. */
import type { Code, Dictionary, Segment } from '../store/index.ts';
import type { AtcLevel, Question } from '../query/nodes.ts';
import { atcLengths } from '../reference/query.ts';
import type { EvaluationContext } from './evaluation-context.ts';
import { firstReader } from './first.ts';
import { Rows } from './rows.ts';
import { KeptTables, Table } from './table.ts';
import { no, unknown, yes, type TruthVector } from './truth-vector.ts';
import { judgeOf } from './values.ts';
import { absenceIn, daysFor, windowPlacer, type PlacedWindow } from './windows.ts';

type Count = Extract<Question, { kind: 'count' }>;

export function countScanner(
  evaluation: EvaluationContext,
  question: Count,
): (segment: Segment) => TruthVector {
  const rows = new Rows(question.selection, evaluation);
  const place = windowPlacer(evaluation, question.window);
  const { count, value, level } = question;
  const isPlain =
    !value && !level && !question.selection.first && count.min === 1 && count.max === undefined;
  return isPlain
    ? (segment) => findAny(evaluation, segment, rows, place(segment))
    : countEach(evaluation, question, rows, place);
}

/** Whether there is one at all: by far the most common question. */
function findAny(
  evaluation: EvaluationContext,
  segment: Segment,
  rows: Rows,
  window: PlacedWindow,
): TruthVector {
  const truths = absenceIn(evaluation, segment, rows.selection, window);
  rows.eachRejection(segment, window, (patient) => {
    truths[patient] = unknown;
  });
  rows.each(segment, window, (_, patient, isSure) => {
    if (isSure) truths[patient] = yes;
    else if (truths[patient] === no) truths[patient] = unknown;
  });
  return truths;
}

function countEach(
  evaluation: EvaluationContext,
  { selection, count, value, level }: Count,
  rows: Rows,
  place: (segment: Segment) => PlacedWindow,
): (segment: Segment) => TruthVector {
  const { dictionary } = evaluation;
  const judgement = judgeOf(value, dictionary);
  const beginnings =
    level && beginningsKept.of(dictionary, `${level}`, () => new Beginnings(level, dictionary));
  const readFirst = selection.first && firstReader(evaluation, selection);
  return (segment) => {
    const window = place(segment);
    const certain = new Uint32Array(segment.size);
    const uncertain = new Uint32Array(segment.size);
    if (beginnings) beginnings.count(segment, rows, window, certain, uncertain);
    else {
      const columns = segment.types[selection.type];
      const judge = judgement?.judge();
      const first = readFirst?.(segment);
      rows.each(segment, window, (row, patient, isSure) => {
        const value = judge ? judge(columns, row) : yes;
        const truth = first
          ? Math.min(value, first[row]!, rows.beginsIn(columns, row, daysFor(window, patient)))
          : value;
        if (truth === yes && isSure) certain[patient]!++;
        else if (truth !== no) uncertain[patient]!++;
      });
    }

    // From here on, `unknown` says that there may be any number more.
    const truths = absenceIn(evaluation, segment, selection, window);
    rows.eachRejection(segment, window, (patient, entries) => {
      // A list that could not be read at all may have held any number.
      if (entries.some(({ index }) => index === undefined)) truths[patient] = unknown;
      if (!beginnings) uncertain[patient]! += entries.length;
    });
    for (let patient = 0; patient < segment.size; patient++) {
      const low = certain[patient]!;
      const high = truths[patient] === unknown ? Infinity : low + uncertain[patient]!;
      truths[patient] = judgeCount(low, high, count);
    }
    return truths;
  };
}

/** R11: yes if every number from `low` to `high` satisfies, no if none does, else unknown. */
export function judgeCount(
  low: number,
  high: number,
  { min = 0, max = Infinity }: Count['count'],
): number {
  return low >= min && high <= max ? yes : high < min || low > max ? no : unknown;
}

/** R15: different beginnings of codes, of one length. */
class Beginnings {
  readonly #length: number;
  readonly #numbers = new Map<string, number>();
  readonly #table: Table<Code>;

  constructor(level: AtcLevel, dictionary: Dictionary) {
    this.#length = atcLengths[level];
    this.#table = new Table(dictionary.codes, ({ code }) => this.#numberOf(code));
  }

  /** A code that is too short may be any of them. There are no more of them than codes. */
  #numberOf(code: string): number {
    if (code.length < this.#length) return tooShort;
    const beginning = code.slice(0, this.#length);
    const number = this.#numbers.get(beginning) ?? this.#numbers.size;
    this.#numbers.set(beginning, number);
    return number;
  }

  /** Counts those of each patient; what is in doubt adds one, unless its beginning is counted already. */
  count(
    segment: Segment,
    rows: Rows,
    window: PlacedWindow,
    certain: Uint32Array,
    uncertain: Uint32Array,
  ): void {
    const columns = segment.types[rows.selection.type];
    const { code } = columns;
    const { numbers } = this.#table;
    // By beginning: the last patient who had it, plus one.
    const latest = new Uint32Array(Math.max(numbers.length, this.#numbers.size));
    const doubtful = new Map<number, number[]>();
    rows.eachByPatient(segment, window, (row, patient, isSure) => {
      const number = numbers[code[row]!]!;
      if (!isSure || number === tooShort) listOf(doubtful, patient).push(number);
      else if (latest[number] !== patient + 1) {
        latest[number] = patient + 1;
        certain[patient]!++;
      }
    });
    rows.eachRejection(segment, window, (patient, entries) => {
      const list = listOf(doubtful, patient);
      for (const entry of entries) list.push(this.#numberOf(entry.code ?? ''));
    });
    for (const [patient, list] of doubtful) {
      const counted = new Set<number>();
      const days = daysFor(window, patient);
      for (const row of rows.of(columns, patient, days))
        if (rows.isSurelyIn(columns, row, days)) counted.add(numbers[code[row]!]!);
      for (const number of list) {
        if (number === tooShort) uncertain[patient]!++;
        else if (!counted.has(number)) {
          counted.add(number);
          uncertain[patient]!++;
        }
      }
    }
  }
}

/** By level: what begins alike is the same on each date. */
const beginningsKept = new KeptTables<Beginnings>(Object.keys(atcLengths).length);

function listOf(lists: Map<number, number[]>, patient: number): number[] {
  let list = lists.get(patient);
  if (!list) lists.set(patient, (list = []));
  return list;
}

const tooShort = -1;
