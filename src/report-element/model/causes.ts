/** Where data, not care, is missing: why patients are unknown, and why they are exempt, as the leaves tell. */
import {
  shareOf,
  sumOf,
  type AreaCauses,
  type AreaExemptions,
  type Cause,
  type Interval,
} from '../../report/index.ts';
import type { CalendarDate } from '../../record/index.ts';
import type { Figure, Share } from './figures.ts';
import { knownOf } from './figures.ts';
import type { Sheet } from './sheet.ts';
import type { Unit } from './units.ts';

/** How many, of all units that tell it and of mine, and the share that each unit's are. */
export interface Told<What> {
  readonly what: What;
  readonly all: Interval;
  readonly mine: Interval | undefined;
  readonly share: Share | undefined;
  readonly units: readonly { readonly unit: Unit; readonly share: Share | undefined }[];
}

/** What is told, and by how many clinics. */
export interface ToldParts<What> {
  readonly parts: readonly Told<What>[];
  readonly reported: number;
}

/**
 * The unknown of an indicator on a date by their cause, each a share of all whom the indicator asks of.
 *
 * @returns Undefined where the clinics tell them as one.
 */
export function causesOf(
  sheet: Sheet,
  indicator: string,
  date: CalendarDate,
): ToldParts<Cause['cause']> | undefined {
  const all = sheet.causes(indicator, date);
  if (!all) return undefined;
  const units = sheet.units.flatMap((unit) => {
    const causes = unit.causes(indicator, date);
    const figure = unit.figure(indicator, date);
    return causes && figure ? [{ unit, causes, figure }] : [];
  });
  const total = sheet.total(indicator, date);
  return {
    reported: all.reported,
    parts: all.counts.map(({ cause, count }) => ({
      what: cause,
      all: count,
      mine: units
        .find(({ unit }) => unit.isMine)
        ?.causes.counts.find((each) => each.cause === cause)?.count,
      // Of those alone who tell it; where some do not, their patients are in no share.
      share: total && total.clinics === all.reported ? shareIn(cause, all, total) : undefined,
      units: units.map(({ unit, causes, figure }) => ({
        unit,
        share: shareIn(cause, causes, figure),
      })),
    })),
  };
}

function shareIn(cause: Cause['cause'], { counts }: AreaCauses, figure: Figure): Share | undefined {
  const own = counts.find((each) => each.cause === cause);
  if (!own) return undefined;
  const others = counts.filter((each) => each !== own).map(({ count }) => count);
  return shareOf({ numerator: own.count, rest: sumOf([knownOf(figure), ...others]) });
}

/** Who is exempt of a marker for one reason. */
export interface ReasonRow {
  /** Undefined: of all of them, as the whole patient is exempt. */
  readonly marker: string | undefined;
  readonly reason: string;
  readonly all: Interval;
  readonly mine: Interval | undefined;
  /** Clinics that have so many for this reason that they are told; undefined of sums alone. */
  readonly having: number | undefined;
}

export interface ToldExemptions {
  /** Where some clinic has so many that they are told, by marker, the most first. */
  readonly rows: readonly ReasonRow[];
  /** Markers, and the whole patient (undefined), of which no clinic has so many. */
  readonly hidden: readonly (string | undefined)[];
  /** Clinics that tell it. */
  readonly reported: number;
}

/**
 * Who is exempt of what, and why, on the last date of each report.
 *
 * @returns Undefined where no clinic tells it.
 */
export function exemptionsOf(sheet: Sheet): ToldExemptions | undefined {
  const { exemptions } = sheet.further();
  if (exemptions.length === 0) return undefined;
  const rows = exemptions.flatMap((each) => rowsOf(each, sheet.units));
  const shown = new Set(rows.map(({ marker }) => marker));
  return {
    rows,
    hidden: exemptions.map(({ marker }) => marker).filter((marker) => !shown.has(marker)),
    reported: Math.max(...exemptions.map(({ reported }) => reported)),
  };
}

function rowsOf({ marker, reasons }: AreaExemptions, units: readonly Unit[]): readonly ReasonRow[] {
  return reasons
    .filter(({ count }) => count.least > 0)
    .map(({ reason, count }) => {
      const own = units.flatMap((unit) => {
        const told = unit.further.exemptions.find((each) => each.marker === marker);
        const counted = told?.reasons.find((each) => each.reason === reason)?.count;
        return counted ? [{ unit, counted }] : [];
      });
      return {
        ...{ marker, reason, all: count },
        mine: own.find(({ unit }) => unit.isMine)?.counted,
        having: own.length > 0 ? own.filter(({ counted }) => counted.least > 0).length : undefined,
      };
    })
    .toSorted((a, b) => b.all.estimate - a.all.estimate);
}
