import { memberOf } from '../../adapter/index.ts';
import type { ClinicAdapter, Round } from '../../adapter/index.ts';
import type { CalendarDate } from '../../record/index.ts';
import { isSameClinic, type Origin } from '../load/identity.ts';
import { sameItems } from '../load/profiles.ts';
import { exemptionIn, type Exemption } from './exemptions.ts';
import { RoundRepositories } from './repositories.ts';
import { RoundModel } from './round.ts';
import type { RoundOptions } from './types.ts';

/** The rounds of the profiles that one patient is seen through. */
export interface PatientRoundsInputs {
  readonly adapter: ClinicAdapter | undefined;
  readonly profiles: readonly Round['profile'][];
  readonly asOf: CalendarDate;
  /** Names the clinic (`ClinicDescription.id`). */
  readonly clinicId?: string | undefined;
  /** Initials: who sets a status or writes a note. */
  readonly user: string | undefined;
  /** The time now, as an ISO date-time with offset. */
  readonly now: () => string;
  /** A population's own model, for its profile; the others get one of their own. */
  readonly given?: RoundModel | undefined;
}

/**
 * What the rounds say of one patient, a profile each: the cockpit and the marker know no population, and say
 * nothing of who is in one.
 */
export class PatientRounds {
  readonly #onChange: () => void;
  readonly #own = new Map<string, RoundModel>();
  readonly #repositories: RoundRepositories;
  /** Of which clinic the own ones are. */
  #origin: Origin | undefined;
  #inputs: PatientRoundsInputs | undefined;
  #key: readonly unknown[] = [];
  #unsubscribe: (() => void) | undefined;

  /** @param shared Rounds that a list beside shows too; then `options` count for nothing. */
  constructor(onChange: () => void, options: RoundOptions = {}, shared?: RoundRepositories) {
    this.#onChange = onChange;
    this.#repositories = shared ?? new RoundRepositories(options);
  }

  /** Takes new inputs; fetches the rounds of profiles that are new. */
  update(inputs: PatientRoundsInputs): void {
    const { adapter, profiles, given, asOf, user, clinicId, now } = inputs;
    const ids = profiles.map(({ id, version }) => `${id} ${version}`);
    const of = [given?.profile?.id, given?.origin?.adapter, given?.origin?.clinicId];
    const key = [adapter, given, ...of, asOf, user, clinicId, ...ids];
    if (sameItems(key, this.#key)) return;
    const origin = adapter && { adapter, clinicId };
    if (origin && this.#origin && !isSameClinic(origin, this.#origin)) this.#retire();
    this.#origin = origin ?? this.#origin;
    if (given !== this.#inputs?.given) this.#unsubscribe?.();
    if (given && given !== this.#inputs?.given) this.#unsubscribe = given.subscribe(this.#onChange);
    this.#key = key;
    this.#inputs = inputs;
    if (!memberOf(adapter, 'rounds')) return;
    for (const profile of profiles) {
      if (this.#given(profile.id)) continue;
      let model = this.#own.get(profile.id);
      if (!model) {
        this.#own.set(profile.id, (model = new RoundModel({}, this.#repositories)));
        model.subscribe(this.#onChange);
      }
      void model.update({ adapter, profile, asOf, user, clinicId, now, ...onePatient });
    }
  }

  /** The rounds of a profile; nothing where the clinic stores none. */
  of(profileId: string): RoundModel | undefined {
    if (!memberOf(this.#inputs?.adapter, 'rounds')) return undefined;
    return this.#given(profileId) ?? this.#own.get(profileId);
  }

  /** Whether something is not stored yet, or not settled, here or where it is stored still. */
  get isUnsaved(): boolean {
    return this.#repositories.isUnsaved;
  }

  /** That someone has decided that a marker does not apply to the patient now. */
  exemptionOf(patientId: string, profileId: string, marker: string): Exemption | undefined {
    const member = this.of(profileId)?.member(patientId);
    return member && exemptionIn(member, marker);
  }

  /** Fetches the rounds again, and merges what others have changed. */
  async refresh(): Promise<void> {
    await Promise.all([...this.#own.values()].map((model) => model.refresh()));
  }

  /** The user has logged out: what is not stored yet is stored soon, or forgotten. To be called when it was let go of. */
  logOut(): void {
    this.#repositories.logOut();
  }

  /** Lets go; what is not stored yet goes on being stored. */
  dispose(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#retire();
    this.#inputs = this.#origin = undefined;
    this.#key = [];
  }

  /**
   * The population's own, where it is of the same profile and the same clinic. One that does not know what is written
   * here waits until that is stored.
   */
  #given(profileId: string): RoundModel | undefined {
    const { adapter, clinicId, given } = this.#inputs ?? {};
    const own = this.#own.get(profileId);
    if (given && own?.isUnsaved && !own.isKeptWith(given)) return undefined;
    const isSame = given?.profile?.id === profileId && given.origin !== undefined;
    return isSame && adapter && isSameClinic(given.origin, { adapter, clinicId })
      ? given
      : undefined;
  }

  /** What is not stored yet goes on being stored. */
  #retire(): void {
    for (const model of this.#own.values()) model.dispose();
    this.#own.clear();
  }
}

/** The same lists each time, so that they can be compared. */
const onePatient = { members: [], undecided: [], complete: false, isOfPatient: true };
