/**
 * The whole made-up clinic by way of a FHIR server that nobody here wrote (`test/fhir`): in every profile the list is the
 * one that the records themselves give, patient by patient. `npm run test:fhir` installs the server and runs this.
 */
import { spawn, type ChildProcessByStdio } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import { performance } from 'node:perf_hooks';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { defaultClinic, generateClinic } from '../../../fixtures/clinic/index.ts';
import { fhirAdapter, type FhirMap } from '../../../src/adapter/fhir/index.ts';
import { memoryAdapter } from '../../../src/adapter/index.ts';
import { expectSameLists, load, mapping, plans } from './same-lists.ts';
import { writeClinic } from './write-clinic.ts';

const { asOf } = defaultClinic;

/** Milliseconds, on a machine that has much else to do. */
const longest = 3_600_000;

/** In memory the server looks every reference up that it asks for by `patient`: seconds for a patient. */
const bySubject = Object.fromEntries(
  [
    ...['Condition', 'MedicationStatement', 'MedicationRequest', 'Observation', 'Procedure'],
    ...['Encounter', 'DocumentReference', 'CarePlan'],
  ].map((type) => [type, { patient: 'subject' }]),
) satisfies FhirMap;
const size = Number(process.env.OVERBLIK_FHIR ?? 0);

describe.skipIf(size === 0)('by way of Medplum’s FHIR server', () => {
  const { description, patients: all } = generateClinic({ size });
  // What a source lacks for one patient alone, no resource of FHIR's says.
  const patients = all.filter(({ coverage }) => !coverage);
  const { coverage, patients: _, ...clinic } = description;

  let server: ChildProcessByStdio<Writable, Readable, null>;
  let base: string;
  beforeAll(async () => {
    server = spawn('node', ['test/fhir/server.mjs'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]();
    base = String((await lines.next()).value);
    for (const resource of writeClinic(patients, base))
      if (!server.stdin.write(`${JSON.stringify(resource)}\n`)) await once(server.stdin, 'drain');
    server.stdin.end();
    await lines.next();
  }, longest);
  afterAll(() => server.kill());

  it(
    'every list is the same, patient by patient',
    async () => {
      const expected = await load(memoryAdapter({ description, patients }), plans, asOf);
      const { adapter, report } = fhirAdapter({
        ...mapping,
        ...{ clinic, base, fetch, coverage, page: 10_000 },
        map: {
          ...bySubject,
          Appointment: { patient: 'actor' },
          ...mapping.map,
          ServiceRequest: { patient: 'subject', ...mapping.map.ServiceRequest },
        },
      });
      const start = performance.now();
      const loaded = await load(adapter, plans, asOf);
      const seconds = (performance.now() - start) / 1000;
      const { requests, read, unknown } = report();
      const resources = Object.values(read).reduce((sum, count) => sum + count, 0);
      console.log(
        `${patients.length} patients, ${resources} resources: ${requests} requests, ${seconds.toFixed(1)} s`,
      );
      expect(unknown).toEqual({});
      expect(loaded.patients).toHaveLength(patients.length);
      expectSameLists(expected.clinic, loaded.clinic, plans, asOf);

      // One of five hundred, by itself.
      for (const each of loaded.patients.filter((_, index) => index % 500 === 0)) {
        const one = await adapter.patient(
          each.patient.id,
          loaded.request,
          new AbortController().signal,
        );
        expect(report().unknown).toEqual({});
        expect(one?.coverage).toEqual(each.coverage);
        expect(one?.diagnoses).toEqual(each.diagnoses);
        expect(one?.results).toEqual(each.results);
        expect(one?.medications).toEqual(each.medications);
        expect(one?.services).toEqual(each.services);
      }
    },
    longest,
  );
});
