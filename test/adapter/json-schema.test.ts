/**
 * The schema of what an adapter answers and the check at the door are written apart. Here each field is given what
 * both take, what both refuse, what only the check reads, and what only the check sees: so neither changes alone.
 */
import { Ajv2020 } from 'ajv/dist/2020.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type * as z from 'zod/mini';
import { generateClinic } from '../../fixtures/clinic/index.ts';
import { readDescription } from '../../src/adapter/description.ts';
import {
  recordsJsonSchema,
  type clinicDescription,
  type patientRecords,
} from '../../src/adapter/json-schema.ts';
import type { ClinicDescription } from '../../src/adapter/types.ts';
import {
  checkPatient,
  dataTypes,
  isSpan,
  listNames,
  recordFields,
  recordTypes,
  type PatientRecords,
  type RecordType,
} from '../../src/record/index.ts';
import { patientFields } from '../../src/record/check/patient.ts';
import { someone } from '../record/check/checked.ts';

interface Part {
  readonly description?: string;
  readonly properties?: object;
}

const schema = recordsJsonSchema();
const parts = schema.$defs as Readonly<Record<string, Part>>;
const ajv = new Ajv2020({ strict: false, allErrors: true });
const validate = ajv.compile(schema);
const answerOf = (part: string) => ajv.compile({ $ref: `${String(schema.$id)}#/$defs/${part}` });

describe('the schema', () => {
  it('is a draft 2020-12 schema whose parts have names and words', () => {
    expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(Object.keys(parts)).toEqual(
      expect.arrayContaining(['PatientRecords', 'Batch', 'ClinicDescription', 'SearchOutcome']),
    );
    for (const [name, { description }] of Object.entries(parts))
      expect(description, name).toBeTruthy();
  });

  it('has every list, and every field of each type, and no other', () => {
    expect(fieldsOf('PatientRecords')).toEqual(
      ['patient', ...Object.values(listNames), 'coverage'].sort(),
    );
    expect(fieldsOf('Patient')).toEqual(['id', ...patientFields].sort());
    for (const type of recordTypes)
      expect(fieldsOf(`${type.slice(0, 1).toUpperCase()}${type.slice(1)}`), type).toEqual(
        [...recordFields(type)].sort(),
      );
    expect(parts.CoverageByType).toMatchObject({ propertyNames: { enum: dataTypes } });
  });

  it('takes a clinic as it comes, but for what the check sets aside', () => {
    const { description, patients } = generateClinic({ size: 150 });
    // The compiler holds that the schema has a word for whatever the types of the contract allow.
    const clean: z.input<typeof patientRecords>[] = (patients as Written<PatientRecords>[]).filter(
      isAccepted,
    );
    const described: z.input<typeof clinicDescription> = description as Written<ClinicDescription>;
    expect(clean.length).toBeGreaterThan(120);
    const isBatch = answerOf('Batch');
    expect(isBatch(clean), ajv.errorsText(isBatch.errors)).toBe(true);
    expect(answerOf('SearchOutcome')({ patients: 7012, found: clean })).toBe(true);
    expect(answerOf('ClinicDescription')(described)).toBe(true);
  });
});

/** What a field may be given, by who takes it. */
interface Values {
  readonly both: readonly unknown[];
  readonly neither: readonly unknown[];
  /** What plainly says the same, and is read (R3). */
  readonly checkOnly?: readonly unknown[];
  /** What no schema can say. */
  readonly schemaOnly?: readonly unknown[];
}

const absent = [undefined, null];
const long = 'x'.repeat(1001);
const goodDates = [
  ...['2019-05-14', '2024-02-29', '2019-05', '2019', '1941-06-15', '1940-08-20'],
  ...['2019-05-14T08:30', '2019-05-14 08:30:10.25', '2019-05-14t24:00Z', '2019-05-14T08:30+0200'],
];
const badDates = [
  ...['2023-02-29', '2019-13-01', '2019-04-31', '2019-5-4', '14.05.2019', '2019-05-14T25:00'],
  ...['2019-05-14T08', 'i går', '2019-00', '19', '1849-12-31', '0000', 20190514, true, {}, []],
];
const spaced = ' 2019-05-14 ';
const placeholders = ['0001-01-01', '1753-01-01', '1800-01-01', '1899-12-30'];
const noEnd = ['2999-12-31', '9999-12-31'];

const decidingText: Values = {
  both: ['x', 'æ 1', '', 'x'.repeat(1000), ...absent],
  neither: [7.5, true, {}, [], long],
};
const numberedText: Values = { ...decidingText, both: [...decidingText.both, 7, 0] };
/** Of a wrong type it is left out, and told to the developer. */
const shownText: Values = {
  both: ['x', '', ...absent],
  neither: [],
  checkOnly: [7.5, true, {}, []],
};
const neededCode: Values = {
  both: ['P70', 'x'.repeat(1000)],
  neither: ['', ' ', undefined, null, 7, true, {}, [], long],
  schemaOnly: ['\u00ad'],
};
const dates = {
  point: {
    both: goodDates,
    neither: [...badDates, ...placeholders, ...noEnd, '', ' ', undefined, null],
    checkOnly: [spaced],
    schemaOnly: ['1900-01-01', '1940-08-18', '1899'],
  },
  beginning: {
    both: [...goodDates, ...absent],
    neither: [...badDates, ...noEnd],
    checkOnly: [spaced, '', ...placeholders],
    schemaOnly: ['1940-08-18'],
  },
  end: {
    both: ['2024-02-29', '2019-05', '2019-05-14T08:30', ...absent],
    neither: badDates,
    checkOnly: [spaced, '', ...placeholders, ...noEnd],
    schemaOnly: ['1940-08-18', '2015-12-31'],
  },
  optional: {
    both: [...goodDates, ...absent],
    neither: badDates,
    checkOnly: [spaced, '', ...placeholders, ...noEnd],
    schemaOnly: ['1940-08-18'],
  },
} satisfies Record<string, Values>;
/** A date that is only shown: one that cannot be read is left out. */
const shownDate: Values = {
  both: [...goodDates, ...absent],
  neither: [],
  checkOnly: [...badDates, spaced, '', ...placeholders, ...noEnd],
  schemaOnly: [],
};
const numberOrNone: Values = { both: [1.5, 0, ...absent], neither: [], checkOnly: ['1', true, {}] };

function statusOf(statuses: readonly string[]): Values {
  return {
    both: [...statuses, ...absent],
    neither: ['ukendt', 7, true, {}],
    checkOnly: [` ${statuses[0]!.toUpperCase()} `, ''],
  };
}

const common = { system: decidingText, text: shownText, source: decidingText };
const coded = { ...common, code: neededCode };
const uncoded = { ...common, code: decidingText };
const span = { from: dates.beginning, to: dates.end };
const point = { at: dates.point };
const letter = { from: shownText, body: shownText };

const values: Readonly<Record<RecordType, Readonly<Record<string, Values>>>> = {
  diagnosis: { ...coded, ...span },
  medication: {
    ...uncoded,
    ...span,
    dose: shownText,
    product: numberedText,
    strength: {
      both: [{ value: 1.5, unit: 'mg' }, ...absent],
      neither: [
        ...['1,5 mg', 1.5, [], {}, { value: 1.5 }, { unit: 'mg' }, { value: 1.5, unit: '' }],
        ...[{ value: '1.5', unit: 'mg' }],
      ],
      checkOnly: [''],
    },
    dispensed: shownDate,
  },
  result: {
    ...coded,
    ...point,
    value: {
      both: [0, -1.5, 53, 'positiv', '<5', 'x'.repeat(10_000)],
      neither: [undefined, null, '', ' ', true, {}, [], '-', 'annulleret', 'x'.repeat(10_001)],
      schemaOnly: ['Annulleret', 'ej målt', 'mangler.'],
    },
    comparator: {
      both: ['<', '<=', '>', '>=', ...absent],
      neither: [7, true, {}, long],
      checkOnly: ['', '=', '≤', ' < ', 'ca.'],
    },
    unit: decidingText,
    low: numberOrNone,
    high: numberOrNone,
  },
  service: { ...coded, ...point, specialty: numberedText },
  appointment: {
    ...uncoded,
    ...point,
    status: statusOf(['booked', 'attended', 'missed', 'cancelled']),
    with: shownText,
  },
  referral: {
    ...uncoded,
    ...point,
    status: statusOf(['sent', 'accepted', 'completed', 'cancelled']),
    to: shownText,
  },
  letter: {
    ...uncoded,
    ...point,
    ...letter,
    status: statusOf(['preliminary', 'final', 'cancelled']),
  },
  vaccination: { ...coded, ...point, dose: { ...shownText, both: [...shownText.both, 2] } },
  carePlan: {
    ...uncoded,
    ...span,
    maintained: dates.optional,
    status: statusOf(['active', 'cancelled']),
  },
  note: { ...uncoded, ...point, ...letter },
  correspondence: { ...uncoded, ...point, ...letter, to: shownText },
};

/** Begins before every end that both take, and after the one that only the check sees. */
const usual: Readonly<Record<string, unknown>> = {
  code: 'X',
  text: 'En tekst',
  at: '2016-01-01',
  from: '2016-01-01',
  value: 1,
};

describe.each(recordTypes)('a record of %s', (type) => {
  const fields = values[type];
  const base = Object.fromEntries(
    Object.entries(usual).filter(([field]) => recordFields(type).includes(field)),
  );

  it('is given every field', () => {
    expect(Object.keys(fields).sort()).toEqual([...recordFields(type)].sort());
  });

  it.each(Object.keys(fields))('%s is taken by both, by one, or by neither', (field) => {
    const { both, neither, checkOnly = [], schemaOnly = [] } = fields[field]!;
    const each = (given: readonly unknown[], expected: Verdict) => {
      for (const value of given) {
        const { [field]: _, ...others } = base;
        const record = { ...others, ...(value === undefined ? {} : { [field]: value }) };
        expect(verdictOn({ [listNames[type]]: [record] }), JSON.stringify(record)).toEqual(
          expected,
        );
      }
    };
    each(both, { schema: true, check: true });
    each(neither, { schema: false, check: false });
    each(checkOnly, { schema: false, check: true });
    each(schemaOnly, { schema: true, check: false });
  });

  it('is taken where every field is, whatever they are together', () => {
    const field = (name: string) => {
      const { both, neither } = fields[name]!;
      // Before every end: which of two days is first, no schema can say.
      const good = name === 'from' && isSpan(type) ? ['2016-01-01', '2016'] : both;
      return fc.oneof(
        { weight: 9, arbitrary: fc.constantFrom(...good) },
        ...(neither.length === 0 ? [] : [{ weight: 1, arbitrary: fc.constantFrom(...neither) }]),
      );
    };
    const records = fc.record(
      Object.fromEntries(Object.keys(fields).map((name) => [name, field(name)])),
    );
    fc.assert(
      fc.property(fc.array(records, { maxLength: 3 }), (list) => {
        const { schema: bySchema, check } = verdictOn({ [listNames[type]]: list });
        expect(bySchema).toBe(check);
      }),
      { numRuns: 100 },
    );
  });
});

describe('what hangs together in a record', () => {
  const medicine = { from: '2016-01-01' };
  const plan = { from: '2016-01-01', status: 'completed' };
  it.each<[string, object, Verdict]>([
    ['a medicine with a text alone', { medications: [{ ...medicine, text: 'Panodil' }] }, yes()],
    ['a medicine with neither', { medications: [medicine] }, no()],
    ['a medicine with nothing in either', { medications: [{ code: ' ', text: '' }] }, no()],
    ['a plan that has ended, and when', { carePlans: [{ ...plan, to: '2017' }] }, yes()],
    ['a plan that has ended', { carePlans: [plan] }, no()],
    ['a plan that has ended on no day', { carePlans: [{ ...plan, to: null }] }, no()],
    [
      'an end under another name',
      { diagnoses: [{ code: 'P70', endDate: '2019-01-01' }] },
      { schema: true, check: false },
    ],
    ['a field of the host’s own', { diagnoses: [{ code: 'P70', ourKey: 7 }] }, yes()],
    ['an entry that is no object', { diagnoses: ['P70'] }, no()],
    ['a list that is no list', { diagnoses: {} }, no()],
    ['a list that nobody has', { diagnoses: null }, yes()],
  ])('%s', (_, lists, expected) => {
    expect(verdictOn(lists)).toEqual(expected);
  });
});

describe('a patient', () => {
  it.each<[string, readonly unknown[], Verdict]>([
    ['id', ['p1', 7], yes()],
    ['id', ['', undefined, null, 7.5, {}, 'x'.repeat(1001)], no()],
    ['birthDate', ['1941-06-15', '1941-06', '1941'], yes()],
    ['birthDate', ['', undefined, null, '15.06.1941', 19410615, '1753-01-01', '1849'], no()],
    ['birthDate', ['1900-01-01'], { schema: true, check: false }],
    ['sex', ['female', 'male', 'unknown'], yes()],
    ['sex', ['7', 7, {}], no()],
    ['sex', ['K', 'Mand', '', undefined], { schema: false, check: true }],
    ['cpr', ['0101419996', 101419996, ...absent], yes()],
    ['cpr', [true, 1.5, {}], no()],
    ['insuranceGroup', [1, 2, ...absent], yes()],
    ['insuranceGroup', [3, '3', true], no()],
    ['insuranceGroup', ['1', ''], { schema: false, check: true }],
    ['municipality', ['0101', 101, ...absent], yes()],
    ['municipality', [{}, 'x'.repeat(1001)], no()],
    ['deceased', ['2020-01-01', '2020', ...absent], yes()],
    ['deceased', ['i går', true, 2020], no()],
    ['deceased', [false, '', '9999-12-31'], { schema: false, check: true }],
    ['deceased', ['1930-01-01'], { schema: true, check: false }],
    ['registered', ['2020-01-01', '2020', ...absent], yes()],
    ['registered', ['i går', true], no()],
    ['listed', [true, false, ...absent], yes()],
    ['listed', ['ja', 1], no()],
    ['listed', ['true', ''], { schema: false, check: true }],
    ['name', ['Test Testesen', ''], yes()],
    ['name', [7, {}], no()],
    ['name', [undefined], { schema: false, check: true }],
    ['phone', ['12345678', 12345678, ...absent], yes()],
    ['phone', [{}], no()],
  ])('%s: %j', (field, given, expected) => {
    for (const value of given)
      expect(verdictOn({}, { ...someone, [field]: value }), JSON.stringify(value)).toEqual(
        expected,
      );
  });
});

describe('coverage', () => {
  it.each<[string, readonly unknown[], Verdict]>([
    ['available', [true, false], yes()],
    ['available', [undefined, null, 'true', 1], no()],
    ['from', ['2018-01-01', '2018', ...absent], yes()],
    ['from', ['i går', 2018, '9999-12-31'], no()],
    ['from', ['0001-01-01', ''], { schema: false, check: true }],
    ['updated', ['2026-11-24', '2026-11-24T06:00+01:00', ...absent], yes()],
    ['updated', ['i går', 0, '1900-01-32'], no()],
    ['staleAfter', ['P31D', '+P1M', 'P1Y2M3W4D', ...absent], yes()],
    ['staleAfter', ['-P31D', 'P', '31', 31, 'P1M1Y', 'PT5H'], no()],
    ['source', ['FMK', ...absent], yes()],
    ['source', [7], no()],
    ['systems', [['ICPC-2', 'SKS'], [], ...absent], yes()],
    ['systems', ['ICPC-2', [7]], no()],
  ])('%s: %j', (field, given, expected) => {
    for (const value of given) {
      const entry = { available: true, [field]: value };
      expect(verdictOn({ coverage: { result: entry } }), JSON.stringify(value)).toEqual(expected);
      expect(describedBy({ name: 'K', coverage: { result: entry } })).toEqual(expected);
    }
  });

  it('is of types that there are', () => {
    expect(verdictOn({ coverage: { results: { available: true } } })).toEqual(no());
    expect(verdictOn({ coverage: [] })).toEqual(no());
  });
});

describe('a description', () => {
  const source = { id: 'FMK', title: { da: 'FMK' }, types: ['medication'], available: true };
  it.each<[string, object, Verdict]>([
    ['the least', {}, yes()],
    ['a number for an id', { id: 4711 }, yes()],
    ['an empty id', { id: ' ' }, no()],
    ['no name', { name: undefined }, no()],
    ['no coverage', { coverage: undefined }, no()],
    ['half a patient', { patients: 1.5 }, no()],
    ['a right', { may: { print: false, export: null } }, yes()],
    ['a right that is none', { may: { print: 'no' } }, no()],
    ['a source', { sources: [{ ...source, updated: '2026-11-24T06:00+01:00' }] }, yes()],
    ['a source of no day', { sources: [{ ...source, updated: 'i går' }] }, no()],
    ['a source without a title', { sources: [{ ...source, title: 'FMK' }] }, no()],
    [
      'a source of another type',
      { sources: [{ ...source, types: ['x'] }] },
      { schema: false, check: true },
    ],
  ])('%s', (_, given, expected) => {
    expect(describedBy({ name: 'Klinik', coverage: {}, ...given })).toEqual(expected);
  });
});

interface Verdict {
  readonly schema: boolean;
  readonly check: boolean;
}

function yes(): Verdict {
  return { schema: true, check: true };
}

function no(): Verdict {
  return { schema: false, check: false };
}

/** As it comes: what is not there is not in a document. */
function verdictOn(lists: object, patient: object = someone): Verdict {
  const document: unknown = JSON.parse(JSON.stringify({ patient, ...lists }));
  return { schema: validate(document), check: isAccepted(document) };
}

function isAccepted(document: unknown): boolean {
  return checkPatient(document).rejected.length === 0;
}

const isDescription = answerOf('ClinicDescription');

function describedBy(description: object): Verdict {
  const document: unknown = JSON.parse(JSON.stringify(description));
  return {
    schema: isDescription(document),
    check: readDescription(document)?.unusable.length === 0,
  };
}

function fieldsOf(part: string): readonly string[] {
  return Object.keys(parts[part]?.properties ?? {}).sort();
}

/** The types of the contract without `readonly`. */
type Written<Value> = Value extends readonly (infer Entry)[]
  ? Written<Entry>[]
  : Value extends object
    ? { -readonly [Key in keyof Value]: Written<Value[Key]> }
    : Value;
