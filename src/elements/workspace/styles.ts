import { css } from 'lit';
import { sideWidthStyles } from './side-width.ts';

/** The list, the cockpit beside or over it, and the start page in the place of both. */
export const workspaceStyles = css`
  :host {
    block-size: var(--overblik-height, 100%);
    min-block-size: min(20rem, 60vh);
    container: workspace / inline-size;
    background: var(--o-ground);
  }
  .frame {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    block-size: 100%;
    min-block-size: inherit;
  }
  .list {
    min-width: 0;
    min-height: 0;
  }
  .list > * {
    --overblik-height: 100%;
  }
  .side {
    position: relative;
    display: flex;
    flex-direction: column;
    overflow: auto;
    border-inline-start: 1px solid var(--o-line);
    background: var(--o-surface);
  }
  /* As high as the place at least: its foot stands at the bottom. */
  .side > :not(.back) {
    flex: 1 0 auto;
  }
  .back {
    display: none;
    position: sticky;
    inset-block-start: 0;
    z-index: 4;
    padding: 0.5rem 0.85rem;
    border-block-end: 1px solid var(--o-line);
    background: var(--o-raised);
  }
  .close,
  .wide {
    min-height: max(24px, 1.7em);
    padding: 0 0.6em;
  }
  ${sideWidthStyles}
  @container workspace (max-width: 59.99rem) {
    .frame.both .list {
      display: none;
    }
    .side {
      border: 0;
    }
    .back {
      flex: none;
      display: block;
      block-size: 3.5em;
    }
    .side {
      --overblik-top: 3.5em;
    }
    .close {
      display: none;
    }
  }
  .on-start > .list,
  .on-start > .side {
    display: none;
  }
  @media print {
    :host {
      block-size: auto;
      background: none;
    }
    .frame,
    .frame.both {
      display: block;
    }
    .frame.both .list {
      display: block;
    }
    .side {
      display: none;
    }
    /* The cockpit is what the page shows. */
    .frame.both:has(> .side > [data-printing]) > .list {
      display: none;
    }
    .frame.both > .side:has(> [data-printing]) {
      display: block;
      border: 0;
      overflow: visible;
    }
    .side:has(> [data-printing]) > :not([data-printing]) {
      display: none;
    }
  }
`;
