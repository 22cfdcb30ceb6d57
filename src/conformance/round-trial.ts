/** The saves of one run, in an order in which each requirement finds what it looks for. */
import type { Round, RoundStore } from '../adapter/index.ts';
import { isObject } from '../json/values.ts';
import { pointer } from '../json/paths.ts';
import type { Answer } from './calls.ts';
import { ownRound } from './own-round.ts';
import { ownRoundProfile } from './own-profiles.ts';
import type { Trial } from './trial.ts';
import { counted } from './verdicts.ts';

/** A save, and what can be used of its answer. */
export interface Saved {
  readonly answer: Answer<unknown>;
  readonly isSaved: boolean;
  readonly round?: Round;
  readonly conflict?: Round;
}

export class RoundTrial {
  readonly wish: Round;
  first!: Saved;
  second!: Saved;
  /** Against the revision before the second. */
  stale!: Saved;
  listed: readonly Round[] = [];
  afterStale: Round | undefined;
  afterRetry: readonly Round[] = [];
  atOnce: readonly Saved[] = [];
  other!: { readonly wish: Round; readonly saved: Saved };
  before: Round | undefined;
  afterOther: readonly Round[] = [];
  isShared = false;
  #begun: Promise<void> | undefined;
  #changed: Promise<void> | undefined;
  #raced: Promise<void> | undefined;

  constructor(
    private readonly trial: Trial,
    private readonly store: RoundStore,
  ) {
    this.wish = ownRound(this.#newId(), trial.options.asOf);
  }

  /** Saves a new round, and lists it. */
  begin(): Promise<void> {
    return (this.#begun ??= this.#begin());
  }

  /** Saves it again, against the new revision and against the old one. */
  change(): Promise<void> {
    return (this.#changed ??= this.#change());
  }

  /** Saves at once, beside it, and by objects that were handed over. */
  race(): Promise<void> {
    return (this.#raced ??= this.#race());
  }

  /** Leaves the rounds finished and withdrawn, also where the run was broken off: they count for nothing then. */
  async end(): Promise<void> {
    const { clock, deadline } = this.trial.options;
    const stop = new AbortController();
    // A store that hangs keeps nobody.
    await Promise.race([this.#withdraw(stop.signal), clock.wait(deadline, stop.signal)]);
    stop.abort();
  }

  async #withdraw(signal: AbortSignal): Promise<void> {
    const own = new Set([this.wish.id, `${this.wish.id}-2`]);
    const listed: unknown = await this.store.list(ownRoundProfile.id, signal);
    for (const round of Array.isArray(listed) ? listed.filter(isRound) : [])
      if (own.has(round.id) && !round.withdrawn)
        await this.store.save({ ...round, finished: this.wish.asOf, withdrawn: true }, signal);
  }

  async #begin(): Promise<void> {
    // A copy: what is held against it later is as it was.
    this.first = await this.#save(structuredClone(this.wish), 'a new round');
    this.listed = structuredClone(await this.#list());
  }

  async #change(): Promise<void> {
    const { round } = this.first;
    const stored = structuredClone(round ?? this.wish);
    this.second = await this.#save({ ...stored, asOf: this.wish.asOf }, 'a round again');
    const old = { ...stored, finished: this.wish.asOf };
    this.stale = await this.#save(structuredClone(old), 'a round of an old revision');
    this.afterStale = structuredClone(await this.#own());
    // As though the first answer had been lost.
    await this.#save(structuredClone(this.wish), 'a new round again');
    this.afterRetry = structuredClone(await this.#list());
  }

  async #race(): Promise<void> {
    const stored = structuredClone(await this.#own());
    if (!stored) return;
    // What one has written the other has not: the same save twice would be one.
    const written = ['one', 'other'].map((goal) => ({ ...stored, aim: { ...stored.aim, goal } }));
    this.atOnce = await Promise.all(
      written.map((round) => this.#save(structuredClone(round), 'a round, one of two at once')),
    );
    this.before = structuredClone(await this.#own());
    const wish = { ...ownRound(`${this.wish.id}-2`, this.wish.asOf) };
    const given = structuredClone(wish);
    this.other = { wish, saved: await this.#save(given, 'a second round') };
    this.afterOther = structuredClone(await this.#list());
    this.isShared = await this.#changesTheStore(given);
  }

  /** Changes an object that was saved, and one that was listed, and looks whether the store did. */
  async #changesTheStore(given: Round): Promise<boolean> {
    const changed = 'changed without being saved';
    const objects = [given, this.other.saved.round, ...(await this.#list())];
    for (const round of objects)
      if (round && this.#isOurs(round))
        Object.assign((round.members[0] as object | undefined) ?? {}, { note: changed });
    const after = await this.#list();
    return after.some((round) => this.#isOurs(round) && round.members[0]?.note === changed);
  }

  #isOurs({ id }: Round): boolean {
    return id.startsWith(this.wish.id);
  }

  async #own(): Promise<Round | undefined> {
    return (await this.#list()).find(({ id }) => id === this.wish.id);
  }

  async #list(): Promise<readonly Round[]> {
    const answer = await this.trial.calls.ask({
      call: 'rounds',
      asked: 'list, the kit’s profile',
      run: (signal) => this.store.list(ownRoundProfile.id, signal) as Promise<unknown>,
      tell: (value) => (Array.isArray(value) ? counted(value.length, 'round') : typeof value),
    });
    if (!answer.ok || !Array.isArray(answer.value)) return [];
    return (answer.value as unknown[]).filter(isRound);
  }

  async #save(round: Round, asked: string): Promise<Saved> {
    const answer = await this.trial.calls.ask({
      call: 'rounds',
      asked: `save, ${asked}`,
      run: (signal) => this.store.save(round, signal) as Promise<unknown>,
      tell: (value) =>
        isObject(value) ? (value.saved === true ? 'saved' : 'a conflict') : typeof value,
    });
    const value = answer.ok && isObject(answer.value) ? answer.value : {};
    return {
      answer,
      isSaved: value.saved === true,
      ...(isRound(value.round) ? { round: value.round } : {}),
      ...(isRound(value.conflict) ? { conflict: value.conflict } : {}),
    };
  }

  #newId(): string {
    return `overblik-conformance-${this.trial.runId}`;
  }
}

function isRound(given: unknown): given is Round {
  return (
    isObject(given) &&
    typeof given.id === 'string' &&
    typeof given.revision === 'number' &&
    isObject(given.profile) &&
    Array.isArray(given.members)
  );
}

/** Place of the first difference of two rounds, but for what a save changes; undefined where they say the same. */
export function sameRound(
  one: unknown,
  other: unknown,
  path: readonly (string | number)[] = [],
): string | undefined {
  if (path.length === 1 && path[0] === 'revision') return undefined;
  if (Array.isArray(one)) {
    if (!Array.isArray(other) || other.length !== one.length) return pointer(path);
    return firstOf(one.map((each, at) => () => sameRound(each, other[at], [...path, at])));
  }
  if (isObject(one)) {
    if (!isObject(other)) return pointer(path);
    return firstOf(
      Object.keys(one).map((key) => () => sameRound(one[key], other[key], [...path, key])),
    );
  }
  return one === other ? undefined : pointer(path);
}

function firstOf(compare: readonly (() => string | undefined)[]): string | undefined {
  for (const each of compare) {
    const found = each();
    if (found !== undefined) return found;
  }
  return undefined;
}
