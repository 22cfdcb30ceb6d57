import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import {
  drawnBeside,
  drawnName,
  drawnNote,
  formatDate,
  formatUpdated,
  nameAssignee,
  nameExemptionReason,
  roundStatuses,
  standsAlone,
  type ExemptionReason,
  type Language,
  type Patient,
  type RoundField,
  type RoundMember,
  type RoundMemberView,
  type RoundModel,
  type RoundStatus,
} from '../../model/index.ts';
import type { AskExemption } from './ask-exemption.ts';
import type { Ask } from './ask.ts';
import type { ChangeRound } from './change-round.ts';
import { contactLog } from './contact-log.ts';
import type { Ui } from './context.ts';
import type { HalfWritten, HalfWrittenTexts } from './half-written.ts';
import { reasonChoice, reasonLines } from './exempt-fields.ts';
import { planFields, type PlanProps } from './member-plan.ts';
import { keptNote, type NoteKeeper } from './kept-note.ts';
import { noteLength } from './note-length.ts';
import { radioForm } from './radio-form.ts';
import { whatOf } from './undo-words.ts';

/** Who it is that something is written of. */
export type Person = Pick<Patient, 'id' | 'name' | 'cpr'>;

export interface MemberProps extends PlanProps {
  /** What is half written, of this patient among others. */
  readonly unsaved: HalfWrittenTexts;
  /** Of whom something is written. The name stands in sight above the form. */
  readonly person: Person;
  /** Asks before an exemption ends. */
  readonly ask: Ask;
  /** Asks why, before somebody is exempt. */
  readonly askExemption: AskExemption;
  readonly today: string;
  readonly ui: Ui<'patient' | 'round' | 'roundMember'>;
  /** Shortcuts of one character, by what they do; absent where none are used. */
  readonly shortcuts?: MemberShortcuts | undefined;
}

export type MemberShortcuts = Partial<Readonly<Record<RoundStatus | 'note', string>>>;

/** What is set of a patient, part by part: a place that is pressed from patient to patient puts them in its own order. */
export interface MemberParts {
  readonly statuses: TemplateResult;
  /** Why somebody is exempt, and until when. */
  readonly until: TemplateResult | typeof nothing;
  readonly note: TemplateResult;
  /** Who is to see to the patient, and by when. */
  readonly plan: TemplateResult;
  /** The attempts to reach the patient. */
  readonly contact: TemplateResult;
  /** Who changed it last, what can be taken back, what is not stored yet, and two versions of it. */
  readonly said: TemplateResult;
}

/** How far one patient has come in the round, with a note; who changed it last, and what is not stored yet. */
export function memberForm(props: MemberProps): TemplateResult {
  const { statuses, until, note, plan, contact, said } = memberParts(props);
  return html`${statuses} ${until} ${note} ${plan} ${contact} ${said}`;
}

export function memberParts(props: MemberProps): MemberParts {
  const { round, change, person, today, ui, shortcuts = {} } = props;
  const text = ui.texts.roundMember;
  const { id } = person;
  const { status, note, earlier, exemptReason, exemptUntil, contact } = round.member(id);
  const { keeper, value } = noteOf(props, note ?? '');
  const setUntil = ({ target }: Event) =>
    change((open) =>
      open.setStatus([id], 'exempt', { exemptUntil: (target as HTMLInputElement).value }),
    );
  const setReason = (reason: ExemptionReason) =>
    change((open) =>
      open.setStatus([id], 'exempt', {
        exemptReason: reason,
        exemptUntil: open.member(id).exemptUntil,
      }),
    );
  return {
    statuses: statusPills({
      status,
      set: (each) => void setMemberStatus(props, each),
      shortcuts,
      ui,
    }),
    until:
      status === 'exempt'
        ? html`${reasonChoice(exemptReason, setReason, ui)}<label class="stacked"
              ><span>${text.exemptUntil}</span
              ><input
                class="field"
                type="date"
                min=${today}
                .value=${live(exemptUntil ?? '')}
                @change=${setUntil}
            /></label>`
        : nothing,
    note: noteLabel(
      html`<textarea
        class="field note"
        rows="3"
        placeholder=${drawnNote(earlier ?? text.notePlaceholder)}
        aria-keyshortcuts=${shortcuts.note ?? nothing}
        .value=${value}
        ${keptNote(keeper)}
      ></textarea>`,
      ui,
    ),
    plan: planFields(props),
    contact: contactLog(contact, {
      ...{ today, ui },
      log: (outcome, nextTry) => change((open) => open.logContact([id], outcome, nextTry)),
    }),
    said: saidOf(props, keeper.isWritten),
  };
}

/** The field of a note, under its name, and how long the note is where that matters. */
export function noteLabel(field: TemplateResult, ui: Ui<'round' | 'roundMember'>): TemplateResult {
  return html`<label class="stacked"
      ><span class="visually-hidden">${ui.texts.round.note}</span>${field}</label
    >${noteLength(ui)}`;
}

export interface StatusPillsProps {
  /** Undefined where nobody is there yet whose status it would be: then nothing can be chosen. */
  readonly status: RoundStatus | undefined;
  readonly set: (status: RoundStatus) => void;
  readonly shortcuts: MemberShortcuts;
  readonly ui: Ui<'round'>;
}

/** The statuses to choose among. They are the same elements from patient to patient, as long as they are drawn. */
export function statusPills({ status, set, shortcuts, ui }: StatusPillsProps): TemplateResult {
  const text = ui.texts.round;
  return radioForm(
    html`<fieldset class="pills">
      <legend class="visually-hidden">${text.status}</legend>
      ${roundStatuses.map(
        (each) =>
          html`<label title=${shortcuts[each] ?? nothing}
            ><input
              type="radio"
              name="status"
              class="visually-hidden"
              aria-keyshortcuts=${shortcuts[each] ?? nothing}
              aria-disabled=${status === undefined ? 'true' : nothing}
              .checked=${live(status === each)}
              @change=${({ target }: Event) => {
                set(each);
                if (each === 'exempt' && status) standStill(target, status);
              }}
            />${text.statuses[each]}</label
          >`,
      )}
    </fieldset>`,
  );
}

/** Nobody is exempt before it is said why: until then the status stands as it is, and where it is pressed. */
function standStill(pressed: EventTarget | null, status: RoundStatus): void {
  const pills = (pressed as HTMLElement).closest('fieldset')?.querySelectorAll('input');
  const stands = pills?.[roundStatuses.indexOf(status)];
  if (stands) stands.checked = true;
}

function saidOf(props: MemberProps, isWritten: boolean): TemplateResult {
  const { round, change, person, today, ui } = props;
  const { language, texts } = ui;
  const text = texts.round;
  const { id } = person;
  const said = round.member(id);
  const { by, at, conflict, pending } = said;
  const { problem, isStuck, isUnknown } = round.state.pending;
  const saveNow = (look: 'link' | 'button') =>
    html`<button type="button" class=${look} @click=${() => void round.retry()}>
      ${text.saveNow}
    </button>`;
  const { undoable } = round.state;
  const isUndoable = undoable?.patientIds.length === 1 && undoable.patientIds[0] === id;
  // Only what is offered: a list beside may have taken over the round, and know of another deed.
  const undo = (open: RoundModel) => {
    if (open.state.undoable === undoable) open.undo();
  };
  return html`<p class="muted" role="status">
      ${by && at ? texts.roundMember.changedBy(drawnName(by), formatUpdated(at, today, language)) : nothing}
      ${
        isUndoable
          ? html`<button
              type="button"
              class="link"
              @click=${(event: Event) => {
                keepFocus(event);
                change(undo);
              }}
            >
              ${text.undoOf(whatOf(undoable, ui))}
            </button>`
          : nothing
      }
      ${
        !isStuck && (pending || isWritten)
          ? html`<span class="unknown-text"
              >${isUnknown ? texts.roundMember.maybeStored : texts.roundMember.notStored}</span
            >`
          : nothing
      }
      ${pending && problem && !isStuck ? saveNow('link') : nothing}
    </p>
    ${
      isStuck && (pending || isWritten)
        ? html`<div class="notice" role="status">
            <span>${texts.roundMember.stuck}</span> ${pending ? saveNow('button') : nothing}
          </div>`
        : nothing
    }
    ${conflict ? conflictChoice(said, change, ui) : nothing}`;
}

/**
 * Sets the status of a patient: nobody is exempt before the user has said why, and who is exempt stays so until the user
 * has said yes. Answers whether it was set.
 */
export async function setMemberStatus(props: MemberProps, status: RoundStatus): Promise<boolean> {
  const { round, change, person, ask, ui } = props;
  const { texts } = ui;
  const { id } = person;
  const { status: before, note, exemptReason } = round.member(id);
  if (status === 'exempt' && before !== 'exempt') return exempt(props);
  const name = person.name || texts.patient.noName;
  const question = {
    title: texts.roundMember.endTitle(name),
    lines: reasonLines(exemptReason, note, ui),
    yes: texts.roundMember.end,
  };
  const isAgreed = before !== 'exempt' || status === 'exempt' || (await ask(question));
  return isAgreed && change((open) => open.setStatus([id], status));
}

/** Exempts a patient, when the user has said why. */
async function exempt({ change, person, askExemption, ui }: MemberProps): Promise<boolean> {
  const { id, name } = person;
  const { patient, roundMember } = ui.texts;
  const said = await askExemption(roundMember.exemptTitle(name || patient.noName));
  if (!said) return false;
  const { reason, note, until } = said;
  // Without words, the note that there is stays.
  const words = note === '' ? {} : { note };
  return change((open) =>
    open.setStatus([id], 'exempt', { ...words, exemptReason: reason, exemptUntil: until }),
  );
}

/** The button goes with what it takes back: the focus goes to the status that is set, before and after. */
function keepFocus({ currentTarget }: Event): void {
  const root = (currentTarget as HTMLElement).getRootNode() as ShadowRoot;
  const isChosen = () => root.querySelector<HTMLElement>('[name=status]:checked');
  const before = isChosen();
  before?.focus();
  // The status is another when it is drawn.
  setTimeout(() => {
    if (root.activeElement === before) isChosen()?.focus();
  });
}

/** The note as it stands in its field: as it is stored, or half written. */
function noteOf(
  { round, change, unsaved, person: { id } }: MemberProps,
  stored: string,
): { readonly keeper: NoteKeeper; readonly value: string } {
  const { origin, profile } = round;
  const key = ['note', profile?.id ?? '', id];
  const written = origin && unsaved.get(origin, key);
  const set = (text: HalfWritten | undefined) => {
    if (origin) unsaved.keep(origin, key, text);
  };
  const keeper = {
    isWritten: written !== undefined,
    keep: (note: string) => set(note === stored ? undefined : { note, stored }),
    finish: (note: string) =>
      change((open) => {
        open.setNote(id, note);
        set(undefined);
      }),
  };
  return { keeper, value: written ? withStored(written, stored) : stored };
}

/** Whoever stored another note meanwhile keeps it, above what is half written. */
function withStored({ note, stored: before }: HalfWritten, stored: string): string {
  return stored === before || stored === '' || note.includes(stored) ? note : `${stored}\n${note}`;
}

/** Why somebody is exempt, and of the markers that two have decided otherwise on, why those are. */
function exemptParts(
  { status, exemptReason, exemptions = [] }: RoundMember,
  fields: readonly RoundField[],
  language: Language,
): readonly string[] {
  const words = (reason: ExemptionReason | undefined) => nameExemptionReason(reason, language);
  return [
    ...(status === 'exempt' && exemptReason ? [words(exemptReason)] : []),
    ...(fields.includes('exemption')
      ? exemptions.map(({ reason, note }) =>
          [...(reason ? [words(reason)] : []), drawnNote(note)].join(': '),
        )
      : []),
  ];
}

/** Both versions of a patient who was changed by two at once. */
export function conflictChoice(
  member: RoundMemberView,
  change: ChangeRound,
  { language, texts }: Ui<'round' | 'roundMember'>,
): TemplateResult {
  const text = texts.round;
  const { conflict, patientId } = member;
  if (!conflict) return html``;
  const { fields } = conflict;
  const areNotes = fields.some((field) => !standsAlone(field));
  const version = (title: string, each: RoundMember, other: RoundMember) => {
    const said = [
      ...(areNotes
        ? [
            text.statuses[each.status],
            ...exemptParts(each, fields, language),
            drawnBeside(each.note ?? '', other.note ?? ''),
          ]
        : []),
      ...(fields.includes('assignee')
        ? [each.assignee ? `${text.assignee}: ${nameAssignee(each.assignee)}` : text.nobody]
        : []),
      ...(fields.includes('due')
        ? [each.due ? text.dueBy(formatDate(each.due, language)) : text.noDue]
        : []),
    ].filter(Boolean);
    return html`<p>
      <strong><bdi>${title}</bdi></strong
      >: ${said.map((part, at) => html`${at > 0 ? ' · ' : ''}<bdi>${part}</bdi>`)}
    </p>`;
  };
  const button = (choice: 'mine' | 'theirs' | 'both', label: string) =>
    html`<button
      type="button"
      class="button"
      @click=${() => change((open) => open.resolve(patientId, choice))}
    >
      ${label}
    </button>`;
  const theirs = texts.roundMember.theirs(drawnName(conflict.theirs.by ?? ''));
  return html`<div class="conflict">
    ${version(texts.roundMember.mine, conflict.mine, conflict.theirs)}
    ${version(theirs, conflict.theirs, conflict.mine)}
    <div class="buttons">
      ${button('mine', `${texts.roundMember.keep}: ${texts.roundMember.mine}`)}
      ${button('theirs', `${texts.roundMember.keep}: ${theirs}`)}
      ${areNotes ? button('both', texts.roundMember.both) : nothing}
    </div>
  </div>`;
}
