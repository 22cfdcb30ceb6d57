import { memberOf } from '../../adapter/index.ts';
import {
  AdapterFailure,
  RecordKeys,
  searchClinic,
  streamBatches,
  type CheckedDescription,
  type ClinicAdapter,
  type ClinicDescription,
} from '../../adapter/index.ts';
import type { Clinic, Port } from '../../engine/index.ts';
import type { Profile } from '../../profile/index.ts';
import {
  countRejected,
  recordTypes,
  type CalendarDate,
  type RecordsRequest,
  type RecordType,
} from '../../record/index.ts';
import { Intake, type IntakeOptions, type LoadLimits } from './intake.ts';
import type { Problem } from './problems.ts';
import type { LoadFinding } from './findings.ts';

export interface LoadOptions {
  readonly adapter: ClinicAdapter;
  /** Asks for the clinic's description, once for all who need it. */
  readonly describe: () => Promise<CheckedDescription>;
  /** What is asked for: the least data that answers everyone. */
  readonly request: RecordsRequest;
  /** The profiles, one after the other, and the date that a host which searches itself is asked for. */
  readonly searched: readonly Profile[];
  readonly asOf: CalendarDate;
  /** Longest wait for one answer or one batch, in milliseconds. */
  readonly deadline: number;
  readonly signal: AbortSignal;
  /** Builds the columns, where the host has one. */
  readonly worker?: Port | undefined;
  readonly onDescription?: (description: ClinicDescription) => void;
  readonly onProgress?: (progress: Progress) => void;
  readonly onFailure?: (failure: AdapterFailure) => void;
  /** What is to be done with the clinic while it is being fetched. */
  readonly meanwhile?: IntakeOptions['meanwhile'];
  /** The most that is taken; default `loadLimits`. */
  readonly limits?: LoadLimits | undefined;
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
  /** The same and what could not be read, for the adapter's developer. */
  readonly findings: readonly LoadFinding[];
  /** What it was fetched for. */
  readonly request: RecordsRequest;
  /** Whether the host searched, and handed over those it found alone. */
  readonly isSearched: boolean;
}

/**
 * Fetches a clinic. A stream that breaks leaves what came before it, with the problem said.
 * @throws {AdapterFailure} when there is nothing to show: no description, no first batch, or aborted.
 */
export async function loadClinic(options: LoadOptions): Promise<LoadedClinic> {
  const { adapter, request, deadline, signal } = options;
  const described = await options.describe();
  const { description, unusable } = described;
  if (signal.aborted) throw new AdapterFailure('aborted', 'describe');
  options.onDescription?.(description);
  const { coverage } = description;
  const { worker, limits, meanwhile } = options;
  const intake = new Intake({ coverage, worker, deadline, signal, limits, meanwhile });
  const { clinic } = intake;
  const problems: Problem[] = [];
  const findings: LoadFinding[] = [];
  if (unusable.length > 0) {
    problems.push({ kind: 'description', paths: unusable });
    findings.push(({ reportUnusable }) => reportUnusable(described));
  }
  const missing = missingTypes(request, description);
  if (missing.length > 0) {
    problems.push({ kind: 'missing-source', types: missing });
    findings.push(({ reportMissing }) => reportMissing(missing));
  }

  const isSearched = isSearching(adapter);
  const call = isSearched ? 'search' : 'records';
  let patients: number;
  try {
    patients = isSearched
      ? await searchInto(intake, description, options, problems, findings)
      : await streamInto(intake, description, options, problems, findings);
  } finally {
    intake.close();
  }

  const { excess } = intake;
  if (excess) {
    problems.push({ kind: 'too-much', ...excess });
    findings.push(() => [{ kind: 'too-much', call, field: excess.limit, count: excess.most }]);
  }
  const { rejected } = clinic;
  if (rejected.length > 0) {
    const harmed = new Set(rejected.flatMap(({ patientId }) => patientId ?? []));
    // Of those who cannot be told from others each is one.
    const patients = harmed.size + countNobody(clinic);
    problems.push({ kind: 'rejected', records: countRejected(rejected), patients });
    findings.push(({ reportRejections }) => reportRejections(rejected, call));
  }
  const hints = [...clinic.hints.values()].flat();
  if (hints.length > 0) findings.push(({ reportHints }) => reportHints(hints, call));
  return { clinic, description, patients, problems, findings, request, isSearched };
}

/** Whether the host searches, and does not hand over the clinic. */
export function isSearching(adapter: ClinicAdapter): boolean {
  return !memberOf(adapter, 'records') && memberOf(adapter, 'search') !== undefined;
}

/** Entries of whom nobody can say who they are. */
function countNobody({ rejected }: Clinic): number {
  return countRejected(rejected.filter(({ patientId }) => patientId === undefined));
}

/** The data types that a request needs and the clinic says it has no source for, as a problem where there are any. */
export function missingSources(
  request: RecordsRequest,
  description: ClinicDescription,
): readonly Problem[] {
  const types = missingTypes(request, description);
  return types.length > 0 ? [{ kind: 'missing-source', types }] : [];
}

function missingTypes(
  request: RecordsRequest,
  { coverage }: ClinicDescription,
): readonly RecordType[] {
  return recordTypes.filter((type) => request.types[type] && coverage[type]?.available === false);
}

async function streamInto(
  intake: Intake,
  description: ClinicDescription,
  { adapter, request, deadline, signal, onProgress, onFailure }: LoadOptions,
  problems: Problem[],
  findings: LoadFinding[],
): Promise<number> {
  const { clinic } = intake;
  const expected = description.patients;
  // Patients, not entries: one that comes twice, or is no patient, does not make up for one that is missing.
  const report = () => {
    const received = clinic.size;
    onProgress?.(expected === undefined ? { received } : { received, expected });
  };
  report();
  const keys = new RecordKeys();
  try {
    await intake.take(streamBatches(adapter, request, { deadline, signal, onFailure }), {
      onPart: keys.look,
      onTaken: report,
    });
    await intake.finish();
  } catch (error) {
    if (signal.aborted) throw new AdapterFailure('aborted', 'records');
    // What came before the stream broke is shown.
    await intake.finish();
    const failure = failureOf(error, 'records');
    if (failure.kind === 'aborted' || clinic.size === 0) throw failure;
    problems.push({ kind: 'call', call: failure.call, reason: failure.kind });
    findings.push(({ reportOnFailure }) => [reportOnFailure(failure, adapter)]);
  }
  findings.push(() => keys.reports('records'));
  const nobody = countNobody(clinic);
  // One row for each record, as a join has them, is the same patient again and again.
  const repeated = intake.entries - clinic.size - nobody;
  if (repeated > 0) {
    problems.push({ kind: 'repeated', entries: repeated });
    const report = {
      kind: 'repeated-patient',
      call: 'records',
      field: 'patient.id',
      count: repeated,
    } as const;
    findings.push(() => [report]);
  }
  if (expected !== undefined && clinic.size < expected) {
    problems.push({ kind: 'cut-short', received: clinic.size, expected });
    const count = expected - clinic.size;
    findings.push(() => [{ kind: 'cut-short', call: 'records', count }]);
  }
  if (expected !== undefined && clinic.size > expected)
    tellCount('records', clinic.size, expected, problems, findings);
  return Math.max(clinic.size, expected ?? 0);
}

async function searchInto(
  intake: Intake,
  { patients: expected }: ClinicDescription,
  { adapter, request, searched, asOf, deadline, signal, onFailure }: LoadOptions,
  problems: Problem[],
  findings: LoadFinding[],
): Promise<number> {
  const { clinic } = intake;
  let patients = 0;
  for (const profile of searched) {
    const asked = { profile, asOf, records: request };
    const outcome = await searchClinic(adapter, asked, { deadline, signal, onFailure });
    // Whoever is found by two of them comes twice, with the same records.
    await intake.take([outcome.found]);
    patients = Math.max(patients, outcome.patients);
  }
  await intake.finish();
  // Nobody is found among fewer than there are.
  const all = Math.max(clinic.size, patients);
  if (patients < clinic.size) tellCount('search', clinic.size, patients, problems, findings);
  else if (expected !== undefined && expected !== all)
    tellCount('search', all, expected, problems, findings);
  return all;
}

/** Says that other patients came, or were searched, than the clinic says that it has. */
function tellCount(
  call: 'records' | 'search',
  came: number,
  promised: number,
  problems: Problem[],
  findings: LoadFinding[],
): void {
  problems.push({ kind: 'miscounted', came, promised });
  const report = { kind: 'miscounted', call, count: Math.abs(came - promised) } as const;
  findings.push(() => [report]);
}

/** Anything thrown, as a failure that names the call and carries no data. */
export function failureOf(error: unknown, call: AdapterFailure['call']): AdapterFailure {
  return error instanceof AdapterFailure ? error : new AdapterFailure('threw', call, error);
}
