import type { Assignee, RoundMember, RoundStatus } from '../../adapter/index.ts';
import type { CalendarDate } from '../../record/index.ts';
import { compareRounds } from './compare.ts';
import { Memo } from '../memo.ts';
import type { RoundConflict, RoundDraft } from './draft.ts';
import { exemptMarkersOf } from './exemptions.ts';
import type { ExemptMarkers } from './exempt-markers.ts';
import { memberOn, newMember, sayTheSame } from './fields.ts';
import { withPopulation } from './presence.ts';
import type { RoundRepository } from './repository.ts';
import type { RoundInputs, RoundMemberView, RoundPlan, AssignedCount } from './types.ts';

/** What one patient's own change of the round was when it was last looked at. */
interface OwnChange {
  readonly mine: RoundMember;
  readonly pending: boolean;
}

/** Who came since the last round that was finished, and how many left. */
export interface SinceLastRound {
  readonly came: ReadonlySet<string>;
  readonly left: number;
  /** The day that the last round was evaluated on, `YYYY-MM-DD`. */
  readonly on: string;
}

/** Who is to see to a patient, by when, whether that is still to be done, and whether the patient was contacted. */
interface Plan {
  readonly assignee: Assignee | undefined;
  readonly due: CalendarDate | undefined;
  readonly hasContact: boolean;
  readonly isOpen: boolean;
  readonly isInside: boolean;
}

type Members = ReadonlyMap<string, RoundMember>;

const noMembers: Members = new Map();

/**
 * What the round says of the population as a whole: how many have which status, who left, who came. It looks
 * again only at the patients of whom something else is said, and tells which they are.
 */
export class RoundSummary {
  #inputs: RoundInputs | undefined;
  #draft: RoundDraft | undefined;
  #stored: Members = noMembers;
  #own: ReadonlyMap<string, OwnChange> = new Map();
  #conflicts: ReadonlyMap<string, RoundConflict> = new Map();
  /** By patient in the population; one who is not in it is new. */
  readonly #statuses = new Map<string, RoundStatus>();
  readonly #exempt = new Map<string, ExemptMarkers>();
  readonly #done = new Set<string>();
  /** By patient, those alone who are assigned, of whom something is due, or who were contacted. */
  readonly #plans = new Map<string, Plan>();
  #left: readonly string[] = [];
  /** Another one whenever the stored round has other members, or other members have left. */
  #presence = {};
  readonly #insideOf = new Memo<ReadonlySet<string>>();
  readonly #undecidedOf = new Memo<ReadonlySet<string>>();
  readonly #since = new Memo<SinceLastRound | undefined>();
  #lastSince: SinceLastRound | undefined;

  get conflicts(): ReadonlyMap<string, RoundConflict> {
    return this.#conflicts;
  }

  /** By patient in the population, those alone of whom something is exempted. Goes on with the round. */
  get exempt(): ReadonlyMap<string, ExemptMarkers> {
    return this.#exempt;
  }

  /** Ids of those who are dealt with, reviewed or exempt, in the population or not. Goes on with the round. */
  get done(): ReadonlySet<string> {
    return this.#done;
  }

  /** Ids of those who left during the round. */
  get left(): readonly string[] {
    return this.#left;
  }

  /** Patients in the population by status. */
  get counts(): Readonly<Record<RoundStatus, number>> {
    const counts = { new: 0, 'to-follow-up': 0, reviewed: 0, exempt: 0 };
    for (const status of this.#statuses.values()) counts[status]++;
    counts.new += (this.#inputs?.members.length ?? 0) - this.#statuses.size;
    return counts;
  }

  /** Who is to see to whom, and by when. */
  get plan(): RoundPlan {
    const assigned = new Map<string, AssignedCount>();
    const asOf = this.#inputs?.asOf ?? '';
    let overdue = 0;
    let [hasAssigned, hasDue, hasContact] = [false, false, false];
    for (const { assignee, due, isOpen, isInside, ...plan } of this.#plans.values()) {
      hasContact ||= plan.hasContact;
      hasDue ||= due !== undefined;
      hasAssigned ||= assignee !== undefined;
      if (!isInside) continue;
      if (isOpen && due !== undefined && due < asOf) overdue++;
      if (!assignee) continue;
      const { count, open } = assigned.get(assignee.id) ?? { count: 0, open: 0 };
      assigned.set(assignee.id, { assignee, count: count + 1, open: open + (isOpen ? 1 : 0) });
    }
    return { assigned, overdue, hasAssigned, hasDue, hasContact };
  }

  /** Forgets the round: there is none. Answers whether there was one. */
  clear(): boolean {
    const had = this.#draft !== undefined;
    this.#inputs = this.#draft = this.#lastSince = undefined;
    for (const memo of [this.#insideOf, this.#undecidedOf, this.#since]) memo.forget();
    this.#stored = noMembers;
    this.#own = new Map();
    this.#conflicts = new Map();
    this.#statuses.clear();
    this.#exempt.clear();
    this.#done.clear();
    this.#plans.clear();
    this.#left = [];
    return had;
  }

  /** Who is in the population: asked of those whom the round knows, which are few, and at first none. */
  get #inside(): ReadonlySet<string> {
    const { members } = this.#inputs ?? {};
    return this.#insideOf.of([members], () => new Set(members));
  }

  /** Of whom that cannot be told. */
  get #undecided(): ReadonlySet<string> {
    const { undecided } = this.#inputs ?? {};
    return this.#undecidedOf.of([undecided], () => new Set(undecided));
  }

  /** Looks at the round as it is now, and answers whose patients' part of it is another. */
  update(inputs: RoundInputs, { current, drafts }: RoundRepository): ReadonlySet<string> | 'all' {
    const before = {
      inputs: this.#inputs,
      draft: this.#draft,
      stored: this.#stored,
      own: this.#own,
      conflicts: this.#conflicts,
      presence: this.#presence,
    };
    this.#inputs = inputs;
    this.#draft = current;
    this.#stored = current.stored;
    this.#own = new Map(
      [...current.ownIds].map((id) => [
        id,
        { mine: current.member(id), pending: current.isPending(id) },
      ]),
    );
    const conflicts = drafts.flatMap((draft) => draft.conflicts);
    this.#conflicts = new Map(conflicts.map((each) => [each.patientId, each]));
    if (!before.draft || !before.inputs || !isSamePopulation(before.inputs, inputs)) {
      if (before.stored !== this.#stored) this.#presence = {};
      this.#statuses.clear();
      this.#exempt.clear();
      this.#done.clear();
      this.#plans.clear();
      const known = current.knownIds;
      for (const id of known) this.#recount(id, current);
      this.#left = this.#leftOf(known, current);
      return 'all';
    }
    const changed = new Set([
      ...this.#storedAnew(before.stored),
      ...differing(before.own, this.#own, isSameChange),
      ...differing(before.conflicts, this.#conflicts, isSameConflict),
    ]);
    for (const id of changed) this.#recount(id, current);
    if (before.presence !== this.#presence) this.#left = this.#leftOf(current.knownIds, current);
    else this.#left = this.#leftAfter(changed, current);
    return changed;
  }

  /** Whether a patient is in the population, as far as anyone can say. */
  presenceOf(id: string, draft: RoundDraft | undefined): RoundMemberView['presence'] {
    if (this.#inside.has(id)) return 'in';
    if (this.#undecided.has(id)) return 'undecided';
    const isGone = draft?.member(id).left || (this.#inputs?.complete !== false && draft?.knows(id));
    return isGone ? 'left' : 'unknown';
  }

  /** Who came and how many left since the last round that was finished; undefined without one. */
  since({ current, counting }: RoundRepository): SinceLastRound | undefined {
    const last = counting.findLast(({ isFinished }) => isFinished)?.round;
    const { members, undecided, complete } = this.#inputs ?? {};
    return this.#since.of([last, members, undecided, complete, this.#presence], () => {
      if (!last || !members || !undecided) return undefined;
      const now = withPopulation(current.round, { members, undecided, complete }, false);
      const { came, left } = compareRounds(last, now);
      const known = this.#lastSince;
      // What is made from it knows it by identity.
      const isSame = known?.came.size === came.length && came.every((id) => known.came.has(id));
      return (this.#lastSince = {
        came: isSame ? known.came : new Set(came),
        left: left.length,
        on: last.asOf,
      });
    });
  }

  /** Members of whom the stored round says something else than an earlier one. */
  #storedAnew(before: Members): readonly string[] {
    const now = this.#stored;
    if (before === now) return [];
    const changed: string[] = [];
    let sameMembers = before.size === now.size;
    for (const [id, member] of now) {
      const was = before.get(id);
      if (!was || was.left !== member.left) sameMembers = false;
      if (!isSameMember(was, member)) changed.push(id);
    }
    if (!sameMembers) {
      this.#presence = {};
      for (const [id, was] of before)
        if (!now.has(id) && !isSameMember(was, undefined)) changed.push(id);
    }
    return changed;
  }

  #recount(id: string, draft: RoundDraft): void {
    const asOf = this.#inputs?.asOf ?? '';
    const member = draft.member(id);
    const { status } = memberOn(member, asOf);
    const isInside = this.#inside.has(id);
    if (status !== 'new' && isInside) this.#statuses.set(id, status);
    else this.#statuses.delete(id);
    if (status === 'reviewed' || status === 'exempt') this.#done.add(id);
    else this.#done.delete(id);
    const { assignee, due, contact = [] } = member;
    const hasContact = contact.length > 0;
    const isOpen = !this.#done.has(id);
    if (assignee || due || hasContact)
      this.#plans.set(id, { assignee, due, hasContact, isOpen, isInside });
    else this.#plans.delete(id);
    const exempt = isInside ? exemptMarkersOf(member, asOf) : undefined;
    if (exempt) this.#exempt.set(id, exempt);
    else this.#exempt.delete(id);
  }

  /** Looks at those alone of whom something else is said; the same list where nobody came to it or went. */
  #leftAfter(changed: ReadonlySet<string>, draft: RoundDraft): readonly string[] {
    const outside = [...changed].filter((id) => !this.#inside.has(id));
    if (outside.length === 0) return this.#left;
    const left = new Set(this.#left);
    for (const id of outside)
      if (this.presenceOf(id, draft) === 'left') left.add(id);
      else left.delete(id);
    const isSame = left.size === this.#left.length && this.#left.every((id) => left.has(id));
    return isSame ? this.#left : [...left];
  }

  #leftOf(known: ReadonlySet<string>, draft: RoundDraft): readonly string[] {
    return [...known].filter((id) => this.presenceOf(id, draft) === 'left');
  }
}

/** The keys of which two maps hold something else. */
function differing<Value>(
  before: ReadonlyMap<string, Value>,
  now: ReadonlyMap<string, Value>,
  isSame: (a: Value, b: Value) => boolean,
): readonly string[] {
  return [...new Set([...before.keys(), ...now.keys()])].filter((id) => {
    const [was, is] = [before.get(id), now.get(id)];
    return was === undefined || is === undefined || !isSame(was, is);
  });
}

function isSameChange(a: OwnChange, b: OwnChange): boolean {
  return a.mine === b.mine && a.pending === b.pending;
}

function isSameConflict(a: RoundConflict, b: RoundConflict): boolean {
  return a.mine === b.mine && a.theirs === b.theirs;
}

/** Whether the same is shown of two members; one of whom nothing is said is new. */
function isSameMember(a: RoundMember | undefined, b: RoundMember | undefined): boolean {
  if (a === b) return true;
  const [one, other] = [a ?? newMember(''), b ?? newMember('')];
  // What is cheap to compare comes first: where a round has just come, everybody is looked at.
  if (one.at !== other.at || one.by !== other.by) return false;
  if (one.note !== other.note || one.earlier !== other.earlier) return false;
  if (!sayTheSame(one, other)) return false;
  const [made, now] = [one, other].map(({ assignee, exemptions = [] }) =>
    assignee || exemptions.length > 0 ? JSON.stringify([assignee, exemptions]) : '',
  );
  return made === now;
}

function isSamePopulation(a: RoundInputs, b: RoundInputs): boolean {
  return (
    a.members === b.members &&
    a.undecided === b.undecided &&
    a.complete === b.complete &&
    a.asOf === b.asOf
  );
}
