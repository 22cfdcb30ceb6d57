/** Cells on the clipboard by Ctrl+C: of the chosen rows, or of the one that the user is in; in the columns that are marked. */
import { expect } from '@open-wc/testing';
import type { OverblikPopulation } from '../../src/define.ts';
import {
  at,
  cell,
  check,
  clickOn,
  grid,
  head,
  heads,
  name,
  placeList,
  press,
  rows,
  said,
} from './list.ts';
import { adapterWith, demens, inside, textOf, until } from './stage.ts';

const { clipboard } = navigator;
let written: string[] = [];

function give(): void {
  written = [];
  const write = async ([item]: readonly ClipboardItem[]) => {
    written.push(await (await item!.getType('text/plain')).text());
  };
  Object.defineProperty(navigator, 'clipboard', { value: { write }, configurable: true });
}

/** The focus stands in a cell of a row, by keys. */
async function goTo(list: OverblikPopulation, row: number, title: string): Promise<void> {
  list.focus();
  await press('Control+Home');
  for (let step = 0; step <= row; step++) await press('ArrowDown');
  const column = Number(head(list, title).getAttribute('aria-colindex')) - 1;
  for (let step = 0; step < column; step++) await press('ArrowRight');
  expect(at(list)).to.equal(`${row},${column}`);
}
const marked = (list: Element, row: Element | undefined) =>
  heads(list).filter(
    (title) => title && getComputedStyle(cell(list, row, title)).outlineStyle === 'dashed',
  );
const size = { width: 1400, height: 800 };

describe('Ctrl+C in the list', () => {
  beforeEach(give);
  afterEach(() => {
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  });

  it('copies the cell as it is read, without a head', async () => {
    const list = await placeList({}, size);
    await goTo(list, 1, 'Navn');
    await press('Control+c');
    await until('copied', () => written.length === 1);
    expect(written[0]).to.equal(name(list, rows(list)[1]));
    await until('said', () => textOf(list).includes('Cellen er kopieret'));
  });

  it('copies the marked columns of the row; whoever goes on marks none', async () => {
    const list = await placeList({}, size);
    await goTo(list, 0, 'CPR');
    await press('Shift+ArrowRight');
    await press('Shift+ArrowRight');
    await until('said', () => textOf(list).includes('3 kolonner markeret: Ctrl+C kopierer'));
    expect(marked(list, rows(list)[0])).to.deep.equal(['CPR', 'Navn', 'Alder']);
    expect(marked(list, rows(list)[1])).to.deep.equal([]);
    await press('Control+c');
    await until('copied', () => written.length === 1);
    const [row] = rows(list);
    expect(written[0]).to.equal(
      [said(list, row, 'CPR'), name(list, row), said(list, row, 'Alder')].join('\t'),
    );
    await until('told', () => textOf(list).includes('1 række i 3 kolonner er kopieret'));
    await press('Shift+ArrowLeft');
    expect(marked(list, row)).to.deep.equal(['CPR', 'Navn']);
    await press('ArrowDown');
    expect(rows(list).flatMap((each) => marked(list, each))).to.deep.equal([]);
  });

  it('copies the chosen rows in the marked columns, with their heads; without any in all that are shown', async () => {
    const list = await placeList(
      {
        view: {
          profileId: demens.id,
          sort: [{ columnId: 'name' }],
          group: 'municipality',
        } as never,
      },
      size,
    );
    // The first row is the head of a group.
    await clickOn(check(rows(list)[1]));
    await clickOn(check(rows(list)[3]));
    await until('two', () => list.selectedIds.length === 2);
    await goTo(list, 2, 'CPR');
    await press('Shift+ArrowRight');
    expect(marked(list, rows(list)[1])).to.deep.equal(['CPR', 'Navn']);
    expect(marked(list, rows(list)[2])).to.deep.equal([]);
    await press('Control+c');
    await until('copied', () => written.length === 1);
    const lines = written[0]!.split('\r\n');
    expect(lines[0]).to.equal('CPR\tNavn');
    expect(lines.slice(1).map((line) => line.split('\t')[1])).to.deep.equal(
      [1, 3].map((place) => name(list, rows(list)[place])),
    );
    await until('told', () => textOf(list).includes('2 rækker i 2 kolonner er kopieret'));
    await press('ArrowLeft');
    await press('Control+c');
    await until('all columns', () => written.length === 2);
    expect(written[1]!.split('\r\n')[0]!.split('\t').length).to.be.greaterThan(
      heads(list).length - 3,
    );
  });

  it('guards what a spreadsheet would take for a formula', async () => {
    const made = adapterWith();
    const adapter = {
      ...made,
      async *records(...given: Parameters<NonNullable<typeof made.records>>) {
        for await (const batch of made.records!(...given))
          yield batch.map((each) => ({ ...each, patient: { ...each.patient, name: '=1+1' } }));
      },
    };
    const list = await placeList({ adapter }, size);
    await goTo(list, 0, 'Navn');
    await press('Control+c');
    await until('copied', () => written.length === 1);
    expect(written[0]).to.equal("'=1+1");
  });

  it('leaves text that the user has marked to the browser, and copies nothing where nothing may leave', async () => {
    const list = await placeList({}, size);
    await goTo(list, 0, 'Navn');
    const text = document.body.appendChild(document.createElement('p'));
    text.textContent = 'Markeret tekst';
    getSelection()!.selectAllChildren(text);
    await press('Control+c');
    getSelection()!.removeAllRanges();
    text.remove();
    const made = adapterWith();
    const adapter = {
      ...made,
      describe: async (signal: AbortSignal) => ({
        ...(await made.describe(signal)),
        may: { export: false },
      }),
    };
    const closed = await placeList({ adapter }, size);
    await goTo(closed, 0, 'Navn');
    await press('Control+c');
    await press('ArrowDown');
    expect(written).to.deep.equal([]);
    expect(inside(grid(closed), '.line')).not.to.equal(null);
  });
});
