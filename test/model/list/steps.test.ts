/** What sorting needs is made in steps, each of them small, and comes to the same as in one go. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { sortInSteps } from '../../../src/engine/index.ts';
import { rankInSteps, rankValues, type Value } from '../../../src/model/list/rows/sort.ts';

const collator = new Intl.Collator('da');

function finished<Result>(steps: Generator<void, Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

it('whatever is sorted, and however large the steps: as in one go, equals in their order', () => {
  const entry = fc.record({ key: fc.integer({ min: 0, max: 9 }), name: fc.nat() });
  fc.assert(
    fc.property(
      fc.array(entry, { maxLength: 60 }),
      fc.integer({ min: 1, max: 20 }),
      (list, step) => {
        const compare = (a: { key: number }, b: { key: number }) => a.key - b.key;
        expect(finished(sortInSteps(list, compare, step))).toEqual([...list].sort(compare));
      },
    ),
  );
});

it('whatever is ranked: as in one go', () => {
  const value: fc.Arbitrary<Value | undefined> = fc.oneof(
    fc.constantFrom(undefined, 'Åse', 'åse', 'Aase', 'Zoë', 'Ærø', 'ø', 'z', 3, 1),
    fc.string({ maxLength: 3 }),
  );
  fc.assert(
    fc.property(
      fc.array(value, { maxLength: 60 }),
      fc.integer({ min: 1, max: 20 }),
      (values, step) => {
        const ranked = finished(rankInSteps(values, collator.compare, step));
        expect(ranked).toEqual(rankValues(values, collator.compare));
      },
    ),
  );
});

it('in no step more texts are compared than fit, however many there are', () => {
  const step = 500;
  const most = [10_000, 40_000].map((count) => {
    const names = Array.from({ length: count }, (_, index) => `Navn ${(index * 7919) % count}`);
    let compared = 0;
    const compare = (a: string, b: string) => {
      compared++;
      return collator.compare(a, b);
    };
    let longest = 0;
    const steps = rankInSteps(names, compare, step);
    for (let done: boolean | undefined = false; !done;) {
      compared = 0;
      done = steps.next().done;
      longest = Math.max(longest, compared);
    }
    return longest;
  });
  // A piece is sorted with its length times its logarithm of comparisons at most.
  for (const each of most) expect(each).toBeLessThan(step * Math.log2(step) + 100);
});
