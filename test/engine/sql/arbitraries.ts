/**
 * Random criteria and patients for SQL: everything that a profile may ask, in calendar periods too, of
 * records of which much is missing, odd or unreadable. Few codes and few days, so that everything meets.
 */
import type { Random } from '../../../fixtures/clinic/random.ts';
import type {
  Anchor,
  CodeSet,
  ConcurrentPart,
  Count,
  Criterion,
  Lengths,
  PatientQuery,
  ResultQuery,
  ResultValue,
  SequencePart,
  Window,
} from '../../../src/profile/index.ts';
import {
  addPeriod,
  isSpan,
  recordTypes,
  type CoverageByType,
  type RecordType,
} from '../../../src/record/index.ts';
import { asOf } from '../cases.ts';

const farthest = 120;

const codes: Readonly<Record<RecordType, readonly (readonly [code: string, system?: string])[]>> = {
  diagnosis: [
    ['P70'],
    ['P 70', 'ICPC2'],
    ['p7001 ', 'http://hl7.org/fhir/sid/icpc-2'],
    ['P71'],
    ['K86'],
    ['K99.0', 'ICD10'],
    ['D', 'LOCAL'],
  ],
  medication: [['N05AH03'], ['N05AH04'], ['n05ba01'], ['C09AA'], ['C'], ['N05AH03', 'local']],
  result: [['NPU1'], ['NPU2'], ['NPU10'], ['DNK\u201335-302', 'DNK']],
  service: [['0101'], ['101'], ['2133'], ['0101', 'SKS']],
  appointment: [['AK'], ['AK2']],
  referral: [['ZZ'], ['ZY']],
  letter: [['EP'], ['EP2'], ['EP', 'SKS']],
  vaccination: [['J07BB02'], ['j07bx03'], ['J07BB02', 'local']],
  carePlan: [['KOL'], ['KOL2']],
  note: [['K'], ['T']],
  correspondence: [['KOM'], ['KOM', 'SKS']],
};
const asked: Readonly<Record<RecordType, readonly CodeSet[]>> = {
  diagnosis: [
    { system: 'ICPC-2', include: ['P70'] },
    { system: 'icpc-2', include: [' p'], exclude: ['P7001'] },
    { system: 'ICPC-2', include: ['P70-P71', 'K'] },
    { system: 'ICPC-2', include: ['A00-P70'], exclude: ['K80-K90', 'P7001-P7001'] },
    { system: 'ICD-10', include: ['K9', 'K990'] },
    { system: 'local', include: ['d', 'P70'] },
  ],
  medication: [
    { system: 'ATC', include: ['N05A'] },
    { system: 'ATC', include: ['N05AH04', 'C'] },
    { system: 'ATC', include: ['N'], exclude: ['N05AH03', 'N05BA-N05BC'] },
    { system: 'ATC', include: ['C09AA-N05AH'] },
  ],
  result: [
    { system: 'NPU', include: ['NPU1'] },
    { system: 'NPU', include: ['npu1', 'NPU2'] },
    { system: 'NPU', include: ['NPU1-NPU2'], exclude: ['NPU10'] },
    { system: 'NPU', include: ['DNK-35-302', 'NPU10'] },
  ],
  service: [
    { system: 'ydelse', include: ['0101'] },
    { system: 'YDELSE', include: ['0000-9999'] },
    { system: 'SKS', include: ['01'] },
  ],
  appointment: [
    { system: 'local', include: ['AK'] },
    { system: 'local', include: ['AK-AZ'] },
  ],
  referral: [
    { system: 'local', include: ['ZZ'] },
    { system: 'local', include: ['ZA-ZZ'] },
  ],
  letter: [
    { system: 'LOCAL', include: ['ep'] },
    { system: 'SKS', include: ['E'] },
  ],
  vaccination: [
    { system: 'ATC', include: ['J07'] },
    { system: 'ATC', include: ['J07BB'], exclude: ['J07BB01'] },
  ],
  carePlan: [
    { system: 'local', include: ['KOL'] },
    { system: 'local', include: ['KOL', 'kol2'] },
  ],
  note: [{ system: 'local', include: ['K'] }],
  correspondence: [
    { system: 'local', include: ['KOM'] },
    { system: 'SKS', include: ['K'] },
  ],
};
const sources = ['FMK', 'fmk ', 'Journal'] as const;
const texts = ['Positiv', 'NEGATIV ', 'hæmolyse'] as const;
/** Units in which the same few numbers meet: their factors against the first that a profile asks. */
const units = [
  ['mmol/L', 1],
  ['mmol/l', 1],
  [' MMOL / L', 1],
  ['µmol/L', 1000],
  ['umol/l', 1000],
  ['mg/dL', 1],
  ['10\u207b\u00b3', 1],
  ['mmol/mol', 1],
  ['mg/g', 1],
  ['%', 0.1],
] as const;
const askedUnits = ['mmol/L', 'mmol/L', 'mmol/L', '10-3', 'mmol/mol', '1'] as const;

const spanTypes = recordTypes.filter(isSpan);

/** A criterion that a profile may hold, whatever can be asked. */
export function drawCriterion(random: Random, depth = 2): Criterion {
  if (depth === 0 || random.chance(0.6)) return drawQuestion(random);
  if (random.chance(0.25)) return { not: drawCriterion(random, depth - 1) };
  if (random.chance(0.3)) return { anchor: drawAnchor(random, depth - 1) };
  const parts = Array.from({ length: random.whole(1, 4) }, () => drawCriterion(random, depth - 1));
  return random.pick<Criterion>([
    { all: parts },
    { any: parts },
    { atLeast: random.whole(1, parts.length), of: parts },
  ]);
}

function drawAnchor(random: Random, depth: number): Anchor {
  const on = drawSequencePart(random);
  const isOfSpans = spanTypes.some((type) => type in on);
  return {
    on,
    pick: random.pick(['latest', 'earliest'] as const),
    ...(isOfSpans && random.chance(0.4) ? { at: 'end' } : {}),
    is: drawCriterion(random, depth),
  };
}

function drawQuestion(random: Random): Criterion {
  switch (random.whole(0, 11)) {
    case 0:
      return { patient: drawPatientQuery(random) };
    case 1:
    case 2: {
      const of = Array.from({ length: random.whole(2, 3) }, () => drawPart(random));
      return { concurrent: { of, ...maybe(random, 'when', drawWindow), ...lasting(random, 0.6) } };
    }
    case 3: {
      const of = [drawSequencePart(random), drawSequencePart(random)] as const;
      return { sequence: { of, within: drawPeriod(random) } };
    }
    case 4:
    case 5: {
      const type = random.pick(spanTypes);
      const base = drawBase(random, type);
      const length = random.chance(0.5) ? { lasting: drawLengths(random) } : lasting(random, 1);
      const gap = maybe(random, 'gap', drawPeriod);
      const query = random.chance(0.5)
        ? {
            ...base,
            episodes: gap,
            ...maybe(random, 'count', drawCount),
            ...(random.chance(0.6) ? length : {}),
          }
        : { ...base, ...length, ...gap };
      return { [type]: query } as unknown as Criterion;
    }
    case 6:
    case 7: {
      const base = drawBase(random, 'result');
      if (random.chance(0.4))
        return {
          result: { ...base, ...maybe(random, 'count', drawCounted), value: drawValue(random) },
        };
      if (random.chance(0.3)) return { result: drawPreferred(random) };
      const pick = random.pick(['latest', 'earliest', 'highest', 'lowest'] as const);
      const isByDate = pick === 'latest' || pick === 'earliest';
      return { result: { ...base, pick, value: (isByDate ? drawValue : drawBounds)(random) } };
    }
    case 10:
      return drawChange(random);
    case 11:
      return drawSameDay(random);
    case 8: {
      const distinct = { level: random.pick([1, 2, 3, 4, 5] as const) };
      const query = { ...drawBase(random, 'medication'), ...maybe(random, 'count', drawCount) };
      return { medication: random.chance(0.6) ? { ...query, distinct } : query };
    }
    default: {
      const type = random.pick(recordTypes);
      const isNew =
        withFirst.includes(type) && random.chance(0.5)
          ? { first: true, when: drawWindow(random) }
          : {};
      const query = {
        ...drawBase(random, type),
        ...maybe(random, 'count', 'first' in isNew ? drawCount : drawCounted),
        ...isNew,
      };
      return { [type]: query } as unknown as Criterion;
    }
  }
}

function drawChange(random: Random): Criterion {
  const low = (random.whole(0, 10) - 6) / 2;
  const bounds = random.pick<object>([
    { above: low },
    { atLeast: low },
    { below: low + 1 },
    { atMost: low + 1 },
    { above: low, below: low + 2 },
    { atLeast: low, atMost: low + 1 },
  ]);
  const { source } = drawSelection(random, 'result');
  const of = {
    codes: random.pick(asked.result),
    ...maybe(random, 'when', drawWindow),
    ...(source === undefined ? {} : { source }),
  };
  return {
    change: {
      of,
      from: random.pick(['previous', 'earliest', 'highest', 'lowest'] as const),
      value: { ...bounds, unit: random.pick(askedUnits), ...drawPlausible(random, 2) },
    },
  };
}

function drawSameDay(random: Random): Criterion {
  const of = Array.from({ length: random.pick([2, 2, 3]) }, () => {
    const type = random.chance(0.7)
      ? 'result'
      : random.pick(recordTypes.filter((each) => !isSpan(each)));
    const selection = drawSelection(random, type);
    if (type !== 'result' || random.chance(0.3)) return { [type]: selection };
    const pick = random.pick(['any', 'latest', 'earliest', 'highest', 'lowest'] as const);
    const isByNumber = pick === 'highest' || pick === 'lowest';
    return { result: { ...selection, pick, value: (isByNumber ? drawBounds : drawValue)(random) } };
  });
  return { sameDay: { of, ...maybe(random, 'when', drawWindow) } } as unknown as Criterion;
}

function drawPreferred(random: Random): ResultQuery {
  const prefer = Array.from({ length: random.whole(2, 3) }, () => random.pick(asked.result));
  const when = random.pick<Window>([
    { last: drawPeriod(random) },
    { from: `-${drawPeriod(random)}`, to: `+${drawPeriod(random)}` },
    { last: 'P1Y' },
  ]);
  const { source } = drawSelection(random, 'result');
  const from = source === undefined ? {} : { source };
  return { pick: 'latest', prefer, when, value: drawValue(random), ...from };
}

function maybe<Key extends string, Value>(
  random: Random,
  key: Key,
  draw: (random: Random) => Value,
): { [K in Key]?: Value } {
  return (random.chance(0.6) ? { [key]: draw(random) } : {}) as { [K in Key]?: Value };
}

/** The types of which one can ask what is new. */
const withFirst: readonly RecordType[] = [
  ...(['diagnosis', 'medication', 'vaccination', 'carePlan', 'note', 'correspondence'] as const),
];

function drawSelection(random: Random, type: RecordType) {
  return {
    ...drawFurther(random, type),
    ...maybe(random, 'codes', () => random.pick(asked[type])),
    ...(random.chance(0.15) ? { source: random.pick(sources) } : {}),
  };
}

/** R10a: what is asked of a record beside its code. */
function drawFurther(random: Random, type: RecordType) {
  const own: Readonly<Partial<Record<RecordType, () => object>>> = {
    medication: () =>
      random.pick([
        { product: '12' },
        { product: ['12', ' a7'] },
        { strength: { atLeast: 1.5, unit: 'mg' } },
        { strength: { above: 1, atMost: 1500, unit: 'µg' }, product: 'A7' },
      ]),
    service: () => ({ specialty: random.pick<unknown>(['80', ['80', ' 24']]) }),
    appointment: () => ({ status: random.pick<unknown>(['attended', ['booked', 'missed']]) }),
    referral: () => ({ status: random.pick<unknown>(['sent', ['accepted', 'completed']]) }),
    carePlan: () => ({
      ...(random.chance(0.5) ? { status: 'active' } : {}),
      ...maybe(random, 'maintained', drawWindow),
    }),
  };
  return random.chance(type === 'carePlan' ? 0.6 : 0.25) ? own[type]?.() : {};
}

function drawBase(random: Random, type: RecordType) {
  return { ...drawSelection(random, type), ...maybe(random, 'when', drawWindow) };
}

function drawPart(random: Random): ConcurrentPart {
  const type = random.pick<RecordType>(['medication', 'medication', ...spanTypes]);
  return { [type]: drawSelection(random, type) } as unknown as ConcurrentPart;
}

function drawSequencePart(random: Random): SequencePart {
  const type = random.pick(recordTypes);
  const value = type === 'result' ? maybe(random, 'value', drawValue) : {};
  return { [type]: { ...drawBase(random, type), ...value } } as unknown as SequencePart;
}

/** At least a day: a period of none says nothing. */
function lasting(random: Random, probability: number) {
  return random.chance(probability) ? { lasting: drawPeriod(random) } : {};
}

function drawPeriod(random: Random): string {
  return random.pick([
    'P1D',
    'P2D',
    'P1W',
    'P2W3D',
    'P1M',
    'P2M',
    'P1M1D',
    'P1M29D',
    'P1Y',
    'P1Y1M',
    'P11M30D',
    `P${random.whole(1, 60)}D`,
  ]);
}

/** A day from that of evaluation. */
function drawEdge(random: Random): string {
  return random.pick(['-', '+', '-']) + drawPeriod(random);
}

function drawWindow(random: Random): Window {
  const edge = () => drawEdge(random);
  switch (random.whole(0, 8)) {
    case 0:
      return 'ever';
    case 1:
      return 'now';
    case 2:
      return 'future';
    case 3:
    case 4:
      return { last: drawPeriod(random) };
    case 5:
      return { next: drawPeriod(random) };
    case 6:
      return { from: edge(), to: edge() };
    case 7:
      return random.chance(0.5) ? { from: edge() } : { to: edge() };
    default:
      return { from: dayAt(random.whole(-farthest, 0)), to: dayAt(random.whole(0, farthest)) };
  }
}

function drawCount(random: Random): Count {
  const min = random.whole(0, 3);
  return random.pick<Count>([{ min: min + 1 }, { max: min }, { min, max: min + 1 }]);
}

function drawLengths(random: Random): Lengths {
  return random.pick<Lengths>([
    { atMost: drawPeriod(random) },
    { atMost: `P${random.whole(1, 60)}D` },
    { atLeast: drawPeriod(random) },
    { atLeast: `P${random.whole(1, 20)}D`, atMost: `P${random.whole(20, 90)}D` },
  ]);
}

/** Now and then of those that are so far apart. */
function drawCounted(random: Random): Count {
  return random.chance(0.5)
    ? { ...drawCount(random), apart: drawPeriod(random) }
    : drawCount(random);
}

function drawValue(random: Random): ResultValue {
  if (random.chance(0.2)) return { text: [random.pick(texts), random.pick(['POSITIV', 'x'])] };
  return drawBounds(random);
}

function drawBounds(random: Random): ResultValue {
  const bound = random.whole(0, 8) / 2;
  const low = random.pick<ResultValue>([{ above: bound }, { atLeast: bound }]);
  const high = random.pick<ResultValue>([{ below: bound + 2 }, { atMost: bound + 2 }]);
  const asked = random.pick<ResultValue>([low, high, { ...low, ...high }]);
  return { ...asked, unit: random.pick(askedUnits), ...drawPlausible(random, bound) };
}

/** Now and then, about the bounds. */
function drawPlausible(random: Random, bound: number) {
  const min = { min: Math.min(bound, random.whole(0, 3) / 2) };
  const max = { max: bound + 2 + random.whole(0, 3) / 2 };
  return random.chance(0.25) ? { plausible: random.pick([min, max, { ...min, ...max }]) } : {};
}

function drawPatientQuery(random: Random): PatientQuery {
  const min = random.whole(0, 80);
  return random.pick<PatientQuery>([
    { age: { min } },
    { age: { max: min } },
    { age: { min, max: min + 20 }, sex: 'female' },
    { sex: random.pick(['female', 'male'] as const) },
    { municipality: ['0101', '0751'] },
    { postalCode: ['8000 '], insuranceGroup: 1 },
    { insuranceGroup: 2 },
    { practitioner: ['DR. ÅSE', 'dr. bo'] },
    { age: { min: random.pick(['P6W', 'P5M', 'P1Y3M', 'P60Y', 'P720M', 'P2W3D']) } },
    { age: { max: random.pick(['P6W', 'P12M', 'P59Y11M', 'P719M']), on: drawEdge(random) } },
    { age: { min, on: drawEdge(random) } },
    { registered: { when: drawWindow(random) } },
    { listed: random.chance(0.5) },
  ]);
}

function dayAt(days: number): string {
  const moved = Date.parse(`${asOf}T00:00:00Z`) + days * 86_400_000;
  return new Date(moved).toISOString().slice(0, 10);
}

/** Days near each other, or a calendar period from one another; some known to their month or year, some impossible. */
function drawDay(random: Random): string {
  if (random.chance(0.03))
    return random.pick(['2024-02-30', '', 'engang', '1753-01-01', '1788-05-01', '1900-01-01']);
  if (random.chance(0.06)) return random.pick(['2024-02', '2024-03', '2023-12', '2024', '2023']);
  const day = dayAt(random.whole(-farthest, farthest / 2));
  if (random.chance(0.7)) return day;
  const near = random.pick([asOf, '2024-02-29', '2024-01-31', '2023-12-31', '2023-03-31']);
  return addPeriod(near, { years: 0, months: 0, weeks: 0, days: random.whole(-2, 2) });
}

/** A patient as an adapter may supply one, of whom much may be missing. */
export function drawPatient(random: Random, id: string): unknown {
  const some = <Value>(value: () => Value, probability = 0.85) =>
    random.chance(probability) ? value() : undefined;
  const coded = (type: RecordType) => {
    const [code, system] = random.pick(codes[type]);
    const isBad = random.chance(type === 'medication' ? 0.06 : 0.03);
    return {
      code: isBad ? random.pick<unknown>([70, '', ' ']) : code,
      // R3a: of a medicine it can be enough.
      ...(isBad && random.chance(0.7) ? { text: 'Pille' } : {}),
      system,
      source: some(() => random.pick(sources), 0.6),
    };
  };
  const span = () => {
    const from = drawDay(random);
    if (random.chance(0.03)) return { from: '2020-02-29', to: '9999-12-31' };
    if (random.chance(0.04)) return { to: drawDay(random) };
    if (random.chance(0.25) || !/^20/.test(from) || from === '2024-02-30') return { from };
    if (random.chance(0.06)) return { from, to: drawDay(random) };
    if (from.length < 10) return { from, to: random.pick(['2024-03', '2024', dayAt(-9)]) };
    return {
      from,
      to: addPeriod(from, { years: 0, months: 0, weeks: 0, days: random.whole(-1, 70) }),
    };
  };
  const entries: Readonly<Record<RecordType, () => object>> = {
    diagnosis: () => ({ ...coded('diagnosis'), ...span() }),
    medication: () => ({
      ...coded('medication'),
      ...span(),
      product: some(() => random.pick<unknown>(['12', ' A7', 12, '7']), 0.6),
      strength: some(
        () =>
          random.pick<unknown>([
            { value: 1.5, unit: 'mg' },
            { value: 1500, unit: 'µg' },
            { value: 1, unit: 'mL' },
            { value: 2 },
          ]),
        0.6,
      ),
    }),
    result: () => {
      const [unit, factor] = random.pick(random.chance(0.5) ? units.slice(0, 3) : units);
      const day = random.chance(0.3) ? dayAt(-random.whole(0, 3)) : drawDay(random);
      const time = random.pick(['T08:30', 'T08:30:15', 'T09:00', '', '']);
      return {
        ...coded('result'),
        at: day.length === 10 ? day + time : day,
        value: random.chance(0.15)
          ? random.pick(texts)
          : Number(((random.whole(0, 10) / 2) * factor).toFixed(2)),
        comparator: some(() => random.pick(['<', '<=', '>', '>=', '≤', '~']), 0.2),
        unit: some(() => unit, 0.8),
      };
    },
    service: () => ({
      ...coded('service'),
      at: drawDay(random),
      specialty: some(() => random.pick(['80', '24 ', '57']), 0.6),
    }),
    appointment: () => ({
      ...(random.chance(0.7) ? coded('appointment') : {}),
      at: `${drawDay(random)}T10:30`,
      status: some(() => random.pick(['booked', 'attended', 'missed', 'cancelled']), 0.7),
    }),
    referral: () => ({
      ...(random.chance(0.7) ? coded('referral') : {}),
      at: drawDay(random),
      status: some(() => random.pick(['sent', 'accepted', 'completed', 'cancelled']), 0.7),
    }),
    letter: () => ({
      ...(random.chance(0.7) ? coded('letter') : {}),
      at: drawDay(random),
      status: some(() => random.pick(['preliminary', 'final', 'cancelled']), 0.7),
    }),
    vaccination: () => ({ ...coded('vaccination'), at: drawDay(random) }),
    carePlan: () => ({
      ...(random.chance(0.8) ? coded('carePlan') : {}),
      ...span(),
      status: some(() => random.pick(['active', 'completed', 'cancelled']), 0.7),
      maintained: some(() => drawDay(random), 0.7),
    }),
    note: () => ({ ...(random.chance(0.7) ? coded('note') : {}), at: drawDay(random) }),
    correspondence: () => ({
      ...(random.chance(0.7) ? coded('correspondence') : {}),
      at: drawDay(random),
    }),
  };
  const list = (type: RecordType) => {
    if (random.chance(0.06)) return random.pick<unknown>([null, 'junk']);
    return Array.from({ length: random.whole(0, 5) }, () =>
      random.chance(0.01) ? null : entries[type](),
    );
  };
  return {
    patient: {
      id,
      name: 'Test Testesen',
      birthDate: random.chance(0.05) ? 'engang' : drawBirth(random),
      sex: random.pick(['female', 'male', 'unknown', 'K', 'm', '7']),
      municipality: some(() => random.pick(['0101', '0461'])),
      postalCode: some(() => random.pick([' 8000', '2100'])),
      insuranceGroup: some(() => random.pick<unknown>([1, 2, '1', '7'])),
      practitioner: some(() => random.pick(['Dr. Åse ', 'dr. Bo', 'Dr. Ib'])),
      registered: some(() => drawDay(random), 0.7),
      listed: some(() => random.pick<unknown>([true, false, 'nej']), 0.7),
      deceased: some(
        () =>
          random.pick<unknown>([
            asOf,
            '2024-04-01',
            '2024',
            '2024-03',
            '2024-04',
            'engang',
            false,
            '1800-05-05',
          ]),
        0.15,
      ),
    },
    diagnoses: list('diagnosis'),
    medications: list('medication'),
    results: list('result'),
    services: list('service'),
    appointments: list('appointment'),
    referrals: list('referral'),
    letters: list('letter'),
    vaccinations: list('vaccination'),
    carePlans: list('carePlan'),
    notes: list('note'),
    correspondence: list('correspondence'),
    coverage: random.chance(0.4) ? drawCoverage(random, 0.3) : undefined,
  };
}

function drawBirth(random: Random): string {
  return random.chance(0.1)
    ? random.pick([
        '2024-02-29',
        '2024-04-01',
        asOf,
        '1944-02-29',
        '1964-03-31',
        '1964-04-01',
        '1964',
        '1964-03',
        '2024-03',
        '1900-01-01',
      ])
    : `${random.whole(1930, 2020)}-03-${random.pick(['15', '30', '31'])}`;
}

/** The systems that coverage names, by all their names. */
const systems: Readonly<Record<RecordType, readonly (readonly string[])[]>> = {
  diagnosis: [['ICPC2'], ['ICPC-2', 'ICD-10'], ['ICD10']],
  medication: [['ATC'], ['ATC'], ['local']],
  result: [['NPU'], ['DNK'], ['local']],
  service: [['ydelse'], ['ydelse', 'SKS']],
  appointment: [['local']],
  referral: [['local'], ['SKS']],
  letter: [['local', 'SKS'], ['SKS']],
  vaccination: [['ATC'], ['local']],
  carePlan: [['local']],
  note: [['local']],
  correspondence: [['local', 'SKS'], ['SKS']],
};

/** What is declared of some types; mostly that they are there. */
export function drawCoverage(random: Random, declared = 0.8): CoverageByType {
  const entries = recordTypes
    .filter(() => random.chance(declared))
    .map((type) => [
      type,
      {
        available: random.chance(0.85),
        ...(random.chance(0.4)
          ? { from: random.chance(0.1) ? '2024-01' : dayAt(random.whole(-farthest, 10)) }
          : {}),
        ...(random.chance(0.25) ? { updated: dayAt(-random.whole(0, 60)) } : {}),
        ...(random.chance(0.2) ? { staleAfter: random.pick(['P1D', 'P1M', 'P1M15D', 'P2W']) } : {}),
        ...(random.chance(0.3) ? { systems: random.pick(systems[type]) } : {}),
      },
    ]);
  return Object.fromEntries(entries) as CoverageByType;
}
