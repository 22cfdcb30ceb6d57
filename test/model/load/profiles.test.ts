/** What a host gives for profiles is read within bounds, whatever it is. */
import { expect, it } from 'vitest';
import { demens } from '../../../fixtures/profiles/index.ts';
import { ProfileShelf } from '../../../src/model/index.ts';

const codesOf = (given: unknown) =>
  new ProfileShelf()
    .check(given)
    .map((checked) => (checked.ok ? checked.profile.id : checked.errors.map(({ code }) => code)));

it('what is larger than any profile is not written out to be compared', () => {
  let written = 0;
  let shared: object = {
    toJSON: () => {
      written++;
      return {};
    },
  };
  for (let level = 0; level < 18; level++) shared = { all: [shared, shared] };
  expect(codesOf([shared, demens])).toEqual([['too-many'], 'dk.demens']);
  expect(written).toBe(0);
});

it('a circle, and what throws, is no profile', () => {
  const circle: Record<string, unknown> = {};
  circle.circle = circle;
  const throwing = Object.defineProperty({}, 'id', {
    get: () => {
      throw new Error('no');
    },
    enumerable: true,
  });
  expect(codesOf([circle, throwing])).toEqual([['not-json'], ['not-json']]);
});

it('a list that claims a thousand million profiles: those that are first, and that there are more', () => {
  const claiming = Object.assign(Array<unknown>(1e9), { 0: demens });
  const checked = codesOf(claiming);
  expect(checked).toHaveLength(1001);
  expect([checked[0], checked[1000]]).toEqual(['dk.demens', ['too-many-profiles']]);
});

it('the same documents in a new list are the same outcomes', () => {
  const shelf = new ProfileShelf();
  const [first] = shelf.check([structuredClone(demens)]);
  expect(shelf.check([structuredClone(demens), 7])[0]).toBe(first);
});
