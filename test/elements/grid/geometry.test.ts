import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ScrollScale,
  columnsInView,
  longestTrack,
  mostColumnsInView,
  rowsInView,
  topAfter,
} from '../../../src/elements/grid/geometry.ts';
import { moveByKey } from '../../../src/elements/grid/keys.ts';
import { RowHeights } from '../../../src/elements/grid/row-heights.ts';
import { checkColumn, groupsOf, layOut } from '../../../src/elements/grid/column-layout.ts';

/** Rows of one height. */
const even = (row: number, count = 100) => new RowHeights({ count }, row);

describe('the rows in view', () => {
  it('are as many wherever they stand', () => {
    for (const top of [0, 1, 35, 36, 1000.5, 3564, 3600 - 300])
      expect(rowsInView(top, 300, even(36), 100)).toSatisfy(
        ({ from, to }) =>
          to - from === 12 && from * 36 <= top && to * 36 >= Math.min(3600, top + 300),
      );
  });
  it('are all where there are few', () => {
    expect(rowsInView(0, 300, even(36, 4), 4)).toEqual({ from: 0, to: 4 });
    expect(rowsInView(0, 300, even(36, 0), 0)).toEqual({ from: 0, to: 0 });
  });
});

describe('heads of groups that are lower than rows', () => {
  it('stand with the rows one below the other, and each is found where it stands', () => {
    const heads = fc.uniqueArray(fc.nat(30), { maxLength: 10 });
    fc.assert(
      fc.property(heads, fc.nat(31), fc.nat(400), (among, count, view) => {
        const isHead = (index: number) => among.includes(index);
        const headsBefore = (index: number) => among.filter((each) => each < index).length;
        const rows = new RowHeights({ count, headsBefore }, 130, 38);
        let start = 0;
        const starts: number[] = [];
        for (let index = 0; index < count; index++) {
          expect(rows.offsetOf(index)).toBe(start);
          expect(rows.heightOf(index)).toBe(isHead(index) ? 38 : 130);
          for (const within of [0, rows.heightOf(index) - 1])
            expect(rows.indexAt(start + within)).toBe(index);
          starts.push(start);
          start += rows.heightOf(index);
        }
        expect(rows.total).toBe(start);
        for (const top of starts) {
          const { from, to } = rowsInView(top, view, rows, count);
          expect(rows.offsetOf(from)).toBeLessThanOrEqual(top);
          expect(rows.offsetOf(to)).toBeGreaterThanOrEqual(Math.min(top + view, rows.total));
        }
      }),
    );
  });
});

describe('rows that become higher, or lower', () => {
  const [lines, cards] = [
    { rows: even(28), height: 600 },
    { rows: even(130), height: 640 },
  ] as const;
  const seenAt = (top: number, at: number, { rows }: { readonly rows: RowHeights }) =>
    rows.offsetOf(at) - top;

  it('keep the row that the user is at where it is seen', () => {
    const top = topAfter(10 * 28, 13, lines, cards);
    expect(seenAt(top, 13, cards)).toBe(3 * 28);
    expect(seenAt(topAfter(top, 13, cards, lines), 13, lines)).toBe(3 * 28);
  });

  it('show it whole', () => {
    // It was the last in view, where a card is cut.
    const top = topAfter(0, 20, lines, cards);
    expect(seenAt(top, 20, cards)).toBe(640 - 130);
    // It was cut by the upper edge.
    expect(seenAt(topAfter(20 * 28 + 10, 20, lines, cards), 20, cards)).toBe(0);
  });

  it('show it whole where the view becomes lower', () => {
    const low = { rows: even(28), height: 300 };
    expect(seenAt(topAfter(0, 20, lines, low), 20, low)).toBe(300 - 28);
    expect(topAfter(0, 5, lines, low)).toBe(0);
  });

  it('keep the first row, where the user is at none that is seen', () => {
    expect(topAfter(10 * 28, -1, lines, cards)).toBe(10 * 130);
    expect(topAfter(10 * 28, 90, lines, cards)).toBe(10 * 130);
  });
});

describe('the columns in view', () => {
  const edges = [0, 40, 140, 240, 340, 440];
  it('are those that reach in, and one more on each side', () => {
    expect(columnsInView(edges, 1, 140, 240, 0)).toEqual({ from: 2, to: 3 });
    expect(columnsInView(edges, 1, 141, 241, 0)).toEqual({ from: 2, to: 4 });
    expect(columnsInView(edges, 1, 240, 340)).toEqual({ from: 2, to: 5 });
  });
  it('are at most as many as are told beforehand, wherever it is scrolled', () => {
    const uneven = [0, 40, 150, 360, 400, 440, 480, 700, 740];
    let most = 0;
    for (let left = 0; left <= 740 - 300; left++) {
      const { from, to } = columnsInView(uneven, 1, left + 40, left + 300);
      most = Math.max(most, to - from);
    }
    expect(mostColumnsInView(uneven, 1, 260)).toBeGreaterThanOrEqual(most);
    expect(mostColumnsInView(uneven, 1, 260)).toBeLessThanOrEqual(most + 1);
  });
  it('never reach among the pinned, or past the last', () => {
    expect(columnsInView(edges, 2, 0, 1000)).toEqual({ from: 2, to: 5 });
    expect(columnsInView([0], 0, 0, 1000)).toEqual({ from: 0, to: 0 });
  });
});

describe('the scroll scale', () => {
  const million = new ScrollScale(36_000_000, 600);
  it('does nothing while the rows fit', () => {
    const scale = new ScrollScale(3_600_000, 600);
    expect(scale).toMatchObject({ scaled: false, full: 3_599_400, track: 3_599_400 });
    expect(scale.toTop(1234)).toBe(1234);
    expect(scale.follow(0, 0, 1234, 600)).toBe(1234);
  });
  it('is exact at the ends and goes through all between, there and back', () => {
    expect(million.track).toBe(longestTrack);
    expect(million.toTop(0)).toBe(0);
    expect(million.toTop(500)).toBe(500);
    expect(million.toTop(longestTrack)).toBe(million.full);
    expect(million.toTop(longestTrack - 500)).toBe(million.full - 500);
    let before = -1;
    for (let scroll = 0; scroll <= longestTrack; scroll += 9_973) {
      const top = million.toTop(scroll);
      expect(top).toBeGreaterThan(before);
      expect(million.toTrack(top)).toBeCloseTo(scroll, 5);
      before = top;
    }
  });
  it('follows short ways pixel by pixel, and takes long ones for places', () => {
    const top = million.toTop(2_000_000);
    expect(million.follow(top, 2_000_000, 2_000_100, 600)).toBe(top + 100);
    expect(million.follow(top, 2_000_000, 1_999_000, 600)).toBe(top - 1000);
    expect(million.follow(top, 2_000_000, 3_000_000, 600)).toBe(million.toTop(3_000_000));
    expect(million.follow(50, 50, 0, 600)).toBe(0);
  });
});

describe('the layout', () => {
  const column = (id: string, width: number, group = '', pinned = false) => ({
    id,
    title: id,
    group,
    width,
    pinned,
  });
  const columns = [
    checkColumn,
    column('cpr', 110, 'Patient', true),
    column('name', 160, 'Patient', true),
    column('age', 60, 'Patient'),
    column('mmse', 100, 'Prøver'),
  ];
  it('scales, and gives the last column the room that is left', () => {
    expect(layOut(columns, 1, 1000, new Map()).edges).toEqual([0, 40, 150, 310, 370, 1000]);
    expect(layOut(columns, 2, 900, new Map([['age', 100]])).edges).toEqual([
      0, 80, 300, 620, 820, 1020,
    ]);
    expect(layOut([], 1, 900, new Map()).edges).toEqual([0]);
  });
  it('makes columns as wide as they wish, from half of the room that the growing one would have', () => {
    const wishing = [
      { ...column('name', 160), wish: 200 },
      { ...column('why', 300), grows: true },
      { ...column('mmse', 100), wish: 110 },
      { ...column('note', 60), wish: 160 },
    ];
    const widthsAt = (view: number, dragged = new Map<string, number>()) => {
      const { edges } = layOut(wishing, 1, view, dragged);
      return edges.slice(1).map((edge, at) => edge - edges[at]!);
    };
    // No room: none. Then those that lack the least; at last all that is over goes to the one that grows.
    expect(widthsAt(620)).toEqual([160, 300, 100, 60]);
    expect(widthsAt(640)).toEqual([160, 310, 110, 60]);
    expect(widthsAt(720)).toEqual([200, 350, 110, 60]);
    expect(widthsAt(721)).toEqual([200, 351, 110, 60]);
    expect(widthsAt(920)).toEqual([200, 450, 110, 160]);
    expect(widthsAt(1000)).toEqual([200, 530, 110, 160]);
    // Of too little room it gives up some where the row is seen whole for it.
    expect(widthsAt(600)).toEqual([160, 280, 100, 60]);
    expect(widthsAt(560)).toEqual([160, 240, 100, 60]);
    expect(widthsAt(540)).toEqual([160, 300, 100, 60]);
    // What the user gave stays; without a column that grows the last has what is over.
    expect(widthsAt(920, new Map([['name', 160]]))).toEqual([160, 490, 110, 160]);
    const still = wishing.map(
      ({ grows: _, ...each }: (typeof wishing)[0] & { grows?: boolean }) => each,
    );
    expect(layOut(still, 1, 700, new Map()).edges).toEqual([0, 200, 500, 610, 700]);
  });
  it('pins as many as leave room, and always the first with data', () => {
    expect(layOut(columns, 1, 1000, new Map()).pinned).toBe(3);
    expect(layOut(columns, 1, 400, new Map()).pinned).toBe(2);
    expect(layOut(columns, 1, 200, new Map()).pinned).toBe(2);
  });
  it('groups neighbours, and not across the pinned', () => {
    expect(groupsOf(layOut(columns, 1, 1000, new Map()))).toEqual([
      { title: 'Patient', from: 0, to: 3, continues: false },
      { title: 'Patient', from: 3, to: 4, continues: true },
      { title: 'Prøver', from: 4, to: 5, continues: false },
    ]);
  });
});

describe('keys', () => {
  const shape = { rows: 100, columns: 5, page: 10 };
  const go = (key: string, row: number, column: number, more = {}) => {
    const to = moveByKey({ row, column }, { key, ctrlKey: false, metaKey: false, ...more }, shape);
    return to && [to.row, to.column];
  };
  it('move within the grid', () => {
    expect(go('ArrowDown', 99, 0)).toEqual([99, 0]);
    expect(go('PageDown', 95, 1)).toEqual([99, 1]);
    expect(go('PageUp', 5, 1)).toEqual([0, 1]);
    expect(go('End', 5, 1, { metaKey: true })).toEqual([99, 4]);
    expect(go('x', 5, 1)).toBeUndefined();
  });
  it('stay in the head where there are no rows', () => {
    const none = { rows: 0, columns: 5, page: 10 };
    for (const key of ['ArrowDown', 'PageDown', 'End', 'ArrowUp'])
      expect(
        moveByKey({ row: -1, column: 0 }, { key, ctrlKey: true, metaKey: false }, none)?.row,
      ).toBe(-1);
  });
  it('turn round where the page does', () => {
    const rtl = { ...shape, rtl: true };
    const event = { key: 'ArrowLeft', ctrlKey: false, metaKey: false };
    expect(moveByKey({ row: 0, column: 1 }, event, rtl)).toEqual({ row: 0, column: 2 });
  });
});
