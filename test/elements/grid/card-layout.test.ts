import { describe, expect, it } from 'vitest';
import { cardColumns, layOutCard, standsAsCards } from '../../../src/elements/grid/card-layout.ts';
import { checkColumn, roomIn } from '../../../src/elements/grid/column-layout.ts';
import type { CardPlace, GridColumn } from '../../../src/elements/grid/types.ts';

function column(id: string, card?: CardPlace, width = 100): GridColumn {
  return { id, title: id, group: '', width, ...(card ? { card } : {}) };
}

const name = column('name', { block: 0, width: 140, grows: true, look: 'title' });
const age = column('age', { block: 0, width: 56, align: 'end' });
const cpr = column('cpr', { block: 1, width: 106 });
const next = column('next', { block: 1, width: 108, grows: true, isLabelled: true });
const reasons = column('reasons', { block: 2, lines: 1 });
const status = column('status', { block: 1000, width: 170, look: 'act' });
const note = column('note', { block: 1000, width: 60, grows: true });
const all = [checkColumn, name, age, cpr, next, reasons, status, note];

/** By id where each column stands: line, start and end. */
function placesOf(columns: readonly GridColumn[], view: number, scale = 1, line = 28) {
  const { card } = layOutCard(columns, scale, view, line);
  return new Map(columns.map(({ id }, index) => [id, card!.rects[index]!]));
}

describe('a row stands as a card', () => {
  it('where the grid is narrow, and more so where the font is large, and never where no column has a place', () => {
    expect(standsAsCards(all, 600, 1)).toBe(true);
    expect(standsAsCards(all, 601, 1)).toBe(false);
    expect(standsAsCards(all, 1100, 2)).toBe(true);
    // A small font is no reason for columns that cannot be read.
    expect(standsAsCards(all, 590, 0.8)).toBe(true);
    expect(standsAsCards([column('a'), column('b')], 320, 1)).toBe(false);
  });

  it('with the columns that have a place, in the order that they are read', () => {
    const given = [status, cpr, name, column('mmse'), age, reasons, next, note];
    expect(cardColumns(given).map(({ id }) => id)).toEqual([
      ...['name', 'age', 'cpr', 'next', 'reasons', 'status', 'note'],
    ]);
  });
});

describe('a card', () => {
  for (const view of [262, 320, 400, 492, 600])
    for (const scale of [1, 2])
      it(`of ${view} px at a font of ${14 * scale} px holds every column whole, none over another`, () => {
        const places = [...placesOf(all, view, scale, 28 * scale)];
        const { card } = layOutCard(all, scale, view, 28 * scale);
        for (const [id, { start, top, width, height }] of places) {
          expect(width, id).toBeGreaterThan(0);
          expect(start + width, id).toBeLessThanOrEqual(card!.width);
          expect(card!.width).toBe(view - 12 * scale);
          expect(top + height, id).toBeLessThanOrEqual(card!.height);
        }
        for (const [at, [a, one]] of places.entries())
          for (const [b, other] of places.slice(at + 1)) {
            const beside =
              one.start + one.width <= other.start || other.start + other.width <= one.start;
            const below = one.top + one.height <= other.top || other.top + other.height <= one.top;
            expect(beside || below, `${a} and ${b}`).toBe(true);
          }
      });

  it('has the box of its choice along its whole height', () => {
    const { card } = layOutCard(all, 1, 400, 28);
    expect(card!.rects[0]).toEqual({ start: 0, top: 0, width: 40, height: card!.height });
  });

  it('puts blocks on one line where both have room', () => {
    const narrow = placesOf(all, 400);
    expect(narrow.get('cpr')!.top).toBeGreaterThan(narrow.get('name')!.top);
    expect(narrow.get('next')!.top).toBe(narrow.get('cpr')!.top);
    const wide = placesOf(all, 600);
    expect(wide.get('cpr')!.top).toBe(wide.get('name')!.top);
    // Reasons have their line to themselves.
    for (const [id, { top }] of wide)
      if (id !== 'reasons' && id !== '') expect(top, id).not.toBe(wide.get('reasons')!.top);
  });

  it('gives the room that is left to the column that grows', () => {
    const places = placesOf(all, 400);
    const room = 400 - 12 - 40 - 14;
    expect(places.get('name')!.width).toBe(room - 56);
    expect(places.get('reasons')!.width).toBe(room);
    expect(roomIn(layOutCard(all, 1, 400, 28), 5)).toBe(room);
  });

  it('breaks a block that has no room together', () => {
    const places = placesOf(all, 400, 2, 56);
    expect(places.get('next')!.top).toBeGreaterThan(places.get('cpr')!.top);
  });

  it('stays in view whole: no column is scrolled to', () => {
    const { pinned, edges, columns } = layOutCard(all, 1, 400, 28);
    expect(pinned).toBe(columns.length);
    expect(edges.at(-1)).toBe(400);
  });
});
