import { css } from 'lit';

/** Numbers beside the tree, over the form, and the patients behind them. */
export const attritionStyles = css`
  .outline {
    container: outline / inline-size;
  }
  .tree-head:has(.numbers-head) {
    border-block-end: 1px solid var(--o-line);
  }
  .left-out {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25rem 0.75rem;
  }
  .numbers-head {
    display: flex;
    justify-content: space-between;
    align-items: baseline;
    gap: 0.5rem;
    padding-block: 0.3em;
    /* The rows have their handles at the end. */
    padding-inline: 0.6em calc(0.6rem + 24px + 0.35rem);
    color: var(--o-text-muted);
    font-size: var(--o-small);
  }
  .numbers {
    flex: none;
    display: grid;
    grid-template-columns: 4.6em 4.4em 7.2em 5.2em 2.6em;
    align-items: center;
    justify-items: end;
    font-size: var(--o-small);
    font-variant-numeric: tabular-nums;
  }
  .numbers-head .numbers {
    font-size: inherit;
  }
  .numbers .cell {
    position: relative;
    display: flex;
    justify-content: end;
    gap: 0.2em;
  }
  /* −6.857 ?3 beside one another as far as there is room, and never into the number before. */
  .numbers .cell.only {
    flex-wrap: wrap;
    gap: 0 0.2em;
  }
  .numbers .cell.alone {
    inline-size: 4em;
  }
  .row .numbers:last-child {
    margin-inline-end: calc(24px + 0.35rem);
  }
  .row .cell.left {
    font-weight: 640;
  }
  .numbers .lacking,
  .numbers .none,
  .attrition .lacking {
    color: var(--o-text-muted);
  }
  .number {
    min-block-size: 24px;
    min-inline-size: 24px;
    padding: 0 0.25em;
    border: 0;
    border-radius: 4px;
    background: none;
    color: inherit;
    font: inherit;
    font-variant-numeric: tabular-nums;
    text-align: end;
    cursor: pointer;
  }
  .number:hover {
    background: var(--o-accent-soft);
    color: var(--o-accent);
    text-decoration: underline;
  }
  .number:focus-visible {
    outline: var(--o-focus);
  }
  .cell.undecided .number {
    color: var(--o-warning);
  }
  .stale {
    color: var(--o-text-muted);
  }
  .stale .number,
  .stale .share {
    opacity: 0.55;
  }
  .numbers.off .cell:not(.takesPart) {
    opacity: 0.6;
  }
  .takesPart input {
    inline-size: 1.1em;
    block-size: 1.1em;
    margin: 0;
    accent-color: var(--o-accent);
  }
  label.takesPart {
    min-block-size: 24px;
    min-inline-size: 24px;
    align-items: center;
    justify-content: center;
  }
  .share {
    inline-size: 100%;
    block-size: 3px;
  }
  .numbers .share {
    position: absolute;
    inset-inline: 0.2em;
    inset-block-end: 0;
    inline-size: calc(100% - 0.4em);
  }
  .share .of {
    fill: var(--o-line);
  }
  .share .yes {
    fill: var(--o-accent);
  }
  .share .unknown {
    fill: var(--o-warning);
  }
  .attrition {
    margin-block-end: 1rem;
    padding: 0.6rem 0.8rem;
    border: 1px solid var(--o-line);
    border-radius: 6px;
    background: var(--o-surface);
  }
  .attrition h3,
  .patients h4 {
    margin: 0 0 0.35rem;
    font-size: 1em;
    font-weight: 640;
  }
  .attrition .muted,
  .patients .muted {
    font-size: var(--o-small);
    font-weight: 400;
  }
  .attrition table {
    margin-block: 0.4rem;
    border-collapse: collapse;
  }
  .attrition th {
    padding-inline-end: 0.8rem;
    font-weight: 400;
    text-align: start;
  }
  .attrition td {
    padding-inline-end: 0.9rem;
    text-align: start;
    white-space: nowrap;
  }
  .attrition .number {
    font-weight: 640;
  }
  .attrition .part {
    color: var(--o-text-muted);
    font-size: var(--o-small);
  }
  .switches {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.3rem 0.8rem;
  }
  .switches label {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-block-size: 24px;
  }
  .head .clinic {
    font-size: var(--o-small);
  }
  .head .notice {
    flex-basis: 100%;
    order: 9;
  }
  .patients {
    padding: 0.6rem 0.9rem 2rem;
  }
  .patients .rule:focus {
    outline: none;
  }
  .patients h4.rule {
    margin: 0 0 0.5rem;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .patients .pills label {
    gap: 0.4em;
  }
  .patients .pills {
    margin-block-end: 0.6rem;
  }
  .patients ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .patients .reasons ul {
    padding-inline-start: 1.1em;
    list-style: disc;
  }
  .patients .stratum,
  .patients .reasons {
    margin-block: 0.8rem;
  }
  .patients .patient {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.1rem 0.7rem;
    padding-block: 0.15rem;
    border-block-start: 1px solid var(--o-line);
  }
  /* One stands right below another: a row is as high as what is pressed in it. */
  .patients .patient .link {
    margin-block: 0;
  }
  .patients .who {
    flex: 1 1 9rem;
  }
  .patients .why {
    padding: 0.2rem 0 0.6rem;
  }
  .patients .why ul {
    padding-inline-start: 1.15rem;
  }
  @container outline (width < 33rem) {
    .numbers {
      grid-template-columns: 4.4em 4.4em 5.2em 2.6em;
    }
    .numbers .cell.only {
      display: none;
    }
  }
  @container outline (width < 27rem) {
    .numbers {
      grid-template-columns: 4.4em 5.2em 2.6em;
    }
    .numbers .cell.alone {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .share .yes {
      fill: Highlight;
    }
    .share .unknown {
      fill: GrayText;
    }
    .stale .number {
      opacity: 1;
      color: GrayText;
    }
  }
`;
