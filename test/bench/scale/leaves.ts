/** One text for the same leaves, whether they came as reports or as rows of a statement. */
import { createHash } from 'node:crypto';
import { untold } from '../../../src/engine/sql/index.ts';
import type { ClinicReport, Leaf, Leaves } from '../../../src/report/index.ts';

/** A row of the statement's: places from 0, counts as it protects them. */
export interface LeafRow {
  readonly clinic: string;
  readonly profile: number;
  /** -1: those of whom nobody can say whether they are members, as `unknown`. */
  readonly indicator: number;
  readonly day: number;
  readonly numerator: number;
  readonly rest: number;
  readonly unknown: number;
}

/** The same rows out of the reports of one clinic, in the order of the profiles. */
export function rowsOfReports(reports: readonly ClinicReport[]): readonly LeafRow[] {
  return reports.flatMap(({ clinic, dates, indicators, undecided }, profile) =>
    dates.flatMap((_, day) => {
      const at = { clinic: clinic.id, profile, day };
      const own = indicators.map(({ values }, indicator) => ({
        ...{ ...at, indicator, ...numbersOf(values[day]) },
      }));
      const unknown = numberOf(undecided[day] ?? 'few');
      return [...own, { ...at, indicator: -1, numerator: 0, rest: 0, unknown }];
    }),
  );
}

function numbersOf(leaves: Leaves | null | undefined) {
  if (!leaves || typeof leaves.unknown === 'object')
    throw new TypeError('An indicator of the bench is counted on each date, its causes together.');
  const { numerator, rest, unknown } = leaves;
  return { numerator: numberOf(numerator), rest: numberOf(rest), unknown: numberOf(unknown) };
}

function numberOf(leaf: Leaf): number {
  return typeof leaf === 'number' ? leaf : untold[leaf];
}

/** Of all leaves, in whatever order they came. */
export function digestOf(rows: readonly LeafRow[]): string {
  const lines = rows.map(({ clinic, profile, indicator, day, numerator, rest, unknown }) =>
    // Of the undecided there is no more than the one number.
    [clinic, profile, indicator, day, ...(indicator < 0 ? [] : [numerator, rest]), unknown].join(
      ' ',
    ),
  );
  const digest = createHash('sha256');
  for (const line of lines.sort()) digest.update(`${line}\n`);
  return digest.digest('hex').slice(0, 16);
}
