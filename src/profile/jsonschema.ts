import * as z from 'zod/mini';
import { descriptions, profileSchema } from './schema.ts';

/** The profile format as a JSON Schema (draft 2020-12), so that an editor completes and checks a profile. */
export function profileJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(profileSchema, {
    target: 'draft-2020-12',
    metadata: descriptions,
    unrepresentable: 'any',
  });
  return {
    $id: 'https://overblik.invalid/profile-1.schema.json',
    title: 'Overblik profile, version 1',
    description: 'How a population is found, what we want to know about it, and why.',
    ...schema,
  };
}
