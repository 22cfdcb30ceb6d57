import { css } from 'lit';

export const populationStyles = css`
  :host {
    /* Whole pixels: else the lines between rows differ in weight. */
    --o-row: round(up, 2.25rem, 1px);
    block-size: var(--overblik-height, 100%);
    min-block-size: 20rem;
    container: population / inline-size;
    background: var(--o-ground);
  }
  :host([density='compact']) {
    --o-row: round(up, 1.875rem, 1px);
  }
  .frame {
    display: flex;
    flex-direction: column;
    block-size: 100%;
    min-block-size: inherit;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.5rem 1.5rem;
    padding: 1rem 1.25rem 0.6rem;
  }
  .head .words {
    flex: 1 1 24rem;
    min-width: 0;
  }
  .head h2 {
    font-size: 1.36em;
    font-weight: 680;
    line-height: 1.25;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  .purpose {
    max-width: 62rem;
    margin-block-start: 0.2rem;
    color: var(--o-text-muted);
    text-wrap: pretty;
  }
  .commands {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }
  .commands select {
    max-width: 18rem;
  }
  .notice {
    margin: 0.35rem 1.25rem;
  }
  .notice.mild {
    border-color: var(--o-line-strong);
    background: var(--o-raised);
    color: var(--o-text-muted);
  }
  .errors {
    display: grid;
    gap: 0.5rem;
    max-height: 14rem;
    margin-block-start: 0.4rem;
    overflow: auto;
  }
  .profile-panel {
    margin: 0 1.25rem 0.5rem;
    max-height: 40vh;
    overflow: auto;
  }
  .profile-panel h4 {
    margin-block: 0.75rem 0.2rem;
    font-size: var(--o-small);
    font-weight: 650;
    color: var(--o-text-muted);
  }
  .profile-panel li {
    padding-block: 0.12rem;
    max-width: 70ch;
  }

  .cards {
    display: flex;
    flex: none;
    gap: 0.65rem;
    padding: 0.25rem 1.25rem 0.75rem;
    overflow-x: auto;
  }
  .cards > * {
    flex: 1 1 10.5rem;
    min-width: 9.5rem;
    text-align: start;
  }
  .cards h3,
  .cards .heading {
    display: block;
    font-size: 1em;
    font-weight: 500;
    color: var(--o-text-muted);
  }
  .cards .number {
    display: block;
    font-size: 1.6em;
    font-weight: 700;
    line-height: 1.3;
    letter-spacing: -0.01em;
  }
  .cards .muted {
    display: block;
    font-size: var(--o-small);
  }
  .cards .total,
  .cards .filter {
    flex: 1 1 9.5rem;
    max-width: 18rem;
  }
  .filter {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    cursor: pointer;
  }
  .filter:hover,
  .bar:hover {
    background: var(--o-hover);
  }
  .filter[aria-pressed='true'] {
    border-color: var(--o-accent);
    background: var(--o-accent-soft);
    box-shadow: inset 0 0 0 1px var(--o-accent);
  }
  .cards .bars {
    flex: 2 1 18rem;
    min-width: 17rem;
    max-width: 36rem;
  }
  .bars ul {
    margin-block-start: 0.25rem;
  }
  .bar {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 4.5rem 2.2em;
    align-items: center;
    gap: 0.6rem;
    width: 100%;
    min-height: 1.72em;
    padding: 0 0.35rem;
    margin-inline-start: -0.35rem;
    border: 0;
    border-radius: var(--o-radius-small);
    background: none;
    text-align: start;
    cursor: pointer;
  }
  .bar .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .bar .count {
    font-weight: 650;
    text-align: end;
  }
  .bar svg {
    width: 100%;
    height: 0.5rem;
  }
  .bar .track {
    fill: var(--o-line);
  }
  .bar.critical .fill {
    fill: var(--o-critical-mark);
  }
  .bar.warning .fill {
    fill: var(--o-warning-mark);
  }
  .bar.info .fill {
    fill: var(--o-info-mark);
  }
  .bar[aria-pressed='true'] {
    background: var(--o-accent-soft);
    box-shadow: inset 0 0 0 1px var(--o-accent);
  }
  .cards .ages {
    flex: 1 0 13rem;
    max-width: 19rem;
  }
  .pyramid {
    display: block;
    width: 100%;
    max-height: 6rem;
    margin-block-start: 0.15rem;
  }
  .pyramid text {
    font-size: 9.5px;
    fill: var(--o-text-muted);
  }
  .pyramid .female {
    fill: var(--o-female);
  }
  .pyramid .male {
    fill: var(--o-male);
  }
  .legend {
    display: flex !important;
    justify-content: space-between;
  }
  .legend span::before {
    content: '';
    display: inline-block;
    width: 0.6em;
    height: 0.6em;
    margin-inline-end: 0.35em;
    border-radius: 2px;
    background: var(--o-male);
  }
  .legend .female::before {
    background: var(--o-female);
  }

  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
    padding: 0 1.25rem 0.65rem;
  }
  .search {
    position: relative;
    flex: 0 1 17rem;
    min-width: 11rem;
  }
  .search svg {
    position: absolute;
    inset-block-start: 50%;
    inset-inline-start: 0.65rem;
    translate: 0 -50%;
    color: var(--o-text-muted);
    pointer-events: none;
  }
  .search input {
    width: 100%;
    padding-inline-start: 2rem;
  }
  .tabs {
    display: inline-flex;
    padding: 2px;
    border: 1px solid var(--o-line);
    border-radius: calc(var(--o-radius-small) + 2px);
    background: var(--o-surface);
  }
  .tabs button {
    padding: 0.2em 0.8em;
    min-height: 1.85em;
    border: 0;
    border-radius: var(--o-radius-small);
    background: none;
    color: var(--o-text-muted);
    font-weight: 500;
    cursor: pointer;
  }
  .tabs button[aria-selected='true'] {
    background: var(--o-accent-soft);
    color: var(--o-accent);
    font-weight: 650;
  }
  .pill {
    display: inline-flex;
    align-items: center;
    gap: 0.45em;
    min-height: 1.9em;
    padding: 0.1em 0.8em;
    border: 1px solid var(--o-accent);
    border-radius: 99px;
    background: var(--o-accent-soft);
    color: var(--o-accent);
    font-weight: 600;
    cursor: pointer;
  }
  .tools .showing {
    margin-inline-start: auto;
    color: var(--o-text-muted);
  }

  .scroller {
    flex: 1 1 auto;
    min-block-size: 12rem;
    overflow: auto;
    border-block-start: 1px solid var(--o-line);
    background: var(--o-surface);
    overscroll-behavior: contain;
  }
  .header {
    position: sticky;
    inset-block-start: 0;
    z-index: 3;
    width: max(var(--o-width), 100%);
    background: var(--o-raised);
  }
  .row {
    display: grid;
    grid-template-columns: var(--o-columns);
    width: max(var(--o-width), 100%);
  }
  .header .row {
    border-block-end: 1px solid var(--o-line);
  }
  .header .groups {
    border-block-end: 0;
  }
  .rows {
    width: max(var(--o-width), 100%);
  }
  .cell {
    display: flex;
    align-items: center;
    gap: 0.4rem;
    min-width: 0;
    padding-inline: 0.7rem;
    overflow: hidden;
    white-space: nowrap;
    background: inherit;
  }
  .cell:focus-visible,
  .cell :focus-visible {
    outline: var(--o-focus);
    outline-offset: -2px;
    border-radius: 3px;
  }
  .groups .cell {
    min-height: 1.7rem;
    padding-block-start: 0.2rem;
    font-size: var(--o-small);
    font-weight: 600;
    color: var(--o-text-muted);
  }
  .groups .cell + .cell,
  .heads .first + .first {
    border-inline-start: 1px solid var(--o-line);
  }
  .heads .cell {
    min-height: 2rem;
    padding-block-end: 0.2rem;
    font-weight: 600;
    cursor: pointer;
  }
  .heads .cell > span {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .heads .cell:hover {
    color: var(--o-accent);
  }
  .heads svg {
    flex: none;
  }
  .body-row {
    height: var(--o-row);
    border-block-end: 1px solid var(--o-line);
    background: var(--o-surface);
    cursor: default;
  }
  .body-row:hover {
    background: var(--o-hover);
  }
  .body-row[aria-selected='true'] {
    background: var(--o-accent-soft);
  }
  .pinned {
    position: sticky;
    z-index: 1;
    inset-inline-start: 0;
  }
  .pinned.second {
    inset-inline-start: var(--o-pin);
  }
  .number-cell {
    justify-content: flex-end;
  }
  .text {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .note {
    flex: none;
    color: var(--o-text-muted);
  }
  .cell .chip {
    flex: 0 1 auto;
    min-width: 2.2rem;
    overflow: hidden;
  }
  .cell .chip:first-child {
    flex: none;
  }
  .cell .chip span {
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .more {
    flex: none;
    color: var(--o-text-muted);
    font-size: var(--o-small);
    font-weight: 600;
  }
  .part {
    display: inline-flex;
    gap: 0.35rem;
    min-width: 0;
    overflow: hidden;
  }
  .part + .part::before {
    content: '·';
    color: var(--o-text-muted);
  }
  /* A number is never cut: half of it reads as another number. Its note gives way. */
  .value {
    flex: none;
    max-width: 100%;
    font-weight: 650;
  }
  .value + .note {
    flex: 0 1 auto;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .sparkline {
    flex: none;
    color: var(--o-accent);
  }
  .dead .name-text {
    text-decoration: line-through;
  }
  .none {
    position: sticky;
    inset-inline-start: 0;
    background: var(--o-surface);
  }
  .loading-bar {
    height: 2px;
    overflow: hidden;
    background: var(--o-line);
  }
  .loading-bar::after {
    content: '';
    display: block;
    width: 30%;
    height: 100%;
    background: var(--o-accent);
    animation: slide 1.2s ease-in-out infinite;
  }
  @keyframes slide {
    from {
      translate: -100% 0;
    }
    to {
      translate: 350% 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .loading-bar::after {
      width: 100%;
      opacity: 0.5;
      animation: none;
    }
  }

  @container population (max-width: 44rem) {
    .head {
      padding: 0.75rem 0.85rem 0.4rem;
    }
    .cards,
    .tools {
      padding-inline: 0.85rem;
    }
    .notice,
    .profile-panel {
      margin-inline: 0.85rem;
    }
    .search {
      flex: 1 1 100%;
    }
    .pinned.second {
      position: static;
    }
    .purpose .long {
      display: none;
    }
    .cell {
      padding-inline: 0.55rem;
    }
  }
  @media (forced-colors: active) {
    .body-row[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .filter[aria-pressed='true'],
    .bar[aria-pressed='true'],
    .tabs button[aria-selected='true'] {
      outline: 2px solid Highlight;
    }
    .pyramid rect,
    .bar .fill {
      fill: CanvasText;
    }
  }

  .printed {
    display: none;
  }
  @media print {
    :host {
      block-size: auto;
      background: none;
    }
    .frame > :not(.printed) {
      display: none;
    }
    .printed {
      display: block;
    }
  }
`;

/** The printed list, also when it stands alone in a print frame. */
export const printStyles = css`
  .printed {
    font:
      9pt/1.35 'Segoe UI',
      system-ui,
      'DejaVu Sans',
      sans-serif;
    color: #000;
    color-scheme: light;
  }
  .printed h1 {
    margin: 0 0 2pt;
    font-size: 14pt;
  }
  .printed p {
    margin: 0 0 2pt;
  }
  .printed table {
    width: 100%;
    margin-block-start: 8pt;
    border-collapse: collapse;
  }
  .printed thead {
    display: table-header-group;
  }
  .printed tr {
    break-inside: avoid;
  }
  .printed th,
  .printed td {
    padding: 3pt 5pt;
    border-block-end: 0.5pt solid #999;
    text-align: start;
    vertical-align: top;
  }
  .printed th {
    border-block-end: 1pt solid #000;
    font-size: 8pt;
  }
  .printed .cpr,
  .printed .age,
  .printed .markers div {
    white-space: nowrap;
  }
  .printed .tick {
    inline-size: 10pt;
    block-size: 10pt;
    border: 0.75pt solid #000;
  }
  .printed .notes {
    min-inline-size: 80pt;
  }
`;
