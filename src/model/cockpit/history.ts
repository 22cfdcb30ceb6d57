import { firstDay, type PatientOutcome } from '../../engine/index.ts';
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
  const [first] = outcomes;
  const { patient, asOf } = first;
  const asked = new Set(outcomes.flatMap(({ cells }) => cells.flatMap(({ records }) => records)));
  return new Map(
    recordTypes.map((type) => {
      const records: readonly ClinicalRecord[] = patient.records[type];
      const lines = records
        .filter((record) => type === 'appointment' || firstDay(record) <= asOf)
        .map((record) => ({
          date: firstDay(record),
          // In words when it is drawn: of very many lines few are.
          get name() {
            return nameRecord(record, language);
          },
          get when() {
            return [
              whenOf(record, asOf, language, first),
              // How it went is not known before its day.
              firstDay(record) <= asOf ? describeStatus(record, language) : '',
            ]
              .filter(Boolean)
              .join(', ');
          },
          source: record.source,
          current: isCurrent(record, asOf),
          asked: asked.has(record),
          body: 'body' in record ? record.body : undefined,
        }));
      return [type, lines.sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0))];
    }),
  );
}

function isCurrent(record: ClinicalRecord, asOf: CalendarDate): boolean {
  return 'from' in record ? record.to === undefined || record.to >= asOf : record.at >= asOf;
}
