/** Test patients of a profile in words: what was expected, what came of it, why, and what nobody tests. */
import type { ByLanguage } from '../language.ts';

type Answer = 'yes' | 'no' | 'unknown' | 'out' | 'not-asked' | 'missing';

export interface ProfileTestPhrases {
  readonly tests: string;
  readonly population: string;
  readonly marker: (title: string) => string;
  readonly indicator: (title: string) => string;
  readonly criterion: (text: string) => string;
  readonly answers: Readonly<Record<Answer, string>>;
  /** `Egon, 24. nov. 2026`. */
  readonly onDay: (title: string, day: string) => string;
  readonly noMember: (membership: string) => string;
  readonly deceased: string;
  readonly unborn: string;
  readonly noSuchMarker: (id: string) => string;
  readonly noSuchIndicator: (id: string) => string;
  readonly noSuchCriterion: (place: string) => string;
  readonly expectsNothing: string;
  /** A criterion in words, how it came out, and by which records. */
  readonly because: (text: string, answer: string, records: string) => string;
  readonly unread: (what: string) => string;
  readonly unknownKey: (key: string) => string;
  readonly andMore: (count: number) => string;
}

export const profileTestPhrases: ByLanguage<ProfileTestPhrases> = {
  da: {
    tests: 'Testpatienter',
    population: 'Populationen',
    marker: (title) => `Markøren »${title}«`,
    indicator: (title) => `Indikatoren »${title}«`,
    criterion: (text) => `Kriteriet »${text}«`,
    answers: {
      yes: 'ja',
      no: 'nej',
      unknown: 'kan ikke afgøres',
      out: 'tælles ikke med',
      'not-asked': 'spørges ikke',
      missing: 'findes ikke',
    },
    onDay: (title, day) => `${title}, ${day}`,
    noMember: (membership) =>
      `Der spørges kun om dem, der er i populationen; her er svaret: ${membership}.`,
    deceased: 'Patienten er død på dagen.',
    unborn: 'Patienten er ikke født på dagen.',
    noSuchMarker: (id) => `Profilen har ingen markør »${id}«: ret id’et, eller fjern svaret.`,
    noSuchIndicator: (id) => `Profilen har ingen indikator »${id}«: ret id’et, eller fjern svaret.`,
    noSuchCriterion: (place) =>
      `Der står intet kriterium på ${place}: ret stedet (JSON Pointer), eller fjern svaret.`,
    expectsNothing: 'Testpatienten venter intet svar: skriv mindst ét i "expect".',
    because: (text, answer, records) =>
      `${text}: ${answer}${records === '' ? '' : ` (${records})`}`,
    unread: (what) => `Kunne ikke læses: ${what}`,
    unknownKey: (key) => `Nøglen "${key}" kendes ikke, så den gør ingen forskel.`,
    andMore: (count) => `og ${count} mere`,
  },
  en: {
    tests: 'Test patients',
    population: 'The population',
    marker: (title) => `The marker “${title}”`,
    indicator: (title) => `The indicator “${title}”`,
    criterion: (text) => `The criterion “${text}”`,
    answers: {
      yes: 'yes',
      no: 'no',
      unknown: 'cannot be determined',
      out: 'not counted',
      'not-asked': 'not asked',
      missing: 'not there',
    },
    onDay: (title, day) => `${title}, ${day}`,
    noMember: (membership) =>
      `Only members of the population are asked; here that is: ${membership}.`,
    deceased: 'The patient is dead on the day.',
    unborn: 'The patient is not born on the day.',
    noSuchMarker: (id) =>
      `The profile has no marker “${id}”: correct the id, or remove the answer.`,
    noSuchIndicator: (id) =>
      `The profile has no indicator “${id}”: correct the id, or remove the answer.`,
    noSuchCriterion: (place) =>
      `No criterion stands at ${place}: correct the place (JSON Pointer), or remove the answer.`,
    expectsNothing: 'The test patient expects no answer: write at least one in "expect".',
    because: (text, answer, records) =>
      `${text}: ${answer}${records === '' ? '' : ` (${records})`}`,
    unread: (what) => `Could not be read: ${what}`,
    unknownKey: (key) => `The key "${key}" is not known, so it makes no difference.`,
    andMore: (count) => `and ${count} more`,
  },
};

/** What a test patient is called that is made up for something: what is tested, and how it is to come out. */
export function proposedTestTitle(name: string, wanted: 'yes' | 'no'): { da: string; en: string } {
  const short = name.length > 120 ? `${name.slice(0, 119)}…` : name;
  const { da, en } = profileTestPhrases;
  return { da: `${short}: ${da.answers[wanted]}`, en: `${short}: ${en.answers[wanted]}` };
}
