/** The ready-made adapter over records that the host already holds, and the one that shows every face. */
import {
  listNames,
  recordTypes,
  type PatientRecords,
  type RecordsRequest,
} from '../record/index.ts';
import { memoryProfiles } from './archive.ts';
import {
  absence,
  describeDuring,
  gate,
  nobodies,
  silence,
  spoil,
  withoutCoverage,
  type Absence,
  type MemoryFaces,
} from './faces.ts';
import { pause } from './pause.ts';
import { memoryRounds, type RoundFaces } from './rounds.ts';
import type {
  ClinicAdapter,
  ClinicDescription,
  HostAction,
  OpenContext,
  PatientReference,
  Round,
  SearchRequest,
} from './types.ts';

export interface MemoryClinic {
  readonly description: ClinicDescription;
  /** All patients, or what hands them over batch by batch, from the beginning each time it is called. */
  readonly patients:
    readonly PatientRecords[] | ((signal: AbortSignal) => AsyncIterable<readonly PatientRecords[]>);
}

/** What the adapter can do, and (from `MemoryFaces`) how it misbehaves. */
export interface MemoryOptions extends MemoryFaces {
  /** What a click on a CPR number does. */
  readonly openJournal?: (patient: PatientReference, context: OpenContext) => void | Promise<void>;
  readonly actions?: readonly HostAction[];
  /** Profile documents, for the archive. */
  readonly profiles?: readonly unknown[];
  /** Rounds that are stored from the start. */
  readonly rounds?: readonly Round[];
  /** How the storage of rounds misbehaves. */
  readonly roundFaces?: RoundFaces;
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
}

/**
 * An adapter over a clinic in memory.
 * @throws RangeError for a batch size below 1 and for a slow source that is not described.
 */
export function memoryAdapter(clinic: MemoryClinic, options: MemoryOptions = {}): ClinicAdapter {
  const { batchSize = 500, delay = 0, junk = 0, leastData = true } = options;
  const { actions, missing = [], profiles, search, slowSources = [] } = options;
  if (!(batchSize >= 1)) throw new RangeError('batchSize: at least 1.');
  const before = gate(options);
  const late = absence(clinic.description, missing, slowSources);
  const ready = absence(clinic.description, missing, []);
  let now = late;
  let described = 0;

  /** All patients, in batches, the first of them with their bad records. */
  async function* batches(signal: AbortSignal): AsyncGenerator<readonly PatientRecords[]> {
    const { patients } = clinic;
    const size = Math.floor(batchSize);
    let first = 0;
    for await (const supplied of typeof patients === 'function' ? patients(signal) : [patients])
      for (let start = 0; start < supplied.length; start += size) {
        const batch = supplied.slice(start, start + size);
        yield first < junk ? batch.map((each, index) => spoiled(each, first + index)) : batch;
        first += batch.length;
      }
  }

  function spoiled(patient: PatientRecords, number: number): PatientRecords {
    return number < junk && isObject(patient)
      ? (spoil(patient, number) as PatientRecords)
      : patient;
  }

  const records: ClinicAdapter['records'] = async function* (request, signal) {
    await before('records', signal);
    const { cutAfter = Infinity, throwAfter = Infinity, hangAfter = Infinity } = options;
    const last = Math.min(cutAfter, throwAfter, hangAfter);
    let sent = 0;
    for await (const whole of batches(signal)) {
      const batch = whole.slice(0, last - sent).map((each) => cut(each, request, now, leastData));
      if (sent > 0) await pause(delay, signal);
      if (batch.length > 0)
        yield (sent === 0 ? [...batch, ...nobodies(junk)] : batch) as PatientRecords[];
      sent += batch.length;
      if (sent >= last) break;
    }
    if (sent >= throwAfter) throw new Error('The memory adapter was told to break off.');
    if (sent >= hangAfter) await silence();
  };

  return {
    async describe(signal) {
      await before('describe', signal);
      now = described++ === 0 ? late : ready;
      return describeDuring(clinic.description, now);
    },

    ...(search
      ? {
          async search(request, signal) {
            await before('search', signal);
            const found: PatientRecords[] = [];
            let patients = 0;
            for await (const batch of batches(signal)) {
              patients += batch.length;
              for (const each of batch)
                if (isObject(each) && search(each, request))
                  found.push(cut(each, request.records, now, leastData));
              await pause(0, signal);
            }
            return { patients, found };
          },
        }
      : { records }),

    async patient(id, request, signal) {
      await before('patient', signal);
      for await (const batch of batches(signal)) {
        const found = batch.find((each) => isObject(each) && each.patient?.id === id);
        if (found) return cut(found, request, now, leastData);
      }
      throw new RangeError('No such patient.');
    },

    async openJournal(patient, context) {
      await before('openJournal');
      await options.openJournal?.(patient, context);
    },

    rounds: memoryRounds(options.rounds, { delay, ...options.roundFaces }),
    ...(actions ? { actions } : {}),
    ...(profiles ? { profiles: memoryProfiles(profiles, delay) } : {}),
  } satisfies ClinicAdapter;
}

/** What is handed over of a patient: what is asked for, and nothing of a source that is away. */
function cut(
  patient: PatientRecords,
  { types }: RecordsRequest,
  { missing, late, uncovered }: Absence,
  leastData: boolean,
): PatientRecords {
  // The host's data is not checked here: the library sets aside what cannot be read, with the reason.
  if (!isObject(patient)) return patient;
  const kept: Record<string, unknown> = { patient: patient.patient };
  for (const type of recordTypes) {
    const name = listNames[type];
    const list: unknown = patient[name];
    if (list === undefined || missing.has(type) || (leastData && !types[type])) continue;
    kept[name] = late.size > 0 && Array.isArray(list) ? list.filter(isReady) : list;
  }
  if (patient.coverage) kept.coverage = withoutCoverage(patient.coverage, uncovered);
  return kept as unknown as PatientRecords;

  function isReady(entry: unknown): boolean {
    return !isObject(entry) || !('source' in entry) || !late.has(entry.source as string);
  }
}

function isObject<Value>(value: Value): value is Value & object {
  return typeof value === 'object' && value !== null;
}
