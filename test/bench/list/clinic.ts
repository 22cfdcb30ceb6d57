/** The made-up people as a clinic's records, and a profile that shows them in twenty columns. */
import type { PatientRecords } from 'overblik';
import { diagnoses, medications, type Person } from './people.ts';

const results = {
  hba1c: { code: 'NPU27300', unit: 'mmol/mol' },
  egfr: { code: 'DNK35131', unit: 'mL/min' },
  systolic: { code: 'DNK05472', unit: 'mmHg' },
  ldl: { code: 'NPU01568', unit: 'mmol/L' },
  weight: { code: 'NPU03804', unit: 'kg' },
} as const;
const control = '0101';

/** Twenty columns; everyone is a member, by one of the ten diagnoses. */
export const profile = {
  format: 'overblik-profile/1',
  id: 'bench',
  version: '1.0.0',
  status: 'draft',
  title: { da: 'Alle', en: 'All' },
  purpose: [{ da: 'At måle listen', en: 'To measure the list' }],
  codes: {
    any: { system: 'ICPC-2', include: diagnoses },
    medicine: { system: 'ATC', include: medications },
    hba1c: { system: 'NPU', include: [results.hba1c.code] },
  },
  population: { include: { diagnosis: { codes: 'any' } } },
  information: [
    ...['address', 'municipality', 'practitioner', 'insuranceGroup', 'birthDate'].map((field) => ({
      id: field,
      type: 'patient',
      field,
      title: { da: field },
    })),
    { id: 'diagnosis', type: 'diagnosis', title: { da: 'Diagnose' }, codes: 'any', show: 'list' },
    {
      id: 'medication',
      type: 'medication',
      title: { da: 'Medicin' },
      codes: 'medicine',
      show: 'list',
    },
    ...Object.entries(results).map(([id, { code }]) => ({
      id,
      type: 'result',
      title: { da: id },
      codes: { system: 'NPU', include: [code] },
      show: 'latest',
    })),
    {
      id: 'lastVisit',
      type: 'service',
      title: { da: 'Seneste kontakt' },
      codes: { system: 'ydelse', include: [control] },
      show: 'latest',
    },
    {
      id: 'visits',
      type: 'service',
      title: { da: 'Kontakter' },
      codes: { system: 'ydelse', include: [control] },
      show: 'count',
    },
    { id: 'nextVisit', type: 'appointment', title: { da: 'Næste aftale' }, show: 'next' },
  ],
  markers: [
    {
      id: 'high',
      level: 'warning',
      title: { da: 'Højt HbA1c', en: 'High HbA1c' },
      when: {
        result: { codes: 'hba1c', pick: 'latest', value: { above: 100, unit: 'mmol/mol' } },
      },
    },
  ],
};

/** @param index Is the patient's id. */
export function recordsOf(person: Person, index: number): PatientRecords {
  const { cpr, name, birthDate, sex, address, postalCode, city, municipality } = person;
  const at = person.lastVisit ?? '2025-06-02';
  return {
    patient: {
      id: String(index),
      cpr: cpr.replace('-', ''),
      name,
      birthDate,
      sex,
      address,
      postalCode,
      city,
      municipality,
      practitioner: person.practitioner,
      insuranceGroup: person.group === 2 ? 2 : 1,
    },
    diagnoses: [{ code: person.diagnosis, from: '2019-03-11' }],
    medications: person.medication ? [{ code: person.medication, from: '2023-02-01' }] : [],
    results: Object.entries(results).flatMap(([id, { code, unit }]) => {
      const value = person[id as keyof typeof results];
      return value === null ? [] : [{ code, unit, at, value }];
    }),
    services: person.lastVisit ? [{ code: control, at: person.lastVisit }] : [],
    appointments: person.nextVisit ? [{ at: person.nextVisit, status: 'booked' as const }] : [],
  };
}
