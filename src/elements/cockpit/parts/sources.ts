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

/**
 * Draws where it all comes from: at once what is wrong with it, and one step away how fresh each source is. In a narrow
 * place that step has what else is known of the person, too.
 */
export function sourceLine({ sources, today, ui }: SourceProps): TemplateResult {
  const { texts } = ui;
  const text = texts.patientView;
  const told = sources.slice(0, mostSources);
  const wrong = told.filter(isWrong);
  const fine = told.filter((each) => !isWrong(each));
  const more = sources.length - told.length;
  const hasOthers = fine.length + more > 0;
  const list = (each: readonly SourceView[], beside: unknown = nothing) =>
    html`<ul class="sources" aria-label=${texts.common.sources}>
      ${each.map((source) => sourceItem(source, today, ui))} ${beside}
    </ul>`;
  return html`${wrong.length > 0 ? list(wrong) : nothing}
    <details class="all-sources ${hasOthers ? '' : 'only-facts'}">
      <summary>
        ${
          hasOthers
            ? html`<span class="in-full"
                >${wrong.length + more > 0 ? text.otherSources(fine.length + more) : text.sourcesFresh(fine.length)}</span
              >`
            : nothing
        }<span class="in-short"
          >${texts.common.more}<span class="visually-hidden">: ${text.aboutPerson}</span></span
        >
      </summary>
      ${
        hasOthers
          ? list(fine, more > 0 ? html`<li class="others">${text.moreSources(more)}</li>` : nothing)
          : nothing
      }
    </details>`;
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
    min-inline-size: 0;
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
  .all-sources .in-short {
    display: none;
  }
  @container cockpit (min-width: 56rem) {
    .all-sources[open] {
      flex-basis: 100%;
    }
    .all-sources.only-facts {
      display: none;
    }
  }
  @container cockpit (max-width: 55.99rem) {
    .all-sources .in-full {
      display: none;
    }
    .all-sources .in-short {
      display: inline;
    }
    .all-sources > summary {
      position: absolute;
      inset-block-start: 0;
      inset-inline-end: 0;
    }
    .about > .sources {
      row-gap: 0;
      padding-inline-end: 4.5rem;
      line-height: 1.3;
    }
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
