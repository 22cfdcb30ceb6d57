/** What never ends, or claims to be endless, is cut, and the list says so. */
import { describe, expect, it } from 'vitest';
import type { ClinicAdapter } from '../../../src/adapter/index.ts';
import { canRetry, describeProblem, leavesOut } from '../../../src/model/index.ts';
import { Intake, loadLimits, type LoadLimits } from '../../../src/model/load/intake.ts';
import { loadClinic } from '../../../src/model/load/load.ts';
import { compile } from '../../../src/engine/index.ts';
import { reportFindings } from '../../../src/model/load/report-findings.ts';
import { mostRecords, type PatientRecords } from '../../../src/record/index.ts';
import { asOf, complete, patientWith, profileOf } from '../../engine/build.ts';

const description = { name: 'K', coverage: complete, patients: 2 };
const plan = compile(profileOf({ diagnosis: {} }));
const request = { asOf, types: { diagnosis: {} } };
const limits: LoadLimits = { patients: 50, records: 1000, batches: 20 };

const patient = (index: number, records = 1) =>
  patientWith(
    { diagnoses: Array<never>(records).fill({ code: 'P70', from: '2020-01-01' } as never) },
    { id: `p${index}` },
  );

/** Hands over a batch again and again, and counts them. */
function endless(batchOf: (index: number) => unknown) {
  const asked = { batches: 0 };
  const adapter = {
    describe: () => Promise.resolve(description),
    async *records() {
      for (;;) yield (await batchOf(asked.batches++)) as PatientRecords[];
    },
  } as unknown as ClinicAdapter;
  return { adapter, asked };
}

const load = (adapter: ClinicAdapter) =>
  loadClinic({
    adapter,
    describe: () => Promise.resolve({ description, unusable: [] }),
    ...{ request, searched: [plan.profile], asOf, limits, deadline: 1000 },
    signal: new AbortController().signal,
  });

describe('a stream without end', () => {
  it.each<[string, (index: number) => unknown, keyof LoadLimits, patients: number]>([
    ['of patients', (index) => [patient(index)], 'patients', 50],
    ['of one patient', () => [patient(0)], 'patients', 1],
    ['of what is no patient', (index) => [index === 0 ? patient(0) : null], 'patients', 1],
    ['of records', (index) => [patient(index, 100)], 'records', 10],
    ['of empty batches', (index) => (index === 0 ? [patient(0)] : []), 'batches', 1],
  ])('%s', async (_, batchOf, limit, patients) => {
    const { adapter, asked } = endless(batchOf);
    const { clinic, problems, findings } = await load(adapter);
    expect(clinic.size).toBe(patients);
    expect(asked.batches).toBeLessThan(60);
    const problem = { kind: 'too-much', limit, most: limits[limit] } as const;
    expect(problems).toContainEqual(problem);
    // The list is incomplete, and asking again may help.
    expect([leavesOut(problem), canRetry(problem)]).toEqual([true, true]);
    expect(describeProblem(problem, 'da')).toContain('Resten er ikke hentet');
    const reports = reportFindings(findings);
    expect(reports).toContainEqual({
      ...{ kind: 'too-much', call: 'records', field: limit, count: limits[limit] },
    });
  });

  it('of what is no batch is given up, with what came before it', async () => {
    const { adapter, asked } = endless((index) => (index === 0 ? [patient(0)] : 'junk'));
    const { clinic, problems } = await load(adapter);
    expect(clinic.size).toBe(1);
    expect(asked.batches).toBeLessThan(1100);
    expect(problems).toContainEqual({ kind: 'call', call: 'records', reason: 'junk' });
  });
});

/** An intake, and the patients of the parts that it takes. */
function watched(own?: LoadLimits, signal = new AbortController().signal) {
  const intake = new Intake({ ...{ coverage: complete, deadline: 1000, signal }, limits: own });
  const parts: (readonly PatientRecords[])[] = [];
  const watch = { onPart: (part: readonly PatientRecords[]) => parts.push(part), onTaken() {} };
  return { intake, parts, take: (batch: readonly PatientRecords[]) => intake.take([batch], watch) };
}

describe('a list that claims to have a thousand million entries', () => {
  it('of patients: so many are looked at as are taken', async () => {
    let looked = 0;
    const batch = new Proxy([], {
      get(target, key, receiver) {
        if (key === 'length') return 1e9;
        if (typeof key === 'string' && /^\d+$/.test(key)) looked++;
        return Reflect.get(target, key, receiver) as unknown;
      },
    });
    const { intake, parts, take } = watched(limits);
    await take(batch);
    expect(parts.flat()).toHaveLength(50);
    expect(looked).toBeLessThan(60);
    expect(intake.excess).toEqual({ limit: 'patients', most: 50 });
  });

  it('found by a host that searches: the same', async () => {
    const found = Object.assign(Array<unknown>(1e9), { 0: patient(0), 1: patient(1) });
    const adapter = {
      describe: () => Promise.resolve(description),
      search: () => Promise.resolve({ patients: 2, found }),
    } as unknown as ClinicAdapter;
    const { clinic, problems } = await load(adapter);
    expect(clinic.size).toBe(2);
    expect(problems).toContainEqual({ kind: 'too-much', limit: 'patients', most: 50 });
  });

  it('of records of a patient: it is counted as those that are read', async () => {
    const endlessList = patientWith({ results: Array<never>(1e9) });
    // Its million records are not checked here: that ends after the first of them.
    const most = { ...loadLimits, records: mostRecords };
    const { intake, parts, take } = watched(most, AbortSignal.abort());
    await expect(take([endlessList])).rejects.toThrow();
    expect(parts.flat()).toHaveLength(1);
    await take([endlessList]);
    expect(parts.flat()).toHaveLength(1);
    expect(intake.excess?.limit).toBe('records');
  });
});

it('a batch goes on in parts of a few thousand records', async () => {
  const batch = Array.from({ length: 1000 }, (_, index) => patient(index, 60));
  const { parts, take } = watched();
  await take(batch);
  expect(parts.flat()).toEqual(batch);
  expect(Math.max(...parts.map((part) => part.length))).toBeLessThanOrEqual(33);
});

describe('what is done with a clinic while it is fetched', () => {
  const batches = [[patient(0)], [patient(1)], [patient(2)]];
  const options = { coverage: complete, deadline: 1000, signal: new AbortController().signal };

  it('is gone on with after each part', async () => {
    const sizes: number[] = [];
    const intake = new Intake({
      ...options,
      *meanwhile({ size }) {
        yield;
        sizes.push(size);
      },
    });
    await intake.take(batches);
    expect(sizes).toEqual([1, 2, 3]);
  });

  it('does not keep the clinic from coming where it fails', async () => {
    let asked = 0;
    const intake = new Intake({
      ...options,
      // oxlint-disable-next-line require-yield
      *meanwhile() {
        asked++;
        throw new Error('no answer');
      },
    });
    await intake.take(batches);
    expect([intake.clinic.size, asked]).toEqual([3, 1]);
  });
});
