/** A database's route, in a process of its own: the country is made in it, and its statement asked. */
import { runStatement, toLeavesSql } from '../../../../src/engine/sql/index.ts';
import type { Assignment, Measured } from '../assignment.ts';
import { clinicIdOf } from '../country.ts';
import { digestOf, type LeafRow } from '../leaves.ts';
import { endsOfQuarters, plansOfAll } from '../questions.ts';
import type { Driver, Row } from './driver.ts';
import { drivers } from './drivers.ts';
import { countRecords, fillCountry } from './fill.ts';

const [given = '', name = ''] = process.argv.slice(2);
const open = drivers[name];
if (!open) throw new Error(`There is no database "${name}".`);
const assignment = JSON.parse(given) as Assignment;
const driver = await open(assignment.folder);
try {
  const measured = await measure(driver, assignment);
  await new Promise((sent) => process.send?.(measured, sent));
} catch (error) {
  // Some databases say the whole statement again.
  throw new Error(String(error).slice(0, 500));
} finally {
  await driver.close();
}
process.disconnect?.();

async function measure(
  driver: Driver,
  { folder, clinics, patientsEach, quarters }: Assignment,
): Promise<Measured> {
  const start = performance.now();
  await fillCountry(driver, folder, clinics, patientsEach);
  const filled = performance.now();
  const rows = await askAll(driver, clinics, quarters);
  const reported = performance.now();
  return {
    title: await driver.title(),
    patients: clinics * patientsEach,
    records: await countRecords(driver),
    leaves: rows.length,
    filled: (filled - start) / 1000,
    reported: (reported - filled) / 1000,
    memory: driver.memory(),
    disk: await driver.disk(),
    digest: digestOf(rows),
  };
}

/** So many clinics are asked in one statement: what it keeps has room in the memory. */
const clinicsAtATime = 160;

/** A statement for some clinics, a date, and as many profiles as the database bears. */
async function askAll(
  driver: Driver,
  clinics: number,
  quarters: number,
): Promise<readonly LeafRow[]> {
  const { dialect, profilesAtATime } = driver;
  const plans = plansOfAll();
  const rows: LeafRow[] = [];
  for (let first = 1; first <= clinics; first += clinicsAtATime) {
    const number = Math.min(clinicsAtATime, clinics - first + 1);
    const own = Array.from({ length: number }, (_, index) => clinicIdOf(first + index));
    const some = number < clinics ? { clinics: own } : {};
    for (const [day, date] of endsOfQuarters(quarters).entries())
      for (let profile = 0; profile < plans.length; profile += profilesAtATime) {
        const together = plans.slice(profile, profile + profilesAtATime);
        const statement = toLeavesSql(together, [date], { dialect, ...some });
        for (const row of await runStatement({ run: driver.ask }, statement))
          rows.push(leafRowOf(row, profile, day));
      }
  }
  return rows;
}

/** Some databases answer whole numbers as texts. */
function leafRowOf(row: Row, profile: number, day: number): LeafRow {
  const number = (name: keyof LeafRow) => Number(row[name]);
  return {
    clinic: String(row.clinic),
    profile: profile + number('profile'),
    indicator: number('indicator'),
    day,
    numerator: number('numerator'),
    rest: number('rest'),
    unknown: number('unknown'),
  };
}
