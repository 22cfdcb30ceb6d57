import { formatCpr, textIn, type Patient } from '../../model/index.ts';
import { formatCount } from '../../i18n/numbers.ts';
import { fewNames } from '../shared/few-names.ts';
import type { Question } from '../shared/ask.ts';
import type { Doing, Reach } from '../shared/unseen-runs.ts';
import type { ListController } from './controllers/list.ts';
import type { Ui } from './ui.ts';

/** @param living Leaves out the dead: nothing is booked for them, and nothing sent. */
export function reachOf(
  list: ListController,
  chosen: readonly string[],
  { living }: { readonly living: boolean },
): Reach {
  const onList = chosen.flatMap((id) => {
    const index = list.indexOf(id);
    return index < 0 ? [] : [list.shown!.list.patientAt(index)];
  });
  const patients = living ? onList.filter(({ deceased }) => deceased === undefined) : onList;
  const rows = list.shown?.rows;
  const unseen = patients.filter(({ id }) => (rows?.indexOf(id) ?? -1) < 0);
  const inClosed = unseen.filter(({ id }) => rows?.isInClosedGroup(id)).length;
  return {
    patients,
    closed: inClosed,
    hidden: unseen.length - inClosed,
    gone: chosen.length - onList.length,
    dead: onList.length - patients.length,
  };
}

/** Who it is, and whom the user may not think of, a line each. */
export function reachLines(reach: Reach, ui: Ui): readonly string[] {
  const { language, texts } = ui;
  const { patients, closed = 0, hidden, gone, dead } = reach;
  const text = texts.actions;
  const count = (value: number) => formatCount(value, language);
  return [
    patients.length === 0 ? text.nobody : namesOf(patients, ui),
    closed > 0 ? text.closed(count(closed)) : '',
    hidden > 0 ? text.hidden(count(hidden)) : '',
    gone > 0 ? text.gone(count(gone)) : '',
    dead > 0 ? text.dead(count(dead)) : '',
  ].filter(Boolean);
}

function namesOf(patients: readonly Patient[], ui: Ui): string {
  const [first, ...others] = patients;
  const cpr = others.length === 0 ? first?.cpr : undefined;
  return [fewNames(patients, ui), cpr === undefined ? '' : formatCpr(cpr)]
    .filter(Boolean)
    .join(', ');
}

/** The host may have done it already: whoever asks again is told so first. */
export function repeatQuestion({ run, reach }: Doing, ui: Ui): Question {
  const { language, texts } = ui;
  const text = texts.actions;
  const ids = new Set(
    run.state.outcomes.flatMap(({ patientId, status }) =>
      status === 'unknown' ? [patientId] : [],
    ),
  );
  const patients = reach.patients.filter(({ id }) => ids.has(id));
  return {
    title: text.retryUnknownTitle(
      textIn(run.action.label, language),
      formatCount(ids.size, language),
    ),
    lines: [...reachLines({ patients, hidden: 0, gone: 0, dead: 0 }, ui), text.mayBeDone],
    yes: text.retryAnyway,
  };
}
