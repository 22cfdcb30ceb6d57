import {
  ActionRun,
  type Advice,
  type HostAction,
  type Patient,
  type PatientRounds,
} from '../../model/index.ts';

export interface MarkerActionsHost {
  requestUpdate(): void;
  readonly updateComplete: Promise<boolean>;
  readonly renderRoot: ParentNode;
  readonly deadline: number | undefined;
}

/** What the user does about a marker: a host's action, or an exemption. It stays with its patient. */
export class MarkerActions {
  readonly #host: MarkerActionsHost;
  readonly #rounds: PatientRounds;
  /** By patient and marker, the latest each: a failure is still there when its patient comes back. */
  readonly #runs = new Map<string, ActionRun>();
  #exempting: string | undefined;
  patient: Patient | undefined;
  actions: readonly HostAction[] = [];

  constructor(host: MarkerActionsHost, rounds: PatientRounds) {
    this.#host = host;
    this.#rounds = rounds;
  }

  /** Another patient, or another clinic, which may have a patient by the same id. */
  leave(clinic: boolean): void {
    this.#exempting = undefined;
    if (clinic) this.#runs.clear();
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

  /** Opens the form of a marker, or closes it. */
  ask(marker: Advice, open: boolean): void {
    this.#exempting = open ? this.#keyOf(marker) : undefined;
    this.#host.requestUpdate();
    this.#focus(open ? 'form.exempt textarea' : buttonOf(marker));
  }

  exempt(marker: Advice, note: string, until: string): void {
    const { patient } = this;
    if (!patient) return;
    this.#rounds.of(marker.profile.id)?.exemptMarker(patient.id, marker.id, { note, until });
    this.#exempting = undefined;
    this.#focus('.exempted .link');
  }

  endExemption(marker: Advice): void {
    const { patient } = this;
    if (!patient) return;
    this.#rounds.of(marker.profile.id)?.endExemption(patient.id, marker.id);
    this.#focus(buttonOf(marker));
  }

  /** What was pressed is gone: the focus goes on, it is not lost. */
  #focus(selector: string): void {
    const { updateComplete, renderRoot } = this.#host;
    void updateComplete.then(() => renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }

  #keyOf({ id, profile }: Advice): string {
    return [this.patient?.id, profile.id, id].join('\n');
  }
}

function buttonOf({ id }: Advice): string {
  return `.asks[data-marker="${CSS.escape(id)}"]`;
}
