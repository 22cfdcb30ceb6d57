import { css } from 'lit';

/** Heads of columns and groups, and where a dragged column would stand. */
export const headerStyles = css`
  .groups .cell {
    padding-block-start: 0.2rem;
    font-size: var(--o-small);
    font-weight: 600;
    color: var(--o-text-muted);
  }
  /* Whole words, as many as there is room for: the others stand on a further line, which is not seen. */
  .groups .text {
    flex: auto;
    min-inline-size: 0;
    block-size: 1.4em;
    line-height: 1.4;
    overflow: clip;
    white-space: normal;
  }
  /* A first word that is too long goes there as well. */
  .groups .text::before {
    content: '';
    display: inline-block;
    inline-size: 1px;
    margin-inline-end: -1px;
  }
  .groups .first,
  .heads .first {
    border-inline-start: 1px solid var(--o-line);
  }
  .heads .cell {
    padding-block-end: 0.15rem;
    font-weight: 600;
    cursor: pointer;
  }
  .heads .cell:hover > .text {
    color: var(--o-accent);
  }
  .heads svg {
    flex: none;
  }
  .place {
    margin-inline-start: -0.25rem;
    font-size: var(--o-tiny);
    color: var(--o-text-muted);
  }
  /* It covers the end of the head when it is pointed at: heads need the room for their words. */
  .filter {
    position: absolute;
    /* Beside what is dragged. */
    inset-inline-end: 9px;
    display: inline-grid;
    place-items: center;
    min-inline-size: max(24px, 1.6rem);
    min-block-size: max(24px, 1.6rem);
    background: var(--o-raised);
    border-radius: var(--o-radius-small);
    color: var(--o-text-muted);
    opacity: 0;
  }
  .cell:hover > .filter,
  .cell:focus > .filter,
  .filter.on {
    opacity: 1;
  }
  .filter.on {
    color: var(--o-accent);
  }
  .heads .cell:has(> .filter.on) {
    padding-inline-end: calc(9px + max(24px, 1.6rem));
  }
  .filter.on path {
    fill: currentColor;
  }
  .filter:hover {
    background: var(--o-accent-soft);
    color: var(--o-accent);
  }
  @media (hover: none) {
    .filter {
      opacity: 1;
    }
  }
  .grip {
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0;
    inline-size: 9px;
    cursor: col-resize;
    touch-action: none;
  }
  .grip::after {
    content: '';
    position: absolute;
    inset-block: 22%;
    inset-inline-end: 1px;
    inline-size: 2px;
    border-radius: 1px;
    background: transparent;
  }
  /* A finger needs more room, and has none to spare for the words: it sorts and filters beside it. */
  @media (pointer: coarse) {
    .grip {
      inline-size: 24px;
    }
    .filter {
      inset-inline-end: 24px;
    }
  }
  .heads .cell:hover > .grip::after {
    background: var(--o-line-strong);
  }
  .heads .cell > .grip:hover::after {
    background: var(--o-accent);
  }
  .drop-indicator {
    position: absolute;
    inset-block: 0;
    z-index: 4;
    inline-size: 3px;
    margin-inline-start: -2px;
    background: var(--o-accent);
    pointer-events: none;
  }
`;
