import { css } from 'lit';
import { cardStyles } from './card-styles.ts';
import { cellStyles, controlStyles } from './cell-styles.ts';
import { headerStyles } from './header-styles.ts';

/** Scroller, header and body, rows and their two halves. */
const frameStyles = css`
  :host {
    --o-row: max(28px, 1.75rem);
    --o-heads: 2.15rem;
    --o-groups: 1.7rem;
    position: relative;
    block-size: 100%;
    min-block-size: 12rem;
    background: var(--o-surface);
  }
  :host([density='compact']) {
    --o-row: max(25px, 1.5rem);
  }
  /* Whole pixels, where the browser can count them: else the lines between rows differ in weight. */
  @supports (block-size: round(up, 1rem, 1px)) {
    :host {
      --o-row: round(max(28px, 1.75rem), 1px);
      --o-heads: round(up, 2.15rem, 1px);
      --o-groups: round(up, 1.7rem, 1px);
    }
    :host([density='compact']) {
      --o-row: round(max(25px, 1.5rem), 1px);
    }
  }
  [hidden] {
    display: none !important;
  }
  .scroller {
    position: absolute;
    inset: 0;
    overflow: auto;
    overflow-anchor: none;
    overscroll-behavior: contain;
    scrollbar-gutter: stable;
  }
  /*
   * Head and rows stick to the view, and the rows are drawn where the bar says: however far and fast it is
   * moved, there is never a bare place under it.
   */
  .track {
    position: relative;
    min-inline-size: 100%;
    --o-edge: transparent;
  }
  .track.shifted {
    --o-edge: var(--o-line);
  }
  .head,
  .body {
    position: sticky;
    inset-inline-start: 0;
    inline-size: var(--o-view);
    overflow: clip;
  }
  .head {
    inset-block-start: 0;
    z-index: 2;
    background: var(--o-raised);
    border-block-end: 1px solid var(--o-line);
  }
  .body {
    inset-block-start: var(--o-header);
    block-size: var(--o-body);
    contain: strict;
  }
  /* The virtualizer gives it its place and size. */
  .canvas {
    will-change: transform;
  }
  .groups,
  .heads {
    position: relative;
    block-size: var(--o-heads);
    background: inherit;
    -webkit-user-select: none;
    user-select: none;
  }
  .groups {
    block-size: var(--o-groups);
  }
  .line {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    block-size: var(--o-row);
    border-block-end: 1px solid var(--o-line);
    background: var(--o-surface);
    contain: strict;
    cursor: default;
  }
  .pins {
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    z-index: 1;
    background: inherit;
    box-shadow: 1px 0 var(--o-edge);
  }
  .pins:dir(rtl) {
    box-shadow: -1px 0 var(--o-edge);
  }
  .rest {
    position: absolute;
    inset: 0;
  }
  .cell {
    position: absolute;
    inset-block: 0;
    display: flex;
    align-items: center;
    gap: 0.4rem;
    padding-inline: 0.7rem;
    overflow: hidden;
    contain: strict;
    white-space: nowrap;
  }
  .cell.end {
    justify-content: flex-end;
  }
  .cell:focus-visible,
  .cell :focus-visible {
    outline: var(--o-focus);
    outline-offset: -2px;
    border-radius: 3px;
  }

  .none {
    position: sticky;
    inset-inline-start: 0;
    inline-size: var(--o-view);
  }
  .sizer {
    position: absolute;
    inline-size: 14em;
    block-size: var(--o-row);
    visibility: hidden;
    pointer-events: none;
  }

  @media print {
    :host {
      display: none;
    }
  }
`;

/** A cell opened in place. */
const panelStyles = css`
  .panel {
    position: fixed;
    inset: auto;
    margin: 0;
    max-inline-size: min(34rem, 100vw - 8px);
    max-block-size: min(20rem, 60vh);
    overflow: auto;
    padding: 0.5rem 0.7rem;
    border: 1px solid var(--o-line-strong);
    border-radius: var(--o-radius-small);
    background: var(--o-surface);
    color: var(--o-text);
    box-shadow: 0 6px 24px rgb(0 0 0 / 0.18);
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .panel:focus-visible {
    outline: var(--o-focus);
    outline-offset: 0;
  }
  .panel p + p {
    margin-block-start: 0.25rem;
  }
`;

/** Last of all: what is told by background colours needs others in forced colours. */
const forcedColorStyles = css`
  @media (forced-colors: active) {
    .line.selected::after {
      content: '';
      position: absolute;
      inset: 0;
      z-index: 2;
      border: 2px solid Highlight;
      pointer-events: none;
    }
    .line.current::before,
    .drop-indicator {
      background: Highlight;
    }
    .check[aria-checked='true']::before,
    .check[aria-checked='mixed']::before {
      border-color: CanvasText;
    }
    .panel {
      border-color: CanvasText;
    }
  }
`;

export const gridStyles = [
  frameStyles,
  headerStyles,
  cellStyles,
  controlStyles,
  cardStyles,
  panelStyles,
  forcedColorStyles,
];
