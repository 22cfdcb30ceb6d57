import { html, nothing, type TemplateResult } from 'lit';
import {
  chosenRows,
  defaultView,
  filterOf,
  setFilter,
  type CellState,
  type Column,
  type DataQuality,
  type ExportFormat,
  type ExportRun,
  type Filter,
  type Language,
  type ListView,
  type RoundModel,
  type Selection,
  type LoadedPopulation,
} from '../../../model/index.ts';
import type { Texts } from '../../../i18n/texts/index.ts';
import type { Listed } from '../listing.ts';
import type { ToolPanel } from '../tools.ts';
import { columnsPanel } from './columns.ts';
import { exemptPanel } from './exempt.ts';
import { exportPanel } from './export.ts';
import { filterPanel } from './filter.ts';
import { priorityPanel } from './priority.ts';
import { qualityPanel } from './quality.ts';
import { roundPanel } from './round.ts';
import { statusPanel } from './status.ts';

/** What is open over the list. One at a time. */
export type Panel =
  | { readonly kind: ToolPanel | 'exempt' }
  /** `chosen`: asked for of the chosen patients. */
  | { readonly kind: 'export'; readonly chosen: boolean }
  | { readonly kind: 'filter'; readonly columnId: string }
  | { readonly kind: 'status'; readonly patientId: string };

export interface PanelProps {
  readonly loaded: LoadedPopulation;
  readonly listed: Listed;
  readonly view: ListView;
  readonly density: 'normal' | 'compact';
  readonly round: RoundModel | undefined;
  readonly selection: Selection;
  /** What is written in the panel's own search. */
  readonly find: string;
  readonly compared: readonly [string, string] | undefined;
  readonly quality: DataQuality | undefined;
  readonly exportRun: ExportRun;
  readonly today: string;
  readonly titleOf: (column: Column) => string;
  readonly nameOf: (id: string) => string;
  readonly change: (view: ListView) => void;
  readonly search: (find: string) => void;
  readonly compare: (ids: readonly [string, string]) => void;
  /** From the choice of a column to its filter. */
  readonly edit: (columnId: string) => void;
  readonly exempt: (note: string, until: string) => void;
  readonly startExport: (format: ExportFormat, chosen: boolean) => void;
  readonly openPatients: (ids: readonly string[], title: string) => void;
  readonly openFilter: (filter: Filter) => void;
  readonly language: Language;
  readonly texts: Texts;
}

/** What a panel is called to screen readers. */
export function panelTitle(panel: Panel | undefined, texts: Texts): string {
  if (!panel) return '';
  switch (panel.kind) {
    case 'filter':
    case 'choose-filter':
      return texts.list.filters;
    case 'status':
      return texts.round.status;
    case 'exempt':
      return texts.round.exempt;
    case 'export':
      return texts.export.title;
    case 'round':
      return texts.round.title;
    default:
      return texts.list[panel.kind];
  }
}

export function panelContent(panel: Panel, props: PanelProps): TemplateResult | typeof nothing {
  const { loaded, listed, view, round, titleOf, change, language, texts, today } = props;
  switch (panel.kind) {
    case 'columns':
      return columnsPanel({
        view,
        columns: listed.columns.map((column) => ({
          id: column.id,
          title: titleOf(column),
          hidden: column.hidden ?? false,
          pinned: column.pinned ?? false,
        })),
        density: props.density,
        change,
        reset: () => change({ ...defaultView(loaded.population.profile), tab: view.tab }),
        texts,
      });
    case 'priority':
      return priorityPanel({ view, change, texts });
    case 'choose-filter':
      return columnChoice(props);
    case 'filter':
      return columnFilter(panel.columnId, props);
    case 'status':
      return round
        ? statusPanel(props.nameOf(panel.patientId), {
            round,
            patientId: panel.patientId,
            today,
            language,
            texts,
          })
        : nothing;
    case 'exempt':
      return exemptPanel({ ...props, count: props.selection.size });
    case 'round':
      return round ? roundPanel({ ...props, round, state: round.state }) : nothing;
    case 'quality':
      return qualityPanel({ ...props, asOf: loaded.population.asOf });
    case 'export':
      return exportPanel({
        run: props.exportRun,
        shown: listed.visibleRows.length,
        chosen: chosenRows(listed.list, view, props.selection).length,
        first: panel.chosen ? 'chosen' : 'shown',
        start: (format, which) => props.startExport(format, which === 'chosen'),
        language,
        texts,
      });
  }
}

function columnChoice({ listed, titleOf, edit, texts }: PanelProps): TemplateResult {
  return html`<h3>${texts.list.chooseColumn}</h3>
    <ul class="lines">
      ${listed.columns
        .filter(({ filter }) => filter)
        .map(
          (column) =>
            html`<li>
              <button type="button" class="link" @click=${() => edit(column.id)}>
                ${titleOf(column)}
              </button>
            </li>`,
        )}
    </ul>`;
}

function columnFilter(columnId: string, props: PanelProps): TemplateResult | typeof nothing {
  const { listed, view, titleOf, find, change, search, language, texts } = props;
  const column = listed.columns.find(({ id }) => id === columnId);
  if (!column?.filter) return nothing;
  const { values, states } = listed.list.facetValuesOf(columnId, view);
  const filter = filterOf(view, columnId) ?? { columnId };
  const { filter: kind } = column;
  return filterPanel({
    title: titleOf(column),
    kind: kind === 'number' || kind === 'date' || kind === 'text' ? kind : 'choices',
    filter,
    choices: values.map((each) => ({ ...each, text: wordOf(column.kind, each, texts) })),
    find,
    // Values are asked for by themselves.
    states: (Object.keys(states) as CellState[]).filter(
      (each) => each !== 'value' && (states[each] > 0 || filter.states?.includes(each)),
    ),
    change: (next) => change(setFilter(view, next)),
    search,
    language,
    texts,
  });
}

/** What is no code of the clinic's has words of ours. */
function wordOf(
  kind: Column['kind'],
  { value, text }: { readonly value: string; readonly text: string },
  texts: Texts,
): string {
  const ours: Partial<Record<typeof kind, Readonly<Record<string, string>>>> = {
    status: texts.round.statuses,
    sex: texts.patient.sex,
    since: { came: texts.list.isNew },
  };
  return ours[kind]?.[value] ?? text;
}
