/** R28: care plans of many clinics counted as records, as one statement whose rows are protected counts of clinics. */
import type { Profile } from '../../../profile/index.ts';
import { requireDate, type CalendarDate, type CodeSelection } from '../../../record/index.ts';
import { codeCondition, isOneOf } from '../codes.ts';
import type { Written } from '../dialect/dialect.ts';
import { postgresql } from '../dialect/standard.ts';
import { Draft } from '../draft.ts';
import { columnNames, tableOf } from '../layout.ts';
import { clinicsIn } from '../leaves/clinics.ts';
import { requireProtection, toldAlone, usualProtection } from '../leaves/protection.ts';
import type { LeavesOptions } from '../leaves/statement.ts';
import { drawPrefix, requirePrefix } from '../run.ts';
import { and, integerOf, join, sql, type Sql } from '../text.ts';
import { kindsByMonth } from './kinds.ts';
import { monthsIn } from './months.ts';

/** Which care plans are counted together. */
export interface ActivityQuestion {
  /** What reports call it: a row tells its place alone. */
  readonly id?: string;
  /** One of these (codes normalised as a profile's); absent: all. */
  readonly codes?: readonly CodeSelection[];
}

/** Whole months, both ends included. */
export interface ActivityPeriod {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/** Nothing but codes is asked of it, and these are written out. */
const noProfile = { population: { include: { all: [] } } } as unknown as Profile;

/**
 * Care plans as one parameterised statement over the tables of `layout`: a row for each clinic, activity and period. Its
 * columns are `clinic`; `activity` and `period`, their places from 0; `new_plans`, `maintained_plans` and `unknown_plans`,
 * protected each by itself (`untold`), and NULL of a period that the clinic's data does not cover.
 * @throws {RangeError} of no activity or no period, of periods that are no whole months, or not in order, or share a day:
 * of a month and of its year together more is told than of each; of protection that protects nothing, and of a beginning
 * that names cannot have.
 */
export function toActivitiesSql(
  activities: readonly ActivityQuestion[],
  periods: readonly ActivityPeriod[],
  {
    clinics,
    dialect = postgresql,
    protection = usualProtection,
    temporary = drawPrefix(),
  }: LeavesOptions = {},
): Written {
  if (activities.length === 0) throw new RangeError('toActivitiesSql: no activity is given.');
  requirePeriods(periods);
  requireProtection(protection, 'toActivitiesSql');
  const draft = new Draft(noProfile, periods.at(-1)!.to);
  const isOf = (column: Sql) =>
    clinics ? [clinics.length > 0 ? isOneOf(draft, column, clinics) : sql`FALSE`] : [];
  const days = draft.table('b', periodRows(draft, periods));
  const lost = draft.table(
    'x',
    sql`
  SELECT clinic, patient_id, from_first, COALESCE(to_last, from_first) AS to_last
  FROM ${tableOf.set_aside}
  WHERE ${and([sql`type = 'carePlan'`, ...isOf(sql`clinic`)])}`,
  );
  const lostCounts = draft.table(
    'z',
    sql`
  SELECT lost.clinic, days.period, count(*) AS lost_plans
  FROM ${lost} AS lost
  JOIN ${days} AS days ON (lost.from_first IS NULL OR lost.from_first <= days.last_day)
    AND (lost.to_last IS NULL OR lost.to_last >= days.first_day)
  GROUP BY lost.clinic, days.period`,
  );
  const months = monthsIn(draft, periods);
  const whole = knownWhole(draft, lost, isOf);
  const all = draft.table('q', clinicsIn(draft, clinics));
  const counted = activities.map(({ codes }, place) => {
    const columns = join(
      columnNames('carePlan').map((column) => sql`own.${column}`),
      sql`, `,
    );
    const plans = draft.table(
      's',
      sql`
  SELECT ${columns}
  FROM ${tableOf.carePlan} AS own
  WHERE ${and([
    sql`status IS DISTINCT FROM 'cancelled'`,
    ...isOf(sql`own.clinic`),
    ...(codes ? [codes.length > 0 ? codeCondition(draft, [...codes]) : sql`FALSE`] : []),
  ])}`,
    );
    const kinds = kindsByMonth(draft, plans, whole, months);
    const counts = draft.table(
      'z',
      sql`
  SELECT clinic, period, count(*) FILTER (WHERE kind = 3) AS new_plans,
    count(*) FILTER (WHERE kind = 2) AS maintained_plans, count(*) FILTER (WHERE kind = 1) AS unknown_plans
  FROM ${kinds}
  GROUP BY clinic, period`,
    );
    return sql`
  SELECT clinics.clinic, ${integerOf(place)} AS activity, days.period, ${isCovered} AS is_covered,
    COALESCE(counts.new_plans, 0) AS new_plans, COALESCE(counts.maintained_plans, 0) AS maintained_plans,
    COALESCE(counts.unknown_plans, 0) + COALESCE(lost.lost_plans, 0) AS unknown_plans
  FROM ${all} AS clinics
  JOIN ${days} AS days ON days.period >= 0
  LEFT JOIN ${counts} AS counts ON counts.clinic = clinics.clinic AND counts.period = days.period
  LEFT JOIN ${lostCounts} AS lost ON lost.clinic = clinics.clinic AND lost.period = days.period
  LEFT JOIN ${tableOf.clinic_coverage} AS declared ON declared.clinic = clinics.clinic
    AND declared.type = 'carePlan'`;
  });
  const leaf = (count: Sql) =>
    sql`CASE WHEN is_covered THEN ${toldAlone(draft, count, protection)} END AS ${count}`;
  const text = sql`WITH ${join(draft.tables(), sql`,\n`)}
SELECT clinic, activity, period, ${leaf(sql`new_plans`)}, ${leaf(sql`maintained_plans`)},
  ${leaf(sql`unknown_plans`)}
FROM (${join(counted, sql`\n  UNION ALL`)}) AS counted`;
  const prefix = requirePrefix(temporary, 'toActivitiesSql');
  return dialect.statement(text, draft.parameters, prefix);
}

/** R9: whether the clinic's data has all of a period. Of a clinic that declares nothing the patients' lists speak. */
const isCovered = sql`CASE WHEN declared.clinic IS NULL THEN TRUE ELSE declared.available
    AND (declared.from_day IS NULL OR declared.from_day <= days.first_day)
    AND (declared.fresh_until IS NULL OR declared.fresh_until >= days.last_day) END`;

function periodRows(draft: Draft, periods: readonly ActivityPeriod[]): Sql {
  return join(
    periods.map(
      ({ from, to }, place) => sql`
  SELECT ${draft.date(from)} AS first_day, ${draft.date(to)} AS last_day, ${integerOf(place)} AS period`,
    ),
    sql`\n  UNION ALL`,
  );
}

/** A table of the patients of whom all care plans that they ever had are known. */
function knownWhole(draft: Draft, lost: Sql, isOf: (column: Sql) => readonly Sql[]): Sql {
  return draft.table(
    'k',
    sql`
  SELECT p.clinic, p.id AS patient_id
  FROM ${tableOf.patient} AS p
  LEFT JOIN ${tableOf.coverage} AS own ON own.clinic = p.clinic AND own.patient_id = p.id
    AND own.type = 'carePlan'
  LEFT JOIN ${tableOf.clinic_coverage} AS general ON general.clinic = p.clinic
    AND general.type = 'carePlan'
  LEFT JOIN (SELECT DISTINCT clinic, patient_id FROM ${lost}) AS lost ON lost.clinic = p.clinic
    AND lost.patient_id = p.id
  WHERE ${and([
    sql`lost.patient_id IS NULL`,
    sql`CASE WHEN own.patient_id IS NULL THEN COALESCE(general.available, FALSE) AND general.from_day IS NULL
      ELSE own.available AND own.from_day IS NULL END`,
    ...isOf(sql`p.clinic`),
  ])}`,
  );
}

function requirePeriods(periods: readonly ActivityPeriod[]): void {
  if (periods.length === 0) throw new RangeError('toActivitiesSql: no period is given.');
  let before = '';
  for (const { from, to } of periods) {
    for (const day of [from, to]) requireDate(day, 'toActivitiesSql: periods');
    if (from > to || from <= before)
      throw new RangeError(
        `toActivitiesSql: periods are told in order, and none share a day; ${from} to ${to} does not come after ${before || 'its own beginning'}.`,
      );
    before = to;
  }
}
