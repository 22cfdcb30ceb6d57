/** The records that are what a query asks of in a window, or may be. */
import type { ResultValue } from '../../profile/index.ts';
import type { RecordType } from '../../record/index.ts';
import { mayBeginIn, mayBeInWindow, mustBeginIn, mustBeInWindow, type DayWindow } from './days.ts';
import type { Draft } from './draft.ts';
import { selectRecords, type Selection } from './records.ts';
import { sql, type Sql } from './text.ts';
import { judgeValue } from './values.ts';

/** A selection of records, with what their value must be. */
export interface Question extends Selection {
  readonly value?: ResultValue;
}

/** What of a value is judged beside the whole: each of its bounds alone. */
type Sides = 'whole' | 'each-bound';

/**
 * A table of the selected records that may be in the window (R4a): their columns, `is_inside` on all their lawful
 * days and with all that is asked (R3a, R10a), and `judged`, NULL where the value is undecided; of each bound alone `by_low`, `by_high`.
 */
export function recordsIn(
  draft: Draft,
  type: RecordType,
  query: Question,
  window: DayWindow,
  sides: Sides = 'whole',
): Sql {
  const selected = selectRecords(draft, type, query);
  const {
    columns,
    condition: isValue,
    byLow,
    byHigh,
  } = query.value
    ? judgeValue(draft, query.value)
    : { columns: sql``, condition: sql`TRUE`, byLow: sql`TRUE`, byHigh: sql`TRUE` };
  const condition = query.first ? sql`(is_first AND ${isValue})` : isValue;
  const time = type === 'result' ? sql` on_time,` : sql``;
  const bounds = sides === 'whole' ? sql`` : sql`, ${byLow} AS by_low, ${byHigh} AS by_high`;
  return draft.table(
    'w',
    sql`
  SELECT clinic, patient_id${draft.ownDay}, ordinal, code, is_doubtful, from_first, from_last, to_first, to_last,${time}
    is_inside, ${condition} AS judged${bounds}
  FROM (
    SELECT *, ${query.first ? mustBeginIn(window) : mustBeInWindow(window)} AND NOT is_doubtful AS is_inside${columns}
    FROM ${selected}
    WHERE ${query.first ? mayBeginIn(window) : mayBeInWindow(window)}) AS seen`,
  );
}

/** Of such a table: whether a record counts, whatever is in doubt; never NULL. */
export const isCertain = sql`(is_inside AND judged IS TRUE)`;
/** Whether it may count. */
export const isPossible = sql`(judged IS NOT FALSE)`;
