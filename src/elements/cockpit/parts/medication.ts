import { css, type nothing, type TemplateResult } from 'lit';
import {
  dayOf,
  formatNear,
  formatYear,
  markerLevels,
  newYears,
  type TimelineOverlap,
} from '../../../model/index.ts';
import { timeline } from '../../../ui/timeline.ts';
import type { Ui } from '../ui.ts';
import type { CockpitProps } from '../props.ts';

/** Lines of the timeline beyond this are not drawn: it says how many, and they stand in the history. */
const mostLines = 12;

/** So many stretches on which medicines went together are told in words. */
const mostTogether = 6;

/** Draws the medication as bars over the last years, with the days shaded on which medicines went together. */
export function medicationLines({ view, ui }: CockpitProps): TemplateResult | typeof nothing {
  const { language, texts } = ui;
  const { rows, overlaps, start, end } = view.timeline;
  const inWords = told(overlaps);
  const more = overlaps.length - inWords.length;
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
    shades: markerLevels.flatMap((tone) => {
      const bars = overlaps
        .filter(({ level }) => level === tone)
        .map(({ from, to }) => ({ from: dayOf(from), to: dayOf(to) }));
      return bars.length > 0 ? [{ tone, bars }] : [];
    }),
    words: [
      ...inWords.map((each) => ({ tone: each.level, text: together(each, end, ui) })),
      ...(more > 0 ? [{ tone: 'past', text: texts.patientView.moreTogether(more) } as const] : []),
      ...(rows.length > mostLines
        ? [
            {
              tone: 'past',
              text: texts.patientView.moreMedicines(rows.length - mostLines),
            } as const,
          ]
        : []),
    ],
    start: dayOf(start),
    end: dayOf(end),
  });
}

/** Of very many the gravest, and of those the latest. */
function told(overlaps: readonly TimelineOverlap[]): readonly TimelineOverlap[] {
  if (overlaps.length <= mostTogether) return overlaps;
  return markerLevels
    .flatMap((tone) =>
      overlaps
        .filter(({ level }) => level === tone)
        .sort((a, b) => (a.to === b.to ? 0 : a.to < b.to ? 1 : -1)),
    )
    .slice(0, mostTogether);
}

function together(
  { title, since, days, mayBeLonger }: TimelineOverlap,
  end: string,
  { language, texts }: Ui,
): string {
  const text = texts.patientView;
  return mayBeLonger
    ? text.togetherAtLeast(title, days)
    : text.together(title, days, formatNear(since, end, language));
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
    opacity: 0.13;
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
