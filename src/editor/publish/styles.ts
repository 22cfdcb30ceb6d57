import { css } from 'lit';

/** The panel in which a version is published. */
export const publishStyles = css`
  .publish {
    display: grid;
    gap: 0.75rem;
    justify-items: start;
    padding: 0.75rem 0.9rem;
  }
  .publish > :is(section, fieldset, label, details, p) {
    inline-size: 100%;
    box-sizing: border-box;
  }
  .publish :is(p, h4, h5, ul) {
    margin: 0;
  }
  .publish h5 {
    margin-block-start: 0.4rem;
    font-weight: 640;
  }
  .publish ul {
    padding-inline-start: 1.1rem;
    overflow-wrap: anywhere;
  }
  .publish :is(del, ins) {
    display: block;
    padding-inline: 0.4em;
    text-decoration: none;
  }
  .publish del {
    border-inline-start: 3px solid var(--o-critical-mark);
    color: var(--o-text-muted);
    text-decoration: line-through;
  }
  .publish ins {
    border-inline-start: 3px solid var(--o-good);
  }
  .publish fieldset {
    display: grid;
    gap: 0.4rem;
    min-inline-size: 0;
    margin: 0;
    padding: 0.5rem 0.7rem;
    border: 1px solid var(--o-line);
    border-radius: var(--o-radius-small);
  }
  .publish .choice {
    display: flex;
    align-items: baseline;
    gap: 0.5rem;
    min-block-size: 24px;
  }
  .publish .stacked {
    display: grid;
    gap: 0.2rem;
  }
  .publish :is(textarea, input.field) {
    inline-size: 100%;
    box-sizing: border-box;
  }
  .publish .faults {
    padding: 0.5rem 0.7rem 0.5rem 1.6rem;
    border-inline-start: 3px solid var(--o-warning-mark);
    background: var(--o-warning-soft);
  }
  .publish details > * {
    margin-block-start: 0.5rem;
  }
`;
