import {
  AdapterFailure,
  callAdapter,
  junk,
  nextTurn,
  type CheckedDescription,
} from '../../adapter/index.ts';
import {
  checkPatientInSteps,
  countRejected,
  readId,
  type CheckOutcome,
  type CheckedPatient,
  type PatientRecords,
  type RecordsRequest,
} from '../../record/index.ts';
import { checkSlice } from './intake.ts';
import { SteppedValue } from '../steps.ts';
import { StateStore, type Store } from '../store.ts';
import type { ClinicCalls } from './calls.ts';
import { failedLoad, type LoadFinding } from './findings.ts';
import { failureOf } from './load.ts';
import { suffices, unionOf } from './need.ts';

/** One patient as the adapter answered. */
export interface LoadedPatient {
  readonly patient: CheckedPatient;
  /** Records, or fields of the patient, that could not be read. */
  readonly rejected: number;
  readonly findings: readonly LoadFinding[];
  readonly request: RecordsRequest;
  /** Who the clinic was that was asked. */
  readonly described: CheckedDescription;
}

export interface PatientLoadState {
  /** `gone`: the patient is no longer in the clinic. */
  readonly phase: 'idle' | 'loading' | 'reloading' | 'ready' | 'failed' | 'gone';
  /** The latest that came; it stays while another is under way, and where that failed. */
  readonly loaded: LoadedPatient | undefined;
  readonly failure: AdapterFailure | undefined;
  /** The latest failure, for the adapter's developer. */
  readonly finding: LoadFinding | undefined;
}

const nothing: PatientLoadState = {
  phase: 'idle',
  loaded: undefined,
  failure: undefined,
  finding: undefined,
};

/**
 * What a call for one patient came to: the patient as checked (`null`: no longer in the clinic), or a failure. What a
 * host handed over is not read again: it may be another by then.
 */
export interface PatientAnswer {
  readonly patient?: CheckedPatient | null;
  readonly failure?: AdapterFailure;
  readonly findings: readonly LoadFinding[];
}

/** What one element needs of a patient. */
export interface PatientNeed {
  readonly request: RecordsRequest;
  readonly deadline: number;
}

/** One patient, fetched once for all elements that show it. */
export class PatientLoad implements Store<PatientLoadState> {
  readonly #store = new StateStore<PatientLoadState>(nothing);
  readonly #needs = new Map<object, PatientNeed>();
  #settled: Promise<void> = Promise.resolve();
  /** Which clinic it is of, once that has said so. */
  #clinic: { readonly id: string | undefined } | undefined;
  #underway: { readonly request: RecordsRequest; readonly abort: AbortController } | undefined;

  constructor(
    readonly id: string,
    private readonly calls: ClinicCalls,
  ) {}

  get state(): PatientLoadState {
    return this.#store.state;
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  get isHeld(): boolean {
    return this.#needs.size > 0;
  }

  /** Takes in who the clinic is: what came while it was another is dropped, and asked for anew where anybody shows it. */
  settleAs(id: string | undefined): void {
    const isOther = this.#clinic !== undefined && this.#clinic.id !== id;
    this.#clinic = { id };
    if (!isOther) return;
    this.#breakOff();
    this.#store.set(nothing);
    void this.fetch('loading');
  }

  /** Says what `holder` needs of the patient. */
  hold(holder: object, need: PatientNeed): void {
    this.#needs.set(holder, need);
  }

  /** Fetches the patient, unless what is there or under way suffices for everyone. */
  async ensure(): Promise<void> {
    const enough = this.#underway?.request ?? this.state.loaded?.request;
    const needs = [...this.#needs.values()];
    if (enough && needs.every(({ request }) => suffices(enough, request))) await this.#settled;
    else await this.fetch('loading');
  }

  /** `holder` shows the patient no more. */
  leave(holder: object): void {
    this.#needs.delete(holder);
    if (!this.isHeld) this.#breakOff();
  }

  /**
   * Fetches the patient anew, for all who show it and for `beside`.
   *
   * @returns undefined where nobody needs it, or another call has taken its place.
   */
  async fetch(
    phase: 'loading' | 'reloading',
    beside: readonly PatientNeed[] = [],
  ): Promise<PatientAnswer | undefined> {
    const [first, ...more] = [...this.#needs.values(), ...beside];
    if (!first) return undefined;
    this.#breakOff();
    const request = unionOf([first.request, ...more.map((each) => each.request)]);
    const abort = new AbortController();
    const { signal } = abort;
    this.#underway = { request, abort };
    this.#store.set({ ...nothing, phase, loaded: this.state.loaded });
    const call = this.#call(request, first.deadline, signal);
    this.#settled = call.then(() => undefined);
    return call;
  }

  async #call(
    request: RecordsRequest,
    deadline: number,
    signal: AbortSignal,
  ): Promise<PatientAnswer | undefined> {
    const { adapter, describe, onFailure } = this.calls;
    try {
      // Nobody is asked for before the clinic has said who it is: it may be another than it was.
      const described = await describe(deadline);
      const { patient, loaded } = await callAdapter(
        'patient',
        async (inner) => {
          const answer: unknown = await adapter.patient(this.id, request, inner);
          if (answer === null) return gone;
          const checked = new SteppedValue(() => checkPatientInSteps(answer));
          const steps = checked.steps();
          // An adapter that answers at once does so in the task in which the profiles were read.
          do {
            await nextTurn();
            // Whoever is still to answer is not waited for any more.
            if (inner.aborted) return gone;
          } while (!checkSlice(steps));
          return this.#read(answer, checked.value, request, described);
        },
        { deadline, signal, onFailure },
      );
      this.#underway = undefined;
      this.#store.set(loaded ? { phase: 'ready', loaded } : { ...nothing, phase: 'gone' });
      return { patient, findings: loaded?.findings ?? [] };
    } catch (error) {
      if (signal.aborted) return undefined;
      this.#underway = undefined;
      const failure = failureOf(error, 'patient');
      const finding = failedLoad(failure, adapter);
      this.#store.set({ phase: 'failed', failure, finding });
      return { failure, findings: [finding] };
    }
  }

  /** @throws {AdapterFailure} A mixed-up answer is worse than none. */
  #read(
    answer: unknown,
    { patient, rejected }: CheckOutcome,
    request: RecordsRequest,
    described: CheckedDescription,
  ): { readonly patient: CheckedPatient; readonly loaded: LoadedPatient } {
    if (!patient) throw junk('patient', answer);
    // Asked once more: a host may have filled its object with another patient while it was read.
    if (patient.patient.id !== this.id || idIn(answer) !== this.id)
      throw new AdapterFailure('junk', 'patient', undefined, 'other-patient');
    const { hints = [] } = patient;
    const findings: LoadFinding[] = [];
    if (rejected.length > 0)
      findings.push(({ reportRejections }) => reportRejections(rejected, 'patient'));
    if (hints.length > 0) findings.push(({ reportHints }) => reportHints(hints, 'patient'));
    const loaded = { patient, rejected: countRejected(rejected), findings, request, described };
    return { patient, loaded };
  }

  #breakOff(): void {
    this.#underway?.abort.abort();
    this.#underway = undefined;
  }
}

/** Nobody was handed over. */
const gone = { patient: null, loaded: undefined } as const;

/** Whose an answer is, that has been read once. */
function idIn(answer: unknown): string | undefined {
  return readId((answer as PatientRecords).patient.id);
}
