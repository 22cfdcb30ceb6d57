import { css, html, nothing, type TemplateResult } from 'lit';
import { property, state } from 'lit/decorators.js';
import { uisOf } from '../../elements/shared/context.ts';
import { OverblikElement } from '../../elements/shared/element.ts';
import { emit } from '../../elements/shared/events.ts';
import { handOver } from '../../elements/shared/hand-over.ts';
import { isoNow } from '../../elements/shared/now.ts';
import { conformanceTexts } from '../../i18n/texts/conformance.ts';
import { controls } from '../../ui/controls.ts';
import { theme } from '../../ui/theme.ts';
import type { ActionPermission, ConformanceLimits, ConformanceProgress } from '../options.ts';
import { reportHtml } from '../report/html.ts';
import { protocolHtml } from '../report/protocol.ts';
import { runConformance } from '../run.ts';
import {
  areas,
  requirementResults,
  type ConformanceReport,
  type RequirementOutcome,
  type RequirementResult,
} from '../types.ts';

/** A text in which a name between backticks is drawn as code. */
function prose(text: string): readonly (string | TemplateResult)[] {
  return text
    .split(/`([^`]+)`/)
    .map((part, index) => (index % 2 === 0 ? part : html`<code>${part}</code>`));
}

const conformanceUis = uisOf({ conformance: conformanceTexts });

/** What a run came to. No patient data. */
export interface ConformanceDetail {
  readonly report: ConformanceReport;
}

declare global {
  interface HTMLElementTagNameMap {
    'overblik-conformance': OverblikConformance;
  }
  interface HTMLElementEventMap {
    'overblik-conformance': CustomEvent<ConformanceDetail>;
  }
}

/**
 * The conformance kit, opened in the host itself: runs against the adapter that the host gives, shows what each
 * requirement came to, and saves the report and the test protocol. It reads; what it may do besides is ticked by whoever
 * runs it, or given by the host. An entry of its own registers it: `overblik/conformance/element`.
 *
 * @tagname overblik-conformance
 * @fires {CustomEvent<ConformanceDetail>} overblik-conformance - A run has ended.
 * @fires {CustomEvent<ExportDetail>} overblik-export - A file was written: cancel it to take it yourself; otherwise the
 *   browser saves it.
 * @fires {CustomEvent<ProblemDetail>} overblik-problem - Something is wrong with the adapter or its data: names and
 *   places alone.
 * @csspart results - The requirements and what they came to.
 */
export class OverblikConformance extends OverblikElement<'conformance'> {
  static override styles = [
    theme,
    controls,
    css`
      :host {
        display: block;
        padding: 1rem;
        background: var(--o-surface);
        color: var(--o-text);
      }
      h2 {
        margin: 0 0 0.25rem;
        font-size: 1.2em;
      }
      h3 {
        margin: 1.2rem 0 0.3rem;
        font-size: 1em;
      }
      p {
        margin: 0.3rem 0;
      }
      .bar {
        display: flex;
        flex-wrap: wrap;
        gap: 0.6rem 1rem;
        align-items: center;
        margin: 0.8rem 0;
      }
      .bar label {
        display: inline-flex;
        gap: 0.4em;
        align-items: center;
        min-height: 24px;
      }
      dl {
        display: grid;
        grid-template-columns: max-content 1fr;
        gap: 0.15rem 0.6rem;
        margin: 0.3rem 0;
      }
      dt {
        color: var(--o-text-muted);
      }
      dd {
        margin: 0;
        overflow-wrap: anywhere;
      }
      .muted {
        color: var(--o-text-muted);
      }
      .bar select {
        min-height: 24px;
      }
      progress {
        inline-size: 16rem;
        max-inline-size: 100%;
        accent-color: var(--o-accent);
      }
      ol {
        margin: 0;
        padding: 0;
        list-style: none;
      }
      li.requirement {
        display: grid;
        grid-template-columns: 5.5em 5.5em 1fr max-content;
        gap: 0.2rem 0.6rem;
        padding: 0.35rem 0;
        border-block-start: 1px solid var(--o-line);
        overflow-wrap: anywhere;
      }
      li.requirement > .more {
        grid-column: 3 / -1;
      }
      .id {
        font-variant-numeric: tabular-nums;
      }
      .result {
        font-weight: 600;
      }
      .pass {
        color: var(--o-good);
      }
      .fail,
      .error {
        color: var(--o-critical);
      }
      .skip {
        color: var(--o-warning);
      }
      .omit {
        color: var(--o-text-muted);
      }
      @container (width < 30rem) {
        li.requirement {
          grid-template-columns: 1fr max-content;
        }
        li.requirement > .words,
        li.requirement > .more {
          grid-column: 1 / -1;
        }
      }
      @media print {
        .bar {
          display: none;
        }
        li.requirement {
          break-inside: avoid;
        }
      }
    `,
  ];

  protected override readonly uis = conformanceUis;

  /** Which actions may be run, and for whom, as the kit has it (`ConformanceOptions.actions`). Default: none. */
  @property({ attribute: false }) actions: ActionPermission | undefined;

  /** What performance is held against, where that is another than usual (`ConformanceOptions.limits`). */
  @property({ attribute: false }) limits: Partial<ConformanceLimits> | undefined;

  /** The report of a run before, which the report that is saved is compared with. */
  @property({ attribute: false }) previous: ConformanceReport | undefined;

  /** Version of the library, for the report. */
  @property({ reflect: true }) version: string | undefined;

  /** What the last run came to. */
  @state() report: ConformanceReport | undefined;

  @state() private progress: ConformanceProgress | undefined;
  @state() private failed = false;
  @state() private blocked = false;
  @state() private shown: RequirementResult | 'all' = 'fail';
  @state() private writes = false;
  @state() private opens = false;
  #run: AbortController | undefined;

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stop();
  }

  /** Runs the kit, as the button does. Resolves with the report; undefined where it could not be finished. */
  async run(): Promise<ConformanceReport | undefined> {
    if (this.#run || !this.adapter) return undefined;
    const run = new AbortController();
    this.#run = run;
    this.failed = false;
    this.blocked = false;
    this.progress = { done: 0, of: 0 };
    try {
      const report = await runConformance(
        this.adapter,
        {
          asOf: this.date,
          profiles: this.profiles,
          writes: this.writes,
          openJournal: this.opens,
          started: isoNow(),
          ...(this.failureHandler ? { onFailure: this.failureHandler } : {}),
          onProgress: (progress) => void (this.progress = progress),
          ...(this.actions ? { actions: this.actions } : {}),
          ...(this.limits ? { limits: this.limits } : {}),
          ...(this.deadline === undefined ? {} : { deadline: this.deadline }),
          ...(this.version === undefined ? {} : { version: this.version }),
        },
        run.signal,
      );
      this.report = report;
      this.shown = report.summary.ok ? 'all' : 'fail';
      emit(this, 'overblik-conformance', { report });
      return report;
    } catch {
      // What was thrown may be the host's: that it failed is all that is said.
      this.failed = true;
      return undefined;
    } finally {
      this.#run = undefined;
      this.progress = undefined;
    }
  }

  /** Breaks a run off: what it has found until then is shown. */
  stop(): void {
    this.#run?.abort();
  }

  protected override render(): TemplateResult {
    const text = this.ui.texts.conformance;
    return html`<section aria-labelledby="title">
      <h2 id="title">${text.title}</h2>
      <p class="muted">${text.lead}</p>
      ${this.adapter ? this.#bar() : html`<p role="status">${text.noAdapter}</p>`}
      <div role="status">${this.#state()}</div>
      ${this.report ? this.#results(this.report) : nothing}
    </section>`;
  }

  #bar(): TemplateResult {
    const text = this.ui.texts.conformance;
    const isRunning = this.progress !== undefined;
    return html`<div class="bar">
      ${
        isRunning
          ? html`<button type="button" class="button" @click=${this.#onStop}>${text.stop}</button>`
          : html`<button type="button" class="button primary" @click=${this.#onRun}>
              ${text.run}
            </button>`
      }
      <label
        ><input
          type="checkbox"
          .checked=${this.writes}
          ?disabled=${isRunning}
          @change=${this.#onWrites}
        />${text.writes}</label
      >
      <label
        ><input
          type="checkbox"
          .checked=${this.opens}
          ?disabled=${isRunning}
          @change=${this.#onOpens}
        />${text.openJournal}</label
      >
    </div>`;
  }

  #state(): TemplateResult | typeof nothing {
    const text = this.ui.texts.conformance;
    if (this.progress) {
      const { done, of, id, patients } = this.progress;
      const words = [
        text.progress(String(done), String(of)),
        ...(id === undefined ? [] : [id]),
        ...(patients === undefined ? [] : [text.patients(String(patients))]),
      ].join(' · ');
      return html`<progress
          max=${Math.max(1, of)}
          value=${done}
          aria-label=${text.title}
        ></progress>
        <p>${words}</p>`;
    }
    if (this.failed) return html`<p class="result fail">${text.failed}</p>`;
    if (!this.report) return nothing;
    const { ok, shall } = this.report.summary;
    return html`<p class="result ${ok ? 'pass' : 'fail'}">
        ${ok ? text.ok : text.notOk(String(shall.fail + shall.error))}
      </p>
      ${this.blocked ? html`<p class="result fail">${text.blocked}</p>` : nothing}`;
  }

  #results(report: ConformanceReport): TemplateResult {
    const text = this.ui.texts.conformance;
    const wanted = report.results.filter(
      ({ result }) => this.shown === 'all' || result === this.shown,
    );
    const count = (result: RequirementResult) =>
      report.results.filter((each) => each.result === result).length;
    return html`<div class="bar">
        <label
          >${text.shown}
          <select .value=${this.shown} @change=${this.#onShown}>
            <option value="all" ?selected=${this.shown === 'all'}>
              ${text.all} (${report.results.length})
            </option>
            ${requirementResults.map(
              (result) =>
                html`<option value=${result} ?selected=${this.shown === result}>
                  ${text.results[result]} (${count(result)})
                </option>`,
            )}
          </select></label
        >
        <button type="button" class="button" @click=${this.#onSaveHtml}>${text.saveHtml}</button>
        <button type="button" class="button" @click=${this.#onSaveJson}>${text.saveJson}</button>
        <button type="button" class="button" @click=${this.#onSaveProtocol}>
          ${text.saveProtocol}
        </button>
      </div>
      ${
        wanted.some(({ findings }) => findings.length > 0)
          ? html`<p class="muted">${text.forDeveloper}</p>`
          : nothing
      }
      <div part="results">
        ${areas.map((area) => {
          const own = wanted.filter((each) => each.area === area);
          return own.length === 0
            ? nothing
            : html`<h3>${text.areas[area]}</h3>
                <ol>
                  ${own.map((each) => this.#requirement(each))}
                </ol>`;
        })}
      </div>`;
  }

  #requirement(outcome: RequirementOutcome): TemplateResult {
    const text = this.ui.texts.conformance;
    const { id, level, title, result, why, findings, figures } = outcome;
    return html`<li class="requirement">
      <span class="id">${id}</span><span class="muted">${level}</span
      ><span class="words">${title[this.language]}</span
      ><span class="result ${result}">${text.results[result]}</span>
      ${
        why === undefined && findings.length + figures.length === 0
          ? nothing
          : html`<div class="more" lang="en">
              ${why === undefined ? nothing : html`<p class="muted">${prose(why)}</p>`}
              ${findings.map(
                ({ seen, where, fix }) =>
                  html`<dl>
                    <dt lang=${this.language}>${text.seen}</dt>
                    <dd>${prose(seen)}</dd>
                    <dt lang=${this.language}>${text.where}</dt>
                    <dd>${prose(where)}</dd>
                    <dt lang=${this.language}>${text.fix}</dt>
                    <dd>${prose(fix)}</dd>
                  </dl>`,
              )}
              ${figures.map(
                ({ name, value, unit, limit }) =>
                  html`<p class="muted">
                    ${name}: ${value} ${unit ?? ''}${limit === undefined ? '' : ` / ${limit}`}
                  </p>`,
              )}
            </div>`
      }
    </li>`;
  }

  readonly #onRun = (): void => void this.run();
  readonly #onStop = (): void => this.stop();
  readonly #onWrites = (event: Event): void => {
    this.writes = (event.target as HTMLInputElement).checked;
  };
  readonly #onOpens = (event: Event): void => {
    this.opens = (event.target as HTMLInputElement).checked;
  };
  readonly #onShown = (event: Event): void => {
    this.shown = (event.target as HTMLSelectElement).value as RequirementResult | 'all';
  };

  readonly #onSaveHtml = (): void =>
    this.#save('html', (report) => reportHtml(report, { previous: this.previous }));
  readonly #onSaveJson = (): void =>
    this.#save('json', (report) => `${JSON.stringify(report, null, 2)}\n`);
  readonly #onSaveProtocol = (): void =>
    this.#save('html', (report) => protocolHtml(report, this.language), 'protocol');

  #save(
    kind: 'html' | 'json',
    write: (report: ConformanceReport) => string,
    what = 'conformance',
  ): void {
    if (!this.report) return;
    const type = kind === 'html' ? 'text/html;charset=utf-8' : 'application/json';
    const file = new Blob([write(this.report)], { type });
    const name = `overblik-${what} ${this.report.asOf}.${kind}`;
    this.blocked = handOver(this, { file, name }) === 'blocked';
  }
}
