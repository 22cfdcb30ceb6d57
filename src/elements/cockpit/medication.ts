import type { nothing } from 'lit';
import { type TemplateResult } from 'lit';
import { formatNear } from '../../model/index.ts';
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
  const years = Array.from(
    { length: Number(end.slice(0, 4)) - Number(start.slice(0, 4)) },
    (_, index) => String(Number(start.slice(0, 4)) + 1 + index),
  );
  return timeline({
    lines: rows.slice(0, mostLines).map(({ name, level, active, spans, words }) => ({
      name,
      tone: level ?? (active ? 'plain' : 'past'),
      words,
      bars: spans.map(({ from, to }) => ({
        from: Date.parse(from),
        to: to === undefined || to > end ? Date.parse(end) : Date.parse(to),
      })),
    })),
    ticks: years.map((year) => ({ at: Date.parse(`${year}-01-01`), label: year })),
    shades: overlaps.map(({ title, level, from, to, days }) => ({
      from: Date.parse(from),
      to: Date.parse(to),
      tone: level,
      words: texts.patientView.together(title, days, formatNear(from, end, language)),
    })),
    start: Date.parse(start),
    end: Date.parse(end),
  });
}
