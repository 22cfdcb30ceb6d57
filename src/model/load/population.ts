import type { ClinicAdapter, ClinicDescription } from '../../adapter/index.ts';
import { evaluate, type Clinic, type Population, type Port } from '../../engine/index.ts';
import type { Profile, ProfileIssue } from '../../profile/index.ts';
import type { CalendarDate } from '../../record/index.ts';
import { failureOf, loadClinic, type Progress } from './load.ts';
import type { Problem } from './problems.ts';
import { ProfileShelf, sameItems, type CheckedProfile } from './profiles.ts';
import { StateStore, type Store } from '../store.ts';

/** What the population list is made from. */
export interface PopulationInputs {
  readonly adapter?: ClinicAdapter | undefined;
  /** Profile documents, parsed or as JSON text. */
  readonly profiles: readonly unknown[];
  /** Id of the profile to show; default the first. */
  readonly profileId?: string | undefined;
  readonly asOf: CalendarDate;
  /** The host's worker for building columns (`overblik-worker.js`); default the page itself, in slices. */
  readonly worker?: Port | undefined;
}

/** A profile that can be chosen, or one that cannot because of its errors. */
export interface ProfileChoice {
  readonly id: string;
  readonly profile?: Profile;
  /** Title of a document with errors, where it could be read. */
  readonly title?: string;
}

/** A population and the data it was evaluated on. */
export interface LoadedPopulation {
  readonly population: Population;
  readonly clinic: Clinic;
  readonly description: ClinicDescription;
  /** Patients in the clinic. */
  readonly patients: number;
}

export interface PopulationState {
  /**
   * - `empty`: no adapter, or no profile;
   * - `loading`: nothing to show yet, or the earlier list while the new one comes;
   * - `ready`: the list is there, perhaps with problems;
   * - `failed`: nothing could be loaded; `shown` may hold the earlier list.
   */
  readonly phase: 'empty' | 'loading' | 'ready' | 'failed';
  readonly choices: readonly ProfileChoice[];
  /** Id of the chosen profile, also when it has errors. */
  readonly chosen: string | undefined;
  /** Errors of the chosen profile; the earlier list stays beside them. */
  readonly profileErrors: readonly ProfileIssue[];
  readonly progress: Progress | undefined;
  readonly problems: readonly Problem[];
  readonly loaded: LoadedPopulation | undefined;
}

const nothing: PopulationState = {
  phase: 'empty',
  choices: [],
  chosen: undefined,
  profileErrors: [],
  progress: undefined,
  problems: [],
  loaded: undefined,
};

/** Default longest wait for one answer of the adapter, in milliseconds. */
export const defaultDeadline = 20_000;

/**
 * The life of a population list: checks the profiles, loads the clinic once for all of them, evaluates
 * the chosen one. A newer `update` always wins over an older one still under way.
 */
export class PopulationModel implements Store<PopulationState> {
  readonly #store = new StateStore<PopulationState>(nothing);
  #inputs: PopulationInputs | undefined;
  readonly #profiles = new ProfileShelf();
  #loaded: Awaited<ReturnType<typeof loadClinic>> | undefined;
  #loadedKey: LoadKey | undefined;
  #reload = false;
  #abort: AbortController | undefined;
  readonly #deadline: number;

  constructor(options: { readonly deadline?: number } = {}) {
    this.#deadline = options.deadline ?? defaultDeadline;
  }

  get state(): PopulationState {
    return this.#store.state;
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  /** Takes new inputs; loads only what they change. Never rejects: failures are state. */
  async update(inputs: PopulationInputs): Promise<void> {
    this.#inputs = inputs;
    const all = this.#profiles.check(inputs.profiles);
    const choices = all.map(choiceOf);
    const wanted = choices.findIndex((choice) => choice.id === inputs.profileId);
    const index = wanted >= 0 ? wanted : 0;
    const checked = all[index];
    const chosen = choices[index]?.id;

    if (!checked || !inputs.adapter) {
      this.#cancel();
      this.#store.set({ ...nothing, choices, chosen });
      return;
    }
    if (!checked.ok) {
      this.#cancel();
      const phase = this.state.loaded ? 'ready' : 'failed';
      this.#store.set({
        phase,
        choices,
        chosen,
        profileErrors: checked.errors,
        progress: undefined,
      });
      return;
    }

    const { adapter, asOf } = inputs;
    const valid = all.flatMap((each) => (each.ok ? [each.plan] : []));
    // A host that searches itself is asked for one profile at a time.
    const plans = adapter.records ? valid : [checked.plan];
    const key: LoadKey = { adapter, asOf, plans };
    this.#store.set({ choices, chosen, profileErrors: [] });

    if (this.#reload || !this.#loaded || !this.#loadedKey || !sameLoad(key, this.#loadedKey)) {
      const loaded = await this.#load(key);
      if (!loaded) return;
      this.#loaded = loaded;
      this.#loadedKey = key;
      this.#reload = false;
    } else {
      this.#cancel();
    }
    const { clinic, description, patients, problems } = this.#loaded;
    this.#store.set({
      phase: 'ready',
      progress: undefined,
      problems,
      loaded: { population: evaluate(checked.plan, clinic, asOf), clinic, description, patients },
    });
  }

  /** Loads everything again. */
  async retry(): Promise<void> {
    this.#reload = true;
    if (this.#inputs) await this.update(this.#inputs);
  }

  /** Stops what is under way. */
  dispose(): void {
    this.#cancel();
  }

  async #load({ adapter, asOf, plans }: LoadKey) {
    this.#cancel();
    const abort = (this.#abort = new AbortController());
    const [first, ...rest] = plans;
    if (!first) return undefined;
    // A list of another clinic must never stand in for this one's.
    const stale = this.#loadedKey?.adapter === adapter ? this.state.loaded : undefined;
    this.#store.set({ phase: 'loading', progress: undefined, problems: [], loaded: stale });
    try {
      const loaded = await loadClinic({
        adapter,
        plans: [first, ...rest],
        asOf,
        deadline: this.#deadline,
        signal: abort.signal,
        worker: this.#inputs?.worker,
        onProgress: (progress) => {
          if (!abort.signal.aborted) this.#store.set({ progress });
        },
      });
      return abort.signal.aborted ? undefined : loaded;
    } catch (error) {
      if (abort.signal.aborted) return undefined;
      const { call, kind } = failureOf(error, 'records');
      const problems: Problem[] = [{ kind: 'call', call, reason: kind }];
      if (this.state.loaded) problems.push({ kind: 'stale' });
      this.#store.set({ phase: 'failed', progress: undefined, problems });
      return undefined;
    }
  }

  #cancel(): void {
    this.#abort?.abort();
    this.#abort = undefined;
  }
}

interface LoadKey {
  readonly adapter: ClinicAdapter;
  readonly asOf: CalendarDate;
  readonly plans: LoadPlans;
}
type LoadPlans = readonly Parameters<typeof evaluate>[0][];

function sameLoad(a: LoadKey, b: LoadKey): boolean {
  return a.adapter === b.adapter && a.asOf === b.asOf && sameItems(a.plans, b.plans);
}

/** A document whose id cannot be read is chosen by its place. */
function choiceOf(checked: CheckedProfile, index: number): ProfileChoice {
  if (checked.ok) return { id: checked.profile.id, profile: checked.profile };
  const id = checked.id ?? `#${index + 1}`;
  return checked.title === undefined ? { id } : { id, title: checked.title };
}
