import {
  checkProfile,
  combineProfiles,
  nearest,
  sameInputs,
  type CombineOutcome,
  type Profile,
} from '../../model/index.ts';

interface Made {
  readonly key: readonly unknown[];
  readonly outcome: CombineOutcome;
}

const mostKept = 4;

/** The one profile that some of the host's make together. */
export class CombinedList {
  readonly #checked = new WeakMap<object, Profile | null>();
  /** The latest: what is shown, and what is being ticked. */
  #made: readonly Made[] = [];

  /**
   * Makes one profile of those that are named; the same object for as long as nothing is another. Undefined where one of
   * them is not there, or cannot be used.
   */
  of(documents: unknown, ids: readonly string[]): CombineOutcome | undefined {
    const key = [documents, ...ids];
    const made = this.#made.find((each) => sameInputs(each.key, key));
    if (made) return made.outcome;
    const wanted = new Set(ids);
    const profiles = this.#profilesIn(documents).filter(({ id }) => wanted.delete(id));
    if (wanted.size > 0) return undefined;
    const outcome = combineProfiles(profiles);
    this.#made = [{ key, outcome }, ...this.#made].slice(0, mostKept);
    return outcome;
  }

  /** Those ids that no usable profile has, and the known one that the first of them was probably meant to be. */
  missing(
    documents: unknown,
    ids: readonly string[],
  ): { readonly ids: readonly string[]; readonly meant?: string } {
    const known = this.#profilesIn(documents).map(({ id }) => id);
    const missing = ids.filter((id) => !known.includes(id));
    const meant = missing[0] === undefined ? undefined : nearest(missing[0], known);
    return { ids: missing, ...(meant === undefined ? {} : { meant }) };
  }

  #profilesIn(documents: unknown): readonly Profile[] {
    try {
      return Array.isArray(documents) ? documents.flatMap((each) => this.#check(each) ?? []) : [];
    } catch {
      // What throws when it is read is no list.
      return [];
    }
  }

  #check(document: unknown): Profile | null {
    const isKept = typeof document === 'object' && document !== null;
    const known = isKept ? this.#checked.get(document) : undefined;
    if (known !== undefined) return known;
    const outcome = checkProfile(document);
    const profile = outcome.ok ? outcome.profile : null;
    if (isKept) this.#checked.set(document, profile);
    return profile;
  }
}
