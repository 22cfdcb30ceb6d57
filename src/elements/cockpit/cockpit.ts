import { html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import {
  PatientModel,
  completedYears,
  formatCpr,
  formatDate,
  formatNumber,
  formatUpdated,
  profileTabs,
  textIn,
  timelineYears,
  viewCockpit,
  type CellView,
  type CockpitItem,
  type CockpitSection,
  type CockpitView,
  type MarkerView,
  type Patient,
  type WhyNode,
  type PatientOutcome,
  type ProfileTab,
} from '../../model/index.ts';
import { controls } from '../../ui/controls.ts';
import { icons } from '../../ui/icons.ts';
import { sparkline } from '../../ui/sparkline.ts';
import { theme } from '../../ui/theme.ts';
import { timeline } from '../../ui/timeline.ts';
import { OverblikElement } from '../element.ts';
import { ModelLife } from '../model-life.ts';
import { face, problemNotice, profileErrorsNotice } from '../notices.ts';
import { openJournal } from '../open-journal.ts';
import { cockpitStyles } from './styles.ts';

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
 * @csspart section - One data type.
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

  /** Id of the profile to see the patient through. Default: the first one. */
  @property({ attribute: 'profile-id', reflect: true }) profileId: string | undefined;

  @state() private journalFailed = false;

  readonly #life = new ModelLife(
    this,
    (options) => new PatientModel(options),
    () => ({
      adapter: this.adapter,
      profiles: this.profiles,
      patientId: this.patientId,
      asOf: this.date,
    }),
  );

  /** Fetches the patient again. */
  async reload(): Promise<void> {
    await this.#life.retry();
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
      ${patient ? this.#patient(patient.patient, retry) : nothing}
    </article>`;
  }

  #patient(patient: Patient, retry: () => void): TemplateResult {
    const { texts, language } = this;
    const loaded = this.#life.state;
    const { outcomes, problems } = loaded;
    const tabs = profileTabs(outcomes, this.profileId, language);
    const outcome = this.#chosenOf(tabs);
    return html`${this.#who(patient)} ${problemNotice(problems, language, texts, retry)}
    ${
      this.journalFailed
        ? html`<div class="notice critical" role="alert" part="notice">
            ${texts.states.journalFailed}
          </div>`
        : nothing
    }
    ${
      tabs.length > 1
        ? html`<div class="tabs" role="tablist" aria-label=${texts.cockpit.chooseProfile}>
            ${tabs.map(
              ({ id, title, outcome: own, count, level }) =>
                html`<button
                  type="button"
                  role="tab"
                  aria-selected=${own === outcome ? 'true' : 'false'}
                  @click=${() => (this.profileId = id)}
                >
                  ${title}
                  ${
                    level
                      ? html`<span class="count ${level}" title=${texts.cockpit.markers(count)}
                          >${count}</span
                        >`
                      : nothing
                  }
                </button>`,
            )}
          </div>`
        : nothing
    }
    ${outcome ? this.#view(viewCockpit(outcome, language)) : nothing}`;
  }

  /** The profile that was chosen; else the one that asks for most attention. */
  #chosenOf(tabs: readonly ProfileTab[]): PatientOutcome | undefined {
    const { outcomes } = this.#life.state;
    const chosen = tabs.find(({ id }) => id === this.profileId) ?? tabs[0];
    return chosen?.outcome ?? outcomes[0];
  }

  #who(patient: Patient): TemplateResult {
    const { texts, language, date } = this;
    const name = patient.name || texts.population.noName;
    const age =
      patient.birthDate === undefined
        ? texts.patient.unknownAge
        : texts.patient.age(completedYears(patient.birthDate, date));
    const facts = [
      patient.sex ? texts.patient.sex[patient.sex] : undefined,
      [patient.address, patient.city].filter(Boolean).join(', '),
      patient.insuranceGroup ? texts.patient.insuranceGroup(patient.insuranceGroup) : undefined,
      patient.practitioner ? texts.patient.practitioner(patient.practitioner) : undefined,
      patient.deceased ? texts.patient.deceased(formatDate(patient.deceased, language)) : undefined,
    ].filter(Boolean);
    const mayOpen = this.#life.state.description?.may?.openJournal !== false;
    const cpr = patient.cpr === undefined ? texts.population.noCpr : formatCpr(patient.cpr);
    const open = () => this.#open(patient);
    return html`<header class="who" part="who">
      <div class="top">
        <h2><bdi>${name}</bdi>, ${age}</h2>
        <div class="commands">
          ${
            mayOpen
              ? html`<button type="button" class="button" @click=${open}>
                  ${texts.cockpit.openJournal}${icons.open()}
                </button>`
              : nothing
          }
          <slot name="commands"></slot>
        </div>
      </div>
      <p>
        ${
          mayOpen
            ? html`<button
                type="button"
                class="link"
                aria-label="${cpr}, ${texts.population.openJournal(name)}"
                @click=${open}
              >
                ${cpr}
              </button>`
            : cpr
        }
        ${facts.map((fact) => html` · <bdi>${fact}</bdi>`)}
      </p>
      ${this.#sources()}
    </header>`;
  }

  #sources(): TemplateResult | typeof nothing {
    const { texts, language, date } = this;
    const loaded = this.#life.state;
    const sources = loaded.description?.sources ?? [];
    if (sources.length === 0) return nothing;
    return html`<ul class="sources" aria-label=${texts.cockpit.sources}>
      ${sources.map(
        ({ title, available, updated }) =>
          html`<li class=${available ? '' : 'gone'}>
            <strong>${textIn(title, language)}</strong>
            ${
              available
                ? updated
                  ? formatUpdated(updated, date, language)
                  : nothing
                : texts.cockpit.sourceMissing
            }
          </li>`,
      )}
    </ul>`;
  }

  #view(view: CockpitView): TemplateResult {
    const sections = new Map(view.sections.map((section) => [section.type, section]));
    const section = (type: CockpitSection['type']) => {
      const found = sections.get(type);
      return found ? this.#section(found, view) : nothing;
    };
    return html`<div class="parts">
      <div class="column">${this.#advice(view)} ${this.#why(view)}</div>
      <div class="column">
        ${section('medication')} ${section('result')} ${section('diagnosis')}
      </div>
      <div class="column">
        ${section('service')} ${section('appointment')} ${section('referral')}
      </div>
    </div>`;
  }

  #advice({ markers, why, title, version }: CockpitView): TemplateResult {
    const text = this.texts.cockpit;
    const none =
      why.truth === 'yes'
        ? text.noMarkers
        : why.truth === 'no'
          ? text.notMember
          : text.undecidedMember;
    return html`<section class="part" part="advice">
      <h3>${text.needToKnow}<span class="muted">${text.byProfile(title, version)}</span></h3>
      ${
        markers.length === 0
          ? html`<p class="muted">${none}</p>`
          : html`<ul class="advice">
              ${markers.map((marker) => this.#adviceCard(marker))}
            </ul>`
      }
    </section>`;
  }

  #adviceCard({
    level,
    truth,
    title,
    length,
    advice,
    grounds,
    source,
  }: MarkerView): TemplateResult {
    const text = this.texts.cockpit;
    return html`<li class=${truth === 'yes' ? level : 'unknown'}>
      <p class="title">
        ${truth === 'yes' ? icons[level]() : icons.undecided()}
        <span
          >${title}${length ? `, ${length}` : ''}${truth === 'unknown' ? `: ${text.undecided}` : ''}</span
        >
      </p>
      ${grounds.length > 0 ? html`<p>${grounds.join('. ')}.</p>` : nothing}
      ${truth === 'yes' && advice ? html`<p>${advice}.</p>` : nothing}
      ${source ? html`<p class="source">${text.source}: ${source}</p>` : nothing}
    </li>`;
  }

  #why({ why }: CockpitView): TemplateResult {
    const text = this.texts.cockpit;
    const title =
      why.truth === 'yes' ? text.why : why.truth === 'no' ? text.whyNot : text.whyUnknown;
    return html`<section class="part why" part="why">
      <h3>${title}</h3>
      ${why.out ? html`<p>${text.out[why.out]}</p>` : nothing}
      ${why.doubts.map((doubt) => html`<p class="doubts">${doubt}</p>`)}
      ${why.exclude ? html`<h4>${text.inclusion}</h4>` : nothing} ${this.#whyNode(why.include)}
      ${
        why.exclude
          ? html`<h4>${text.exclusion}</h4>
              ${this.#whyNode(why.exclude)}`
          : nothing
      }
    </section>`;
  }

  #whyNode({ text, truth, records, doubts, branches }: WhyNode): TemplateResult {
    const words = this.texts.cockpit;
    const answer = truth === 'yes' ? words.met : truth === 'no' ? words.unmet : words.undecided;
    const icon = truth === 'yes' ? icons.met() : truth === 'no' ? icons.unmet() : icons.undecided();
    return html`<div class="node ${truth}">
        ${icon}
        <div>
          ${records.map((record) => html`<span class="proof">${record}</span>`)}
          <span class=${records.length > 0 ? 'muted' : ''}>${text}</span>
          <span class=${truth === 'yes' ? 'visually-hidden' : 'answer'}> · ${answer}</span>
          ${doubts.map((doubt) => html`<p class="doubts">${doubt}</p>`)}
        </div>
      </div>
      ${
        branches.length > 0
          ? html`<ul>
              ${branches.map((branch) => html`<li>${this.#whyNode(branch)}</li>`)}
            </ul>`
          : nothing
      }`;
  }

  #section({ type, items }: CockpitSection, view: CockpitView): TemplateResult {
    const { texts } = this;
    const lines = type === 'medication' ? this.#timeline(view) : nothing;
    return html`<section class="part" part="section">
      <h3>${texts.groups[type]}</h3>
      ${lines}
      ${
        items.length === 0
          ? html`<p class="muted">${texts.cockpit.nothingAsked}</p>`
          : html`<dl class="items">
              ${items.map((item) => (type === 'result' ? this.#result(item) : this.#item(item)))}
            </dl>`
      }
    </section>`;
  }

  #item({ title, cell }: CockpitItem): TemplateResult {
    return html`<div class="item" title=${cell.lines.join('\n')}>
      <dt>${title}</dt>
      <dd>
        ${this.#cellWords(cell)}
        ${cell.tone === 'unknown' ? cell.lines.map((line) => html`<p class="doubts">${line}</p>`) : nothing}
      </dd>
    </div>`;
  }

  #result({ title, cell, unit, low, high }: CockpitItem): TemplateResult {
    const { language, texts } = this;
    const { trend } = cell;
    const last = trend?.at(-1)?.value;
    const outside =
      last !== undefined &&
      ((low !== undefined && last < low) || (high !== undefined && last > high));
    const number = (value: number | undefined) =>
      value === undefined ? '' : formatNumber(value, language);
    const interval =
      low === undefined && high === undefined
        ? ''
        : texts.cockpit.reference(number(low), number(high));
    return html`<div class="item result" title=${cell.lines.join('\n')}>
      <dt>
        ${title}
        ${unit ? html`<span class="unit">${unit}${interval ? html`, ${interval}` : nothing}</span>` : nothing}
      </dt>
      <dd>
        ${
          trend
            ? sparkline(
                trend.map(({ date, value }) => ({ x: Date.parse(date), y: value })),
                { width: 96, height: 26 },
              )
            : nothing
        }
        ${
          trend && trend.length > 1
            ? html`<span class="visually-hidden"
                >${texts.cockpit.trendSummary(
                  title,
                  trend
                    .map(({ date, value }) => `${formatDate(date, language)} ${number(value)}`)
                    .join(', '),
                )}</span
              >`
            : nothing
        }
      </dd>
      <dd class=${outside ? 'outside' : ''}>${this.#cellWords(cell, true)}</dd>
    </div>`;
  }

  #cellWords({ tone, parts }: CellView, strong = false): TemplateResult | typeof nothing {
    if (tone === 'not-asked') return html`<span class="missing">–</span>`;
    if (tone !== 'value')
      return html`<span class=${tone === 'missing' ? 'missing' : 'unknown-text'}
        >${parts[0]?.text}</span
      >`;
    return html`${parts.map(
      ({ text, note }) =>
        html`<div>
          <span class=${strong ? 'value' : ''}>${text}</span>${
            note ? html`<span class="note">${note}</span>` : nothing
          }
        </div>`,
    )}`;
  }

  #timeline({ timeline: { rows } }: CockpitView): TemplateResult | typeof nothing {
    const year = Number(this.date.slice(0, 4));
    const end = Date.parse(this.date);
    const start = Date.parse(`${year - timelineYears}${this.date.slice(4)}`);
    const years = Array.from(
      { length: timelineYears },
      (_, index) => year - timelineYears + 1 + index,
    );
    return timeline(
      rows.slice(0, 9).map(({ name, level, active, spans, words }) => ({
        name,
        tone: level ?? (active ? 'plain' : 'past'),
        words,
        bars: spans.map(({ from, to }) => ({
          from: Date.parse(from),
          to: to === undefined ? end : Date.parse(to),
        })),
      })),
      years.map((each) => ({ at: Date.parse(`${each}-01-01`), label: String(each) })),
      start,
      end,
    );
  }

  #open(patient: Patient): void {
    this.journalFailed = false;
    const tabs = profileTabs(this.#life.state.outcomes, this.profileId, this.language);
    const profile = this.#chosenOf(tabs)?.profile;
    void openJournal(this, this.adapter, patient, {
      from: 'cockpit',
      ...(profile ? { profile: { id: profile.id, version: profile.version } } : {}),
    }).then((opened) => (this.journalFailed = !opened));
  }
}
