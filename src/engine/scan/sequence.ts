/** R19: a record of the first on day a, another of the second on day b, a ≤ b ≤ a + P. */
import { addToDay } from '../../record/days.ts';
import type { PeriodParts } from '../../record/index.ts';
import type { Segment } from '../store/index.ts';
import type { Question, SequencePart } from '../query/nodes.ts';
import type { Scanner } from './doubtful.ts';
import type { EvaluationContext } from './evaluation-context.ts';
import { Rows } from './rows.ts';
import { maximum, no, unknown, yes, type TruthVector } from './truth-vector.ts';
import { judgeOf } from './values.ts';
import { absenceIn, daysFor, windowPlacer } from './windows.ts';

type Sequence = Extract<Question, { kind: 'sequence' }>;

export function sequenceScanner(
  evaluation: EvaluationContext,
  { parts, within }: Sequence,
): Scanner {
  const [first, second] = parts.map((part) => partOf(evaluation, part));
  const isOneList = parts[0].selection.type === parts[1].selection.type;
  /** Whether a record of the other follows one of the first, both of them at least as true as `least`. */
  const isFollowed = (patient: number, one: FoundPart, other: FoundPart, least: number) =>
    follows(
      { rows: one.rowsOf(patient, least), days: one.days },
      { rows: other.rowsOf(patient, least), days: other.days },
      within,
      isOneList,
    );
  return (segment) => {
    const [one, other] = [first!.find(segment), second!.find(segment)];
    const truths = maximum([one.absence, other.absence], segment.size);
    for (let patient = 0; patient < segment.size; patient++) {
      const [isFirst, isSecond] = [one.owners[patient] === 1, other.owners[patient] === 1];
      if (!isFirst || !isSecond) {
        // One that is certainly without a record is enough.
        if (
          (!isFirst && one.absence[patient] === no) ||
          (!isSecond && other.absence[patient] === no)
        )
          truths[patient] = no;
        continue;
      }
      if (isFollowed(patient, one, other, yes)) truths[patient] = yes;
      else if (
        truths[patient] === no &&
        (one.isJudged || other.isJudged) &&
        isFollowed(patient, one, other, unknown)
      )
        truths[patient] = unknown;
    }
    return { truths, doubtful: new Set([...one.doubtful, ...other.doubtful]) };
  };
}

/** The records of one part in a segment. */
interface FoundPart {
  readonly absence: TruthVector;
  readonly doubtful: ReadonlySet<number>;
  /** By patient: 1 where there is one at least. */
  readonly owners: Uint8Array;
  /** Whether a record may be one of those meant without being so for certain. */
  readonly isJudged: boolean;
  /** By row. */
  readonly days: Int32Array;
  /** The rows of one patient that are at least as true as `least`, by their days. */
  rowsOf(patient: number, least: number): readonly number[];
}

function partOf(evaluation: EvaluationContext, { selection, window, value }: SequencePart) {
  const rows = new Rows(selection, evaluation);
  const place = windowPlacer(evaluation, window);
  const judgement = judgeOf(value, evaluation.dictionary);
  return {
    find(segment: Segment): FoundPart {
      const columns = segment.types[selection.type];
      const { from } = columns;
      const placed = place(segment);
      const judge = judgement?.judge();
      const owners = new Uint8Array(segment.size);
      rows.each(segment, placed, (row, patient) => {
        if (!judge || judge(columns, row) !== no) owners[patient] = 1;
      });
      return {
        absence: absenceIn(evaluation, segment, selection, placed),
        doubtful: rows.doubtful(segment),
        owners,
        isJudged: judge !== undefined,
        days: from,
        rowsOf(patient, least) {
          const all = rows.of(columns, patient, daysFor(placed, patient));
          const right = judge ? all.filter((row) => judge(columns, row) >= least) : all;
          return right.length > 1 ? right.sort((a, b) => from[a]! - from[b]!) : right;
        },
      };
    },
  };
}

/** Rows in the order of their days, with the days of all rows. */
interface DatedRows {
  readonly rows: readonly number[];
  readonly days: Int32Array;
}

/** Whether one of `others` follows one of `ones` in time. */
function follows(
  ones: DatedRows,
  others: DatedRows,
  within: PeriodParts,
  isOneList: boolean,
): boolean {
  let next = 0;
  for (const row of ones.rows) {
    const day = ones.days[row]!;
    while (next < others.rows.length && others.days[others.rows[next]!]! < day) next++;
    const first = others.rows[next];
    // A record does not follow itself.
    const other = isOneList && first === row ? others.rows[next + 1] : first;
    if (other !== undefined && others.days[other]! <= addToDay(day, within)) return true;
  }
  return false;
}
