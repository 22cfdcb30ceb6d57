import { css, html, nothing, type TemplateResult } from 'lit';
import { actionsOf, isEvaluationDue, textIn } from '../../model/index.ts';
import { formatCount } from '../../i18n/numbers.ts';
import type { Ui } from './ui.ts';
import type { Controllers } from './controllers/index.ts';
import type { Shown } from './controllers/list.ts';
import { icons } from '../../ui/icons.ts';
import { rectOf } from '../../ui/popover.ts';
import { deedList, type Deed } from './panels/deed-list.ts';
import { combinedRoundNotices, roundNotices } from './round-notices.ts';
import { foldedProgress, roundProgress, type ProgressProps } from './round-progress.ts';
import { undoButtons } from './undo.ts';

type FooterAct =
  | 'clear'
  | 'open'
  | 'copy'
  | 'export'
  | 'print'
  | 'exempt'
  | 'assign'
  | 'due'
  | 'contact'
  | 'reviewed'
  | 'to-follow-up'
  | 'round';

/** Something to be done with the chosen. */
interface ChosenDeed extends Deed {
  readonly label: string;
  readonly isFirst?: boolean;
}

/**
 * Under the list: what is chosen and what can be done with it, and how far the round has come.
 *
 * @param lateNotices Over the last rows, and above what of the round has no room on the line: neither hides the other.
 */
export function footer(
  shown: Shown,
  controllers: Controllers,
  lateNotices: TemplateResult,
): TemplateResult {
  const { host, round, selection, panels, deeds, keys } = controllers;
  const progress = progressOf(shown, controllers);
  const openRound = (anchor: DOMRect) => panels.open({ kind: 'round' }, anchor);
  return html`<div class="footer" part="footer">
    <div class="over">
      ${lateNotices}
      <div class="unsettled">
        ${round.current ? roundNotices(round.current, openRound, host.ui) : nothing}
        ${round.combined ? combinedRoundNotices(round.combined, () => void round.refresh(), host.ui) : nothing}
      </div>
    </div>
    ${selection.current.size > 0 ? selectionBar(shown, controllers) : noneChosen(host.ui)}
    ${evaluationDue(shown, controllers, openRound)} ${progress ? roundProgress(progress) : nothing}
    ${round.shown.length > 0 ? undoButtons(deeds, host.ui) : nothing}
    ${keys.show ? keysButton(keys.show, host.ui) : nothing}
  </div>`;
}

/** That the day has come on which the round is to be evaluated: quiet, and the way to it. */
function evaluationDue(
  { list: { population } }: Shown,
  { host, round }: Controllers,
  openRound: (anchor: DOMRect) => void,
): TemplateResult | typeof nothing {
  const aimed = round.current?.state.aimed;
  if (!aimed || !isEvaluationDue(aimed, population.asOf)) return nothing;
  return html`<button
    type="button"
    class="link evaluation-due"
    aria-haspopup="dialog"
    @click=${(event: Event) => openRound(rectOf(event))}
  >
    ${host.ui.texts.round.evaluationDue}
  </button>`;
}

/** What stands in the panel of what has no room on the line. */
export function moreActions(shown: Shown, controllers: Controllers): TemplateResult {
  const { host, panels, chosenRoom } = controllers;
  return html`<h3>${host.ui.texts.list.moreActions}</h3>
    ${outOfSight(controllers).map((words) => html`<p class="muted">${words}</p>`)}
    ${deedList(deedsOf(shown, controllers).slice(chosenRoom.fitting), panels, 'more')}`;
}

/** How far the round has come, as far as it has no room on the line. */
export function moreProgress(shown: Shown, controllers: Controllers): unknown {
  const progress = progressOf(shown, controllers);
  return progress ? foldedProgress(progress) : nothing;
}

function progressOf(
  { view, list: { population } }: Shown,
  { host, list, round, panels, progressRoom }: Controllers,
): ProgressProps | undefined {
  const state = round.current?.state;
  if (state === undefined || state.phase === 'none') return undefined;
  return {
    ...{ state, view, panels, ui: host.ui },
    fitting: progressRoom.fitting,
    toggle: list.toggleStatus,
    own: list.tasks,
    asOf: population.asOf,
    toggleTasks: list.toggleTasks,
  };
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

function selectionBar(shown: Shown, controllers: Controllers): TemplateResult {
  const { host, selection, panels, chosenRoom } = controllers;
  const { language, texts } = host.ui;
  const { fitting } = chosenRoom;
  const selected = texts.list.selected(formatCount(selection.current.size, language));
  const deeds = deedsOf(shown, controllers);
  const [clear, ...others] = deeds.map(
    ({ label, run, isFirst }, index) =>
      html`<button
        type="button"
        class="button foldable ${isFirst ? 'primary' : ''} ${index < fitting ? '' : 'no-room'}"
        @click=${(event: Event) => run(rectOf(event))}
      >
        ${label}
      </button>`,
  );
  return html`<div class="chosen" role="toolbar" aria-label=${selected}>
    <strong>${selected}</strong>
    ${clear}
    ${outOfSight(controllers).map((words) => html`<span class="muted" title=${words}>${words}</span>`)}
    ${others}
    <button
      type="button"
      class="button more ${fitting < deeds.length ? '' : 'no-room'}"
      aria-haspopup="dialog"
      @click=${(event: Event) => panels.open({ kind: 'more' }, rectOf(event))}
    >
      ${texts.list.more}
    </button>
  </div>`;
}

/** How many of the chosen stand in closed groups, a filter hides, and are no longer on the list. */
function outOfSight({ host, selection }: Controllers): readonly string[] {
  const { language, texts } = host.ui;
  const { closed, hidden, gone } = selection.outOfSight;
  const count = (value: number) => formatCount(value, language);
  return [
    ...(closed > 0 ? [texts.list.closedSelected(count(closed))] : []),
    ...(hidden > 0 ? [texts.list.hiddenSelected(count(hidden))] : []),
    ...(gone > 0 ? [texts.list.goneSelected(count(gone))] : []),
  ];
}

/** All that can be done with the chosen, in the order of the line. */
function deedsOf({ loaded, origin }: Shown, controllers: Controllers): readonly ChosenDeed[] {
  const { host, round, selection, actions } = controllers;
  const { language, texts } = host.ui;
  const { size } = selection.current;
  const { may, team = [] } = loaded.description;
  const phase = round.current?.state.phase ?? 'none';
  const deed = (what: FooterAct, label: string): ChosenDeed => ({
    label,
    run: (anchor) => act(what, anchor, controllers),
  });
  return [
    deed('clear', texts.list.clearSelection),
    ...actionsOf(origin.adapter)
      .filter(({ scope }) => scope === 'many' || size === 1)
      .map((action, index) => ({
        label: textIn(action.label, language),
        run: () => actions.start(action),
        isFirst: index === 0,
      })),
    ...(phase === 'none'
      ? []
      : [
          deed('reviewed', texts.round.mark.reviewed),
          deed('to-follow-up', texts.round.mark['to-follow-up']),
          deed('exempt', texts.round.exempt),
          ...(team.length > 0 ? [deed('assign', texts.round.assign)] : []),
          deed('due', texts.round.setDue),
          deed('contact', texts.round.logContact),
        ]),
    ...(size === 1 && may?.openJournal !== false ? [deed('open', texts.list.openJournal)] : []),
    ...(may?.export === false
      ? []
      : [deed('copy', texts.list.copy), deed('export', texts.export.title)]),
    ...(may?.print === false ? [] : [deed('print', texts.population.print)]),
  ];
}

/** Tells which keys there are. */
function keysButton(show: () => void, { texts }: Ui): TemplateResult {
  const label = texts.list.keys;
  return html`<button
    type="button"
    class="turn keys"
    aria-label=${label}
    title="${label} (?)"
    aria-keyshortcuts="?"
    aria-haspopup="dialog"
    @click=${show}
  >
    ${icons.keyboard()}
  </button>`;
}

/** The line stands there before anybody is chosen: it would come up under the pointer. */
function noneChosen({ texts }: Ui): TemplateResult {
  return html`<span class="muted">${texts.list.selected('0')}</span>`;
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
    position: relative;
    display: flex;
    flex: 1 1 0;
    align-items: center;
    gap: 0.4rem 0.6rem;
    min-inline-size: 0;
    /* Room for the outline of what has the focus. */
    margin: -4px;
    padding: 4px;
    overflow: hidden;
  }
  .footer .chosen > * {
    flex: none;
  }
  .footer .chosen .muted {
    max-inline-size: min(40%, 100% - 19rem);
    overflow: hidden;
    text-overflow: ellipsis;
  }
  /* As wide as ever, to be measured. */
  .footer .no-room {
    position: absolute;
    inset-inline-start: 0;
    visibility: hidden;
  }
  .deeds {
    display: grid;
    gap: 0.35rem;
  }
  .deeds .button {
    flex-wrap: wrap;
    inline-size: 100%;
    justify-content: flex-start;
    text-align: start;
    white-space: normal;
  }
  .footer .keys {
    order: 4;
    flex: none;
  }
  /* Beside the progress, or where that would stand: a combined list has none of its own. */
  .footer:not(:has(.progress)) .undo {
    margin-inline-start: auto;
  }
  .footer .over,
  .footer .unsettled {
    display: contents;
  }
  .footer .late {
    position: absolute;
    inset-block-end: 100%;
    inset-inline: 0;
    white-space: normal;
    pointer-events: none;
  }
  .footer .late > .notice {
    max-inline-size: calc(100% - 2.5rem);
    box-shadow: 0 4px 16px rgb(0 0 0 / 18%);
    pointer-events: auto;
  }
  /* Behind what is chosen, as it is seen. */
  .footer .unsettled > .notice {
    order: 1;
    flex: none;
    margin: 0;
    padding-block: 0.15rem;
  }
  /* Large text has as little room. */
  @container population (max-width: 44rem) or ((max-width: 54rem) and (min-width: 900px)) {
    .footer {
      padding-inline: 0.85rem;
    }
    /* Keys are few where thumbs are. */
    .footer .keys {
      display: none;
    }
    /* Where the line has no room for it, over the last rows. */
    .footer .over {
      position: absolute;
      inset-block-end: 100%;
      inset-inline: 0;
      display: grid;
      white-space: normal;
      pointer-events: none;
    }
    .footer .late {
      position: static;
    }
    .footer .unsettled {
      display: grid;
      pointer-events: auto;
    }
    /* How far the round has come says more than that nobody is chosen. */
    .footer > .muted:has(~ .progress) {
      display: none;
    }
  }
  /* Text of twice the size on the narrowest of screens: two lines, the second of which takes back. */
  @container population (max-width: 16rem) {
    .footer:has(.progress) {
      flex-wrap: wrap;
      block-size: auto;
      padding: 4px 0.5rem;
      gap: 0 0.25rem;
    }
    .footer > :is(.chosen, .progress) {
      flex-basis: 100%;
      min-block-size: calc(2.15em + 8px);
    }
    /* The number stays. */
    .footer .chosen > strong {
      flex: 0 1 auto;
      min-inline-size: 4em;
      overflow: hidden;
      text-overflow: ellipsis;
    }
    .footer .undo {
      margin-inline-start: auto;
    }
  }
  /* What can be done with the chosen goes before how far the round has come. */
  @container population (max-width: 125rem) {
    .footer .chosen ~ .progress {
      position: absolute;
      inset-inline: 0;
      margin-inline: 0;
      padding-inline: 0;
      overflow: hidden;
      visibility: hidden;
    }
  }
`;
