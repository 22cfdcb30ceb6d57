import type { CalendarDate, RecordType } from './types.ts';

/** Codes asked for, in one system. Entries and ranges match as in SEMANTICS R2. */
export interface RequestedCodes {
  readonly system: string;
  readonly include: readonly string[];
  readonly exclude?: readonly string[];
}

/** What is needed of one record type. */
export interface RequestedType {
  /** Absent: every code of the type. */
  readonly codes?: readonly RequestedCodes[];
  /** Absent: as far back as the data goes. A span is needed when it ends on or after this day. */
  readonly earliest?: CalendarDate;
}

/**
 * The least data that answers a profile: an adapter may send more, never has to. Types that are not
 * named are not needed; the patient's own fields always are. A record whose code or dates the adapter
 * itself cannot read, or whose dates cannot be, is needed as well, and so is a medicine without a code: left out, it
 * would turn *unknown* into *no* (R3, R3a). Dates that cannot be are placeholders as `0001-01-01`, all before 1850 or
 * more than 300 days before the patient's birth, and an end before its beginning. Of a date known to its year or month the last day counts (R4a).
 */
export interface RecordsRequest {
  readonly asOf: CalendarDate;
  readonly types: Partial<Readonly<Record<RecordType, RequestedType>>>;
}
