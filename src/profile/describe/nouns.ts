/** The record types in words. */
import type { QueryType } from '../queries.ts';
import type { Language } from '../types.ts';

/** One, many, and the type as such where that is not "many". */
type Noun = readonly [one: string, many: string, type?: string];

export const nouns: Readonly<Record<Language, Readonly<Record<QueryType, Noun>>>> = {
  da: {
    diagnosis: ['diagnose', 'diagnoser'],
    medication: ['medicin', 'præparater', 'medicin'],
    result: ['prøve', 'prøver'],
    service: ['ydelse', 'ydelser'],
    appointment: ['aftale', 'aftaler'],
    referral: ['henvisning', 'henvisninger'],
    letter: ['epikrise', 'epikriser'],
  },
  en: {
    diagnosis: ['diagnosis', 'diagnoses'],
    medication: ['medication', 'medications', 'medication'],
    result: ['result', 'results'],
    service: ['service', 'services'],
    appointment: ['appointment', 'appointments'],
    referral: ['referral', 'referrals'],
    letter: ['discharge letter', 'discharge letters'],
  },
};

/** The type as it stands inside a sentence: `medicin`, `henvisninger`. */
export function nameType(type: QueryType, language: Language): string {
  const [, many, name = many] = nouns[language][type];
  return name;
}

/** One of the type, as it stands alone: `Henvisning`. */
export function nameOne(type: QueryType, language: Language): string {
  return sentence(nouns[language][type][0]);
}

/** With a capital first. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
