import { css, html, nothing, type TemplateResult } from 'lit';
import { actionsOf, textIn, type HostAction, type RoundState } from '../../model/index.ts';
import { formatCount } from '../../i18n/numbers.ts';
import type { Ui } from './ui.ts';
import type { Controllers } from './controllers/index.ts';
import type { Shown } from './controllers/list.ts';
import { rectOf } from '../../ui/popover.ts';
import { roundNotices } from './round-notices.ts';

interface FooterProps {
  /** How many are chosen, how many of them a filter hides, and how many are no longer on the list. */
  readonly selected: { readonly size: number; readonly hidden: number; readonly gone: number };
  readonly actions: readonly HostAction[];
  readonly hasRound: boolean;
  readonly may: { readonly open: boolean; readonly print: boolean; readonly export: boolean };
  /** What a button does; `anchor` is where a panel belongs. */
  readonly act: (what: FooterAct, anchor: DOMRect) => void;
  readonly run: (action: HostAction) => void;
  readonly ui: Ui;
}

type FooterAct =
  'clear' | 'open' | 'copy' | 'export' | 'print' | 'exempt' | 'reviewed' | 'to-follow-up' | 'round';

/** Under the list: what is chosen and what can be done with it, and how far the round has come. */
export function footer({ loaded }: Shown, controllers: Controllers): TemplateResult {
  const { host, round, selection, actions, panels } = controllers;
  const state = round.current?.state;
  const hasRound = state !== undefined && state.phase !== 'none';
  const { size } = selection.current;
  const { may } = loaded.description;
  const props: FooterProps = {
    selected: { size, ...selection.outOfSight },
    actions: actionsOf(host.adapter),
    hasRound,
    may: {
      open: may?.openJournal !== false,
      print: may?.print !== false,
      export: may?.export !== false,
    },
    act: (what, anchor) => act(what, anchor, controllers),
    run: (action) => actions.start(action),
    ui: host.ui,
  };
  return html`<div class="footer" part="footer">
    ${size > 0 ? selectionBar(props) : noneChosen(host.ui)}
    ${round.current ? roundNotices(round.current, (anchor) => panels.open({ kind: 'round' }, anchor), host.ui) : nothing}
    ${hasRound ? progress(state, props) : nothing}
  </div>`;
}

/** Does what a button says. */
function act(
  what: FooterAct,
  anchor: DOMRect,
  { selection, journal, deeds, print, exports, panels }: Controllers,
): void {
  const { ids } = selection.current;
  switch (what) {
    case 'clear':
      selection.clear();
      break;
    case 'open':
      if (ids[0] !== undefined) journal.open(ids[0]);
      break;
    case 'reviewed':
    case 'to-follow-up':
      void deeds.mark(what);
      break;
    case 'print':
      void print.print(true);
      break;
    case 'copy':
      void exports.copy();
      break;
    case 'export':
      panels.open({ kind: 'export', chosen: true }, anchor);
      break;
    default:
      panels.open({ kind: what }, anchor);
  }
}

function selectionBar(props: FooterProps): TemplateResult {
  const { selected, actions, hasRound, may, act: onAct, run, ui } = props;
  const { language, texts } = ui;
  const { size, hidden, gone } = selected;
  const text = texts.list;
  const count = (value: number) => formatCount(value, language);
  const button = (what: FooterAct, label: string) =>
    html`<button
      type="button"
      class="button"
      @click=${(event: Event) => onAct(what, rectOf(event))}
    >
      ${label}
    </button>`;
  const fitting = actions.filter(({ scope }) => scope === 'many' || size === 1);
  return html`<div class="chosen" role="toolbar" aria-label=${text.selected(count(size))}>
    <strong>${text.selected(count(size))}</strong>
    ${button('clear', text.clearSelection)}
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
    ${size === 1 && may.open ? button('open', text.openJournal) : nothing}
    ${may.export ? html`${button('copy', text.copy)}${button('export', texts.export.title)}` : nothing}
    ${may.print ? button('print', texts.population.print) : nothing}
  </div>`;
}

/** The line stands there before anybody is chosen: it would come up under the pointer. */
function noneChosen({ texts }: Ui): TemplateResult {
  return html`<span class="muted">${texts.list.selected('0')}</span>`;
}

function progress({ counts }: RoundState, { act: onAct, ui }: FooterProps): TemplateResult {
  const { language, texts } = ui;
  const count = (value: number) => formatCount(value, language);
  const all = Object.values(counts).reduce((sum, each) => sum + each, 0);
  return html`<button
    type="button"
    class="progress link"
    @click=${(event: Event) => onAct('round', rectOf(event))}
  >
    ${texts.round.progress(
      count(counts.reviewed),
      count(all),
      count(counts['to-follow-up']),
      count(counts.exempt),
    )}
  </button>`;
}

export const footerStyles = css`
  .footer {
    position: sticky;
    inset-block-end: 0;
    z-index: 3;
    display: flex;
    align-items: center;
    gap: 0.4rem 1rem;
    block-size: calc(2.15em + 1rem);
    padding: 0 1.25rem;
    white-space: nowrap;
    border-block-start: 1px solid var(--o-line);
    background: var(--o-surface);
  }
  /* One line, whoever is chosen: the list above keeps its height, and no button comes up over a row. */
  .footer .chosen {
    display: flex;
    align-items: center;
    gap: 0.4rem 0.6rem;
    min-inline-size: 0;
    margin: -4px;
    padding: 4px;
    overflow-x: auto;
    scrollbar-width: thin;
  }
  .footer .chosen > * {
    flex: none;
  }
  .footer .notice {
    flex: none;
    margin: 0;
    padding-block: 0.15rem;
  }
  .footer .progress {
    margin-inline-start: auto;
    border: 0;
    color: var(--o-text-muted);
    font-weight: 400;
  }
  .footer .progress:hover {
    color: var(--o-accent);
  }
  @container population (max-width: 44rem) {
    .footer {
      padding-inline: 0.85rem;
    }
  }
  /* What can be done with the chosen goes before how far the round has come. */
  @container population (max-width: 110rem) {
    .footer .chosen ~ .progress {
      display: none;
    }
  }
`;
