/** An adapter over a clinic in memory that is slow, silent, broken or incomplete, as it is told. */
import {
  memoryAdapter,
  pause,
  type ClinicAdapter,
  type ClinicDescription,
  type MemoryClinic,
  type MemoryOptions,
} from '../adapter/index.ts';
import { isObject } from '../json/values.ts';
import {
  listNames,
  recordTypes,
  type CoverageByType,
  type DataType,
  type PatientRecords,
} from '../record/index.ts';
import { faultyRounds, type RoundFaults } from './faulty-rounds.ts';

/** The calls that faults can be injected into. */
export type FaultyCall = 'describe' | 'records' | 'search' | 'patient' | 'openJournal';

/** The faults that can be injected. Without any of these the adapter answers in full. */
export interface Faults {
  /** Calls that throw. */
  readonly failAt?: FaultyCall | Iterable<FaultyCall>;
  /** How often each of them throws before it succeeds. Default: always. */
  readonly failTimes?: number;
  /** A call that never answers and ignores its signal. */
  readonly hang?: FaultyCall;
  /** The stream ends without an error after so many patients, though the description promised more. */
  readonly cutAfter?: number;
  /** The stream throws after so many patients. */
  readonly throwAfter?: number;
  /** The stream goes silent after so many patients, and ignores its signal. */
  readonly hangAfter?: number;
  /** Types whose source is missing: their lists are left out and their coverage says so. */
  readonly missing?: readonly DataType[];
  /**
   * Sources, named as in the description, that are not ready until the clinic is described a second
   * time (a retry): until then their records are left out and the types they give are not covered.
   */
  readonly slowSources?: readonly string[];
  /** The first so many patients get bad records, and so many entries that are no patients are mixed in. */
  readonly junk?: number;
}

export interface FaultyOptions extends MemoryOptions, Faults {
  /** The faults of the storage of rounds. */
  readonly roundFaults?: RoundFaults;
}

/**
 * Makes a memory adapter with the given faults.
 * @throws RangeError for a batch size below 1 and for a slow source that is not described.
 */
export function faultyAdapter(clinic: MemoryClinic, options: FaultyOptions = {}): ClinicAdapter {
  const { delay = 0, junk = 0, missing = [], slowSources = [] } = options;
  const before = gate(options);
  const late = absence(clinic.description, missing, slowSources);
  const ready = absence(clinic.description, missing, []);
  let now = late;
  let described = 0;
  const plain = memoryAdapter(
    { ...clinic, patients: junk > 0 ? spoiled : clinic.patients },
    options,
  );
  const shorten = (patients: readonly PatientRecords[]) =>
    patients.map((each) => withoutMissing(each, now));

  /** All patients, the first of them with their bad records. */
  async function* spoiled(signal: AbortSignal): AsyncGenerator<readonly PatientRecords[]> {
    const { patients } = clinic;
    let first = 0;
    for await (const supplied of typeof patients === 'function' ? patients(signal) : [patients]) {
      yield supplied.map((each, index) =>
        first + index < junk && isObject(each)
          ? (spoil(each, first + index) as PatientRecords)
          : each,
      );
      first += supplied.length;
    }
  }

  return {
    ...plain,

    async describe(signal) {
      await before('describe', signal);
      now = described++ === 0 ? late : ready;
      return describeDuring(clinic.description, now);
    },

    ...(plain.records && {
      async *records(request, signal) {
        await before('records', signal);
        const { cutAfter = Infinity, throwAfter = Infinity, hangAfter = Infinity } = options;
        const last = Math.min(cutAfter, throwAfter, hangAfter);
        let sent = 0;
        for await (const whole of plain.records?.(request, signal) ?? []) {
          const batch = shorten(whole.slice(0, last - sent));
          if (batch.length > 0)
            yield (sent === 0 ? [...batch, ...notPatients(junk)] : batch) as PatientRecords[];
          sent += batch.length;
          if (sent >= last) break;
        }
        if (sent >= throwAfter) throw new Error('The memory adapter was told to break off.');
        if (sent >= hangAfter) await silence();
      },
    }),

    ...(plain.search && {
      async search(request, signal) {
        await before('search', signal);
        const { patients = 0, found = [] } = (await plain.search?.(request, signal)) ?? {};
        return { patients, found: shorten(found) };
      },
    }),

    async patient(id, request, signal) {
      await before('patient', signal);
      const found = await plain.patient(id, request, signal);
      return found && withoutMissing(found, now);
    },

    async openJournal(patient, context) {
      await before('openJournal');
      await plain.openJournal(patient, context);
    },

    rounds: faultyRounds(options.rounds, { delay, ...options.roundFaults }),
  } satisfies ClinicAdapter;
}

/** Leaves out the records that come from a source that is unavailable. */
function withoutMissing(
  records: PatientRecords,
  { missing, late, uncovered }: Absence,
): PatientRecords {
  if (!isObject(records)) return records;
  const kept: Record<string, unknown> = { ...records };
  for (const type of recordTypes) {
    const name = listNames[type];
    const list: unknown = kept[name];
    if (missing.has(type)) delete kept[name];
    else if (late.size > 0 && Array.isArray(list)) kept[name] = list.filter(isReady);
  }
  if (records.coverage) kept.coverage = withoutCoverage(records.coverage, uncovered);
  return kept as unknown as PatientRecords;

  function isReady(entry: unknown): boolean {
    return !isObject(entry) || !('source' in entry) || !late.has(entry.source as string);
  }
}

/** Hangs or throws before a call answers, as the faults say. */
function gate(faults: FaultyOptions): (call: FaultyCall, signal?: AbortSignal) => Promise<void> {
  const { delay = 0, failAt = [], failTimes = Infinity, hang } = faults;
  const failures = new Map<FaultyCall, number>();
  for (const call of typeof failAt === 'string' ? [failAt] : failAt) failures.set(call, failTimes);
  return async (call, signal) => {
    if (call === hang) await silence();
    const left = failures.get(call) ?? 0;
    if (left <= 0) return;
    failures.set(call, left - 1);
    await pause(delay, signal);
    throw new Error('The memory adapter was told to fail.');
  };
}

/** Returns a promise that never settles. */
function silence(): Promise<never> {
  return new Promise(() => undefined);
}

/** What a clinic lacks while some of its sources are unavailable. */
interface Absence {
  /** Types of which no list is handed over. */
  readonly missing: ReadonlySet<DataType>;
  /** Sources whose records are left out of the lists. */
  readonly late: ReadonlySet<string>;
  /** Types that are not covered, for either reason. */
  readonly uncovered: ReadonlySet<DataType>;
}

/**
 * Works out what is missing while some sources are unavailable.
 *
 * @param late Sources that are not ready.
 * @throws RangeError when the description does not say what a late source gives: its records would be
 *   missing while the coverage still promised them, and *unknown* would turn into *no*.
 */
function absence(
  { sources = [], coverage }: ClinicDescription,
  missing: readonly DataType[],
  late: readonly string[],
): Absence {
  const givenLate = late.flatMap((id) => {
    const types: DataType[] = [
      ...sources.filter((source) => source.id === id).flatMap((source) => source.types),
      ...recordTypes.filter((type) => coverage[type]?.source === id),
    ];
    if (types.length === 0) throw new RangeError(`slowSources: no source "${id}" is described.`);
    return types;
  });
  return {
    missing: new Set(missing),
    late: new Set(late),
    uncovered: new Set([...missing, ...givenLate]),
  };
}

/** Returns the description as the clinic gives it during an absence. */
function describeDuring(
  description: ClinicDescription,
  { missing, late, uncovered }: Absence,
): ClinicDescription {
  const { sources, coverage } = description;
  return {
    ...description,
    coverage: withoutCoverage(coverage, uncovered),
    ...(sources && {
      sources: sources.map((source) => {
        const empty = source.types.length > 0 && source.types.every((type) => missing.has(type));
        return empty || late.has(source.id) ? { ...source, available: false } : source;
      }),
    }),
  };
}

/** Marks some types as not available. */
function withoutCoverage(
  coverage: CoverageByType,
  uncovered: ReadonlySet<DataType>,
): CoverageByType {
  const unavailable = [...uncovered].map((type) => [type, { ...coverage[type], available: false }]);
  return { ...coverage, ...(Object.fromEntries(unavailable) as CoverageByType) };
}

/** Adds bad records to the end of some lists: which ones follows from the patient's number. */
function spoil(patient: object, number: number): object {
  const bad = badRecords[number % badRecords.length] ?? {};
  const lists = Object.values(listNames).flatMap((list) => {
    const given: unknown = (patient as Record<string, unknown>)[list];
    const good = Array.isArray(given) ? (given as readonly unknown[]) : [];
    return bad[list] ? [[list, [...good, ...bad[list]]] as const] : [];
  });
  return { ...patient, ...Object.fromEntries(lists) };
}

type ListName = (typeof listNames)[keyof typeof listNames];

const badRecords: readonly Partial<Readonly<Record<ListName, readonly unknown[]>>>[] = [
  { diagnoses: [{ code: 'P70', from: '2026-02-30' }], results: [42] },
  { medications: [{ code: 'N06DA02', from: '2024-05-02', to: '2024-05-01' }], results: [null] },
  { diagnoses: [{ code: ' ', from: '2024-05-02' }], medications: ['N05A'] },
  { results: [{ code: 'MCS88042', at: 'engang', value: 24 }], appointments: [{ at: 20241101 }] },
];

/** Makes entries that are no patients at all. */
function notPatients(count: number): readonly unknown[] {
  return Array.from({ length: count }, (_, index) => [null, 'junk', 7][index % 3]);
}
