/** Reports of clinics whose patients are in a database: of the rows that `toLeavesSql` asks for, and of nothing else. */
import type { CalendarDate, CoverageByType } from '../../record/index.ts';
import {
  clinicReportOf,
  indicatorReportOf,
  type ClinicReportOptions,
  type ReportSubject,
} from '../clinic/report.ts';
import { uncountedDates } from '../clinic/not-counted.ts';
import { areLeaves, defaultProtection } from '../protection/index.ts';
import { requireProtection } from '../protection/rule.ts';
import type {
  ActivityReport,
  ClinicReport,
  Leaf,
  Leaves,
  Protection,
  ReportedClinic,
} from '../types.ts';

/** A row as a database gives it. */
export type DatabaseRow = Readonly<Record<string, unknown>>;

/** A clinic of a database, as its report names it. */
export interface DatabaseClinic {
  /** Its `id` is what `clinic` says in every table. */
  readonly clinic: ReportedClinic;
  /** What its data covers: what the rows of `clinic_coverage` were made of. */
  readonly coverage: CoverageByType;
  readonly capacity?: number;
}

export interface DatabaseReportOptions extends Pick<ClinicReportOptions, 'madeAt' | 'engine'> {
  /** The days of the statement, in its order. */
  readonly dates: readonly CalendarDate[];
  /** That of the statement. Default: under five, and multiples of five. */
  readonly protection?: Protection;
  readonly clinics: readonly DatabaseClinic[];
  /** Of each clinic, by its id (`readActivities`): they are no profile's own, and stand in each of its reports. */
  readonly activities?: ReadonlyMap<string, readonly ActivityReport[]>;
}

/**
 * Makes the reports: of each clinic, in the order given, one of each profile.
 *
 * @param rows What the database answered.
 * @param subjects The plans of the statement, in its order (`reportSubjects`).
 * @throws {RangeError} where the rows are not those of the statement: one is missing, or is there twice, or holds a
 * number that no protected count is, or a clinic's that was not asked of.
 */
export function readLeaves(
  rows: readonly DatabaseRow[],
  subjects: readonly ReportSubject[],
  options: DatabaseReportOptions,
): readonly ClinicReport[] {
  const { clinics, dates, protection = defaultProtection } = options;
  requireProtection(protection);
  const found = new LeafRows(rows, protection);
  const inOrder = [...dates].sort();
  const reports = clinics.flatMap(({ clinic, coverage, capacity }) => {
    const activities = options.activities?.get(clinic.id);
    return subjects.map(({ plan, definition }, profile) => {
      const { id, version, indicators = [] } = plan.profile;
      const uncounted = uncountedDates(plan, coverage, inOrder);
      const on = <Value>(
        indicator: number,
        not: readonly { readonly date: CalendarDate }[],
        read: (leaves: ReadLeaves) => Value,
      ) =>
        inOrder.map((date) => {
          const row = found.take([clinic.id, profile, indicator, dates.indexOf(date)]);
          return not.some((each) => each.date === date) ? null : read(row);
        });
      return clinicReportOf(
        { id, version, definition },
        inOrder,
        coverage,
        {
          ...{ clinic, protection, madeAt: options.madeAt, engine: options.engine },
          ...(capacity === undefined ? {} : { capacity }),
          ...(activities ? { activities: { [id]: activities } } : {}),
        },
        {
          indicators: indicators.map((indicator, index) => {
            const not = uncounted.indicators[index]!;
            return indicatorReportOf(indicator.id, not, {
              values: on(index, not, (leaves) => leaves),
            });
          }),
          undecided: on(undecidedPlace, uncounted.population, ({ unknown }) => unknown),
        },
      );
    });
  });
  found.requireAllTaken();
  return reports;
}

/** Leaves without causes, which no database tells. */
type ReadLeaves = Leaves & { readonly unknown: Leaf };

/** Where an indicator's place would be: those of whom nobody can say whether they are members. */
const undecidedPlace = -1;

const places = ['clinic', 'profile', 'indicator', 'day'];

/** The rows by clinic, profile, indicator and day: each is taken once. */
class LeafRows {
  readonly #rows = new Map<string, ReadLeaves>();

  constructor(rows: readonly DatabaseRow[], protection: Protection) {
    for (const row of rows) {
      const key = keyOf(places.map((place) => String(row[place])));
      if (this.#rows.has(key)) throw new RangeError(`The database says twice ${key}.`);
      const leaf = (column: string) => leafIn(row[column], column, key, protection);
      const [numerator, rest, unknown] = [leaf('numerator'), leaf('rest'), leaf('unknown')];
      const leaves = { numerator, rest, unknown };
      const isAlone = Number(row['indicator']) === undecidedPlace;
      if (!isAlone && !areLeaves(leaves, protection))
        throw new RangeError(
          `The database says ${numerator}, ${rest} and ${unknown} of ${key}: no protected counts are that together.`,
        );
      this.#rows.set(key, leaves);
    }
  }

  take(at: readonly (string | number)[]): ReadLeaves {
    const key = keyOf(at);
    const row = this.#rows.get(key);
    if (!row)
      throw new RangeError(
        `The database says nothing of ${key}: has the clinic rows in the tables, and was it asked of?`,
      );
    this.#rows.delete(key);
    return row;
  }

  /** What nobody asked of would be lost in silence. */
  requireAllTaken(): void {
    const [first] = this.#rows.keys();
    if (first !== undefined)
      throw new RangeError(
        `The database also tells of ${first}: name each clinic that it holds, or ask it of those that are named (clinics).`,
      );
  }
}

function keyOf(at: readonly (string | number)[]): string {
  return at.map((part, index) => `${places[index]} ${part}`).join(', ');
}

/** A count that could be one as it was counted is none of a report. */
function leafIn(value: unknown, column: string, key: string, protection: Protection): Leaf {
  // Some drivers give whole numbers of 64 bits as texts or as bigints.
  const number = typeof value === 'bigint' || typeof value === 'string' ? Number(value) : value;
  if (number === -1) return 'under';
  if (number === -2) return 'few';
  if (typeof number === 'number' && number > 0 && number % protection.base === 0) return number;
  throw new RangeError(
    `The database says ${String(value)} as ${column} of ${key}: no protected count is that.`,
  );
}
