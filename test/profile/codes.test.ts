import { expect, it } from 'vitest';
import { resolveCodes } from '../../src/profile/index.ts';
import { profileOf } from '../engine/build.ts';

const set = { system: 'ATC', include: ['N05A'] };
const without = profileOf({ diagnosis: {} });
const profile = { ...without, codes: { antipsykotika: set } };

it('a code set is found by its name, or is there already', () => {
  expect(resolveCodes(profile, 'antipsykotika')).toEqual([set]);
  expect(resolveCodes(without, set)).toEqual([set]);
  expect(resolveCodes(profile, [set, 'antipsykotika'])).toEqual([set, set]);
});

it.each([
  ['a profile without sets', without, 'antipsykotika'],
  ['another name', profile, 'demens'],
  ['a name that every object has', profile, 'constructor'],
])('%s: no set, and an error that says so', (_, asked, name) => {
  expect(() => resolveCodes(asked, name)).toThrow(
    new RangeError(`The profile has no code set "${name}".`),
  );
});
