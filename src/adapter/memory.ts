/** The ready-made adapter over records that the host already holds, and the one that shows every face. */
import {
  listNames,
  type CoverageByType,
  type PatientRecords,
  type RecordType,
} from '../record/index.ts';
import type { RecordsRequest } from '../record/request.ts';
import { memoryRounds } from './rounds.ts';
import type {
  ClinicAdapter,
  ClinicDescription,
  HostAction,
  OpenContext,
  PatientReference,
  ProfileStore,
} from './types.ts';

export interface MemoryClinic {
  readonly description: ClinicDescription;
  readonly patients: readonly PatientRecords[];
}

type FailingCall = 'describe' | 'records' | 'patient' | 'openJournal';

/** How the adapter behaves. Everything after `openJournal` is for demos and tests. */
export interface MemoryOptions {
  /** What a click on a CPR number does. */
  readonly openJournal?: (patient: PatientReference, context: OpenContext) => void | Promise<void>;
  readonly actions?: readonly HostAction[];
  /** Profile documents, for the archive. */
  readonly profiles?: readonly unknown[];
  /** Patients in one batch. Default 500. */
  readonly batchSize?: number;
  /** Milliseconds before each answer and each batch. */
  readonly delay?: number;
  /** Calls that throw. */
  readonly failAt?: FailingCall | readonly FailingCall[];
  /** Only the first so many calls fail, so that a retry succeeds. Default: all. */
  readonly failTimes?: number;
  /** The stream ends without a word after so many patients. */
  readonly cutAfter?: number;
  /** The stream throws after so many patients. */
  readonly throwAfter?: number;
  /** Types whose source is missing: their lists are left out and their coverage says so. */
  readonly missing?: readonly RecordType[];
  /** So many patients get a bad record, and so many entries that are no patients are mixed in. */
  readonly junk?: number;
  /** Calls that never answer and ignore their signal. */
  readonly hang?: 'describe' | 'records' | 'patient';
}

/** An adapter over a clinic in memory. Types that are not asked for are not handed over. */
export function memoryAdapter(clinic: MemoryClinic, options: MemoryOptions = {}): ClinicAdapter {
  const { batchSize = 500, delay = 0, missing = [], junk = 0, profiles } = options;
  const byId = new Map(clinic.patients.map((each) => [each.patient.id, each]));
  const failing = new Set([options.failAt ?? []].flat());
  let failures = options.failTimes ?? Infinity;

  const before = async (call: FailingCall, signal?: AbortSignal): Promise<void> => {
    if (options.hang === call) await new Promise(() => undefined);
    await pause(delay, signal);
    if (failing.has(call) && failures-- > 0)
      throw new Error('The memory adapter was told to fail.');
  };

  return {
    async describe(signal) {
      await before('describe', signal);
      return { ...clinic.description, coverage: withMissing(clinic.description.coverage, missing) };
    },

    async *records(request, signal) {
      await before('records', signal);
      const { cutAfter = Infinity, throwAfter = Infinity } = options;
      const all = clinic.patients;
      for (let start = 0; start < all.length; start += batchSize) {
        const end = Math.min(start + batchSize, all.length, cutAfter, throwAfter);
        const batch: unknown[] = all.slice(start, end).map((each) => cut(each, request, missing));
        yield (junk > 0 ? withJunk(batch, start, junk) : batch) as PatientRecords[];
        if (end >= throwAfter) throw new Error('The memory adapter was told to break off.');
        if (end >= cutAfter) return;
        // The page gets to breathe between batches.
        await pause(delay, signal);
      }
    },

    async patient(id, request, signal) {
      await before('patient', signal);
      const found = byId.get(id);
      if (!found) throw new RangeError('No such patient.');
      return cut(found, request, missing);
    },

    async openJournal(patient, context) {
      await before('openJournal');
      await options.openJournal?.(patient, context);
    },

    rounds: memoryRounds(),
    ...(options.actions ? { actions: options.actions } : {}),
    ...(profiles ? { profiles: memoryProfiles(profiles) } : {}),
  };
}

/** Only what is asked for, and nothing of a missing source. */
function cut(
  patient: PatientRecords,
  { types }: RecordsRequest,
  missing: readonly RecordType[],
): PatientRecords {
  const kept: Record<string, unknown> = { patient: patient.patient };
  for (const [type, list] of Object.entries(listNames) as [RecordType, keyof PatientRecords][])
    if (types[type] && !missing.includes(type) && patient[list] !== undefined)
      kept[list] = patient[list];
  if (patient.coverage) kept.coverage = withMissing(patient.coverage, missing);
  return kept as unknown as PatientRecords;
}

function withMissing(coverage: CoverageByType, missing: readonly RecordType[]): CoverageByType {
  const gone = missing.map((type) => [type, { ...coverage[type], available: false }] as const);
  return { ...coverage, ...Object.fromEntries(gone) };
}

/** Bad records of several kinds, the same every time. */
function withJunk(batch: readonly unknown[], start: number, junk: number): readonly unknown[] {
  const spoiled = batch.map((each, index) => {
    if (start + index >= junk) return each;
    const patient = each as PatientRecords;
    return {
      ...patient,
      diagnoses: [...(patient.diagnoses ?? []), { code: 'P70', from: '2026-02-30' }],
      results: [...(patient.results ?? []), 42],
    };
  });
  const nobodies =
    start === 0 ? Array.from({ length: junk }, (_, index) => [null, 'junk', 7][index % 3]) : [];
  return [...spoiled, ...nobodies];
}

/** Resolves after `delay` milliseconds, at least one turn of the event loop; rejects when aborted. */
function pause(delay: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const onAbort = () => {
      clearTimeout(timer);
      reject(new Error('Aborted.'));
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', onAbort);
      resolve();
    }, delay);
    if (signal?.aborted) onAbort();
    else signal?.addEventListener('abort', onAbort, { once: true });
  });
}

function memoryProfiles(documents: readonly unknown[]): ProfileStore {
  const entries = documents.filter(isEntry);
  return {
    list: () =>
      Promise.resolve(
        entries.map(({ id, version, title, status }) => ({
          id,
          version,
          title,
          ...(status ? { status } : {}),
        })),
      ),
    load: (id, version) => {
      const found = entries.find(
        (each) => each.id === id && (version === undefined || each.version === version),
      );
      return found ? Promise.resolve(found) : Promise.reject(new RangeError('No such profile.'));
    },
  };
}

type Entry = Awaited<ReturnType<ProfileStore['list']>>[number];

function isEntry(document: unknown): document is Entry {
  return (
    typeof document === 'object' && document !== null && 'id' in document && 'version' in document
  );
}
