/** What can be done with the chosen stands on one line as far as there is room, and the rest in a panel. */
import { expect } from '@open-wc/testing';
import type { HostAction } from '../../src/define.ts';
import { button, check, clickOn, placeList, press, rows } from './list.ts';
import { adapterWith, allInside, inside, until } from './stage.ts';

const done: string[] = [];
const actions: readonly HostAction[] = ['Læg i kø', 'Send besked', 'Book tid', 'Henvis'].map(
  (da, index) => ({
    id: `a${index}`,
    label: { da },
    scope: 'many',
    run: (patients) => {
      done.push(da);
      return Promise.resolve(patients.map(({ id }) => ({ patientId: id, ok: true })));
    },
  }),
);

const onLine = (list: Element) =>
  allInside(list, '.footer .chosen .button')
    .filter((each) => each.checkVisibility({ visibilityProperty: true }))
    .map((each) => each.textContent.trim());
const inPanel = (list: Element) =>
  allInside(list, '.panel .deeds .button').map((each) => each.textContent.trim());

async function twoChosen(width: number) {
  const list = await placeList({ adapter: adapterWith({ actions }) }, { width, height: 768 });
  await clickOn(check(rows(list)[0]));
  await clickOn(check(rows(list)[1]));
  await until('chosen', () => onLine(list).length > 0);
  await settled();
  return list;
}

const settled = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

const everything = [
  'Ryd valg',
  'Læg i kø',
  'Send besked',
  'Book tid',
  'Henvis',
  'Markér gennemgået',
  'Sæt til opfølgning',
  'Undtag med note',
  'Sæt frist',
  'Kopiér',
  'Eksportér',
  'Udskriv',
];

describe('what can be done with the chosen', () => {
  beforeEach(() => done.splice(0));

  it('stands on the line where there is room for all of it', async () => {
    expect(onLine(await twoChosen(1590))).to.deep.equal(everything);
  });

  for (const width of [1000, 700, 400])
    it(`stands on the line and in the panel beside it, nothing cut or lost, at ${width} px`, async () => {
      const list = await twoChosen(width);
      const line = onLine(list);
      expect(line.at(0)).to.equal('Ryd valg');
      expect(line.at(-1)).to.equal('Mere …');
      const { left, right } = inside(list, '.footer')!.getBoundingClientRect();
      for (const each of allInside(list, '.footer .chosen .button:not(.no-room)')) {
        const box = each.getBoundingClientRect();
        expect(box.left).to.be.at.least(left);
        expect(box.right).to.be.at.most(right);
      }
      await clickOn(button(list, 'Mere …'));
      await until('the panel', () => inPanel(list).length > 0);
      expect([...line.slice(0, -1), ...inPanel(list)]).to.deep.equal(everything);
      await expect(list).to.be.accessible();
    });

  it('is measured again when the line becomes longer or shorter', async () => {
    const list = await twoChosen(1590);
    const box = list.parentElement!;
    box.style.width = '700px';
    await until('fewer', () => onLine(list).includes('Mere …'));
    box.style.width = '1590px';
    await until('all', () => onLine(list).length === everything.length);
  });

  it('is done from the panel: an action asks, a form takes the panel’s place', async () => {
    const list = await twoChosen(400);
    await clickOn(button(list, 'Mere …'));
    await until('the panel', () => inPanel(list).length > 0);
    button(list, 'Henvis', '.panel').click();
    const dialog = await until('the question', () =>
      inside<HTMLDialogElement>(list, 'dialog.run[open]'),
    );
    expect(inside(list, '.panel:popover-open')).to.equal(null);
    await until('its words', () => dialog.textContent.includes('Henvis'));
    await press('Escape');
    await until('closed', () => !dialog.open);
    await clickOn(button(list, 'Mere …'));
    await until('the panel', () => inPanel(list).length > 0);
    button(list, 'Undtag med note', '.panel').click();
    await until('the form', () => inside(list, '.panel:popover-open textarea[name=note]'));
    expect(inPanel(list)).to.deep.equal([]);
  });
});
