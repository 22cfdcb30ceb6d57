import type { ClinicAdapter } from '../../adapter/index.ts';
import {
  EarlyAnswers,
  requestFor,
  type Clinic,
  type Plan,
  type Port,
  type Steps,
} from '../../engine/index.ts';
import { nearest } from '../../json/nearest.ts';
import { combinationOf, type Profile, type ProfileIssue } from '../../profile/index.ts';
import { isCalendarDate, type CalendarDate } from '../../record/index.ts';
import { controlsOf, missingControl } from '../controls.ts';
import { Memo } from '../memo.ts';
import { bySteps, SlicedWork, type DoSlice } from '../sliced-work.ts';
import { SteppedValue } from '../steps.ts';
import { StateStore, type Store } from '../store.ts';
import { ClinicLoad } from './clinic-load.ts';
import { evaluateLoaded, type Evaluated, type LoadedPopulation } from './evaluate-loaded.ts';
import { FindingShelf, noSuchDate, unknownProfile, type LoadFinding } from './findings.ts';
import { ClinicIdentity, type Origin } from './identity.ts';
import { isSearching, type Progress } from './load.ts';
import { defaultDeadline, type ModelOptions } from './options.ts';
import type { Problem } from './problems.ts';
import { ProfileShelf, type CheckedProfile } from './profiles.ts';
import { clinicOf, type ClinicHolder, type SharedClinic } from './shared-clinic.ts';

/** What the population list is made from. */
export interface PopulationInputs {
  readonly adapter?: ClinicAdapter | undefined;
  /** Profile documents, parsed or as JSON text. */
  readonly profiles: readonly unknown[];
  /** Id of the profile to show; default the first. Of one that none has no other is shown. */
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
  /** An id that none of the profiles has, and the profile's that it was probably meant to be; no list is shown then. */
  readonly unknown: { readonly id: string; readonly near: ProfileChoice | undefined } | undefined;
  /** Errors of the chosen profile; the earlier list stays beside them. */
  readonly profileErrors: readonly ProfileIssue[];
  readonly progress: Progress | undefined;
  readonly problems: readonly Problem[];
  readonly loaded: LoadedPopulation | undefined;
  /** Where `loaded` came from, or what is `held`: a patient of it is anybody in another clinic. */
  readonly origin: Origin | undefined;
  /** What is wrong, for the adapter's developer. */
  readonly findings: readonly LoadFinding[];
  /** Grows when the list is another clinic's than the one before: what was chosen there means nothing here. */
  readonly clinicNumber: number;
  /**
   * The earlier list, while a new adapter has not said whether it is of the same clinic: not to be shown before it
   * is `loaded` again, when everything about it stays as it was.
   */
  readonly held: LoadedPopulation | undefined;
}

const nothing: PopulationState = {
  phase: 'empty',
  choices: [],
  chosen: undefined,
  unknown: undefined,
  profileErrors: [],
  progress: undefined,
  problems: [],
  loaded: undefined,
  origin: undefined,
  findings: [],
  clinicNumber: 0,
  held: undefined,
};

/**
 * So many steps make a slice: a step is a question of at most 4,096 patients or 65,536 records, well under a
 * millisecond, or a few patients in doubt.
 */
const stepsInSlice = 20;
/** A clinic of no more patients is evaluated at once, unless very many of them are in doubt, or one has very many records. */
const fewPatients = 5000;
const manySteps = 400;

/**
 * The life of a population list: checks the profiles, has the clinic loaded for all of them, evaluates the chosen
 * one. Who shows the same adapter's clinic shares what was fetched, and hears of what changes. A newer `update`
 * always wins over an older one still under way.
 */
export class PopulationModel implements Store<PopulationState> {
  readonly #store = new StateStore<PopulationState>(nothing);
  readonly #profiles = new ProfileShelf();
  readonly #identity: ClinicIdentity;
  readonly #findings = new FindingShelf();
  readonly #evaluated = new Memo<SteppedValue<Evaluated>>();
  /** Evaluates: a clinic of a few thousand patients in one slice. */
  readonly #work = new SlicedWork(
    (steps) => this.#doSlice(steps),
    () => this.#show(),
  );
  #doSlice: DoSlice = bySteps(stepsInSlice);
  readonly #deadline: number;
  readonly #holder: ClinicHolder;
  #inputs: PopulationInputs | undefined;
  /** Grows with each update, and when none counts any more. */
  #updates = 0;
  #checked: readonly CheckedProfile[] = [];
  #plan: Plan | undefined;
  #clinic: SharedClinic | undefined;
  #load: ClinicLoad | undefined;
  /** Which of the clinic's loads it is. */
  #key: string | undefined;
  /** The latest that was given. */
  #adapter: ClinicAdapter | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor(options: ModelOptions = {}) {
    const { deadline = defaultDeadline, identity = new ClinicIdentity(), onFailure } = options;
    this.#deadline = deadline;
    this.#identity = identity;
    this.#holder = { onFailure };
    this.#store.set({ clinicNumber: identity.number });
  }

  get state(): PopulationState {
    return this.#store.state;
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  /** Takes new inputs; loads only what is not there. Never rejects: failures are state. */
  async update(inputs: PopulationInputs): Promise<void> {
    this.#inputs = inputs;
    const { adapter, asOf } = inputs;
    this.#meet(adapter);
    const preparing = this.#prepare(inputs);
    if (preparing && !(await preparing)) return;
    this.#checked = this.#profiles.check(inputs.profiles);
    const choices = this.#checked.map(choiceOf);
    const { number: clinicNumber } = this.#identity;
    const wanted = choices.findIndex((choice) => choice.id === inputs.profileId);
    if (adapter && wanted < 0 && inputs.profileId && choices.length > 0) {
      this.#refuse(String(inputs.profileId), choices);
      return;
    }
    const index = wanted >= 0 ? wanted : 0;
    const checked = this.#checked[index];
    const chosen = choices[index]?.id;
    if (!checked || !adapter) {
      this.#leave();
      const findings = this.#findings.on(adapter, this.#checked, undefined);
      this.#store.set({ ...nothing, choices, chosen, findings, clinicNumber });
      return;
    }
    if (!checked.ok) {
      this.#leave();
      this.#store.set({
        phase: this.state.loaded ? 'ready' : 'failed',
        choices,
        chosen,
        unknown: undefined,
        profileErrors: checked.errors,
        progress: undefined,
        findings: this.#findings.on(adapter, this.#checked, undefined),
        clinicNumber,
      });
      if (this.state.held) await this.#identify(adapter, inputs);
      return;
    }

    if (!isCalendarDate(asOf)) {
      this.#leave();
      const findings = [...this.#findings.on(adapter, this.#checked, undefined), noSuchDate];
      const problems: Problem[] = [{ kind: 'date' }];
      this.#store.set({
        ...nothing,
        phase: 'failed',
        choices,
        chosen,
        problems,
        findings,
        clinicNumber,
      });
      return;
    }

    const { plan } = checked;
    this.#plan = plan;
    this.#store.set({ choices, chosen, unknown: undefined, profileErrors: [] });
    // A host that searches itself is asked for one profile on one date at a time.
    const isSearched = isSearching(adapter);
    const valid = this.#checked.flatMap((each) => (each.ok ? [each.plan] : []));
    const key = isSearched ? JSON.stringify([asOf, plan.profile]) : 'all';
    const load = this.#join(adapter, key);
    const underway = load.need(this.#holder, {
      request: requestFor(isSearched ? plan : valid, asOf),
      searched: this.#searchedFor(plan),
      asOf,
      deadline: this.#deadline,
      worker: inputs.worker,
      ask: askEarly(plan, asOf),
    });
    this.#show();
    await underway;
    await this.#work.settle();
  }

  /**
   * What a host that searches is asked for: of a combined list each of its profiles, which the host may know by their ids,
   * where they were given; whoever any of them finds is judged here by all.
   */
  #searchedFor({ profile }: Plan): readonly Profile[] {
    const known = new Map(
      this.#checked.flatMap((each) => (each.ok ? [[each.profile.id, each.profile] as const] : [])),
    );
    const parts = combinationOf(profile)?.map(({ id }) => known.get(id));
    return parts?.every((each) => each !== undefined) ? parts : [profile];
  }

  /** No list takes the place of one that is not there: whoever acts on it takes it for the one that was asked for. */
  #refuse(id: string, choices: readonly ProfileChoice[]): void {
    this.#leave();
    const meant = nearest(
      id,
      choices.map((each) => each.id),
    );
    const near = choices.find((each) => each.id === meant);
    const finding = this.#unknown.of([id, meant], () => unknownProfile(meant));
    this.#store.set({
      ...nothing,
      phase: 'failed',
      choices,
      unknown: { id, near },
      findings: [...this.#findings.on(this.#adapter, this.#checked, undefined), finding],
      clinicNumber: this.#identity.number,
    });
  }

  readonly #unknown = new Memo<LoadFinding>();

  /** Reads many profiles that are new, and answers whether the update still counts then. */
  #prepare({ adapter, profiles }: PopulationInputs): Promise<boolean> | undefined {
    const update = ++this.#updates;
    const underway = this.#profiles.prepare(profiles);
    if (!underway) return undefined;
    if (adapter) this.#store.setChanged({ phase: 'loading' });
    else this.#leave();
    return underway.then(() => update === this.#updates);
  }

  /** Loads everything again, for all who show anything of the clinic. */
  async retry(): Promise<void> {
    if (this.#clinic) await this.#clinic.reload();
    else if (this.#inputs) await this.update(this.#inputs);
    await this.#work.settle();
  }

  /** Fetches one patient again, for all who show it: the rest of the list stays as it is. */
  async patientChanged(id: string): Promise<void> {
    await this.#clinic?.patientChanged(id, this.#deadline);
    await this.#work.settle();
  }

  /** Stops what is under way. What was loaded is there when the model is updated again. */
  dispose(): void {
    this.#updates++;
    this.#leave();
  }

  /** Takes in which adapter is given now. A list of another clinic must never stand in for this one's. */
  #meet(adapter: ClinicAdapter | undefined): void {
    if (!adapter) this.#identity.forget();
    if (adapter === this.#adapter) return;
    this.#adapter = adapter;
    this.#load = this.#key = undefined;
    this.#evaluated.forget();
    const held =
      adapter && this.#identity.meet(adapter) ? (this.state.loaded ?? this.state.held) : undefined;
    const origin = held && this.state.origin;
    this.#store.setChanged({ loaded: undefined, held, origin });
  }

  /** Finds out whose list is held although none is loaded: it may be shown again, or must go. */
  async #identify(adapter: ClinicAdapter, inputs: PopulationInputs): Promise<void> {
    const clinic = clinicOf(adapter);
    clinic.join(this.#holder);
    try {
      const { description } = await clinic.describe(this.#deadline);
      const { held } = this.state;
      if (this.#inputs !== inputs || !held) return;
      const loaded = this.#identity.settle(adapter, description) ? held : undefined;
      this.#store.set({
        phase: loaded ? 'ready' : 'failed',
        loaded,
        held: undefined,
        origin: loaded && this.#identity.origin,
        clinicNumber: this.#identity.number,
      });
    } catch {
      // Nobody can say whose it is: it stays out of sight, and the failure was told.
    } finally {
      if (this.#clinic !== clinic) clinic.leave(this.#holder);
    }
  }

  #join(adapter: ClinicAdapter, key: string): ClinicLoad {
    if (this.#clinic?.adapter === adapter && this.#key === key && this.#load) return this.#load;
    const own = this.#key === key ? this.#load : undefined;
    const clinic = clinicOf(adapter);
    if (this.#clinic === clinic) this.#leaveLoad();
    else this.#leave();
    clinic.join(this.#holder);
    this.#clinic = clinic;
    const load = (this.#load = clinic.load(key, (calls) => own ?? new ClinicLoad(calls)));
    this.#key = key;
    this.#unsubscribe = load.subscribe(() => this.#show());
    return load;
  }

  #leaveLoad(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    if (this.#key !== undefined) this.#clinic?.leaveLoad(this.#holder, this.#key);
  }

  #leave(): void {
    this.#work.stop();
    this.#leaveLoad();
    this.#clinic?.leave(this.#holder);
    this.#clinic = undefined;
  }

  #show(): void {
    const [adapter, load, plan, inputs] = [this.#adapter, this.#load, this.#plan, this.#inputs];
    if (!adapter || !load || !plan || !inputs) return;
    const { phase, isReload, progress } = load.state;
    const { failure, failedPatients, finding, revision } = load.state;
    const loaded = load.satisfies(this.#holder) ? load.state.loaded : undefined;
    const isThere = loaded && (phase === 'ready' || !isReload);
    const description = load.state.description ?? (isThere ? loaded.description : undefined);
    const isSame = !description || this.#identity.settle(adapter, description);
    const { number: clinicNumber } = this.#identity;
    const findings = [
      ...this.#findings.on(adapter, this.#checked, finding),
      ...(loaded?.findings ?? []),
    ];
    // As soon as the clinic has said who it is, an earlier list is its own or another's.
    const { held, loaded: earlier } = this.state;
    const kept = description && isSame ? (earlier ?? held) : isSame ? earlier : undefined;
    const stillHeld = description ? undefined : held;
    const origin = description ? this.#identity.origin : this.state.origin;
    const state = { findings, clinicNumber, held: stillHeld };

    // More is being fetched for somebody else: this list stands as it is.
    if (isThere) {
      const evaluated = this.#evaluated.of(
        [plan, loaded.clinic, inputs.asOf, revision],
        () => new SteppedValue(() => evaluateLoaded(loaded, plan, inputs.asOf)),
      );
      const { size, hasLong } = loaded.clinic;
      this.#doSlice = bySteps(size > fewPatients || hasLong ? stepsInSlice : manySteps);
      if (!evaluated.isMade && !this.#work.begin([evaluated], () => evaluated.steps())) {
        this.#store.setChanged({
          ...state,
          phase: 'loading',
          problems: [],
          loaded: kept,
          origin: (kept ?? stillHeld) && origin,
        });
        return;
      }
      this.#work.stop();
      const { shown, findings: onData } = evaluated.value;
      const problems = [
        ...loaded.problems,
        ...failedPatients.map(({ call, kind }): Problem => ({ kind: 'call', call, reason: kind })),
      ];
      this.#store.setChanged({
        ...state,
        phase: 'ready',
        progress: undefined,
        problems,
        loaded: shown,
        origin,
        findings: [...findings, ...onData],
      });
      return;
    }
    const ofKept = { loaded: kept, origin: (kept ?? stillHeld) && origin };
    if (failure) {
      const problems: Problem[] = [{ kind: 'call', call: failure.call, reason: failure.kind }];
      if (kept) problems.push({ kind: 'stale' });
      this.#store.setChanged({
        ...state,
        phase: 'failed',
        progress: undefined,
        problems,
        ...ofKept,
      });
      return;
    }
    this.#store.setChanged({ ...state, phase: 'loading', progress, problems: [], ...ofKept });
  }
}

/** Asks the clinic that is being fetched what the list begins with. */
function askEarly(plan: Plan, asOf: CalendarDate): (clinic: Clinic) => Steps<void> {
  const answers = new Memo<EarlyAnswers>();
  const controls = controlsOf(plan.profile).map(missingControl);
  return (clinic) =>
    answers.of([clinic], () => new EarlyAnswers(plan, clinic, asOf, controls)).goOn();
}

/** A document whose id cannot be read is chosen by its place, and so is one that has such a place for its id. */
function choiceOf(checked: CheckedProfile, index: number): ProfileChoice {
  if (checked.ok) return { id: checked.profile.id, profile: checked.profile };
  const { id: own = '#' } = checked;
  const id = own.startsWith('#') ? `#${index + 1}` : own;
  return checked.title === undefined ? { id } : { id, title: checked.title };
}
