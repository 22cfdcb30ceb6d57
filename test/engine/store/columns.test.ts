/** Columns give back what they were given, whole, and number what records have in common once. */
import { describe, expect, it } from 'vitest';
import { Clinic } from '../../../src/engine/index.ts';
import {
  Dictionary,
  restorePatient,
  SegmentBuilder,
  timeAt,
} from '../../../src/engine/store/index.ts';
import {
  checkPatient,
  recordTypes,
  type CheckedPatient,
  type PatientRecords,
  type SuppliedResult,
} from '../../../src/record/index.ts';
import { dateOf, openEnd, openStart } from '../../../src/record/days.ts';
import { patientWith } from '../build.ts';

function checkedOf(supplied: PatientRecords): CheckedPatient {
  const { patient } = checkPatient(supplied);
  if (!patient) throw new Error('Not even an id.');
  return patient;
}

/** The patients go into one segment of a builder, and come out again. */
function expectRestored(
  all: readonly PatientRecords[],
  dictionary = new Dictionary(),
  builder = new SegmentBuilder(dictionary),
) {
  const checked = all.map(checkedOf);
  expect(checked.map((each) => builder.add(each))).toEqual(checked.map((_, ref) => ref));
  const segment = builder.seal();
  expect(checked.map((_, ref) => restorePatient(segment, ref, dictionary))).toStrictEqual(checked);
  return segment;
}

const span = { code: 'P70', from: '2020-01-01' };
const point = { code: 'X', at: '2020-01-01' };
const result = { ...point, value: 1 };

describe('every field comes back', () => {
  it.each<[string, Partial<PatientRecords>]>([
    ['a span without end', { diagnoses: [span] }],
    ['a span with one', { diagnoses: [{ ...span, to: '2020-01-01' }] }],
    [
      'the first day and the last',
      { diagnoses: [{ ...span, from: '1941-01-01', to: '9999-12-30' }] },
    ],
    [
      'text, system, source',
      { diagnoses: [{ ...span, system: 'ICD-10', text: 'T', source: 'S' }] },
    ],
    ['a beginning known to its month', { diagnoses: [{ ...span, from: '2020-05' }] }],
    ['a beginning that nobody knows', { diagnoses: [{ code: 'P70', to: '2021-01-01' }, span] }],
    ['an end known to its year', { medications: [span, { ...span, to: '2021' }] }],
    [
      'a beginning and an end',
      { medications: [{ ...span, from: '2020-02', to: '2020-02' }, span] },
    ],
    ['a day known to its year', { results: [result, { ...result, at: '2019' }, result] }],
    ['a medicine without a code', { medications: [{ ...span, code: '', text: 'Magistrel' }] }],
    ['dose', { medications: [{ ...span, dose: '1 × 2' }] }],
    ['a medication’s end', { medications: [{ ...span, to: '2021-01-01' }] }],
    ['zero', { results: [{ ...result, value: 0 }] }],
    ['a text', { results: [{ ...result, value: 'positiv' }] }],
    ['a text that is a number', { results: [{ ...result, value: '5' }] }],
    ['midnight', { results: [{ ...result, at: '2020-01-01T00:00' }] }],
    ['a minute past', { services: [{ ...point, at: '2020-01-01T00:01:30+02:00' }] }],
    ['the last minute of a day', { appointments: [{ at: '2020-01-01T23:59' }] }],
    ['the end of a day', { appointments: [{ at: '2020-01-01T24:00' }] }],
    ['a second', { results: [{ ...result, at: '2020-01-01T23:59:59' }] }],
    ['a referral’s time', { referrals: [{ at: '2020-01-01T10:07Z' }] }],
    ['whom it went to', { referrals: [{ ...point, to: 'Klinik', status: 'accepted' }] }],
    ['who wrote it', { letters: [{ ...point, from: 'Afdeling', status: 'final', text: 'T' }] }],
    ['whom with', { appointments: [{ ...point, with: 'LH', status: 'attended', text: 'T' }] }],
    ['limits', { results: [{ ...result, unit: 'mmol/L', low: -1.5, high: 0, comparator: '<=' }] }],
    ['nothing at all', {}],
  ])('%s', (_, lists) => {
    expectRestored([patientWith(lists)]);
  });

  it('a list that was not supplied is another thing than an empty one', () => {
    const { diagnoses: _, ...without } = patientWith({}, { id: 'p2' });
    expectRestored([patientWith(), without, patientWith({}, { id: 'p3' })]);
  });

  it('a coverage of one’s own', () => {
    const own = { coverage: { result: { available: true, from: '2020-01-01' } } };
    const segment = expectRestored([patientWith(), patientWith(own), patientWith(own)]);
    expect([...segment.classOf]).toEqual([0, 1, 1]);
    expect(segment.classes).toHaveLength(2);
  });

  it('the place in the list as it was supplied, whatever was set aside between', () => {
    const given = (...good: boolean[]) =>
      patientWith({
        results: good.map((isGood) => ({ ...result, at: isGood ? '2020-01-01' : 'engang' })),
        services: [{ ...point, at: 'engang' }, point],
        diagnoses: 'junk' as unknown as [],
      });
    for (const each of [
      given(true, true),
      given(false, true),
      given(true, false),
      given(false, false, true, false, true, true, false),
      given(true, false, false, true, true, false),
      given(false, false),
    ])
      expectRestored([patientWith({ results: [result, result] }), each, patientWith()]);
  });

  it('gaps count in order, whatever the order in which they are told', () => {
    const dictionary = new Dictionary();
    const builder = new SegmentBuilder(dictionary);
    const results = ['a', 'b', '2020-01-01', 'd', '2020-01-01'].map((at) => ({ ...result, at }));
    const checked = checkedOf(patientWith({ results }));
    builder.add({ ...checked, rejected: [...checked.rejected].reverse() });
    const { records } = restorePatient(builder.seal(), 0, dictionary);
    expect(records.result.map(({ index }) => index)).toEqual([2, 4]);
  });
});

describe('records that differ in one thing only are told apart', () => {
  it.each<[list: keyof PatientRecords, alike: object, field: string, a: unknown, b: unknown]>([
    ['medications', span, 'text', 'A', 'B'],
    ['medications', span, 'source', 'A', 'B'],
    ['medications', span, 'dose', 'A', 'B'],
    ['medications', span, 'product', '1', '2'],
    ['medications', span, 'strength', { value: 5, unit: 'mg' }, { value: 5.5, unit: 'mg' }],
    ['medications', span, 'strength', { value: 5, unit: 'mg' }, { value: 5, unit: 'g' }],
    ['results', result, 'comparator', '<', '>='],
    ['results', result, 'unit', 'A', 'B'],
    ['results', result, 'low', 1, 0],
    ['results', result, 'high', 1, 0],
    ['results', result, 'value', 'A', 'B'],
    ['appointments', point, 'status', 'booked', 'missed'],
    ['appointments', point, 'with', 'A', 'B'],
    ['referrals', point, 'to', 'A', 'B'],
    ['letters', point, 'from', 'A', 'B'],
    ['letters', point, 'status', 'preliminary', 'final'],
    ['services', point, 'specialty', '80', '21'],
    ['vaccinations', point, 'dose', '1', '2'],
    ['carePlans', span, 'maintained', '2020-05', '2020-05-01'],
    ['carePlans', span, 'status', 'active', 'cancelled'],
    ['notes', point, 'from', 'A', 'B'],
    ['correspondence', point, 'to', 'A', 'B'],
    ['correspondence', point, 'from', 'A', 'B'],
  ])('%s, %j: %s', (list, alike, field, a, b) => {
    const each = [alike, { ...alike, [field]: a }, { ...alike, [field]: b }];
    const dictionary = new Dictionary();
    expectRestored([patientWith({ [list]: [...each, ...each] })], dictionary);
    expect(dictionary.details).toHaveLength(3);
  });
});

it('leaves out the body of a letter: a clinic of them would not fit', () => {
  const clinic = new Clinic({});
  const letter = { ...point, text: 'Udskrivning' };
  clinic.add([patientWith({ letters: [{ ...letter, body: 'Lang tekst.' }, letter] })]);
  expect(clinic.dictionary.details).toHaveLength(1);
  const [first] = clinic.patient('p1')?.records.letter ?? [];
  expect(first).toMatchObject({ text: 'Udskrivning' });
  expect(first).not.toHaveProperty('body');
});

describe('the dictionary', () => {
  it('numbers a system’s codes, and tells systems apart', () => {
    const dictionary = new Dictionary();
    const numbers = [
      ['ATC', 'A'],
      ['ATC', 'B'],
      ['NPU', 'A'],
      ['ATC', 'A'],
      ['NPU', 'A'],
      ['NPU', 'B'],
    ].map(([system, code]) => dictionary.numberOf(system!, code!));
    expect(numbers).toEqual([0, 1, 2, 0, 2, 3]);
    expect(dictionary.codes[2]).toEqual({ system: 'NPU', code: 'A' });
  });

  it('keeps one of each detail, however many come between', () => {
    const dictionary = new Dictionary();
    const texts = Array.from({ length: 30 }, (_, at) => ({ ...result, text: `T${at}` }));
    const other = texts.map((each) => ({ ...each, code: 'Y' }));
    expectRestored([patientWith({ results: [...texts, ...other, ...texts] })], dictionary);
    expect(dictionary.details).toHaveLength(30);
  });

  it('a span’s end is no detail, nor is a number', () => {
    const dictionary = new Dictionary();
    const spans = [span, { ...span, to: '2021-01-01' }, { ...span, to: '2022-01-01' }];
    const results = [result, { ...result, value: 2 }];
    expectRestored([patientWith({ medications: spans, results })], dictionary);
    expect(dictionary.details).toEqual([{}]);
  });

  it('follows another: the same numbers, then its own', () => {
    const [one, other] = [new Dictionary(), new Dictionary()];
    const [x, y] = [
      { ...result, text: 'A' },
      { ...result, code: 'Y' },
    ];
    expectRestored([patientWith({ results: [x, y] })], one);
    other.extend(one.codes, one.details);
    expectRestored([patientWith({ results: [y, x, { ...x, text: 'B' }] })], other);
    expect(other.codes).toEqual(one.codes);
    expect(other.details).toEqual([{ text: 'A' }, {}, { text: 'B' }]);
    other.extend([{ system: 'NPU', code: 'Z' }], [{ text: 'C' }]);
    expect(other.numberOf('NPU', 'Z')).toBe(2);
    expect(other.codes).toHaveLength(3);
  });
});

describe('a segment', () => {
  it('has a patient’s dates and sex as numbers, and says where there are none', () => {
    const { born, died, sex, size } = expectRestored([
      patientWith(),
      patientWith({}, { birthDate: '', sex: 'unknown', deceased: '2020-02-03' }),
      patientWith({}, { birthDate: '1850-12-31', sex: 'male', deceased: 'engang' }),
    ]);
    expect(size).toBe(3);
    const day = (date: string) => Date.parse(date) / 86_400_000;
    expect([...born]).toEqual([day('1941-06-15'), openStart, day('1850-12-31')]);
    expect([...died]).toEqual([openEnd, day('2020-02-03'), openEnd]);
    expect([...sex]).toEqual([1, 0, 2]);
  });

  it('keeps only the columns that a type has', () => {
    const timed = { ...point, at: '2020-01-01T12:34' };
    const { types } = expectRestored([
      patientWith({
        diagnoses: [span],
        medications: [span],
        results: [{ ...timed, value: 1 }],
        services: [point],
        appointments: [timed],
        referrals: [{ ...timed, to: 'Klinik' }],
        letters: [{ ...timed, from: 'Afdeling' }],
        vaccinations: [{ ...timed, dose: '2' }],
        carePlans: [{ ...span, maintained: '2024-02', status: 'active' }],
        notes: [{ ...timed, from: 'Læge' }],
        correspondence: [{ ...timed, from: 'Kommune', to: 'Læge' }],
      }),
    ]);
    for (const type of recordTypes) {
      const isSpan = ['diagnosis', 'medication', 'carePlan'].includes(type);
      // Nor one of times where no record has any.
      expect(types[type].time).toHaveLength(isSpan || type === 'service' ? 0 : 1);
      expect(types[type].value).toHaveLength(type === 'result' ? 1 : 0);
      expect(types[type].to === types[type].from).toBe(!isSpan);
      expect(types[type].to[0]).toBe(isSpan ? openEnd : types[type].from[0]);
    }
  });

  it('has times where one record has, in one segment and not in the next', () => {
    const dictionary = new Dictionary();
    const builder = new SegmentBuilder(dictionary);
    const services = [point, { ...point, at: '2020-01-01T00:00:05' }, point];
    const timed = expectRestored([patientWith({ services })], dictionary, builder).types.service;
    expect([...timed.time]).toEqual([-1, 5, -1]);
    expect([0, 1, 2].map((row) => timeAt(timed, row))).toEqual([-1, 5, -1]);
    const next = [patientWith({ services: [point] })];
    const untimed = expectRestored(next, dictionary, builder).types.service;
    expect(untimed.time).toHaveLength(0);
    expect(timeAt(untimed, 0)).toBe(-1);
  });

  it('R4a has columns of their own for days that are not known, where there are any', () => {
    const { types } = expectRestored([
      patientWith({
        diagnoses: [span, { code: 'P70', from: '2020-02', to: '2021' }],
        medications: [span],
        results: [result, { ...result, at: '2020-02' }],
        services: [point],
      }),
    ]);
    const datesOf = (type: 'diagnosis' | 'result', row: number) => {
      const { from, fromLatest, toEarliest, to } = types[type];
      return [from, fromLatest, toEarliest, to].map((column) => dateOf(column[row]!));
    };
    expect(datesOf('diagnosis', 1)).toEqual([
      '2020-02-01',
      '2020-02-29',
      '2021-01-01',
      '2021-12-31',
    ]);
    expect(datesOf('result', 0)).toEqual(Array(4).fill('2020-01-01'));
    expect(datesOf('result', 1)).toEqual(['2020-02-01', '2020-02-29', '2020-02-01', '2020-02-29']);
    expect(recordTypes.filter((type) => !types[type].isWhole)).toEqual(['diagnosis', 'result']);
    for (const type of ['medication', 'service'] as const) {
      expect(types[type].fromLatest).toBe(types[type].from);
      expect(types[type].toEarliest).toBe(types[type].to);
    }
  });

  it('R4a names the patients of whom birth or death is in doubt', () => {
    const lives = [{}, { deceased: 'engang' }, { deceased: '2030' }, { birthDate: '1941' }];
    const segment = expectRestored(lives.map((life) => patientWith({}, life)));
    expect([...segment.doubtfulLives]).toEqual([1, 2, 3]);
    expect(dateOf(segment.born[3]!)).toBe('1941-01-01');
    expect(dateOf(segment.died[2]!)).toBe('2030-12-31');
  });

  it('has a number only for a result that is one', () => {
    const values = [1.5, '5', 'positiv', 0];
    const { types } = expectRestored([
      patientWith({ results: values.map((value) => ({ ...result, value })) }),
    ]);
    expect([...types.result.value]).toEqual([1.5, NaN, NaN, 0]);
  });

  it('lists the rows of each code, ascending, with their patients', () => {
    const of = (...codes: string[]) =>
      patientWith({ services: codes.map((code) => ({ code, at: '2020-01-01' })) });
    const dictionary = new Dictionary();
    dictionary.numberOf('NPU', 'Z');
    const builder = new SegmentBuilder(dictionary);
    const { types } = expectRestored([of('B', 'A', 'B'), of(), of('A', 'C')], dictionary, builder);
    const { codes, start, rows, patients } = types.service.postings;
    expect([...types.service.start]).toEqual([0, 3, 3, 5]);
    expect([...codes]).toEqual([1, 2, 3]);
    expect([...start]).toEqual([0, 2, 4, 5]);
    expect([...rows]).toEqual([0, 2, 1, 3, 4]);
    expect([...patients]).toEqual([0, 0, 0, 2, 2]);
    // The same builder once more: nothing is left of what was.
    const next = expectRestored([of('C', 'A')], dictionary, builder).types.service;
    expect([...next.postings.codes]).toEqual([2, 3]);
    expect([...next.postings.start]).toEqual([0, 1, 2]);
    expect([...next.postings.rows]).toEqual([1, 0]);
  });

  it('posts in the order of the codes’ numbers, whatever the order of the rows', () => {
    const dictionary = new Dictionary();
    const numbers = Array.from({ length: 12 }, (_, at) => dictionary.numberOf('YDELSE', `A${at}`));
    const services = [...numbers].reverse().map((code) => ({ code: `A${code}`, at: '2020-01-01' }));
    const { types } = expectRestored([patientWith({ services })], dictionary);
    expect([...types.service.postings.codes]).toEqual(numbers);
  });

  it('grows with its rows and with the codes', () => {
    const many = (count: number, from = 0) =>
      patientWith({
        results: Array.from({ length: count }, (_, at) => ({
          code: `C${from + at}`,
          at: '2020-01-01T12:34',
          value: at,
          text: `T${at % 3}`,
        })),
        diagnoses: Array.from({ length: count }, () => ({ ...span, to: '2020-12-31' })),
      });
    const dictionary = new Dictionary();
    const builder = new SegmentBuilder(dictionary);
    expectRestored([many(1024), many(1, 1024)], dictionary, builder);
    expectRestored([many(5000, 1025), many(2000)], dictionary, builder);
    const { types } = expectRestored([many(10, 6000)], dictionary, builder);
    expect([...types.result.postings.start]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  });

  it('a builder that was sealed is empty: none of its patients, classes and set-aside records stay', () => {
    const dictionary = new Dictionary();
    const builder = new SegmentBuilder(dictionary);
    const { services: _, ...without } = patientWith({ results: [{ ...result, at: 'engang' }] });
    const first = expectRestored([without, patientWith()], dictionary, builder);
    expect(builder.size).toBe(0);
    const second = expectRestored([patientWith({ results: [result] })], dictionary, builder);
    expect(first.size).toBe(2);
    expect([...first.rejected.keys()]).toEqual([0]);
    expect(second.size).toBe(1);
    expect(second.rejected.size).toBe(0);
    expect(second.classes).toHaveLength(1);
    expect(
      [second.born, second.died, second.sex, second.classOf].map(({ length }) => length),
    ).toEqual([1, 1, 1, 1]);
  });
});

/** What a result says is what was measured, to the last bit. */
it.each([0.1, -0, 1e-300, 123456789.123])('the number %d stays what it is', (value) => {
  const results: readonly SuppliedResult[] = [{ ...result, value }];
  expectRestored([patientWith({ results })]);
});
