import { html, nothing, type TemplateResult } from 'lit';
import { describeProblem } from '../../model/index.ts';
import type { Shown } from './controllers/list.ts';
import { deedList, type Deed } from './panels/deed-list.ts';
import type { ToolPanel } from './panels/panel.ts';
import { donePlaceChoice, type ToolsProps } from './tools.ts';

/** How the list is shown, in a panel where the line over it has no room for that. */
export function viewPanel({ asked }: Shown, props: ToolsProps): TemplateResult {
  const { panels, hasRound, asTable, turn, isLine, turnCharts, unread, ui } = props;
  const { texts, language } = ui;
  const { list } = texts;
  const opens = (kind: ToolPanel) => (anchor: DOMRect) => panels.open({ kind }, anchor);
  const deeds: readonly Deed[] = [
    ...(asTable ? [] : [{ label: isLine ? list.showCharts : list.hideCharts, run: turnCharts }]),
    ...(isLine && !asTable
      ? []
      : [{ label: asTable ? list.chartView : texts.common.tableView, run: turn }]),
    ...(hasRound ? [{ label: texts.round.title, run: opens('round') }] : []),
    ...(props.namedViews.all ? [{ label: list.views, run: opens('views') }] : []),
    { label: list.columns, run: opens('columns') },
    {
      label: unread
        ? html`${list.quality} <span class="muted">${describeProblem(unread, language)}</span>`
        : list.quality,
      run: opens('quality'),
    },
  ];
  return html`<h3>${list.view}</h3>
    ${hasRound ? donePlaceChoice(asked, props.list, ui) : nothing}
    ${deedList(deeds, panels, 'view')}`;
}
