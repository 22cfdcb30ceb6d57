/* eslint-disable lit/binding-positions, lit/no-invalid-html -- static templates put the tag names in before lit sees them */
import { css, nothing, type TemplateResult } from 'lit';
import { html, unsafeStatic } from 'lit/static-html.js';
import { textIn } from '../../model/index.ts';
import { formatCount } from '../../i18n/numbers.ts';
import { notListedState } from './not-listed.ts';
import { emptyState } from './states.ts';
import type { Controllers } from './controllers/index.ts';
import type { Shown } from './controllers/list.ts';
import type { GridEvents } from '../grid/types.ts';

export interface GridProps {
  /** Of the grid, as it is registered beside the list. */
  readonly tag: string;
  /** Whose row is marked. */
  readonly patientId: string | undefined;
  /** Whether a cockpit stands beside the list. */
  readonly beside: boolean;
  readonly onActivate: (event: CustomEvent<GridEvents['grid-activate']>) => void;
}

/** The rows. */
export function grid(
  shown: Shown,
  { host, grid, list, notListed, selection, panels, announcements, exports }: Controllers,
  { tag: name, patientId, beside, onActivate }: GridProps,
): TemplateResult {
  const { loaded, list: rows, view } = shown;
  const { ui } = host;
  const tag = unsafeStatic(name);
  const title = textIn(loaded.population.profile.title, ui.language);
  const empty = () => {
    const { place, count } = rows.doneIn(view);
    return emptyState({
      loaded,
      view,
      size: rows.size,
      isCut: rows.notFetched !== 0,
      whole: list.state.problems.length === 0,
      clear: list.clearAll,
      hidden: place === 'hidden' ? count : 0,
      showDone: () => list.placeDone('last'),
      beside: notListedState(shown, { found: notListed.found, panels, ui }),
      ui,
    });
  };
  return html`<div id="list" class="list" role="tabpanel" aria-labelledby="tab-${view.tab}">
    <${tag}
      part="list"
      exportparts="grid, chip, state"
      selectable
      label=${ui.texts.population.grid(title)}
      .columns=${grid.columns(shown.columns, view, beside)}
      .rows=${shown.rows}
      .selection=${selection.current}
      .currentId=${patientId}
      .density=${view.density ?? host.density}
      @grid-sort=${grid.onSort}
      @grid-filter=${({ detail }: CustomEvent<GridEvents['grid-filter']>) =>
        panels.open({ kind: 'filter', columnId: detail.columnId }, detail.anchor)}
      @grid-resize=${grid.onResize}
      @grid-move=${grid.onMove}
      @grid-mark=${({ detail }: CustomEvent<GridEvents['grid-mark']>) =>
        announcements.say(ui.texts.list.marked(formatCount(detail.columns, ui.language)))}
      @grid-copy=${({ detail }: CustomEvent<GridEvents['grid-copy']>) => void exports.copyCells(detail)}
      @grid-group=${({ detail }: CustomEvent<GridEvents['grid-group']>) =>
        list.turnGroup(detail.id, detail.open)}
      @grid-select=${selection.onSelect}
      @grid-activate=${onActivate}
    >
      <div slot="empty">${shown.visibleRows.length === 0 ? empty() : nothing}</div>
    </${tag}>
  </div>`;
}

export const gridStyles = css`
  .list {
    display: grid;
    grid-template: minmax(0, 1fr) / minmax(0, 1fr);
    min-block-size: 0;
    border-block-start: 1px solid var(--o-line);
  }
`;
