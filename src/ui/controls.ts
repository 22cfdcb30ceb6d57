import { css } from 'lit';

/** Buttons, links, fields, chips, cards and notices: one look in all elements. */
export const controls = css`
  button,
  input,
  select,
  textarea {
    font: inherit;
    color: inherit;
  }
  :focus-visible {
    outline: var(--o-focus);
    outline-offset: 2px;
  }
  .button {
    display: inline-flex;
    align-items: center;
    gap: 0.4em;
    min-height: max(24px, 2.15em);
    padding: 0.25em 0.85em;
    border: 1px solid var(--o-line-strong);
    border-color: color-mix(in srgb, var(--o-line-strong) 55%, transparent);
    border-radius: var(--o-radius-small);
    background: var(--o-surface);
    font-weight: 500;
    white-space: nowrap;
    cursor: pointer;
  }
  .button:hover {
    background: var(--o-hover);
  }
  .button.primary {
    border-color: var(--o-accent);
    background: var(--o-accent);
    color: var(--o-accent-text);
  }
  .button[aria-disabled='true'],
  .link[aria-disabled='true'] {
    opacity: 0.55;
    cursor: default;
  }
  /* A line's height is too little to be met: what is pressed is higher, and moves nothing around it. */
  .link,
  summary {
    --o-beyond: max(0px, (24px - 1lh) / 2);
    padding-block: var(--o-beyond);
    cursor: pointer;
  }
  .link {
    min-inline-size: 24px;
    margin-block: calc(-1 * var(--o-beyond));
    padding-inline: 0;
    border: 0;
    background: none;
    color: var(--o-accent);
    font-weight: 500;
    text-align: inherit;
    text-decoration: underline;
    text-decoration-thickness: 1px;
    text-decoration-color: color-mix(in srgb, currentColor 45%, transparent);
    text-underline-offset: 0.25em;
  }
  .link:hover {
    text-decoration-color: currentColor;
  }
  .field {
    min-height: max(24px, 2.15em);
    padding: 0.25em 0.7em;
    border: 1px solid var(--o-line-strong);
    border-radius: var(--o-radius-small);
    background: var(--o-surface);
  }
  .field::placeholder {
    color: var(--o-text-muted);
    opacity: 1;
  }
  .chip {
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    max-width: 100%;
    padding: 0.1em 0.5em;
    border: 1px solid transparent;
    border-radius: var(--o-radius-small);
    font-size: var(--o-small);
    font-weight: 600;
    line-height: 1.5;
    white-space: nowrap;
  }
  .chip.critical {
    background: var(--o-critical-soft);
    color: var(--o-critical);
  }
  .chip.warning {
    background: var(--o-warning-soft);
    color: var(--o-warning);
  }
  .chip.info {
    background: var(--o-info-soft);
    color: var(--o-info);
  }
  .chip.unknown {
    border: 1px dashed var(--o-line-strong);
    background: none;
    color: var(--o-text-muted);
    font-style: italic;
    font-weight: 500;
  }
  .chip svg {
    flex: none;
  }
  .card {
    padding: 0.75rem 0.85rem;
    border: 1px solid var(--o-line);
    border-radius: var(--o-radius);
    background: var(--o-surface);
  }
  .notice {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0.35rem 0.75rem;
    padding: 0.5rem 0.85rem;
    border-inline-start: 3px solid var(--o-warning-mark);
    background: var(--o-warning-soft);
    color: var(--o-text);
  }
  .notice.critical {
    border-color: var(--o-critical-mark);
    background: var(--o-critical-soft);
  }
  .notice .button {
    min-height: max(24px, 1.9em);
  }
  .muted {
    color: var(--o-text-muted);
  }
  .missing,
  .unknown-text {
    color: var(--o-text-muted);
    font-style: italic;
  }
  .state {
    display: grid;
    justify-items: center;
    align-content: center;
    gap: 0.75rem;
    min-height: 12rem;
    padding: 2rem 1.25rem;
    text-align: center;
  }
  .state h2,
  .state h3 {
    font-size: 1.15em;
    font-weight: 650;
  }
  .state .notice {
    text-align: start;
  }
  .state p {
    max-width: 34rem;
    color: var(--o-text-muted);
    text-wrap: pretty;
  }
  progress {
    width: min(20rem, 80%);
    height: 0.4rem;
    accent-color: var(--o-accent);
  }
  /* One of a few, as pills: the radio buttons are there for keys and screen readers. */
  .pills {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem;
    margin: 0 0 0.6rem;
    padding: 0;
    border: 0;
  }
  .pills label {
    display: inline-flex;
    align-items: center;
    min-block-size: max(24px, 1.7em);
    padding: 0.1em 0.75em;
    border: 1px solid color-mix(in srgb, var(--o-line-strong) 60%, transparent);
    border-radius: 99px;
    cursor: pointer;
  }
  .pills label:hover {
    background: var(--o-hover);
  }
  .pills label:has(:checked) {
    border-color: var(--o-accent);
    background: var(--o-accent-soft);
    color: var(--o-accent);
    font-weight: 600;
  }
  .pills label:has(:focus-visible) {
    outline: var(--o-focus);
    outline-offset: 2px;
  }
  .conflict {
    display: grid;
    gap: 0.35rem;
    margin-block-start: 0.5rem;
    padding: 0.55rem 0.75rem;
    border-inline-start: 3px solid var(--o-warning-mark);
    background: var(--o-warning-soft);
  }
  @media (forced-colors: active) {
    .pills label:has(:checked) {
      outline: 2px solid Highlight;
    }
    .chip,
    .card,
    .notice {
      border: 1px solid CanvasText;
    }
  }
`;
