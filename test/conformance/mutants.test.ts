/** That the kit finds what is wrong, and nothing else: each faulty adapter fails exactly one requirement. */
import { describe, expect, it } from 'vitest';
import { isDeep, someOf } from '../depth.ts';
import { patients } from './stage.ts';
import { mutants } from './mutants/index.ts';
import { goodAdapter, TestClock, tryOut, withResult } from './stage.ts';
import type { ConformanceFinding } from '../../src/conformance/index.ts';

/** Everyday what lies near a requirement is looked at, in depth everything. */
function near(id: string): readonly string[] {
  const area = id.slice(0, 3);
  return ['ADP', 'DES-01', 'LOA-01', area, ...(besides[area] ?? [])];
}

const besides: Readonly<Record<string, readonly string[]>> = {
  LOA: ['ASK-01', 'PAT-01', 'DAT'],
  ASK: ['LOA'],
  DES: ['DAT-30', 'DAT-31', 'LOA-03'],
  DAT: ['PAT-03', 'PRI'],
  PAT: ['PRI'],
  PRI: ['PAT'],
  SEA: ['PAT', 'DAT'],
};

/** A machine may be busy. */
const patience = 300_000;

/** A failure says what was seen, where, and what to do, in whole sentences, and nothing of a patient's. */
function expectUseful({ seen, where, fix }: ConformanceFinding): void {
  expect(seen).toMatch(/^([^a-z]|adapter\.).{12,}[.?]$/s);
  // A share is of a whole.
  for (const [, share] of seen.matchAll(/(\d+(?:\.\d+)?) %/g))
    expect(Number(share)).toBeLessThan(101);
  expect(seen).not.toMatch(/cannot be used\.$|^It is something|\b1 \w+ (were|are|have) not/);
  // A call, a field, or a place of the description.
  expect(where).toMatch(/^(adapter|patient|round|coverage|console|fetch|[A-Za-z]+s|\/)\b/);
  expect(fix).toMatch(/[.?]$/);
  expect(fix).not.toBe(seen);
  for (const text of [seen, where, fix]) {
    expect(text).not.toMatch(/undefined|NaN|\[object|\(0 |: \.|\b\d{6}-?\d{4}\b/);
    for (const secret of secrets) expect(text).not.toContain(secret);
  }
}

const secrets = patients.flatMap(({ patient }) =>
  [patient.name, patient.cpr ?? '', patient.address ?? ''].filter((each) => each.length > 4),
);

describe('a good adapter', () => {
  it(
    'passes whole',
    async () => {
      const report = await tryOut(goodAdapter());
      expect(withResult(report, 'fail')).toEqual([]);
      expect(withResult(report, 'error')).toEqual([]);
      expect(withResult(report, 'skip')).toEqual([]);
    },
    patience,
  );
});

describe('a faulty adapter', () => {
  it.each(someOf(mutants, 8))(
    '$fails: $mistake',
    async ({ adapter, fails, options }) => {
      const clock = new TestClock();
      const only = isDeep ? [] : near(fails);
      const report = await tryOut(adapter(clock), { only, ...options, clock });
      expect(withResult(report, 'error')).toEqual([]);
      expect(withResult(report, 'fail')).toEqual([fails]);
      const { findings } = report.results.find(({ id }) => id === fails)!;
      expect(findings.length).toBeGreaterThan(0);
      for (const finding of findings) expectUseful(finding);
    },
    patience,
  );
});
