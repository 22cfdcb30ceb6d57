/** A criterion is told what is wrong with it as by a union that holds it against every kind, and costs a part of that. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as z from 'zod/mini';
import { violationsOf } from '../../src/profile/issues.ts';
import { criterionKeys } from '../../src/profile/queries.ts';
import { criterion } from '../../src/profile/schema/criterion.ts';

const numRuns = 2000 * Number(process.env.OVERBLIK_DEEP ?? 1);

const key = fc.constantFrom(...criterionKeys, 'of', 'diagnosi', 'codes', 'when', 'constructor');
const leaf = fc.constantFrom<unknown>(1, 2, 'now', 'N05', '', null, true, [], {}, [{}], [1]);
const value = fc.letrec((tie) => ({
  any: fc.oneof(
    { depthSize: 'small' },
    leaf,
    fc.array(tie('any'), { maxLength: 3 }),
    fc.dictionary(key, tie('any'), { maxKeys: 3 }),
    fc.constantFrom<unknown>(
      { diagnosis: { codes: { system: 'ATC', include: ['N05'] } } },
      { result: { pick: 'latest' } },
      { medication: { lasting: 'P1Y', count: { min: 2 } } },
      { patient: {} },
    ),
  ),
})).any;

const told = (schema: z.ZodMiniType, given: unknown) => {
  const { success, error, data } = schema.safeParse(given, { reportInput: true });
  return success ? data : violationsOf(error.issues);
};

const { options } = (criterion as unknown as z.ZodMiniUnion)._zod.def;

it('whatever it is', () => {
  const plain = z.union(options as readonly z.ZodMiniType[]);
  fc.assert(
    fc.property(value, (given) => {
      expect(JSON.stringify(told(criterion, given))).toBe(JSON.stringify(told(plain, given)));
    }),
    { numRuns, endOnFailure: true },
  );
});

it('of no kind, of one, or of several: it is held against a few kinds', () => {
  let held = 0;
  for (const option of options) {
    const { run } = option._zod;
    (option._zod as { run: typeof run }).run = (payload, context) => {
      held++;
      return run(payload, context);
    };
  }
  for (const given of [7, {}, { diagnosi: {} }, { diagnosis: {}, medication: {} }, { letter: {} }])
    criterion.safeParse(given);
  expect(held).toBeLessThanOrEqual(11);
});
