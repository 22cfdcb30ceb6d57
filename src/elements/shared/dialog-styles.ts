import { css } from 'lit';

/** The frame of a dialog that stands over an element: a question, the sheet of keys. */
export const dialogStyles = css`
  dialog:is(.ask, .keys) {
    inline-size: min(30rem, calc(100vw - 2rem));
    max-block-size: calc(100vh - 2rem);
    padding: 1.1rem 1.25rem;
    border: 1px solid var(--o-line);
    border-radius: var(--o-radius);
    background: var(--o-surface);
    color: var(--o-text);
    overflow: auto;
    overflow-wrap: anywhere;
  }
  dialog:is(.ask, .keys)::backdrop {
    background: rgb(0 0 0 / 35%);
  }
  dialog:is(.ask, .keys) h3 {
    font-size: 1.05em;
    font-weight: 650;
  }
  dialog:is(.ask, .keys) .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    margin-block-start: 1rem;
  }
`;
