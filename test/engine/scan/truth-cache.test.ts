/** What a survey was asked once it knows: every answer is kept, those that others are made of too. */
import { expect, it } from 'vitest';
import { generateClinic } from '../../../fixtures/clinic/index.ts';
import { profiles } from '../../../fixtures/profiles/index.ts';
import { parseProfile, type Criterion } from '../../../src/profile/index.ts';
import { Clinic, compile } from '../../../src/engine/index.ts';
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

it('of very many questions the oldest are answered anew, and alike', () => {
  const few = new TruthCache(evaluationContextOf(clinic.dictionary, complete, asOf), 10);
  const first = nodeOf(dementia);
  const truths = few.ask(first, segment);
  for (let min = 0; min < 30; min++)
    few.ask(nodeOf({ patient: { age: { min: min + 1 } } }), segment);
  const again = few.ask(first, segment);
  expect(again).not.toBe(truths);
  expect(again).toEqual(truths);
  expect(few.ask(first, segment)).toBe(again);
});

it('answers the profiles alike where it can keep next to nothing', () => {
  const { patients, description } = generateClinic({ size: 60 });
  const made = new Clinic(description.coverage);
  made.add(patients);
  const context = evaluationContextOf(made.dictionary, description.coverage, asOf);
  const [least, most] = [new TruthCache(context, 1), new TruthCache(context)];
  for (const document of profiles) {
    const parsed = parseProfile(document);
    if (!parsed.ok) throw new Error('A sample profile does not parse.');
    const { include, exclude, markers } = compile(parsed.profile).nodes;
    for (const node of [include, ...(exclude ? [exclude] : []), ...markers])
      for (const each of made.segments) expect(least.ask(node, each)).toEqual(most.ask(node, each));
  }
});
