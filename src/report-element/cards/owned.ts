/** Whose share is what: mine first, the area's, and the larger areas'; of whom it is unknown always beside. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Drawn, Owned, ReportDeeds } from '../host.ts';
import { ownNumbers } from '../own/part.ts';
import { shownOwners } from '../parts/whose.ts';
import { figureWords } from '../words.ts';

/** @param deeds Absent: nothing is pressed, as on paper. */
export function whose(drawn: Drawn, deeds?: ReportDeeds): TemplateResult {
  return html`<dl class="figures">
    ${shownOwners(drawn.row, drawn).map((each) => figure(each, drawn, deeds))}
  </dl>`;
}

function figure(owned: Owned, drawn: Drawn, deeds: ReportDeeds | undefined): TemplateResult {
  const { ui, sheet } = drawn;
  const { value, range, parts, unknown, hidden } = figureWords(
    owned.figure,
    sheet.protection.threshold,
    ui,
  );
  const own = owned.isMine ? ownNumbers(drawn, deeds) : nothing;
  return html`<div class=${owned.isMine ? 'mine' : ''}>
    <dt>${owned.whose}</dt>
    <dd class="value ${hidden === undefined && owned.figure ? '' : 'missing'}">
      ${value}${range === undefined ? nothing : html` <span class="range">${range}</span>`}
    </dd>
    ${parts === undefined ? nothing : html`<dd class="muted">${parts}</dd>`}
    ${unknown === undefined ? nothing : html`<dd class="muted">${unknown}</dd>`}
    ${hidden === undefined ? nothing : html`<dd class="muted">${hidden}</dd>`}
    ${own === nothing ? nothing : html`<dd>${own}</dd>`}
  </div>`;
}
