/** The semantics rule by rule, by hand, asked of a database. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Truth } from '../../../src/engine/index.ts';
import { sqlEngine, toSql } from '../../../src/engine/sql/index.ts';
import type { Criterion, Profile } from '../../../src/profile/index.ts';
import type { CheckedPatient, CoverageByType } from '../../../src/record/index.ts';
import { complete, patientWith } from '../build.ts';
import { asOf, cases, patientOf } from '../cases.ts';
import { checked, loadClinic, type Database } from './databases.ts';

const everybody: Criterion = { all: [] };

/** A patient of each case. */
export const patients = cases.map((each, index) => checked(patientOf(each, `p${index}`)));

/** Few cases in one profile, each a patient and a marker: a database plans a statement of fifty for longer than a dozen of four. */
const casesInProfile = 4;
export const profileOf = (own: readonly (typeof cases)[number][]) =>
  ({
    population: { include: everybody },
    markers: own.map(({ criterion }, index) => ({ id: `m${index}`, when: criterion })),
  }) as unknown as Profile;

/** Of each rule and answer, the first case: by its place. */
export const firsts = cases.flatMap((each, index) => {
  const kindOf = ({ name, truth }: (typeof cases)[number]) => `${name.split(' ')[0]} ${truth}`;
  return cases.findIndex((other) => kindOf(other) === kindOf(each)) === index ? [index] : [];
});

/** @param asked The cases, by their places. */
export function askByHand(open: () => Promise<Database>, asked: readonly number[]): void {
  let database: Database;
  beforeAll(async () => {
    database = await open();
  });
  afterAll(() => database.close());

  const ask = async (
    plan: { profile: Profile },
    these: readonly CheckedPatient[],
    clinic: CoverageByType = complete,
  ) => {
    await loadClinic(database, these, clinic);
    return sqlEngine.evaluate(plan, database, asOf);
  };

  describe('by hand', () => {
    const said: ReadonlyMap<string, Readonly<Record<string, Truth>>>[] = [];
    beforeAll(async () => {
      for (let from = 0; from < asked.length; from += casesInProfile) {
        const own = asked.slice(from, from + casesInProfile);
        const profile = profileOf(own.map((index) => cases[index]!));
        said.push(
          await ask(
            { profile },
            own.map((index) => patients[index]!),
            {},
          ),
        );
      }
    });
    it.each(asked.map((index, at) => ({ ...cases[index]!, index, at })))(
      '$name: $truth',
      ({ truth, index, at }) => {
        const answers = said[Math.floor(at / casesInProfile)]!.get(`p${index}`);
        expect(answers?.[`m${at % casesInProfile}`]).toBe(truth);
      },
    );
  });

  it('R9 the patient’s own coverage goes before the clinic’s, type by type', async () => {
    const own = checked({
      ...patientWith(),
      coverage: { service: { available: false }, appointment: { available: true } },
    });
    const plan = {
      profile: {
        population: { include: everybody },
        markers: [
          { when: { service: {} } },
          { when: { referral: {} } },
          { when: { result: {} } },
          { when: { appointment: {} } },
          { when: { letter: {} } },
        ],
      } as unknown as Profile,
    };
    const clinic = {
      service: { available: true },
      referral: { available: false },
      appointment: { available: true, from: '2024-06-01' },
    };
    expect((await ask(plan, [own], clinic)).get('p1')).toMatchObject({
      m0: 'unknown',
      m1: 'unknown',
      m2: 'no',
      m3: 'no',
      m4: 'no',
    });
  });

  it('R21, R22 the dead, the unborn and those who may be dead; nothing else is asked of them', async () => {
    const P70: Criterion = { diagnosis: { codes: { system: 'ICPC-2', include: ['P70'] } } };
    const P71: Criterion = { diagnosis: { codes: { system: 'ICPC-2', include: ['P71'] } } };
    const plan = {
      profile: {
        population: { include: P70, exclude: P71 },
        markers: [{ id: 'ill', when: P70 }],
        indicators: [{ id: 'share', numerator: P71 }],
      } as unknown as Profile,
    };
    const ill = (id: string, patient: object = {}, codes = ['P70']) =>
      checked(
        patientWith(
          { diagnoses: codes.map((code) => ({ code, from: '2024-01-01' })) },
          { id, ...patient },
        ),
      );
    const said = await ask(plan, [
      ill('alive'),
      ill('both', {}, ['P70', 'P71']),
      ill('neither', {}, []),
      ill('died today', { deceased: asOf }),
      ill('dies tomorrow', { deceased: '2024-04-01' }),
      ill('born today', { birthDate: asOf }),
      ill('unborn', { birthDate: '2024-04-01' }),
      ill('perhaps dead', { deceased: 'engang' }),
      ill('perhaps dead and out', { deceased: 'engang' }, []),
    ]);
    const member = { member: 'yes', m0: 'yes', n0: 'no', d0: 'yes' };
    const out = { member: 'no', m0: 'unknown', n0: 'unknown', d0: 'unknown' };
    expect(Object.fromEntries(said)).toEqual({
      alive: member,
      both: out,
      neither: out,
      'died today': out,
      'dies tomorrow': member,
      'born today': member,
      unborn: out,
      'perhaps dead': { ...out, member: 'unknown' },
      'perhaps dead and out': out,
    });
  });

  it('nested "atLeast" does not grow out of hand', async () => {
    let nested: Criterion = { service: {} };
    for (let depth = 0; depth < 18; depth++)
      nested = { atLeast: 1, of: [nested, { referral: {} }] };
    const plan = { profile: { population: { include: nested } } as unknown as Profile };
    expect(toSql(plan, asOf).text.length).toBeLessThan(12_000);
    expect((await ask(plan, [checked(patientWith())])).get('p1')?.member).toBe('no');
  });
}
