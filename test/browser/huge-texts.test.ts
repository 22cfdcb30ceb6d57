/**
 * Texts of a megabyte in everything that a store keeps of a round: the page draws the beginning of each, and what goes
 * back to the store is whole.
 */
import { expect } from '@open-wc/testing';
import type { OverblikPopulation, Round } from '../../src/define.ts';
import { faultyRounds } from '../../src/testing/index.ts';
import { check, clickOn, openPanel, placeList, press, rows } from './list.ts';
import { adapterWith, allInside, clinic, demens, drawn, inside, place, until } from './stage.ts';

const megabyte = 1_000_000;
const textOf = (first: string, length: number) =>
  `${first} ${'ord '.repeat(length / 8)}${'u'.repeat(length / 2)}`;
const huge = (first: string) => textOf(first, megabyte);
/** Of those that there are many of: all of a store's answer has a bound. */
const large = (first: string) => textOf(first, megabyte / 10);
/** Everything that stands on a page at once, be it that some texts stand there a few times. */
const most = 300_000;

const ill = clinic.patients
  .filter(({ diagnoses = [] }) => diagnoses.some(({ code }) => code === 'P70'))
  .slice(0, 3)
  .map(({ patient }) => patient.id);
const at = '2026-11-20T10:00:00+01:00';
const roundOf = (id: string, more: Partial<Round>): Round => ({
  ...{ id, revision: 1, profile: { id: 'dk.demens', version: demens.version } },
  asOf: '2026-05-01',
  aim: {
    ...{ goal: huge('Mål'), evaluation: '2026-05-02', by: huge('af'), at },
    owner: { id: 'x', name: huge('Ejer') },
  },
  members: ill.map((patientId) => ({
    ...{ patientId, status: 'exempt' as const, note: large('Note'), by: large('af'), at },
    ...{ exemptReason: large('grund'), assignee: { id: 'x', name: large('Ansvarlig') } },
    exemptions: demens.markers.map(({ id: marker }) => ({
      ...{ marker, note: large('Nej'), reason: large('grund'), by: large('af'), at },
    })),
    contact: [{ outcome: 'no-answer' as const, at, by: large('af') }],
  })),
  ...more,
});

function given() {
  const rounds = [roundOf('r1', { finished: '2026-06-01' }), roundOf('r3', { asOf: '2026-09-01' })];
  const inner = adapterWith();
  const store = faultyRounds(rounds);
  return { rounds, store, adapter: { ...inner, rounds: store } };
}

/** Characters of all texts and attributes in an element's tree; what is in a field is not drawn but where it is seen. */
function charactersIn(root: Node): number {
  let count = 0;
  if (root instanceof Text) count += root.data.length;
  if (root instanceof Element) {
    for (const { value } of root.attributes) count += value.length;
    if (root.shadowRoot) count += charactersIn(root.shadowRoot);
    if (root.localName === 'style') return count;
  }
  for (const child of root.childNodes) count += charactersIn(child);
  return count;
}

const isFew = (element: Element, what: string) =>
  expect(charactersIn(element), what).to.be.at.most(most);

async function listOf(adapter: object): Promise<OverblikPopulation> {
  const list = await placeList({ adapter: adapter as never }, { width: 1500, height: 900 });
  await until('the round', () => list.round?.state.phase === 'ready');
  return list;
}

it('the list, the panel of its round, and those of exemption and contact', async () => {
  const { adapter } = given();
  const list = await listOf(adapter);
  isFew(list, 'list');
  const open = await openPanel(list, 'Runde');
  for (const each of open.querySelectorAll('details')) each.open = true;
  await list.updateComplete;
  isFew(list, 'round');
  await press('Escape');
  for (const row of rows(list).slice(0, 3)) await clickOn(check(row));
  await until('what to do', () => inside(list, '.chosen'));
  for (const words of ['Undtag', 'Notér kontakt']) {
    await openPanel(list, words);
    isFew(list, words);
    await press('Escape');
  }
});

it('the cockpit, all of it opened', async () => {
  const { adapter } = given();
  const cockpit = place(
    'overblik-cockpit',
    { adapter, patientId: ill[0] },
    { width: 1200, height: 900 },
  );
  await drawn(cockpit);
  await until('rounds', () => inside(cockpit, '[part=rounds]'));
  for (const each of allInside(cockpit, 'details')) (each as HTMLDetailsElement).open = true;
  await cockpit.updateComplete;
  isFew(cockpit, 'cockpit');
});

it('the start page', async () => {
  const { adapter } = given();
  const other = { ...demens, id: 'dk.anden', title: { da: 'Anden' } };
  const page = place('overblik-workspace', { adapter, profiles: [demens, other] });
  await until('all counted', () => inside(page, '.start table[aria-busy=false] .reached'));
  isFew(page, 'start');
});

it('what goes back to the store is whole', async () => {
  const { adapter, store } = given();
  const list = await listOf(adapter);
  const open = await openPanel(list, 'Runde');
  const summary = open.querySelector<HTMLElement>('.aim summary')!;
  summary.scrollIntoView();
  await clickOn(summary);
  const goal = await until('the goal', () =>
    open.querySelector<HTMLTextAreaElement>('[name=goal]'),
  );
  expect(goal.value).to.have.length(huge('Mål').length);
  const evaluation = open.querySelector<HTMLInputElement>('[name=evaluation]')!;
  evaluation.value = '2027-01-01';
  evaluation.dispatchEvent(new Event('change', { bubbles: true }));
  await until(
    'stored',
    () =>
      list.round!.state.pending.count === 0 &&
      list.round!.state.aimed?.aim?.evaluation === '2027-01-01',
  );
  const [, stored] = await store.list('dk.demens', new AbortController().signal);
  expect(stored!.aim!.goal!.length).to.equal(huge('Mål').length);
  expect(stored!.aim!.owner!.name!.length).to.equal(huge('Ejer').length);
  expect(stored!.members[0]!.contact![0]!.by!.length).to.equal(large('af').length);
});
