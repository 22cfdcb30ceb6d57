/** On which dates an indicator cannot be counted: before the clinic has data of what is asked. */
import { typesAsked, type Plan } from '../../engine/index.ts';
import type { CalendarDate, CoverageByType, RecordType } from '../../record/index.ts';
import type { NotCounted } from '../types.ts';

/** What cannot be counted, and why. A date that is in none of them is counted. */
export interface Uncounted {
  /** The population itself, and so all indicators. */
  readonly population: readonly NotCounted[];
  /** By indicator, in the profile's order. */
  readonly indicators: readonly (readonly NotCounted[])[];
}

/**
 * Finds the dates before the data of a type begins that is asked about. On them nothing is known of anybody, though a
 * question with an open start (R9) would answer *no*. A type that is not there at all makes *unknown*, and is counted so.
 */
export function uncountedDates(
  plan: Plan,
  coverage: CoverageByType,
  dates: readonly CalendarDate[],
): Uncounted {
  const { population, indicators } = typesAsked(plan);
  const of = (types: readonly RecordType[]) =>
    dates.flatMap((date) => tooEarly(types, coverage, date));
  return { population: of(population), indicators: indicators.map(of) };
}

/** Of several types the one that begins last. */
function tooEarly(
  types: readonly RecordType[],
  coverage: CoverageByType,
  date: CalendarDate,
): readonly NotCounted[] {
  const later = types.flatMap((type) => {
    const declared = coverage[type];
    const from = declared?.available ? declared.from : undefined;
    return from !== undefined && date < from ? [{ date, type, from }] : [];
  });
  const latest = later.reduce<NotCounted | undefined>(
    (found, each) => (found && found.from >= each.from ? found : each),
    undefined,
  );
  return latest ? [latest] : [];
}
