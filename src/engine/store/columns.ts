/** A segment's records in columns: one list of whole numbers for each thing that is known of them. */

/** The records of one type, those of a patient one after another in the order supplied. */
export interface TypeColumns {
  /** By patient: its first row. One longer than there are patients: the last is the number of rows. */
  readonly start: Uint32Array<ArrayBuffer>;
  /** By row: number in the dictionary. */
  readonly code: Uint32Array<ArrayBuffer>;
  readonly detail: Uint32Array<ArrayBuffer>;
  /** By row: the first day of a span, the day of a point; where it is not known to the day, the first that it may be. */
  readonly from: Int32Array<ArrayBuffer>;
  /** By row: the last day of a span, the last that it may be; `openEnd` where it goes on. Of points as `from`. */
  readonly to: Int32Array<ArrayBuffer>;
  /** By row: the last day that `from` may be, and the first that `to` may be (R4a). */
  readonly fromLatest: Int32Array<ArrayBuffer>;
  readonly toEarliest: Int32Array<ArrayBuffer>;
  /** Whether all days are known: then the two are `from` and `to` themselves, and of points all four are one. */
  readonly isWhole: boolean;
  /** By row, results only: the number; NaN where the value is a text. */
  readonly value: Float64Array<ArrayBuffer>;
  /** By row, points only: seconds after midnight as written; −1 without a time. Empty where none has one: see `timeAt`. */
  readonly time: Int32Array<ArrayBuffer>;
  readonly postings: Postings;
}

/** The time of a point, in seconds after midnight as written; −1 without one. */
export function timeAt({ time }: TypeColumns, row: number): number {
  return time.length > 0 ? time[row]! : withoutTime;
}

export const withoutTime = -1;

/** The rows of each code. */
export interface Postings {
  /** The codes that occur, ascending. */
  readonly codes: Uint32Array<ArrayBuffer>;
  /** By place in `codes`: where its rows begin in `rows`. One longer than `codes`. */
  readonly start: Uint32Array<ArrayBuffer>;
  /** Rows, grouped by code, ascending within it. */
  readonly rows: Uint32Array<ArrayBuffer>;
  /** By place in `rows`: the patient. */
  readonly patients: Uint16Array<ArrayBuffer>;
}
