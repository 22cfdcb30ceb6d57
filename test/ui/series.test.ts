import { expect, it } from 'vitest';
import { shownPoints } from '../../src/ui/series.ts';

const series = (length: number) =>
  Array.from({ length }, (_, x) => ({ x, y: x === 70_000 ? 1000 : x === 3 ? -5 : (x * 7) % 11 }));

it('a few points are all drawn', () => {
  const points = series(400);
  expect(shownPoints(points)).toBe(points);
});

it('of many, so few that they can be drawn: the ends, and the highest and the lowest among them', () => {
  const points = series(200_000);
  const shown = shownPoints(points);
  expect(shown.length).toBeLessThanOrEqual(400);
  expect([shown[0], shown.at(-1)]).toEqual([points[0], points.at(-1)]);
  for (const at of [3, 70_000]) expect(shown).toContain(points[at]);
  expect(shown.map(({ x }) => x)).toEqual(shown.map(({ x }) => x).sort((a, b) => a - b));
});
