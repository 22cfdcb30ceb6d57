import { css, unsafeCSS } from 'lit';
import { visuallyHidden } from '../ui/theme.ts';

/** How far rows are moved in, by their level: a strict policy allows no style in the markup. */
const levels = unsafeCSS(
  Array.from(
    { length: 14 },
    (_, at) => `.row[aria-level="${at + 1}"] { --level: ${at + 1}; }`,
  ).join(''),
);

/** The editor: its head, the tree, the form and a panel beside one another; in little room one below the other. */
export const editorStyles = css`
  :host {
    display: block;
    block-size: var(--overblik-height, 100%);
    min-block-size: 24rem;
    overflow: hidden;
    background: var(--o-ground);
    container: editor / inline-size;
  }
  .frame {
    display: grid;
    grid-template-rows: auto minmax(0, 1fr);
    block-size: 100%;
  }
  .head {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem 0.75rem;
    padding: 0.55rem 0.9rem;
    border-block-end: 1px solid var(--o-line);
    background: var(--o-surface);
  }
  .head h2 {
    margin: 0;
    font-size: 1.15em;
    font-weight: 660;
    line-height: 1.3;
    overflow-wrap: anywhere;
  }
  /* What somebody has written may be as long as a page. */
  .head h2,
  .row .text,
  .start-name {
    display: -webkit-box;
    -webkit-box-orient: vertical;
    -webkit-line-clamp: 2;
    overflow: hidden;
  }
  .row .text {
    min-inline-size: 0;
    -webkit-line-clamp: 8;
  }
  .head .standing {
    color: var(--o-text-muted);
    font-size: var(--o-small);
  }
  .head .fill {
    flex: 1 1 1rem;
  }
  .head .faulty {
    color: var(--o-critical);
    font-weight: 600;
  }
  .head .valid {
    color: var(--o-good);
  }
  .head .tools {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.35rem;
  }
  .head .button[aria-pressed='true'] {
    border-color: var(--o-accent);
    background: var(--o-accent-soft);
    color: var(--o-accent);
  }
  .body {
    position: relative;
    display: grid;
    grid-template-columns: minmax(20rem, 5fr) minmax(20rem, 5fr);
    min-block-size: 0;
  }
  .body.with-panel {
    grid-template-columns: minmax(18rem, 4fr) minmax(18rem, 4fr) minmax(20rem, 5fr);
  }
  /* What only is heard stands in its pane, and makes no page longer. */
  .body > * {
    position: relative;
    min-inline-size: 0;
    min-block-size: 0;
    overflow: auto;
  }
  .outline,
  .panel {
    background: var(--o-surface);
  }
  .form {
    padding: 0.75rem 1rem 2rem;
    border-inline: 1px solid var(--o-line);
    background: var(--o-ground);
  }
  [inert] {
    opacity: 0.55;
  }
  .json {
    block-size: 100%;
  }
  .panel {
    display: flex;
    flex-direction: column;
  }
  .panel-head {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 0.5rem;
    padding: 0.4rem 0.9rem;
    border-block-end: 1px solid var(--o-line);
  }
  .panel-head h3 {
    margin: 0;
    font-size: 1em;
    font-weight: 640;
  }
  .panel-body {
    flex: 1;
    min-block-size: 0;
    overflow: auto;
  }
  .tree {
    padding-block: 0.25rem 2rem;
  }
  .row {
    display: flex;
    align-items: center;
    gap: 0.35rem;
    min-block-size: max(24px, 2em);
    padding: 0.15em 0.6em 0.15em calc(0.35em + (var(--level, 15) - 1) * 1.15em);
    cursor: default;
  }
  ${levels}
  .row:hover {
    background: var(--o-hover);
  }
  .row[aria-selected='true'] {
    background: var(--o-accent-soft);
    box-shadow: inset 3px 0 var(--o-accent);
  }
  .row:focus-visible {
    outline: var(--o-focus);
    outline-offset: -2px;
  }
  .row.part > .name {
    font-weight: 640;
  }
  .row .role {
    color: var(--o-text-muted);
  }
  .row.place > .name {
    color: var(--o-text-muted);
    font-style: italic;
  }
  .tree-tools {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem;
    padding: 0.45rem 0.6rem;
    border-block-end: 1px solid var(--o-line);
  }
  .tree-top {
    position: sticky;
    inset-block-start: 0;
    z-index: 1;
    background: var(--o-surface);
  }
  /* What stays at the top covers no row that one goes to: tools in one line, or in two, and what is over the numbers. */
  .outline {
    scroll-padding-block-start: 5.5rem;
  }
  .outline:has(.left-out) {
    scroll-padding-block-start: 9rem;
  }
  /* At 200 % there is no room for what stays. */
  @media (height < 30rem) {
    .tree-top {
      position: static;
    }
    .outline,
    .outline:has(.left-out) {
      scroll-padding-block-start: 0;
    }
  }
  .button.icon {
    justify-content: center;
    inline-size: max(28px, 2.15em);
    padding-inline: 0;
  }
  .menu {
    position: fixed;
    inset: auto;
    margin: 0;
    max-block-size: min(32rem, calc(100vh - 1rem));
    max-inline-size: min(26rem, calc(100vw - 1rem));
    padding: 0.3rem;
    border: 1px solid var(--o-line-strong);
    border-radius: var(--o-radius-small);
    background: var(--o-surface);
    color: var(--o-text);
    overflow: auto;
  }
  .menu [role='menuitem'] {
    display: block;
    inline-size: 100%;
    min-block-size: 28px;
    padding: 0.2em 0.7em;
    border: 0;
    border-radius: var(--o-radius-small);
    background: none;
    text-align: start;
    cursor: pointer;
  }
  .menu [role='menuitem']:is(:hover, :focus) {
    background: var(--o-accent-soft);
  }
  .menu [role='separator'] {
    margin-block: 0.25rem;
    border-block-start: 1px solid var(--o-line);
  }
  .row.drop-before {
    box-shadow: inset 0 3px var(--o-accent);
  }
  .row.drop-after {
    box-shadow: inset 0 -3px var(--o-accent);
  }
  .row.drop-inside {
    outline: 2px dashed var(--o-accent);
    outline-offset: -2px;
  }
  .row .handle {
    flex: none;
    inline-size: 24px;
    block-size: 24px;
    background: radial-gradient(circle, var(--o-text-muted) 1.2px, transparent 1.6px) 0 0 / 5px 5px
      content-box;
    padding: 5px 7px;
    box-sizing: border-box;
    opacity: 0;
    cursor: grab;
    touch-action: none;
  }
  .row:hover .handle,
  .row[aria-selected='true'] .handle {
    opacity: 1;
  }
  @media (hover: none) {
    .row .handle {
      opacity: 1;
    }
  }
  .row .twist {
    flex: none;
    display: inline-grid;
    place-items: center;
    inline-size: 1.3em;
    min-block-size: 24px;
    color: var(--o-text-muted);
  }
  .row .aside {
    display: contents;
  }
  .row .name {
    position: relative;
    flex: 1;
    display: flex;
    align-items: center;
    gap: 0.35em;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .start {
    overflow: auto;
    padding: 1.25rem 1.5rem 3rem;
  }
  .start > * {
    max-inline-size: 56rem;
    margin-inline: auto;
  }
  .start h3 {
    margin-block: 0 1rem;
    font-size: 1.25em;
  }
  .start h4,
  .compare h4 {
    margin: 0 0 0.4rem;
    font-size: 1em;
    font-weight: 640;
  }
  .start p {
    margin-block: 0.4rem;
  }
  .start-part {
    margin-block-end: 1.5rem;
  }
  .start-list,
  .changes {
    margin: 0;
    padding: 0;
    list-style: none;
  }
  .start-list li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem 0.6rem;
    padding-block: 0.45rem;
    border-block-start: 1px solid var(--o-line);
  }
  .start-name {
    flex: 1 1 16rem;
    min-inline-size: 0;
    overflow-wrap: anywhere;
  }
  .compare {
    padding: 0.75rem 0.9rem 2rem;
  }
  .compare .pills input {
    ${visuallyHidden}
  }
  .compare h4 {
    margin-block-start: 1rem;
  }
  .changes li {
    padding-block: 0.4rem;
    border-block-start: 1px solid var(--o-line);
    overflow-wrap: anywhere;
  }
  .changes .side {
    padding-inline-start: 0.5rem;
    font-size: var(--o-small);
  }
  .announce,
  .row .heard {
    ${visuallyHidden}
  }
  @container editor (width < 62rem) {
    .body.with-panel {
      grid-template-columns: minmax(16rem, 1fr) minmax(18rem, 1fr);
      grid-template-rows: minmax(0, 1fr) minmax(0, 1fr);
    }
    .body.with-panel > .panel {
      grid-column: 1 / -1;
      border-block-start: 1px solid var(--o-line-strong);
    }
  }
  @container editor (width < 40rem) {
    .body,
    .body.with-panel {
      display: block;
      overflow: auto;
    }
    .body > * {
      overflow: visible;
    }
    .body > .outline {
      max-block-size: 45vh;
      overflow: auto;
    }
    .body > .panel > .panel-body {
      max-block-size: 80vh;
    }
    .form {
      border-inline: 0;
      border-block: 1px solid var(--o-line-strong);
    }
  }
  @media (forced-colors: active) {
    .head .button[aria-pressed='true'] {
      outline: 2px solid Highlight;
      outline-offset: -3px;
    }
    .row[aria-selected='true'] {
      outline: 2px solid Highlight;
      outline-offset: -2px;
    }
  }
`;
