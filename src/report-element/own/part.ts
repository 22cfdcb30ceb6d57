/** My own clinic's exact numbers beside the protected ones: drawn on the screen, and nowhere else. */
import { html, nothing, type TemplateResult } from 'lit';
import { formatCount } from '../../i18n/numbers.ts';
import { formatDate } from '../../i18n/dates.ts';
import { exactly, type Figures } from '../../report/index.ts';
import type { Answer, Drawn, ReportDeeds } from '../host.ts';
import { percentWords } from '../words.ts';
import type { OwnCounts } from './types.ts';

const answers = ['numerator', 'rest', 'unknown'] as const;

/**
 * My numbers of the indicator that is looked at, each the way to its patients; nothing where there are none.
 *
 * @param deeds Absent: nothing is pressed, as on paper.
 */
export function ownNumbers(
  drawn: Drawn,
  deeds: ReportDeeds | undefined,
): TemplateResult | typeof nothing {
  const { own, ui, row } = drawn;
  const { report } = ui.texts;
  if (own.kind === 'none') return nothing;
  if (own.kind === 'loading') return html`<p class="own muted">${report.ownLoading}</p>`;
  if (own.kind === 'failed')
    return html`<p class="own">
      ${report.ownFailed}
      ${
        deeds
          ? html`<button type="button" class="link" @click=${() => deeds.retryOwn()}>
              ${report.retry}
            </button>`
          : nothing
      }
    </p>`;
  const counts = ownCounts(drawn);
  if (!counts) return nothing;
  return html`<div class="own">
    <span class="chip info" title=${report.ownHint}>${report.ownAlone}</span>
    <b>${exactShare(counts, drawn)}</b>
    ${answers.map((answer) => count(answer, counts, drawn, deeds))}
    ${row.mine && !fits(counts, row.mine) ? moved(drawn) : nothing}
  </div>`;
}

/** My numbers of the indicator that is looked at, where they are there. */
export function ownCounts({ own, row }: Pick<Drawn, 'own' | 'row'>): OwnCounts | undefined {
  return own.kind === 'there' && Object.hasOwn(own.counts, row.id) ? own.counts[row.id] : undefined;
}

/** The share of them, as the list has it: `24 %`; words where there is nobody. */
function exactShare({ numerator, rest }: OwnCounts, { ui }: Pick<Drawn, 'ui'>): string {
  return numerator + rest === 0
    ? ui.texts.report.fewForShare
    : percentWords(numerator / (numerator + rest), ui);
}

/** My counts as intervals without width. */
export function exactFigures({ numerator, rest, unknown }: OwnCounts): Figures {
  return { numerator: exactly(numerator), rest: exactly(rest), unknown: exactly(unknown) };
}

function count(
  answer: Answer,
  counts: OwnCounts,
  { ui, row }: Drawn,
  deeds: ReportDeeds | undefined,
): TemplateResult {
  const { report } = ui.texts;
  const words = report.ownParts[answer](formatCount(counts[answer], ui.language));
  if (counts[answer] === 0 || !deeds) return html`<span>${words}</span>`;
  return html`<button
    type="button"
    class="link"
    title=${report.openPatients[answer](formatCount(counts[answer], ui.language))}
    @click=${() => deeds.openPatients(row.id, answer)}
  >
    ${words}
  </button>`;
}

/** Whether my numbers may be those that the leaves were made from. */
function fits(counts: OwnCounts, mine: Figures): boolean {
  return answers.every(
    (answer) => counts[answer] >= mine[answer].least && counts[answer] <= mine[answer].most,
  );
}

function moved({ sheet, ui }: Drawn): TemplateResult {
  const made = formatDate(sheet.mine?.leaves?.madeAt ?? sheet.sources[0]!.madeAt, ui.language);
  return html`<p class="muted moved">${ui.texts.report.ownMoved(made)}</p>`;
}
