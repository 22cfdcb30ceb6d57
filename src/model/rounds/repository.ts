import {
  listRounds,
  nextTurn,
  pause,
  saveRound,
  type AdapterFailureKind,
  type CheckedRound,
  type Round,
  type RoundMember,
  type RoundStore,
} from '../../adapter/index.ts';
import type { CalendarDate } from '../../record/index.ts';
import type { Origin } from '../load/identity.ts';
import { failureOf } from '../load/load.ts';
import { RoundDraft } from './draft.ts';
import { carryOver, nextRound } from './members.ts';
import { withPopulation, type RoundPopulation } from './presence.ts';
import type { RoundOptions } from './types.ts';
import { fieldOfRounds, reportUnusableRounds } from './unusable.ts';

/** What a repository of rounds is about, and what it needs to know of its surroundings. */
export interface RepositoryInputs {
  readonly profile: Round['profile'];
  readonly asOf: CalendarDate;
  readonly population: RoundPopulation;
}

export interface RepositoryOptions {
  readonly store: RoundStore;
  /** Whose rounds they are. */
  readonly origin: Origin;
  /** Longest wait for one answer, in milliseconds. */
  readonly deadline: number;
  /** Milliseconds before the first new attempt; each further one waits twice as long. */
  readonly firstPause: number;
  readonly onChange: () => void;
  readonly onFailure?: RoundOptions['onFailure'];
  readonly onReport?: RoundOptions['onReport'];
}

/** Longest pause between two attempts, in milliseconds. */
const longestPause = 60_000;

/**
 * All rounds of one profile in one store: fetches them, and stores what is changed, one call at a time,
 * again and again until it succeeds. What is changed while a call is under way goes with the next.
 */
export class RoundRepository {
  readonly #options: RepositoryOptions;
  #store: RoundStore;
  #origin: Origin;
  #inputs: RepositoryInputs;
  /** Oldest first. */
  #drafts: RoundDraft[] = [];
  /** The round after those, which may not have begun and is not stored yet. */
  #next: RoundDraft | undefined;
  /** With changes to be stored, and finished by someone else. */
  readonly #late = new Set<RoundDraft>();
  #wantsList = true;
  #running = false;
  #failures = 0;
  #idle: (() => void)[] = [];
  /** How many places of a field were told not to be readable. */
  readonly #told = new Map<string, number>();
  readonly #life = new AbortController();
  #waiting: AbortController | undefined;

  isListed = false;
  /** JSON Pointers to what the store holds and nobody can read. */
  unusable: readonly string[] = [];
  /** Why the last call failed; nothing when it succeeded. */
  reason: AdapterFailureKind | undefined;
  /** Since when something is not stored. */
  since: string | undefined;

  constructor(inputs: RepositoryInputs, options: RepositoryOptions) {
    this.#inputs = inputs;
    this.#options = options;
    this.#store = options.store;
    this.#origin = options.origin;
  }

  get store(): RoundStore {
    return this.#store;
  }

  /** Goes on in another store of the same clinic: what is not stored yet goes there. */
  use(store: RoundStore, origin: Origin): void {
    this.#store = store;
    this.#origin = origin;
  }

  /** Whose rounds they are. */
  get origin(): Origin {
    return this.#origin;
  }

  get inputs(): RepositoryInputs {
    return this.#inputs;
  }

  set inputs(inputs: RepositoryInputs) {
    this.#inputs = inputs;
  }

  /** All that have begun, oldest first. */
  get drafts(): readonly RoundDraft[] {
    return this.#next?.begun ? [...this.#drafts, this.#next] : this.#drafts;
  }

  /** The round under way, or what the next one would begin with. */
  get current(): RoundDraft {
    const last = this.#drafts.at(-1);
    return this.#next ?? (last && !last.isFinished ? last : (this.#next = this.#begin(last)));
  }

  /** Finishes the round under way. Nothing before the rounds are fetched: it may be another one. */
  finish(asOf: CalendarDate): void {
    const { current } = this;
    if (!this.isListed || !current.begun) return;
    current.finish(asOf);
    this.#keep(current);
  }

  /** Whether a finished round can be gone on with: none has begun after it. */
  mayReopen(draft: RoundDraft): boolean {
    return draft.isFinished && this.#drafts.at(-1) === draft && !this.#next?.begun;
  }

  /** Takes back that the last round is finished. */
  reopen(draft: RoundDraft): void {
    if (!this.mayReopen(draft)) return;
    draft.reopen();
    this.#next = undefined;
  }

  get isDirty(): boolean {
    return this.drafts.some((draft) => draft.isDirty);
  }

  /** Fetches the rounds again, and merges them. */
  refresh(): Promise<void> {
    this.#wantsList = true;
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
      const dirty = this.drafts.find((draft) => draft.isDirty);
      if (!this.#wantsList && !dirty) break;
      try {
        if (this.#wantsList || !dirty) await this.#list();
        else await this.#save(dirty);
        this.#failures = 0;
        this.reason = undefined;
      } catch (error) {
        if (signal.aborted) break;
        this.reason = failureOf(error, 'rounds').kind;
        await this.#rest();
      }
      if (!this.isDirty) this.since = undefined;
      this.#options.onChange();
    }
    this.#running = false;
    this.#settle();
  }

  /** Waits after a failure, longer each time; a new command does not have to. */
  async #rest(): Promise<void> {
    const length = Math.min(this.#options.firstPause * 2 ** this.#failures++, longestPause);
    this.#waiting = new AbortController();
    this.#options.onChange();
    this.#settle();
    await pause(length, this.#waiting.signal).catch(() => undefined);
    this.#waiting = undefined;
  }

  #settle(): void {
    for (const resolve of this.#idle.splice(0)) resolve();
  }

  async #list(): Promise<void> {
    this.#wantsList = false;
    const { profile } = this.#inputs;
    try {
      const { rounds, unusable } = await listRounds(this.store, profile.id, this.#callOptions);
      this.unusable = unusable;
      this.isListed = true;
      this.#report(unusable);
      this.#merge([...rounds].sort((a, b) => byAge(a.round, b.round)));
    } catch (error) {
      this.#wantsList = true;
      throw error;
    }
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

  #merge(rounds: readonly CheckedRound[]): void {
    const next = this.#next;
    this.#next = undefined;
    const unseen = new Set(this.#drafts);
    this.#drafts = rounds.map((each) => {
      const known = [...unseen].find((draft) => draft.round.id === each.round.id);
      if (!known) return new RoundDraft(() => each.round, each);
      unseen.delete(known);
      this.#rebase(known, each);
      return known;
    });
    // A round that is gone from the store is stored again only if something in it waits to be.
    for (const draft of unseen)
      if (draft.isDirty || draft.conflicts.length > 0) this.#drafts.push(draft);
    const { current } = this;
    const carry = (member: RoundMember) => carryOver(member, this.#inputs.asOf);
    if (next?.begun) current.adopt(next, carry);
    if (current.begun)
      for (const draft of this.#late) if (draft !== current) current.adopt(draft, carry);
    this.#late.clear();
  }

  async #save(draft: RoundDraft): Promise<void> {
    draft.reconsider();
    const finishing = draft.isFinished && !draft.isClosed;
    const { population } = this.#inputs;
    const sending = draft.send((round) =>
      // Who was in a finished round is settled.
      draft.isClosed ? round : withPopulation(round, population, finishing),
    );
    let answer;
    try {
      answer = await saveRound(this.store, sending.round, this.#callOptions);
    } catch (error) {
      draft.unanswered(sending);
      throw error;
    }
    this.#keep(draft);
    // What the store holds now and nobody can read is shown with where it stands among all rounds.
    if (this.#report(answer.unusable)) this.#wantsList = true;
    if (answer.saved) draft.saved(answer, sending);
    else this.#rebase(draft, answer);
  }

  /** Someone else may have finished it: what is changed belongs in the round that is open now, if one is. */
  #rebase(draft: RoundDraft, theirs: CheckedRound): void {
    const wasOpen = !draft.isFinished;
    draft.rebase(theirs);
    if (!wasOpen || !draft.isClosed || !draft.isDirty) return;
    this.#late.add(draft);
    this.#wantsList = true;
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
  #begin(before: RoundDraft | undefined): RoundDraft {
    const ids = new Set(this.#drafts.map(({ round }) => round.id));
    const { id: profileId } = this.#inputs.profile;
    let number = ids.size + 1;
    // Two users who begin at the same time give the same id: one of them will merge.
    while (ids.has(`${profileId}#${number}`)) number++;
    let made: { readonly of: Round | undefined; readonly round: Round } | undefined;
    return new RoundDraft(() => {
      const { profile, asOf } = this.#inputs;
      const of = before?.round;
      if (made?.of !== of || made?.round.asOf !== asOf || made.round.profile !== profile)
        made = { of, round: nextRound(`${profileId}#${number}`, profile, asOf, of) };
      return made.round;
    });
  }
}

/** Oldest first; of two from the same day, the one that is finished, then the one with the lower number. */
function byAge(a: Round, b: Round): number {
  if (a.asOf !== b.asOf) return a.asOf < b.asOf ? -1 : 1;
  const open = Number(!a.finished) - Number(!b.finished);
  return open || a.id.length - b.id.length || (a.id < b.id ? -1 : 1);
}
