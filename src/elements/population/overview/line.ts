import { html, nothing, type TemplateResult } from 'lit';
import {
  hasFilter,
  hasValue,
  sumOfStatuses,
  type Facet,
  type Filter,
  type ListView,
  type Overview,
  type OverviewTotals,
  type RoundState,
  type RoundStatus,
} from '../../../model/index.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import { icons } from '../../../ui/icons.ts';
import type { Ui } from '../ui.ts';
import { reached } from '../round-progress.ts';
import { uncounted } from './outline.ts';
import { countOf, populationShare } from './words.ts';

export interface LineProps {
  /** Undefined until they are counted. */
  readonly counts: Overview | undefined;
  readonly totals: OverviewTotals;
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
  return html`<div class="figures more-inline">
    ${totalFigure(props)} ${counts ? nothing : html`<span class="figure">${uncounted}</span>`}
    ${critical ? figure(critical, text.seriousPatients, 'critical', props) : nothing}
    ${warning && !critical ? figure(warning, text.noticedPatients, 'warning', props) : nothing}
    ${came ? figure(came, text.newPatients, '', props) : nothing}
    ${uncontrolled ? figure(uncontrolled, text.uncontrolledPatients, '', props) : nothing}
    ${
      round && all > 0
        ? button(
            text.reviewedOf(reached(round, 'reviewed', ui), count(all)),
            '',
            hasValue(props.view, 'status', 'reviewed'),
            () => props.toggleStatus('reviewed'),
          )
        : nothing
    }
  </div>`;
}

/** How many there are; pressed, all of them are shown. */
function totalFigure({ totals, clear, ui }: LineProps): TemplateResult {
  const { language, texts } = ui;
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
  return button(
    `${words(countOf(facet, props.ui))}${beside}`,
    tone,
    hasFilter(props.view, filter),
    () => props.toggle(filter),
  );
}

function button(
  words: string,
  tone: 'critical' | 'warning' | '',
  isOn: boolean,
  turn: () => void,
): TemplateResult {
  return html`<button
    type="button"
    class="figure ${tone}"
    aria-pressed=${isOn ? 'true' : 'false'}
    @click=${turn}
  >
    ${tone ? icons[tone]() : nothing}${words}
  </button>`;
}
