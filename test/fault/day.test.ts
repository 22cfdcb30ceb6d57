/**
 * A day of two users of one clinic, one of whom has a cockpit beside the list: notes, statuses, markers that are
 * exempted, a host's action, a round that is finished, gone on with and finished again, and the next one. Every
 * answer of the store and of the action fails once, one after another, in every way; in the deep run two of them do
 * (`npm run test:deep`). Whatever fails: no note is lost, nothing is lost in silence, nobody is acted on twice without a
 * question, and saves are few.
 */
import { expect, it } from 'vitest';
import {
  nextTurn,
  type ActionResult,
  type HostAction,
  type RoundStore,
} from '../../src/adapter/index.ts';
import { ActionRun, type RoundModel } from '../../src/model/index.ts';
import { faultyRounds } from '../../src/testing/index.ts';
import { Desk, everything, listed, profile, signal } from '../model/rounds/stage.ts';
import { factor, someOf } from '../depth.ts';

/** How an answer fails: before anything is done, or after it is done. */
const ways = [
  'rejects',
  'hangs',
  'answers junk',
  'conflicts',
  'acts, and rejects',
  'acts, and hangs',
  'acts, and answers junk',
] as const;

/** An answer, counted from nought in the order that they are asked for, and how it fails. */
interface Fault {
  readonly at: number;
  readonly way: (typeof ways)[number];
}

/** Milliseconds until what hangs is given up: far more than any other answer waits for its turn among the days beside it. */
const deadline = 150;
const silence = () => new Promise<never>(() => undefined);

/** Lets calls through, but for those that are to fail. */
function failing(faults: readonly Fault[]) {
  let count = 0;
  /** @param conflict What stands in the way, where that can be answered. */
  const call = async (act: () => unknown, conflict?: () => Promise<unknown>): Promise<unknown> => {
    const at = count++;
    const way = faults.find((fault) => fault.at === at)?.way;
    if (way === 'rejects') throw new Error('told to fail');
    if (way === 'hangs') return silence();
    if (way === 'answers junk') return { junk: true };
    if (way === 'conflicts' && conflict) return conflict();
    const answer = await act();
    if (way === 'acts, and rejects') throw new Error('told to lose its answer');
    if (way === 'acts, and hangs') return silence();
    return way === 'acts, and answers junk' ? 'gemt' : answer;
  };
  return { call, calls: () => count };
}

/** Until everything is fetched and stored. */
async function quiet(...desks: readonly Desk[]): Promise<void> {
  const isBusy = ({ model: { state } }: Desk) =>
    state.phase !== 'ready' ||
    state.pending.count > 0 ||
    state.problems.some(({ kind }) => kind === 'call');
  for (let turn = 0; desks.some(isBusy); turn++) {
    if (turn > 5000) throw new Error('Never quiet.');
    // What hangs is given up by the page's own timer.
    await (turn % 50 === 49 ? new Promise((resolve) => setTimeout(resolve, 1)) : nextTurn());
  }
}

interface Day {
  readonly calls: number;
  readonly saves: number;
  /** Questions before something was done again. */
  readonly questions: number;
}

/** Lives the day, and holds what must be true all the time. */
async function live(faults: readonly Fault[]): Promise<Day> {
  const inner = faultyRounds();
  const { call, calls } = failing(faults);
  let saves = 0;
  const store = {
    list: (id: string) => call(() => inner.list(id, signal)),
    save: (round: Parameters<RoundStore['save']>[0]) => {
      saves++;
      return call(
        () => inner.save(round, signal),
        async () => {
          const stored = (await inner.list(profile.id, signal)).find(({ id }) => id === round.id);
          return { saved: false, conflict: stored ?? { ...round, members: [] } };
        },
      );
    },
  } as unknown as RoundStore;
  const a = new Desk(store, { user: 'A', deadline, withCockpit: true });
  const b = new Desk(store, { user: 'B', deadline });
  const typed: string[] = [];
  const held = async () => {
    const text = await everything(inner, a, b);
    expect(typed.filter((note) => !text.includes(note))).toEqual([]);
  };
  const typeIn = (model: RoundModel, id: string, note: string) => {
    // Whoever writes over a note has seen it, and keeps it.
    const had = model.member(id).note;
    model.setNote(id, had ? `${had} ${note}` : note);
    typed.push(note);
  };
  const type = ({ model }: Desk, id: string, note: string) => typeIn(model, id, note);
  const exempt = ({ model }: Desk, id: string, marker: string, note: string) => {
    model.exemptMarker(id, marker, { reason: 'wrong-data', note });
    typed.push(note);
  };
  const settle = async () => {
    await held();
    await quiet(a, b);
    for (const { model } of [a, b])
      for (const { patientId } of model.state.conflicts) model.resolve(patientId, 'both');
    await quiet(a, b);
    await held();
  };

  // Before the list is there, the cockpit is.
  const opened = a.open();
  const beside = a.cockpit!.of(profile.id)!;
  typeIn(beside, 'd', 'nul.');
  await Promise.all([opened, b.open()]);
  type(a, 'a', 'et.');
  a.model.setStatus(['a'], 'to-follow-up');
  await settle();
  type(b, 'b', 'to.');
  await settle();
  type(a, 'c', 'tre.');
  type(b, 'c', 'fire.');
  b.model.setStatus(['c'], 'reviewed');
  await settle();

  // One patient in the list and in the cockpit, and by the other user: a conflict with nobody but that one.
  exempt(a, 'a', 'm1', 'undtaget.');
  typeIn(beside, 'a', 'ved siden af.');
  exempt(b, 'a', 'm2', 'også undtaget.');
  await settle();
  b.model.endExemption('a', 'm2');
  typed.splice(typed.indexOf('også undtaget.'), 1);
  await settle();

  const questions = await act(call);

  a.model.finish();
  await settle();
  a.model.undo();
  await settle();
  a.model.finish();
  type(b, 'b', 'fem.');
  await settle();
  await Promise.all([a.model.refresh(), b.model.refresh()]);
  await settle();
  type(b, 'a', 'seks.');
  await settle();
  await Promise.all([a.model.refresh(), b.model.refresh()]);
  await settle();
  type(a, 'c', 'syv.');
  await settle();

  const rounds = await listed(inner);
  const stored = JSON.stringify(rounds);
  expect(typed.filter((note) => !stored.includes(note))).toEqual([]);
  expect(rounds.filter(({ finished }) => finished)).toHaveLength(1);
  expect(rounds).toHaveLength(2);
  for (const { model } of [a, b]) {
    expect(model.state.conflicts).toEqual([]);
    expect(model.state.pending).toMatchObject({ count: 0, attempts: 0, isUnknown: false });
    model.dispose();
  }
  a.cockpit?.dispose();
  expect(a.cockpit?.isUnsaved).toBe(false);
  return { calls: calls(), saves, questions };
}

/** Has a host act on three patients; answers how many questions that took. */
async function act(call: ReturnType<typeof failing>['call']): Promise<number> {
  const done: string[] = [];
  const keys = new Set<string>();
  const action: HostAction = {
    id: 'queue',
    label: { da: 'Læg i kø' },
    scope: 'one',
    run: (patients, { patientKeys }) =>
      call(() =>
        patients.map(({ id }) => {
          done.push(id);
          keys.add(patientKeys[id] ?? '');
          return { patientId: id, ok: true };
        }),
      ) as Promise<readonly ActionResult[]>,
  };
  const patients = ['a', 'b', 'c'].map((id) => ({ id }));
  const run = new ActionRun(action, patients, { from: 'population' }, { key: 'run', deadline });
  await run.start();
  await run.retry();
  // Nobody was acted on twice, and nobody is told to have been who was not.
  expect(new Set(done).size).toBe(done.length);
  for (const { patientId, status } of run.state.outcomes)
    expect(status === 'ok' ? done.includes(patientId) : status === 'unknown').toBe(true);
  let questions = 0;
  while (run.state.counts.unknown > 0 && questions < 4) {
    questions++;
    await run.retry(['unknown']);
  }
  expect(run.state.counts.ok).toBe(3);
  // A host that heeds the keys has acted once on each, whatever was lost.
  expect([...keys].sort()).toEqual(['run-1', 'run-2', 'run-3']);
  return questions;
}

/** Every answer, in every way. */
async function single(): Promise<{ readonly plain: Day; readonly faults: readonly Fault[] }> {
  const plain = await live([]);
  const faults = Array.from({ length: plain.calls }, (_, at) => ways.map((way) => ({ at, way })));
  return { plain, faults: faults.flat() };
}

/** Saves that one failed answer may cost more: its own, and those of the conflicts that it brings about. */
const savesOfFault = 8;

/** Days that are lived side by side, each with its own faults: most of a day is waiting. */
const atOnce = 30;

/** Lives a day for each choice of faults; answers how many questions that took. */
async function liveAll(choices: readonly (readonly Fault[])[], plain: Day): Promise<number> {
  let questions = 0;
  for (let start = 0; start < choices.length; start += atOnce)
    await Promise.all(
      choices.slice(start, start + atOnce).map(async (faults) => {
        const day = await live(faults).catch((error: unknown) => {
          throw new Error(JSON.stringify(faults), { cause: error });
        });
        const most = plain.saves + faults.length * savesOfFault;
        expect(day.saves, JSON.stringify(faults)).toBeLessThanOrEqual(most);
        questions += day.questions;
      }),
    );
  return questions;
}

it('any one answer fails', async () => {
  const { plain, faults } = await single();
  expect(plain.questions).toBe(0);
  expect(faults.length).toBeGreaterThan(100);
  const questions = await liveAll(
    // Everyday every third of them.
    someOf(faults, 3).map((fault) => [fault]),
    plain,
  );
  expect(questions).toBeGreaterThan(0);
  if (factor > 1) console.log(`Days with one fault: ${faults.length} tried, all survived.`);
});

it.runIf(factor > 1)('any two answers fail', async () => {
  const { plain, faults } = await single();
  const pairs = faults.flatMap((first) =>
    faults.filter(({ at }) => at > first.at).map((second) => [first, second] as const),
  );
  const step = Math.max(1, Math.floor(pairs.length / (100 * factor)));
  const seed = Number(process.env.OVERBLIK_SEED ?? 0);
  const chosen = pairs.filter((_, index) => index % step === seed % step);
  await liveAll(chosen, plain);
  console.log(`Days with two faults: ${chosen.length} of ${pairs.length} tried, all survived.`);
});
