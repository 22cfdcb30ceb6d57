/** Random criteria over random patients: SQL, in both databases, says what the reference says. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Random } from '../../../fixtures/clinic/random.ts';
import { referenceEngine, type Truth } from '../../../src/engine/index.ts';
import { sqlEngine } from '../../../src/engine/sql/index.ts';
import type { Profile } from '../../../src/profile/index.ts';
import type { CheckedPatient, CoverageByType } from '../../../src/record/index.ts';
import { asOf } from '../cases.ts';
import { cases, isDeep } from '../../depth.ts';
import { loadClinics, openDuckDb, openPostgres, type Database } from './databases.ts';
import { drawWorld } from './worlds.ts';

const rounds = cases(1, 1);
const criteria = isDeep ? 16 : 8;
const patients = isDeep ? 300 : 120;

describe.each([
  ['DuckDB', openDuckDb],
  ['PostgreSQL', openPostgres],
])('%s says what the reference says', (name, open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  it(`${rounds} times ${criteria} criteria of ${patients} patients`, async () => {
    // The databases are asked other questions than one another.
    const random = new Random(`agreement ${name}${process.env.OVERBLIK_SEED ?? ''}`);
    const counts: Record<Truth, number> = { yes: 0, no: 0, unknown: 0 };
    for (let round = 0; round < rounds; round++) {
      const world = drawWorld(random, round === 0 || random.chance(0.7), {
        criteria,
        patients,
      });
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
    }
    // Of each answer many, or nothing is shown.
    const all = counts.yes + counts.no + counts.unknown;
    for (const count of Object.values(counts)) expect(count / all).toBeGreaterThan(0.1);
  });
});

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
