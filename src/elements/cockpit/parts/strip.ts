import { css, html, nothing, type TemplateResult } from 'lit';
import type { CockpitView } from '../../../model/index.ts';
import { cprNumber, levelCounts, nameAndAge, type PersonProps } from './person.ts';

/** Draws one line: who, how grave, and the first thing to know. */
export function strip(person: PersonProps, view: CockpitView | undefined): TemplateResult {
  const first = view?.advice[0];
  return html`<div class="strip" part="strip">
    <strong>${nameAndAge(person)}</strong>
    <span>${cprNumber(person)}</span>
    ${view ? levelCounts(view.advice, person.ui) : nothing}
    <span class="first"
      >${first?.truth === 'yes' ? [first.title, first.advice].filter(Boolean).join(': ') : ''}</span
    >
    <slot name="commands"></slot>
  </div>`;
}

export const stripStyles = css`
  .strip {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    padding: 0.3rem 0.75rem;
    overflow: hidden;
    white-space: nowrap;
  }
  .strip .first {
    flex: 1 1 auto;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    color: var(--o-text-muted);
  }
`;
