/** R11: the least and the most of the records that are apart, held against every choice of days (R4a). */
import { expect, it } from 'vitest';
import { Random } from '../../fixtures/clinic/random.ts';
import { leastApart, mostApart } from '../../src/engine/reference/apart.ts';
import type { Beginning } from '../../src/engine/reference/extent.ts';
import { read } from '../../src/engine/reference/windows.ts';
import { finish } from '../../src/engine/steps.ts';
import { onDay } from './random-arbitraries.ts';

/** First and last day that one may have. */
type Choice = readonly [first: number, last: number];

const beginningOf = ([first, last]: Choice): Beginning => ({
  from: onDay(first),
  fromLatest: onDay(last),
});
const upTo = (first: number, last: number) =>
  Array.from({ length: last - first + 1 }, (_, index) => first + index);

/** The size of the largest set of days that are apart, by trying all. */
function largest(days: readonly number[], apart: number, after = -Infinity): number {
  return Math.max(
    0,
    ...days.filter((day) => day >= after).map((day) => 1 + largest(days, apart, day + apart)),
  );
}

/** The sizes that there are, one for each choice of days. */
function sizesOf(choices: readonly Choice[], apart: number): readonly number[] {
  const worlds = choices.reduce<readonly (readonly number[])[]>(
    (made, [first, last]) => made.flatMap((days) => upTo(first, last).map((day) => [...days, day])),
    [[]],
  );
  return worlds.map((days) => largest(days, apart));
}

function draw(random: Random, open: number) {
  const known = Array.from({ length: random.whole(0, 5) }, (): Choice => {
    const day = random.whole(0, 24);
    return [day, day];
  });
  const partial = Array.from({ length: open }, (): Choice => {
    const day = random.whole(0, 20);
    return [day, day + random.whole(1, open === 1 ? 20 : 6)];
  });
  const choices = random.chance(0.5) ? [...known, ...partial] : [...partial, ...known];
  return { choices, apart: random.whole(1, 9) };
}

it.each([0, 1, 2])('with %i whose day is not known', (open) => {
  const random = new Random(`apart ${open}`);
  let isTight = 0;
  for (let round = 0; round < 300; round++) {
    const { choices, apart } = draw(random, open);
    const sizes = sizesOf(choices, apart);
    const beginnings = choices.map(beginningOf);
    const period = read(`P${apart}D`);
    const name = JSON.stringify({ choices, apart });
    expect(finish(leastApart(beginnings, period)), name).toBe(Math.min(...sizes));
    const [most, said] = [Math.max(...sizes), finish(mostApart(beginnings, period))];
    if (open < 2) expect(said, name).toBe(most);
    else expect(said, name).toBeGreaterThanOrEqual(most);
    if (said === most) isTight++;
  }
  expect(isTight).toBeGreaterThan(150);
});

it('at the calendar’s end nothing is later', () => {
  const end = { from: '9999-12-31', fromLatest: '9999-12-31' };
  const before = { from: '9999-12-01', fromLatest: '9999-12-01' };
  expect(finish(leastApart([end, end], read('P1Y')))).toBe(1);
  expect(finish(mostApart([end, { ...before, fromLatest: '9999-12-31' }], read('P1D')))).toBe(2);
  expect(finish(leastApart([before, end], read('P1Y')))).toBe(2);
});
