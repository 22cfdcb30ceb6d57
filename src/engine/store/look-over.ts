/** What is found out of a segment once, and looked at whenever something odd is looked for in the clinic. */
import type { Day } from '../../record/days.ts';
import { looksLikeNumber, recordTypes } from '../../record/index.ts';
import type { Dictionary } from './dictionary.ts';
import type { TypeColumns } from './columns.ts';
import type { Segment } from './segment.ts';

/** Finds it out while a clinic is still being fetched: whoever waits for its list then waits less. */
export function lookOver(segment: Segment, dictionary: Dictionary): void {
  for (const type of recordTypes) latestOf(segment.types[type]);
  textRows(segment, dictionary);
}

const latestDays = new WeakMap<TypeColumns, Day>();

/** The last day on which a record of a segment begins. */
export function latestOf(columns: TypeColumns): Day {
  let day = latestDays.get(columns);
  if (day === undefined) {
    day = 0;
    const { from } = columns;
    for (let row = 0; row < from.length; row++) if (from[row]! > day) day = from[row]!;
    latestDays.set(columns, day);
  }
  return day;
}

export interface TextRow {
  readonly code: number;
  readonly patient: number;
}

const textRowsOf = new WeakMap<Segment, readonly TextRow[]>();

/** The results of a segment whose value is a text that does not look like a number. */
export function textRows(segment: Segment, { details }: Dictionary): readonly TextRow[] {
  const known = textRowsOf.get(segment);
  if (known) return known;
  const { start, code, detail, value } = segment.types.result;
  const rows: TextRow[] = [];
  for (let patient = 0; patient < segment.size; patient++)
    for (let row = start[patient]!; row < start[patient + 1]!; row++) {
      if (!Number.isNaN(value[row]!)) continue;
      const text = details[detail[row]!]?.value ?? '';
      if (!looksLikeNumber(text)) rows.push({ code: code[row]!, patient });
    }
  textRowsOf.set(segment, rows);
  return rows;
}
