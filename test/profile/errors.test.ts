import { expect, it } from 'vitest';
import { explain } from '../../src/profile/errors.ts';

it.each(['unheard-of', 'constructor'])(
  'the error %s has no words of its own: general ones',
  (code) => {
    expect(explain({ path: '', code, details: {} })).toEqual({
      path: '',
      code,
      message: { da: 'Værdien kan ikke bruges.', en: 'The value cannot be used.' },
      fix: {
        da: 'Se formatets beskrivelse (profile.schema.json).',
        en: 'See the format’s description (profile.schema.json).',
      },
    });
  },
);

it('a kind of value without words is something else', () => {
  expect(
    explain({ path: '', code: 'wrong-type', details: { expected: 'symbol' } }).message.en,
  ).toBe('Here must be something else.');
});
