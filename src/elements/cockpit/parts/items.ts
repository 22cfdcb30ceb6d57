import { css, html, nothing, type TemplateResult } from 'lit';
import type { CellView, CockpitItem, HistoryLine } from '../../../model/index.ts';
import { inDetails, type DrawList } from '../../shared/long-lists.ts';
import type { Texts } from '../ui.ts';

/** Draws one thing that the profile asks, and its answer. */
export function item({ title, cell, isMissed }: CockpitItem, texts: Texts): TemplateResult {
  return html`<div class="item" title=${cell.lines.join('\n')}>
    <dt>${title}</dt>
    <dd>
      ${cellContent(cell)}
      ${isMissed ? html`<span class="chip warning">${texts.patientView.missed}</span>` : nothing}
      ${cell.tone === 'unknown' ? cell.lines.map((line) => html`<p class="unknown-reason">${line}</p>`) : nothing}
    </dd>
  </div>`;
}

export function cellContent(
  { tone, parts }: CellView,
  strong = false,
): TemplateResult | typeof nothing {
  if (tone === 'not-asked') return html`<span class="missing">–</span>`;
  if (tone !== 'value')
    return html`<span class=${tone === 'missing' ? 'missing' : 'unknown-text'}
      >${parts[0]?.text}</span
    >`;
  return html`${parts.map(
    ({ text, unit, note }) =>
      html`<div>
        <span class=${strong ? 'value' : ''}><bdi>${text}</bdi></span
        >${unit ? html` <span class="of">${unit}</span>` : nothing}${note ? html`<span class="note">${note}</span>` : nothing}
      </div>`,
  )}`;
}

/** Draws one record; a letter can be opened. */
export function recordLine({ name, when, source, current, body }: HistoryLine): TemplateResult {
  const line = html`<bdi>${name}</bdi>
    <span class="muted">${[when, source].filter(Boolean).join(' · ')}</span>`;
  return html`<div class=${current || body ? '' : 'past'}>
    ${
      body
        ? html`<details class="letter">
            <summary>${line}</summary>
            <p>${body}</p>
          </details>`
        : line
    }
  </div>`;
}

/** Draws everything recorded of one type, behind a summary. */
export function history(
  lines: readonly HistoryLine[],
  list: DrawList,
  texts: Texts,
): TemplateResult | typeof nothing {
  if (lines.length === 0) return nothing;
  const label = texts.patientView.everything(lines.length);
  return html`<details class="history">
    <summary>${label}</summary>
    ${inDetails(list, { items: lines, content: recordLine, className: 'lines', label, focusable: true })}
  </details>`;
}

export const itemStyles = css`
  .items {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.4rem;
  }
  .item {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
    align-items: baseline;
  }
  .item dt,
  .item dd {
    max-width: 100%;
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  .item dd {
    margin-inline-start: auto;
    text-align: end;
  }
  .item .note {
    margin-inline-start: 0.35em;
    font-size: var(--o-small);
    color: var(--o-text-muted);
  }
  .item .all {
    grid-column: 1 / -1;
    margin: 0;
    text-align: start;
  }
  .item .unit {
    display: block;
    font-size: var(--o-small);
    font-weight: 400;
    color: var(--o-text-muted);
  }
  .item .value {
    font-weight: 650;
  }
  .absent {
    overflow-wrap: anywhere;
  }
  .items + .absent {
    margin-block-start: 0.4rem;
  }
  .latest li {
    padding-block: 0.1rem;
  }
  .letter p {
    max-width: 60ch;
    padding: 0.35rem 0 0.6rem;
    white-space: pre-line;
  }
  section.part .letter > summary {
    width: auto;
    font-size: 1em;
    color: inherit;
  }
`;
