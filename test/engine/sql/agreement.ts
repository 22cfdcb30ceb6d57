/** Whether a database says what the reference says, of every clinic in it. */
import { expect } from 'vitest';
import { referenceEngine, type Truth } from '../../../src/engine/index.ts';
import {
  runStatement,
  sqlEngine,
  toLeavesSql,
  type LeavesProtection,
} from '../../../src/engine/sql/index.ts';
import type { Profile } from '../../../src/profile/index.ts';
import type { CheckedPatient, CoverageByType } from '../../../src/record/index.ts';
import { defaultProtection, protect, protectLeaves, type Leaf } from '../../../src/report/index.ts';
import { asOf } from '../cases.ts';
import { loadClinics, type Database, type LoadedClinic } from './databases.ts';
import type { World } from './worlds.ts';

/** Asks each clinic, and counts the answers of members: of each many, or nothing is shown. */
export async function expectAgreement(
  database: Database,
  world: World,
): Promise<Readonly<Record<Truth, number>>> {
  const counts: Record<Truth, number> = { yes: 0, no: 0, unknown: 0 };
  await loadClinics(database, world.clinics);
  for (const { id, patients, coverage } of world.clinics) {
    const said = await sqlEngine.evaluate(world, { ...database, clinics: [id] }, asOf);
    expect(said.size).toBe(patients.length);
    const judged = referenceEngine.evaluate(world, { patients, coverage }, asOf);
    for (const patient of patients) {
      const expected = judged.get(patient.patient.id)!;
      const found = said.get(patient.patient.id);
      for (const [column, truth] of Object.entries(expected)) {
        if (expected.member === 'yes') counts[truth]++;
        if (found?.[column] !== truth)
          throw new Error(explain(world.profile, coverage, patient, column, truth, found));
      }
    }
  }
  return counts;
}

function explain(
  profile: Profile,
  clinic: CoverageByType,
  { records, rejected, ...patient }: CheckedPatient,
  column: string,
  truth: Truth,
  found: Readonly<Record<string, Truth>> | undefined,
): string {
  const index = Number(column.slice(1));
  const asked =
    column === 'member'
      ? profile.population
      : column.startsWith('m')
        ? profile.markers?.[index]?.when
        : profile.indicators?.[index];
  return (
    `${column} is ${truth}, found ${found?.[column]}: ${JSON.stringify(asked)} of ` +
    JSON.stringify({ clinic, patient, records, rejected, supplied: [...patient.supplied] })
  );
}

/** Rows of leaves: clinic, places of profile, indicator and day, numerator, rest and unknown; in one order. */
export type LeafRow = readonly (string | number)[];

/** What a database says. */
export async function leavesIn(
  database: Database,
  ...[plans, dates, options]: Parameters<typeof toLeavesSql>
): Promise<readonly LeafRow[]> {
  const { dialect } = database;
  const rows = await runStatement(database, toLeavesSql(plans, dates, { ...options, dialect }));
  const columns = ['profile', 'indicator', 'day', 'numerator', 'rest', 'unknown'];
  for (const row of rows) expect(Object.keys(row)).toEqual(['clinic', ...columns]);
  return inOrder(
    rows.map((row) => [String(row['clinic']), ...columns.map((column) => Number(row[column]))]),
  );
}

const cellOf = (leaf: Leaf) => (leaf === 'under' ? -1 : leaf === 'few' ? -2 : leaf);

/** What is to be said: counted by the reference, and protected as reports are. */
export function leavesOf(
  profiles: readonly Profile[],
  dates: readonly string[],
  clinics: readonly LoadedClinic[],
  sizes: LeavesProtection = { threshold: 5, base: 5 },
): readonly LeafRow[] {
  const protection = { ...defaultProtection, ...sizes };
  const rows = clinics.flatMap(({ id, patients, coverage }) =>
    profiles.flatMap((profile, place) =>
      dates.flatMap((date, day) => {
        const outcomes = referenceEngine.evaluate({ profile }, { patients, coverage }, date);
        const said = [...outcomes.values()];
        const members = said.filter(({ member }) => member === 'yes');
        const undecided = said.filter(({ member }) => member === 'unknown').length;
        const ofIndicators = (profile.indicators ?? []).map((_, index): LeafRow => {
          const count = (isOne: (numerator: Truth, denominator: Truth) => boolean) =>
            members.filter((each) => isOne(each[`n${index}`]!, each[`d${index}`]!)).length;
          const leaves = protectLeaves(
            {
              numerator: count((above, below) => below === 'yes' && above === 'yes'),
              rest: count((above, below) => below === 'yes' && above === 'no'),
              unknown: count(
                (above, below) => below === 'unknown' || (below === 'yes' && above === 'unknown'),
              ),
            },
            protection,
          );
          const { numerator, rest, unknown } = leaves;
          return [id, place, index, day, ...[numerator, rest, unknown as Leaf].map(cellOf)];
        });
        return [
          [id, place, -1, day, -2, -2, cellOf(protect(undecided, protection))],
          ...ofIndicators,
        ];
      }),
    ),
  );
  return inOrder(rows);
}

function inOrder(rows: readonly LeafRow[]): readonly LeafRow[] {
  const key = ([clinic, ...places]: LeafRow) =>
    [clinic, ...places.slice(0, 3).map((place) => String(place).padStart(4, '0'))].join(' ');
  return [...rows].sort((one, other) => key(one).localeCompare(key(other)));
}
