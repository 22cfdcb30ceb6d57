/** A clinic with everything in it, the clock of a run that never waits, and what a run came to. */
import { demens } from '../../fixtures/profiles/index.ts';
import { generateClinic } from '../../fixtures/clinic/index.ts';
import {
  memoryAdapter,
  type ClinicAdapter,
  type ClinicDescription,
  type HostAction,
  type Round,
} from '../../src/adapter/index.ts';
import {
  runConformance,
  type ConformanceClock,
  type ConformanceOptions,
  type ConformanceReport,
} from '../../src/conformance/index.ts';
import type { PatientRecords, SuppliedMedication } from '../../src/record/index.ts';

export const asOf = '2026-11-24';

const generated = generateClinic({ size: 120, seed: 'conformance', asOf });
/** Few records of each type are enough to tell a mistake by, and are read many times here. */
export const patients: readonly PatientRecords[] = generated.patients
  // Those that show the edges have what is wrong on purpose.
  .filter(({ patient }) => !patient.id.startsWith('edge-'))
  .map((each, index) => {
    const lists = Object.entries(each).map(([key, value]: [string, unknown]) => [
      key,
      Array.isArray(value) ? thinned(value) : value,
    ]);
    const few = Object.fromEntries(lists) as PatientRecords;
    if (index % 12 !== 0) return few;
    // Some medicines have a text alone, and some people no sex that is known.
    return {
      ...few,
      patient: { ...few.patient, ...(index % 24 === 0 ? { sex: 'unknown' as const } : {}) },
      medications: [
        ...(few.medications ?? []),
        { text: 'Magistrel salve', from: '2025-03-01' } as unknown as SuppliedMedication,
      ],
    };
  });
export const description: ClinicDescription = {
  ...generated.description,
  id: 'konf',
  user: 'AB',
};

function thinned(list: readonly unknown[], most = 8): readonly unknown[] {
  const step = Math.ceil(list.length / most);
  return list.filter((_, index) => index % step === 0);
}

/** The same patients with next to nothing of each, for what is about their coming and going. */
export const slimPatients: readonly PatientRecords[] = patients.map((each) => {
  const lists = Object.entries(each).map(([key, value]: [string, unknown]) => [
    key,
    Array.isArray(value) ? thinned(value, 3) : value,
  ]);
  return Object.fromEntries(lists) as PatientRecords;
});

/** Rounds of a real profile, which the kit is to leave alone. */
export const storedRound: Round = {
  id: 'stored',
  revision: 4,
  profile: { id: 'dk.demens', version: '1.0.0' },
  asOf: '2026-10-01',
  members: [],
};

/** What a host can do, once for each key. */
export function goodActions(): readonly HostAction[] {
  const known = new Set(patients.map(({ patient }) => patient.id));
  return [
    {
      id: 'queue',
      label: { da: 'Sæt i kø' },
      scope: 'many',
      fields: [{ id: 'text', type: 'text', label: { da: 'Tekst' }, required: true }],
      run: async (asked) =>
        Promise.resolve(
          asked.map(({ id }) =>
            known.has(id)
              ? { patientId: id, ok: true }
              : { patientId: id, ok: false, message: { da: 'Findes ikke' } },
          ),
        ),
    },
    {
      id: 'call',
      label: { da: 'Ring' },
      scope: 'one',
      run: async ([asked]) => Promise.resolve([{ patientId: asked!.id, ok: true }]),
    },
  ];
}

/** An adapter that has everything, over some patients. */
export function goodAdapter(
  given: readonly unknown[] = patients,
  described: ClinicDescription = { ...description, patients: given.length },
): ClinicAdapter {
  return memoryAdapter(
    { description: described, patients: given as readonly PatientRecords[] },
    {
      batchSize: 25,
      actions: goodActions(),
      profiles: [demens],
      rounds: [storedRound],
    },
  );
}

/** Time that stands still but for what an adapter says that it takes: what waits, waits for turns of the event loop. */
export class TestClock implements ConformanceClock {
  #now = 0;
  readonly now = () => this.#now;

  /** So many milliseconds go by. */
  pass(milliseconds: number): void {
    this.#now += milliseconds;
  }

  readonly wait = async (milliseconds: number, signal: AbortSignal): Promise<void> => {
    // A good call is answered in a few turns.
    for (let turn = 0; turn < Math.max(30, milliseconds / 100) && !signal.aborted; turn++)
      await new Promise((resolve) => setTimeout(resolve));
  };
}

/** Everything that may be done to a made-up clinic. */
export const everythingAllowed: Omit<ConformanceOptions, 'asOf'> = {
  profiles: [demens],
  writes: true,
  openJournal: true,
  actions: {
    actions: ['queue', 'call'],
    patients: patients.slice(0, 3).map(({ patient }) => patient.id),
  },
  sample: 12,
  deadline: 6000,
};

export function tryOut(
  adapter: unknown,
  options: Partial<ConformanceOptions> = {},
): Promise<ConformanceReport> {
  return runConformance(adapter as ClinicAdapter, {
    ...everythingAllowed,
    asOf,
    clock: new TestClock(),
    ...options,
  });
}

/** Ids of what has a result, and what was seen. */
export function withResult(report: ConformanceReport, result: string): readonly string[] {
  return report.results.filter((each) => each.result === result).map(({ id }) => id);
}
