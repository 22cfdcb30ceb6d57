import * as z from 'zod/mini';
import { profileSchema } from './schema.ts';
import { descriptions } from './schema/descriptions.ts';

/** Makes the profile format as a JSON Schema (draft 2020-12), so that an editor completes and checks a profile. */
export function profileJsonSchema(): Record<string, unknown> {
  return {
    $id: 'https://overblik.invalid/profile-1.schema.json',
    ...z.toJSONSchema(profileSchema, { metadata: descriptions, io: 'input' }),
  };
}
