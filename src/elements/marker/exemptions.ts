import { memberOf } from '../../model/index.ts';
import type { ReactiveController } from 'lit';
import type { Exemption, PatientRounds, PatientState } from '../../model/index.ts';
import type { OverblikElement } from '../shared/element.ts';
import { LazyPart } from '../shared/lazy-part.ts';
import { isoNow } from '../shared/now.ts';

/**
 * Which of the patient's markers somebody has exempted in a round. What reads rounds is loaded where the clinic keeps
 * any, while the patient comes: until it has answered, no marker is taken as exempted.
 */
export class StoredExemptions implements ReactiveController {
  readonly #part: LazyPart<{ readonly PatientRounds: typeof PatientRounds }>;
  #rounds: PatientRounds | undefined;

  constructor(
    private readonly host: OverblikElement<'marker'>,
    private readonly stateNow: () => PatientState,
  ) {
    this.#part = new LazyPart(host, () => import('../../model/rounds/patient-rounds.ts'));
    host.addController(this);
  }

  /** That someone has decided that a marker does not apply to the patient now. */
  of(patientId: string, profileId: string, marker: string): Exemption | undefined {
    return this.#rounds?.exemptionOf(patientId, profileId, marker);
  }

  /** Fetches the rounds again. */
  async refresh(): Promise<void> {
    await this.#rounds?.refresh();
  }

  hostUpdate(): void {
    const { date } = this.host;
    if (!this.#rounds && memberOf(this.host.adapter, 'rounds')) void this.#load();
    // After a logout nothing is held of the clinic, nor its adapter.
    if (!this.host.adapter) this.#rounds?.dispose();
    const { description, origin, outcomes, held } = this.stateNow();
    if (held || !this.host.isConnected) return;
    // Only what is set can be exempted: of the other profiles no round is asked for.
    const profiles = outcomes
      .filter(({ markers }) => markers.length > 0)
      .map(({ profile: { id, version } }) => ({ id, version }));
    this.#rounds?.update({
      adapter: origin?.adapter,
      profiles,
      asOf: date,
      user: description?.user,
      clinicId: origin?.clinicId,
      now: isoNow,
    });
  }

  hostDisconnected(): void {
    this.#rounds?.dispose();
  }

  async #load(): Promise<void> {
    const part = await this.#part.load();
    if (!part || this.#rounds || !this.host.isConnected) return;
    this.#rounds = new part.PatientRounds(() => this.host.requestUpdate(), {
      onFailure: this.host.problems.onFailure,
      onReport: this.host.problems.tell,
    });
    this.host.requestUpdate();
  }
}
