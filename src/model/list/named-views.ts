/** Views with a name, as a host keeps and shares them: read whatever they have become, and changed one by one. */
import * as z from 'zod/mini';
import { anything, isSaid, lenient, name, present, text } from '../../adapter/reading.ts';
import type { Steps } from '../../engine/index.ts';
import { plainText } from '../../json/plain-text.ts';
import type { Profile } from '../../profile/index.ts';
import { matchesAny } from './changes.ts';
import type { ListView } from './types.ts';
import { readPlain, readView, withoutPatients } from './views.ts';

/** A view that was saved under a name. Plain JSON. */
export interface NamedView {
  /** No two have one. */
  readonly id: string;
  /** At most 100 characters. */
  readonly name: string;
  /** How the list is looked at, of the profile that it names; without what was searched for, which may name a patient. */
  readonly view: ListView;
  /** Whether others in the clinic are to have it too: whom it is given to is the host's matter. */
  readonly shared?: boolean;
  /** Whether the user can only choose it: a colleague's own, or the clinic's. */
  readonly fixed?: boolean;
}

/** What the user did to the views that a host keeps. */
export type ViewDeed = 'saved' | 'renamed' | 'shared' | 'unshared' | 'removed';

export interface ReadViews {
  readonly views: readonly NamedView[];
  /** Those that cannot be read: by name, or by place, counted from 1. At most 100. */
  readonly unusable: readonly string[];
}

export const longestViewName = 100;
const longestId = 200;
const mostViews = 500;
/** Of all of them together: they are read in one go. */
const mostCharacters = 2_000_000;
const mostUnusable = 100;

const namedSchema = z.object({
  id: text.check(z.minLength(1), z.maxLength(longestId)),
  name: name.check(z.trim(), z.refine(isSaid), z.maxLength(longestViewName)),
  view: z.looseObject({ profileId: z.string() }),
  shared: lenient(z.boolean()),
  fixed: lenient(z.boolean()),
});
const saidSchema = z.object({ name, view: anything });

/**
 * Reads what a host keeps. Never throws: what is no view with a name, or has the id of one before, is left out, and
 * told of. What a view asks for is read when it is chosen, by its profile.
 */
export function readNamedViews(given: unknown): ReadViews {
  const entries = entriesOf(given);
  const seen = new Set<string>();
  const views: NamedView[] = [];
  const unusable: string[] = entries ? [] : ['1'];
  let left = mostCharacters;
  for (const [at, entry] of (entries ?? []).entries()) {
    const mayBeRead = at < mostViews && left > 0;
    const { plain, characters } = mayBeRead ? readPlain(entry, left) : notRead;
    left -= characters;
    const { data } = namedSchema.safeParse(plain);
    if (data && !seen.has(data.id)) {
      seen.add(data.id);
      views.push(present(data) as unknown as NamedView);
    } else unusable.push(saidSchema.safeParse(plain).data?.name.trim() || String(at + 1));
  }
  return { views, unusable: unusable.slice(0, mostUnusable) };
}

const notRead = { plain: undefined, characters: 0 };

/** A copy of those that can be read, or told of: a list may claim any length, and is asked once. */
function entriesOf(given: unknown): readonly unknown[] | undefined {
  try {
    if (!Array.isArray(given)) return undefined;
    const list = given as readonly unknown[];
    const length = Math.min(list.length, mostViews + mostUnusable);
    return Array.from({ length }, (_, at) => list[at]);
  } catch {
    return undefined;
  }
}

export interface OpenedView {
  readonly view: ListView;
  /** What it names that the profile's list does not have, or that cannot be asked of it: ids, as they were given. */
  readonly missing: readonly string[];
}

/** A view as its profile's list takes it: what does not fit is left out, and named. */
export function openNamedView({ view: given }: NamedView, profile: Profile): OpenedView {
  const { view, ignored } = readView(given, profile);
  const missing = ignored.map((path) => {
    const [list = '', at = ''] = path.split('/');
    const entries = (given as unknown as Readonly<Record<string, unknown>>)[list];
    const entry = (Array.isArray(entries) ? (entries as readonly unknown[])[Number(at)] : {}) as
      | Readonly<Record<string, unknown>>
      | null
      | undefined;
    const id = entry?.columnId ?? entry?.id ?? entry?.by;
    return typeof id === 'string'
      ? plainText(id)
          .replace(/^item:/, '')
          .slice(0, longestId)
      : list;
  });
  return { view: withoutPatients(view), missing: [...new Set(missing)] };
}

/** Opens views that are not open yet, one in a step: each is read anew. */
export function* openInSteps(
  views: readonly NamedView[],
  profile: Profile,
  opened: Map<string, OpenedView>,
): Steps<void> {
  for (const each of views) {
    if (opened.has(each.id)) continue;
    opened.set(each.id, openNamedView(each, profile));
    yield;
  }
}

/** Whether two views look at the list in one way, whatever is searched for. */
export function looksAlike(one: ListView, other: ListView): boolean {
  return lookOf(one) === lookOf(other);
}

function lookOf(view: ListView): string {
  const asked = withoutPatients(view);
  const { done = 'last', density = 'normal', match: _, ...rest } = asked;
  return JSON.stringify([done, density, matchesAny(asked), Object.entries(rest).sort()]);
}

/** Why a name cannot be given to a view of a profile: there is none, it is too long, or another has it. */
export type NameFault = 'empty' | 'long' | 'taken';

/** @param id Of the view that is to have the name, where it has one already. */
export function nameFault(
  views: readonly NamedView[],
  profileId: string,
  given: string,
  id?: string,
): NameFault | undefined {
  const key = plainText(given).trim().toLowerCase();
  if (key === '') return 'empty';
  if (key.length > longestViewName) return 'long';
  const isTaken = views.some(
    (each) =>
      each.id !== id && each.view.profileId === profileId && each.name.trim().toLowerCase() === key,
  );
  return isTaken ? 'taken' : undefined;
}

/** Puts a view in the place of the one with its id, or last. */
export function withNamedView(views: readonly NamedView[], view: NamedView): readonly NamedView[] {
  const isKnown = views.some(({ id }) => id === view.id);
  return isKnown ? views.map((each) => (each.id === view.id ? view : each)) : [...views, view];
}
