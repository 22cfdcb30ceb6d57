import { css, type nothing, type TemplateResult } from 'lit';
import { dayOf, formatNear, formatYear, newYears } from '../../../model/index.ts';
import { timeline } from '../../../ui/timeline.ts';
import type { CockpitProps } from '../props.ts';

/** Lines of the timeline beyond this are not drawn: they stand in the history. */
const mostLines = 12;

/** Draws the medication as bars over the last years, with the days shaded on which medicines went together. */
export function medicationLines({ view, ui }: CockpitProps): TemplateResult | typeof nothing {
  const { language, texts } = ui;
  const { rows, overlaps, start, end } = view.timeline;
  return timeline({
    lines: rows.slice(0, mostLines).map(({ name, level, active, spans, words }) => ({
      name,
      tone: level ?? (active ? 'plain' : 'past'),
      words,
      bars: spans.map(({ from, to }) => ({
        from: dayOf(from),
        to: dayOf(to === undefined || to > end ? end : to),
      })),
    })),
    ticks: newYears(start, end).map((day) => ({
      at: dayOf(day),
      label: formatYear(day, language),
    })),
    shades: overlaps.map(({ title, level, from, to, since, days, mayBeLonger }) => ({
      from: dayOf(from),
      to: dayOf(to),
      tone: level,
      words: mayBeLonger
        ? texts.patientView.togetherAtLeast(title, days)
        : texts.patientView.together(title, days, formatNear(since, end, language)),
    })),
    start: dayOf(start),
    end: dayOf(end),
  });
}

export const medicationStyles = css`
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
  @container cockpit (min-width: 56rem) {
    .timeline {
      --o-names: 11.5rem;
    }
  }
  @media (forced-colors: active) {
    .timeline .shade {
      stroke: CanvasText;
      vector-effect: non-scaling-stroke;
    }
  }
`;
