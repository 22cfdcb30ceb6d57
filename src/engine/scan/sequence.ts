/** R19: a record of the first on day a, another of the second on day b, a ≤ b ≤ a + P. */
import { addToDay } from '../../record/days.ts';
import type { PeriodParts } from '../../record/index.ts';
import type { Segment } from '../store/index.ts';
import type { Node, Question, SequencePart } from '../query/nodes.ts';
import { referenceAsker } from './doubtful.ts';
import { absenceIn, daysOf, type EvaluationContext } from './evaluation-context.ts';
import { Rows } from './rows.ts';
import { maximum, no, unknown, yes, type TruthVector } from './truth-vector.ts';
import { judgeOf } from './values.ts';

type Sequence = Extract<Question, { kind: 'sequence' }>;

export function sequenceScanner(
  evaluation: EvaluationContext,
  { parts, within }: Sequence,
  node: Node,
): (segment: Segment) => TruthVector {
  const [first, second] = parts.map((part) => partOf(evaluation, part));
  const isOneList = parts[0].selection.type === parts[1].selection.type;
  const ask = referenceAsker(evaluation, node);
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
      const [ones, others] = [one.candidates(patient), other.candidates(patient)];
      if (follows(ones, others, within, isOneList, yes)) truths[patient] = yes;
      else if (truths[patient] === no && follows(ones, others, within, isOneList, unknown))
        truths[patient] = unknown;
    }
    for (const patient of new Set([...one.doubtful, ...other.doubtful]))
      truths[patient] = ask(segment, patient);
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
  const rows = new Rows(selection, evaluation);
  const days = daysOf(window, evaluation.asOf);
  const judgement = judgeOf(value, evaluation.dictionary);
  return {
    find(segment: Segment) {
      const columns = segment.types[selection.type];
      const judge = judgement?.judge();
      // By patient: 1 where there is one at least.
      const owners = new Uint8Array(segment.size);
      rows.each(segment, days, (row, patient) => {
        if (!judge || judge(columns, row) !== no) owners[patient] = 1;
      });
      const candidates = (patient: number): readonly Candidate[] =>
        rows
          .of(columns, patient, days)
          .map((row) => ({
            row,
            day: columns.from[row]!,
            truth: judge ? judge(columns, row) : yes,
          }))
          .filter(({ truth }) => truth !== no)
          .sort((a, b) => a.day - b.day);
      return {
        absence: absenceIn(evaluation, segment, selection, days),
        doubtful: rows.doubtful(segment),
        owners,
        candidates,
      };
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
