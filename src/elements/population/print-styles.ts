import { css } from 'lit';

/** The printed list, also when it stands alone in a print frame. Nothing is under 8 points, and nothing is cut. */
export const printedStyles = css`
  .printed {
    font:
      8pt/1.06 'Segoe UI',
      system-ui,
      'DejaVu Sans',
      sans-serif;
    color: #000;
    color-scheme: light;
    overflow-wrap: break-word;
  }
  .printed h1,
  .printed h2 {
    margin: 0;
    font-size: 10pt;
  }
  /* What is said of the list goes on where its name ends. */
  .printed h1 {
    display: inline;
    margin-inline-end: 8pt;
    font-size: 13pt;
    line-height: 1;
  }
  .printed h1 + dl {
    display: inline;
  }
  .printed h1,
  .printed dl,
  .printed .unbroken,
  .printed .who,
  .printed tfoot td {
    overflow-wrap: anywhere;
  }
  /* One after the other: what must be known takes a few lines. */
  .printed dl {
    margin: 2pt 0 0;
  }
  .printed dl div,
  .printed dt,
  .printed dd {
    display: inline;
    margin: 0;
  }
  .printed dl div + div::before {
    content: ' · ';
  }
  .printed dt {
    font-weight: 700;
  }
  .printed .doubts {
    padding-inline-start: 4pt;
    border-inline-start: 2.5pt solid #000;
  }
  .printed table {
    inline-size: 100%;
    margin-block-start: 4pt;
    /* The print frame has no doctype, and tables inherit no font there. */
    font: inherit;
    color: inherit;
    border-collapse: collapse;
  }
  .printed thead {
    display: table-header-group;
  }
  .printed tfoot {
    display: table-footer-group;
  }
  .printed tr {
    break-inside: avoid;
  }
  .printed th,
  .printed td {
    padding: 0.75pt 2.5pt;
    border-block-end: 0.5pt solid #999;
    text-align: start;
    vertical-align: top;
  }
  .printed tbody td {
    block-size: 6.7mm;
    box-sizing: border-box;
  }
  .printed th {
    border-block-end: 1pt solid #000;
    vertical-align: bottom;
  }
  .printed .group {
    break-after: avoid;
  }
  .printed .group th {
    padding-block-start: 5pt;
  }
  .printed tfoot td {
    padding-block: 2pt 0;
    border: 0;
  }
  .printed .name {
    font-weight: 700;
  }
  /* A number is read in one piece. */
  .printed .known {
    white-space: nowrap;
  }
  .printed .tick {
    inline-size: 9pt;
    block-size: 9pt;
    margin-block: 0.5pt;
    border: 0.75pt solid #000;
  }
  /* The graver, the blacker: seen across a page without a colour. A bar beside it leaves the lines around it alone. */
  .printed .grave.critical b {
    display: inline-block;
    padding-inline-start: 2pt;
    border-inline-start: 2.5pt solid #000;
    line-height: 1;
  }
  .printed .grave + .grave::before {
    content: ' · ';
  }
  .printed .grave.info b,
  .printed .grave.undecided b {
    font-weight: 400;
    font-style: italic;
  }
  .printed .about {
    margin-block-start: 8pt;
  }
`;
