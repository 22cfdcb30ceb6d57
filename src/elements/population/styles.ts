import { css } from 'lit';

export const populationStyles = css`
  :host {
    block-size: var(--overblik-height, 100%);
    min-block-size: 20rem;
    container: population / inline-size;
    background: var(--o-ground);
  }
  .frame {
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
  .head {
    display: flex;
    flex-wrap: wrap;
    justify-content: space-between;
    gap: 0.5rem 1.5rem;
    padding: 1rem 1.25rem 0.6rem;
  }
  .head .words {
    flex: 1 1 24rem;
    min-width: 0;
  }
  .head h2 {
    font-size: 1.36em;
    font-weight: 680;
    line-height: 1.25;
    letter-spacing: -0.01em;
    text-wrap: balance;
  }
  .purpose {
    max-width: 62rem;
    margin-block-start: 0.2rem;
    color: var(--o-text-muted);
    text-wrap: pretty;
  }
  .commands {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem;
  }
  .commands select {
    max-width: 18rem;
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
  .profile-panel {
    margin: 0 1.25rem 0.5rem;
    max-height: 40vh;
    overflow: auto;
  }
  .profile-panel h4 {
    margin-block: 0.75rem 0.2rem;
    font-size: var(--o-small);
    font-weight: 650;
    color: var(--o-text-muted);
  }
  .profile-panel li {
    padding-block: 0.12rem;
    max-width: 70ch;
  }

  .cards {
    display: flex;
    flex: none;
    gap: 0.65rem;
    padding: 0.25rem 1.25rem 0.75rem;
    overflow-x: auto;
  }
  .cards > * {
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
  .cards .bars {
    flex: 2 1 18rem;
    min-width: 17rem;
    max-width: 36rem;
  }
  .bars ul {
    margin-block-start: 0.25rem;
  }
  .bar {
    display: grid;
    grid-template-columns: minmax(0, 1fr) 4.5rem 2.2em;
    align-items: center;
    gap: 0.6rem;
    width: 100%;
    min-height: 1.72em;
    padding: 0 0.35rem;
    margin-inline-start: -0.35rem;
    border: 0;
    border-radius: var(--o-radius-small);
    background: none;
    text-align: start;
    cursor: pointer;
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
    flex: 1 0 13rem;
    max-width: 19rem;
  }
  .pyramid {
    display: grid;
    margin-block-start: 0.15rem;
  }
  .band {
    display: grid;
    grid-template-columns: 1fr 3.2em 1fr;
    align-items: center;
    min-block-size: 1.25em;
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
    width: 100%;
    height: 0.6rem;
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
    padding-block: 0.1rem;
    font-size: var(--o-small);
  }
  .indicator > .muted {
    grid-column: 1 / -1;
  }
  .overview {
    position: relative;
    flex: none;
  }
  .numbers {
    max-block-size: 13rem;
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

  .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
    padding: 0 1.25rem 0.65rem;
  }
  .search {
    position: relative;
    flex: 0 1 17rem;
    min-width: 11rem;
  }
  .search svg {
    position: absolute;
    inset-block-start: 50%;
    inset-inline-start: 0.65rem;
    translate: 0 -50%;
    color: var(--o-text-muted);
    pointer-events: none;
  }
  .search input {
    width: 100%;
    padding-inline-start: 2rem;
  }
  .tabs {
    display: inline-flex;
    padding: 2px;
    border: 1px solid var(--o-line);
    border-radius: calc(var(--o-radius-small) + 2px);
    background: var(--o-surface);
  }
  .tabs button {
    padding: 0.2em 0.8em;
    min-height: 1.85em;
    border: 0;
    border-radius: var(--o-radius-small);
    background: none;
    color: var(--o-text-muted);
    font-weight: 500;
    cursor: pointer;
  }
  .tabs button[aria-selected='true'] {
    background: var(--o-accent-soft);
    color: var(--o-accent);
    font-weight: 650;
  }
  .pill {
    display: inline-flex;
    align-items: center;
    gap: 0.45em;
    min-height: 1.9em;
    padding: 0.1em 0.8em;
    border: 1px solid var(--o-accent);
    border-radius: 99px;
    background: var(--o-accent-soft);
    color: var(--o-accent);
    font-weight: 600;
    cursor: pointer;
  }
  .pill.plain {
    border-color: var(--o-line-strong);
    background: var(--o-surface);
    color: var(--o-text);
    font-weight: 500;
  }
  .pill.plain:hover {
    background: var(--o-hover);
  }
  .pair {
    max-inline-size: 22rem;
    padding: 0;
  }
  .pair button {
    min-block-size: 1.9em;
    padding: 0.1em 0.45em 0.1em 0.8em;
    overflow: hidden;
    border: 0;
    border-radius: 99px;
    background: none;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
    cursor: pointer;
  }
  .pair button + button {
    flex: none;
    padding: 0.1em 0.7em 0.1em 0.3em;
  }
  .views {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 0.75rem;
    margin-inline-start: auto;
  }
  .views > * {
    flex: none;
  }
  .tools .showing {
    color: var(--o-text-muted);
  }

  .list {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    flex: 1 0 12rem;
    min-block-size: 12rem;
    border-block-start: 1px solid var(--o-line);
  }
  .footer {
    position: sticky;
    inset-block-end: 0;
    z-index: 3;
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem 1rem;
    padding: 0.5rem 1.25rem;
    border-block-start: 1px solid var(--o-line);
    background: var(--o-surface);
  }
  .footer .chosen {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem 0.6rem;
  }
  .footer .progress {
    margin-inline-start: auto;
    border: 0;
    color: var(--o-text-muted);
    font-weight: 400;
  }
  .footer .progress:hover {
    color: var(--o-accent);
  }

  .panel {
    position: fixed;
    inset: auto;
    inline-size: max-content;
    max-inline-size: min(26rem, calc(100vw - 1rem));
    max-block-size: min(34rem, calc(100vh - 1rem));
    margin: 0;
    padding: 0.85rem 1rem;
    overflow: auto;
    border: 1px solid var(--o-line);
    border-radius: var(--o-radius);
    background: var(--o-surface);
    color: var(--o-text);
    box-shadow: 0 8px 28px rgb(0 0 0 / 18%);
  }
  .panel > * + *,
  .panel form > * + * {
    margin-block-start: 0.6rem;
  }
  .panel h3,
  dialog h3 {
    font-size: 1em;
    font-weight: 650;
  }
  .panel h4 {
    font-size: var(--o-small);
    font-weight: 650;
    color: var(--o-text-muted);
  }
  .panel > .muted {
    max-inline-size: 22rem;
  }
  .choices {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem 1rem;
    margin-inline: 0;
    padding: 0;
    border: 0;
  }
  .choices legend {
    padding: 0;
    margin-block-end: 0.2rem;
    font-size: var(--o-small);
    color: var(--o-text-muted);
  }
  .panel label {
    display: flex;
    align-items: center;
    gap: 0.45rem;
    min-block-size: 1.7em;
  }
  .panel input[type='checkbox'],
  .panel input[type='radio'] {
    inline-size: 1.05em;
    block-size: 1.05em;
    margin: 0;
    accent-color: var(--o-accent);
  }
  .panel .stacked {
    display: grid;
    gap: 0.2rem;
    font-size: var(--o-small);
    color: var(--o-text-muted);
  }
  .panel .stacked .field,
  .panel textarea {
    inline-size: 100%;
    font-size: var(--o-font-size);
    color: var(--o-text);
  }
  .panel textarea {
    resize: vertical;
  }
  .panel .lines {
    display: grid;
    max-block-size: 20rem;
    overflow: auto;
  }
  .panel .lines li {
    display: flex;
    align-items: center;
    gap: 0.35rem;
    min-block-size: 1.9em;
  }
  .panel .lines li > :first-child {
    flex: 1 1 auto;
    min-width: 12rem;
  }
  .range {
    display: flex;
    align-items: end;
    gap: 0.6rem;
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .tool {
    display: inline-grid;
    place-items: center;
    min-inline-size: 1.75rem;
    min-block-size: 1.75rem;
    padding: 0;
    border: 1px solid transparent;
    border-radius: var(--o-radius-small);
    background: none;
    color: var(--o-text-muted);
    cursor: pointer;
  }
  .tool:hover {
    background: var(--o-hover);
  }
  .tool:disabled {
    opacity: 0.35;
    cursor: default;
  }
  .tool[aria-pressed='true'] {
    border-color: var(--o-accent);
    background: var(--o-accent-soft);
    color: var(--o-accent);
  }
  dialog {
    inline-size: min(32rem, calc(100vw - 2rem));
    max-block-size: min(40rem, calc(100vh - 2rem));
    padding: 1.1rem 1.25rem;
    border: 1px solid var(--o-line);
    border-radius: var(--o-radius);
    background: var(--o-surface);
    color: var(--o-text);
  }
  dialog > * + * {
    margin-block-start: 0.75rem;
  }
  dialog::backdrop {
    background: rgb(0 0 0 / 35%);
  }
  dialog progress {
    width: 100%;
  }
  .results {
    max-block-size: 18rem;
    overflow: auto;
    border-block: 1px solid var(--o-line);
  }
  .results li {
    display: flex;
    justify-content: space-between;
    gap: 1rem;
    padding-block: 0.2rem;
  }
  .results .failed,
  .results .unknown {
    font-weight: 600;
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
    .head {
      padding: 0.75rem 0.85rem 0.4rem;
    }
    .cards,
    .tools {
      padding-inline: 0.85rem;
    }
    .notice,
    .profile-panel {
      margin-inline: 0.85rem;
    }
    .search,
    .views,
    .footer .chosen {
      flex: 1 1 100%;
    }
    .views,
    .footer .chosen {
      flex-wrap: nowrap;
      margin: -4px;
      padding: 4px;
      overflow-x: auto;
      white-space: nowrap;
    }
    .footer .chosen > * {
      flex: none;
    }
    .commands {
      flex: 1 1 100%;
      flex-wrap: nowrap;
    }
    .commands label {
      flex: 1 1 0;
      min-width: 0;
    }
    .commands select {
      width: 100%;
    }
    .footer {
      padding-inline: 0.85rem;
    }
    .purpose .long {
      display: none;
    }
  }
  @media (forced-colors: active) {
    .band[aria-pressed='true'],
    .tool[aria-pressed='true'],
    .filter[aria-pressed='true'],
    .bar[aria-pressed='true'],
    .tabs button[aria-selected='true'] {
      outline: 2px solid Highlight;
    }
    .pyramid rect,
    .bar .fill {
      fill: CanvasText;
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
    .frame > :not(.printed) {
      display: none;
    }
    .printed {
      display: block;
    }
  }
`;
