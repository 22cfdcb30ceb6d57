/** Attempts to reach patients: logged for one and for many, seen in the list and the cockpit, taken back. */
import { expect } from '@open-wc/testing';
import type { HostAction, OverblikPopulation } from '../../src/define.ts';
import { faultyRounds } from '../../src/testing/index.ts';
import { inDepth, isAccessible } from './in-depth.ts';
import {
  button,
  cell,
  check,
  clickOn,
  count,
  field,
  heads,
  openFilter,
  panel,
  pick,
  placeList,
  press,
  rows,
  said,
} from './list.ts';
import { adapterWith, inside, until } from './stage.ts';

const size = { width: 1500, height: 900 };

function adapter() {
  const inner = adapterWith();
  return {
    ...inner,
    rounds: faultyRounds([]),
    describe: async (signal: AbortSignal) => ({
      ...(await inner.describe(signal)),
      ...{ id: 'K', user: 'AB' },
    }),
  };
}

async function choose(list: OverblikPopulation, ...indexes: number[]) {
  for (const index of indexes) await clickOn(check(rows(list)[index]));
  await until('chosen', () => list.selectedIds.length === indexes.length);
  return list.selectedIds;
}

const announced = (list: Element) =>
  (inside(list, '.frame > [role=status]')?.textContent ?? '').trim();
const outcome = (within: Element, words: string) =>
  [...within.querySelectorAll('.attempt button')].find((each) => each.textContent.includes(words))!;
const nextTry = (within: Element) => within.querySelector<HTMLInputElement>('[name=next-try]')!;

describe('attempts to reach the chosen', () => {
  it('are logged by one click; the column comes, it is said, and taken back with what is due', async () => {
    const list = await placeList({ adapter: adapter() }, size);
    await until('the round', () => list.round?.state.phase === 'ready');
    expect(heads(list)).not.to.contain('Indkaldelse');
    const ids = await choose(list, 1, 3);
    await clickOn(await until('the deed', () => button(list, 'Notér kontakt', '.footer')));
    const open = await until('the panel', () => panel(list));
    expect(open.textContent).to.contain('Notér kontakt med 2 patienter');
    await isAccessible(list);
    pick(nextTry(open), '2026-12-08');
    await clickOn(outcome(open, 'Intet svar'));
    await until('logged', () => list.round?.member(ids[1]!).contact?.length === 1);
    expect(list.round!.member(ids[0]!)).to.include({ due: '2026-12-08' });
    expect(announced(list)).to.equal('2 patienter: noteret “Intet svar”');
    await until('the column', () => heads(list).includes('Indkaldelse'));
    expect(said(list, rows(list)[1], 'Indkaldelse')).to.match(/^Intet svar/);
    await press('Control+z');
    await until('taken back', () => list.round?.member(ids[1]!).contact === undefined);
    expect(list.round!.member(ids[1]!).due).to.equal(undefined);
  });

  inDepth('are no day before today', async () => {
    const list = await placeList({ adapter: adapter() }, size);
    await until('the round', () => list.round?.state.phase === 'ready');
    const [id] = await choose(list, 1);
    await clickOn(await until('the deed', () => button(list, 'Notér kontakt', '.footer')));
    const open = await until('the panel', () => panel(list));
    pick(nextTry(open), '2020-01-01');
    await clickOn(outcome(open, 'Besked sendt'));
    expect(list.round!.member(id!).contact).to.equal(undefined);
    pick(nextTry(open), '');
    await clickOn(outcome(open, 'Besked sendt'));
    await until('logged', () => list.round?.member(id!).contact?.length === 1);
  });

  inDepth('filter the list by how far it has come', async () => {
    const list = await placeList({ adapter: adapter() }, size);
    await until('the round', () => list.round?.state.phase === 'ready');
    const ids = await choose(list, 0, 1, 2);
    list.round!.logContact(ids.slice(0, 2), 'sent');
    list.round!.logContact(ids.slice(1, 2), 'booked');
    await until('the column', () => heads(list).includes('Indkaldelse'));
    const filter = await openFilter(list, 'Indkaldelse');
    field(filter, 'Kontaktet, uden svar').click();
    await until('one', () => count(list) === 1);
  });
});

it('what an action says of the round is logged for those for whom it was done', async () => {
  const send: HostAction = {
    ...{ id: 'send', label: { da: 'Send besked' }, scope: 'many' },
    run: (patients) =>
      Promise.resolve(
        patients.map(({ id }, at) => ({
          ...{ patientId: id, ok: at === 0 },
          contact: { outcome: 'sent' as const, nextTry: '2026-12-24' },
        })),
      ),
  };
  const list = await placeList({ adapter: { ...adapter(), actions: [send] } }, size);
  await until('the round', () => list.round?.state.phase === 'ready');
  const ids = await choose(list, 1, 3);
  await clickOn(await until('the action', () => button(list, 'Send besked', '.footer')));
  await until('the question', () => inside(list, 'dialog.run .primary'));
  await clickOn(inside(list, 'dialog.run .primary'));
  await until('logged', () => list.round?.member(ids[0]!).contact?.[0]?.outcome === 'sent');
  expect(list.round!.member(ids[0]!).due).to.equal('2026-12-24');
  expect(list.round!.member(ids[1]!).contact).to.equal(undefined);
});

describe('one patient’s form', () => {
  it('tells the attempts, the latest first, and logs a further one', async () => {
    const list = await placeList({ adapter: adapter() }, size);
    await until('the round', () => list.round?.state.phase === 'ready');
    const ids = await choose(list, 1);
    list.round!.logContact(ids, 'sent');
    await clickOn(cell(list, rows(list)[1], 'Status'));
    const open = await until('the form', () => panel(list));
    const log = open.querySelector<HTMLDetailsElement>('.contact-log')!;
    expect(log.querySelector('summary')!.textContent).to.match(/Kontakt: Besked sendt/);
    await clickOn(log.querySelector('summary'));
    expect(log.open).to.equal(true);
    await clickOn(outcome(log, 'Talt med'));
    await until('two', () => log.querySelectorAll('li').length === 2);
    expect(log.querySelector('li')!.textContent).to.match(/^Talt med .* AB$/);
    expect(log.querySelector('summary')!.textContent).to.match(/Talt med .*\(2\)/s);
    expect(log.open, 'stays open').to.equal(true);
    await isAccessible(list);
  });

  it('logs one attempt where it is clicked three times in one go', async () => {
    const list = await placeList({ adapter: adapter() }, size);
    await until('the round', () => list.round?.state.phase === 'ready');
    const [id] = await choose(list, 1);
    await clickOn(cell(list, rows(list)[1], 'Status'));
    const log = (await until('the form', () => panel(list))).querySelector('.contact-log')!;
    const called = outcome(log, 'Talt med') as HTMLElement;
    for (const each of [called, outcome(log, 'Besked sendt') as HTMLElement, called]) each.click();
    await until('logged', () => log.querySelectorAll('li').length > 0);
    expect(list.round!.member(id!).contact).to.have.length(1);
  });
});
