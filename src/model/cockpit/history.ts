import {
  eachInSteps,
  finish,
  firstDay,
  flatMapInSteps,
  mapInSteps,
  sortInSteps,
  type PatientOutcome,
  type Steps,
} from '../../engine/index.ts';
import type { Language } from '../../profile/index.ts';
import {
  recordTypes,
  type CalendarDate,
  type ClinicalRecord,
  type RecordType,
} from '../../record/index.ts';
import { describeStatus, nameRecord, whenOf } from '../describe/index.ts';

/** One record in words. */
export interface HistoryLine {
  readonly date: CalendarDate;
  readonly name: string;
  readonly when: string;
  readonly source: string | undefined;
  /** Goes on, or is to come. */
  readonly current: boolean;
  /** The profile asked for it. */
  readonly asked: boolean;
  /** The letter, the note or the message itself. */
  readonly body: string | undefined;
}

/**
 * Everything recorded of the patient up to the date that it is seen on, by type, the newest first:
 * what no profile asks for is one step away, never gone. Appointments to come are in.
 */
export function viewHistory(
  outcomes: readonly [PatientOutcome, ...PatientOutcome[]],
  language: Language,
): ReadonlyMap<RecordType, readonly HistoryLine[]> {
  return finish(viewHistoryInSteps(outcomes, language));
}

/** As `viewHistory`, some records at a time. */
export function* viewHistoryInSteps(
  outcomes: readonly [PatientOutcome, ...PatientOutcome[]],
  language: Language,
): Steps<ReadonlyMap<RecordType, readonly HistoryLine[]>> {
  const [first] = outcomes;
  const { patient, asOf } = first;
  const asked = new Set<ClinicalRecord>();
  for (const { cells } of outcomes)
    for (const { records } of cells) yield* eachInSteps(records, (record) => asked.add(record));
  const history = new Map<RecordType, readonly HistoryLine[]>();
  for (const type of recordTypes) {
    const known = yield* flatMapInSteps<ClinicalRecord, ClinicalRecord>(
      patient.records[type],
      (record) => (type === 'appointment' || firstDay(record) <= asOf ? [record] : []),
    );
    const newestFirst = yield* sortInSteps(known, (a, b) => {
      const [dayA, dayB] = [firstDay(a), firstDay(b)];
      return dayA < dayB ? 1 : dayA > dayB ? -1 : 0;
    });
    const lines = yield* mapInSteps(
      newestFirst,
      (record) => new RecordLine(record, asked.has(record), first, language),
    );
    history.set(type, lines);
  }
  return history;
}

/** In words when it is drawn: of very many lines few are. */
class RecordLine implements HistoryLine {
  constructor(
    private readonly record: ClinicalRecord,
    readonly asked: boolean,
    private readonly of: PatientOutcome,
    private readonly language: Language,
  ) {}

  get date(): CalendarDate {
    return firstDay(this.record);
  }

  get name(): string {
    return nameRecord(this.record, this.language);
  }

  get when(): string {
    const { record, language, of } = this;
    return [
      whenOf(record, of.asOf, language, of),
      // How it went is not known before its day.
      firstDay(record) <= of.asOf ? describeStatus(record, language) : '',
    ]
      .filter(Boolean)
      .join(', ');
  }

  get source(): string | undefined {
    return this.record.source;
  }

  get current(): boolean {
    return isCurrent(this.record, this.of.asOf);
  }

  get body(): string | undefined {
    return 'body' in this.record ? this.record.body : undefined;
  }

  toJSON(): HistoryLine {
    const { date, name, when, source, current, asked, body } = this;
    return { date, name, when, source, current, asked, body };
  }
}

function isCurrent(record: ClinicalRecord, asOf: CalendarDate): boolean {
  return 'from' in record ? record.to === undefined || record.to >= asOf : record.at >= asOf;
}
