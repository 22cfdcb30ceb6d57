import { ContextConsumer } from '@lit/context';
import type { ReactiveController } from 'lit';
import {
  PatientRounds,
  type Exemption,
  type PatientOutcome,
  type RoundModel,
  type RoundRepositories,
} from '../../../model/index.ts';
import { roundsContext } from '../../shared/context.ts';
import { RoundChanges } from '../../shared/change-round.ts';
import { isoNow } from '../../shared/now.ts';
import { timeSlice } from '../../shared/time-slice.ts';
import type { CockpitHost } from './host.ts';
import type { PatientController } from './patient.ts';

/** The rounds of the profiles that the patient is seen through. */
export class RoundsController implements ReactiveController {
  /** The way to change a round from what is drawn. */
  readonly changes = new RoundChanges({
    mayAct: () => this.patient.acting !== undefined,
    isThere: () => this.patient.state.origin !== undefined,
    roundOf: (profileId) => this.of(profileId),
  });
  #rounds: PatientRounds | undefined;
  /** The workspace's, which its list shows too. */
  #shared: RoundRepositories | undefined;

  constructor(
    private readonly host: CockpitHost,
    private readonly patient: PatientController,
    private readonly chosen: () => readonly PatientOutcome[] | undefined,
  ) {
    new ContextConsumer(host, {
      context: roundsContext,
      callback: (shared) => (this.#shared = shared),
    });
    host.addController(this);
  }

  /** The rounds of a profile; undefined where the clinic stores none. */
  of(profileId: string): RoundModel | undefined {
    return this.#rounds?.of(profileId);
  }

  /** That someone has decided that a marker does not apply to the patient now. */
  exemptionOf(profileId: string, marker: string): Exemption | undefined {
    // What was decided since is not shown as decided then.
    if (this.patient.isEarlier) return undefined;
    const { patientId } = this.patient.state;
    return this.#rounds?.exemptionOf(patientId ?? '', profileId, marker);
  }

  /** What the exemptions are made from, to be compared by identity. */
  statesOf(outcomes: readonly PatientOutcome[]): readonly unknown[] {
    return outcomes.map(({ profile }) => this.of(profile.id)?.state);
  }

  /** Of the profiles that the patient is seen through: the rounds in which the latest deed can be taken back, or done again. */
  latest(what: 'undoable' | 'redoable'): RoundModel | undefined {
    const numberIn = ({ state }: RoundModel) => state[what]?.number ?? 0;
    return this.#profiles
      .flatMap(({ id }) => this.of(id) ?? [])
      .filter((each) => numberIn(each) > 0)
      .sort((a, b) => numberIn(b) - numberIn(a))[0];
  }

  /** Changes the round of a profile. Answers whether it did. */
  change(profileId: string, act: (round: RoundModel) => void): boolean {
    const round = this.of(profileId);
    return round !== undefined && this.changes.of(round)(act);
  }

  /** Whether something is not stored yet, or not settled. */
  get isUnsaved(): boolean {
    return this.#rounds?.isUnsaved ?? false;
  }

  /** Keeps a note that is being written: it belongs to the patient it was begun for. */
  keepNote(): void {
    this.host.renderRoot.querySelector('textarea.note')?.dispatchEvent(new Event('blur'));
  }

  /** Reads what others have changed. */
  async refresh(): Promise<void> {
    await this.#rounds?.refresh();
  }

  hostUpdate(): void {
    if (!this.host.adapter) this.#rounds?.logOut();
    // What is not stored yet must not go to a store before it is known to be the same clinic's.
    if (this.patient.isVeiled || !this.host.isConnected) return;
    const { date, round } = this.host;
    const { origin, description } = this.patient.state;
    this.#rounds ??= this.#create();
    this.#rounds.update({
      adapter: origin?.adapter,
      profiles: this.#profiles,
      asOf: date,
      user: description?.user,
      clinicId: origin?.clinicId,
      now: isoNow,
      given: round,
    });
    this.changes.settle();
  }

  /** Lets go of another clinic's; what is not stored yet goes on being stored there. */
  leaveClinic(): void {
    this.changes.forget();
    this.#rounds?.dispose();
  }

  /** Those that are looked at, and those whose markers count at all: of others no round is asked for. */
  get #profiles(): readonly { readonly id: string; readonly version: string }[] {
    const { present } = this.patient.state;
    const set = present.filter(({ markers }) => markers.length > 0);
    const profiles = [...(this.chosen() ?? []), ...set].map(({ profile }) => profile);
    return [...new Map(profiles.map(({ id, version }) => [id, { id, version }])).values()];
  }

  hostDisconnected(): void {
    this.keepNote();
    this.#rounds?.dispose();
  }

  #create(): PatientRounds {
    const { onFailure, tell: onReport } = this.host.problems;
    return new PatientRounds(
      () => this.host.requestUpdate(),
      { onFailure, onReport, doSlice: timeSlice },
      this.#shared,
    );
  }
}
