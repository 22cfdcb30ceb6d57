import { css } from 'lit';

/** The panel in which a table is pasted. */
export const wordTableStyles = css`
  .word-table {
    display: grid;
    gap: 0.6rem;
    padding: 0.75rem 0.9rem;
  }
  .word-table p,
  .word-table h4,
  .word-table dl {
    margin: 0;
  }
  .word-table .stacked {
    display: grid;
    gap: 0.25rem;
  }
  .word-table textarea {
    inline-size: 100%;
    box-sizing: border-box;
    resize: vertical;
  }
  .word-table .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .word-table .read dt {
    color: var(--o-text-muted);
    font-size: var(--o-small);
  }
  .word-table .read dd {
    margin: 0 0 0.35rem;
  }
  .word-table hr {
    inline-size: 100%;
    border: 0;
    border-block-start: 1px solid var(--o-line);
  }
`;
