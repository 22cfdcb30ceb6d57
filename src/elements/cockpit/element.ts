import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import {
  isCalendarDate,
  type CheckedPatient,
  type Origin,
  type RoundModel,
  type ShareOpener,
  type Sharer,
} from '../../model/index.ts';
import { controls } from '../../ui/controls.ts';
import { scrollEdges } from '../../ui/scroll-edges.ts';
import { theme } from '../../ui/theme.ts';
import { askStyles } from '../shared/ask.ts';
import { dialogStyles } from '../shared/dialog-styles.ts';
import { OverblikElement } from '../shared/element.ts';
import type { PatientPlace } from '../shared/events.ts';
import { problemNotice, profileErrorsNotice, profileErrorsPart } from '../shared/notices.ts';
import { LaterPart } from '../shared/later-part.ts';
import { onceATask } from '../shared/once.ts';
import { Veil } from '../shared/veil.ts';
import { ageInWords } from '../shared/who.ts';
import { Controllers } from './controllers/index.ts';
import { commands } from './parts/commands.ts';
import { foot } from './parts/foot.ts';
import { header } from './parts/header.ts';
import type { PersonProps } from './parts/person.ts';
import { roundsPart } from './parts/round.ts';
import { envelopeState, shareBanner } from './parts/share-banner.ts';
import { situation, situationParts } from './parts/situation.ts';
import type { SourceProps } from './parts/sources.ts';
import { strip } from './parts/strip.ts';
import { profileTabs } from './parts/tabs.ts';
import { timePart } from './parts/time.ts';
import type { CockpitProps } from './props.ts';
import { preparingPatient, stateWithoutPatient } from './states.ts';
import { cockpitStyles } from './styles.ts';
import { cockpitUis, type Texts } from './ui.ts';

/**
 * The patient cockpit (fokuseret patientoverblik): one patient, seen through one or more profiles: what
 * needs attention, why the patient is in the population, the whole situation, and who does what. With an
 * `envelope` it shows what somebody else shared, read-only, and nothing of its own clinic.
 *
 * @tagname overblik-cockpit
 * @fires {CustomEvent<OpenJournalDetail>} overblik-open-journal - The CPR number or the button was
 *   chosen. Cancel it to open the journal yourself; otherwise the adapter's `openJournal` is called.
 * @fires {CustomEvent<StepDetail>} overblik-step - With a `place`: the user wants to go on to the next patient of the list, or
 *   back. Give the cockpit that patient's `patientId` and `place`.
 * @fires {CustomEvent<KeysDetail>} overblik-keys-changed - The user has turned shortcuts of one character on or off.
 * @fires {CustomEvent<ShareOpenedDetail>} overblik-share-opened - An envelope was opened or refused, or
 *   the time of an open one has passed.
 * @fires {CustomEvent<ProblemDetail>} overblik-problem - Something is wrong with the adapter or its data: names and
 *   numbers, no patient data.
 * @csspart frame - Everything.
 * @csspart identity - Name, age, sex, CPR number, and how grave it is over all profiles, which stay in sight.
 * @csspart who - What else is known of the person, and sources.
 * @csspart shared - Who shared the view, for what, and until when.
 * @csspart advice - The markers with advice, grounds and what can be done.
 * @csspart why - The criteria, met, unmet and undecided.
 * @csspart section - One data type, and who does what.
 * @csspart contacts - Contacts over time.
 * @csspart foot - Status and note in the round, and the way to the next patient of a list, which stay in sight.
 * @csspart round - The patient's status in the round, in the foot.
 * @csspart rounds - What earlier rounds said.
 * @csspart time - The panel of the time machine.
 * @csspart changes - What has changed since an earlier date.
 * @csspart strip - The one line of `size="strip"`.
 * @csspart notice - What is missing from what is shown.
 * @csspart profile-errors - Errors of a profile that cannot be used.
 * @csspart state - Loading, empty, failed, and a share that is not shown.
 * @cssprop [--overblik-top=0px] - Height of what the host has stuck over it: the name stays below that.
 * @cssprop [--overblik-bottom=0px] - Height of what the host has stuck under it: the foot stays above that.
 * @slot commands - Buttons of the host, at the end of the heading.
 */
export class OverblikCockpit extends OverblikElement<keyof Texts> {
  static override styles = [
    theme,
    controls,
    scrollEdges,
    dialogStyles,
    askStyles,
    ...cockpitStyles,
  ];

  protected override readonly uis = cockpitUis;

  /** Id of the patient to show. */
  @property({ attribute: 'patient-id', reflect: true }) patientId: string | undefined;

  /**
   * Whose patient that is, where it is known: another clinic is not asked for anybody by that id.
   *
   * @internal
   */
  @property({ attribute: false }) patientOf: Origin | undefined;

  /**
   * Id of the profile to see the patient through; `all` for every profile that says something. Of an id that none has it is
   * said, beside the gravest of those that there are.
   */
  @property({ attribute: 'profile-id', reflect: true }) profileId: string | undefined;

  /** `strip`: one line for a narrow place. Otherwise the cockpit fits itself to its width. */
  @property({ reflect: true }) size: 'strip' | undefined;

  /**
   * An earlier date to see the patient on, `YYYY-MM-DD`: the time machine. What is no date is told (`overblik-problem`),
   * and not kept.
   */
  @property({ attribute: 'seen-on', reflect: true }) seenOn: string | undefined;

  /** A population's rounds, for the profile they are of; for others the cockpit asks the adapter itself. */
  @property({ attribute: false }) round: RoundModel | undefined;

  /** A shared view, as it was sent; then `adapter`, `profiles`, `patientId` and `asOf` count for nothing. */
  @property({ attribute: false }) envelope: string | undefined;

  /** Opens the envelope (made of `overblik/share`). */
  @property({ attribute: false }) opener: ShareOpener | undefined;

  /** How the host shares a patient. Without it nothing can be shared. */
  @property({ attribute: false }) sharer: Sharer | undefined;

  /**
   * Where the patient stands in a list that the user goes through: `{ at: 3, of: 24 }`. The foot shows it, with the way
   * to the next patient and the one before, and `overblik-step` tells which of them is wanted. Without it there is no
   * way.
   */
  @property({ attribute: false }) place: PatientPlace | undefined;

  /**
   * `off`: shortcuts of one character (J, K, R, F, N and ?) do nothing. The user can turn them off and on as well, which
   * `overblik-keys-changed` tells.
   */
  @property({ reflect: true }) keys: 'off' | undefined;

  readonly #errorList = profileErrorsPart(this);
  readonly #controllers = new Controllers(this);
  /** Of the situation: what is drawn after its first part. */
  readonly #laterParts = Array.from({ length: situationParts - 1 }, () => new LaterPart(this));
  readonly #veil = new Veil(
    this,
    () => this.#controllers.patient.isVeiled,
    () => this.#controllers.patient.loading.clinicNumber,
  );

  /** Fetches the patient again, and what others have changed in the rounds. */
  async reload(): Promise<void> {
    await this.#reload();
  }

  readonly #reload = onceATask(async () => {
    const { patient, rounds } = this.#controllers;
    await Promise.all([patient.retry(), rounds.refresh()]);
  });

  /** Fetches a patient again who has changed in the clinic's system, for all elements that show them. */
  async patientChanged(id: string): Promise<void> {
    await this.#controllers.patient.changed(id);
  }

  /** Puts the focus on the patient: on the cockpit as a whole, where its keys work. */
  override focus(options?: FocusOptions): void {
    const frame = this.renderRoot.querySelector<HTMLElement>('.frame');
    if (frame) frame.focus(options);
    else super.focus(options);
  }

  /**
   * Does what a key stands for that was pressed in a list beside the cockpit.
   *
   * @internal
   */
  takeKey(event: KeyboardEvent, from: HTMLElement): void {
    this.#controllers.keys.onKey(event, from);
  }

  /** Prints the cockpit alone on A4 pages, whatever the host's page holds around it. */
  async print(): Promise<void> {
    await this.#controllers.print.print();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    if (changed.has('seenOn')) this.#checkDay();
    const isOther = changed.has('patientId') || changed.has('envelope');
    if (!this.hasUpdated || !isOther) return;
    this.#controllers.leavePatient();
    // Another patient is seen today, whatever date the last one was looked at on.
    if (changed.get('patientId') !== undefined || changed.has('envelope')) this.seenOn = undefined;
  }

  /** A day that does not exist is told, and not kept. */
  #checkDay(): void {
    // An attribute that is taken away is `null`.
    const given = this.seenOn ?? undefined;
    if (given === undefined || isCalendarDate(given)) return;
    this.seenOn = undefined;
    this.problems.tell({ kind: 'unusable', field: 'seenOn', count: 1 });
  }

  protected override render(): TemplateResult {
    const { ui } = this;
    const { patient } = this.#controllers;
    const { state, envelope } = patient;
    const hasClinic = this.adapter !== undefined || this.profiles.length > 0;
    const { loading } = patient;
    const { isDrawn } = this.#veil;
    const { patient: person } = state;
    const isPreparing = person !== undefined && this.#controllers.view.isPreparing;
    const isWaiting =
      loading.phase === 'loading' ||
      loading.isUnderWay ||
      envelope?.opened === 'opening' ||
      (person !== undefined && this.#controllers.view.isUnderWay) ||
      (this.#hasSituation && this.#drawnParts < situationParts);
    return html`<article
      class="frame ${isDrawn ? 'veiled' : ''}"
      part="frame"
      lang=${ui.language}
      tabindex="-1"
      aria-label=${person ? this.#label(person) : ui.texts.cockpit.title}
      aria-busy=${isWaiting}
      @keydown=${this.#onKey}
    >
      ${state.refused.map(({ name, errors }) => profileErrorsNotice(name, errors, this.#errorList, ui))}
      ${envelope ? envelopeState(envelope, ui) : nothing}
      ${
        envelope && state.phase === 'empty'
          ? nothing
          : stateWithoutPatient(loading, hasClinic, this.#retry, ui)
      }
      ${isPreparing ? preparingPatient(ui) : person ? this.#patient(person) : nothing}
      ${this.size === 'strip' ? nothing : this.#foot()}
    </article>`;
  }

  #patient(patient: CheckedPatient): TemplateResult {
    const { ui } = this;
    const controllers = this.#controllers;
    const { time, journal, print, sharing, worklist, keys } = controllers;
    const { share } = controllers.patient;
    const { props } = controllers.view;
    const person = this.#person(patient);
    const banner = share ? shareBanner(share, ui) : nothing;
    if (this.size === 'strip') return html`${banner}${strip(person, controllers.profiles)}`;
    const sources = this.#sources();
    return html`${banner}
    ${header({
      person,
      counts: controllers.profiles.counts,
      sources,
      commands: commands({
        ui,
        time,
        openJournal: journal.open,
        print: print.isAllowed ? () => void print.print() : undefined,
        share: sharing.open,
        showKeys: worklist.isWorked ? keys.showSheet : undefined,
      }),
      tabs: profileTabs(controllers.profiles, ui),
    })}
    ${this.#notices()} ${timePart(time, controllers.view.list, ui)}
    ${props ? situation(props, sources, this.#rounds(props, patient), this.#drawnParts) : nothing}
    ${sharing.dialog()} ${controllers.actionForms.dialog()}`;
  }

  /** Whether there is more to draw of a patient than a line. */
  get #hasSituation(): boolean {
    return this.size !== 'strip' && this.#controllers.view.props !== undefined;
  }

  /** How many parts of the situation are drawn by now: the first time each gets a task of its own. */
  get #drawnParts(): number {
    const late = this.#laterParts.findIndex(({ isDue }) => !isDue);
    return late < 0 ? situationParts : late + 1;
  }

  /** What is missing, and what went wrong. */
  #notices(): TemplateResult {
    const { ui } = this;
    const { states } = ui.texts;
    const { patient, journal, print, worklist } = this.#controllers;
    const { unknown } = this.#controllers.profiles;
    return html`${
      unknown
        ? html`<div class="notice" role="alert" part="notice">
            ${ui.texts.cockpit.unknownProfile(unknown.id)}
          </div>`
        : nothing
    }
    ${this.#archived()} ${problemNotice(patient.problems, ui, this.#retry, states.patientProblems)}
    ${worklist.isWorked ? nothing : this.#controllers.undo.notice()}
    ${
      journal.hasFailed
        ? html`<div class="notice critical" role="alert" part="notice">
            ${states.journalFailed}
          </div>`
        : nothing
    }
    ${
      print.failure
        ? html`<div class="notice critical" role="alert" part="notice">
            ${print.failure === 'part' ? states.partFailed : states.printBlocked}
            <button type="button" class="button" @click=${print.print}>${states.retry}</button>
          </div>`
        : nothing
    }`;
  }

  /** That what is said of the patient follows rules that are not the newest. */
  #archived(): TemplateResult | typeof nothing {
    const { facts, profiles } = this.#controllers;
    const chosen = profiles.chosen ?? [];
    const said = chosen.flatMap(
      ({ profile }) => facts.archived(profile, this.ui.language, chosen.length > 1) ?? [],
    );
    return said.length > 0
      ? html`<div class="notice mild" role="status" part="notice">${said.join(' ')}</div>`
      : nothing;
  }

  /** What earlier rounds of the one profile said that the patient is seen through. */
  #rounds(
    { outcomes, markerActions }: CockpitProps,
    { patient }: CheckedPatient,
  ): TemplateResult | typeof nothing {
    const [first, ...more] = outcomes;
    if (!first || more.length > 0 || !markerActions) return nothing;
    const round = this.#controllers.rounds.of(first.profile.id);
    return round ? roundsPart(round, patient.id, this.ui) : nothing;
  }

  #foot(): TemplateResult | typeof nothing {
    const { worklist, keys, undo } = this.#controllers;
    const hasLetters = this.keys !== 'off';
    return foot({ worklist, hasLetters, toNote: keys.toNote, undone: undo.notice(), ui: this.ui });
  }

  #label({ patient }: CheckedPatient): string {
    const { ui } = this;
    const name = patient.name || ui.texts.patient.noName;
    return `${name}, ${ageInWords(patient, this.#controllers.patient.seenOn, ui)}`;
  }

  readonly #onKey = (event: KeyboardEvent): void => this.#controllers.keys.onKey(event);

  #person({ patient: person }: CheckedPatient): PersonProps {
    const { patient, journal } = this.#controllers;
    return { person, on: patient.seenOn, openJournal: journal.open, ui: this.ui };
  }

  #sources(): SourceProps {
    const { patient, view } = this.#controllers;
    return { sources: view.sources, today: patient.today, ui: this.ui };
  }

  readonly #retry = (): void => void this.reload();
}

declare global {
  interface HTMLElementTagNameMap {
    'overblik-cockpit': OverblikCockpit;
  }
}
