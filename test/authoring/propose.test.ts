/** Test patients made up for what nobody tests: each comes out as it says, and most criteria of the profiles have one. */
import { describe, expect, it } from 'vitest';
import { profiles } from '../../fixtures/profiles/index.ts';
import { isTested, proposeTest, runProfileTests } from '../../src/authoring/index.ts';
import type { Criterion } from '../../src/profile/index.ts';
import { documentOf } from '../engine/build.ts';
import { parsed } from '../fixtures/profiles/cases.ts';
import { someOf } from '../depth.ts';

const on = '2026-11-24';

function proposals(document: unknown) {
  const profile = parsed(document);
  const bare = { ...profile, about: {} };
  const { coverage } = runProfileTests(bare, 'da');
  const tests = coverage.flatMap((target) =>
    (['yes', 'no'] as const).flatMap((wanted) => proposeTest(bare, target, wanted, on) ?? []),
  );
  return { profile: bare, coverage, tests };
}

describe.each(someOf(profiles, 3).map((each) => [(each as { id: string }).id, each] as const))(
  '%s',
  (_, document) => {
    it('has test patients for most of what it asks, and each comes out as it says', () => {
      const { profile, coverage, tests } = proposals(document);
      const about = { tests: tests.slice(0, 200) };
      const run = runProfileTests({ ...profile, about }, 'da');
      expect(run.ok).toBe(true);
      expect(run.coverage.filter(isTested).length / coverage.length).toBeGreaterThan(0.7);
    });
  },
);

const codes = { system: 'ICPC-2', include: ['T90'] };
it.each<readonly [string, Criterion, boolean]>([
  [
    'a value',
    {
      result: {
        codes: { system: 'NPU', include: ['NPU27300'] },
        value: { above: 58, unit: 'mmol/mol' },
        pick: 'latest',
      },
    },
    true,
  ],
  ['some records apart', { diagnosis: { codes, count: { min: 3, apart: 'P30D' } } }, true],
  ['a run', { medication: { codes: { system: 'ATC', include: ['N05A'] }, lasting: 'P90D' } }, true],
  ['age and sex', { patient: { age: { min: 50, max: 60 }, sex: 'female' } }, true],
  [
    'both of what contradicts',
    { all: [{ patient: { sex: 'male' } }, { patient: { sex: 'female' } }] },
    false,
  ],
])('of %s a patient is made up, or none', (_, include, isThere) => {
  const target = { path: '/population', kind: 'population', name: 'Populationen' } as const;
  const test = proposeTest(parsed(documentOf(include)), target, 'yes', on);
  expect(test !== undefined).toBe(isThere);
});
