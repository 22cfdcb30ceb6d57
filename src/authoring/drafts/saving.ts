/** Keeps a profile under way in the host's store: saved after a pause of writing, with everything that can go wrong told. */
import { callAdapter, junk, type AdapterFailure } from '../../adapter/index.ts';
import { isObject } from '../../json/values.ts';
import { StateStore, type Store } from '../../model/index.ts';
import type { ProfileDraft } from '../editing/draft.ts';
import { readDraft, type DraftStore, type StoredDraft } from './store.ts';

export interface SavingState {
  /**
   * `none`: there is no store. `saved`: all that is written is kept. `waiting`: a change is to be saved in a moment.
   * `failed`: it could not be saved, and is tried again with the next change, or when it is asked for. `conflict`:
   * somebody else saved the draft meanwhile; nothing is saved until one is chosen.
   */
  readonly phase: 'none' | 'saved' | 'waiting' | 'saving' | 'failed' | 'conflict';
  /** What is stored in the place of what would be saved. */
  readonly conflict: StoredDraft | undefined;
}

export interface SavingOptions {
  /** Milliseconds after the last change before it is saved. */
  readonly pause?: number;
  /** Longest wait for the store's answer, in milliseconds. */
  readonly deadline?: number;
  /** Is given what failed, with what was thrown. */
  readonly onFailure?: ((failure: AdapterFailure) => void) | undefined;
}

/** Where a draft is kept. */
export interface DraftPlace {
  readonly store: DraftStore;
  readonly id: string;
  /** Of the draft as it was loaded; 0 of one that is not stored yet. */
  readonly revision: number;
}

export class DraftSaving implements Store<SavingState> {
  readonly #state: StateStore<SavingState>;
  readonly #pause: number;
  readonly #deadline: number;
  readonly #onFailure: ((failure: AdapterFailure) => void) | undefined;
  readonly #unsubscribe: () => void;
  #place: DraftPlace;
  /** The version of the draft that is kept, or is on its way there. */
  #kept: number;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #running: Promise<void> | undefined;
  #isOver = false;

  constructor(
    private readonly draft: ProfileDraft,
    place: DraftPlace,
    { pause = 800, deadline = 20_000, onFailure }: SavingOptions = {},
  ) {
    this.#place = place;
    this.#pause = pause;
    this.#deadline = deadline;
    this.#onFailure = onFailure;
    this.#kept = draft.state.revision;
    this.#state = new StateStore<SavingState>({ phase: 'saved', conflict: undefined });
    this.#unsubscribe = draft.subscribe(() => this.#changed());
  }

  get state(): SavingState {
    return this.#state.state;
  }

  get id(): string {
    return this.#place.id;
  }

  /** Whether anything would be lost with the page. */
  get isUnsaved(): boolean {
    return this.state.phase !== 'saved';
  }

  subscribe(listener: () => void): () => void {
    return this.#state.subscribe(listener);
  }

  /** Saves what is not saved, without a pause; resolves when it is, or could not be. Never rejects. */
  async save(): Promise<void> {
    clearTimeout(this.#timer);
    if (this.state.phase === 'conflict') return;
    this.#running ??= this.#run();
    await this.#running;
  }

  /** Of a conflict: takes what is stored. What was written here is there by undo. */
  takeStored(what: Parameters<ProfileDraft['replace']>[1]): void {
    const { conflict } = this.state;
    if (!conflict) return;
    this.#place = { ...this.#place, revision: conflict.revision };
    this.#state.set({ phase: 'saved', conflict: undefined }, undefined);
    // What it is replaced by is what is stored.
    this.#kept = this.draft.state.revision + 1;
    this.draft.replace(conflict.document, what);
  }

  /** Of a conflict: saves what is written here in the place of what is stored. */
  async overwrite(): Promise<void> {
    const { conflict } = this.state;
    if (!conflict) return;
    this.#place = { ...this.#place, revision: conflict.revision };
    this.#state.set({ phase: 'waiting', conflict: undefined }, undefined);
    await this.save();
  }

  /** Of a conflict: saves what is written here as another draft, and leaves what is stored as it is. */
  async saveAs(id: string): Promise<void> {
    this.#place = { ...this.#place, id, revision: 0 };
    this.#state.set({ phase: 'waiting', conflict: undefined }, undefined);
    await this.save();
  }

  /** Saves what is not saved yet, and follows the draft no longer. */
  async end(): Promise<void> {
    this.#unsubscribe();
    if (this.isUnsaved) await this.save();
    this.#isOver = true;
  }

  #changed(): void {
    if (this.draft.state.revision === this.#kept || this.#isOver) return;
    if (this.state.phase === 'conflict') return;
    if (this.state.phase !== 'saving')
      this.#state.setChanged({ phase: 'waiting', conflict: undefined }, undefined);
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => void this.save(), this.#pause);
  }

  /** Saves until what is written is what is kept. */
  async #run(): Promise<void> {
    try {
      while (this.draft.state.revision !== this.#kept || this.state.phase === 'waiting')
        if (!(await this.#saveOnce())) return;
    } finally {
      this.#running = undefined;
    }
  }

  async #saveOnce(): Promise<boolean> {
    const { revision } = this.draft.state;
    this.#state.set({ phase: 'saving', conflict: undefined }, undefined);
    try {
      const sent = entryOf(this.draft, this.#place);
      const { saved, draft } = await this.#ask(sent);
      if (!saved) {
        this.#state.set({ phase: 'conflict', conflict: draft }, undefined);
        return false;
      }
      this.#place = { ...this.#place, revision: draft.revision };
      this.#kept = revision;
      const isAll = this.draft.state.revision === revision;
      this.#state.set({ phase: isAll ? 'saved' : 'waiting' }, undefined);
      return true;
    } catch {
      this.#state.set({ phase: 'failed' }, undefined);
      return false;
    }
  }

  async #ask(sent: StoredDraft): Promise<{ readonly saved: boolean; readonly draft: StoredDraft }> {
    const { store } = this.#place;
    const answer: unknown = await callAdapter('drafts', (signal) => store.save(sent, signal), {
      deadline: this.#deadline,
      onFailure: this.#onFailure,
    });
    if (isObject(answer)) {
      const draft = readDraft(answer['saved'] === true ? answer['draft'] : answer['conflict']);
      if (draft) return { saved: answer['saved'] === true, draft };
    }
    const failure = junk('drafts', answer);
    this.#onFailure?.(failure);
    throw failure;
  }
}

/** A draft as it is stored: a text that cannot be read, as it is written. */
function entryOf({ state }: ProfileDraft, { id, revision }: DraftPlace): StoredDraft {
  const { document, text } = state;
  const { title, id: profileId, version } = document;
  const named = isObject(title) ? (title['da'] ?? title['en']) : undefined;
  return {
    id,
    revision,
    title: typeof named === 'string' ? named : '',
    ...(typeof profileId === 'string' ? { profileId } : {}),
    ...(typeof version === 'string' ? { version } : {}),
    document: text ? text.text : document,
  };
}
