import { factsOfList, type CallReasons, type HostAction, type Patient } from '../../model/index.ts';
import type { FormSource } from '../shared/action-form/form.ts';
import type { Shown } from './controllers/list.ts';
import type { UiHost } from './ui.ts';

/** What an action's form begins with, for some patients of a list as it is now. */
export function formSourceOf(
  { list, loaded, view }: Shown,
  action: HostAction,
  patients: readonly Patient[],
  { ui }: UiHost,
  reasons: CallReasons | undefined,
): FormSource {
  const { profile, asOf } = loaded.population;
  return {
    ...{ action, patients },
    messages: profile.messages ?? [],
    factOf: factsOfList(list, view.priority, loaded.description.name, reasons),
    reasons,
    today: asOf,
    language: ui.language,
  };
}
