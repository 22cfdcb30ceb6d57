/** Questions of every kind that CQL says, as fast-check draws them, about what the made-up clinic has. */
import fc from 'fast-check';
import type { Criterion } from '../../src/profile/index.ts';

const set = (system: string, ...include: string[]) => ({ system, include });
const periods = fc.constantFrom('P1D', 'P10D', 'P1M', 'P3M', 'P1Y', 'P1Y6M', 'P5Y');
const when = fc.oneof(
  fc.constantFrom('ever' as const, 'now' as const, 'future' as const),
  periods.map((last) => ({ last })),
  periods.map((next) => ({ next })),
  fc.constantFrom(
    { from: '-P5Y', to: '-P1Y' },
    { from: '2024-02-29', to: '+P3M' },
    { to: '-P2Y' },
    { from: '-P18M' },
    { from: '2030-01-01' },
  ),
);
const count = fc.constantFrom(
  ...[
    { min: 1 },
    { min: 2 },
    { min: 3 },
    { max: 0 },
    { max: 1 },
    { min: 1, max: 2 },
    { min: 2, max: 2 },
  ],
);
const apart = fc.constantFrom(
  { min: 2, apart: 'P30D' },
  { min: 1, max: 2, apart: 'P3M' },
  { max: 1, apart: 'P1W' },
);
const source = fc.constantFrom('Journal', 'fmk', 'Laboratorieportalen', 'LPR3');

const diagnosisCodes = fc.constantFrom(
  set('ICPC-2', 'K86'),
  set('ICPC-2', 'P70', 'P20'),
  set('ICPC-2', 'A-B', 'R95'),
  set('ICPC-2', 'K74-K90'),
  set('SKS', 'DI10'),
  { system: 'ICPC-2', include: ['L'], exclude: ['L95'] },
);
const medicineCodes = fc.constantFrom(
  set('ATC', 'C'),
  set('ATC', 'N05', 'N06'),
  set('ATC', 'C09-C10'),
  set('ATC', 'H02AB'),
  set('ATC', 'M05B', 'A02'),
  { system: 'ATC', include: ['N'], exclude: ['N02BE01'] },
);
const results = fc.constantFrom(
  { codes: set('NPU', 'DNK35302'), value: { below: 60, unit: 'mL/min' } },
  { codes: set('NPU', 'NPU27300'), value: { atLeast: 48, unit: 'mmol/mol' } },
  { codes: set('NPU', 'DNK05472'), value: { above: 130, unit: 'mmHg' } },
  { codes: set('NPU', 'NPU03577'), value: { above: 0.3, atMost: 4, unit: 'IU/L' } },
  { codes: set('NPU', 'NPU19748'), value: { atLeast: 5, unit: 'mg/L', plausible: { max: 100 } } },
);

const optional = <Value>(arbitrary: fc.Arbitrary<Value>) =>
  fc.option(arbitrary, { nil: undefined, freq: 3 });
const written = <Fields extends object>(fields: fc.Arbitrary<Fields>) =>
  fields.map((each) =>
    Object.fromEntries(Object.entries(each).filter(([, value]) => value !== undefined)),
  );

const spans = (key: string, codes: fc.Arbitrary<object>) => [
  written(fc.record({ codes, when, count, source: optional(source) })).map((query) => ({
    [key]: query,
  })),
  written(fc.record({ codes, when, count: apart })).map((query) => ({ [key]: query })),
  written(
    fc.record({ codes, when, lasting: periods, gap: optional(fc.constantFrom('P14D', 'P3M')) }),
  ).map((query) => ({ [key]: query })),
  written(
    fc.record({
      codes,
      when,
      episodes: fc.constantFrom({}, { gap: 'P14D' }, { gap: 'P3M' }),
      lasting: optional(
        fc.oneof(periods, fc.constantFrom({ atMost: 'P1M' }, { atLeast: 'P10D', atMost: 'P1Y' })),
      ),
      count,
    }),
  ).map((query) => ({ [key]: query })),
  fc.record({ codes, when, first: fc.constant(true) }).map((query) => ({ [key]: query })),
];

const change = fc
  .record({
    of: results.map(({ codes }) => codes),
    from: fc.constantFrom('previous', 'earliest'),
    value: fc.constantFrom({ below: -5 }, { above: 0 }, { atLeast: 0, atMost: 10 }),
    last: periods,
  })
  .chain(({ of, from, value, last }) =>
    results
      .filter(({ codes }) => codes === of)
      .map(({ value: { unit } }) => ({
        change: { of: { codes: of, when: { last } }, from, value: { ...value, unit } },
      })),
  );

const simple = fc.oneof(
  ...spans('diagnosis', diagnosisCodes),
  ...spans('medication', medicineCodes),
  fc
    .record({
      codes: medicineCodes,
      when,
      distinct: fc.constantFrom({ level: 5 }, { level: 3 }),
      count,
    })
    .map((medication) => ({ medication })),
  fc
    .tuple(results, when, count)
    .map(([query, window, counted]) => ({ result: { ...query, when: window, count: counted } })),
  fc
    .tuple(results, when, apart)
    .map(([query, window, counted]) => ({ result: { ...query, when: window, count: counted } })),
  fc
    .tuple(results, when, fc.constantFrom('latest', 'earliest'))
    .map(([query, window, pick]) => ({ result: { ...query, when: window, pick } })),
  fc
    .record({
      codes: fc.constantFrom(
        set('ydelse', '101'),
        set('ydelse', '2101-2150'),
        set('ydelse', '0105', '0120'),
      ),
      when,
      count,
    })
    .map((service) => ({ service })),
  written(
    fc.record({ when, count, status: optional(fc.constantFrom('booked', ['attended', 'missed'])) }),
  ).map((appointment) => ({ appointment })),
  fc
    .record({ when, count, status: fc.constantFrom('completed', 'sent') })
    .map((referral) => ({ referral })),
  fc.record({ when, count }).map((letter) => ({ letter })),
  fc
    .record({ codes: fc.constant(set('ATC', 'J07')), when, count })
    .map((vaccination) => ({ vaccination })),
  written(fc.record({ when, count, maintained: optional(when) })).map((carePlan) => ({ carePlan })),
  fc
    .record({
      of: fc.array(
        medicineCodes.map((codes) => ({ medication: { codes } })),
        { minLength: 2, maxLength: 3 },
      ),
      when,
      lasting: periods,
    })
    .map((concurrent) => ({ concurrent })),
  fc
    .tuple(results, when, fc.constantFrom('highest', 'lowest'))
    .map(([query, window, pick]) => ({ result: { ...query, when: window, pick } })),
  fc.tuple(results, results, when).map(([query, other, window]) => ({
    result: {
      prefer: [other.codes, query.codes],
      value: query.value,
      when: window,
      pick: 'latest',
    },
  })),
  written(
    fc.record({
      codes: medicineCodes,
      when,
      lasting: fc.constantFrom(
        { atMost: 'P1M' },
        { atLeast: 'P10D', atMost: 'P1Y' },
        { atMost: 'P5Y' },
      ),
      gap: optional(fc.constant('P14D')),
    }),
  ).map((medication) => ({ medication })),
  fc
    .record({
      of: fc.tuple(
        fc.oneof(
          diagnosisCodes.map((codes) => ({ diagnosis: { codes } })),
          results.map((result) => ({ result })),
        ),
        fc.oneof(
          medicineCodes.map((codes) => ({ medication: { codes, when: 'ever' } })),
          results.map((result) => ({ result })),
          fc.constant({ appointment: { when: 'ever' } }),
        ),
      ),
      within: periods,
    })
    .map((sequence) => ({ sequence })),
  fc
    .record({
      of: fc.array(
        fc.oneof(
          results.map((result) => ({ result })),
          fc
            .tuple(results, fc.constantFrom('latest', 'earliest'))
            .map(([query, pick]) => ({ result: { ...query, pick } })),
          fc.constant({ service: { codes: set('ydelse', '2101-2150', '0101-0125') } }),
        ),
        { minLength: 2, maxLength: 3 },
      ),
      when,
    })
    .map((sameDay) => ({ sameDay })),
  change,
  fc
    .constantFrom(
      { age: { min: 40 } },
      { age: { max: 64 }, sex: 'female' },
      { age: { min: 'P5M', max: 'P10Y' } },
      { age: { min: 70, on: '-P1Y' } },
      { municipality: ['0991'] },
      { postalCode: ['0091', '8000'] },
      { practitioner: ['AB'] },
    )
    .map((patient) => ({ patient })),
);

const anchored = fc
  .record({
    on: fc.oneof(
      diagnosisCodes.map((codes) => ({ diagnosis: { codes } })),
      fc.record({ codes: medicineCodes, when }).map((medication) => ({ medication })),
      results.map((result) => ({ result })),
    ),
    pick: fc.constantFrom('latest', 'earliest'),
    is: fc.oneof(
      fc.record({ codes: medicineCodes, when, count }).map((medication) => ({ medication })),
      fc
        .tuple(results, when, fc.constantFrom('latest', 'earliest'))
        .map(([query, window, pick]) => ({ result: { ...query, when: window, pick } })),
      fc.constant({ not: { appointment: { when: { next: 'P3M' } } } }),
      fc.constant({ patient: { age: { min: 50 } } }),
      fc
        .record({ codes: medicineCodes, when, lasting: periods })
        .map((medication) => ({ medication })),
      fc.record({ when, maintained: when }).map((carePlan) => ({ carePlan })),
      change,
    ),
  })
  .map((anchor) => ({ anchor }));

/** One question. */
export const question = fc.oneof(
  { weight: 12, arbitrary: simple },
  { weight: 3, arbitrary: anchored },
  {
    weight: 2,
    arbitrary: fc
      .array(simple, { minLength: 2, maxLength: 4 })
      .chain((of) =>
        fc.constantFrom({ any: of }, { all: of }, { atLeast: 2, of }, { not: { any: of } }),
      ),
  },
) as fc.Arbitrary<unknown> as fc.Arbitrary<Criterion>;
