import { expect, it } from 'vitest';
import { duplicateIds } from '../../../src/profile/checks/duplicate-ids.ts';
import { placesOf } from '../documents.ts';

const entries = (...ids: unknown[]) => ids.map((id) => ({ id }));

it.each(['information', 'markers', 'indicators'])(
  'refuses an id that is used twice in %s',
  (list) => {
    const found = duplicateIds.find({ [list]: entries('a', 'b', 'a', 'a') });
    expect(placesOf(found)).toEqual([`duplicate-id /${list}/2/id`, `duplicate-id /${list}/3/id`]);
    expect(found[1]?.details).toEqual({ id: 'a', first: `/${list}/0` });
  },
);

it('lets an id be used in two lists, and leaves out what is no id', () => {
  expect(duplicateIds.find({ information: entries('a'), markers: entries('a') })).toEqual([]);
  expect(duplicateIds.find({ information: entries(1, 1, undefined, undefined) })).toEqual([]);
  expect(duplicateIds.find({ information: [null, null], markers: 'aa' })).toEqual([]);
});
