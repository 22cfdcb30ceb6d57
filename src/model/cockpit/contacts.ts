import {
  recordTypes,
  type CalendarDate,
  type CheckedPatient,
  type ClinicalRecord,
} from '../../record/index.ts';

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
}

type Kind = 'practice' | 'hospital' | 'missed';

/**
 * Contacts over time: services of the practice, discharge letters of the hospital's, and appointments that
 * were missed.
 *
 * @param length Months back, that of `asOf` included.
 */
export function viewContacts(
  { records }: CheckedPatient,
  asOf: CalendarDate,
  length = 24,
): Contacts {
  const months = monthsBefore(asOf, length);
  const known = new Set(months);
  const days: Record<Kind, Set<CalendarDate>> = {
    practice: new Set(),
    hospital: new Set(),
    missed: new Set(),
  };
  for (const type of recordTypes)
    for (const record of records[type]) {
      const kind = kindOf(record);
      if (kind && 'at' in record && record.at <= asOf && known.has(record.at.slice(0, 7)))
        days[kind].add(record.at);
    }
  const count = (kind: Kind, month: string) =>
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
  };
}

function kindOf(record: ClinicalRecord): Kind | undefined {
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

function monthsBefore(asOf: CalendarDate, length: number): readonly string[] {
  const last = Number(asOf.slice(0, 4)) * 12 + Number(asOf.slice(5, 7)) - 1;
  return Array.from({ length }, (_, index) => {
    const month = last - length + 1 + index;
    const year = String(Math.floor(month / 12)).padStart(4, '0');
    return `${year}-${String((month % 12) + 1).padStart(2, '0')}`;
  });
}
