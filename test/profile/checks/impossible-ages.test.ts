import { expect, it } from 'vitest';
import { impossibleAges } from '../../../src/profile/checks/impossible-ages.ts';
import { placesOf } from '../documents.ts';

const age = (range: object) => ({ patient: { age: range } });
const find = (...all: unknown[]) => impossibleAges.find({ all }, ['population', 'include'], {});

it('refuses an age that is at least one number and at most a smaller one', () => {
  const found = find(age({ min: 70 }), { service: {} }, age({ max: 60 }));
  expect(placesOf(found)).toEqual(['ages-apart /population/include/all/2/patient/age']);
  expect(found[0]?.details).toEqual({ min: 70, max: 60 });
});

it('refuses periods that are apart, whichever unit they are in', () => {
  expect(find(age({ min: 2 }), age({ max: 'P11M' }))).toHaveLength(1);
  expect(find(age({ min: 'P10M' }), age({ max: 'P5M' }))).toHaveLength(1);
});

it('looks into an `all` within', () => {
  expect(placesOf(find({ all: [age({ max: 60 })] }, age({ min: 61, max: 80 })))).toEqual([
    'ages-apart /population/include/all/1/patient/age',
  ]);
});

it('tells the first two that are apart', () => {
  const found = find(
    age({ max: 50 }),
    age({ min: 65, max: 60 }),
    age({ min: 55 }),
    age({ max: 9 }),
  );
  expect(placesOf(found)).toEqual(['ages-apart /population/include/all/1/patient/age']);
  expect(found[0]?.details).toEqual({ min: 65, max: 50 });
});

it.each([
  [[age({ min: 60 }), age({ max: 60 })]],
  [[age({ min: 60 }), age({ min: 70 })]],
  [[age({ min: 'P12M' }), age({ max: 1 })]],
  [[age({ min: 1 }), age({ max: 'P12M' })]],
  [[age({ min: 70, on: '-P20Y' }), age({ max: 60 })]],
  [[age({ min: 70 }), age({ max: 60, on: '2000-01-01' })]],
  [[age({ min: 70 }), { any: [age({ max: 60 }), { service: {} }] }]],
  [[age({ min: 70 }), { not: age({ max: 60 }) }]],
  // Within one range the schema tells it.
  [[age({ min: 70, max: 60 })]],
  [[age({ min: '70' }), age({ max: 60 })]],
  [[null, 7]],
])('lets %j pass', (all) => {
  expect(find(...all)).toEqual([]);
});

it('an `any` may ask for both', () => {
  expect(impossibleAges.find({ any: [age({ min: 70 }), age({ max: 60 })] }, [], {})).toEqual([]);
});
