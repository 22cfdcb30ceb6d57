import { describe, expect, it } from 'vitest';
import type { ActionContext, HostAction } from '../../src/adapter/index.ts';
import { faultyActions } from '../../src/testing/index.ts';

const patients = Array.from({ length: 6 }, (_, index) => ({ id: `p${index + 1}` }));
const context: ActionContext = { from: 'population', runKey: 'k', patientKeys: {} };
const { signal } = new AbortController();

describe('faulty actions', () => {
  it('fail, fail for good and lose answers, the same ones again, and do the rest', async () => {
    const done: string[][] = [];
    const action: HostAction = {
      ...{ id: 'a', label: { da: 'A' }, scope: 'many' },
      fields: [{ id: 'f', type: 'text', label: { da: 'F' } }],
      run(those) {
        done.push(those.map(({ id }) => id));
        return Promise.resolve(those.map(({ id }) => ({ patientId: id, ok: true })));
      },
    };
    const faults = { failEvery: 2, permanentEvery: 6, loseEvery: 3 };
    const [faulty] = faultyActions([action], faults);
    expect(faulty?.fields).toBe(action.fields);
    for (let time = 0; time < 2; time++)
      expect(await faulty?.run(patients, context, signal)).toEqual([
        ...['p2', 'p4'].map((patientId) => ({ patientId, ok: false })),
        { patientId: 'p6', ok: false, permanent: true },
        ...['p1', 'p5'].map((patientId) => ({ patientId, ok: true })),
      ]);
    expect(done).toEqual([
      ['p1', 'p3', 'p5'],
      ['p1', 'p3', 'p5'],
    ]);
  });

  it('are told to fail in whole numbers', () => {
    expect(() => faultyActions([], { failEvery: 0 })).toThrow(RangeError);
  });
});
