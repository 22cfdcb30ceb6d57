/** R13a: of the first code set with a result in the window the latest is judged. */
import type { Question } from '../query/nodes.ts';
import type { Scanner } from './doubtful.ts';
import type { EvaluationContext } from './evaluation-context.ts';
import { isKnownToTheDay, PickedRows } from './pick.ts';
import { Rows } from './rows.ts';
import { no, unknown } from './truth-vector.ts';
import { judgeOf } from './values.ts';
import { coverageIn, daysFor, windowPlacer } from './windows.ts';

type Preferring = Extract<Question, { kind: 'prefer' }>;

export function preferScanner(
  evaluation: EvaluationContext,
  { selections, window, value }: Preferring,
): Scanner {
  const place = windowPlacer(evaluation, window);
  const judgement = judgeOf(value, evaluation.dictionary);
  const sets = selections.map((selection) => ({
    selection,
    rows: new Rows(selection, evaluation),
  }));
  return (segment) => {
    const columns = segment.types.result;
    const placed = place(segment);
    const inDoubt = new Set<number>();
    /** By patient: the first set of which a record was set aside. */
    const rejectedIn = new Uint8Array(segment.size).fill(sets.length);
    const found = sets.map(({ selection, rows }, set) => {
      const picked = new PickedRows(segment.size, columns, 'latest');
      rows.each(segment, placed, (row, patient, isSure) => {
        if (!isSure || !isKnownToTheDay(columns, row)) inDoubt.add(patient);
        else picked.add(patient, row);
      });
      rows.eachRejection(segment, placed, (patient) => {
        rejectedIn[patient] = Math.min(rejectedIn[patient]!, set);
      });
      return { picked, covers: coverageIn(evaluation, segment, selection, placed) };
    });
    const judge = judgement!.judge();
    /** Whether everything from a day on is known of a set, and of those before it there is nothing to know. */
    const isKnown = (set: number, patient: number, start: number) =>
      rejectedIn[patient]! > set && found[set]!.covers(patient, start);
    const truths = new Uint8Array(segment.size);
    for (let patient = 0; patient < segment.size; patient++) {
      let truth = no;
      for (let set = 0; set < found.length; set++) {
        const row = found[set]!.picked.of(patient);
        const start = row < 0 ? daysFor(placed, patient).from : columns.from[row]!;
        truth = !isKnown(set, patient, start) ? unknown : row < 0 ? no : judge(columns, row);
        // A later set is judged only where this one is known to have none.
        if (row >= 0 || truth === unknown) break;
      }
      truths[patient] = truth;
    }
    return { truths, doubtful: inDoubt };
  };
}
