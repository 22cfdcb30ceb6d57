/** The semantics rule by rule, by hand, in both databases; and the profile that must be the same everywhere. */
import { describe, expect, it } from 'vitest';
import demens from '../../../fixtures/profiles/demens.json' with { type: 'json' };
import { generateClinic } from '../../../fixtures/clinic/index.ts';
import { findCriterion, findMembership } from '../../../src/engine/reference/index.ts';
import { sqlEngine } from '../../../src/engine/sql/index.ts';
import { parseProfile, type Profile } from '../../../src/profile/index.ts';
import type { CheckedPatient } from '../../../src/record/index.ts';
import { documentOf } from '../build.ts';
import { asOf, cases } from '../cases.ts';
import { isDeep, someOf } from '../../depth.ts';
import { askByHand, firsts, patients, profileOf } from './by-hand.ts';
import { checked, loadClinic, openDuckDb, openPostgres } from './databases.ts';

it('the reference says so too, and a profile may ask it', () => {
  for (const [index, { name, criterion, truth }] of cases.entries()) {
    const patient = patients[index] as CheckedPatient;
    const context = { profile: profileOf(cases.slice(0, 1)), patient, clinicCoverage: {}, asOf };
    expect([name, findCriterion(context, criterion, '').truth]).toEqual([name, truth]);
    expect([name, parseProfile(documentOf(criterion))]).toMatchObject([name, { ok: true }]);
  }
});

/** The statement is the same in both: everyday a case of each rule and answer is asked of one, in depth all of both. */
describe.each([
  ['DuckDB', openDuckDb, 0],
  ['PostgreSQL', openPostgres, 1],
])('in %s', (_, open, turn) => {
  const asked = isDeep ? cases.map((_, index) => index) : someOf(firsts, 2, turn);
  askByHand(open, asked);
});

it('the dementia profile finds the same members and undecided', async () => {
  const size = isDeep ? 2500 : 270;
  const { patients: supplied, description } = generateClinic({ size });
  const everyone = supplied.flatMap((each) => {
    const { id } = each.patient;
    return id ? [checked(each)] : [];
  });
  const date = '2026-11-24';
  const demensProfile = demens as unknown as Profile;
  const database = await openDuckDb();
  for (const clinic of [
    description.coverage,
    { ...description.coverage, medication: { available: false } },
  ]) {
    await loadClinic(database, everyone, clinic);
    const said = await sqlEngine.evaluate({ profile: demensProfile }, database, date);
    const expected = everyone.map((patient) => {
      const context = { profile: demensProfile, patient, clinicCoverage: clinic, asOf: date };
      return [patient.patient.id, findMembership(context).truth];
    });
    expect(expected.filter(([, truth]) => truth === 'yes').length).toBeGreaterThan(size / 90);
    expect([...said].map(([id, { member }]) => [id, member]).sort()).toEqual(expected.sort());
  }
  await database.close();
});
