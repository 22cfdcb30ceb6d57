import { css } from 'lit';

export const gridStyles = css`
  :host {
    /* Whole pixels: else the lines between rows differ in weight. */
    --o-row: round(up, 2.25rem, 1px);
    position: relative;
    block-size: 100%;
    min-block-size: 12rem;
    background: var(--o-surface);
  }
  :host([density='compact']) {
    --o-row: round(up, 1.875rem, 1px);
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
    inset-block-start: var(--o-head);
    block-size: var(--o-body);
    contain: strict;
  }
  .canvas {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    will-change: transform;
  }
  .groups,
  .heads {
    position: relative;
    block-size: round(up, 2.15rem, 1px);
    background: inherit;
    user-select: none;
  }
  .groups {
    block-size: round(up, 1.7rem, 1px);
  }
  .line {
    position: absolute;
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
    inline-size: var(--o-pinned);
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

  .groups .cell {
    padding-block-start: 0.2rem;
    font-size: var(--o-small);
    font-weight: 600;
    color: var(--o-text-muted);
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
    inset-inline-end: 0.3rem;
    display: inline-flex;
    padding: 0.3rem;
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
  .heads .cell:hover > .grip::after {
    background: var(--o-line-strong);
  }
  .heads .cell > .grip:hover::after {
    background: var(--o-accent);
  }
  .mark {
    position: absolute;
    inset-block: 0;
    z-index: 4;
    inline-size: 3px;
    margin-inline-start: -2px;
    background: var(--o-accent);
    pointer-events: none;
  }

  .line:hover {
    background: var(--o-hover);
  }
  .line.selected,
  .line.current {
    background: var(--o-accent-soft);
  }
  .line.current::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    z-index: 2;
    inline-size: 3px;
    background: var(--o-accent);
  }
  .line.done .text,
  .line.dead .text {
    color: var(--o-text-muted);
  }
  .struck .text {
    text-decoration: line-through;
  }
  /* One box less to lay out, in each of hundreds of cells. */
  .part {
    display: contents;
  }
  .part + .part::before {
    content: '·';
    color: var(--o-text-muted);
  }
  .text,
  .words {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  /* A number is never cut: half of it reads as another number. Its note gives way. */
  .strong {
    flex: none;
    max-inline-size: 100%;
    font-weight: 650;
  }
  .note {
    flex: none;
    color: var(--o-text-muted);
  }
  .strong + .note {
    flex: 0 1 auto;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  /* The first, which is the gravest, gives way last. */
  .line .chip {
    flex: 0 1000000 auto;
    min-inline-size: 1.7rem;
    overflow: hidden;
  }
  .line .chip:first-child {
    flex-shrink: 1;
  }
  .chip svg {
    flex: none;
  }
  .chip.good {
    background: color-mix(in srgb, var(--o-good) 12%, var(--o-surface));
    color: var(--o-good);
  }
  .chip.plain {
    border-color: var(--o-line);
    background: var(--o-raised);
    color: var(--o-text-muted);
  }
  .count {
    flex: none;
    color: var(--o-text-muted);
    font-size: var(--o-small);
    font-weight: 600;
  }
  .sparkline {
    flex: none;
    color: var(--o-accent);
  }
  .line .link {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .more {
    position: absolute;
    inset-block: 3px;
    inset-inline-end: 3px;
    display: grid;
    place-items: center;
    min-inline-size: 1.7em;
    border: 1px solid var(--o-line);
    border-radius: var(--o-radius-small);
    background: var(--o-surface);
    color: var(--o-accent);
    font-weight: 700;
    cursor: pointer;
  }
  .more:hover {
    border-color: var(--o-accent);
  }

  .check {
    flex: none;
    inline-size: 1.15em;
    block-size: 1.15em;
    border: 1px solid var(--o-line-strong);
    border-radius: 0.25em;
    background: var(--o-surface);
    cursor: pointer;
  }
  .cell .check:focus-visible {
    outline-offset: 2px;
  }
  .check[aria-checked='true'],
  .check[aria-checked='mixed'] {
    border-color: var(--o-accent);
    background: var(--o-accent);
  }
  .check[aria-checked='true']::before {
    content: '';
    display: block;
    inline-size: 0.35em;
    block-size: 0.65em;
    margin: 0.08em auto 0;
    border: solid var(--o-accent-text);
    border-width: 0 0.14em 0.14em 0;
    rotate: 45deg;
  }
  .check[aria-checked='mixed']::before {
    content: '';
    display: block;
    inline-size: 0.6em;
    margin: 0.43em auto 0;
    border-block-start: 0.14em solid var(--o-accent-text);
  }

  /* Told by its filling too: open, with a point, half, full, crossed out. Borders stay in forced colours. */
  .status {
    flex: none;
    position: relative;
    inline-size: 0.75em;
    block-size: 0.75em;
    border: 0.12em solid var(--o-line-strong);
    border-radius: 50%;
    overflow: hidden;
  }
  .status[data-kind='new'] {
    border-color: var(--o-accent);
  }
  .status[data-kind='new']::before {
    content: '';
    position: absolute;
    inset: 0.11em;
    border: 0.15em solid var(--o-accent);
    border-radius: 50%;
  }
  .status[data-kind='reviewed'] {
    border: 0.3em solid var(--o-good);
    background: var(--o-good);
  }
  .status[data-kind='follow-up'] {
    border-color: var(--o-warning-mark);
  }
  .status[data-kind='follow-up']::before {
    content: '';
    position: absolute;
    inset-block: 0;
    inset-inline-start: 0;
    border-inline-start: 0.26em solid var(--o-warning-mark);
  }
  .status[data-kind='exempt']::before {
    content: '';
    position: absolute;
    inset-block-start: calc(50% - 0.06em);
    inset-inline: 0;
    border-block-start: 0.12em solid var(--o-line-strong);
  }

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
  .none {
    position: sticky;
    inset-inline-start: 0;
    inline-size: var(--o-view);
  }
  .probe {
    position: absolute;
    inline-size: 14em;
    block-size: var(--o-row);
    visibility: hidden;
    pointer-events: none;
  }

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
    .mark {
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
  @media print {
    :host {
      display: none;
    }
  }
`;
