import { nextTurn, type AdapterFailure, type ClinicDescription } from '../../adapter/index.ts';
import type { Clinic, Port, Steps } from '../../engine/index.ts';
import type { Profile } from '../../profile/index.ts';
import type { CalendarDate, RecordsRequest } from '../../record/index.ts';
import { StateStore, type Store } from '../store.ts';
import type { ClinicCalls } from './calls.ts';
import { failedLoad, type LoadFinding } from './findings.ts';
import { checkSlice } from './intake.ts';
import { failureOf, isSearching, loadClinic, type LoadedClinic, type Progress } from './load.ts';
import { suffices, unionOf } from './need.ts';
import type { PatientAnswer } from './patient-load.ts';

/** What one list needs of a clinic. */
export interface ClinicNeed {
  readonly request: RecordsRequest;
  /** The profiles, one after the other, and the date that a host which searches is asked for. */
  readonly searched: readonly Profile[];
  readonly asOf: CalendarDate;
  readonly deadline: number;
  readonly worker: Port | undefined;
  /** What the list asks of a clinic that is being fetched, as far as it is here. */
  readonly ask?: (clinic: Clinic) => Steps<void>;
}

export interface ClinicLoadState {
  readonly phase: 'idle' | 'loading' | 'ready' | 'failed';
  /** Whether what is or was under way is to take the place of all that is there, and not to bring more of it. */
  readonly isReload: boolean;
  /** As soon as the clinic has said who it is. */
  readonly description: ClinicDescription | undefined;
  readonly progress: Progress | undefined;
  /** The latest that came; it stays while another is under way, and where that failed. */
  readonly loaded: LoadedClinic | undefined;
  readonly failure: AdapterFailure | undefined;
  /** The latest failure, for the adapter's developer. */
  readonly finding: LoadFinding | undefined;
  /** Why patients that have changed could not be fetched. */
  readonly failedPatients: readonly AdapterFailure[];
  /** Changes whenever a patient of `loaded` has. */
  readonly revision: number;
}

const nothing: ClinicLoadState = {
  phase: 'idle',
  isReload: false,
  description: undefined,
  progress: undefined,
  loaded: undefined,
  failure: undefined,
  finding: undefined,
  failedPatients: [],
  revision: 0,
};

/**
 * A clinic in columns, fetched once for all lists that need it. What is under way or there already is not
 * fetched again where it suffices; else everything that anyone needs is fetched anew, and takes its place.
 */
export class ClinicLoad implements Store<ClinicLoadState> {
  readonly #store = new StateStore<ClinicLoadState>(nothing);
  readonly #needs = new Map<object, ClinicNeed>();
  readonly #failed = new Map<string, AdapterFailure>();
  #underway: { readonly request: RecordsRequest; readonly abort: AbortController } | undefined;
  #settled: Promise<void> = Promise.resolve();

  constructor(private readonly calls: ClinicCalls) {}

  get state(): ClinicLoadState {
    return this.#store.state;
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  get isHeld(): boolean {
    return this.#needs.size > 0;
  }

  /** Resolves when nothing is under way, be it that it failed. */
  async settle(): Promise<void> {
    let seen;
    do await (seen = this.#settled);
    while (seen !== this.#settled);
  }

  /** Says what `holder` needs; resolves when it is there, or could not be had. A failure is tried again. */
  need(holder: object, need: ClinicNeed): Promise<void> {
    this.#needs.set(holder, need);
    const { loaded } = this.state;
    if (this.#underway && suffices(this.#underway.request, need.request)) return this.settle();
    if (!this.#underway && loaded && suffices(loaded.request, need.request)) {
      // Since it was fetched everybody may have let go of it: then the clinic says anew who it is.
      this.calls.describe(need.deadline).catch(() => undefined);
      return this.settle();
    }
    this.#begin(need, false);
    return this.settle();
  }

  /** `holder` needs nothing any more; what nobody needs is broken off. */
  leave(holder: object): void {
    this.#needs.delete(holder);
    if (this.isHeld || !this.#underway) return;
    this.#breakOff();
    this.#store.set({ phase: this.state.loaded ? 'ready' : 'idle', isReload: false });
  }

  /** Takes in who the clinic is: what came while it was another is dropped, and fetched anew where anybody needs it. */
  settleAs(id: string | undefined): void {
    const { description, loaded } = this.state;
    const [isUnderwayOfOther, isLoadedOfOther] = [description, loaded?.description].map(
      (each) => each !== undefined && each.id !== id,
    );
    if (isLoadedOfOther) {
      this.#failed.clear();
      this.#store.set({ loaded: undefined, failedPatients: [] });
    }
    if (isUnderwayOfOther || (isLoadedOfOther && !this.#underway)) void this.reload();
  }

  /** Whether what is there is all that `holder` needs. */
  satisfies(holder: object): boolean {
    const need = this.#needs.get(holder);
    const { loaded } = this.state;
    return loaded !== undefined && need !== undefined && suffices(loaded.request, need.request);
  }

  /** Fetches everything again. */
  reload(): Promise<void> {
    const [need] = [...this.#needs.values()].slice(-1);
    if (need) this.#begin(need, true);
    return this.settle();
  }

  /** Takes in one patient as it is now, or that it could not be had. */
  async replace(id: string, { patient, failure, findings }: PatientAnswer): Promise<void> {
    const clinic = this.state.loaded?.clinic;
    if (!clinic) return;
    const wasThere = clinic.has(id);
    if (patient) {
      const steps = clinic.takeInSteps(patient);
      while (!checkSlice(steps)) await nextTurn();
    } else if (patient === null) clinic.remove(id);
    const { loaded, revision } = this.state;
    // What was loaded meanwhile is newer.
    if (loaded?.clinic !== clinic) return;
    this.#failed.delete(id);
    if (failure) this.#failed.set(id, failure);
    // Of a clinic that was searched only those found are here, not all that it has.
    const more = loaded.isSearched ? 0 : Number(clinic.has(id)) - Number(wasThere);
    const patients = Math.max(clinic.size, loaded.patients + more);
    this.#store.set({
      loaded: { ...loaded, patients, findings: [...loaded.findings, ...findings] },
      failedPatients: [...this.#failed.values()],
      revision: revision + 1,
    });
  }

  #begin(need: ClinicNeed, isReload: boolean): void {
    this.#breakOff();
    const request = unionOf([
      need.request,
      ...[...this.#needs.values()].map((each) => each.request),
    ]);
    const abort = new AbortController();
    this.#underway = { request, abort };
    const { loaded, revision } = this.state;
    this.#store.set({ ...nothing, phase: 'loading', isReload, loaded, revision });
    this.#settled = this.#run(need, request, abort.signal);
  }

  async #run(need: ClinicNeed, request: RecordsRequest, signal: AbortSignal): Promise<void> {
    const { adapter, describe, onFailure } = this.calls;
    const { searched, asOf, deadline, worker, ask } = need;
    const set = (change: Partial<ClinicLoadState>) => {
      if (!signal.aborted) this.#store.set(change);
    };
    try {
      const loaded = await loadClinic({
        adapter,
        describe: () => describe(deadline),
        request: isSearching(adapter) ? need.request : request,
        searched,
        asOf,
        deadline,
        signal,
        worker,
        meanwhile: ask,
        onDescription: (description) => set({ description }),
        onProgress: (progress) => set({ progress }),
        onFailure,
      });
      if (signal.aborted) return;
      this.#underway = undefined;
      this.#failed.clear();
      const revision = this.state.revision + 1;
      set({ phase: 'ready', progress: undefined, loaded, revision });
    } catch (error) {
      // Another has taken its place, or nobody waits any more.
      if (signal.aborted) return;
      this.#underway = undefined;
      const failure = failureOf(error, 'records');
      const finding = failedLoad(failure, adapter);
      set({ phase: 'failed', progress: undefined, failure, finding });
    }
  }

  #breakOff(): void {
    this.#underway?.abort.abort();
    this.#underway = undefined;
  }
}
