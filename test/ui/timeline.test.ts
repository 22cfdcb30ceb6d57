import { describe, expect, it } from 'vitest';
import { drawnBars, rounded, type TimelineBar } from '../../src/ui/timeline.ts';

const days = (count: number, every: number): readonly TimelineBar[] =>
  Array.from({ length: count }, (_, index) => ({ from: index * every, to: index * every + 1 }));

describe('bars of a timeline', () => {
  it('few are drawn as they are', () => {
    const bars = days(400, 2);
    expect(drawnBars(bars, 11)).toBe(bars);
  });

  it('of many those between which no pause is seen are one, and nothing that they cover is lost', () => {
    const bars = [...days(1000, 2), { from: 5000, to: 6000 }, { from: 5500, to: 5600 }];
    expect(drawnBars([...bars].reverse(), 11)).toEqual([
      { from: 0, to: 1999 },
      { from: 5000, to: 6000 },
    ]);
  });

  it('a pause that is seen stays one', () => {
    expect(drawnBars(days(1000, 20), 11)).toHaveLength(1000);
    expect(drawnBars(days(1000, 12), 11)).toHaveLength(1);
  });
});

it('a bar of any width is a path that browsers read: nothing less than nothing is in it', () => {
  for (let width = 0.6; width < 1.2; width += 0.0001) expect(rounded(3, width)).not.toContain('--');
});
