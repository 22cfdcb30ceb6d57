/** Two lists and a few patients: some on one, some on both, and one of whom the second cannot say. */
import { Clinic, compile, evaluate, type Population } from '../../src/engine/index.ts';
import { PopulationList, type Language } from '../../src/model/index.ts';
import { combineProfiles, type Profile } from '../../src/profile/index.ts';
import type { PatientRecords } from '../../src/record/index.ts';
import { asOf, complete, patientWith, profileOf } from '../engine/build.ts';

const nsaid = { medication: { codes: { system: 'ATC', include: ['M01A'] } } };

/** Diabetes, which is known of everybody. */
export const diabetes = profileOf(
  { diagnosis: { codes: { system: 'ICPC-2', include: ['T90'] } } },
  {
    id: 'dk.diabetes',
    title: { da: 'Diabetes', en: 'Diabetes (en)' },
    markers: [
      { id: 'nsaid', level: 'warning', title: { da: 'NSAID' }, when: nsaid },
      {
        ...{ id: 'ung', level: 'info', title: { da: 'Ung' }, short: { da: 'Alder' } },
        when: { patient: { age: { max: 60 } } },
      },
    ],
    information: [
      {
        ...{ id: 'aarskontrol', type: 'service', title: { da: 'Årskontrol' } },
        codes: { system: 'ydelse', include: ['0120'] },
      },
    ],
  },
);

/** COPD at an age, which is not known of those without a date of birth. */
export const copd = profileOf(
  {
    all: [
      { diagnosis: { codes: { system: 'ICPC-2', include: ['R95'] } } },
      { patient: { insuranceGroup: 1 } },
    ],
  },
  {
    id: 'dk.kol',
    title: { da: 'Patienter med KOL' },
    about: { short: { da: 'KOL', en: 'COPD' } },
    markers: [
      { id: 'gigtmedicin', level: 'critical', title: { da: 'NSAID ved KOL' }, when: nsaid },
      {
        ...{ id: 'gammel', level: 'warning', title: { da: 'Gammel' }, short: { da: 'Alder' } },
        when: { patient: { age: { min: 50 } } },
      },
    ],
  },
);

const [t90, r95] = ['T90', 'R95'].map((code) => ({ code, from: '2020-01-01' }));
const drug = { code: 'M01AE01', text: 'Ibuprofen', from: '2026-01-01' };
const named = (
  id: string,
  lists: Partial<PatientRecords>,
  patient: Partial<PatientRecords['patient']> = {},
) =>
  patientWith(lists, {
    id,
    name: `Navn ${id}`,
    birthDate: '1970-01-01',
    insuranceGroup: 1,
    ...patient,
  });
const { insuranceGroup: _, ...uninsured } = named('maybe', { diagnoses: [t90!, r95!] }).patient;

export const patients: readonly PatientRecords[] = [
  named('diabetes', { diagnoses: [t90!], medications: [drug] }),
  named('copd', { diagnoses: [r95!], medications: [drug] }),
  named('both', { diagnoses: [t90!, r95!], medications: [drug] }),
  { ...named('maybe', { diagnoses: [t90!, r95!], medications: [drug] }), patient: uninsured },
  {
    ...named('doubt', { diagnoses: [r95!] }),
    patient: { ...uninsured, id: 'doubt', name: 'Navn doubt' },
  },
  // A death that cannot be read.
  named('dead', { diagnoses: [t90!] }, { deceased: 'engang' }),
  named('none', {}),
];

export function combinedOf(...profiles: readonly Profile[]): Profile {
  const outcome = combineProfiles(profiles);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.profile;
}

export function populationOf(profile = combinedOf(diabetes, copd)): Population {
  const clinic = new Clinic(complete);
  clinic.add(patients);
  return evaluate(compile(profile), clinic, asOf);
}

export function listOf(
  population = populationOf(),
  language: Language = 'da',
  tab: 'members' | 'undecided' = 'members',
): PopulationList {
  const compareText = (a: string, b: string) => (a < b ? -1 : 1);
  return new PopulationList(population, { tab, language, compareText, patients: patients.length });
}
