import { css } from 'lit';

/** The printed list, also when it stands alone in a print frame. */
export const printedStyles = css`
  .printed {
    font:
      9pt/1.35 'Segoe UI',
      system-ui,
      'DejaVu Sans',
      sans-serif;
    color: #000;
    color-scheme: light;
  }
  .printed.dense {
    font-size: 7.5pt;
  }
  .printed h1 {
    margin: 0 0 4pt;
    font-size: 14pt;
  }
  .printed dl {
    columns: 3;
    column-gap: 6mm;
    margin: 0;
    font-size: 8pt;
    overflow-wrap: anywhere;
  }
  .printed h1,
  .printed .unbroken {
    overflow-wrap: anywhere;
  }
  .printed dl div {
    break-inside: avoid;
  }
  .printed dt,
  .printed dd {
    display: inline;
    margin: 0;
  }
  .printed dt {
    font-weight: 700;
  }
  .printed table {
    inline-size: 100%;
    margin-block-start: 8pt;
    /* The print frame has no doctype, and tables inherit no font there. */
    font: inherit;
    color: inherit;
    border-collapse: collapse;
    overflow-wrap: break-word;
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
    padding: 2pt 4pt;
    border-block-end: 0.5pt solid #999;
    text-align: start;
    vertical-align: top;
  }
  .printed tbody td {
    block-size: 9.1mm;
  }
  .printed th {
    border-block-end: 1pt solid #000;
    font-size: 0.9em;
    hyphens: auto;
  }
  .printed tfoot td {
    overflow-wrap: anywhere;
    border: 0;
    font-size: 8pt;
  }
  .printed .cpr,
  .printed .age {
    white-space: nowrap;
  }
  .printed .tick {
    inline-size: 10pt;
    block-size: 10pt;
    border: 0.75pt solid #000;
  }
  .printed .folded {
    inline-size: 38%;
  }
  .printed .notes {
    inline-size: 41mm;
    min-inline-size: 41mm;
  }
`;
