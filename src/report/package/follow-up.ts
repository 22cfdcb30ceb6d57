/** When the figures of a meeting are seen again, and which they are: those of the next date come by themselves. */
import { addPeriod } from '../../record/calendar.ts';
import { parsePeriod } from '../../record/period.ts';
import type { CalendarDate } from '../../record/types.ts';
import type { ClusterPackage } from './types.ts';

/** The day on which a cluster that met on a day looks at the figures again. */
export function followUpDate(
  { followUp }: Pick<ClusterPackage, 'followUp'>,
  met: CalendarDate,
): CalendarDate {
  const period = parsePeriod(followUp.period);
  return period ? addPeriod(met, period) : met;
}

/** What there is to follow up with. */
export interface NextFigures {
  /** The day on which the figures are to be seen again. */
  readonly due: CalendarDate;
  /** The date of the figures that the meeting saw: the last up to it; undefined where there were none. */
  readonly before: CalendarDate | undefined;
  /** The latest date after the meeting that there are figures of; undefined until they are there. */
  readonly after: CalendarDate | undefined;
  /** Whether the figures are those of the day that was agreed, or of a later one. */
  readonly isDue: boolean;
}

/**
 * Looks which of the dates of a report are from before a meeting, and which from after.
 *
 * @param dates Of the report, in any order.
 */
export function nextFigures(
  document: Pick<ClusterPackage, 'followUp'>,
  met: CalendarDate,
  dates: readonly CalendarDate[],
): NextFigures {
  const due = followUpDate(document, met);
  // Dates are texts in the order of the days.
  const ordered = [...dates].sort();
  const before = ordered.findLast((date) => date <= met);
  const after = ordered.findLast((date) => date > met);
  return { due, before, after, isDue: after !== undefined && after >= due };
}
