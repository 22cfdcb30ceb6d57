import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, query, state } from 'lit/decorators.js';
import { keyed } from 'lit/directives/keyed.js';
import {
  PatientModel,
  PatientRounds,
  changesBetween,
  completedYears,
  coverageOf,
  formatCpr,
  formatDate,
  profileTabs,
  textIn,
  viewCockpit,
  viewSources,
  type CheckedPatient,
  type CockpitView,
  type Patient,
  type PatientOutcome,
  type ProfileTab,
  type RecordType,
  type RoundModel,
  type ShareOpener,
  type Sharer,
} from '../../model/index.ts';
import { controls } from '../../ui/controls.ts';
import { icons } from '../../ui/icons.ts';
import { theme } from '../../ui/theme.ts';
import { OverblikElement } from '../shared/element.ts';
import { ModelController } from '../shared/model-controller.ts';
import { stateMessage, problemNotice, profileErrorsNotice } from '../shared/notices.ts';
import { isoNow } from '../shared/now.ts';
import { openJournal } from '../shared/open-journal.ts';
import { printAlone } from '../shared/print-frame.ts';
import { moveInTabs } from '../shared/tab-keys.ts';
import { advicePart, levelCounts } from './advice.ts';
import { contactsPart } from './contacts.ts';
import { MarkerActions } from './marker-actions.ts';
import type { CockpitProps } from './props.ts';
import { roundPart } from './round.ts';
import { sectionPart } from './sections.ts';
import { shareDialog } from './share-dialog.ts';
import { ShareController } from './share-controller.ts';
import { shareBanner, shareState } from './shared.ts';
import { sourceLine, whoDoesWhat } from './sources.ts';
import { cockpitStyles } from './styles.ts';
import { timeButton, timePart, type TimeProps } from './time.ts';
import { whyPart } from './why.ts';

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
 * @csspart frame - Everything.
 * @csspart who - Name, CPR number and sources.
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
 * @slot commands - Buttons of the host, at the end of the heading.
 */
export class OverblikCockpit extends OverblikElement {
  static override styles = [theme, controls, cockpitStyles];

  /** Id of the patient to show. */
  @property({ attribute: 'patient-id', reflect: true }) patientId: string | undefined;

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

  @state() private journalFailed = false;
  /** The date that today is compared with. */
  @state() private compared: string | undefined;
  /** How sharing went. */
  @state() private shareSaid: string | undefined;
  @query('dialog.share') private dialog: HTMLDialogElement | null | undefined;
  @query('textarea.note') private note: HTMLTextAreaElement | null | undefined;

  // The order counts: what is opened is what is fetched, and what is fetched decides which rounds.
  readonly #shared = new ShareController(this);
  readonly #model = new ModelController<PatientModel>(
    this,
    (options) => new PatientModel(options),
    () => {
      const { envelope, seenOn, language } = this;
      const { share } = this.#shared;
      const own = envelope === undefined;
      return {
        adapter: own ? this.adapter : share?.adapter(language),
        profiles: own ? this.profiles : (share?.profiles ?? none),
        patientId: own ? this.patientId : share?.patientId,
        asOf: this.#today,
        seenOn,
        whole: true,
      };
    },
  );
  readonly #rounds = new PatientRounds(() => this.requestUpdate());
  #tab: HTMLElement | null = null;
  readonly #desk = new MarkerActions(this, this.#rounds);

  constructor() {
    super();
    this.addController({
      hostUpdate: () => {
        const { description } = this.#model.state;
        const seen = this.#chosenOf(this.#tabsNow) ?? [];
        this.#rounds.update({
          adapter: this.envelope === undefined ? this.adapter : undefined,
          profiles: seen.map(({ profile: { id, version } }) => ({ id, version })),
          asOf: this.date,
          user: description?.user,
          now: isoNow,
          given: this.round,
        });
      },
      hostDisconnected: () => {
        this.#keepNote();
        this.#rounds.dispose();
      },
    });
  }

  /** Fetches the patient again. */
  async reload(): Promise<void> {
    await this.#model.retry();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Another patient is seen today, whatever date the last one was looked at on.
    if (
      this.hasUpdated &&
      (changed.has('patientId') || changed.has('adapter') || changed.has('envelope'))
    ) {
      this.#keepNote();
      if (changed.get('patientId') !== undefined || changed.has('envelope'))
        this.seenOn = undefined;
      this.compared = this.shareSaid = undefined;
      this.journalFailed = false;
      this.#desk.leave(changed.has('adapter'));
    }
  }

  protected override updated(): void {
    const tab = this.renderRoot.querySelector<HTMLElement>('[role=tab][aria-selected=true]');
    const row = tab?.parentElement;
    // In a narrow place the tabs are a row to scroll: the chosen one is to be seen.
    if (tab && row && tab !== this.#tab) row.scrollLeft = tab.offsetLeft - row.offsetLeft - 24;
    this.#tab = tab;
  }

  /** A note that is being written belongs to the patient it was begun for. */
  #keepNote(): void {
    this.note?.dispatchEvent(new Event('change'));
  }

  protected override render(): TemplateResult {
    const { phase, patient, problems, refused } = this.#model.state;
    const { texts, language } = this;
    const { state: shared } = this.#shared;
    const retry = () => void this.reload();
    const waiting = phase === 'loading' || shared?.opened === 'opening';
    return html`<article class="frame" part="frame" lang=${language} aria-busy=${waiting}>
      ${refused.map(({ name, errors }) => profileErrorsNotice(name, errors, this.ui, undefined))}
      ${shared ? shareState(shared, language, texts) : nothing}
      ${
        phase === 'empty' && !shared
          ? this.adapter || this.profiles.length > 0
            ? stateMessage(texts.cockpit.choosePatient, texts.cockpit.choosePatientHint)
            : stateMessage(texts.states.emptyAdapter, texts.states.emptyAdapterHint)
          : nothing
      }
      ${
        phase === 'loading'
          ? stateMessage(
              texts.states.loadingPatient,
              '',
              html`<progress aria-label=${texts.states.loadingPatient}></progress>`,
            )
          : nothing
      }
      ${
        phase === 'failed'
          ? stateMessage(
              texts.states.failedPatient,
              texts.states.failedPatientHint,
              problemNotice(problems, this.ui, retry),
            )
          : nothing
      }
      ${patient ? this.#patient(patient, retry) : nothing}
    </article>`;
  }

  #patient(patient: CheckedPatient, retry: () => void): TemplateResult {
    const { texts, language } = this;
    const { share } = this.#shared;
    // What was not shared is said above all else; it is no fault that trying again would mend.
    const problems = this.#model.state.problems.filter(
      ({ kind }) => !(share && kind === 'missing-source'),
    );
    const tabs = this.#tabsNow;
    const chosen = this.#chosenOf(tabs);
    const parts = chosen && this.#parts(patient, chosen);
    const banner = share ? shareBanner(share, language, texts) : nothing;
    if (this.size === 'strip') return html`${banner}${this.#strip(patient.patient, parts?.view)}`;
    const time = this.#time();
    return html`${banner}${this.#who(patient, parts?.view, tabs, time)}
    ${problemNotice(problems, this.ui, retry)}
    ${
      this.journalFailed
        ? html`<div class="notice critical" role="alert" part="notice">
            ${texts.states.journalFailed}
          </div>`
        : nothing
    }
    ${timePart(time)} ${parts ? this.#view(parts, patient) : nothing}
    ${this.#mayShare && chosen ? this.#dialog(patient, chosen) : nothing}`;
  }

  #parts(patient: CheckedPatient, outcomes: Chosen): CockpitProps {
    const { texts, language } = this;
    const { coverage = {} } = this.#model.state.description ?? {};
    const id = patient.patient.id;
    const covers = (type: RecordType, since?: string) =>
      coverageOf(patient, coverage, type, since).covered;
    // What was decided since is not shown as decided then.
    const view = viewCockpit(outcomes, language, {
      covers,
      ...(this.#isEarlier
        ? {}
        : { exemptionOf: (...marker) => this.#rounds.exemptionOf(id, ...marker) }),
    });
    this.#desk.patient = patient.patient;
    this.#desk.actions = this.adapter?.actions ?? [];
    return {
      view,
      outcomes,
      language,
      texts,
      covers,
      uncovered: this.#shared.share ? texts.share.notShared : texts.patientView.cannotSay,
      desk: this.#readOnly ? undefined : this.#desk,
    };
  }

  /** What was shared, and what was, can be looked at only. */
  get #readOnly(): boolean {
    return this.envelope !== undefined || this.#isEarlier;
  }

  get #isEarlier(): boolean {
    const { present, outcomes } = this.#model.state;
    return outcomes !== present;
  }

  get #tabsNow(): readonly ProfileTab[] {
    const { outcomes, patientId = '' } = this.#model.state;
    const exempt = (profile: string, marker: string) =>
      !this.#isEarlier && this.#rounds.exemptionOf(patientId, profile, marker) !== undefined;
    return profileTabs(outcomes, this.profileId, this.language, exempt);
  }

  /** The profile that was chosen, or all; else the one that asks for most attention. */
  #chosenOf(tabs: readonly ProfileTab[]): Chosen | undefined {
    const members = tabs.filter(({ outcome }) => outcome.membership.truth !== 'no');
    const every = members.map(({ outcome }) => outcome);
    if (this.profileId === 'all' && isSome(every)) return every;
    const chosen = tabs.find(({ id }) => id === this.profileId) ?? tabs[0];
    const one = [chosen?.outcome ?? this.#model.state.outcomes[0]].filter(
      (each) => each !== undefined,
    );
    return isSome(one) ? one : undefined;
  }

  #who(
    patient: CheckedPatient,
    view: CockpitView | undefined,
    tabs: readonly ProfileTab[],
    time: TimeProps | undefined,
  ): TemplateResult {
    const { texts, language } = this;
    const { patient: person } = patient;
    const { may } = this.#model.state.description ?? {};
    const facts = [
      person.sex ? texts.patient.sex[person.sex] : undefined,
      [person.address, person.city].filter(Boolean).join(', '),
      person.insuranceGroup ? texts.patient.insuranceGroup(person.insuranceGroup) : undefined,
      person.practitioner ? texts.patient.practitioner(person.practitioner) : undefined,
      person.deceased ? texts.patient.deceased(formatDate(person.deceased, language)) : undefined,
    ].filter(Boolean);
    const command = (label: string, icon: TemplateResult, act: () => void) =>
      html`<button type="button" class="button quiet" title=${label} @click=${act}>
        ${icon}<span>${label}</span>
      </button>`;
    return html`<header class="who" part="who">
      <div class="top">
        <h2>${this.#name(person)}</h2>
        ${view ? levelCounts(view.advice, texts) : nothing}
        ${
          time
            ? html`<div class="commands">
                  ${
                    this.#mayOpen
                      ? html`<button
                          type="button"
                          class="button journal"
                          @click=${() => this.#open(person)}
                        >
                          ${texts.cockpit.openJournal}${icons.open()}
                        </button>`
                      : nothing
                  }
                  ${timeButton(time)}
                  ${
                    may?.print === false
                      ? nothing
                      : command(texts.patientView.print, icons.print(), () => this.print())
                  }
                  ${
                    this.#mayShare
                      ? command(texts.share.open, icons.share(), () => this.dialog?.showModal())
                      : nothing
                  }
                </div>
                <slot name="commands"></slot>`
            : nothing
        }
      </div>
      <p>${this.#cpr(person)} ${facts.map((fact) => html` · <bdi>${fact}</bdi>`)}</p>
      ${sourceLine(this.#sources(patient))} ${tabs.length > 1 && time ? this.#tabs(tabs) : nothing}
    </header>`;
  }

  #name(person: Patient): TemplateResult {
    const { texts } = this;
    const age =
      person.birthDate === undefined
        ? texts.patient.unknownAge
        : texts.patient.age(completedYears(person.birthDate, this.#seen));
    return html`<bdi>${person.name || texts.population.noName}</bdi>, ${age}`;
  }

  #cpr(person: Patient): TemplateResult | string {
    const { texts } = this;
    const cpr = person.cpr === undefined ? texts.population.noCpr : formatCpr(person.cpr);
    if (!this.#mayOpen) return cpr;
    const name = person.name || texts.population.noName;
    return html`<button
      type="button"
      class="link"
      aria-label="${cpr}, ${texts.population.openJournal(name)}"
      @click=${() => this.#open(person)}
    >
      ${cpr}
    </button>`;
  }

  get #mayOpen(): boolean {
    return this.envelope === undefined && this.#model.state.description?.may?.openJournal !== false;
  }

  get #mayShare(): boolean {
    return this.sharer !== undefined && !this.#readOnly;
  }

  /** The day that counts as today: a share is of the day it was made. */
  get #today(): string {
    return this.#shared.share?.facts.asOf ?? this.date;
  }

  /** The date that the patient is seen on. */
  get #seen(): string {
    return this.#model.state.outcomes[0]?.asOf ?? this.#today;
  }

  #tabs(tabs: readonly ProfileTab[]): TemplateResult {
    const { texts } = this;
    const chosen = this.#chosenOf(tabs) ?? [];
    const members = tabs.filter(({ outcome }) => outcome.membership.truth !== 'no');
    const all = chosen.length > 1;
    const tab = (id: string, selected: boolean, words: unknown) =>
      html`<button
        type="button"
        role="tab"
        aria-selected=${selected ? 'true' : 'false'}
        tabindex=${selected ? 0 : -1}
        @click=${() => (this.profileId = id)}
      >
        ${words}
      </button>`;
    return html`<div
      class="tabs"
      role="tablist"
      aria-label=${texts.cockpit.chooseProfile}
      @keydown=${moveInTabs}
    >
      ${tabs.map(({ id, title, outcome, count, level }) =>
        tab(
          id,
          !all && chosen[0] === outcome,
          html`${title}
          ${
            level
              ? html`<span class="count ${level}" title=${texts.cockpit.markers(count)}
                  >${count}</span
                >`
              : nothing
          }`,
        ),
      )}
      ${members.length > 1 ? tab('all', all, texts.patientView.allProfiles(members.length)) : nothing}
    </div>`;
  }

  #sources(patient: CheckedPatient) {
    const { texts, language } = this;
    const today = this.#today;
    const { description } = this.#model.state;
    const sources = description ? viewSources(description, patient, today, language) : [];
    return { sources, today, language, texts };
  }

  /** The time machine, and what has changed since. */
  #time(): TimeProps {
    const { texts, language, seenOn } = this;
    const { present, patient } = this.#model.state;
    const today = this.#today;
    const visits = patient?.records.service.map(({ at }) => at).filter((at) => at < today);
    const profile = this.#chosenOf(this.#tabsNow)?.[0]?.profile.id ?? '';
    const ends = this.#rounds
      .of(profile)
      ?.state.rounds.flatMap(({ finished }) => (finished && finished < today ? [finished] : []));
    return {
      seenOn: this.#isEarlier ? seenOn : undefined,
      today,
      see: (on) => (this.seenOn = on),
      compared: this.compared,
      compare: (since) => (this.compared = since),
      lastVisit: visits?.sort().at(-1),
      lastRound: ends?.sort().at(-1),
      changes: this.compared
        ? changesBetween(this.#model.model.on(this.compared), present, language)
        : undefined,
      titleOf: (id) => {
        const title = present.find(({ profile: each }) => each.id === id)?.profile.title;
        return title ? textIn(title, language) : id;
      },
      language,
      texts,
    };
  }

  #view(parts: CockpitProps, patient: CheckedPatient): TemplateResult {
    const section = (type: RecordType) => sectionPart(type, parts);
    return html`<div class="parts">
      <div class="column">${advicePart(parts)} ${whyPart(parts)} ${contactsPart(parts)}</div>
      <div class="column">
        ${section('medication')} ${section('result')} ${section('diagnosis')} ${section('letter')}
      </div>
      <div class="column">
        ${section('service')} ${section('appointment')} ${section('referral')}
        ${whoDoesWhat(this.#sources(patient))} ${this.#round(parts, patient)}
      </div>
    </div>`;
  }

  /** The round is of one profile: seen through more, there is no one status to set. */
  #round(
    { outcomes, desk }: CockpitProps,
    { patient }: CheckedPatient,
  ): TemplateResult | typeof nothing {
    const { ui, date: today } = this;
    const [first, ...more] = outcomes;
    const round = first && more.length === 0 ? this.#rounds.of(first.profile.id) : undefined;
    return desk && round ? roundPart({ round, patientId: patient.id, today, ui }) : nothing;
  }

  #dialog(patient: CheckedPatient, chosen: Chosen): TemplateResult | typeof nothing {
    const { sharer, shareSaid: said, language, texts } = this;
    const { description } = this.#model.state;
    if (!sharer || !description) return nothing;
    const { id } = patient.patient;
    const dialog = shareDialog({
      sharer,
      patient,
      description,
      profiles: chosen.map(({ profile }) => profile),
      today: this.#today,
      said,
      // An answer that comes after another patient was opened is not about that one.
      say: (words) => {
        if (this.#model.state.patientId === id) this.shareSaid = words;
      },
      language,
      texts,
    });
    return html`${keyed(id, dialog)}`;
  }

  /** One line: who, how grave, and the first thing to know. */
  #strip(person: Patient, view: CockpitView | undefined): TemplateResult {
    const { texts } = this;
    const first = view?.advice[0];
    return html`<div class="strip" part="strip">
      <strong>${this.#name(person)}</strong>
      <span>${this.#cpr(person)}</span>
      ${view ? levelCounts(view.advice, texts) : nothing}
      <span class="first"
        >${first?.truth === 'yes' ? [first.title, first.advice].filter(Boolean).join(': ') : ''}</span
      >
      <slot name="commands"></slot>
    </div>`;
  }

  /** Prints the cockpit alone on one A4 page, whatever the host's page holds around it. */
  print(): void {
    const { patient, description } = this.#model.state;
    const chosen = this.#chosenOf(this.#tabsNow);
    if (!patient || !chosen || description?.may?.print === false) return;
    const { language, texts } = this;
    const { share } = this.#shared;
    const parts = { ...this.#parts(patient, chosen), desk: undefined };
    printAlone(this, {
      title: texts.cockpit.title,
      content: html`<article class="frame printed" lang=${language}>
        ${share ? shareBanner(share, language, texts) : nothing}
        ${this.#who(patient, parts.view, [], undefined)}
        <p class="seen">${texts.population.asOf(formatDate(this.#seen, language))}</p>
        ${this.#view(parts, patient)}
      </article>`,
      styles: [theme, controls, cockpitStyles].map(({ cssText }) => cssText),
      onePage: true,
    });
  }

  #open(patient: Patient): void {
    this.journalFailed = false;
    const profile = this.#chosenOf(this.#tabsNow)?.[0]?.profile;
    void openJournal(this, this.adapter, patient, {
      from: 'cockpit',
      ...(profile ? { profile: { id: profile.id, version: profile.version } } : {}),
    }).then((opened) => {
      if (this.#model.state.patientId === patient.id) this.journalFailed = !opened;
    });
  }
}

const none: readonly unknown[] = [];

type Chosen = readonly [PatientOutcome, ...PatientOutcome[]];

function isSome(outcomes: readonly PatientOutcome[]): outcomes is Chosen {
  return outcomes.length > 0;
}

declare global {
  interface HTMLElementTagNameMap {
    'overblik-cockpit': OverblikCockpit;
  }
}
