/** The schema of the protocol, and the messages that its documentation shows. */
import { readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { paramSchemas } from '../../../src/adapter/bridge/host-methods.ts';
import { bridgeJsonSchema } from '../../../src/adapter/bridge/json-schema.ts';
import {
  bridgeMethods,
  failureCodes,
  messageSchema,
  messageSchemas,
  type Message,
} from '../../../src/adapter/bridge/messages.ts';
import { cases } from '../../depth.ts';

const schema = bridgeJsonSchema();
const ajv = new Ajv2020({ strict: true, allErrors: true, strictTypes: false });
const validate = ajv.compile(schema);
const page = readFileSync('stories/docs/bridge.mdx', 'utf8');
const shown = [...page.matchAll(/^```json .*?\n(.*?)^```$/gms)].map(
  ([, text = '']) => JSON.parse(text) as Message,
);

describe('the messages that the page shows', () => {
  it('are some of each type', () => {
    expect([...new Set(shown.map(({ type }) => type))].sort()).toEqual(
      Object.keys(messageSchemas).sort(),
    );
  });

  it.each(shown.map((message) => [message.type, message] as const))('%s', (_, message) => {
    // Nothing is shown that is not of the message: what is not known is passed over, and would be here too.
    expect(messageSchema.parse(message)).toEqual(message);
    expect(validate(message), JSON.stringify(validate.errors)).toBe(true);
  });

  it('that ask are asked as the methods are, and the chunks of a call are one value', () => {
    const calls = shown.filter((each) => each.type === 'call');
    expect(calls.length).toBeGreaterThan(1);
    for (const { method, text } of calls) {
      const found = bridgeMethods.find((each) => each === method)!;
      expect(() => paramSchemas[found].parse(JSON.parse(text))).not.toThrow();
      expect(
        ajv.validate({ $ref: `${String(schema.$id)}#/$defs/${method}.params` }, JSON.parse(text)),
      ).toBe(true);
    }
    const chunks = shown.filter((each) => each.type === 'chunk');
    expect(() => JSON.parse(chunks.map(({ text }) => text).join('')) as unknown).not.toThrow();
    expect(chunks.map(({ seq, last }) => [seq, last])).toEqual([
      [1, false],
      [2, true],
    ]);
  });
});

it('the page names each method and each code', () => {
  for (const name of [...bridgeMethods, ...failureCodes])
    expect(page, name).toMatch(new RegExp(`^\\| \`${name.replace('.', '\\.')}\` `, 'm'));
});

it('schema and library take the same messages', () => {
  const changed = fc.tuple(
    fc.constantFrom(...shown),
    fc.constantFrom(
      'overblik',
      'type',
      'session',
      'page',
      'host',
      'id',
      'seq',
      'text',
      'last',
      'key',
    ),
    fc.oneof(
      fc.jsonValue({ maxDepth: 1 }),
      fc.constantFrom(undefined, 0, 1, -1, 1.5, 2 ** 53, 1e300, '', 'bridge'),
    ),
  );
  fc.assert(
    fc.property(changed, ([message, key, value]) => {
      const other = { ...message, [key]: value };
      // What JSON cannot say is not there.
      const written = JSON.parse(JSON.stringify(other)) as unknown;
      expect(validate(written)).toBe(messageSchema.safeParse(written).success);
    }),
    { numRuns: cases(400, 2000) },
  );
});
