/** What the kit says of units that the run's profiles cannot compare. */
import { expect, it } from 'vitest';
import { demens, type2Diabetes } from '../../fixtures/profiles/index.ts';
import type { ConformanceOptions } from '../../src/conformance/index.ts';
import { each } from './mutants/mutant.ts';
import { goodAdapter, tryOut } from './stage.ts';

async function judged(adapter: unknown, profiles: ConformanceOptions['profiles']) {
  const { results } = await tryOut(adapter, { only: ['DAT-46'], profiles: profiles ?? [] });
  return results[0]!;
}

it('names the code, both units, how many of how many, and what to do', async () => {
  const other = each('results', (record) =>
    record.code === 'NPU27300'
      ? { ...record, unit: record.unit === '%' ? 'MMOL/L' : 'mmol/l' }
      : record,
  );
  const { result, findings } = await judged(other, [demens, type2Diabetes]);
  expect(result).toBe('fail');
  expect(findings).toHaveLength(1);
  const [{ seen, where, fix } = { seen: '', where: '', fix: '' }] = findings;
  expect(seen).toMatch(
    /^(\d+) of \1 results of NPU27300 \(100 %\) are in mmol\/L, where a profile asks in mmol\/mol: \d+ patients\.$/,
  );
  expect(where).toBe('results.unit');
  expect(fix).toContain('Hand NPU27300 over in mmol/mol');
});

it('passes where units convert, however they are written', async () => {
  expect(await judged(goodAdapter(), [type2Diabetes])).toMatchObject({ result: 'pass' });
});

it('is not judged, in words, where the run was given no profile', async () => {
  const { result, why } = await judged(goodAdapter(), []);
  expect(result).toBe('skip');
  expect(why).toContain('no profile');
});
