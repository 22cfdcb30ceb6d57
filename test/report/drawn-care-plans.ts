/** Clinics with care plans of every kind, for what is counted of them in databases. */
import type { Random } from '../../fixtures/clinic/random.ts';
import { Clinic } from '../../src/engine/index.ts';
import { runStatement, toActivitiesSql } from '../../src/engine/sql/index.ts';
import {
  activityReports,
  defaultProtection,
  periodsUntil,
  readActivities,
  type Activity,
  type ActivityReport,
  type Period,
} from '../../src/report/index.ts';
import {
  readCoverage,
  type CoverageByType,
  type PatientRecords,
  type SuppliedCarePlan,
} from '../../src/record/index.ts';
import { patientWith } from '../engine/build.ts';
import { checked, loadClinics, type Database, type LoadedClinic } from '../engine/sql/databases.ts';

/** All of them, those of one type, those of a system but some, and those of no type at all. */
export const activities: readonly Activity[] = [
  { id: 'all' },
  { id: 'copd', codes: [{ system: 'local', include: ['kol'] }] },
  {
    id: 'some',
    codes: [
      { system: 'LOCAL', include: ['KOL', 'T2DM'], exclude: ['T2DM'] },
      { system: 'SKS', include: ['KOL'] },
    ],
  },
  { id: 'none', codes: [] },
];

export const periodsAsked: readonly (readonly [string, readonly Period[]])[] = [
  ['months', periodsUntil(12, 1, '2024-05-31')],
  ['quarters', periodsUntil(8, 3, '2024-05-31')],
  ['years', periodsUntil(2, 12, '2024-12-31')],
];

export interface CarePlanClinic extends LoadedClinic {
  readonly supplied: readonly PatientRecords[];
}

/** As many of each patient as the base is: a number that is told is three times what one patient counts, and exact. */
const copies = 3;
export const protection = { ...defaultProtection, threshold: copies, base: copies };

/** A patient's care plans each, so that every number is of one patient. */
export function drawCarePlanClinics(random: Random, number: number): readonly CarePlanClinic[] {
  return Array.from({ length: number }, (_, place) => {
    const coverage = readCoverage(drawCoverage(random));
    const own = drawCoverage(random);
    const plans = Array.from({ length: random.whole(0, 4) }, () => drawPlan(random));
    const isSupplied = plans.length > 0 || random.chance(0.5);
    const supplied = Array.from({ length: copies }, (_, copy) =>
      patientWith(
        {
          ...(isSupplied ? { carePlans: random.chance(0.03) ? ('none' as never) : plans } : {}),
          ...(random.chance(0.2) ? { coverage: own } : {}),
        },
        { id: `p${copy}` },
      ),
    );
    // What is drawn of one is so of all.
    const same = supplied.map((each, copy) => ({
      ...supplied[0]!,
      patient: { ...each.patient, id: `p${copy}` },
    }));
    return { id: `k${place}`, coverage, supplied: same, patients: same.map(checked) };
  });
}

function drawCoverage(random: Random): CoverageByType {
  const from = random.pick(['', '', '2020-01-01', '2023-09-14', '2024-02-01']);
  const updated = random.pick(['', '', '2024-04-02', '2023-12-31']);
  if (random.chance(0.2)) return {};
  return {
    carePlan: {
      available: !random.chance(0.1),
      ...(from === '' ? {} : { from }),
      ...(updated === '' ? {} : { updated, staleAfter: 'P1M' }),
    },
  };
}

const days = ['2022-11-03', '2023-06-01', '2023-06-30', '2023-07-03', '2023-12-31', '2024-02-29'];
const doubtful = ['2022', '2023', '2024', '2023-07', '2024-02', '2023-06', 'i går', ''];

function drawDate(random: Random): string | undefined {
  if (random.chance(0.08)) return undefined;
  return random.chance(0.3) ? random.pick(doubtful) : random.pick(days);
}

function drawPlan(random: Random): SuppliedCarePlan {
  const [from, to, maintained] = [drawDate(random), drawDate(random), drawDate(random)];
  return {
    code: random.pick(['KOL', 'KOL', 'kol ', 'T2DM', '']),
    ...(random.chance(0.15) ? { system: 'SKS' } : {}),
    ...(from === undefined ? {} : { from }),
    ...(random.chance(0.7) || to === undefined ? {} : { to }),
    ...(random.chance(0.5) || maintained === undefined ? {} : { maintained }),
    ...(random.chance(0.1) ? { status: 'cancelled' } : {}),
  };
}

/** What the library counts of each clinic. */
export function activitiesHere(
  clinics: readonly CarePlanClinic[],
  periods: readonly Period[],
): ReadonlyMap<string, readonly ActivityReport[]> {
  return new Map(
    clinics.map(({ id, coverage, supplied }) => {
      const clinic = new Clinic(coverage);
      clinic.add(supplied);
      return [id, activityReports(clinic, activities, periods, protection)];
    }),
  );
}

/** What a database counts. */
export async function activitiesIn(
  database: Database,
  clinics: readonly CarePlanClinic[],
  periods: readonly Period[],
): Promise<ReadonlyMap<string, readonly ActivityReport[]>> {
  await loadClinics(database, clinics);
  const { dialect } = database;
  const statement = toActivitiesSql(activities, periods, { dialect, protection });
  const rows = await runStatement(database, statement);
  return readActivities(rows, {
    ...{ activities, periods, protection },
    clinics: clinics.map(({ id }) => id),
  });
}

/** What is told, by kind and activity: of what is under the threshold nothing. */
export function toldOf(
  reports: ReadonlyMap<string, readonly ActivityReport[]>,
): ReadonlySet<string> {
  const told = new Set<string>();
  for (const { id, values } of [...reports.values()].flat())
    for (const value of values)
      if (value === null) told.add('not counted');
      else
        for (const kind of ['new', 'maintained', 'unknown'] as const)
          if (typeof value[kind] === 'number') told.add(`${kind} of ${id}`);
  return told;
}
