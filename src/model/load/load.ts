import {
  AdapterFailure,
  describeClinic,
  searchClinic,
  streamBatches,
  type ClinicAdapter,
  type ClinicDescription,
} from '../../adapter/index.ts';
import { requestFor, type Clinic, type Plan, type Port } from '../../engine/index.ts';
import { recordTypes, type CalendarDate, type RecordsRequest } from '../../record/index.ts';
import { clinicBuilder, type ClinicBuilder } from './build.ts';
import type { Problem } from './problems.ts';

export interface LoadOptions {
  readonly adapter: ClinicAdapter;
  /** The profiles to load for: the request is the least data that answers all of them. */
  readonly plans: readonly [Plan, ...Plan[]];
  readonly asOf: CalendarDate;
  /** Longest wait for one answer or one batch, in milliseconds. */
  readonly deadline: number;
  readonly signal: AbortSignal;
  /** Builds the columns, where the host has one. */
  readonly worker?: Port | undefined;
  readonly onProgress?: (progress: Progress) => void;
}

export interface Progress {
  readonly received: number;
  readonly expected?: number;
}

export interface LoadedClinic {
  readonly clinic: Clinic;
  readonly description: ClinicDescription;
  /** Patients in the clinic, which are more than `clinic.size` when the host searched for us. */
  readonly patients: number;
  /** What is missing from it. Empty when everything came. */
  readonly problems: readonly Problem[];
}

/**
 * Fetches a clinic. A stream that breaks leaves what came before it, with the problem said.
 * @throws {AdapterFailure} when there is nothing to show: no description, no first batch, or aborted.
 */
export async function loadClinic(options: LoadOptions): Promise<LoadedClinic> {
  const { adapter, plans, asOf, deadline, signal } = options;
  const { description, unusable } = await describeClinic(adapter, { deadline, signal });
  const builder = clinicBuilder({
    coverage: description.coverage,
    worker: options.worker,
    deadline,
    signal,
  });
  const { clinic } = builder;
  const request = requestFor(plans, asOf);
  const problems: Problem[] = [];
  if (unusable.length > 0) problems.push({ kind: 'description', paths: unusable });
  problems.push(...missingSources(request, description));

  let patients: number;
  try {
    patients = adapter.records
      ? await streamInto(builder, request, description, options, problems)
      : await searchInto(builder, request, options);
  } finally {
    builder.close();
  }

  if (clinic.rejected.length > 0) {
    const harmed = new Set(clinic.rejected.map((entry) => entry.patientId));
    problems.push({
      kind: 'rejected',
      records: clinic.rejected.length,
      patients: harmed.size,
    });
  }
  return { clinic, description, patients, problems };
}

/** The data types that a request needs and the clinic says it has no source for. */
export function missingSources(
  request: RecordsRequest,
  description: ClinicDescription,
): readonly Problem[] {
  const types = recordTypes.filter(
    (type) => request.types[type] && description.coverage[type]?.available === false,
  );
  return types.length > 0 ? [{ kind: 'missing-source', types }] : [];
}

async function streamInto(
  builder: ClinicBuilder,
  request: RecordsRequest,
  description: ClinicDescription,
  { adapter, deadline, signal, onProgress }: LoadOptions,
  problems: Problem[],
): Promise<number> {
  const { clinic } = builder;
  const expected = description.patients;
  // Patients, not entries: one that comes twice, or is no patient, does not make up for one that is missing.
  const report = () => {
    const received = clinic.size;
    onProgress?.(expected === undefined ? { received } : { received, expected });
  };
  report();
  try {
    for await (const batch of streamBatches(adapter, request, { deadline, signal })) {
      await builder.add(batch);
      report();
    }
    await builder.finish();
  } catch (error) {
    if (signal.aborted) throw new AdapterFailure('aborted', 'records');
    // What came before the stream broke is shown.
    await builder.finish();
    const failure = failureOf(error, 'records');
    if (failure.kind === 'aborted' || clinic.size === 0) throw failure;
    problems.push({ kind: 'call', call: failure.call, reason: failure.kind });
  }
  if (expected !== undefined && clinic.size < expected)
    problems.push({ kind: 'cut-short', received: clinic.size, expected });
  return Math.max(clinic.size, expected ?? 0);
}

async function searchInto(
  builder: ClinicBuilder,
  request: RecordsRequest,
  { adapter, plans, asOf, deadline, signal }: LoadOptions,
): Promise<number> {
  const { found, patients } = await searchClinic(
    adapter,
    { profile: plans[0].profile, asOf, records: request },
    { deadline, signal },
  );
  const { clinic } = builder;
  await builder.add(found);
  await builder.finish();
  return Math.max(clinic.size, patients);
}

/** Anything thrown, as a failure that names the call and carries no data. */
export function failureOf(error: unknown, call: AdapterFailure['call']): AdapterFailure {
  return error instanceof AdapterFailure ? error : new AdapterFailure('threw', call, error);
}
