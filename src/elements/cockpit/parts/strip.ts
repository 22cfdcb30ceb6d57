import { css, html, type TemplateResult } from 'lit';
import { longTitle, type Advice, type MarkerCounts } from '../../../model/index.ts';
import { cprNumber } from '../../shared/who.ts';
import { levelCounts, nameAndAge, wholeName, type PersonProps } from './person.ts';

/** Draws one line: who, how grave, and the first thing to know. */
export function strip(
  person: PersonProps,
  {
    counts,
    first,
  }: {
    /** Of all profiles. */
    readonly counts: MarkerCounts;
    /** The gravest marker that is set. */
    readonly first: Advice | undefined;
  },
): TemplateResult {
  const words = first
    ? [longTitle(first, person.ui.language), first.advice].filter(Boolean).join(': ')
    : '';
  return html`<div class="strip" part="strip">
    <strong title=${wholeName(person)}>${nameAndAge(person)}</strong>
    <span>${cprNumber(person)}</span>
    ${levelCounts(counts, person.ui)}
    <span class="first" title=${words}>${words}</span>
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
  /* Of a name without end the beginning; the number and how grave it is are never cut. */
  .strip strong {
    flex: 0 1 auto;
    min-width: 6rem;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .strip > span:not(.first) {
    flex: none;
  }
  .strip .first {
    flex: 1 1 auto;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    color: var(--o-text-muted);
  }
  /* Who it is and how grave is never cut: the rest goes to lines below. */
  @container cockpit (max-width: 36rem) {
    .strip {
      flex-wrap: wrap;
      row-gap: 0.2rem;
    }
    .strip .first:not(:empty) {
      flex-basis: 100%;
    }
  }
`;
