import { css } from 'lit';

/** A profile as a document: quiet, in one column, to be read in a minute and signed. */
export const documentStyles = css`
  .document {
    box-sizing: border-box;
    max-inline-size: 60rem;
    margin-inline: auto;
    padding: 1.5rem 1.75rem 3rem;
    overflow-wrap: anywhere;
    container: document / inline-size;
  }
  .document :is(h2, h3, h4, p, ul, dl, dd, dt) {
    margin: 0;
    padding: 0;
  }
  .document :is(h2, h3, h4):focus,
  .document span[data-place]:focus {
    outline: var(--o-focus);
    outline-offset: 3px;
    border-radius: 2px;
  }
  .document [data-place] {
    scroll-margin-block-start: 1rem;
  }
  .document .title {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.5rem 1.5rem;
    margin-block-end: 0.5rem;
  }
  .document .title > div:first-child {
    flex: 1 1 14rem;
    min-inline-size: 0;
  }
  .document h2 {
    font-size: 1.7em;
    font-weight: 680;
    line-height: 1.2;
    letter-spacing: -0.015em;
    text-wrap: balance;
  }
  .document .standing {
    display: flex;
    flex-wrap: wrap;
    gap: 0.15rem 0.9rem;
    margin-block-start: 0.35rem;
    color: var(--o-text-muted);
  }
  .document .standing > span {
    display: inline-flex;
    align-items: center;
    gap: 0.3em;
  }
  .document .standing .good {
    color: var(--o-good);
  }
  .document .status:is(.draft, .retired) {
    padding-inline: 0.5em;
    border: 1px solid currentColor;
    border-radius: var(--o-radius-small);
    color: var(--o-warning);
    font-weight: 600;
  }
  .document .doubt {
    color: var(--o-warning);
  }
  .document .contents {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1.1rem;
    margin-block: 0.9rem 0;
    padding-block: 0.6rem;
    border-block: 1px solid var(--o-line);
    font-size: var(--o-small);
  }
  .document section {
    margin-block-start: 2rem;
  }
  .document .heading {
    display: flex;
    align-items: baseline;
    gap: 0.5rem;
    min-inline-size: 0;
  }
  .document h3 {
    margin-block-end: 0.6rem;
    font-size: 1.2em;
    font-weight: 660;
    line-height: 1.3;
  }
  .document h4 {
    font-size: 1em;
    font-weight: 620;
  }
  .document .to-link {
    display: inline-grid;
    place-items: center;
    flex: none;
    inline-size: 24px;
    block-size: 24px;
    padding: 0;
    border: 0;
    border-radius: var(--o-radius-small);
    background: none;
    color: var(--o-text-muted);
    cursor: pointer;
  }
  .document .to-link:hover {
    background: var(--o-hover);
    color: var(--o-accent);
  }
  .document ul {
    padding-inline-start: 1.2em;
    list-style: disc;
  }
  .document li::marker {
    color: var(--o-text-muted);
  }
  .document li {
    padding-block: 0.1rem;
  }
  .document .purposes {
    font-size: 1.06em;
    line-height: 1.5;
  }
  .document .prose {
    max-inline-size: 72ch;
    margin-block-start: 0.6rem;
    color: var(--o-text-muted);
    text-wrap: pretty;
    white-space: pre-line;
  }
  .document .small {
    margin-block-start: 0.4rem;
    font-size: var(--o-small);
  }
  .document table {
    inline-size: 100%;
    border-collapse: collapse;
    border-block: 1px solid var(--o-line-strong);
  }
  .document :is(th, td) {
    padding: 0.5rem 0.75rem 0.5rem 0;
    border-block-start: 1px solid var(--o-line);
    text-align: start;
    vertical-align: top;
    font-weight: inherit;
  }
  .document thead th {
    border: 0;
    font-size: var(--o-small);
    font-weight: 600;
    color: var(--o-text-muted);
  }
  .document .rules :is(th:first-child, .what) {
    inline-size: 20%;
  }
  .document .rules thead th:last-child {
    inline-size: 34%;
  }
  .document .what {
    font-weight: 620;
  }
  .document .joined {
    color: var(--o-text-muted);
    font-style: italic;
  }
  .document .label {
    color: var(--o-text-muted);
    font-size: var(--o-small);
    font-weight: 600;
  }
  .document .fact,
  .document .entry > .label {
    margin-block-start: 0.35rem;
  }
  .document .codes-list {
    padding: 0;
    list-style: none;
  }
  .document .codes-list li {
    display: flex;
    gap: 0.6em;
    padding: 0;
  }
  .document code {
    flex: none;
    max-inline-size: 100%;
    font: inherit;
    font-weight: 600;
    font-variant-numeric: tabular-nums;
  }
  .document .code-rule + .code-rule {
    margin-block-start: 0.5rem;
  }
  .document .entry {
    padding-block: 0.75rem;
    border-block-start: 1px solid var(--o-line);
    break-inside: avoid;
  }
  .document .entry-head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.3rem 0.6rem;
    margin-block-end: 0.25rem;
  }
  .document .codes {
    margin-block-start: 0.35rem;
  }
  .document summary {
    inline-size: fit-content;
    color: var(--o-accent);
    font-size: var(--o-small);
  }
  .document .chip {
    white-space: normal;
  }
  .document .notice {
    margin-block-start: 0.6rem;
  }
  .document .fault {
    margin-block: 0.4rem;
    padding: 0.5rem 0.85rem;
    border-inline-start: 3px solid var(--o-critical-mark);
    background: var(--o-critical-soft);
  }
  .document .answers {
    border-block-end: 1px solid var(--o-line);
  }
  .document .answer,
  .document .facts > div {
    display: grid;
    grid-template-columns: minmax(7rem, 20%) minmax(0, 1fr);
    gap: 0.15rem 0.75rem;
    padding-block: 0.4rem;
    border-block-start: 1px solid var(--o-line);
  }
  .document dt {
    font-weight: 600;
  }
  .document .verdict {
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    margin-inline-end: 0.5em;
    font-weight: 600;
  }
  .document .yes .verdict {
    color: var(--o-good);
  }
  .document :is(.no, .partly) .verdict {
    color: var(--o-warning);
  }
  .document .approvals {
    margin-block-end: 0.6rem;
  }
  .document .facts {
    margin-block-start: 0.6rem;
  }
  .document .address {
    font-size: var(--o-small);
  }
  .document .signature {
    margin-block-start: 3.5rem;
    padding-block-start: 0.3rem;
    border-block-start: 1px solid var(--o-line-strong);
    inline-size: 60%;
    color: var(--o-text-muted);
  }
  /* In little room each cell of the table is a paragraph with its head. */
  @container document (max-width: 38rem) {
    .document .rules,
    .document .rules :is(tbody, tr, th, td),
    .document .approvals,
    .document .approvals :is(tbody, tr, th, td) {
      display: block;
      inline-size: auto;
    }
    .document .rules thead,
    .document .approvals thead {
      position: absolute;
      clip-path: inset(50%);
      inline-size: 1px;
      block-size: 1px;
      overflow: hidden;
    }
    .document .rules td,
    .document .approvals td {
      border: 0;
      padding-block: 0 0.5rem;
    }
    .document .rules :is(th:first-child, .what) {
      inline-size: auto;
      padding-block-end: 0.1rem;
    }
    .document td[data-head]::before {
      content: attr(data-head);
      display: block;
      color: var(--o-text-muted);
      font-size: var(--o-small);
      font-weight: 600;
    }
    .document td[data-head]:not(:has(> *))::before {
      content: none;
    }
  }
  @container document (max-width: 24rem) {
    .document .answer,
    .document .facts > div {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (forced-colors: active) {
    .document :is(.fault, .status) {
      border: 1px solid CanvasText;
    }
  }
`;

/** What is other on paper. */
export const paperStyles = css`
  :host {
    color-scheme: light;
    font-size: 9.5pt;
  }
  .document {
    max-inline-size: none;
    padding: 0;
    /* A container is not divided between pages. */
    container: none;
  }
  .document section {
    margin-block-start: 1.3rem;
  }
  .document h3 {
    break-after: avoid;
  }
  .document :is(li, .fault, .answer) {
    break-inside: avoid;
  }
  .document thead {
    display: table-header-group;
  }
  .document .codes-list {
    display: flex;
    flex-wrap: wrap;
    gap: 0 1em;
  }
  .foot {
    margin-block-start: 1.5rem;
    color: var(--o-text-muted);
    font-size: var(--o-small);
  }
`;
