/** What can be done with the chosen stands on one line as far as there is room, and the rest in a panel. */
import { expect } from '@open-wc/testing';
import type { HostAction } from '../../src/define.ts';
import { setViewport } from '@web/test-runner-commands';
import { isDeep } from '../depth.ts';
import { inDepth, isAccessible } from './in-depth.ts';
import { button, check, clickOn, count, placeList, press, rows } from './list.ts';
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
  'Undtag',
  'Sæt frist',
  'Notér kontakt',
  'Kopiér',
  'Eksportér',
  'Udskriv',
];

describe('what can be done with the chosen', () => {
  beforeEach(() => done.splice(0));

  inDepth('stands on the line where there is room for all of it', async () => {
    expect(onLine(await twoChosen(1710))).to.deep.equal(everything);
  });

  for (const width of isDeep ? [1000, 700, 400] : [700])
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
      await isAccessible(list);
    });

  it('is measured again when the line becomes longer or shorter', async () => {
    const list = await twoChosen(1710);
    const box = list.parentElement!;
    box.style.width = '700px';
    await until('fewer', () => onLine(list).includes('Mere …'));
    box.style.width = '1710px';
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
    button(list, 'Undtag', '.panel').click();
    await until('the form', () => inside(list, '.panel:popover-open textarea[name=note]'));
    expect(inPanel(list)).to.deep.equal([]);
  });
});

describe('in little room', () => {
  const sizes = [
    { width: 320, height: 600, root: 14 },
    { width: 320, height: 600, root: 16 },
    { width: 320, height: 450, root: 32 },
    { width: 400, height: 800, root: 14 },
    { width: 1280, height: 536, root: 32 },
  ];
  beforeEach(() => setViewport({ width: 1300, height: 600 }));
  afterEach(() => {
    document.documentElement.style.fontSize = '';
  });

  for (const { width, height, root } of sizes)
    for (const lang of isDeep ? ['da', 'en'] : [root === 16 ? 'en' : 'da'])
      it(`two lines at most, and nothing over anything, at ${width} × ${height} by ${root} px, in ${lang}`, async () => {
        document.documentElement.style.fontSize = `${root}px`;
        const list = await placeList({ lang }, { width, height });
        await until('the round', () => list.round?.state.phase === 'ready');
        await settled();
        const foot = inside(list, '.footer')!;
        const line = parseFloat(getComputedStyle(foot).fontSize) * 2.15;
        const frame = inside(list, '.frame')!;
        const whole = list.getBoundingClientRect();
        for (const isChosen of [false, true]) {
          if (isChosen) {
            check(rows(list)[0])!.click();
            await until('chosen', () => inside(list, '.footer .chosen'));
            await settled();
          }
          const box = foot.getBoundingClientRect();
          expect(box.height).to.be.at.most(2 * line + 24);
          expect(box.height, 'of the list').to.be.at.most(0.3 * whole.height);
          expect(box.bottom, 'the foot ends with the list').to.be.at.most(whole.bottom + 1);
          const shown = allInside(list, '.footer button')
            .filter((each) => each.checkVisibility({ visibilityProperty: true }))
            .map((each) => ({ name: each.textContent.trim(), box: each.getBoundingClientRect() }));
          expect(shown.length).to.be.greaterThan(2);
          for (const [at, one] of shown.entries()) {
            expect(one.box.left, one.name).to.be.at.least(box.left);
            expect(one.box.right, one.name).to.be.at.most(box.right + 0.5);
            for (const other of shown.slice(at + 1))
              expect(overlap(one.box, other.box), `${one.name} and ${other.name}`).to.equal(false);
          }
        }
        // Whatever stands above it, all of the list can be had in sight, and is the most of it.
        expect(frame.scrollLeft, 'what was pressed moved nothing sideways').to.equal(0);
        frame.scrollTop = frame.scrollHeight;
        const seen = inside(list, '.rows')!.getBoundingClientRect();
        expect(seen.bottom).to.be.at.most(foot.getBoundingClientRect().top + 1);
        expect(seen.top).to.be.at.least(whole.top - 1);
        expect(seen.height).to.be.at.least(0.55 * whole.height);
      });

  it('what has no room of how far the round has come is one press away, and shows whom it counts', async () => {
    const list = await placeList({}, { width: 320, height: 600 });
    await until('the round', () => list.round?.state.phase === 'ready');
    await settled();
    const ids = list.round!.now(false)!.members.map(({ patientId }) => patientId);
    list.round!.setStatus(ids.slice(0, 3), 'exempt', { note: 'Andet forløb' });
    const more = await until('the rest', () =>
      inside(list, '.footer .progress .more:not(.no-room)'),
    );
    expect(more.getAttribute('aria-label')).to.equal(
      `${more.textContent.trim()} · Runden: ${count(list)} patienter`,
    );
    await clickOn(more);
    await until('the panel', () => inPanel(list).length > 0 || numbers(list).length > 0);
    await isAccessible(list);
    const onTheLine = allInside(list, '.footer .progress .foldable:not(.no-room)').length;
    expect(numbers(list)).to.have.length(4 - onTheLine);
    expect(numbers(list).at(-1)).to.equal('Undtaget 3');
    button(list, 'Undtaget 3', '.panel').click();
    await until('those alone', () => count(list) === 3);
    expect(inside(list, '.panel:popover-open')).to.equal(null);
    await until('the focus', () => list.shadowRoot?.activeElement === more);
  });

  inDepth('the list comes into sight when it is worked by keys', async () => {
    document.documentElement.style.fontSize = '32px';
    const list = await placeList({}, { width: 400, height: 500 });
    await settled();
    const isSeen = () => {
      const rows = inside(list, '.rows')!.getBoundingClientRect();
      return (
        rows.top >= list.getBoundingClientRect().top - 1 &&
        rows.bottom <= inside(list, '.footer')!.getBoundingClientRect().top + 1
      );
    };
    expect(isSeen()).to.equal(false);
    inside(list, '.search input')!.focus();
    for (let times = 0; times < 9 && !isSeen(); times++) await press('Tab');
    expect(isSeen()).to.equal(true);
  });
});

const numbers = (list: Element) =>
  allInside(list, '.panel .deeds .reached').map((each) =>
    each.textContent.replaceAll(/\s+/g, ' ').trim(),
  );

const overlap = (a: DOMRect, b: DOMRect) =>
  Math.min(a.right, b.right) - Math.max(a.left, b.left) > 1 &&
  Math.min(a.bottom, b.bottom) - Math.max(a.top, b.top) > 1;
