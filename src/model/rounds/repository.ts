import {
  AdapterFailure,
  listRounds,
  nextTurn,
  saveRound,
  type AdapterFailureKind,
  type CheckedRound,
  type Round,
  type RoundMember,
  type RoundStore,
} from '../../adapter/index.ts';
import { finish, type Steps } from '../../engine/index.ts';
import type { CalendarDate } from '../../record/index.ts';
import type { Origin } from '../load/identity.ts';
import { failureOf } from '../load/load.ts';
import { isStill } from '../load/shared-clinic.ts';
import { RoundDraft, type Sending } from './draft.ts';
import { RoundHistory } from './history.ts';
import { doInSlices, type DoSlice } from '../sliced-work.ts';
import { joinInSteps, recalledInSteps, takeOver } from './join.ts';
import { membersAfter, nextRound, speakerSince } from './members.ts';
import { inOrder, nextId } from './order.ts';
import { withPopulationInSteps, type RoundPopulation } from './presence.ts';
import type { RoundOptions } from './types.ts';
import { fieldOfRounds, reportUnusableRounds } from './unusable.ts';

/** What a repository of rounds is about, and what it needs to know of its surroundings. */
export interface RepositoryInputs {
  readonly profile: Round['profile'];
  readonly asOf: CalendarDate;
  /** Absent from one who knows single patients only: what another one said of it stays. */
  readonly population?: RoundPopulation | undefined;
}

export interface RepositoryOptions {
  readonly store: RoundStore;
  /** Whose rounds they are. */
  readonly origin: Origin;
  /** Longest wait for one answer, in milliseconds. */
  readonly deadline: number;
  /** Milliseconds before the first new attempt; each further one waits twice as long. */
  readonly firstPause: number;
  readonly pause: NonNullable<RoundOptions['pause']>;
  /** How much is joined before the page gets a turn. */
  readonly doSlice: DoSlice;
  readonly onChange: () => void;
  readonly onFailure?: RoundOptions['onFailure'];
  readonly onReport?: RoundOptions['onReport'];
}

/** Where nobody knows the population, nothing is said of who is in it. */
const nobody: RoundPopulation = { members: [], undecided: [], complete: false };

/** Of a whole profile a round has its name alone: the document is no part of what is stored. */
function namedOnly({ id, version }: Round['profile']): Round['profile'] {
  return { id, version };
}

/** A round as it is stored: with what the population knows, where that is told, and with what nobody can read. */
function* roundInSteps(
  { round, rejected }: Sending,
  population: RoundPopulation | undefined,
  everyMarker: boolean,
): Steps<Round> {
  const told = population ? yield* withPopulationInSteps(round, population, everyMarker) : round;
  return { ...told, members: [...told.members, ...(rejected as readonly RoundMember[])] };
}

/** Longest pause between two attempts, in milliseconds. */
const longestPause = 60_000;

/** Failures after a logout until it gives up: with the usual pauses in five minutes at most, calls aside. */
const mostAfterLogout = 8;

/**
 * All rounds of one profile in one store: fetches them, and stores what is changed, one call at a time, again and again
 * until it succeeds, with pauses that grow. What the store says counts: after a save that was not answered it is asked
 * what it holds, and a version that is older than one it had is taken. What is changed while a call is under way goes
 * with the next. The order of the rounds is the store's, whatever dates they bear; one that is open and not the last is
 * taken into the last, and finished.
 */
export class RoundRepository {
  readonly #options: RepositoryOptions;
  #source: RoundStore;
  #origin: Origin;
  #inputs: RepositoryInputs;
  /** Oldest first. */
  #drafts: RoundDraft[] = [];
  /** The round after those, which may not have begun and is not stored yet. */
  #next: RoundDraft | undefined;
  /** With changes to be stored, and finished by someone else. */
  readonly #late = new Set<RoundDraft>();
  /** Open beside the last one, and to be finished when what they say is stored there. */
  readonly #beside = new Set<RoundDraft>();
  /** Of which the last list held an older version than the one that is known. */
  readonly #older = new Set<RoundDraft>();
  #wantsList = true;
  #running = false;
  /** The user has asked for it: after the list that comes first, what is not stored is sent without a pause. */
  #isUrgent = false;
  #idle: (() => void)[] = [];
  /** How many places of a field were told not to be readable. */
  readonly #told = new Map<string, number>();
  readonly #life = new AbortController();
  #waiting: AbortController | undefined;
  /** Failures that are left, where nobody can be told of them any more. */
  #left: number | undefined;

  /** What the user has done in them. */
  readonly history = new RoundHistory();
  isListed = false;
  /** JSON Pointers to what the store holds and nobody can read. */
  unusable: readonly string[] = [];
  /** Why the last list, or the last save, failed; nothing when both succeeded. */
  get reason(): AdapterFailureKind | undefined {
    return this.#listReason ?? this.#saveReason;
  }

  #listReason: AdapterFailureKind | undefined;
  #saveReason: AdapterFailureKind | undefined;
  /** Calls in a row after which something is still not stored. */
  attempts = 0;
  /** Whether the last save may be stored although it was not answered. */
  isUnknown = false;
  /** Since when something is not stored. */
  since: string | undefined;

  constructor(inputs: RepositoryInputs, options: RepositoryOptions) {
    this.#inputs = { ...inputs, profile: namedOnly(inputs.profile) };
    this.#options = options;
    this.#source = options.store;
    this.#origin = options.origin;
  }

  /** Where they are stored. */
  get source(): RoundStore {
    return this.#source;
  }

  /** Goes on in another store of the same clinic: what is not stored yet goes there. */
  use(store: RoundStore, origin: Origin): void {
    if (store !== this.#source) this.attempts = 0;
    this.#left = undefined;
    this.#source = store;
    this.#origin = origin;
  }

  /** Whose rounds they are. */
  get origin(): Origin {
    return this.#origin;
  }

  get inputs(): RepositoryInputs {
    return this.#inputs;
  }

  /** Takes what is known now. The same profile as before keeps its identity, so that nothing is worked out again. */
  update({ profile, asOf, population = this.#inputs.population }: RepositoryInputs): void {
    const { profile: known } = this.#inputs;
    this.#inputs = {
      profile: known.version === profile.version ? known : namedOnly(profile),
      asOf,
      population,
    };
  }

  /** Who is in the population, as far as anyone who uses the rounds knows. */
  get population(): RoundPopulation {
    return this.#inputs.population ?? nobody;
  }

  /** All that have begun, oldest first. */
  get drafts(): readonly RoundDraft[] {
    return this.#next?.begun ? [...this.#drafts, this.#next] : this.#drafts;
  }

  /** All that count: without those of which it was taken back that they began, and in which nobody has said anything. */
  get counting(): readonly RoundDraft[] {
    const { drafts } = this;
    return drafts.filter((draft) => !this.#isVoid(draft, drafts));
  }

  /** The round under way, or what the next one would begin with. */
  get current(): RoundDraft {
    const last = this.#last;
    if (last && !last.isFinished && !this.#next?.begun) {
      this.#next = undefined;
      return last;
    }
    return (this.#next ??= this.#begin(last));
  }

  get #last(): RoundDraft | undefined {
    return this.#lastOf(this.#drafts);
  }

  /** The last of some rounds that counts. */
  #lastOf(drafts: readonly RoundDraft[]): RoundDraft | undefined {
    return drafts.findLast((draft) => !this.#isVoid(draft, drafts));
  }

  #isVoid(draft: RoundDraft, drafts: readonly RoundDraft[]): boolean {
    if (!draft.isWithdrawn) return false;
    if (!this.#void.has(draft.round)) finish(this.#weighInSteps(drafts));
    return this.#void.get(draft.round) ?? false;
  }

  /** Finds out which of some rounds count for nothing, those alone of which that is not known. */
  *#weighInSteps(drafts: readonly RoundDraft[]): Steps<void> {
    let before: RoundDraft | undefined;
    let begun: ReadonlyMap<string, RoundMember> | undefined;
    for (const draft of drafts) {
      if (!draft.isWithdrawn) {
        before = draft;
        begun = undefined;
        continue;
      }
      const { round } = draft;
      if (this.#void.has(round)) continue;
      begun ??= membersAfter(before?.round);
      // Whatever is said in it is never out of sight.
      this.#void.set(round, !speakerSince(begun, round));
      yield;
    }
  }

  readonly #void = new WeakMap<Round, boolean>();

  /** Finishes the round under way. Nothing before the rounds are fetched: it may be another one. */
  finish(asOf: CalendarDate): void {
    const { current } = this;
    if (!this.isListed || !current.begun) return;
    current.finish(asOf);
    this.#keep(current);
  }

  /** Whether a finished round can be gone on with: none has begun after it. */
  mayReopen(draft: RoundDraft): boolean {
    return draft.isFinished && this.#last === draft && !this.#next?.begun;
  }

  /** Takes back that the last round is finished. */
  reopen(draft: RoundDraft): void {
    if (!this.mayReopen(draft)) return;
    draft.reopen();
    this.#next = undefined;
  }

  /** Whether a round can be taken back that has begun: it is under way. */
  mayWithdraw(draft: RoundDraft): boolean {
    return draft.begun && !draft.isFinished && this.current === draft;
  }

  /** Whoever has said something in a round since it began; undefined where nobody has. */
  speakerIn(draft: RoundDraft): RoundMember | undefined {
    const earlier = this.drafts.slice(0, this.drafts.indexOf(draft));
    const before = earlier.findLast(({ isWithdrawn }) => !isWithdrawn)?.round;
    return speakerSince(membersAfter(before), draft.round);
  }

  /**
   * Takes back that a round began in which nobody has said anything.
   *
   * @param onInUse Is told where somebody has, as it then turns out: it goes on.
   */
  withdraw(draft: RoundDraft, asOf: CalendarDate, onInUse: (by: string | undefined) => void): void {
    draft.withdraw(asOf, onInUse);
    if (draft.begun) this.#keep(draft);
  }

  get isDirty(): boolean {
    return this.drafts.some((draft) => draft.isDirty);
  }

  /** Whether all is stored, and no conflict waits for the user to choose. */
  get isSettled(): boolean {
    return !this.isDirty && this.drafts.every(({ conflicts }) => conflicts.length === 0);
  }

  /**
   * Tells that a draft was changed, and stores it.
   *
   * @param now The time, as an ISO date-time.
   */
  store(now: () => string): void {
    if (this.isDirty) this.since ??= now();
    this.#options.onChange();
    void this.go();
  }

  /** Fetches the rounds again, and merges them. */
  refresh(): Promise<void> {
    this.#wantsList = true;
    return this.go(true);
  }

  /** Sends what is not stored at once; where the store has to be asked first what it holds, right after that. */
  retry(): Promise<void> {
    this.#isUrgent = true;
    return this.go(true);
  }

  /**
   * Does what there is to do; resolves when nothing is under way, be it that an attempt failed.
   *
   * @param now Does not wait for the pause after a failure to end.
   */
  go(now = false): Promise<void> {
    if (now) this.#waiting?.abort();
    const idle = new Promise<void>((resolve) => {
      if (this.#waiting && !now) resolve();
      else this.#idle.push(resolve);
    });
    void this.#run();
    return idle;
  }

  /**
   * The user has logged out: what is not stored is tried at once, and some times more, by the store it belongs in; then
   * it is lost, as is what waits for the user to choose.
   */
  logOut(): void {
    if (this.#left !== undefined) return;
    this.#left = mostAfterLogout;
    this.attempts = 0;
    if (!this.isDirty) return;
    // Asked once, it knows the markers of all: of the list, with all its patients, nothing is held while this is stored.
    const { members, markersOf } = this.population;
    if (members[0] !== undefined) markersOf?.(members[0]);
    void this.retry();
  }

  /** Whether there is nothing to wait for any more. */
  get isOver(): boolean {
    return this.#life.signal.aborted || (this.#left === undefined ? this.isSettled : !this.isDirty);
  }

  /** Stops; what is not stored is lost. */
  dispose(): void {
    this.#life.abort();
    this.#waiting?.abort();
  }

  async #run(): Promise<void> {
    if (this.#running) return;
    this.#running = true;
    const { signal } = this.#life;
    while (!signal.aborted) {
      // What is changed in one go is stored in one go.
      await nextTurn();
      const dirty = this.#nextDirty;
      if (!this.#wantsList && !dirty) break;
      try {
        // Nothing is sent to another clinic than it was said in.
        if (this.#wantsList || !dirty || !isStill(this.#origin)) {
          const isSettled = await this.#list();
          if (isSettled) this.attempts = 0;
          // The store has said that it does not hold what was sent.
          else if (this.#saveReason && !this.#isUrgent) await this.#rest();
        } else {
          this.#isUrgent = false;
          if (await this.#save(dirty)) this.attempts = 0;
          // Another user came first: that is no failure, unless it is so every time.
          else if (++this.attempts > 1) await this.#rest();
        }
      } catch {
        if (signal.aborted) break;
        this.attempts++;
        // After a save the store is asked at once what it holds.
        if (this.#listReason) await this.#rest();
      }
      if (!this.isDirty) this.since = undefined;
      this.#options.onChange();
    }
    this.#running = this.#isUrgent = false;
    this.#settle();
  }

  /** What a round beside the last one says is stored there before that one is finished. */
  get #nextDirty(): RoundDraft | undefined {
    const dirty = this.drafts.filter((draft) => draft.isDirty);
    return dirty.find((draft) => !this.#beside.has(draft)) ?? dirty[0];
  }

  /** Waits after a failure, longer each time; a new command does not have to. */
  async #rest(): Promise<void> {
    if (this.#left !== undefined && --this.#left < 0) {
      this.dispose();
      return;
    }
    const { firstPause, pause } = this.#options;
    const length = Math.min(firstPause * 2 ** (this.attempts - 1), longestPause);
    this.#waiting = new AbortController();
    this.#options.onChange();
    this.#settle();
    await pause(length, this.#waiting.signal).catch(() => undefined);
    this.#waiting = undefined;
  }

  #settle(): void {
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  /** Answers whether nothing waits to be stored. */
  async #list(): Promise<boolean> {
    this.#wantsList = false;
    const { profile } = this.#inputs;
    const source = this.#source;
    try {
      if (!isStill(this.#origin)) throw new AdapterFailure('aborted', 'rounds');
      const { rounds, unusable } = await listRounds(source, profile.id, this.#callOptions);
      if (!(await this.#join(inOrder(rounds), source))) {
        this.#wantsList = true;
        return false;
      }
      this.unusable = unusable;
      this.isUnknown = false;
      this.#listReason = undefined;
      this.#report(unusable);
    } catch (error) {
      this.#wantsList = true;
      this.#listReason = failureOf(error, 'rounds').kind;
      throw error;
    }
    if (this.isDirty) return false;
    this.#saveReason = undefined;
    return true;
  }

  /**
   * Tells what cannot be read. It comes with every answer: what was told is told again only where it is more.
   * Answers whether anything was told.
   */
  #report(unusable: readonly string[]): boolean {
    let hasTold = false;
    for (const report of reportUnusableRounds(unusable)) {
      const { field = '', count } = report;
      const place = fieldOfRounds(field);
      if ((this.#told.get(place) ?? 0) >= count) continue;
      this.#told.set(place, count);
      this.#options.onReport?.(report);
      hasTold = true;
    }
    return hasTold;
  }

  /**
   * Joins a list, slice by slice; what is asked meanwhile comes after. Answers false where it was given up: the store is
   * another one, or nobody is left to look.
   */
  #join(rounds: readonly CheckedRound[], source: RoundStore): Promise<boolean> {
    const { signal } = this.#life;
    return doInSlices(
      this.#joinInSteps(rounds),
      this.#options.doSlice,
      () => !signal.aborted && source === this.#source,
    );
  }

  *#joinInSteps(rounds: readonly CheckedRound[]): Steps<void> {
    let following: { readonly last: RoundDraft | undefined; readonly next: RoundDraft } | undefined;
    const joined = yield* joinInSteps(rounds, {
      drafts: () => this.#drafts,
      rebase: (known, stored) => {
        // A list may be older than the save before it, but not twice: then it is what the store holds.
        if (this.#rebase(known, stored, this.#older.has(known))) this.#older.delete(known);
        else {
          this.#older.add(known);
          this.#wantsList = true;
        }
      },
      weigh: (drafts) => this.#weighInSteps(drafts),
      currentOf: (drafts) => {
        const last = this.#lastOf(drafts);
        if (last && !last.isFinished) return last;
        if (following?.last !== last || following?.next.id !== this.#idAfter(drafts))
          following = { last, next: this.#begin(last, drafts) };
        return following.next;
      },
    });
    // From here on all is done in one go.
    const { drafts, current, beside } = joined;
    const next = this.#next?.begun ? this.#next : undefined;
    this.#drafts = [...drafts];
    this.#next = drafts.includes(current) ? undefined : current;
    const isOpen = current.begun || next !== undefined || beside.length > 0;
    const late = isOpen ? [...this.#late].filter((draft) => draft !== current) : [];
    this.#late.clear();
    // What is written in one that counts for nothing goes on, though no other has begun.
    const without = drafts.filter((draft) => draft.isWithdrawn && draft.hasOwn);
    takeOver(joined, [...(next ? [next] : []), ...late, ...without]);
    if (next) {
      current.adoptAim(next);
      this.history.move(next, current);
    }
    for (const draft of beside) {
      draft.finish(current.asOf);
      this.#beside.add(draft);
    }
    this.isListed = true;
  }

  /** Answers whether what was sent is stored. */
  async #save(draft: RoundDraft): Promise<boolean> {
    draft.reconsider();
    const finishing = draft.isFinished && !draft.isClosed;
    const { population } = this;
    const sending = draft.send();
    // Who was in a finished round is settled.
    const told = draft.isClosed ? undefined : population;
    let answer;
    try {
      const round = await this.#inSlices(roundInSteps(sending, told, finishing));
      answer = await saveRound(this.#source, round, this.#callOptions);
      answer = await this.#inSlices(recalledInSteps(answer, draft.stored));
    } catch (error) {
      draft.unanswered(sending);
      this.#saveReason = failureOf(error, 'rounds').kind;
      // It may be stored, or something else may stand in the way: the store says which.
      this.isUnknown = this.#wantsList = true;
      throw error;
    }
    this.#saveReason = undefined;
    this.isUnknown = false;
    this.#keep(draft);
    // What the store holds now and nobody can read is shown with where it stands among all rounds.
    if (this.#report(answer.unusable)) this.#wantsList = true;
    if (answer.saved) return draft.saved(answer, sending);
    this.#rebase(draft, answer, true);
    return !draft.isDirty;
  }

  /** @throws The signal's reason, when nobody is left to look. */
  async #inSlices<Value>(steps: Steps<Value>): Promise<Value> {
    const { signal } = this.#life;
    const made: Value[] = [];
    const all = (function* (): Steps<void> {
      made.push(yield* steps);
    })();
    if (!(await doInSlices(all, this.#options.doSlice, () => !signal.aborted)))
      signal.throwIfAborted();
    return made[0]!;
  }

  /**
   * Takes another version, or answers that it is older than may be. Someone else may have finished the round: what is
   * changed belongs in the one that is open now, if one is.
   */
  #rebase(draft: RoundDraft, theirs: CheckedRound, mayBeOlder: boolean): boolean {
    const wasOpen = !draft.isFinished;
    if (!draft.rebase(theirs, mayBeOlder)) return false;
    if (!wasOpen || !draft.isClosed || !draft.isDirty) return true;
    this.#late.add(draft);
    this.#wantsList = true;
    return true;
  }

  /** The next round has become one of them. */
  #keep(draft: RoundDraft): void {
    if (draft !== this.#next) return;
    this.#drafts.push(draft);
    this.#next = undefined;
  }

  get #callOptions() {
    const { deadline, onFailure } = this.#options;
    return { deadline, onFailure, signal: this.#life.signal };
  }

  /** What the round after another begins with: worked out again only when that one has changed. */
  #begin(before: RoundDraft | undefined, after: readonly RoundDraft[] = this.#drafts): RoundDraft {
    const id = this.#idAfter(after);
    let made: { readonly of: Round | undefined; readonly round: Round } | undefined;
    return new RoundDraft(() => {
      const { profile, asOf } = this.#inputs;
      const of = before?.round;
      if (made?.of !== of || made?.round.asOf !== asOf || made.round.profile !== profile)
        made = { of, round: nextRound(id, profile, asOf, of) };
      return made.round;
    });
  }

  #idAfter(drafts: readonly RoundDraft[]): string {
    return nextId(
      this.#inputs.profile.id,
      drafts.map(({ round }) => round),
    );
  }
}
