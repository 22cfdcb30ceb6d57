/** The indicator that is looked at: why it matters, whose share is what, and what would move mine. */
import { html, nothing, type TemplateResult } from 'lit';
import type { Drawn, ReportDeeds } from '../host.ts';
import { exactFigures, ownCounts } from '../own/part.ts';
import { causeLines } from './causes.ts';
import type { SavePicture } from './charts.ts';
import { gapWords, moveWords } from './moves.ts';
import { whose } from './owned.ts';

export function focusCard(drawn: Drawn, deeds: ReportDeeds, save: SavePicture): TemplateResult {
  const { ui, row, words } = drawn;
  const { report } = ui.texts;
  const { title, why, better, isKnown } = words(row.id);
  const move = drawn.scope === 'own' ? moveWords(drawn, movedFrom(drawn)) : undefined;
  const moves = [...(move === undefined ? [] : [move]), ...gapWords(drawn)];
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
    ${whose(drawn, deeds)} ${causeLines(drawn, save)}
    ${moves.length === 0 ? nothing : html`<p class="move"><b>${report.moves}</b> ${moves.join(' ')}</p>`}
  </section>`;
}

/** My exact numbers where they are there, else what the leaves allow. */
function movedFrom(drawn: Drawn) {
  const counts = ownCounts(drawn);
  return counts ? exactFigures(counts) : drawn.row.mine;
}
