/** Clinics in databases, and what is told of them: for tests of what leaves a database. */
import { generateClinic } from '../../fixtures/clinic/index.ts';
import { profiles as documents } from '../../fixtures/profiles/index.ts';
import { Clinic, compile, type Plan } from '../../src/engine/index.ts';
import { runStatement, toLeavesSql } from '../../src/engine/sql/index.ts';
import { parseProfile } from '../../src/profile/index.ts';
import {
  clinicReports,
  readLeaves,
  reportSubjects,
  type ClinicReport,
  type DatabaseClinic,
} from '../../src/report/index.ts';
import type { PatientRecords } from '../../src/record/index.ts';
import { checked, type Database, type LoadedClinic } from '../engine/sql/databases.ts';

export const madeAt = '2026-11-29T13:00:00+01:00';
export const engine = '0.1.0';
export const dates = ['2026-09-30', '2026-06-30'];

/** Profiles of the demo with indicators, by id. */
export function plansOf(ids: readonly string[]): readonly Plan[] {
  return ids.map((id) => {
    const outcome = parseProfile(documents.find((each) => (each as { id?: unknown }).id === id));
    if (!outcome.ok) throw new Error(`The demo has no profile ${id}.`);
    return compile(outcome.profile);
  });
}

export interface DrawnClinic extends LoadedClinic {
  /** Its patients as a vendor supplies them. */
  readonly supplied: readonly PatientRecords[];
}

/** Clinics whose patients have the same ids, each with others. */
export function drawnClinics(ids: readonly string[], size: number): readonly DrawnClinic[] {
  return ids.map((id, index) => {
    const { patients, description } = generateClinic({
      size: size + 7 * index,
      seed: `clinic ${id}`,
    });
    return {
      id,
      supplied: patients,
      patients: patients.map(checked),
      coverage: description.coverage,
    };
  });
}

export function named({ id, coverage }: LoadedClinic): DatabaseClinic {
  return { clinic: { id, name: `Lægehuset ${id}`, cluster: 'havnen' }, coverage };
}

/** What the library says of each clinic, where the patients are. */
export async function reportsHere(
  clinics: readonly DrawnClinic[],
  plans: readonly Plan[],
): Promise<readonly ClinicReport[]> {
  const reports: ClinicReport[] = [];
  for (const each of clinics) {
    const clinic = new Clinic(each.coverage);
    clinic.add(each.supplied);
    const own = { dates, madeAt, engine, clinic: named(each).clinic };
    reports.push(...(await clinicReports(clinic, plans, own)));
  }
  return reports;
}

/** What a database says of each, by one statement. */
export async function reportsIn(
  database: Database,
  clinics: readonly LoadedClinic[],
  plans: readonly Plan[],
): Promise<readonly ClinicReport[]> {
  const { dialect } = database;
  const rows = await runStatement(database, toLeavesSql(plans, dates, { dialect }));
  const options = { dates, madeAt, engine, clinics: clinics.map(named) };
  return readLeaves(rows, await reportSubjects(plans), options);
}
