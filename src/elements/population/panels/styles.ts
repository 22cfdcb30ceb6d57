import { css } from 'lit';

/** What stands in more than one of the panels and the dialog. */
export const panelStyles = css`
  .panel form > * + * {
    margin-block-start: 0.6rem;
  }
  .panel h4 {
    font-size: var(--o-small);
    font-weight: 650;
    color: var(--o-text-muted);
  }
  .panel > .muted {
    max-inline-size: 22rem;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem 1rem;
    margin-inline: 0;
    padding: 0;
    border: 0;
  }
  /* The form around them has no box of its own. */
  .panel > * + .radios > .choices {
    margin-block-start: 0.6rem;
  }
  .choices legend {
    padding: 0;
    margin-block-end: 0.2rem;
    font-size: var(--o-small);
    color: var(--o-text-muted);
  }
  .panel label {
    display: flex;
    align-items: center;
    gap: 0.45rem;
    min-block-size: max(24px, 1.7em);
  }
  .panel input[type='checkbox'],
  .panel input[type='radio'] {
    inline-size: 1.05em;
    block-size: 1.05em;
    margin: 0;
    accent-color: var(--o-accent);
  }
  .panel .stacked {
    display: grid;
    gap: 0.2rem;
    font-size: var(--o-small);
    color: var(--o-text-muted);
  }
  .panel .stacked .field,
  .panel textarea {
    inline-size: 100%;
    font-size: var(--o-font-size);
    color: var(--o-text);
  }
  .panel textarea {
    resize: vertical;
  }
  .panel .lines {
    display: grid;
    max-block-size: 20rem;
    overflow: auto;
  }
  /* Around a long list, whose height is known only after it is placed. */
  .panel div.lines {
    block-size: 20rem;
  }
  .panel .lines li {
    display: flex;
    align-items: center;
    gap: 0.35rem;
    min-block-size: max(24px, 1.9em);
  }
  .panel .lines li > :first-child {
    flex: 1 1 auto;
    min-width: 12rem;
  }
  .panel div.conflicts {
    block-size: 24rem;
    overflow: auto;
  }
  .panel .conflicts li {
    padding-block-end: 0.6rem;
  }
  .range {
    display: flex;
    align-items: end;
    gap: 0.6rem;
  }
  .range > span {
    align-self: center;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .tool {
    display: inline-grid;
    place-items: center;
    min-inline-size: max(24px, 1.75rem);
    min-block-size: max(24px, 1.75rem);
    padding: 0;
    border: 1px solid transparent;
    border-radius: var(--o-radius-small);
    background: none;
    color: var(--o-text-muted);
    cursor: pointer;
  }
  .tool:hover {
    background: var(--o-hover);
  }
  .tool[aria-disabled='true'] {
    opacity: 0.35;
    cursor: default;
  }
  .tool[aria-pressed='true'] {
    border-color: var(--o-accent);
    background: var(--o-accent-soft);
    color: var(--o-accent);
  }
  @media (forced-colors: active) {
    .tool[aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
  }
`;
