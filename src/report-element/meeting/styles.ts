import { css } from 'lit';

/** Large enough to be read from the other end of the table. */
export const meetingStyles = css`
  dialog.meeting {
    inline-size: 100vw;
    block-size: 100vh;
    max-inline-size: none;
    max-block-size: none;
    margin: 0;
    padding: 0;
    border: 0;
    background: var(--o-surface);
    color: var(--o-text);
    font-size: clamp(1.15rem, 0.6rem + 0.9vw, 1.9rem);
  }
  dialog.meeting[open] {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto;
  }
  .slide {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    gap: 0.8rem;
    min-block-size: 0;
    padding: clamp(1.2rem, 3vw, 3.5rem) clamp(1.2rem, 5vw, 6rem) 0;
  }
  .slide h2 {
    font-size: 1.7em;
    text-wrap: balance;
  }
  .slide h2:focus {
    outline: none;
  }
  .slide-body {
    min-block-size: 0;
    padding-block-end: 1.5rem;
    overflow: auto;
  }
  .slide .points {
    display: grid;
    gap: 0.6em;
    padding-inline-start: 1.2em;
    list-style: disc;
  }
  .slide .figures {
    margin-block-start: 1.5em;
  }
  .slide .figures .value {
    font-size: 2.6em;
  }
  .slide .chart {
    max-inline-size: min(100%, 80vh * 1.7);
  }
  /* The drawing is what is seen from the other end of the table: what it says stands below. */
  .slide .chart {
    display: flex;
    flex-direction: column;
  }
  .slide figcaption {
    order: 1;
    font-size: 0.8em;
  }
  .slide .chart-finding {
    max-inline-size: none;
  }
  .slide .chart-title,
  .slide .chart-numbers {
    display: none;
  }
  .slide-bar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.6rem 1rem;
    align-items: center;
    padding: 0.6rem clamp(1.2rem, 5vw, 6rem);
    border-block-start: 1px solid var(--o-line);
    background: var(--o-raised);
    font-size: 0.85rem;
  }
  .slide-bar .choice {
    min-block-size: 24px;
    cursor: pointer;
  }
  .slide-bar input {
    inline-size: 1.3em;
    block-size: 1.3em;
    min-inline-size: 24px;
    min-block-size: 24px;
    margin: 0;
    accent-color: var(--o-accent);
  }
  .slide-bar .fill {
    flex: 1;
  }
`;
