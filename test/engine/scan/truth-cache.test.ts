/** What a survey was asked once it knows: every answer is kept, those that others are made of too. */
import { expect, it } from 'vitest';
import type { Criterion } from '../../../src/profile/index.ts';
import { Clinic } from '../../../src/engine/index.ts';
import { evaluationContextOf } from '../../../src/engine/scan/evaluation-context.ts';
import { TruthCache } from '../../../src/engine/scan/truth-cache.ts';
import { asOf, complete, patientWith, planOf } from '../build.ts';

const dementia: Criterion = { diagnosis: { codes: { system: 'ICPC-2', include: ['P70'] } } };
const female: Criterion = { patient: { sex: 'female' } };

const clinic = new Clinic(complete);
clinic.add([patientWith()]);
const segment = clinic.segments[0]!;
const truthCache = new TruthCache(evaluationContextOf(clinic.dictionary, complete, asOf));
const nodeOf = (criterion: Criterion) => planOf(criterion).nodes.include;

it.each<[string, Criterion]>([
  ['a query', dementia],
  ['all', { all: [dementia, female] }],
  ['any', { any: [dementia, female] }],
  ['not', { not: dementia }],
  ['atLeast', { atLeast: 2, of: [dementia, female] }],
])('%s', (_, criterion) => {
  const truths = truthCache.ask(nodeOf(criterion), segment);
  expect(truthCache.ask(nodeOf(criterion), segment)).toBe(truths);
});
