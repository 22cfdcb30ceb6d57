import { css } from 'lit';

/**
 * Of whom it is: at the head of what something is written in, and in sight however far that is scrolled. What it
 * stands in names its own padding, `--o-inset-block` and `--o-inset-inline`.
 */
export const whoseStyles = css`
  .whose {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    column-gap: 0.5em;
    position: sticky;
    inset-block-start: calc(-1 * var(--o-inset-block));
    z-index: 1;
    margin: calc(-1 * var(--o-inset-block)) calc(-1 * var(--o-inset-inline)) 0;
    padding: var(--o-inset-block) var(--o-inset-inline) 0.4rem;
    background: var(--o-surface);
  }
  .whose .muted {
    font-weight: 400;
    white-space: nowrap;
  }
`;
