/** What is left to do in a round, as filters that one click puts on the view and takes off it again. */
import { dateOf, dayOf } from '../../record/days.ts';
import type { CalendarDate } from '../../record/index.ts';
import { hasFilter, narrow, removeFilter } from './changes.ts';
import type { Filter, ListView } from './types.ts';

/** Those who are neither reviewed nor exempt. */
const open: Filter = { columnId: 'status', any: ['new', 'to-follow-up'] };

/** What waits for some of the team: who is assigned to one of them. */
export function tasksOf(assigneeIds: readonly string[]): readonly Filter[] {
  return [{ columnId: 'assignee', any: assigneeIds }, open];
}

/** What is late on a day: whoever something was due for before it. */
export function overdueOn(asOf: CalendarDate): readonly Filter[] {
  return [{ columnId: 'due', max: dateOf(dayOf(asOf) - 1) }, open];
}

/** Whether a view shows these tasks. */
export function showsTasks(view: ListView, tasks: readonly Filter[]): boolean {
  return tasks.every((filter) => hasFilter(view, filter));
}

/**
 * Shows these tasks, or whatever there is where they are shown already: they narrow what is shown, however the filters
 * go together that the user has written.
 *
 * @param beside Other tasks, which stay where they are shown too.
 */
export function toggleTasks(
  view: ListView,
  tasks: readonly Filter[],
  beside: readonly Filter[] = [],
): ListView {
  if (!showsTasks(view, tasks)) return tasks.reduce(narrow, view);
  const kept = showsTasks(view, beside) ? beside.map(({ columnId }) => columnId) : [];
  return tasks
    .map(({ columnId }) => columnId)
    .filter((columnId) => !kept.includes(columnId))
    .reduce((shown, columnId) => removeFilter(shown, columnId, true), view);
}
