/** A profile under way: the document as its author has written it, valid or not, what is wrong with it, and the way back. */
import { JsonPlaces, type Place } from '../../json/places.ts';
import { withPlainTexts } from '../../json/plain-text.ts';
import { withPartsOf } from '../../json/same-parts.ts';
import { isObject, type JsonObject } from '../../json/values.ts';
import type { Store } from '../../model/index.ts';
import {
  parseProfile,
  textOfDocument,
  type LocalText,
  type Profile,
  type ProfileError,
  type ProfileWarning,
} from '../../profile/index.ts';
import { parseProfileAfter } from '../../profile/parse.ts';
import { readDocument } from '../../profile/read-document.ts';
import { readableProfile, type ReadableProfile } from '../../profile/readable.ts';
import { applyFix } from '../review/patch.ts';
import type { PatchStep } from '../review/types.ts';
import { History } from './history.ts';

/** JSON text that cannot be read as an object, as far as it is written. */
export interface UnreadText {
  readonly text: string;
  /** Why, in words. */
  readonly error: ProfileError;
  /** Where it stops being JSON; undefined of what is JSON, and no profile's document. */
  readonly place: Place | undefined;
}

/** What a draft says of itself. It is replaced whole with each change, never mutated. */
export interface DraftState {
  /** The last document that could be read: an object. */
  readonly document: JsonObject;
  /** The profile where the document is valid: frozen, and the parts that no edit touched are the same objects as before. */
  readonly profile: Profile | undefined;
  /** What can be shown of a document that is no valid profile; worked out when it is asked for. */
  readonly readable: ReadableProfile;
  /** What is wrong with the document; with a text that cannot be read, why it cannot, first. */
  readonly errors: readonly ProfileError[];
  readonly warnings: readonly ProfileWarning[];
  /** JSON text under way that cannot be read: the document is what stood before it. */
  readonly text: UnreadText | undefined;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly undoWhat: LocalText | undefined;
  readonly redoWhat: LocalText | undefined;
  /** JSON Pointer of what the last change is about, where it was told. */
  readonly select: string | undefined;
  /** Counts the changes. */
  readonly revision: number;
}

/** How an edit is told and joined. */
export interface EditOptions {
  /** Edits in a row with the same key are undone together: the keystrokes in one field. */
  readonly merge?: string | undefined;
  /** JSON Pointer of what to look at afterwards. */
  readonly select?: string | undefined;
  /** JSON Pointer of what to look at when it is undone. */
  readonly selectBefore?: string | undefined;
}

interface Version {
  readonly document: JsonObject;
  readonly text?: UnreadText;
}

/**
 * A profile under way. Every change is a step that can be undone, without end. Never throws on what a document holds;
 * never mutates one.
 */
export class ProfileDraft implements Store<DraftState> {
  readonly #listeners = new Set<() => void>();
  readonly #history: History<Version>;
  #state: DraftState;
  /** The last valid one: most of the next is equal to it. */
  #valid: Profile | undefined;

  /** @param document JSON text, or a value as `JSON.parse` gives. */
  constructor(document: unknown) {
    const version = versionOf(document, {});
    this.#history = new History(version);
    this.#state = this.#stateOf(version, undefined, 0);
  }

  get state(): DraftState {
    return this.#state;
  }

  subscribe(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * Changes the document by the steps of a JSON Patch, as one step of undo. Steps after which it is as it was do
   * nothing.
   *
   * @param what What is done, as it is said of undoing it: *Flyt kriterium*.
   * @throws {RangeError} of a place that is not there.
   */
  edit(steps: readonly PatchStep[], what: LocalText, options: EditOptions = {}): void {
    const { document } = this.#state;
    const changed = withPlainTexts(applyFix(document, steps));
    if (changed === document && !this.#state.text) return;
    this.#push({ document: asObject(changed) }, what, options);
  }

  /** Takes the text of the JSON pane. One that cannot be read is kept, and its error told. */
  setText(text: string, what: LocalText, options: EditOptions = {}): void {
    this.#push(versionOf(text, this.#state.document), what, options);
  }

  /** Puts another document in the place of this one, as one step of undo. */
  replace(document: unknown, what: LocalText): void {
    this.settle();
    this.#push(versionOf(document, this.#state.document), what, { select: '' });
  }

  /** Ends what may be joined with a further edit: a field is left. */
  settle(): void {
    this.#history.settle();
  }

  undo(): void {
    const step = this.#history.undo();
    if (step) this.#show(step.selectBefore ?? step.select);
  }

  redo(): void {
    const step = this.#history.redo();
    if (step) this.#show(step.select);
  }

  #push(version: Version, what: LocalText, options: EditOptions): void {
    this.#history.push(version, what, options);
    this.#show(options.select);
  }

  #show(select: string | undefined): void {
    this.#state = this.#stateOf(this.#history.now, select, this.#state.revision + 1);
    for (const listener of [...this.#listeners]) listener();
  }

  #stateOf(version: Version, select: string | undefined, revision: number): DraftState {
    const { document, text } = version;
    const { toUndo, toRedo } = this.#history;
    const outcome = parseProfileAfter(this.#valid, document);
    if (outcome.ok) this.#valid = outcome.profile;
    const wrong = outcome.ok ? [] : outcome.errors;
    let readable: ReadableProfile | undefined;
    return {
      document,
      profile: outcome.ok ? outcome.profile : undefined,
      get readable() {
        return (readable ??= outcome.ok
          ? { profile: outcome.profile, faults: new Map(), places: {} }
          : readableProfile(document));
      },
      errors: text ? [text.error, ...wrong] : wrong,
      warnings: outcome.warnings,
      text,
      canUndo: toUndo !== undefined,
      canRedo: toRedo !== undefined,
      undoWhat: toUndo,
      redoWhat: toRedo,
      select,
      revision,
    };
  }
}

/** The document as JSON text, as the pane shows it and a file holds it. */
export function draftText({ document, text }: Pick<DraftState, 'document' | 'text'>): string {
  return text?.text ?? `${JSON.stringify(document, null, 2)}\n`;
}

/** Reads a document; of one that cannot be read the text is kept, and the document before it. */
function versionOf(given: unknown, before: JsonObject): Version {
  const written = textOfDocument(given);
  const read = readDocument(given, written);
  if ('json' in read && isObject(read.json))
    return { document: frozen(withPartsOf(before, read.json)) };
  const outcome = parseProfile(given);
  if (outcome.ok) return { document: { ...outcome.profile } };
  const text = typeof written === 'string' ? written : '';
  const place = new JsonPlaces(text).broken;
  return { document: before, text: { text, error: outcome.errors[0], place } };
}

function asObject(value: unknown): JsonObject {
  if (!isObject(value)) throw new RangeError('A draft’s document is an object.');
  return frozen(value);
}

/** Parts that are frozen already are as they were. */
function frozen<Value>(value: Value): Value {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.values(value).forEach(frozen);
    Object.freeze(value);
  }
  return value;
}
