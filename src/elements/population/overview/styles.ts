import { css } from 'lit';

export const overviewStyles = css`
  .cards {
    display: flex;
    gap: 0.65rem;
    block-size: 100%;
    padding: 0.25rem 1.25rem 0.75rem;
    overflow: auto hidden;
  }
  .cards > * {
    overflow: hidden;
    flex: 1 1 10.5rem;
    min-width: 9.5rem;
    text-align: start;
  }
  .cards h3,
  .cards .heading {
    display: block;
    font-size: 1em;
    font-weight: 500;
    color: var(--o-text-muted);
  }
  /* The number below a long one stays in sight. */
  .cards .heading {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 3;
    overflow: hidden;
    overflow-wrap: anywhere;
  }
  .cards .number {
    display: block;
    font-size: 1.6em;
    font-weight: 700;
    line-height: 1.3;
    letter-spacing: -0.01em;
  }
  .cards .muted {
    display: block;
    font-size: var(--o-small);
  }
  .cards .total,
  .cards .filter {
    flex: 1 1 9.5rem;
    max-width: 18rem;
  }
  .filter {
    display: flex;
    flex-direction: column;
    align-items: flex-start;
    cursor: pointer;
  }
  .filter:hover,
  .indicator:hover,
  .bar:hover {
    background: var(--o-hover);
  }
  .filter[aria-pressed='true'] {
    border-color: var(--o-accent);
    background: var(--o-accent-soft);
    box-shadow: inset 0 0 0 1px var(--o-accent);
  }
  /* Their lines scroll below the heading, down to the edge. */
  .cards .bars,
  .cards .indicators {
    display: flex;
    flex-direction: column;
    padding-block-end: 0;
  }
  .cards ul {
    flex: 0 1 auto;
    min-block-size: 0;
    overflow: hidden auto;
    scrollbar-width: thin;
  }
  .cards .bars {
    flex: 2 1 18rem;
    min-width: 19rem;
    max-width: 36rem;
  }
  .bars ul {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    column-gap: 0.6rem;
    margin: 0.25rem -0.35rem 0;
    align-content: start;
  }
  .bars li,
  .bar {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    grid-column: 1 / -1;
  }
  /* Each bar by itself, where no grid is shared: names of one width, so that the bars begin at one place. */
  .bar {
    grid-template-columns: minmax(0, 12em) minmax(2.5rem, 1fr) 3.5em;
    column-gap: 0.6rem;
  }
  /* The names have what they need, and the bars the rest. */
  @supports (grid-template-columns: subgrid) {
    .bars ul {
      grid-template-columns: minmax(0, max-content) minmax(2.5rem, 1fr) max-content;
    }
    .bars li,
    .bar {
      grid-template-columns: subgrid;
    }
  }
  .bar {
    align-items: center;
    min-height: max(24px, 1.72em);
    padding: 0 0.35rem;
    border: 0;
    border-radius: var(--o-radius-small);
    background: none;
    text-align: start;
    cursor: pointer;
  }
  /* Inside the line, whose surroundings scroll and are cut. */
  .bar:focus-visible,
  .indicator:focus-visible {
    outline-offset: -2px;
  }
  .bar .name {
    overflow: hidden;
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .bar .count {
    font-weight: 650;
    text-align: end;
  }
  .bar svg {
    width: 100%;
    height: 0.5rem;
  }
  .bar .track {
    fill: var(--o-line);
  }
  .bar.critical .fill {
    fill: var(--o-critical-mark);
  }
  .bar.warning .fill {
    fill: var(--o-warning-mark);
  }
  .bar.info .fill {
    fill: var(--o-info-mark);
  }
  .indicator[aria-pressed='true'],
  .bar[aria-pressed='true'] {
    background: var(--o-accent-soft);
    box-shadow: inset 0 0 0 1px var(--o-accent);
  }
  .cards .ages {
    display: flex;
    flex-direction: column;
    flex: 1 0 auto;
    max-width: 24rem;
  }
  .pyramid {
    display: grid;
    grid-auto-columns: minmax(max(24px, 1.75em), 1fr);
    grid-auto-flow: column;
    grid-template-rows: minmax(0, 1fr);
    flex: 1 1 0;
    min-block-size: 0;
  }
  .band {
    display: grid;
    grid-template-rows: minmax(0, 1fr) auto minmax(0, 1fr);
    padding: 0;
    border: 0;
    border-radius: 3px;
    background: none;
    font-size: var(--o-small);
    color: var(--o-text-muted);
    text-align: center;
    line-height: 1.3;
    cursor: pointer;
  }
  .band svg {
    inline-size: 0.75rem;
    block-size: 100%;
    min-block-size: 0;
    margin-inline: auto;
  }
  .band:focus-visible {
    outline-offset: -2px;
  }
  .band:hover {
    background: var(--o-hover);
  }
  .band[aria-pressed='true'] {
    background: var(--o-accent-soft);
    box-shadow: inset 0 0 0 1px var(--o-accent);
  }
  .pyramid .female {
    fill: var(--o-female);
  }
  .pyramid .male {
    fill: var(--o-male);
  }
  .cards .indicators {
    flex: 1 1 16rem;
    min-width: 15rem;
    max-width: 22rem;
  }
  .indicator {
    display: grid;
    width: 100%;
    border: 0;
    border-radius: var(--o-radius-small);
    background: none;
    text-align: start;
    cursor: pointer;
    grid-template-columns: minmax(0, 1fr) auto;
    gap: 0 0.75rem;
    align-content: center;
    min-block-size: 24px;
    padding-block: 0.1rem;
    font-size: var(--o-small);
    overflow-wrap: anywhere;
  }
  .indicator > .muted {
    grid-column: 1 / -1;
  }
  .overview {
    position: relative;
    flex: none;
    /* As cards and as a table, at every width: the list below stays where it is. */
    block-size: 11.5rem;
  }
  /* As high whatever it counts. */
  .overview.brief {
    display: grid;
    align-items: center;
    block-size: auto;
    min-block-size: 44px;
    padding: 4px 1.25rem;
  }
  .figures {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-inline-size: 0;
    margin: -4px;
    padding: 4px;
    overflow: auto hidden;
    scrollbar-width: none;
    white-space: nowrap;
  }
  .figures::-webkit-scrollbar {
    display: none;
  }
  .figure {
    flex: none;
    max-inline-size: 100%;
    display: inline-flex;
    align-items: center;
    gap: 0.35em;
    min-block-size: max(24px, 2em);
    padding: 0 0.7em;
    border: 1px solid var(--o-line);
    border-radius: var(--o-radius-small);
    background: var(--o-surface);
    font-weight: 600;
    cursor: pointer;
  }
  .figure:hover {
    background: var(--o-hover);
  }
  .figure.critical {
    color: var(--o-critical);
  }
  .figure.warning {
    color: var(--o-warning);
  }
  .figure[aria-pressed='true'] {
    border-color: var(--o-accent);
    background: var(--o-accent-soft);
    box-shadow: inset 0 0 0 1px var(--o-accent);
  }
  /* One line still: what is counted later would else move the cards below. */
  @container population ((max-width: 600px) or (max-width: 37.5rem)) {
    .figures {
      gap: 0.35rem;
    }
    .figure {
      padding-inline: 0.5em;
    }
  }
  @container population (max-width: 27rem) {
    .figures {
      gap: 0.2rem;
    }
    .figure {
      padding-inline: 0.3em;
    }
  }
  /* Not room for three of them: nothing of it is cut, nor has to be scrolled to. */
  @container population ((max-width: 350px) or (max-width: 23rem)) {
    .figures {
      flex-wrap: wrap;
      gap: 0.35rem;
      overflow: visible;
      overflow-wrap: anywhere;
      white-space: normal;
      mask-image: none;
      animation: none;
    }
  }
  .numbers {
    block-size: calc(100% - 1rem);
    margin: 0.25rem 1.25rem 0.75rem;
    overflow: auto;
    border: 1px solid var(--o-line);
    border-radius: var(--o-radius);
    background: var(--o-surface);
  }
  .numbers table {
    width: 100%;
    border-collapse: collapse;
  }
  .numbers th,
  .numbers td {
    padding: 0.25rem 0.75rem;
    border-block-end: 1px solid var(--o-line);
    font-weight: 400;
    text-align: end;
  }
  .numbers th:first-child {
    text-align: start;
  }
  .numbers [aria-pressed='true'] {
    font-weight: 700;
  }
  .legend {
    display: flex !important;
    justify-content: space-between;
  }
  .legend span::before {
    content: '';
    display: inline-block;
    width: 0.6em;
    height: 0.6em;
    margin-inline-end: 0.35em;
    border-radius: 2px;
    background: var(--o-male);
  }
  .legend .female::before {
    background: var(--o-female);
  }
  @container population (max-width: 44rem) {
    .cards {
      padding-inline: 0.85rem;
    }
    .overview.brief {
      padding-inline: 0.85rem;
    }
    .cards .bars {
      min-width: 20rem;
    }
    .numbers th,
    .numbers td {
      padding-inline: 0.4rem;
    }
    .numbers td:nth-child(3) {
      min-inline-size: 7rem;
    }
  }
  @media (forced-colors: active) {
    .band[aria-pressed='true'],
    .filter[aria-pressed='true'],
    .figure[aria-pressed='true'],
    .bar[aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
    .pyramid rect,
    .bar .fill {
      fill: CanvasText;
    }
  }
`;
