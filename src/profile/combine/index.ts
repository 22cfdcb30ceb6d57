/** Several profiles as one: who is in any of them, and what each asks of its own. */
import { combinedPhrases } from '../../i18n/phrases/combined.ts';
import { checkProfile } from '../check.ts';
import { resolveCodes } from '../codes.ts';
import { denominatorOf } from '../indicators.ts';
import type {
  CodeSet,
  Codes,
  Criterion,
  Indicator,
  InformationItem,
  LocalText,
  Marker,
  MarkerLevel,
  Message,
  Profile,
} from '../types.ts';
import { canonical } from './canonical.ts';
import { CodeSets } from './code-sets.ts';
import type { CombinesEntry } from './combination.ts';
import { mapCodes } from './map-codes.ts';

export { combinationOf, type CombinedPart } from './combination.ts';

export type CombineOutcome =
  | { readonly ok: true; readonly profile: Profile }
  | {
      readonly ok: false;
      /**
       * - `too-few`: it takes two;
       * - `too-much`: together they ask more than one profile may;
       * - `impossible`: together they are no profile: one finds just those whom another leaves out, say.
       */
      readonly reason: 'too-few' | 'too-much' | 'impossible';
    };

/** What a profile is called where there is little room. */
export function shortTitleOf({ about, title }: Pick<Profile, 'about' | 'title'>): LocalText {
  return about?.short ?? title;
}

/**
 * Makes one profile of several: a patient is in its population who is in any of theirs, and is undecided who is in none
 * and undecided in one. Markers, items and indicators are asked of those alone who are in the population that they
 * come from; what asks the same in several profiles is asked once. Pure: of the same profiles, in whatever order they are
 * given, it makes the same, and a view of it that is kept fits again. `combinationOf` tells the profiles that it is made of.
 *
 * @param profiles Checked profiles, no two of one id. They are named in the order of their ids.
 */
export function combineProfiles(profiles: readonly Profile[]): CombineOutcome {
  if (profiles.length < 2) return { ok: false, reason: 'too-few' };
  const inOrder = profiles.toSorted((a, b) => (a.id < b.id ? -1 : 1));
  const outcome = checkProfile(documentOf(inOrder));
  if (outcome.ok) {
    sources.set(outcome.profile, inOrder);
    return outcome;
  }
  const isTooMuch = outcome.errors.some(({ code }) => limitCodes.has(code));
  return { ok: false, reason: isTooMuch ? 'too-much' : 'impossible' };
}

/** The profiles that a combined one was made of here, in its order; undefined of one that came as a document. */
export function sourcesOf(combined: Profile): readonly Profile[] | undefined {
  return sources.get(combined);
}

const sources = new WeakMap<Profile, readonly Profile[]>();

const limitCodes: ReadonlySet<string> = new Set([
  ...['too-much', 'too-many-criteria', 'too-large', 'too-many', 'too-deep'],
]);

/** One of the profiles, with its criteria under the names of the combined one. */
interface Part {
  readonly profile: Profile;
  readonly place: number;
  readonly title: LocalText;
  readonly membership: Criterion;
  readonly rename: <Value>(value: Value) => Value;
}

function documentOf(profiles: readonly Profile[]): object {
  const sets = new CodeSets();
  const parts = profiles.map((profile, place): Part => {
    const rename = sets.take(profile);
    const membership = rename(membershipOf(profile));
    return { profile, place, title: shortTitleOf(profile), membership, rename };
  });
  const markers = joinMarkers(parts);
  const items = joinItems(parts);
  const indicators = parts.flatMap(indicatorsOf);
  const references = parts.flatMap(({ profile }) => profile.references ?? []);
  return {
    format: 'overblik-profile/1',
    id: idOf(profiles),
    version: '1.0.0',
    ...standingOf(profiles),
    title: inBoth((language) =>
      combinedPhrases[language].title(parts.map(({ title }) => say(title, language))),
    ),
    purpose: [inBoth((language) => combinedPhrases[language].purpose)],
    ...(references.length > 0 ? { references: references.slice(0, mostReferences) } : {}),
    about: {
      combines: parts.map(({ profile, title }, place): CombinesEntry => ({
        ...{ id: profile.id, version: profile.version, title },
        markers: namesIn(markers, place),
        items: namesIn(items, place),
      })),
    },
    codes: sets.all,
    population: { include: { any: parts.map(({ membership }) => membership) } },
    information: items.map(({ made }) => made),
    ...(markers.length > 0 ? { markers: markers.map(({ made }) => made) } : {}),
    ...(indicators.length > 0 ? { indicators } : {}),
    messages: joinMessages(parts),
  };
}

/** As many as a profile may name. */
const mostReferences = 200;
const mostMessages = 50;
/** The longest id of a profile's list. */
const longestId = 100;

/** R21: included, and not excluded. */
function membershipOf({ population: { include, exclude } }: Profile): Criterion {
  return exclude ? { all: [include, { not: exclude }] } : include;
}

/** By which profiles it is made, so that a view of it that is kept fits when they are chosen again. */
function idOf(profiles: readonly Profile[]): string {
  const ids = profiles.map(({ id }) => id).join('\n');
  const hash = (seed: number) => {
    let value = seed;
    for (let at = 0; at < ids.length; at++)
      value = Math.imul(value ^ ids.charCodeAt(at), 0x01_00_01_93);
    return (value >>> 0).toString(16).padStart(8, '0');
  };
  return `combined.${hash(0x81_1c_9d_c5)}${hash(0x5b_d1_e9_95)}`;
}

/** A rule that is a draft, or not in force, makes the whole so. */
function standingOf(profiles: readonly Profile[]): object {
  const statuses = profiles.map(({ status }) => status);
  const status = (['retired', 'draft'] as const).find((each) => statuses.includes(each));
  const from = profiles
    .flatMap(({ validFrom }) => validFrom ?? [])
    .sort()
    .at(-1);
  const [to] = profiles.flatMap(({ validTo }) => validTo ?? []).sort();
  // Where one ends before another begins, each tells for itself.
  const isRange = from === undefined || to === undefined || from <= to;
  return {
    ...(status ? { status } : {}),
    ...(isRange && from !== undefined ? { validFrom: from } : {}),
    ...(isRange && to !== undefined ? { validTo: to } : {}),
  };
}

/** An entry of the combined profile, and whose it is: by place of the profile, its id there. */
interface Joined<Entry> {
  readonly made: Entry;
  readonly ids: ReadonlyMap<number, readonly string[]>;
}

function namesIn(
  entries: readonly Joined<{ id: string }>[],
  place: number,
): Record<string, string> {
  return Object.fromEntries(
    entries.flatMap(({ made, ids }) => (ids.get(place) ?? []).map((own) => [own, made.id])),
  );
}

/** Some entries that ask the same. */
interface Alike<Entry> {
  readonly entries: readonly (readonly [part: Part, entry: Entry, at: number])[];
}

function alikeIn<Entry>(
  parts: readonly Part[],
  entriesOf: (profile: Profile) => readonly Entry[],
  keyOf: (entry: Entry, profile: Profile) => string,
): readonly Alike<Entry>[] {
  const byKey = new Map<string, (readonly [Part, Entry, number])[]>();
  for (const part of parts)
    entriesOf(part.profile).forEach((entry, at) => {
      const key = keyOf(entry, part.profile);
      const found = byKey.get(key);
      if (found) found.push([part, entry, at]);
      else byKey.set(key, [[part, entry, at]]);
    });
  return [...byKey.values()].map((entries) => ({ entries }));
}

function idsOf<Entry extends { readonly id: string }>({
  entries,
}: Alike<Entry>): Joined<Entry>['ids'] {
  const ids = new Map<number, string[]>();
  for (const [{ place }, { id }] of entries) ids.set(place, [...(ids.get(place) ?? []), id]);
  return ids;
}

function newId({ place }: Part, id: string, at: number): string {
  const name = `${place + 1}.${id}`;
  return name.length > longestId ? `${place + 1}.${at}` : name;
}

/** In any of the populations; where the entry is of all profiles, whoever is listed is. */
function inAnyOf(entries: Alike<unknown>['entries'], all: readonly Part[]): Criterion | undefined {
  const own = [...new Set(entries.map(([part]) => part))];
  if (own.length === all.length) return undefined;
  const [first, ...more] = own.map(({ membership }) => membership);
  return more.length === 0 ? first! : { any: [first!, ...more] };
}

// ── Markers ────────────────────────────────────────────────────────────────────────────────────

const grave: Readonly<Record<MarkerLevel, number>> = { critical: 0, warning: 1, info: 2 };

/** What is advised on twice is one, as grave as the gravest of them. */
function joinMarkers(parts: readonly Part[]): readonly Joined<Marker>[] {
  const alike = alikeIn(
    parts,
    ({ markers = [] }) => markers,
    ({ when }, profile) => questionIn(when, profile),
  );
  const isClash = clashes(alike.map(({ entries }) => entries.map(([, { title }]) => title)));
  return alike.map((group) => {
    const { entries } = group;
    const [part, marker, at] = entries.reduce((a, b) =>
      grave[b[1].level] < grave[a[1].level] ? b : a,
    );
    const { rename } = part;
    const membership = inAnyOf(entries, parts);
    const when = rename(marker.when);
    return {
      ids: idsOf(group),
      made: {
        ...marker,
        id: newId(part, marker.id, at),
        title: isClash(marker.title) ? named(marker.title, entries) : marker.title,
        // The marker's own question first: it is what its evidence is told by.
        when: membership ? { all: [when, membership] } : when,
      },
    };
  });
}

// ── Items ──────────────────────────────────────────────────────────────────────────────────────

function joinItems(parts: readonly Part[]): readonly Joined<InformationItem>[] {
  const alike = alikeIn(
    parts,
    ({ information }) => information,
    ({ id: _, title: __, description: ___, ...asked }, profile) => questionIn(asked, profile),
  );
  const isClash = clashes(alike.map(({ entries }) => entries.map(([, { title }]) => title)));
  return alike.map((group) => {
    const { entries } = group;
    const [[part, item, at]] = entries as readonly [Alike<InformationItem>['entries'][number]];
    const asked = part.rename(item);
    // Who is on no list that asks it misses nothing.
    const membership = item.type === 'patient' ? undefined : inAnyOf(entries, parts);
    const { condition } = asked;
    const asking =
      condition && membership ? { all: [condition, membership] } : (condition ?? membership);
    return {
      ids: idsOf(group),
      made: {
        ...asked,
        id: newId(part, item.id, at),
        title: isClash(item.title) ? named(item.title, entries) : item.title,
        ...(asking ? { condition: asking } : {}),
      },
    };
  });
}

// ── Indicators and messages ────────────────────────────────────────────────────────────────────

/** Each is counted among those of its own population. */
function indicatorsOf(part: Part): readonly Indicator[] {
  const { profile, title, membership, rename } = part;
  return (profile.indicators ?? []).map((indicator, at) => {
    const { denominator: _, except: __, ...rest } = rename(indicator);
    const among = denominatorOf(rename(indicator));
    return {
      ...rest,
      id: newId(part, indicator.id, at),
      title: withList(indicator.title, [title]),
      denominator: among ? { all: [among, membership] } : membership,
    };
  });
}

/** One about all that a patient is contacted for, then those of each list, by its name. */
function joinMessages(parts: readonly Part[]): readonly Message[] {
  const alike = alikeIn(
    parts,
    ({ messages = [] }) => messages,
    ({ body }) => canonical(body),
  );
  const each = alike.map(({ entries }): Message => {
    const [[part, message, at]] = entries as readonly [Alike<Message>['entries'][number]];
    const title = named(message.title, entries);
    return { ...message, id: newId(part, message.id, at), title };
  });
  const all: Message = {
    id: 'all',
    title: inBoth((language) => combinedPhrases[language].message.title),
    body: inBoth((language) => combinedPhrases[language].message.body),
  };
  return [all, ...each].slice(0, mostMessages);
}

// ── What is the same, and what is called the same ──────────────────────────────────────────────

/** What is asked, as a text: the same for two that ask for the same codes, whatever their sets are called. */
function questionIn(asked: object, profile: Profile): string {
  const codesOf = (codes: Codes) =>
    resolveCodes(profile, codes).map(({ system, include, exclude }: CodeSet) => ({
      system,
      include: [...include].sort(),
      ...(exclude ? { exclude: [...exclude].sort() } : {}),
    }));
  return canonical(mapCodes(asked, codesOf));
}

/** Tells of a title whether things that ask something else have it too. */
function clashes(groups: readonly (readonly LocalText[])[]): (title: LocalText) => boolean {
  const times = new Map<string, number>();
  for (const titles of groups)
    for (const key of new Set(titles.map(keyOf))) times.set(key, (times.get(key) ?? 0) + 1);
  return (title) => (times.get(keyOf(title)) ?? 0) > 1;
}

function keyOf({ da }: LocalText): string {
  return da.trim().toLowerCase();
}

/** Which lists it comes from: `NSAID (Nyrer)`. */
function named(title: LocalText, entries: Alike<unknown>['entries']): LocalText {
  return withList(title, [...new Set(entries.map(([part]) => part.title))]);
}

function withList(title: LocalText, lists: readonly LocalText[]): LocalText {
  return inBoth(
    (language) =>
      `${say(title, language)} (${lists.map((each) => say(each, language)).join(', ')})`,
  );
}

function say({ da, en }: LocalText, language: 'da' | 'en'): string {
  return (language === 'en' ? en : undefined) ?? da;
}

/** Texts made of others must not be longer than one may be. */
function inBoth(write: (language: 'da' | 'en') => string): LocalText {
  return { da: write('da').slice(0, longestText), en: write('en').slice(0, longestText) };
}

const longestText = 4000;
