/** Where drafts are kept: the host's own storage, with revisions; a memory one for tests and demos. */
import * as z from 'zod/mini';
import { pause } from '../../adapter/pause.ts';
import { plainText } from '../../json/plain-text.ts';
import { isObject } from '../../json/values.ts';

/** A draft in a list. */
export interface DraftEntry {
  /** Names the draft among others; the profile's own id may change while it is written. */
  readonly id: string;
  /** Counts the saves. */
  readonly revision: number;
  readonly title: string;
  /** Id of the profile that it is a draft of, as far as it is written. */
  readonly profileId?: string;
  readonly version?: string;
  /** Who saved it last, as the host knows. */
  readonly by?: string;
  /** When, as ISO 8601. */
  readonly at?: string;
}

/** A draft as it is kept. */
export interface StoredDraft extends DraftEntry {
  /** The document, valid or not; JSON text, where that cannot be read: what is half written is kept too. */
  readonly document: unknown;
}

/**
 * Keeps drafts. The host supplies it; who may read which drafts is the host's to say. Every call may reject: it is told,
 * and what is written stays in the editor.
 */
export interface DraftStore {
  list(signal: AbortSignal): Promise<readonly DraftEntry[]>;
  load(id: string, signal: AbortSignal): Promise<StoredDraft>;
  /** Saves against `draft.revision`, 0 for a new one; answers the stored draft, or the one that stands in the way. */
  save(
    draft: StoredDraft,
    signal: AbortSignal,
  ): Promise<
    | { readonly saved: true; readonly draft: StoredDraft }
    | { readonly saved: false; readonly conflict: StoredDraft }
  >;
  /** Removes a draft that is still as it was at the revision. */
  remove(
    id: string,
    revision: number,
    signal: AbortSignal,
  ): Promise<
    { readonly removed: true } | { readonly removed: false; readonly conflict: StoredDraft }
  >;
}

/**
 * Keeps drafts in memory, with revisions: a save against another revision than the stored one changes nothing and is
 * answered with the stored draft. Copies what goes in and out, as over a wire.
 *
 * @param earlier Drafts that are stored from the start.
 * @param delay Milliseconds before each answer.
 */
export function memoryDrafts(earlier: readonly StoredDraft[] = [], delay = 0): DraftStore {
  const drafts = new Map(earlier.map((draft) => [draft.id, structuredClone(draft)]));
  return {
    async list(signal) {
      await pause(delay, signal);
      return [...drafts.values()].map(({ document: _, ...entry }) => structuredClone(entry));
    },
    async load(id, signal) {
      await pause(delay, signal);
      const draft = drafts.get(id);
      if (!draft) throw new RangeError('There is no such draft.');
      return structuredClone(draft);
    },
    async save(draft, signal) {
      const next = { ...structuredClone(draft), revision: draft.revision + 1 };
      await pause(delay, signal);
      const stored = drafts.get(draft.id);
      if (stored && stored.revision !== draft.revision)
        return { saved: false, conflict: structuredClone(stored) };
      drafts.set(next.id, next);
      return { saved: true, draft: structuredClone(next) };
    },
    async remove(id, revision, signal) {
      await pause(delay, signal);
      const stored = drafts.get(id);
      if (stored && stored.revision !== revision)
        return { removed: false, conflict: structuredClone(stored) };
      drafts.delete(id);
      return { removed: true };
    },
  };
}

const text = z.pipe(z.string().check(z.maxLength(2000)), z.transform(plainText));
const entry = {
  id: z.string().check(z.minLength(1), z.maxLength(500)),
  revision: z.int().check(z.minimum(0)),
  title: text,
  profileId: z.optional(text),
  version: z.optional(text),
  by: z.optional(text),
  at: z.optional(text),
};
const draftEntry = z.object(entry);
const storedDraft = z.object({ ...entry, document: z.unknown() });

/** Reads an entry that a store answered; undefined of what is none. */
export function readEntry(answer: unknown): DraftEntry | undefined {
  const { data } = draftEntry.safeParse(answer);
  return data as DraftEntry | undefined;
}

/** Reads a draft that a store answered; undefined of what is none. */
export function readDraft(answer: unknown): StoredDraft | undefined {
  const { data } = storedDraft.safeParse(answer);
  return isObject(answer) && data ? (data as StoredDraft) : undefined;
}
