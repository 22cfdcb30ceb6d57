import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { choicesFor, nameAssignee, type RoundModel, type TeamMember } from '../../model/index.ts';
import type { ChangeRound } from './change-round.ts';
import { contactStyles } from './contact-log.ts';
import type { Ui } from './context.ts';

export interface PlanProps {
  readonly round: RoundModel;
  readonly change: ChangeRound;
  readonly person: { readonly id: string };
  /** Whom a patient can be assigned to; absent, nobody. */
  readonly team?: readonly TeamMember[] | undefined;
  readonly ui: Ui<'round'>;
}

/** Who is to see to a patient, where the clinic says who there is, and by when. */
export function planFields({ round, change, person, team = [], ui }: PlanProps): TemplateResult {
  const text = ui.texts.round;
  const { id } = person;
  const { assignee, due } = round.member(id);
  const choices = choicesFor(assignee, team);
  return html`<div class="plan">
    ${
      choices.length > 0
        ? html`<label class="assignee"
            ><span>${text.assignee}</span
            ><select
              class="field"
              name="assignee"
              @change=${({ target }: Event) => {
                const chosen = choices.find(
                  (each) => each.id === (target as HTMLSelectElement).value,
                );
                change((open) => open.assign([id], chosen));
              }}
            >
              <option value="" .selected=${live(!assignee)}>${text.nobody}</option>
              ${choices.map(
                (each) =>
                  html`<option value=${each.id} .selected=${live(each.id === assignee?.id)}>
                    ${nameAssignee(each, team)}
                  </option>`,
              )}
            </select></label
          >`
        : nothing
    }
    <label class="due"
      ><span>${text.due}</span
      ><input
        class="field"
        type="date"
        name="due"
        .value=${live(due ?? '')}
        @change=${({ target }: Event) => {
          const { value } = target as HTMLInputElement;
          if (isMeant(value)) change((open) => open.setDue([id], value));
        }}
    /></label>
  </div>`;
}

/** Whoever types a year comes by the year 2 and the year 20: those are not meant. */
function isMeant(date: string): boolean {
  return date === '' || /^[2-9]\d{3}-/.test(date);
}

export const planStyles = css`
  ${contactStyles}
  .plan {
    display: flex;
    flex-wrap: wrap;
    gap: 0.3rem 0.6rem;
    min-inline-size: 0;
  }
  .plan label {
    display: flex;
    align-items: center;
    gap: 0.4rem;
    min-inline-size: 0;
    font-size: var(--o-small);
    color: var(--o-text-muted);
  }
  .plan .assignee {
    flex: 1 1 11rem;
  }
  .plan .assignee .field {
    flex: 1 1 0;
    min-inline-size: 0;
  }
  .plan .field,
  .attempt .field {
    min-block-size: max(24px, 2em);
    padding-block: 0.1em;
    padding-inline: 0.45em;
    font-size: inherit;
    color: var(--o-text);
  }
`;
