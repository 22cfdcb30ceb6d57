import * as z from 'zod/mini';
import { compareVersions, newestPublished } from '../profile/versions.ts';
import { pause } from './pause.ts';
import type { ProfileEntry, ProfileStore } from './types.ts';

/**
 * Makes an archive over profile documents in memory. A document without id, version and Danish title cannot
 * be listed and is left out; for the rest of it, the library's own check is the judge.
 *
 * @param delay Milliseconds before each answer.
 */
export function memoryProfiles(documents: readonly unknown[], delay = 0): ProfileStore {
  const entries = documents.filter(isEntry);
  return {
    async list(signal) {
      await pause(delay, signal);
      return entries.map(({ id, version, title, status }) => ({
        id,
        version,
        title,
        ...(status ? { status } : {}),
      }));
    },
    async load(id, version, signal) {
      await pause(delay, signal);
      const versions = entries.filter((each) => each.id === id);
      const found =
        version === undefined
          ? newest(versions)
          : versions.find((each) => each.version === version);
      if (!found) throw new RangeError('No such profile.');
      return found;
    },
  };
}

/** Finds the newest version in force; only where none is, the newest draft or retired one. */
function newest(versions: readonly ProfileEntry[]): ProfileEntry | undefined {
  return (
    newestPublished(versions) ??
    [...versions].sort((a, b) => compareVersions(b.version, a.version))[0]
  );
}

function isEntry(document: unknown): document is ProfileEntry {
  return entrySchema.safeParse(document).success;
}

const entrySchema = z.object({
  id: z.string(),
  version: z.string(),
  title: z.object({ da: z.string() }),
});
