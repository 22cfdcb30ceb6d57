/** Why something cannot be determined, in words: each says what is missing. */
import type { ByLanguage } from '../language.ts';
import { formatCount } from '../numbers.ts';

type Field =
  | 'name'
  | 'cpr'
  | 'address'
  | 'city'
  | 'phone'
  | 'birthDate'
  | 'sex'
  | 'municipality'
  | 'postalCode'
  | 'insuranceGroup'
  | 'practitioner'
  | 'deceased'
  | 'registered'
  | 'listed';

export interface UnknownReasonPhrases {
  readonly coveredFrom: (type: string, source: string, from: string) => string;
  readonly notCovered: (type: string, source: string) => string;
  readonly stale: (type: string, source: string, updated: string) => string;
  readonly notCome: (type: string, from: string) => string;
  readonly system: (type: string, source: string, systems: string) => string;
  readonly partialDate: (record: string) => string;
  readonly noCode: (record: string) => string;
  /** A record lacks a field that is asked. */
  readonly noField: (record: string, field: string) => string;
  readonly askedFields: Readonly<
    Record<'source' | 'specialty' | 'product' | 'status' | 'strength' | 'maintained', string>
  >;
  readonly partialField: (field: string) => string;
  readonly rejected: (count: number, type: string) => string;
  readonly unit: (found: string, expected: string) => string;
  readonly unitOfResult: (result: string, found: string, expected: string) => string;
  readonly comparator: string;
  readonly textual: string;
  readonly implausible: (value: string, mistakes: string) => string;
  readonly shortCode: (code: string) => string;
  readonly unreadableField: (field: string) => string;
  readonly missingField: (field: string) => string;
  readonly uncoded: string;
  readonly fields: Readonly<Record<Field, string>>;
}

export const unknownReasonPhrases: ByLanguage<UnknownReasonPhrases> = {
  da: {
    coveredFrom: (type, source, from) => `Data om ${type}${source} rækker kun tilbage til ${from}`,
    notCovered: (type, source) => `Data om ${type} mangler${source}`,
    stale: (type, source, updated) => `Data om ${type}${source} er senest opdateret ${updated}`,
    notCome: (type, from) => `Der spørges om ${type} fra ${from}: de dage er ikke kommet endnu`,
    system: (type, source, systems) => `Data om ${type}${source} er ikke fuldstændige i ${systems}`,
    partialDate: (record) => `${record}: datoen kendes ikke på dagen`,
    noCode: (record) => `${record} uden kode`,
    noField: (record, field) => `${record}: ${field} er ikke oplyst`,
    askedFields: {
      source: 'kilden',
      specialty: 'specialet',
      product: 'varenummeret',
      status: 'status',
      strength: 'styrken',
      maintained: 'dagen for seneste vedligeholdelse',
    },
    partialField: (field) => `Patientens ${field} kendes ikke på dagen`,
    rejected: (count, type) =>
      count === 1
        ? `En oplysning om ${type} kan ikke læses`
        : `${formatCount(count, 'da')} oplysninger om ${type} kan ikke læses`,
    unit: (found, expected) => `Prøven er i ${found}, profilen spørger i ${expected}`,
    unitOfResult: (result, found, expected) =>
      `${result} er i ${found}, profilen spørger i ${expected}`,
    comparator: 'Prøvens svar er en grænse (< eller >), som ikke afgør det',
    textual: 'Prøvens svar er en tekst, ikke et tal',
    implausible: (value, mistakes) =>
      `Prøvens svar${value} afgør intet: profilen regner svar ${mistakes} for fejl`,
    shortCode: (code) => `Koden ${code} er for kort til at tælle med`,
    unreadableField: (field) => `Patientens ${field} kan ikke læses`,
    missingField: (field) => `Patientens ${field} mangler`,
    uncoded: 'Profilen angiver ingen kode',
    fields: {
      name: 'navn',
      cpr: 'CPR-nummer',
      address: 'adresse',
      city: 'by',
      phone: 'telefonnummer',
      birthDate: 'fødselsdato',
      sex: 'køn',
      municipality: 'kommune',
      postalCode: 'postnummer',
      insuranceGroup: 'sikringsgruppe',
      practitioner: 'fast læge',
      deceased: 'dødsdato',
      registered: 'tilmeldingsdato',
      listed: 'tilmelding',
    },
  },
  en: {
    coveredFrom: (type, source, from) => `Data on ${type}${source} only goes back to ${from}`,
    notCovered: (type, source) => `Data on ${type} is missing${source}`,
    stale: (type, source, updated) => `Data on ${type}${source} was last updated ${updated}`,
    notCome: (type, from) => `Asked about ${type} from ${from} on: those days have not come yet`,
    system: (type, source, systems) => `Data on ${type}${source} is not complete in ${systems}`,
    partialDate: (record) => `${record}: the date is not known to the day`,
    noCode: (record) => `${record} without a code`,
    noField: (record, field) => `${record}: the ${field} is not given`,
    askedFields: {
      source: 'source',
      specialty: 'specialty',
      product: 'product number',
      status: 'status',
      strength: 'strength',
      maintained: 'day of its last maintenance',
    },
    partialField: (field) => `The patient’s ${field} is not known to the day`,
    rejected: (count, type) =>
      count === 1
        ? `One record of ${type} cannot be read`
        : `${formatCount(count, 'en')} records of ${type} cannot be read`,
    unit: (found, expected) => `The result is in ${found}, the profile asks in ${expected}`,
    unitOfResult: (result, found, expected) =>
      `${result} given in ${found} where ${expected} is asked`,
    comparator: 'The result is a limit (< or >) that does not decide it',
    textual: 'The result is a text, not a number',
    implausible: (value, mistakes) =>
      `The result${value} decides nothing: the profile takes results ${mistakes} for mistakes`,
    shortCode: (code) => `The code ${code} is too short to be counted`,
    unreadableField: (field) => `The patient’s ${field} cannot be read`,
    missingField: (field) => `The patient’s ${field} is missing`,
    uncoded: 'The profile gives no code',
    fields: {
      name: 'name',
      cpr: 'CPR number',
      address: 'address',
      city: 'town',
      phone: 'telephone number',
      birthDate: 'date of birth',
      sex: 'sex',
      municipality: 'municipality',
      postalCode: 'postal code',
      insuranceGroup: 'insurance group',
      practitioner: 'usual GP',
      deceased: 'date of death',
      registered: 'date of registration',
      listed: 'registration',
    },
  },
};
