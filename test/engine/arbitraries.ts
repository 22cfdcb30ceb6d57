/**
 * Profiles, clinics and dates as fast-check draws them: every kind of criterion, and every way in which
 * data can be missing, odd or wrong. Small pools, so that questions and records meet.
 */
import fc from 'fast-check';
import { parseProfile, type Criterion, type Profile } from '../../src/profile/index.ts';
import {
  isSpan,
  recordTypes,
  type Comparator,
  type Coverage,
  type CoverageByType,
  type PatientRecords,
  type RecordType,
  type Sex,
  type Strength,
} from '../../src/record/index.ts';

/** Leap days, month ends, and a plain day. */
export const asOf = fc.constantFrom('2026-11-24', '2024-02-29', '2026-03-31', '2025-02-28');

/** Days around the dates above, month ends and leap days among them. */
const day = fc.oneof(
  // Half of them of a few, so that records share days, and stand on the edges of windows.
  fc.constantFrom(
    '2024-02-29',
    '2024-02-28',
    '2024-03-01',
    '2026-02-28',
    '2026-03-01',
    '2026-03-31',
    '2026-10-31',
    '2026-11-24',
    '2026-11-23',
    '2026-11-25',
    '2025-11-24',
  ),
  fc
    .integer({ min: 0, max: 1400 })
    .map((days) => new Date(Date.UTC(2023, 5, 1 + days)).toISOString().slice(0, 10)),
);

/** A profile's document of one question, and what is more. */
const documentWith = (include: unknown, more: object = {}) => ({
  format: 'overblik-profile/1',
  id: 'drawn',
  version: '1.0.0',
  title: { da: 'Trukket' },
  purpose: [{ da: 'At prøve' }],
  population: { include },
  information: [{ id: 'i', type: 'patient', field: 'name', title: { da: 'I' } }],
  ...more,
});

/** By criterion, whether a profile may hold it: small parts come again and again. */
const held = new Map<string, boolean>();
const mostHeld = 20_000;

/**
 * Whether a profile may hold a criterion. Parts are asked one by one: of profiles made of parts that were not, one in
 * sixty could be held, of few and small parts mostly.
 */
function mayHold(part: object): boolean {
  const key = JSON.stringify(part);
  let may = held.get(key);
  if (may === undefined) {
    may = parseProfile(documentWith(part)).ok;
    if (held.size >= mostHeld) held.clear();
    held.set(key, may);
  }
  return may;
}

const period = fc.constantFrom(
  'P0D',
  'P1D',
  'P7D',
  'P30D',
  'P2W',
  'P1M',
  'P3M',
  'P1Y',
  'P1Y1M',
  'P1M29D',
);
const longPeriod = fc.constantFrom('P0D', 'P1D', 'P10D', 'P90D', 'P1M', 'P3M', 'P6M', 'P1Y');
const edge = fc.oneof(
  { weight: 9, arbitrary: day },
  { weight: 1, arbitrary: fc.constantFrom('0001-01-01', '9999-12-31') },
  { weight: 9, arbitrary: period.map((text) => `-${text}`) },
  { weight: 9, arbitrary: period.map((text) => `+${text}`) },
);

const window = fc
  .oneof(
    fc.constantFrom('ever' as const, 'ever' as const, 'now' as const, 'future' as const),
    period.map((last) => ({ last })),
    period.map((next) => ({ next })),
    fc.record({ from: edge, to: edge }),
    fc.record({ from: edge }),
    fc.record({ to: edge }),
  )
  .filter((when) => mayHold({ diagnosis: { when } }));

const entries: Readonly<Record<RecordType, readonly string[]>> = {
  diagnosis: ['P70', 'P7', 'P', 'K86', 'P70-P76', 'T90', 'p20', 'P 70–P 76'],
  medication: ['N05A', 'N05AH04', 'N', 'C09AA02', 'C09', 'M01A', 'N05-N06', 'C03CA01'],
  result: ['NPU27300', 'DNK35302', 'MCS88042', 'NPU1-NPU9'],
  service: ['2150', '0101', '2133', '0101-0105', '101'],
  appointment: ['KONTROL', 'ÅRSKONTROL'],
  referral: ['GERIATRI', 'DEMENS'],
  letter: ['UDSKRIVNING', 'AMB-AMZ'],
  vaccination: ['J07', 'J07BB02', 'J07B'],
  carePlan: ['KOL', 'DIABETES'],
  note: ['KONSULTATION'],
  correspondence: ['KOMMUNE'],
};
const written: Readonly<Record<RecordType, readonly string[]>> = {
  diagnosis: ['P70', 'p70', ' P76 ', 'P7', 'K86', 'T90', 'P20', 'P\u00ad70'],
  medication: [
    'N05AH04',
    'N05AX08',
    'N05A',
    'C09AA02',
    'C09CA01',
    'M01AE01',
    'C03CA01',
    'N06DA02',
    'n05ah04',
    'N 05 AX08',
  ],
  result: ['NPU27300', 'DNK35302', 'MCS88042', 'npu27300'],
  service: ['2150', '0101', '101', '2133', '0104'],
  appointment: ['kontrol', 'Årskontrol'],
  referral: ['geriatri', 'demens'],
  letter: ['udskrivning', 'AMB'],
  vaccination: ['J07BB02', 'j07bx03', 'J07AL02'],
  carePlan: ['kol', 'diabetes'],
  note: ['konsultation', 'telefon'],
  correspondence: ['kommune', 'KOMMUNE'],
};
const systems: Readonly<Record<RecordType, string>> = {
  diagnosis: 'ICPC-2',
  medication: 'ATC',
  result: 'NPU',
  service: 'ydelse',
  appointment: 'local',
  referral: 'LOCAL',
  letter: 'Local',
  vaccination: 'ATC',
  carePlan: 'local',
  note: 'local',
  correspondence: 'LOCAL',
};

/** Other names of the same. */
const aliases: Readonly<Record<RecordType, readonly string[]>> = {
  diagnosis: ['ICPC2', 'urn:oid:1.2.208.176.2.31'],
  medication: ['atc', 'http://www.whocc.no/atc'],
  result: ['npu ', 'DNK'],
  service: ['Ydelse', 'YDELSER'],
  appointment: ['lokal'],
  referral: ['lokal'],
  letter: ['lokal'],
  vaccination: ['atc'],
  carePlan: ['lokal'],
  note: ['lokal'],
  correspondence: ['lokal'],
};

const codeSetOf = (type: RecordType) =>
  fc
    .record(
      {
        system: fc.oneof(
          { weight: 16, arbitrary: fc.constant(systems[type]) },
          { weight: 2, arbitrary: fc.constantFrom(...aliases[type]) },
          { weight: 2, arbitrary: fc.constant(type === 'diagnosis' ? 'ICD-10' : systems[type]) },
        ),
        include: fc.uniqueArray(fc.constantFrom(...entries[type]), { minLength: 1, maxLength: 3 }),
        exclude: fc.uniqueArray(fc.constantFrom(...entries[type]), { minLength: 1, maxLength: 1 }),
      },
      { requiredKeys: ['system', 'include'] },
    )
    .filter((codes) => mayHold({ [type]: { codes } }));

/** Mostly one set; now and then several, of one system or of two. */
const codesOf = (type: RecordType) =>
  fc.oneof(
    { weight: 5, arbitrary: codeSetOf(type) },
    { weight: 1, arbitrary: fc.array(codeSetOf(type), { minLength: 1, maxLength: 3 }) },
  );

const count = fc.oneof(
  fc.record({ min: fc.integer({ min: 1, max: 4 }) }),
  fc.record({ max: fc.integer({ min: 0, max: 3 }) }),
  fc
    .integer({ min: 1, max: 3 })
    .chain((min) => fc.record({ min: fc.constant(min), max: fc.integer({ min, max: 4 }) })),
);

/** Now and then of those that are so far apart; by a clinic's few records of one kind, seldom far. */
const counted = fc
  .tuple(
    count,
    fc.option(fc.constantFrom('P1D', 'P1W', 'P1M', 'P3M', 'P90D', 'P1M29D', 'P1Y'), {
      nil: undefined,
      freq: 1,
    }),
  )
  .map(([limits, apart]) => (apart === undefined ? limits : { ...limits, apart }));

const unit = fc.constantFrom('1', 'mmol/L', 'mmol/L', 'µmol/L', 'mL/min', '10-3', 'mmol/mol');
const bounds = fc
  .record({
    low: fc.constantFrom('above', 'atLeast'),
    high: fc.constantFrom('below', 'atMost'),
    bound: fc.oneof(
      { weight: 4, arbitrary: fc.integer({ min: 1, max: 5 }) },
      { weight: 1, arbitrary: fc.constantFrom(0.07, 2.5, 3000, 4000) },
    ),
    more: fc.integer({ min: 0, max: 2 }),
    sides: fc.constantFrom('low', 'high', 'both'),
    asked: unit,
    plausible: fc.option(
      fc.constantFrom({ min: 2 }, { max: 4.5 }, { min: 0.004, max: 6 }, { min: 1, max: 3500 }),
      { nil: undefined, freq: 1 },
    ),
  })
  .map(({ low, high, bound, more, sides, asked, plausible }) => ({
    ...(sides === 'high' ? {} : { [low]: bound }),
    ...(sides === 'low' ? {} : { [high]: bound + more }),
    unit: asked,
    ...(plausible ? { plausible } : {}),
  }));
const texts = fc.record({
  text: fc.uniqueArray(fc.constantFrom('positiv', 'Negativ', ' hæmolyse'), { minLength: 1 }),
});
const value = fc.oneof({ weight: 4, arbitrary: bounds }, { weight: 1, arbitrary: texts });

const source = fc.constantFrom('FMK', ' journal ');
const oneOrMore = <Value>(value: fc.Arbitrary<Value>) =>
  fc.oneof(value, fc.uniqueArray(value, { minLength: 1, maxLength: 2 }));
/** R10a: what is asked of a record beside its code. */
const further: Readonly<Partial<Record<RecordType, Record<string, fc.Arbitrary<unknown>>>>> = {
  medication: {
    product: fc.option(oneOrMore(fc.constantFrom('123', 'a7')), { nil: undefined, freq: 1 }),
    strength: fc.option(
      fc.record({ atLeast: fc.constantFrom(1, 2), unit: fc.constantFrom('mg', 'g') }),
      { nil: undefined, freq: 1 },
    ),
  },
  service: {
    specialty: fc.option(oneOrMore(fc.constantFrom('80', '24')), { nil: undefined, freq: 1 }),
  },
  appointment: {
    status: fc.option(oneOrMore(fc.constantFrom('booked', 'missed')), { nil: undefined, freq: 1 }),
  },
  referral: {
    status: fc.option(oneOrMore(fc.constantFrom('sent', 'accepted')), { nil: undefined, freq: 1 }),
  },
  carePlan: {
    status: fc.option(oneOrMore(fc.constantFrom('active', 'completed')), {
      nil: undefined,
      freq: 1,
    }),
    maintained: fc.option(window, { nil: undefined, freq: 1 }),
  },
};
/** The types of which one can ask what is new. */
const withFirst = [
  'diagnosis',
  'medication',
  'vaccination',
  'carePlan',
  'note',
  'correspondence',
] as const satisfies readonly RecordType[];
const base = (type: RecordType) => ({
  codes: codesOf(type),
  when: window,
  source: fc.option(source, { nil: undefined, freq: 1 }),
  ...further[type],
});
const optional = <Shape extends Record<string, fc.Arbitrary<unknown>>>(shape: Shape) =>
  fc.record(shape, { requiredKeys: [] });

const plain = fc.oneof(
  ...recordTypes.map((type) =>
    optional({ ...base(type), count: counted }).map((each) => ({ [type]: each })),
  ),
);
const lengths = fc.oneof(
  { weight: 2, arbitrary: longPeriod },
  { weight: 1, arbitrary: fc.record({ atMost: longPeriod.filter((each) => each !== 'P0D') }) },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      { atLeast: 'P3M' },
      { atLeast: 'P7D', atMost: 'P90D' },
      { atLeast: 'P1M', atMost: 'P1Y' },
    ),
  },
);
const spanTypes = recordTypes.filter(isSpan);
const lasting = fc
  .constantFrom(...spanTypes)
  .chain((type) =>
    fc
      .record({ ...base(type), lasting: lengths, gap: period }, { requiredKeys: ['lasting'] })
      .map((each) => ({ [type]: each })),
  );
const inEpisodes = fc
  .constantFrom(...spanTypes)
  .chain((type) =>
    fc
      .record(
        { ...base(type), episodes: fc.record({ gap: period }), count, lasting: lengths },
        { requiredKeys: ['episodes'] },
      )
      .map((each) => ({ [type]: each })),
  );
const first = fc
  .constantFrom(...withFirst)
  .chain((type) =>
    fc
      .record(
        { ...base(type), count, first: fc.constant(true) },
        { requiredKeys: ['first', 'when'] },
      )
      .map((each) => ({ [type]: each })),
  );
const distinct = fc
  .record(
    {
      ...base('medication'),
      distinct: fc.record({ level: fc.constantFrom(1, 2, 3, 4, 5) }),
      count,
    },
    { requiredKeys: ['distinct'] },
  )
  .map((medication) => ({ medication }));
const valued = fc
  .record({ ...base('result'), value, count: counted }, { requiredKeys: ['value'] })
  .map((result) => ({ result }));
const picked = fc
  .record(
    {
      ...base('result'),
      value,
      pick: fc.constantFrom('latest', 'earliest', 'highest', 'lowest'),
    },
    { requiredKeys: ['value', 'pick'] },
  )
  .map((result) => ({ result }));
const preferred = fc
  .record({
    prefer: fc.array(codesOf('result'), { minLength: 2, maxLength: 3 }),
    when: window,
    value,
    source: fc.option(source, { nil: undefined, freq: 1 }),
  })
  // A window has a beginning here, else no profile may hold it.
  .map(({ when, source: from, ...rest }) => ({
    result: {
      ...rest,
      pick: 'latest',
      when:
        when === 'ever' || (typeof when === 'object' && 'to' in when && !('from' in when))
          ? { last: 'P1Y' }
          : when,
      ...(from === undefined ? {} : { source: from }),
    },
  }));
const query = fc
  .oneof(
    { weight: 3, arbitrary: plain },
    { weight: 2, arbitrary: lasting },
    { weight: 2, arbitrary: inEpisodes },
    { weight: 1, arbitrary: distinct },
    { weight: 2, arbitrary: first },
    { weight: 1, arbitrary: valued },
    { weight: 3, arbitrary: picked },
    { weight: 1, arbitrary: preferred },
  )
  .filter(mayHold);

const patientQuery = optional({
  age: fc
    .record({
      limit: fc.oneof(
        { weight: 3, arbitrary: fc.integer({ min: 1, max: 90 }) },
        { weight: 1, arbitrary: fc.constantFrom('P5M', 'P6W', 'P1Y3M', 'P40Y', 'P540M', 'P0D') },
      ),
      side: fc.constantFrom('min' as const, 'max' as const),
      on: fc.option(edge, { nil: undefined, freq: 1 }),
    })
    .map(({ limit, side, on }) => ({ [side]: limit, ...(on === undefined ? {} : { on }) })),
  sex: fc.constantFrom('female', 'male'),
  municipality: fc.constant(['0101', '0751']),
  postalCode: fc.constant([' 8000']),
  insuranceGroup: fc.constantFrom(1, 2),
  practitioner: fc.constant(['ab']),
  registered: fc.record({ when: window }),
  listed: fc.boolean(),
}).filter((each) => Object.keys(each).length > 0 && mayHold({ patient: each }));

const spanPart = fc
  .constantFrom(...spanTypes)
  .chain((type) => optional({ codes: codesOf(type), source }).map((each) => ({ [type]: each })));
const sequencePart = fc
  .oneof(
    ...recordTypes.map((type) =>
      optional({ ...base(type), ...(type === 'result' ? { value } : {}) }).map((each) => ({
        [type]: each,
      })),
    ),
  )
  .filter(mayHold);
/** R19c: small differences, of results between 0 and 7 mostly. */
const change = fc
  .record({
    codes: codesOf('result'),
    when: fc.option(window, { nil: undefined, freq: 3 }),
    source: fc.option(source, { nil: undefined, freq: 1 }),
    from: fc.constantFrom('previous', 'earliest', 'highest', 'lowest'),
    bounds,
    less: fc.integer({ min: 0, max: 8 }),
  })
  .map(
    ({ codes, when, source: own, from, bounds: { unit: asked, plausible, ...limits }, less }) => ({
      change: {
        of: { codes, ...(when ? { when } : {}), ...(own === undefined ? {} : { source: own }) },
        from,
        value: {
          ...Object.fromEntries(
            Object.entries(limits as Record<string, number>).map(([side, limit]) => [
              side,
              limit - less,
            ]),
          ),
          unit: asked,
          ...(plausible ? { plausible } : {}),
        },
      },
    }),
  )
  .filter(mayHold);
/** R19a */
const dayPart = fc.oneof(
  ...recordTypes
    .filter((type) => !isSpan(type))
    .map((type) =>
      optional({
        codes: codesOf(type),
        source: fc.option(source, { nil: undefined, freq: 1 }),
        ...further[type],
      }).map((each) => ({ [type]: each })),
    ),
  ...[1, 2, 3].map(() =>
    fc
      .record(
        {
          codes: codesOf('result'),
          source: fc.option(source, { nil: undefined, freq: 1 }),
          pick: fc.constantFrom('any', 'latest', 'earliest', 'highest', 'lowest'),
          value: bounds,
        },
        { requiredKeys: ['value'] },
      )
      .map((result) => ({ result })),
  ),
);
const sameDay = fc
  .record(
    { of: fc.array(dayPart, { minLength: 2, maxLength: 3 }), when: window },
    { requiredKeys: ['of'] },
  )
  .map((each) => ({ sameDay: each }));
const combined = fc
  .oneof(
    sameDay,
    change,
    fc
      .record(
        {
          of: fc.array(spanPart, { minLength: 2, maxLength: 3 }),
          when: window,
          lasting: longPeriod,
        },
        { requiredKeys: ['of'] },
      )
      .map((concurrent) => ({ concurrent })),
    fc
      .record({
        of: fc.tuple(sequencePart, sequencePart),
        within: fc.oneof(period, fc.constantFrom('P1Y', 'P2Y')),
      })
      .map((sequence) => ({ sequence })),
  )
  .filter(mayHold);

const criterion: fc.Arbitrary<Criterion> = fc.letrec((tie) => ({
  criterion: fc.oneof(
    { depthSize: 'small', withCrossShrink: true },
    { weight: 6, arbitrary: query },
    { weight: 2, arbitrary: combined },
    { weight: 1, arbitrary: patientQuery.map((patient) => ({ patient })) },
    {
      weight: 2,
      arbitrary: fc.array(tie('criterion'), { minLength: 1, maxLength: 3 }).map((all) => ({ all })),
    },
    {
      weight: 2,
      arbitrary: fc.array(tie('criterion'), { minLength: 1, maxLength: 3 }).map((any) => ({ any })),
    },
    { weight: 2, arbitrary: tie('criterion').map((not) => ({ not })) },
    {
      weight: 2,
      arbitrary: fc
        .record(
          {
            on: sequencePart,
            pick: fc.constantFrom('latest', 'earliest'),
            at: fc.constant('end'),
            is: tie('criterion'),
          },
          { requiredKeys: ['on', 'pick', 'is'] },
        )
        .map(({ at, ...anchor }) => {
          const isOfSpans = spanTypes.some((type) => type in anchor.on);
          return { anchor: { ...anchor, ...(isOfSpans && at ? { at } : {}) } };
        }),
    },
    {
      weight: 1,
      arbitrary: fc
        .array(tie('criterion'), { minLength: 1, maxLength: 3 })
        .chain((of) => fc.integer({ min: 1, max: of.length }).map((atLeast) => ({ atLeast, of }))),
    },
  ),
})).criterion as fc.Arbitrary<Criterion>;

const recordItem = fc.constantFrom(...recordTypes).chain((type) =>
  fc.record(
    {
      type: fc.constant(type),
      ...base(type),
      condition: criterion,
      show: fc.constantFrom('list', 'latest', 'count', 'next'),
    },
    { requiredKeys: ['type'] },
  ),
);
const patientItem = fc.record({
  type: fc.constant('patient'),
  field: fc.constantFrom('cpr', 'name', 'age', 'sex', 'address', 'insuranceGroup'),
});

/** A profile that the check lets pass. */
export const profile: fc.Arbitrary<Profile> = fc
  .record(
    {
      include: criterion,
      exclude: criterion,
      // Mostly plain questions, that nothing else hides.
      markers: fc.array(fc.oneof(query, query, combined, combined, criterion), {
        minLength: 5,
        maxLength: 8,
        size: 'max',
      }),
      denominator: criterion,
      except: criterion,
      items: fc.array(fc.oneof(recordItem, patientItem), { minLength: 1, maxLength: 3 }),
    },
    { requiredKeys: ['include', 'markers', 'items'] },
  )
  .map(({ include, exclude, markers, denominator, except, items }) =>
    parseProfile(
      documentWith(include, {
        population: { include, ...(exclude ? { exclude } : {}) },
        information: items.map((item, index) => ({ ...item, id: `i${index}`, title: { da: 'I' } })),
        markers: (markers as Criterion[]).map((when, index) => ({
          id: `m${index}`,
          level: 'info',
          title: { da: 'M' },
          when,
        })),
        indicators: [
          {
            id: 'n',
            title: { da: 'N' },
            numerator: markers[0],
            ...(denominator ? { denominator } : {}),
            ...(except ? { except } : {}),
          },
        ],
      }),
    ),
  )
  // A contradiction comes up now and then; no profile may hold one.
  .filter((outcome) => outcome.ok)
  .map((outcome) => outcome.profile);

/** Dates as they are written, now and then unreadable, impossible or with a time, or known to a year or month. */
const writtenDay = fc.oneof(
  { weight: 300, arbitrary: day },
  {
    weight: 40,
    arbitrary: fc
      .tuple(day, fc.constantFrom('T23:30+01:00', 'T10:15', 'T10:15:30', 'T09:00', ' 24:00'))
      .map((parts) => parts.join('')),
  },
  { weight: 15, arbitrary: day.map((date) => date.slice(0, 7)) },
  { weight: 8, arbitrary: day.map((date) => date.slice(0, 4)) },
  {
    weight: 4,
    arbitrary: fc.constantFrom(
      'engang',
      '2026-02-30',
      '',
      '0001-01-01',
      '1840-05-01',
      '9999-12-31',
    ),
  },
);
const textual = fc.option(fc.constantFrom('Tekst', '<b>fed</b>', ''), { nil: undefined, freq: 3 });
const writtenSource = fc.oneof(
  { weight: 200, arbitrary: fc.constantFrom(undefined, 'FMK', 'fmk ', 'Journal') },
  // Of a wrong type: the record is set aside, and all else of it can be read.
  { weight: 1, arbitrary: fc.constant(7 as unknown as string) },
);
const writtenCode = (type: RecordType) =>
  fc.oneof(
    { weight: 200, arbitrary: fc.constantFrom(...written[type]) },
    { weight: type === 'medication' ? 12 : 1, arbitrary: fc.constant('') },
    { weight: 1, arbitrary: fc.constant(70 as unknown as string) },
  );
const common = (type: RecordType) => ({
  code: writtenCode(type),
  text: textual,
  source: writtenSource,
  system: fc.option(fc.constantFrom(systems[type].toLowerCase(), 'ICD-10', ...aliases[type]), {
    nil: undefined,
    freq: 3,
  }),
});
const spanOf = (type: RecordType) =>
  fc
    .record({
      ...common(type),
      from: fc.option(writtenDay, { nil: undefined as unknown as string, freq: 30 }),
      to: fc.option(writtenDay, { nil: undefined, freq: 2 }),
      dose: textual,
      product: fc.constantFrom('123', ' A7', 123 as unknown as string, undefined),
      strength: fc.constantFrom(
        { value: 1, unit: 'mg' },
        { value: 2000, unit: 'mg' },
        { value: 2, unit: 'ml' },
        { value: 2 } as unknown as Strength,
        undefined,
        undefined,
      ),
    })
    .map(({ dose, product, strength, ...rest }) =>
      type === 'medication' ? { ...rest, dose, product, strength } : rest,
    );
const result = fc.record({
  ...common('result'),
  at: writtenDay,
  value: fc.oneof(
    { weight: 180, arbitrary: fc.integer({ min: 0, max: 7 }) },
    { weight: 40, arbitrary: fc.constantFrom(0.07, 2.5, 70, 3000, 4000, 0.004) },
    { weight: 20, arbitrary: fc.constantFrom('positiv', 'NEGATIV ', '7') },
    { weight: 1, arbitrary: fc.constant(null as unknown as number) },
  ),
  comparator: fc.option(fc.constantFrom('<', '<=', '>', '>=', '≤', '=', 'ca.'), {
    nil: undefined,
    freq: 6,
  }) as fc.Arbitrary<Comparator | undefined>,
  unit: fc.option(
    fc.constantFrom(
      'mmol/L',
      ' mmol/l',
      'mmol / L',
      'umol/L',
      'μmol/L',
      'mL/min',
      '%',
      '10E-3',
      'ukendt',
    ),
    { nil: undefined, freq: 4 },
  ),
  low: fc.option(fc.integer(), { nil: undefined, freq: 5 }),
});
const service = fc.record({
  ...common('service'),
  at: writtenDay,
  specialty: fc.constantFrom('80', '24', undefined),
});
const appointment = fc.record({
  ...common('appointment'),
  code: fc.option(writtenCode('appointment'), { nil: undefined }),
  at: writtenDay,
  status: fc.option(fc.constantFrom('booked' as const, 'cancelled' as const, 'missed' as const), {
    nil: undefined,
  }),
});
const referral = fc.record({
  ...common('referral'),
  code: fc.option(writtenCode('referral'), { nil: undefined }),
  at: writtenDay,
  to: textual,
  status: fc.option(fc.constantFrom('sent' as const, 'cancelled' as const), { nil: undefined }),
});

const letter = fc.record({
  ...common('letter'),
  code: fc.option(writtenCode('letter'), { nil: undefined }),
  at: writtenDay,
  from: textual,
  status: fc.option(fc.constantFrom('final' as const, 'cancelled' as const), { nil: undefined }),
});

const vaccination = fc.record({ ...common('vaccination'), at: writtenDay });
const carePlan = fc.record({
  ...common('carePlan'),
  code: fc.option(writtenCode('carePlan'), { nil: undefined }),
  from: fc.option(writtenDay, { nil: undefined as unknown as string, freq: 30 }),
  to: fc.option(writtenDay, { nil: undefined, freq: 2 }),
  maintained: fc.option(writtenDay, { nil: undefined as unknown as string, freq: 4 }),
  status: fc.option(fc.constantFrom('active', 'completed', 'cancelled'), {
    nil: undefined,
  }) as fc.Arbitrary<'active' | undefined>,
});
const noteOf = (type: 'note' | 'correspondence') =>
  fc.record({
    ...common(type),
    code: fc.option(writtenCode(type), { nil: undefined }),
    at: writtenDay,
    from: textual,
  });

const listOf = <Entry>(entry: fc.Arbitrary<Entry>) =>
  fc.oneof(
    { weight: 60, arbitrary: fc.array(entry, { minLength: 3, maxLength: 8, size: 'max' }) },
    { weight: 2, arbitrary: fc.constant(undefined) },
    { weight: 1, arbitrary: fc.constantFrom('junk', null) as unknown as fc.Arbitrary<undefined> },
  );

const coverageOfType = (type: RecordType): fc.Arbitrary<Coverage> =>
  fc.record(
    {
      available: fc.constantFrom(true, true, true, false),
      from: fc.option(fc.oneof(day, day, fc.constantFrom('2024', '2026-03', 'engang')), {
        nil: undefined as unknown as string,
        freq: 1,
      }),
      source: source,
      updated: fc.option(fc.oneof(day, fc.constantFrom('2026-11-20T08:00:00Z', '2026-10')), {
        nil: undefined as unknown as string,
        freq: 1,
      }),
      staleAfter: fc.constantFrom('P1Y', 'P1M', 'P0D', 'P10Y'),
      systems: fc.option(fc.constantFrom([systems[type]], ['ICD-10'], [...aliases[type], 'SKS']), {
        nil: undefined as unknown as string[],
        freq: 1,
      }),
    },
    { requiredKeys: ['available'] },
  );
const complete: CoverageByType = Object.fromEntries(
  recordTypes.map((type) => [type, { available: true }]),
);
export const coverage: fc.Arbitrary<CoverageByType> = fc.oneof(
  fc.constant(complete),
  fc.record(
    Object.fromEntries(recordTypes.map((type) => [type, coverageOfType(type)])) as Record<
      RecordType,
      fc.Arbitrary<Coverage>
    >,
    { requiredKeys: [] },
  ) as fc.Arbitrary<CoverageByType>,
);

const person = fc.record({
  name: fc.constantFrom('Test Testesen', 'Åse Prøve', ''),
  cpr: fc.constantFrom('010141-9996', undefined as unknown as string),
  birthDate: fc.oneof(
    { weight: 4, arbitrary: fc.constantFrom('1941-06-15', '1980-02-29', '2010-11-24', '1936') },
    { weight: 1, arbitrary: fc.constantFrom('2027-01-01', 'ukendt', '1900-01-01', '2026-11') },
  ),
  sex: fc.constantFrom('female', 'male', 'unknown', 'M', 'K', '7') as fc.Arbitrary<Sex>,
  municipality: fc.constantFrom('0101', ' 0751', '0461', undefined as unknown as string),
  postalCode: fc.constantFrom('8000', '9000', undefined as unknown as string),
  insuranceGroup: fc.constantFrom(1, 2, undefined, '1', '9') as fc.Arbitrary<1>,
  registered: fc.option(writtenDay, { nil: undefined as unknown as string, freq: 4 }),
  listed: fc.constantFrom(true, false, undefined, 'false', 'nej') as fc.Arbitrary<true>,
  practitioner: fc.constantFrom('AB', 'CD', undefined as unknown as string),
  deceased: fc.oneof(
    { weight: 12, arbitrary: fc.constant(undefined as unknown as string) },
    {
      weight: 1,
      arbitrary: fc.constantFrom(
        '2024-01-01',
        '2026-11-25',
        'i går',
        '2026',
        '2025-02',
        '1930-01-01',
        false as unknown as string,
      ),
    },
  ),
});

const patientRecords = fc.record({
  patient: person,
  diagnoses: listOf(spanOf('diagnosis')),
  medications: listOf(spanOf('medication')),
  results: listOf(result),
  services: listOf(service),
  appointments: listOf(appointment),
  referrals: listOf(referral),
  letters: listOf(letter),
  vaccinations: listOf(vaccination),
  carePlans: listOf(carePlan),
  notes: listOf(noteOf('note')),
  correspondence: listOf(noteOf('correspondence')),
  coverage: fc.option(coverage, { nil: undefined, freq: 8 }),
});

/** A small clinic. Ids are given by place; now and then one comes twice, so that it is replaced. */
export const patients: fc.Arbitrary<readonly PatientRecords[]> = fc
  .array(fc.tuple(patientRecords, fc.noBias(fc.integer({ min: 0, max: 19 }))), {
    minLength: 10,
    maxLength: 14,
  })
  .map((drawn) =>
    drawn.map(([records, twice], index) => ({
      ...records,
      patient: { id: `p${twice === 0 ? 0 : index}`, ...records.patient },
    })),
  ) as fc.Arbitrary<readonly PatientRecords[]>;
