/** What a combined profile says of the profiles that it is made of. */
import * as z from 'zod/mini';
import { id, localText, version } from '../schema/text.ts';
import type { Criterion, LocalText, Profile } from '../types.ts';

/** One of the profiles of a combined one. */
export interface CombinedPart {
  readonly id: string;
  readonly version: string;
  /** A word or two. */
  readonly title: LocalText;
  /** Who is in its population. */
  readonly membership: Criterion;
  /** Ids in the combined profile, by the ids of its own. Several profiles may share one. */
  readonly markers: ReadonlyMap<string, string>;
  readonly items: ReadonlyMap<string, string>;
}

const names = z.record(id, id);
const combines = z
  .array(z.object({ id, version, title: localText, markers: names, items: names }))
  .check(z.minLength(2));

/** The parts as a combined profile carries them: what changes no answer (R24). */
export type CombinesEntry = z.infer<typeof combines>[number];

/**
 * The profiles that a profile is made of, in its order; undefined of one that is none of ours (`combineProfiles`). It is
 * read once for each profile.
 */
export function combinationOf(profile: Profile): readonly CombinedPart[] | undefined {
  let read = known.get(profile);
  if (read === undefined) known.set(profile, (read = readParts(profile) ?? null));
  return read ?? undefined;
}

const known = new WeakMap<Profile, readonly CombinedPart[] | null>();

function readParts({ about, population }: Profile): readonly CombinedPart[] | undefined {
  const { data } = combines.safeParse(about?.combines);
  const { include, exclude } = population;
  if (!data || exclude || !('any' in include) || include.any.length !== data.length)
    return undefined;
  return data.map(({ markers, items, ...part }, at) => ({
    ...(part as Pick<CombinedPart, 'id' | 'version' | 'title'>),
    membership: include.any[at]!,
    markers: new Map(Object.entries(markers)),
    items: new Map(Object.entries(items)),
  }));
}
