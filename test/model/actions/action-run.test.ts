import { describe, expect, it } from 'vitest';
import type { ActionResult, HostAction, PatientReference } from '../../../src/adapter/index.ts';
import { ActionRun, type ActionOptions } from '../../../src/model/index.ts';

const context = { from: 'population' } as const;
const patients = Array.from({ length: 5 }, (_, index) => ({ id: `p${index}` }));

type Run = (patients: readonly PatientReference[], signal: AbortSignal) => unknown;

/** Hands what it was asked to `run`; all succeed by default. */
function actionThat(run?: Run, scope: HostAction['scope'] = 'many') {
  const calls: string[][] = [];
  const action: HostAction = {
    id: 'queue',
    label: { da: 'Læg i kø' },
    scope,
    async run(asked, _, signal) {
      calls.push(asked.map(({ id }) => id));
      return (run ? await run(asked, signal) : asked.map(success)) as readonly ActionResult[];
    },
  };
  return { action, calls };
}

const success = ({ id }: PatientReference) => ({ patientId: id, ok: true });
const runOf = (action: HostAction, options: ActionOptions = {}) =>
  new ActionRun(action, patients, context, { chunkSize: 2, ...options });
const told = ({ state }: ActionRun) =>
  state.outcomes.map(({ status, reason }) => (reason ? `${status}: ${reason}` : status));

describe('an action over many patients', () => {
  it('goes in chunks, tells how far it is, and has a result for each', async () => {
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
    await new ActionRun(action, [{ id: 'a' }, { id: 'b' }, { id: 'a' }], context).start();
    expect(calls).toEqual([['a'], ['b']]);
  });

  it('keeps the host’s words, and takes the worse of two results', async () => {
    const { action } = actionThat(([first, second]) => [
      { patientId: second?.id, ok: true },
      { patientId: first?.id, ok: false, message: { da: 'Er i kø', en: 7 } },
      { patientId: second?.id, ok: false },
      { patientId: second?.id, ok: true },
      { patientId: 'somebody else', ok: true },
    ]);
    const run = new ActionRun(action, patients.slice(0, 2), context);
    await run.start();
    expect(run.state.outcomes).toEqual([
      { patientId: 'p0', status: 'failed', message: { da: 'Er i kø' } },
      { patientId: 'p1', status: 'failed' },
    ]);
  });

  it('no answer about a patient counts as failed, and so does an answer that is none', async () => {
    const answers: unknown[] = [
      [success({ id: 'p1' }), null, 7, { ok: true }],
      'done',
      [{ patientId: 'p4', ok: 1 }],
    ];
    const run = runOf(actionThat(() => answers.shift()).action);
    await run.start();
    expect(told(run)).toEqual([
      'failed: no-answer',
      'ok',
      'failed: junk',
      'failed: junk',
      'failed',
    ]);
  });

  it('a call that throws takes only its own patients with it; only those are tried again', async () => {
    let broken = true;
    const { action, calls } = actionThat((asked) => {
      if (broken && asked.some(({ id }) => id === 'p2')) throw new Error('secret');
      return asked.map(success);
    });
    const run = runOf(action);
    await run.start();
    expect(told(run)).toEqual(['ok', 'ok', 'failed: threw', 'failed: threw', 'ok']);
    broken = false;
    await run.retry();
    expect(calls.at(-1)).toEqual(['p2', 'p3']);
    expect(run.state).toMatchObject({ phase: 'done', counts: { ok: 5, failed: 0 } });
    await run.retry();
    expect(calls).toHaveLength(4);
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
    );
    await run.start();
    expect(given).toEqual({ from: 'cockpit', profile: { id: 'dk.demens', version: '1.0.0' } });
    expect(JSON.stringify(run.state)).not.toContain('010101');
  });
});
