import { html, nothing, type TemplateResult } from 'lit';
import { ifDefined } from 'lit/directives/if-defined.js';
import { repeat } from 'lit/directives/repeat.js';
import {
  describeProblem,
  formatDate,
  type Problem,
  type RoundModel,
  type StartList,
  type StartState,
} from '../../../model/index.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import { icons } from '../../../ui/icons.ts';
import { pendingNote } from '../../population/round-notices.ts';
import { problemNotice, stateMessage } from '../../shared/notices.ts';
import { combineButton, refusalNotice, type Refusal } from './combine.ts';
import { followUpPart, type FollowUpProps } from './follow-up.ts';
import type { StartColumn, StartSort } from './order.ts';
import { row, type RowProps } from './row.ts';

export interface PageProps
  extends
    Pick<RowProps, 'open' | 'hasRounds' | 'combining' | 'archived' | 'ui'>,
    Pick<FollowUpProps, 'followUps' | 'showFigures'> {
  readonly state: StartState;
  /** Tells what is not stored, of any list. */
  readonly round: RoundModel | undefined;
  /** Ids of the lists, in the order shown. */
  readonly order: readonly string[];
  readonly sort: StartSort | undefined;
  readonly sortBy: (column: StartColumn) => void;
  readonly asOf: string;
  readonly hasAdapter: boolean;
  readonly retry: () => void;
  /** Why the combined list that the host asks for is not shown. */
  readonly refused: Refusal | undefined;
}

/** How all of the clinic's lists stand: what a clinic sees first. */
export function startPage(props: PageProps): TemplateResult {
  const { state, ui } = props;
  const { language, texts } = ui;
  const isBusy = state.phase === 'loading';
  const done = state.lists.filter(({ phase }) => phase !== 'waiting').length;
  const all = formatCount(state.lists.length, language);
  const isCounted = state.lists.length > 0 && state.phase === 'ready';
  return html`<div class="start-head">
      <h2 tabindex="-1">${texts.start.title}</h2>
      <p class="facts">${facts(props)}${unreadable(props)}</p>
      ${combineButton(props.combining, ui)}
      ${isBusy && state.lists.length > 0 ? loading(props, done, all) : nothing}
      <p class="visually-hidden" role="status">${isCounted ? texts.start.allCounted(all) : ''}</p>
    </div>
    ${props.refused ? refusalNotice(props.refused, ui) : nothing}
    ${followUpPart({
      ...{ followUps: props.followUps, asOf: props.asOf, open: props.open, ui },
      lists: new Set(state.lists.flatMap(({ id, profile }) => (profile ? [id] : []))),
      showFigures: props.showFigures,
    })}
    ${content(props)}`;
}

function facts({ state, asOf, ui }: PageProps): string {
  const { language, texts } = ui;
  const { description, patients } = state;
  return [
    ...(description?.name ? [description.name] : []),
    ...(patients === undefined ? [] : [texts.start.patients(formatCount(patients, language))]),
    texts.common.asOf(formatDate(asOf, language)),
  ].join(' · ');
}

/** What could not be read of a few patients, quietly: every list tells whom it is about. */
function unreadable({ state, ui }: PageProps): unknown {
  const said = state.problems.filter(isQuiet).map((each) => describeProblem(each, ui.language));
  return said.length > 0 ? html` · ${icons.undecided()}${said.join(' ')}` : nothing;
}

const isQuiet = ({ kind }: Problem) => kind === 'rejected';

function loading({ state, ui }: PageProps, done: number, all: string): TemplateResult {
  const { language, texts } = ui;
  const { progress } = state;
  const count = (value: number) => formatCount(value, language);
  const known = progress?.expected;
  const words = !progress
    ? texts.start.counted(count(done), all)
    : `${texts.states.loading}: ${
        known === undefined
          ? texts.states.received(count(progress.received))
          : texts.states.progress(count(progress.received), count(known))
      }`;
  const [value, max] = progress ? [progress.received, known] : [done, state.lists.length];
  return html`<div class="under-way">
    <span>${words}</span>
    <progress
      aria-label=${texts.states.loading}
      max=${max ?? 1}
      value=${ifDefined(max === undefined ? undefined : value)}
    ></progress>
  </div>`;
}

function content(props: PageProps): TemplateResult {
  const { state, round, hasAdapter, retry, ui } = props;
  const { start, states } = ui.texts;
  const isKnown = state.lists.some(({ figures }) => figures !== undefined);
  if (state.phase === 'failed' && !isKnown)
    return stateMessage(
      start.loadFailed,
      states.failedHint,
      html`${problemNotice(state.problems, ui, retry, start.incomplete)}`,
    );
  if (state.lists.length === 0) {
    if (state.phase === 'loading') return stateMessage(states.loading, '');
    return hasAdapter
      ? stateMessage(start.noLists, start.noListsHint)
      : stateMessage(states.emptyAdapter, states.emptyAdapterHint);
  }
  const grave = state.problems.filter((problem) => !isQuiet(problem));
  return html`${round ? pendingNote(round, ui) : nothing}
  ${problemNotice(grave, ui, retry, start.incomplete)} ${table(props)}`;
}

function table(props: PageProps): TemplateResult {
  const { state, order, hasRounds, combining, archived, open, ui } = props;
  const byId = new Map(state.lists.map((list) => [list.id, list]));
  const lists = order.flatMap((id) => byId.get(id) ?? []);
  const { team } = state.description ?? {};
  const isBusy = state.phase === 'loading';
  // Whoever works by keys has a button in the row; anywhere else in it a pointer opens it as well.
  return html`<div class="start-scroll">
    <table
      role="table"
      class=${hasRounds ? 'rounds' : ''}
      aria-label=${ui.texts.start.title}
      aria-busy=${isBusy ? 'true' : 'false'}
    >
      <thead>
        <tr role="row">
          ${columnsOf(hasRounds).map((column) => head(column, props))}
        </tr>
      </thead>
      <tbody @click=${(event: Event) => openRow(event, open)} @keydown=${moveByKey}>
        ${repeat(
          lists,
          ({ id }: StartList) => id,
          (list: StartList) => row({ list, hasRounds, team, combining, archived, open, ui }),
        )}
      </tbody>
    </table>
  </div>`;
}

function columnsOf(hasRounds: boolean): readonly StartColumn[] {
  return hasRounds
    ? ['list', 'members', 'grave', 'came', 'reviewed', 'round', 'last']
    : ['list', 'members', 'grave'];
}

function head(column: StartColumn, { sort, sortBy, ui }: PageProps): TemplateResult {
  const words = ui.texts.start.columns[column];
  const isSorted = sort?.column === column;
  const way = !isSorted ? undefined : sort.descending ? 'descending' : 'ascending';
  return html`<th role="columnheader" scope="col" class="col-${column}" aria-sort=${way ?? 'none'}>
    <button type="button" title=${ui.texts.start.sortBy(words)} @click=${() => sortBy(column)}>
      ${words}${way ? icons[way]() : nothing}
    </button>
  </th>`;
}

function openRow({ target }: Event, open: PageProps['open']): void {
  if (!(target instanceof Element) || target.closest('button, label')) return;
  const id = target.closest('tr')?.dataset.id;
  if (id !== undefined) open(id);
}

/** What the keys go to in a row. */
const reached = 'button, .tick input';

/** Up and down go from list to list in one column; where a list has no such button, to its name. */
function moveByKey(event: KeyboardEvent): void {
  const { key, target, ctrlKey, altKey, metaKey, shiftKey } = event;
  if (ctrlKey || altKey || metaKey || shiftKey) return;
  if (key !== 'ArrowDown' && key !== 'ArrowUp') return;
  const button = target instanceof Element ? target.closest<HTMLElement>(reached) : null;
  const own = button?.closest('tr');
  const next = key === 'ArrowDown' ? own?.nextElementSibling : own?.previousElementSibling;
  if (!button || !next) return;
  event.preventDefault();
  const buttons = [...next.querySelectorAll<HTMLElement>(reached)];
  (buttons.find(({ dataset }) => dataset.kind === button.dataset.kind) ?? buttons[0])?.focus();
}
