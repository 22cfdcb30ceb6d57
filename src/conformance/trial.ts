/**
 * One run's view of an adapter: each thing that requirements build on is asked for once, when the first of them wants it.
 * What could not be had is told as `Unjudged`, so that a requirement fails for its own sake alone.
 */
import {
  memberOf,
  type ClinicAdapter,
  type ClinicDescription,
  type SearchOutcome,
} from '../adapter/index.ts';
import { readDescription, type CheckedDescription } from '../adapter/description.ts';
import { compile, finish, requestFor, type Plan } from '../engine/index.ts';
import { parseProfile, type Profile } from '../profile/index.ts';
import {
  checkPatient,
  recordTypes,
  type PatientRecords,
  type RecordsRequest,
} from '../record/index.ts';
import { Calls, type Answer } from './calls.ts';
import { digestOf, type PatientDigest } from './digest.ts';
import { loadAll, type Load } from './load.ts';
import type { CheckedOptions } from './options.ts';
import { ownProfiles } from './own-profiles.ts';
import { Survey } from './survey.ts';
import { counted, Unjudged } from './verdicts.ts';
import type { Watch } from './watch.ts';

/** How `describe()` was answered. */
export interface Described {
  readonly answer: Answer<unknown>;
  /** Absent where it is no description. */
  readonly checked?: CheckedDescription;
  /** The answer as it was when it came. */
  readonly text: string;
}

/** One patient's answer, as it was when it came. */
export interface Fetched {
  readonly id: string;
  readonly answer: Answer<unknown>;
  readonly text: string;
  /** Absent where it is no patient with an id. */
  readonly digest?: PatientDigest;
}

/** A search, and whom it found, checked. */
export interface Searched {
  readonly plan: Plan;
  /** Of the kit's own profiles, of which everything is asked. */
  readonly isOwn: boolean;
  readonly answer: Answer<unknown>;
  /** Absent where the answer has no list of patients. */
  readonly outcome?: SearchOutcome;
}

export class Trial {
  readonly calls: Calls;
  /** What is to be put back when the run has ended, however it did. */
  readonly cleanups: (() => Promise<void>)[] = [];
  /** Another for each run. */
  readonly runId = newRunId();
  #onPatients: ((patients: number) => void) | undefined;
  readonly #known = new Map<string, Promise<unknown>>();

  constructor(
    readonly adapter: ClinicAdapter,
    readonly options: CheckedOptions,
    readonly watch: Watch,
    readonly signal: AbortSignal,
  ) {
    this.calls = new Calls(options.clock, options.deadline, signal, options.onFailure);
  }

  /** Is told of the patients that have come in the load that goes on. */
  set onPatients(tell: (patients: number) => void) {
    this.#onPatients = tell;
  }

  /** Everything that can be asked for. */
  get everything(): RecordsRequest {
    const types = Object.fromEntries(recordTypes.map((type) => [type, {}]));
    return { asOf: this.options.asOf, types };
  }

  /** A part that the adapter may have. */
  part<Name extends keyof ClinicAdapter>(name: Name): ClinicAdapter[Name] | undefined {
    return memberOf(this.adapter, name);
  }

  /** @throws {Unjudged} Where the adapter does not have a function that it needs. */
  requireMethod(name: 'describe' | 'patient' | 'openJournal'): void {
    if (typeof this.part(name) !== 'function')
      throw new Unjudged(`adapter.${name} is not a function (ADP-02, ADP-04)`);
  }

  // ── Description ──────────────────────────────────────────────────────────────────────────────

  described(time: 'first' | 'again' = 'first'): Promise<Described> {
    return this.#once(`describe ${time}`, async () => {
      const answer = await this.calls.ask({
        call: 'describe',
        asked: 'the clinic',
        run: (signal) => this.adapter.describe(signal) as Promise<unknown>,
      });
      if (!answer.ok) return { answer, text: '' };
      const checked = readDescription(answer.value);
      return { answer, ...(checked ? { checked } : {}), text: textOf(answer.value) };
    });
  }

  /** @throws {Unjudged} */
  async description(): Promise<ClinicDescription> {
    this.requireMethod('describe');
    const { checked } = await this.described();
    if (!checked) throw new Unjudged('the clinic was not described (DES-01)');
    return checked.description;
  }

  // ── Loads ────────────────────────────────────────────────────────────────────────────────────

  /** The whole clinic, looked through as a whole. */
  whole(): Promise<{ readonly load: Load; readonly survey: Survey }> {
    return this.#once('whole', async () => {
      const described =
        typeof this.part('describe') === 'function' ? await this.described() : undefined;
      const survey = new Survey(described?.checked?.description.coverage ?? {});
      const load = await this.load('all types', this.everything, (supplied, outcome) =>
        survey.take(supplied, outcome),
      );
      return { load, survey };
    });
  }

  /** The whole load, where anybody came at all. @throws {Unjudged} */
  async begun(): Promise<Load> {
    this.requireRecords();
    const { load } = await this.whole();
    if (load.sizes.length === 0 && (load.failure || load.junkBatches > 0))
      throw new Unjudged('nobody came (LOA-01)');
    return load;
  }

  /** Everyone who came in the whole load. @throws {Unjudged} */
  async loaded(): Promise<Load> {
    this.requireRecords();
    const { load } = await this.whole();
    if (load.failure || load.isEndless || load.junkBatches > 0)
      throw new Unjudged('the clinic did not come whole (LOA-01, LOA-02)');
    if (load.times.size === 0) throw new Unjudged('no patient came');
    return load;
  }

  /** The same again, by another request perhaps. */
  load(
    asked: string,
    request: RecordsRequest,
    onPatient?: NonNullable<Parameters<typeof loadAll>[0]['onPatient']>,
  ): Promise<Load> {
    return this.#once(`load ${asked}`, () =>
      loadAll({
        ...{ adapter: this.adapter, calls: this.calls, request, asked, signal: this.signal },
        ...(onPatient ? { onPatient } : {}),
        onProgress: this.#onPatients,
      }),
    );
  }

  /** A further load that has to come whole, for what it is compared with has. @throws {Unjudged} */
  async again(asked: string, request: RecordsRequest): Promise<Load> {
    const load = await this.load(asked, request);
    if (load.failure || load.isEndless) throw new Unjudged(`a load of ${asked} did not come whole`);
    return load;
  }

  /** @throws {Unjudged} Where the adapter finds the patients itself. */
  requireRecords(): void {
    if (typeof this.part('records') !== 'function') throw new Omitted('the adapter has no records');
  }

  /** What the data is judged by: the whole clinic, or those whom a search found. @throws {Unjudged} */
  async survey(): Promise<Survey> {
    if (typeof this.part('records') === 'function') {
      const { survey } = await this.whole();
      if (survey.patients === 0) throw new Unjudged('no patient came');
      return survey;
    }
    return this.#once('survey of those found', async () => {
      const { coverage } = await this.description();
      const survey = new Survey(coverage);
      for (const { outcome } of await this.searches())
        for (const patient of outcome?.found ?? [])
          finish(survey.take(patient, checkPatient(patient)));
      if (survey.patients === 0) throw new Unjudged('nobody was found');
      return survey;
    });
  }

  // ── Patients ─────────────────────────────────────────────────────────────────────────────────

  /** Some patients, by id, spread over all that are known. @throws {Unjudged} */
  async sampleIds(): Promise<readonly string[]> {
    this.requireMethod('patient');
    const { sample } = this.options;
    const ids =
      typeof this.part('records') === 'function'
        ? [...(await this.begun()).sample.keys()]
        : (await this.survey()).clinic.ids;
    const step = Math.max(1, Math.floor(ids.length / sample));
    return ids.filter((_, index) => index % step === 0).slice(0, sample);
  }

  /** Some patients, fetched one after the other. @throws {Unjudged} */
  fetched(): Promise<readonly Fetched[]> {
    return this.#once('patients', async () => {
      const fetched: Fetched[] = [];
      for (const id of await this.sampleIds()) fetched.push(await this.fetch(id));
      return fetched;
    });
  }

  /** One patient, fetched now. */
  async fetch(id: string, asked = 'one patient, all types'): Promise<Fetched> {
    const answer = await this.calls.ask({
      call: 'patient',
      asked,
      run: (signal) =>
        this.adapter.patient(id, structuredClone(this.everything), signal) as Promise<unknown>,
      tell: (value) =>
        value === null ? 'null' : typeof value === 'object' ? 'a patient' : typeof value,
    });
    const checked = answer.ok ? checkPatient(answer.value).patient : undefined;
    return {
      id,
      answer,
      text: answer.ok ? textOf(answer.value) : '',
      ...(checked ? { digest: digestOf(checked) } : {}),
    };
  }

  // ── Profiles and searches ────────────────────────────────────────────────────────────────────

  /** The profiles that the run was given, those that can be used. */
  get profiles(): readonly Profile[] {
    return this.options.profiles.flatMap((given) => {
      const outcome = parseProfile(given);
      return outcome.ok ? [outcome.profile] : [];
    });
  }

  /** Searches for the run's profiles, and for women and men. */
  searches(): Promise<readonly Searched[]> {
    return this.#once('searches', async () => {
      const searched: Searched[] = [];
      for (const document of [...ownProfiles, ...this.options.profiles]) {
        const parsed = parseProfile(document);
        if (parsed.ok) searched.push(await this.#search(document, compile(parsed.profile)));
      }
      return searched;
    });
  }

  async #search(document: unknown, plan: Plan): Promise<Searched> {
    const { asOf } = this.options;
    // Of our own profiles everything is asked, to have something to look at.
    const isOwn = (ownProfiles as readonly unknown[]).includes(document);
    const records = isOwn ? this.everything : requestFor(plan, asOf);
    const answer = await this.calls.ask({
      call: 'search',
      asked: isOwn ? 'a profile of the kit’s own' : 'a profile',
      run: (signal) =>
        this.adapter.search?.(
          { profile: structuredClone(document), asOf, records },
          signal,
        ) as Promise<unknown>,
      tell: (value) => counted(foundIn(value)?.length ?? 0, 'patient'),
    });
    const found = answer.ok ? foundIn(answer.value) : undefined;
    if (!answer.ok || !found) return { plan, isOwn, answer };
    const { patients } = answer.value as { readonly patients: unknown };
    const outcome = { patients: typeof patients === 'number' ? patients : NaN, found };
    return { plan, isOwn, answer, outcome };
  }

  /** Does something once, and answers what came of it to all who ask. */
  #once<Value>(key: string, run: () => Promise<Value>): Promise<Value> {
    let known = this.#known.get(key);
    if (!known) this.#known.set(key, (known = run()));
    return known as Promise<Value>;
  }
}

/** A part of the adapter is not there that is optional. */
export class Omitted extends Error {
  override readonly name = 'Omitted';
}

function foundIn(value: unknown): readonly PatientRecords[] | undefined {
  if (typeof value !== 'object' || value === null || !('found' in value)) return undefined;
  return Array.isArray(value.found) ? (value.found as readonly PatientRecords[]) : undefined;
}

function newRunId(): string {
  const bytes = globalThis.crypto.getRandomValues(new Uint8Array(8));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** As JSON; of what cannot be written so, nothing. */
function textOf(value: unknown): string {
  try {
    return JSON.stringify(value) ?? '';
  } catch {
    return '';
  }
}
