/** The life of the profile viewer: which document is shown, and what the clinic says that its data covers. */
import type {
  AdapterFailure,
  CheckedDescription,
  ClinicAdapter,
  ClinicDescription,
} from '../../adapter/index.ts';
import { readableProfile, type ReadableProfile } from '../../profile/readable.ts';
import { isCalendarDate, type CalendarDate } from '../../record/index.ts';
import { Memo } from '../memo.ts';
import { StateStore, type Store } from '../store.ts';
import {
  failedLoad,
  FindingShelf,
  noSuchDate,
  unknownProfile,
  type LoadFinding,
} from '../load/findings.ts';
import { failureOf } from '../load/load.ts';
import { defaultDeadline, type ModelOptions } from '../load/options.ts';
import { ProfileShelf, type CheckedProfile } from '../load/profiles.ts';
import { clinicOf, type ClinicHolder, type SharedClinic } from '../load/shared-clinic.ts';
import { nearest } from '../../json/nearest.ts';

export interface ProfileInputs {
  readonly adapter: ClinicAdapter | undefined;
  /** A document, or JSON text; it goes before one of the profiles. */
  readonly profile: unknown;
  readonly profiles: readonly unknown[];
  readonly profileId: string | undefined;
  readonly asOf: CalendarDate;
}

export interface ProfileState {
  /** `unknown`: there is none with the id that was asked for. */
  readonly phase: 'empty' | 'unknown' | 'ready';
  readonly readable: ReadableProfile | undefined;
  /** What could be read of the name of a document that is no profile. */
  readonly name: string | undefined;
  /** What an unknown id probably means. */
  readonly meant: string | undefined;
  /** Whether the day of evaluation exists. */
  readonly asOf: CalendarDate | undefined;
  /** `none`: no clinic is connected. */
  readonly clinic: 'none' | 'loading' | 'failed' | 'ready';
  readonly description: ClinicDescription | undefined;
  readonly findings: readonly LoadFinding[];
}

const nothing: ProfileState = {
  phase: 'empty',
  readable: undefined,
  name: undefined,
  meant: undefined,
  asOf: undefined,
  clinic: 'none',
  description: undefined,
  findings: [],
};

/** Never rejects: failures are state. The clinic is asked who it is and what it covers, and for no patient. */
export class ProfileModel implements Store<ProfileState>, ClinicHolder {
  readonly #store = new StateStore<ProfileState>(nothing);
  readonly #shelf = new ProfileShelf();
  readonly #findings = new FindingShelf();
  readonly #readable = new Memo<ReadableProfile>();
  readonly #unknown = new Memo<LoadFinding>();
  readonly #deadline: number;
  readonly onFailure: ((failure: AdapterFailure) => void) | undefined;
  #inputs: ProfileInputs | undefined;
  #clinic: SharedClinic | undefined;
  #described: CheckedDescription | undefined;
  #failure: LoadFinding | undefined;
  /** Grows with each question: the answer to an older one is given up. */
  #run = 0;

  constructor({ deadline = defaultDeadline, onFailure }: ModelOptions = {}) {
    this.#deadline = deadline;
    this.onFailure = onFailure;
  }

  get state(): ProfileState {
    return this.#store.state;
  }

  subscribe(listener: () => void): () => void {
    return this.#store.subscribe(listener);
  }

  async update(inputs: ProfileInputs): Promise<void> {
    const isOther = inputs.adapter !== this.#inputs?.adapter || !this.#clinic;
    this.#inputs = inputs;
    if (isOther) this.#join(inputs.adapter);
    this.#show();
    if (isOther) await this.#describe();
  }

  /** Asks the clinic again. */
  async retry(): Promise<void> {
    this.#clinic?.forget();
    await this.#describe();
  }

  /** No patient is shown. */
  async patientChanged(_id: string): Promise<void> {
    await Promise.resolve();
  }

  dispose(): void {
    this.#run++;
    this.#clinic?.leave(this);
    this.#clinic = undefined;
  }

  #join(adapter: ClinicAdapter | undefined): void {
    this.#run++;
    this.#clinic?.leave(this);
    this.#clinic = adapter ? clinicOf(adapter) : undefined;
    this.#clinic?.join(this);
    this.#described = undefined;
    this.#failure = undefined;
  }

  async #describe(): Promise<void> {
    const clinic = this.#clinic;
    if (!clinic) return;
    const run = ++this.#run;
    this.#failure = undefined;
    this.#show();
    try {
      const described = await clinic.describe(this.#deadline);
      if (run === this.#run) this.#described = described;
    } catch (error) {
      if (run !== this.#run) return;
      this.#described = undefined;
      this.#failure = failedLoad(failureOf(error, 'describe'), clinic.adapter);
    }
    if (run === this.#run) this.#show();
  }

  #show(): void {
    const { adapter, profile, profiles, profileId, asOf } = this.#inputs!;
    const isGiven = profile !== undefined && profile !== null;
    const documents = isGiven ? [profile] : listOf(profiles);
    const checked = this.#shelf.check(isGiven ? [profile] : profiles);
    const at = indexIn(checked, isGiven ? undefined : profileId);
    const shown = checked[at];
    const ids = checked.flatMap((each) => idOf(each) ?? []);
    const meant =
      !shown && profileId !== undefined && checked.length > 0 ? nearest(profileId, ids) : undefined;
    const isUnknown = !shown && checked.length > 0;
    const isDate = isCalendarDate(asOf);
    const description = this.#described?.description;
    this.#store.setChanged({
      phase: isUnknown ? 'unknown' : shown ? 'ready' : 'empty',
      readable:
        shown && this.#readable.of([documents[at], shown], () => read(documents[at], shown)),
      name: shown && nameOf(shown),
      meant,
      asOf: isDate ? asOf : undefined,
      clinic: !adapter ? 'none' : description ? 'ready' : this.#failure ? 'failed' : 'loading',
      description,
      findings: [
        ...this.#findings.on(adapter, checked, this.#failure),
        ...(this.#described ? this.#findings.onDescription(this.#described) : []),
        ...(isUnknown ? [this.#unknown.of([profileId, meant], () => unknownProfile(meant))] : []),
        ...(isDate ? [] : [noSuchDate]),
      ],
    });
  }
}

/** A profile that was checked is shown as it was checked. */
function read(document: unknown, shown: CheckedProfile): ReadableProfile {
  if (shown.ok) return { profile: shown.profile, faults: new Map(), places: {} };
  const readable = readableProfile(document);
  // A document that is right by itself, and has another's id.
  return readable.faults.size > 0
    ? readable
    : { ...readable, faults: new Map([['', shown.errors]]) };
}

function listOf(given: unknown): readonly unknown[] {
  return Array.isArray(given) ? (given as readonly unknown[]) : [given];
}

function idOf(each: CheckedProfile): string | undefined {
  return each.ok ? each.profile.id : each.id;
}

function nameOf(each: CheckedProfile): string | undefined {
  return each.ok ? each.profile.title.da : (each.title ?? each.id);
}

/** Of an id that none has, no other is shown. */
function indexIn(checked: readonly CheckedProfile[], id: string | undefined): number {
  return id === undefined ? 0 : checked.findIndex((each) => idOf(each) === id);
}
