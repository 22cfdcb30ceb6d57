/** The order in which the records of an information cell stand, by their rows. */
import { showOf, type RecordItem } from '../../profile/index.ts';
import type { Day } from '../../record/days.ts';
import { isOver } from '../query/coming.ts';
import { timeAt, type Detail, type TypeColumns } from '../store/index.ts';
import type { EvaluationContext } from './evaluation-context.ts';

/** Puts some rows of a patient, ascending, in the order of a cell, and answers those that it shows; it may use their list. */
export type CellOrder = (rows: number[], columns: TypeColumns) => readonly number[];

/** Newest first, those of one day turned round; of what is shown as next those alone that are to come, the soonest first. */
export function cellOrder(
  item: RecordItem,
  { dictionary, today }: Pick<EvaluationContext, 'dictionary' | 'today'>,
): CellOrder {
  if (showOf(item) === 'next')
    return (rows, columns) => toCome(rows, columns, today, dictionary.details);
  return (rows, { from }) => {
    if (rows.length < 2) return rows;
    sortByDay(rows, from);
    return rows.reverse();
  };
}

/** The rows that are still to come, the soonest first: by day, by time, then in the order given. */
function toCome(
  rows: readonly number[],
  columns: TypeColumns,
  today: Day,
  details: readonly Detail[],
): readonly number[] {
  const { from, to, detail } = columns;
  // Without a time, last on its day.
  const timeOf = (row: number) => {
    const time = timeAt(columns, row);
    return time >= 0 ? time : Infinity;
  };
  return rows
    .filter((row) => {
      const hasCome = from[row]! <= today;
      return to[row]! >= today && !(hasCome && isOver(details[detail[row]!]!.status));
    })
    .sort((a, b) => from[a]! - from[b]! || timeOf(a) - timeOf(b) || a - b);
}

/** Rows are few, and mostly in order already: by insertion. Those of one day keep their order. */
export function sortByDay(rows: number[], days: Int32Array): void {
  if (rows.length > 40) {
    rows.sort((a, b) => days[a]! - days[b]! || a - b);
    return;
  }
  for (let at = 1; at < rows.length; at++) {
    const row = rows[at]!;
    let to = at;
    for (; to > 0 && days[rows[to - 1]!]! > days[row]!; to--) rows[to] = rows[to - 1]!;
    rows[to] = row;
  }
}
