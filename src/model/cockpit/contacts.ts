import {
  recordTypes,
  requireDate,
  subtractPeriod,
  type CalendarDate,
  type CheckedPatient,
  type ClinicalRecord,
  type RecordType,
} from '../../record/index.ts';

import { eachInSteps, finish, type Steps } from '../../engine/index.ts';

/** The contacts of one month. Each day counts once for each kind. */
export interface ContactMonth {
  /** `YYYY-MM`. */
  readonly month: string;
  readonly practice: number;
  readonly hospital: number;
  readonly missed: number;
}

export interface Contacts {
  /** Oldest first, without holes, the month of `asOf` last. */
  readonly months: readonly ContactMonth[];
  readonly practice: number;
  readonly hospital: number;
  readonly missed: number;
  /** Kinds that are not known in all of the time: that there are few of them means nothing. */
  readonly unknown: ReadonlySet<ContactKind>;
}

export type ContactKind = 'practice' | 'hospital' | 'missed';
const typesOf = { practice: 'service', hospital: 'letter', missed: 'appointment' } as const;

/**
 * Contacts over time: services of the practice, discharge letters of the hospital's, and appointments that
 * were missed.
 *
 * @param more.length Months back, that of `asOf` included.
 * @param more.covers Whether a type is known since a date.
 * @throws {RangeError} of a day that does not exist.
 */
export function viewContacts(
  patient: CheckedPatient,
  asOf: CalendarDate,
  more: ContactsMore = {},
): Contacts {
  return finish(viewContactsInSteps(patient, asOf, more));
}

interface ContactsMore {
  readonly length?: number;
  readonly covers?: ((type: RecordType, since: CalendarDate) => boolean) | undefined;
}

/** As `viewContacts`, some records at a time. */
export function* viewContactsInSteps(
  { records }: CheckedPatient,
  asOf: CalendarDate,
  { length = 24, covers = () => true }: ContactsMore = {},
): Steps<Contacts> {
  const months = monthsBefore(requireDate(asOf, 'viewContacts: asOf'), length);
  const known = new Set(months);
  const days: Record<ContactKind, Set<CalendarDate>> = {
    practice: new Set(),
    hospital: new Set(),
    missed: new Set(),
  };
  /** Kinds of which one is known to its year alone, which may be any of the months. */
  const undated = new Set<ContactKind>();
  for (const type of recordTypes)
    yield* eachInSteps<ClinicalRecord>(records[type], (record) => {
      const kind = kindOf(record);
      if (!kind || !('at' in record) || record.at > asOf) return;
      const { at, atLatest = at } = record;
      if (at.slice(0, 7) !== atLatest.slice(0, 7)) {
        if (atLatest >= `${months[0]}-01`) undated.add(kind);
      } else if (known.has(at.slice(0, 7))) days[kind].add(at);
    });
  const count = (kind: ContactKind, month: string) =>
    [...days[kind]].filter((day) => day.startsWith(month)).length;
  return {
    months: months.map((month) => ({
      month,
      practice: count('practice', month),
      hospital: count('hospital', month),
      missed: count('missed', month),
    })),
    practice: days.practice.size,
    hospital: days.hospital.size,
    missed: days.missed.size,
    unknown: new Set(
      (Object.keys(typesOf) as ContactKind[]).filter(
        (kind) => undated.has(kind) || !covers(typesOf[kind], `${months[0]}-01`),
      ),
    ),
  };
}

function kindOf(record: ClinicalRecord): ContactKind | undefined {
  switch (record.type) {
    case 'service':
      return 'practice';
    case 'appointment':
      return record.status === 'missed' ? 'missed' : undefined;
    case 'letter':
      return 'hospital';
    default:
      return undefined;
  }
}

/** `YYYY-MM`, oldest first, that of `asOf` last. */
function monthsBefore(asOf: CalendarDate, length: number): readonly string[] {
  return Array.from({ length }, (_, index) => {
    const months = length - 1 - index;
    return subtractPeriod(asOf, { years: 0, months, weeks: 0, days: 0 }).slice(0, 7);
  });
}
