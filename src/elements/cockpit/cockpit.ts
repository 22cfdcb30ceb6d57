import { html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import {
  PatientModel,
  changesBetween,
  completedYears,
  formatCpr,
  formatDate,
  formatUpdated,
  profileTabs,
  textIn,
  viewCockpit,
  viewSources,
  type CheckedPatient,
  type CockpitSection,
  type CockpitView,
  type Patient,
  type PatientOutcome,
  type ProfileTab,
} from '../../model/index.ts';
import { controls } from '../../ui/controls.ts';
import { icons } from '../../ui/icons.ts';
import type { Texts } from '../../ui/texts/index.ts';
import { theme } from '../../ui/theme.ts';
import { OverblikElement } from '../element.ts';
import { ModelLife } from '../model-life.ts';
import { face, problemNotice, profileErrorsNotice } from '../notices.ts';
import { openJournal } from '../open-journal.ts';
import { printAlone } from '../print-frame.ts';
import { moveInTabs } from '../tab-keys.ts';
import { advicePart, levelCounts } from './advice.ts';
import { contactsPart } from './contacts.ts';
import { history, item } from './items.ts';
import { medicationLines } from './medication.ts';
import type { Parts } from './parts.ts';
import { resultItem } from './results.ts';
import { cockpitStyles } from './styles.ts';
import { timePart } from './time.ts';
import { whyPart } from './why.ts';

/**
 * The patient cockpit (fokuseret patientoverblik): one patient, seen through one or more profiles: what
 * needs attention, why the patient is in the population, and what the profile wants to know.
 *
 * @tagname overblik-cockpit
 * @fires {CustomEvent<OpenJournalDetail>} overblik-open-journal - The CPR number or the button was
 *   chosen. Cancel it to open the journal yourself; otherwise the adapter's `openJournal` is called.
 * @csspart frame - Everything.
 * @csspart who - Name, CPR number and sources.
 * @csspart advice - The markers with advice and grounds.
 * @csspart why - The criteria, met, unmet and undecided.
 * @csspart section - One data type, and who does what.
 * @csspart contacts - Contacts over time.
 * @csspart time - The time machine.
 * @csspart changes - What has changed since an earlier date.
 * @csspart strip - The one line of `size="strip"`.
 * @csspart notice - What is missing from what is shown.
 * @csspart profile-errors - Errors of a profile that cannot be used.
 * @csspart face - Loading, empty and failed.
 * @cssprop --overblik-accent - The one accent colour.
 * @cssprop --overblik-font - Font family.
 * @cssprop --overblik-surface - Background.
 * @slot commands - Buttons of the host, beside "Åbn journal".
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

  @state() private journalFailed = false;
  /** The date that today is compared with. */
  @state() private compared: string | undefined;

  readonly #life = new ModelLife<PatientModel>(
    this,
    (options) => new PatientModel(options),
    () => ({
      adapter: this.adapter,
      profiles: this.profiles,
      patientId: this.patientId,
      asOf: this.date,
      seenOn: this.seenOn,
      whole: true,
    }),
  );

  /** Fetches the patient again. */
  async reload(): Promise<void> {
    await this.#life.retry();
  }

  protected override willUpdate(changed: PropertyValues<this>): void {
    // Another patient is seen today, whatever date the last one was looked at on.
    if (changed.has('patientId') && changed.get('patientId') !== undefined) {
      this.seenOn = undefined;
      this.compared = undefined;
      this.journalFailed = false;
    }
  }

  protected override render(): TemplateResult {
    const { phase, patient, problems, refused } = this.#life.state;
    const { texts, language } = this;
    const retry = () => void this.reload();
    return html`<article class="frame" part="frame" aria-busy=${phase === 'loading'}>
      ${refused.map(({ name, errors }) => profileErrorsNotice(name, errors, language, texts, undefined))}
      ${
        phase === 'empty'
          ? this.adapter || this.profiles.length > 0
            ? face(texts.cockpit.choosePatient, texts.cockpit.choosePatientHint)
            : face(texts.states.emptyAdapter, texts.states.emptyAdapterHint)
          : nothing
      }
      ${
        phase === 'loading'
          ? face(
              texts.states.loadingPatient,
              '',
              html`<progress aria-label=${texts.states.loadingPatient}></progress>`,
            )
          : nothing
      }
      ${
        phase === 'failed'
          ? face(
              texts.states.failedPatient,
              texts.states.failedPatientHint,
              problemNotice(problems, language, texts, retry),
            )
          : nothing
      }
      ${patient ? this.#patient(patient, retry) : nothing}
    </article>`;
  }

  #patient(patient: CheckedPatient, retry: () => void): TemplateResult {
    const { texts, language } = this;
    const { problems } = this.#life.state;
    const tabs = this.#tabsNow;
    const chosen = this.#chosenOf(tabs);
    const view = chosen && viewCockpit(chosen, language);
    if (this.size === 'strip') return this.#strip(patient.patient, view);
    return html`${this.#who(patient, view, tabs)} ${problemNotice(problems, language, texts, retry)}
    ${
      this.journalFailed
        ? html`<div class="notice critical" role="alert" part="notice">
            ${texts.states.journalFailed}
          </div>`
        : nothing
    }
    ${this.#time()}
    ${view && chosen ? this.#view({ view, outcomes: chosen, language, texts }) : nothing}`;
  }

  get #tabsNow(): readonly ProfileTab[] {
    return profileTabs(this.#life.state.outcomes, this.profileId, this.language);
  }

  /** The profile that was chosen, or all; else the one that asks for most attention. */
  #chosenOf(tabs: readonly ProfileTab[]): Chosen | undefined {
    const members = tabs.filter(({ outcome }) => outcome.membership.truth !== 'no');
    const every = members.map(({ outcome }) => outcome);
    if (this.profileId === 'all' && isSome(every)) return every;
    const chosen = tabs.find(({ id }) => id === this.profileId) ?? tabs[0];
    const one = [chosen?.outcome ?? this.#life.state.outcomes[0]].filter(
      (each) => each !== undefined,
    );
    return isSome(one) ? one : undefined;
  }

  #who(patient: CheckedPatient, view: CockpitView | undefined, tabs: readonly ProfileTab[]) {
    const { texts, language } = this;
    const { patient: person } = patient;
    const facts = [
      person.sex ? texts.patient.sex[person.sex] : undefined,
      [person.address, person.city].filter(Boolean).join(', '),
      person.insuranceGroup ? texts.patient.insuranceGroup(person.insuranceGroup) : undefined,
      person.practitioner ? texts.patient.practitioner(person.practitioner) : undefined,
      person.deceased ? texts.patient.deceased(formatDate(person.deceased, language)) : undefined,
    ].filter(Boolean);
    return html`<header class="who" part="who">
      <div class="top">
        <h2>${this.#name(person)}</h2>
        ${view ? levelCounts(view.advice, texts) : nothing}
        <div class="commands">
          <button type="button" class="button print" @click=${() => this.print()}>
            ${icons.print()}<span>${texts.patientView.print}</span>
          </button>
          ${
            this.#mayOpen
              ? html`<button type="button" class="button" @click=${() => this.#open(person)}>
                  ${texts.cockpit.openJournal}${icons.open()}
                </button>`
              : nothing
          }
          <slot name="commands"></slot>
        </div>
      </div>
      <p>${this.#cpr(person)} ${facts.map((fact) => html` · <bdi>${fact}</bdi>`)}</p>
      ${this.#sources(patient)} ${tabs.length > 1 ? this.#tabs(tabs) : nothing}
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
    return this.#life.state.description?.may?.openJournal !== false;
  }

  /** The date that the patient is seen on. */
  get #seen(): string {
    return this.#life.state.outcomes[0]?.asOf ?? this.date;
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

  #sources(patient: CheckedPatient): TemplateResult | typeof nothing {
    const { texts, language } = this;
    const { description } = this.#life.state;
    const sources = description ? viewSources(description, patient, this.date, language) : [];
    if (sources.length === 0) return nothing;
    const text = texts.patientView;
    return html`<ul class="sources" aria-label=${texts.cockpit.sources}>
      ${sources.map(
        ({ title, available, stale, age, updated, gives }) =>
          html`<li class=${available ? (stale ? 'stale' : '') : 'gone'}>
            <strong>${title}</strong>
            ${
              available
                ? stale && age !== undefined
                  ? text.daysOld(age)
                  : updated && formatUpdated(updated, this.date, language)
                : gives
                  ? text.unavailable(gives)
                  : text.cannotSay
            }
          </li>`,
      )}
    </ul>`;
  }

  /** The time machine, and what has changed since. */
  #time(): TemplateResult {
    const { texts, language, seenOn, date } = this;
    const { present, outcomes } = this.#life.state;
    const earlier = outcomes !== present;
    return timePart({
      seenOn: earlier ? seenOn : undefined,
      today: date,
      see: (on) => (this.seenOn = on),
      compared: this.compared,
      compare: (since) => (this.compared = since),
      changes: this.compared
        ? changesBetween(this.#life.model.on(this.compared), present, language)
        : undefined,
      titleOf: (id) => {
        const title = present.find(({ profile }) => profile.id === id)?.profile.title;
        return title ? textIn(title, language) : id;
      },
      language,
      texts,
    });
  }

  #view(parts: Parts): TemplateResult {
    const { view, texts } = parts;
    const section = (type: CockpitSection['type']) => {
      const found = view.sections.find((each) => each.type === type);
      return found ? this.#section(found, parts) : nothing;
    };
    return html`<div class="parts">
      <div class="column">${advicePart(parts)} ${whyPart(parts)} ${contactsPart(parts)}</div>
      <div class="column">
        ${section('medication')} ${section('result')} ${section('diagnosis')}
      </div>
      <div class="column">
        ${section('service')} ${section('appointment')} ${section('referral')} ${section('letter')}
        ${this.#whoDoesWhat(texts)}
      </div>
    </div>`;
  }

  #section({ type, items, history: lines }: CockpitSection, parts: Parts): TemplateResult {
    const { texts, language, view } = parts;
    const note =
      type === 'medication' ? texts.patientView.substances(view.timeline.active) : undefined;
    return html`<section class="part" part="section">
      <h3>${texts.groups[type]}${note ? html`<span class="muted">${note}</span>` : nothing}</h3>
      ${type === 'medication' ? medicationLines(parts) : nothing}
      ${
        items.length === 0
          ? html`<p class="muted">${texts.cockpit.nothingAsked}</p>`
          : html`<dl class="items">
              ${items.map((each) =>
                type === 'result' ? resultItem(each, language, texts) : item(each),
              )}
            </dl>`
      }
      ${history(lines, texts)}
    </section>`;
  }

  #whoDoesWhat(texts: Texts): TemplateResult | typeof nothing {
    const { description, patient } = this.#life.state;
    const sources =
      description && patient ? viewSources(description, patient, this.date, this.language) : [];
    if (sources.length === 0) return nothing;
    const text = texts.patientView;
    return html`<section class="part" part="section">
      <h3>${text.who}<span class="muted">${text.acrossSectors}</span></h3>
      <dl class="items">
        ${sources.map(({ title, available, types }) => {
          const known = types.filter(({ count }) => count > 0);
          return html`<div class="item">
            <dt>${title}</dt>
            <dd class=${available && known.length > 0 ? '' : 'missing'}>
              ${
                available
                  ? known
                      .map(({ type, count }) => `${texts.groups[type].toLowerCase()} (${count})`)
                      .join(', ') || text.nothingHere
                  : text.cannotSay
              }
            </dd>
          </div>`;
        })}
      </dl>
    </section>`;
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
    const { patient } = this.#life.state;
    const chosen = this.#chosenOf(this.#tabsNow);
    if (!patient || !chosen) return;
    const { language, texts } = this;
    const view = viewCockpit(chosen, language);
    printAlone(this, {
      title: texts.cockpit.title,
      content: html`<article class="frame printed">
        ${this.#who(patient, view, [])}
        <p class="seen">${texts.population.asOf(formatDate(this.#seen, language))}</p>
        ${this.#view({ view, outcomes: chosen, language, texts })}
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
    }).then((opened) => (this.journalFailed = !opened));
  }
}

type Chosen = readonly [PatientOutcome, ...PatientOutcome[]];

function isSome(outcomes: readonly PatientOutcome[]): outcomes is Chosen {
  return outcomes.length > 0;
}
