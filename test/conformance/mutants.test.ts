/** That the kit finds what is wrong, and nothing else: each faulty adapter fails exactly one requirement. */
import { describe, expect, it } from 'vitest';
import { isDeep, someOf } from '../depth.ts';
import { mutants } from './mutants/index.ts';
import { goodAdapter, TestClock, tryOut, withResult } from './stage.ts';

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
    },
    patience,
  );
});
