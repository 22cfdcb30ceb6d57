import { expect, it } from 'vitest';
import { testPersons } from '../../../src/profile/checks/test-persons.ts';
import { placesOf } from '../documents.ts';

const found = (...tests: readonly unknown[]) => placesOf(testPersons.find({ about: { tests } }));

it.each([
  ['a CPR number', { patient: { cpr: '010141-9996' } }, '/patient/cpr'],
  ['a name', { patient: { name: 'Egon' } }, '/patient/name'],
  ['a CPR number in the title', { title: { da: 'Egon 0101419996' } }, '/title/da'],
  ['a CPR number in a record', { letters: [{ text: '010141-9996' }] }, '/letters/0/text'],
  ['a CPR number as a number', { results: [{ value: 2512489996 }] }, '/results/0/value'],
])('refuses what may be a real person: %s', (_, test, path) => {
  expect(found({}, test)).toEqual([`test-person /about/tests/1${path}`]);
});

it.each([{ title: { da: '9999999999' } }, { patient: { age: 70 } }, { patient: 7 }, 7, null])(
  'lets others pass: %j',
  (test) => {
    expect(found(test)).toEqual([]);
  },
);

it.each([null, {}, { about: 7 }, { about: { tests: {} } }])('finds none in %j', (document) => {
  expect(testPersons.find(document)).toEqual([]);
});
