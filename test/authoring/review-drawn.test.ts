/** Over drawn profiles and clinics: no check throws, and what is said to be never or always so is. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { applyFix, reviewProfile, reviewProfileOn } from '../../src/authoring/index.ts';
import { criterionAt } from '../../src/authoring/criteria.ts';
import { allOf, not, Questions } from '../../src/authoring/logic/formula.ts';
import { Solver } from '../../src/authoring/logic/solve.ts';
import { Clinic, compile, evaluate, type Population } from '../../src/engine/index.ts';
import { parseProfile, type Criterion, type Profile } from '../../src/profile/index.ts';
import type { PatientRecords } from '../../src/record/index.ts';
import { cases } from '../depth.ts';
import { asOf, coverage, patients, profile } from '../engine/arbitraries.ts';
import { complete, documentOf } from '../engine/build.ts';

function populationOf(document: Profile, clinic: Clinic, day: string): Population {
  return evaluate(compile(document), clinic, day);
}

const code = fc.constantFrom('T', 'T9', 'T90', 'T91', 'K86');
const last = fc.constantFrom('P1M', 'P3M', 'P90D', 'P12M', 'P2Y');
const when = fc.oneof(
  last.map((period) => ({ last: period })),
  fc.constantFrom('ever' as const, 'now' as const),
);
const codes = fc.record(
  {
    system: fc.constantFrom('ICPC-2', 'LOCAL'),
    include: fc.array(code, { minLength: 1, maxLength: 2 }),
    exclude: fc.constantFrom(['T90'], ['K']),
  },
  { requiredKeys: ['system', 'include'] },
);
const query = fc.record({ codes, when }, { requiredKeys: [] });
const plain: fc.Arbitrary<Criterion> = fc.oneof(
  query.map((diagnosis) => ({ diagnosis })),
  query.map((result) => ({ result })),
  fc.integer({ min: 60, max: 63 }).map((min) => ({ patient: { age: { min } } })),
  fc.integer({ min: 60, max: 63 }).map((max) => ({ patient: { age: { max } } })),
  fc.constantFrom('female' as const, 'male' as const).map((sex) => ({ patient: { sex } })),
) as fc.Arbitrary<Criterion>;
const asked: fc.Arbitrary<Criterion> = fc.oneof(
  { weight: 4, arbitrary: plain },
  plain.map((criterion) => ({ not: criterion })),
  fc.tuple(plain, plain).map((all) => ({ all })),
  fc.tuple(plain, plain).map((any) => ({ any })),
);
const day = fc.constantFrom(
  ...['2019-01-01', '2025-11', '2025-11-24', '2026', '2026-08-24', '2026-08-26', '2026-11-01'],
);
const record = fc.record({ code, from: day, at: day, value: fc.constant(1) });
const someone = fc.record({
  patient: fc.record({
    birthDate: fc.constantFrom('1964-11-24', '1965', '1963-11-25', '1966-01-01', 'ukendt'),
    sex: fc.constantFrom('female', 'male', 'unknown'),
  }),
  diagnoses: fc.array(record, { maxLength: 3 }),
  results: fc.array(record, { maxLength: 3 }),
  coverage: fc.constantFrom(
    {},
    { diagnosis: { available: false } },
    { result: { available: true, from: '2026-06-01' } },
  ),
});

it('a criterion is never said to hold, or not to hold, where it does otherwise', () => {
  let told = 0;
  fc.assert(
    fc.property(
      fc.array(asked, { minLength: 12, maxLength: 12 }),
      fc.array(someone, { minLength: 20, maxLength: 20 }),
      (criteria, people) => {
        const outcome = parseProfile(documentOf({ diagnosis: {} }));
        if (!outcome.ok) throw new Error();
        const clinic = new Clinic(complete);
        clinic.add(
          people.map((each, at): PatientRecords => ({
            ...each,
            patient: { id: `p${at}`, name: '', ...each.patient },
          })),
        );
        const population = populationOf(outcome.profile, clinic, '2026-11-24');
        const questions = new Questions(outcome.profile);
        const truths = criteria.map((each) => population.truths(each, population.asked));
        for (const [a, one] of criteria.entries())
          for (const [b, other] of criteria.entries()) {
            if (a === b) continue;
            const [first, second] = [questions.formulaOf(one), questions.formulaOf(other)];
            const solver = new Solver(questions);
            const pairs = Array.from(truths[a]!, (truth, at) => `${truth}${truths[b]![at]}`);
            const words = JSON.stringify([one, other]);
            if (solver.isNever(allOf(first, not(second)))) {
              told++;
              expect(pairs, words).not.toContain('20');
            }
            if (solver.isNever(allOf(first, second))) expect(pairs, words).not.toContain('22');
          }
      },
    ),
    { numRuns: cases(35, 2000) },
  );
  expect(told).toBeGreaterThan(100);
});

/** Profiles that contradict themselves more often than drawn ones do. */
const twisted = profile.chain((document) => {
  const [a, b] = [document.population.include, document.markers![0]!.when];
  const shapes: readonly Criterion[] = [
    { all: [a, { not: { any: [b, a] } }] },
    { any: [b, { any: [a, { not: { all: [a, b] } }] }] },
    { all: [b, { any: [a, { all: [a, b] }] }] },
    { any: [{ all: [a, b] }, { not: { all: [b, a] } }] },
  ];
  return fc.constantFrom(...shapes).map((include) => {
    const { exclude: _, ...population } = document.population;
    return parseProfile({ ...document, population: { ...population, include } });
  });
});

it('no check throws; a contradiction has no member, and what is always true misses nobody', () => {
  const told = new Set<string>();
  fc.assert(
    fc.property(twisted, coverage, patients, asOf, (outcome, covered, records, day) => {
      if (!outcome.ok) return;
      const document = outcome.profile;
      const clinic = new Clinic(covered);
      clinic.add(records);
      const population = populationOf(document, clinic, day);
      const truthsAt = (path: string) =>
        population.truths(criterionAt(document, path)!.criterion, population.asked);
      expect(() => reviewProfileOn(document, clinic, day)).not.toThrow();
      for (const { code, path, fix } of reviewProfile(document, { asOf: day })) {
        told.add(code);
        if (code === 'contradiction') expect(truthsAt(path)).not.toContain(2);
        if (code === 'always-true') expect(truthsAt(path)).not.toContain(0);
        if (code === 'population-empty') expect(population.members).toEqual([]);
        if (code === 'marker-never' || code === 'marker-always') {
          const { id } = document.markers![Number(path.split('/')[2])]!;
          expect(population.markerTruths(id)).not.toContain(code === 'marker-never' ? 'yes' : 'no');
        }
        if (code === 'redundant-criterion' || code === 'duplicate-criterion') {
          if (!fix) continue;
          const mended = parseProfile(applyFix(document, fix));
          if (!mended.ok) throw new Error(JSON.stringify(mended.errors));
          // Who is decided both ways is decided alike.
          const after = populationOf(mended.profile, clinic, day);
          const before = new Set(population.members);
          const out = new Set([...population.members, ...population.undecided]);
          for (const id of after.members) expect(out.has(id)).toBe(true);
          const still = new Set([...after.members, ...after.undecided]);
          for (const id of before) expect(still.has(id)).toBe(true);
        }
      }
    }),
    { numRuns: cases(20, 400) },
  );
  expect([...told]).toEqual(
    expect.arrayContaining(['contradiction', 'always-true', 'redundant-criterion']),
  );
});
