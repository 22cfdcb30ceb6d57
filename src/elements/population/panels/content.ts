import { html, nothing, type TemplateResult } from 'lit';
import {
  defaultView,
  filterOf,
  setFilter,
  type CellState,
  type Column,
} from '../../../model/index.ts';
import type { Texts } from '../ui.ts';
import type { Controllers } from '../controllers/index.ts';
import type { Shown } from '../controllers/list.ts';
import type { ToolPanel } from '../tools.ts';
import type { FilterProps } from './filter.ts';

/** What is open over the list. One at a time. */
export type Panel =
  | { readonly kind: ToolPanel | 'exempt' }
  /** `chosen`: asked for of the chosen patients. */
  | { readonly kind: 'export'; readonly chosen: boolean }
  | { readonly kind: 'filter'; readonly columnId: string }
  | { readonly kind: 'status'; readonly patientId: string };

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

/** What stands in the panel that is open; what is seldom opened is loaded when it is. */
export function panelContent(controllers: Controllers): unknown {
  const { host, list, panels, round, selection, quality, exports } = controllers;
  const { panel } = panels;
  const { shown } = list;
  if (!panel || !shown) return nothing;
  const { ui } = host;
  const { current: model } = round;
  switch (panel.kind) {
    case 'columns':
    case 'priority':
      return arrangement(panel.kind, shown, controllers);
    case 'choose-filter':
      return columnChoice(shown, controllers);
    case 'filter':
      return columnFilter(panel.columnId, shown, controllers);
    case 'status':
      return model
        ? panels.parts.status.render(
            ({ statusPanel }) =>
              statusPanel(list.nameOf(panel.patientId), {
                round: model,
                patientId: panel.patientId,
                today: host.date,
                ui,
              }),
            ui,
          )
        : nothing;
    case 'exempt':
      return panels.parts.exempt.render(
        ({ exemptPanel }) =>
          exemptPanel({
            count: selection.current.size,
            today: host.date,
            exempt: (note, until) => {
              model?.setStatus(selection.current.ids, 'exempt', { note, exemptUntil: until });
              panels.close();
            },
            ui,
          }),
        ui,
      );
    case 'round':
      return model
        ? panels.parts.round.render(
            ({ roundPanel }) =>
              roundPanel({
                round: model,
                compared: panels.compared,
                compare: panels.compare,
                nameOf: list.nameOf,
                openPatients: (ids, title) => {
                  panels.close();
                  list.openPatients(ids, title);
                },
                ui,
              }),
            ui,
          )
        : nothing;
    case 'quality':
      return quality.content();
    case 'export':
      return exports.content(panel.chosen ? 'chosen' : 'shown');
  }
}

/** Which columns are shown, or what makes one patient come before another. */
function arrangement(
  kind: 'columns' | 'priority',
  { view, columns, loaded }: Shown,
  { host, list, panels }: Controllers,
): unknown {
  const { ui } = host;
  const { texts } = ui;
  return panels.parts.arrangement.render(({ columnsPanel, priorityPanel }) => {
    if (kind === 'priority') return priorityPanel({ view, change: list.show, texts });
    return columnsPanel({
      view,
      columns: columns.map((column) => ({
        id: column.id,
        title: list.titleOf(column),
        hidden: column.hidden ?? false,
        pinned: column.pinned ?? false,
      })),
      density: view.density ?? host.density ?? 'normal',
      change: list.show,
      reset: () => list.show({ ...defaultView(loaded.population.profile), tab: view.tab }),
      texts,
    });
  }, ui);
}

function columnChoice({ columns }: Shown, { host, list, panels }: Controllers): TemplateResult {
  return html`<h3>${host.ui.texts.list.chooseColumn}</h3>
    <ul class="lines">
      ${columns
        .filter(({ filter }) => filter)
        .map(
          (column) =>
            html`<li>
              <button type="button" class="link" @click=${() => panels.edit(column.id)}>
                ${list.titleOf(column)}
              </button>
            </li>`,
        )}
    </ul>`;
}

function columnFilter(
  columnId: string,
  { list: rows, columns, view }: Shown,
  { host, list, panels }: Controllers,
): unknown {
  const column = columns.find(({ id }) => id === columnId);
  if (!column?.filter) return nothing;
  const { ui } = host;
  const { values, states, of } = rows.facetValuesOf(columnId, view);
  const filter = filterOf(view, columnId) ?? { columnId };
  const { filter: kind } = column;
  const props: FilterProps = {
    title: list.titleOf(column),
    kind: kind === 'number' || kind === 'date' || kind === 'text' ? kind : 'choices',
    filter,
    choices: {
      of,
      all: values.map((each) => ({ ...each, text: wordOf(column.kind, each, ui.texts) })),
      find: panels.find,
      search: panels.search,
    },
    // Values are asked for by themselves.
    states: (Object.keys(states) as CellState[]).filter(
      (each) => each !== 'value' && (states[each] > 0 || filter.states?.includes(each)),
    ),
    change: (next) => list.show(setFilter(view, next)),
    ui,
  };
  return panels.parts.filter.render(({ filterPanel }) => filterPanel(props), ui);
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
