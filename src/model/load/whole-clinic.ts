/** The life of a clinic that somebody asks anything of: all that its system has, fetched once. */
import type { AdapterFailure, ClinicAdapter, ClinicDescription } from '../../adapter/index.ts';
import type { Clinic, Port } from '../../engine/index.ts';
import { isCalendarDate, type CalendarDate } from '../../record/index.ts';
import { StateStore, type Store } from '../store.ts';
import { ClinicLoad } from './clinic-load.ts';
import { FindingShelf, noSuchDate, type LoadFinding } from './findings.ts';
import { isSearching, type Progress } from './load.ts';
import { everything } from './need.ts';
import { defaultDeadline, type ModelOptions } from './options.ts';
import type { Problem } from './problems.ts';
import { clinicOf, type ClinicHolder, type SharedClinic } from './shared-clinic.ts';

export interface WholeClinicInputs {
  readonly adapter: ClinicAdapter | undefined;
  readonly asOf: CalendarDate;
  /** The host's worker for building columns; default the page itself, in slices. */
  readonly worker: Port | undefined;
}

export interface WholeClinicState {
  /**
   * - `none`: no clinic is connected;
   * - `search-only`: its system searches by itself, and hands over whom it finds alone;
   * - `failed`: nothing could be had, and there is no clinic.
   */
  readonly phase: 'none' | 'search-only' | 'loading' | 'ready' | 'failed';
  readonly description: ClinicDescription | undefined;
  readonly progress: Progress | undefined;
  /** As soon as all of it is here; not while it is being fetched anew. */
  readonly clinic: Clinic | undefined;
  /** Changes whenever a patient of it has. */
  readonly revision: number;
  /** What is missing from it. */
  readonly problems: readonly Problem[];
  readonly findings: readonly LoadFinding[];
}

const nothing: WholeClinicState = {
  phase: 'none',
  description: undefined,
  progress: undefined,
  clinic: undefined,
  revision: 0,
  problems: [],
  findings: [],
};

/**
 * A clinic of which anything may be asked, as who writes a profile does: every type, every code, as far back as there is
 * data. What was fetched for less would lack what is asked next, and that would look like *no*. Never rejects: failures
 * are state.
 */
export class WholeClinic implements Store<WholeClinicState>, ClinicHolder {
  readonly #store = new StateStore<WholeClinicState>(nothing);
  readonly #findings = new FindingShelf();
  readonly #deadline: number;
  readonly onFailure: ((failure: AdapterFailure) => void) | undefined;
  #inputs: WholeClinicInputs | undefined;
  #clinic: SharedClinic | undefined;
  #load: ClinicLoad | undefined;
  #unsubscribe: (() => void) | undefined;

  constructor({ deadline = defaultDeadline, onFailure }: ModelOptions = {}) {
    this.#deadline = deadline;
    this.onFailure = onFailure;
  }

  get state(): WholeClinicState {
    return this.#store.state;
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  async update(inputs: WholeClinicInputs): Promise<void> {
    this.#inputs = inputs;
    const { adapter, asOf, worker } = inputs;
    if (adapter !== this.#clinic?.adapter) this.#leave();
    if (!adapter || isSearching(adapter) || !isCalendarDate(asOf)) {
      this.#leave();
      this.#show();
      return;
    }
    this.#join(adapter);
    const request = everything(asOf);
    const need = { request, searched: [], asOf, deadline: this.#deadline, worker };
    const underway = this.#load!.need(this, need);
    this.#show();
    await underway;
  }

  /** Fetches everything again. */
  async retry(): Promise<void> {
    if (this.#clinic) await this.#clinic.reload();
    else if (this.#inputs) await this.update(this.#inputs);
  }

  /** Fetches one patient again. */
  async patientChanged(id: string): Promise<void> {
    await this.#clinic?.patientChanged(id, this.#deadline);
  }

  /** Stops what is under way. */
  dispose(): void {
    this.#leave();
  }

  #join(adapter: ClinicAdapter): void {
    if (this.#clinic) return;
    this.#clinic = clinicOf(adapter);
    this.#clinic.join(this);
    this.#load = this.#clinic.load('all', (calls) => new ClinicLoad(calls));
    this.#unsubscribe = this.#load.subscribe(() => this.#show());
  }

  #leave(): void {
    this.#unsubscribe?.();
    this.#clinic?.leave(this);
    this.#clinic = this.#load = this.#unsubscribe = undefined;
  }

  #show(): void {
    const { adapter, asOf } = this.#inputs!;
    const failure = this.#load?.state.finding;
    const findings = this.#findings.on(adapter, [], failure);
    if (adapter && !isCalendarDate(asOf)) {
      this.#store.setChanged({
        ...nothing,
        phase: 'failed',
        problems: [{ kind: 'date' }],
        findings: [...findings, noSuchDate],
      });
      return;
    }
    const load = this.#load;
    if (!adapter || !load) {
      this.#store.setChanged({ ...nothing, phase: adapter ? 'search-only' : 'none', findings });
      return;
    }
    const { phase, isReload, description, progress, failedPatients, revision } = load.state;
    const failedCall = load.state.failure;
    const loaded = load.satisfies(this) ? load.state.loaded : undefined;
    const isThere = loaded && (phase === 'ready' || !isReload);
    if (isThere) {
      const { clinic, problems } = loaded;
      this.#store.setChanged({
        phase: 'ready',
        description: loaded.description,
        progress: undefined,
        clinic,
        revision,
        problems: [
          ...problems,
          ...failedPatients.map((each): Problem => ({
            kind: 'call',
            call: each.call,
            reason: each.kind,
          })),
        ],
        findings: [...findings, ...loaded.findings],
      });
      return;
    }
    const own = { ...nothing, description, revision, findings };
    this.#store.setChanged(
      failedCall
        ? {
            ...own,
            phase: 'failed',
            problems: [{ kind: 'call', call: failedCall.call, reason: failedCall.kind }],
          }
        : { ...own, phase: 'loading', progress },
    );
  }
}
