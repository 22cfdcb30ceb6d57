/** Who is dealt with in the round: last, hidden or in order by one switch, and never away under the pointer. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import type { ClinicAdapter, ListView, OverblikPopulation, ViewDetail } from '../../src/define.ts';
import { faultyRounds } from '../../src/testing/index.ts';
import { inDepth, isAccessible } from './in-depth.ts';
import { button, check, clickOn, count, grid, names, placeList, rows, status } from './list.ts';
import { adapterWith, allInside, inside, until } from './stage.ts';

const size = { width: 1400, height: 900 };
const words = (element: Element | null | undefined) =>
  (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
const said = (list: Element) => words(inside(list, '.frame > [role=status]'));
const showing = (list: Element) => words(inside(list, '.showing'));
const choice = (list: Element) => inside<HTMLSelectElement>(list, '.done-place')!;
const adapter = (): ClinicAdapter => ({ ...adapterWith(), rounds: faultyRounds([]) });
const idsOf = (list: OverblikPopulation) =>
  list.round!.now(false)!.members.map(({ patientId }) => patientId);

/** Chooses as a user does, by keys. */
async function choose(list: Element, letters: string): Promise<void> {
  const select = choice(list);
  select.focus();
  await sendKeys({ type: letters });
}

async function place(list: OverblikPopulation, value: NonNullable<ListView['done']>) {
  const select = choice(list);
  select.value = value;
  select.dispatchEvent(new Event('change', { bubbles: true }));
  await until('asked', () => list.view?.done === value);
  await list.updateComplete;
}

describe('who is dealt with', () => {
  inDepth('stays in place when it is set, and goes to the end when that is asked for', async () => {
    const list = await placeList({ adapter: adapter() }, size);
    const before = names(list);
    await clickOn(check(rows(list)[0]));
    await clickOn(button(list, 'Markér gennemgået'));
    await until('set', () => status(list, rows(list)[0]) === 'Gennemgået');
    expect(names(list)).to.deep.equal(before);
    const move = await until('offered', () => offered(list, 'Flyt 1 færdig nederst'));
    move.focus();
    await sendKeys({ press: 'Enter' });
    await until('moved', () => names(list)[0] === before[1]);
    expect(allInside(list, '.filters button').map(words)).to.not.include('Flyt 1 færdig nederst');
    // Not on the page: on what is nearest.
    expect(list.shadowRoot?.activeElement?.closest('.filters')).to.not.equal(null);
    await until('said', () => said(list) === `${count(list)} patienter vises`);
    expect(count(list)).to.be.greaterThan(before.length - 1);
  });

  it('is hidden by the switch, with their number, and shown by it again; the view keeps it', async () => {
    const list = await placeList({ adapter: adapter() }, size);
    const all = count(list);
    list.round!.setStatus(idsOf(list).slice(0, 5), 'reviewed');
    const views: ListView[] = [];
    list.addEventListener('overblik-view-changed', ({ detail }: CustomEvent<ViewDetail>) =>
      views.push(detail.view),
    );
    await until('set', () => list.round!.state.counts.reviewed === 5);
    await choose(list, 'Færdige: s');
    await until('hidden', () => count(list) === all - 5);
    expect(showing(list)).to.equal(`${all - 5} af ${all} vises · 5 færdige skjult`);
    await until('said', () => said(list) === `${all - 5} patienter vises, 5 færdige skjult`);
    expect(list.shadowRoot?.activeElement, 'the focus stays').to.equal(choice(list));
    // The cards count those that are shown.
    await until('counted', () => !inside(list, '.overview[aria-busy]'));
    expect(words(inside(list, '.total'))).to.contain(`${all - 5} af ${all} vises`);
    await isAccessible(list);
    expect(views.at(-1)?.done).to.equal('hidden');

    // The other list asks the store.
    await until('stored', () => list.round?.state.pending.count === 0);
    const again = await placeList({ adapter: list.adapter, view: views.at(-1) }, size);
    await until('kept', () => count(again) === all - 5);
    await choose(again, 'Færdige: n');
    await until('everybody', () => count(again) === all);
  });

  it('is found by its number below, whoever is hidden, and by nobody lost to a search', async () => {
    const list = await placeList({ adapter: adapter() }, size);
    const [wanted] = names(list);
    list.round!.setStatus([firstId(list)], 'reviewed');
    await place(list, 'hidden');
    await until('hidden', () => names(list)[0] !== wanted);
    button(list, 'Gennemgået 1').click();
    await until('found', () => count(list) === 1 && names(list)[0] === wanted);
    button(list, 'Gennemgået 1').click();
    list.view = { ...list.view!, query: wanted!, filters: [] };
    const state = await until('nobody', () => inside(list, '.state, [slot=empty] *'));
    expect(words(state.closest('[slot=empty]'))).to.contain('Ingen mangler blandt dem');
    expect(words(state.closest('[slot=empty]'))).to.contain('1 patient passer');
    await isAccessible(list);
    button(list, 'Vis færdige', '[slot=empty]').click();
    await until('shown', () => names(list)[0] === wanted);
  });

  it('is everybody: the list says so, and shows them again', async () => {
    const list = await placeList({ adapter: adapter() }, size);
    const all = count(list);
    list.round!.setStatus(idsOf(list), 'reviewed');
    await place(list, 'hidden');
    await until('said', () =>
      words(inside(list, '[slot=empty]')).includes(`Alle er færdige: ${all} patienter`),
    );
    const show = button(list, 'Vis færdige', '[slot=empty]');
    show.focus();
    await sendKeys({ press: 'Enter' });
    await until('everybody', () => count(list) === all);
    expect(document.activeElement, 'the focus is in the list').to.equal(list);
    expect(list.shadowRoot?.activeElement).to.equal(grid(list));
  });

  inDepth(
    'is shown where it was opened one by one, and chosen with those that are seen',
    async () => {
      const list = await placeList({ adapter: adapter() }, size);
      await clickOn(check(rows(list)[0]));
      const [id] = list.selectedIds;
      list.round!.setStatus([id!], 'reviewed');
      await place(list, 'hidden');
      await until('out of sight', () =>
        words(inside(list, '.footer')).includes('1 af dem vises ikke på listen lige nu'),
      );
      expect(list.selectedIds).to.deep.equal([id]);
    },
  );

  it('is hidden among the undecided too, and said there; the figures beside them are of everybody', async () => {
    const given = { ...adapterWith({ missing: ['medication'] }), rounds: faultyRounds([]) };
    const list = await placeList({ adapter: given, overview: 'line' }, size);
    const tab = (label: string) =>
      allInside(list, '[role=tab]').find((each) => words(each).startsWith(label))!;
    const total = () => words(inside(list, '.figures .total'));
    const labels = () => allInside(list, '[role=tab]').map(words);
    const whole = total();
    const before = labels();
    const members = count(list);
    await clickOn(tab('Kan ikke afgøres'));
    await until('the undecided', () => count(list) !== members && count(list) > 1);
    const undecided = count(list);
    const [of] = idsOf(list);
    list.round!.setStatus([of!, firstId(list)], 'reviewed');
    await until('set', () => list.round!.state.pending.count === 0);
    await place(list, 'hidden');
    await until('hidden', () => count(list) === undecided - 1);
    expect(showing(list)).to.equal(`${undecided - 1} af ${undecided} vises · 1 færdig skjult`);
    // Nobody of the others is left out of what is counted beside them.
    expect(total()).to.equal(whole);
    expect(labels()).to.deep.equal(before);
    await clickOn(tab(before[0]!.split(' ')[0]!));
    await until('the members', () => count(list) === members - 1);
    expect(total()).to.contain(`${members - 1} af `);
    expect(showing(list)).to.equal(`${members - 1} af ${members} vises · 1 færdig skjult`);
  });

  it('offers no switch without a round', async () => {
    const { rounds: _, ...without } = adapterWith();
    const list = await placeList({ adapter: without }, size);
    expect(choice(list)).to.equal(null);
  });
});

/** The patient in the first row. */
function firstId(list: OverblikPopulation): string {
  const { rows: shown } = grid(list) as HTMLElement & { rows: { idAt(index: number): string } };
  return shown.idAt(0);
}

/** A button by its words, once it is there. */
function offered(list: Element, label: string, within = ''): HTMLButtonElement | undefined {
  try {
    return button(list, label, within);
  } catch {
    return undefined;
  }
}
