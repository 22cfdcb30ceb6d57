import { css } from 'lit';
import { visuallyHidden } from '../../../ui/theme.ts';

export const styles = css`
  .start {
    display: flex;
    flex-direction: column;
    min-block-size: 0;
    background: var(--o-surface);
  }
  .start-head {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.15rem 0.85rem;
    padding: 0.4rem 1.25rem;
  }
  .start-head h2 {
    font-size: 1.36em;
    font-weight: 680;
    line-height: 1.25;
    letter-spacing: -0.01em;
  }
  .start-head h2:focus-visible {
    border-radius: var(--o-radius-small);
  }
  .start-head .facts {
    min-inline-size: 0;
    color: var(--o-text-muted);
    overflow-wrap: anywhere;
  }
  .start-head .facts svg {
    vertical-align: -0.15em;
  }
  .start-head .under-way {
    display: flex;
    flex: 1 1 12rem;
    align-items: center;
    justify-content: flex-end;
    gap: 0.6rem;
    color: var(--o-text-muted);
  }
  .start-head progress {
    inline-size: 8rem;
  }
  .follow-ups {
    margin: 0 1.25rem 0.5rem;
    padding: 0.45rem 0.85rem;
    border: 1px solid var(--o-line);
    border-radius: var(--o-radius);
  }
  .follow-ups h3 {
    font-size: 1em;
    font-weight: 650;
  }
  .follow-ups li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem 1.5rem;
    align-items: center;
    justify-content: space-between;
  }
  .follow-ups .agreed {
    flex: 1 1 100%;
    order: 1;
  }
  .follow-ups ul {
    display: grid;
    gap: 0.6rem;
    margin: 0.15rem 0 0;
    padding: 0;
    list-style: none;
  }
  .follow-ups p {
    margin: 0;
    overflow-wrap: anywhere;
  }
  .follow-ups .what {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.2rem 0.75rem;
  }
  .follow-ups .agreed {
    white-space: pre-line;
  }
  .follow-ups .ways {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
  }
  .start-head .combine {
    position: relative;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: flex-end;
    gap: 0.3rem 0.85rem;
    min-inline-size: 0;
    margin-inline-start: auto;
  }
  .start-head .combine .button {
    min-block-size: 2.15em;
  }
  /* Over the lists: none of them moves while they are ticked. */
  .start-head .refusal {
    position: absolute;
    inset-block-start: calc(100% + 4px);
    inset-inline-end: 0;
    z-index: 3;
    inline-size: max-content;
    max-inline-size: min(30em, 80vw);
    padding: 0.4rem 0.7rem;
    border: 1px solid var(--o-line-strong);
    border-radius: var(--o-radius-small);
    background: var(--o-raised);
    box-shadow: 0 4px 16px rgb(0 0 0 / 18%);
    pointer-events: none;
  }
  .start .tick {
    display: inline-grid;
    place-items: center;
    float: left;
    float: inline-start;
    inline-size: 24px;
    block-size: 24px;
    margin-inline: -4px 0.4rem;
    cursor: pointer;
  }
  .start .tick input {
    inline-size: 1.05em;
    block-size: 1.05em;
    margin: 0;
    accent-color: var(--o-accent);
  }
  .start-scroll {
    flex: 1 1 0;
    min-block-size: 0;
    overflow: auto;
    border-block-start: 1px solid var(--o-line);
  }
  .start table {
    inline-size: 100%;
    border-collapse: separate;
    border-spacing: 0;
    table-layout: fixed;
  }
  .start th,
  .start td {
    padding: 2px 0.6rem;
    border-block-end: 1px solid var(--o-line);
    text-align: start;
    vertical-align: top;
    font-weight: 400;
  }
  /* The commonest screen in a clinic shows the lists of all published profiles, one of them with a round behind it. */
  @media (max-height: 800px) {
    .start tbody :is(th, td) {
      padding-block: 1px;
    }
  }
  .start th:first-child {
    padding-inline-start: 1.25rem;
  }
  .start thead th {
    position: sticky;
    inset-block-start: 0;
    z-index: 2;
    padding-block: 0;
    background: var(--o-raised);
    white-space: nowrap;
  }
  .start thead button {
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    min-block-size: max(24px, 2.1em);
    margin-inline: -0.3em;
    padding: 0 0.3em;
    border: 0;
    border-radius: var(--o-radius-small);
    background: none;
    color: var(--o-text-muted);
    font-size: var(--o-small);
    font-weight: 600;
    cursor: pointer;
  }
  .start thead button:hover,
  .start [aria-sort='ascending'] button,
  .start [aria-sort='descending'] button {
    color: var(--o-text);
  }
  .start thead .col-members,
  .start thead .col-grave,
  .start thead .col-came,
  .start .number {
    text-align: end;
  }
  .start thead .col-list {
    inline-size: auto;
  }
  .start thead .col-members {
    inline-size: 11.5em;
  }
  .start thead .col-grave {
    inline-size: 10.5em;
  }
  .start thead .col-came {
    inline-size: 4.6em;
  }
  .start thead .col-reviewed {
    inline-size: 17em;
    padding-inline-start: 1.6rem;
  }
  .start .col-reviewed {
    padding-inline-start: 1.6rem;
  }
  .start thead .col-round {
    inline-size: 20em;
  }
  .start thead .col-last {
    inline-size: 13em;
  }
  .start tbody tr {
    cursor: pointer;
  }
  .start tbody tr:hover > * {
    background: var(--o-hover);
  }
  .start .open {
    max-inline-size: 100%;
    min-block-size: 24px;
    padding: 0;
    border: 0;
    background: none;
    font-weight: 620;
    text-align: start;
    overflow-wrap: anywhere;
    vertical-align: top;
    cursor: pointer;
  }
  /* Beside its tick, on two lines where one has no room: not below it. */
  .start .tick + .open {
    max-inline-size: calc(100% - 20px - 0.4rem);
  }
  .start .tick ~ :is(.purpose, .wrong) {
    margin-inline-start: calc(20px + 0.4rem);
  }
  .start .open .title,
  .start .wrong span {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .start tbody tr:hover .open {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-decoration-color: color-mix(in srgb, currentColor 45%, transparent);
    text-underline-offset: 0.25em;
  }
  .start .purpose,
  .start .line {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .start .purpose,
  .start .small {
    font-size: var(--o-small);
    color: var(--o-text-muted);
  }
  /* As near to what stands over it as the lines of one paragraph. */
  .start .purpose,
  .start .line + .line,
  .start .number .small,
  .start .col-reviewed > .small {
    line-height: 1.3;
    margin-block-start: -0.2rem;
  }
  .start .col-last > .small {
    line-height: 1.3;
    margin-block-start: -0.2rem;
  }
  .start .number .small,
  .start .col-last > .small {
    display: block;
    white-space: nowrap;
  }
  /* Below a ground of its own, not on it. */
  .start .number .figure + .small {
    margin-block-start: 0;
  }
  .start .wrong {
    display: flex;
    gap: 0.35em;
    font-size: var(--o-small);
    color: var(--o-text);
  }
  .start .wrong svg {
    flex: none;
    margin-block-start: 0.15em;
  }
  .start .wrong span {
    overflow-wrap: anywhere;
  }
  .start .col-members .bare,
  .start .col-members .whole {
    font-weight: 620;
  }
  .start td.number > .bare,
  .start td.col-reviewed .reached {
    line-height: max(24px, 1.4em);
  }
  .start .none {
    line-height: max(24px, 1.4em);
  }
  .start .figure {
    display: inline-flex;
    align-items: center;
    justify-content: flex-end;
    gap: 0.35em;
    min-inline-size: 24px;
    min-block-size: 24px;
    margin-inline-end: -0.45em;
    padding: 0 0.45em;
    border: 1px solid transparent;
    border-radius: var(--o-radius-small);
    background: none;
    color: var(--o-accent);
    font-weight: 600;
    white-space: nowrap;
    cursor: pointer;
  }
  .start .figure:hover {
    border-color: currentColor;
  }
  .start .figure.critical {
    background: var(--o-critical-soft);
    color: var(--o-critical);
  }
  .start .figure.warning {
    background: var(--o-warning-soft);
    color: var(--o-warning);
  }
  .start .figure.done {
    background: none;
    color: var(--o-text-muted);
  }
  .start .figure.small {
    justify-content: flex-start;
    margin: 0 -0.45em;
    color: var(--o-text-muted);
    font-weight: 500;
  }
  /* None over the other: each is to be hit. */
  .start .parts {
    display: flex;
    flex-wrap: wrap;
    column-gap: 0.9em;
    /* A button is 24 px high, and its small text is not, where the page's text is no larger than it mostly is. */
    margin-block: min(0px, 1.15em - 24px) min(0px, 0.575em - 12px);
  }
  .start .figure.small .bare,
  .start .figure.small .whole {
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-decoration-color: color-mix(in srgb, currentColor 45%, transparent);
    text-underline-offset: 0.25em;
  }
  .start .figure.small:hover {
    border-color: transparent;
    color: var(--o-accent);
  }
  .start .reached {
    display: flex;
    align-items: center;
    gap: 0.6em;
  }
  .start .bar {
    flex: 1 1 3rem;
    min-inline-size: 2rem;
    max-inline-size: 6rem;
    block-size: 6px;
    border-radius: 3px;
    overflow: hidden;
    color: var(--o-accent);
    fill: currentColor;
  }
  .start .track {
    fill: color-mix(in srgb, var(--o-line-strong) 28%, transparent);
  }
  .start .line:first-child {
    line-height: max(24px, 1.4em);
  }
  .start .folded {
    display: none;
  }
  .start .due {
    color: var(--o-warning);
    font-weight: 650;
  }
  .start .whole {
    ${visuallyHidden}
  }
  .start td {
    position: relative;
  }
  @container workspace (max-width: 78rem) {
    .start .col-last {
      display: none;
    }
    .start .folded {
      display: block;
    }
    .start thead .col-round {
      inline-size: 17em;
    }
  }
  @container workspace (max-width: 54rem) {
    .start-head {
      padding-inline: 0.85rem;
    }
    .start table,
    .start tbody {
      display: block;
    }
    .start thead {
      display: none;
    }
    .start tbody tr {
      display: flex;
      flex-wrap: wrap;
      align-items: center;
      gap: 0.1rem 0.85rem;
      padding: 0.5rem 0.85rem 0.6rem;
      border-block-end: 1px solid var(--o-line);
    }
    .start tbody tr > * {
      flex: none;
      max-inline-size: 100%;
      padding: 0 !important;
      border: 0;
    }
    .start tbody .name,
    .start tbody .col-reviewed,
    .start tbody .col-round,
    .start tbody .col-last {
      display: block;
      min-inline-size: 0;
      max-inline-size: 100%;
    }
    .start tbody .name,
    .start tbody .col-reviewed {
      flex: 1 0 100%;
    }
    .start .folded {
      display: none;
    }
    .start tbody .number {
      text-align: start;
    }
    .start tbody .number .small {
      display: inline;
      margin-inline-start: 0.5em;
      white-space: normal;
    }
    .start tbody .number:empty,
    .start .none,
    .start .bare {
      display: none;
    }
    .start .whole {
      position: static;
      inline-size: auto;
      block-size: auto;
      overflow: visible;
      clip-path: none;
      white-space: normal;
    }
    .start .figure {
      margin-inline: 0;
    }
    .start .figure.small {
      margin-inline: -0.45em;
    }
    .start tbody .reached {
      line-height: 1.6;
    }
    .start .bar {
      max-inline-size: none;
    }
    .start tbody .line:first-child {
      line-height: inherit;
    }
  }
  @media (forced-colors: active) {
    .start .figure.critical,
    .start .figure.warning {
      border-color: currentColor;
    }
    .start .bar {
      outline: 1px solid CanvasText;
    }
    .start .track {
      fill: Canvas;
    }
  }
  @media print {
    .start-scroll {
      overflow: visible;
    }
  }
`;
