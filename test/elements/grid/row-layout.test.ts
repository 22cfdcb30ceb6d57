import { describe, expect, it, vi } from 'vitest';
import { RowHeights } from '../../../src/elements/grid/row-heights.ts';
import { RowLayout } from '../../../src/elements/grid/row-layout.ts';

const heights = new RowHeights({ count: 20 }, 10);

function make() {
  const sink = vi.fn<ConstructorParameters<typeof RowLayout>[0]>();
  const owner = { connect: vi.fn(), reflow: vi.fn() };
  const layout = new RowLayout(sink, { owner });
  const last = () => {
    const message = sink.mock.lastCall?.[0];
    if (message?.type !== 'stateChanged') throw new Error('nothing was told');
    const tops = [...message.childPositions].map(([index, { top }]) => [index, top]);
    return { range: message.range, tops };
  };
  return { sink, owner, layout, last };
}

describe('the layout of rows', () => {
  it('tells its owner that it is there, and when the virtualizer has seen a scroll', () => {
    const { owner, layout } = make();
    expect(owner.connect).toHaveBeenCalledExactlyOnceWith(layout);
    layout.reflowIfNeeded();
    expect(owner.reflow).toHaveBeenCalledOnce();
  });

  it('places every child first, then those alone that stand for another row', () => {
    const { layout, last } = make();
    layout.place({ ring: { from: 0, to: 4, origin: 0 }, heights, base: 0 });
    expect(last()).toEqual({
      range: { first: 0, last: 3, firstVisible: 0, lastVisible: 3 },
      tops: [
        [0, 0],
        [1, 10],
        [2, 20],
        [3, 30],
      ],
    });
    // Row 0 has left, row 4 has come: the first child is told as the first of the range.
    layout.place({ ring: { from: 1, to: 5, origin: 0 }, heights, base: 0 });
    expect(layout.first).toBe(1);
    expect(last()).toEqual({
      range: { first: 1, last: 4, firstVisible: 1, lastVisible: 4 },
      tops: [[1, 40]],
    });
  });

  it('counts from the base', () => {
    const { layout, last } = make();
    layout.place({ ring: { from: 7, to: 9, origin: 7 }, heights, base: 65 });
    expect(last().tops).toEqual([
      [7, 5],
      [8, 15],
    ]);
  });

  it('tells the same places once, and all of them again after a reset', () => {
    const { sink, layout, last } = make();
    const places = { ring: { from: 0, to: 2, origin: 0 }, heights, base: 0 };
    layout.place(places);
    layout.place(places);
    expect(sink).toHaveBeenCalledOnce();
    layout.reset();
    layout.place(places);
    expect(last().tops).toHaveLength(2);
  });

  it('has no range where there are no rows', () => {
    const { layout, last } = make();
    layout.place({ ring: { from: 0, to: 0, origin: 0 }, heights, base: 0 });
    expect(last()).toEqual({
      range: { first: -1, last: -1, firstVisible: -1, lastVisible: -1 },
      tops: [],
    });
  });
});
