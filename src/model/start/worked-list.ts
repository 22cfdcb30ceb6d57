import type { Steps } from '../../engine/index.ts';
import type { Profile } from '../../profile/index.ts';
import type { CalendarDate } from '../../record/index.ts';
import { notFetchedIn } from '../list/fetched.ts';
import { PopulationList } from '../list/list.ts';
import type { ListView } from '../list/types.ts';
import { defaultView } from '../list/views.ts';
import type { LoadedPopulation } from '../load/evaluate-loaded.ts';
import type { Problem } from '../load/problems.ts';
import { listRoundOf } from '../rounds/list-round.ts';
import type { RoundRepositories } from '../rounds/repositories.ts';
import { RoundModel } from '../rounds/round.ts';
import type { RoundInputs } from '../rounds/types.ts';
import { figuresOf, type ListFigures } from './figures.ts';
import { noStanding, standingOf, type RoundStanding } from './standing.ts';

/** One list of the start page, worked out; and its rounds, as long as it is looked at. */
export class WorkedList {
  readonly #list: PopulationList;
  readonly #view: ListView;
  readonly #revision: number;
  #round: RoundModel | undefined;
  #unsubscribe: (() => void) | undefined;
  #figures: ListFigures | undefined;
  #standing = noStanding('loading');

  constructor(
    readonly loaded: LoadedPopulation,
    /** What is missing from it. */
    readonly problems: readonly Problem[],
  ) {
    const { population, patients, clinic } = loaded;
    const notFetched = notFetchedIn(loaded, problems);
    this.#list = new PopulationList(population, {
      tab: 'members',
      // Nothing of it is shown but numbers.
      language: 'da',
      compareText: () => 0,
      patients: patients - (notFetched === 'unknown' ? 0 : notFetched),
      notFetched,
    });
    this.#view = defaultView(population.profile);
    this.#revision = clinic.revision;
  }

  get figures(): ListFigures | undefined {
    return this.#figures;
  }

  get standing(): RoundStanding {
    return this.#standing;
  }

  /** Its rounds, while they are followed. */
  get round(): RoundModel | undefined {
    return this.#round;
  }

  /** Whether what is stored of its rounds is here, or cannot be had. */
  get isSettled(): boolean {
    return this.#standing.phase !== 'loading';
  }

  /** Whether nothing has changed in the clinic since it was worked out. */
  get isCurrent(): boolean {
    return this.#revision === this.loaded.clinic.revision;
  }

  /** Whether it is of this profile on this day, and of what the clinic holds now. */
  isOf(clinic: LoadedPopulation['clinic'], profile: Profile, asOf: CalendarDate): boolean {
    const { loaded } = this;
    return (
      loaded.clinic === clinic &&
      this.#revision === clinic.revision &&
      loaded.population.profile === profile &&
      loaded.population.asOf === asOf
    );
  }

  /** Asks everything that is counted, in steps. */
  *prepare(): Steps<void> {
    yield* this.#list.data.flags.prepare();
    this.#count();
    yield;
  }

  /** Reads the rounds, and goes on with what is said of them. */
  follow(
    inputs: Omit<RoundInputs, 'profile' | 'members' | 'undecided'>,
    repositories: RoundRepositories,
    onChange: () => void,
  ): void {
    if (this.#round) return;
    const { profile, members, undecided } = this.loaded.population;
    const round = (this.#round = new RoundModel({}, repositories));
    this.#unsubscribe = round.subscribe(() => {
      // What was read before stands until it is read anew.
      if (round.state.phase === 'loading' && this.#standing.phase !== 'loading') return;
      this.#count();
      onChange();
    });
    // Nothing is said of who is on the list: that is said where it is opened.
    void round.update({ ...inputs, profile, members, undecided, isOfPatient: true });
  }

  /** Reads what others have changed. */
  async refresh(): Promise<void> {
    await this.#round?.refresh();
  }

  /** Lets go of the rounds: what was said of them stands. */
  leave(): void {
    // Until a call is answered, the rounds are held by it: not so this list.
    this.#unsubscribe?.();
    this.#round?.dispose();
    this.#round = this.#unsubscribe = undefined;
  }

  #count(): void {
    const list = this.#list;
    const { asOf } = this.loaded.population;
    const round = this.#round;
    if (round) {
      list.setRound(listRoundOf(round, undefined));
      this.#standing = standingOf(round.state, asOf);
    }
    const done = round?.state.phase === 'ready' ? round.done : undefined;
    this.#figures = figuresOf(list, this.#view, this.loaded.gaps, done);
  }
}
