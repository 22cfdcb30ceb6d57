/** Nothing that opens or comes up moves the rows, so that a click aimed at one meets it. */
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { OverblikPopulation } from '../../src/define.ts';
import { faultyAdapter, type FaultyOptions } from '../../src/testing/index.ts';
import { isDeep } from '../depth.ts';
import { inDepth } from './in-depth.ts';
import {
  button,
  check,
  chooseFilter,
  clickOn,
  grid,
  openPanel,
  placeList,
  ready,
  rows,
} from './list.ts';
import { adapterWith, allInside, clinic, inside, place, textOf, until } from './stage.ts';

/** Where the rows begin and end on screen, in pixels. */
const where = (list: Element) => {
  const { top, bottom } = grid(list).getBoundingClientRect();
  return { top: Math.round(top), bottom: Math.round(bottom) };
};
/** In a low window they stand behind a button. */
const withCharts = async (list: OverblikPopulation) => {
  if (inside(list, '.overview.brief')) button(list, 'Vis diagrammer').click();
  await until('the charts', () => inside(list, '.cards'));
};
const settled = () =>
  new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));

for (const [width, height] of [
  [1366, 768],
  ...(isDeep
    ? ([
        [400, 860],
        [1920, 1080],
      ] as const)
    : []),
] as const)
  describe(`the rows at ${width} px`, () => {
    const size = { width, height };
    before(() => setViewport({ width: Math.max(500, width), height }));
    after(() => setViewport({ width: 1600, height: 1500 }));

    it('stay where they are for filters, one, two or six', async () => {
      const list = await placeList({}, size);
      const before = where(list);
      for (const filters of [
        [{ columnId: 'sex', any: ['female'] }],
        [
          { columnId: 'sex', any: ['female'] },
          { columnId: 'age', min: 60 },
        ],
        [
          { columnId: 'sex', any: ['female'] },
          { columnId: 'age', min: 60 },
          { columnId: 'name', contains: 'a' },
          { columnId: 'address', contains: 'e' },
        ],
      ]) {
        list.view = { ...list.view!, filters };
        await until('the chips', () => list.shadowRoot!.querySelectorAll('.pair').length >= 1);
        await settled();
        expect(where(list)).to.deep.equal(before);
      }
    });

    inDepth('stay where they are when the overview becomes a table', async () => {
      const list = await placeList({}, size);
      await withCharts(list);
      const before = where(list);
      button(list, 'Vis som tabel').click();
      await until('the table', () => inside(list, '.numbers'));
      await settled();
      expect(where(list)).to.deep.equal(before);
    });

    it('stay where they are when a panel opens over them, in the table too', async () => {
      const list = await placeList({}, size);
      await until('the rounds', () => list.round?.state.phase === 'ready');
      await withCharts(list);
      const before = where(list);
      const first = rows(list)[0]!.getBoundingClientRect().top;
      const isStill = async () => {
        await settled();
        expect(where(list)).to.deep.equal(before);
        expect(rows(list)[0]!.getBoundingClientRect().top).to.be.closeTo(first, 0.6);
      };
      const openAndClose = async () => {
        for (const words of ['Kolonner', 'Runde', 'Datakvalitet', 'Eksportér']) {
          button(list, words).scrollIntoView({ block: 'nearest', inline: 'nearest' });
          await openPanel(list, words);
          await isStill();
          inside(list, '.panel')!.hidePopover();
          await isStill();
        }
        // On a narrow screen its head is scrolled away.
        if (width < 1000) return;
        await chooseFilter(list, 'Hvorfor først');
        await isStill();
        inside(list, '.panel')!.hidePopover();
        await isStill();
      };
      await openAndClose();
      button(list, 'Vis som tabel').click();
      await until('the table', () => inside(list, '.numbers'));
      await openAndClose();
    });

    it('stay where they are when cards are pressed, one beside another, and in the table', async () => {
      const list = await placeList({}, size);
      await withCharts(list);
      const before = where(list);
      const press = async (selector: string, at: number) => {
        const pressed = allInside(list, `${selector}[aria-pressed=true]`).length;
        allInside(list, selector)[at]!.click();
        await until(
          'pressed',
          () => allInside(list, `${selector}[aria-pressed=true]`).length !== pressed,
        );
        await settled();
        expect(where(list)).to.deep.equal(before);
      };
      await press('.card.filter', 0);
      // Some have both: a marker that rules the first one out would leave nobody.
      await press('.bar', 2);
      await press('.band', 0);
      button(list, 'Vis som tabel').click();
      await until('the table', () => inside(list, '.numbers'));
      await press('.numbers .link', 0);
    });

    inDepth(
      'stay where they are when somebody is chosen, and when something went wrong',
      async () => {
        const list = await placeList(
          { adapter: adapterWith({ openJournal: () => Promise.reject(new Error('no')) }) },
          size,
        );
        const before = where(list);
        await clickOn(check(rows(list)[0]));
        await clickOn(check(rows(list)[1]));
        await until('chosen', () => list.selectedIds.length === 2);
        await settled();
        expect(where(list)).to.deep.equal(before);
        grid(list).dispatchEvent(
          new CustomEvent('grid-activate', {
            detail: { id: list.selectedIds[0]!, columnId: 'cpr', activation: 'journal' },
          }),
        );
        await until('the notice', () => textOf(list).includes('Journalen kunne ikke åbnes'));
        await settled();
        expect(where(list)).to.deep.equal(before);
      },
    );

    it('stay where they are when what was written cannot be stored', async () => {
      const adapter = {
        ...faultyAdapter(clinic, { openJournal: () => Promise.reject(new Error('no')) }),
        rounds: {
          list: async () => [],
          save: () => Promise.reject(new Error('no')),
        },
      };
      const list = await placeList({ adapter }, size);
      await until('the rounds', () => list.round?.state.phase === 'ready');
      await clickOn(check(rows(list)[1]));
      await until('chosen', () => list.selectedIds.length === 1);
      const before = where(list);
      list.round!.setStatus(['somebody'], 'reviewed');
      await until('the notice', () => textOf(list).includes('er ikke gemt endnu'));
      await settled();
      expect(where(list)).to.deep.equal(before);
      // What else comes over the last rows hides it not.
      grid(list).dispatchEvent(
        new CustomEvent('grid-activate', {
          detail: { id: list.selectedIds[0]!, columnId: 'cpr', activation: 'journal' },
        }),
      );
      await until('the other', () => textOf(list).includes('Journalen kunne ikke åbnes'));
      await settled();
      const [late, unsettled] = ['.late .notice', '.unsettled .notice'].map((each) =>
        inside(list, each)!.getBoundingClientRect(),
      );
      expect(late!.bottom).to.be.lessThan(unsettled!.top + 1);
      expect(where(list)).to.deep.equal(before);
    });

    inDepth(
      'stay where they are when the list is loaded again, and what is missing is said then',
      async () => {
        let isBroken = false;
        const whole = faultyAdapter(clinic, {});
        const broken = faultyAdapter(clinic, { missing: ['medication'] });
        const adapter = {
          ...whole,
          describe: (signal: AbortSignal) => (isBroken ? broken : whole).describe(signal),
        };
        const list = await placeList({ adapter }, size);
        const before = where(list);
        isBroken = true;
        await list.reload();
        await until('the notice', () => inside(list, '.notice:not(.mild)'));
        await settled();
        expect(where(list)).to.deep.equal(before);
      },
    );
  });

describe('the rows beside a cockpit', () => {
  for (const [width, said] of [
    [1366, 'nothing'],
    [1920, 'nothing'],
    [1280, 'much'],
    ...(isDeep
      ? ([
          [1600, 'nothing'],
          [1280, 'nothing'],
          [1366, 'much'],
          [1920, 'much'],
        ] as const)
      : []),
  ] as const)
    it(`stay where they are when it opens, and when it closes, at ${width} px, with ${said} to say over them`, async () => {
      await setViewport({ width, height: 768 });
      const faults: FaultyOptions =
        said === 'much'
          ? { missing: ['medication', 'result', 'appointment'], junk: 40, cutAfter: 2000 }
          : {};
      const workspace = place(
        'overblik-workspace',
        { adapter: adapterWith(faults) },
        { width, height: 768 },
      );
      const list = await until('the list', () =>
        inside<OverblikPopulation>(workspace, 'overblik-population'),
      );
      await ready(list);
      expect(inside(list, '.frame > .notice:not(.mild)') !== null).to.equal(said === 'much');
      const before = where(list);
      const first = rows(list)[0]!.getBoundingClientRect().top;
      workspace.patientId = clinic.patients[0]!.patient.id;
      await until('the cockpit', () => inside(workspace, 'overblik-cockpit'));
      await settled();
      expect(where(list)).to.deep.equal(before);
      expect(rows(list)[0]!.getBoundingClientRect().top).to.be.closeTo(first, 0.6);
      workspace.patientId = undefined;
      await until('closed', () => !inside(workspace, 'overblik-cockpit'));
      await settled();
      expect(where(list)).to.deep.equal(before);
      await setViewport({ width: 1600, height: 1500 });
    });
});
