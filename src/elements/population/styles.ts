import { css } from 'lit';

/** The element's frame, its notices, and what it leaves to a print of the page. */
export const frameStyles = css`
  :host {
    block-size: var(--overblik-height, 100%);
    /* In large text no more than a low window has. */
    min-block-size: min(20rem, 60vh);
    container: population-room / inline-size;
    background: var(--o-ground);
  }
  .frame {
    position: relative;
    display: flex;
    flex-direction: column;
    block-size: 100%;
    min-block-size: inherit;
    /* Where the list would be less than a few rows, everything above it scrolls away. */
    overflow: hidden auto;
  }
  .frame > * {
    flex: none;
  }
  /* It takes the focus where nothing else of it has it. */
  .frame:focus {
    outline: none;
  }
  .frame.veiled {
    position: relative;
  }
  .frame.veiled > :not(.head, .state) {
    visibility: hidden;
  }
  .frame.veiled > .state {
    position: absolute;
    inset: 4rem 0 0;
  }
  .notice {
    margin: 0.35rem 1.25rem;
  }
  .notice.mild {
    border-color: var(--o-line-strong);
    background: var(--o-raised);
    color: var(--o-text-muted);
  }
  .errors {
    display: grid;
    gap: 0.5rem;
    max-height: 14rem;
    margin-block-start: 0.4rem;
    overflow: auto;
  }
  /* Nothing of what comes and goes moves the rows. */
  .rows {
    position: relative;
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    flex: 1 0 12rem;
    min-block-size: 12rem;
  }
  .late {
    display: grid;
    justify-items: start;
  }
  .frame > .loading-bar {
    position: absolute;
    inset-block-start: 0;
    inset-inline: 0;
    z-index: 5;
  }
  .loading-bar[hidden] {
    display: none;
  }
  .loading-bar {
    height: 2px;
    overflow: hidden;
    background: var(--o-line);
  }
  .loading-bar::after {
    content: '';
    display: block;
    width: 30%;
    height: 100%;
    background: var(--o-accent);
    animation: slide 1.2s ease-in-out infinite;
  }
  @keyframes slide {
    from {
      translate: -100% 0;
    }
    to {
      translate: 350% 0;
    }
  }
  @media (prefers-reduced-motion: reduce) {
    .loading-bar::after {
      width: 100%;
      opacity: 0.5;
      animation: none;
    }
  }
  @container population (max-width: 44rem) {
    .notice {
      margin-inline: 0.85rem;
    }
  }
  /* The most of a low window is the list's, and none of it behind the foot: what stands above scrolls away. */
  @container population (max-width: 44rem) or ((max-width: 54rem) and (min-width: 900px)) {
    .rows {
      flex-basis: 0;
      min-block-size: min(max(12rem, 60%), 100% - 2.15em - 1rem);
    }
  }
  @container population (max-width: 16rem) {
    .rows {
      min-block-size: min(max(12rem, 60%), 100% - 4.3em - 1rem - 16px);
    }
  }
  /* As high when it is cut into more lines beside a cockpit: the list below stays where it is. */
  @container population (min-width: 36.01rem) {
    .frame > .notice:not(.critical) {
      flex-wrap: nowrap;
      block-size: 3.9em;
    }
    .frame > .notice:not(.critical) > div {
      max-block-size: 100%;
      overflow: hidden auto;
      scrollbar-width: thin;
    }
    .frame > .notice .button {
      flex: none;
    }
    .frame > .notice.mild {
      block-size: 2.6em;
    }
  }
  .printed {
    display: none;
  }
  @media print {
    :host {
      block-size: auto;
      background: none;
    }
    /* Whatever its own rules say. */
    .frame > :not(.printed) {
      display: none !important;
    }
    .printed {
      display: block;
    }
  }
`;
