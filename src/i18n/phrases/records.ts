/** The words around single records: when, and how far they have come. */
import type { ByLanguage } from '../language.ts';

type Status =
  | 'booked'
  | 'attended'
  | 'missed'
  | 'cancelled'
  | 'sent'
  | 'accepted'
  | 'completed'
  | 'preliminary';
type RecordTypeName =
  'diagnosis' | 'medication' | 'result' | 'service' | 'appointment' | 'referral' | 'letter';

export interface RecordPhrases {
  readonly registered: string;
  /** Of a beginning of which nothing is known. */
  readonly unknownDate: string;
  readonly active: string;
  readonly activeSince: string;
  readonly starts: string;
  readonly until: string;
  /** Beside the first day of a treatment, that of the prescription that goes on. */
  readonly prescribed: (date: string) => string;
  readonly atTime: (time: string) => string;
  readonly statuses: Readonly<Record<Status, string>>;
}

export const recordPhrases: ByLanguage<RecordPhrases> = {
  da: {
    registered: 'registreret',
    unknownDate: 'dato ukendt',
    active: 'aktiv',
    activeSince: 'aktiv siden',
    starts: 'begynder',
    until: 'til og med',
    prescribed: (date) => ` (denne ordination fra ${date})`,
    atTime: (time) => ` kl. ${time.replace(':', '.')}`,
    statuses: {
      booked: 'aftalt',
      attended: 'mødt',
      missed: 'udeblevet',
      cancelled: 'aflyst',
      sent: 'sendt',
      accepted: 'modtaget',
      completed: 'afsluttet',
      preliminary: 'foreløbig',
    },
  },
  en: {
    registered: 'registered',
    unknownDate: 'date unknown',
    active: 'active',
    activeSince: 'active since',
    starts: 'starts',
    until: 'until',
    prescribed: (date) => ` (this prescription from ${date})`,
    atTime: (time) => ` at ${time}`,
    statuses: {
      booked: 'booked',
      attended: 'attended',
      missed: 'missed',
      cancelled: 'cancelled',
      sent: 'sent',
      accepted: 'accepted',
      completed: 'completed',
      preliminary: 'preliminary',
    },
  },
};

/** What a cell says where there is no value. */
export interface CellPhrases {
  readonly unknown: string;
  readonly notAsked: string;
  readonly noField: string;
  readonly atLeast: (count: string) => string;
  /** Where there is none to come. */
  readonly noneComing: string;
  readonly none: Readonly<Record<RecordTypeName, string>>;
}

export const cellPhrases: ByLanguage<CellPhrases> = {
  da: {
    unknown: 'kan ikke afgøres',
    notAsked: 'Ikke relevant for patienten',
    noField: 'ikke oplyst',
    atLeast: (count) => `mindst ${count}`,
    noneComing: 'ingen kommende',
    none: {
      diagnosis: '–',
      medication: '–',
      result: 'mangler',
      service: 'ikke registreret',
      appointment: 'ingen',
      referral: 'ingen',
      letter: 'ingen',
    },
  },
  en: {
    unknown: 'cannot be decided',
    notAsked: 'Does not apply to the patient',
    noField: 'not given',
    atLeast: (count) => `at least ${count}`,
    noneComing: 'none to come',
    none: {
      diagnosis: '–',
      medication: '–',
      result: 'missing',
      service: 'not registered',
      appointment: 'none',
      referral: 'none',
      letter: 'none',
    },
  },
};
