import type {
  ClinicAdapter,
  MarkerExemption,
  Round,
  RoundMember,
  RoundStatus,
} from '../../adapter/index.ts';
import { isCalendarDate, type CalendarDate } from '../../record/index.ts';
import { defaultDeadline } from '../load/population.ts';
import type { Problem } from '../load/problems.ts';
import { StateStore, type Store } from '../store.ts';
import { RoundRepository } from './repository.ts';
import type { RoundConflict, RoundDraft } from './draft.ts';
import { isInForce, joinMembers, memberOn, sayTheSame, withExemptions } from './members.ts';
import { withPopulation, type RoundPopulation } from './presence.ts';

/** What rounds are about: a clinic, a profile, and who is in its population now. */
export interface RoundInputs extends RoundPopulation {
  readonly adapter?: ClinicAdapter | undefined;
  readonly profile?: Round['profile'] | undefined;
  readonly asOf: CalendarDate;
  /** Initials: who sets a status or writes a note. */
  readonly user?: string | undefined;
  /** The time now, as an ISO date-time with offset: when something was changed. */
  readonly now: () => string;
}

/** What the round says about one patient, ready to show. */
export interface RoundMemberView extends RoundMember {
  /** The exempted markers that hold today. */
  readonly exemptions: readonly MarkerExemption[];
  /** The patient was exempt until a day that has passed, and is now to be followed up. */
  readonly exemptionEnded: boolean;
  /** `left`: was in, and is no longer; `unknown`: nobody can say, or never was. */
  readonly presence: 'in' | 'undecided' | 'left' | 'unknown';
  /** What is shown is not stored yet. */
  readonly pending: boolean;
  /** Changed by another user too: what is shown is the user's own. */
  readonly conflict: RoundConflict | undefined;
}

/** What is not stored yet. */
export interface RoundPending {
  /** Patients changed; a round that is begun or finished counts as one more. */
  readonly count: number;
  /** ISO date-time of the first of these changes. */
  readonly since: string | undefined;
  /** Why: the last attempt failed. Absent: it is under way. */
  readonly problem: Problem | undefined;
}

export interface RoundState {
  /**
   * - `none`: no profile, or a clinic that stores no rounds: there is nothing to set;
   * - `loading`, `failed`: the stored rounds are not here; what is set is kept until they are;
   * - `ready`: they are; a later failure is in `problems`.
   */
  readonly phase: 'none' | 'loading' | 'ready' | 'failed';
  /** All rounds, the oldest first, with what is not stored yet. */
  readonly rounds: readonly Round[];
  /** The one that is not finished. Without it, the first change begins one. */
  readonly current: Round | undefined;
  /** Of those in the population now. */
  readonly counts: Readonly<Record<RoundStatus, number>>;
  /** Ids of those who left during the round, with their status and note kept. */
  readonly left: readonly string[];
  readonly pending: RoundPending;
  readonly conflicts: readonly RoundConflict[];
  readonly problems: readonly Problem[];
}

const nothing: RoundState = {
  phase: 'none',
  rounds: [],
  current: undefined,
  counts: { new: 0, 'to-follow-up': 0, reviewed: 0, exempt: 0 },
  left: [],
  pending: { count: 0, since: undefined, problem: undefined },
  conflicts: [],
  problems: [],
};

export interface RoundOptions {
  /** Longest wait for one answer, in milliseconds. */
  readonly deadline?: number;
  /** Milliseconds from a failure to the next attempt; each further one waits twice as long. */
  readonly firstPause?: number;
}

/**
 * The life of a profile's rounds. What the user changes shows at once and is stored when it can be; it
 * stays pending until then. Another user's changes are merged patient by patient; of a patient changed
 * by both, both versions are kept until the user chooses. Never rejects: failures are state.
 */
export class RoundModel implements Store<RoundState> {
  readonly #store = new StateStore<RoundState>(nothing);
  readonly #options: Required<RoundOptions>;
  #inputs: RoundInputs | undefined;
  #book: RoundRepository | undefined;
  /** Of all profiles seen: what is not stored there goes on being stored. */
  readonly #books: RoundRepository[] = [];

  constructor({ deadline = defaultDeadline, firstPause = 2000 }: RoundOptions = {}) {
    this.#options = { deadline, firstPause };
  }

  get state(): RoundState {
    return this.#store.state;
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  /** The profile whose rounds these are; absent where there are none. */
  get profile(): Round['profile'] | undefined {
    return this.#book?.inputs.profile;
  }

  /** Takes new inputs; fetches the rounds when the clinic or the profile is another one. */
  async update(inputs: RoundInputs): Promise<void> {
    this.#inputs = inputs;
    const { adapter, profile, asOf } = inputs;
    const store = adapter?.rounds;
    if (!store || !profile) {
      this.#book = undefined;
      this.#show();
      return;
    }
    const known = this.#books.find(
      (book) => book.store === store && book.inputs.profile.id === profile.id,
    );
    const given = { profile, asOf, population: inputs };
    if (known) {
      // The same profile as before keeps its identity, so that nothing is worked out again.
      const same = known.inputs.profile.version === profile.version;
      known.inputs = { ...given, profile: same ? known.inputs.profile : profile };
    }
    const changed = known !== this.#book || !known;
    const book =
      known ??
      new RoundRepository(given, { store, ...this.#options, onChange: () => this.#show() });
    if (!known) this.#books.push(book);
    this.#book = book;
    this.#show();
    if (changed) await book.refresh();
  }

  /** Fetches the rounds again, and merges what others have changed. */
  async refresh(): Promise<void> {
    await this.#book?.refresh();
  }

  /** Tries again what failed, without waiting for its turn. */
  async retry(): Promise<void> {
    await Promise.all(this.#books.map((book) => book.go(true)));
  }

  /** Stops. What is pending then is lost: ask `state.pending` first. */
  dispose(): void {
    for (const book of this.#books) book.dispose();
  }

  /** What the round says of a patient; without a round under way, what the next one would begin with. */
  member(id: string): RoundMemberView {
    const asOf = this.#inputs?.asOf ?? '';
    const draft = this.#book?.current;
    const stored: RoundMember = draft?.member(id) ?? { patientId: id, status: 'new' };
    const member = memberOn(stored, asOf);
    return {
      ...member,
      exemptions: (member.exemptions ?? []).filter(({ until }) => isInForce(until, asOf)),
      exemptionEnded: member !== stored,
      presence: this.#presence(id, stored, draft),
      pending: draft?.isPending(id) ?? false,
      conflict: this.#conflicts.get(id),
    };
  }

  /** What the finished rounds said of a patient, the latest first. */
  history(id: string): readonly { readonly round: Round; readonly member: RoundMember }[] {
    return this.state.rounds
      .filter(({ finished }) => finished !== undefined)
      .flatMap((round) => {
        const member = round.members.find(({ patientId }) => patientId === id);
        return member ? [{ round, member }] : [];
      })
      .reverse();
  }

  /**
   * The population as it is, in the shape of a round: for `compareRounds(round, now())`.
   *
   * @param markers Asks the markers of all members, to tell how they changed.
   */
  now(markers = true): Round | undefined {
    const book = this.#book;
    if (!book) return undefined;
    const { markersOf, ...population } = book.inputs.population;
    return withPopulation(
      book.current.round,
      markers ? { ...population, markersOf } : population,
      markers,
    );
  }

  /**
   * Sets the status of some patients. Begins a round if none is under way.
   *
   * @param more.note Replaces the note; `''` removes it; absent, it stays.
   * @param more.exemptUntil Last day of an exemption; absent or `''`: until someone ends it.
   * @throws RangeError when that is no calendar date.
   */
  setStatus(
    ids: Iterable<string>,
    status: RoundStatus,
    more: { readonly note?: string | undefined; readonly exemptUntil?: string | undefined } = {},
  ): void {
    const { note, exemptUntil } = more;
    checkDate(exemptUntil);
    this.#edit(ids, ({ exemptUntil: _, ...member }) => ({
      ...withNote(member, note),
      status,
      ...(status === 'exempt' && exemptUntil ? { exemptUntil } : {}),
    }));
  }

  /** Writes the note of a patient; `''` removes it. */
  setNote(id: string, note: string): void {
    this.#edit([id], (member) => withNote(member, note));
  }

  /**
   * Says that a marker does not apply to a patient, and why. Once more for the same marker replaces it.
   * @throws RangeError when `until` is no calendar date.
   */
  exemptMarker(
    id: string,
    marker: string,
    { note, until }: { readonly note: string; readonly until?: string | undefined },
  ): void {
    checkDate(until);
    this.#edit([id], (member) =>
      withExemptions(member, [
        ...(member.exemptions ?? []).filter((each) => each.marker !== marker),
        { marker, note, ...(until ? { until } : {}), ...this.#signature() },
      ]),
    );
  }

  /** Ends the exemption of one marker, or, without one, of the patient, who is then to be followed up. */
  endExemption(id: string, marker?: string): void {
    if (marker === undefined) {
      if (this.member(id).status === 'exempt') this.setStatus([id], 'to-follow-up');
      return;
    }
    this.#edit([id], (member) =>
      withExemptions(
        member,
        (member.exemptions ?? []).filter((each) => each.marker !== marker),
      ),
    );
  }

  /** Finishes the round under way. */
  finish(): void {
    if (this.#inputs) this.#book?.finish(this.#inputs.asOf);
    this.#changed();
  }

  /** Begins the next round, unless one is under way. */
  startNext(): void {
    if (this.#book?.isListed) this.#book.current.begun = true;
    this.#changed();
  }

  /**
   * Ends the conflict about a patient: the user's own version is stored, or the other one's stays, or
   * the user's own with both notes and all exempted markers.
   */
  resolve(patientId: string, choice: 'mine' | 'theirs' | 'both'): void {
    const draft = this.#book?.drafts.findLast((each) => each.conflict(patientId));
    const conflict = draft?.conflict(patientId);
    if (!draft || !conflict) return;
    const { mine, theirs } = conflict;
    const chosen =
      choice === 'theirs' ? undefined : choice === 'mine' ? mine : joinMembers(mine, theirs);
    draft.resolve(patientId, chosen && { ...chosen, ...this.#signature() });
    this.#changed();
  }

  #edit(ids: Iterable<string>, edit: (member: RoundMember) => RoundMember): void {
    const draft = this.#book?.current;
    if (!draft || !this.#inputs) return;
    for (const id of new Set(ids)) {
      const before = memberOn(draft.member(id), this.#inputs.asOf);
      const after = edit(before);
      if (!sayTheSame(before, after)) draft.change({ ...after, ...this.#signature() });
    }
    this.#changed();
  }

  #signature(): { readonly by?: string; readonly at?: string } {
    const { user, now } = this.#inputs ?? {};
    return { ...(user ? { by: user } : {}), ...(now ? { at: now() } : {}) };
  }

  #changed(): void {
    const book = this.#book;
    if (!book) return;
    if (book.isDirty) book.since ??= this.#inputs?.now();
    this.#show();
    void book.go();
  }

  #presence(
    id: string,
    { left }: RoundMember,
    draft: RoundDraft | undefined,
  ): RoundMemberView['presence'] {
    if (this.#inside.has(id)) return 'in';
    if (this.#doubtful.has(id)) return 'undecided';
    const isGone = left || (this.#inputs?.complete !== false && draft?.knows(id));
    return isGone ? 'left' : 'unknown';
  }

  #inside: ReadonlySet<string> = new Set();
  #doubtful: ReadonlySet<string> = new Set();
  #conflicts: ReadonlyMap<string, RoundConflict> = new Map();

  #show(): void {
    const { members = [], undecided = [], asOf = '' } = this.#inputs ?? {};
    this.#inside = new Set(members);
    this.#doubtful = new Set(undecided);
    const pending = this.#pending();
    const book = this.#book;
    if (!book) {
      this.#conflicts = new Map();
      this.#store.set({ ...nothing, pending });
      return;
    }
    const { current, drafts, isListed, reason, unusable } = book;
    const conflicts = drafts.flatMap((draft) => draft.conflicts);
    this.#conflicts = new Map(conflicts.map((each) => [each.patientId, each]));
    const counts = { ...nothing.counts };
    for (const id of members) counts[memberOn(current.member(id), asOf).status]++;
    const known = current.round;
    const problems: Problem[] = [];
    if (reason) problems.push({ kind: 'call', call: 'rounds', reason });
    if (unusable.length > 0) problems.push({ kind: 'rounds', paths: unusable });
    this.#store.set({
      phase: isListed ? 'ready' : reason ? 'failed' : 'loading',
      rounds: drafts.map(({ round }) => round),
      current: current.begun ? known : undefined,
      counts,
      left: known.members
        .filter((member) => this.#presence(member.patientId, member, current) === 'left')
        .map(({ patientId }) => patientId),
      pending,
      conflicts,
      problems,
    });
  }

  /** Of all profiles: nothing is forgotten because the user looks at another one. */
  #pending(): RoundPending {
    let count = 0;
    let since: string | undefined;
    let problem: Problem | undefined;
    for (const book of this.#books) {
      if (!book.isDirty) continue;
      for (const draft of book.drafts) {
        const changes = [...draft.pending].length;
        count += draft.isDirty ? Math.max(changes, 1) : 0;
      }
      if (book.since !== undefined && !(since !== undefined && since <= book.since))
        since = book.since;
      if (book.reason) problem = { kind: 'call', call: 'rounds', reason: book.reason };
    }
    return { count, since, problem };
  }
}

function withNote({ note: had, ...member }: RoundMember, note = had): RoundMember {
  return note?.trim() ? { ...member, note } : member;
}

function checkDate(date: string | undefined): void {
  if (date && !isCalendarDate(date)) throw new RangeError('An exemption ends on a calendar date.');
}
