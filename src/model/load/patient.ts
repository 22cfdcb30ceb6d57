import type {
  AdapterFailure,
  CheckedDescription,
  ClinicAdapter,
  ClinicDescription,
} from '../../adapter/index.ts';
import {
  evaluatePatientInSteps,
  requestFor,
  type PatientOutcome,
  type Plan,
  type Steps,
} from '../../engine/index.ts';
import type { ProfileIssue } from '../../profile/index.ts';
import {
  isCalendarDate,
  requireDate,
  type CalendarDate,
  type CheckedPatient,
  type RecordsRequest,
} from '../../record/index.ts';
import { Memo, MemoMap } from '../memo.ts';
import { bySteps, SlicedWork } from '../sliced-work.ts';
import { SteppedValue } from '../steps.ts';
import { StateStore, type Store } from '../store.ts';
import { failedLoad, FindingShelf, noSuchDate, type LoadFinding } from './findings.ts';
import { ClinicIdentity, isSameClinic, type Origin } from './identity.ts';
import { failureOf, missingSources } from './load.ts';
import { everything, suffices } from './need.ts';
import { defaultDeadline, type ModelOptions } from './options.ts';
import type { LoadedPatient, PatientLoad } from './patient-load.ts';
import type { Problem } from './problems.ts';
import { ProfileShelf, type CheckedProfile } from './profiles.ts';
import { clinicOf, type ClinicHolder, type SharedClinic } from './shared-clinic.ts';

/** What one patient's view is made from. */
export interface PatientInputs {
  readonly adapter?: ClinicAdapter | undefined;
  readonly profiles: readonly unknown[];
  readonly patientId?: string | undefined;
  /** Whose patient `patientId` names, where that is known: no other clinic is asked for anybody by that id. */
  readonly patientOf?: Origin | undefined;
  /** The date of evaluation: today, as a rule. */
  readonly asOf: CalendarDate;
  /** An earlier date to see the patient on (the time machine); nothing is fetched for it. */
  readonly seenOn?: CalendarDate | undefined;
  /** Asks for every type and code, for the whole situation; default the least that the profiles need. */
  readonly whole?: boolean;
}

/** A profile document that could not be used. */
export interface RefusedProfile {
  readonly name: string;
  readonly errors: readonly ProfileIssue[];
}

export interface PatientState {
  /** `gone`: the patient is no longer in the clinic. */
  readonly phase: 'empty' | 'loading' | 'ready' | 'failed' | 'gone';
  /** The patient that this state is about: never another's data under this id. */
  readonly patientId: string | undefined;
  readonly patient: CheckedPatient | undefined;
  readonly description: ClinicDescription | undefined;
  /** Where `patient` came from: the same id is anybody in another clinic. */
  readonly origin: Origin | undefined;
  /**
   * Whether what was asked for since is being worked out, of a patient with very many records: what is shown meanwhile
   * is the same patient, as before.
   */
  readonly isUnderWay: boolean;
  /** One per usable profile, in the order given, on the date that the patient is seen on. */
  readonly outcomes: readonly PatientOutcome[];
  /** The same on `asOf`: the very same list unless the time machine is on. */
  readonly present: readonly PatientOutcome[];
  readonly refused: readonly RefusedProfile[];
  readonly problems: readonly Problem[];
  /** What is wrong, for the adapter's developer. */
  readonly findings: readonly LoadFinding[];
  /** Grows when the patient is another clinic's than the one before. */
  readonly clinicNumber: number;
  /**
   * What was shown, while a new adapter has not said whether it is of the same clinic: not to be shown before it
   * is `ready` again, when everything about it stays as it was.
   */
  readonly held: PatientState | undefined;
}

const nothing: Omit<PatientState, 'clinicNumber'> = {
  phase: 'empty',
  patientId: undefined,
  patient: undefined,
  description: undefined,
  origin: undefined,
  isUnderWay: false,
  outcomes: [],
  present: [],
  refused: [],
  problems: [],
  findings: [],
  held: undefined,
};

/** A step goes through a thousand records at most, in about a millisecond, and through few of most patients. */
const stepsInSlice = 100;

/**
 * The life of one patient's view, for the cockpit and the marker. Another patient clears the view at
 * once, and an answer that comes late for an earlier patient is dropped. Who shows the same patient of the same
 * adapter shares what was fetched.
 */
export class PatientModel implements Store<PatientState> {
  readonly #store = new StateStore<PatientState>({ ...nothing, clinicNumber: 0 });
  readonly #profiles = new ProfileShelf();
  readonly #identity: ClinicIdentity;
  readonly #deadline: number;
  readonly #holder: ClinicHolder;
  readonly #findings = new FindingShelf();
  #inputs: PatientInputs | undefined;
  /** Grows with each update, and when none counts any more. */
  #updates = 0;
  /** Undefined while the profiles are being read. */
  #checked: readonly CheckedProfile[] | undefined;
  #clinic: SharedClinic | undefined;
  #entry: PatientLoad | undefined;
  #unsubscribe: (() => void) | undefined;
  #described: CheckedDescription | undefined;
  /** Why the clinic could not be described. */
  #failure: { readonly failure: AdapterFailure; readonly finding: LoadFinding } | undefined;
  /** What was shown of the same patient by another adapter, until this one has answered. */
  #earlier: PatientState | undefined;
  readonly #evaluated = new Memo<Evaluated>();
  /** Asks the profiles of the patient: in the first slice, but of one with very many records. */
  readonly #work: SlicedWork;

  constructor(options: ModelOptions = {}) {
    const { deadline = defaultDeadline, identity = new ClinicIdentity(), onFailure } = options;
    this.#work = new SlicedWork(options.doSlice ?? bySteps(stepsInSlice), () => this.#show());
    this.#deadline = deadline;
    this.#identity = identity;
    this.#holder = { onFailure };
    this.#store.set({ clinicNumber: identity.number });
  }

  get state(): PatientState {
    return this.#store.state;
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  /**
   * Takes new inputs; fetches the patient unless what is there suffices. Resolves when the profiles have been asked.
   * Never rejects.
   */
  async update(inputs: PatientInputs): Promise<void> {
    const before = this.#inputs;
    this.#inputs = inputs;
    const { adapter, patientId } = inputs;
    const hasDate = isCalendarDate(inputs.asOf);
    if (!adapter) this.#identity.forget();
    else if (adapter !== before?.adapter) this.#identity.meet(adapter);
    if (!adapter || patientId === undefined || !hasDate) {
      this.#leave();
      this.#entry = this.#described = this.#earlier = undefined;
      this.#evaluated.forget();
    } else {
      const isSame = before?.adapter === adapter && before.patientId === patientId;
      if (!isSame || !this.#clinic) this.#join(adapter, patientId, before);
    }
    const preparing = this.#prepare(inputs);
    if (preparing && !(await preparing)) return;
    this.#checked = this.#profiles.check(inputs.profiles);
    if (!adapter || patientId === undefined) this.#show();
    else if (hasDate) await this.#fetch();
    else
      this.#store.set({
        ...nothing,
        phase: 'failed',
        patientId,
        problems: [{ kind: 'date' }],
        findings: [...this.#findings.on(adapter, this.#checked, undefined), noSuchDate],
        clinicNumber: this.#identity.number,
      });
  }

  /** Reads many profiles that are new, and answers whether the update still counts then. */
  #prepare({ profiles }: PatientInputs): Promise<boolean> | undefined {
    const update = ++this.#updates;
    const underway = this.#profiles.prepare(profiles);
    if (!underway) return undefined;
    this.#checked = undefined;
    this.#show();
    return underway.then(() => update === this.#updates);
  }

  /**
   * The patient on an earlier date, through the same profiles; nothing before the patient is there.
   * @throws {RangeError} of a day that does not exist.
   */
  on(date: CalendarDate): readonly PatientOutcome[] {
    requireDate(date, 'PatientModel.on: date');
    return this.#current()?.on(date).value ?? [];
  }

  /**
   * As `on`, some records at a time.
   * @throws {RangeError} of a day that does not exist.
   */
  onInSteps(date: CalendarDate): Steps<readonly PatientOutcome[]> {
    requireDate(date, 'PatientModel.onInSteps: date');
    const found = this.#current()?.on(date) ?? new SteppedValue(() => noOutcomes());
    return found.steps();
  }

  /** Fetches the patient and the clinic's description again, for all who show them. */
  async retry(): Promise<void> {
    const { patientId } = this.#inputs ?? {};
    if (patientId === undefined) return;
    this.#clinic?.forget();
    await this.#fetch();
    if (!this.#failure) await this.patientChanged(patientId);
  }

  /** Fetches one patient again, for all who show it. */
  async patientChanged(id: string): Promise<void> {
    await this.#clinic?.patientChanged(id, this.#deadline);
  }

  /** Stops what is under way. What was fetched is there when the model is updated again. */
  dispose(): void {
    this.#updates++;
    this.#leave();
  }

  #join(adapter: ClinicAdapter, patientId: string, before: PatientInputs | undefined): void {
    const clinic = clinicOf(adapter);
    if (this.#clinic === clinic) this.#leavePatient();
    else this.#leave();
    const { state } = this;
    const wasShown = before?.patientId === patientId ? before.adapter : undefined;
    const own = wasShown === adapter ? this.#entry : undefined;
    const shown = state.held ?? (state.phase === 'ready' ? state : undefined);
    this.#earlier = wasShown && !own && this.#identity.origin ? shown : undefined;
    if (before?.adapter !== adapter) this.#described = undefined;
    clinic.join(this.#holder);
    this.#clinic = clinic;
    const entry = (this.#entry = clinic.patient(patientId, own));
    this.#unsubscribe = entry.subscribe(() => {
      this.#show();
      // Whoever had it fetched again may have asked anew who the clinic is.
      if (entry.state.phase === 'ready') void this.#describe();
    });
  }

  #leavePatient(): void {
    this.#work.stop();
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    if (this.#entry) this.#clinic?.leavePatient(this.#holder, this.#entry.id);
  }

  #leave(): void {
    this.#leavePatient();
    this.#clinic?.leave(this.#holder);
    this.#clinic = undefined;
  }

  async #fetch(): Promise<void> {
    const entry = this.#entry;
    if (!entry || !this.#inputs) return;
    entry.hold(this.#holder, { request: this.#request(this.#inputs), deadline: this.#deadline });
    this.#failure = undefined;
    this.#show();
    await this.#describe();
    if (!this.#clinic || this.#entry !== entry || !this.#described) return;
    if (!this.#isElsewhere) await entry.ensure();
    if (this.#work.isUnderWay) await this.#work.settle();
  }

  /** Who the clinic is: of a patient who is there, as it was when it was asked for the patient. */
  get #latest(): CheckedDescription | undefined {
    return this.#entry?.state.loaded?.described ?? this.#described;
  }

  /** Whether the patient is meant by this id in another clinic, and not in the one that is there. */
  get #isElsewhere(): boolean {
    const { adapter, patientOf } = this.#inputs ?? {};
    const described = this.#latest;
    if (!adapter || !patientOf || !described) return false;
    const clinicId = described.description.id;
    return !isSameClinic(patientOf, { adapter, clinicId });
  }

  /** Asks who the clinic is, unless somebody has. */
  async #describe(): Promise<void> {
    const clinic = this.#clinic;
    if (!clinic) return;
    try {
      const described = await clinic.describe(this.#deadline);
      if (this.#clinic !== clinic) return;
      this.#failure = undefined;
      if (described === this.#described) return;
      this.#described = described;
    } catch (error) {
      if (this.#clinic !== clinic) return;
      const failure = failureOf(error, 'describe');
      this.#failure = { failure, finding: failedLoad(failure, clinic.adapter) };
    }
    this.#show();
  }

  get #plans(): readonly Plan[] {
    return (this.#checked ?? []).flatMap((each) => (each.ok ? [each.plan] : []));
  }

  #request({ whole = false, asOf }: PatientInputs): RecordsRequest {
    return whole ? everything(asOf) : requestFor(this.#plans, asOf);
  }

  /** What is known of the patient, when everything is there that it takes. */
  #current(): Evaluated | undefined {
    const [inputs, described, loaded] = [this.#inputs, this.#latest, this.#entry?.state.loaded];
    if (!inputs || !described || !loaded || !this.#checked) return undefined;
    if (!suffices(loaded.request, this.#request(inputs))) return undefined;
    const plans = this.#plans;
    const { whole = false } = inputs;
    return this.#evaluated.of([loaded, described, whole, ...plans], () =>
      evaluated(loaded, described.description, plans, whole),
    );
  }

  /** Whether the profiles have been asked, on all days that are shown; where not, it is under way. */
  #isMade({ on }: Evaluated): boolean {
    const wanted = this.#days.map(on).filter(({ isMade }) => !isMade);
    const isDone =
      wanted.length === 0 ||
      this.#work.begin(wanted, function* () {
        for (const each of wanted) yield* each.steps();
      });
    if (isDone) this.#work.stop();
    return isDone;
  }

  /** The day that counts as today, and the earlier one that the patient is seen on. */
  get #days(): readonly CalendarDate[] {
    const { asOf = '', seenOn } = this.#inputs ?? {};
    const isEarlier = seenOn !== undefined && isCalendarDate(seenOn) && seenOn < asOf;
    return isEarlier ? [asOf, seenOn] : [asOf];
  }

  #show(): void {
    const { adapter, patientId } = this.#inputs ?? {};
    const described = this.#latest;
    const entry = this.#entry?.state;
    const checked = this.#checked ?? [];
    const refused = checked.flatMap((each) =>
      each.ok ? [] : [{ name: each.title ?? each.id ?? '?', errors: each.errors }],
    );
    const { failure, finding } = this.#failure ?? entry ?? {};
    const findings = [
      ...this.#findings.on(adapter, checked, finding),
      ...(described ? this.#findings.onDescription(described) : []),
      ...(entry?.loaded?.findings ?? []),
    ];
    if (adapter && described && !this.#identity.settle(adapter, described.description))
      this.#earlier = undefined;
    const { number: clinicNumber } = this.#identity;
    const origin = described && this.#identity.origin;
    const state = { ...nothing, patientId, refused, findings, clinicNumber };

    if (!adapter || patientId === undefined || !entry || this.#isElsewhere) {
      this.#store.setChanged({ ...state, phase: 'empty', patientId: undefined });
      return;
    }
    const current = this.#current();
    if (!current) this.#work.stop();
    if (current && described && this.#isMade(current)) {
      this.#earlier = undefined;
      this.#store.setChanged({
        ...state,
        phase: 'ready',
        origin,
        ...this.#shown(current, described, failure),
      });
      return;
    }
    const shown = this.state;
    const isAwaited = current !== undefined || !this.#checked;
    if (isAwaited && shown.phase === 'ready' && isOf(shown, patientId, origin)) {
      this.#store.setChanged({ isUnderWay: true });
      return;
    }
    if (entry.phase === 'gone') {
      this.#store.setChanged({ ...state, phase: 'gone' });
      return;
    }
    const problems: Problem[] = failure
      ? [{ kind: 'call', call: failure.call, reason: failure.kind }]
      : [];
    const earlier = this.#earlier;
    // It is the same clinic: what was shown stays until the patient has come from the new adapter.
    if (earlier && described) {
      const stale: readonly Problem[] = failure
        ? [...problems, { kind: 'stale' }]
        : earlier.problems;
      const more = { refused, findings, clinicNumber, origin };
      this.#store.setChanged({ ...earlier, ...more, problems: stale });
      return;
    }
    const phase = failure ? 'failed' : 'loading';
    this.#store.setChanged({ ...state, phase, problems, held: earlier });
  }

  #shown(
    { loaded, description, on }: Evaluated,
    { unusable }: CheckedDescription,
    failure: AdapterFailure | undefined,
  ): Partial<PatientState> {
    const [asOf = '', seenOn] = this.#days;
    const problems: Problem[] = [...missingSources(requestFor(this.#plans, asOf), description)];
    if (unusable.length > 0) problems.push({ kind: 'description', paths: unusable });
    if (loaded.rejected > 0)
      problems.push({ kind: 'rejected', records: loaded.rejected, patients: 1 });
    if (failure)
      problems.push({ kind: 'call', call: failure.call, reason: failure.kind }, { kind: 'stale' });
    const present = on(asOf).value;
    return {
      patient: loaded.patient,
      description,
      present,
      outcomes: seenOn === undefined ? present : on(seenOn).value,
      problems,
    };
  }
}

/** Whether what is shown is a clinic's patient. */
function isOf(
  { patientId, origin }: PatientState,
  id: string,
  clinic: Origin | undefined,
): boolean {
  return (
    patientId === id &&
    origin !== undefined &&
    clinic !== undefined &&
    origin.adapter === clinic.adapter &&
    isSameClinic(origin, clinic)
  );
}

/** A patient that came, judged by the profiles. */
interface Evaluated {
  readonly loaded: LoadedPatient;
  readonly description: ClinicDescription;
  readonly on: (date: CalendarDate) => SteppedValue<readonly PatientOutcome[]>;
}

/** @param whole Whether cells are wanted too, or markers alone. */
function evaluated(
  loaded: LoadedPatient,
  description: ClinicDescription,
  plans: readonly Plan[],
  whole: boolean,
): Evaluated {
  const { patient } = loaded;
  const { coverage } = description;
  const days = new MemoMap<SteppedValue<readonly PatientOutcome[]>>();
  const outcomesOn = function* (date: CalendarDate): Steps<readonly PatientOutcome[]> {
    const outcomes: PatientOutcome[] = [];
    for (const plan of plans)
      outcomes.push(yield* evaluatePatientInSteps(plan, patient, coverage, date, { cells: whole }));
    return outcomes;
  };
  const on = (date: CalendarDate) =>
    days.of(date, [], () => new SteppedValue(() => outcomesOn(date)));
  return { loaded, description, on };
}

function* noOutcomes(): Steps<readonly PatientOutcome[]> {
  return [];
}
