import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import {
  choicesFor,
  drawnNote,
  formatDate,
  isEvaluationDue,
  nameAssignee,
  type Profile,
  type Round,
  type RoundAim,
  type RoundModel,
  type TeamMember,
} from '../../../model/index.ts';
import type { ChangeRound } from '../../shared/change-round.ts';
import type { HalfWrittenTexts } from '../../shared/half-written.ts';
import { keptApart } from '../../shared/kept-apart.ts';
import { keptNote } from '../../shared/kept-note.ts';
import { noteLength } from '../../shared/note-length.ts';
import { evaluation } from './evaluation.ts';
import type { Ui } from './ui.ts';

export interface AimProps {
  readonly round: RoundModel;
  readonly change: ChangeRound;
  readonly profile: Profile;
  /** Who can see to a round. */
  readonly team: readonly TeamMember[] | undefined;
  readonly unsaved: HalfWrittenTexts;
  readonly today: string;
  readonly openPatients: (ids: readonly string[], title: string) => void;
  readonly ui: Ui;
}

/** What the round is to reach, when that is looked at and who sees to it; and when the day has come, what has changed. */
export function aimPart(props: AimProps): TemplateResult | typeof nothing {
  const { round, today, ui } = props;
  const { aimed, phase } = round.state;
  if (!aimed || phase !== 'ready') return nothing;
  const text = ui.texts.roundPanel;
  const { aim = {} } = aimed;
  const isDue = isEvaluationDue(aimed, today);
  return html`<section class="aim">
    ${told(aim, props)} ${offered(props)} ${disputed(props)}
    ${isDue ? html`<p class="due"><strong>${ui.texts.round.evaluationDue}</strong></p>` : nothing}
    <details>
      <summary>${text.aim}</summary>
      ${keptApart(aimed.id, fields(props, aimed))}
    </details>
    ${evaluation(props, aimed, isDue)}
  </section>`;
}

function told(aim: RoundAim, { team, ui }: AimProps): TemplateResult {
  const { language, texts } = ui;
  const text = texts.roundPanel;
  const { goal, evaluation: day, evaluated, owner } = aim;
  const parts = [
    ...(evaluated
      ? [text.evaluatedOn(formatDate(evaluated, language))]
      : day
        ? [`${text.evaluation} ${formatDate(day, language)}`]
        : []),
    ...(owner ? [nameAssignee(owner, team)] : []),
  ];
  return html`${goal ? html`<p class="goal"><bdi>${drawnNote(goal)}</bdi></p>` : nothing}
  ${parts.length > 0 ? html`<p class="muted"><bdi>${parts.join(' · ')}</bdi></p>` : nothing}`;
}

/** What the last round was to reach: one press, and it is what this one is to, to be changed from there. */
function offered(props: AimProps): TemplateResult | typeof nothing {
  const { round, change, ui } = props;
  const { offeredAim } = round.state;
  if (!offeredAim) return nothing;
  const text = ui.texts.roundPanel;
  return html`<div class="offered">
    <h4>${text.aimBefore}</h4>
    ${told(offeredAim, props)}
    <div class="buttons">
      <button
        type="button"
        class="button"
        @click=${() => change((open) => open.setAim(offeredAim))}
      >
        ${text.useAimBefore}
      </button>
    </div>
  </div>`;
}

function fields(props: AimProps, { id, aim = {} }: Round): TemplateResult {
  const { round, change, team, unsaved, ui } = props;
  const { texts } = ui;
  const text = texts.roundPanel;
  const { goal = '', owner, evaluation: day } = aim;
  const { origin, profile } = round;
  const key = ['goal', profile?.id ?? '', id];
  const written = origin && unsaved.get(origin, key);
  const set = (note: string | undefined) => {
    if (origin) unsaved.keep(origin, key, note === undefined ? undefined : { note, stored: goal });
  };
  const keeper = {
    isWritten: written !== undefined,
    keep: (note: string) => set(note === goal ? undefined : note),
    finish: (note: string) =>
      change((open) => {
        // Another round may have begun meanwhile.
        open.setAim({ goal: note }, id);
        set(undefined);
      }),
  };
  const choices = choicesFor(owner, team);
  return html`<label class="stacked"
      ><span>${text.goal}</span
      ><textarea
        class="field"
        name="goal"
        rows="2"
        placeholder=${text.goalPlaceholder}
        .value=${written?.note ?? goal}
        ${keptNote(keeper)}
      ></textarea></label
    >${noteLength(ui)}
    <label class="stacked"
      ><span>${text.evaluation}</span
      ><input
        class="field"
        type="date"
        name="evaluation"
        .value=${live(day ?? '')}
        @change=${({ target }: Event) => {
          const { value } = target as HTMLInputElement;
          // Another day is to be evaluated anew.
          if (isMeant(value))
            change((open) => open.setAim({ evaluation: value, evaluated: undefined }));
        }}
    /></label>
    ${
      choices.length > 0
        ? html`<label class="stacked"
            ><span>${text.owner}</span
            ><select
              class="field"
              name="owner"
              @change=${({ target }: Event) => {
                const { value } = target as HTMLSelectElement;
                const chosen = choices.find((each) => each.id === value);
                change((open) => open.setAim({ owner: chosen }));
              }}
            >
              <option value="" .selected=${live(!owner)}>${texts.round.nobody}</option>
              ${choices.map(
                (each) =>
                  html`<option value=${each.id} .selected=${live(each.id === owner?.id)}>
                    ${nameAssignee(each, team)}
                  </option>`,
              )}
            </select></label
          >`
        : nothing
    }`;
}

/** Whoever types a year comes by the year 2 and the year 20: those are not meant. */
function isMeant(date: string): boolean {
  return date === '' || /^[2-9]\d{3}-/.test(date);
}

/** What the user has said and is not what is stored: to be said again, or left. */
function disputed({ round, change, team, ui }: AimProps): TemplateResult | typeof nothing {
  const { aimDispute } = round.state;
  if (!aimDispute) return nothing;
  const { language, texts } = ui;
  const text = texts.roundMember;
  const { asOf, mine } = aimDispute;
  const { goal, evaluation: day, owner, evaluated } = mine;
  const words = {
    goal: goal && drawnNote(goal),
    evaluation: day && formatDate(day, language),
    owner: owner ? nameAssignee(owner, team) : texts.round.nobody,
    evaluated: evaluated && texts.roundPanel.evaluatedOn(formatDate(evaluated, language)),
  };
  const button = (choice: 'mine' | 'theirs', label: string) =>
    html`<button
      type="button"
      class="button"
      @click=${() => change((open) => open.resolveAim(choice))}
    >
      ${text.keep}: ${label}
    </button>`;
  return html`<div class="notice" role="status">
    <p>
      ${asOf === undefined ? texts.roundPanel.aimDispute : texts.roundPanel.aimDisputeOf(formatDate(asOf, language))}
      <bdi>${aimDispute.parts.map((part) => words[part] || '–').join(' · ')}</bdi>
    </p>
    <div class="buttons">${button('mine', text.mine)} ${button('theirs', text.theirs(''))}</div>
  </div>`;
}

export const aimStyles = css`
  .aim > * + *,
  .aim details > * + * {
    margin-block-start: 0.5rem;
  }
  .aim .offered > * + * {
    margin-block-start: 0.25rem;
  }
  .aim .goal {
    max-inline-size: 24rem;
    white-space: pre-line;
  }
  .aim summary {
    inline-size: fit-content;
    font-size: var(--o-small);
    font-weight: 650;
    color: var(--o-text-muted);
  }
  .aim .notice {
    display: block;
  }
`;
