/** Nothing is dropped in silence: whatever a server makes of a resource, it is a record, is counted, or leaves its type unknown. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { FhirResource } from 'fhir/r4';
import { generateClinic } from '../../../fixtures/clinic/index.ts';
import {
  checkPatient,
  listNames,
  recordTypes,
  type PatientRecords,
  type RecordType,
} from '../../../src/record/index.ts';
import { cases } from '../../depth.ts';
import { mapping } from './same-lists.ts';
import { asOf, stage } from './stage.ts';
import { writeClinic } from './write-clinic.ts';

type Json = Record<string, unknown>;

const typeOf: Readonly<Record<string, RecordType>> = {
  ...{ Condition: 'diagnosis', MedicationStatement: 'medication', MedicationRequest: 'medication' },
  ...{
    Observation: 'result',
    Procedure: 'service',
    Encounter: 'service',
    Appointment: 'appointment',
  },
  ...{ ServiceRequest: 'referral', DocumentReference: 'letter', Immunization: 'vaccination' },
  CarePlan: 'carePlan',
};

/** Of each resource type the first few that the made-up clinic has. */
function samples(): readonly FhirResource[] {
  const { patients } = generateClinic({ size: 150 });
  const found = new Map<string, FhirResource[]>();
  for (const resource of writeClinic(patients, 'https://elsewhere.example')) {
    const own = found.get(resource.resourceType) ?? [];
    found.set(resource.resourceType, own);
    if (own.length < 6) own.push(whoseItIs(resource));
  }
  found.delete('Patient');
  found.delete('Medication');
  return [...found.values()].flat();
}

/** The same of the one patient that there is. */
function whoseItIs(resource: FhirResource): FhirResource {
  const text = JSON.stringify(resource).replaceAll(
    /(?:https:\/\/elsewhere\.example\/)?Patient\/[\w-]+/g,
    'Patient/p1',
  );
  return JSON.parse(text) as FhirResource;
}

/** Places in a JSON value, each as the keys that lead there; whose it is and what it is stay. */
function* placesIn(value: unknown, way: readonly string[] = []): Generator<readonly string[]> {
  if (typeof value !== 'object' || value === null) return;
  for (const [key, part] of Object.entries(value)) {
    if (
      way.length === 0 &&
      ['resourceType', 'id', 'subject', 'patient', 'participant'].includes(key)
    )
      continue;
    yield [...way, key];
    yield* placesIn(part, [...way, key]);
  }
}

function changed(resource: FhirResource, way: readonly string[], to: unknown): FhirResource {
  const copy = structuredClone(resource) as unknown as Json;
  const holder = way.slice(0, -1).reduce((part, key) => part[key] as Json, copy);
  const last = way.at(-1)!;
  if (to === undefined) delete holder[last];
  else holder[last] = to;
  return copy as unknown as FhirResource;
}

const resources = samples();
const broken = fc
  .constantFrom(...resources)
  .chain((resource) =>
    fc.tuple(
      fc.constant(resource),
      fc.constantFrom(...placesIn(resource)),
      fc.oneof(
        fc.constant(undefined),
        fc.constant(null),
        fc.string(),
        fc.integer(),
        fc.constant([]),
        fc.constant({}),
        fc.jsonValue(),
      ),
    ),
  )
  .map(([resource, way, to]) => changed(resource, way, to));

it('a resource of any shape is told, counted, or unknown', async () => {
  let current = resources[0]!;
  const { read } = await stage(
    [{ resourceType: 'Patient', id: 'p1', birthDate: '1941-06-15' }],
    {
      bundle: (bundle, { resourceType, page }) =>
        resourceType !== current.resourceType
          ? bundle
          : {
              ...bundle,
              total: 1,
              ...(page === undefined ? {} : { entry: [{ resource: current }] }),
            },
    },
    mapping,
  );
  await fc.assert(
    fc.asyncProperty(broken, async (resource) => {
      current = resource;
      const { patients, report, error } = await read({
        asOf,
        types: { [typeOf[resource.resourceType]!]: {} },
      });
      expect(error).toBeUndefined();
      const [patient] = patients;
      expect(checkPatient(patient).patient).toBeDefined();
      const told = recordsOf(patient!) + report.leftOut.length + Object.keys(report.unknown).length;
      expect(told).toBeGreaterThan(0);
    }),
    { numRuns: cases(40, 40) },
  );
});

function recordsOf(patient: PatientRecords): number {
  return recordTypes.reduce((sum, type) => sum + (patient[listNames[type]]?.length ?? 0), 0);
}
