import { css, html, type TemplateResult } from 'lit';
import {
  hasValue,
  openTasks,
  overdueOn,
  roundStatuses,
  showsTasks,
  sumOfStatuses,
  tasksOf,
  type Filter,
  type ListView,
  type RoundState,
  type RoundStatus,
} from '../../model/index.ts';
import { formatCount } from '../../i18n/numbers.ts';
import { rectOf } from '../../ui/popover.ts';
import type { PanelController } from './controllers/panels.ts';
import type { Ui } from './ui.ts';

export interface ProgressProps {
  readonly state: RoundState;
  readonly view: ListView;
  /** Shows who has a status, beside those of another that are shown, or no longer. */
  readonly toggle: (status: RoundStatus) => void;
  /** Ids of the user and the user's roles; undefined where nobody can be assigned. */
  readonly own: readonly string[] | undefined;
  /** The day that the list is evaluated on, `YYYY-MM-DD`. */
  readonly asOf: string;
  /** Shows what is left to do of one kind, or everything again; `beside` stays where it is shown too. */
  readonly toggleTasks: (tasks: readonly Filter[], beside: readonly Filter[]) => void;
  /** How many of the numbers have room on the line; the others stand in a panel. */
  readonly fitting: number;
  readonly panels: PanelController;
  readonly ui: Ui;
}

/** A number of the round, which shows whom it counts. */
interface Progress {
  readonly words: string;
  readonly count: string;
  readonly title: string;
  readonly isOn: boolean;
  /** What of the tasks it counts. */
  readonly kind?: 'own' | 'overdue';
  readonly toggle: () => void;
}

/** How far the round has come: how many have each status, of everybody in the population; each shows who they are. */
export function roundProgress(props: ProgressProps): TemplateResult {
  const { fitting, panels } = props;
  const numbers = numbersOf(props);
  const hidden = numbers.slice(fitting);
  const rest = hidden.length > 0 ? `+${hidden.length}` : '';
  const label = labelOf(props);
  return html`<div class="progress" role="toolbar" aria-label=${label}>
    ${numbers.map((each, index) => numberButton(each, `foldable ${roomOf(index, fitting)}`, each.toggle))}
    <button
      type="button"
      class="reached more ${hidden.length > 0 ? '' : 'no-room'}"
      aria-haspopup="dialog"
      aria-label="${rest} · ${label}"
      title=${hidden.map(({ words, count }) => `${words} ${count}`).join(' · ')}
      @click=${(event: Event) => panels.open({ kind: 'progress' }, rectOf(event))}
    >
      ${rest}
    </button>
  </div>`;
}

/** What of it has no room on the line. What is pressed shows itself: the panel gives way to the list. */
export function foldedProgress(props: ProgressProps): TemplateResult {
  const { fitting, panels } = props;
  return html`<h3>${labelOf(props)}</h3>
    <ul class="deeds">
      ${numbersOf(props)
        .slice(fitting)
        .map(
          (each) =>
            html`<li>
              ${numberButton(each, '', () => {
                each.toggle();
                panels.close();
              })}
            </li>`,
        )}
    </ul>`;
}

function roomOf(index: number, fitting: number): '' | 'alone' | 'no-room' {
  if (index >= fitting) return 'no-room';
  return fitting === 1 ? 'alone' : '';
}

function labelOf({ state, ui }: ProgressProps): string {
  const { language, texts } = ui;
  return texts.round.progress(formatCount(sumOfStatuses(state.counts), language));
}

function numberButton(
  { words, count, title, isOn, kind }: Progress,
  look: string,
  toggle: () => void,
): TemplateResult {
  return html`<button
    type="button"
    class="reached ${kind ?? ''} ${look}"
    title=${title}
    aria-pressed=${isOn ? 'true' : 'false'}
    @click=${toggle}
  >
    ${words} <strong>${count}</strong>
  </button>`;
}

function numbersOf(props: ProgressProps): readonly Progress[] {
  const { state, view, toggle, ui } = props;
  const { language, texts } = ui;
  const text = texts.round;
  const all = formatCount(sumOfStatuses(state.counts), language);
  return [
    ...tasks(props, all),
    ...roundStatuses.map((status) => {
      const count = reached(state, status, ui);
      return {
        words: status === 'new' ? text.remaining : text.statuses[status],
        count,
        title: text.progressOf(count, all, text.statuses[status]),
        isOn: hasValue(view, 'status', status),
        toggle: () => toggle(status),
      };
    }),
  ];
}

/** What waits for the user, and what is late for anybody: one click shows whom. */
function tasks(
  { state: { phase, plan }, view, own = [], asOf, toggleTasks, ui }: ProgressProps,
  all: string,
): readonly Progress[] {
  const text = ui.texts.round;
  const kinds = [
    ...(own.length > 0
      ? [{ kind: 'own', tasks: tasksOf(own), found: openTasks(plan, own) } as const]
      : []),
    ...(plan.hasDue
      ? [{ kind: 'overdue', tasks: overdueOn(asOf), found: plan.overdue } as const]
      : []),
  ];
  return kinds.map(({ kind, tasks, found }) => {
    const count = phase === 'ready' ? formatCount(found, ui.language) : text.notKnown;
    const beside = kinds.filter((each) => each.kind !== kind).flatMap((each) => each.tasks);
    return {
      ...{ kind, count, words: text.tasks[kind], title: text.tasksOf[kind](count, all) },
      isOn: showsTasks(view, tasks),
      toggle: () => toggleTasks(tasks, beside),
    };
  });
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
    position: relative;
    order: 2;
    display: flex;
    flex: 1 1 0;
    align-items: center;
    justify-content: flex-end;
    gap: 0.15rem;
    min-inline-size: 0;
    margin: -4px;
    padding: 4px;
    overflow: hidden;
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
    text-overflow: ellipsis;
    cursor: pointer;
  }
  /* Rather shortened than over what stands beside it, where not even one has room. */
  .reached.alone {
    flex: 0 1 auto;
    min-inline-size: 0;
    overflow: hidden;
  }
  .reached.more {
    /* As wide with a number in it as without, for it is measured before. */
    min-inline-size: max(24px, 3em);
    padding-inline: 0;
    border-color: var(--o-line-strong);
    color: var(--o-text);
    font-weight: 600;
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
  .deeds .reached {
    inline-size: 100%;
    border-color: var(--o-line);
    text-align: start;
  }
  @container population (max-width: 44rem) or ((max-width: 54rem) and (min-width: 900px)) {
    .progress {
      justify-content: flex-start;
    }
    .progress > .reached {
      padding-inline: 0.35em;
    }
  }
  @media (forced-colors: active) {
    .reached[aria-pressed='true'] {
      outline: 2px solid Highlight;
    }
  }
`;
