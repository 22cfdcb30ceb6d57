import { css } from 'lit';

export const paperStyles = css`
  :host {
    color-scheme: light;
    background: none;
    font-size: 10pt;
  }
  .sheet h1 {
    margin: 0;
    font-size: 1.6em;
    line-height: 1.2;
  }
  .sheet h2 {
    font-size: 1.25em;
  }
  .sheet > section > * + * {
    margin-block-start: 0.7rem;
  }
  .sheet .indicator-page {
    break-before: page;
  }
  .sheet table {
    inline-size: 100%;
    border-collapse: collapse;
  }
  .sheet :is(th, td) {
    padding: 0.3rem 0.5rem;
    border-block-end: 1px solid var(--o-line);
    text-align: start;
    font-weight: 400;
  }
  .sheet thead {
    display: table-header-group;
  }
  .sheet thead th {
    font-weight: 600;
  }
  .sheet .number {
    text-align: end;
  }
  .sheet tr,
  .sheet figure {
    break-inside: avoid;
  }
  .sheet .range {
    color: var(--o-text-muted);
    font-size: var(--o-small);
  }
  .sheet .figures {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem 2rem;
  }
  .sheet .figures > div {
    padding-inline-start: 0.7rem;
    border-inline-start: 2px solid var(--o-line-strong);
  }
  .sheet .figures dt {
    font-weight: 600;
  }
  .sheet .figures .value {
    font-size: 1.4em;
    font-weight: 650;
  }
  .sheet .facts-list > div {
    display: grid;
    grid-template-columns: 6rem minmax(0, 1fr);
    gap: 0.5rem;
  }
  .sheet .own-paper {
    padding: 0.3rem 0.6rem;
    border: 2px solid currentColor;
    font-weight: 650;
  }
  .sheet .own {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2rem 0.6rem;
  }
  .sheet .foot {
    color: var(--o-text-muted);
    font-size: var(--o-small);
  }
`;
