import { expect, it } from 'vitest';
import { boundsUnits } from '../../../src/profile/checks/bounds-units.ts';
import { placesOf } from '../documents.ts';

const find = (value: unknown) => boundsUnits.find({ result: { value } }, ['when'], {});

it.each([
  [{ above: 5 }],
  [{ atLeast: 5 }],
  [{ below: 5 }],
  [{ atMost: 5 }],
  [{ above: 5, unit: ' \u200b ' }],
])('R14 refuses bounds without a unit: %j', (value) => {
  expect(placesOf(find(value))).toEqual(['unit-missing /when/result/value']);
  expect(placesOf(boundsUnits.find({ change: { value } }, ['when'], {}))).toEqual([
    'unit-missing /when/change/value',
  ]);
});

it.each([
  [{ above: 5, unit: 'mmol/L' }],
  [{ above: 5, unit: '1' }],
  [{ text: ['positiv'] }],
  [undefined],
  [{}],
  [{ above: '5' }],
  // Of a wrong type: the schema’s to tell.
  [{ above: 5, unit: 7 }],
])('lets %j pass', (value) => {
  expect(find(value)).toEqual([]);
});

it('asks nothing of other criteria', () => {
  expect(boundsUnits.find({ service: { value: { above: 5 } } }, [], {})).toEqual([]);
});
