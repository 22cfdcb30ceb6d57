/** How far a round has come: numbers that show whom they count, and agree with the rows. */
import { expect } from '@open-wc/testing';
import type { ClinicAdapter, OverblikPopulation, Round, RoundStatus } from '../../src/define.ts';
import { faultyRounds } from '../../src/testing/index.ts';
import { someOf } from '../depth.ts';
import { inDepth, isAccessible } from './in-depth.ts';
import { button, clickOn, count, names, placeList, press, rows, status } from './list.ts';
import { adapterWith, allInside, inside, until } from './stage.ts';

const words = (element: Element) => element.textContent.replaceAll(/\s+/g, ' ').trim();
const figures = (list: Element) => allInside(list, '.progress .foldable').map(words);
const pressed = (list: Element) =>
  allInside(list, '.progress [aria-pressed=true]').map((each) => words(each).split(' ')[0]);
const said = (list: Element) => inside(list, '.frame > [role=status]')?.textContent;

const statuses: readonly (readonly [RoundStatus, string])[] = [
  ['new', 'Mangler'],
  ['to-follow-up', 'Til opfølgning'],
  ['reviewed', 'Gennemgået'],
  ['exempt', 'Undtaget'],
];
const adapter = (): ClinicAdapter => ({ ...adapterWith(), rounds: faultyRounds([]) });

/** A list in which some are reviewed, to be followed up and exempt, and one has left since. */
async function begun(): Promise<OverblikPopulation> {
  const list = await placeList({ adapter: adapter() }, { width: 1400, height: 900 });
  const ids = idsOf(list);
  list.round!.setStatus(ids.slice(0, 4), 'reviewed');
  list.round!.setStatus(ids.slice(4, 7), 'to-follow-up');
  list.round!.setStatus(ids.slice(7, 9), 'exempt', { note: 'Andet forløb' });
  list.round!.setStatus(['gone'], 'reviewed');
  await until('counted', () => figures(list).includes('Gennemgået 4'));
  return list;
}

const idsOf = (list: OverblikPopulation) => {
  const { members } = list.round!.now(false)!;
  return members.map(({ patientId }) => patientId);
};

describe('how far a round has come', () => {
  it('is of everybody on the list, and whoever left it is not counted', async () => {
    const list = await begun();
    const all = count(list);
    expect(figures(list)).to.deep.equal([
      `Mangler ${all - 9}`,
      'Til opfølgning 3',
      'Gennemgået 4',
      'Undtaget 2',
    ]);
    expect(inside(list, '.progress')?.getAttribute('aria-label')).to.equal(
      `Runden: ${all} patienter`,
    );
    await isAccessible(list);
  });

  for (const [status, name] of someOf(statuses, 2))
    it(`${name} shows those, as many as it says, and everybody again`, async () => {
      const list = await begun();
      const all = count(list);
      const figure = Number(list.round!.state.counts[status]);
      const toggle = button(list, `${name} ${figure}`);
      toggle.focus();
      await press('Enter');
      await until('fewer', () => count(list) === figure);
      expect(toggle.getAttribute('aria-pressed')).to.equal('true');
      expect(list.shadowRoot?.activeElement, 'the focus stays').to.equal(toggle);
      await until('said', () => said(list)?.startsWith(`${figure} patient`));
      // Nothing but the rows is other for it.
      expect(figures(list)).to.include(`${name} ${figure}`);
      await press('Enter');
      await until('everybody', () => count(list) === all);
      expect(pressed(list)).to.deep.equal([]);
    });

  it('two are shown together, and the line of numbers says the same', async () => {
    const list = await begun();
    list.overview = 'line';
    await list.updateComplete;
    const inLine = () =>
      allInside(list, '.figure').find((each) => words(each).endsWith('gennemgået'))!;
    expect(words(inLine())).to.equal(`4/${count(list)} gennemgået`);
    button(list, 'Til opfølgning 3').click();
    button(list, 'Gennemgået 4').click();
    await until('both', () => count(list) === 7);
    expect(pressed(list)).to.deep.equal(['Til', 'Gennemgået']);
    expect(inLine().getAttribute('aria-pressed')).to.equal('true');
    // As all figures of the line: of those that are shown.
    await until('of both', () => words(inLine()) === '4/7 gennemgået');
    inLine().click();
    await until('one', () => count(list) === 3);
    expect(pressed(list)).to.deep.equal(['Til']);
  });

  inDepth(
    'counts everybody under a filter, whom a press then shows among the filtered',
    async () => {
      const list = await begun();
      const all = figures(list);
      const [first] = names(list);
      list.view = { ...list.view!, query: first! };
      await until('one', () => count(list) === 1);
      expect(figures(list)).to.deep.equal(all);
    },
  );

  it('goes along with what is set and taken back', async () => {
    const list = await begun();
    const [one] = idsOf(list).slice(20);
    list.round!.setStatus([one!], 'reviewed');
    await until('one more', () => figures(list).includes('Gennemgået 5'));
    list.round!.undo();
    await until('as before', () => figures(list).includes('Gennemgået 4'));
    const sum = Object.values(list.round!.state.counts).reduce((a, b) => a + b, 0);
    expect(sum).to.equal(count(list));
  });

  it('is not known before the rounds are here: that is no 0', async () => {
    const never: ClinicAdapter = {
      ...adapterWith(),
      rounds: {
        list: () => new Promise<readonly Round[]>(() => undefined),
        save: () => new Promise(() => undefined),
      },
    };
    const list = await placeList({ adapter: never }, { width: 1400, height: 900 });
    expect(figures(list)).to.deep.equal([
      'Mangler ?',
      'Til opfølgning ?',
      'Gennemgået ?',
      'Undtaget ?',
    ]);
    // Nor do the rows say that anybody is not reviewed, but of whom that was set here.
    expect(new Set(rows(list).map((row) => status(list, row)))).to.deep.equal(new Set(['?']));
    await clickOn(rows(list)[0]!.querySelector<HTMLElement>('[role=checkbox]'));
    const [one] = list.selectedIds;
    list.round!.setStatus([one!], 'reviewed');
    await until('set', () => status(list, rows(list)[0]) !== '?');
    expect(status(list, rows(list)[0])).to.contain('Gennemgået');
    expect(status(list, rows(list)[1])).to.equal('?');
  });
});
