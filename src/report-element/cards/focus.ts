/** The indicator that is looked at: why it matters, whose share is what, and what would move mine. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Drawn, Owned, ReportDeeds } from '../host.ts';
import { exactFigures, ownCounts, ownNumbers } from '../own/part.ts';
import { ownersOf } from '../parts/whose.ts';
import { figureWords } from '../words.ts';
import { moveWords } from './moves.ts';

export function focusCard(drawn: Drawn, deeds: ReportDeeds): TemplateResult {
  const { ui, row, words } = drawn;
  const { report } = ui.texts;
  const { title, why, better, isKnown } = words(row.id);
  const owners = ownersOf(row, drawn);
  const move = drawn.scope === 'own' ? moveWords(drawn, movedFrom(drawn)) : undefined;
  return html`<section class="card focus" part="focus" aria-labelledby="focus-title">
    <h3 id="focus-title" tabindex="-1">${title}</h3>
    ${better ? html`<p class="muted">${report.better[better]}</p>` : nothing}
    ${
      why
        ? html`<p class="why"><b>${report.why}:</b> ${why}</p>`
        : isKnown
          ? html`<p class="why muted">${report.noWhy}</p>`
          : nothing
    }
    <dl class="figures">
      ${owners
        .filter(({ isMine }) => !isMine || drawn.scope === 'own')
        .map((each) => figure(each, drawn, deeds))}
    </dl>
    ${move === undefined ? nothing : html`<p class="move"><b>${report.moves}</b> ${move}</p>`}
  </section>`;
}

/** My exact numbers where they are there, else what the leaves allow. */
function movedFrom(drawn: Drawn) {
  const counts = ownCounts(drawn);
  return counts ? exactFigures(counts) : drawn.row.mine;
}

function figure(owned: Owned, drawn: Drawn, deeds: ReportDeeds): TemplateResult {
  const { ui, sheet } = drawn;
  const { value, range, parts, unknown, hidden } = figureWords(
    owned.figure,
    sheet.protection.threshold,
    ui,
  );
  return html`<div class=${owned.isMine ? 'mine' : ''}>
    <dt>${owned.whose}</dt>
    <dd class="value ${hidden === undefined ? '' : 'missing'}">
      ${value}${range === undefined ? nothing : html` <span class="range">${range}</span>`}
    </dd>
    ${parts === undefined ? nothing : html`<dd class="muted">${parts}</dd>`}
    ${unknown === undefined ? nothing : html`<dd class="muted">${unknown}</dd>`}
    ${hidden === undefined ? nothing : html`<dd class="muted">${hidden}</dd>`}
    ${owned.isMine ? html`<dd>${ownNumbers(drawn, deeds)}</dd>` : nothing}
  </div>`;
}
