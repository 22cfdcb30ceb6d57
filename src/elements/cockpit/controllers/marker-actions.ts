import type { ReactiveController } from 'lit';
import {
  ActionRun,
  actionsOf,
  isStill,
  noteEffects,
  textIn,
  factOf,
  type Advice,
  type HostAction,
  type Patient,
  type Placeholder,
  type RoundEffect,
  type RoundModel,
  type RunContent,
} from '../../../model/index.ts';
import { ask } from '../../shared/ask.ts';
import { doubtsOfClinics, inDoubt, noteDoubtsOf } from '../../shared/doubts.ts';
import { drawKey } from '../../shared/draw-key.ts';
import { reasonLines } from '../../shared/exempt-fields.ts';
import type { Exemption, HalfWritten } from '../../shared/half-written.ts';
import { OfClinic, type ByAdapter } from '../../shared/of-clinic.ts';
import { unseenRuns, type Doing, type UnseenRuns } from '../../shared/unseen-runs.ts';
import type { Unsaved } from '../../shared/unsaved.ts';
import type { ActionForms } from './action-forms.ts';
import type { CockpitHost } from './host.ts';
import type { ActingPatient, PatientController } from './patient.ts';
import type { RoundsController } from './rounds.ts';

interface ActionSources {
  readonly patient: PatientController;
  readonly rounds: RoundsController;
  readonly unsaved: Unsaved;
  readonly actionForms: ActionForms;
}

/** By patient and marker, of each action the latest. */
type Runs = Map<string, Map<string, ActionRun>>;

const runsByAdapter: ByAdapter<Runs> = new WeakMap();

/**
 * What the user does about a marker: a host's action, or an exemption. It stays with its patient. What came of an action
 * is there when its patient is shown again, be it in another cockpit; of one whom the user has left while it went on, it
 * is told by the list.
 */
export class MarkerActions implements ReactiveController {
  readonly #runs = new OfClinic<Runs>(runsByAdapter, () => new Map());
  readonly #unseen = unseenRuns();
  readonly #doubts = doubtsOfClinics();
  /** What goes on that was begun here, and where it is told when its patient is not shown any more. */
  readonly #own = new Map<Doing, UnseenRuns>();
  /** By run, the way to hear of it no more. */
  readonly #heard = new Map<ActionRun, () => void>();
  #exempting: string | undefined;

  private readonly patient: PatientController;
  private readonly rounds: RoundsController;
  private readonly unsaved: Unsaved;
  private readonly forms: ActionForms;

  constructor(
    private readonly host: CockpitHost,
    { patient, rounds, unsaved, actionForms }: ActionSources,
  ) {
    this.patient = patient;
    this.rounds = rounds;
    this.unsaved = unsaved;
    this.forms = actionForms;
    host.addController(this);
    const own = this.#own;
    unsaved.watch(
      () => own.size > 0,
      () => goesOn(own),
    );
  }

  hostUpdate(): void {
    if (this.host.adapter) return;
    for (const each of [this.#runs, this.#unseen, this.#doubts]) each.forget();
  }

  hostDisconnected(): void {
    this.leave();
  }

  /** What the host can do for a patient. */
  get actions(): readonly HostAction[] {
    return actionsOf(this.patient.state.origin?.adapter);
  }

  /** Leaves the patient that was shown: its form is closed, and what goes on is told elsewhere. */
  leave(): void {
    this.#exempting = undefined;
    for (const [doing, unseen] of this.#own) unseen.add(doing);
    for (const stop of this.#heard.values()) stop();
    this.#heard.clear();
  }

  /** The latest run of each action because of a marker. */
  runsOf(marker: Advice): readonly ActionRun[] {
    const { origin } = this.patient.state;
    const runs = origin && this.#runs.of(origin).get(this.#keyOf(marker));
    for (const run of runs?.values() ?? [])
      if (!this.#heard.has(run))
        this.#heard.set(
          run,
          run.subscribe(() => this.host.requestUpdate()),
        );
    return [...(runs?.values() ?? [])];
  }

  /** Whether an action is under way because of a marker. */
  isRunning(marker: Advice): boolean {
    return this.runsOf(marker).some(({ state }) => state.phase === 'running');
  }

  /**
   * Asks the host to do it for this patient, because of this marker; where the action asks for something, first the user
   * for that. What failed, or may be done already, is tried again in the same run, whose keys the host may know; the
   * latter after a question.
   *
   * @param isAgain Whether what was tried is wanted again as it was, and nothing else.
   */
  async start(action: HostAction, marker: Advice, isAgain = false): Promise<void> {
    const { acting } = this.patient;
    if (!acting || this.isRunning(marker)) return;
    const { patient: person } = acting.patient;
    const { id } = person;
    const doubts = this.#doubts.of(acting.origin);
    const isInDoubt = inDoubt(doubts, action.id, [id]).length > 0;
    if (isInDoubt && !(await this.#mayRepeat(action, person))) return;
    const now = this.patient.acting;
    const isSame = now?.origin === acting.origin && this.#person?.id === id;
    if (!isSame || this.isRunning(marker)) return;
    const known = this.#runs.of(acting.origin).get(this.#keyOf(marker))?.get(action.id);
    if (known && mayBeTried(known) && (isAgain || !action.fields)) {
      const current = this.actions.find((each) => each.id === action.id);
      const statuses = isInDoubt ? (['failed', 'unknown'] as const) : (['failed'] as const);
      await this.#follow(known, person, () => known.retry(statuses, current));
      return;
    }
    if (!action.fields) await this.#begin(action, marker, acting);
    else
      this.forms.open({
        ...this.#formSource(action, marker, person),
        key: [this.#keyOf(marker), action.id].join('\n'),
        origin: acting.origin,
        go: (content) => {
          const isShown = this.patient.acting?.origin === acting.origin && this.#person?.id === id;
          if (isShown) void this.#begin(action, marker, acting, content);
        },
      });
  }

  /** What the form of an action begins with. */
  #formSource(action: HostAction, marker: Advice, person: Patient) {
    const { description, outcomes } = this.patient.state;
    const { language } = this.host.ui;
    const outcome = outcomes.find(({ profile }) => profile.id === marker.profile.id);
    const source = outcome && {
      patient: person,
      ...{ profile: outcome.profile, asOf: outcome.asOf },
      cell: (itemId: string) => outcome.cells.find(({ item }) => item.id === itemId),
      reason: () => [marker.title, marker.length].filter(Boolean).join(', '),
    };
    return {
      ...{ action, patients: [person], language, today: this.patient.today },
      messages: outcome?.profile.messages ?? [],
      factOf: (_: string, name: Placeholder) =>
        source && factOf(name, source, description?.name ?? '', language),
    };
  }

  async #begin(
    action: HostAction,
    marker: Advice,
    { patient, origin }: ActingPatient,
    content?: RunContent,
  ): Promise<void> {
    const person = patient.patient;
    const { id, cpr } = person;
    const { deadline } = this.host;
    const doubts = this.#doubts.of(origin);
    const runs = this.#runs.of(origin);
    const ofMarker = runs.get(this.#keyOf(marker)) ?? new Map<string, ActionRun>();
    const { id: profile, version } = marker.profile;
    const round = this.rounds.of(profile);
    const run = new ActionRun(
      action,
      [cpr === undefined ? { id } : { id, cpr }],
      { from: 'cockpit', profile: { id: profile, version }, marker: marker.id },
      {
        key: drawKey(),
        mayGoOn: () => isStill(origin),
        ...(deadline === undefined ? {} : { deadline }),
        onFailure: this.host.problems.onFailure,
        onReport: this.host.problems.tell,
        onEffects: round && this.#notingIn(round),
      },
    );
    // The latest comes last.
    ofMarker.delete(action.id);
    runs.set(this.#keyOf(marker), ofMarker.set(action.id, run));
    noteDoubtsOf(run, doubts);
    await this.#follow(run, person, () => run.start(content));
  }

  /** Notes what a run says of a round, whoever is shown then; after a logout nothing. */
  #notingIn(round: RoundModel): (effects: readonly RoundEffect[]) => void {
    const change = this.rounds.changes.surelyOf(round);
    return (effects) => {
      if (this.host.adapter) change((open) => noteEffects(open, effects));
    };
  }

  /** Knows of a run as long as it goes on: whoever leaves its patient is told of it elsewhere. */
  async #follow(run: ActionRun, person: Patient, go: () => Promise<void>): Promise<void> {
    const { origin, description } = this.patient.state;
    if (!origin) return;
    const doing: Doing = {
      ...{ action: run.action, run },
      reach: { patients: [person], hidden: 0, gone: 0, dead: 0 },
      ...{ clinic: description?.name ?? '', by: description?.user },
    };
    const unseen = this.#unseen.of(origin);
    this.#own.set(doing, unseen);
    this.host.requestUpdate();
    await go();
    this.#own.delete(doing);
    // Of what went well nobody has to be told.
    if (run.state.counts.ok > 0) unseen.delete(doing);
    this.host.requestUpdate();
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
    this.#focus(open ? 'form.exempt input' : buttonOf(marker));
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

  /** Says that a marker does not apply to the patient, and why. */
  exempt(marker: Advice, exemption: Exemption): void {
    const person = this.#person;
    if (!person || !this.isExempting(marker)) return;
    const isDone = this.rounds.change(marker.profile.id, (open) =>
      open.exemptMarker(person.id, marker.id, exemption),
    );
    if (!isDone) return;
    this.keepWritten(marker, undefined);
    this.#exempting = undefined;
    this.#focus('.exempted .link');
  }

  /** Has a marker apply again, after a word. */
  async endExemption(marker: Advice): Promise<void> {
    const person = this.#person;
    if (!person) return;
    const { ui } = this.host;
    const text = ui.texts.roundMember;
    const { reason, note } = marker.exemption ?? {};
    const question = {
      title: text.endTitle(person.name || ui.texts.patient.noName),
      lines: [text.exempted(marker.title), ...reasonLines(reason, note, ui)],
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

  get #person(): Patient | undefined {
    return this.patient.state.patient?.patient;
  }

  /** Moves the focus on from what was pressed and is gone. */
  #focus(selector: string): void {
    const { updateComplete, renderRoot } = this.host;
    void updateComplete.then(() => {
      const next = renderRoot.querySelector<HTMLElement>(selector);
      const details = next?.closest('details');
      if (details) details.open = true;
      next?.focus();
    });
  }

  #keyOf({ id, profile }: Advice): string {
    return [this.#person?.id, profile.id, id].join('\n');
  }
}

/** Whether anything that was begun goes on. */
function goesOn(own: ReadonlyMap<Doing, unknown>): () => boolean {
  return () => own.size > 0;
}

function buttonOf({ id, profile }: Advice): string {
  return `.asks[data-marker="${CSS.escape(id)}"][data-profile="${CSS.escape(profile.id)}"]`;
}

/** Whether anything of a run may be otherwise another time. */
export function mayBeTried({ state: { counts, permanent } }: ActionRun): boolean {
  return counts.failed - permanent.failed + counts.unknown > 0;
}
