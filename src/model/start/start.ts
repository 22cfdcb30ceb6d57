import type { ClinicAdapter, ClinicDescription } from '../../adapter/index.ts';
import type { Port } from '../../engine/index.ts';
import type { CalendarDate } from '../../record/index.ts';
import type { OtherList } from '../list/types.ts';
import type { LoadedPopulation } from '../load/evaluate-loaded.ts';
import type { LoadFinding } from '../load/findings.ts';
import { isSearching, type Progress } from '../load/load.ts';
import type { ModelOptions } from '../load/options.ts';
import { PopulationModel, type PopulationState, type ProfileChoice } from '../load/population.ts';
import { leavesOut, type Problem } from '../load/problems.ts';
import { Memo } from '../memo.ts';
import type { RoundRepositories } from '../rounds/repositories.ts';
import type { RoundModel } from '../rounds/round.ts';
import { bySteps, doInSlices, type DoSlice } from '../sliced-work.ts';
import { StateStore, type Store } from '../store.ts';
import type { ListFigures } from './figures.ts';
import { noStanding, type RoundStanding } from './standing.ts';
import { WorkedList } from './worked-list.ts';

export interface StartInputs {
  readonly adapter: ClinicAdapter | undefined;
  /** Profile documents, parsed or as JSON text. */
  readonly profiles: readonly unknown[];
  readonly asOf: CalendarDate;
  readonly worker: Port | undefined;
  /** Whether the page is looked at. While it is not, nothing is worked out, and no round is asked for. */
  readonly isShown: boolean;
  /** The time now, as an ISO date-time with offset. */
  readonly now: () => string;
}

/** One of the clinic's lists. */
export interface StartList extends ProfileChoice {
  /**
   * - `waiting`: not worked out yet;
   * - `ready`: `figures` are there;
   * - `failed`: it could not be worked out, for `problems`; `figures` may hold the earlier ones;
   * - `unusable`: the profile has errors.
   */
  readonly phase: 'waiting' | 'ready' | 'failed' | 'unusable';
  readonly figures: ListFigures | undefined;
  readonly round: RoundStanding;
  /** Of this list alone, where a host searches. */
  readonly problems: readonly Problem[];
}

export interface StartState {
  /**
   * - `empty`: no adapter, or no profile;
   * - `loading`: something is still to be worked out;
   * - `ready`: everything that can be is;
   * - `failed`: the clinic could not be fetched; the lists may hold what was worked out before.
   */
  readonly phase: PopulationState['phase'];
  /** In the host's order. */
  readonly lists: readonly StartList[];
  readonly progress: Progress | undefined;
  /** What is missing from all of them. */
  readonly problems: readonly Problem[];
  readonly description: ClinicDescription | undefined;
  /** Patients in the clinic; undefined until they are here. */
  readonly patients: number | undefined;
  readonly findings: readonly LoadFinding[];
}

const nothing: StartState = {
  phase: 'empty',
  lists: [],
  progress: undefined,
  problems: [],
  description: undefined,
  patients: undefined,
  findings: [],
};

/** Who is on which list of a clinic on a day. */
export interface OtherLists {
  readonly clinic: LoadedPopulation['clinic'];
  /** Of the clinic's, when they were worked out. */
  readonly revision: number;
  readonly asOf: CalendarDate;
  readonly lists: readonly OtherList[];
}

/** What became of a list that could not be worked out. */
interface Failure {
  readonly problems: readonly Problem[];
}

/** So many steps make a slice, where no clock is given. */
const stepsInSlice = 20;

/**
 * The life of the start page: how each of the clinic's lists stands. The clinic is fetched once for all of them, by the
 * same load as the list that is opened; they are worked out one after another, and each is there when it is ready. One
 * that fails says so, and the rest go on. Never rejects: failures are state.
 */
export class StartModel implements Store<StartState> {
  readonly #store = new StateStore<StartState>(nothing);
  readonly #population: PopulationModel;
  readonly #repositories: RoundRepositories;
  readonly #doSlice: DoSlice;
  readonly #lists = new Map<string, WorkedList>();
  /** Worked out anew, and shown when their rounds are read. */
  readonly #next = new Map<string, WorkedList>();
  readonly #failures = new Map<string, Failure>();
  #inputs: StartInputs | undefined;
  #clinicNumber = 0;
  /** As they were when a list was last there, or failed: none while the next is worked out. */
  #problems: readonly Problem[] = [];
  /** Grows with each going through all of them: an older one is given up. */
  #run = 0;
  #isUnderWay = false;

  /** @param repositories The rounds, which the list and the cockpit show too. */
  constructor(options: ModelOptions, repositories: RoundRepositories) {
    this.#population = new PopulationModel(options);
    this.#clinicNumber = this.#population.state.clinicNumber;
    this.#repositories = repositories;
    this.#doSlice = options.doSlice ?? bySteps(stepsInSlice);
    this.#population.subscribe(() => this.#hear());
  }

  get state(): StartState {
    return this.#store.state;
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  /** The rounds of one of the lists, which tell what is not stored of any; undefined where none is followed. */
  get round(): RoundModel | undefined {
    return [...this.#lists.values()].find(({ round }) => round)?.round;
  }

  /** Who is on which list, as far as they are worked out; the same object for as long as nothing is another. */
  get others(): OtherLists | undefined {
    const current = [...this.#lists.values()].filter(({ isCurrent }) => isCurrent);
    const ready = current.map(({ loaded }) => loaded);
    const [first] = ready;
    if (!first) return undefined;
    const { clinic, population } = first;
    const same = ready.filter((each) => each.clinic === clinic);
    return this.#others.of([clinic, clinic.revision, ...same], () => ({
      ...{ clinic, revision: clinic.revision, asOf: population.asOf },
      lists: same.map(({ population: { profile, members, undecided } }): OtherList => ({
        ...{ profile, members: new Set(members), undecided: new Set(undecided) },
      })),
    }));
  }

  readonly #others = new Memo<OtherLists>();

  /** Takes new inputs. */
  async update(inputs: StartInputs): Promise<void> {
    const before = this.#inputs;
    this.#inputs = inputs;
    const { adapter, asOf, isShown } = inputs;
    // Figures of another clinic, or of another day, must not stand for a moment.
    if (adapter !== before?.adapter || asOf !== before?.asOf) this.#forget();
    if (isShown) await this.#goThrough();
    else {
      this.#stop();
      if (adapter !== before?.adapter) await this.#population.update({ profiles: [], asOf });
    }
  }

  /** Fetches everything again, for all who show anything of the clinic, and what others have changed in the rounds. */
  async retry(): Promise<void> {
    this.#failures.clear();
    await this.#population.retry();
    await Promise.all([...this.#lists.values()].map((list) => list.refresh()));
    if (this.#inputs?.isShown) await this.#goThrough();
  }

  /** Fetches one patient again, for all who show anything of the clinic. */
  async patientChanged(id: string): Promise<void> {
    await this.#population.patientChanged(id);
  }

  /** Stops what is under way. What was worked out is there when it is updated again. */
  dispose(): void {
    this.#stop();
    this.#population.dispose();
  }

  async #goThrough(): Promise<void> {
    const { adapter, profiles, asOf, worker } = this.#inputs ?? {};
    if (!profiles || asOf === undefined) return;
    const run = ++this.#run;
    const goesOn = () => run === this.#run;
    const given = { adapter, profiles, asOf, worker };
    const population = this.#population;
    this.#isUnderWay = true;
    try {
      await population.update({ ...given, profileId: this.#usable[0]?.id });
      // The first time the profiles are not read before that.
      const usable = this.#usable;
      const isSearched = adapter !== undefined && isSearching(adapter);
      const { phase, profileErrors } = population.state;
      // What is wrong with the one load is wrong with all of them.
      if (phase === 'failed' && profileErrors.length === 0 && !isSearched) return;
      for (const { id, profile } of usable) {
        if (!goesOn()) return;
        const { loaded } = population.state;
        const known = this.#lists.get(id);
        // A host that searches is asked again: nobody else knows what has changed.
        if (!isSearched && loaded && profile && known?.isOf(loaded.clinic, profile, asOf)) {
          this.#failures.delete(id);
          this.#follow(id, known);
          this.#publish();
          continue;
        }
        await population.update({ ...given, profileId: id });
        if (!goesOn()) return;
        const isThere = await this.#take(id, goesOn);
        if (!isThere && !isSearched) return;
      }
    } finally {
      if (goesOn()) {
        this.#isUnderWay = false;
        this.#publish();
        // Something has changed while they were gone through.
        if (this.#isStale) void this.#goThrough();
      }
    }
  }

  /** Works out the list that is loaded, slice by slice. Answers whether it is loaded at all. */
  async #take(id: string, goesOn: () => boolean): Promise<boolean> {
    const { phase, loaded, problems } = this.#population.state;
    const isThere = phase === 'ready' && loaded?.population.profile.id === id;
    if (!isThere) {
      this.#failures.set(id, { problems });
      this.#publish();
      return false;
    }
    try {
      const list = new WorkedList(loaded, problems);
      if (!(await doInSlices(list.prepare(), this.#doSlice, goesOn))) return true;
      this.#failures.delete(id);
      (this.#lists.has(id) ? this.#next : this.#lists).set(id, list);
      this.#follow(id, list);
    } catch {
      // Whatever is wrong with this one, the others can be told.
      this.#failures.set(id, { problems: [] });
    }
    this.#publish();
    return true;
  }

  #follow(id: string, list: WorkedList): void {
    const { now = () => '', asOf = '' } = this.#inputs ?? {};
    const { origin, problems } = this.#population.state;
    list.follow(
      {
        adapter: origin?.adapter,
        clinicId: origin?.clinicId,
        ...{ asOf, now, complete: !problems.some(leavesOut) },
      },
      this.#repositories,
      () => {
        if (list.isSettled && this.#next.get(id) === list) {
          this.#next.delete(id);
          this.#lists.get(id)?.leave();
          this.#lists.set(id, list);
        }
        this.#publish();
      },
    );
  }

  #hear(): void {
    const { clinicNumber, phase, problems, loaded, progress } = this.#population.state;
    if (phase === 'failed' || (phase === 'ready' && loaded)) this.#problems = problems;
    else if (progress) this.#problems = [];
    const isOther = clinicNumber !== this.#clinicNumber;
    if (isOther) {
      this.#clinicNumber = clinicNumber;
      // What is being gone through may hold something of the other one: it is begun anew.
      this.#forget();
    }
    this.#publish();
    if (!this.#isUnderWay && this.#inputs?.isShown && (isOther || this.#isStale))
      void this.#goThrough();
  }

  /** Whether the clinic holds something else than what the lists were worked out from. */
  get #isStale(): boolean {
    const { loaded, phase } = this.#population.state;
    const { adapter, asOf = '' } = this.#inputs ?? {};
    if (!loaded || phase !== 'ready' || !adapter || isSearching(adapter)) return false;
    return this.#usable.some(({ id, profile }) => {
      const list = this.#next.get(id) ?? this.#lists.get(id);
      return (
        list !== undefined && profile !== undefined && !list.isOf(loaded.clinic, profile, asOf)
      );
    });
  }

  get #usable(): readonly ProfileChoice[] {
    return this.#population.state.choices.filter(({ profile }) => profile !== undefined);
  }

  /** Nothing of the clinic is kept. */
  #forget(): void {
    this.#stop();
    this.#lists.clear();
    this.#failures.clear();
    this.#problems = [];
    this.#publish();
  }

  #stop(): void {
    this.#run++;
    this.#isUnderWay = false;
    for (const list of [...this.#lists.values(), ...this.#next.values()]) list.leave();
    this.#next.clear();
  }

  #publish(): void {
    const { phase, choices, progress, loaded, findings } = this.#population.state;
    const { adapter, isShown } = this.#inputs ?? {};
    if (!adapter || choices.length === 0) {
      const isReading = adapter !== undefined && phase === 'loading';
      this.#store.set({ ...nothing, findings, phase: isReading ? 'loading' : 'empty' });
      return;
    }
    const isSearched = isSearching(adapter);
    const isFailed = phase === 'failed' && !isSearched && this.#usable.length > 0;
    const description = loaded?.description ?? this.state.description;
    this.#store.set({
      phase: isFailed ? 'failed' : this.#isUnderWay || !isShown ? 'loading' : 'ready',
      lists: choices.map((choice) => this.#listOf(choice)),
      ...{ progress, findings },
      problems: isSearched ? [] : this.#problems,
      description: this.#lists.size > 0 ? description : loaded?.description,
      patients: loaded?.patients ?? (this.#lists.size > 0 ? this.state.patients : undefined),
    });
  }

  #listOf(choice: ProfileChoice): StartList {
    const { id } = choice;
    const list = this.#lists.get(id);
    const failure = this.#failures.get(id);
    const ofList = this.#inputs?.adapter && isSearching(this.#inputs.adapter) ? list?.problems : [];
    return {
      ...choice,
      phase: !choice.profile ? 'unusable' : failure ? 'failed' : list ? 'ready' : 'waiting',
      figures: list?.figures,
      round: list?.standing ?? noStanding('loading'),
      problems: failure?.problems ?? ofList ?? [],
    };
  }
}
