/** The drafts that a host keeps: which there are, and one of them to go on with. */
import { callAdapter, junk, type AdapterFailure } from '../../adapter/index.ts';
import {
  readDraft,
  readEntry,
  type DraftEntry,
  type DraftStore,
  type StoredDraft,
} from './store.ts';

export interface ShelfOptions {
  readonly deadline?: number;
  readonly signal?: AbortSignal;
  readonly onFailure?: ((failure: AdapterFailure) => void) | undefined;
}

/** What a store lists. What cannot be read of it is counted. */
export interface DraftList {
  readonly drafts: readonly DraftEntry[];
  readonly unreadable: number;
}

const usualDeadline = 20_000;

/**
 * Lists the drafts, the newest first as far as they say when they were saved.
 * @throws {AdapterFailure}
 */
export async function listDrafts(
  store: DraftStore,
  options: ShelfOptions = {},
): Promise<DraftList> {
  const answer: unknown = await call((signal) => store.list(signal), options);
  if (!Array.isArray(answer)) throw junk('drafts', answer);
  const read = answer.map(readEntry);
  const drafts = read.filter((each) => each !== undefined);
  const newest = drafts.toSorted((a, b) => compare(b.at ?? '', a.at ?? ''));
  return { drafts: newest, unreadable: read.length - drafts.length };
}

/**
 * Loads a draft.
 * @throws {AdapterFailure}
 */
export async function loadDraft(
  store: DraftStore,
  id: string,
  options: ShelfOptions = {},
): Promise<StoredDraft> {
  const answer: unknown = await call((signal) => store.load(id, signal), options);
  const draft = readDraft(answer);
  if (!draft) throw junk('drafts', answer);
  return draft;
}

/**
 * Removes a draft. Answers whether it is gone: another revision than the one that was seen stays.
 * @throws {AdapterFailure}
 */
export async function removeDraft(
  store: DraftStore,
  { id, revision }: DraftEntry,
  options: ShelfOptions = {},
): Promise<boolean> {
  const answer = await call((signal) => store.remove(id, revision, signal), options);
  return (answer as { readonly removed?: unknown } | undefined)?.removed === true;
}

function call<Answer>(
  run: (signal: AbortSignal) => Promise<Answer>,
  { deadline = usualDeadline, signal, onFailure }: ShelfOptions,
): Promise<Answer> {
  return callAdapter('drafts', run, { deadline, onFailure, ...(signal ? { signal } : {}) });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
