import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property } from 'lit/decorators.js';
import {
  textIn,
  type CheckedPatient,
  type Origin,
  type RoundModel,
  type ShareOpener,
  type Sharer,
} from '../../model/index.ts';
import { controls } from '../../ui/controls.ts';
import { scrollEdges } from '../../ui/scroll-edges.ts';
import { theme } from '../../ui/theme.ts';
import { ask, askStyles } from '../shared/ask.ts';
import { OverblikElement } from '../shared/element.ts';
import { problemNotice, profileErrorsNotice, profileErrorsPart } from '../shared/notices.ts';
import { onceATask } from '../shared/once.ts';
import { Veil } from '../shared/veil.ts';
import { Controllers } from './controllers/index.ts';
import { commands } from './parts/commands.ts';
import { header } from './parts/header.ts';
import type { PersonProps } from './parts/person.ts';
import { roundPart } from './parts/round.ts';
import { envelopeState, shareBanner } from './parts/share-banner.ts';
import { situation } from './parts/situation.ts';
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
 * @fires {CustomEvent<ShareOpenedDetail>} overblik-share-opened - An envelope was opened or refused, or
 *   the time of an open one has passed.
 * @fires {CustomEvent<ProblemDetail>} overblik-problem - Something is wrong with the adapter or its data: names and
 *   numbers, no patient data.
 * @csspart frame - Everything.
 * @csspart identity - Name and CPR number, which stay in sight.
 * @csspart who - What else is known of the person, and sources.
 * @csspart shared - Who shared the view, for what, and until when.
 * @csspart advice - The markers with advice, grounds and what can be done.
 * @csspart why - The criteria, met, unmet and undecided.
 * @csspart section - One data type, and who does what.
 * @csspart contacts - Contacts over time.
 * @csspart round - The patient's status in the round.
 * @csspart rounds - What earlier rounds said.
 * @csspart time - The panel of the time machine.
 * @csspart changes - What has changed since an earlier date.
 * @csspart strip - The one line of `size="strip"`.
 * @csspart notice - What is missing from what is shown.
 * @csspart profile-errors - Errors of a profile that cannot be used.
 * @csspart state - Loading, empty, failed, and a share that is not shown.
 * @cssprop --overblik-accent - The one accent colour.
 * @cssprop --overblik-font - Font family.
 * @cssprop --overblik-surface - Background.
 * @cssprop --overblik-top - Height of what the host has stuck over it: the name stays below that (default 0).
 * @slot commands - Buttons of the host, at the end of the heading.
 */
export class OverblikCockpit extends OverblikElement<keyof Texts> {
  static override styles = [theme, controls, scrollEdges, askStyles, ...cockpitStyles];

  protected override readonly uis = cockpitUis;

  /** Id of the patient to show. */
  @property({ attribute: 'patient-id', reflect: true }) patientId: string | undefined;

  /**
   * Whose patient that is, where it is known: another clinic is not asked for anybody by that id.
   *
   * @internal
   */
  @property({ attribute: false }) patientOf: Origin | undefined;

  /** Id of the profile to see the patient through; `all` for every profile that says something. */
  @property({ attribute: 'profile-id', reflect: true }) profileId: string | undefined;

  /** `strip`: one line for a narrow place. Otherwise the cockpit fits itself to its width. */
  @property({ reflect: true }) size: 'strip' | undefined;

  /** An earlier date to see the patient on, `YYYY-MM-DD`: the time machine. */
  @property({ attribute: 'seen-on', reflect: true }) seenOn: string | undefined;

  /** A population's rounds, for the profile they are of; for others the cockpit asks the adapter itself. */
  @property({ attribute: false }) round: RoundModel | undefined;

  /** A shared view, as it was sent; then `adapter`, `profiles`, `patientId` and `asOf` count for nothing. */
  @property({ attribute: false }) envelope: string | undefined;

  /** Opens the envelope (made of `overblik/share`). */
  @property({ attribute: false }) opener: ShareOpener | undefined;

  /** How the host shares a patient. Without it nothing can be shared. */
  @property({ attribute: false }) sharer: Sharer | undefined;

  readonly #errorList = profileErrorsPart(this);
  readonly #controllers = new Controllers(this);
  readonly #veil = new Veil(this, () => this.#controllers.patient.isVeiled);

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

  /** Prints the cockpit alone on one A4 page, whatever the host's page holds around it. */
  async print(): Promise<void> {
    await this.#controllers.print.print();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    super.willUpdate(changed);
    const isOther = changed.has('patientId') || changed.has('envelope');
    if (!this.hasUpdated || !isOther) return;
    this.#controllers.leavePatient();
    // Another patient is seen today, whatever date the last one was looked at on.
    if (changed.get('patientId') !== undefined || changed.has('envelope')) this.seenOn = undefined;
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
      (person !== undefined && this.#controllers.view.isUnderWay);
    return html`<article
      class="frame ${isDrawn ? 'veiled' : ''}"
      part="frame"
      lang=${ui.language}
      aria-busy=${isWaiting}
    >
      ${state.refused.map(({ name, errors }) => profileErrorsNotice(name, errors, this.#errorList, ui))}
      ${envelope ? envelopeState(envelope, ui) : nothing}
      ${
        envelope && state.phase === 'empty'
          ? nothing
          : stateWithoutPatient(loading, hasClinic, this.#retry, ui)
      }
      ${isPreparing ? preparingPatient(ui) : person ? this.#patient(person) : nothing}
    </article>`;
  }

  #patient(patient: CheckedPatient): TemplateResult {
    const { ui } = this;
    const controllers = this.#controllers;
    const { time, journal, print, sharing } = controllers;
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
      }),
      tabs: profileTabs(controllers.profiles, ui),
    })}
    ${this.#notices()} ${timePart(time, controllers.view.list, ui)}
    ${props ? situation(props, sources, this.#round(props, patient)) : nothing} ${sharing.dialog()}`;
  }

  /** What is missing, and what went wrong. */
  #notices(): TemplateResult {
    const { ui } = this;
    const { states } = ui.texts;
    const { patient, journal, print } = this.#controllers;
    return html`${problemNotice(patient.problems, ui, this.#retry, states.patientProblems)}
    ${this.#controllers.undo.notice()}
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

  /** The round is of one profile: seen through more, there is no one status to set. */
  #round(
    { outcomes, markerActions }: CockpitProps,
    { patient }: CheckedPatient,
  ): TemplateResult | typeof nothing {
    const { ui, date: today } = this;
    const [first, ...more] = outcomes;
    if (!first || more.length > 0) return nothing;
    const round = this.#controllers.rounds.of(first.profile.id);
    return markerActions && round
      ? roundPart({
          round,
          profileTitle: textIn(first.profile.title, ui.language),
          change: this.#controllers.rounds.changes.of(round),
          unsaved: this.#controllers.unsaved.texts,
          person: patient,
          today,
          ask: (question) => ask(this, question, ui),
          ui,
        })
      : nothing;
  }

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
