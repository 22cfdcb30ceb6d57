import { css } from 'lit';

export const cockpitStyles = css`
  :host {
    container: cockpit / inline-size;
    background: var(--o-surface);
    overflow-wrap: break-word;
  }
  .frame,
  .who,
  .advice,
  .items,
  .column,
  .exempt,
  .history ul {
    grid-template-columns: minmax(0, 1fr);
  }
  .frame {
    display: grid;
  }
  .title span,
  .node > div {
    min-width: 0;
  }
  .who {
    display: grid;
    gap: 0.15rem;
    padding: 0.9rem 1.1rem 0.8rem;
    border-block-end: 1px solid var(--o-line);
  }
  .who .top {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.4rem 0.6rem;
    margin-block-end: 0.25rem;
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
  .commands .button.on {
    border-color: var(--o-accent);
    background: var(--o-accent-soft);
    color: var(--o-accent);
  }
  .panel {
    gap: 0.5rem;
    width: max-content;
    max-width: calc(100vw - 1rem);
    margin: 0;
    padding: 0.85rem 1rem;
    border: 1px solid var(--o-line-strong);
    border-radius: var(--o-radius);
    background: var(--o-surface);
    color: inherit;
    box-shadow: 0 6px 24px rgb(0 0 0 / 18%);
  }
  .panel:popover-open {
    position: fixed;
    inset: auto;
    display: grid;
  }
  .panel label {
    display: flex;
    align-items: center;
    justify-content: space-between;
    gap: 1rem;
  }
  .shared {
    padding: 0.6rem 1.1rem;
    border-block-end: 2px solid var(--o-accent);
    background: var(--o-accent-soft);
  }
  .shared p span + span::before {
    content: ' · ';
  }
  .levels:not(:has(.chip)) {
    display: none;
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
    gap: 0.3rem;
    padding-block-start: 0.5rem;
  }
  .tabs button {
    min-height: 1.9em;
    padding: 0.1em 0.8em;
    border: 1px solid color-mix(in srgb, var(--o-line-strong) 60%, transparent);
    border-radius: 99px;
    background: var(--o-surface);
    cursor: pointer;
  }
  textarea {
    display: block;
    width: 100%;
    font: inherit;
    color: inherit;
    resize: vertical;
  }
  .buttons,
  .deeds {
    display: flex;
    flex-wrap: wrap;
    gap: 0.35rem;
  }
  .tabs button:hover {
    background: var(--o-hover);
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
    gap: 0.4em;
    font-weight: 650;
  }
  .advice .title svg {
    flex: none;
    margin-block-start: 0.3em;
  }
  .deeds .button,
  .outcome .button {
    min-height: 1.8em;
    padding-block: 0.1em;
  }
  .advice .deeds {
    margin-block-start: 0.4rem;
  }
  .deeds:empty,
  .advice .outcome:empty {
    display: none;
  }
  .outcome {
    font-size: var(--o-small);
  }
  .outcome.failed,
  .outcome.unknown {
    font-weight: 600;
  }
  .exempt {
    display: grid;
    gap: 0.4rem;
    margin-block-start: 0.5rem;
  }
  section.part h4 {
    margin-block: 0.75rem 0.2rem;
    font-size: var(--o-small);
    font-weight: 600;
    color: var(--o-text-muted);
  }
  .exempted li {
    padding-block: 0.15rem;
    font-size: var(--o-small);
  }
  dialog.share {
    width: min(34rem, 96vw);
    max-height: 92vh;
    padding: 1.25rem;
    border: 1px solid var(--o-line);
    border-radius: var(--o-radius);
    background: var(--o-surface);
    color: inherit;
  }
  dialog.share::backdrop {
    background: rgb(16 21 27 / 45%);
  }
  dialog.share form {
    display: grid;
    gap: 0.75rem;
  }
  dialog.share fieldset {
    display: grid;
    gap: 0.2rem 1rem;
    margin: 0;
    padding: 0;
    border: 0;
  }
  dialog.share .types {
    grid-template-columns: repeat(auto-fill, minmax(13rem, 1fr));
  }
  dialog.share legend {
    padding: 0;
    font-weight: 600;
  }
  dialog.share label {
    display: flex;
    gap: 0.5em;
    align-items: baseline;
  }
  dialog.share .stacked {
    display: grid;
    font-weight: 600;
  }
  dialog.share .field {
    font-weight: 400;
  }
  .said:empty {
    display: none;
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
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.75rem;
    align-items: baseline;
  }
  .item dt,
  .item dd {
    max-width: 100%;
    overflow-wrap: anywhere;
    hyphens: auto;
  }
  .item dd {
    margin-inline-start: auto;
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
    display: grid;
    grid-template-columns: minmax(0, 1.3fr) minmax(3rem, 3fr) minmax(5.5rem, 1fr);
    align-items: center;
  }
  .result .line {
    width: 100%;
  }
  .item .all {
    grid-column: 1 / -1;
    margin: 0;
    text-align: start;
  }
  .by-source .item {
    flex-wrap: nowrap;
  }
  .by-source dt {
    flex: 0 0 10.5em;
  }
  .by-source dd {
    flex: 1;
    margin: 0;
    text-align: start;
  }
  summary::marker {
    font-size: 0.8em;
    color: var(--o-text-muted);
  }
  .latest li {
    padding-block: 0.1rem;
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
    fill: color-mix(in srgb, var(--o-good) 14%, transparent);
  }
  .letter p {
    max-width: 60ch;
    padding: 0.35rem 0 0.6rem;
    white-space: pre-line;
  }
  section.part .letter > summary {
    width: auto;
    font-size: 1em;
    color: inherit;
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
    fill: color-mix(in srgb, var(--o-critical-mark) 72%, var(--o-surface));
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
  .changes dl {
    display: grid;
    grid-template-columns: minmax(0, 12rem) minmax(0, 1fr);
    gap: 0.3rem 0.75rem;
  }
  .changes dt {
    color: var(--o-text-muted);
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
    margin-block-end: 0.75rem;
  }
  .timeline .line {
    display: grid;
    grid-template-columns: minmax(0, var(--o-names, 8.5rem)) minmax(0, 1fr);
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
    display: block;
    width: 100%;
    height: 1.35rem;
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
  .timeline .bar {
    opacity: 0.72;
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
    opacity: 0.13;
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
    .who,
    .shared {
      padding-inline: 1.5rem;
    }
    .who h2 {
      font-size: 1.5em;
    }
    .button.journal {
      order: 1;
      border-color: var(--o-accent);
      background: var(--o-accent);
      color: var(--o-accent-text);
    }
    .timeline {
      --o-names: 11.5rem;
    }
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
  @container cockpit (max-width: 55.99rem) {
    .parts {
      display: flex;
      flex-direction: column;
    }
    .column {
      display: contents;
    }
    /* What is least urgent comes last. */
    .contacts {
      order: 1;
    }
    .commands .quiet {
      padding-inline: 0.6em;
    }
    .commands .quiet:not(.on) span {
      display: none;
    }
  }
  @container cockpit (max-width: 36rem) {
    .who .top {
      flex-wrap: wrap;
    }
    .who h2 {
      flex: 1;
    }
    .who .levels {
      order: 2;
    }
    .commands {
      order: 3;
      margin-inline-start: 0;
    }
    .who .levels:has(.chip) {
      margin-inline-end: 0.3rem;
    }
    .who .top::after {
      content: '';
      order: 1;
      flex-basis: 100%;
    }
    .item.result {
      grid-template-columns: minmax(0, 1fr) auto;
    }
    .result .line {
      order: 1;
      grid-column: 1 / -1;
    }
    .result .all {
      order: 2;
    }
    .result .trend {
      height: 2.1rem;
      margin-block: 0.2rem;
    }
    .tabs {
      flex-wrap: nowrap;
      margin-inline: -1.1rem;
      padding: 0.5rem 1.1rem 0.2rem;
      overflow-x: auto;
      scrollbar-width: thin;
    }
    .tabs button {
      flex: none;
    }
    .changes dl {
      grid-template-columns: minmax(0, 1fr);
    }
  }
  @media (forced-colors: active) {
    .timeline .shade {
      stroke: CanvasText;
      vector-effect: non-scaling-stroke;
    }
    .sources li:not(.gone)::before {
      border: 0.3em solid CanvasText;
    }
    .tabs button[aria-selected='true'] {
      outline: 2px solid Highlight;
    }
    .trend polyline,
    .trend .point {
      stroke: CanvasText;
    }
    .advice li {
      border: 1px solid CanvasText;
    }
  }
  /* On paper: the same in the frame that is printed, where it is measured, as on a page that prints itself. */
  .printed {
    color-scheme: light;
    font-size: 9.5pt;
  }
  .printed .seen {
    padding: 0.2rem 0.6rem;
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
  .printed .item .all:not(:has(.doubts)) {
    display: none;
  }
  .printed .timeline {
    --o-names: 8.5rem;
  }
  @media print {
    :host {
      color-scheme: light;
      background: none;
      print-color-adjust: exact;
    }
    .commands,
    .tabs,
    .deeds {
      display: none;
    }
  }
`;
