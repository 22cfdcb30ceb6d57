/** What a round is to reach: written in its panel, told under the list when it is due, evaluated in numbers and patients. */
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { Round } from '../../src/define.ts';
import { faultyRounds } from '../../src/testing/index.ts';
import { isAccessible } from './in-depth.ts';
import { button, clickOn, count, openPanel, pick, placeList, press, write } from './list.ts';
import { adapterWith, inside, until } from './stage.ts';

const size = { width: 1500, height: 900 };
const team = [
  { id: 'AB', name: 'Anne Bendtsen' },
  { id: 'sek', name: 'Sekretærer' },
];

function adapter(rounds: readonly Round[] = []) {
  const inner = adapterWith();
  return {
    ...inner,
    rounds: faultyRounds(rounds),
    describe: async (signal: AbortSignal) => ({
      ...(await inner.describe(signal)),
      ...{ id: 'K', user: 'AB', team },
    }),
  };
}

async function listWith() {
  const list = await placeList({ adapter: adapter() }, size);
  await until('the round', () => list.round?.state.phase === 'ready');
  list.round!.startNext();
  await until('begun', () => list.round!.state.current);
  return list;
}

async function openAim(list: Element) {
  const open = await openPanel(list, 'Runde');
  await clickOn(await until('the aim', () => open.querySelector('.aim summary')));
  return open;
}

describe('what a round is to reach', () => {
  it('is written in the panel, kept when that is closed, and taken back', async () => {
    const list = await listWith();
    const open = await openAim(list);
    await isAccessible(list);
    await write(open.querySelector<HTMLTextAreaElement>('[name=goal]')!, 'Halvér antallet');
    await press('Escape');
    await until('kept', () => list.round!.state.aimed?.aim?.goal === 'Halvér antallet');
    const again = await openPanel(list, 'Runde');
    await until('told', () => again.querySelector('.goal')?.textContent === 'Halvér antallet');
    pick(again.querySelector('[name=evaluation]')!, '2027-05-24');
    const owner = again.querySelector<HTMLSelectElement>('[name=owner]')!;
    owner.value = 'sek';
    owner.dispatchEvent(new Event('change', { bubbles: true }));
    await until('said', () => again.querySelector('.aim')!.textContent.includes('Sekretærer'));
    expect(list.round!.state.aimed?.aim).to.include({ evaluation: '2027-05-24' });
    expect(inside(list, '.evaluation-due')).to.equal(null);
    list.round!.undo();
    await until('taken back', () => list.round!.state.aimed?.aim?.owner === undefined);
  });

  it('is told when it is due, with the change in patients, until it is evaluated', async () => {
    const list = await listWith();
    list.round!.setAim({ goal: 'Mål', evaluation: '2026-01-01' });
    await clickOn(await until('due', () => inside(list, '.evaluation-due')));
    const figures = await until('open', () => inside(list, '.panel .since-began[open]'));
    await isAccessible(list);
    const cells = [...figures.querySelectorAll('tbody tr')].map((row) =>
      [...row.querySelectorAll('td')].map((each) => each.textContent.trim()),
    );
    expect(cells.length).to.be.greaterThan(0);
    // Nothing has changed since a moment ago, neither who is on the list nor for whom a marker is set.
    expect(cells[0]).to.deep.equal([String(count(list)), String(count(list)), '0', '0']);
    for (const [before, now, gone, fresh] of cells)
      expect([before, gone, fresh]).to.deep.equal([now, '0', '0']);
    expect(count(list)).to.be.greaterThan(0);
    const mark = button(list, 'Markér evalueret', '.panel');
    mark.scrollIntoView();
    await clickOn(mark);
    await until('done', () => !inside(list, '.evaluation-due'));
    expect(inside(list, '.panel')!.textContent).to.match(/Evalueret \d/);
  });

  describe('in text of twice the size on a phone', () => {
    before(() => setViewport({ width: 500, height: 860 }));
    after(async () => {
      document.documentElement.style.removeProperty('font-size');
      await setViewport({ width: 1600, height: 1500 });
    });

    it('the change has each marker on a line of its own, and its numbers whole below it', async () => {
      const list = await placeList({ adapter: adapter() }, { width: 400, height: 860 });
      await until('the round', () => list.round?.state.phase === 'ready');
      list.round!.startNext();
      await until('begun', () => list.round!.state.current);
      list.round!.setAim({ goal: 'Mål', evaluation: '2026-01-01' });
      (await until('due', () => inside(list, '.evaluation-due'))).click();
      const figures = await until('open', () => inside(list, '.panel .since-began[open]'));
      document.documentElement.style.setProperty('font-size', '28px');
      await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
      const { left, right, width } = figures.getBoundingClientRect();
      for (const each of figures.querySelectorAll('th, td')) {
        const cell = each.getBoundingClientRect();
        expect(cell.left).to.be.at.least(left - 1);
        expect(cell.right, each.textContent).to.be.at.most(right + 1);
        expect(each.scrollWidth, each.textContent).to.be.at.most(each.clientWidth);
      }
      const names = [...figures.querySelectorAll('tbody th')];
      expect(names.length).to.be.above(1);
      for (const each of names)
        expect(each.getBoundingClientRect().width, each.textContent).to.be.above(width * 0.9);
      await isAccessible(list);
    });
  });

  it('of the last round is offered to the next: one press, and it can be changed and taken back', async () => {
    const list = await listWith();
    const goal = { goal: 'Halvér antallet', evaluation: '2027-05-24' };
    list.round!.setAim(goal);
    list.round!.finish();
    list.round!.startNext();
    await openPanel(list, 'Runde');
    const offer = await until('offered', () => inside(list, '.panel .offered'));
    expect(offer.textContent).to.contain('Forrige rundes mål');
    expect(offer.textContent).to.contain('Halvér antallet');
    await isAccessible(list);
    await clickOn(button(list, 'Brug også i denne runde', '.panel'));
    await until('taken over', () => !inside(list, '.panel .offered'));
    expect(list.round!.state.aimed?.aim).to.include(goal);
    list.round!.undo();
    await until('offered again', () => inside(list, '.panel .offered'));
  });
});
