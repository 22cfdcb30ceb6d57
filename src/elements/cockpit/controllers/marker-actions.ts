import {
  ActionRun,
  actionsOf,
  isStill,
  textIn,
  type Advice,
  type HostAction,
  type Patient,
} from '../../../model/index.ts';
import { ask } from '../../shared/ask.ts';
import { doubtsOf, inDoubt, noteDoubts, type Doubts } from '../../shared/doubts.ts';
import { drawKey } from '../../shared/draw-key.ts';
import type { HalfWritten } from '../../shared/half-written.ts';
import type { Unsaved } from '../../shared/unsaved.ts';
import type { CockpitHost } from './host.ts';
import type { PatientController } from './patient.ts';
import type { RoundsController } from './rounds.ts';

/** What the user does about a marker: a host's action, or an exemption. It stays with its patient. */
export class MarkerActions {
  /** By patient and marker, of each action the latest: what came of it is still there when its patient comes back. */
  readonly #runs = new Map<string, Map<string, ActionRun>>();
  #doubts: Doubts | undefined;
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
    if (!isOtherClinic) return;
    this.#runs.clear();
    this.#doubts = undefined;
  }

  /** The latest run of each action because of a marker. */
  runsOf(marker: Advice): readonly ActionRun[] {
    return [...(this.#runs.get(this.#keyOf(marker))?.values() ?? [])];
  }

  /** Whether an action is under way because of a marker. */
  isRunning(marker: Advice): boolean {
    return this.runsOf(marker).some(({ state }) => state.phase === 'running');
  }

  /**
   * Asks the host to do it for this patient, because of this marker. What failed, or may be done already, is tried again
   * in the same run, whose keys the host may know; the latter after a question.
   */
  async start(action: HostAction, marker: Advice): Promise<void> {
    const { acting } = this.patient;
    if (!acting || this.isRunning(marker)) return;
    const { patient: person } = acting.patient;
    const { id, cpr } = person;
    const { deadline } = this.host;
    const doubts = this.#known;
    const isInDoubt = inDoubt(doubts, action.id, [id]).length > 0;
    if (isInDoubt && !(await this.#mayRepeat(action, person))) return;
    const now = this.patient.acting;
    const isSame = now?.origin === acting.origin && this.#person?.id === id;
    if (!isSame || this.isRunning(marker)) return;
    const known = this.#runs.get(this.#keyOf(marker))?.get(action.id);
    const { failed = 0, unknown = 0 } = known?.state.counts ?? {};
    if (known && failed + unknown > 0) {
      const current = this.actions.find((each) => each.id === action.id);
      await known.retry(isInDoubt ? ['failed', 'unknown'] : ['failed'], current);
      return;
    }
    const { id: profile, version } = marker.profile;
    const run = new ActionRun(
      action,
      [cpr === undefined ? { id } : { id, cpr }],
      { from: 'cockpit', profile: { id: profile, version }, marker: marker.id },
      {
        key: drawKey(),
        mayGoOn: () => isStill(acting.origin),
        ...(deadline === undefined ? {} : { deadline }),
        onFailure: this.host.problems.onFailure,
        onReport: this.host.problems.tell,
      },
    );
    const runs = this.#runs.get(this.#keyOf(marker)) ?? new Map<string, ActionRun>();
    // The latest comes last.
    runs.delete(action.id);
    this.#runs.set(this.#keyOf(marker), runs.set(action.id, run));
    run.subscribe(() => {
      if (doubts) noteDoubts(doubts, run);
      this.host.requestUpdate();
    });
    await run.start();
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

  /** The host may have done it already: whoever asks again is told so first. */
  #mayRepeat(action: HostAction, person: Patient): Promise<boolean> {
    const { ui } = this.host;
    const text = ui.texts.actions;
    const question = {
      title: text.retryUnknownTitle(textIn(action.label, ui.language), '1'),
      lines: [person.name || ui.texts.patient.noName, text.mayBeDone],
      yes: text.retryAnyway,
    };
    return ask(this.host, question, ui);
  }

  /** Of whom it is not known whether something was done, by the list's actions too. */
  get #known(): Doubts | undefined {
    const { acting } = this.patient;
    if (acting) this.#doubts = doubtsOf(acting.origin.adapter, this.#doubts);
    return this.#doubts;
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
