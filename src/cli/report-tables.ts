/** Reports as tables of text: of each number what it may be. */
import {
  figuresAt,
  shareOf,
  type AreaReport,
  type ClinicReport,
  type Interval,
  type Report,
} from '../report/index.ts';
import { interval } from '../report/index.ts';
import { table } from './table.ts';

type Cells = readonly (string | number)[];
const heads: Cells = ['date', 'yes', 'no', 'unknown', 'share'];

/** A clinic's report: each indicator, date by date. */
export function tellClinicReport(report: ClinicReport): string {
  const { clinic, protection, dates, indicators, undecided } = report;
  return [
    headOf(report, clinic.name),
    ...indicators.map((indicator) => {
      const rows = dates.map((date, at): Cells => {
        const figures = figuresAt(indicator, at, protection);
        const lacks = indicator.notCounted?.find((each) => each.date === date);
        if (!figures)
          return [date, lacks ? `not counted: ${lacks.type} from ${lacks.from}` : 'not counted'];
        const { numerator, rest, unknown } = figures;
        return [date, ...[numerator, rest, unknown].map(rangeOf), percentOf(shareOf(figures))];
      });
      return `\n${indicator.id}\n${table([heads, ...rows])}`;
    }),
    undecidedOf(
      dates,
      undecided.map((leaf) => (leaf === null ? null : interval(leaf, protection))),
    ),
  ].join('');
}

/** An area's report: its sums, and who is not in them. */
export function tellAreaReport(report: AreaReport): string {
  const { area, level, dates, sums, undecided, missing, refused } = report;
  return [
    headOf(report, `${area.name} (${level})`),
    ...sums.map(({ id, values }) => {
      const rows = values.map((value, at): Cells => {
        const date = dates[at]!;
        if (!value) return [date, 'not counted'];
        const { numerator, rest, unknown, reported } = value;
        const share = percentOf(shareOf(value));
        return [date, ...[numerator, rest, unknown].map(rangeOf), share, reported];
      });
      return `\n${id}\n${table([[...heads, 'clinics'], ...rows])}`;
    }),
    undecidedOf(dates, undecided),
    section(
      'Not reported',
      missing.map(({ id, name }) => [id, name]),
    ),
    section(
      'Not counted',
      refused.map(({ id, name = '', kind, reason }) => [id, name, kind, reason.en ?? reason.da]),
    ),
  ].join('');
}

function headOf({ profile, protection, engine }: Report, whose: string): string {
  const { method, threshold, base } = protection;
  return [
    `${profile.id} ${profile.version}, ${whose}`,
    `definition ${profile.definition}`,
    `protected by ${method}, threshold ${threshold}, base ${base}; overblik ${engine}`,
    '',
  ].join('\n');
}

function undecidedOf(dates: readonly string[], undecided: readonly (Interval | null)[]): string {
  return section(
    'Cannot be decided whether they belong to the population',
    undecided.map((each, at) => [dates[at]!, each ? rangeOf(each) : 'not counted']),
  );
}

function section(title: string, rows: readonly Cells[]): string {
  return rows.length === 0 ? '' : `\n${title}\n${table(rows)}`;
}

function rangeOf({ least, most }: Interval): string {
  return least === most ? String(least) : `${least}–${most}`;
}

function percentOf(share: Interval | undefined): string {
  if (!share) return 'too few';
  const [least, most] = [Math.floor(100 * share.least), Math.ceil(100 * share.most)];
  return `${least}–${most} %`;
}
