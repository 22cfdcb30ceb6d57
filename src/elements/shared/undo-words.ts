import {
  drawnName,
  formatDate,
  nameAssignee,
  nameOutcome,
  type KeptPart,
  type RoundUndo,
  type UndoOutcome,
} from '../../model/index.ts';
import { formatCount } from '../../i18n/numbers.ts';
import type { Ui } from './context.ts';

type WordsUi = Ui<'round'>;
/** Undefined of a patient who is not seen here. */
type NameOf = (id: string) => string | undefined;

/** So many are named of those who stay as others have said. */
const mostNames = 3;

/** What was done, and to whom: `Anna Hansen: Gennemgået`, `3 patienter: Gennemgået`, `Ny runde er begyndt`. */
export function deedWords(deed: RoundUndo, nameOf: NameOf, ui: WordsUi): string {
  const { kind, patientIds } = deed;
  const text = ui.texts.round;
  if (kind === 'finish') return text.finished;
  if (kind === 'begin') return text.begun;
  if (kind === 'aim') return text.aimSet;
  const [one, ...more] = patientIds;
  const who =
    one !== undefined && more.length === 0
      ? (nameOf(one) ?? text.otherPatient)
      : text.patients(formatCount(patientIds.length, ui.language));
  return `${who}: ${whatOf(deed, ui)}`;
}

/** What was done, whoever it was done to. */
export function whatOf(
  { kind, status, assignee, due, contact }: RoundUndo,
  { language, texts }: WordsUi,
): string {
  const text = texts.round;
  switch (kind) {
    case 'finish':
      return text.finished;
    case 'begin':
      return text.begun;
    case 'aim':
      return text.aimSet;
    case 'status':
      return status ? text.statuses[status] : '';
    case 'assignee':
      return assignee ? `${text.assignee}: ${nameAssignee(assignee)}` : text.nobody;
    case 'due':
      return due === undefined ? text.noDue : text.dueBy(formatDate(due, language));
    case 'contact':
      return contact ? text.noted(nameOutcome(contact, language)) : '';
    default:
      return text.deeds[kind];
  }
}

/** What was taken back or done again, and what was not and why: a line each. */
export function outcomeWords(
  { deed, isRedo, undone, kept, inUse, aimKept }: UndoOutcome,
  nameOf: NameOf,
  ui: WordsUi,
): readonly string[] {
  const text = ui.texts.round;
  const count = (value: number) => formatCount(value, ui.language);
  const not = isRedo ? text.notRedone : text.notUndone;
  if (inUse) return [not(text.inUse(drawnName(inUse.by ?? '')))];
  if (aimKept) return [not(text.aimChanged(drawnName(aimKept.by ?? '')))];
  const { patientIds } = deed;
  const [all, part] = isRedo ? [text.redone, text.redoneFor] : [text.undone, text.undoneFor];
  const isPart = kept.length > 0 && undone.length < patientIds.length;
  const done = !isPart
    ? [all(deedWords(deed, nameOf, ui))]
    : undone.length > 0
      ? [part(count(undone.length), text.patients(count(patientIds.length)), whatOf(deed, ui))]
      : [];
  return [...done, ...(kept.length > 0 ? [not(keptWords(kept, nameOf, ui))] : [])];
}

function keptWords(kept: readonly KeptPart[], nameOf: NameOf, ui: WordsUi): string {
  const text = ui.texts.round;
  const named = kept.slice(0, mostNames).map(({ patientId, fields, by = '' }) => {
    const parts = fields.map((field) => text.fields[field]).join(', ');
    return text.changedSince(nameOf(patientId) ?? text.otherPatient, parts, drawnName(by));
  });
  const more = kept.length - named.length;
  return [
    named.join('; '),
    ...(more > 0 ? [text.andOthers(formatCount(more, ui.language))] : []),
  ].join(' ');
}
