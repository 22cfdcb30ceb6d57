import { compile, type Plan } from '../../engine/index.ts';
import { checkProfile, type Profile, type ProfileIssue } from '../../profile/index.ts';

/** One profile document of those the host gave, checked. */
export type CheckedProfile =
  | { readonly ok: true; readonly profile: Profile; readonly plan: Plan }
  | {
      readonly ok: false;
      /** What could be read of its name, for the chooser. */
      readonly id: string | undefined;
      readonly title: string | undefined;
      readonly errors: readonly ProfileIssue[];
    };

/** The host's profile documents, checked again only when they are others. */
export class ProfileShelf {
  #documents: readonly unknown[] = [];
  #checked: readonly CheckedProfile[] = [];

  /** One outcome per document, in order; the same outcome as long as the documents are the same. */
  check(documents: readonly unknown[]): readonly CheckedProfile[] {
    if (!sameItems(documents, this.#documents)) {
      this.#documents = [...documents];
      this.#checked = checkProfiles(documents);
    }
    return this.#checked;
  }
}

/** Whether two lists hold the very same things in the same order. */
export function sameItems(a: readonly unknown[], b: readonly unknown[]): boolean {
  return a.length === b.length && a.every((item, index) => item === b[index]);
}

/** Checks and compiles profile documents (JSON text or parsed), one outcome each, in order. */
function checkProfiles(documents: readonly unknown[]): readonly CheckedProfile[] {
  return documents.map((document) => {
    const outcome = checkProfile(document);
    if (outcome.ok) return { ok: true, profile: outcome.profile, plan: compile(outcome.profile) };
    const { id, title } = nameIn(document);
    return { ok: false, id, title, errors: outcome.errors };
  });
}

/** The id and Danish title of a document that failed the check, where they can be read at all. */
function nameIn(document: unknown): { id: string | undefined; title: string | undefined } {
  const read = (holder: unknown, key: string): unknown =>
    typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key)
      ? (holder as Record<string, unknown>)[key]
      : undefined;
  const id = read(document, 'id');
  const title = read(read(document, 'title'), 'da');
  return {
    id: typeof id === 'string' ? id : undefined,
    title: typeof title === 'string' ? title : undefined,
  };
}
