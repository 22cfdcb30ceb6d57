/** A database's route, in a process of its own: the country is made in it, and its statement asked. */
import { toLeavesSql } from '../../../../src/engine/sql/index.ts';
import type { Assignment, Measured } from '../assignment.ts';
import { digestOfAll, digestsOf, type LeafRow } from '../leaves.ts';
import { endsOfQuarters, plansOfAll } from '../questions.ts';
import type { Driver } from './driver.ts';
import { drivers } from './drivers.ts';
import { countRecords, fillCountry } from './fill.ts';

const [name = '', given = ''] = process.argv.slice(2);
const open = drivers[name];
if (!open) throw new Error(`There is no database "${name}".`);
const assignment = JSON.parse(given) as Assignment;
const driver = await open(assignment.folder);
try {
  const measured = await measure(driver, assignment);
  await new Promise((sent) => process.send?.(measured, sent));
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
  const rows = await askAll(driver, quarters);
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
    digest: digestOfAll(digestsOf(rows)),
  };
}

/** A statement for each date, with all profiles in it: what they ask of the tables alike is read once. */
async function askAll(driver: Driver, quarters: number): Promise<readonly LeafRow[]> {
  const plans = plansOfAll();
  const rows: LeafRow[] = [];
  for (const [day, date] of endsOfQuarters(quarters).entries())
    for (const row of await driver.ask(toLeavesSql(plans, [date]))) rows.push({ ...row, day });
  return rows;
}
