import { css } from 'lit';
import { visuallyHidden } from '../../ui/theme.ts';

/** The look of codes: a row a code, in columns that line up; what is opened stands below, and covers nothing. */
export const codeStyles = css`
  .code-field,
  .code-field .asked,
  .code-field .code-set {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.6rem;
  }
  .code-field .asked {
    padding: 0.6rem 0.75rem 0.75rem;
    border: 1px solid var(--o-line);
    border-radius: var(--o-radius);
    background: var(--o-surface);
  }
  .code-field .asked > header {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0.2rem 1rem;
  }
  .code-field :is(h3, h4) {
    margin: 0;
    font-size: 1em;
    font-weight: 640;
    overflow-wrap: anywhere;
  }
  .code-page > h3 {
    font-size: 1.15em;
  }
  .code-field .list-head {
    display: flex;
    align-items: baseline;
    gap: 0.6rem;
  }
  .code-field .list-head .muted {
    font-size: var(--o-small);
    font-weight: 400;
  }
  .code-field ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .code-field p {
    margin: 0;
  }
  .code-field .deeds {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.2rem 0.8rem;
  }
  .system-line,
  .set-names,
  .more-sets,
  .code-field .share {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.35rem 0.7rem;
  }
  .system-line .field {
    inline-size: 8rem;
  }
  .system-line .muted {
    font-size: var(--o-small);
  }
  .set-names {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
  }
  .set-names .titles {
    display: contents;
  }
  .more-sets {
    display: grid;
    grid-template-columns: max-content minmax(0, 1fr);
    padding-block-start: 0.2rem;
  }
  .more-sets .field {
    min-inline-size: 0;
    max-inline-size: 100%;
  }
  .new-set {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
  }
  .code-field .entries > li,
  .missed-codes > li {
    border-block-start: 1px solid var(--o-line);
  }
  .code-field .entry {
    display: grid;
    grid-template-columns: auto minmax(4.2em, max-content) minmax(5rem, 1fr) auto;
    align-items: center;
    gap: 0.1rem 0.5rem;
    min-block-size: max(28px, 2.1em);
  }
  .code-field .what {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.1rem 0.7rem;
    min-inline-size: 0;
  }
  .code-field .what > :not(.called) {
    font-size: var(--o-small);
  }
  .code-field .entry > .deeds {
    justify-content: end;
    flex-wrap: nowrap;
  }
  .missed-codes .entry {
    grid-template-columns: minmax(4.2em, max-content) minmax(5rem, 1fr) auto;
    padding-block-start: 0.3rem;
  }
  .missed-codes .why {
    padding-block-end: 0.35rem;
    font-size: var(--o-small);
  }
  .code-field .code {
    font-family: 'Cascadia Mono', 'DejaVu Sans Mono', monospace;
    font-size: 0.95em;
    font-weight: 600;
    overflow-wrap: anywhere;
  }
  .code-field .called {
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .code-field .twist {
    display: inline-grid;
    place-items: center;
    inline-size: max(24px, 1.4em);
    block-size: max(24px, 1.4em);
    padding: 0;
    border: 0;
    background: none;
    color: var(--o-text-muted);
  }
  .code-field button.twist {
    cursor: pointer;
  }
  .code-field .below {
    margin-inline-start: 1.4rem;
  }
  .code-field .below > li {
    border-block-start: 1px dotted var(--o-line);
  }
  .code-field .icon-button {
    display: inline-grid;
    place-items: center;
    inline-size: max(26px, 1.6em);
    block-size: max(26px, 1.6em);
    padding: 0;
    border: 0;
    border-radius: var(--o-radius-small);
    background: none;
    color: var(--o-text-muted);
    cursor: pointer;
  }
  .code-field .icon-button:hover {
    background: var(--o-hover);
    color: var(--o-text);
  }
  .code-search {
    display: grid;
    gap: 0.2rem;
  }
  .code-search label,
  .paste > label,
  .set-names label,
  .more-sets label,
  .system-line label,
  .share label {
    font-size: var(--o-small);
    font-weight: 600;
  }
  .row-of-search {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
  }
  .row-of-search input {
    flex: 1 1 10rem;
    min-inline-size: 0;
  }
  .code-search [role='listbox'] {
    max-block-size: 16rem;
    overflow: auto;
    border: 1px solid var(--o-line-strong);
    border-radius: var(--o-radius-small);
    background: var(--o-surface);
  }
  .code-search [role='option'] {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.1rem 0.6rem;
    min-block-size: 24px;
    padding: 0.25em 0.6em;
    cursor: pointer;
  }
  .code-search [role='option']:hover {
    background: var(--o-hover);
  }
  .code-search [role='option'][aria-selected='true'] {
    background: var(--o-accent-soft);
    box-shadow: inset 3px 0 var(--o-accent);
  }
  .search-state {
    min-block-size: 1.45em;
    font-size: var(--o-small);
  }
  .paste {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.45rem;
    padding: 0.6rem 0.75rem 0.75rem;
    border: 1px solid var(--o-accent);
    border-radius: var(--o-radius);
    background: var(--o-ground);
  }
  .paste textarea {
    inline-size: 100%;
    max-block-size: 24rem;
    box-sizing: border-box;
    resize: vertical;
    font-family: 'Cascadia Mono', 'DejaVu Sans Mono', monospace;
  }
  .paste .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
  }
  .paste-read {
    display: grid;
    gap: 0.3rem;
  }
  .paste .check {
    display: flex;
    align-items: center;
    gap: 0.4rem;
    min-block-size: 24px;
  }
  .plain-codes li {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1rem 0.6rem;
  }
  .plain-codes li.out .called {
    text-decoration: line-through;
  }
  .codes-more > summary {
    font-weight: 600;
  }
  .codes-more[open] > summary {
    margin-block-end: 0.3rem;
  }
  .code-field .fault {
    display: flex;
    gap: 0.35rem;
    color: var(--o-critical);
    font-size: var(--o-small);
  }
  .codes-more table {
    inline-size: 100%;
    border-spacing: 0.3rem 0.2rem;
  }
  .codes-more th {
    font-size: var(--o-small);
    text-align: start;
  }
  .codes-more td .field {
    inline-size: 100%;
    box-sizing: border-box;
  }
  .codes-more > ul {
    max-block-size: 24rem;
    overflow: auto;
  }
  .code-field .unseen {
    ${visuallyHidden}
  }
  @container editor (width < 26rem) {
    .code-field .entry {
      grid-template-columns: auto minmax(4.2em, max-content) minmax(0, 1fr);
    }
    .code-field .entry > .deeds {
      grid-column: 2 / -1;
      justify-content: start;
    }
    .missed-codes .entry {
      grid-template-columns: max-content minmax(0, 1fr);
    }
    .missed-codes .entry > .deeds {
      grid-column: 1 / -1;
    }
    .more-sets,
    .set-names {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (forced-colors: active) {
    .code-search [role='option'][aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
