/** A grid of cards by itself, however long; and a list that becomes cards beside a cockpit. */
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import { cardColumns, gridRows, nameOf } from '../../fixtures/grid-rows.ts';
import type { OverblikGrid, OverblikPopulation } from '../../src/define.ts';
import { inDepth, isAccessible } from './in-depth.ts';
import { cell, clickOn, grid, name, rows } from './list.ts';
import { allInside, inside, place, until } from './stage.ts';

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));

describe('a grid of 100,000 cards', () => {
  const placeGrid = async (properties: Partial<OverblikGrid> = {}): Promise<OverblikGrid> => {
    const box = document.createElement('main');
    Object.assign(box.style, { width: '400px', height: '700px' });
    const made = document.createElement('overblik-grid');
    Object.assign(made, { columns: cardColumns(), rows: gridRows(100_000), label: 'Patienter' });
    Object.assign(made, properties);
    box.append(made);
    document.body.append(box);
    await made.updateComplete;
    return made;
  };
  const lines = (of: Element) => allInside(of, '.line');

  it('draws those in view, wherever it is scrolled, to the last', async () => {
    const made = await placeGrid({ selectable: true });
    expect(lines(made).length).to.be.below(14);
    const bar = inside(made, '.scroller')!;
    for (const place of [0.3, 0.77, 1]) {
      bar.scrollTop = place * bar.scrollHeight;
      for (let times = 0; times < 3; times++) await frame();
      const box = inside(made, '.body')!.getBoundingClientRect();
      const seen = lines(made)
        .map((line) => ({ line, rect: line.getBoundingClientRect() }))
        .filter(({ rect }) => rect.bottom > box.top && rect.top < box.bottom)
        .sort((a, b) => a.rect.top - b.rect.top);
      expect(seen.at(-1)!.rect.bottom).to.be.at.least(box.bottom - 8);
      for (const { line } of seen)
        expect(line.textContent).to.contain(nameOf(Number(line.getAttribute('aria-rowindex')) - 2));
    }
    const last = lines(made).map((line) => Number(line.getAttribute('aria-rowindex')));
    expect(Math.max(...last)).to.equal(100_001);
  });

  inDepth('has no head where nothing can be chosen, and begins with the first card', async () => {
    const made = await placeGrid();
    made.focus();
    const stop = made.shadowRoot?.activeElement?.closest('.line');
    expect(stop?.getAttribute('aria-rowindex')).to.equal('2');
    expect(inside(made, '.head')!.offsetHeight).to.equal(0);
    await isAccessible(made);
  });
});

describe('beside a cockpit', () => {
  // Columns that have less room, and cards.
  for (const width of [1024, 970])
    it(`${width} px: whoever is opened stays in view`, async () => {
      await setViewport({ width: 1100, height: 768 });
      const workspace = place('overblik-workspace', {}, { width, height: 768 });
      const list = await until('the list', () =>
        inside<OverblikPopulation>(workspace, 'overblik-population'),
      );
      const body = () => inside(grid(list), '.body')!.getBoundingClientRect();
      const last = await until('rows', () =>
        rows(list).findLast((row) => row.getBoundingClientRect().bottom <= body().bottom),
      );
      const who = name(list, last);
      await clickOn(cell(list, last, 'Navn'));
      await until('the cockpit', () => inside(workspace, 'overblik-cockpit'));
      for (let times = 0; times < 6; times++) await frame();
      expect(inside(grid(list), '.scroller')!.matches('.cards')).to.equal(width === 970);
      const current = rows(list).find((row) => row.getAttribute('aria-current') === 'true')!;
      expect(name(list, current)).to.equal(who);
      const { top, bottom } = current.getBoundingClientRect();
      expect(top).to.be.at.least(body().top - 0.5);
      expect(bottom).to.be.at.most(body().bottom + 0.5);
      await setViewport({ width: 1600, height: 1500 });
    });
});
