/** What a store lists, taken into what is known of its rounds: in steps, so that the page keeps its time meanwhile. */
import type { CheckedRound, RoundMember } from '../../adapter/index.ts';
import { finish, type Steps } from '../../engine/index.ts';
import { RoundDraft } from './draft.ts';
import { carryOver, takeIn } from './members.ts';

/** The rounds as they are while a list is joined into them: the user goes on. */
export interface JoinedInto {
  /** Those that are known now. */
  readonly drafts: () => readonly RoundDraft[];
  /** Takes a newer version into one that is known. */
  readonly rebase: (known: RoundDraft, stored: CheckedRound) => void;
  /** Finds out which of some rounds count, so that `currentOf` is no work. */
  readonly weigh: (drafts: readonly RoundDraft[]) => Steps<void>;
  /** Of some rounds, the one under way, or the next one: the same as long as it follows the same. */
  readonly currentOf: (drafts: readonly RoundDraft[]) => RoundDraft;
}

export interface JoinedRounds {
  /** Oldest first. */
  readonly drafts: readonly RoundDraft[];
  readonly current: RoundDraft;
  /** Open beside the current one: what is stored of them is taken into it. */
  readonly beside: readonly RoundDraft[];
  /** By patient, what the current one says now, unless the user has changed it since. */
  readonly taken: ReadonlyMap<string, RoundMember>;
}

/** One that the store lists, and what is known of it. */
interface Entry {
  readonly stored: CheckedRound;
  draft: RoundDraft | undefined;
}

/**
 * Joins a list. Two users may have begun or reopened rounds without knowing of each other: all that is said goes on in
 * the last one. What the user does between two steps is heeded. Given up between two steps it leaves everything whole,
 * and may be done again.
 *
 * @param listed In their order.
 */
export function* joinInSteps(
  listed: readonly CheckedRound[],
  into: JoinedInto,
): Steps<JoinedRounds> {
  const entries = listed.map((stored): Entry => ({ stored, draft: undefined }));
  const free = byId(entries);
  const matched = new Set<RoundDraft>();
  const unlisted: RoundDraft[] = [];
  const draftsNow = () => [
    ...entries.map((entry) => (entry.draft ??= draftOf(entry.stored))),
    // A round that is gone from the store is stored again only if something in it waits to be.
    ...unlisted.filter((draft) => draft.isDirty || draft.hasOwn),
  ];
  let taking: Taking | undefined;
  for (;;) {
    for (const known of into.drafts()) {
      if (matched.has(known)) continue;
      matched.add(known);
      const entry = free.get(known.id)?.shift();
      if (entry) {
        entry.draft = known;
        into.rebase(known, yield* recalledInSteps(entry.stored, known.stored));
      } else unlisted.push(known);
      yield;
    }
    yield* into.weigh(draftsNow());
    const drafts = draftsNow();
    const current = into.currentOf(drafts);
    if (taking?.current !== current) taking = { current, taken: new Map(), from: new Set() };
    const { taken, from } = taking;
    const beside = drafts.filter((draft) => draft !== current && !draft.isFinished);
    const left = beside.filter((draft) => !from.has(draft));
    // Else the user has begun, finished or reopened one since it was last looked at.
    if (left.length === 0 && into.drafts().every((known) => matched.has(known)))
      return { drafts, current, beside, taken };
    for (const other of left) {
      from.add(other);
      yield* takeInSteps(taking, other.storedMembers);
    }
  }
}

/**
 * Ends a join, in one go: what the user has said in rounds that are left goes on in the current one, and over it what is
 * stored of the same patients beside.
 *
 * @param leaving Rounds that are left, but for those open beside.
 */
export function takeOver(
  { current, beside, taken }: JoinedRounds,
  leaving: readonly RoundDraft[],
): void {
  const all = [...leaving, ...beside];
  const own = new Set(all.flatMap((draft) => [...draft.ownIds]));
  // What was taken in before the user spoke of the same patient is not in the way of that.
  for (const id of own) if (taken.get(id) === current.member(id)) current.drop(id);
  for (const draft of all) current.adopt(draft, carryOver);
  for (const draft of beside) current.takeInAim(draft.aim);
  const again: Taking = { current, taken: new Map(), from: new Set() };
  for (const other of beside) {
    const said = [...own].flatMap((id) => other.stored.get(id) ?? []);
    finish(takeInSteps(again, said));
  }
}

/** What is taken into which round. */
interface Taking {
  readonly current: RoundDraft;
  /** By patient: of whom the user has said nothing there. */
  readonly taken: Map<string, RoundMember>;
  readonly from: Set<RoundDraft>;
}

/** Takes in what is stored of some patients in a round that is open beside the current one. */
function* takeInSteps({ current, taken }: Taking, members: readonly RoundMember[]): Steps<void> {
  for (const member of members) {
    const id = member.patientId;
    const now = current.member(id);
    const joined = takeIn(now, carryOver(member));
    if (joined !== now) {
      if (!current.isOwn(id) || taken.get(id) === now) taken.set(id, joined);
      current.change(joined);
    }
    yield;
  }
}

/** A stored round, with the members that are known as they are: what is the same is known by identity. */
export function* recalledInSteps<Stored extends CheckedRound>(
  stored: Stored,
  known: ReadonlyMap<string, RoundMember>,
): Steps<Stored> {
  const { round } = stored;
  const members: RoundMember[] = [];
  for (const member of round.members) {
    const was = known.get(member.patientId);
    members.push(was && JSON.stringify(was) === JSON.stringify(member) ? was : member);
    yield;
  }
  return { ...stored, round: { ...round, members } };
}

function draftOf(stored: CheckedRound): RoundDraft {
  return new RoundDraft(() => stored.round, stored);
}

/** Those of each id, in their order: a store may list one twice. */
function byId(entries: readonly Entry[]): ReadonlyMap<string, Entry[]> {
  const found = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { id } = entry.stored.round;
    const same = found.get(id);
    if (same) same.push(entry);
    else found.set(id, [entry]);
  }
  return found;
}
