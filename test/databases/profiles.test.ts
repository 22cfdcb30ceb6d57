/** Every profile of the demo over several clinics, in each database: its reports are those of the library, word by word. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { profiles } from '../../fixtures/profiles/index.ts';
import { referenceEngine } from '../../src/engine/index.ts';
import { sqlEngine } from '../../src/engine/sql/index.ts';
import { loadClinics, type Database } from '../engine/sql/databases.ts';
import { drawnClinics, plansOf, reportsHere, reportsIn } from '../report/database.ts';
import { databases } from './databases.ts';

const clinics = drawnClinics(['k1', 'k2', 'k3'], 150);
const ids = profiles.map((profile) => (profile as unknown as { readonly id: string }).id);

describe.each(databases)('%s', (_, open) => {
  let database: Database;
  beforeAll(async () => {
    database = await open();
    await loadClinics(database, clinics);
  });
  afterAll(() => database.close());

  it.each(ids)('%s', async (id) => {
    const plans = plansOf([id]);
    expect(await reportsIn(database, clinics, plans)).toEqual(await reportsHere(clinics, plans));
  });

  /** A database that takes what is missing for a zero once found none of them, and said nothing. */
  it('the members of the kidneys’ profile are the same patients', async () => {
    const [plan] = plansOf(['dk.nyrepaavirkning']);
    const [clinic] = drawnClinics(['kidneys'], 1000);
    const own = { ...database, clinics: ['kidneys'] };
    await loadClinics(database, [clinic!]);
    const said = await sqlEngine.evaluate(plan!, own, '2026-11-24');
    await loadClinics(database, clinics);
    const expected = referenceEngine.evaluate(plan!, clinic!, '2026-11-24');
    const members = [...expected].filter(([, { member }]) => member === 'yes');
    expect(members.length).toBeGreaterThan(40);
    expect([...said].sort()).toEqual([...expected].sort());
  });

  it('all of them in one statement', async () => {
    const plans = plansOf(ids);
    const inOrder = (reports: Awaited<ReturnType<typeof reportsHere>>) =>
      JSON.stringify(reports.map((each) => JSON.stringify(each)).sort());
    expect(inOrder(await reportsIn(database, clinics, plans))).toBe(
      inOrder(await reportsHere(clinics, plans)),
    );
  });
});
