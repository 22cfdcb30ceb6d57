/** R9, R26: nothing that is public takes unchecked input in silence. */
import { describe, expect, it } from 'vitest';
import {
  Clinic,
  columnEngine,
  compile,
  evaluate,
  evaluatePatient,
  referenceEngine,
  requestFor,
  type Plan,
} from '../../src/engine/index.ts';
import { coverageRows, rowsOf, sqlEngine, toSql } from '../../src/engine/sql/index.ts';
import { parseProfile, type Profile } from '../../src/profile/index.ts';
import type { CoverageByType, CheckedPatient } from '../../src/record/index.ts';
import { asOf, documentOf, patientWith, planOf } from './build.ts';

const plan = planOf({ diagnosis: { codes: { system: 'ICPC-2', include: ['P70'] } } });
const ill = patientWith({ diagnoses: [{ code: 'P70', from: '2020-01-01' }] });
const database = { run: () => Promise.resolve([]) };

/** Every public function that takes a plan and a date. */
const asked: Readonly<Record<string, (given: Plan, date: string) => unknown>> = {
  evaluate: (given, date) => evaluate(given, new Clinic({}), date),
  evaluatePatient: (given, date) => evaluatePatient(given, ill, {}, date),
  'columnEngine.evaluate': (given, date) => columnEngine.evaluate(given, new Clinic({}), date),
  'referenceEngine.evaluate': (given, date) =>
    referenceEngine.evaluate(given, { patients: [], coverage: {} }, date),
  requestFor: (given, date) => requestFor(given, date),
  toSql: (given, date) => toSql(given, date),
  'sqlEngine.evaluate': (given, date) => sqlEngine.evaluate(given, database, date),
};

/** What a call throws, or rejects with. */
async function errorOf(call: () => unknown): Promise<unknown> {
  try {
    await call();
  } catch (error) {
    return error;
  }
  return undefined;
}

describe.each(Object.entries(asked))('%s', (_, ask) => {
  it.each(['2026-02-30', '2026-1-1', '', '2026', '2026-11-24T00:00', '24-11-2026', 'i dag'])(
    'R26 the day %j does not exist: an error that says what to do',
    async (date) => {
      const error = await errorOf(() => ask(plan, date));
      expect(error).toBeInstanceOf(RangeError);
      expect(String(error)).toMatch(/: asOf is no calendar date: give .* YYYY-MM-DD/);
    },
  );

  it.each([undefined, null, 20261124, new Date(0)])('R26 %j is no text', async (date) => {
    const error = await errorOf(() => ask(plan, date as unknown as string));
    expect(error).toBeInstanceOf(TypeError);
    expect(String(error)).toMatch(/: asOf is no text: give /);
  });

  it.each([
    ['nothing', undefined],
    ['a profile', plan.profile],
    ['what parseProfile answers', parseProfile(documentOf({ diagnosis: {} }))],
  ])('%s is no plan', async (_, given) => {
    const error = await errorOf(() => ask(given as unknown as Plan, asOf));
    if (given && 'ok' in given) return expect(given.ok).toBe(true);
    expect(error).toBeInstanceOf(TypeError);
    expect(String(error)).toContain('give what compile(profile) answers');
  });

  it('takes a day that exists', async () => {
    expect(await errorOf(() => ask(plan, asOf))).toBeUndefined();
  });
});

describe('compile', () => {
  const document = documentOf({ diagnosis: { codes: { system: 'ICPC-2', include: ['P70'] } } });

  it('checks what has not been checked', () => {
    const compiled = compile(document as Profile);
    expect(compiled.profile).toEqual(document);
    expect(Object.isFrozen(compiled.profile)).toBe(true);
  });

  it('takes what has as it is', () => {
    expect(compile(plan.profile).profile).toBe(plan.profile);
  });

  it.each([
    ['a misspelt key', { ...document, populaton: {} }],
    ['what parseProfile answers', parseProfile(document)],
    ['nothing', undefined],
    ['a text', 'P70'],
  ])('%s is no profile', (_, given) => {
    expect(() => compile(given as unknown as Profile)).toThrow(TypeError);
    expect(() => compile(given as unknown as Profile)).toThrow(/parseProfile says everything/);
  });
});

describe('evaluatePatient', () => {
  it('checks a patient as supplied', () => {
    const coverage = { diagnosis: { available: true } };
    expect(evaluatePatient(plan, ill, coverage, asOf).membership.truth).toBe('yes');
  });

  it.each([undefined, null, {}, { patient: { name: 'x' } }])('%j is no patient', (given) => {
    const call = () => evaluatePatient(plan, given as unknown as CheckedPatient, {}, asOf);
    expect(call).toThrow(TypeError);
  });
});

describe('R9 coverage that cannot be read covers nothing, wherever it comes in', () => {
  const junk = { diagnosis: { available: true, from: 'engang' } } as CoverageByType;
  const well = patientWith();

  it('a clinic’s', () => {
    const clinic = new Clinic(junk);
    clinic.add([well]);
    expect(clinic.coverage).toEqual({ diagnosis: { available: false } });
    expect(evaluate(plan, clinic, asOf).undecided).toEqual(['p1']);
  });

  it('the reference’s', () => {
    const clinic = new Clinic({});
    clinic.add([well]);
    const patients = [clinic.patient('p1')!];
    const said = referenceEngine.evaluate(plan, { patients, coverage: junk }, asOf);
    expect(said.get('p1')?.member).toBe('unknown');
  });

  it('one patient’s clinic’s', () => {
    expect(evaluatePatient(plan, well, junk, asOf).membership.truth).toBe('unknown');
  });

  it('the database’s', () => {
    expect(coverageRows(junk, 'c1')[0]?.slice(1, 3)).toEqual(['diagnosis', false]);
    const clinic = new Clinic({});
    clinic.add([well]);
    expect(() => rowsOf([clinic.patient('p1')!], junk, 'c1')).not.toThrow();
  });
});
