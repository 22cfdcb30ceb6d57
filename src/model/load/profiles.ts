import { nextTurn, shapeOf } from '../../adapter/index.ts';
import { name } from '../../adapter/reading.ts';
import { isObject } from '../../json/values.ts';
import { compile, type Plan } from '../../engine/index.ts';
import {
  checkProfile,
  isChecked,
  textOfDocument,
  type DocumentText,
  type Profile,
  type ProfileIssue,
} from '../../profile/index.ts';

/** One profile document of those the host gave, checked. */
export type CheckedProfile =
  | { readonly ok: true; readonly profile: Profile; readonly plan: Plan }
  | {
      readonly ok: false;
      /** What could be read of its name, for the chooser. */
      readonly id: string | undefined;
      readonly title: string | undefined;
      readonly errors: readonly ProfileIssue[];
      /** What stands in its place, where that is no document at all. */
      readonly isInstead: 'promise' | 'response' | 'text' | undefined;
    };

/** So many documents are checked at once; of more the page would stand still for too long. */
const fewDocuments = 1;

/** So many characters are written at once, to find out what is known. */
const fewCharacters = 2_000_000;

/** What a document says, and what came of it. */
interface Read {
  /** Undefined for one that cannot be written, or is larger than any. */
  readonly text: string | undefined;
  readonly checked: CheckedProfile;
}

/**
 * The host's profile documents, checked again only when they say something else, and once for all who show the same.
 */
export class ProfileShelf {
  #documents: readonly unknown[] = [];
  #checked: readonly CheckedProfile[] = [];
  /** By what the documents say. */
  #known = new Map<string, CheckedProfile>();
  /** The list that is prepared, and what is read of it. */
  #next: readonly unknown[] = [];
  #ready = new Map<unknown, Read>();
  /** What those say that are not read yet: to find out takes as long as an object has keys, however many. */
  #said = new Map<unknown, DocumentText>();

  /**
   * Checks what is new, one document a turn, so that `check` has little left to do. Undefined where that is so already.
   */
  prepare(given: unknown): Promise<void> | undefined {
    const { documents } = documentsIn(given);
    if (sameItems(documents, this.#documents)) return undefined;
    if (!sameItems(documents, this.#next)) this.#begin(documents);
    let unread = 0;
    let characters = 0;
    for (const document of new Set(documents)) {
      if (this.#ready.has(document)) continue;
      const said = this.#textOf(document);
      const text = typeof said === 'string' ? said : undefined;
      const checked = text === undefined ? undefined : this.#find(text);
      if (checked) this.#ready.set(document, { text, checked });
      else unread++;
      characters += text?.length ?? 0;
      if (unread > fewDocuments || characters > fewCharacters) return this.#readInTurns(this.#next);
    }
    return undefined;
  }

  async #readInTurns(documents: readonly unknown[]): Promise<void> {
    for (const document of documents) {
      if (this.#ready.has(document)) continue;
      await nextTurn();
      // Another list has come meanwhile, or these are checked.
      if (this.#next !== documents) return;
      const read = this.#read(document);
      this.#ready.set(document, read);
      // Found again in a list that comes before this one is checked.
      if (read.text !== undefined) this.#known.set(read.text, read.checked);
    }
  }

  /** The outcome that is there for a document that says the same; else a new one, which all find from now on. */
  #read(document: unknown): Read {
    const text = this.#textOf(document);
    this.#said.delete(document);
    if (typeof text !== 'string') return { text: undefined, checked: readProfile(document, text) };
    const checked = this.#find(text) ?? readProfile(document, text);
    share(text, checked);
    return { text, checked };
  }

  #textOf(document: unknown): DocumentText {
    const said = this.#said.get(document) ?? textOfDocument(document);
    this.#said.set(document, said);
    return said;
  }

  #begin(documents: readonly unknown[]): void {
    this.#next = documents;
    this.#ready = new Map();
    this.#said = new Map();
  }

  #find(text: string): CheckedProfile | undefined {
    return this.#known.get(text) ?? shared.get(text)?.deref();
  }

  /**
   * One outcome per document, in order; the same outcome for a document that says the same. A host that gives one
   * document in the place of the list means that one.
   */
  check(given: unknown): readonly CheckedProfile[] {
    const { documents, found } = documentsIn(given);
    if (sameItems(documents, this.#documents)) return this.#checked;
    const known = new Map<string, CheckedProfile>();
    const ready = sameItems(documents, this.#next) ? this.#ready : undefined;
    this.#documents = documents;
    this.#checked = toldApart(
      documents.map((document) => {
        const { text, checked } = ready?.get(document) ?? this.#read(document);
        if (text !== undefined) known.set(text, checked);
        return checked;
      }),
    );
    this.#known = known;
    this.#begin([]);
    if (found > mostProfiles) this.#checked = [...this.#checked, tooMany(found)];
    return this.#checked;
  }
}

/** By what a document says: its outcome, as long as a shelf holds it. A page may have a marker in every line. */
const shared = new Map<string, WeakRef<CheckedProfile>>();
const forgotten = new FinalizationRegistry<string>((text) => {
  if (!shared.get(text)?.deref()) shared.delete(text);
});

function share(text: string, checked: CheckedProfile): void {
  if (shared.get(text)?.deref() === checked) return;
  shared.set(text, new WeakRef(checked));
  forgotten.register(checked, text);
}

/**
 * Leaves each id to one profile, by which it is chosen and its rounds are kept: the first that can be used, else the
 * first. Another that could be used cannot.
 */
function toldApart(profiles: readonly CheckedProfile[]): readonly CheckedProfile[] {
  const owners = new Map<string, CheckedProfile>();
  for (const each of [...profiles.filter(({ ok }) => ok), ...profiles]) {
    const id = each.ok ? each.profile.id : each.id;
    if (id !== undefined && !owners.has(id)) owners.set(id, each);
  }
  const seen = new Set<CheckedProfile>();
  return profiles.map((each) => {
    const id = each.ok ? each.profile.id : each.id;
    const owner = id === undefined ? each : owners.get(id);
    // The same document twice is the same outcome.
    if (owner === each && !seen.has(each)) {
      seen.add(each);
      return each;
    }
    return each.ok ? repeated(each.profile, owner) : { ...each, id: undefined };
  });
}

/** Stands for a profile whose id another has. */
function repeated({ id, title }: Profile, owner: CheckedProfile | undefined): CheckedProfile {
  const first = owner?.ok ? owner.profile.title.da : id;
  const errors = [{ path: '/id', code: 'duplicate-id', details: { id, first } }];
  return { ok: false, id: undefined, title: title.da, errors, isInstead: undefined };
}

/** Stands for the profiles that are not read. */
function tooMany(found: number): CheckedProfile {
  const details = { most: mostProfiles, found };
  const errors = [{ path: '', code: 'too-many-profiles', details }];
  return { ok: false, id: undefined, title: undefined, errors, isInstead: undefined };
}

/**
 * A copy of the list as far as it is read, and how long it is; one that throws when it is read is taken for one
 * document, which cannot be read either.
 */
function documentsIn(given: unknown): {
  readonly documents: readonly unknown[];
  readonly found: number;
} {
  try {
    const list = listOf(given);
    // Holes too: a list can claim any length.
    return { documents: Array.from(list.slice(0, mostProfiles)), found: list.length };
  } catch {
    return { documents: [given], found: 1 };
  }
}

function listOf(given: unknown): readonly unknown[] {
  if (given === undefined || given === null || given === '') return [];
  return Array.isArray(given) ? given : [given];
}

/** So many documents are read: nobody chooses among more. */
const mostProfiles = 1000;

/** Whether two lists hold the very same things in the same order. */
export function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** Checks and compiles a profile document, JSON text or parsed; one that was checked is used as it is. */
function readProfile(document: unknown, text: DocumentText): CheckedProfile {
  if (isChecked(document)) return { ok: true, profile: document, plan: compile(document) };
  const outcome = checkProfile(document, text);
  if (outcome.ok) return { ok: true, profile: outcome.profile, plan: compile(outcome.profile) };
  const { id, title } = nameIn(document);
  return { ok: false, id, title, errors: outcome.errors, isInstead: insteadOf(document) };
}

/** A forgotten `await`, a forgotten `.json()`, or an address in the place of what is there. */
function insteadOf(document: unknown): 'promise' | 'response' | 'text' | undefined {
  const shape = shapeOf(document);
  if (shape === 'promise' || shape === 'response') return shape;
  return shape === 'text' && !String(document).trim().startsWith('{') ? 'text' : undefined;
}

/** The id and Danish title of a document that failed the check, where they can be read at all. */
function nameIn(document: unknown): { id: string | undefined; title: string | undefined } {
  const read = (holder: unknown, key: string): unknown => {
    try {
      return isObject(holder) && Object.hasOwn(holder, key) ? holder[key] : undefined;
    } catch {
      // What throws when it is read has no name.
      return undefined;
    }
  };
  const id = read(document, 'id');
  const title = read(read(document, 'title'), 'da');
  return { id: name.safeParse(id).data, title: name.safeParse(title).data };
}
