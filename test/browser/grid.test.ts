import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse } from '@web/test-runner-commands';
import { gridColumns, gridRows, longText, nameOf } from '../../fixtures/grid-rows.ts';
import type { GridColumn, GridEvents, GridRows, OverblikGrid } from '../../src/define.ts';
import { inDepth, isAccessible } from './in-depth.ts';
import { allInside, inside, until } from './stage.ts';

type Sent = { [Name in keyof GridEvents]: { name: Name } & GridEvents[Name] }[keyof GridEvents];
const names = [
  'grid-sort',
  'grid-filter',
  'grid-resize',
  'grid-move',
  'grid-select',
  'grid-activate',
] as const;

interface Stage {
  readonly grid: OverblikGrid;
  readonly sent: Sent[];
}

/** A grid in a box, with an owner that keeps the choice as the population list does. */
async function place(
  properties: Partial<OverblikGrid> = {},
  size = { width: 1000, height: 480 },
): Promise<Stage> {
  const box = document.createElement('main');
  Object.assign(box.style, { width: `${size.width}px`, height: `${size.height}px` });
  const grid = document.createElement('overblik-grid');
  const sent: Sent[] = [];
  for (const name of names)
    grid.addEventListener(name, (event) => {
      expect(event.bubbles && !event.composed, name).to.equal(true);
      sent.push({ name, ...event.detail } as Sent);
    });
  grid.addEventListener('grid-select', ({ detail }) => {
    const chosen = new Set(grid.selection as Set<string>);
    if (detail.kind === 'none') chosen.clear();
    else if (detail.kind === 'toggle') {
      if (!chosen.delete(detail.id)) chosen.add(detail.id);
    } else if (detail.kind === 'range')
      for (const id of detail.ids)
        (detail.on ? (id: string) => chosen.add(id) : (id: string) => chosen.delete(id))(id);
    else for (let index = 0; index < grid.rows.count; index++) chosen.add(grid.rows.idAt(index));
    grid.selection = chosen;
  });
  Object.assign(grid, {
    columns: gridColumns(),
    rows: gridRows(1000),
    label: 'Patienter',
    ...properties,
  });
  box.append(grid);
  document.body.append(box);
  await grid.updateComplete;
  return { grid, sent };
}

const lines = (grid: Element) => allInside(grid, '.line');
const scroller = (grid: Element) => inside(grid, '.scroller')!;
const focused = (grid: Element) => grid.shadowRoot?.activeElement as HTMLElement | null;
const lineOf = (grid: Element) => focused(grid)?.closest('.line, .heads');
/** `row,column`, counted from nought; the head is row -1. */
const at = (grid: Element) => {
  const cell = focused(grid)?.closest('.cell');
  const line = lineOf(grid);
  const row = line?.classList.contains('heads')
    ? -1
    : Number(line?.getAttribute('aria-rowindex')) - 3;
  return cell ? `${row},${Number(cell.getAttribute('aria-colindex')) - 1}` : 'nowhere';
};
const rowAt = (grid: Element, index: number) =>
  lines(grid).find((line) => line.getAttribute('aria-rowindex') === String(index + 3));
const cellAt = (grid: Element, index: number, column: number) =>
  rowAt(grid, index)?.querySelector<HTMLElement>(`[aria-colindex="${column + 1}"]`);
const headAt = (grid: Element, column: number) =>
  inside(grid, `.heads [aria-colindex="${column + 1}"]`);
const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

/** Presses keys as `Control+Shift+End`. */
async function press(keys: string, times = 1): Promise<void> {
  const parts = keys === ' ' ? [' '] : keys.split('+');
  const key = parts.at(-1)!;
  for (const each of parts.slice(0, -1)) await sendKeys({ down: each });
  for (let count = 0; count < times; count++)
    await sendKeys({ press: key === ' ' ? 'Space' : key });
  for (const each of parts.slice(0, -1).reverse()) await sendKeys({ up: each });
}

async function clickOn(element: Element | null | undefined, x?: number): Promise<void> {
  const box = element!.getBoundingClientRect();
  await sendMouse({
    type: 'click',
    position: [Math.round(x ?? box.left + box.width / 2), Math.round(box.top + box.height / 2)],
  });
}
async function clickWith(key: string, element: Element | null | undefined): Promise<void> {
  await sendKeys({ down: key });
  await clickOn(element);
  await sendKeys({ up: key });
}
async function drag(from: readonly [number, number], to: readonly [number, number]): Promise<void> {
  await sendMouse({ type: 'move', position: [Math.round(from[0]), Math.round(from[1])] });
  await sendMouse({ type: 'down' });
  await sendMouse({
    type: 'move',
    position: [Math.round((from[0] + to[0]) / 2), Math.round(to[1])],
  });
  await sendMouse({ type: 'move', position: [Math.round(to[0]), Math.round(to[1])] });
  await sendMouse({ type: 'up' });
}

/** Every row that is seen has its patient's name in it, in the order of the rows. */
function expectFull(grid: OverblikGrid): void {
  const box = inside(grid, '.body')!.getBoundingClientRect();
  const seen = lines(grid)
    .map((line) => ({ line, rect: line.getBoundingClientRect() }))
    .filter(({ rect }) => rect.bottom > box.top + 1 && rect.top < box.bottom - 1)
    .sort((a, b) => a.rect.top - b.rect.top);
  expect(seen[0]!.rect.top).to.be.at.most(box.top + 1);
  expect(seen.at(-1)!.rect.bottom).to.be.at.least(box.bottom - 1);
  const first = Number(seen[0]!.line.getAttribute('aria-rowindex')) - 3;
  seen.forEach(({ line, rect }, index) => {
    expect(line.getAttribute('aria-rowindex')).to.equal(String(first + index + 3));
    expect(line.textContent).to.contain(nameOf(Number(grid.rows.idAt(first + index).slice(1))));
    if (index > 0) expect(rect.top).to.be.closeTo(seen[index - 1]!.rect.bottom, 0.5);
  });
}

afterEach(() => sendMouse({ type: 'move', position: [1590, 1490] }));

describe('<overblik-grid>', () => {
  it('is a grid to screen readers: true counts and places, one tab stop, no axe complaint', async () => {
    const { grid } = await place({ selectable: true, selection: new Set(['p1']), currentId: 'p2' });
    const table = inside(grid, '[role=grid]')!;
    expect(table.getAttribute('aria-rowcount')).to.equal('1002');
    expect(table.getAttribute('aria-colcount')).to.equal('12');
    expect(table.getAttribute('aria-multiselectable')).to.equal('true');
    expect(table.getAttribute('aria-label')).to.equal('Patienter');
    expect(rowAt(grid, 1)?.getAttribute('aria-selected')).to.equal('true');
    expect(rowAt(grid, 2)?.getAttribute('aria-selected')).to.equal('false');
    expect(rowAt(grid, 2)?.getAttribute('aria-current')).to.equal('true');
    expect(allInside(grid, '.track [tabindex="0"]')).to.have.length(1);
    await expect(grid).to.be.accessible();
  });

  inDepth('is accessible in the dark, empty, and with a cell open', async () => {
    const { grid } = await place({ selectable: true });
    document.documentElement.style.colorScheme = 'dark';
    await isAccessible(grid);
    grid.focus();
    await press('ArrowDown', 6);
    await press('ArrowRight', 6);
    await press('Enter');
    expect(inside(grid, '.panel')!.matches(':popover-open')).to.equal(true);
    await isAccessible(grid);
    document.documentElement.style.colorScheme = '';
    grid.rows = gridRows(0);
    await grid.updateComplete;
    await isAccessible(grid);
  });

  it('takes its properties in any order, before and after it stands in the page', async () => {
    const box = document.createElement('div');
    Object.assign(box.style, { width: '900px', height: '400px' });
    document.body.append(box);
    const grid = document.createElement('overblik-grid');
    grid.rows = gridRows(50);
    box.append(grid);
    await grid.updateComplete;
    grid.selection = new Set(['p0']);
    grid.columns = gridColumns();
    await grid.updateComplete;
    expectFull(grid);
    grid.selectable = true;
    await grid.updateComplete;
    expect(cellAt(grid, 0, 0)?.firstElementChild?.getAttribute('aria-checked')).to.equal('true');
    grid.columns = gridColumns(5);
    grid.selectable = false;
    await grid.updateComplete;
    expect(rowAt(grid, 0)?.querySelectorAll('.cell')).to.have.length(5);
    expect(rowAt(grid, 0)?.querySelectorAll('.check')).to.have.length(0);
    grid.density = 'compact';
    await frame();
    await frame();
    expect(rowAt(grid, 0)?.getBoundingClientRect().height).to.equal(25);
    expectFull(grid);
  });

  it('shows the slot `empty` where there are no rows', async () => {
    const { grid } = await place({ rows: gridRows(0) });
    const message = document.createElement('p');
    message.slot = 'empty';
    message.textContent = 'Ingen';
    grid.append(message);
    expect(message.getBoundingClientRect().height).to.be.greaterThan(0);
    grid.rows = gridRows(3);
    await grid.updateComplete;
    expect(message.getBoundingClientRect().height).to.equal(0);
    expect(lines(grid)).to.have.length(3);
  });

  it('draws few cells of many, and only the columns in view', async () => {
    const { grid } = await place({ rows: gridRows(100_000), columns: gridColumns(300) });
    expect(lines(grid).length).to.be.lessThan(30);
    for (const line of lines(grid))
      expect(line.querySelectorAll('.cell').length).to.be.lessThan(20);
    expectFull(grid);
  });

  describe('scrolling', () => {
    it('has no bare row one frame after a jump', async () => {
      const { grid } = await place({ rows: gridRows(100_000), columns: gridColumns(20) });
      for (const top of [50_000, 1_800_000, 3_599_000, 37, 2_222_222]) {
        scroller(grid).scrollTop = top;
        await frame();
        await frame();
        expectFull(grid);
      }
    });

    it('reaches the last of a million rows, and the first again', async () => {
      const { grid } = await place({ rows: gridRows(1_000_000) });
      expect(scroller(grid).scrollHeight).to.be.lessThan(16_000_000);
      grid.focus();
      await press('Control+End');
      expect(at(grid)).to.equal('999999,10');
      expect(rowAt(grid, 999_999)?.textContent).to.contain('01');
      const box = inside(grid, '.body')!.getBoundingClientRect();
      expect(rowAt(grid, 999_999)!.getBoundingClientRect().bottom).to.be.closeTo(box.bottom, 1);
      await press('Home');
      expectFull(grid);
      await press('ArrowUp', 3);
      expect(at(grid)).to.equal('999996,0');
      await press('Control+Home');
      expect(at(grid)).to.equal('-1,0');
      await press('ArrowDown');
      expectFull(grid);
    });

    inDepth(
      'a wheel moves row by row among a million, at the start, inside and at the end',
      async () => {
        const { grid } = await place({ rows: gridRows(1_000_000) });
        const first = () => {
          const top = inside(grid, '.body')!.getBoundingClientRect().top;
          return lines(grid)
            .map((line) => ({
              index: Number(line.getAttribute('aria-rowindex')) - 3,
              way: line.getBoundingClientRect().top - top,
            }))
            .filter(({ way }) => way > -28 && way <= 0)
            .map(({ index, way }) => index * 28 - way)[0]!;
        };
        const box = grid.getBoundingClientRect();
        await sendMouse({ type: 'move', position: [box.left + 300, box.top + 200] });
        for (const row of [0, 500, 400_000, 999_900]) {
          grid.reveal(row);
          await frame();
          for (const delta of [56, 56, -28]) {
            const before = first();
            scroller(grid).scrollBy(0, delta);
            await frame();
            await frame();
            expect(first() - before, `${delta} at ${row}`).to.equal(delta);
            expectFull(grid);
          }
        }
        // The thumb means a place.
        scroller(grid).scrollTop = scroller(grid).scrollHeight / 2;
        await frame();
        await frame();
        expect(first() / 28).to.be.closeTo(500_000, 1000);
        scroller(grid).scrollTop = 1e9;
        await frame();
        await frame();
        expectFull(grid);
        expect(rowAt(grid, 999_999) !== undefined).to.equal(true);
      },
    );

    inDepth('arrows go through three hundred columns, with true places and few cells', async () => {
      const { grid } = await place({ columns: gridColumns(300) });
      grid.focus();
      await press('ArrowDown');
      await press('End');
      expect(at(grid)).to.equal('0,299');
      const box = scroller(grid).getBoundingClientRect();
      expect(focused(grid)!.getBoundingClientRect().right).to.be.at.most(box.right + 1);
      expect(headAt(grid, 299)?.textContent).to.contain('Prøve 289');
      await press('ArrowLeft', 30);
      expect(at(grid)).to.equal('0,269');
      expect(rowAt(grid, 0)!.querySelectorAll('.cell').length).to.be.lessThan(20);
      const pins = rowAt(grid, 0)!.querySelector('.pins')!.getBoundingClientRect();
      expect(pins.left).to.be.closeTo(box.left, 1);
      expect(focused(grid)!.getBoundingClientRect().left).to.be.at.least(pins.right - 1);
    });

    it('puts its rows in reading order once it stands still', async () => {
      const { grid } = await place();
      scroller(grid).scrollTop = 1000;
      await frame();
      await frame();
      await until('in order', () => {
        const places = lines(grid).map((line) => Number(line.getAttribute('aria-rowindex')));
        return places.every((each, index) => index === 0 || each > places[index - 1]!);
      });
    });

    it('moves no row under a button that is down, so that its click is not lost', async () => {
      const { grid } = await place();
      const places = () => lines(grid).map((line) => Number(line.getAttribute('aria-rowindex')));
      const inOrder = () =>
        places().every((each, index, all) => index === 0 || each > all[index - 1]!);
      scroller(grid).scrollTop = 1000;
      await frame();
      await frame();
      lines(grid)[0]!.dispatchEvent(
        new PointerEvent('pointerdown', { bubbles: true, composed: true }),
      );
      await new Promise((resolve) => setTimeout(resolve, 400));
      expect(inOrder()).to.equal(false);
      document.dispatchEvent(new PointerEvent('pointerup', { bubbles: true }));
      await until('in order', inOrder);
    });

    inDepth(
      'is in reading order wherever the focus goes by key, and once it stands still',
      async () => {
        const { grid } = await place({ columns: gridColumns(40) });
        const places = (line: Element, name: string) =>
          [...line.children].flatMap((pane) =>
            [...pane.children].map((cell) => Number(cell.getAttribute(name))),
          );
        const rising = (numbers: readonly number[]) =>
          numbers.every((each, index) => index === 0 || each > numbers[index - 1]!);
        const inOrder = () =>
          rising(lines(grid).map((line) => Number(line.getAttribute('aria-rowindex')))) &&
          lines(grid).every((line) => rising(places(line, 'aria-colindex')));
        grid.focus();
        await press('ArrowDown');
        await press('PageDown', 3);
        expect(inOrder()).to.equal(true);
        await press('ArrowRight', 20);
        expect(inOrder()).to.equal(true);
        scroller(grid).scrollTop += 100;
        await frame();
        await frame();
        expect(inOrder()).to.equal(false);
        const position = at(grid);
        const words = focused(grid)!.textContent;
        await until('in order', inOrder);
        expect(at(grid)).to.equal(position);
        expect(focused(grid)!.textContent).to.equal(words);

        // The focus is parked on the grid while its row is away.
        scroller(grid).scrollTop += 5000;
        await frame();
        await frame();
        await until('in order', inOrder);
        await press('ArrowUp');
        expect(at(grid)).to.equal(
          `${Number(position.split(',')[0]) - 1},${position.split(',')[1]}`,
        );
      },
    );

    inDepth('keeps its place and its focus position when it is moved in the page', async () => {
      const { grid } = await place({ columns: gridColumns(40) });
      grid.focus();
      await press('PageDown', 4);
      await press('ArrowRight', 20);
      const position = at(grid);
      const top = scroller(grid).scrollTop;
      const left = scroller(grid).scrollLeft;
      expect(top).to.be.greaterThan(0);
      expect(left).to.be.greaterThan(0);
      const other = document.createElement('div');
      Object.assign(other.style, { width: '1000px', height: '480px' });
      document.body.append(other);
      other.append(grid);
      await frame();
      expect(scroller(grid).scrollTop).to.equal(top);
      expect(scroller(grid).scrollLeft).to.equal(left);
      expectFull(grid);
      grid.focus();
      expect(at(grid)).to.equal(position);
    });

    it('is resized without a loop of resizes', async () => {
      const { grid } = await place();
      const box = grid.parentElement!;
      for (const height of [200, 700, 120, 480]) {
        box.style.height = `${height}px`;
        await frame();
        await frame();
        expectFull(grid);
      }
    });

    it('keeps its place while it is hidden', async () => {
      const { grid } = await place();
      scroller(grid).scrollTop = 5000;
      await frame();
      await frame();
      grid.parentElement!.hidden = true;
      await frame();
      await frame();
      grid.parentElement!.hidden = false;
      await frame();
      await frame();
      expect(scroller(grid).scrollTop).to.equal(5000);
      expectFull(grid);
    });
  });

  describe('keys', () => {
    it('move by the key table of the grid pattern', async () => {
      const { grid } = await place({ selectable: true });
      grid.focus();
      expect(at(grid)).to.equal('-1,0');
      const table: readonly (readonly [string, string])[] = [
        ['ArrowUp', '-1,0'],
        ['ArrowLeft', '-1,0'],
        ['ArrowDown', '0,0'],
        ['ArrowRight', '0,1'],
        ['ArrowDown', '1,1'],
        ['ArrowLeft', '1,0'],
        ['End', '1,11'],
        ['ArrowRight', '1,11'],
        ['Home', '1,0'],
        ['Control+ArrowRight', '1,11'],
        ['Control+ArrowLeft', '1,0'],
        ['ArrowUp', '0,0'],
        ['ArrowUp', '-1,0'],
        ['End', '-1,11'],
        ['Control+End', '999,11'],
        ['ArrowDown', '999,11'],
        ['Home', '999,0'],
        ['Control+ArrowUp', '0,0'],
        ['Control+ArrowDown', '999,0'],
        ['Control+Home', '-1,0'],
        ['PageUp', '-1,0'],
      ];
      for (const [key, expected] of table) {
        await press(key);
        expect(at(grid), key).to.equal(expected);
        expect(allInside(grid, '.track [tabindex="0"]'), key).to.have.length(1);
        expect(focused(grid)?.tabIndex, key).to.equal(0);
      }
      await press('ArrowDown');
      await press('PageDown');
      const page = Number(at(grid).split(',')[0]);
      expect(page).to.be.within(12, 14);
      await press('PageDown');
      expect(at(grid)).to.equal(`${2 * page},0`);
      await press('PageUp');
      await press('PageUp');
      expect(at(grid)).to.equal('0,0');
    });

    it('Tab enters once and leaves at once, and finds a row that was scrolled away', async () => {
      const { grid } = await place({ rows: gridRows(100_000) });
      const before = document.createElement('button');
      const after = document.createElement('button');
      grid.before(before);
      grid.after(after);
      grid.focus();
      await press('ArrowDown', 2);
      await press('Tab');
      expect(document.activeElement === after).to.equal(true);
      scroller(grid).scrollTop = 1_800_000;
      await frame();
      await frame();
      await press('Shift+Tab');
      expect(at(grid)).to.equal('1,0');
      expect(scroller(grid).scrollTop).to.be.at.most(28);
      await press('Shift+Tab');
      expect(document.activeElement === before).to.equal(true);
    });

    it('Enter and F2 open the row, and the link where there is one', async () => {
      const { grid, sent } = await place();
      grid.focus();
      await press('ArrowDown');
      await press('ArrowRight');
      expect(focused(grid)?.getAttribute('role')).to.equal('link');
      await press('Enter');
      await press('F2');
      await press('ArrowRight');
      await press('Enter');
      await press('F2');
      expect(sent).to.deep.equal([
        { name: 'grid-activate', id: 'p0', columnId: 'cpr', activation: 'journal' },
        { name: 'grid-activate', id: 'p0', columnId: 'cpr', activation: 'journal' },
        { name: 'grid-activate', id: 'p0', columnId: 'name', activation: 'row' },
        { name: 'grid-activate', id: 'p0', columnId: 'name', activation: 'row' },
      ]);
    });

    it('Space chooses, Shift and arrows reach, Control+A takes all, with Shift none', async () => {
      const { grid, sent } = await place({ selectable: true });
      const chosen = () => [...(grid.selection as Set<string>)].sort();
      grid.focus();
      await press('ArrowDown', 3);
      await press('ArrowRight', 3);
      await press(' ');
      expect(chosen()).to.deep.equal(['p2']);
      await press('Shift+ArrowDown', 2);
      expect(chosen()).to.deep.equal(['p2', 'p3', 'p4']);
      await press('Shift+ArrowUp');
      expect(chosen()).to.deep.equal(['p2', 'p3']);
      await press('Shift+ArrowUp', 2);
      expect(chosen()).to.deep.equal(['p1', 'p2']);
      expect(at(grid)).to.equal('1,3');
      await press('Shift+ ');
      expect(chosen()).to.deep.equal(['p2']);
      await press('Control+a');
      expect(chosen()).to.have.length(1000);
      await grid.updateComplete;
      expect(headAt(grid, 0)?.firstElementChild?.getAttribute('aria-checked')).to.equal('true');
      await press('Control+Shift+A');
      expect(chosen()).to.have.length(0);
      expect(sent.filter(({ name }) => name !== 'grid-select')).to.have.length(0);
    });

    it('choose nothing where nothing can be chosen', async () => {
      const { grid, sent } = await place();
      grid.focus();
      await press('ArrowDown');
      await press(' ');
      await press('Control+a');
      await press('Shift+ArrowDown');
      expect(sent).to.deep.equal([]);
      expect(at(grid)).to.equal('1,0');
    });

    it('on a head: sort, filter, resize and move', async () => {
      const { grid, sent } = await place();
      grid.focus();
      await press('ArrowRight', 2);
      await press('Enter');
      await press(' ');
      await press('Shift+Enter');
      await press('Alt+ArrowDown');
      await press('Alt+ArrowRight', 2);
      await press('Alt+ArrowLeft');
      await press('ArrowRight');
      await press('Control+Shift+ArrowRight');
      await press('ArrowRight');
      await press('Control+Shift+ArrowLeft');
      const filter = sent.find(({ name }) => name === 'grid-filter');
      expect(filter && 'anchor' in filter && filter.anchor.width).to.be.greaterThan(0);
      expect(sent.filter(({ name }) => name !== 'grid-filter')).to.deep.equal([
        { name: 'grid-sort', columnId: 'name', add: false },
        { name: 'grid-sort', columnId: 'name', add: false },
        { name: 'grid-sort', columnId: 'name', add: true },
        { name: 'grid-resize', columnId: 'name', width: 184 },
        { name: 'grid-resize', columnId: 'name', width: 200 },
        { name: 'grid-resize', columnId: 'name', width: 184 },
        { name: 'grid-move', columnId: 'age', before: 'why' },
        { name: 'grid-move', columnId: 'markers', before: 'age' },
      ]);
      expect(headAt(grid, 2)?.getBoundingClientRect().width).to.equal(184);
    });

    inDepth('a moved column takes the focus along', async () => {
      const { grid } = await place();
      grid.addEventListener('grid-move', ({ detail }) => {
        const rest = grid.columns.filter(({ id }) => id !== detail.columnId);
        const moved = grid.columns.filter(({ id }) => id === detail.columnId);
        const place = rest.findIndex(({ id }) => id === detail.before);
        grid.columns = rest.toSpliced(place < 0 ? rest.length : place, 0, ...moved);
      });
      grid.focus();
      await press('ArrowRight', 3);
      await press('Control+Shift+ArrowRight');
      await grid.updateComplete;
      expect(at(grid)).to.equal('-1,4');
      expect(focused(grid)?.textContent).to.contain('Alder');
      await press('Control+Shift+ArrowRight', 20);
      await grid.updateComplete;
      expect(at(grid)).to.equal('-1,10');
      expect(grid.columns.at(-1)?.id).to.equal('age');
    });

    it('say how columns are sorted, and by which first', async () => {
      const sort = (id: string, descending: boolean, place: number) => (column: GridColumn) =>
        column.id === id ? { ...column, sort: { descending, place } } : column;
      const { grid } = await place({
        columns: gridColumns()
          .map(sort('name', false, 2))
          .map(sort('age', true, 1)),
      });
      expect(headAt(grid, 2)?.getAttribute('aria-sort')).to.equal('ascending');
      expect(headAt(grid, 2)?.querySelector('.place')?.textContent).to.equal('2');
      expect(headAt(grid, 3)?.getAttribute('aria-sort')).to.equal('descending');
      expect(headAt(grid, 1)?.getAttribute('aria-sort')).to.equal('none');
    });

    it('follow the page from right to left', async () => {
      const { grid } = await place({ columns: gridColumns(40) });
      grid.parentElement!.dir = 'rtl';
      grid.columns = gridColumns(40);
      await grid.updateComplete;
      grid.focus();
      await press('ArrowDown');
      await press('ArrowLeft', 2);
      expect(at(grid)).to.equal('0,2');
      await press('End');
      expect(at(grid)).to.equal('0,39');
      const box = scroller(grid).getBoundingClientRect();
      const cell = focused(grid)!.getBoundingClientRect();
      expect(cell.left).to.be.within(box.left - 1, box.left + 20);
      const pins = rowAt(grid, 0)!.querySelector('.pins')!.getBoundingClientRect();
      expect(pins.right).to.be.closeTo(box.right, 20);
      expectFull(grid);
      await press('ArrowRight');
      expect(at(grid)).to.equal('0,38');
    });
  });

  describe('focus', () => {
    it('is parked on the grid while its row is fifty thousand rows away, and given back', async () => {
      const { grid } = await place({ rows: gridRows(100_000) });
      grid.focus();
      await press('ArrowDown', 3);
      await press('ArrowRight', 2);
      const cell = focused(grid);
      scroller(grid).scrollTop = 1_800_000;
      await frame();
      await frame();
      expectFull(grid);
      expect(focused(grid) === inside(grid, '[role=grid]')).to.equal(true);
      expect(focused(grid)?.tabIndex).to.equal(0);
      scroller(grid).scrollTop = 0;
      await frame();
      await frame();
      expect(focused(grid)?.textContent).to.equal(cell?.textContent);
      expect(at(grid)).to.equal('2,2');
      expect(inside(grid, '[role=grid]')?.hasAttribute('tabindex')).to.equal(false);
      expect(scroller(grid).scrollTop).to.equal(0);
      expectFull(grid);
      scroller(grid).scrollTop = 1_800_000;
      await frame();
      await frame();
      await press('ArrowDown');
      expect(at(grid)).to.equal('3,2');
      expectFull(grid);
      expect(rowAt(grid, 3)!.getBoundingClientRect().bottom).to.be.at.most(
        inside(grid, '.body')!.getBoundingClientRect().bottom + 1,
      );
    });

    it('follows its patient through sorting, and stays where it was seen', async () => {
      const { grid } = await place();
      grid.focus();
      await press('ArrowDown', 5);
      await press('ArrowRight', 2);
      const top = focused(grid)!.getBoundingClientRect().top;
      const cell = focused(grid);
      grid.rows = gridRows(
        0,
        Array.from({ length: 1000 }, (_, index) => 999 - index),
      );
      await grid.updateComplete;
      expect(at(grid)).to.equal('995,2');
      expect(focused(grid) === cell).to.equal(true);
      expect(focused(grid)?.textContent).to.contain(nameOf(4));
      expectFull(grid);
      expect(focused(grid)!.getBoundingClientRect().top).to.be.closeTo(top, 600);
      grid.rows = gridRows(0, [900, ...Array.from({ length: 899 }, (_, index) => index)]);
      await grid.updateComplete;
      expect(at(grid)).to.equal('5,2');
      expect(focused(grid)?.textContent).to.contain(nameOf(4));
    });

    it('goes to the nearest row when its patient is no longer shown', async () => {
      const { grid } = await place();
      grid.focus();
      await press('ArrowDown', 5);
      await press('ArrowRight', 2);
      grid.rows = gridRows(0, [0, 1, 2, 3, 5, 6, 7]);
      await grid.updateComplete;
      expect(at(grid)).to.equal('4,2');
      expect(focused(grid)?.textContent).to.contain(nameOf(5));
      grid.rows = gridRows(2);
      await grid.updateComplete;
      expect(at(grid)).to.equal('1,2');
      grid.rows = gridRows(0);
      await grid.updateComplete;
      expect(at(grid)).to.equal('-1,2');
    });

    it('keeps the place in the list when a refresh brings other rows above', async () => {
      const { grid } = await place();
      scroller(grid).scrollTop = 3600;
      await frame();
      await frame();
      grid.rows = gridRows(900);
      await grid.updateComplete;
      expect(scroller(grid).scrollTop).to.equal(3600);
      expectFull(grid);
      grid.rows = gridRows(20);
      await grid.updateComplete;
      expectFull(grid);
    });
  });

  describe('mouse', () => {
    it('a click opens, on the link opens that, on the box chooses', async () => {
      const { grid, sent } = await place({ selectable: true });
      await clickOn(cellAt(grid, 2, 3));
      await clickOn(cellAt(grid, 2, 2)?.firstElementChild);
      await clickOn(cellAt(grid, 3, 0));
      expect(sent).to.deep.equal([
        { name: 'grid-activate', id: 'p2', columnId: 'name', activation: 'row' },
        { name: 'grid-activate', id: 'p2', columnId: 'cpr', activation: 'journal' },
        { name: 'grid-select', kind: 'toggle', id: 'p3' },
      ]);
      expect(at(grid)).to.equal('3,0');
      await press('ArrowDown');
      expect(at(grid)).to.equal('4,0');
    });

    it('Control toggles, Shift reaches from the last one chosen', async () => {
      const { grid, sent } = await place({ selectable: true });
      const chosen = () => [...(grid.selection as Set<string>)].sort();
      await clickWith('Control', cellAt(grid, 1, 3));
      await clickWith('Shift', cellAt(grid, 4, 3));
      expect(chosen()).to.deep.equal(['p1', 'p2', 'p3', 'p4']);
      await clickWith('Shift', cellAt(grid, 6, 0));
      expect(chosen()).to.deep.equal(['p1', 'p2', 'p3', 'p4', 'p5', 'p6']);
      await clickWith('Control', cellAt(grid, 3, 3));
      await clickWith('Shift', cellAt(grid, 5, 3));
      expect(chosen()).to.deep.equal(['p1', 'p2', 'p6']);
      expect(sent.every(({ name }) => name === 'grid-select')).to.equal(true);
    });

    it('the box of the head tells none, some and all, and takes all or none', async () => {
      const { grid } = await place({ selectable: true });
      const state = () => headAt(grid, 0)?.firstElementChild?.getAttribute('aria-checked');
      expect(state()).to.equal('false');
      grid.selection = new Set(['p500']);
      await grid.updateComplete;
      expect(state()).to.equal('mixed');
      await clickOn(headAt(grid, 0));
      await grid.updateComplete;
      expect(state()).to.equal('true');
      await clickOn(headAt(grid, 0));
      await grid.updateComplete;
      expect(state()).to.equal('false');
      // Chosen, but not shown.
      grid.selection = new Set(['p99999']);
      await grid.updateComplete;
      expect(state()).to.equal('false');
    });

    it('heads sort by click, with Shift besides; the filter button filters', async () => {
      const { grid, sent } = await place();
      await clickOn(headAt(grid, 3));
      await clickWith('Shift', headAt(grid, 4));
      await clickOn(headAt(grid, 2)?.querySelector('.filter'));
      expect(sent.slice(0, 2)).to.deep.equal([
        { name: 'grid-sort', columnId: 'age', add: false },
        { name: 'grid-sort', columnId: 'markers', add: true },
      ]);
      expect(sent).to.have.length(3);
      expect(sent[2]).to.include({ name: 'grid-filter', columnId: 'name' });
    });

    it('a grip makes its column wider as it is dragged, and a double click asks for a fit', async () => {
      const { grid, sent } = await place();
      const head = headAt(grid, 2)!;
      const box = head.getBoundingClientRect();
      const grip = [box.right - 4, box.top + box.height / 2] as const;
      await drag(grip, [grip[0] + 50, grip[1]]);
      expect(sent).to.deep.equal([{ name: 'grid-resize', columnId: 'name', width: 218 }]);
      expect(headAt(grid, 2)!.getBoundingClientRect().width).to.equal(218);
      expect(cellAt(grid, 0, 2)!.getBoundingClientRect().width).to.equal(218);
      const now = headAt(grid, 2)!.getBoundingClientRect();
      for (let count = 0; count < 2; count++)
        await sendMouse({
          type: 'click',
          position: [Math.round(now.right - 4), Math.round(grip[1])],
        });
      await until('no sort', () => sent.every(({ name }) => name === 'grid-resize'));
      grid.shadowRoot
        ?.querySelector('.heads [aria-colindex="3"] .grip')
        ?.dispatchEvent(new MouseEvent('dblclick', { bubbles: true, composed: true }));
      expect(sent.at(-1)).to.deep.equal({ name: 'grid-resize', columnId: 'name', width: 0 });
    });

    it('a head that is dragged moves its column, among its likes, and does not sort', async () => {
      const { grid, sent } = await place();
      const from = headAt(grid, 3)!.getBoundingClientRect();
      const to = headAt(grid, 5)!.getBoundingClientRect();
      await drag([from.left + 20, from.top + 10], [to.left + 8, to.top + 10]);
      expect(sent).to.deep.equal([{ name: 'grid-move', columnId: 'age', before: 'why' }]);
      const pinned = headAt(grid, 1)!.getBoundingClientRect();
      await drag([from.left + 20, from.top + 10], [pinned.left + 4, from.top + 10]);
      // Its own place is the nearest that it may take: nothing moves.
      expect(sent).to.have.length(1);
      expect(inside(grid, '.drop-indicator')!.hidden).to.equal(true);
      await clickOn(headAt(grid, 3));
      expect(sent.at(-1)).to.include({ name: 'grid-sort' });
    });
  });

  describe('cells', () => {
    it('let a unit be seen where it is not the one that the head tells, and heard in each', async () => {
      const columns: readonly GridColumn[] = [
        { id: 'hba1c', title: 'HbA1c', group: 'Prøver', width: 200, unit: 'mmol/mol' },
      ];
      const units = ['mmol/mol', '%'];
      const rows: GridRows = {
        ...gridRows(2),
        cell: (index) => ({
          ...{ tone: 'value', lines: [] },
          parts: [{ text: '53', unit: units[index]!, note: '5 mdr.', strong: true }],
        }),
      };
      const { grid } = await place({ columns, rows });
      expect(headAt(grid, 0)!.title).to.equal('HbA1c (mmol/mol)');
      const seen = (index: number) =>
        [...cellAt(grid, index, 0)!.querySelectorAll('bdi')].map((each) =>
          [...each.childNodes]
            .filter(({ nodeType }) => nodeType === Node.TEXT_NODE)
            .map(({ textContent }) => textContent)
            .join('')
            .trim(),
        );
      expect(seen(0)).to.deep.equal(['53', '5 mdr.']);
      expect(seen(1)).to.deep.equal(['53', '% · 5 mdr.']);
      expect(cellAt(grid, 0, 0)!.textContent).to.equal('53 mmol/mol · 5 mdr.');
      grid.remove();
    });

    it('of several codes show whole ones and how many more there are, and are heard in full', async () => {
      const codes = ['T90', 'K86', 'DI639', 'R95'];
      const rows: GridRows = {
        ...gridRows(1),
        cell: () => ({
          ...{ tone: 'value', lines: [] },
          parts: codes.map((short) => ({ text: `${short} Sygdom`, short, note: '2021' })),
        }),
      };
      const columns: readonly GridColumn[] = [
        { id: 'codes', title: 'Diagnoser', group: 'Patient', width: 130 },
        { id: 'rest', title: 'Andet', group: 'Patient', width: 300 },
      ];
      const { grid } = await place({ columns, rows });
      const cell = cellAt(grid, 0, 0)!;
      const seen = [...cell.querySelectorAll('.words')];
      expect(seen.length).to.be.within(1, 3);
      expect(seen.map(({ textContent }) => textContent)).to.deep.equal(codes.slice(0, seen.length));
      for (const word of seen) {
        expect(word.scrollWidth).to.be.at.most(word.clientWidth);
        expect(word.getBoundingClientRect().right).to.be.at.most(
          cell.getBoundingClientRect().right,
        );
      }
      expect(cell.querySelector('.count')?.textContent).to.equal(`+${codes.length - seen.length}`);
      expect(cell.querySelector('.visually-hidden')?.textContent).to.equal(
        codes.map((code) => `${code} Sygdom 2021`).join(' · '),
      );
      expect(seen.every((word) => word.closest('[aria-hidden=true]') !== null)).to.equal(true);
    });

    it('open in place where they are cut off; Escape gives the focus back', async () => {
      const { grid, sent } = await place();
      grid.focus();
      await press('ArrowDown', 6);
      await press('ArrowRight', 5);
      expect(at(grid)).to.equal('5,5');
      const cell = focused(grid);
      expect(cell?.title).to.equal(longText);
      await press('Enter');
      const panel = inside(grid, '.panel')!;
      expect(panel.matches(':popover-open')).to.equal(true);
      expect(panel.textContent).to.equal(longText);
      expect(panel.getAttribute('aria-label')).to.equal(`Hvorfor på listen, ${nameOf(5)}`);
      expect(focused(grid) === panel).to.equal(true);
      expect(panel.scrollHeight).to.be.greaterThan(panel.clientHeight);
      expect(panel.getBoundingClientRect().right).to.be.at.most(
        document.documentElement.clientWidth,
      );
      await press('Escape');
      expect(panel.matches(':popover-open')).to.equal(false);
      expect(focused(grid) === cell).to.equal(true);
      await press('F2');
      await press('Enter');
      expect(panel.matches(':popover-open')).to.equal(false);
      expect(sent).to.deep.equal([
        { name: 'grid-activate', id: 'p5', columnId: 'why', activation: 'row' },
      ]);
      expect(focused(grid) === cell).to.equal(true);
      await press('F2');
      await press('Tab');
      expect(panel.matches(':popover-open')).to.equal(false);
    });

    inDepth('stay in the window where they grow while they are open', async () => {
      const { grid } = await place();
      // As low as it just has room.
      const { height } = grid.getBoundingClientRect();
      grid.style.translate = `0 ${innerHeight - height}px`;
      grid.focus();
      await press('ArrowDown', 6);
      await press('ArrowRight', 5);
      await press('Enter');
      const panel = inside(grid, '.panel')!;
      expect(panel.getBoundingClientRect().bottom).to.be.at.most(innerHeight);
      // As larger text lets it.
      panel.style.maxBlockSize = '640px';
      for (let frames = 0; frames < 4; frames++) await new Promise(requestAnimationFrame);
      const grown = panel.getBoundingClientRect();
      expect(grown.height).to.be.greaterThan(500);
      expect(grown.bottom).to.be.at.most(innerHeight);
      expect(grown.top).to.be.at.least(0);
    });

    it('show a button for what is cut off, under the pointer only', async () => {
      const { grid, sent } = await place();
      expect(inside(grid, '.more') === null).to.equal(true);
      const box = cellAt(grid, 5, 5)!.getBoundingClientRect();
      await sendMouse({
        type: 'move',
        position: [Math.round(box.left + 30), Math.round(box.top + 10)],
      });
      await until('button', () => cellAt(grid, 5, 5)!.querySelector('.more'));
      await clickOn(inside(grid, '.more'));
      expect(inside(grid, '.panel')!.matches(':popover-open')).to.equal(true);
      expect(sent).to.deep.equal([]);
      await press('Escape');
      const short = cellAt(grid, 4, 5)!.getBoundingClientRect();
      await sendMouse({
        type: 'move',
        position: [Math.round(short.left + 30), Math.round(short.top + 10)],
      });
      await until('none', () => !inside(grid, '.more'));
    });

    it('keep texts that run from right to left to themselves', async () => {
      const { grid } = await place();
      const text = cellAt(grid, 9, 2)?.querySelector('bdi');
      expect(text?.textContent).to.equal(nameOf(9));
      expect(getComputedStyle(text!).direction).to.equal('rtl');
      expect(getComputedStyle(cellAt(grid, 9, 2)!).direction).to.equal('ltr');
    });

    it('strike the name of the dead, and only that', async () => {
      const { grid } = await place({ rows: gridRows(0, [48]) });
      const struck = (column: number) =>
        getComputedStyle(cellAt(grid, 0, column)!.querySelector('.text')!).textDecorationLine;
      expect(struck(2)).to.equal('line-through');
      expect(struck(3)).to.equal('none');
      grid.rows = gridRows(0, [49]);
      await grid.updateComplete;
      expect(struck(2)).to.equal('none');
    });

    inDepth('show the same, drawn anew or over another row', async () => {
      const { grid } = await place({ rows: gridRows(1000), columns: gridColumns(14) });
      for (let top = 0; top < 9000; top += 777) {
        scroller(grid).scrollTop = top;
        await frame();
        await frame();
      }
      const { grid: fresh } = await place({ rows: gridRows(1000), columns: gridColumns(14) });
      scroller(fresh).scrollTop = scroller(grid).scrollTop;
      await frame();
      await frame();
      const plain = (line: Element | undefined) =>
        [...(line?.querySelectorAll('.cell') ?? [])]
          .sort((a, b) => Number(a.ariaColIndex) - Number(b.ariaColIndex))
          .map(({ outerHTML }) => outerHTML)
          .join('');
      const used = new Map(
        lines(grid).map((line) => [line.getAttribute('aria-rowindex'), line] as const),
      );
      expect(used.size).to.be.greaterThan(10);
      for (const line of lines(fresh))
        expect(plain(used.get(line.getAttribute('aria-rowindex')))).to.equal(plain(line));
    });

    it('say what each of several things is before they say when, where there is no room for both', async () => {
      const parts = [
        { text: 'DI639 Hjerneinfarkt', note: '2025' },
        { text: 'K90 Apopleksi', note: '2010' },
      ];
      const rows: GridRows = {
        ...gridRows(1),
        cell: () => ({ tone: 'value', parts, lines: [] }),
      };
      const columns = gridColumns(6).map((column) => ({ ...column, width: 104 }));
      const { grid } = await place({ rows, columns });
      const texts = [...cellAt(grid, 0, 3)!.querySelectorAll('.text')];
      expect(texts).to.have.length(2);
      for (const text of texts)
        expect(text.getBoundingClientRect().width, text.textContent).to.be.at.least(20);
    });

    it('are text, whatever they hold', async () => {
      const markup = '<img src=x onerror="document.body.id=\'hacked\'">';
      const rows: GridRows = {
        ...gridRows(1),
        nameAt: () => markup,
        cell: () => ({
          tone: 'value',
          parts: [{ text: markup, note: markup }],
          chips: [{ level: 'critical', text: markup }],
          lines: [markup, markup, markup, markup],
        }),
      };
      const { grid } = await place({ rows, selectable: true });
      grid.focus();
      await press('ArrowDown');
      await press('ArrowRight', 3);
      await press('Enter');
      expect(grid.shadowRoot?.querySelectorAll('img')).to.have.length(0);
      expect(inside(grid, '.panel')?.textContent).to.contain(markup);
    });
  });

  it('keeps the first pinned column alone where there is little room', async () => {
    const { grid } = await place(
      { selectable: true, columns: gridColumns().slice(1) },
      { width: 400, height: 400 },
    );
    expect(rowAt(grid, 0)?.querySelectorAll('.pins .cell')).to.have.length(2);
    scroller(grid).scrollLeft = 300;
    await frame();
    await frame();
    expect(cellAt(grid, 0, 1)!.getBoundingClientRect().left).to.be.closeTo(
      scroller(grid).getBoundingClientRect().left + 40,
      1,
    );
    await isAccessible(grid);
  });

  it('grows with the font', async () => {
    const { grid } = await place();
    const icon = () => inside(grid, '.line .chip svg')!.getBoundingClientRect().width;
    const small = icon();
    const before = headAt(grid, 2)!.getBoundingClientRect().width;
    document.documentElement.style.fontSize = '32px';
    await frame();
    await frame();
    await frame();
    expect(rowAt(grid, 0)!.getBoundingClientRect().height).to.equal(56);
    expect(headAt(grid, 2)!.getBoundingClientRect().width).to.equal(2 * before);
    expect(icon()).to.be.closeTo(2 * small, 0.1);
    expectFull(grid);
    document.documentElement.style.fontSize = '';
  });
});

describe('heads of groups', () => {
  const column = (id: string, group: string, width: number): GridColumn => ({
    ...{ id, title: id.toUpperCase(), group, width },
  });
  /** The words of the head over a column that are seen, or in part. */
  const seenOver = (grid: Element, index: number) => {
    const text = inside(grid, `.groups [aria-colindex="${index + 1}"] .text`)!;
    const box = text.getBoundingClientRect();
    const words = [...text.childNodes].find((each) => each instanceof Text)!;
    return words.data.split(' ').flatMap((word) => {
      const range = new Range();
      range.setStart(words, words.data.indexOf(word));
      range.setEnd(words, range.startOffset + word.length);
      const { top, bottom, right } = range.getBoundingClientRect();
      if (top >= box.bottom - 1 || bottom <= box.top + 1) return [];
      return right <= box.right + 0.5 ? word : `${word.slice(0, -1)}…`;
    });
  };

  it('are seen in whole words or not at all, and heard whole', async () => {
    const { grid } = await place({
      columns: [
        column('a', 'Opmærksomhed', 200),
        column('b', 'Prøver', 90),
        column('c', 'Opmærksomhed', 60),
        column('d', 'Prøver fra seneste indlæggelse', 120),
        column('e', '', 300),
      ],
    });
    expect(seenOver(grid, 0)).to.deep.equal(['Opmærksomhed']);
    expect(seenOver(grid, 1)).to.deep.equal(['Prøver']);
    expect(seenOver(grid, 2)).to.deep.equal([]);
    expect(seenOver(grid, 3)).to.deep.equal(['Prøver', 'fra']);
    const narrow = inside(grid, '.groups [aria-colindex="3"]')!;
    expect(narrow.textContent.trim()).to.equal('Opmærksomhed');
    expect(narrow.title).to.equal('Opmærksomhed');
  });
});
