import {
  ActionRun,
  actionsOf,
  type Advice,
  type HostAction,
  type Patient,
} from '../../../model/index.ts';
import { ask } from '../../shared/ask.ts';
import { halfWrittenOf, type HalfWritten } from '../../shared/half-written.ts';
import type { CockpitHost } from './host.ts';
import type { PatientController } from './patient.ts';
import type { RoundsController } from './rounds.ts';

/** What the user does about a marker: a host's action, or an exemption. It stays with its patient. */
export class MarkerActions {
  /** By patient and marker, the latest each: a failure is still there when its patient comes back. */
  readonly #runs = new Map<string, ActionRun>();
  #exempting: string | undefined;
  /** By patient and marker, as long as it is of the clinic that is shown. */
  #halfWritten: Map<string, HalfWritten> | undefined;

  constructor(
    private readonly host: CockpitHost,
    private readonly patient: PatientController,
    private readonly rounds: RoundsController,
  ) {}

  /** What the host can do for a patient. */
  get actions(): readonly HostAction[] {
    return actionsOf(this.host.adapter);
  }

  /** Closes the form of the patient that was shown; another clinic may have a patient by the same id. */
  leave(isOtherClinic: boolean): void {
    this.#exempting = undefined;
    if (!isOtherClinic) return;
    this.#runs.clear();
    this.#halfWritten = undefined;
  }

  /** The latest action because of a marker. */
  runOf(marker: Advice): ActionRun | undefined {
    return this.#runs.get(this.#keyOf(marker));
  }

  /** Asks the host to do it for this patient, because of this marker. */
  start(action: HostAction, marker: Advice): void {
    const person = this.#person;
    if (!person) return;
    const { id, cpr } = person;
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
    return this.#written?.get(this.#keyOf(marker));
  }

  /** Keeps what is written in the form of a marker. Undefined: nothing is wanted of it any more. */
  keepWritten(marker: Advice, written: HalfWritten | undefined): void {
    if (written) this.#written?.set(this.#keyOf(marker), written);
    else this.#written?.delete(this.#keyOf(marker));
  }

  /** Says that a marker does not apply to the patient, and why; `until` is `YYYY-MM-DD` or `''`. */
  exempt(marker: Advice, note: string, until: string): void {
    const person = this.#person;
    if (!person) return;
    this.rounds.of(marker.profile.id)?.exemptMarker(person.id, marker.id, { note, until });
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
    if (!(await ask(this.host, question, ui))) return;
    this.rounds.of(marker.profile.id)?.endExemption(person.id, marker.id);
    if (this.#person?.id === person.id) this.#focus(buttonOf(marker));
  }

  /** A new adapter of the same clinic goes on with what is half written; for another one `leave` has let go of it. */
  get #written(): Map<string, HalfWritten> | undefined {
    const { adapter } = this.host;
    if (adapter && !this.patient.isVeiled)
      this.#halfWritten = halfWrittenOf(adapter, this.#halfWritten);
    return this.#halfWritten;
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
