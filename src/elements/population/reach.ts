import { formatCpr, type Patient } from '../../model/index.ts';
import { formatCount } from '../../i18n/numbers.ts';
import type { Reach } from '../shared/unseen-runs.ts';
import type { ListController } from './controllers/list.ts';
import type { Ui } from './ui.ts';

/** Names that are told one by one. */
const mostNames = 5;

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
  return {
    patients,
    hidden: patients.filter(({ id }) => (rows?.indexOf(id) ?? -1) < 0).length,
    gone: chosen.length - onList.length,
    dead: onList.length - patients.length,
  };
}

/** Who it is, and whom the user may not think of, a line each. */
export function reachLines(reach: Reach, { language, texts }: Ui): readonly string[] {
  const { patients, hidden, gone, dead } = reach;
  const text = texts.actions;
  const count = (value: number) => formatCount(value, language);
  return [
    patients.length === 0 ? text.nobody : namesOf(patients, { language, texts }),
    hidden > 0 ? text.hidden(count(hidden)) : '',
    gone > 0 ? text.gone(count(gone)) : '',
    dead > 0 ? text.dead(count(dead)) : '',
  ].filter(Boolean);
}

function namesOf(patients: readonly Patient[], { language, texts }: Ui): string {
  const name = (patient: Patient) => patient.name || texts.patient.noName;
  const [first, ...others] = patients;
  if (first && others.length === 0)
    return [name(first), first.cpr === undefined ? '' : formatCpr(first.cpr)]
      .filter(Boolean)
      .join(', ');
  const more = patients.length - mostNames;
  const names = patients.slice(0, mostNames).map(name).join(', ');
  return more > 0 ? texts.actions.andMore(names, formatCount(more, language)) : names;
}
