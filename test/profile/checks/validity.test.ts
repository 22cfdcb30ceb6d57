import { expect, it } from 'vitest';
import { validity } from '../../../src/profile/checks/validity.ts';
import { placesOf } from '../documents.ts';

it('refuses days of validity of which the last is before the first', () => {
  const found = validity.find({ validFrom: '2026-02-02', validTo: '2026-02-01' });
  expect(placesOf(found)).toEqual(['valid-order /validTo']);
});

it.each([
  { validFrom: '2026-02-01', validTo: '2026-02-01' },
  { validFrom: '2026-02-01' },
  { validTo: '2026-02-01' },
  { validFrom: 7, validTo: 3 },
  {},
  null,
])('lets others pass: %j', (document) => {
  expect(validity.find(document)).toEqual([]);
});
