import {
  callAdapter,
  describeClinic,
  AdapterFailure,
  type ClinicAdapter,
  type ClinicDescription,
} from '../../adapter/index.ts';
import { evaluatePatient, requestFor, type PatientOutcome } from '../../engine/index.ts';
import type { ProfileIssue } from '../../profile/index.ts';
import {
  checkPatient,
  recordTypes,
  type CalendarDate,
  type CheckedPatient,
  type RecordsRequest,
} from '../../record/index.ts';
import { failureOf, missingSources } from './load.ts';
import { defaultDeadline } from './population.ts';
import type { Problem } from './problems.ts';
import { ProfileShelf, sameItems } from './profiles.ts';
import { StateStore, type Store } from '../store.ts';

/** What one patient's view is made from. */
export interface PatientInputs {
  readonly adapter?: ClinicAdapter | undefined;
  readonly profiles: readonly unknown[];
  readonly patientId?: string | undefined;
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
  readonly phase: 'empty' | 'loading' | 'ready' | 'failed';
  /** The patient that this state is about: never another's data under this id. */
  readonly patientId: string | undefined;
  readonly patient: CheckedPatient | undefined;
  readonly description: ClinicDescription | undefined;
  /** One per usable profile, in the order given, on the date that the patient is seen on. */
  readonly outcomes: readonly PatientOutcome[];
  /** The same on `asOf`: the very same list unless the time machine is on. */
  readonly present: readonly PatientOutcome[];
  readonly refused: readonly RefusedProfile[];
  readonly problems: readonly Problem[];
}

const nothing: PatientState = {
  phase: 'empty',
  patientId: undefined,
  patient: undefined,
  description: undefined,
  outcomes: [],
  present: [],
  refused: [],
  problems: [],
};

/**
 * The life of one patient's view, for the cockpit and the marker. Another patient clears the view at
 * once, and an answer that comes late for an earlier patient is dropped.
 */
export class PatientModel implements Store<PatientState> {
  readonly #store = new StateStore<PatientState>(nothing);
  #inputs: PatientInputs | undefined;
  readonly #profiles = new ProfileShelf();
  #abort: AbortController | undefined;
  #loaded: Loaded | undefined;
  readonly #deadline: number;

  constructor(options: { readonly deadline?: number } = {}) {
    this.#deadline = options.deadline ?? defaultDeadline;
  }

  get state(): PatientState {
    return this.#store.state;
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  /** Takes new inputs; fetches the patient unless only the date that it is seen on is new. Never rejects. */
  async update(inputs: PatientInputs): Promise<void> {
    this.#inputs = inputs;
    const checked = this.#profiles.check(inputs.profiles);
    const { adapter, patientId, asOf, whole = false } = inputs;
    const plans = checked.flatMap((each) => (each.ok ? [each.plan] : []));
    const key = [adapter, patientId, asOf, whole, ...plans];
    if (this.#loaded && sameItems(this.#loaded.key, key)) {
      this.#show(this.#loaded, inputs.seenOn);
      return;
    }
    this.#loaded = undefined;
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    const refused = checked.flatMap((each) =>
      each.ok ? [] : [{ name: each.title ?? each.id ?? '?', errors: each.errors }],
    );
    if (!adapter || patientId === undefined) {
      this.#store.set({ ...nothing, refused });
      return;
    }
    this.#store.set({ ...nothing, phase: 'loading', patientId, refused });
    const call = { deadline: this.#deadline, signal: abort.signal };
    try {
      const { description, unusable } = await describeClinic(adapter, call);
      const request = whole ? everything(asOf) : requestFor(plans, asOf);
      const supplied: unknown = await callAdapter(
        'patient',
        (signal) => adapter.patient(patientId, request, signal),
        call,
      );
      const { patient, rejected } = checkPatient(supplied);
      // A mixed-up answer is worse than none.
      if (!patient || patient.patient.id !== patientId) throw new AdapterFailure('junk', 'patient');
      if (abort.signal.aborted) return;
      const problems: Problem[] = [...missingSources(requestFor(plans, asOf), description)];
      if (unusable.length > 0) problems.push({ kind: 'description', paths: unusable });
      if (rejected.length > 0)
        problems.push({ kind: 'rejected', records: rejected.length, patients: 1 });
      const on = (date: CalendarDate) =>
        plans.map((plan) => evaluatePatient(plan, patient, description.coverage, date));
      this.#loaded = { key, on, present: on(asOf), asOf };
      this.#store.set({ patient, description, problems });
      this.#show(this.#loaded, inputs.seenOn);
    } catch (error) {
      if (abort.signal.aborted) return;
      const { call: failed, kind } = failureOf(error, 'patient');
      this.#store.set({
        phase: 'failed',
        problems: [{ kind: 'call', call: failed, reason: kind }],
      });
    }
  }

  /** The patient on an earlier date, through the same profiles; nothing before the patient is there. */
  on(date: CalendarDate): readonly PatientOutcome[] {
    return this.#loaded?.on(date) ?? [];
  }

  #show({ on, present, asOf }: Loaded, seenOn: CalendarDate | undefined): void {
    const earlier = seenOn !== undefined && seenOn < asOf;
    this.#store.set({ phase: 'ready', present, outcomes: earlier ? on(seenOn) : present });
  }

  /** Fetches the patient again. */
  async retry(): Promise<void> {
    this.#loaded = undefined;
    if (this.#inputs) await this.update(this.#inputs);
  }

  /** Stops what is under way. */
  dispose(): void {
    this.#abort?.abort();
  }
}

/** A patient that came, and what it was asked with. */
interface Loaded {
  readonly key: readonly unknown[];
  readonly asOf: CalendarDate;
  readonly present: readonly PatientOutcome[];
  readonly on: (date: CalendarDate) => readonly PatientOutcome[];
}

function everything(asOf: CalendarDate): RecordsRequest {
  return { asOf, types: Object.fromEntries(recordTypes.map((type) => [type, {}])) };
}
