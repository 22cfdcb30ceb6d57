/** The rounds of several profiles, for the list that they make together. */
import { combinationOf, type CombinedPart, type Language } from '../../profile/index.ts';
import type { Population } from '../../engine/index.ts';
import { noteEffects, type RoundEffect } from '../actions/round-effects.ts';
import { onList } from '../list/on-lists.ts';
import type { ListRound } from '../list/types.ts';
import { StateStore, type Store } from '../store.ts';
import { statusInAll, type RoundOfList } from './combined-status.ts';
import { exemptControl, type ExemptMarkers } from './exempt-markers.ts';
import type { RoundRepositories } from './repositories.ts';
import { RoundModel } from './round.ts';
import type { RoundInputs, RoundState, RoundUpdate } from './types.ts';

/** Whose rounds they are: those of the profiles that the population's is made of. */
export interface CombinedRoundsInputs extends Pick<
  RoundInputs,
  'adapter' | 'clinicId' | 'asOf' | 'user' | 'complete' | 'now'
> {
  /** Undefined while there is none, and where its profile is made of no others. */
  readonly population: Population | undefined;
}

/** Whether a patient stands on a list, as far as anybody can say. */
export type Standing = 'yes' | 'unknown' | 'no';

/** One of the lists: its round, and who is on it. */
export interface CombinedRound extends RoundOfList {
  /** Of those on the combined list, and of its undecided. */
  readonly standingOf: (patientId: string) => Standing;
}

/** Ids of one list, by how each stands on it. */
interface Standings {
  readonly members: readonly string[];
  readonly undecided: readonly string[];
  readonly of: (patientId: string) => Standing;
}

/**
 * What the rounds of several profiles say of the patients of their combined list. It has no round of its own: what is
 * done from it is written in the round of each profile. Never rejects: failures are state.
 */
export class CombinedRounds implements Store<Pick<RoundState, 'phase'>, RoundUpdate> {
  readonly #store = new StateStore<Pick<RoundState, 'phase'>, RoundUpdate>({ phase: 'none' });
  readonly #repositories: RoundRepositories;
  #lists: readonly CombinedRound[] = [];
  #population: Population | undefined;
  readonly #done = new Set<string>();
  readonly #exempt = new Map<string, ExemptMarkers>();

  constructor(repositories: RoundRepositories) {
    this.#repositories = repositories;
  }

  get state(): Pick<RoundState, 'phase'> {
    return this.#store.state;
  }

  subscribe(listener: (update: RoundUpdate) => void): () => void {
    return this.#store.subscribe(listener);
  }

  /** The lists, in the order of the combined profile. */
  get lists(): readonly CombinedRound[] {
    return this.#lists;
  }

  /** Those whose round could not be fetched: how far their patients have come there, nobody knows. */
  get failed(): readonly CombinedPart[] {
    return this.#lists.flatMap(({ part, round }) => (round.state.phase === 'failed' ? part : []));
  }

  /** Those where two have said something else of a patient, and nobody has chosen yet. */
  get conflicting(): readonly CombinedPart[] {
    return this.#lists.flatMap(({ part, round }) => (round.state.conflicts.length > 0 ? part : []));
  }

  /** Nobody is told to have come since the last round: the lists have other ones. */
  readonly since = undefined;

  /** Takes new inputs; fetches rounds that are not here. */
  async update({ population, ...inputs }: CombinedRoundsInputs): Promise<void> {
    const parts = population && combinationOf(population.profile);
    const { adapter, clinicId } = inputs;
    const isOther = population !== this.#population;
    if (!parts || !adapter) this.#clear();
    else if (isOther) this.#take(population, parts);
    // What was done from it can be taken back in the single lists, whichever is opened; of another clinic nothing is kept.
    this.#repositories.leave(this, adapter && { adapter, clinicId });
    if (!parts || !adapter) return;
    const underway = this.#lists.map(({ part: { id, version }, round }, at) => {
      const { members, undecided } = this.#standings[at]!;
      const profile = { id, version };
      // Who is on a list is said where that list is opened.
      return round.update({ ...inputs, profile, members, undecided, isOfPatient: true });
    });
    if (isOther) this.#hear({ changed: 'all' });
    await Promise.all(underway);
  }

  /** Reads what others have changed. */
  async refresh(): Promise<void> {
    await Promise.all(this.#lists.map(({ round }) => round.refresh()));
  }

  /** Lets go of the rounds; what is not stored yet goes on being stored. */
  dispose(): void {
    this.#clear();
    this.#repositories.leave(this);
  }

  #clear(): void {
    this.#letGo();
    this.#lists = [];
    this.#standings = [];
    this.#population = undefined;
    this.#done.clear();
    this.#exempt.clear();
    if (this.state.phase !== 'none') this.#store.set({ phase: 'none' }, { changed: 'all' });
  }

  /** What the rounds say of everybody, as a list takes it. */
  listRound(language: Language): ListRound | undefined {
    if (this.state.phase === 'none') return undefined;
    const plans = this.#lists.map(({ round }) => round.state.plan);
    return {
      planned: {
        assignee: false,
        due: plans.some(({ hasDue }) => hasDue),
        contact: plans.some(({ hasContact }) => hasContact),
      },
      statuses: { get: (id) => statusInAll(this.#listsOf(id), id, language) },
      isUnknown: this.state.phase !== 'ready',
      exempt: this.#exempt,
      done: this.#done,
    };
  }

  /**
   * The way to note what an action came to, in the round of each of some profiles whose list the patient is on. It is
   * stored where it belongs, whatever is shown by then; after a logout nothing is.
   */
  noting(): (
    effects: readonly RoundEffect[],
    profileIds: ReadonlySet<string>,
    run?: string,
  ) => void {
    const changes = this.#lists.map(({ part, round, standingOf }) => ({
      ...{ part, standingOf },
      change: round.aside(),
    }));
    return (effects, profileIds, run) => {
      for (const { part, change, standingOf } of changes) {
        if (!profileIds.has(part.id)) continue;
        const own = effects.filter(({ patientId }) => standingOf(patientId) === 'yes');
        if (own.length > 0) change((round) => noteEffects(round, own, run));
      }
    };
  }

  #standings: readonly Standings[] = [];

  #take(population: Population, parts: readonly CombinedPart[]): void {
    this.#population = population;
    this.#standings = parts.map((part) => standingsIn(population, part));
    const isSame =
      this.#lists.length === parts.length &&
      parts.every(({ id }, at) => this.#lists[at]!.part.id === id);
    if (!isSame) this.#letGo();
    this.#lists = parts.map((part, at) => ({
      part,
      round: isSame ? this.#lists[at]!.round : this.#follow(),
      standingOf: this.#standings[at]!.of,
    }));
    this.#done.clear();
    this.#exempt.clear();
  }

  #letGo(): void {
    for (const { round } of this.#lists) {
      this.#repositories.keep(this, round);
      round.dispose();
    }
  }

  #follow(): RoundModel {
    const round = new RoundModel({}, this.#repositories);
    round.subscribe((update) => this.#hear(update));
    return round;
  }

  #hear({ changed }: RoundUpdate): void {
    const phases = this.#lists.map(({ round }) => round.state.phase);
    const phase =
      (['failed', 'loading', 'ready'] as const).find((each) => phases.includes(each)) ?? 'none';
    const { members = [], undecided = [] } = this.#population ?? {};
    for (const id of changed === 'all' ? [...members, ...undecided] : changed) this.#look(id);
    this.#store.set({ phase }, { changed });
  }

  /** The lists that say something of a patient: those of which the patient is, else those of which nobody can say. */
  #listsOf(id: string): readonly CombinedRound[] {
    const on = (standing: Standing) =>
      this.#lists.filter(({ standingOf }) => standingOf(id) === standing);
    const sure = on('yes');
    return sure.length > 0 ? sure : on('unknown');
  }

  #look(id: string): void {
    const lists = this.#listsOf(id);
    if (lists.length > 0 && lists.every(({ round }) => round.done.has(id))) this.#done.add(id);
    else this.#done.delete(id);
    const exempt = this.#exemptOf(id);
    if (exempt) this.#exempt.set(id, exempt);
    else this.#exempt.delete(id);
  }

  /** What is exempted on every list that it comes from; where it may come from another one too, it counts. */
  #exemptOf(id: string): ExemptMarkers | undefined {
    const lists = this.#lists.filter(({ standingOf }) => standingOf(id) !== 'no');
    const said = lists.map(({ part, round }) => [part, round.exempt.get(id)] as const);
    if (said.every(([, exempt]) => exempt === undefined)) return undefined;
    if (said.every(([, exempt]) => exempt === 'all')) return 'all';
    const off = new Set<string>();
    const on = new Set<string>();
    for (const [{ markers, items }, exempt] of said) {
      for (const [own, name] of markers)
        (exempt === 'all' || exempt?.has(own) ? off : on).add(name);
      for (const name of items.values()) (exempt === 'all' ? off : on).add(exemptControl(name));
    }
    return new Set([...off].filter((name) => !on.has(name)));
  }
}

function standingsIn(population: Population, part: CombinedPart): Standings {
  const ids = [...population.members, ...population.undecided];
  const truths = onList(population, part, ids);
  const by = (truth: number) => ids.filter((_, at) => truths[at] === truth);
  const [undecided, members] = [by(1), by(2)];
  const [maybe, sure] = [new Set(undecided), new Set(members)];
  return {
    ...{ members, undecided },
    of: (id) => (sure.has(id) ? 'yes' : maybe.has(id) ? 'unknown' : 'no'),
  };
}
