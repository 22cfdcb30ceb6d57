/** The ready-made adapter over records that the host already holds. */
import {
  listNames,
  readId,
  recordTypes,
  type PatientRecords,
  type RecordsRequest,
} from '../record/index.ts';
import { memoryProfiles } from './archive.ts';
import { pause } from './pause.ts';
import { isObject } from '../json/values.ts';
import { memoryRounds } from './rounds.ts';
import type { HostAction, OpenContext, PatientReference } from './action-types.ts';
import type { ClinicAdapter, ClinicDescription, Round, SearchRequest } from './types.ts';

export interface MemoryClinic {
  readonly description: ClinicDescription;
  /** All patients, or what hands them over batch by batch, from the beginning each time it is called. */
  readonly patients:
    | readonly PatientRecords[]
    | ((signal: AbortSignal) => AsyncIterable<readonly PatientRecords[]>);
}

/** What the adapter can do. */
export interface MemoryOptions {
  /** What a click on a CPR number does. */
  readonly openJournal?: (patient: PatientReference, context: OpenContext) => void | Promise<void>;
  readonly actions?: readonly HostAction[];
  /** Profile documents, for the archive. */
  readonly profiles?: readonly unknown[];
  /** Rounds that are stored from the start. */
  readonly rounds?: readonly Round[];
  /**
   * Whether the host finds a patient. Given, the adapter evaluates itself: it has `search` and no
   * `records`.
   */
  readonly search?: (patient: PatientRecords, request: SearchRequest) => boolean;
  /** Most patients in one batch, at least 1. Default 500. */
  readonly batchSize?: number;
  /**
   * Hands over only the types that are asked for. Default true. Codes and dates are not cut: an adapter
   * may send more than is asked.
   */
  readonly leastData?: boolean;
  /** Milliseconds before each answer and each batch. Default 0. */
  readonly delay?: number;
}

/**
 * Makes an adapter over a clinic in memory, which answers in full (`overblik/testing` injects faults).
 * @throws RangeError for a batch size below 1.
 */
export function memoryAdapter(clinic: MemoryClinic, options: MemoryOptions = {}): ClinicAdapter {
  const { actions, batchSize = 500, delay = 0, leastData = true, profiles, search } = options;
  if (!(batchSize >= 1)) throw new RangeError('batchSize: at least 1.');

  /** All patients, in batches. */
  async function* batches(signal: AbortSignal): AsyncGenerator<readonly PatientRecords[]> {
    const { patients } = clinic;
    const size = Math.floor(batchSize);
    for await (const supplied of typeof patients === 'function' ? patients(signal) : [patients])
      for (let start = 0; start < supplied.length; start += size)
        yield supplied.slice(start, start + size);
  }

  const records: ClinicAdapter['records'] = async function* (request, signal) {
    for await (const batch of batches(signal)) {
      await pause(delay, signal);
      yield batch.map((each) => cut(each, request, leastData));
    }
  };

  return {
    async describe(signal) {
      await pause(delay, signal);
      return clinic.description;
    },

    ...(search
      ? {
          async search(request, signal) {
            await pause(delay, signal);
            const found: PatientRecords[] = [];
            let patients = 0;
            for await (const batch of batches(signal)) {
              patients += batch.length;
              for (const each of batch)
                if (isObject(each) && search(each, request))
                  found.push(cut(each, request.records, leastData));
              await pause(0, signal);
            }
            return { patients, found };
          },
        }
      : { records }),

    async patient(id, request, signal) {
      await pause(delay, signal);
      for await (const batch of batches(signal)) {
        const found = batch.find((each) => isObject(each) && readId(each.patient?.id) === id);
        if (found) return cut(found, request, leastData);
      }
      return null;
    },

    async openJournal(patient, context) {
      await pause(delay);
      await options.openJournal?.(patient, context);
    },

    rounds: memoryRounds(options.rounds, delay),
    ...(actions ? { actions } : {}),
    ...(profiles ? { profiles: memoryProfiles(profiles, delay) } : {}),
  } satisfies ClinicAdapter;
}

/** Keeps of a patient only what is asked for. */
function cut(
  records: PatientRecords,
  { types }: RecordsRequest,
  leastData: boolean,
): PatientRecords {
  // The host's data is not checked here: the library rejects what cannot be read, with the reason.
  if (!isObject(records)) return records;
  const kept: Record<string, unknown> = { patient: records.patient };
  // What is none of ours may be a list under a name that is not: the check tells.
  for (const [key, value] of Object.entries(records)) if (!ownKeys.has(key)) kept[key] = value;
  for (const type of recordTypes) {
    const list: unknown = records[listNames[type]];
    if (list !== undefined && (!leastData || types[type])) kept[listNames[type]] = list;
  }
  if (records.coverage) kept.coverage = records.coverage;
  return kept as unknown as PatientRecords;
}

const ownKeys: ReadonlySet<string> = new Set(['patient', 'coverage', ...Object.values(listNames)]);
