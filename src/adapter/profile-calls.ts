/** How an archive is asked what it holds, and what can be used of its answer. */
import * as z from 'zod/mini';
import { callAdapter, type CallOptions } from './call.ts';
import { junk } from './failure.ts';
import { requireWithin, resultsLimits } from './limits.ts';
import { anything, name } from './reading.ts';
import type { ProfileEntry, ProfileStore } from './types.ts';

/** What is asked of an entry where a profile in use is held against it. */
export type ListedVersion = Pick<ProfileEntry, 'id' | 'version' | 'status'>;

/**
 * Asks an archive for the versions that it has. An entry that cannot be read is left out: nothing is told by it.
 * @throws {AdapterFailure}
 */
export async function listProfiles(
  store: ProfileStore,
  options: CallOptions,
): Promise<readonly ListedVersion[]> {
  const { answer } = await callAdapter(
    'profiles',
    async (signal) => ({ answer: (await store.list(signal)) as unknown }),
    options,
  );
  requireWithin('profiles', answer, resultsLimits);
  const { data: entries } = z.array(anything).safeParse(answer);
  if (!entries) throw junk('profiles', answer);
  return entries.flatMap((entry) => {
    const { data } = entrySchema.safeParse(entry);
    return data ? [data as ListedVersion] : [];
  });
}

const entrySchema = z.object({
  id: name,
  version: z.string().check(z.regex(/^\d+\.\d+\.\d+(-[\dA-Za-z.-]+)?$/)),
  status: z.optional(z.enum(['draft', 'published', 'retired'])),
});
