/**
 * The protocol's messages, and what each method is asked with, as a JSON Schema (draft 2020-12): for whoever writes the
 * host half in another language. No page needs it: it is written into a file when the library is built.
 */
import * as z from 'zod/mini';
import { bridgeMethods, messageSchema, messageSchemas } from './messages.ts';
import { paramSchemas } from './host-methods.ts';

interface Overridden {
  readonly zodSchema: z.core.$ZodType;
  readonly jsonSchema: Record<string, unknown>;
}

/** Makes the schema. A document is one message; each is in `$defs` by its type, and what a method is asked with as `describe.params`. */
export function bridgeJsonSchema(): Record<string, unknown> {
  const options = {
    ...({ io: 'input', unrepresentable: 'any' } as const),
    override({ zodSchema, jsonSchema }: Overridden) {
      // What is passed on as it is.
      if (zodSchema._zod.def.type === 'custom') jsonSchema.type = 'object';
      delete jsonSchema.default;
    },
  };
  const write = (schema: z.ZodMiniType) => {
    const { $schema: _, ...written } = z.toJSONSchema(schema, options);
    return written;
  };
  const { $schema } = z.toJSONSchema(messageSchema, options);
  const types = Object.keys(messageSchemas) as (keyof typeof messageSchemas)[];
  return {
    $schema,
    $id: 'https://overblik.invalid/bridge-1.schema.json',
    title: 'Overblik: a message between a page and its host, version 1',
    description:
      'Keys that it does not know are passed over. The page "Bridge" says what each message means, and in which order they come.',
    oneOf: types.map((type) => ({ $ref: `#/$defs/${type}` })),
    $defs: {
      ...Object.fromEntries(types.map((type) => [type, write(messageSchemas[type])])),
      ...Object.fromEntries(
        bridgeMethods.map((method) => [`${method}.params`, write(paramSchemas[method])]),
      ),
    },
  };
}
