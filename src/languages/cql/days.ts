/** R6: the days of a window, as CQL. */
import type { Window } from '../../profile/index.ts';
import { parsePeriod, type PeriodParts } from '../../record/index.ts';
import { edgesOf } from '../windows.ts';

/** The day of evaluation, a parameter of every library that is written. */
export const asOf = 'AsOf';
/** The day of a record, where a criterion is asked on it (R19b): an operand of its function. */
export const anchorDay = 'Day';

/** The day that something is asked on. */
export type DayAsked = typeof asOf | typeof anchorDay;

/** A window's days as CQL expressions; `null` where a side is open. */
export interface DayWindow {
  readonly opens: string;
  readonly closes: string;
  /** The last day on which something is asked: data must be fresh up to it (R9). */
  readonly lastAsked: string;
}

/** A window counted from a day; from that of a record it is cut at the day of evaluation (R19b). */
export function windowOn(window: Window, day: DayAsked): DayWindow {
  const { from, to } = edgesOf(window);
  const opens = from === undefined ? 'null' : edge(from, day);
  if (day === anchorDay) {
    const closes = to === undefined ? asOf : `Rules.Earlier(${edge(to, day)}, ${asOf})`;
    return { opens, closes, lastAsked: closes };
  }
  const closes = to === undefined ? 'null' : edge(to, day);
  if (to === undefined) return { opens, closes, lastAsked: asOf };
  const parts = parsePeriod(to);
  const isPast = parts !== undefined && (parts.sign === -1 || isNothing(parts));
  return { opens, closes, lastAsked: isPast ? closes : `Rules.Earlier(${closes}, ${asOf})` };
}

/** A date, or a period before or after the day. */
export function edge(text: string, day: DayAsked): string {
  const parts = parsePeriod(text);
  if (!parts) return `@${text}`;
  const { sign } = parts;
  const { months, days } = monthsAndDays(parts);
  const steps = [
    ...(months === 0
      ? []
      : [months % 12 === 0 ? unit(months / 12, 'year') : unit(months, 'month')]),
    ...(days === 0 ? [] : [unit(days, 'day')]),
  ];
  return steps.length === 0 ? day : [day, ...steps].join(sign === -1 ? ' - ' : ' + ');
}

function unit(count: number, name: string): string {
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}

function isNothing(parts: PeriodParts): boolean {
  const { months, days } = monthsAndDays(parts);
  return months === 0 && days === 0;
}

/** A period as it is added: years and months in one, then weeks and days. */
export function monthsAndDays({ years, months, weeks, days }: PeriodParts) {
  return { months: years * 12 + months, days: weeks * 7 + days };
}

/** The same as two operands of a function. */
export function operands(period: string): string {
  const parts = parsePeriod(period);
  if (!parts) throw new RangeError(`"${period}" is no period.`);
  const { months, days } = monthsAndDays(parts);
  return `${months}, ${days}`;
}
