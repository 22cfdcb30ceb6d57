import { expect, it } from 'vitest';
import { flattenIssues } from '../../src/profile/shape.ts';

it.each([
  ['a rule without a name', { code: 'custom', path: ['id'], message: '' }],
  [
    'an issue that the format cannot have',
    { code: 'not_multiple_of', path: ['id'], divisor: 2, message: '' },
  ],
] as const)('%s is an invalid value', (_, issue) => {
  expect(flattenIssues([issue as never], { id: 1 })).toEqual([
    { path: ['id'], code: 'invalid', details: {} },
  ]);
});
