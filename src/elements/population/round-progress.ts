import { css, html, nothing, type TemplateResult } from 'lit';
import {
  hasValue,
  openTasks,
  roundStatuses,
  showsTasks,
  sumOfStatuses,
  type ListView,
  type RoundState,
  type RoundStatus,
} from '../../model/index.ts';
import { formatCount } from '../../i18n/numbers.ts';
import type { Ui } from './ui.ts';

export interface ProgressProps {
  readonly state: RoundState;
  readonly view: ListView;
  /** Shows who has a status, beside those of another that are shown, or no longer. */
  readonly toggle: (status: RoundStatus) => void;
  /** Ids of the user and the user's roles; undefined where nobody can be assigned. */
  readonly own: readonly string[] | undefined;
  /** Shows what waits for the user, or everything again. */
  readonly toggleOwn: () => void;
  readonly ui: Ui;
}

/** How far the round has come: how many have each status, of everybody in the population; each shows who they are. */
export function roundProgress(props: ProgressProps): TemplateResult {
  const { state, view, toggle, ui } = props;
  const { language, texts } = ui;
  const text = texts.round;
  const all = formatCount(sumOfStatuses(state.counts), language);
  return html`<div class="progress more-inline" role="toolbar" aria-label=${text.progress(all)}>
    ${ownTasks(props, all)}
    ${roundStatuses.map((status) => {
      const count = reached(state, status, ui);
      return html`<button
        type="button"
        class="reached"
        title=${text.progressOf(count, all, text.statuses[status])}
        aria-pressed=${hasValue(view, 'status', status) ? 'true' : 'false'}
        @click=${() => toggle(status)}
      >
        ${status === 'new' ? text.remaining : text.statuses[status]} <strong>${count}</strong>
      </button>`;
    })}
  </div>`;
}

/** What waits for the user: one click shows whom. */
function ownTasks(
  { state, view, own, toggleOwn, ui }: ProgressProps,
  all: string,
): TemplateResult | typeof nothing {
  if (!own || own.length === 0) return nothing;
  const text = ui.texts.round;
  const isHere = state.phase === 'ready';
  const count = isHere ? formatCount(openTasks(state.plan, own), ui.language) : text.notKnown;
  return html`<button
    type="button"
    class="reached own"
    title=${text.myTasksOf(count, all)}
    aria-pressed=${showsTasks(view, own) ? 'true' : 'false'}
    @click=${toggleOwn}
  >
    ${text.myTasks} <strong>${count}</strong>
  </button>`;
}

/** How many have a status. Nobody knows before what is stored of the round is here: that is no 0. */
export function reached(
  { phase, counts }: Pick<RoundState, 'phase' | 'counts'>,
  status: RoundStatus,
  { language, texts }: Ui,
): string {
  return phase === 'ready' ? formatCount(counts[status], language) : texts.round.notKnown;
}

export const roundProgressStyles = css`
  .progress {
    order: 2;
    display: flex;
    align-items: center;
    gap: 0.15rem;
    min-inline-size: 0;
    margin: -4px -4px -4px auto;
    padding: 4px;
    overflow: auto hidden;
    scrollbar-width: none;
    white-space: nowrap;
    color: var(--o-text-muted);
  }
  .reached {
    flex: none;
    min-block-size: max(24px, 2em);
    padding: 0 0.6em;
    border: 1px solid transparent;
    border-radius: var(--o-radius-small);
    background: none;
    color: inherit;
    cursor: pointer;
  }
  .reached strong {
    color: var(--o-text);
    font-weight: 650;
  }
  .reached:hover {
    background: var(--o-hover);
  }
  .reached[aria-pressed='true'] {
    border-color: var(--o-accent);
    background: var(--o-accent-soft);
    color: var(--o-accent);
  }
  @container population (max-width: 44rem) or ((max-width: 54rem) and (min-width: 900px)) {
    .progress {
      flex: 1 1 0;
      flex-wrap: wrap;
      margin-inline-start: -4px;
      overflow: visible;
    }
  }
  @media (forced-colors: active) {
    .reached[aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
  }
`;
