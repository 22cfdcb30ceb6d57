import { css } from 'lit';

export const packageStyles = css`
  .package p,
  .package details {
    margin-block-start: 0.4rem;
  }
  .package .change {
    margin-block-start: 0.6rem;
    border-collapse: collapse;
  }
  .package .change caption {
    padding-block-end: 0.2rem;
    font-weight: 650;
    text-align: start;
  }
  .package .change th,
  .package .change td {
    padding: 0.25rem 1rem 0.25rem 0;
    border-block-end: 1px solid var(--o-line);
    font-weight: inherit;
    text-align: start;
  }
  .package .change thead th {
    color: var(--o-text-muted);
    font-size: 0.9em;
  }
  .package .change .number {
    font-variant-numeric: tabular-nums;
    white-space: nowrap;
  }
  .package .change [data-who='own'] {
    font-weight: 650;
  }
  .scroll-x {
    overflow-x: auto;
  }
  .agreed-text,
  .tool-text {
    white-space: pre-line;
  }
  .tool-list {
    display: grid;
    gap: 0.8em;
    margin-block-start: 0.5rem;
    padding: 0;
    list-style: none;
  }
  .tool-list a {
    display: inline-flex;
    align-items: center;
    min-block-size: 24px;
    color: var(--o-accent);
    overflow-wrap: anywhere;
  }
  .slide .figures + p {
    margin-block-start: 1em;
  }
  .slide-body > p + p {
    margin-block-start: 0.5em;
  }
  .slide .gate {
    display: grid;
    gap: 0.2em;
  }
  .slide .gate dt {
    font-weight: 650;
  }
  .slide .gate dd {
    margin: 0 0 0.7em;
  }
  .slide .question {
    margin-block-start: 0.7em;
    padding-inline-start: 0.8em;
    border-inline-start: 3px solid var(--o-accent);
  }
  .slide textarea.agreed {
    inline-size: min(100%, 60rem);
    font: inherit;
  }
`;
