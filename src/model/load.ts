import {
  AdapterFailure,
  callAdapter,
  describeClinic,
  streamBatches,
  type ClinicAdapter,
  type ClinicDescription,
} from '../adapter/index.ts';
import { Clinic, requestFor, type Plan } from '../engine/index.ts';
import { recordTypes, type CalendarDate, type RecordsRequest } from '../record/index.ts';
import type { Problem } from './problems.ts';

export interface LoadOptions {
  readonly adapter: ClinicAdapter;
  /** The profiles to load for: the request is the least data that answers all of them. */
  readonly plans: readonly [Plan, ...Plan[]];
  readonly asOf: CalendarDate;
  /** Longest wait for one answer or one batch, in milliseconds. */
  readonly deadline: number;
  readonly signal: AbortSignal;
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
  const clinic = new Clinic(description.coverage);
  const request = requestFor(plans, asOf);
  const problems: Problem[] = [];
  if (unusable.length > 0) problems.push({ kind: 'description', paths: unusable });
  problems.push(...missingSources(request, description));

  const patients = adapter.records
    ? await streamInto(clinic, request, description, options, problems)
    : await searchInto(clinic, request, options);

  if (clinic.setAside.length > 0) {
    const harmed = new Set(clinic.setAside.map((entry) => entry.patientId));
    problems.push({
      kind: 'set-aside',
      records: clinic.setAside.length,
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
  clinic: Clinic,
  request: RecordsRequest,
  description: ClinicDescription,
  { adapter, deadline, signal, onProgress }: LoadOptions,
  problems: Problem[],
): Promise<number> {
  const expected = description.patients;
  // Patients, not entries: one that comes twice, or is no patient, does not make up for one that is missing.
  const report = () => {
    const received = clinic.size;
    onProgress?.(expected === undefined ? { received } : { received, expected });
  };
  report();
  try {
    for await (const batch of streamBatches(adapter, request, { deadline, signal })) {
      clinic.add(batch);
      report();
    }
  } catch (error) {
    const failure = failureOf(error, 'records');
    if (failure.kind === 'aborted' || clinic.size === 0) throw failure;
    problems.push({ kind: 'call', call: failure.call, reason: failure.kind });
  }
  if (expected !== undefined && clinic.size < expected)
    problems.push({ kind: 'cut-short', received: clinic.size, expected });
  return Math.max(clinic.size, expected ?? 0);
}

async function searchInto(
  clinic: Clinic,
  request: RecordsRequest,
  { adapter, plans, asOf, deadline, signal }: LoadOptions,
): Promise<number> {
  const outcome = await callAdapter(
    'search',
    (inner) => {
      if (!adapter.search) throw new AdapterFailure('not-supported', 'search');
      return adapter.search({ profile: plans[0].profile, asOf, records: request }, inner);
    },
    { deadline, signal },
  );
  if (!Array.isArray(outcome?.found)) throw new AdapterFailure('junk', 'search');
  clinic.add(outcome.found);
  return Math.max(clinic.size, Number.isInteger(outcome.patients) ? outcome.patients : 0);
}

/** Anything thrown, as a failure that names the call and carries no data. */
export function failureOf(error: unknown, call: AdapterFailure['call']): AdapterFailure {
  return error instanceof AdapterFailure ? error : new AdapterFailure('threw', call, error);
}
