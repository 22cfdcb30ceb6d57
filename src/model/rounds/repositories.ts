import { pause, type RoundStore } from '../../adapter/index.ts';
import { isSameClinic, type Origin } from '../load/identity.ts';
import { defaultDeadline } from '../load/options.ts';
import { bySteps } from '../sliced-work.ts';
import { RoundRepository, type RepositoryInputs } from './repository.ts';
import type { RoundInputs, RoundOptions } from './types.ts';

/** Members that are joined in one go, in some milliseconds. */
const stepsInSlice = 1000;

/**
 * The rounds that some models show, one repository for each clinic and profile: what is changed in one model is seen in
 * all, and nobody is in conflict with themselves. A repository goes when no model uses it any more and all in it is
 * stored and settled.
 */
export class RoundRepositories {
  readonly #options: RoundOptions;
  readonly #users = new Map<RoundRepository, Set<object>>();
  #deeds = 0;
  #logouts = 0;
  readonly #listeners = new Set<(changed: RoundRepository) => void>();

  constructor(options: RoundOptions = {}) {
    this.#options = options;
  }

  get all(): readonly RoundRepository[] {
    return [...this.#users.keys()];
  }

  /** Whether something is not stored yet, or not settled, be it that no model uses it any more. */
  get isUnsaved(): boolean {
    return this.all.some(({ isSettled }) => !isSettled);
  }

  /** Calls `listener` after every change, with the repository that it was in; answers the way to stop. */
  subscribe(listener: (changed: RoundRepository) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /**
   * The rounds of a clinic's profile, from now on by this store: what is not stored yet goes there. They stay until
   * `user` leaves the clinic.
   */
  use(user: object, origin: Origin, store: RoundStore, inputs: RepositoryInputs): RoundRepository {
    const known = this.#known(origin, inputs.profile.id);
    known?.use(store, origin);
    known?.update(inputs);
    const repository = known ?? this.#make(origin, store, inputs);
    this.#users.get(repository)!.add(user);
    return repository;
  }

  /** Where the rounds of a clinic's profile come from: by the adapter that it has now, where anybody uses them. */
  originOf({
    adapter,
    clinicId,
    profile,
  }: Pick<RoundInputs, 'adapter' | 'clinicId' | 'profile'>): Origin | undefined {
    const origin = adapter && { adapter, clinicId };
    return origin && profile && (this.#known(origin, profile.id)?.origin ?? origin);
  }

  #known(origin: Origin, profileId: string): RoundRepository | undefined {
    return this.all.find(
      (each) => isSameClinic(each.origin, origin) && each.inputs.profile.id === profileId,
    );
  }

  /**
   * A user lets go of what it uses.
   *
   * @param unless Of this clinic nothing is let go of.
   */
  leave(user: object, unless?: Origin): void {
    for (const [repository, users] of this.#users) {
      if (unless && isSameClinic(repository.origin, unless)) continue;
      if (!users.delete(user)) continue;
      // What was done names patients: nobody is left who may take it back.
      if (users.size === 0) repository.history.clear();
      this.#drop(repository);
    }
  }

  /** A user goes on using what another one uses, with what was done there. */
  keep(user: object, other: object): void {
    for (const users of this.#users.values()) if (users.has(other)) users.add(user);
  }

  /** The user has logged out: what no model uses is stored soon, or forgotten. */
  logOut(): void {
    this.#logouts++;
    for (const [repository, users] of this.#users) {
      if (users.size > 0) continue;
      repository.logOut();
      this.#drop(repository);
    }
  }

  /** How many times the user has been told to have logged out. */
  get logouts(): number {
    return this.#logouts;
  }

  /** Forgets what was done, which nobody takes back any more. */
  forget(): void {
    for (const { history } of this.all) history.clear();
  }

  /** The number of the next deed. */
  nextNumber(): number {
    return ++this.#deeds;
  }

  /** Stops. What is not stored then is lost. */
  dispose(): void {
    for (const repository of this.all) repository.dispose();
    this.#users.clear();
    this.#listeners.clear();
  }

  #make(origin: Origin, store: RoundStore, inputs: RepositoryInputs): RoundRepository {
    const repository: RoundRepository = new RoundRepository(inputs, {
      ...{ deadline: defaultDeadline, firstPause: 2000, pause, doSlice: bySteps(stepsInSlice) },
      ...this.#options,
      ...{ store, origin },
      onChange: () => {
        for (const listener of [...this.#listeners]) listener(repository);
        this.#drop(repository);
      },
    });
    this.#users.set(repository, new Set());
    return repository;
  }

  /** Forgets rounds that nobody uses, unless something waits in them. */
  #drop(repository: RoundRepository): void {
    const users = this.#users.get(repository);
    if (!users || users.size > 0 || !repository.isOver) return;
    this.#users.delete(repository);
    repository.dispose();
  }
}
