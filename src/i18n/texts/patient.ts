/** Fixed texts on screen: a patient. */
import type { Translated } from './types.ts';

const da = {
  sexShort: { female: 'K', male: 'M' },
  sex: { female: 'kvinde', male: 'mand' },
  /** Of a child. */
  childSex: { female: 'pige', male: 'dreng' },
  age: (years: string) => `${years} år`,
  insuranceGroup: (group: number) => `gruppe ${group}`,
  practitioner: (name: string) => `fast læge ${name}`,
  deceased: (date: string) => `død ${date}`,
  unknownAge: 'ukendt alder',
  openJournal: (name: string) => `Åbn journal for ${name}`,
  noCpr: 'uden CPR',
  noName: 'uden navn',
};

const en: Translated<typeof da> = {
  sexShort: { female: 'F', male: 'M' },
  sex: { female: 'female', male: 'male' },
  childSex: { female: 'girl', male: 'boy' },
  age: (years) => (years === '1' ? '1 year' : `${years} years`),
  insuranceGroup: (group) => `group ${group}`,
  practitioner: (name) => `usual GP ${name}`,
  deceased: (date) => `died ${date}`,
  unknownAge: 'age unknown',
  openJournal: (name) => `Open the journal of ${name}`,
  noCpr: 'no CPR',
  noName: 'no name',
};

export const patientTexts = { da, en };
