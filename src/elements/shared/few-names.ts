import type { Patient } from '../../model/index.ts';
import { formatCount } from '../../i18n/numbers.ts';
import type { Ui } from './context.ts';

/** Names that are told one by one. */
const mostNames = 5;

/** Some patients by name: of many the first, and how many more. */
export function fewNames(
  patients: readonly Pick<Patient, 'name'>[],
  { language, texts }: Ui<'actions' | 'patient'>,
): string {
  const names = patients
    .slice(0, mostNames)
    .map(({ name }) => name || texts.patient.noName)
    .join(', ');
  const more = patients.length - mostNames;
  return more > 0 ? texts.actions.andMore(names, formatCount(more, language)) : names;
}
