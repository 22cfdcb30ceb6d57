import { css } from 'lit';
import { visuallyHidden } from '../../ui/theme.ts';

/** The archive: search and results beside the page of a profile; in little room one or the other. */
export const archiveStyles = css`
  :host {
    display: block;
    block-size: var(--overblik-height, 100%);
    min-block-size: 24rem;
    overflow: hidden;
    background: var(--o-ground);
    container: archive / inline-size;
  }
  .visually-hidden,
  .announce {
    ${visuallyHidden}
  }
  .frame {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    block-size: 100%;
    outline: none;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
    padding: 0.6rem 1rem;
    border-block-end: 1px solid var(--o-line);
    background: var(--o-surface);
  }
  .head h2 {
    flex: 1 1 auto;
    margin: 0;
    font-size: 1.2em;
    font-weight: 660;
  }
  .commands {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .body {
    display: grid;
    grid-template-columns: minmax(18rem, 2fr) minmax(0, 5fr);
    min-block-size: 0;
  }
  .list,
  .page {
    min-block-size: 0;
    min-inline-size: 0;
    overflow: auto;
  }
  .list {
    border-inline-end: 1px solid var(--o-line);
    background: var(--o-surface);
  }
  .above {
    grid-column: 1 / -1;
    max-block-size: 12rem;
    overflow: auto;
  }
  .search {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    padding: 0.6rem 0.85rem 0.4rem;
    border-block-end: 1px solid var(--o-line);
    background: var(--o-surface);
  }
  .search .words {
    display: flex;
    align-items: center;
    gap: 0.4rem;
  }
  .search .words svg {
    flex: none;
  }
  .search input[type='search'] {
    flex: 1;
    min-inline-size: 0;
  }
  .filters {
    margin-block-start: 0.4rem;
  }
  .filters[open] {
    max-block-size: 16rem;
    overflow: auto;
  }
  .filters fieldset {
    margin: 0.4rem 0 0;
    padding: 0;
    border: 0;
  }
  .filters legend {
    padding: 0;
    font-size: var(--o-small);
    font-weight: 640;
  }
  .choice {
    display: flex;
    align-items: center;
    gap: 0.4rem;
    min-block-size: 24px;
  }
  .choice > span:first-of-type {
    flex: 1;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .found {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    margin-block-start: 0.4rem;
    color: var(--o-text-muted);
    font-size: var(--o-small);
  }
  .results {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .results li {
    border-block-end: 1px solid var(--o-line);
  }
  /* Of a long list the browser lays out what is in sight alone. */
  @supports (content-visibility: auto) and (contain-intrinsic-size: auto 5rem) {
    .results li {
      content-visibility: auto;
      contain-intrinsic-size: auto 5rem;
    }
  }
  .result {
    display: grid;
    gap: 0.15rem;
    inline-size: 100%;
    padding: 0.55rem 0.85rem;
    border: 0;
    background: none;
    text-align: start;
    cursor: pointer;
    overflow-wrap: anywhere;
  }
  .result:hover {
    background: var(--o-hover);
  }
  .result[aria-current='true'] {
    background: var(--o-accent-soft);
    box-shadow: inset 3px 0 var(--o-accent);
  }
  .result:focus-visible {
    outline-offset: -2px;
  }
  .result .name {
    font-weight: 640;
  }
  .result .purpose {
    color: var(--o-text-muted);
    font-size: var(--o-small);
  }
  .result .facts {
    display: flex;
    flex-wrap: wrap;
    gap: 0.15rem 0.6rem;
    font-size: var(--o-small);
  }
  .good {
    color: var(--o-good);
  }
  .doubt {
    color: var(--o-critical);
  }
  .page {
    background: var(--o-ground);
  }
  .page-head {
    display: grid;
    justify-items: start;
    gap: 0.6rem;
    padding: 0.75rem 1.1rem;
    background: var(--o-surface);
  }
  .page-head h3 {
    margin: 0;
    font-size: 1.2em;
    font-weight: 660;
    overflow-wrap: anywhere;
    outline-offset: 2px;
  }
  .page-head .back {
    display: none;
  }
  .package {
    display: grid;
    gap: 0.9rem;
    max-inline-size: 60rem;
    padding: 1rem 1.15rem 1.2rem;
    border: 1px solid var(--o-line);
    border-radius: var(--o-radius);
    background: var(--o-surface);
  }
  .package h4 {
    font-weight: 650;
  }
  .package ul {
    display: grid;
    gap: 0.35rem;
    margin: 0.3rem 0 0;
    padding-inline-start: 1.2em;
    list-style: disc;
  }
  .package li {
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .package a {
    color: var(--o-accent);
  }
  .facts-of,
  .page-head > .notice {
    justify-self: stretch;
  }
  .facts-of {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr));
    gap: 0.35rem 1.25rem;
    margin: 0;
  }
  .facts-of dt,
  .label {
    color: var(--o-text-muted);
    font-size: var(--o-small);
  }
  .facts-of dd {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .tabs {
    display: flex;
    gap: 0.25rem;
    padding-inline: 1.1rem;
    border-block-end: 1px solid var(--o-line);
    background: var(--o-surface);
    overflow-x: auto;
  }
  .tabs [role='tab'] {
    min-block-size: 2.3em;
    padding: 0.3em 0.75em;
    border: 0;
    border-block-end: 2px solid transparent;
    background: none;
    font-weight: 500;
    white-space: nowrap;
    cursor: pointer;
  }
  .tabs [aria-selected='true'] {
    border-color: var(--o-accent);
    color: var(--o-accent);
  }
  .tabs [role='tab']:focus-visible,
  .tab-panel:focus-visible {
    outline-offset: -2px;
  }
  .tab-panel {
    padding: 0.9rem 1.1rem 2rem;
  }
  .tab-panel:has(> .document) {
    padding: 0;
    background: var(--o-surface);
  }
  .tab-panel h4 {
    margin: 0 0 0.4rem;
    font-size: 1.05em;
    font-weight: 650;
  }
  .tab-panel h5 {
    margin: 0.9rem 0 0.25rem;
    font-size: 1em;
    font-weight: 640;
  }
  .scroll-x {
    overflow-x: auto;
  }
  table.versions {
    border-collapse: collapse;
    inline-size: 100%;
    background: var(--o-surface);
  }
  table.versions :is(th, td) {
    padding: 0.4rem 0.7rem;
    border-block-end: 1px solid var(--o-line);
    text-align: start;
    vertical-align: top;
  }
  table.versions thead th {
    color: var(--o-text-muted);
    font-size: var(--o-small);
    font-weight: 600;
  }
  table.versions tr[aria-current] {
    background: var(--o-accent-soft);
  }
  .number {
    font-variant-numeric: tabular-nums;
  }
  table.versions td.number {
    text-align: end;
  }
  .small {
    font-size: var(--o-small);
  }
  .hash,
  code {
    font-family: 'Cascadia Mono', 'DejaVu Sans Mono', monospace;
    font-size: 0.93em;
  }
  .sides {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    margin-block-end: 0.9rem;
  }
  .side {
    display: flex;
    align-items: center;
    gap: 0.5rem;
  }
  .changes {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .changes li {
    padding: 0.4rem 0.7rem;
    border: 1px solid var(--o-line);
    border-block-end-width: 0;
    background: var(--o-surface);
    overflow-wrap: anywhere;
  }
  .changes li:last-child {
    border-block-end-width: 1px;
  }
  .changes .kind {
    margin-inline-end: 0.4em;
    font-size: var(--o-small);
    font-weight: 640;
  }
  .changes :is(del, ins) {
    white-space: pre-line;
    text-decoration: none;
  }
  .changes .was {
    padding-inline-start: 0.6rem;
    border-inline-start: 3px solid var(--o-line-strong);
    color: var(--o-text-muted);
  }
  .changes .was del {
    text-decoration: line-through;
    text-decoration-thickness: 1px;
  }
  .changes .is {
    padding-inline-start: 0.6rem;
    border-inline-start: 3px solid var(--o-accent);
  }
  .in-patients {
    margin-block-start: 1.4rem;
  }
  .movement {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin: 0.5rem 0 0;
  }
  .movement > div {
    display: flex;
    flex-direction: column-reverse;
    min-inline-size: 7rem;
    padding: 0.45rem 0.75rem;
    border: 1px solid var(--o-line);
    border-radius: var(--o-radius);
    background: var(--o-surface);
  }
  .movement dt {
    color: var(--o-text-muted);
    font-size: var(--o-small);
  }
  .movement dd {
    margin: 0;
    font-size: 1.4em;
    font-weight: 660;
    font-variant-numeric: tabular-nums;
  }
  .moved details {
    border: 1px solid var(--o-line);
    background: var(--o-surface);
  }
  .moved details + details {
    border-block-start: 0;
  }
  .moved summary {
    padding: 0.45rem 0.7rem;
    overflow-wrap: anywhere;
  }
  .moved summary .number {
    display: inline-block;
    min-inline-size: 2.5ch;
    margin-inline-end: 0.4em;
    font-weight: 660;
  }
  .moved .prose {
    white-space: pre-line;
  }
  .people {
    columns: 16rem;
    margin: 0;
    padding: 0.25rem 0.9rem 0.6rem;
    list-style: none;
  }
  .people li {
    min-block-size: 24px;
    padding-block: 0.15rem;
    break-inside: avoid;
  }
  .moved details > .button {
    margin: 0 0.9rem 0.6rem;
  }
  .imported ul {
    margin: 0.25rem 0 0;
    padding-inline-start: 1.2rem;
  }
  .field[aria-invalid='true'] {
    border-color: var(--o-critical-mark);
  }
  @container archive (width < 48rem) {
    .body {
      grid-template-columns: minmax(0, 1fr);
    }
    .body.with-page > .list,
    .body:not(.with-page) > .page {
      display: none;
    }
    .list {
      border-inline-end: 0;
    }
    .page-head .back {
      display: inline-flex;
    }
  }
  @media (forced-colors: active) {
    .result[aria-current='true'],
    .tabs [aria-selected='true'],
    table.versions tr[aria-current] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
