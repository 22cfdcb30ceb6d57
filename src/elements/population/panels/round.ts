import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import {
  compareRounds,
  describeProblem,
  formatDate,
  type Problem,
  type Round,
  type RoundModel,
} from '../../../model/index.ts';
import { formatCount } from '../../../i18n/numbers.ts';
import { virtualList } from '../../../ui/virtual-list.ts';
import type { Ui } from './ui.ts';
import type { ChangeRound } from '../../shared/change-round.ts';
import { conflictChoice } from '../../shared/round-member.ts';
import { pendingNote } from '../round-notices.ts';

export interface RoundProps {
  readonly round: RoundModel;
  readonly change: ChangeRound;
  /** Asks, and finishes the round. */
  readonly finish: () => void;
  /** Ids of the two rounds that are compared; `now` is the population as it is. */
  readonly compared: readonly [earlier: string, later: string] | undefined;
  readonly compare: (ids: readonly [string, string]) => void;
  readonly nameOf: (id: string) => string;
  readonly openPatients: (ids: readonly string[], title: string) => void;
  readonly ui: Ui;
}

/** The round: how far it has come, finish it, begin the next, and what became of the last ones. */
export function roundPanel(props: RoundProps): TemplateResult {
  const { round, change, ui } = props;
  const { language, texts } = ui;
  const text = texts.round;
  const { phase, current, rounds, problems } = round.state;
  const finished = rounds.filter((each) => each.finished !== undefined);
  return html`<h3>${text.title}</h3>
    ${
      phase === 'loading'
        ? html`<p class="muted">${texts.roundMember.loading}</p>`
        : phase === 'failed'
          ? html`<p>${texts.roundMember.failed}</p>`
          : nothing
    }
    ${problems.map(
      (problem) =>
        html`<p class=${isDoubt(problem) ? 'notice' : 'muted'}>
          ${describeProblem(problem, language)}
        </p>`,
    )}
    ${pendingNote(round, ui, true)} ${conflicts(props)}
    ${current ? html`<p>${texts.roundPanel.started(formatDate(current.asOf, language))}</p>` : nothing}
    <div class="buttons">
      ${
        current
          ? html`<button type="button" class="button primary" @click=${props.finish}>
              ${text.finish}
            </button>`
          : html`<button
              type="button"
              class="button primary"
              aria-disabled=${phase === 'ready' ? 'false' : 'true'}
              @click=${() => phase === 'ready' && change((open) => open.startNext())}
            >
              ${texts.roundPanel.start}
            </button>`
      }
    </div>
    ${finished.length > 0 ? comparison(props, finished) : nothing}`;
}

/** What the list's own notice has sent the user here for. */
function isDoubt({ kind }: Problem): boolean {
  return kind === 'clock' || kind === 'restored';
}

function conflicts(props: RoundProps) {
  const { round, change, nameOf, ui } = props;
  const { language, texts } = ui;
  const { state } = round;
  if (state.conflicts.length === 0) return nothing;
  return html`<p>
      <strong>${texts.round.conflict(formatCount(state.conflicts.length, language))}</strong>
    </p>
    ${virtualList({
      items: state.conflicts,
      key: ({ patientId }) => patientId,
      content: ({ patientId }) =>
        html`<p><bdi>${nameOf(patientId)}</bdi></p>
          ${conflictChoice(round.member(patientId), change, ui)}`,
      className: 'conflicts',
    })}`;
}

function comparison(props: RoundProps, finished: readonly Round[]): TemplateResult {
  const { round, compared, compare, openPatients, ui } = props;
  const { language, texts } = ui;
  const text = texts.roundPanel;
  const now = round.now();
  const [earlierId, laterId] = compared ?? [finished.at(-1)!.id, 'now'];
  const find = (id: string) =>
    id === 'now' ? now : round.state.rounds.find((each) => each.id === id);
  const [earlier, later] = [find(earlierId), find(laterId)];
  const option = (id: string, label: string, chosen: string) =>
    html`<option value=${id} .selected=${live(id === chosen)}>${label}</option>`;
  const named = ({ finished: end, asOf }: Round) => formatDate(end ?? asOf, language);
  const valueOf = (event: Event) => (event.target as HTMLSelectElement).value;
  const outcome = earlier && later && compareRounds(earlier, later);
  const lines: readonly (readonly [string, readonly string[]])[] = outcome
    ? [
        [text.came, outcome.came],
        [text.left, outcome.left],
        [text.changed, outcome.changed.map(({ patientId }) => patientId)],
        [text.notReached, outcome.notReached],
        ...(outcome.undecided.length > 0
          ? [[texts.population.undecided, outcome.undecided] as const]
          : []),
      ]
    : [];
  return html`<h4>${text.compare}</h4>
    <div class="range">
      <select
        class="field"
        aria-label=${text.compare}
        @change=${(event: Event) => compare([valueOf(event), laterId])}
      >
        ${finished.map((each) => option(each.id, named(each), earlierId))}
      </select>
      <span>${text.with}</span>
      <select
        class="field"
        aria-label=${text.with}
        @change=${(event: Event) => compare([earlierId, valueOf(event)])}
      >
        ${finished.map((each) => option(each.id, named(each), laterId))}
        ${option('now', text.now, laterId)}
      </select>
    </div>
    <ul class="lines">
      ${lines.map(
        ([title, ids]) =>
          html`<li>
            <span>${title}</span>
            <button
              type="button"
              class="link"
              aria-disabled=${ids.length === 0 ? 'true' : 'false'}
              @click=${() => ids.length > 0 && openPatients(ids, title)}
            >
              ${formatCount(ids.length, language)}
            </button>
          </li>`,
      )}
    </ul>`;
}
