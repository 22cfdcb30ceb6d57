/**
 * One clinic for everyone on the page who shows it: what one adapter has handed over is fetched once, and told to
 * all of them when it changes.
 */
import {
  describeClinic,
  type AdapterFailure,
  type CheckedDescription,
  type ClinicAdapter,
  type ClinicDescription,
} from '../../adapter/index.ts';
import type { ClinicCalls } from './calls.ts';
import type { ClinicLoad } from './clinic-load.ts';
import type { Origin } from './identity.ts';
import { PatientLoad } from './patient-load.ts';

/** Who shows something of a clinic. */
export interface ClinicHolder {
  /** Is given every failed call, with what was thrown. */
  readonly onFailure?: ((failure: AdapterFailure) => void) | undefined;
}

const clinics = new WeakMap<ClinicAdapter, SharedClinic>();

/** The clinic of an adapter: the same for everyone who asks while somebody shows it. */
export function clinicOf(adapter: ClinicAdapter): SharedClinic {
  let clinic = clinics.get(adapter);
  if (!clinic) {
    clinic = new SharedClinic(adapter);
    // What a host gives instead of an adapter may be anything; its failures are told like an adapter's.
    if (Object(adapter) === adapter) clinics.set(adapter, clinic);
  }
  return clinic;
}

/** Whether an adapter is of the clinic still that something came from: it may have said since that it is another. */
export function isStill({ adapter, clinicId }: Origin): boolean {
  const said = clinics.get(adapter)?.said;
  return !said || said.id === clinicId;
}

/** What an adapter has handed over, as long as somebody shows it. */
export class SharedClinic {
  readonly #holders = new Set<ClinicHolder>();
  #description: Promise<CheckedDescription> | undefined;
  #said: { readonly id: string | undefined } | undefined;
  #abort = new AbortController();
  readonly #loads = new Map<string, ClinicLoad>();
  readonly #patients = new Map<string, PatientLoad>();
  readonly #calls: ClinicCalls;

  constructor(readonly adapter: ClinicAdapter) {
    this.#calls = {
      adapter,
      describe: (deadline) => this.describe(deadline),
      onFailure: (failure) => this.#tell(failure),
    };
  }

  /** Who it was the latest time that it said so; undefined as long as it has not. */
  get said(): { readonly id: string | undefined } | undefined {
    return this.#said;
  }

  /** From now on `holder` shows something of the clinic. */
  join(holder: ClinicHolder): void {
    this.#holders.add(holder);
  }

  /** `holder` shows nothing of the clinic any more. When nobody does, it is let go of. */
  leave(holder: ClinicHolder): void {
    this.#holders.delete(holder);
    for (const [key, load] of this.#loads) {
      load.leave(holder);
      if (!load.isHeld) this.#loads.delete(key);
    }
    for (const id of this.#patients.keys()) this.leavePatient(holder, id);
    if (this.#holders.size === 0) this.forget();
  }

  /** Asks who the clinic is, once until it is loaded again; after a failure, again. */
  async describe(deadline: number): Promise<CheckedDescription> {
    const { signal } = this.#abort;
    try {
      return await this.#ask(deadline);
    } catch (error) {
      // It was broken off to be asked anew.
      if (signal.aborted && this.#holders.size > 0) return this.describe(deadline);
      throw error;
    }
  }

  #ask(deadline: number): Promise<CheckedDescription> {
    if (this.#description) return this.#description;
    const description = describeClinic(this.adapter, {
      deadline,
      signal: this.#abort.signal,
      onFailure: this.#calls.onFailure,
    });
    this.#description = description;
    description.then(
      (checked) => {
        if (this.#description === description) this.#settle(checked.description);
      },
      () => {
        if (this.#description === description) this.#description = undefined;
      },
    );
    return description;
  }

  /** Takes in who the clinic is: where an adapter says that it is another now, all that it handed over before is dropped. */
  #settle({ id }: ClinicDescription): void {
    this.#said = { id };
    for (const load of [...this.#loads.values(), ...this.#patients.values()]) load.settleAs(id);
  }

  /**
   * The clinic in columns. A host that searches has a load for each profile and date: then `key` names them.
   *
   * @param make Makes it where nobody has it, or takes up what the holder had before it was taken off the page. (Who
   *   shows one patient alone does without columns, and without what builds them.)
   */
  load(key: string, make: (calls: ClinicCalls) => ClinicLoad): ClinicLoad {
    let load = this.#loads.get(key);
    if (!load) this.#loads.set(key, (load = make(this.#calls)));
    if (this.#said) load.settleAs(this.#said.id);
    return load;
  }

  /** `holder` shows this load no more. */
  leaveLoad(holder: ClinicHolder, key: string): void {
    const load = this.#loads.get(key);
    load?.leave(holder);
    if (load && !load.isHeld) this.#loads.delete(key);
  }

  /** @param own What the holder had before it was taken off the page: it is taken up again. */
  patient(id: string, own: PatientLoad | undefined): PatientLoad {
    let patient = this.#patients.get(id);
    if (!patient) this.#patients.set(id, (patient = own ?? new PatientLoad(id, this.#calls)));
    if (this.#said) patient.settleAs(this.#said.id);
    return patient;
  }

  /** `holder` shows this patient no more. */
  leavePatient(holder: ClinicHolder, id: string): void {
    const patient = this.#patients.get(id);
    patient?.leave(holder);
    if (patient && !patient.isHeld) this.#patients.delete(id);
  }

  /** Asks anew who the clinic is, the next time that anybody needs to know. */
  forget(): void {
    this.#description = undefined;
    this.#abort.abort();
    this.#abort = new AbortController();
  }

  /** Fetches everything again that anybody shows: the description, the lists, the patients. */
  async reload(): Promise<void> {
    this.forget();
    await Promise.all([
      ...[...this.#loads.values()].map((load) => load.reload()),
      ...[...this.#patients.values()].map((patient) => patient.fetch('reloading')),
    ]);
  }

  /**
   * Fetches one patient again, for everyone who shows it: in a list the others stay as they are.
   *
   * @param deadline Milliseconds.
   */
  async patientChanged(id: string, deadline: number): Promise<void> {
    // A stream that is under way may have passed the patient already.
    await Promise.all([...this.#loads.values()].map((load) => load.settle()));
    const loads = [...this.#loads.values()].filter(({ state }) => state.loaded);
    const before = loads.map(({ state }) => state.loaded?.clinic);
    const requests = loads.flatMap(({ state }) => state.loaded?.request ?? []);
    const patient = this.#patients.get(id) ?? new PatientLoad(id, this.#calls);
    const answer = await patient.fetch(
      'reloading',
      requests.map((request) => ({ request, deadline })),
    );
    // What was loaded since is newer.
    const same = loads.filter(({ state }, index) => state.loaded?.clinic === before[index]);
    if (answer) await Promise.all(same.map((load) => load.replace(id, answer)));
  }

  #tell(failure: AdapterFailure): void {
    for (const { onFailure } of [...this.#holders]) onFailure?.(failure);
  }
}
