import { css } from 'lit';

export const toolsStyles = css`
  /* As many lines at every width beside a cockpit and without: what does not fit scrolls within its own. */
  .tools {
    display: grid;
    grid-template-columns: minmax(8rem, 17rem) auto minmax(max-content, 1fr);
    align-items: center;
    gap: 0.5rem 0.75rem;
    padding: 0 1.25rem 0.5rem;
  }
  .search {
    position: relative;
    min-inline-size: 0;
    max-inline-size: 17rem;
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
    padding-inline: 1.85rem 0.25rem;
  }
  /* Drawn over the button, which is named by its words alone. */
  .with-badge {
    position: relative;
    display: inline-flex;
  }
  .with-badge:has(.badge) .pill {
    padding-inline-end: 2.4em;
  }
  .badge {
    position: absolute;
    inset-block-start: 50%;
    inset-inline-end: 0.6em;
    translate: 0 -50%;
    pointer-events: none;
    min-inline-size: 1.5em;
    padding: 0 0.35em;
    border-radius: 99px;
    background: var(--o-line);
    font-size: var(--o-small);
    font-weight: 650;
    text-align: center;
  }
  .tabs {
    display: inline-flex;
    padding: 2px;
    border: 1px solid var(--o-line);
    border-radius: calc(var(--o-radius-small) + 2px);
    background: var(--o-surface);
    white-space: nowrap;
  }
  .tabs button {
    padding: 0.2em 0.8em;
    min-height: max(24px, 1.85em);
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
    min-height: max(24px, 1.9em);
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
  .tools .view {
    display: none;
  }
  .tools .toolbar {
    display: contents;
  }
  .pill.plain:hover {
    background: var(--o-hover);
  }
  .pair {
    max-inline-size: 22rem;
    padding: 0;
  }
  .pair button {
    min-block-size: max(24px, 1.9em);
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
    min-inline-size: 24px;
    padding: 0.1em 0.7em 0.1em 0.3em;
  }
  /* One line each, whatever they hold: a filter that comes or goes moves nothing below. */
  .views,
  .filters {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-inline-size: 0;
    min-block-size: calc(max(24px, 1.9em) + 2px + 8px);
    /* Room for the outline of what has the focus, which scrolling would cut. */
    margin: -4px;
    padding: 4px;
    overflow-x: auto;
    scrollbar-width: none;
    white-space: nowrap;
  }
  .views::-webkit-scrollbar,
  .filters::-webkit-scrollbar,
  .tabs::-webkit-scrollbar {
    display: none;
  }
  .views {
    justify-self: end;
    /* With the room for the outline, which its margin gives back. */
    max-inline-size: calc(100% + 8px);
  }
  @container population (max-width: 80rem) {
    .tools {
      grid-template-columns: minmax(8rem, 1fr) auto minmax(0, max-content);
      column-gap: 0.5rem;
    }
  }
  @container population (max-width: 64rem) {
    /* Two lines still: how the list is shown stands on the second, before the filters. */
    .tools {
      display: flex;
      flex-wrap: wrap;
    }
    .search {
      flex: 0 1 17rem;
    }
    .views {
      flex: none;
    }
    .filters {
      flex: 1 1 0;
    }
  }
  /* A line of their own: all of it is seen before any filter is on. */
  @container population (max-width: 54rem) {
    .filters {
      flex: 1 0 100%;
    }
  }
  @container population ((max-width: 350px) or (max-width: 23rem)) {
    .filters {
      flex-wrap: wrap;
      row-gap: 0.2rem;
      overflow: visible;
      overflow-wrap: anywhere;
      white-space: normal;
      mask-image: none;
      animation: none;
    }
    .filters > * {
      max-inline-size: 100%;
    }
    .filters .pill {
      border-radius: 1em;
    }
  }
  /* However many there are, what stands above keeps its place: they scroll within their line. */
  .filters {
    grid-column: 1 / -1;
    contain: inline-size;
  }
  .choice {
    inline-size: auto;
    min-block-size: max(24px, 1.9em);
    padding-block: 0;
    border-radius: 99px;
  }
  .named-view .pill {
    display: block;
    max-inline-size: 18rem;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .match.any {
    border-color: var(--o-accent);
    color: var(--o-accent);
    font-weight: 600;
  }
  .views > *,
  .filters > * {
    flex: none;
  }
  .tools .showing {
    color: var(--o-text-muted);
  }
  @container population (max-width: 44rem) {
    .tools {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      padding-inline: 0.85rem;
    }
    .tabs {
      max-inline-size: 100%;
      overflow-x: auto;
      scrollbar-width: none;
    }
    .tabs,
    .views {
      justify-self: start;
    }
  }
  /* As narrow as cards: nothing has to be scrolled to, but the filters that are on. */
  @container population ((max-width: 600px) or (max-width: 37.5rem)) {
    .search {
      max-inline-size: none;
    }
    /* Below one another where there is no room beside: a word is not broken. */
    .tabs {
      flex-wrap: wrap;
    }
    .tabs button {
      flex: 0 1 auto;
      padding-inline: 0.6em;
      overflow-wrap: normal;
      white-space: normal;
    }
    .views,
    .filters .done-place,
    .filters .named-view {
      display: none;
    }
    .tools .view {
      display: inline-flex;
    }
    .tabs {
      grid-column: 1 / -1;
    }
  }
  @media (forced-colors: active) {
    .tabs button[aria-selected='true'] {
      outline: 2px solid Highlight;
    }
  }
`;
