/** The made-up clinic as the CQL engine reads it: a bundle of FHIR R4 for each patient. */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import type { FhirResource } from 'fhir/r4';
import { cqlCoverage, type CqlWritten } from '../../src/languages/index.ts';
import type { CoverageByType, PatientRecords } from '../../src/record/index.ts';
import { recordTypes } from '../../src/record/index.ts';
import { writeClinic } from '../adapter/fhir/write-clinic.ts';

export interface CqlPatient {
  readonly id: string;
  readonly coverage: readonly object[];
  readonly bundle: object;
}

/** What is answered of one profile. */
export interface CqlAnswers {
  readonly main: string;
  readonly elm: object;
  readonly patients: Readonly<Record<string, Readonly<Record<string, boolean | null>>>>;
}

/** A patient with everything, and what is covered of each type: what was handed over whole (R9), or as it is declared. */
export function cqlPatient(records: PatientRecords, clinic: CoverageByType): CqlPatient {
  const { patient, coverage } = records;
  const supplied = Object.fromEntries(
    recordTypes.map((type) => [type, { available: true }]),
  ) as CoverageByType;
  const resources = [...writeClinic([records], 'https://klinik.example/fhir')];
  return {
    id: patient.id,
    coverage: cqlCoverage({ ...supplied, ...clinic, ...coverage }),
    bundle: {
      resourceType: 'Bundle',
      type: 'collection',
      entry: resources.flatMap(withContained).map((resource) => ({ resource })),
    },
  };
}

/** A medicine that another resource contains beside it: cql-exec-fhir sees no type of what is contained. */
function withContained(resource: FhirResource): readonly FhirResource[] {
  if (resource.resourceType !== 'MedicationStatement' || !resource.contained) return [resource];
  const [medicine] = resource.contained;
  const id = `${resource.id}-${medicine!.id}`;
  const { contained: _, ...rest } = resource;
  return [
    { ...medicine!, id } as FhirResource,
    { ...rest, medicationReference: { reference: `Medication/${id}` } },
  ];
}

/**
 * Translates and, over patients, runs what was written of profiles, in a process of its own (`run-cql.mjs`).
 * @param asked Of whom markers and indicators are asked: of members alone (R22), or of everyone.
 */
export async function runCql(
  written: readonly CqlWritten[],
  asOf: string,
  patients: readonly CqlPatient[],
  asked: 'members' | 'everyone' = 'members',
): Promise<readonly CqlAnswers[]> {
  const job = {
    asOf,
    asked,
    patients,
    profiles: written.map(({ library, includes, names }) => ({
      main: library.name,
      libraries: Object.fromEntries([library, ...includes].map(({ name, text }) => [name, text])),
      population: names.population,
      expressions: [
        ...Object.values(names.markers),
        ...Object.values(names.indicators).flatMap(({ numerator, denominator }) => [
          numerator,
          denominator,
        ]),
      ],
    })),
  };
  const child = spawn(process.execPath, ['test/languages/run-cql.mjs'], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  child.stdin.end(JSON.stringify(job));
  const chunks: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk));
  const [code] = (await once(child, 'close')) as [number];
  if (code !== 0) throw new Error('The CQL was not run: what is wrong stands above.');
  const lines = Buffer.concat(chunks).toString('utf8').trim().split('\n');
  return JSON.parse(lines.at(-1)!) as readonly CqlAnswers[];
}
