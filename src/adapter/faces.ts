/** The faces that a clinic's system can show: slow, silent, broken, incomplete. For demos and tests. */
import { listNames, recordTypes, type CoverageByType, type DataType } from '../record/index.ts';
import { pause } from './pause.ts';
import type { ClinicDescription } from './types.ts';

/** The calls that can be told to misbehave. */
export type MemoryCall = 'describe' | 'records' | 'search' | 'patient' | 'openJournal';

/** How a memory adapter misbehaves. Without any of these it answers at once and in full. */
export interface MemoryFaces {
  /** Milliseconds before each answer and each batch. */
  readonly delay?: number;
  /** Calls that throw. */
  readonly failAt?: MemoryCall | Iterable<MemoryCall>;
  /** Each of them throws only the first so many times, so that a retry succeeds. Default: always. */
  readonly failTimes?: number;
  /** A call that never answers and ignores its signal. */
  readonly hang?: MemoryCall;
  /** The stream ends without a word after so many patients, though the description promised more. */
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

/** Waits, hangs or throws before a call answers, as the faces say. */
export function gate(
  faces: MemoryFaces,
): (call: MemoryCall, signal?: AbortSignal) => Promise<void> {
  const { delay = 0, failAt = [], failTimes = Infinity, hang } = faces;
  const failures = new Map<MemoryCall, number>();
  for (const call of typeof failAt === 'string' ? [failAt] : failAt) failures.set(call, failTimes);
  return async (call, signal) => {
    if (call === hang) await silence();
    await pause(delay, signal);
    const left = failures.get(call) ?? 0;
    if (left <= 0) return;
    failures.set(call, left - 1);
    throw new Error('The memory adapter was told to fail.');
  };
}

/** Never ends, whatever its caller hopes. */
export function silence(): Promise<never> {
  return new Promise(() => undefined);
}

/** What a clinic lacks while some of its sources are away. */
export interface Absence {
  /** Types of which no list is handed over. */
  readonly missing: ReadonlySet<DataType>;
  /** Sources whose records are left out of the lists. */
  readonly late: ReadonlySet<string>;
  /** Types that are not covered, for either reason. */
  readonly uncovered: ReadonlySet<DataType>;
}

/**
 * @param late Sources that are not ready.
 * @throws RangeError when the description does not say what a late source gives: its records would be
 * gone while the coverage still promised them, and *unknown* would turn into *no*.
 */
export function absence(
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

/** The description as the clinic gives it during an absence. */
export function describeDuring(
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

/** The coverage with some types marked as not available. */
export function withoutCoverage(
  coverage: CoverageByType,
  uncovered: ReadonlySet<DataType>,
): CoverageByType {
  const gone = [...uncovered].map((type) => [type, { ...coverage[type], available: false }]);
  return { ...coverage, ...(Object.fromEntries(gone) as CoverageByType) };
}

/** A patient with bad records at the end of some lists: which ones follows from the patient's number. */
export function spoil(patient: object, number: number): object {
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

/** Entries that are no patients at all. */
export function nobodies(count: number): readonly unknown[] {
  return Array.from({ length: count }, (_, index) => [null, 'junk', 7][index % 3]);
}
