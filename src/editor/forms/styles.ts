import { css } from 'lit';

/** The look of forms: labels over their fields, what belongs together in light frames. */
export const formStyles = css`
  .profile-form {
    container-type: inline-size;
    display: grid;
    gap: 0.9rem;
    align-content: start;
    min-inline-size: 0;
  }
  .profile-form > h3 {
    font-size: 1.15em;
    font-weight: 650;
    overflow-wrap: anywhere;
  }
  .profile-form > h3:focus {
    outline: none;
  }
  .profile-form > h3:focus-visible {
    outline: var(--o-focus);
  }
  .profile-form .fields,
  .profile-form .criterion-fields,
  .profile-form .rows {
    display: grid;
    gap: 0.9rem;
    min-inline-size: 0;
  }
  .profile-form .form-field {
    display: grid;
    gap: 0.25rem;
    min-inline-size: 0;
  }
  .profile-form .current {
    border-inline-start: 3px solid var(--o-accent);
    padding-inline-start: 0.6rem;
  }
  .profile-form .json-link {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 0.75rem;
    overflow-wrap: anywhere;
  }
  .profile-form .field-head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.15rem 0.5rem;
    min-block-size: 1.5rem;
  }
  .profile-form .field-label {
    font-weight: 600;
  }
  .profile-form .help,
  .profile-form .language {
    color: var(--o-text-muted);
    font-size: var(--o-small);
  }
  .profile-form .field {
    max-inline-size: 100%;
    min-inline-size: 0;
  }
  .profile-form .kind-line > .field,
  .profile-form .kind-prose > .field,
  .profile-form .kind-lines > .field,
  .profile-form .in-language > .field {
    inline-size: 100%;
  }
  .profile-form .kind-line > .field {
    max-inline-size: 28rem;
  }
  .profile-form [hidden] {
    display: none;
  }
  .profile-form textarea {
    resize: vertical;
    min-block-size: max(24px, 2.15em);
    line-height: 1.45;
  }
  @supports (field-sizing: content) {
    .profile-form textarea {
      field-sizing: content;
    }
  }
  .profile-form .kind-lines > textarea {
    max-inline-size: 28rem;
    max-block-size: 24rem;
    min-block-size: 4em;
  }
  .profile-form .field[aria-invalid='true'] {
    border-color: var(--o-critical-mark);
    box-shadow: inset 0 0 0 1px var(--o-critical-mark);
  }
  .profile-form .kind-number > .field,
  .profile-form .digits {
    inline-size: 6.5em;
  }
  .profile-form .form-field > select,
  .profile-form .kind-date > .field {
    justify-self: start;
  }
  .profile-form .languages {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(15rem, 100%), 1fr));
    gap: 0.4rem 0.75rem;
  }
  .profile-form .in-language {
    display: grid;
    gap: 0.15rem;
    align-content: start;
    min-inline-size: 0;
  }
  .profile-form .window,
  .profile-form .either,
  .profile-form .codes,
  .profile-form .typed {
    display: grid;
    gap: 0.5rem;
    justify-items: start;
    min-inline-size: 0;
  }
  .profile-form :is(.either, .codes, .typed) > :not(select, button) {
    inline-size: 100%;
  }
  .profile-form .span,
  .profile-form .edge {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem 0.6rem;
  }
  .profile-form .span {
    display: grid;
  }
  .profile-form .span .language {
    min-inline-size: 4.5em;
  }
  .profile-form .amount,
  .profile-form .amounts {
    display: inline-flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem;
  }
  .profile-form .group,
  .profile-form .unshown,
  .profile-form .left-over,
  .profile-form .criterion-card,
  .profile-form .rows > li > .compound {
    padding: 0.65rem 0.8rem;
    border: 1px solid var(--o-line);
    border-radius: var(--o-radius-small);
    background: var(--o-raised);
    min-inline-size: 0;
  }
  .profile-form .rows > li > .compound .group {
    padding: 0;
    border: 0;
    background: none;
  }
  .profile-form :is(.unshown, .left-over) {
    display: grid;
    gap: 0.4rem;
    justify-items: start;
    border-inline-start: 3px solid var(--o-warning-mark);
  }
  .profile-form .left {
    inline-size: 100%;
  }
  .profile-form .json {
    max-inline-size: 100%;
    max-block-size: 12rem;
    margin: 0;
    overflow: auto;
    font-size: var(--o-small);
    white-space: pre-wrap;
    overflow-wrap: anywhere;
  }
  .profile-form .group > .fields:has(> .kind-number) {
    grid-template-columns: repeat(auto-fill, minmax(7.5rem, 1fr));
    align-items: start;
  }
  .profile-form .fields:has(> .kind-number) > :not(.kind-number) {
    grid-column: 1 / -1;
  }
  .profile-form .criterion-card {
    display: flex;
    flex-wrap: wrap;
    align-items: start;
    justify-content: space-between;
    gap: 0.4rem 0.75rem;
  }
  .profile-form .criterion-card > p:first-child {
    flex: 1 1 14rem;
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  .profile-form .section-link {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.75rem;
  }
  .profile-form .words {
    padding: 0.5rem 0.8rem;
    border-radius: var(--o-radius-small);
    background: var(--o-accent-soft);
    text-wrap: pretty;
    overflow-wrap: anywhere;
  }
  .profile-form .words .language {
    display: block;
  }
  .profile-form .additions,
  .profile-form .insert {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.35rem;
    margin-block-start: 0.2rem;
  }
  .profile-form :is(.group, .compound) > .additions {
    margin-block-start: 0.7rem;
  }
  .profile-form :is(.addition, .insertion) {
    min-block-size: max(24px, 1.75em);
    padding: 0.05em 0.7em;
    border: 1px dashed var(--o-line-strong);
    border-radius: 99px;
    background: none;
    font-size: var(--o-small);
    cursor: pointer;
  }
  .profile-form :is(.addition, .insertion, .tool):hover {
    background: var(--o-hover);
  }
  .profile-form .tools {
    display: inline-flex;
    align-items: center;
    gap: 0.15rem;
  }
  .profile-form .tool {
    display: inline-grid;
    place-items: center;
    inline-size: max(24px, 1.8em);
    block-size: max(24px, 1.8em);
    padding: 0;
    border: 0;
    border-radius: var(--o-radius-small);
    background: none;
    color: var(--o-text-muted);
    cursor: pointer;
  }
  .profile-form .tool[aria-disabled='true'] {
    opacity: 0.35;
    cursor: default;
  }
  .profile-form .boxes {
    display: flex;
    flex-wrap: wrap;
    gap: 0.2rem 1rem;
  }
  .profile-form .boxes label {
    display: inline-flex;
    align-items: center;
    gap: 0.4rem;
    min-block-size: 24px;
  }
  .profile-form input[type='checkbox'] {
    inline-size: 1.05em;
    block-size: 1.05em;
    margin: 0;
    accent-color: var(--o-accent);
  }
  .profile-form .fault {
    display: flex;
    align-items: baseline;
    gap: 0.35rem;
    color: var(--o-critical);
    font-size: var(--o-small);
    overflow-wrap: anywhere;
  }
  .profile-form .fault svg {
    flex: none;
    translate: 0 0.1em;
  }
  .profile-form .fixed {
    color: var(--o-text-muted);
    overflow-wrap: anywhere;
  }
  .profile-form button.button {
    justify-self: start;
  }
`;
