import { css, html, nothing, type TemplateResult } from 'lit';
import { describeCut } from '../../../export/index.ts';
import type { ExportFormat, ExportRun } from '../../../model/index.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import type { HandedOver } from '../export-run.ts';
import type { Ui } from './ui.ts';

export interface ExportProps {
  readonly run: ExportRun;
  /** What became of the last file; undefined where there is none. */
  readonly handedOver: HandedOver | undefined;
  /** How many are shown, and how many of the chosen are on the list. */
  readonly shown: number;
  readonly chosen: number;
  /** What is asked for at first, where both can be. */
  readonly first: 'shown' | 'chosen';
  readonly start: (format: ExportFormat, which: 'shown' | 'chosen') => void;
  readonly ui: Ui;
}

/** The list as a file: which patients, which format; how far it has come, and what did not fit. */
export function exportPanel(props: ExportProps): TemplateResult {
  const { run, handedOver, shown, chosen, first, start, ui } = props;
  const { language, texts } = ui;
  const text = texts.export;
  const count = (value: number) => formatCount(value, language);
  const writing = run.state.phase === 'writing';
  // By clicks: a sandboxed frame may send no form, not even to itself.
  const write = (event: Event, format: ExportFormat) => {
    const { form } = event.currentTarget as HTMLButtonElement;
    const which = form && new FormData(form).get('which') === 'chosen' ? 'chosen' : 'shown';
    start(format, which);
  };
  const choice = (which: 'shown' | 'chosen', label: string) =>
    html`<label
      ><input type="radio" name="which" value=${which} ?checked=${which === first} />${label}</label
    >`;
  const button = (format: ExportFormat, label: string) =>
    html`<button
      type="button"
      class="button ${format === 'xlsx' ? 'primary' : ''}"
      value=${format}
      aria-disabled=${writing ? 'true' : 'false'}
      @click=${(event: Event) => write(event, format)}
    >
      ${label}
    </button>`;
  return html`<form class="export">
    <h3>${text.title}</h3>
    ${
      chosen > 0
        ? html`<fieldset class="choices">
            <legend>${texts.exportPanel.which}</legend>
            ${choice('shown', texts.exportPanel.rows(count(shown)))}
            ${choice('chosen', texts.exportPanel.selectedOnly(count(chosen)))}
          </fieldset>`
        : html`<p>${texts.exportPanel.rows(count(shown))}</p>`
    }
    <div class="buttons">
      ${button('xlsx', texts.exportPanel.xlsx)} ${button('csv', texts.exportPanel.csv)}
    </div>
    <div class="outcome" role="status">
      ${exportProgress({ run, handedOver, words: texts.exportPanel, ui })}
    </div>
    <p class="muted">${texts.exportPanel.hint}</p>
  </form>`;
}

export interface ExportProgressProps extends Pick<ExportProps, 'run' | 'handedOver' | 'ui'> {
  /** Where the window may save no files, and where that cannot be told: what to do instead. */
  readonly words: { readonly blocked: string; readonly unsure: string };
}

/** How far a file has come, what became of it, and what did not fit. */
export function exportProgress({
  run,
  handedOver,
  words,
  ui,
}: ExportProgressProps): TemplateResult | typeof nothing {
  const { language, texts } = ui;
  const text = texts.export;
  const { phase, done, all, cut } = run.state;
  const count = (value: number) => formatCount(value, language);
  switch (phase) {
    case 'idle':
      return nothing;
    case 'writing':
      return html`<progress aria-label=${text.title} max=${all || 1} value=${done}></progress>
        <p>${text.writing(count(done), count(all))}</p>
        <button type="button" class="button" @click=${() => run.cancel()}>
          ${texts.actions.cancel}
        </button>`;
    case 'done':
      if (handedOver === 'blocked') return html`<p class="notice">${words.blocked}</p>`;
      return html`<p>${texts.exportPanel.done(count(all - (cut?.rows ?? 0)))}</p>
        ${handedOver === 'unsure' ? html`<p class="muted">${words.unsure}</p>` : nothing}
        ${cut ? describeCut(cut, language).map((line) => html`<p class="notice">${line}</p>`) : nothing}`;
    default:
      return html`<p class="notice">${texts.exportPanel[phase]}</p>`;
  }
}

export const exportStyles = css`
  .export,
  .export .outcome {
    display: grid;
    gap: 0.6rem;
    justify-items: start;
  }
  .export .outcome,
  .export progress {
    inline-size: 100%;
  }
  .export .outcome:not(:has(*)) {
    display: none;
  }
`;
