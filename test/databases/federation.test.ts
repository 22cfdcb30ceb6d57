/**
 * A country's clinics in several databases: each is asked where it stands, by the same question in its own words. The reports
 * that come of it are those of one database with all of them, and nothing but leaves leaves any.
 */
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dialects, toLeavesSql } from '../../src/engine/sql/index.ts';
import { mergeReports, type ClinicReport } from '../../src/report/index.ts';
import { loadClinics, openDuckDb, type Database } from '../engine/sql/databases.ts';
import { dates, drawnClinics, plansOf, reportsHere, reportsIn } from '../report/database.ts';
import { openClickHouse } from './clickhouse.ts';
import { openPostgresServer } from './postgres.ts';

const clinics = drawnClinics(['k1', 'k2', 'k3', 'k4'], 150);
const plans = plansOf(['dk.demens']);
/** Which clinics each database holds. */
const parts = [clinics.slice(0, 1), clinics.slice(1, 2), clinics.slice(2)];

const opened: Database[] = [];
beforeAll(async () => {
  opened.push(await openPostgresServer(), await openPostgresServer(), await openClickHouse());
  opened.push(await openDuckDb());
  for (const [index, part] of [...parts, clinics].entries())
    await loadClinics(opened[index]!, part);
});
afterAll(async () => {
  for (const each of opened) await each.close();
});

/** A database that keeps what it was asked, and what it answered. */
function watched(database: Database) {
  const asked: string[] = [];
  const rows: Readonly<Record<string, unknown>>[] = [];
  const run: Database['run'] = async (text, parameters) => {
    asked.push(text);
    const answered = await database.run(text, parameters);
    rows.push(...answered);
    return answered;
  };
  return { database: { ...database, run }, asked, rows };
}

/** The names of temporary tables are drawn. */
function withoutNames(text: string): string {
  return text.replaceAll(/overblik_[0-9a-z]{14}_/g, '');
}

it('two PostgreSQL and one ClickHouse say what one database says', async () => {
  const reports: ClinicReport[] = [];
  for (const [index, part] of parts.entries()) {
    const { database, asked, rows } = watched(opened[index]!);
    reports.push(...(await reportsIn(database, part, plans)));
    // One statement, which tells of no patient: the ids of clinics, places, and leaves. What is run around it answers nothing.
    const { dialect } = database;
    const { before, text, after } = toLeavesSql(plans, dates, { dialect });
    const texts = [...before.map((step) => step.text), text, ...after.map((step) => step.text)];
    expect(asked.map(withoutNames)).toEqual(texts.map(withoutNames));
    const ids = new Set(part.map(({ id }) => id));
    for (const row of rows) {
      const { clinic, profile, indicator, day, ...leaves } = row;
      expect(ids).toContain(clinic);
      for (const place of [profile, indicator, day]) expect(Number(place)).toBeLessThan(10);
      expect(Object.keys(leaves)).toEqual(['numerator', 'rest', 'unknown']);
      for (const leaf of Object.values(leaves).map(Number))
        expect(leaf === -1 || leaf === -2 || (leaf >= 5 && leaf % 5 === 0)).toBe(true);
    }
    const indicators = plans[0]!.profile.indicators!.length;
    expect(rows).toHaveLength(part.length * dates.length * (indicators + 1));
  }
  const whole = await reportsIn(opened[3]!, clinics, plans);
  expect(reports).toEqual(whole);
  expect(whole).toEqual(await reportsHere(clinics, plans));
  const area = {
    level: 'cluster' as const,
    area: { id: 'havnen', name: 'Havnen' },
    madeAt: '2026-11-29T14:00:00+01:00',
    engine: '0.1.0',
  };
  expect(mergeReports(reports, area)).toEqual(mergeReports(whole, area));
});

it('each database is asked in its own words', () => {
  expect(opened.map(({ dialect }) => dialect)).toEqual([
    dialects.postgresql,
    dialects.postgresql,
    dialects.clickhouse,
    dialects.duckdb,
  ]);
});
