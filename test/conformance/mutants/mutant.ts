/** Faulty adapters: each is a good one with one mistake, and names the one requirement that it does not meet. */
import type { ClinicAdapter, ClinicDescription } from '../../../src/adapter/index.ts';
import type { ConformanceOptions } from '../../../src/conformance/index.ts';
import { goodAdapter, patients, type TestClock } from '../stage.ts';

export interface Mutant {
  readonly mistake: string;
  /** Id of the requirement that it alone fails. */
  readonly fails: string;
  readonly adapter: (clock: TestClock) => unknown;
  readonly options?: Partial<ConformanceOptions>;
}

/** Anything that may be done to an adapter. */
export type Loose = Record<string, unknown>;

export function mutant(
  fails: string,
  mistake: string,
  adapter: Mutant['adapter'],
  options: Partial<ConformanceOptions> = {},
): Mutant {
  return { fails, mistake, adapter, options };
}

/** A good adapter with some of its parts others. */
export function but(
  change: (good: ClinicAdapter) => Loose,
  good: ClinicAdapter = goodAdapter(),
): Loose {
  return { ...good, ...change(good) };
}

/** A good adapter that tells something else of its clinic. */
export function describedAs(change: (description: ClinicDescription) => Loose): Loose {
  return but((good) => ({
    async describe(signal: AbortSignal) {
      const description = await good.describe(signal);
      return { ...description, ...change(description) };
    },
  }));
}

/** A good adapter over patients each of whom is told of otherwise. */
export function over(change: (patient: Loose, index: number) => unknown): ClinicAdapter {
  return goodAdapter(
    patients.map((each, index) => change(structuredClone(each) as unknown as Loose, index)),
  );
}

/** Each record of a list otherwise. */
export function each(
  list: string,
  change: (record: Loose, index: number) => unknown,
): ClinicAdapter {
  return over((patient) => {
    const records = patient[list] as readonly Loose[] | undefined;
    return records ? { ...patient, [list]: records.map(change) } : patient;
  });
}

/** The patient's own fields otherwise. */
export function own(change: (patient: Loose, index: number) => unknown): ClinicAdapter {
  return over((patient, index) => ({
    ...patient,
    patient: change(patient.patient as Loose, index),
  }));
}

/** A record with a field under another name. */
export function renamed(record: Loose, from: string, to: string): Loose {
  const { [from]: value, ...rest } = record;
  return value === undefined ? record : { ...rest, [to]: value };
}

/** A text of a field, or another where there is none. */
export function textOf(value: unknown, absent = ''): string {
  return typeof value === 'string' ? value : absent;
}

/** Many turns of the event loop, whoever no longer wants the answer. */
export async function manyTurns(count = 400): Promise<void> {
  for (let turn = 0; turn < count; turn++) await new Promise((resolve) => setTimeout(resolve));
}

/** So many milliseconds go by on the clock, a few each turn. */
export async function slowly(clock: TestClock, milliseconds: number): Promise<void> {
  for (let passed = 0; passed < milliseconds; passed += 100) {
    clock.pass(100);
    await new Promise((resolve) => setTimeout(resolve));
  }
}
