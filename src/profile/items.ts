/** What an information item means where its author left it unsaid. */
import { defaultWindows } from './queries.ts';
import type { RecordItem, Show, Window } from './types.ts';

/** How a record item is shown: of an appointment the next, unless it asks of others than those to come. */
export function showOf({ type, show, when }: RecordItem): Show {
  if (show) return show;
  switch (type) {
    case 'diagnosis':
    case 'medication':
    case 'carePlan':
      return 'list';
    case 'appointment':
      return when === undefined || reachesOn(when) ? 'next' : 'latest';
    default:
      return 'latest';
  }
}

function reachesOn(when: Window): boolean {
  return when === 'future' || (typeof when === 'object' && 'next' in when);
}

/** The window of a record item (R8); what is to come next is asked of the future. */
export function windowOfItem(item: RecordItem): Window {
  return item.when ?? (showOf(item) === 'next' ? 'future' : defaultWindows[item.type]);
}
