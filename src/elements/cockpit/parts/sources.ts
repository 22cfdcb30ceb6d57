import { css, html, nothing, type TemplateResult } from 'lit';
import { formatUpdated, type SourceView } from '../../../model/index.ts';
import type { Ui } from '../ui.ts';

export interface SourceProps {
  readonly sources: readonly SourceView[];
  /** `YYYY-MM-DD`. */
  readonly today: string;
  readonly ui: Ui;
}

/** So many sources are told. */
export const mostSources = 40;

/** Draws where it all comes from: at once what is wrong with it, and one step away how fresh each source is. */
export function sourceLine({ sources, today, ui }: SourceProps): TemplateResult | typeof nothing {
  if (sources.length === 0) return nothing;
  const { texts } = ui;
  const text = texts.patientView;
  const told = sources.slice(0, mostSources);
  const wrong = told.filter(isWrong);
  const fine = told.filter((each) => !isWrong(each));
  const more = sources.length - told.length;
  const list = (each: readonly SourceView[], beside: unknown = nothing) =>
    html`<ul class="sources" aria-label=${texts.common.sources}>
      ${each.map((source) => sourceItem(source, today, ui))} ${beside}
    </ul>`;
  return html`${wrong.length > 0 ? list(wrong) : nothing}
  ${
    fine.length > 0 || more > 0
      ? html`<details class="all-sources">
          <summary>
            ${wrong.length + more > 0 ? text.otherSources(fine.length + more) : text.sourcesFresh(fine.length)}
          </summary>
          ${list(fine, more > 0 ? html`<li class="others">${text.moreSources(more)}</li>` : nothing)}
        </details>`
      : nothing
  }`;
}

/** Nobody may take for complete what is behind, cannot be reached, or does not say how fresh it is. */
function isWrong({ available, stale, age }: SourceView): boolean {
  return !available || stale || age === undefined;
}

function sourceItem(
  { title, available, stale, age, updated, gives }: SourceView,
  today: string,
  { language, texts }: Ui,
): TemplateResult {
  const text = texts.patientView;
  return html`<li class=${available ? (stale ? 'stale' : '') : 'gone'} title=${title}>
    <strong>${title}</strong>
    ${
      available
        ? stale && age !== undefined
          ? text.daysOld(age)
          : updated && formatUpdated(updated, today, language)
        : gives
          ? text.unavailable(gives)
          : text.cannotSay
    }
  </li>`;
}

export const sourceStyles = css`
  .sources {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1rem 0.9rem;
    margin-block-start: 0.35rem;
    overflow-wrap: anywhere;
    font-size: var(--o-small);
    color: var(--o-text-muted);
  }
  /* What a source says of itself may be of any length. */
  .sources li {
    max-block-size: 4lh;
    overflow: hidden;
  }
  .sources li::before {
    content: '';
    display: inline-block;
    width: 0.55em;
    height: 0.55em;
    margin-inline-end: 0.4em;
    border-radius: 50%;
    background: var(--o-good);
  }
  .sources .stale::before {
    background: var(--o-warning-mark);
  }
  .sources .others::before {
    display: none;
  }
  .sources .gone::before {
    border: 1.5px solid var(--o-text-muted);
    background: none;
  }
  .by-source .item {
    flex-wrap: nowrap;
  }
  .by-source dt {
    flex: 0 0 10.5em;
  }
  .by-source dd {
    flex: 1;
    margin: 0;
    text-align: start;
  }
  @media (forced-colors: active) {
    .sources li:not(.gone)::before {
      border: 0.3em solid CanvasText;
    }
  }
`;
