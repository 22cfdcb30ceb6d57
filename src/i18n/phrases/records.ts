/** The words around single records: when, and how far they have come. */
import type { ByLanguage } from '../language.ts';
import type { RecordTypeName } from '../record-types.ts';

type Status =
  | 'booked'
  | 'attended'
  | 'missed'
  | 'cancelled'
  | 'sent'
  | 'accepted'
  | 'completed'
  | 'preliminary'
  | 'active';

export interface RecordPhrases {
  readonly registered: string;
  /** Of a care plan: since when there is one, and when it was last gone through. */
  readonly created: string;
  readonly maintained: (date: string) => string;
  readonly activeSince: string;
  /** Of a treatment that nobody knows the beginning of. */
  readonly activeSinceUnknown: string;
  /** Beside the first known day of what may have begun before. */
  readonly orEarlier: (date: string) => string;
  /** In the place of a date that nobody knows. */
  readonly unknownDate: string;
  readonly starts: string;
  readonly until: string;
  /** Beside the first day of a treatment, that of the prescription that goes on. */
  readonly prescribed: (date: string) => string;
  /** Of a treatment that goes on: when somebody last fetched it. */
  readonly dispensed: (date: string) => string;
  readonly strength: (value: string) => string;
  readonly specialty: (name: string) => string;
  readonly atTime: (time: string) => string;
  /** After those that are told. */
  readonly andMore: (count: string) => string;
  readonly statuses: Readonly<Record<Status, string>>;
}

export const recordPhrases: ByLanguage<RecordPhrases> = {
  da: {
    registered: 'registreret',
    created: 'oprettet',
    maintained: (date) => `vedligeholdt ${date}`,
    activeSince: 'aktiv siden',
    activeSinceUnknown: 'aktiv, startdato ukendt',
    orEarlier: (date) => `${date} eller før`,
    unknownDate: 'dato ukendt',
    starts: 'begynder',
    until: 'til og med',
    prescribed: (date) => ` (denne ordination fra ${date})`,
    dispensed: (date) => `senest udleveret ${date}`,
    strength: (value) => `styrke ${value}`,
    specialty: (name) => `speciale ${name}`,
    atTime: (time) => ` kl. ${time.replace(':', '.')}`,
    andMore: (count) => `og ${count} flere`,
    statuses: {
      booked: 'aftalt',
      attended: 'mødt',
      missed: 'udeblevet',
      cancelled: 'aflyst',
      sent: 'sendt',
      accepted: 'modtaget',
      completed: 'afsluttet',
      preliminary: 'foreløbig',
      active: 'i gang',
    },
  },
  en: {
    registered: 'registered',
    created: 'created',
    maintained: (date) => `maintained ${date}`,
    activeSince: 'active since',
    activeSinceUnknown: 'active, start date unknown',
    orEarlier: (date) => `${date} or before`,
    unknownDate: 'date unknown',
    starts: 'starts',
    until: 'until',
    prescribed: (date) => ` (this prescription from ${date})`,
    dispensed: (date) => `last dispensed ${date}`,
    strength: (value) => `strength ${value}`,
    specialty: (name) => `specialty ${name}`,
    atTime: (time) => ` at ${time}`,
    andMore: (count) => `and ${count} more`,
    statuses: {
      booked: 'booked',
      attended: 'attended',
      missed: 'missed',
      cancelled: 'cancelled',
      sent: 'sent',
      accepted: 'accepted',
      completed: 'completed',
      preliminary: 'preliminary',
      active: 'active',
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
      vaccination: 'ikke registreret',
      carePlan: 'ingen',
      note: 'ingen',
      correspondence: 'ingen',
    },
  },
  en: {
    unknown: 'cannot be determined',
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
      vaccination: 'not registered',
      carePlan: 'none',
      note: 'none',
      correspondence: 'none',
    },
  },
};
