/** What can be read of a document that is no whole profile: the rest of it, and what is wrong where. */
import { keysOf } from '../json/paths.ts';
import { isObject } from '../json/values.ts';
import { checkProfile, type ProfileIssue } from './check.ts';
import { readDocument, type DocumentText } from './read-document.ts';
import type { Profile } from './types.ts';

/** A document as far as it can be read. */
export interface ReadableProfile {
  /**
   * The document without the parts that are wrong, in whose places stands what a profile must have; undefined where
   * nothing of it can be read.
   */
  readonly profile: Profile | undefined;
  /** What is wrong, by the part that it is of: `/markers/2`, `/population/include`, `/title`; `''` for the whole. */
  readonly faults: ReadonlyMap<string, readonly ProfileIssue[]>;
  /** Places of the entries of each list among those of the document: of three markers with the second left out, 0 and 2. */
  readonly places: Readonly<Record<string, readonly number[]>>;
}

/** So often a document is read without what was wrong: each time some more may turn out to be. */
const mostReadings = 12;

/** What stands in the place of what a profile must have. */
const least: Readonly<Record<string, unknown>> = {
  format: 'overblik-profile/1',
  id: 'x',
  version: '0.0.0',
  title: { da: '–' },
  purpose: [{ da: '–' }],
  population: { include: { diagnosis: {} } },
  information: [],
};

/**
 * Reads as much of a document as can be read. Parts that are wrong are left out one by one, with what depends on them.
 * Never throws, never changes its input.
 *
 * @param text What it says (`textOfDocument`), where that is known.
 */
export function readableProfile(input: unknown, text?: DocumentText): ReadableProfile {
  const first = checkProfile(input, text);
  if (first.ok) return { profile: first.profile, faults: new Map(), places: {} };
  const faults = new Map<string, ProfileIssue[]>();
  const read = readDocument(input, text);
  const isNewer = first.errors.some(({ code }) => code === 'newer-format');
  if ('unreadable' in read || !isObject(read.json) || isNewer)
    return { profile: undefined, faults: new Map([['', first.errors]]), places: {} };
  const rest = new Rest(read.json);
  let outcome: ReturnType<typeof checkProfile> = first;
  for (let reading = 0; !outcome.ok && reading < mostReadings; reading++) {
    for (const issue of outcome.errors) {
      const place = rest.leaveOut(keysOf(issue.path));
      const known = faults.get(place) ?? [];
      // By the document as it was given, and not as it became.
      if (reading === 0 || known.length === 0) faults.set(place, [...known, issue]);
    }
    outcome = checkProfile(rest.document());
  }
  return {
    profile: outcome.ok ? outcome.profile : undefined,
    faults,
    places: rest.places,
  };
}

/** The lists whose entries stand alone. */
const lists = ['purpose', 'references', 'information', 'markers', 'indicators', 'messages'];

/** One of a list, and where it stands in the document. */
interface Entry {
  readonly place: number;
  readonly entry: unknown;
}

/** What is left of a document. */
class Rest {
  readonly #parts: Record<string, unknown>;
  readonly #lists = new Map<string, readonly Entry[]>();
  /** Left out when the next document is written: until then each stands where a path has it. */
  readonly #left = new Set<Entry>();

  constructor(document: Readonly<Record<string, unknown>>) {
    this.#parts = { ...document };
    for (const name of lists) {
      const given = document[name];
      if (Array.isArray(given))
        this.#lists.set(
          name,
          given.map((entry: unknown, place) => ({ place, entry })),
        );
    }
  }

  get places(): Readonly<Record<string, readonly number[]>> {
    return Object.fromEntries(
      [...this.#lists].map(([name, entries]) => [name, entries.map(({ place }) => place)]),
    );
  }

  /** What is left, with the least that a profile has. */
  document(): unknown {
    for (const [name, all] of this.#lists)
      this.#lists.set(
        name,
        all.filter((each) => !this.#left.has(each)),
      );
    const entries = [...this.#lists].flatMap(([name, all]) =>
      all.length > 0 ? [[name, all.map(({ entry }) => entry)] as const] : [],
    );
    const empty = [...this.#lists.keys()].filter((name) => this.#lists.get(name)?.length === 0);
    const parts = Object.fromEntries(
      Object.entries(this.#parts).filter(([name]) => !empty.includes(name)),
    );
    return { ...least, ...parts, ...Object.fromEntries(entries) };
  }

  /** Leaves out the part that a path leads into. Answers which that is, by its place in the document. */
  leaveOut([name, key]: readonly string[]): string {
    if (name === undefined) return '';
    const entries = this.#lists.get(name);
    const at = Number(key);
    const found = entries?.[at];
    if (key !== undefined && found) {
      this.#left.add(found);
      return `/${name}/${found.place}`;
    }
    const part = this.#parts[name];
    const isOfPart = key !== undefined && isObject(part) && inner.includes(name);
    if (isOfPart) {
      const { [key]: _, ...others } = part;
      const needed = name === 'population' && key === 'include' ? least['population'] : {};
      this.#parts[name] = { ...others, ...(needed as object) };
      return `/${name}/${key}`;
    }
    delete this.#parts[name];
    this.#lists.delete(name);
    return `/${name}`;
  }
}

/** The parts whose own parts stand alone. */
const inner = ['population', 'codes', 'about'];
