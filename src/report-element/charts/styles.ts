import { css } from 'lit';

/**
 * The look of charts. Whose a line or a point is, is told by colour, by its width and by its label; what is said of it,
 * by its shape.
 */
export const chartStyles = css`
  .chart {
    display: block;
    min-inline-size: 0;
  }
  .chart-title {
    font-weight: 600;
  }
  .chart-finding {
    max-inline-size: 46em;
    margin-block: 0.15em;
    color: var(--o-text-muted);
  }
  .chart-plot {
    position: relative;
    margin-block: 0.5em;
    touch-action: pan-y;
  }
  .chart-plot > svg {
    display: block;
    max-inline-size: 100%;
    overflow: visible;
  }
  .chart-plot text {
    fill: var(--o-text-muted);
    font-family: var(--o-font);
    font-size: 12px;
    font-variant-numeric: tabular-nums;
  }
  .chart-plot .middle {
    text-anchor: middle;
  }
  .chart-plot .end {
    text-anchor: end;
  }
  .chart-plot .label {
    paint-order: stroke;
    stroke: var(--o-surface);
    stroke-width: 4px;
    stroke-linejoin: round;
  }
  .chart-plot .label.of-limit,
  .chart-plot .label.of-centre {
    text-anchor: end;
  }
  .chart-plot .label.beside {
    text-anchor: start;
  }
  .chart-plot .label.middle {
    text-anchor: middle;
  }
  .chart-plot .label.target {
    fill: var(--o-good);
  }
  .chart-plot .label.mine,
  .chart-plot .label.own {
    fill: var(--o-accent);
    font-weight: 600;
  }
  .chart-plot :is(.label.of-centre, .label.of-area) {
    fill: var(--o-text);
  }
  .chart-plot .grid {
    stroke: var(--o-line);
    stroke-width: 1px;
  }
  .chart-plot .line {
    fill: none;
    stroke: var(--o-line-strong);
    stroke-width: 1.5px;
    stroke-linejoin: round;
    stroke-linecap: round;
  }
  .chart-plot .line.limit {
    stroke-width: 1px;
  }
  .chart-plot .line.limit95 {
    stroke-dasharray: 4 4;
  }
  .chart-plot .line.centre,
  .chart-plot .line.area {
    stroke: var(--o-text-muted);
    stroke-width: 2px;
  }
  .chart-plot .line.wider {
    stroke-dasharray: 8 3 2 3;
  }
  .chart-plot .line.mine,
  .chart-plot .line.own {
    stroke: var(--o-accent);
    stroke-width: 2.5px;
  }
  .chart-plot .line.own,
  .chart-plot .line.preliminary {
    stroke-dasharray: 6 4;
  }
  .chart-plot .line.median {
    stroke-width: 1px;
    stroke-dasharray: 1 4;
  }
  .chart-plot .line.target {
    stroke: var(--o-good);
    stroke-width: 2px;
    stroke-dasharray: 3 3;
  }
  .chart-plot .line.of-half,
  .chart-plot .line.of-most {
    stroke: var(--o-line-strong);
    stroke-width: 12px;
    stroke-linecap: butt;
    opacity: 0.55;
  }
  .chart-plot .line.of-most {
    opacity: 0.25;
  }
  .chart-plot .band {
    fill: var(--o-text-muted);
    opacity: 0.14;
  }
  .chart-plot .band.mine {
    fill: var(--o-accent);
    opacity: 0.18;
  }
  .chart-plot .fan {
    fill: var(--o-line-strong);
    opacity: 0.25;
  }
  .chart-plot .fan.half {
    opacity: 0.4;
  }
  .chart-plot .point {
    outline: none;
  }
  .chart-plot .halo {
    fill: transparent;
    stroke: none;
  }
  .chart-plot .mark {
    fill: color-mix(in srgb, var(--o-accent) 65%, var(--o-surface));
    stroke: var(--o-surface);
    stroke-width: 1px;
  }
  .chart-plot .point.area .mark,
  .chart-plot .point.wider .mark {
    fill: var(--o-text-muted);
  }
  .chart-plot .point.out .mark {
    fill: var(--o-surface);
    stroke: var(--o-warning-mark);
    stroke-width: 2px;
  }
  .chart-plot .point.out998 .mark {
    fill: var(--o-warning-mark);
    stroke: var(--o-surface);
    stroke-width: 1px;
  }
  .chart-plot .point.mine .mark,
  .chart-plot .point.own .mark {
    fill: var(--o-accent);
    stroke: var(--o-surface);
    stroke-width: 2px;
  }
  .chart-plot .tally .mark,
  .chart-plot .tally.mine .mark {
    stroke: none;
  }
  .chart-plot .tally .mark.several {
    fill: color-mix(in srgb, var(--o-accent) 85%, var(--o-surface));
  }
  .chart-plot .tally.mine .mark {
    fill: var(--o-accent);
  }
  .chart-plot .bar:is(.area, .mine) .mark {
    stroke: none;
  }
  .chart-plot .bar .open {
    fill: var(--o-text-muted);
    opacity: 0.3;
  }
  .chart-plot .bar.mine .open {
    fill: var(--o-accent);
  }
  .chart-plot .point:focus-visible .halo,
  .chart-plot .point:hover .halo {
    stroke: var(--o-accent);
    stroke-width: 2px;
  }
  .chart-plot .whisker {
    stroke: var(--o-line-strong);
    stroke-width: 1px;
  }
  .chart-plot .point.mine .whisker {
    stroke: var(--o-accent);
    stroke-width: 1.5px;
  }
  .chart-plot .mark-area {
    fill: var(--o-text);
  }
  .chart-plot circle.own {
    fill: none;
    stroke: var(--o-accent);
    stroke-width: 1.5px;
    stroke-dasharray: 3 2;
  }
  .chart-tip {
    position: absolute;
    z-index: 1;
    max-inline-size: min(22em, 100%);
    padding: 0.35em 0.6em;
    border: 1px solid var(--o-line-strong);
    border-radius: var(--o-radius-small);
    background: var(--o-surface);
    color: var(--o-text);
    font-size: var(--o-small);
    white-space: pre-line;
    box-shadow: 0 2px 8px rgb(0 0 0 / 18%);
  }
  .chart-tip[hidden] {
    display: none;
  }
  .chart-numbers > summary {
    color: var(--o-accent);
    font-size: var(--o-small);
  }
  .chart-table {
    max-block-size: 22em;
    overflow: auto;
  }
  .chart-table table {
    border-collapse: collapse;
    font-size: var(--o-small);
  }
  .chart-table :is(th, td) {
    padding: 0.2em 0.7em;
    border-block-end: 1px solid var(--o-line);
    font-weight: 400;
    text-align: start;
    white-space: nowrap;
  }
  .chart-table thead th {
    color: var(--o-text-muted);
    font-weight: 600;
  }
  .chart-table .number {
    text-align: end;
  }
  .chart-unknown {
    display: inline-flex;
    align-items: center;
    gap: 0.5em;
    color: var(--o-text-muted);
    font-size: var(--o-small);
    white-space: nowrap;
  }
  .chart-unknown .whole {
    fill: var(--o-line);
  }
  .chart-unknown .part {
    fill: var(--o-warning-mark);
  }
  .chart-unknown .whisker {
    stroke: var(--o-text);
    stroke-width: 1px;
  }
  /** Drawn to be taken as a picture: on paper's ground, where nobody sees it. */
  .chart-picture {
    position: absolute;
    inset-inline-start: -200vw;
    visibility: hidden;
    color-scheme: light;
  }
  @media (forced-colors: active) {
    .chart-plot svg {
      forced-color-adjust: none;
    }
    .chart-plot text,
    .chart-plot :is(.label.of-centre, .label.of-area, .label.target) {
      fill: CanvasText;
    }
    .chart-plot .label {
      stroke: Canvas;
    }
    .chart-plot :is(.label.mine, .label.own) {
      fill: Highlight;
    }
    .chart-plot :is(.line, .whisker, .grid) {
      stroke: CanvasText;
    }
    .chart-plot .grid {
      stroke-dasharray: 1 5;
    }
    .chart-plot :is(.line.mine, .line.own, circle.own) {
      stroke: Highlight;
    }
    .chart-plot :is(.mark, .point.area .mark, .point.wider .mark, .mark-area) {
      fill: CanvasText;
      stroke: Canvas;
    }
    .chart-plot .bar .open {
      fill: Canvas;
      stroke: CanvasText;
      opacity: 1;
    }
    .chart-plot .bar.mine .open {
      stroke: Highlight;
    }
    .chart-plot .point.out .mark {
      fill: Canvas;
      stroke: CanvasText;
    }
    .chart-plot .point.out998 .mark {
      fill: CanvasText;
    }
    .chart-plot :is(.point.mine .mark, .tally.mine .mark, .point.own .mark) {
      fill: Highlight;
    }
    .chart-plot :is(.band, .fan, .band.mine) {
      fill: CanvasText;
    }
    .chart-plot .point:focus-visible .halo,
    .chart-plot .point:hover .halo {
      stroke: Highlight;
    }
    .chart-unknown :is(.whole, .part) {
      fill: Canvas;
      stroke: CanvasText;
    }
    .chart-unknown .part {
      fill: CanvasText;
    }
  }
  @media print {
    .chart {
      break-inside: avoid;
    }
    .chart-tip,
    .chart-numbers:not([open]) {
      display: none;
    }
    .chart-table {
      max-block-size: none;
      overflow: visible;
    }
  }
`;
