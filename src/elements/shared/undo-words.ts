import {
  drawnName,
  formatDate,
  nameAssignee,
  nameOutcome,
  textIn,
  type InRound,
  type KeptPart,
  type RoundUndo,
  type UndoOutcome,
} from '../../model/index.ts';
import { joinWords } from '../../i18n/language.ts';
import { formatCount } from '../../i18n/numbers.ts';
import type { Ui } from './context.ts';

type WordsUi = Ui<'round'>;
/** Undefined of a patient who is not seen here. */
type NameOf = (id: string) => string | undefined;

/** So many are named of those who stay as others have said. */
const mostNames = 3;

/**
 * What was done, and to whom: `Anna Hansen: Gennemgået`, `3 patienter: Gennemgået (KOL og Osteoporose)`, `Ny runde er
 * begyndt`.
 */
export function deedWords(
  deeds: readonly InRound<RoundUndo>[],
  nameOf: NameOf,
  ui: WordsUi,
): string {
  const all = [...new Set(deeds.flatMap(({ said: { patientIds } }) => patientIds))];
  const what = whatOfAll(deeds, ui);
  if (all.length === 0) return what;
  const text = ui.texts.round;
  const who =
    all.length === 1
      ? (nameOf(all[0]!) ?? text.otherPatient)
      : text.patients(formatCount(all.length, ui.language));
  return `${who}: ${what}`;
}

/** The same without whom, with the lists that it was done on where there are several. */
function whatOfAll(deeds: readonly InRound<RoundUndo>[], ui: WordsUi): string {
  const { language, texts } = ui;
  const what = new Set(
    deeds.flatMap(({ said }) => (said.parts ?? [said]).map((part) => whatOf(part, ui))),
  );
  const lists = deeds.flatMap(({ title }) => (title ? textIn(title, language) : []));
  const onLists = lists.length > 0 ? ` (${joinWords(lists, texts.round.and)})` : '';
  return `${[...what].join(', ')}${onLists}`;
}

/** What was done, whoever it was done to. */
export function whatOf(deed: RoundUndo, ui: WordsUi): string {
  const { kind, status, assignee, due, contact } = deed;
  const { language, texts } = ui;
  const text = texts.round;
  switch (kind) {
    case 'run':
      return whatOfAll([{ said: deed, title: undefined }], ui);
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

/** What was taken back or done again, and what was not and why: a line each, of several rounds each by itself then. */
export function outcomeWords(
  outcomes: readonly InRound<UndoOutcome>[],
  nameOf: NameOf,
  ui: WordsUi,
): readonly string[] {
  const [first] = outcomes;
  if (!first || !outcomes.every(({ said }) => isWholeOutcome(said)))
    return outcomes.flatMap((each) => partWords(each, nameOf, ui));
  const text = ui.texts.round;
  const all = first.said.isRedo ? text.redone : text.undone;
  return [all(deedWords(outcomes.map(deedIn), nameOf, ui))];
}

/** Whether nothing of a deed stayed as it was. */
export function isWholeOutcome({ kept, inUse, aimKept }: UndoOutcome): boolean {
  return kept.length === 0 && !inUse && !aimKept;
}

function deedIn({ said, title }: InRound<UndoOutcome>): InRound<RoundUndo> {
  return { said: said.deed, title };
}

function partWords(outcome: InRound<UndoOutcome>, nameOf: NameOf, ui: WordsUi): readonly string[] {
  const { deed, isRedo, undone, kept, inUse, aimKept } = outcome.said;
  const text = ui.texts.round;
  const count = (value: number) => formatCount(value, ui.language);
  const not = isRedo ? text.notRedone : text.notUndone;
  if (inUse) return [not(text.inUse(drawnName(inUse.by ?? '')))];
  if (aimKept) return [not(text.aimChanged(drawnName(aimKept.by ?? '')))];
  const { patientIds } = deed;
  const [all, part] = isRedo ? [text.redone, text.redoneFor] : [text.undone, text.undoneFor];
  const isPart = kept.length > 0 && undone.length < patientIds.length;
  const deeds = [deedIn(outcome)];
  const done = !isPart
    ? [all(deedWords(deeds, nameOf, ui))]
    : undone.length > 0
      ? [part(count(undone.length), text.patients(count(patientIds.length)), whatOfAll(deeds, ui))]
      : [];
  const list = outcome.title ? ` (${textIn(outcome.title, ui.language)})` : '';
  return [...done, ...(kept.length > 0 ? [not(`${keptWords(kept, nameOf, ui)}${list}`)] : [])];
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
