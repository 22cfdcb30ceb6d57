/** OHDSI's cohort expressions: read, written, and read back. */
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Clinic, columnEngine, compile } from '../../src/engine/index.ts';
import {
  fromCirce,
  toCirce,
  type CirceExpression,
  type ConceptResolver,
  type OmopConcept,
} from '../../src/languages/index.ts';
import type { Criterion, Profile } from '../../src/profile/index.ts';
import { cases } from '../depth.ts';
import { asOf as days, coverage, patients } from '../engine/arbitraries.ts';
import { profileOf } from './profile.ts';

/** A vocabulary in which each code is a concept of its own, and a tree is its descendants. */
function ownConcepts(): ConceptResolver {
  const concepts: OmopConcept[] = [];
  const conceptOf = (system: string, code: string) => {
    const known = concepts.find(
      (each) => each.VOCABULARY_ID === system && each.CONCEPT_CODE === code,
    );
    if (known) return known;
    const concept = {
      CONCEPT_ID: concepts.length + 1,
      CONCEPT_NAME: `${system} ${code}`,
      CONCEPT_CODE: code,
      VOCABULARY_ID: system,
    };
    concepts.push(concept);
    return concept;
  };
  return {
    codesOf: ({ VOCABULARY_ID: system, CONCEPT_CODE: code }) => [{ system, code }],
    conceptsOf: ({ system, code }) => [conceptOf(system, code)],
    unitOf: ({ CONCEPT_CODE: unit }) => unit,
    unitConceptsOf: (unit) => [conceptOf('UCUM', unit)],
  };
}

const asOf = '2026-11-24';
const titled = { id: 'ohdsi.trial', title: 'A cohort' };

function written(profile: Profile, day = asOf): CirceExpression {
  const outcome = toCirce(profile, { asOf: day, resolver: ownConcepts() });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.expression;
}

function read(document: unknown): Profile {
  const outcome = fromCirce(document, { ...titled, resolver: ownConcepts() });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome.profile;
}

function refusedOf(document: unknown, resolver = ownConcepts()): readonly string[] {
  const outcome = fromCirce(document, { ...titled, resolver });
  return outcome.ok ? [] : outcome.refusals.map(({ path, feature }) => `${path} ${feature}`);
}

function refusedTo(criterion: Criterion): readonly string[] {
  const outcome = toCirce(profileOf(criterion), { asOf, resolver: ownConcepts() });
  return outcome.ok ? [] : outcome.refusals.map(({ path, feature }) => `${path} ${feature}`);
}

const diabetes = { system: 'ICD-10', include: ['E11'], exclude: ['E119'] };
const hba1c = { system: 'NPU', include: ['NPU27300'] };

/** A cohort as Atlas writes it: entry events, a rule around the first of them, and an end. */
const cohort = {
  ConceptSets: [
    {
      id: 4,
      name: 'Diabetes',
      expression: {
        items: [{ concept: conceptOf(201826, 'E11', 'ICD-10'), includeDescendants: true }],
      },
    },
    {
      id: 5,
      name: 'HbA1c',
      expression: { items: [{ concept: conceptOf(3004410, '4548-4', 'LOINC') }] },
    },
  ],
  PrimaryCriteria: {
    CriteriaList: [{ ConditionOccurrence: { CodesetId: 4, ConditionTypeExclude: false } }],
    ObservationWindow: { PriorDays: 0, PostDays: 0 },
    PrimaryCriteriaLimit: { Type: 'First' },
  },
  QualifiedLimit: { Type: 'First' },
  ExpressionLimit: { Type: 'First' },
  InclusionRules: [
    {
      name: 'measured twice',
      expression: {
        Type: 'ALL',
        CriteriaList: [
          {
            Criteria: { Measurement: { CodesetId: 5 } },
            StartWindow: {
              Start: { Days: 30, Coeff: -1 },
              End: { Days: 365, Coeff: 1 },
              UseIndexEnd: false,
              UseEventEnd: false,
            },
            Occurrence: { Type: 2, Count: 2, IsDistinct: false },
            RestrictVisit: false,
            IgnoreObservationPeriod: false,
          },
        ],
        DemographicCriteriaList: [],
        Groups: [],
      },
    },
  ],
  EndStrategy: { DateOffset: { DateField: 'EndDate', Offset: 0 } },
  CensoringCriteria: [],
  CollapseSettings: { CollapseType: 'ERA', EraPad: 0 },
  CensorWindow: {},
};

function conceptOf(id: number, code: string, vocabulary: string): OmopConcept {
  return { CONCEPT_ID: id, CONCEPT_NAME: code, CONCEPT_CODE: code, VOCABULARY_ID: vocabulary };
}

describe('a cohort that is read', () => {
  it('is who has entered: a rule around the first event is asked on its day', () => {
    const outcome = fromCirce(cohort, { ...titled, resolver: ownConcepts() });
    expect(outcome).toMatchObject({
      ok: true,
      leftOut: [{ path: '/EndStrategy', feature: 'EndStrategy' }],
    });
    const profile = outcome.ok ? outcome.profile : undefined;
    expect(profile?.status).toBe('draft');
    expect(profile?.population.include).toEqual({
      anchor: {
        on: { diagnosis: { codes: ['set4diagnosis'], when: 'ever' } },
        pick: 'earliest',
        is: {
          result: { codes: 'set5result', when: { from: '-P30D', to: '+P365D' }, count: { min: 2 } },
        },
      },
    });
    expect(profile?.codes?.set4diagnosis).toMatchObject({ system: 'ICD-10', include: ['E11'] });
  });

  it('is every entry event where there is no rule', () => {
    const drugs = { DrugExposure: { CodesetId: 4 } };
    const document = {
      ...cohort,
      InclusionRules: [],
      PrimaryCriteria: {
        ...cohort.PrimaryCriteria,
        CriteriaList: [...cohort.PrimaryCriteria.CriteriaList, drugs],
      },
    };
    expect(read(document).population.include).toEqual({
      any: [
        { diagnosis: { when: 'ever', codes: 'set4diagnosis' } },
        { medication: { when: 'ever', codes: 'set4medication' } },
      ],
    });
  });

  it('is refused whole, by the name and place of what no profile says', () => {
    const primary = cohort.PrimaryCriteria;
    const event = (more: object) => ({
      ...cohort,
      PrimaryCriteria: {
        ...primary,
        CriteriaList: [{ ConditionOccurrence: { CodesetId: 4, ...more } }],
      },
    });
    const place = '/PrimaryCriteria/CriteriaList/0/ConditionOccurrence';
    expect(refusedOf(event({ OccurrenceStartDate: { Value: '2020-01-01', Op: 'gte' } }))).toEqual([
      `${place}/OccurrenceStartDate OccurrenceStartDate`,
    ]);
    expect(
      refusedOf({
        ...cohort,
        PrimaryCriteria: { ...primary, PrimaryCriteriaLimit: { Type: 'All' } },
      }),
    ).toEqual(['/PrimaryCriteria/PrimaryCriteriaLimit PrimaryCriteriaLimit All']);
    expect(
      refusedOf({
        ...cohort,
        PrimaryCriteria: { ...primary, ObservationWindow: { PriorDays: 365, PostDays: 0 } },
      }),
    ).toEqual(['/PrimaryCriteria/ObservationWindow ObservationWindow']);
    expect(
      refusedOf({
        ...cohort,
        PrimaryCriteria: { ...primary, CriteriaList: [{ Death: {} }] },
        InclusionRules: [],
      }),
    ).toEqual(['/PrimaryCriteria/CriteriaList/0/Death Death']);
    expect(refusedOf({ name: 'not one' })).toEqual([
      '/ConceptSets ConceptSets',
      '/PrimaryCriteria PrimaryCriteria',
    ]);
    expect(refusedOf({ ...cohort, CensorWindow: { StartDate: '2020-01-01' } })).toEqual([
      '/CensorWindow CensorWindow',
    ]);
    const unknown = { ...ownConcepts(), codesOf: () => undefined };
    expect(refusedOf(cohort, unknown)).toEqual([
      '/ConceptSets/0/expression/items/0 concept 201826 E11',
      '/ConceptSets/1/expression/items/0 concept 3004410 4548-4',
    ]);
  });

  it('is never thrown at, whatever it holds', () => {
    const keys = [
      'PrimaryCriteria',
      'InclusionRules',
      'ConceptSets',
      'EndStrategy',
      'CensorWindow',
    ];
    fc.assert(
      fc.property(fc.constantFrom(...keys), fc.jsonValue({ maxDepth: 3 }), (key, value) => {
        fromCirce({ ...cohort, [key]: value }, { ...titled, resolver: ownConcepts() });
      }),
      { numRuns: cases(50, 200) },
    );
  });
});

describe('a profile that is written as a cohort', () => {
  it('has one index date for everyone, and its criteria as a rule around it', () => {
    const expression = written(
      profileOf({
        all: [
          { diagnosis: { codes: diabetes } },
          { medication: { codes: { system: 'ATC', include: ['A10'] } } },
          {
            not: {
              result: {
                codes: hba1c,
                when: { last: 'P12M' },
                value: { below: 53, unit: 'mmol/mol' },
              },
            },
          },
        ],
      }),
    );
    expect(expression.PrimaryCriteria.CriteriaList).toEqual([
      { ObservationPeriod: { UserDefinedPeriod: { StartDate: asOf, EndDate: asOf } } },
    ]);
    const [, now, none] = expression.InclusionRules![0]!.expression.Groups!;
    expect(now!.CriteriaList![0]).toMatchObject({
      StartWindow: { Start: { Coeff: -1 }, End: { Days: 0, Coeff: 1 }, UseEventEnd: false },
      EndWindow: { Start: { Days: 0, Coeff: 1 }, End: { Coeff: 1 }, UseEventEnd: true },
      Occurrence: { Type: 2, Count: 1 },
    });
    expect(none).toMatchObject({ Type: 'AT_MOST', Count: 0 });
    expect(none!.Groups![0]!.CriteriaList![0]).toMatchObject({
      Criteria: { Measurement: { ValueAsNumber: { Value: 53, Op: 'lt' } } },
      StartWindow: { Start: { Days: 365, Coeff: -1 }, End: { Days: 0, Coeff: 1 } },
    });
    expect(expression.ConceptSets[0]!.expression.items.map(({ isExcluded }) => isExcluded)).toEqual(
      [false, true],
    );
  });

  it('is refused by name', () => {
    expect(refusedTo({ patient: { age: { min: 65 } } })).toEqual([
      '/population/include/patient/age patient.age',
    ]);
    expect(refusedTo({ carePlan: {} })).toEqual(['/population/include/carePlan carePlan']);
    expect(
      refusedTo({
        result: { codes: hba1c, pick: 'latest', value: { below: 53, unit: 'mmol/mol' } },
      }),
    ).toEqual(['/population/include/result/pick pick latest']);
    expect(refusedTo({ concurrent: { of: [{ medication: {} }, { medication: {} }] } })).toEqual([
      '/population/include/concurrent concurrent',
    ]);
    expect(refusedTo({ diagnosis: { codes: { system: 'ICPC-2', include: ['L72-L76'] } } })).toEqual(
      ['/population/include/diagnosis/codes range L72-L76'],
    );
  });

  it('finds, read back, whom it found', async () => {
    await fc.assert(
      fc.asyncProperty(
        criterion,
        days,
        patients,
        coverage,
        async (include, day, records, covered) => {
          const profile = profileOf(include);
          const again = read(written(profile, day));
          const clinic = new Clinic(covered);
          clinic.add(records);
          const [first, second] = [profile, again].map((each) => compile(each));
          const [before, after] = [
            await columnEngine.evaluate(first!, clinic, day),
            await columnEngine.evaluate(second!, clinic, day),
          ];
          expect(after).toEqual(before);
        },
      ),
      { numRuns: cases(20, 60) },
    );
  });
});

const period = fc.constantFrom('P1D', 'P30D', 'P1M', 'P1Y', 'P1M29D');
const when = fc.oneof(
  fc.constantFrom('ever' as const, 'now' as const),
  period.map((last) => ({ last })),
  period.map((next) => ({ next })),
  period.map((text) => ({ from: '2024-02-29', to: `+${text}` })),
);
const codesOf = (system: string, entries: readonly string[]) =>
  fc.constantFrom(...entries).map((entry) => ({ system, include: [entry] }));
const count = fc.constantFrom(
  { min: 1 },
  { min: 2 },
  { max: 1 },
  { min: 1, max: 1 },
  { min: 1, max: 3 },
);

/** What Circe says: of each domain, and of all of them together. */
const criterion: fc.Arbitrary<Criterion> = fc.letrec<{ tree: Criterion }>((tie) => ({
  tree: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    fc
      .record({ codes: codesOf('ICPC-2', ['P70', 'P7', 'K86', 'T90']), when, count })
      .map((diagnosis) => ({ diagnosis })),
    fc
      .record({ codes: codesOf('ATC', ['N05A', 'C09', 'M01A']), when, count })
      .map((medication) => ({ medication })),
    fc
      .record({
        codes: codesOf('NPU', ['NPU27300', 'DNK35302']),
        when,
        count,
        value: fc.constantFrom(
          { below: 53, unit: 'mmol/mol' },
          { atLeast: 45, atMost: 60, unit: 'mL/min' },
        ),
      })
      .map((result) => ({ result })),
    fc
      .record({ codes: codesOf('ydelse', ['2150', '0101']), when, count })
      .map((service) => ({ service })),
    fc.constantFrom('female' as const, 'male' as const).map((sex) => ({ patient: { sex } })),
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    fc.array(tie('tree'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    fc.array(tie('tree'), { minLength: 2, maxLength: 3 }).map((of) => ({ atLeast: 2, of })),
    tie('tree').map((not) => ({ not })),
  ),
})).tree;

const folder = process.env.OVERBLIK_CIRCE;

describe.skipIf(folder === undefined)('the public definitions of a folder', () => {
  it('are read whole, or refused by name', () => {
    const refused = new Map<string, number>();
    let whole = 0;
    for (const file of readdirSync(folder!).filter((each) => each.endsWith('.json'))) {
      const outcome = fromCirce(JSON.parse(readFileSync(join(folder!, file), 'utf8')), {
        ...titled,
        resolver: ownConcepts(),
      });
      if (outcome.ok) whole++;
      else
        for (const feature of new Set(outcome.refusals.map((each) => each.feature)))
          refused.set(feature, (refused.get(feature) ?? 0) + 1);
    }
    console.log(
      `${whole} read whole`,
      Object.fromEntries([...refused].sort((a, b) => b[1] - a[1])),
    );
    expect(whole).toBeGreaterThan(0);
  });
});
