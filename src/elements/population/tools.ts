import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { removeFilter, type Filter, type Language, type ListView } from '../../model/index.ts';
import { icons } from '../../ui/icons.ts';
import { formatCount } from '../../i18n/numbers.ts';
import type { Texts } from '../../i18n/texts/index.ts';
import { moveInTabs } from '../shared/tab-keys.ts';

export type ToolPanel = 'choose-filter' | 'columns' | 'priority' | 'quality' | 'round';

export interface ToolsProps {
  readonly view: ListView;
  readonly counts: Readonly<Record<ListView['tab'], number>>;
  readonly shown: number;
  readonly all: number;
  /** How the rows are ordered, in words. */
  readonly order: string;
  /** A filter in words. */
  readonly describe: (filter: Filter) => string;
  /** Patients that something else opened, and what they are. */
  readonly only: { readonly words: string; readonly clear: () => void } | undefined;
  /** Whether the overview stands as a table. */
  readonly asTable: boolean;
  readonly turn: () => void;
  readonly hasRound: boolean;
  readonly change: (view: ListView) => void;
  readonly showTab: (tab: ListView['tab']) => void;
  readonly search: (query: string) => void;
  readonly open: (panel: ToolPanel, anchor: DOMRect) => void;
  readonly edit: (columnId: string, anchor: DOMRect) => void;
  readonly language: Language;
  readonly texts: Texts;
}

/** Between the cards and the list: search, who is looked at, which filters are on, how it is shown. */
export function tools(props: ToolsProps): TemplateResult {
  const {
    view,
    counts,
    shown,
    all,
    order,
    only,
    asTable,
    turn,
    hasRound,
    search,
    showTab,
    open,
    texts,
  } = props;
  const text = texts.population;
  const count = (value: number) => formatCount(value, props.language);
  const button = (panel: ToolPanel, label: string, title = '') =>
    html`<button
      type="button"
      class="pill plain"
      aria-haspopup="dialog"
      title=${title}
      @click=${(event: Event) => open(panel, rectOf(event))}
    >
      ${label}
    </button>`;
  return html`<div class="tools">
    <div class="search">
      ${icons.search()}
      <input
        class="field"
        type="search"
        placeholder=${text.search}
        aria-label=${text.search}
        .value=${live(view.query)}
        @input=${(event: Event) => search((event.target as HTMLInputElement).value)}
      />
    </div>
    <div class="tabs" role="tablist" aria-label=${text.title} @keydown=${moveInTabs}>
      ${(['members', 'undecided'] as const).map(
        (tab) =>
          html`<button
            type="button"
            role="tab"
            id="tab-${tab}"
            aria-selected=${view.tab === tab ? 'true' : 'false'}
            aria-controls="list"
            tabindex=${view.tab === tab ? 0 : -1}
            @click=${() => showTab(tab)}
          >
            ${text[tab]} ${count(counts[tab])}
          </button>`,
      )}
    </div>
    ${view.filters.map((filter) => pill(filter, props))}
    ${
      only
        ? html`<button
            type="button"
            class="pill"
            aria-label=${text.removeFilter(only.words)}
            @click=${only.clear}
          >
            ${only.words}${icons.close()}
          </button>`
        : nothing
    }
    ${button('choose-filter', texts.list.addFilter)}
    <div class="views">
      <span class="showing" role="note">${text.showing(count(shown), count(all))}</span>
      <button
        type="button"
        class="pill plain"
        aria-pressed=${asTable ? 'true' : 'false'}
        @click=${turn}
      >
        ${asTable ? texts.list.chartView : texts.list.tableView}
      </button>
      ${hasRound ? button('round', texts.round.title) : nothing}
      ${button('priority', order, texts.list.priority)} ${button('columns', texts.list.columns)}
      ${button('quality', texts.list.quality)}
    </div>
  </div>`;
}

/** A filter that is on: its words open it, its cross takes it off. */
function pill(filter: Filter, { view, describe, change, edit, texts }: ToolsProps): TemplateResult {
  const words = describe(filter);
  return html`<span class="pill pair"
    ><button
      type="button"
      aria-haspopup="dialog"
      @click=${(event: Event) => edit(filter.columnId, rectOf(event))}
    >
      ${words}</button
    ><button
      type="button"
      aria-label=${texts.population.removeFilter(words)}
      title=${texts.population.removeFilter(words)}
      @click=${() => change(removeFilter(view, filter.columnId))}
    >
      ${icons.close()}
    </button></span
  >`;
}

export function rectOf(event: Event): DOMRect {
  return (event.currentTarget as Element).getBoundingClientRect();
}
