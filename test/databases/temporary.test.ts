/** Temporary tables hold patients: none is there after a statement, whatever became of it. */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { runStatement, sqlEngine, toLeavesSql } from '../../src/engine/sql/index.ts';
import { loadClinics, type Database } from '../engine/sql/databases.ts';
import { dates, drawnClinics, plansOf, reportsHere, reportsIn } from '../report/database.ts';
import { openClickHouse } from './clickhouse.ts';

const clinics = drawnClinics(['k1'], 120);
const plans = plansOf(['dk.nyrepaavirkning']);
const written = () => toLeavesSql(plans, dates, { dialect: database.dialect });

let database: Database;
beforeAll(async () => {
  database = await openClickHouse();
  await loadClinics(database, clinics);
});
afterAll(() => database.close());

const temporary = async () => {
  const rows = await database.run('SELECT name FROM system.tables WHERE is_temporary');
  return rows.map(({ name }) => String(name));
};

it('while it is run only those are there that are still read', async () => {
  const there: number[] = [];
  const statement = written();
  await runStatement(
    {
      run: async (text, parameters) => {
        const rows = await database.run(text, parameters);
        there.push((await temporary()).length);
        return rows;
      },
    },
    statement,
  );
  const made = statement.before.filter(({ text }) => text.startsWith('CREATE')).length;
  expect(Math.max(...there)).toBeGreaterThan(0);
  expect(Math.max(...there)).toBeLessThan(made);
  expect(await temporary()).toEqual([]);
});

it('one that fails midway leaves none, and says why it failed', async () => {
  const statement = written();
  const wrong = { ...statement, text: 'SELECT clinic FROM nowhere' };
  await expect(runStatement(database, wrong)).rejects.toThrow('nowhere');
  expect(await temporary()).toEqual([]);
  // One that is made twice: the second time the name is taken.
  const [first] = statement.before;
  const twice = { ...statement, before: [first!, first!] };
  await expect(runStatement(database, twice)).rejects.toThrow('already exists');
  expect(await temporary()).toEqual([]);
});

it('two that are run at the same time do not disturb each other', async () => {
  const [one, other] = await Promise.all([
    reportsIn(database, clinics, plans),
    reportsIn(database, clinics, plans),
  ]);
  expect(one).toEqual(other);
  expect(await temporary()).toEqual([]);
});

it('a patient’s own answers leave none either', async () => {
  const said = await sqlEngine.evaluate(plans[0]!, database, '2026-09-30');
  expect(said.size).toBe(clinics[0]!.patients.length);
  expect(await temporary()).toEqual([]);
});

// Last: it cannot be undone in the session.
it('a user that may only read may run it, where the user may make temporary tables', async () => {
  await database.run('SET readonly = 2');
  await expect(
    database.run('CREATE TABLE overblik_v3.more (n Int32) ENGINE = Memory'),
  ).rejects.toThrow('readonly');
  expect(await reportsIn(database, clinics, plans)).toEqual(await reportsHere(clinics, plans));
});
