/** The small panels over the list. */
import { html, nothing, type TemplateResult } from 'lit';
import {
  dateRangesOf,
  defaultView,
  filterOf,
  groupTitle,
  mayGroup,
  nameDateRange,
  setFilter,
  type CellState,
  type Column,
} from '../../../model/index.ts';
import { askExemption } from '../../shared/ask-exemption.ts';
import { ask } from '../../shared/ask.ts';
import type { Unsaved } from '../../shared/unsaved.ts';
import type { ExemptionReport } from '../export-run.ts';
import type { UiHost } from '../ui.ts';
import { panelUi, type Texts } from './ui.ts';
import type { GridController } from '../controllers/grid.ts';
import type { JournalController } from '../controllers/journal.ts';
import type { ListController, Shown } from '../controllers/list.ts';
import type { NamedViewsController } from '../controllers/named-views.ts';
import type { NotListedController } from '../controllers/not-listed.ts';
import type { PanelController } from '../controllers/panels.ts';
import type { RoundDeeds } from '../controllers/round-deeds.ts';
import type { RoundController } from '../controllers/round.ts';
import { assignPanel } from './assign.ts';
import { columnsPanel } from './columns.ts';
import { contactPanel } from './contact.ts';
import { duePanel } from './due.ts';
import { exemptPanel } from './exempt.ts';
import { filterPanel } from './filter.ts';
import { notListedPanel } from './not-listed.ts';
import { orderPanel } from './order.ts';
import type { Panel, SmallPanel } from './panel.ts';
import { roundPanel } from './round.ts';
import { statusPanel } from './status.ts';
import { viewsPanel } from './views.ts';

/** What the panels are drawn from. */
export interface PanelSources {
  readonly host: UiHost & {
    readonly density: 'normal' | 'compact' | undefined;
    makeCurrent(id: string, by: 'row'): void;
  };
  readonly list: ListController;
  readonly namedViews: NamedViewsController;
  readonly notListed: NotListedController;
  readonly journal: JournalController;
  readonly grid: GridController;
  readonly panels: PanelController;
  readonly round: RoundController;
  readonly deeds: RoundDeeds;
  readonly unsaved: Unsaved;
  readonly exports: { readonly exemptionReport: ExemptionReport | undefined };
}

/** What stands in a panel. */
export function panelContent(
  panel: SmallPanel,
  sources: PanelSources,
): TemplateResult | typeof nothing {
  const { host, list, namedViews, panels, round, deeds, unsaved, exports } = sources;
  const { shown } = list;
  if (!shown) return nothing;
  const ui = panelUi(host.ui);
  const { current: model } = round;
  switch (panel.kind) {
    case 'columns':
    case 'priority':
      return arrangement(panel.kind, shown, sources);
    case 'views':
      return viewsPanel({
        views: namedViews,
        close: panels.close,
        ask: (question) => ask(host, question, ui),
        ui,
      });
    case 'choose-filter':
      return columnChoice(shown, sources);
    case 'filter':
      return columnFilter(panel, shown, sources);
    case 'not-listed':
      return beside(panel, shown, sources);
    case 'status':
      return model
        ? statusPanel({
            round: model,
            change: round.changes.of(model),
            unsaved: unsaved.texts,
            person: panel.person,
            today: host.date,
            team: shown.loaded.description.team,
            ask: (question) => ask(host, question, ui),
            askExemption: (title) => askExemption(host, title, host.date, ui),
            ui,
          })
        : nothing;
    case 'exempt':
      return exemptPanel({
        reach: deeds.reach,
        today: host.date,
        written: deeds.written,
        keepWritten: (written) => deeds.keepWritten(written),
        exempt: (exemption) => {
          deeds.exempt(exemption);
          panels.close();
        },
        ui,
      });
    case 'assign':
      return assignPanel({
        reach: deeds.reach,
        team: shown.loaded.description.team ?? [],
        user: shown.loaded.description.user,
        replaced: deeds.countOthers('assignee'),
        assign: (assignee) => {
          deeds.assign(assignee);
          panels.close();
        },
        ui,
      });
    case 'due':
      return duePanel({
        reach: deeds.reach,
        today: host.date,
        replaced: deeds.countOthers('due'),
        setDue: (due) => {
          deeds.setDue(due);
          panels.close();
        },
        ui,
      });
    case 'contact':
      return contactPanel({
        reach: deeds.reach,
        today: host.date,
        log: (outcome, nextTry) => {
          deeds.logContact(outcome, nextTry);
          panels.close();
        },
        ui,
      });
    case 'round':
      return model
        ? roundPanel({
            round: model,
            change: round.changes.of(model),
            finish: () => {
              panels.close();
              void deeds.finish();
            },
            start: deeds.start,
            compared: panels.compared,
            compare: panels.compare,
            passed: panels.passed,
            pass: panels.pass,
            nameOf: list.nameOf,
            openPatients: (ids, title) => {
              panels.close();
              list.openPatients(ids, title);
            },
            profile: shown.loaded.population.profile,
            team: shown.loaded.description.team,
            unsaved: unsaved.texts,
            today: host.date,
            report: exports.exemptionReport,
            ui,
          })
        : nothing;
  }
}

/** Whom the search finds in the clinic, and who is not on the list. */
function beside(
  { openedId }: Extract<SmallPanel, { kind: 'not-listed' }>,
  { loaded }: Shown,
  { host, list, notListed, panels, journal }: PanelSources,
): TemplateResult {
  const mayOpen = loaded.description.may?.openJournal !== false;
  return notListedPanel({
    found: notListed.found,
    today: host.date,
    asOf: loaded.population.asOf,
    openedId,
    turn: (id) => panels.change({ kind: 'not-listed', openedId: id }),
    outcomeOf: (id) => notListed.outcomeOf(id),
    choose: (id) => {
      if (!list.acting) return;
      panels.close();
      host.makeCurrent(id, 'row');
    },
    openJournal: mayOpen ? (id) => void journal.open(id) : undefined,
    ui: panelUi(host.ui),
  });
}

/** Which columns are shown, or what makes one patient come before another. */
function arrangement(
  kind: 'columns' | 'priority',
  { asked: view, columns, loaded }: Shown,
  { host, list, grid }: PanelSources,
): TemplateResult {
  const { texts } = panelUi(host.ui);
  if (kind === 'priority')
    return orderPanel({
      view,
      columns: columns
        .filter(({ id, hidden }) => !hidden || view.sort.some(({ columnId }) => columnId === id))
        .map((column) => ({ id: column.id, title: list.titleOf(column) })),
      groups: columns.filter(mayGroup).map((column) => ({
        id: column.id,
        title: groupTitle(column, list.titleOf(column), host.ui.language),
      })),
      sort: grid.sort,
      change: list.show,
      texts,
    });
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
    resize: grid.resizeColumn,
    reset: () => list.show({ ...defaultView(loaded.population.profile), tab: view.tab }),
    texts,
  });
}

function columnChoice({ columns }: Shown, { host, list, panels }: PanelSources): TemplateResult {
  return html`<h3>${panelUi(host.ui).texts.panels.chooseColumn}</h3>
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
  { columnId, narrows }: Extract<Panel, { kind: 'filter' }>,
  { columns, asked }: Shown,
  { host, list, panels }: PanelSources,
): TemplateResult | typeof nothing {
  const column = columns.find(({ id }) => id === columnId);
  if (!column?.filter) return nothing;
  const ui = panelUi(host.ui);
  const title = list.titleOf(column);
  const facets = list.facetsOf(columnId);
  if (!facets)
    return html`<h3>${ui.texts.panels.filterOf(title)}</h3>
      <p class="part-loading muted" role="status">${ui.texts.panels.working}</p>`;
  const { values, states, undecided, of } = facets;
  const filter = filterOf(asked, columnId, narrows) ?? { columnId };
  const { filter: kind } = column;
  return filterPanel({
    title,
    kind: kind === 'number' || kind === 'date' || kind === 'text' ? kind : 'choices',
    filter,
    holdsSeveral: kind === 'marker' && column.kind !== 'severity',
    choices: {
      of,
      all: values.map((each) => ({ ...each, text: wordOf(column.kind, each, ui.texts) })),
      find: panels.find,
      search: panels.search,
    },
    ranges: dateRangesOf(column).map((range) => ({
      range,
      text: nameDateRange(range, column, ui.language),
    })),
    // Values are asked for by themselves.
    states: (Object.keys(states) as CellState[]).filter(
      (each) =>
        each !== 'value' &&
        (states[each] > 0 ||
          filter.states?.includes(each) ||
          (each === 'unknown' && undecided > 0)),
    ),
    nameState: (state) =>
      state === 'none' && kind === 'marker'
        ? ui.texts.panels.noMarkers
        : ui.texts.list.states[state],
    undecided,
    // Whichever it is, it stays so.
    change: ({ narrows: _, ...next }) =>
      list.show(setFilter(asked, filter.narrows ? { ...next, narrows: true } : next)),
    ui,
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
