/** Hashes of definitions that came from elsewhere: texts that somebody else says, of which none is more than a text. */
import * as z from 'zod/mini';
import { text } from '../../adapter/reading.ts';
import type { Definition } from '../../profile/index.ts';

export { definitionsOf, type Definition } from '../../profile/index.ts';

const definition = z.object({
  id: text,
  version: text,
  hash: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
});

/** So many are read: a share has no more profiles. */
const most = 100;

/** Reads what a list says of definitions; what is none in it is passed over. Never throws. */
export function readDefinitions(given: unknown): readonly Definition[] {
  if (!Array.isArray(given)) return [];
  return given.slice(0, most).flatMap((each) => definition.safeParse(each).data ?? []);
}
