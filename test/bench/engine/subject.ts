import type { CalendarDate, PatientRecords } from 'overblik';
import type { RuleId } from './rules.ts';

/** A patient as the generator makes them: it is known of each diagnosis when it began. */
export interface MadePatient extends Omit<PatientRecords, 'diagnoses'> {
  readonly diagnoses?: NonNullable<PatientRecords['medications']>;
}

/** One way of answering the rules. */
export interface Subject {
  readonly title: string;
  /** What its load does and what its answers are worth, for the reader of the figures. */
  readonly note: string;
  /** It is not there at all: told, never measured. */
  readonly missing?: string;
  /** The most patients that it can bear, and why no more. */
  readonly most?: { readonly patients: number; readonly because: string };
  /** The rules that it can say; default all. */
  readonly rules?: readonly RuleId[];
  /** It works beside the generator: its batches are made before the clock starts. */
  readonly besides?: boolean;
  /** It is this library: with `--against` it is measured from the other checkout as well. */
  readonly isOurs?: boolean;
  /** What has to be there before there is any data: packages loaded, an engine started. Told apart. */
  start(): Started | Promise<Started>;
}

export interface Started {
  /** Takes in a clinic of plain records. The clock stands still while the next batch is made. */
  load(batches: Iterable<readonly MadePatient[]>): Loaded | Promise<Loaded>;
}

export interface Loaded {
  ask(rule: RuleId, asOf: CalendarDate): Answer | Promise<Answer>;
  close?(): void | Promise<void>;
}

export interface Answer {
  /** Ids of the members. */
  readonly members: readonly string[];
  /** How many markers they have among them, or how many of them an indicator counts: else none. */
  readonly hits: number;
}
