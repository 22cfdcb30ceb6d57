import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import {
  formatUpdated,
  type Patient,
  type RoundMemberView,
  type RoundModel,
  type RoundStatus,
} from '../../model/index.ts';
import type { Ask } from './ask.ts';
import type { Ui } from './context.ts';
import { keptNote } from './kept-note.ts';
import { radioForm } from './radio-form.ts';

/** Who it is that something is written of. */
export type Person = Pick<Patient, 'id' | 'name' | 'cpr'>;

export interface MemberProps {
  readonly round: RoundModel;
  /** Of whom something is written. The name stands in sight above the form. */
  readonly person: Person;
  /** Asks before an exemption ends. */
  readonly ask: Ask;
  readonly today: string;
  readonly ui: Ui<'patient' | 'round' | 'roundMember'>;
}

const statuses: readonly RoundStatus[] = ['new', 'to-follow-up', 'reviewed', 'exempt'];

/** How far one patient has come in the round, with a note; who changed it last, and what is not stored yet. */
export function memberForm({ round, person, ask, today, ui }: MemberProps): TemplateResult {
  const { language, texts } = ui;
  const text = texts.round;
  const { id } = person;
  const said = round.member(id);
  const { status, note, earlier, by, at, exemptUntil, conflict, pending } = said;
  const { problem, isStuck, isUnknown } = round.state.pending;
  const notStored = isStuck ? 'stuck' : isUnknown ? 'maybeStored' : 'notStored';
  const { undoable } = round.state;
  const isUndoable = undoable?.patientIds.length === 1 && undoable.patientIds[0] === id;
  const choose = async (chosen: RoundStatus) => {
    const name = person.name || ui.texts.patient.noName;
    const question = {
      title: texts.roundMember.endTitle(name),
      lines: note ? [texts.roundMember.reason(note)] : [],
      yes: texts.roundMember.end,
    };
    if (status !== 'exempt' || (await ask(question))) round.setStatus([id], chosen);
  };
  return html`${radioForm(
      html`<fieldset class="pills">
        <legend class="visually-hidden">${text.status}</legend>
        ${statuses.map(
          (each) =>
            html`<label
              ><input
                type="radio"
                name="status"
                class="visually-hidden"
                .checked=${live(status === each)}
                @change=${() => void choose(each)}
              />${text.statuses[each]}</label
            >`,
        )}
      </fieldset>`,
    )}
    ${
      status === 'exempt'
        ? html`<label class="stacked"
            ><span>${texts.roundMember.exemptUntil}</span
            ><input
              class="field"
              type="date"
              min=${today}
              .value=${live(exemptUntil ?? '')}
              @change=${({ target }: Event) =>
                round.setStatus([id], 'exempt', {
                  exemptUntil: (target as HTMLInputElement).value,
                })}
          /></label>`
        : nothing
    }
    <label class="stacked"
      ><span class="visually-hidden">${text.note}</span
      ><textarea
        class="field note"
        rows="3"
        placeholder=${earlier ?? texts.roundMember.notePlaceholder}
        .value=${note ?? ''}
        ${keptNote((written) => round.setNote(id, written))}
      ></textarea>
    </label>
    <p class="muted" role="status">
      ${by && at ? texts.roundMember.changedBy(by, formatUpdated(at, today, language)) : nothing}
      ${
        isUndoable
          ? html`<button type="button" class="link" @click=${() => round.undo()}>
              ${text.undo}
            </button>`
          : nothing
      }
      ${pending ? html`<span class="unknown-text">${texts.roundMember[notStored]}</span>` : nothing}
      ${
        pending && (problem || isStuck)
          ? html`<button type="button" class="link" @click=${() => void round.retry()}>
              ${text.saveNow}
            </button>`
          : nothing
      }
    </p>
    ${conflict ? conflictChoice(said, round, ui) : nothing}`;
}

/** Both versions of a patient who was changed by two at once. */
export function conflictChoice(
  member: RoundMemberView,
  round: RoundModel,
  { texts }: Ui<'round' | 'roundMember'>,
): TemplateResult {
  const text = texts.round;
  const { conflict, patientId } = member;
  if (!conflict) return html``;
  const version = (title: string, each: { status: RoundStatus; note?: string; by?: string }) =>
    html`<p>
      <strong>${title}</strong>${each.by ? ` (${each.by})` : ''}:
      ${text.statuses[each.status]}${each.note ? html` · <bdi>${each.note}</bdi>` : nothing}
    </p>`;
  const button = (choice: 'mine' | 'theirs' | 'both', label: string) =>
    html`<button type="button" class="button" @click=${() => round.resolve(patientId, choice)}>
      ${label}
    </button>`;
  return html`<div class="conflict">
    ${version(texts.roundMember.mine, conflict.mine)}
    ${version(texts.roundMember.theirs, conflict.theirs)}
    <div class="buttons">
      ${button('mine', `${texts.roundMember.keep}: ${texts.roundMember.mine}`)}
      ${button('theirs', `${texts.roundMember.keep}: ${texts.roundMember.theirs}`)}
      ${button('both', texts.roundMember.both)}
    </div>
  </div>`;
}
