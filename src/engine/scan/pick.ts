/** R13: one result is picked and judged; what may have been missed makes it unknown. */
import type { Segment, TypeColumns } from '../store/index.ts';
import type { Pick, Question } from '../query/nodes.ts';
import { coveredFrom, daysOf, isCovered, type EvaluationContext } from './evaluation-context.ts';
import { Rows } from './rows.ts';
import { no, unknown, yes, type TruthVector } from './truth-vector.ts';
import { judgeOf } from './values.ts';

type Picking = Extract<Question, { kind: 'pick' }>;

export function pickScanner(
  evaluation: EvaluationContext,
  { selection, window, pick, value }: Picking,
): (segment: Segment) => TruthVector {
  const rows = new Rows(selection, evaluation.dictionary);
  const days = daysOf(window, evaluation.asOf);
  const judgement = judgeOf(value, evaluation.dictionary);
  const isBetter = comparisons[pick];
  const numbersOnly = pick === 'highest' || pick === 'lowest';
  return (segment) => {
    const columns = segment.types[selection.type];
    // By patient: the row picked, plus one.
    const picked = new Uint32Array(segment.size);
    rows.each(segment, days, (row, patient) => {
      if (numbersOnly && Number.isNaN(columns.value[row]!)) return;
      const best = picked[patient]!;
      if (best === 0 || isBetter(columns, row, best - 1)) picked[patient] = row + 1;
    });
    const covered = segment.classes.map((known) => coveredFrom(evaluation, known, selection, days));
    const judge = judgement?.judge();
    const truths = new Uint8Array(segment.size);
    for (let patient = 0; patient < segment.size; patient++) {
      const row = picked[patient]! - 1;
      const since = covered[segment.classOf[patient]!]!;
      // The latest is known to be the latest when everything after it is covered.
      const start = row >= 0 && pick === 'latest' ? columns.from[row]! : days.from;
      if (!isCovered(since, start)) truths[patient] = unknown;
      else if (row < 0) truths[patient] = no;
      else truths[patient] = judge ? judge(columns, row) : yes;
    }
    rows.eachRejection(segment, (patient) => {
      truths[patient] = unknown;
    });
    return truths;
  };
}

/** Ties go by date, then by the order given: the later entry is the later. */
const comparisons: Readonly<
  Record<Pick, (columns: TypeColumns, row: number, best: number) => boolean>
> = {
  latest: isLater,
  earliest: (columns, row, best) => isLater(columns, best, row),
  highest: (columns, row, best) => {
    const [value, highest] = [columns.value[row]!, columns.value[best]!];
    return value === highest ? isLater(columns, row, best) : value > highest;
  },
  lowest: (columns, row, best) => {
    const [value, lowest] = [columns.value[row]!, columns.value[best]!];
    return value === lowest ? isLater(columns, row, best) : value < lowest;
  },
};

/** A patient's rows stand in the order given. */
function isLater({ from }: TypeColumns, row: number, best: number): boolean {
  return from[row] === from[best] ? row > best : from[row]! > from[best]!;
}
