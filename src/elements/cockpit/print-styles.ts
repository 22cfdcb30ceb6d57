import { css } from 'lit';

/** Over the styles of the screen: of the frame that is printed, where it is also measured. */
export const printedStyles = css`
  .printed {
    color-scheme: light;
    font-size: 9.5pt;
  }
  .printed .seen {
    padding: 0.2rem 0.6rem;
  }
  .printed .identity {
    position: static;
    padding: 0 0.6rem;
    border: 0;
  }
  /* Paper has no tooltip. */
  .printed .identity h2 {
    display: block;
  }
  .printed .sources li {
    max-block-size: none;
  }
  .printed .who {
    padding: 0 0.6rem 0.4rem;
  }
  .printed details:not(.letter, .why details) {
    display: none;
  }
  .printed .parts {
    display: grid;
    grid-template-columns: minmax(0, 1fr) minmax(0, 1.35fr) minmax(0, 1fr);
    gap: 0.4rem;
    padding: 0.4rem 0 0;
    background: none;
  }
  .printed .column {
    display: grid;
    align-content: start;
    gap: 0.4rem;
  }
  .printed section.part {
    padding: 0.4rem 0.6rem;
    break-inside: avoid;
  }
  .printed .by-source .item {
    display: block;
  }
  .printed .item.result {
    grid-template-columns: minmax(0, 1.3fr) minmax(3rem, 2fr) minmax(4.5rem, 1fr);
  }
  .printed .item .all:not(:has(.unknown-reason)) {
    display: none;
  }
  .printed .timeline {
    --o-names: 8.5rem;
  }
`;
