import {
  callAdapter,
  describeClinic,
  AdapterFailure,
  type ClinicAdapter,
  type ClinicDescription,
} from '../adapter/index.ts';
import { evaluatePatient, requestFor, type PatientOutcome } from '../engine/index.ts';
import type { ProfileError } from '../profile/index.ts';
import { checkPatient, type CalendarDate, type CheckedPatient } from '../record/index.ts';
import { failureOf, missingSources } from './load.ts';
import { defaultDeadline } from './population.ts';
import type { Problem } from './problems.ts';
import { ProfileShelf } from './profiles.ts';
import { StateStore, type Store } from './store.ts';

/** What one patient's view is made from. */
export interface PatientInputs {
  readonly adapter?: ClinicAdapter | undefined;
  readonly profiles: readonly unknown[];
  readonly patientId?: string | undefined;
  readonly asOf: CalendarDate;
}

/** A profile document that could not be used. */
export interface RefusedProfile {
  readonly name: string;
  readonly errors: readonly ProfileError[];
}

export interface PatientState {
  readonly phase: 'empty' | 'loading' | 'ready' | 'failed';
  /** The patient that this state is about: never another's data under this id. */
  readonly patientId: string | undefined;
  readonly patient: CheckedPatient | undefined;
  readonly description: ClinicDescription | undefined;
  /** One per usable profile, in the order given. */
  readonly outcomes: readonly PatientOutcome[];
  readonly refused: readonly RefusedProfile[];
  readonly problems: readonly Problem[];
}

const nothing: PatientState = {
  phase: 'empty',
  patientId: undefined,
  patient: undefined,
  description: undefined,
  outcomes: [],
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

  /** Takes new inputs and fetches the patient. Never rejects: failures are state. */
  async update(inputs: PatientInputs): Promise<void> {
    this.#inputs = inputs;
    const checked = this.#profiles.check(inputs.profiles);
    this.#abort?.abort();
    const abort = (this.#abort = new AbortController());
    const { adapter, patientId, asOf } = inputs;
    const plans = checked.flatMap((each) => (each.ok ? [each.plan] : []));
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
      const request = requestFor(plans, asOf);
      const supplied: unknown = await callAdapter(
        'patient',
        (signal) => adapter.patient(patientId, request, signal),
        call,
      );
      const { patient, setAside } = checkPatient(supplied);
      // A mixed-up answer is worse than none.
      if (!patient || patient.patient.id !== patientId) throw new AdapterFailure('junk', 'patient');
      if (abort.signal.aborted) return;
      const problems: Problem[] = [...missingSources(request, description)];
      if (unusable.length > 0) problems.push({ kind: 'description', paths: unusable });
      if (setAside.length > 0)
        problems.push({ kind: 'set-aside', records: setAside.length, patients: 1 });
      const outcomes = plans.map((plan) =>
        evaluatePatient(plan, patient, description.coverage, asOf),
      );
      this.#store.set({ phase: 'ready', patient, description, outcomes, problems });
    } catch (error) {
      if (abort.signal.aborted) return;
      const { call: failed, kind } = failureOf(error, 'patient');
      this.#store.set({
        phase: 'failed',
        problems: [{ kind: 'call', call: failed, reason: kind }],
      });
    }
  }

  /** Fetches the patient again. */
  async retry(): Promise<void> {
    if (this.#inputs) await this.update(this.#inputs);
  }

  /** Stops what is under way. */
  dispose(): void {
    this.#abort?.abort();
  }
}
