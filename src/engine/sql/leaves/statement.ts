/** Indicators of several profiles on several days as one statement, whose rows are protected counts of clinics. */
import { denominatorOf, type Indicator, type Profile } from '../../../profile/index.ts';
import { requireDate, type CalendarDate } from '../../../record/index.ts';
import { requirePlan, type Plan } from '../../query/compile.ts';
import { isOneOf } from '../codes.ts';
import { answerCriterion } from '../criterion.ts';
import { Draft, type DraftOptions, type Parameter } from '../draft.ts';
import { postgresql } from '../dialect/standard.ts';
import { columnNames, tableOf } from '../layout.ts';
import { amongClinics, answerMembership, type StatementOptions } from '../statement.ts';
import { integerOf, join, sql, type Sql } from '../text.ts';

/** How counts are protected before they are a column. */
export interface LeavesProtection {
  /** A count less than this is -1; 3 at the least. */
  readonly threshold: number;
  /** All others are rounded to a multiple of this. */
  readonly base: number;
}

export interface LeavesOptions extends StatementOptions {
  /** Default: threshold 5, base 5. */
  readonly protection?: LeavesProtection;
}

export interface LeavesStatement {
  /**
   * One SELECT, in the dialect asked. A row for each clinic, profile, indicator and day: `clinic`; `profile`, `indicator`
   * and `day`, their places from 0; `numerator`, `rest`, `unknown`, protected: -1 is under the threshold, zero included.
   */
  readonly text: string;
  /** The values of `$1`, `$2` …; dates are texts `YYYY-MM-DD`. */
  readonly parameters: readonly Parameter[];
}

const leastThreshold = 3;

/**
 * Profiles and days as one parameterised SQL statement over the tables of `layout`. Counts are protected where the
 * patients are: no column of a row is a count as it was counted. Each table is read once for all days; indicators are
 * asked of members alone.
 * @throws {TypeError} of what is no plan, or no text for a date. @throws {RangeError} of a day that does not exist, of
 * no plan or no day at all, of the same day twice, and of protection that protects nothing.
 */
export function toLeavesSql(
  plans: readonly Pick<Plan, 'profile'>[],
  dates: readonly CalendarDate[],
  { clinics, dialect = postgresql, protection = { threshold: 5, base: 5 } }: LeavesOptions = {},
): LeavesStatement {
  const profiles = plans.map((plan) => requirePlan(plan, 'toLeavesSql').profile);
  requireDates(dates);
  requireProtection(protection);
  if (profiles.length === 0) throw new RangeError('toLeavesSql: no profile is given.');
  const among = clinics ? { among: amongClinics(clinics) } : {};
  const population = new PopulationTables(profiles, dates, among);
  const counted = profiles.flatMap((profile, place) => countsOf(profile, place, dates, population));
  const { first } = population;
  const all = clinicsIn(first, clinics);
  const tables = [
    ...population.written(),
    ...counted.flatMap(({ tables }) => tables),
    sql`l0 AS (${all})`,
  ];
  const rows = join(
    counted.flatMap((each) => each.rows),
    sql`\n  UNION ALL`,
  );
  const leaf = (count: Sql) => sql`${protectedCount(first, count, protection)} AS ${count}`;
  const text = sql`WITH RECURSIVE ${join(tables, sql`,\n`)}
SELECT clinic, profile, indicator, day,
  ${leaf(sql`numerator`)},
  ${leaf(sql`rest`)},
  ${leaf(sql`unknown`)}
FROM (${rows}) AS counted`;
  return dialect.statement(text, first.parameters);
}

/** The members of every profile on every day. */
class PopulationTables {
  /** The draft whose parameters are those of the statement. */
  readonly first: Draft;
  readonly #answered: Sql[] = [];
  readonly #members: readonly (readonly Sql[])[];

  constructor(profiles: readonly Profile[], dates: readonly CalendarDate[], among: DraftOptions) {
    let first: Draft | undefined;
    this.#members = profiles.map((profile) =>
      dates.map((date) => {
        const draft = new Draft(profile, date, first ? { beside: first } : among);
        first ??= draft;
        return this.#membersOf(draft);
      }),
    );
    this.first = first!;
  }

  /** A table of members, with the columns of `patient`. */
  members(profile: number, day: number): Sql {
    return this.#members[profile]![day]!;
  }

  written(): readonly Sql[] {
    return [...this.first.tables(), ...this.#answered];
  }

  #membersOf(draft: Draft): Sql {
    const member = answerMembership(draft);
    const patients = draft.tableOf('patient');
    const { tables, last } = draft.answered(patients);
    const name = draft.name('e');
    const columns = join(
      columnNames('patient').map((column) => sql`p.${column}`),
      sql`, `,
    );
    this.#answered.push(
      ...tables,
      sql`${name} AS MATERIALIZED (
  SELECT ${columns}
  FROM ${patients} AS p
  JOIN (SELECT clinic, patient_id FROM ${last} WHERE ${member.column}) AS asked
    ON asked.clinic = p.clinic AND asked.patient_id = p.id)`,
    );
    return name;
  }
}

interface Counted {
  readonly tables: readonly Sql[];
  /** SELECTs of rows, not protected yet. */
  readonly rows: readonly Sql[];
}

/** The counts of one profile, day by day. */
function countsOf(
  profile: Profile,
  place: number,
  dates: readonly CalendarDate[],
  population: PopulationTables,
): readonly Counted[] {
  const { indicators = [] } = profile;
  if (indicators.length === 0) return [];
  const { first: before } = population;
  const everybody = before.name('e');
  const isTheirs = sql`(own.clinic, own.patient_id) IN (SELECT clinic, id FROM ${everybody})`;
  const columns = join(columnNames('patient'), sql`, `);
  const members = sql`${everybody} AS MATERIALIZED (${join(
    dates.map(
      (_, day) => sql`
  SELECT ${columns} FROM ${population.members(place, day)}`,
    ),
    sql`\n  UNION`,
  )})`;
  let first: Draft | undefined;
  const days = dates.map((date, day) => {
    const draft = new Draft(
      profile,
      date,
      first
        ? { beside: first }
        : { after: before, among: () => ({ patients: everybody, isTheirs }) },
    );
    first ??= draft;
    return countsOn(draft, indicators, { place, day }, population.members(place, day));
  });
  return [{ tables: [members, ...first!.tables()], rows: [] }, ...days];
}

function countsOn(
  draft: Draft,
  indicators: readonly Indicator[],
  { place, day }: { readonly place: number; readonly day: number },
  members: Sql,
): Counted {
  const asked = indicators.map((indicator) => {
    const denominator = denominatorOf(indicator);
    return {
      yes: answerCriterion(draft, indicator.numerator).column,
      whole: denominator && answerCriterion(draft, denominator).column,
    };
  });
  const { tables, last } = draft.answered(members);
  const counts = draft.name('z');
  const columns = asked.flatMap(({ yes, whole }, index) => {
    const within = (condition: Sql) => (whole ? sql`${whole} AND ${condition}` : condition);
    const unknown = whole
      ? sql`${whole} IS NULL OR (${whole} AND ${yes} IS NULL)`
      : sql`${yes} IS NULL`;
    return [
      sql`count(*) FILTER (WHERE ${within(yes)}) AS y${integerOf(index)}`,
      sql`count(*) FILTER (WHERE ${within(sql`NOT ${yes}`)}) AS r${integerOf(index)}`,
      sql`count(*) FILTER (WHERE ${unknown}) AS u${integerOf(index)}`,
    ];
  });
  const table = sql`${counts} AS (
  SELECT clinic, ${join(columns, sql`,\n    `)}
  FROM ${last}
  GROUP BY clinic)`;
  const rows = indicators.map((_, index) => {
    const at = integerOf(index);
    return sql`
  SELECT l0.clinic, ${integerOf(place)} AS profile, ${at} AS indicator, ${integerOf(day)} AS day,
    COALESCE(y${at}, 0) AS numerator, COALESCE(r${at}, 0) AS rest, COALESCE(u${at}, 0) AS unknown
  FROM l0
  LEFT JOIN ${counts} ON ${counts}.clinic = l0.clinic`;
  });
  return { tables: [...tables, table], rows };
}

/** Every clinic that anything is said of: one with no member at all is told too. */
function clinicsIn(draft: Draft, clinics: readonly string[] | undefined): Sql {
  const of = clinics
    ? sql` WHERE ${clinics.length > 0 ? isOneOf(draft, sql`clinic`, clinics) : sql`FALSE`}`
    : sql``;
  return sql`
  SELECT clinic FROM ${tableOf.clinic_coverage}${of}
  UNION
  SELECT clinic FROM ${tableOf.patient}${of}`;
}

/** Under the threshold -1, else the nearest multiple of the base; of two the higher, and never zero. */
function protectedCount(draft: Draft, count: Sql, { threshold, base }: LeavesProtection): Sql {
  const [least, step, whole] = [threshold, base, 2 * base].map((number) => draft.integer(number));
  const twice = sql`(2 * ${count} + ${step!})`;
  return sql`CASE WHEN ${count} < ${least!} THEN -1
    ELSE CAST(GREATEST(${step!}, (${twice} - ${twice} % ${whole!}) / 2) AS INTEGER) END`;
}

function requireDates(dates: readonly CalendarDate[]): void {
  if (dates.length === 0) throw new RangeError('toLeavesSql: no day is given.');
  for (const date of dates) requireDate(date, 'toLeavesSql: dates');
  if (new Set(dates).size < dates.length)
    throw new RangeError('toLeavesSql: a day is given twice.');
}

function requireProtection({ threshold, base }: LeavesProtection): void {
  if (!Number.isSafeInteger(threshold) || threshold < leastThreshold)
    throw new RangeError(
      `toLeavesSql: the threshold is a whole number, ${leastThreshold} at the least; it is ${threshold}.`,
    );
  if (!Number.isSafeInteger(base) || base < 1)
    throw new RangeError(`toLeavesSql: the base is a whole number, 1 at the least; it is ${base}.`);
}
