/** R19: a record of the first on day a, another of the second on day b, a ≤ b ≤ a + P. */
import { addToDay } from '../../record/days.ts';
import type { PeriodParts } from '../../record/index.ts';
import type { Segment } from '../store/index.ts';
import type { Question, SequencePart } from '../query/nodes.ts';
import { absenceIn, daysOf, type EvaluationContext } from './evaluation-context.ts';
import { Rows } from './rows.ts';
import { maximum, no, unknown, yes, type TruthVector } from './truth-vector.ts';
import { judgeOf } from './values.ts';

type Sequence = Extract<Question, { kind: 'sequence' }>;

export function sequenceScanner(
  evaluation: EvaluationContext,
  { parts, within }: Sequence,
): (segment: Segment) => TruthVector {
  const [first, second] = parts.map((part) => partOf(evaluation, part));
  const isOneList = parts[0].selection.type === parts[1].selection.type;
  return (segment) => {
    const [one, other] = [first!.find(segment), second!.find(segment)];
    const truths = maximum([one.absence, other.absence], segment.size);
    for (let patient = 0; patient < segment.size; patient++) {
      if (one.owners[patient] === 0 || other.owners[patient] === 0) continue;
      const [ones, others] = [one.candidates(patient), other.candidates(patient)];
      if (follows(ones, others, within, isOneList, yes)) truths[patient] = yes;
      else if (truths[patient] === no && follows(ones, others, within, isOneList, unknown))
        truths[patient] = unknown;
    }
    return truths;
  };
}

/** A record that is, or may be, one of those meant. */
interface Candidate {
  readonly row: number;
  readonly day: number;
  readonly truth: number;
}

function partOf(evaluation: EvaluationContext, { selection, window, value }: SequencePart) {
  const rows = new Rows(selection, evaluation.dictionary);
  const days = daysOf(window, evaluation.asOf);
  const judgement = judgeOf(value, evaluation.dictionary);
  return {
    find(segment: Segment) {
      const absence = absenceIn(evaluation, segment, selection, days);
      rows.eachRejection(segment, (patient) => {
        absence[patient] = unknown;
      });
      const columns = segment.types[selection.type];
      const judge = judgement?.judge();
      const candidates = (patient: number): readonly Candidate[] =>
        rows
          .of(columns, patient, days)
          .map((row) => ({
            row,
            day: columns.from[row]!,
            truth: judge ? judge(columns, row) : yes,
          }))
          .sort((a, b) => a.day - b.day);
      return { absence, owners: rows.owners(segment, days), candidates };
    },
  };
}

/** Whether one of `others` follows one of `ones` in time, both of them at least as true as `least`. */
function follows(
  ones: readonly Candidate[],
  others: readonly Candidate[],
  within: PeriodParts,
  isOneList: boolean,
  least: number,
): boolean {
  const later = others.filter(({ truth }) => truth >= least);
  let next = 0;
  for (const { row, day, truth } of ones) {
    if (truth < least) continue;
    while (next < later.length && later[next]!.day < day) next++;
    const first = later[next];
    // A record does not follow itself.
    const other = isOneList && first?.row === row ? later[next + 1] : first;
    if (other && other.day <= addToDay(day, within)) return true;
  }
  return false;
}
