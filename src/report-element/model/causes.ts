/** Where data, not care, is missing: why patients are unknown, and why they are exempt, as the leaves tell. */
import { interval, sumOf, type Cause, type Interval } from '../../report/index.ts';
import type { CalendarDate } from '../../record/index.ts';
import type { Sheet } from './sheet.ts';
import type { Unit } from './units.ts';

/** How many, of all clinics that tell it and of mine. */
export interface Told<What> {
  readonly what: What;
  readonly all: Interval;
  readonly mine: Interval | undefined;
}

/** The unknown of an indicator on a date by their cause; nothing where the clinics tell them as one. */
export function causesOf(
  sheet: Sheet,
  indicator: string,
  date: CalendarDate,
): readonly Told<Cause['cause']>[] {
  const counts = new Tally<Cause['cause']>();
  for (const unit of sheet.units) {
    if (!unit.leaves) continue;
    const { indicators, dates, protection } = unit.leaves;
    const unknown = indicators.find(({ id }) => id === indicator)?.values[dates.indexOf(date)]
      ?.unknown;
    if (typeof unknown !== 'object') continue;
    for (const { cause, count } of unknown) counts.add(cause, interval(count, protection), unit);
  }
  return counts.told;
}

/** A marker of the profile, or all of them, and a coded reason. */
export interface Exemption {
  readonly marker: string | undefined;
  readonly reason: string;
}

/** Who is exempt of what, and why, on the last date of each report. */
export function exemptionsOf(sheet: Sheet): readonly Told<Exemption>[] {
  const counts = new Tally<Exemption>();
  for (const unit of sheet.units)
    for (const { marker, reason, count } of unit.leaves?.exemptions ?? [])
      counts.add({ marker, reason }, interval(count, unit.leaves!.protection), unit);
  return counts.told;
}

/** Adds up what several clinics tell of the same. */
class Tally<What> {
  readonly #all = new Map<
    string,
    { readonly what: What; readonly counts: Interval[]; mine: Interval | undefined }
  >();

  add(what: What, count: Interval, { isMine }: Unit): void {
    const key = JSON.stringify(what);
    let entry = this.#all.get(key);
    if (!entry) this.#all.set(key, (entry = { what, counts: [], mine: undefined }));
    entry.counts.push(count);
    if (isMine) entry.mine = count;
  }

  get told(): readonly Told<What>[] {
    return [...this.#all.values()].map(({ what, counts, mine }) => ({
      ...{ what, mine },
      all: sumOf(counts),
    }));
  }
}
