/** Indicators of several profiles on several days as one statement, whose rows are protected counts of clinics. */
import { denominatorOf, type Indicator, type Profile } from '../../../profile/index.ts';
import { requireDate, type CalendarDate } from '../../../record/index.ts';
import { requirePlan, type Plan } from '../../query/compile.ts';
import { answerCriterion } from '../criterion.ts';
import { Draft, type DraftOptions } from '../draft.ts';
import type { Written } from '../dialect/dialect.ts';
import { postgresql } from '../dialect/standard.ts';
import { columnNames } from '../layout.ts';
import { drawPrefix, requirePrefix } from '../run.ts';
import { amongClinics, answerMembership, type StatementOptions } from '../statement.ts';
import { integerOf, join, sql, type Sql } from '../text.ts';
import { clinicsIn } from './clinics.ts';
import {
  protectedRows,
  requireProtection,
  usualProtection,
  type LeavesProtection,
} from './protection.ts';

export interface LeavesOptions extends StatementOptions {
  /** Default: threshold 5, base 5. */
  readonly protection?: LeavesProtection;
}

/**
 * `text` is one SELECT, in the dialect asked. A row for each clinic, profile, indicator and day: `clinic`; `profile`,
 * `indicator` and `day`, their places from 0; `numerator`, `rest`, `unknown`, protected (`untold`). And one with the
 * indicator -1, of those of whom nobody can say whether they are members: `unknown`. Of `parameters` dates are texts.
 */
export type LeavesStatement = Written;

/**
 * Profiles and days as one parameterised SQL statement over the tables of `layout`. Counts are protected where the
 * patients are: no column of a row is a count as it was counted. Each table is read once for all days; indicators are
 * asked of members alone.
 * @throws {TypeError} of what is no plan, or no text for a date. @throws {RangeError} of a day that does not exist, of
 * no plan or no day at all, of the same day twice, of protection that protects nothing, and of a beginning that names cannot have.
 */
export function toLeavesSql(
  plans: readonly Pick<Plan, 'profile'>[],
  dates: readonly CalendarDate[],
  {
    clinics,
    dialect = postgresql,
    protection = usualProtection,
    temporary = drawPrefix(),
  }: LeavesOptions = {},
): LeavesStatement {
  const profiles = plans.map((plan) => requirePlan(plan, 'toLeavesSql').profile);
  requireDates(dates);
  requireProtection(protection, 'toLeavesSql');
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
    [...population.undecided, ...counted.flatMap((each) => each.rows)],
    sql`\n  UNION ALL`,
  );
  const text = sql`WITH RECURSIVE ${join(tables, sql`,\n`)}
${protectedRows(first, rows, protection)}`;
  return dialect.statement(text, first.parameters, requirePrefix(temporary, 'toLeavesSql'));
}

/** The members of every profile on every day. */
class PopulationTables {
  /** The draft whose parameters are those of the statement. */
  readonly first: Draft;
  readonly #answered: Sql[] = [];
  readonly #members: readonly (readonly Sql[])[];
  readonly #undecided: Sql[] = [];

  constructor(profiles: readonly Profile[], dates: readonly CalendarDate[], among: DraftOptions) {
    let first: Draft | undefined;
    this.#members = profiles.map((profile, place) =>
      dates.map((date, day) => {
        const draft = new Draft(profile, date, first ? { beside: first } : among);
        first ??= draft;
        return this.#membersOf(draft, place, day);
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

  /** SELECTs of those of whom nobody can say whether they are members, not protected yet. */
  get undecided(): readonly Sql[] {
    return this.#undecided;
  }

  #membersOf(draft: Draft, place: number, day: number): Sql {
    const member = answerMembership(draft);
    const patients = draft.tableOf('patient');
    const { tables, last } = draft.answered(patients);
    const name = draft.name('e');
    const columns = join(
      columnNames('patient').map((column) => sql`p.${column}`),
      sql`, `,
    );
    const undecided = draft.name('z');
    this.#undecided.push(sql`
  SELECT l0.clinic, ${integerOf(place)} AS profile, -1 AS indicator, ${integerOf(day)} AS day,
    0 AS numerator, 0 AS rest, COALESCE(${undecided}.u0, 0) AS unknown
  FROM l0
  LEFT JOIN ${undecided} ON ${undecided}.clinic = l0.clinic`);
    this.#answered.push(
      ...tables,
      sql`${undecided} AS (
  SELECT clinic, count(*) AS u0
  FROM ${last}
  WHERE ${member.column} IS NULL
  GROUP BY clinic)`,
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

function requireDates(dates: readonly CalendarDate[]): void {
  if (dates.length === 0) throw new RangeError('toLeavesSql: no day is given.');
  for (const date of dates) requireDate(date, 'toLeavesSql: dates');
  if (new Set(dates).size < dates.length)
    throw new RangeError('toLeavesSql: a day is given twice.');
}
