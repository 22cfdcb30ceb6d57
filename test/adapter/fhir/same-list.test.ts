/** The list of the made-up clinic by way of a FHIR server is the one that the records themselves give, in every profile. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateClinic } from '../../../fixtures/clinic/index.ts';
import { fhirAdapter, type FhirOptions } from '../../../src/adapter/fhir/index.ts';
import { memoryAdapter } from '../../../src/adapter/index.ts';
import type { Clinic } from '../../../src/engine/index.ts';
import { serveFhir, type LittleServer } from './little-server.ts';
import { expectSameLists, load, mapping, plans } from './same-lists.ts';
import { writeClinic } from './write-clinic.ts';

const asOf = '2026-11-24';
/** The whole clinic is asked of a server that nobody here wrote (`test/fhir`). */
const size = 100;
const { description, patients: all } = generateClinic({ size });
// What a source lacks for one patient alone, no resource of FHIR's says.
const patients = all.filter(({ coverage }) => !coverage);

let server: LittleServer;
let expected: Clinic;
beforeAll(async () => {
  server = await serveFhir((base) => writeClinic(patients, base));
  expected = (await load(memoryAdapter({ description, patients }), plans, asOf)).clinic;
});
afterAll(() => server.close());

function withoutBodies(records: unknown): unknown {
  return JSON.parse(
    JSON.stringify(records, (key, value: unknown) => (key === 'body' ? undefined : value)),
  );
}

function fhirClinic(more: Partial<FhirOptions> = {}) {
  const { coverage, patients: _, ...clinic } = description;
  return fhirAdapter({
    clinic,
    base: server.base,
    fetch,
    coverage,
    page: 100,
    ...mapping,
    ...more,
  });
}

describe('by way of a FHIR server', () => {
  it('every list is the same, patient by patient', async () => {
    const { adapter, report } = fhirClinic();
    const loaded = await load(adapter, plans, asOf);
    expect(report().unknown).toEqual({});
    expect(loaded.patients).toHaveLength(patients.length);
    expectSameLists(expected, loaded.clinic, plans, asOf);
  });

  it('a list that lacks something is found to be another', async () => {
    const { adapter } = fhirClinic({ map: { ...mapping.map, Immunization: false } });
    const { clinic } = await load(adapter, plans, asOf);
    expect(() => expectSameLists(expected, clinic, plans, asOf)).toThrow();
  });

  it('a patient alone is the patient of the clinic', async () => {
    const { adapter } = fhirClinic();
    const { patients: found, request } = await load(adapter, plans, asOf);
    for (const each of found.filter((_, index) => index % 10 === 0)) {
      const one = await adapter.patient(each.patient.id, request, new AbortController().signal);
      expect(withoutBodies(one)).toEqual(each);
    }
  });
});
