/** Mistakes of a mapping, as the first adapter of a vendor makes them. */
import {
  describedAs,
  each,
  mutant,
  over,
  own,
  renamed,
  textOf,
  type Loose,
  type Mutant,
} from './mutant.ts';

/** `2024-05-02` as a Danish form has it. */
function danish(date: unknown): string {
  const [year = '', month = '', day = ''] = String(date).slice(0, 10).split('-');
  return `${day}-${month}-${year}`;
}

/** A day before or after. */
function shifted(date: unknown, days: number): string {
  const time = Date.parse(`${String(date).slice(0, 10)}T12:00:00Z`) + days * 86_400_000;
  return new Date(time).toISOString().slice(0, 10);
}

const swapped: Readonly<Record<string, string>> = { female: 'male', male: 'female' };

/** What becomes of UTF-8 that is read as Latin-1. */
function garbled(text: unknown): string {
  return Array.from(new TextEncoder().encode(String(text)), (byte) =>
    String.fromCharCode(byte),
  ).join('');
}

/** A profile that compares HbA1c and creatinine with numbers, each in one place alone. */
const comparing = {
  ...{ format: 'overblik-profile/1', id: 'test.sammenligner', version: '1.0.0' },
  ...{ title: { da: 'Sammenligner' }, purpose: [{ da: 'At prøve' }] },
  population: { include: { patient: { sex: 'female' } } },
  information: [],
  markers: [
    {
      ...{ id: 'hba1c', level: 'warning', title: { da: 'HbA1c' } },
      when: {
        result: {
          codes: { system: 'NPU', include: ['NPU27300'] },
          value: { above: 58, unit: 'mmol/mol' },
        },
      },
    },
  ],
  indicators: [
    {
      ...{ id: 'ldl', title: { da: 'LDL' } },
      numerator: {
        result: {
          codes: { system: 'NPU', include: ['NPU01568'] },
          value: { below: 2.6, unit: 'mmol/L' },
        },
      },
    },
  ],
};

export const dataMutants: readonly Mutant[] = [
  mutant('DAT-01', 'calls the diagnoses conditions', () =>
    over((patient) => renamed(patient, 'diagnoses', 'conditions')),
  ),
  mutant('DAT-01', 'writes Medications', () =>
    over((patient) => renamed(patient, 'medications', 'Medications')),
  ),
  mutant('DAT-02', 'hands results over by code', () =>
    over((patient) => ({ ...patient, results: { NPU27300: patient.results } })),
  ),
  mutant('DAT-02', 'hands services over as JSON text', () =>
    over((patient) => ({ ...patient, services: JSON.stringify(patient.services ?? []) })),
  ),
  mutant('DAT-03', 'calls the sex gender', () =>
    own((patient) => renamed(patient, 'sex', 'gender')),
  ),
  mutant('DAT-03', 'calls the birth date dob', () =>
    own((patient) => renamed(patient, 'birthDate', 'dob')),
  ),
  mutant('DAT-04', 'hands over lists of codes', () => each('diagnoses', ({ code }) => code)),
  mutant('DAT-05', 'writes date for at', () =>
    each('results', (record) => renamed(record, 'at', 'date')),
  ),
  mutant('DAT-05', 'writes kode for code', () =>
    each('diagnoses', (record) => renamed(record, 'code', 'kode')),
  ),
  mutant('DAT-05', 'writes endDate for to', () =>
    each('medications', ({ to, ...record }) => ({ ...record, endDate: to ?? '2025-01-01' })),
  ),
  mutant('DAT-05', 'writes units for unit', () =>
    each('results', (record) => renamed(record, 'unit', 'units')),
  ),
  mutant('DAT-06', 'writes Danish dates', () =>
    each('diagnoses', (record) => ({ ...record, from: danish(record.from) })),
  ),
  mutant('DAT-06', 'hands dates over as milliseconds', () =>
    each('results', (record) => ({ ...record, at: Date.parse(String(record.at)) })),
  ),
  mutant('DAT-06', 'hands dates over as objects', () =>
    each('services', (record) => ({ ...record, at: new Date(String(record.at)) })),
  ),
  mutant('DAT-07', 'reads a two-digit year in the wrong century', () =>
    each('services', (record) => ({ ...record, at: `18${String(record.at).slice(2)}` })),
  ),
  mutant('DAT-08', 'exchanges the beginning and the end', () =>
    each('medications', ({ from, to, ...record }) => ({
      ...record,
      from: to ?? '2026-01-01',
      to: shifted(from, -1),
    })),
  ),
  mutant('DAT-09', 'hands over 9999-12-31 for the day of an appointment', () =>
    each('appointments', (record) => ({ ...record, at: '9999-12-31' })),
  ),
  mutant('DAT-10', 'has no day for a referral', () =>
    each('referrals', ({ at: _, ...record }) => record),
  ),
  mutant('DAT-11', 'has no code for a diagnosis', () =>
    each('diagnoses', (record) => ({ ...record, code: '' })),
  ),
  mutant('DAT-12', 'hands over what was ordered and not answered', () =>
    each('results', (record, index) => (index % 3 === 0 ? { ...record, value: null } : record)),
  ),
  mutant('DAT-12', 'hands over results that say that nothing was measured', () =>
    each('results', (record, index) =>
      index % 3 === 0 ? { ...record, value: 'ej målt' } : record,
    ),
  ),
  mutant('DAT-13', 'hands codes over as objects', () =>
    each('diagnoses', (record) => ({ ...record, code: { value: record.code } })),
  ),
  mutant('DAT-13', 'hands units over as numbers', () =>
    each('results', (record) => ({ ...record, unit: 3 })),
  ),
  mutant('DAT-14', 'tells the status of an appointment in Danish', () =>
    each('appointments', (record) => ({ ...record, status: 'aftalt' })),
  ),
  mutant('DAT-14', 'tells that a medicine has ended by a status', () =>
    each('medications', ({ to: _, ...record }) => ({ ...record, status: 'seponeret' })),
  ),
  mutant('DAT-15', 'puts a whole letter into a code', () =>
    each('services', (record) => ({ ...record, code: 'x'.repeat(2000) })),
  ),
  mutant('DAT-16', 'has the name in two fields', () =>
    own(({ name, ...patient }) => ({ ...patient, firstName: name, lastName: name })),
  ),
  mutant('DAT-17', 'writes Danish birth dates', () =>
    own((patient) => ({ ...patient, birthDate: danish(patient.birthDate) })),
  ),
  mutant('DAT-17', 'leaves the birth date out', () =>
    own(({ birthDate: _, ...patient }) => patient),
  ),
  mutant('DAT-18', 'hands the sex over by its number', () =>
    own((patient) => ({ ...patient, sex: patient.sex === 'female' ? 2 : 1 })),
  ),
  mutant('DAT-19', 'tells the dead by true', () =>
    own((patient) => ({ ...patient, deceased: true })),
  ),
  mutant('DAT-19', 'keeps an empty date of death as a number', () =>
    own((patient) => ({ ...patient, deceased: '1970-01-01' })),
  ),
  mutant('DAT-20', 'has an insurance group that there is none of', () =>
    own((patient) => ({ ...patient, insuranceGroup: 3 })),
  ),
  mutant('DAT-21', 'tells coverage of a patient by true and false', () =>
    over((patient) => ({ ...patient, coverage: { letter: true } })),
  ),
  mutant('DAT-22', 'masks the CPR numbers', () =>
    own((patient) => ({ ...patient, cpr: `${String(patient.cpr).slice(0, 6)}-xxxx*` })),
  ),
  mutant('DAT-23', 'exchanges day and month of the birth', () =>
    own((patient) => {
      const [year, month = '', day = ''] = String(patient.birthDate).split('-');
      return {
        ...patient,
        birthDate: Number(day) <= 12 ? `${year}-${day}-${month}` : patient.birthDate,
      };
    }),
  ),
  mutant('DAT-24', 'writes birth dates by toISOString, in Denmark', () =>
    own((patient) => ({ ...patient, birthDate: shifted(patient.birthDate, -1) })),
  ),
  mutant('DAT-25', 'exchanges women and men', () =>
    own((patient) => ({ ...patient, sex: swapped[String(patient.sex)] ?? patient.sex })),
  ),
  mutant('DAT-26', 'writes local midnights in UTC', () =>
    each('diagnoses', (record) => ({ ...record, from: `${shifted(record.from, -1)}T22:00:00Z` })),
  ),
  mutant('DAT-27', 'writes the days of services by toISOString, in Denmark', () =>
    each('services', (record) => ({ ...record, at: shifted(record.at, -1) })),
  ),
  mutant('DAT-28', 'dates everything on the day of the import', () =>
    each('diagnoses', (record, index) => ({
      ...record,
      from: '2024-03-01',
      to: undefined,
      text: `Diagnose ${index}`,
    })),
  ),
  mutant('DAT-29', 'reads two-digit years as to come', () =>
    each('diagnoses', ({ to: _, ...record }) => ({
      ...record,
      from: `2062${String(record.from).slice(4, 10)}`,
    })),
  ),
  mutant('DAT-30', 'forgets the results, and says that they are all there', () =>
    over((patient) => ({ ...patient, results: [] })),
  ),
  mutant('DAT-31', 'says that it has no services, and hands them over', () =>
    describedAs(({ coverage }) => ({ coverage: { ...coverage, service: { available: false } } })),
  ),
  mutant('DAT-32', 'ends each medicine on the day of the prescription', () =>
    each('medications', (record) => ({ ...record, to: record.from })),
  ),
  mutant('DAT-33', 'never ends a medicine', () =>
    each('medications', ({ to: _, ...record }) => record),
  ),
  mutant('DAT-34', 'has every result twice, by a join', () =>
    over((patient) => ({
      ...patient,
      results:
        (patient.results as readonly Loose[] | undefined)?.flatMap((record) => [
          record,
          { ...record },
        ]) ?? [],
    })),
  ),
  mutant('DAT-35', 'hands SKS codes over without their system', () =>
    each('diagnoses', ({ system: _, ...record }) => ({
      ...record,
      code: `DF0${String(record.code).slice(-2)}`,
    })),
  ),
  mutant('DAT-35', 'has the names of medicines in the place of codes', () =>
    each('medications', (record) => ({
      ...record,
      code: record.code ? 'Simvastatin' : record.code,
    })),
  ),
  mutant('DAT-36', 'names a code system that nobody has', () =>
    each('services', (record) => ({ ...record, system: 'vendor-ydelser-v2' })),
  ),
  mutant('DAT-37', 'has no code for its medicines', () =>
    each('medications', ({ code: _, ...record }) => ({
      ...record,
      text: record.text ?? 'Medicin',
    })),
  ),
  mutant('DAT-38', 'writes numbers with a decimal comma', () =>
    each('results', (record) => ({
      ...record,
      value:
        typeof record.value === 'number' ? String(record.value).replace('.', ',') : record.value,
    })),
  ),
  mutant('DAT-39', 'hands over remarks in the place of numbers', () =>
    each('results', (record, index) =>
      index % 4 === 0 ? { ...record, value: 'hæmolyse' } : record,
    ),
  ),
  mutant('DAT-40', 'writes the name of what was measured into the unit', () =>
    each('results', (record) => ({ ...record, unit: `${textOf(record.unit)} P-Kalium` })),
  ),
  mutant('DAT-41', 'drops the units', () => each('results', ({ unit: _, ...record }) => record)),
  mutant('DAT-42', 'reads UTF-8 as Latin-1', () =>
    own((patient) => ({
      ...patient,
      address: garbled(`${textOf(patient.address)} Søndergård`),
    })),
  ),
  mutant('DAT-42', 'hands markup over', () =>
    each('diagnoses', (record) => ({
      ...record,
      text: `<b>${textOf(record.text, 'Diagnose')}</b>`,
    })),
  ),
  mutant('DAT-43', 'has controls in its texts', () =>
    each('diagnoses', (record) => ({
      ...record,
      text: `${textOf(record.text)}\u0000\u202e`,
    })),
  ),
  mutant('DAT-44', 'names sources that it does not describe', () =>
    each('services', (record) => ({ ...record, source: 'Afregning' })),
  ),
  mutant('DAT-45', 'has its diagnoses in another system than the profile asks for', () =>
    each('diagnoses', (record) => ({ ...record, system: 'SNOMED CT' })),
  ),
  mutant(
    'DAT-46',
    'hands HbA1c over in the unit of another method, which only a marker asks for',
    () =>
      each('results', (record) =>
        record.code === 'NPU27300' ? { ...record, unit: 'mmol/L' } : record,
      ),
    { profiles: [comparing] },
  ),
  mutant(
    'DAT-46',
    'hands every fourth LDL over in mg/dL, which only an indicator asks for',
    () =>
      each('results', (record, index) =>
        record.code === 'NPU01568' && index % 2 === 0 ? { ...record, unit: 'mg/dL' } : record,
      ),
    { profiles: [comparing] },
  ),
];
