/** The first rows stand before the cards are counted, and nothing moves when they are. */
import { expect } from '@open-wc/testing';
import type { ClinicAdapter, Round } from '../../src/define.ts';
import { holdTimers } from './held-timers.ts';
import { inDepth } from './in-depth.ts';
import { button, grid, names, ready, rows, status } from './list.ts';
import { adapterWith, asOf, clinic, demens, inside, place, textOf, until } from './stage.ts';

/** On a machine that draws no frame for so long, the cards are counted without having been seen empty. */
const isForTheUnseen = (delay: number) => delay === 1000;

it('the first rows come before the numbers, in their final order and place', async () => {
  holdTimers(isForTheUnseen);
  const list = place('overblik-population');
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const deadline = performance.now() + 120_000;
  while (rows(list).length === 0 && performance.now() < deadline) await nextFrame();

  const cards = inside(list, '.overview');
  expect(cards?.getAttribute('aria-busy')).to.equal('true');
  const [total, ...counted] = [...(cards?.querySelectorAll('.card .number, .bar .count') ?? [])];
  // How many there are is known with the rows; what is not counted yet is never a 0.
  expect(total?.textContent).to.match(/^\d/);
  expect(counted.length).to.be.greaterThan(0);
  for (const each of counted) expect(each.textContent).to.equal('…');
  const before = { top: grid(list).getBoundingClientRect().top, names: names(list) };

  await until('the cards', () => !cards?.hasAttribute('aria-busy'));
  for (const each of cards?.querySelectorAll('.card .number, .bar .count') ?? [])
    expect(each.textContent).to.match(/\d|\?/);
  expect(textOf(cards ?? list)).not.to.contain('…');
  expect(grid(list).getBoundingClientRect().top).to.equal(before.top);
  expect(names(list)).to.deep.equal(before.names);
});

it('what is pressed before the cards are counted is done, once for each press', async () => {
  holdTimers(isForTheUnseen);
  const list = place('overblik-population', {}, { width: 1600, height: 1000 });
  const nextFrame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const deadline = performance.now() + 120_000;
  while (!inside(list, '.tools [aria-pressed]') && performance.now() < deadline) await nextFrame();
  expect(inside(list, '.overview')?.getAttribute('aria-busy')).to.equal('true');
  const turn = button(list, 'Vis som tabel');
  turn.click();
  const table = await until('the numbers', () => inside(list, '.overview:not([aria-busy]) table'));
  expect(table.textContent).to.match(/\d/);
  expect(turn.getAttribute('aria-pressed')).to.equal('true');

  // Twice before anything is drawn: there and back.
  turn.click();
  turn.click();
  await list.updateComplete;
  expect(turn.getAttribute('aria-pressed')).to.equal('true');
});

it('the first rows wait a little for the round, whose exemptions change their order', async () => {
  const [first, round] = await exemptFirst(demens.id);
  const patience = holdTimers(isPatience);
  const { adapter, answer } = heldRounds([round]);
  const list = place('overblik-population', { adapter });
  await loaded(list);
  expect(patience.waiting).to.equal(1);
  expect(rows(list)).to.have.length(0);
  await answer();
  await ready(list);
  const before = names(list);
  expect(before).not.to.contain(first);
  expect(patience.waiting).to.equal(0);

  // Another clinic's rows wait as well.
  const other = heldRounds([round]);
  const isLoaded = loaded(list);
  let drawn: readonly string[] = [];
  const seen = () => {
    drawn = [...drawn, ...names(list)];
    if (list.isConnected) requestAnimationFrame(seen);
  };
  requestAnimationFrame(seen);
  list.adapter = other.adapter;
  await isLoaded;
  expect(patience.waiting).to.equal(1);
  await other.answer();
  await until('the round of the other', () => list.round?.state.phase === 'ready');
  await ready(list);
  expect(names(list)).to.deep.equal(before);
  expect(drawn).not.to.contain(first);
});

/** How long the rows of a list wait for its round. */
const isPatience = (delay: number) => delay === 500;

/** The population is there, and the host has been told: its rows may wait for the round. */
const loaded = (list: Element) =>
  new Promise<void>((resolve) =>
    list.addEventListener('overblik-loaded', () => resolve(), { once: true }),
  );

/** A store that answers when it is told to. */
function heldRounds(rounds: readonly Round[]) {
  const { rounds: store, ...rest } = adapterWith({ rounds });
  const answers: (() => void)[] = [];
  const adapter: ClinicAdapter = {
    ...rest,
    rounds: {
      save: (...args) => store!.save(...args),
      async list(...args) {
        await new Promise<void>((resolve) => answers.push(resolve));
        return store!.list(...args);
      },
    },
  };
  return {
    adapter,
    /** What has been asked, or will be next. */
    async answer() {
      await until('the store is asked', () => answers.length > 0);
      for (const each of answers.splice(0)) each();
    },
  };
}

/** A round in which the patient who stands first is exempt. */
async function exemptFirst(profileId: string): Promise<readonly [name: string, round: Round]> {
  const whole = place('overblik-population');
  await until('rows', () => rows(whole).length > 0);
  const [first = ''] = names(whole);
  const patientId = clinic.patients.find(({ patient }) => patient.name === first)!.patient.id;
  const members = [{ patientId, status: 'exempt', note: 'Aftalt' }] as const;
  return [
    first,
    { id: 'r', revision: 1, profile: { id: profileId, version: '1.0.0' }, asOf, members },
  ];
}

inDepth(
  'the rows of another profile wait for its own round, and the old ones do not stand in for them',
  async () => {
    const twin = { ...demens, id: 'dk.tvilling' };
    const [first, round] = await exemptFirst(twin.id);
    const patience = holdTimers(isPatience);
    const { adapter, answer } = heldRounds([round]);
    const list = place('overblik-population', { adapter, profiles: [demens, twin] });
    await answer();
    await until('rows', () => rows(list).length > 0);
    expect(names(list)[0]).to.equal(first);

    const isLoaded = loaded(list);
    list.profileId = twin.id;
    await isLoaded;
    expect(patience.waiting).to.equal(1);
    expect(rows(list)).to.have.length(0);
    await answer();
    await until('its rows', () => rows(list).length > 0);
    expect(names(list)).not.to.contain(first);
  },
);

it('a round that comes later than the rows moves none of them, on this date or another', async () => {
  const [first, round] = await exemptFirst(demens.id);
  const patience = holdTimers(isPatience);
  const { adapter, answer } = heldRounds([round]);
  const list = place('overblik-population', { adapter });
  await loaded(list);
  patience.run();
  await until('rows without it', () => rows(list).length > 0);
  const before = names(list);
  expect(before[0]).to.equal(first);

  // Another date is another list, which waits as long again.
  const isLoaded = loaded(list);
  list.asOf = '2026-11-25';
  await isLoaded;
  expect(patience.waiting).to.equal(1);
  expect(rows(list)).to.have.length(0);
  patience.run();
  await until('rows without it', () => rows(list).length > 0);
  expect(names(list)).to.deep.equal(before);
  await answer();
  await until('it is told', () => status(list, rows(list)[0]) === 'Undtaget');
  expect(names(list)).to.deep.equal(before);
  button(list, 'Flyt 1 færdig nederst').click();
  await until('by priority', () => names(list)[0] === before[1]);
  expect(names(list)).not.to.contain(first);
  expect(textOf(list)).not.to.contain('Flyt 1 færdig');
});

it('a round that does not come keeps nobody waiting', async () => {
  const { rounds, ...rest } = adapterWith();
  const adapter = {
    ...rest,
    rounds: { ...rounds!, list: () => new Promise<never>(() => undefined) },
  };
  const list = place('overblik-population', { adapter });
  await until('rows', () => rows(list).length > 0);
});
