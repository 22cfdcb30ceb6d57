/** Whether the list of an adapter is the list of another, patient by patient. */
import { expect } from 'vitest';
import { profiles } from '../../../fixtures/profiles/index.ts';
import { describeClinic, streamBatches, type ClinicAdapter } from '../../../src/adapter/index.ts';
import type { FhirOptions, FhirResource } from '../../../src/adapter/fhir/index.ts';
import { Clinic, compile, evaluate, requestFor, type Plan } from '../../../src/engine/index.ts';
import { parseProfile } from '../../../src/profile/index.ts';
import type { ClinicalRecord, PatientRecords } from '../../../src/record/index.ts';
import { ownExtensions, ownSystems } from './write-clinic.ts';

export const plans: readonly Plan[] = profiles.map((document) => {
  const parsed = parseProfile(document);
  if (!parsed.ok) throw new Error('A profile does not parse.');
  return compile(parsed.profile);
});

/** What the host of the made-up clinic's server tells the adapter. */
export const mapping = {
  systems: {
    [ownSystems.ydelse]: 'ydelse',
    [ownSystems.local]: 'local',
    [ownSystems.product]: 'product',
  },
  map: {
    Patient: {
      read: (resource, own) => ({
        ...own,
        ...present('insuranceGroup', extension(resource, ownExtensions.insuranceGroup)),
        ...present('registered', extension(resource, ownExtensions.registered)),
        ...present('listed', extension(resource, ownExtensions.listed)),
      }),
    },
    ServiceRequest: {
      read: (resource, own) =>
        extension(resource, ownExtensions.accepted) === true
          ? own.map((each) =>
              each.type === 'referral'
                ? { ...each, record: { ...each.record, status: 'accepted' as const } }
                : each,
            )
          : own,
    },
  },
} satisfies Partial<FhirOptions>;

function present(field: string, value: unknown): object {
  return value === undefined ? {} : { [field]: value };
}

function extension({ extension: all }: FhirResource, url: string): unknown {
  const found = (all as readonly Record<string, unknown>[] | undefined)?.find(
    (each) => each.url === url,
  );
  return found && Object.entries(found).find(([key]) => key.startsWith('value'))?.[1];
}

/** Loads a clinic of an adapter, as the library does. */
export async function load(adapter: ClinicAdapter, over: readonly Plan[], asOf: string) {
  const { description } = await describeClinic(adapter, { deadline: 600_000 });
  const request = requestFor(over, asOf);
  const clinic = new Clinic(description.coverage);
  const patients: PatientRecords[] = [];
  for await (const batch of streamBatches(adapter, request, { deadline: 600_000 })) {
    patients.push(...batch);
    clinic.add(batch);
  }
  return { description, clinic, patients, request };
}

/** Holds two clinics against each other: members, undecided, markers and what stands in each column. */
export function expectSameLists(
  one: Clinic,
  other: Clinic,
  over: readonly Plan[],
  asOf: string,
): void {
  for (const plan of over) {
    const [expected, found] = [one, other].map((clinic) => listOf(plan, clinic, asOf));
    expect(found, plan.profile.id).toEqual(expected);
  }
}

function listOf(plan: Plan, clinic: Clinic, asOf: string) {
  const population = evaluate(plan, clinic, asOf);
  const { members, undecided } = population;
  const told = Object.fromEntries(
    members.map((id) => {
      const { markers, cells } = population.outcome(id);
      return [
        id,
        {
          markers: markers.map(({ marker, truth }) => `${marker.id} ${truth}`),
          cells: cells.map(({ item, state, field, records }) => ({
            item: item.id,
            state,
            field,
            records: records.map(bare),
          })),
        },
      ];
    }),
  );
  return { members: [...members].sort(), undecided: [...undecided].sort(), told };
}

/** Without its place in the list that was handed over. */
function bare({ index: _, ...record }: ClinicalRecord): object {
  return record;
}
