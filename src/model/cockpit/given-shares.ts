/** The shares that a host has given of a patient, as far as they can be told on screen. */
import { parseISO } from 'date-fns/parseISO';
import * as z from 'zod/mini';
import { lenient, localText, name } from '../../adapter/reading.ts';
import type { LocalText } from '../../profile/index.ts';
import type { GivenShare, Party, Sharer } from './share.ts';

/** Where a share stands: `active` until its time is over or it is withdrawn. */
export type GivenState = 'active' | 'expired' | 'withdrawn';

export interface GivenShares {
  /** Active ones first, then the latest. */
  readonly shares: readonly (GivenShare & { readonly state: GivenState })[];
  /** How many could not be read, or are more than are told: nobody may take the others for all. */
  readonly untold: number;
}

/** So many shares are told, so many openings of each, and so many purposes. */
const mostShares = 50;
const mostOpenings = 20;
const mostPurposes = 12;

/**
 * Reads what a host answers.
 *
 * @param now Milliseconds since 1970.
 * @returns undefined where it is no list at all.
 */
export function readGivenShares(answer: unknown, now: number): GivenShares | undefined {
  if (!Array.isArray(answer)) return undefined;
  const read = answer.slice(0, mostRead).flatMap((each: unknown) => readOne(each) ?? []);
  const shares = read.map((share) => ({ ...share, state: stateOf(share, now) }));
  const inOrder = shares.sort(
    (a, b) =>
      Number(b.state === 'active') - Number(a.state === 'active') ||
      instantOf(b.from) - instantOf(a.from),
  );
  const told = inOrder.slice(0, mostShares);
  return { shares: told, untold: answer.length - told.length };
}

/** Of a longer list the rest is not looked at. */
const mostRead = 1000;

/** The purposes that a host offers; undefined where it offers none that can be read. */
export function readPurposes(sharer: Sharer<Party>): readonly LocalText[] | undefined {
  try {
    const list: unknown = sharer.purposes;
    if (!Array.isArray(list)) return undefined;
    const read = list
      .slice(0, mostPurposes)
      .flatMap((each: unknown) => localText.safeParse(each).data ?? [])
      .filter(({ da }) => da.trim() !== '');
    return read.length > 0 ? read : undefined;
  } catch {
    return undefined;
  }
}

function stateOf({ until, withdrawn }: GivenShare, now: number): GivenState {
  if (withdrawn !== undefined) return 'withdrawn';
  return instantOf(until) <= now ? 'expired' : 'active';
}

function readOne(given: unknown): GivenShare | undefined {
  try {
    const { data } = shareSchema.safeParse(given);
    if (!data) return undefined;
    const { withdrawn, openings, ...share } = data;
    return {
      ...share,
      ...(withdrawn === undefined ? {} : { withdrawn }),
      openings: (openings ?? []).slice(-mostOpenings).map(({ at, by, refused }) => ({
        ...{ at, by },
        ...(refused === true ? { refused } : {}),
      })),
    };
  } catch {
    return undefined;
  }
}

function instantOf(given: string): number {
  return parseISO(given).getTime();
}

const named = name.check(z.trim(), z.minLength(1));
const instant = z.string().check(
  z.maxLength(40),
  z.refine((given) => !Number.isNaN(instantOf(given))),
);
const shareSchema = z.object({
  id: z.string().check(z.minLength(1), z.maxLength(1000)),
  recipients: z.array(z.object({ name: named, organisation: named })).check(z.maxLength(100)),
  purpose: name,
  from: instant,
  until: instant,
  // One that is withdrawn at a time that cannot be read is withdrawn.
  withdrawn: z.optional(z.catch(instant, '')),
  openings: lenient(z.array(z.object({ at: instant, by: named, refused: lenient(z.boolean()) }))),
});
