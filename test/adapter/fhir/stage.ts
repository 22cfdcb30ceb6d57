/** A small FHIR server, and the adapter over it. */
import { afterEach } from 'vitest';
import type { FhirResource, Patient } from 'fhir/r4';
import { fhirAdapter, type FhirOptions } from '../../../src/adapter/fhir/index.ts';
import { describeClinic } from '../../../src/adapter/index.ts';
import {
  recordTypes,
  type PatientRecords,
  type RecordsRequest,
} from '../../../src/record/index.ts';
import { serveFhir, type Behaviour, type LittleServer } from './little-server.ts';

export const asOf = '2026-11-24';

/** Every type, every code. */
export const everything: RecordsRequest = {
  asOf,
  types: Object.fromEntries(recordTypes.map((type) => [type, {}])),
};

export const signal = new AbortController().signal;

const servers: LittleServer[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** Serves resources, and makes an adapter over them. */
export async function stage(
  resources: readonly FhirResource[] | ((base: string) => readonly FhirResource[]),
  behaviour: Behaviour = {},
  options: Partial<FhirOptions> = {},
) {
  const write = typeof resources === 'function' ? resources : () => resources;
  const server = await serveFhir(write, behaviour);
  servers.push(server);
  const { base } = server;
  const made = fhirAdapter({ clinic: { name: 'Klinikken' }, base, fetch, ...options });
  return {
    ...made,
    server,
    /** All patients, or what was thrown. */
    async read(request = everything, stop = signal) {
      const patients: PatientRecords[] = [];
      let signs = 0;
      let error: unknown;
      try {
        for await (const batch of made.adapter.records!(request, stop)) {
          if (batch.length === 0) signs++;
          patients.push(...batch);
        }
      } catch (thrown) {
        error = thrown;
      }
      return { patients, signs, error, report: made.report() };
    },
    describe: () => describeClinic(made.adapter, { deadline: 60_000 }),
  };
}

/** Patients `p1`, `p2` … */
export function people(count: number): readonly Patient[] {
  return Array.from({ length: count }, (_, index) => person(`p${index + 1}`));
}

export function person(id: string, more: Partial<Patient> = {}): Patient {
  return {
    resourceType: 'Patient',
    id,
    name: [{ text: 'Test Testesen' }],
    birthDate: '1941-06-15',
    gender: 'female',
    ...more,
  };
}

/** A diagnosis of each patient, so many each. */
export function conditions(patients: number, each = 1): readonly FhirResource[] {
  return Array.from({ length: patients * each }, (_, index) => ({
    resourceType: 'Condition',
    id: `c${index + 1}`,
    subject: { reference: `Patient/p${(index % patients) + 1}` },
    code: { coding: [{ system: 'urn:oid:1.2.208.176.2.31', code: 'P70' }] },
    onsetDateTime: '2020-01-01',
  }));
}
