import { html, nothing, type TemplateResult } from 'lit';
import { textIn, type HostAction, type Language, type RoundState } from '../../model/index.ts';
import { formatCount } from '../../i18n/numbers.ts';
import type { Texts } from '../../i18n/texts/index.ts';
import { rectOf } from './tools.ts';

export interface FooterProps {
  readonly selected: number;
  /** Chosen, and not shown: hidden by a filter, or no longer on the list. */
  readonly hidden: number;
  readonly gone: number;
  readonly actions: readonly HostAction[];
  readonly round: RoundState | undefined;
  readonly may: { readonly open: boolean; readonly print: boolean; readonly export: boolean };
  /** What a button does; `anchor` is where a panel belongs. */
  readonly act: (what: FooterAct, anchor: DOMRect) => void;
  readonly run: (action: HostAction) => void;
  readonly language: Language;
  readonly texts: Texts;
}

export type FooterAct =
  'clear' | 'open' | 'copy' | 'export' | 'print' | 'exempt' | 'reviewed' | 'to-follow-up' | 'round';

/** Under the list: what is chosen and what can be done with it, and how far the round has come. */
export function footer(props: FooterProps): TemplateResult | typeof nothing {
  const { selected, round } = props;
  const hasRound = round !== undefined && round.phase !== 'none';
  if (selected === 0 && !hasRound) return nothing;
  return html`<div class="footer" part="footer">
    ${selected > 0 ? selectionBar(props) : nothing} ${hasRound ? progress(round, props) : nothing}
  </div>`;
}

function selectionBar(props: FooterProps): TemplateResult {
  const { selected, hidden, gone, actions, round, may, act, run, language, texts } = props;
  const text = texts.list;
  const count = (value: number) => formatCount(value, language);
  const button = (what: FooterAct, label: string) =>
    html`<button type="button" class="button" @click=${(event: Event) => act(what, rectOf(event))}>
      ${label}
    </button>`;
  const fitting = actions.filter(({ scope }) => scope === 'many' || selected === 1);
  const hasRound = round !== undefined && round.phase !== 'none';
  return html`<div class="chosen" role="toolbar" aria-label=${text.selected(count(selected))}>
    <strong>${text.selected(count(selected))}</strong>
    ${hidden > 0 ? html`<span class="muted">${text.hiddenSelected(count(hidden))}</span>` : nothing}
    ${gone > 0 ? html`<span class="muted">${text.goneSelected(count(gone))}</span>` : nothing}
    ${fitting.map(
      (action, index) =>
        html`<button
          type="button"
          class="button ${index === 0 ? 'primary' : ''}"
          @click=${() => run(action)}
        >
          ${textIn(action.label, language)}
        </button>`,
    )}
    ${
      hasRound
        ? html`${button('reviewed', texts.round.mark.reviewed)}
          ${button('to-follow-up', texts.round.mark['to-follow-up'])}
          ${button('exempt', texts.round.exempt)}`
        : nothing
    }
    ${selected === 1 && may.open ? button('open', text.openJournal) : nothing}
    ${may.export ? html`${button('copy', text.copy)}${button('export', texts.export.title)}` : nothing}
    ${may.print ? button('print', texts.population.print) : nothing}
    ${button('clear', text.clearSelection)}
  </div>`;
}

function progress({ counts }: RoundState, { act, language, texts }: FooterProps): TemplateResult {
  const count = (value: number) => formatCount(value, language);
  const all = Object.values(counts).reduce((sum, each) => sum + each, 0);
  return html`<button
    type="button"
    class="progress link"
    @click=${(event: Event) => act('round', rectOf(event))}
  >
    ${texts.round.progress(
      count(counts.reviewed),
      count(all),
      count(counts['to-follow-up']),
      count(counts.exempt),
    )}
  </button>`;
}
