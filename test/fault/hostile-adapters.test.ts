/**
 * Adapters that answer anything: endless streams, lists that claim any length, circles, what throws when it is read.
 * Whatever comes, a load ends, has looked at no more than its limits allow, and says where there was more. Some in each
 * run, forty times as many at night (`npm run test:deep`).
 */
import fc from 'fast-check';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { actionsOf, listRounds, saveRound, type ClinicAdapter } from '../../src/adapter/index.ts';
import { readDescription } from '../../src/adapter/description.ts';
import { compile } from '../../src/engine/index.ts';
import { ActionRun, describeProblem, ProfileShelf } from '../../src/model/index.ts';
import { loadClinic } from '../../src/model/load/load.ts';
import { reportFindings } from '../../src/model/load/report-findings.ts';
import { asOf, complete, patientWith, profileOf } from '../engine/build.ts';
import { cases } from '../depth.ts';

const numRuns = cases(50, 150);
const seed = process.env.OVERBLIK_SEED === undefined ? 20261127 : Number(process.env.OVERBLIK_SEED);
const bounds = { numRuns, seed, endOnFailure: true };
/** A turn of the page is not what is tested, and takes a millisecond in Node. */
beforeAll(() => {
  vi.stubGlobal('scheduler', { postTask: (run: () => unknown) => Promise.resolve(run()) });
});
afterAll(() => {
  vi.unstubAllGlobals();
});

/** How many entries of lists that claim a length were looked at. */
let looked = 0;

function claiming(length: number, entry: unknown): readonly unknown[] {
  return new Proxy([], {
    get(target, key, receiver): unknown {
      if (key === 'length') return length;
      if (typeof key !== 'string' || !/^\d+$/.test(key)) return Reflect.get(target, key, receiver);
      looked++;
      return entry;
    },
    has: (_, key) => typeof key === 'string' && /^\d+$/.test(key),
  });
}

const circle: Record<string, unknown> = {};
circle.patient = circle;
circle.members = [circle];

const throwing = new Proxy(
  {},
  {
    get: () => {
      throw new Error('Frida Fiktiv');
    },
    ownKeys: () => {
      throw new Error('Frida Fiktiv');
    },
  },
);

const round = {
  ...{ id: 'r1', revision: 1, asOf: '2026-05-01', members: [] },
  profile: { id: 'test', version: '1.0.0' },
};
const record = { code: 'P70', from: '2020-01-01', at: '2020-01-01', value: 1 };

/** Something sensible, something hostile, or one in the other. */
const anything = fc.letrec((tie) => ({
  value: fc.oneof(
    { depthSize: 'small' },
    fc.constantFrom<unknown>(
      ...[undefined, null, true, -1, 1e15, NaN, '', 'x', '2020-13-01', Symbol('x'), 10n],
      ...[
        circle,
        throwing,
        record,
        round,
        () => circle,
        new Date(0),
        new Map(),
        Promise.resolve(1),
      ],
    ),
    fc
      .constantFrom(1e9, 2 ** 32 - 1, 3)
      .chain((length) => tie('value').map((entry) => claiming(length, entry))),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.dictionary(
      fc.constantFrom(
        ...['patient', 'id', 'diagnoses', 'results', 'diagnosis', 'coverage', 'members', 'note'],
        ...['patientId', 'ok', 'message', 'da', 'status', 'code', 'from', 'endDate', 'systems'],
      ),
      tie('value'),
      { maxKeys: 4 },
    ),
    tie('value').map((value) => patientWith({ diagnoses: value as never }, { id: 'p' })),
  ),
})).value;

const limits = { patients: 200, records: 5000, batches: 50 };
const plan = compile(profileOf({ diagnosis: {} }));

it('a load ends, within its limits, and says what is missing', async () => {
  await fc.assert(
    fc.asyncProperty(anything, anything, fc.boolean(), async (first, again, isSearched) => {
      looked = 0;
      const adapter = {
        async *records() {
          yield first;
          for (;;) yield await Promise.resolve(again);
        },
        search: () => ({ patients: 7, found: first }),
      } as unknown as ClinicAdapter & { records?: unknown };
      if (isSearched) delete adapter.records;
      const load = loadClinic({
        adapter,
        describe: () =>
          Promise.resolve({ description: { name: 'K', coverage: complete }, unusable: [] }),
        ...{
          request: { asOf, types: { diagnosis: {} } },
          searched: [plan.profile],
          asOf,
          limits,
          deadline: 5000,
        },
        signal: new AbortController().signal,
      });
      const loaded = await load.catch(() => undefined);
      if (!loaded) return;
      const said = loaded.problems.map((problem) => describeProblem(problem, 'da'));
      for (const each of said) expect(each).toBeTruthy();
      const told = JSON.stringify([loaded.problems, said, reportFindings(loaded.findings)]);
      expect(told).not.toContain('Frida');
      expect(loaded.clinic.size).toBeLessThanOrEqual(limits.patients);
      // A patient's lists are read once, and looked at for the names of their fields.
      expect(looked).toBeLessThan(20 * limits.records);
      // A stream without end never comes whole.
      if (!isSearched) expect(loaded.problems.length).toBeGreaterThan(0);
    }),
    bounds,
  );
});

it('a description, actions, profiles, rounds and results are read within theirs, and nothing is thrown', async () => {
  await fc.assert(
    fc.asyncProperty(anything, async (answer) => {
      looked = 0;
      const attempt = (read: () => unknown) => {
        try {
          return read();
        } catch (error) {
          // `describeClinic` guards it: what was thrown is a failure of the call.
          expect(String(error)).toContain('Frida');
          return undefined;
        }
      };
      attempt(() => readDescription({ name: 'K', coverage: answer, sources: answer, may: answer }));
      actionsOf({ actions: answer } as unknown as ClinicAdapter);
      new ProfileShelf().check(answer);
      const store = {
        list: () => Promise.resolve(answer as never),
        save: () => Promise.resolve(answer as never),
      };
      const options = { deadline: 5000 };
      for (const call of [listRounds(store, 'test', options), saveRound(store, round, options)])
        await call.catch((error: unknown) => expect(String(error)).not.toContain('Frida'));
      const run = new ActionRun(
        {
          ...{ id: 'a', label: { da: 'A' }, scope: 'many' },
          run: () => Promise.resolve(answer as never),
        },
        [{ id: 'p' }],
        { from: 'population' },
        { key: 'k' },
      );
      await run.start();
      expect(run.state.phase).toBe('done');
      expect(JSON.stringify(run.state)).not.toContain('Frida');
      expect(looked).toBeLessThan(100_000);
    }),
    bounds,
  );
});
