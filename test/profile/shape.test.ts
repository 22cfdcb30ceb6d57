import { expect, it } from 'vitest';
import { checkShape } from '../../src/profile/shape.ts';

it.each([
  ['a text', [], 'string'],
  ['a number', '1', 'number'],
])('what is not %s breaks no other rule', (_, value, expected) => {
  const document =
    expected === 'string'
      ? { id: value }
      : { population: { include: { atLeast: value, of: [{ all: [] }] } } };
  expect(checkShape(document)).toContainEqual(
    expect.objectContaining({ code: 'wrong-type', details: { expected } }),
  );
  expect(checkShape(document).filter(({ code }) => code === 'too-low' || code === 'name')).toEqual(
    [],
  );
});

it('a prototype for a key is a key that the format does not know', () => {
  const query: unknown = JSON.parse('{"population":{"include":{"diagnosis":{"__proto__":1}}}}');
  expect(checkShape(query)).toContainEqual(
    expect.objectContaining({
      path: ['population', 'include', 'diagnosis', '__proto__'],
      code: 'unknown-key',
    }),
  );
});
