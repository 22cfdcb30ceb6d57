import { css } from 'lit';

export const qualityStyles = css`
  .quality {
    inline-size: min(38rem, 100%);
  }
  .quality h4 {
    margin-block: 1rem 0.25rem;
    font-size: var(--o-small);
    font-weight: 650;
    color: var(--o-text-muted);
  }
  .quality li {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.15rem 0.75rem;
    padding-block: 0.28rem;
    border-block-end: 1px solid var(--o-line);
  }
  .quality li > :first-child {
    flex: 1 1 16rem;
    min-inline-size: 0;
    text-wrap: pretty;
  }
  /* Of a long list only what is near the view is drawn. */
  .quality div.groups {
    block-size: 20rem;
    overflow: auto;
  }
  .quality div.groups > ul {
    inline-size: 100%;
  }
  .quality strong {
    font-weight: 600;
  }
  .quality table {
    inline-size: 100%;
    border-collapse: collapse;
    /* In a page without a doctype tables inherit neither. */
    font: inherit;
    color: inherit;
  }
  .quality th,
  .quality td {
    padding: 0.28rem 0 0.28rem 0.75rem;
    border-block-end: 1px solid var(--o-line);
    font-weight: 400;
    text-align: end;
    vertical-align: baseline;
  }
  .quality thead th {
    font-size: var(--o-small);
    color: var(--o-text-muted);
  }
  .quality tbody th {
    padding-inline-start: 0;
    text-align: start;
  }
  .quality ul.why {
    font-size: var(--o-small);
    color: var(--o-text-muted);
  }
  .quality .why > li {
    padding-block: 0;
    border: none;
  }
  .quality td {
    inline-size: 5.5rem;
  }
`;
