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
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem 0.75rem;
  }
  .who h2 {
    min-width: 0;
    font-size: 1.22em;
    font-weight: 680;
    line-height: 1.3;
    letter-spacing: -0.01em;
  }
  .commands {
    display: flex;
    flex-wrap: wrap;
    gap: 0.4rem;
    margin-inline-start: auto;
  }
  .levels {
    display: inline-flex;
    gap: 0.35rem;
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
  .sources .stale::before {
    background: var(--o-warning-mark);
  }
  .sources .gone::before {
    border: 1.5px solid var(--o-text-muted);
    background: none;
  }
  .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35rem;
    padding-block-start: 0.5rem;
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
  .item .note {
    font-size: var(--o-small);
  }
  .item.result {
    grid-template-columns: minmax(0, 1.4fr) minmax(3rem, 3fr) minmax(5.5rem, 1.2fr);
    align-items: center;
  }
  .item .all {
    grid-column: 1 / -1;
    text-align: start;
  }
  .item .unit {
    display: block;
    font-size: var(--o-small);
    font-weight: 400;
    color: var(--o-text-muted);
  }
  .item .value {
    font-weight: 650;
  }
  .item .outside .value {
    color: var(--o-critical);
  }
  .trend {
    display: block;
    width: 100%;
    height: 2.6rem;
    overflow: visible;
  }
  .trend polyline,
  .trend .point {
    fill: none;
    stroke: var(--o-accent);
    stroke-width: 1.6;
    stroke-linecap: round;
    stroke-linejoin: round;
    vector-effect: non-scaling-stroke;
  }
  .trend .point {
    stroke-width: 4;
  }
  .trend .last {
    stroke-width: 7;
  }
  .result:has(.outside) .trend .last {
    stroke: var(--o-critical-mark);
  }
  .trend .band {
    fill: color-mix(in srgb, var(--o-good) 13%, transparent);
  }
  details > summary {
    width: fit-content;
    font-size: var(--o-small);
    color: var(--o-text-muted);
    cursor: pointer;
  }
  details > summary:hover {
    color: var(--o-accent);
  }
  .why details > summary {
    font-size: 1em;
    font-weight: 550;
    color: inherit;
  }
  .history {
    margin-block-start: 0.5rem;
  }
  .history ul {
    display: grid;
    gap: 0.15rem;
    max-height: 18rem;
    margin-block-start: 0.3rem;
    overflow: auto;
    font-size: var(--o-small);
  }
  .history .past {
    color: var(--o-text-muted);
  }
  .item table {
    font-size: var(--o-small);
    border-collapse: collapse;
  }
  .item th {
    padding-inline-end: 1rem;
    font-weight: 400;
    text-align: start;
    color: var(--o-text-muted);
  }
  .columns {
    display: block;
    width: 100%;
    height: 3.4rem;
  }
  .columns .practice {
    fill: var(--o-male);
  }
  .columns .hospital {
    fill: var(--o-critical-mark);
  }
  .columns .missed {
    fill: var(--o-warning-mark);
  }
  .contacts .scale {
    display: flex;
    justify-content: space-between;
    font-size: var(--o-tiny);
    color: var(--o-text-muted);
  }
  .time {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35rem 1.1rem;
    padding: 0.5rem 1.1rem;
    border-block-end: 1px solid var(--o-line);
    font-size: var(--o-small);
    color: var(--o-text-muted);
  }
  .time .field {
    min-height: 1.9em;
    padding: 0.05em 0.4em;
    color: var(--o-text);
  }
  .changes .item {
    grid-template-columns: minmax(0, 1fr) minmax(0, 4fr);
  }
  .changes .item dd {
    text-align: start;
  }
  .strip {
    display: flex;
    align-items: center;
    gap: 0.75rem;
    padding: 0.3rem 0.75rem;
    overflow: hidden;
    white-space: nowrap;
  }
  .strip .first {
    flex: 1 1 auto;
    min-width: 0;
    overflow: hidden;
    text-overflow: ellipsis;
    color: var(--o-text-muted);
  }
  .grounds {
    font-size: var(--o-small);
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
  .timeline .plain .bar {
    fill: var(--o-male);
  }
  .timeline .past .bar {
    fill: var(--o-line-strong);
    opacity: 0.4;
  }
  .timeline .past .name {
    color: var(--o-text-muted);
  }
  .timeline .critical .bar,
  .timeline .shade.critical {
    fill: var(--o-critical-mark);
  }
  .timeline .warning .bar,
  .timeline .shade.warning {
    fill: var(--o-warning-mark);
  }
  .timeline .info .bar,
  .timeline .shade.info {
    fill: var(--o-info-mark);
  }
  .timeline .shade {
    opacity: 0.16;
  }
  .timeline .plain .bar {
    opacity: 1;
  }
  .shade-words {
    font-size: var(--o-small);
    font-weight: 600;
    text-align: end;
  }
  .shade-words.critical {
    color: var(--o-critical);
  }
  .shade-words.warning {
    color: var(--o-warning);
  }
  .timeline .ticks {
    position: relative;
    height: 1.2em;
    font-size: var(--o-tiny);
    color: var(--o-text-muted);
  }
  .timeline .ticks span {
    position: absolute;
    translate: -50% 0;
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
  @container cockpit (max-width: 30rem) {
    .who .print span {
      display: none;
    }
    .item {
      overflow-wrap: anywhere;
      hyphens: auto;
    }
  }
  @media (forced-colors: active) {
    .timeline .bar,
    .columns rect {
      fill: CanvasText;
    }
    .timeline .shade {
      fill: Highlight;
    }
    .trend polyline,
    .trend .point {
      stroke: CanvasText;
    }
    .advice li {
      border: 1px solid CanvasText;
    }
  }
  .printed .seen {
    padding: 0.2rem 1.1rem;
  }
  @media print {
    :host {
      color-scheme: light;
      background: none;
      font-size: 9pt;
      print-color-adjust: exact;
    }
    .commands,
    .tabs,
    .time,
    details {
      display: none !important;
    }
    .parts {
      display: grid;
      grid-template-columns: repeat(3, minmax(0, 1fr));
      gap: 4pt;
    }
    section.part,
    .who {
      padding: 4pt 6pt;
      break-inside: avoid;
    }
  }
`;
