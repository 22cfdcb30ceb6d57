import { css } from 'lit';

/** Over the styles of the screen, of the frame that is printed. Nothing is under 8 points, and nothing is cut. */
export const printedStyles = css`
  .printed {
    --o-small: 8pt;
    --o-tiny: 8pt;

    color-scheme: light;
    inline-size: 100%;
    table-layout: fixed;
    border-collapse: collapse;
    font: 8.5pt/1.3 var(--o-font);
    color: #000;
    /* The print frame has no doctype, and tables inherit little there. */
    text-align: start;
  }
  .printed td {
    padding: 0;
    overflow-wrap: anywhere;
    vertical-align: top;
  }
  .printed > tfoot {
    display: table-footer-group;
  }
  .printed > tfoot td {
    padding-block-start: 3pt;
    font-size: 8pt;
  }
  .printed .muted,
  .printed .past,
  .printed .source,
  .printed .no {
    color: #333;
  }
  .printed .seen {
    padding: 2pt 0;
  }
  .printed .identity {
    position: static;
    grid-template: 'name known' auto / fit-content(60%) minmax(0, 1fr);
    padding: 0;
    border: 0;
  }
  /* Paper has no tooltip, and nothing on it can be scrolled. */
  .printed .identity h2 {
    display: block;
    font-size: 13pt;
  }
  .printed .sources li,
  .printed .who .facts,
  .printed .lines,
  .printed .history > ul {
    max-block-size: none;
    overflow: visible;
  }
  .printed .timeline .name {
    overflow: visible;
    text-overflow: clip;
    white-space: normal;
    overflow-wrap: anywhere;
  }
  .printed .who {
    padding: 0 0 3pt;
  }
  .printed details:not(.letter, .advice .more, .all-sources, .why details) {
    display: none;
  }
  .printed .advice .title:first-child {
    padding-inline-end: 0;
  }
  .printed .why .in-few,
  .printed :is(.advice .more, .why .more, .all-sources) > summary {
    display: none;
  }
  /* What cannot be opened has no sign of it. */
  .printed summary {
    list-style: none;
  }
  .printed summary::marker {
    content: '';
  }
  .printed .parts {
    display: block;
    columns: 2;
    column-gap: 4mm;
    padding: 3pt 0 0;
    background: none;
  }
  .printed .column {
    display: contents;
  }
  .printed section.part {
    margin-block-end: 5pt;
    padding: 4pt 6pt;
    border: 0.75pt solid #bbb;
    border-radius: 3pt;
    break-inside: auto;
  }
  .printed section.part > h3 {
    margin-block-end: 2pt;
    break-after: avoid;
  }
  .printed :is(li, .item, .node, .line, p, h4, .contacts) {
    break-inside: avoid;
  }
  .printed .advice li {
    padding: 3pt 5pt;
  }
  /* How grave it is stands in a word: a printer may have no colours. */
  .printed .advice .severity-word {
    position: static;
    inline-size: auto;
    block-size: auto;
    overflow: visible;
    clip-path: none;
    white-space: normal;
  }
  .printed .advice li.critical {
    border-inline-start-width: 3pt;
    border-color: #000;
  }
  .printed .items {
    gap: 2pt;
  }
  .printed .by-source .item {
    display: block;
  }
  .printed .item.result {
    grid-template-columns: minmax(6.5rem, 1.2fr) minmax(2.5rem, 1.6fr) minmax(8.5rem, 1fr);
  }
  .printed .item .all:not(:has(.unknown-reason)) {
    display: none;
  }
  .printed .timeline {
    --o-names: 9.5rem;
  }
`;

/** Where the page itself is printed, what is drawn for paper takes the place of the cockpit (`data-printing`). */
export const pageStyles = css`
  .paper {
    display: none;
  }
  @media print {
    :host([data-printing]) {
      display: block !important;
      container: none !important;
      block-size: auto !important;
      overflow: visible !important;
    }
    :host([data-printing]) > .frame {
      display: none !important;
    }
    :host([data-printing]) > .paper {
      display: block;
    }
  }
`;
