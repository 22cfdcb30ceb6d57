/** Clocks that disagree: they decide no order, but dates that are written by them mislead who reads them. */
import type { Round } from '../../adapter/index.ts';
import { dayOf, type Day } from '../../record/days.ts';
import type { CalendarDate } from '../../record/index.ts';

/** Days that two dates may lie apart in the wrong order: around midnight a minute is enough for one. */
const tolerated = 1;

/**
 * A date that cannot have been written by a clock that agrees with this machine's, or with the one that wrote before it;
 * undefined where there is none. Only the last two rounds are looked at: what is long over misleads nobody.
 *
 * @param rounds Oldest first.
 * @param here Today, by this machine.
 * @param changedOn The date that stands on a change which came after the last round was there, if that is before its first day.
 */
export function foreignDate(
  rounds: readonly Round[],
  here: CalendarDate,
  changedOn: CalendarDate | undefined,
): CalendarDate | undefined {
  const [before, last] = rounds.length > 1 ? rounds.slice(-2) : [undefined, rounds[0]];
  if (!last) return undefined;
  const written = [before?.asOf, before?.finished, last.asOf, last.finished, changedOn].flatMap(
    (date) => date ?? [],
  );
  const ahead = written.filter((date) => isLater(date, here));
  const end = before?.finished ?? before?.asOf;
  const isTurned =
    (end !== undefined && isLater(end, last.asOf)) ||
    (last.finished !== undefined && isLater(last.asOf, last.finished)) ||
    changedOn !== undefined;
  if (ahead.length === 0 && !isTurned) return undefined;
  return farthest(ahead.length > 0 ? ahead : written, here);
}

/** Whether a change that came after a round was there says that it was made before the round began. */
export function isBefore(at: string | undefined, round: Round): boolean {
  return at !== undefined && isLater(round.asOf, at.slice(0, 10));
}

function isLater(date: CalendarDate, than: CalendarDate): boolean {
  return dayOf(date) - dayOf(than) > tolerated;
}

function farthest(dates: readonly CalendarDate[], here: CalendarDate): CalendarDate | undefined {
  const today: Day = dayOf(here);
  const distance = (date: CalendarDate) => Math.abs(dayOf(date) - today);
  return [...dates].sort((a, b) => distance(b) - distance(a))[0];
}
