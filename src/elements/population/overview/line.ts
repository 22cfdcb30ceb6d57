import { html, nothing, type TemplateResult } from 'lit';
import {
  hasValue,
  sumOfStatuses,
  type Facet,
  type Filter,
  type ListView,
  type Overview,
  type OverviewOutline,
  type RoundState,
  type RoundStatus,
} from '../../../model/index.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import { icons } from '../../../ui/icons.ts';
import type { Ui } from '../ui.ts';
import { reached } from '../round-progress.ts';
import { filterButton, pressButton } from './filter-button.ts';
import { uncounted } from './outline.ts';
import { countOf, populationShare } from './words.ts';

export interface LineProps {
  /** Undefined until they are counted. */
  readonly counts: Overview | undefined;
  /** The figures that will be counted. */
  readonly outline: OverviewOutline;
  readonly view: ListView;
  /** How far the round has come; undefined where there is none. */
  readonly round: RoundState | undefined;
  /** Shows who has a status in it, or no longer. */
  readonly toggleStatus: (status: RoundStatus) => void;
  readonly toggle: (filter: Filter) => void;
  readonly clear: () => void;
  readonly ui: Ui;
}

/** The overview in one line: how many, how many of them are in danger, new, unseen; each filters the list. */
export function overviewLine(props: LineProps): TemplateResult {
  const { counts, round, ui } = props;
  const { language, texts } = ui;
  const text = texts.list;
  const count = (value: number) => formatCount(value, language);
  const { critical, warning, uncontrolled, came } = counts ?? {};
  const all = round ? sumOfStatuses(round.counts) : 0;
  // All figures of the line are of those that are shown.
  const narrowed =
    counts && round?.phase === 'ready' && counts.total < counts.size ? counts : undefined;
  return html`<div class="figures more-inline">
    ${totalFigure(props)} ${counts ? nothing : uncountedFigures(props)}
    ${critical ? figure(critical, text.seriousPatients, 'critical', props) : nothing}
    ${warning && !critical ? figure(warning, text.noticedPatients, 'warning', props) : nothing}
    ${came ? figure(came, text.newPatients, '', props) : nothing}
    ${uncontrolled ? figure(uncontrolled, text.uncontrolledPatients, '', props) : nothing}
    ${
      round && all > 0
        ? pressButton(
            hasValue(props.view, 'status', 'reviewed'),
            () => props.toggleStatus('reviewed'),
            'figure',
            narrowed
              ? text.reviewedOf(count(narrowed.reviewed), count(narrowed.total))
              : text.reviewedOf(reached(round, 'reviewed', ui), count(all)),
          )
        : nothing
    }
  </div>`;
}

/** In the room that they will take: the rows below keep their place. */
function uncountedFigures({ outline, ui }: LineProps): readonly TemplateResult[] {
  const { markers, controls } = outline;
  const text = ui.texts.list;
  const isOf = (wanted: string) => markers.some(({ level }) => level === wanted);
  return [
    ...(isOf('critical') ? [text.seriousPatients(uncounted)] : []),
    ...(isOf('warning') && !isOf('critical') ? [text.noticedPatients(uncounted)] : []),
    ...(controls.length > 0 ? [text.uncontrolledPatients(uncounted)] : []),
  ].map((words) => html`<span class="figure">${words}</span>`);
}

/** How many there are; pressed, all of them are shown. */
function totalFigure({ counts, outline, clear, ui }: LineProps): TemplateResult {
  const { language, texts } = ui;
  const totals = counts ?? outline;
  const { total, size, population } = totals;
  const all = texts.population.patients(countOf(population, ui));
  const words = total < size ? texts.population.ofThem(formatCount(total, language), all) : all;
  return html`<button
    type="button"
    class="figure total"
    title=${populationShare(totals, ui).join(' · ') || nothing}
    @click=${clear}
  >
    ${words}
  </button>`;
}

function figure(
  facet: Facet,
  words: (count: string) => string,
  tone: 'critical' | 'warning' | '',
  props: LineProps,
): TemplateResult {
  const { language, texts } = props.ui;
  const { yes, unknown, filter } = facet;
  // Those who may be so are no part of the count, and never none.
  const beside =
    unknown > 0 && yes > 0
      ? ` (${texts.population.undecidedBeside(formatCount(unknown, language))})`
      : '';
  return filterButton(
    filter,
    `figure ${tone}`,
    html`${tone ? icons[tone]() : nothing}${words(countOf(facet, props.ui))}${beside}`,
    props,
  );
}
