import { css } from 'lit';

/** What is written before an action is done, and how it will read. */
export const actionFormStyles = css`
  dialog:has(> .action-form) {
    inline-size: min(44rem, calc(100vw - 1rem));
    max-inline-size: none;
    max-block-size: calc(100vh - 1rem);
  }
  /* What does it stays in sight, however long the form is. */
  dialog > .action-form ~ .buttons {
    position: sticky;
    inset-block-end: -1.1rem;
    z-index: 1;
    margin-block-end: -1.1rem;
    padding-block: 0.6rem 1.1rem;
    background: var(--o-surface);
  }
  .action-form,
  .action-form .part,
  .action-form .preview {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.25rem;
    min-inline-size: 0;
  }
  .action-form {
    gap: 0.8rem;
  }
  .action-form fieldset {
    margin: 0;
    padding: 0;
    border: 0;
  }
  .action-form legend,
  .action-form .part > label {
    padding: 0;
    font-weight: 600;
  }
  .action-form :is(legend, label) .muted {
    font-weight: 400;
  }
  .action-form .part > select {
    margin-block-end: 0.3rem;
  }
  .action-form :is(input, textarea, select).field {
    inline-size: 100%;
    color: var(--o-text);
  }
  .action-form :is(select, [type='date']).field {
    inline-size: fit-content;
    min-inline-size: min(14rem, 100%);
    max-inline-size: 100%;
  }
  .action-form textarea {
    min-block-size: 4.5em;
    resize: vertical;
    line-height: 1.4;
  }
  .action-form [aria-invalid='true'].field {
    border-color: var(--o-critical-mark);
    outline-color: var(--o-critical-mark);
  }
  .action-form .fault {
    font-size: var(--o-small);
    font-weight: 600;
    color: var(--o-critical);
  }
  .action-form .told > p:empty {
    display: none;
  }
  .action-form .told .muted {
    font-size: var(--o-small);
  }
  .action-form .options {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2rem 1.2rem;
  }
  .action-form .options :is(label, .none) {
    display: flex;
    align-items: center;
    gap: 0.45rem;
    min-block-size: max(24px, 1.7em);
  }
  .action-form :is([type='radio'], [type='checkbox']) {
    flex: none;
    inline-size: 1.05em;
    block-size: 1.05em;
    margin: 0;
    accent-color: var(--o-accent);
  }
  .action-form .insert {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.3rem;
    font-size: var(--o-small);
  }
  .action-form .insert .insertion {
    min-block-size: 24px;
    padding: 0.05rem 0.5rem;
    border: 1px solid var(--o-line-strong);
    border-radius: 999px;
    background: var(--o-surface);
    color: var(--o-text);
    font: inherit;
    font-size: var(--o-small);
    cursor: pointer;
  }
  .action-form .preview .count {
    font-size: var(--o-small);
    font-variant-numeric: tabular-nums;
  }
  .action-form .gaps {
    display: block;
    margin: 0;
  }
  .action-form .gaps ul {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .action-form .preview .to {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.2rem 0.75rem;
  }
  .action-form .preview h4 {
    font-size: var(--o-small);
    font-weight: 650;
    color: var(--o-text-muted);
  }
  .action-form .preview .steps {
    display: inline-flex;
    align-items: center;
    gap: 0.25rem;
    margin-inline-start: auto;
  }
  .action-form .letter {
    max-block-size: 14rem;
    padding: 0.6rem 0.8rem;
    overflow: auto;
    border: 1px solid var(--o-line);
    border-radius: var(--o-radius);
    background: var(--o-raised);
    overflow-wrap: anywhere;
  }
  .action-form .words {
    white-space: pre-wrap;
  }
  .action-form mark {
    border-radius: 3px;
    background: var(--o-accent-soft, var(--o-info-soft));
    color: inherit;
  }
  .action-form .left-out {
    color: var(--o-critical);
    font-weight: 650;
  }
  @media (forced-colors: active) {
    .action-form mark {
      outline: 1px solid CanvasText;
      forced-color-adjust: auto;
    }
  }
`;
