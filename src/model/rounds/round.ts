import {
  memberOf,
  mostAttempts,
  type Assignee,
  type ContactOutcome,
  type ExemptionReason,
  type Round,
  type RoundAim,
  type RoundMember,
  type RoundStatus,
} from '../../adapter/index.ts';
import { plainText } from '../../json/plain-text.ts';
import { requireDate } from '../../record/index.ts';
import type { ListRound } from '../list/types.ts';
import type { Origin } from '../load/identity.ts';
import type { Problem } from '../load/problems.ts';
import { StateStore, type Store } from '../store.ts';
import { joinMembers } from './members.ts';
import { isSamePending, pendingIn } from './pending.ts';
import {
  hasAttempt,
  isInForce,
  memberOn,
  newMember,
  sayTheSame,
  withContact,
  withExemptions,
  withStatus,
} from './fields.ts';
import { isSameAim, type AimPart } from './aim.ts';
import { aimDisputeIn, aimedRound, disputedRound, offeredAim } from './aimed.ts';
import { foreignDate } from './clocks.ts';
import { redoableIn, RoundDeeds, undoableIn } from './deeds.ts';
import type { RoundDraft } from './draft.ts';
import type { RoundUndo, UndoOutcome } from './history.ts';
import { countExemptions, type ExemptionCount } from './exemption-counts.ts';
import type { ExemptMarkers } from './exempt-markers.ts';
import { withPopulation } from './presence.ts';
import { RoundRepositories } from './repositories.ts';
import type { RoundRepository } from './repository.ts';
import { Memo } from '../memo.ts';
import { RoundSummary, type SinceLastRound } from './summary.ts';
import type { UndoStep } from './undo.ts';
import type {
  RoundInputs,
  RoundMemberView,
  RoundOptions,
  RoundState,
  RoundStatusView,
  RoundUpdate,
} from './types.ts';

const nothing: RoundState = {
  phase: 'none',
  rounds: [],
  current: undefined,
  aimed: undefined,
  offeredAim: undefined,
  aimDispute: undefined,
  counts: { new: 0, 'to-follow-up': 0, reviewed: 0, exempt: 0 },
  plan: { assigned: new Map(), overdue: 0, hasAssigned: false, hasDue: false, hasContact: false },
  left: [],
  pending: {
    count: 0,
    since: undefined,
    problem: undefined,
    attempts: 0,
    isStuck: false,
    isUnknown: false,
  },
  conflicts: [],
  problems: [],
  undoable: undefined,
  redoable: undefined,
  undone: undefined,
};

/**
 * The life of a profile's rounds. What the user changes shows at once and is stored when it can be; it
 * stays pending until then. Another user's changes are merged patient by patient; of a patient changed
 * by both, both versions are kept until the user chooses. Never rejects: failures are state.
 */
export class RoundModel implements Store<RoundState, RoundUpdate> {
  readonly #store = new StateStore<RoundState, RoundUpdate>(nothing);
  #inputs: RoundInputs | undefined;
  #repository: RoundRepository | undefined;
  readonly #summary = new RoundSummary();
  /** Whose rounds the state shows. */
  #shown: RoundRepository | undefined;
  /** Of all profiles seen in the clinic: what is not stored there goes on being stored. */
  readonly #repositories: RoundRepositories;
  readonly #deeds = new RoundDeeds({
    inputs: () => this.#inputs,
    signature: () => this.#signature(),
    nextNumber: () => this.#repositories.nextNumber(),
    changed: () => this.#changed(),
  });
  readonly #areOwn: boolean;
  readonly #unsubscribe: () => void;

  /** @param shared Rounds that other models show too; then `options` count for nothing. */
  constructor(options: RoundOptions = {}, shared?: RoundRepositories) {
    this.#repositories = shared ?? new RoundRepositories(options);
    this.#areOwn = !shared;
    this.#unsubscribe = this.#repositories.subscribe((changed) => this.#hear(changed));
  }

  get state(): RoundState {
    return this.#store.state;
  }

  /** Calls `listener` after every change, with whom it concerns; answers the way to stop. */
  subscribe(listener: (update: RoundUpdate) => void): () => void {
    return this.#store.subscribe(listener);
  }

  /** The profile whose rounds these are; absent where there are none. */
  get profile(): Round['profile'] | undefined {
    return this.#repository?.inputs.profile;
  }

  /** Whose rounds these are; absent where there are none. */
  get origin(): Origin | undefined {
    return this.#repository?.origin;
  }

  /**
   * Takes new inputs; fetches the rounds when the clinic or the profile is another one.
   * @throws {RangeError} where there are rounds, of a day that does not exist.
   */
  async update(inputs: RoundInputs): Promise<void> {
    this.#inputs = inputs;
    const { adapter, profile, asOf, clinicId } = inputs;
    const store = memberOf(adapter, 'rounds');
    const origin = adapter && { adapter, clinicId };
    // Of another clinic nothing is kept but what waits to be stored.
    this.#repositories.leave(this, origin);
    if (!origin || !store || !profile) {
      this.#repository = this.#shown = undefined;
      this.#now.forget();
      this.#show();
      return;
    }
    requireDate(asOf, 'RoundModel.update: asOf');
    const before = this.#repository;
    const source = before?.source;
    const population = inputs.isOfPatient ? undefined : inputs;
    const repository = this.#repositories.use(this, origin, store, { profile, asOf, population });
    this.#repository = repository;
    repository.history.user = inputs.user;
    this.#show();
    if (repository !== before || repository.source !== source) await repository.refresh();
  }

  /**
   * The way to change these rounds by what comes late, whatever is shown here by then: it is stored where they are, by
   * the adapter that the clinic has then. Answers whether it was changed: after a logout it is not.
   */
  aside(): (act: (round: RoundModel) => void) => boolean {
    // Who is in the population the rounds know: of a list that is gone by then nothing is held.
    const inputs = this.#inputs && withoutPopulation(this.#inputs);
    const repositories = this.#repositories;
    const { logouts } = repositories;
    return (act) => {
      const origin = inputs && repositories.originOf(inputs);
      if (!origin || repositories.logouts !== logouts) return false;
      const model = new RoundModel({}, repositories);
      void model.update({ ...inputs, adapter: origin.adapter });
      act(model);
      model.dispose();
      return true;
    };
  }

  /** Whether what one of two changes is seen in the other. */
  isKeptWith(other: RoundModel): boolean {
    return this.#repositories === other.#repositories;
  }

  /** Whether something is not stored yet, or not settled: of any profile, and of a clinic that is gone. */
  get isUnsaved(): boolean {
    return this.#repositories.isUnsaved;
  }

  /** Fetches the rounds again, and merges what others have changed. */
  async refresh(): Promise<void> {
    await this.#repository?.refresh();
  }

  /** The user has logged out: what is not stored yet is stored soon, or forgotten. To be called after the update. */
  logOut(): void {
    this.#repositories.logOut();
  }

  /** Tries again what failed, without waiting for its turn. */
  async retry(): Promise<void> {
    await Promise.all(this.#repositories.all.map((repository) => repository.retry()));
  }

  /**
   * Stops. What is pending then is lost: ask `state.pending` first. Rounds that other models show too go on, until all
   * is stored.
   */
  dispose(): void {
    this.#unsubscribe();
    this.#repositories.leave(this);
    if (this.#areOwn) this.#repositories.dispose();
  }

  /** What the round says of a patient; without a round under way, what the next one would begin with. */
  member(id: string): RoundMemberView {
    const asOf = this.#inputs?.asOf ?? '';
    const draft = this.#repository?.current;
    const stored = draft?.member(id) ?? newMember(id);
    const member = memberOn(stored, asOf);
    return {
      ...member,
      exemptions: (member.exemptions ?? []).filter(({ until }) => isInForce(until, asOf)),
      exemptionEnded: member !== stored,
      presence: this.#summary.presenceOf(id, draft),
      pending: draft?.isPending(id) ?? false,
      conflict: this.#summary.conflicts.get(id),
    };
  }

  /** What the list shows of a patient: `member` without what takes a look at the whole population. */
  statusOf(id: string): RoundStatusView {
    const draft = this.#repository?.current;
    const member = draft?.member(id) ?? newMember(id);
    const asOf = this.#inputs?.asOf ?? '';
    const { status, note, earlier, assignee, due, contact, exemptReason, exemptions } = memberOn(
      member,
      asOf,
    );
    const inForce = exemptions?.filter(({ until }) => isInForce(until, asOf)) ?? [];
    return {
      status,
      ...(status === 'exempt' && exemptReason ? { exemptReason } : {}),
      ...(inForce.length === 0 ? {} : { exemptions: inForce }),
      ...(note === undefined ? {} : { note }),
      ...(earlier === undefined ? {} : { earlier }),
      ...(assignee === undefined ? {} : { assignee }),
      ...(due === undefined ? {} : { due }),
      ...(contact === undefined ? {} : { contact }),
      pending: draft?.isPending(id) ?? false,
      conflict: this.#summary.conflicts.get(id),
    };
  }

  /** By id what the list shows of a patient: as long as what is stored is not here, nobody knows of whom nothing waits. */
  readonly statuses: ListRound['statuses'] = {
    get: (id) => {
      const said = this.statusOf(id);
      const isUnknown = this.state.phase !== 'ready' && !said.pending;
      return isUnknown ? { ...said, isUnknown } : said;
    },
  };

  /** Of whom in the population which markers are exempted: the same map, which goes on with the round. */
  get exempt(): ReadonlyMap<string, ExemptMarkers> {
    return this.#summary.exempt;
  }

  /** How many in the population are exempt of what, and why. */
  get exemptions(): readonly ExemptionCount[] {
    return countExemptions([...this.#summary.exempt.keys()].map((id) => this.member(id)));
  }

  /** Ids of those who are dealt with, reviewed or exempt: the same set, which goes on with the round. */
  get done(): ReadonlySet<string> {
    return this.#summary.done;
  }

  /** Who came and how many left since the last round that was finished; undefined without one. */
  get since(): SinceLastRound | undefined {
    return this.#repository && this.#summary.since(this.#repository);
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
   * The population as it is, in the shape of a round: for `compareRounds(round, now())`. The same object for as long as
   * nothing of it is another.
   *
   * @param markers Asks the markers of all members, to tell how they changed.
   */
  now(markers = true): Round | undefined {
    const repository = this.#repository;
    if (!repository) return undefined;
    const { round } = repository.current;
    const { markersOf: ask, members, undecided, complete, asOf } = repository.population;
    const markersOf = markers ? ask : undefined;
    return this.#now.of([round, members, undecided, complete, asOf, markersOf, markers], () =>
      withPopulation(round, { members, undecided, complete, asOf, markersOf }, markers),
    );
  }

  readonly #now = new Memo<Round>();

  /**
   * Sets the status of some patients. Begins a round if none is under way.
   *
   * @param more.note Replaces the note; `''` removes it; absent, it stays.
   * @param more.exemptReason Why they are exempt, coded; `''` says none; absent, it stays with whoever is exempt.
   * @param more.exemptUntil Last day of an exemption; absent or `''`: until someone ends it.
   * @param more.run The key of the run of an action that it came of, which is taken back as one.
   * @throws RangeError when that is no calendar date.
   */
  setStatus(ids: Iterable<string>, status: RoundStatus, more: StatusMore = {}): void {
    const { note, exemptReason, exemptUntil, run } = more;
    checkDate(exemptUntil);
    const edit = (member: RoundMember): RoundMember => {
      const { patientId } = member;
      const had = member.status === 'exempt' ? member.exemptReason : undefined;
      const exempt = {
        exemptReason: exemptReason ?? had ?? '',
        ...(exemptUntil ? { exemptUntil } : {}),
      };
      return withStatus(withNote(member, note), {
        ...{ patientId, status },
        ...(status === 'exempt' ? exempt : {}),
      });
    };
    this.#edit(ids, edit, { kind: 'status', status, run });
  }

  /**
   * Takes back what the user did last in these rounds, as a new change: what others have said since stays, and so does
   * a round that somebody has used. Nothing is done where nothing can be taken back.
   */
  undo(): UndoOutcome | undefined {
    return this.#repository && this.#deeds.undo(this.#repository);
  }

  /** Does again what was taken back last, in all that nobody has changed since. */
  redo(): UndoOutcome | undefined {
    return this.#repository && this.#deeds.redo(this.#repository);
  }

  /** Forgets what the user has done: it can no longer be taken back. */
  forgetDeeds(): void {
    this.#repositories.forget();
    this.#show();
  }

  /** Says who is to see to some patients; undefined: nobody in particular. Begins a round if none is under way. */
  assign(ids: Iterable<string>, assignee: Assignee | undefined): void {
    const edit = ({ assignee: _, ...member }: RoundMember): RoundMember =>
      assignee ? { ...member, assignee: { ...assignee } } : member;
    this.#edit(ids, edit, { kind: 'assignee', assignee });
  }

  /**
   * Says by which day something is to be done for some patients; absent or `''`: by none. Begins a round if none is
   * under way.
   * @throws RangeError when that is no calendar date.
   */
  setDue(ids: Iterable<string>, due: string | undefined): void {
    if (due) requireDate(due, 'The day that something is due');
    const edit = ({ due: _, ...member }: RoundMember): RoundMember =>
      due ? { ...member, due } : member;
    this.#edit(ids, edit, { kind: 'due', due: due || undefined });
  }

  /**
   * Logs an attempt to reach some patients, now and by the user. Begins a round if none is under way. The same once more
   * within a second is a key or a button that was pressed twice: it is one attempt.
   *
   * @param nextTry When it is to be tried again, which is what is due then; absent or `''`: what is due stays.
   * @param run The key of the run of an action that it came of, which is taken back as one.
   * @throws RangeError when that is no calendar date.
   */
  logContact(ids: Iterable<string>, outcome: ContactOutcome, nextTry?: string, run?: string): void {
    if (nextTry) requireDate(nextTry, 'The day of the next try');
    const { by, at = '' } = this.#signature();
    const next = nextTry ? { nextTry } : {};
    const attempt = { outcome, at, ...(by === undefined ? {} : { by }), ...next };
    const edit = (member: RoundMember): RoundMember =>
      hasAttempt(member, attempt)
        ? member
        : {
            ...withContact(member, [...(member.contact ?? []).slice(1 - mostAttempts), attempt]),
            ...(nextTry ? { due: nextTry } : {}),
          };
    this.#edit(ids, edit, { kind: 'contact', contact: outcome, run });
  }

  /**
   * Says what the round under way is to reach, or the last that was finished; a part that is `undefined` or `''` is said
   * no longer, one that is absent stays. Nothing where no round has begun.
   *
   * @param roundId The round that it is said of, be it that another has begun since.
   * @throws RangeError when a day is no calendar date.
   */
  setAim(change: AimChange, roundId?: string): void {
    for (const day of [change.evaluation, change.evaluated])
      if (day) requireDate(day, 'A day of the evaluation');
    const repository = this.#repository;
    if (!repository) return;
    const aimed = aimedRound(repository);
    const isOther = roundId !== undefined && roundId !== aimed?.id;
    const draft = isOther ? repository.counting.findLast(({ id }) => id === roundId) : aimed;
    if (!draft) return;
    const was = draft.aim;
    const { goal, ...rest } = { ...was, ...change };
    const said = { ...rest, goal: goal && plainText(goal).trim(), ...this.#signature() };
    const mine: RoundAim = Object.fromEntries(Object.entries(said).filter(([, value]) => value));
    if (isSameAim(was, mine)) return;
    draft.changeAim(mine);
    repository.history.add({
      undo: this.#numbered({ kind: 'aim', patientIds: [] }),
      ...{ draft, steps: [], aim: { was, mine } },
    });
    this.#changed();
  }

  /** Ends a dispute about what the round is to reach. */
  resolveAim(choice: 'mine' | 'theirs'): void {
    const repository = this.#repository;
    if (repository) disputedRound(repository)?.resolveAim(choice);
    this.#changed();
  }

  /** Writes the note of a patient; `''` removes it. */
  setNote(id: string, note: string): void {
    this.#edit([id], (member) => withNote(member, note), { kind: 'note' });
  }

  /**
   * Says that a marker does not apply to a patient, and why: coded, in words, or both. Once more for the same marker
   * replaces it.
   * @throws RangeError when `until` is no calendar date.
   */
  exemptMarker(id: string, marker: string, { reason, note, until }: MarkerExemptionMore): void {
    checkDate(until);
    const edit = (member: RoundMember) =>
      withExemptions(member, [
        ...(member.exemptions ?? []).filter((each) => each.marker !== marker),
        {
          marker,
          ...(reason ? { reason } : {}),
          note: plainText(note),
          ...(until ? { until } : {}),
          ...this.#signature(),
        },
      ]);
    this.#edit([id], edit, { kind: 'exemption' });
  }

  /** Ends the exemption of one marker, or, without one, of the patient, who is then to be followed up. */
  endExemption(id: string, marker?: string): void {
    if (marker === undefined) {
      if (this.member(id).status === 'exempt') this.setStatus([id], 'to-follow-up');
      return;
    }
    const edit = (member: RoundMember) =>
      withExemptions(
        member,
        (member.exemptions ?? []).filter((each) => each.marker !== marker),
      );
    this.#edit([id], edit, { kind: 'exemption' });
  }

  /** Finishes the round under way. */
  finish(): void {
    const draft = this.#repository?.current;
    if (this.#inputs) this.#repository?.finish(this.#inputs.asOf);
    if (draft?.isFinished) this.#remember({ kind: 'finish' }, draft, []);
    this.#changed();
  }

  /** Begins the next round, unless one is under way. */
  startNext(): void {
    const { isListed, current } = this.#repository ?? {};
    if (current && isListed && !current.begun) {
      current.begun = true;
      this.#remember({ kind: 'begin' }, current, []);
    }
    this.#changed();
  }

  /**
   * Ends the conflict about a patient: the user's own version is stored, or the other one's stays, or
   * the user's own with both notes and all exempted markers.
   */
  resolve(patientId: string, choice: 'mine' | 'theirs' | 'both'): void {
    const draft = this.#repository?.drafts.findLast((each) => each.conflict(patientId));
    const conflict = draft?.conflict(patientId);
    if (!draft || !conflict) return;
    const { theirs } = conflict;
    const own = draft.contested(patientId);
    const version = own && draft.versionIn(own, choice === 'theirs' ? 'theirs' : 'mine');
    const chosen = version && choice === 'both' ? joinMembers(version, theirs) : version;
    draft.resolve(patientId, chosen && { ...chosen, ...this.#signature() });
    // What is taken back then is the choice: of the other's version nothing is written over.
    if (draft === this.#repository?.current)
      this.#repository.history.add({
        undo: this.#numbered({ kind: 'settle', patientIds: [patientId] }),
        draft,
        ...(chosen ? { steps: [{ was: theirs, mine: chosen }] } : { steps: [], contested: own }),
      });
    this.#changed();
  }

  /** @param deed What it is called where it can be taken back. */
  #edit(ids: Iterable<string>, edit: (member: RoundMember) => RoundMember, deed: DeedName): void {
    const draft = this.#repository?.current;
    if (!draft || !this.#inputs) return;
    const steps: UndoStep[] = [];
    const signature = this.#signature();
    for (const id of new Set(ids)) {
      const was = draft.member(id);
      const before = memberOn(was, this.#inputs.asOf);
      const after = edit(before);
      if (sayTheSame(before, after)) continue;
      const mine = { ...after, ...signature };
      draft.change(mine);
      steps.push({ was, mine });
    }
    if (steps.length > 0) this.#remember(deed, draft, steps);
    this.#changed();
  }

  #remember(
    { kind, status, assignee, due, contact, run }: DeedName,
    draft: RoundDraft,
    steps: readonly UndoStep[],
  ): void {
    const ended = steps.filter(
      ({ was, mine }) => was.status === 'exempt' && mine.status !== 'exempt',
    );
    const undo = this.#numbered({
      kind,
      patientIds: steps.map(({ mine }) => mine.patientId),
      ...(status ? { status, endedExemptions: ended.length } : {}),
      ...(assignee ? { assignee } : {}),
      ...(due ? { due } : {}),
      ...(contact ? { contact } : {}),
      ...(run === undefined ? {} : { run }),
    });
    this.#repository?.history.add({ undo, draft, steps });
  }

  #numbered(deed: Omit<RoundUndo, 'number'>): RoundUndo {
    return { ...deed, number: this.#repositories.nextNumber() };
  }

  #signature(): { readonly by?: string; readonly at?: string } {
    const { user, now } = this.#inputs ?? {};
    return { ...(user ? { by: user } : {}), ...(now ? { at: now() } : {}) };
  }

  #changed(): void {
    if (this.#inputs) this.#repository?.store(this.#inputs.now);
  }

  /** Of the rounds of other profiles it shows what is not stored. */
  #hear(changed: RoundRepository): void {
    if (
      changed === this.#repository ||
      !isSamePending(pendingIn(this.#repositories.all), this.state.pending)
    )
      this.#show();
  }

  #show(): void {
    const inputs = this.#inputs;
    const pending = pendingIn(this.#repositories.all);
    const repository = this.#repository;
    if (!repository || !inputs) {
      const had = this.#summary.clear();
      this.#store.set({ ...nothing, pending }, { changed: had ? 'all' : new Set() });
      return;
    }
    const isOther = this.#shown !== repository;
    this.#shown = repository;
    const changed = this.#summary.update(inputs, repository);
    const { current, counting, isListed, reason, unusable, history } = repository;
    const problems: Problem[] = [];
    if (reason) problems.push({ kind: 'call', call: 'rounds', reason });
    if (unusable.length > 0) problems.push({ kind: 'rounds', paths: unusable });
    const rounds = counting.map(({ round }) => round);
    if (counting.some(({ isBehind }) => isBehind)) problems.push({ kind: 'restored' });
    const there = foreignDate(rounds, inputs.asOf, counting.at(-1)?.changedOn);
    if (there !== undefined) problems.push({ kind: 'clock', here: inputs.asOf, there });
    this.#store.set(
      {
        phase: isListed ? 'ready' : reason ? 'failed' : 'loading',
        rounds,
        current: current.begun ? current.round : undefined,
        aimed: aimedRound(repository)?.round,
        offeredAim: offeredAim(repository),
        aimDispute: aimDisputeIn(repository),
        counts: this.#summary.counts,
        plan: this.#summary.plan,
        left: this.#summary.left,
        pending,
        conflicts: [...this.#summary.conflicts.values()],
        problems,
        undoable: undoableIn(repository),
        redoable: redoableIn(repository),
        undone: history.outcome,
      },
      { changed: isOther ? 'all' : changed },
    );
  }
}

function withoutPopulation({ markersOf: _, ...inputs }: RoundInputs): RoundInputs {
  return { ...inputs, members: [], undecided: [], isOfPatient: true };
}

/** What may be said with a status. */
interface StatusMore {
  readonly note?: string | undefined;
  readonly exemptReason?: ExemptionReason | undefined;
  readonly exemptUntil?: string | undefined;
  readonly run?: string | undefined;
}

/** What of a round's aim is said anew. */
type AimChange = {
  readonly [Part in AimPart]?: RoundAim[Part] | undefined;
};

/** What is said of an exempted marker. */
interface MarkerExemptionMore {
  readonly reason?: ExemptionReason | undefined;
  readonly note: string;
  readonly until?: string | undefined;
}

/** What a deed is called where it can be taken back. */
type DeedName = Pick<RoundUndo, 'kind' | 'status' | 'contact'> & {
  readonly assignee?: Assignee | undefined;
  readonly due?: string | undefined;
  readonly run?: string | undefined;
};

function withNote({ note: had, ...member }: RoundMember, other?: string): RoundMember {
  const note = other === undefined ? had : other;
  const plain = plainText(note ?? '');
  return plain.trim() ? { ...member, note: plain } : member;
}

function checkDate(date: string | undefined): void {
  if (date) requireDate(date, 'The last day of an exemption');
}
