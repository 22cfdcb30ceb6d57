import { describe, expect, it } from 'vitest';
import type {
  ActionContext,
  ActionResult,
  HostAction,
  PatientReference,
} from '../../../src/adapter/index.ts';
import { ActionRun, type ActionOptions } from '../../../src/model/index.ts';

const context = { from: 'population' } as const;
const patients = Array.from({ length: 5 }, (_, index) => ({ id: `p${index}` }));

type Run = (patients: readonly PatientReference[], signal: AbortSignal) => unknown;

/** Hands what it was asked to `run`; all succeed by default. */
function actionThat(run?: Run, scope: HostAction['scope'] = 'many') {
  const calls: string[][] = [];
  const contexts: ActionContext[] = [];
  const action: HostAction = {
    id: 'queue',
    label: { da: 'Læg i kø' },
    scope,
    patientsPerCall: 2,
    async run(asked, from, signal) {
      calls.push(asked.map(({ id }) => id));
      contexts.push(from);
      return (run ? await run(asked, signal) : asked.map(success)) as readonly ActionResult[];
    },
  };
  return { action, calls, contexts };
}

const success = ({ id }: PatientReference) => ({ patientId: id, ok: true });
const runOf = (action: HostAction, options: Partial<ActionOptions> = {}) =>
  new ActionRun(action, patients, context, { key: 'run', ...options });
const told = ({ state }: ActionRun) =>
  state.outcomes.map(({ status, reason }) => (reason ? `${status}: ${reason}` : status));

describe('an action over many patients', () => {
  it('goes some at a time, tells how far it is, and has a result for each', async () => {
    const { action, calls } = actionThat();
    const run = runOf(action);
    expect(run.state).toMatchObject({ phase: 'ready', counts: { waiting: 5 } });
    const seen: string[] = [];
    run.subscribe(() => seen.push(`${run.state.phase} ${run.state.counts.ok}`));
    await run.start();
    expect(calls).toEqual([['p0', 'p1'], ['p2', 'p3'], ['p4']]);
    expect(seen).toEqual([
      ...['running 0', 'running 2', 'running 2', 'running 4', 'running 4', 'running 5', 'done 5'],
    ]);
  });

  it('of scope one goes patient by patient; the same patient is asked for once', async () => {
    const { action, calls } = actionThat(undefined, 'one');
    const twice = [{ id: 'a' }, { id: 'b' }, { id: 'a' }];
    await new ActionRun(action, twice, context, { key: 'run' }).start();
    expect(calls).toEqual([['a'], ['b']]);
  });

  it('takes twenty patients in a call where the action does not say how many', async () => {
    const { action, calls } = actionThat();
    const { patientsPerCall: _, ...usual } = action;
    const many = Array.from({ length: 45 }, (_, index) => ({ id: `p${index}` }));
    await new ActionRun(usual, many, context, { key: 'run' }).start();
    expect(calls.map(({ length }) => length)).toEqual([20, 20, 5]);
  });

  it('names the run and each patient by a key, which is the same when it is tried again', async () => {
    let isBroken = true;
    const { action, calls, contexts } = actionThat((asked) => {
      if (isBroken && asked.some(({ id }) => id === 'p2')) throw new Error('lost');
      return asked.map(success);
    });
    const ids = [{ id: 'p2' }, { id: '__proto__' }, { id: 'p1' }];
    const run = new ActionRun(action, ids, { ...context, marker: 'm' }, { key: 'K' });
    await run.start();
    isBroken = false;
    await run.retry(['unknown']);
    expect(calls).toEqual([['p2', '__proto__'], ['p1'], ['p2', '__proto__']]);
    const keys = contexts.map(({ patientKeys }) => Object.entries(patientKeys));
    expect(keys).toEqual([
      [
        ['p2', 'K-1'],
        ['__proto__', 'K-2'],
      ],
      [['p1', 'K-3']],
      [
        ['p2', 'K-1'],
        ['__proto__', 'K-2'],
      ],
    ]);
    expect(contexts.every(({ runKey, from, marker }) => runKey === 'K' && from && marker)).toBe(
      true,
    );
  });

  it('keeps the host’s words; two results that say otherwise say nothing', async () => {
    const { action } = actionThat(([first, second]) => [
      { patientId: second?.id, ok: true },
      { patientId: first?.id, ok: false, message: { da: 'Er i kø', en: 7 } },
      { patientId: first?.id, ok: false },
      { patientId: second?.id, ok: false },
      { patientId: second?.id, ok: true },
      { patientId: 'somebody else', ok: true },
    ]);
    const run = new ActionRun(action, patients.slice(0, 2), context, { key: 'run' });
    await run.start();
    expect(run.state.outcomes).toEqual([
      { patientId: 'p0', status: 'failed', message: { da: 'Er i kø' } },
      { patientId: 'p1', status: 'unknown', reason: 'junk' },
    ]);
  });

  it('no answer about a patient leaves it unknown, and so does an answer that is none', async () => {
    const answers: unknown[] = [
      [success({ id: 'p1' }), null, 7, { ok: true }],
      'done',
      [{ patientId: 'p4', ok: 1 }],
    ];
    const run = runOf(actionThat(() => answers.shift()).action);
    await run.start();
    expect(told(run)).toEqual([
      'unknown: no-answer',
      'ok',
      'unknown: junk',
      'unknown: junk',
      'unknown: junk',
    ]);
  });

  it('a call that throws leaves its own patients in doubt; they are asked for again only on a word', async () => {
    let broken = true;
    const { action, calls } = actionThat((asked) => {
      if (broken && asked.some(({ id }) => id === 'p2')) throw new Error('secret');
      return asked.map(success);
    });
    const run = runOf(action);
    await run.start();
    expect(told(run)).toEqual(['ok', 'ok', 'unknown: threw', 'unknown: threw', 'ok']);
    broken = false;
    await run.retry();
    expect(calls).toHaveLength(3);
    await run.retry(['unknown']);
    expect(calls.at(-1)).toEqual(['p2', 'p3']);
    expect(run.state).toMatchObject({ phase: 'done', counts: { ok: 5, unknown: 0 } });
    await run.retry(['unknown']);
    expect(calls).toHaveLength(4);
  });

  it('who failed is tried again, and nobody else', async () => {
    const { action, calls } = actionThat((asked) =>
      asked.map(({ id }) => ({ patientId: id, ok: id !== 'p2' || calls.length > 3 })),
    );
    const run = runOf(action);
    await run.start();
    expect(told(run)).toEqual(['ok', 'ok', 'failed', 'ok', 'ok']);
    await run.retry();
    expect(calls.at(-1)).toEqual(['p2']);
    expect(run.state.counts).toMatchObject({ ok: 5, failed: 0 });
  });

  it('cancelled: who was not asked for is not done; of who was, nobody knows', async () => {
    const signals: AbortSignal[] = [];
    const { action, calls } = actionThat((asked, signal) => {
      signals.push(signal);
      if (signals.length === 2) {
        run.cancel();
        return new Promise(() => undefined);
      }
      return asked.map(success);
    });
    const run = runOf(action);
    await run.start();
    expect(told(run)).toEqual([
      ...['ok', 'ok', 'unknown: aborted', 'unknown: aborted', 'cancelled'],
    ]);
    expect(signals[1]?.aborted).toBe(true);
    // A retry of the failed does nothing for these: they have not failed.
    await run.retry();
    expect(calls).toHaveLength(2);
    await run.retry(['cancelled']);
    expect(calls.at(-1)).toEqual(['p4']);
  });

  it('an answer that does not come in time: nobody knows, and the rest goes on', async () => {
    const { action } = actionThat((asked) =>
      asked.some(({ id }) => id === 'p0') ? new Promise(() => undefined) : asked.map(success),
    );
    const run = runOf(action, { deadline: 10 });
    await run.start();
    expect(told(run)).toEqual(['unknown: deadline', 'unknown: deadline', 'ok', 'ok', 'ok']);
  });

  it('asks for no more where it may not go on, be it that it is tried again', async () => {
    let mayGoOn = true;
    const { action, calls } = actionThat((asked) => {
      mayGoOn = false;
      return asked.map(success);
    });
    const run = runOf(action, { mayGoOn: () => mayGoOn });
    await run.start();
    await run.retry(['cancelled']);
    expect(told(run)).toEqual(['ok', 'ok', 'cancelled', 'cancelled', 'cancelled']);
    mayGoOn = true;
    await run.retry(['cancelled']);
    expect(calls).toEqual([
      ['p0', 'p1'],
      ['p2', 'p3'],
    ]);
  });

  it('is tried again through another adapter’s action, by the same keys', async () => {
    const failed = ({ id }: PatientReference) => ({ patientId: id, ok: false });
    const before = actionThat((asked) => asked.map(failed));
    const now = actionThat();
    const run = runOf(before.action);
    await run.start();
    await run.retry(['failed'], now.action);
    expect([before.calls, now.calls].map(({ length }) => length)).toEqual([3, 3]);
    expect(now.contexts).toEqual(before.contexts);
    expect(run.state.counts.ok).toBe(5);
  });

  it('is one run at a time', async () => {
    const { action, calls } = actionThat();
    const run = runOf(action);
    await Promise.all([run.start(), run.start(), run.retry()]);
    expect(calls).toHaveLength(3);
  });

  it('hands the context on, and says nothing of what the host threw', async () => {
    let given: unknown;
    const run = new ActionRun(
      {
        id: 'x',
        label: { da: 'X' },
        scope: 'many',
        run: (_, from) => {
          given = from;
          throw new Error('010101-1234');
        },
      },
      patients,
      { from: 'cockpit', profile: { id: 'dk.demens', version: '1.0.0' } },
      { key: 'run' },
    );
    await run.start();
    expect(given).toMatchObject({
      from: 'cockpit',
      profile: { id: 'dk.demens', version: '1.0.0' },
    });
    expect(JSON.stringify(run.state)).not.toContain('010101');
  });
});
