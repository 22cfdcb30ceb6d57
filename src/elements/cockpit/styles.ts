import { css } from 'lit';

export const cockpitStyles = css`
  :host {
    container: cockpit / inline-size;
    background: var(--o-surface);
    overflow-wrap: break-word;
  }
  .frame {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
  }
  .who {
    display: grid;
    gap: 0.15rem;
    padding: 1rem 1.1rem 0.8rem;
    border-block-end: 1px solid var(--o-line);
  }
  .who .top {
    display: flex;
    align-items: flex-start;
    justify-content: space-between;
    gap: 0.75rem;
  }
  .who h2 {
    min-width: 0;
    font-size: 1.22em;
    font-weight: 680;
    line-height: 1.3;
    letter-spacing: -0.01em;
  }
  .who .commands {
    display: flex;
    flex: none;
    gap: 0.4rem;
  }
  .who p {
    color: var(--o-text-muted);
  }
  .sources {
    display: flex;
    flex-wrap: wrap;
    gap: 0.1rem 0.9rem;
    margin-block-start: 0.35rem;
    font-size: var(--o-small);
    color: var(--o-text-muted);
  }
  .sources li::before {
    content: '';
    display: inline-block;
    width: 0.55em;
    height: 0.55em;
    margin-inline-end: 0.4em;
    border-radius: 50%;
    background: var(--o-good);
  }
  .sources .gone::before {
    border: 1.5px solid var(--o-text-muted);
    background: none;
  }
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35rem;
    padding: 0.6rem 1.1rem 0;
  }
  .tabs button {
    min-height: 1.9em;
    padding: 0.1em 0.8em;
    border: 1px solid var(--o-line-strong);
    border-radius: 99px;
    background: var(--o-surface);
    cursor: pointer;
  }
  .tabs button[aria-selected='true'] {
    border-color: var(--o-accent);
    background: var(--o-accent-soft);
    color: var(--o-accent);
    font-weight: 600;
  }
  .tabs .count {
    font-weight: 650;
    font-variant-numeric: tabular-nums;
  }
  .tabs .count.critical {
    color: var(--o-critical);
  }
  .tabs .count.warning {
    color: var(--o-warning);
  }
  section.part {
    padding: 0.85rem 1.1rem;
    border-block-end: 1px solid var(--o-line);
  }
  section.part:last-child {
    border-block-end: 0;
  }
  section.part > h3 {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    justify-content: space-between;
    gap: 0 0.75rem;
    margin-block-end: 0.45rem;
    font-size: 1em;
    font-weight: 650;
  }
  section.part > h3 .muted {
    font-weight: 400;
    font-size: var(--o-small);
  }
  .advice {
    display: grid;
    gap: 0.5rem;
  }
  .advice li {
    padding: 0.55rem 0.75rem;
    border-inline-start: 3px solid var(--o-info-mark);
    background: var(--o-info-soft);
  }
  .advice li.critical {
    border-color: var(--o-critical-mark);
    background: var(--o-critical-soft);
  }
  .advice li.warning {
    border-color: var(--o-warning-mark);
    background: var(--o-warning-soft);
  }
  .advice li.unknown {
    border-inline-start-style: dashed;
    border-color: var(--o-line-strong);
    background: var(--o-raised);
  }
  .advice .title {
    display: flex;
    align-items: center;
    gap: 0.4em;
    font-weight: 650;
  }
  .advice .source {
    font-size: var(--o-small);
    color: var(--o-text-muted);
  }
  .why ul {
    padding-inline-start: 1.15rem;
  }
  .why li {
    padding-block: 0.1rem;
  }
  .why .node {
    display: flex;
    gap: 0.45rem;
  }
  .why .node svg {
    flex: none;
    margin-block-start: 0.2em;
  }
  .why .yes > svg {
    color: var(--o-good);
  }
  .why .no,
  .why .no > svg {
    color: var(--o-text-muted);
  }
  .why .unknown > svg {
    color: var(--o-warning);
  }
  .why .proof {
    display: block;
    font-weight: 550;
    color: var(--o-text);
  }
  .why .answer {
    font-size: var(--o-small);
    color: var(--o-text-muted);
  }
  .items {
    display: grid;
    gap: 0.4rem;
  }
  .item {
    display: grid;
    grid-template-columns: minmax(0, 2fr) minmax(0, 3fr);
    gap: 0.2rem 0.75rem;
    align-items: baseline;
  }
  .item dd {
    text-align: end;
  }
  .item .note {
    color: var(--o-text-muted);
    margin-inline-start: 0.35em;
  }
  .item.result {
    grid-template-columns: minmax(0, 2fr) auto minmax(6.5rem, 1.4fr);
    align-items: center;
  }
  .item .unit {
    display: block;
    font-size: var(--o-small);
    color: var(--o-text-muted);
  }
  .item .value {
    font-weight: 650;
  }
  .item .outside {
    color: var(--o-critical);
  }
  .sparkline {
    color: var(--o-accent);
    vertical-align: middle;
  }
  .doubts {
    font-size: var(--o-small);
    color: var(--o-text-muted);
  }
  .timeline {
    display: grid;
    gap: 0.1rem;
    margin-block-end: 0.75rem;
  }
  .timeline .line {
    display: grid;
    grid-template-columns: minmax(0, 8.5rem) minmax(0, 1fr);
    gap: 0.6rem;
    align-items: center;
  }
  .timeline .name {
    overflow: hidden;
    font-size: var(--o-small);
    text-overflow: ellipsis;
    white-space: nowrap;
  }
  .timeline svg {
    width: 100%;
    height: 1.1rem;
  }
  .timeline .grid {
    stroke: var(--o-line);
    stroke-width: 1;
    vector-effect: non-scaling-stroke;
  }
  .timeline .plain rect {
    fill: var(--o-male);
  }
  .timeline .past rect {
    fill: var(--o-line-strong);
    opacity: 0.45;
  }
  .timeline .past .name {
    color: var(--o-text-muted);
  }
  .timeline .critical rect {
    fill: var(--o-critical-mark);
  }
  .timeline .warning rect {
    fill: var(--o-warning-mark);
  }
  .timeline .info rect {
    fill: var(--o-info-mark);
  }
  .timeline .ticks {
    display: flex;
    justify-content: space-between;
    font-size: var(--o-tiny);
    color: var(--o-text-muted);
  }

  @container cockpit (min-width: 56rem) {
    .parts {
      display: grid;
      grid-template-columns: minmax(0, 1fr) minmax(0, 1.35fr) minmax(0, 1fr);
      gap: 0.85rem;
      align-items: start;
      padding: 1rem 1.1rem;
      background: var(--o-ground);
    }
    .parts .column {
      display: grid;
      gap: 0.85rem;
    }
    section.part {
      border: 1px solid var(--o-line);
      border-radius: var(--o-radius);
      background: var(--o-surface);
    }
    section.part:last-child {
      border-block-end: 1px solid var(--o-line);
    }
  }
  @media (forced-colors: active) {
    .timeline rect {
      fill: CanvasText;
    }
    .advice li {
      border: 1px solid CanvasText;
    }
  }
  @media print {
    :host {
      color-scheme: light;
      background: none;
    }
    .commands {
      display: none !important;
    }
    section.part {
      break-inside: avoid;
    }
  }
`;
