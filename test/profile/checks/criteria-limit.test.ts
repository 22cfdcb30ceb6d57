import { expect, it } from 'vitest';
import { criteriaLimit } from '../../../src/profile/checks/criteria-limit.ts';
import { placesOf } from '../documents.ts';

const criteria = (length: number) => Array.from({ length }, () => ({ service: {} }));

it.each(['population', 'information', 'markers', 'indicators'])(
  'refuses more than 1,000 criteria, in %s',
  (part) => {
    const found = criteriaLimit.find({ [part]: { any: criteria(1001) } });
    expect(placesOf(found)).toEqual(['too-many-criteria /']);
    expect(found[0]?.details).toEqual({ most: 1000, found: 1001 });
    expect(criteriaLimit.find({ [part]: { any: criteria(1000) } })).toEqual([]);
  },
);

it('counts over all parts, and nothing outside them', () => {
  const document = { population: { any: criteria(600) }, markers: [{ when: criteria(401) }] };
  expect(criteriaLimit.find(document)).toHaveLength(1);
  expect(criteriaLimit.find({ references: criteria(1001), codes: criteria(1001) })).toEqual([]);
});
