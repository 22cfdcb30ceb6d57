import { css } from 'lit';

export const reportStyles = css`
  :host {
    display: block;
    background: var(--o-ground);
    color: var(--o-text);
    container: report / inline-size;
  }
  .frame {
    position: relative;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.85rem;
    padding: 1.1rem 1.5rem 2rem;
    overflow-wrap: anywhere;
  }
  h2 {
    font-size: 1.36em;
    font-weight: 680;
    line-height: 1.25;
    letter-spacing: -0.01em;
  }
  h3 {
    font-size: 1.05em;
    font-weight: 650;
  }
  .card {
    padding: 1rem 1.15rem;
  }
  .head {
    display: grid;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0.5rem 1.5rem;
    align-items: start;
  }
  .head .facts {
    margin-block-start: 0.15rem;
    color: var(--o-text-muted);
  }
  .head .pills {
    margin: 0.1rem 0 0;
  }
  .bar {
    display: flex;
    flex-wrap: wrap;
    grid-column: 1 / -1;
    gap: 0.5rem 1rem;
    align-items: center;
  }
  .bar .fill {
    flex: 1;
  }
  .choice {
    display: inline-flex;
    gap: 0.5em;
    align-items: center;
    max-inline-size: 100%;
  }
  .choice select {
    min-inline-size: 0;
    max-inline-size: 22rem;
  }
  .tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
  }
  .join {
    position: relative;
  }
  .join:focus-within {
    outline: var(--o-focus);
    outline-offset: 2px;
  }
  .menu {
    position: relative;
  }
  .menu summary {
    list-style: none;
    padding-block: 0.25em;
  }
  .menu summary::-webkit-details-marker {
    display: none;
  }
  .menu-body {
    position: absolute;
    inset-block-start: calc(100% + 4px);
    inset-inline-end: 0;
    z-index: 4;
    display: grid;
    gap: 0.5rem;
    justify-items: start;
    inline-size: max-content;
    max-inline-size: min(20rem, 80vw);
    padding: 0.7rem 0.9rem;
    border: 1px solid var(--o-line-strong);
    border-radius: var(--o-radius-small);
    background: var(--o-surface);
    box-shadow: 0 4px 16px rgb(0 0 0 / 18%);
  }
  .notices {
    display: grid;
    gap: 0.4rem;
  }
  .notices:empty {
    display: none;
  }
  .notice ul {
    flex-basis: 100%;
    padding-inline-start: 1rem;
    list-style: disc;
  }
  .notice.info {
    border-color: var(--o-info-mark);
    background: var(--o-info-soft);
  }
  .focus .why {
    max-inline-size: 60rem;
    margin-block-start: 0.25rem;
    text-wrap: pretty;
  }
  .figures {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(14rem, 100%), 1fr));
    gap: 0.75rem;
    margin-block-start: 0.75rem;
  }
  .figures > div {
    padding: 0.5rem 0.8rem 0.6rem;
    border-inline-start: 3px solid var(--o-line);
  }
  .figures > .mine {
    border-color: var(--o-accent);
  }
  .figures dt {
    font-weight: 600;
  }
  .figures .mine dt,
  td.mine .value {
    color: var(--o-accent);
  }
  .figures .value {
    font-size: 1.7em;
    font-weight: 680;
    line-height: 1.25;
  }
  .figures .value.missing {
    font-size: 1.2em;
  }
  .range {
    color: var(--o-text-muted);
    font-size: var(--o-small);
    font-weight: 400;
    white-space: nowrap;
  }
  .figures .value .range {
    font-size: 0.5em;
  }
  .own {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.7rem;
    align-items: baseline;
    margin-block-start: 0.35rem;
  }
  .own .moved {
    flex-basis: 100%;
  }
  .move {
    margin-block-start: 0.85rem;
  }
  .charts {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(28rem, 100%), 1fr));
    gap: 0.85rem;
  }
  .charts .card {
    min-inline-size: 0;
  }
  .pictures {
    display: flex;
    gap: 1rem;
    margin-block-start: 0.5rem;
    font-size: var(--o-small);
  }
  .spread summary {
    font-weight: 600;
  }
  .card-head {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem 1rem;
    justify-content: space-between;
    margin-block-end: 0.6rem;
  }
  .card-head > div {
    flex: 1 1 20rem;
    min-inline-size: 0;
  }
  table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  th,
  td {
    padding: 0.45rem 0.6rem;
    border-block-end: 1px solid var(--o-line);
    text-align: start;
    vertical-align: middle;
    font-weight: 400;
  }
  thead th {
    background: var(--o-raised);
    color: var(--o-text-muted);
    font-size: var(--o-small);
    font-weight: 600;
  }
  tbody tr:last-child > * {
    border-block-end: 0;
  }
  .number {
    text-align: end;
  }
  td .value {
    font-weight: 650;
    white-space: nowrap;
  }
  td .range {
    display: block;
  }
  tr.chosen {
    background: var(--o-accent-soft);
    box-shadow: inset 3px 0 var(--o-accent);
  }
  .unknown-line {
    display: none;
    color: var(--o-text-muted);
    font-size: var(--o-small);
  }
  td.unknown-column {
    color: var(--o-text-muted);
    font-size: var(--o-small);
  }
  .strip-column {
    inline-size: 22%;
    min-inline-size: 9rem;
  }
  .units .scroll {
    max-block-size: 26rem;
    margin-block-start: 0.6rem;
    overflow: auto;
  }
  .units thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
  }
  .causes {
    margin-block-start: 0.6rem;
  }
  .causes summary {
    color: var(--o-text-muted);
  }
  .causes table,
  .exemptions table {
    max-inline-size: 60rem;
    margin-block-start: 0.4rem;
  }
  :is(.causes, .exemptions) .chart {
    max-inline-size: 46rem;
    margin-block-start: 0.8rem;
  }
  .activities .charts {
    margin-block: 0.8rem;
    gap: 1.2rem;
  }
  .activities .charts > div {
    min-inline-size: 0;
  }
  :is(.activities, .exemptions) .scroll {
    overflow-x: auto;
  }
  .exemptions table {
    min-inline-size: 34rem;
  }
  :is(.causes, .exemptions) td.number {
    white-space: nowrap;
  }
  .activities table {
    min-inline-size: 44rem;
  }
  .activities td,
  .activities tbody th {
    white-space: nowrap;
  }
  .exemptions .scroll + p {
    margin-block-start: 0.6rem;
  }
  .activities .range {
    display: block;
  }
  .exemptions summary,
  .about summary {
    font-weight: 600;
  }
  .facts-list {
    display: grid;
    gap: 0.4rem;
    margin-block-start: 0.6rem;
  }
  .facts-list > div {
    display: grid;
    grid-template-columns: 8rem minmax(0, 1fr);
    gap: 0.6rem;
  }
  .facts-list dt {
    color: var(--o-text-muted);
  }
  .drop {
    display: none;
  }
  .is-over .drop {
    position: absolute;
    inset: 0.5rem;
    z-index: 5;
    display: grid;
    place-items: center;
    border: 2px dashed var(--o-accent);
    border-radius: var(--o-radius);
    background: color-mix(in srgb, var(--o-surface) 85%, transparent);
    font-size: 1.3em;
    font-weight: 650;
    pointer-events: none;
  }
  @container report (width < 46rem) {
    .frame {
      padding: 0.85rem 0.85rem 1.5rem;
    }
    .head {
      grid-template-columns: minmax(0, 1fr);
    }
    .strip-column,
    .unknown-column {
      display: none;
    }
    .unknown-line {
      display: block;
    }
    th,
    td {
      padding-inline: 0.35rem;
    }
    th.number {
      font-size: var(--o-tiny);
      overflow-wrap: normal;
    }
    .facts-list > div {
      grid-template-columns: minmax(0, 1fr);
      gap: 0;
    }
    /* Below the row of tools, wherever in it the button stands. */
    .tools {
      position: relative;
    }
    .menu {
      position: static;
    }
    .menu-body {
      inset-inline: 0 auto;
      max-inline-size: min(20rem, 100%);
    }
  }
  @media (forced-colors: active) {
    tr.chosen {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
    .figures > .mine {
      border-color: Highlight;
    }
  }
`;
