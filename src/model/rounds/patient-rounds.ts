import { memberOf } from '../../adapter/index.ts';
import type { ClinicAdapter, Round } from '../../adapter/index.ts';
import type { CalendarDate } from '../../record/index.ts';
import { sameItems } from '../load/profiles.ts';
import { exemptionIn, type Exemption } from './exemptions.ts';
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
  #inputs: PatientRoundsInputs | undefined;
  #key: readonly unknown[] = [];
  #unsubscribe: (() => void) | undefined;

  constructor(
    onChange: () => void,
    private readonly options: RoundOptions = {},
  ) {
    this.#onChange = onChange;
  }

  /** Takes new inputs; fetches the rounds of profiles that are new. */
  update(inputs: PatientRoundsInputs): void {
    const { adapter, profiles, given, asOf, user, clinicId, now } = inputs;
    const ids = profiles.map(({ id, version }) => `${id} ${version}`);
    const key = [adapter, given, given?.profile?.id, asOf, user, clinicId, ...ids];
    if (sameItems(key, this.#key)) return;
    const isSameClinic = clinicId !== undefined && clinicId === this.#inputs?.clinicId;
    const before = memberOf(this.#inputs?.adapter, 'rounds');
    if (memberOf(adapter, 'rounds') !== before && !isSameClinic) this.#retire();
    if (given !== this.#inputs?.given) this.#unsubscribe?.();
    if (given && given !== this.#inputs?.given) this.#unsubscribe = given.subscribe(this.#onChange);
    this.#key = key;
    this.#inputs = inputs;
    if (!memberOf(adapter, 'rounds')) return;
    for (const profile of profiles) {
      if (given?.profile?.id === profile.id) continue;
      let model = this.#own.get(profile.id);
      if (!model) {
        this.#own.set(profile.id, (model = new RoundModel(this.options)));
        model.subscribe(this.#onChange);
      }
      const nobody = { members: [], undecided: [], complete: false };
      void model.update({ adapter, profile, asOf, user, clinicId, now, ...nobody });
    }
  }

  /** The rounds of a profile; nothing where the clinic stores none. */
  of(profileId: string): RoundModel | undefined {
    const { adapter, given } = this.#inputs ?? {};
    if (!memberOf(adapter, 'rounds')) return undefined;
    return given?.profile?.id === profileId ? given : this.#own.get(profileId);
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

  /** Lets go; what is not stored yet goes on being stored. */
  dispose(): void {
    this.#unsubscribe?.();
    this.#unsubscribe = undefined;
    this.#retire();
    this.#inputs = undefined;
    this.#key = [];
  }

  #retire(): void {
    for (const model of this.#own.values()) {
      const end = () => model.state.pending.count === 0 && model.dispose();
      if (end() === false) model.subscribe(end);
    }
    this.#own.clear();
  }
}
