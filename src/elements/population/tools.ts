import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import {
  describeFilter,
  describeProblem,
  groupTitle,
  isNarrowing,
  removeFilter,
  type Column,
  type DonePlace,
  type Filter,
  type FilterMatch,
  type ListView,
  type NotListed,
  type Problem,
} from '../../model/index.ts';
import { icons } from '../../ui/icons.ts';
import { rectOf } from '../../ui/popover.ts';
import { formatCount } from '../../i18n/numbers.ts';
import { notListedButton } from './not-listed.ts';
import type { Ui } from './ui.ts';
import { moveInTabs } from '../shared/tab-keys.ts';
import type { ListController, OpenedPatients, Shown } from './controllers/list.ts';
import type { NamedViewsController } from './controllers/named-views.ts';
import type { PanelController } from './controllers/panels.ts';
import type { Panel, ToolPanel } from './panels/panel.ts';

export interface ToolsProps {
  readonly list: ListController;
  readonly namedViews: NamedViewsController;
  readonly panels: PanelController;
  readonly hasRound: boolean;
  /** Whether the overview stands as a table. */
  readonly asTable: boolean;
  readonly turn: () => void;
  /** Whether the overview stands as one line. */
  readonly isLine: boolean;
  readonly turnCharts: () => void;
  /** What could not be read. */
  readonly unread: Problem | undefined;
  /** Whom the search finds in the clinic beside the list. */
  readonly notListed: NotListed | undefined;
  readonly ui: Ui;
}

/** Between the cards and the list: search, who is looked at, which filters are on, how it is shown. */
export function tools(
  { loaded, list: all, view, asked, visibleRows, columns }: Shown,
  props: ToolsProps,
): TemplateResult {
  const { list, panels, hasRound, asTable, turn, isLine, turnCharts, unread, ui } = props;
  const { texts, language } = ui;
  const text = texts.population;
  const count = (value: number) => formatCount(value, language);
  // Of those who did not come nobody can say: 0 of them would be an answer.
  // How many members there are, the overview says.
  const number = count(loaded.population.undecided.length);
  const undecided = all.notFetched === 0 ? number : text.ofFetched(number);
  const button = (panel: ToolPanel, label: string, title = '', badge: unknown = nothing) =>
    html`<button
      type="button"
      class="pill plain"
      aria-haspopup="dialog"
      title=${title}
      aria-label=${badge === nothing ? nothing : label}
      @click=${(event: Event) => panels.open({ kind: panel }, rectOf(event))}
    >
      ${label}${badge}
    </button>`;
  const done = all.doneIn(view);
  const narrowing = view.filters.filter(isNarrowing);
  const written = view.filters.filter((each) => !isNarrowing(each));
  return html`<div class="tools">
    <div class="search">
      ${icons.search()}
      <input
        class="field"
        type="search"
        placeholder=${text.search}
        aria-label=${text.search}
        .value=${live(asked.query)}
        @input=${(event: Event) => list.show({ ...asked, query: (event.target as HTMLInputElement).value })}
      />
    </div>
    <span class="visually-hidden" role="status"
      >${unread ? describeProblem(unread, language) : ''}</span
    >
    <div class="tabs more-inline" role="tablist" aria-label=${text.title} @keydown=${moveInTabs}>
      ${(['members', 'undecided'] as const).map(
        (tab) =>
          html`<button
            type="button"
            role="tab"
            id="tab-${tab}"
            aria-selected=${view.tab === tab ? 'true' : 'false'}
            aria-controls="list"
            tabindex=${view.tab === tab ? 0 : -1}
            @click=${() => list.show({ ...asked, tab })}
          >
            ${text[tab]}${tab === 'members' ? nothing : ` ${undecided}`}
          </button>`,
      )}
    </div>
    <div class="toolbar" role="toolbar" aria-label=${texts.list.view}>
      <div class="views more-inline" tabindex="-1">
        ${
          asTable
            ? nothing
            : html`<button
                type="button"
                class="pill plain"
                aria-expanded=${isLine ? 'false' : 'true'}
                @click=${turnCharts}
              >
                ${isLine ? texts.list.showCharts : texts.list.hideCharts}
              </button>`
        }
        ${
          isLine && !asTable
            ? nothing
            : html`<button
                type="button"
                class="pill plain"
                aria-pressed=${asTable ? 'true' : 'false'}
                @click=${turn}
              >
                ${asTable ? texts.list.chartView : texts.common.tableView}
              </button>`
        }
        ${hasRound ? button('round', texts.round.title) : nothing}
        ${button('columns', texts.list.columns)}
        <span class="with-badge"
          >${button('quality', texts.list.quality, unread ? describeProblem(unread, language) : '')}${unreadBadge(unread, ui)}</span
        >
      </div>
      <div class="filters more-inline" tabindex="-1">
        <button
          type="button"
          class="pill plain view"
          aria-haspopup="dialog"
          @click=${(event: Event) => panels.open({ kind: 'view' }, rectOf(event))}
        >
          ${texts.list.view}
        </button>
        ${
          props.namedViews.all
            ? html`<span class="named-view">${button('views', viewsText(props))}</span>`
            : nothing
        }
        ${button('priority', orderText(view, columns, list.titleOf, ui), texts.list.priority)}
        ${button('choose-filter', texts.list.addFilter)}
        ${hasRound ? donePlaceChoice(asked, list, ui) : nothing}
        <span
          class="showing ${visibleRows.length === all.size ? 'visually-hidden' : ''}"
          role="note"
          >${text.showing(count(visibleRows.length), count(all.size))}${
            done.place === 'hidden' && done.count > 0
              ? ` · ${text.doneHidden(count(done.count))}`
              : nothing
          }</span
        >
        ${
          // An empty list offers it itself.
          visibleRows.length > 0
            ? notListedButton({ view }, { found: props.notListed, panels, ui }, 'pill')
            : nothing
        }
        ${list.opened ? openedPill(list.opened, props) : nothing}
        ${narrowing.map((filter) => pill(filter, all, { view, asked }, props))}
        ${written.length > 1 ? matchChoice(asked, list, ui) : nothing}
        ${written.map((filter) => pill(filter, all, { view, asked }, props))}
        ${
          all.isSortedBefore(view)
            ? html`<button
                type="button"
                class="pill plain"
                title=${texts.list.sortAgainHint}
                @click=${list.sortAgain}
              >
                ${sortAgainText(all, done.place, ui)}
              </button>`
            : nothing
        }
      </div>
    </div>
  </div>`;
}

/** Where those stand who are dealt with. */
export function donePlaceChoice(
  { done = 'last' }: ListView,
  list: ListController,
  { texts }: Ui,
): TemplateResult {
  const text = texts.population;
  return html`<select
    class="field choice done-place"
    aria-label=${text.done}
    @change=${(event: Event) => list.placeDone((event.target as HTMLSelectElement).value as DonePlace)}
  >
    ${donePlaces.map(
      (place) =>
        html`<option value=${place} .selected=${live(place === done)}>
          ${text.donePlaces[place]}
        </option>`,
    )}
  </select>`;
}

/** Which view with a name is looked at, if any. */
function viewsText({ namedViews, ui }: ToolsProps): string {
  const { current } = namedViews;
  const { list } = ui.texts;
  if (!current) return list.views;
  const { named, isChanged } = current;
  return isChanged ? list.viewChanged(named.name) : list.viewNamed(named.name);
}

/** Whether a row is to pass every filter that the user has written, or one of them at least: it stands before those. */
function matchChoice(
  { match = 'all' }: ListView,
  list: ListController,
  { texts }: Ui,
): TemplateResult {
  const text = texts.population;
  return html`<select
    class="field choice match ${match}"
    aria-label=${text.match}
    @change=${(event: Event) => list.match((event.target as HTMLSelectElement).value as FilterMatch)}
  >
    ${(['all', 'any'] as const).map(
      (each) =>
        html`<option value=${each} .selected=${live(each === match)}>
          ${text.matches[each]}
        </option>`,
    )}
  </select>`;
}

const donePlaces: readonly DonePlace[] = ['last', 'hidden', 'in-order'];

/** What sorting again does, in so many words: most often it moves those who have been dealt with since. */
function sortAgainText(
  { doneSince }: Shown['list'],
  place: DonePlace,
  { language, texts }: Ui,
): string {
  const text = texts.population;
  if (doneSince === 0 || place === 'in-order') return texts.list.sortAgain;
  const count = formatCount(doneSince, language);
  return place === 'last' ? text.moveDone(count) : text.hideDone(count);
}

/** How much could not be read. */
function unreadBadge(unread: Problem | undefined, { language }: Ui): unknown {
  if (unread?.kind !== 'rejected') return nothing;
  return html`<span class="badge" aria-hidden="true"
    >${formatCount(unread.records, language)}</span
  >`;
}

/** A filter that is on: its words open it, its cross takes it off. */
function pill(
  filter: Filter,
  rows: Shown['list'],
  { view, asked }: Pick<Shown, 'view' | 'asked'>,
  { list, panels, ui }: ToolsProps,
): TemplateResult {
  const words = filterText(filter, rows, view, list.titleOf);
  const remove = ui.texts.population.removeFilter(words);
  const { columnId, narrows } = filter;
  const open: Panel = { kind: 'filter', columnId, ...(narrows ? { narrows } : {}) };
  return html`<span class="pill pair"
    ><button
      type="button"
      aria-haspopup="dialog"
      title=${words}
      @click=${(event: Event) => panels.open(open, rectOf(event))}
    >
      ${words}</button
    ><button
      type="button"
      aria-label=${remove}
      title=${remove}
      @click=${() => list.show(removeFilter(asked, columnId, narrows))}
    >
      ${icons.close()}
    </button></span
  >`;
}

/** Patients that something else opened, and what they are. */
function openedPill({ ids, title }: OpenedPatients, { list, ui }: ToolsProps): TemplateResult {
  const { texts, language } = ui;
  const words = texts.list.only(formatCount(ids.size, language), title);
  return html`<button
    type="button"
    class="pill"
    aria-label=${texts.population.removeFilter(words)}
    @click=${list.closeOpened}
  >
    ${words}${icons.close()}
  </button>`;
}

/** A filter as its pill says it. */
function filterText(
  filter: Filter,
  rows: Shown['list'],
  view: ListView,
  titleOf: (column: Column) => string,
): string {
  const words = describeFilter(rows, filter, view, titleOf) ?? '';
  // A marker speaks for itself.
  return filter.columnId === 'reasons' ? words.slice(words.indexOf(':') + 1).trim() : words;
}

/** How the rows are ordered, in a few words. */
function orderText(
  { sort, group }: ListView,
  columns: readonly Column[],
  titleOf: (column: Column) => string,
  { texts, language }: Ui,
): string {
  const titles = sort.flatMap(({ columnId, descending }) => {
    const column = columns.find(({ id }) => id === columnId);
    return column ? [`${titleOf(column)} ${descending ? '↓' : '↑'}`] : [];
  });
  const grouped = columns.find(({ id }) => id === group);
  return [
    ...(grouped ? [texts.list.groupedBy(groupTitle(grouped, titleOf(grouped), language))] : []),
    texts.list.orderedBy(titles.length > 0 ? titles.join(', ') : texts.list.byPriority),
  ].join(' · ');
}
