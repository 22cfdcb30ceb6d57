import { css } from 'lit';
import { visuallyHidden } from '../../../ui/theme.ts';

export const footStyles = css`
  .foot {
    position: sticky;
    /* Not in a window that is low for the size of its text: so far below it that it never sticks. */
    inset-block-end: min(var(--overblik-bottom, 0px), (100vh - 32rem) * 999);
    z-index: 3;
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.4rem;
    margin-block-start: auto;
    padding: 0.5rem 0.85rem 0.6rem;
    border-block-start: 1px solid var(--o-line-strong);
    background: var(--o-raised);
  }
  .foot > [role='alert']:not(:has(*)),
  .undone > :not(.visually-hidden):not(:has(*)) {
    display: none;
  }
  .undone {
    display: contents;
  }
  .foot .notice {
    margin: 0;
  }
  /* What stands in it has the room of the longest that may. */
  .foot .still {
    display: inline-grid;
  }
  .foot .still > *,
  .foot .still::after {
    grid-area: 1 / 1;
  }
  .foot .still::after {
    content: attr(data-room);
    visibility: hidden;
  }
  .foot .of,
  .foot p.muted {
    font-size: var(--o-small);
  }
  .foot .of {
    color: var(--o-text-muted);
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .foot .status {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 0.3rem;
    min-inline-size: 0;
  }
  /* Who sees to it, by when, and the attempts to reach the patient: one line, as long as they fit. */
  .foot .arranged {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.3rem 0.6rem;
    min-inline-size: 0;
  }
  .foot .plan {
    flex: 1 1 auto;
    flex-wrap: nowrap;
  }
  .foot .plan .assignee {
    flex: 1 1 8.5rem;
    max-inline-size: 16rem;
  }
  .foot .contact-log[open] {
    flex: 1 1 100%;
  }
  .foot .contact-log summary {
    min-block-size: max(24px, 1.8em);
  }
  @container cockpit (max-width: 36rem) {
    .foot .arranged {
      column-gap: 0.45rem;
    }
    .foot .plan {
      column-gap: 0.4rem;
    }
    /* Who, or that nobody, says what it is; its name is heard. */
    .foot .plan .assignee > span {
      ${visuallyHidden}
    }
    .foot .plan .field {
      padding-inline: 0.25em;
    }
  }
  .foot .pills {
    gap: 2px;
    margin: 0;
  }
  .foot .pills label {
    display: inline-flex;
    flex: auto;
    align-items: center;
    justify-content: center;
    min-block-size: max(24px, 2em);
    padding-inline: 0.15em;
    border-radius: var(--o-radius-small);
    font-size: var(--o-small);
    white-space: nowrap;
    background: var(--o-surface);
  }
  .foot .pills label:has([aria-disabled='true']) {
    color: var(--o-text-muted);
    cursor: progress;
  }
  /* As wide as the others, whichever it is. */
  .foot .pills label:has(:checked) {
    background: var(--o-accent);
    color: var(--o-accent-text);
    font-weight: 400;
  }
  .foot .note {
    min-block-size: 2.3em;
    max-block-size: 30vh;
    block-size: 2.3em;
    padding-block: 0.35em;
    overflow: auto;
    resize: none;
    line-height: 1.4;
  }
  .foot .note:focus {
    block-size: 5.2em;
  }
  /* Nothing can be written yet. */
  .foot .note:read-only {
    border-style: dashed;
    background: none;
    cursor: progress;
  }
  @supports (field-sizing: content) {
    .foot .note,
    .foot .note:focus {
      field-sizing: content;
      block-size: auto;
    }
  }
  .foot .way {
    display: flex;
    align-items: center;
    gap: 0.35rem;
    min-inline-size: 0;
  }
  .foot .step {
    justify-content: center;
    min-inline-size: max(24px, 2.15em);
    padding-inline: 0.3em;
  }
  .foot .step[aria-disabled='true'] {
    opacity: 0.5;
    cursor: default;
  }
  .foot .place {
    min-inline-size: 2.8em;
    text-align: center;
    white-space: nowrap;
  }
  .foot .end {
    font-size: var(--o-small);
    color: var(--o-text-muted);
  }
  .foot .save {
    flex: 0 1 auto;
    justify-content: center;
    min-inline-size: 0;
    margin-inline-start: auto;
    padding-inline: 0.7em;
    overflow-wrap: anywhere;
    white-space: normal;
  }
  .foot .save[aria-disabled='true'] {
    cursor: progress;
  }
  .foot .save > [aria-hidden] {
    flex: none;
  }
  .foot .unseen {
    visibility: hidden;
  }
  /* A short window keeps room for what is read. */
  @media (max-height: 30rem) {
    .foot {
      position: static;
    }
  }
  /* So does text of twice the size on a phone. */
  @container cockpit (max-width: 17.5rem) {
    .foot {
      position: static;
    }
    .foot :is(.plan, .way) {
      flex-wrap: wrap;
    }
    .foot .save {
      flex: 1 1 100%;
    }
  }
  @container cockpit (min-width: 56rem) {
    .foot {
      grid-template-columns: minmax(0, 1fr) auto;
      align-items: end;
      gap: 0.4rem 1.5rem;
      padding-inline: 1.5rem;
    }
    .foot > :not(.status, .way) {
      grid-column: 1 / -1;
    }
    .foot .status {
      grid-template-columns: minmax(12rem, 1fr) auto;
      grid-auto-flow: row dense;
      align-items: end;
      gap: 0.3rem 1rem;
    }
    .foot .status > :not(form, .stacked:has(textarea), .arranged, p.muted) {
      grid-column: 1 / -1;
    }
    .foot .status > .arranged {
      grid-column: 1;
    }
    .foot .status > p.muted {
      grid-column: 2;
      align-self: center;
      justify-self: end;
    }
    .foot .plan {
      flex: 0 1 auto;
    }
    .foot .pills {
      flex-wrap: nowrap;
    }
    .foot .pills label {
      padding-inline: 0.75em;
    }
    .foot .way {
      grid-column: 2;
    }
  }
  @media print {
    .foot {
      display: none;
    }
  }
`;
