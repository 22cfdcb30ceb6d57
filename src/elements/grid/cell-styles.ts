import { css } from 'lit';

/** Rows by their state, and what stands in cells. */
export const cellStyles = css`
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
  /* The head of rows that belong together: one cell over all columns, which stays in view as they are scrolled. */
  .line.group,
  .line.group:hover {
    background: var(--o-ground);
  }
  .group .pins {
    inline-size: 100%;
    box-shadow: none;
  }
  .group-cell {
    inset: 0;
    cursor: pointer;
  }
  .group-cell .text {
    font-weight: 650;
  }
  .group-count {
    flex: none;
    color: var(--o-text-muted);
  }
  .fold {
    display: inline-grid;
    flex: none;
    inline-size: 24px;
    place-items: center;
  }
  .group-cell[aria-expanded='false'] .fold {
    rotate: -90deg;
  }
  .group-cell[aria-expanded='false']:dir(rtl) .fold {
    rotate: 90deg;
  }
  .line.done .text,
  .line.dead .text {
    color: var(--o-text-muted);
  }
  .deceased .text {
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
  .strong,
  .whole {
    flex: none;
    max-inline-size: 100%;
  }
  .strong {
    font-weight: 650;
  }
  .note {
    flex: none;
    color: var(--o-text-muted);
  }
  .strong + .note,
  .whole + .note {
    flex: 0 1 auto;
    min-inline-size: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  /* Words and notes that have no room go on in a line that is not seen: none of them is cut. */
  .by-word {
    flex: 0 1000000000000 auto;
    min-inline-size: min-content;
    block-size: 1lh;
    white-space: normal;
  }
  .by-word + .note {
    display: flex;
    flex: 0 1 auto;
    flex-wrap: wrap;
    block-size: 1lh;
    min-inline-size: 0;
    overflow: hidden;
  }
  .by-word + .note::before {
    content: '';
    block-size: 1lh;
  }
  /* Of several things in a cell each says what it is: a year alone would say nothing. */
  .beside .note {
    flex: 0 1000 auto;
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
  .chip.plain {
    border-color: var(--o-line);
    background: var(--o-raised);
    color: var(--o-text-muted);
  }
  /* It opens the others. As wide as its text, which the room for chips is counted by; it is met some way around it. */
  .count {
    flex: none;
    align-self: stretch;
    display: grid;
    align-items: center;
    margin-inline: -0.65em;
    padding-inline: 0.65em;
    color: var(--o-text-muted);
    font-size: var(--o-small);
    font-weight: 600;
    cursor: pointer;
  }
  .count:hover {
    color: var(--o-accent);
    text-decoration: underline;
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
    inset-block: 0;
    inset-inline-end: 0;
    display: grid;
    place-items: center;
    min-inline-size: max(24px, 1.7em);
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
`;

/** Check boxes and status dots. */
export const controlStyles = css`
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
`;
