import { css, html, nothing, type TemplateResult } from 'lit';
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

export const toolsStyles = css`
  /* As many lines at every width beside a cockpit and without: what does not fit scrolls within its own. */
  .tools {
    display: grid;
    grid-template-columns: minmax(8rem, 17rem) auto minmax(max-content, 1fr);
    align-items: center;
    gap: 0.5rem 0.75rem;
    padding: 0 1.25rem 0.5rem;
  }
  .search {
    position: relative;
    min-inline-size: 0;
    max-inline-size: 17rem;
  }
  .search svg {
    position: absolute;
    inset-block-start: 50%;
    inset-inline-start: 0.65rem;
    translate: 0 -50%;
    color: var(--o-text-muted);
    pointer-events: none;
  }
  .search input {
    width: 100%;
    padding-inline: 1.85rem 0.25rem;
  }
  /* Drawn over the button, which is named by its words alone. */
  .with-badge {
    position: relative;
    display: inline-flex;
  }
  .with-badge:has(.badge) .pill {
    padding-inline-end: 2.4em;
  }
  .badge {
    position: absolute;
    inset-block-start: 50%;
    inset-inline-end: 0.6em;
    translate: 0 -50%;
    pointer-events: none;
    min-inline-size: 1.5em;
    padding: 0 0.35em;
    border-radius: 99px;
    background: var(--o-line);
    font-size: var(--o-small);
    font-weight: 650;
    text-align: center;
  }
  .tabs {
    display: inline-flex;
    padding: 2px;
    border: 1px solid var(--o-line);
    border-radius: calc(var(--o-radius-small) + 2px);
    background: var(--o-surface);
    white-space: nowrap;
  }
  .tabs button {
    padding: 0.2em 0.8em;
    min-height: max(24px, 1.85em);
    border: 0;
    border-radius: var(--o-radius-small);
    background: none;
    color: var(--o-text-muted);
    font-weight: 500;
    cursor: pointer;
  }
  .tabs button[aria-selected='true'] {
    background: var(--o-accent-soft);
    color: var(--o-accent);
    font-weight: 650;
  }
  .pill {
    display: inline-flex;
    align-items: center;
    gap: 0.45em;
    min-height: max(24px, 1.9em);
    padding: 0.1em 0.8em;
    border: 1px solid var(--o-accent);
    border-radius: 99px;
    background: var(--o-accent-soft);
    color: var(--o-accent);
    font-weight: 600;
    cursor: pointer;
  }
  .pill.plain {
    border-color: var(--o-line-strong);
    background: var(--o-surface);
    color: var(--o-text);
    font-weight: 500;
  }
  .tools .view {
    display: none;
  }
  .tools .toolbar {
    display: contents;
  }
  .pill.plain:hover {
    background: var(--o-hover);
  }
  .pair {
    max-inline-size: 22rem;
    padding: 0;
  }
  .pair button {
    min-block-size: max(24px, 1.9em);
    padding: 0.1em 0.45em 0.1em 0.8em;
    overflow: hidden;
    border: 0;
    border-radius: 99px;
    background: none;
    font-weight: 600;
    text-overflow: ellipsis;
    white-space: nowrap;
    cursor: pointer;
  }
  .pair button + button {
    flex: none;
    min-inline-size: 24px;
    padding: 0.1em 0.7em 0.1em 0.3em;
  }
  /* One line each, whatever they hold: a filter that comes or goes moves nothing below. */
  .views,
  .filters {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    min-inline-size: 0;
    min-block-size: calc(max(24px, 1.9em) + 2px + 8px);
    /* Room for the outline of what has the focus, which scrolling would cut. */
    margin: -4px;
    padding: 4px;
    overflow-x: auto;
    scrollbar-width: none;
    white-space: nowrap;
  }
  .views::-webkit-scrollbar,
  .filters::-webkit-scrollbar,
  .tabs::-webkit-scrollbar {
    display: none;
  }
  .views {
    justify-self: end;
    /* With the room for the outline, which its margin gives back. */
    max-inline-size: calc(100% + 8px);
  }
  @container population (max-width: 80rem) {
    .tools {
      grid-template-columns: minmax(8rem, 1fr) auto minmax(0, max-content);
      column-gap: 0.5rem;
    }
  }
  @container population (max-width: 64rem) {
    /* Two lines still: how the list is shown stands on the second, before the filters. */
    .tools {
      display: flex;
      flex-wrap: wrap;
    }
    .search {
      flex: 0 1 17rem;
    }
    .views {
      flex: none;
    }
    .filters {
      flex: 1 1 0;
    }
  }
  /* A line of their own: all of it is seen before any filter is on. */
  @container population (max-width: 54rem) {
    .filters {
      flex: 1 0 100%;
    }
  }
  @container population ((max-width: 350px) or (max-width: 23rem)) {
    .filters {
      flex-wrap: wrap;
      row-gap: 0.2rem;
      overflow: visible;
      overflow-wrap: anywhere;
      white-space: normal;
      mask-image: none;
      animation: none;
    }
    .filters > * {
      max-inline-size: 100%;
    }
    .filters .pill {
      border-radius: 1em;
    }
  }
  /* However many there are, what stands above keeps its place: they scroll within their line. */
  .filters {
    grid-column: 1 / -1;
    contain: inline-size;
  }
  .choice {
    inline-size: auto;
    min-block-size: max(24px, 1.9em);
    padding-block: 0;
    border-radius: 99px;
  }
  .named-view .pill {
    display: block;
    max-inline-size: 18rem;
    overflow: hidden;
    text-overflow: ellipsis;
  }
  .match.any {
    border-color: var(--o-accent);
    color: var(--o-accent);
    font-weight: 600;
  }
  .views > *,
  .filters > * {
    flex: none;
  }
  .tools .showing {
    color: var(--o-text-muted);
  }
  @container population (max-width: 44rem) {
    .tools {
      display: grid;
      grid-template-columns: minmax(0, 1fr);
      padding-inline: 0.85rem;
    }
    .tabs {
      max-inline-size: 100%;
      overflow-x: auto;
      scrollbar-width: none;
    }
    .tabs,
    .views {
      justify-self: start;
    }
  }
  /* As narrow as cards: nothing has to be scrolled to, but the filters that are on. */
  @container population ((max-width: 600px) or (max-width: 37.5rem)) {
    .search {
      max-inline-size: none;
    }
    /* Below one another where there is no room beside: a word is not broken. */
    .tabs {
      flex-wrap: wrap;
    }
    .tabs button {
      flex: 0 1 auto;
      padding-inline: 0.6em;
      overflow-wrap: normal;
      white-space: normal;
    }
    .views,
    .filters .done-place,
    .filters .named-view {
      display: none;
    }
    .tools .view {
      display: inline-flex;
    }
    .tabs {
      grid-column: 1 / -1;
    }
  }
  @media (forced-colors: active) {
    .tabs button[aria-selected='true'] {
      outline: 2px solid Highlight;
    }
  }
`;
