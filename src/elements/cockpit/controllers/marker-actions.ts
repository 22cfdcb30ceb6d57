import {
  ActionRun,
  actionsOf,
  type Advice,
  type HostAction,
  type Patient,
} from '../../../model/index.ts';
import { ask } from '../../shared/ask.ts';
import type { HalfWritten } from '../../shared/half-written.ts';
import type { Unsaved } from '../../shared/unsaved.ts';
import type { CockpitHost } from './host.ts';
import type { PatientController } from './patient.ts';
import type { RoundsController } from './rounds.ts';

/** What the user does about a marker: a host's action, or an exemption. It stays with its patient. */
export class MarkerActions {
  /** By patient and marker, the latest each: a failure is still there when its patient comes back. */
  readonly #runs = new Map<string, ActionRun>();
  #exempting: string | undefined;

  constructor(
    private readonly host: CockpitHost,
    private readonly patient: PatientController,
    private readonly rounds: RoundsController,
    private readonly unsaved: Unsaved,
  ) {}

  /** What the host can do for a patient. */
  get actions(): readonly HostAction[] {
    return actionsOf(this.patient.state.origin?.adapter);
  }

  /** Closes the form of the patient that was shown; another clinic may have a patient by the same id. */
  leave(isOtherClinic: boolean): void {
    this.#exempting = undefined;
    if (isOtherClinic) this.#runs.clear();
  }

  /** The latest action because of a marker. */
  runOf(marker: Advice): ActionRun | undefined {
    return this.#runs.get(this.#keyOf(marker));
  }

  /** Asks the host to do it for this patient, because of this marker. */
  start(action: HostAction, marker: Advice): void {
    const { acting } = this.patient;
    if (!acting || this.runOf(marker)?.state.phase === 'running') return;
    const { id, cpr } = acting.patient.patient;
    const { deadline } = this.host;
    const { id: profile, version } = marker.profile;
    const run = new ActionRun(
      action,
      [cpr === undefined ? { id } : { id, cpr }],
      { from: 'cockpit', profile: { id: profile, version }, marker: marker.id },
      {
        ...(deadline === undefined ? {} : { deadline }),
        onFailure: this.host.problems.onFailure,
        onReport: this.host.problems.tell,
      },
    );
    this.#runs.set(this.#keyOf(marker), run);
    run.subscribe(() => this.host.requestUpdate());
    void run.start();
  }

  /** Whether a marker can be exempted: not before the rounds are there, which say what has been decided already. */
  mayExempt({ profile }: Advice): boolean {
    return this.rounds.of(profile.id)?.state.phase === 'ready';
  }

  /** Whether the form of a marker is open. */
  isExempting(marker: Advice): boolean {
    return this.#exempting === this.#keyOf(marker);
  }

  /** Opens the form of a marker, or closes it. */
  ask(marker: Advice, open: boolean): void {
    this.#exempting = open ? this.#keyOf(marker) : undefined;
    this.host.requestUpdate();
    this.#focus(open ? 'form.exempt textarea' : buttonOf(marker));
  }

  /** What was written in the form of a marker before it was closed, or taken away; undefined where nothing was. */
  writtenOf(marker: Advice): HalfWritten | undefined {
    const { origin } = this.patient.state;
    return origin && this.unsaved.texts.get(origin, ['exemption', this.#keyOf(marker)]);
  }

  /** Keeps what is written in the form of a marker. Undefined: nothing is wanted of it any more. */
  keepWritten(marker: Advice, written: HalfWritten | undefined): void {
    const { origin } = this.patient.state;
    if (origin) this.unsaved.texts.keep(origin, ['exemption', this.#keyOf(marker)], written);
  }

  /** Says that a marker does not apply to the patient, and why; `until` is `YYYY-MM-DD` or `''`. */
  exempt(marker: Advice, note: string, until: string): void {
    const person = this.#person;
    if (!person || !this.isExempting(marker)) return;
    const isDone = this.rounds.change(marker.profile.id, (open) =>
      open.exemptMarker(person.id, marker.id, { note, until }),
    );
    if (!isDone) return;
    this.keepWritten(marker, undefined);
    this.#exempting = undefined;
    this.#focus('.exempted .link');
  }

  /** Has a marker apply again, after a word. */
  async endExemption(marker: Advice, reason: string | undefined): Promise<void> {
    const person = this.#person;
    if (!person) return;
    const { ui } = this.host;
    const text = ui.texts.roundMember;
    const question = {
      title: text.endTitle(person.name || ui.texts.patient.noName),
      lines: [text.exempted(marker.title), ...(reason ? [text.reason(reason)] : [])],
      yes: text.end,
    };
    const round = this.rounds.of(marker.profile.id);
    const change = round && this.rounds.changes.of(round);
    if (!(await ask(this.host, question, ui))) return;
    change?.((open) => open.endExemption(person.id, marker.id));
    if (this.#person?.id === person.id) this.#focus(buttonOf(marker));
  }

  get #person(): Patient | undefined {
    return this.patient.state.patient?.patient;
  }

  /** Moves the focus on from what was pressed and is gone. */
  #focus(selector: string): void {
    const { updateComplete, renderRoot } = this.host;
    void updateComplete.then(() => renderRoot.querySelector<HTMLElement>(selector)?.focus());
  }

  #keyOf({ id, profile }: Advice): string {
    return [this.#person?.id, profile.id, id].join('\n');
  }
}

function buttonOf({ id }: Advice): string {
  return `.asks[data-marker="${CSS.escape(id)}"]`;
}
