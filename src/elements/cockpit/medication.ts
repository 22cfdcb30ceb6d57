import type { nothing } from 'lit';
import { type TemplateResult } from 'lit';
import { dayOf, formatNear, formatYear, newYears } from '../../model/index.ts';
import { timeline } from '../../ui/timeline.ts';
import type { CockpitProps } from './props.ts';

/** The longest timeline that can be taken in at a glance; the rest stands in the history. */
const mostLines = 12;

/** The medication as bars over the last years, with the days shaded on which medicines went together. */
export function medicationLines({
  view,
  language,
  texts,
}: CockpitProps): TemplateResult | typeof nothing {
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
    shades: overlaps.map(({ title, level, from, to, days }) => ({
      from: dayOf(from),
      to: dayOf(to),
      tone: level,
      words: texts.patientView.together(title, days, formatNear(from, end, language)),
    })),
    start: dayOf(start),
    end: dayOf(end),
  });
}
