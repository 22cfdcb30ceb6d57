import { css } from 'lit';

/** Rows as cards. Their cells are placed by the grid; the numbers here follow its units, 14 to an em. */
export const cardStyles = css`
  .cards,
  .cards .head {
    background: var(--o-ground);
  }
  .cards .line {
    inset-inline: calc(6em / 14);
    block-size: var(--o-card);
    margin-block-start: calc(6em / 14);
    border: 0;
    border-radius: var(--o-radius);
    /* A line that takes no room, and stays in forced colours. */
    outline: 1px solid var(--o-line);
    outline-offset: -1px;
  }
  .cards .pins {
    background: none;
    box-shadow: none;
  }
  /* All of the card opens the patient. */
  .cards .line .pins::after {
    content: '›' / '';
    position: absolute;
    inset-block: 0;
    inset-inline-end: 0.45em;
    display: grid;
    align-items: center;
    color: var(--o-text-muted);
    font-size: 1.15em;
    pointer-events: none;
  }
  .cards .line.group {
    outline: none;
    background: var(--o-line);
  }
  .cards .line.group .pins::after {
    content: none;
  }
  .cards .group-cell .text {
    font-size: 1.07em;
  }
  .cards .cell.check-cell {
    justify-content: center;
    padding: 0;
    cursor: pointer;
  }
  .cards .check {
    inline-size: 1.4em;
    block-size: 1.4em;
  }
  .cards .check[aria-checked='true']::before {
    inline-size: 0.42em;
    block-size: 0.8em;
  }
  .cards .check[aria-checked='mixed']::before {
    inline-size: 0.75em;
    margin-block-start: 0.55em;
  }
  .cards .line .cell {
    padding-inline: 0.45em;
  }
  .cards .title .text {
    font-size: 1.07em;
    font-weight: 650;
  }
  .cards .line .act {
    align-items: end;
    padding-block: 2px;
    padding-inline-end: 0;
    cursor: pointer;
  }
  .cards .act .button {
    min-block-size: 0;
    block-size: 100%;
    max-inline-size: 100%;
    padding: 0 0.5em;
    overflow: hidden;
  }
  .cards .act .button svg {
    flex: none;
    color: var(--o-text-muted);
  }
  .cards .wrapped {
    align-items: start;
    padding-block-start: 0.25em;
    white-space: normal;
  }
  .cards .wrapped .text {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow-wrap: anywhere;
  }
  .label {
    flex: 0 1 auto;
    min-inline-size: 3em;
    overflow: hidden;
    color: var(--o-text-muted);
    font-size: var(--o-small);
    text-overflow: ellipsis;
  }
  .label:has(svg) {
    display: inline-flex;
    flex: none;
    min-inline-size: 0;
  }
  /* Only what chooses them all is seen of the heads; the others name the cells to those who hear them. */
  .cards .head {
    border: 0;
  }
  .cards .heads .check-cell {
    inset-block: 0;
    block-size: auto;
    inline-size: 100%;
    justify-content: flex-start;
    gap: 0.9em;
    padding-inline: calc(16em / 14);
  }
  .cards .heads .visually-hidden {
    padding: 0;
  }
  .cards .heads.bare {
    block-size: 0;
  }
  .cards .heads .text {
    color: var(--o-text-muted);
    font-weight: 500;
  }
`;
