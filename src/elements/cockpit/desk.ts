import {
  ActionRun,
  type Advice,
  type HostAction,
  type Patient,
  type PatientRounds,
} from '../../model/index.ts';

export interface DeskHost {
  requestUpdate(): void;
  readonly deadline: number | undefined;
}

/** What the user does about a marker: a host's action, or an exemption. It stays with its patient. */
export class Desk {
  readonly #host: DeskHost;
  readonly #rounds: PatientRounds;
  /** By patient and marker, the latest each: a failure is still there when its patient comes back. */
  readonly #runs = new Map<string, ActionRun>();
  #exempting: string | undefined;
  patient: Patient | undefined;
  actions: readonly HostAction[] = [];

  constructor(host: DeskHost, rounds: PatientRounds) {
    this.#host = host;
    this.#rounds = rounds;
  }

  /** Another clinic may have a patient by the same id. */
  clear(): void {
    this.#runs.clear();
  }

  runOf(marker: Advice): ActionRun | undefined {
    return this.#runs.get(this.#keyOf(marker));
  }

  /** Asks the host to do it for this patient, because of this marker. */
  start(action: HostAction, marker: Advice): void {
    const { patient } = this;
    if (!patient) return;
    const { id, cpr } = patient;
    const { deadline } = this.#host;
    const { id: profile, version } = marker.profile;
    const run = new ActionRun(
      action,
      [cpr === undefined ? { id } : { id, cpr }],
      { from: 'cockpit', profile: { id: profile, version }, marker: marker.id },
      deadline === undefined ? {} : { deadline },
    );
    this.#runs.set(this.#keyOf(marker), run);
    run.subscribe(() => this.#host.requestUpdate());
    void run.start();
  }

  /** Nothing is exempted before the rounds are there: nobody would know what has been decided already. */
  mayExempt({ profile }: Advice): boolean {
    const phase = this.#rounds.of(profile.id)?.state.phase;
    return phase === 'ready';
  }

  isExempting(marker: Advice): boolean {
    return this.#exempting === this.#keyOf(marker);
  }

  /** Opens the form of a marker, or closes the one that is open. */
  ask(marker: Advice | undefined): void {
    this.#exempting = marker && this.#keyOf(marker);
    this.#host.requestUpdate();
  }

  exempt(marker: Advice, note: string, until: string): void {
    const { patient } = this;
    if (!patient) return;
    this.#rounds.of(marker.profile.id)?.exemptMarker(patient.id, marker.id, { note, until });
    this.ask(undefined);
  }

  endExemption(marker: Advice): void {
    const { patient } = this;
    if (patient) this.#rounds.of(marker.profile.id)?.endExemption(patient.id, marker.id);
  }

  #keyOf({ id, profile }: Advice): string {
    return [this.patient?.id, profile.id, id].join('\n');
  }
}
