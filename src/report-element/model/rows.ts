/** The indicators as rows: whose shares there are on a date, and how far my own stands from the middle of the others. */
import type { CalendarDate } from '../../record/index.ts';
import { shareOf } from '../../report/index.ts';
import type { Figure, Share } from './figures.ts';
import type { Sheet, Wider } from './sheet.ts';
import type { Unit } from './units.ts';

/** Which way is better; undefined where the profile does not say. */
export type Better = 'higher' | 'lower' | undefined;

/** What the profile says of an indicator, in the language of the screen. */
export interface IndicatorWords {
  readonly title: string;
  readonly why: string | undefined;
  readonly better: Better;
  /** How many months a date looks back: its quarters share data with their neighbours. */
  readonly lookBack: number;
  /** Whether there is a document that says so; without one, `title` is the id. */
  readonly isKnown: boolean;
}

export interface WiderFigure {
  readonly wider: Wider;
  readonly figure: Figure | undefined;
}

/** One indicator on one date. */
export interface IndicatorRow {
  readonly id: string;
  readonly mine: Figure | undefined;
  readonly total: Figure | undefined;
  readonly wider: readonly WiderFigure[];
  readonly units: readonly UnitShare[];
  /** The share that as many units are over as under; undefined where fewer than three have one. */
  readonly median: number | undefined;
  /** How much worse my own share is than the median, as a difference of shares; below 0: better. */
  readonly gap: number | undefined;
}

/** A unit with its share; without one where too few are told to have any. */
export interface UnitShare {
  readonly unit: Unit;
  readonly figure: Figure;
  readonly share: Share | undefined;
}

/** The row of an indicator on a date. */
export function rowOf(sheet: Sheet, id: string, date: CalendarDate, better: Better): IndicatorRow {
  const units = sheet.units.flatMap((unit) => {
    const figure = unit.figure(id, date);
    return figure ? [{ unit, figure, share: shareOf(figure) }] : [];
  });
  const median = medianOf(units.flatMap(({ share }) => share?.estimate ?? []));
  const mine = sheet.mine?.figure(id, date);
  return {
    ...{ id, mine, units, median },
    total: sheet.total(id, date),
    wider: sheet.wider.map((wider) => ({ wider, figure: wider.figure(id, date) })),
    gap: gapOf(mine && shareOf(mine), median, better),
  };
}

/** The rows in order: `gap` has those first where my own clinic is farthest on the wrong side; without a number last. */
export function inOrder(
  rows: readonly IndicatorRow[],
  order: 'profile' | 'gap',
): readonly IndicatorRow[] {
  if (order === 'profile') return rows;
  return rows.toSorted((a, b) => (b.gap ?? -Infinity) - (a.gap ?? -Infinity) || 0);
}

function gapOf(
  share: Share | undefined,
  median: number | undefined,
  better: Better,
): number | undefined {
  if (!share || median === undefined || !better) return undefined;
  return better === 'higher' ? median - share.estimate : share.estimate - median;
}

/** Of two in the middle, half-way between them. Of fewer than three there is no middle that is nobody's own. */
function medianOf(shares: readonly number[]): number | undefined {
  if (shares.length < 3) return undefined;
  const sorted = shares.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2;
}
