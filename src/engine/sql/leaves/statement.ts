/** Indicators of several profiles on several days as one statement, whose rows are protected counts of clinics. */
import { denominatorOf, type Indicator, type Profile } from '../../../profile/index.ts';
import { requireDate, type CalendarDate } from '../../../record/index.ts';
import { requirePlan, type Plan } from '../../query/compile.ts';
import { isOneOf } from '../codes.ts';
import { answerCriterion } from '../criterion.ts';
import { Draft, type DraftOptions } from '../draft.ts';
import type { Written } from '../dialect/dialect.ts';
import { postgresql } from '../dialect/standard.ts';
import { columnNames, tableOf } from '../layout.ts';
import { drawPrefix, requirePrefix } from '../run.ts';
import { amongClinics, answerMembership, type StatementOptions } from '../statement.ts';
import { integerOf, join, sql, type Sql } from '../text.ts';

/** How counts are protected before they are a column: by the method `leaves/1` of reports. */
export interface LeavesProtection {
  /** A count less than this is told as that alone. */
  readonly threshold: number;
  /** All others are told in steps of this, of which the threshold is a multiple. */
  readonly base: number;
}

/** What a column says of a count that is not told. */
export const untold = {
  /** Under the threshold, zero included. */
  under: -1,
  /** The denominator has too few to tell of its parts. */
  few: -2,
} as const;

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

const least = 3;
const most = 100;

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
    protection = { threshold: 5, base: 5 },
    temporary = drawPrefix(),
  }: LeavesOptions = {},
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

/**
 * The rows with their counts protected, as `protectLeaves` of reports does: *unknown* and the smaller of *yes* and *no* are
 * rounded down, the larger is what is left of a denominator that is rounded down too.
 */
function protectedRows(draft: Draft, rows: Sql, { threshold, base }: LeavesProtection): Sql {
  const [least, step, two] = [threshold, base, 2 * base].map((number) => draft.integer(number));
  const floor = (count: Sql) =>
    sql`CASE WHEN ${count} < ${least!} THEN 0 ELSE ${count} - ${count} % ${step!} END`;
  const half = (count: Sql) => sql`CAST((${count} - ${count} % ${two!}) / 2 AS INTEGER)`;
  const told = (count: Sql) => sql`CASE WHEN ${count} = 0 THEN -1 ELSE ${count} END`;
  const sizes = sql`
    SELECT clinic, profile, indicator, day, numerator, rest,
      numerator + rest + unknown - (numerator + rest + unknown) % ${step!} AS whole,
      ${floor(sql`unknown`)} AS own_floor,
      ${floor(sql`numerator`)} AS yes_floor, ${floor(sql`rest`)} AS no_floor
    FROM (${rows}) AS counted`;
  // The unknown leave a threshold's room for the others.
  const lacking = sql`(${least!} - (whole - own_floor))`;
  const unknowns = sql`
    SELECT clinic, profile, indicator, day, numerator, rest, whole, own_floor, yes_floor, no_floor,
      CASE WHEN indicator = -1 OR ${lacking} <= 0 THEN own_floor
        WHEN own_floor - ${lacking} < ${least!} THEN 0 ELSE own_floor - ${lacking} END AS unknown_floor
    FROM (${sizes}) AS sizes`;
  const knowns = sql`
    SELECT clinic, profile, indicator, day, numerator, rest, whole, yes_floor, no_floor, unknown_floor,
      whole - unknown_floor AS known,
      whole - unknown_floor + 1 - CASE WHEN unknown_floor = 0 THEN ${least!} ELSE ${step!} END AS sure
    FROM (${unknowns}) AS unknowns`;
  const halves = sql`
    SELECT clinic, profile, indicator, day, numerator, rest, whole, yes_floor, no_floor, unknown_floor, known,
      CASE WHEN ${half(sql`sure`)} < ${least!} THEN 0 ELSE ${half(sql`sure`)} END AS half,
      ${half(sql`(known + ${two!} - 1)`)} AS middle
    FROM (${knowns}) AS knowns`;
  const isFew = sql`whole < 2 * ${least!}`;
  const isTold = sql`WHEN indicator = -1 OR ${isFew} OR half = 0 THEN -2`;
  return sql`SELECT clinic, profile, indicator, day,
  CASE ${isTold}
    WHEN numerator < half THEN ${told(sql`yes_floor`)}
    WHEN rest < half THEN known - no_floor
    ELSE middle END AS numerator,
  CASE ${isTold}
    WHEN numerator < half THEN known - yes_floor
    WHEN rest < half THEN ${told(sql`no_floor`)}
    ELSE known - middle END AS rest,
  CASE WHEN indicator <> -1 AND ${isFew} THEN -2 ELSE ${told(sql`unknown_floor`)} END AS unknown
FROM (${halves}) AS halves`;
}

function requireDates(dates: readonly CalendarDate[]): void {
  if (dates.length === 0) throw new RangeError('toLeavesSql: no day is given.');
  for (const date of dates) requireDate(date, 'toLeavesSql: dates');
  if (new Set(dates).size < dates.length)
    throw new RangeError('toLeavesSql: a day is given twice.');
}

function requireProtection({ threshold, base }: LeavesProtection): void {
  for (const [name, size] of Object.entries({ threshold, base }))
    if (!Number.isSafeInteger(size) || size < least || size > most)
      throw new RangeError(
        `toLeavesSql: the ${name} is a whole number from ${least} to ${most}; it is ${size}.`,
      );
  if (threshold % base !== 0)
    throw new RangeError(
      `toLeavesSql: the threshold is a multiple of the base; ${threshold} is none of ${base}.`,
    );
}
