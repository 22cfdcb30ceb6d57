import { html, nothing, type TemplateResult } from 'lit';
import { describeProblem } from '../../model/index.ts';
import { rectOf } from '../../ui/popover.ts';
import type { Shown } from './controllers/list.ts';
import type { ToolPanel } from './panels/panel.ts';
import { donePlaceChoice, type ToolsProps } from './tools.ts';

/** How the list is shown, in a panel where the line over it has no room for that. */
export function viewPanel({ asked }: Shown, props: ToolsProps): TemplateResult {
  const { panels, hasRound, asTable, turn, isLine, turnCharts, unread, ui } = props;
  const { texts, language } = ui;
  const { list } = texts;
  const opens = (kind: ToolPanel) => (anchor: DOMRect) => panels.open({ kind }, anchor);
  const deeds: readonly (readonly [label: unknown, run: (anchor: DOMRect) => void])[] = [
    ...(asTable ? [] : [[isLine ? list.showCharts : list.hideCharts, turnCharts] as const]),
    ...(isLine && !asTable
      ? []
      : [[asTable ? list.chartView : texts.common.tableView, turn] as const]),
    ...(hasRound ? [[texts.round.title, opens('round')] as const] : []),
    [list.columns, opens('columns')],
    [
      unread
        ? html`${list.quality} <span class="muted">${describeProblem(unread, language)}</span>`
        : list.quality,
      opens('quality'),
    ],
  ];
  return html`<h3>${list.view}</h3>
    ${hasRound ? donePlaceChoice(asked, props.list, ui) : nothing}
    <ul class="deeds">
      ${deeds.map(
        ([label, run]) =>
          html`<li>
            <button
              type="button"
              class="button"
              @click=${(event: Event) => {
                run(panels.anchor ?? rectOf(event));
                if (panels.panel?.kind === 'view') panels.close();
              }}
            >
              ${label}
            </button>
          </li>`,
      )}
    </ul>`;
}
