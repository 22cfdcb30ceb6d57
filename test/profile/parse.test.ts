import { describe, expect, it } from 'vitest';
import { demens } from '../../fixtures/profiles/index.ts';
import { profileJsonSchema } from '../../src/profile/json-schema.ts';
import { parseProfile, type Profile, type ProfileError } from '../../src/profile/index.ts';
import { documentOf as document } from './documents.ts';

const codes = { system: 'ATC', include: ['N05A'] };
const preferred = { pick: 'latest', prefer: [codes, codes], value: { above: 5, unit: '1' } };

const withItem = (item: unknown) => document({ diagnosis: {} }, { information: [item] });

function errorsOf(input: unknown): readonly ProfileError[] {
  const outcome = parseProfile(input);
  return outcome.ok ? [] : outcome.errors;
}

const places = (input: unknown) => errorsOf(input).map(({ path, code }) => `${code} ${path}`);

/** Every kind of criterion at once. */
const maximal = document(
  {
    all: [
      {
        any: [
          { diagnosis: { codes: { system: 'ICPC-2', include: ['L72-L76'], exclude: ['L74'] } } },
          { medication: { codes: 'n' } },
        ],
      },
      { not: { service: { when: { last: 'P12M' }, source: 'Journal' } } },
      {
        atLeast: 1,
        of: [{ referral: { count: { max: 0 } } }, { appointment: { when: 'future' } }],
      },
      {
        patient: {
          age: { min: 18, max: 99 },
          sex: 'female',
          municipality: ['0101'],
          insuranceGroup: 1,
        },
      },
      {
        result: {
          pick: 'latest',
          value: { above: 58, unit: 'mmol/mol' },
          when: { from: '-P24M', to: 'P0D' },
        },
      },
      { result: { value: { text: ['positiv'] }, count: { min: 2 } } },
      {
        medication: { lasting: 'P3M', gap: 'P14D', when: { from: '2026-01-01', to: '2026-12-31' } },
      },
      { medication: { codes: 'n', distinct: { level: 5 }, count: { min: 10 } } },
      {
        concurrent: {
          of: [{ medication: { codes: 'n' } }, { diagnosis: {} }],
          lasting: 'P1W',
          when: { next: 'P3M' },
        },
      },
      {
        sequence: {
          of: [
            { medication: { codes: 'n', when: 'ever' } },
            { result: { value: { below: 4, unit: '1' } } },
          ],
          within: 'P6W',
        },
      },
    ],
  },
  { codes: { n: codes }, status: 'draft' },
);

describe('what is valid', () => {
  it.each([
    ['the published dementia profile', demens],
    ['every kind of criterion', maximal],
    ['JSON text', JSON.stringify(demens)],
    [
      'a set of which some is excluded',
      document({
        medication: {
          codes: { system: ' atc ', include: ['N05A', 'N05B'], exclude: ['N05B'] },
          distinct: { level: 5 },
        },
      }),
    ],
    [
      'other people excluded',
      document(
        { diagnosis: {} },
        { population: { include: { diagnosis: {} }, exclude: { service: {} } } },
      ),
    ],
    [
      'the same id in two lists',
      document(
        { diagnosis: {} },
        {
          information: [{ id: 'a', type: 'service', title: { da: 'X' } }],
          markers: [{ id: 'a', level: 'info', title: { da: 'X' }, when: { service: {} } }],
        },
      ),
    ],
  ])('%s', (_, input) => expect(errorsOf(input)).toEqual([]));

  it.each<unknown>([
    { service: { when: { last: 'P73200D' } } },
    { service: { when: { from: '-P73200D' } } },
    { service: { when: { to: '2026-01-31' } } },
    { service: { when: { from: '2026-01-31', to: '2026-01-31' } } },
    { service: { when: { from: '-P1M', to: '-P1M' } } },
    // Months differ in length, so some days turned round are let pass.
    { service: { when: { from: '-P1D', to: '-P4D' } } },
    { service: { when: { from: '-P1M', to: '2026-12-31' } } },
    { service: { when: { from: '2020-01-01', to: '-P1M' } } },
    { service: { count: { min: 1, max: 1 } } },
    { service: { count: { max: 100_000 } } },
    { patient: { age: { min: 0, max: 17 } } },
    { patient: { sex: 'male', insuranceGroup: 2, postalCode: ['8000'], practitioner: ['LH'] } },
    { result: { value: { atLeast: 5, unit: '1' } } },
    { result: { value: { atMost: 5, unit: '1' } } },
    { result: { value: { atLeast: 5, atMost: 5, unit: '1' } } },
    { result: { value: { above: 4.9, below: 5, unit: '1' } } },
    ...[{ min: 0, max: 30 }, { min: 5.5 }, { max: 5.5 }, { min: 6, max: 6 }].map((plausible) => ({
      result: { value: { above: 5, unit: 'mmol/L', plausible } },
    })),
    { result: { value: { atLeast: 5, unit: '1', plausible: { max: 5 } } } },
    { result: { value: { atMost: 5, unit: '1', plausible: { min: 5 } } } },
    ...['now', 'future', { last: 'P1Y' }, { next: 'P1Y' }, { from: '-P1Y' }].map((when) => ({
      result: {
        pick: 'latest',
        prefer: [codes, [codes, codes]],
        when,
        value: { above: 5, unit: '1' },
      },
    })),
    { result: { pick: 'any', count: { min: 2 } } },
    { result: { count: { min: 2, apart: 'P90D' } } },
    { medication: { lasting: { atMost: 'P21D' } } },
    { medication: { lasting: { atLeast: 'P1D', atMost: 'P1D' }, gap: 'P14D' } },
    { medication: { episodes: {} } },
    { medication: { episodes: { gap: 'P14D' }, count: { max: 1 } } },
    { diagnosis: { episodes: { gap: 'P14D' }, lasting: { atMost: 'P21D' }, count: { min: 2 } } },
    { diagnosis: { episodes: { gap: 'P14D' }, lasting: 'P21D' } },
    { diagnosis: { count: { max: 1, apart: 'P1D' } } },
    { result: { pick: 'earliest', value: { below: 5, unit: '1' } } },
    { result: { pick: 'highest', value: { below: 5, unit: '1' } } },
    { result: { pick: 'lowest', value: { below: 5, unit: '1' } } },
    { atLeast: 2, of: [{ diagnosis: {} }, { service: {} }] },
    { sequence: { of: [{ diagnosis: {} }, { medication: {} }], within: 'P1D' } },
    { sequence: { of: [{ service: {} }, { appointment: {} }], within: 'P1D' } },
    { sequence: { of: [{ referral: {} }, { result: {} }], within: 'P1D' } },
    { sequence: { of: [{ letter: {} }, { service: {} }], within: 'P14D' } },
    { letter: { when: { last: 'P3M' }, count: { min: 2 }, source: 'LPR3' } },
    {
      sameDay: {
        of: [
          { result: { codes, pick: 'lowest', value: { below: 5, unit: '1' }, source: 'A' } },
          { result: { value: { text: ['a'] } } },
          { service: { specialty: '80' } },
          { appointment: { status: 'attended' } },
          { referral: { status: 'sent' } },
          { letter: {} },
          { vaccination: {} },
          { note: {} },
          { correspondence: { codes, source: 'A' } },
        ],
        when: { last: 'P1Y' },
      },
    },
    ...['previous', 'earliest', 'highest', 'lowest'].map((from) => ({
      change: { of: { codes }, from, value: { below: -5, unit: '1', plausible: { min: 0 } } },
    })),
    {
      change: {
        of: { codes: [codes, codes], when: { last: 'P1Y' }, source: 'A' },
        from: 'previous',
        value: { above: -5, atMost: 5, unit: 'mmol/L' },
      },
    },
    ...['  P70  ', 'A B', 'L72-L72', 'l72-L76', 'L72–L76', 'N05 AH04'].map((code) => ({
      diagnosis: { codes: { system: 'ICPC-2', include: [code] } },
    })),
    ...['4548-4', 'X-L76-L72', 'L76-L72-X'].map((code) => ({
      result: { codes: { system: 'LOINC', include: [code] } },
    })),
  ])('%j', (criterion) => expect(errorsOf(document(criterion))).toEqual([]));

  it.each<[string, readonly unknown[]]>([
    ['version', ['1.0.0', '10.20.30', '123456.0.0', '1.0.0-beta.1']],
    ['status', ['draft', 'published', 'retired']],
    ['id', ['a', '1a', 'demens.v2_ny-å', 'x'.repeat(100)]],
    ['references', [[{ title: 'X' }], [{ title: 'X', url: 'https://sundk.dk/x' }]]],
    ['$schema', ['./profile.schema.json']],
    [
      'information',
      [
        [
          'cpr',
          'name',
          'age',
          'sex',
          'birthDate',
          'address',
          'municipality',
          'insuranceGroup',
          'practitioner',
          'phone',
        ].map((field) => ({ id: field, type: 'patient', field, title: { da: 'X' } })),
        ['diagnosis', 'medication', 'result', 'service', 'appointment', 'referral', 'letter'].map(
          (type) => ({
            id: type,
            type,
            title: { da: 'X' },
          }),
        ),
        ['list', 'latest', 'trend', 'count', 'next'].map((show) => ({
          id: show,
          show,
          type: 'result',
          title: { da: 'X' },
        })),
        [{ id: 'a', type: 'diagnosis', title: { da: 'X' }, uncoded: { da: 'X' } }],
      ],
    ],
    [
      'markers',
      [
        ['critical', 'warning', 'info'].map((level) => ({
          id: level,
          level,
          title: { da: 'X' },
          when: { service: {} },
        })),
      ],
    ],
    [
      'indicators',
      [
        ['higher', 'lower'].map((better) => ({
          id: better,
          better,
          title: { da: 'X' },
          numerator: { service: {} },
        })),
      ],
    ],
  ])('every %s', (key, values) => {
    for (const value of values)
      expect(errorsOf(document({ diagnosis: {} }, { [key]: value }))).toEqual([]);
  });

  it('answers a fresh, frozen profile and leaves its input alone', () => {
    const input = structuredClone(maximal);
    const outcome = parseProfile(input);
    if (!outcome.ok) throw new Error();
    expect(outcome.profile).toEqual(maximal);
    expect(outcome.profile).not.toBe(input);
    expect(Object.isFrozen(outcome.profile.population.include)).toBe(true);
    expect(Object.isFrozen(input)).toBe(false);
    expect(input).toEqual(maximal);
    outcome.profile satisfies Profile;
  });
});

describe('what is wrong, and where', () => {
  const at = '/population/include';
  it.each<[string, unknown, readonly string[]]>([
    [
      'a misspelt key in a query',
      document({ diagnosis: { cods: 'x' } }),
      [`unknown-key ${at}/diagnosis/cods`],
    ],
    ['a misspelt criterion', document({ diagnoses: {} }), [`unknown-key ${at}/diagnoses`]],
    ['two criteria in one', document({ diagnosis: {}, medication: {} }), [`two-criteria ${at}`]],
    ['no criterion', document({}), [`no-criterion ${at}`]],
    ['a missing criterion', document(undefined), [`missing ${at}`]],
    ['a list for a criterion', document([]), [`wrong-type ${at}`]],
    [
      'an unknown code set',
      document({ diagnosis: { codes: 'demens' } }),
      [`unknown-codes ${at}/diagnosis/codes`],
    ],
    [
      'what is cancelled',
      document({ appointment: { status: 'cancelled' } }),
      [`not-one-of ${at}/appointment/status`],
    ],
    [
      'a specialty of a medicine',
      document({ medication: { specialty: '80' } }),
      [`unknown-key ${at}/medication/specialty`],
    ],
    [
      'what is plausible of a strength',
      document({
        medication: { strength: { atLeast: 1, unit: 'mg', plausible: { min: 0 } } },
      }),
      [`plausible-strength ${at}/medication/strength`],
    ],
    [
      'a strength without a unit',
      document({ medication: { strength: { atLeast: 1 } } }),
      [`unit-missing ${at}/medication/strength`],
    ],
    [
      'an item that asks a field of another type',
      document(
        { diagnosis: {} },
        {
          information: [
            { id: 'a', type: 'service', title: { da: 'A' }, product: '1' },
            { id: 'b', type: 'appointment', title: { da: 'B' }, status: 'sent' },
          ],
        },
      ),
      ['field-type /information/0', 'field-type /information/1'],
    ],
    [
      'ages in the wrong order',
      document({ patient: { age: { min: 'P8M', max: 'P5M' } } }),
      [`range-order ${at}/patient/age`],
    ],
    [
      'an age that everybody has',
      document({ patient: { age: { min: 'P0D' } } }),
      [`always-true ${at}/patient/age`],
    ],
    [
      'a day for no age',
      document({ patient: { age: { on: '-P1Y' } } }),
      [`empty-range ${at}/patient/age`],
    ],
    [
      'ages that cannot be read',
      document({ patient: { age: { min: '5M', max: true, on: 'P1Y' } } }),
      [
        `period ${at}/patient/age/min`,
        `wrong-type ${at}/patient/age/max`,
        `window-edge ${at}/patient/age/on`,
      ],
    ],
    [
      'registered without a window, listed without an answer',
      document({ patient: { registered: {}, listed: 'ja' } }),
      [`missing ${at}/patient/registered/when`, `wrong-type ${at}/patient/listed`],
    ],
    [
      'an exception that is no criterion',
      document(
        { diagnosis: {} },
        { indicators: [{ id: 'i', title: { da: 'I' }, numerator: { diagnosis: {} }, except: {} }] },
      ),
      ['no-criterion /indicators/0/except'],
    ],
    [
      'a day of validity that does not exist',
      document({ diagnosis: {} }, { validFrom: '2026-02-30', validTo: '2026' }),
      ['date /validFrom', 'date /validTo'],
    ],
    [
      'an end of validity before its beginning',
      document({ diagnosis: {} }, { validFrom: '2026-02-02', validTo: '2026-02-01' }),
      ['valid-order /validTo'],
    ],
    [
      'an approval without a name, and of a day that does not exist',
      document({ diagnosis: {} }, { about: { approvedBy: [{ on: '2026-13-01' }] } }),
      ['missing /about/approvedBy/0/name', 'date /about/approvedBy/0/on'],
    ],
    [
      'a text about the profile',
      document({ diagnosis: {} }, { about: 'x' }),
      ['wrong-type /about'],
    ],
    [
      'an unknown code set among several',
      document({ diagnosis: { codes: [{ system: 'ICPC-2', include: ['P70'] }, 'demens'] } }),
      [`unknown-codes ${at}/diagnosis/codes/1`],
    ],
    ['no code set at all', document({ diagnosis: { codes: [] } }), [`empty ${at}/diagnosis/codes`]],
    [
      'too many code sets',
      document({
        diagnosis: { codes: Array.from({ length: 21 }, () => ({ system: 'X', include: ['1'] })) },
      }),
      [`too-much ${at}/diagnosis/codes`],
    ],
    [
      'something else among code sets',
      document({ diagnosis: { codes: [{ system: 'ICPC-2', include: ['P70'] }, 7] } }),
      [`wrong-type ${at}/diagnosis/codes/1`],
    ],
    [
      'a fault in one of several code sets',
      document(
        { diagnosis: { codes: ['x', { system: 'ATC', incude: ['A'] }] } },
        {
          codes: { x: { system: 'ATC', include: ['A'] } },
        },
      ),
      [`missing ${at}/diagnosis/codes/1/include`, `unknown-key ${at}/diagnosis/codes/1/incude`],
    ],
    [
      'a list in a list of code sets',
      document({ diagnosis: { codes: [[{ system: 'ATC', include: ['A'] }]] } }),
      [`wrong-type ${at}/diagnosis/codes/0`],
    ],
    [
      'an empty code list',
      document({ diagnosis: { codes: { system: 'ATC', include: [] } } }),
      [`empty ${at}/diagnosis/codes/include`],
    ],
    [
      'a range turned round',
      document({ diagnosis: { codes: { system: 'ICPC-2', include: ['L76-L72'] } } }),
      [`code-range ${at}/diagnosis/codes/include/0`],
    ],
    [
      'a range of unequal ends',
      document({ diagnosis: { codes: { system: 'ICPC-2', include: ['L7-L76'] } } }),
      [`code-range ${at}/diagnosis/codes/include/0`],
    ],
    [
      'a set that excludes all of itself',
      document({ medication: { codes: { ...codes, exclude: ['n05a '] } } }),
      [`never-true ${at}/medication/codes/exclude`],
    ],
    [
      'an unreadable period',
      document({ service: { when: { last: '12M' } } }),
      [`period ${at}/service/when/last`],
    ],
    [
      'a code set of nothing',
      document({ diagnosis: { codes: {} } }),
      [`missing ${at}/diagnosis/codes/system`, `missing ${at}/diagnosis/codes/include`],
    ],
    [
      'a misspelt key in a code set',
      document({ diagnosis: { codes: { sytem: 'ATC', include: ['A'] } } }),
      [`missing ${at}/diagnosis/codes/system`, `unknown-key ${at}/diagnosis/codes/sytem`],
    ],
    [
      'a number for codes',
      document({ diagnosis: { codes: 7 } }),
      [`wrong-type ${at}/diagnosis/codes`],
    ],
    [
      'codes for the names of code sets',
      document({ diagnosis: { codes: ['P70'] } }),
      [`unknown-codes ${at}/diagnosis/codes/0`],
    ],
    [
      'null for codes',
      document({ diagnosis: { codes: null } }),
      [`wrong-type ${at}/diagnosis/codes`],
    ],
    [
      'a number for a window',
      document({ service: { when: 5 } }),
      [`not-one-of ${at}/service/when`],
    ],
    ['a list for a window', document({ service: { when: [] } }), [`not-one-of ${at}/service/when`]],
    ['null for a window', document({ service: { when: null } }), [`not-one-of ${at}/service/when`]],
    [
      'a misspelt window',
      document({ service: { when: { lst: 'P1M' } } }),
      [`unknown-key ${at}/service/when/lst`],
    ],
    [
      'a window of two kinds',
      document({ service: { when: { last: 'P1M', from: 'P0D' } } }),
      [`unknown-key ${at}/service/when/last`],
    ],
    [
      'a number for a period',
      document({ service: { when: { last: 5 } } }),
      [`wrong-type ${at}/service/when/last`],
    ],
    ['a number for a value', document({ result: { value: 5 } }), [`wrong-type ${at}/result/value`]],
    [
      'a misspelt bound',
      document({ result: { value: { abov: 5 } } }),
      [`unknown-key ${at}/result/value/abov`],
    ],
    [
      'a number for texts',
      document({ result: { value: { text: 5 } } }),
      [`wrong-type ${at}/result/value/text`],
    ],
    [
      'bounds and texts',
      document({ result: { value: { above: 5, below: 9, text: ['x'] } } }),
      [`unknown-key ${at}/result/value/text`],
    ],
    [
      'a key too many beside a criterion',
      document({ diagnosis: {}, title: 'x' }),
      [`unknown-key ${at}/title`],
    ],
    [
      'two keys that are none',
      document({ diagnoses: {}, medicin: {} }),
      [`unknown-key ${at}/diagnoses`, `unknown-key ${at}/medicin`],
    ],
    [
      'a misspelt of',
      document({ atLeast: 1, off: [] }),
      [`missing ${at}/of`, `unknown-key ${at}/off`],
    ],
    ['of alone', document({ of: [{ diagnosis: {} }] }), [`missing ${at}/atLeast`]],
    ['null for a criterion', document({ all: [null] }), [`wrong-type ${at}/all/0`]],
    [
      'an empty period',
      document({ service: { when: { last: 'P' } } }),
      [`period ${at}/service/when/last`],
    ],
    [
      'a period without end',
      document({ service: { when: { last: 'P9999Y' } } }),
      [`period ${at}/service/when/last`],
    ],
    [
      'a longer period than any',
      document({ service: { when: { last: 'P73201D' } } }),
      [`period ${at}/service/when/last`],
    ],
    [
      'a signed period',
      document({ service: { when: { last: '-P1M' } } }),
      [`period ${at}/service/when/last`],
    ],
    [
      'an edge that is too far',
      document({ service: { when: { from: '-P73201D' } } }),
      [`window-edge ${at}/service/when/from`],
    ],
    ...['2026-01', '+012026-01-01', '2026-1-1', '24-11-2026'].map(
      (from): [string, unknown, string[]] => [
        `the date ${from}`,
        document({ service: { when: { from } } }),
        [`window-edge ${at}/service/when/from`],
      ],
    ),
    ...[
      { from: '-P1D', to: '-P5D' },
      { from: '2026-02-01', to: '2026-01-31' },
    ].map((when): [string, unknown, string[]] => [
      `a window turned round, ${when.from}`,
      document({ service: { when } }),
      [`window-order ${at}/service/when`],
    ]),
    ...['', ' ', 'P70  P71'].map((code): [string, unknown, string[]] => [
      `the code "${code}"`,
      document({ diagnosis: { codes: { system: 'ICPC-2', include: [code] } } }),
      [`code-entry ${at}/diagnosis/codes/include/0`],
    ]),
    ...['L76 - L72', ' L76-L72 '].map((code): [string, unknown, string[]] => [
      `the range "${code}"`,
      document({ diagnosis: { codes: { system: 'ICPC-2', include: [code] } } }),
      [`code-range ${at}/diagnosis/codes/include/0`],
    ]),
    ...['', 'a b', '-a', 'x'.repeat(101), 'a/b'].map((id): [string, unknown, string[]] => [
      `the id "${id}"`,
      document({ diagnosis: {} }, { id }),
      ['name /id'],
    ]),
    ...['v1.0.0', '1.0.0 ', '1.0.0-', '1.0.0-æ', '1.0.0-b/c'].map(
      (version): [string, unknown, string[]] => [
        `the version "${version}"`,
        document({ diagnosis: {} }, { version }),
        ['version /version'],
      ],
    ),
    ...['see https://x.dk', 'https://x.dk y', 'https://'].map(
      (url): [string, unknown, string[]] => [
        `the address "${url}"`,
        document({ diagnosis: {} }, { references: [{ title: 'X', url }] }),
        ['url /references/0/url'],
      ],
    ),
    [
      'a count of nothing',
      document({ service: { count: {} } }),
      [`empty-range ${at}/service/count`],
    ],
    ['an age of nothing', document({ patient: { age: {} } }), [`empty-range ${at}/patient/age`]],
    [
      'an age that everyone has',
      document({ patient: { age: { min: 0 } } }),
      [`always-true ${at}/patient/age`],
    ],
    ...[
      { above: 5, atMost: 5, unit: '1' },
      { atLeast: 5, below: 5, unit: '1' },
      { atLeast: 6, atMost: 5, unit: '1' },
    ].map((value): [string, unknown, string[]] => [
      `a value that is ${JSON.stringify(value)}`,
      document({ result: { value } }),
      [`never-true ${at}/result/value`],
    ]),
    ...[
      { above: 5, unit: '1', plausible: { max: 5 } },
      { atLeast: 5.1, unit: '1', plausible: { max: 5 } },
      { below: 5, unit: '1', plausible: { min: 5 } },
      { atMost: 4.9, unit: '1', plausible: { min: 5 } },
    ].map((value): [string, unknown, string[]] => [
      `a value that no plausible number has: ${JSON.stringify(value)}`,
      document({ result: { value } }),
      [`never-plausible ${at}/result/value`],
    ]),
    ...(
      [
        ['of one alone', [], `too-few ${at}/sameDay/of`],
        ['of a span', [{ diagnosis: {} }], `unknown-key ${at}/sameDay/of/1/diagnosis`],
        [
          'in two windows',
          [{ service: { when: 'now' } }],
          `unknown-key ${at}/sameDay/of/1/service/when`,
        ],
        [
          'of a count',
          [{ result: { count: { min: 2 } } }],
          `unknown-key ${at}/sameDay/of/1/result/count`,
        ],
        [
          'of what is preferred',
          [{ result: { prefer: [codes, codes] } }],
          `unknown-key ${at}/sameDay/of/1/result/prefer`,
        ],
        [
          'of a pick without a value',
          [{ result: { pick: 'latest' } }],
          `pick-value ${at}/sameDay/of/1/result`,
        ],
        [
          'of the highest text',
          [{ result: { pick: 'highest', value: { text: ['a'] } } }],
          `pick-text ${at}/sameDay/of/1/result`,
        ],
        [
          'of a value without a unit',
          [{ result: { value: { above: 5 } } }],
          `unit-missing ${at}/sameDay/of/1/result/value`,
        ],
        [
          'of unknown codes',
          [{ note: { codes: 'x' } }],
          `unknown-codes ${at}/sameDay/of/1/note/codes`,
        ],
      ] as const
    ).map(([words, more, expected]): [string, unknown, string[]] => [
      `one day ${words}`,
      document({ sameDay: { of: [{ service: {} }, ...more] } }),
      [expected],
    ]),
    ...(
      [
        ['without codes', { of: {} }, `missing ${at}/change/of/codes`],
        ['with no limit', { value: { unit: '1' } }, `empty-value ${at}/change/value`],
        [
          'with a text',
          { value: { below: -5, unit: '1', text: ['a'] } },
          `unknown-key ${at}/change/value/text`,
        ],
        ['without a unit', { value: { above: 5 } }, `unit-missing ${at}/change/value`],
        [
          'that is never so',
          { value: { above: 5, below: 5, unit: '1' } },
          `never-true ${at}/change/value`,
        ],
        ['from the latest', { from: 'latest' }, `not-one-of ${at}/change/from`],
        ['from nothing', { from: undefined }, `missing ${at}/change/from`],
        ['of a count', { of: { codes, count: { min: 2 } } }, `unknown-key ${at}/change/of/count`],
        [
          'of a value',
          { of: { codes, value: { above: 5, unit: '1' } } },
          `unknown-key ${at}/change/of/value`,
        ],
        ['of unknown codes', { of: { codes: 'x' } }, `unknown-codes ${at}/change/of/codes`],
      ] as const
    ).map(([words, more, expected]): [string, unknown, string[]] => [
      `a change ${words}`,
      document({
        change: { of: { codes }, from: 'previous', value: { above: 5, unit: '1' }, ...more },
      }),
      [expected],
    ]),
    [
      'nothing that is plausible',
      document({ result: { value: { above: 5, unit: '1', plausible: {} } } }),
      [`empty-range ${at}/result/value/plausible`],
    ],
    [
      'what is plausible turned round',
      document({ result: { value: { above: 5, unit: '1', plausible: { min: 30, max: 6 } } } }),
      [`range-order ${at}/result/value/plausible`],
    ],
    [
      'what is plausible without a unit',
      document({ result: { value: { above: 5, plausible: { max: 30 } } } }),
      [`unit-missing ${at}/result/value`],
    ],
    [
      'what is plausible beside texts',
      document({ result: { value: { text: ['a'], plausible: { max: 30 } } } }),
      [`unknown-key ${at}/result/value/plausible`],
    ],
    [
      'two bounds on the upper side',
      document({ result: { value: { below: 5, atMost: 6, unit: '1' } } }),
      [`two-bounds ${at}/result/value`],
    ],
    [
      'codes of an item that has none',
      withItem({ id: 'a', type: 'diagnosis', title: { da: 'X' }, codes, uncoded: { da: 'X' } }),
      ['uncoded-codes /information/0'],
    ],
    [
      'an unsigned edge',
      document({ service: { when: { from: 'P24M' } } }),
      [`window-edge ${at}/service/when/from`],
    ],
    [
      'a date that does not exist',
      document({ service: { when: { from: '2026-02-30' } } }),
      [`window-edge ${at}/service/when/from`],
    ],
    [
      'a date before the calendar begins',
      document({ service: { when: { from: '0000-12-31' } } }, { validFrom: '0000-12-31' }),
      ['date /validFrom', `window-edge ${at}/service/when/from`],
    ],
    [
      'a window turned round',
      document({ service: { when: { from: '-P1M', to: '-P2M' } } }),
      [`window-order ${at}/service/when`],
    ],
    [
      'a window of nothing',
      document({ service: { when: {} } }),
      [`empty-window ${at}/service/when`],
    ],
    [
      'an unknown window',
      document({ service: { when: 'evr' } }),
      [`not-one-of ${at}/service/when`],
    ],
    [
      'an age turned round',
      document({ patient: { age: { min: 65, max: 18 } } }),
      [`range-order ${at}/patient/age`],
    ],
    ['nothing asked of the patient', document({ patient: {} }), [`empty-patient ${at}/patient`]],
    [
      'a count that always holds',
      document({ service: { count: { min: 0 } } }),
      [`always-true ${at}/service/count`],
    ],
    [
      'values that no number has',
      document({ result: { value: { above: 5, below: 5, unit: '1' } } }),
      [`never-true ${at}/result/value`],
    ],
    [
      'a value without bounds',
      document({ result: { value: { unit: 'g' } } }),
      [`empty-value ${at}/result/value`],
    ],
    [
      'two bounds on one side',
      document({ result: { value: { above: 5, atLeast: 6, unit: '1' } } }),
      [`two-bounds ${at}/result/value`],
    ],
    [
      'pick with count',
      document({ result: { pick: 'latest', value: { above: 1, unit: '1' }, count: { min: 1 } } }),
      [`pick-count ${at}/result`],
    ],
    [
      'the highest text',
      document({ result: { pick: 'highest', value: { text: ['a'] } } }),
      [`pick-text ${at}/result`],
    ],
    ...[undefined, 'ever', { to: '-P1Y' }].map((when): [string, unknown, string[]] => [
      `preferred codes without a first day, ${JSON.stringify(when)}`,
      document({ result: { ...preferred, ...(when === undefined ? {} : { when }) } }),
      [`prefer-window ${at}/result`],
    ]),
    [
      'preferred codes of the earliest',
      document({ result: { ...preferred, when: 'now', pick: 'earliest' } }),
      [`prefer-latest ${at}/result`],
    ],
    [
      'preferred codes beside codes',
      document({ result: { ...preferred, when: 'now', codes } }),
      [`prefer-codes ${at}/result`],
    ],
    [
      'preferred codes of which there is one',
      document({ result: { ...preferred, when: 'now', prefer: [codes] } }),
      [`too-few ${at}/result/prefer`],
    ],
    [
      'preferred codes of no name',
      document({ result: { ...preferred, when: 'now', prefer: ['dmens', [codes, 'x']] } }),
      [`unknown-codes ${at}/result/prefer/0`, `unknown-codes ${at}/result/prefer/1/1`],
    ],
    [
      'preferred codes of diagnoses',
      document({ diagnosis: { prefer: [codes, codes] } }),
      [`unknown-key ${at}/diagnosis/prefer`],
    ],
    ['pick without value', document({ result: { pick: 'latest' } }), [`pick-value ${at}/result`]],
    [
      'the end of what has one day',
      document({ anchor: { on: { service: {} }, pick: 'latest', at: 'end', is: { service: {} } } }),
      [`anchor-end ${at}/anchor`],
    ],
    [
      'an anchor on a number of records',
      document({
        anchor: { on: { service: { count: { min: 2 } } }, pick: 'latest', is: { service: {} } },
      }),
      [`unknown-key ${at}/anchor/on/service/count`],
    ],
    [
      'an anchor on a criterion, the highest of it',
      document({ anchor: { on: { all: [] }, pick: 'highest', is: {} } }),
      [
        `unknown-key ${at}/anchor/on/all`,
        `not-one-of ${at}/anchor/pick`,
        `no-criterion ${at}/anchor/is`,
      ],
    ],
    ...['P0D', 'P0Y0M'].map((apart): [string, unknown, string[]] => [
      `apart by less than a day, ${apart}`,
      document({ service: { count: { min: 2, apart } } }),
      [`apart-short ${at}/service/count`],
    ]),
    [
      'apart by no period',
      document({ service: { count: { min: 2, apart: '90 dage' } } }),
      [`period ${at}/service/count/apart`],
    ],
    [
      'apart without a limit',
      document({ service: { count: { apart: 'P90D' } } }),
      [`empty-range ${at}/service/count`],
    ],
    [
      'apart with distinct',
      document({ medication: { distinct: { level: 5 }, count: { min: 2, apart: 'P90D' } } }),
      [`apart-distinct ${at}/medication`],
    ],
    [
      'apart with pick',
      document({
        result: {
          pick: 'latest',
          value: { above: 5, unit: '1' },
          count: { min: 2, apart: 'P90D' },
        },
      }),
      [`pick-count ${at}/result`],
    ],
    [
      'lasting with count',
      document({ medication: { lasting: 'P3M', count: { min: 2 } } }),
      [`lasting-count ${at}/medication`],
    ],
    [
      'lasting with count, at most',
      document({ medication: { lasting: { atMost: 'P3M' }, count: { min: 2 } } }),
      [`lasting-count ${at}/medication`],
    ],
    [
      'lasting neither at least nor at most',
      document({ medication: { lasting: {} } }),
      [`empty-lengths ${at}/medication/lasting`],
    ],
    ...[{ atLeast: 'P4M', atMost: 'P3M' }, { atMost: 'P0D' }].map(
      (lasting): [string, unknown, string[]] => [
        `lasting that no run can, ${JSON.stringify(lasting)}`,
        document({ medication: { lasting } }),
        [`lengths-order ${at}/medication/lasting`],
      ],
    ),
    [
      'lasting at most no period',
      document({ medication: { lasting: { atMost: '21 dage' } } }),
      [`period ${at}/medication/lasting/atMost`],
    ],
    [
      'episodes with a gap beside them',
      document({ medication: { episodes: {}, gap: 'P14D' } }),
      [`episodes-gap ${at}/medication`],
    ],
    [
      'episodes with apart',
      document({ medication: { episodes: {}, count: { min: 2, apart: 'P14D' } } }),
      [`episodes-apart ${at}/medication`],
    ],
    [
      'episodes with distinct',
      document({ medication: { episodes: {}, distinct: { level: 5 } } }),
      [`episodes-distinct ${at}/medication`],
    ],
    [
      'episodes of what has one day',
      document({ result: { episodes: {} } }),
      [`unknown-key ${at}/result/episodes`],
    ],
    [
      'lasting with distinct',
      document({ medication: { lasting: 'P3M', distinct: { level: 5 } } }),
      [`lasting-distinct ${at}/medication`],
    ],
    ['gap alone', document({ medication: { gap: 'P3D' } }), [`gap-alone ${at}/medication`]],
    [
      'distinct in another system',
      document({
        medication: { codes: { system: 'SKS', include: ['A'] }, distinct: { level: 5 } },
      }),
      [`distinct-system ${at}/medication/distinct`],
    ],
    [
      'more asked than there are',
      document({ atLeast: 3, of: [{ diagnosis: {} }, { service: {} }] }),
      [`at-least-more ${at}`],
    ],
    ['atLeast none', document({ atLeast: 0, of: [{ diagnosis: {} }] }), [`too-low ${at}/atLeast`]],
    [
      'x and not x',
      document({ all: [{ diagnosis: {} }, { not: { diagnosis: {} } }] }),
      [`never-true ${at}/all/1`],
    ],
    [
      'x or not x',
      document({ any: [{ diagnosis: {} }, { not: { diagnosis: {} } }] }),
      [`always-true ${at}/any/1`],
    ],
    [
      'x and not x, its keys in another order',
      document({
        all: [
          { service: { when: 'ever', source: 'FMK', count: { max: 1, min: 1 } } },
          { not: { service: { count: { min: 1, max: 1 }, source: 'FMK', when: 'ever' } } },
        ],
      }),
      [`never-true ${at}/all/1`],
    ],
    [
      'a set without system that excludes all of itself',
      document({ medication: { codes: { include: ['A'], exclude: ['A'] } } }),
      [`missing ${at}/medication/codes/system`],
    ],
    [
      'a set of nothing but exceptions',
      document({ medication: { codes: { system: 'ATC', include: [], exclude: ['A'] } } }),
      [`empty ${at}/medication/codes/include`],
    ],
    [
      'numbers for codes',
      document({ medication: { codes: { system: 'ATC', include: [7], exclude: [7, 'A'] } } }),
      [
        `wrong-type ${at}/medication/codes/include/0`,
        `wrong-type ${at}/medication/codes/exclude/0`,
        `never-true ${at}/medication/codes/exclude`,
      ],
    ],
    [
      'distinct in another system, by name',
      document(
        { medication: { codes: 'n', distinct: { level: 5 } } },
        { codes: { n: { system: 'SKS', include: ['A'] } } },
      ),
      [`distinct-system ${at}/medication/distinct`],
    ],
    [
      'a text for the code sets',
      document({ diagnosis: {} }, { codes: 'x' }),
      ['wrong-type /codes'],
    ],
    [
      'null for the code sets',
      document({ diagnosis: { codes: 'x' } }, { codes: null }),
      ['wrong-type /codes', `unknown-codes ${at}/diagnosis/codes`],
    ],
    ['a key with a slash', document({ diagnosis: {} }, { 'a/b~c': 1 }), ['unknown-key /a~1b~0c']],
    [
      'excluding what is included',
      document(
        { diagnosis: {} },
        { population: { include: { diagnosis: {} }, exclude: { diagnosis: {} } } },
      ),
      ['never-true /population/exclude'],
    ],
    [
      'a window inside concurrent',
      document({ concurrent: { of: [{ medication: { when: 'now' } }, { diagnosis: {} }] } }),
      [`unknown-key ${at}/concurrent/of/0/medication/when`],
    ],
    [
      'a result in concurrent',
      document({ concurrent: { of: [{ result: {} }, { diagnosis: {} }] } }),
      [`unknown-key ${at}/concurrent/of/0/result`],
    ],
    [
      'nothing in concurrent',
      document({ concurrent: { of: [{}, { diagnosis: {} }] } }),
      [`no-criterion ${at}/concurrent/of/0`],
    ],
    [
      'one part in concurrent',
      document({ concurrent: { of: [{ medication: {} }] } }),
      [`too-few ${at}/concurrent/of`],
    ],
    [
      'an unknown key at the top',
      document({ diagnosis: {} }, { purpse: [] }),
      ['unknown-key /purpse'],
    ],
    [
      'a version of two numbers',
      document({ diagnosis: {} }, { version: '1.0' }),
      ['version /version'],
    ],
    [
      'a title without Danish',
      document({ diagnosis: {} }, { title: { en: 'Test' } }),
      ['missing /title/da'],
    ],
    ['a blank title', document({ diagnosis: {} }, { title: { da: ' ' } }), ['empty /title/da']],
    ['no purpose', document({ diagnosis: {} }, { purpose: [] }), ['empty /purpose']],
    [
      'a prototype for a name',
      JSON.stringify(document({ diagnosis: {} }, { codes: { x: codes } })).replace(
        '"x"',
        '"__proto__"',
      ),
      ['name /codes/__proto__'],
    ],
    [
      'the same id twice',
      document(
        { diagnosis: {} },
        {
          markers: ['a', 'a'].map((id) => ({
            id,
            level: 'info',
            title: { da: 'X' },
            when: { service: {} },
          })),
        },
      ),
      ['duplicate-id /markers/1/id'],
    ],
    [
      'the same id twice, of items and of indicators',
      document(
        { diagnosis: {} },
        {
          information: ['a', 'a'].map((id) => ({ id, type: 'service', title: { da: 'X' } })),
          indicators: ['b', 'b'].map((id) => ({
            id,
            title: { da: 'X' },
            numerator: { service: {} },
          })),
        },
      ),
      ['duplicate-id /information/1/id', 'duplicate-id /indicators/1/id'],
    ],
    [
      'no id twice',
      document(
        { diagnosis: {} },
        { information: [1, 2].map(() => ({ type: 'service', title: { da: 'X' } })) },
      ),
      ['missing /information/0/id', 'missing /information/1/id'],
    ],
    [
      'an unknown level',
      document(
        { diagnosis: {} },
        { markers: [{ id: 'a', level: 'high', title: { da: 'X' }, when: { service: {} } }] },
      ),
      ['not-one-of /markers/0/level'],
    ],
    [
      'an item of an unknown type',
      document(
        { diagnosis: {} },
        { information: [{ id: 'a', type: 'resultat', title: { da: 'X' } }] },
      ),
      ['not-one-of /information/0/type'],
    ],
    [
      'an item of nothing',
      withItem({}),
      ['missing /information/0/id', 'missing /information/0/title', 'missing /information/0/type'],
    ],
    [
      'an item without type',
      withItem({ id: 'a', title: { da: 'X' } }),
      ['missing /information/0/type'],
    ],
    [
      'a misspelt key in an item',
      withItem({ id: 'a', type: 'result', title: { da: 'X' }, cods: 'x' }),
      ['unknown-key /information/0/cods'],
    ],
    [
      'a misspelt key in a patient item',
      withItem({ id: 'a', type: 'patient', titel: { da: 'X' } }),
      [
        'missing /information/0/title',
        'missing /information/0/field',
        'unknown-key /information/0/titel',
      ],
    ],
    [
      'a field of a record item',
      withItem({ id: 'a', type: 'result', title: { da: 'X' }, field: 'age' }),
      ['unknown-key /information/0/field'],
    ],
    ['a text for an item', withItem('x'), ['wrong-type /information/0']],
    [
      'a patient item that is shown as a record is',
      withItem({ id: 'a', type: 'patient', title: { da: 'X' }, show: 'list' }),
      ['missing /information/0/field', 'unknown-key /information/0/show'],
    ],
    [
      'two misspelt keys in a query',
      document({ diagnosis: { cods: 1, wen: 2, source: 3 } }),
      [
        `wrong-type ${at}/diagnosis/source`,
        `unknown-key ${at}/diagnosis/cods`,
        `unknown-key ${at}/diagnosis/wen`,
      ],
    ],
    [
      'an address that is not https',
      document({ diagnosis: {} }, { references: [{ title: 'x', url: 'http://x.dk' }] }),
      ['url /references/0/url'],
    ],
    [
      'a name with a space',
      document({ diagnosis: {} }, { codes: { 'a b': codes } }),
      ['name /codes/a b'],
    ],
    ['an id with a space', document({ diagnosis: {} }, { id: 'a b' }), ['name /id']],
    [
      'a patient item without field',
      document(
        { diagnosis: {} },
        { information: [{ id: 'a', type: 'patient', title: { da: 'X' } }] },
      ),
      ['missing /information/0/field'],
    ],
    [
      'a trend of diagnoses',
      document(
        { diagnosis: {} },
        { information: [{ id: 'a', type: 'diagnosis', title: { da: 'X' }, show: 'trend' }] },
      ),
      ['trend-type /information/0'],
    ],
  ])('%s', (_, input, expected) => {
    expect(places(input)).toEqual(expected);
    for (const { message, fix } of errorsOf(input))
      for (const text of [message.da, message.en, fix.da, fix.en]) expect(text).toBeTruthy();
  });

  it('all errors at once', () => {
    const bad = document(
      { any: [{ diagnosis: { codes: 'demens' } }, { result: { value: { above: 'x' } } }] },
      { version: 'x', extra: 1, title: { da: '' } },
    );
    expect(places(bad).sort()).toEqual([
      'empty /title/da',
      'unknown-codes /population/include/any/0/diagnosis/codes',
      'unknown-key /extra',
      'version /version',
      'wrong-type /population/include/any/1/result/value/above',
    ]);
  });

  it('says it in both languages, with the value and a fix', () => {
    expect(errorsOf(document({ diagnosis: { cods: 'x' } }))).toEqual([
      {
        path: '/population/include/diagnosis/cods',
        value: '"x"',
        code: 'unknown-key',
        message: {
          da: 'Nøglen "cods" findes ikke her i formatet.',
          en: 'The key "cods" does not exist here in the format.',
        },
        fix: { da: 'Mente du "codes"?', en: 'Did you mean "codes"?' },
      },
    ]);
    const [unknown] = errorsOf(
      document({ diagnosis: { codes: 'demns' } }, { codes: { demens: codes } }),
    );
    expect(unknown?.message.da).toBe('Kodesættet "demns" findes ikke i profilens "codes".');
    expect(unknown?.fix.da).toBe('Mente du "demens"?');
  });

  it.each<[unknown, string, string]>([
    [
      document({ diagnosis: { codes: 'ukendt' } }),
      'The code set "ukendt" is not in the profile’s "codes".',
      'Add it.',
    ],
    [
      document({ diagnosis: { codes: 'ukendt' } }, { codes: { n: codes, demens: codes } }),
      'The code set "ukendt" is not in the profile’s "codes".',
      'Add it, or use one of "n", "demens".',
    ],
    [withItem({ id: 'a', type: 'service' }), '"title" is missing.', 'Add "title".'],
    [document(undefined), '"include" is missing.', 'Add "include".'],
    [
      withItem({ id: 'a', type: 'patient', title: { da: 'X' } }),
      '"field" is missing.',
      'Add "field".',
    ],
    [document('x'), 'Here must be an object.', 'Write an object.'],
    [document({ diagnosis: { codes: 7 } }), 'Here must be an object.', 'Write an object.'],
    [
      document({ diagnosis: {} }, { markers: [{ id: 'a', level: 'info', title: { da: 'X' } }] }),
      '"when" is missing.',
      'Add "when".',
    ],
    [
      undefined,
      'The document is not a profile in JSON.',
      'Give the profile as JSON text or as a JSON object.',
    ],
    [
      document({ diagnosis: {} }, { helt_andet: 1 }),
      'The key "helt_andet" does not exist here in the format.',
      'Remove it, or correct the spelling.',
    ],
    [document({ all: {} }), 'Here must be a list.', 'Write a list.'],
    [
      document({ sequence: { of: {}, within: 'P1D' } }),
      'Here must be a list of two parts.',
      'Write a list of two parts.',
    ],
    [
      document({ atLeast: 1.5, of: [{ diagnosis: {} }, { service: {} }] }),
      'Here must be a whole number.',
      'Write a whole number.',
    ],
    [
      document({ atLeast: '1', of: [{ diagnosis: {} }] }),
      'Here must be a number.',
      'Write a number.',
    ],
    [document({ medication: { source: 7 } }), 'Here must be a text.', 'Write a text.'],
    [document({ diagnosis: {} }, { codes: 'x' }), 'Here must be an object.', 'Write an object.'],
    [
      document({ service: { when: 'evr' } }),
      'The value is not one of "ever", "now", "future".',
      'Did you mean "ever"?',
    ],
    [
      document({ service: { when: 5 } }),
      'The value is not one of "ever", "now", "future".',
      'Choose one of them.',
    ],
    [
      document({ concurrent: { of: [{ medication: {} }] } }),
      'There must be at least 2 parts here.',
      'Add what is missing.',
    ],
    [
      document({ atLeast: 0, of: [{ diagnosis: {} }] }),
      'The number must be at least 1.',
      'Write 1 or more.',
    ],
    [
      document({ service: { count: { min: 100_001 } } }),
      'This is too much: at most 100000.',
      'Make it shorter or smaller.',
    ],
    [
      document({ diagnosis: {}, service: {} }),
      'A criterion has exactly one key; here are "diagnosis", "service".',
      'Join them with "all" or "any".',
    ],
    [
      document({
        medication: { codes: { system: 'SKS', include: ['A'] }, distinct: { level: 5 } },
      }),
      '"distinct" counts ATC levels, but the codes are in SKS.',
      'Use ATC codes, or remove "distinct".',
    ],
    [
      document(
        { diagnosis: {} },
        {
          markers: ['a', 'a'].map((id) => ({
            id,
            level: 'info',
            title: { da: 'X' },
            when: { service: {} },
          })),
        },
      ),
      'The id "a" is already used in /markers/0.',
      'Give one of them another id.',
    ],
    [
      '['.repeat(42) + ']'.repeat(42),
      'The profile is nested too deeply: at most 40 levels.',
      'Gather the criteria in fewer levels of "all" and "any".',
    ],
    [
      Array(50_000).fill(1),
      'The profile has too many parts: at most 50000.',
      'Split it into several profiles, or use code ranges.',
    ],
    [
      'x'.repeat(1_000_001),
      'The profile is too large: at most 1000000 characters.',
      'Split it into several profiles, or use code ranges.',
    ],
  ])('%#', (input, message, fix) => {
    expect(errorsOf(input).map((each) => [each.message.en, each.fix.en])).toEqual([[message, fix]]);
  });

  it.each<[unknown, string, string]>([
    [document({ diagnosis: { cods: 'x' } }), 'Mente du "codes"?', 'Did you mean "codes"?'],
    [document({ service: { when: 'evr' } }), 'Mente du "ever"?', 'Did you mean "ever"?'],
    [document({ service: { when: 5 } }), 'Vælg en af dem.', 'Choose one of them.'],
    [
      document({ diagnosis: { codes: 'demns' } }, { codes: { demens: codes } }),
      'Mente du "demens"?',
      'Did you mean "demens"?',
    ],
    [document({ diagnosis: { codes: 'demns' } }), 'Tilføj det.', 'Add it.'],
    [
      document({ diagnosis: { codes: 'ukendt' } }, { codes: { demens: codes } }),
      'Tilføj det, eller brug et af "demens".',
      'Add it, or use one of "demens".',
    ],
  ])('hints in both languages: %#', (input, da, en) => {
    expect(errorsOf(input).map(({ fix }) => fix)).toEqual([{ da, en }]);
  });

  it('the value is shown as JSON, cut when long, absent when there is none', () => {
    const versioned = (version: unknown) => errorsOf(document({ diagnosis: {} }, { version }))[0];
    expect(versioned('x'.repeat(118))?.value).toBe(`"${'x'.repeat(118)}"`);
    expect(versioned('x'.repeat(119))?.value).toBe(`"${'x'.repeat(116)}…`);
    expect(versioned(undefined)).not.toHaveProperty('value');
  });

  it('every key of the format is suggested when it is misspelt', () => {
    const keys = new Set<string>();
    JSON.stringify(profileJsonSchema(), (key, value: unknown) => {
      if (key === 'properties') Object.keys(value as object).forEach((each) => keys.add(each));
      return value;
    });
    keys.delete('$schema');
    expect(keys.size).toBeGreaterThan(60);
    for (const key of keys)
      expect(errorsOf(document({ diagnosis: {} }, { [`~${key}`]: 1 }))[0]?.fix.en).toBe(
        `Did you mean "${key}"?`,
      );
  });
});

describe('what is not even a profile', () => {
  it.each([
    ['', 'syntax'],
    ['{"format": ', 'syntax'],
    [undefined, 'not-json'],
    [() => 1, 'not-json'],
    [12n, 'not-json'],
    ['x'.repeat(1_000_001), 'too-large'],
  ])('%#', (input, code) => expect(errorsOf(input).map((each) => each.code)).toEqual([code]));

  it.each([null, 7, [], '"text"', true])('%j is of a wrong type', (input) => {
    expect(errorsOf(input)[0]).toMatchObject({ code: 'wrong-type', path: '' });
  });

  it('as deep, as many and as long as may be', () => {
    expect(places('['.repeat(40) + ']'.repeat(40))).toEqual(['wrong-type ']);
    expect(places('['.repeat(41) + ']'.repeat(41))).toEqual(['too-deep ']);
    expect(places(Array(49_999).fill(1))).toEqual(['wrong-type ']);
    expect(places(Array(50_000).fill(1))).toEqual(['too-many ']);
    expect(places('x'.repeat(1_000_000))).toEqual(['syntax ']);
    expect(places({ ['k'.repeat(1000)]: 1 })).not.toContain('key-too-long ');
    expect(places({ ['k'.repeat(1001)]: 1 })).toEqual(['key-too-long ']);
  });

  it('a syntax error says where', () => {
    expect(errorsOf('{ x }')[0]?.message.en).toBe(
      'The text is not valid JSON (line 1, character 3).',
    );
    expect(errorsOf('{\n\n  x }')[0]?.message.en).toBe(
      'The text is not valid JSON (line 3, character 3).',
    );
    expect(errorsOf('{"format": ')[0]?.message.en).toBe('The text is not valid JSON.');
    expect(errorsOf('{\n  "format": 1 "id": 2\n}')[0]?.message.da).toBe(
      'Teksten er ikke gyldig JSON (linje 2, tegn 15).',
    );
  });

  it('a newer format is refused with one sentence, never half-read', () => {
    const newer = { ...document({ diagnosis: {} }), format: 'overblik-profile/2', whatever: 1 };
    expect(places(newer)).toEqual(['newer-format /format']);
    expect(places({ ...newer, format: 'overblik-profile/12' })).toEqual(['newer-format /format']);
    expect(errorsOf(newer)[0]?.message.da).toBe(
      'Profilen er skrevet i formatet overblik-profile/2, som denne version ikke kender.',
    );
  });

  it.each([
    2,
    'overblik/2',
    'an overblik-profile/2',
    'overblik-profile/2b',
    ['overblik-profile/2'],
    undefined,
  ])('the format %j is none', (format) => {
    const [error] = errorsOf({ ...document({ diagnosis: {} }), format });
    expect(error).toMatchObject({ path: '/format', code: format ? 'not-one-of' : 'missing' });
  });

  it('a circle, and a toJSON that throws', () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    expect(places(circle)).toEqual(['not-json ']);
    expect(places({ toJSON: () => JSON.parse('{') as unknown })).toEqual(['not-json ']);
  });

  it('what grows while it is read is read no further than a profile goes', () => {
    let reads = 0;
    const growing = (): unknown => {
      // What is not stopped would never end.
      if (++reads > 1_000_000) throw new Error('no end');
      return { a: { toJSON: growing }, b: { toJSON: () => reads } };
    };
    expect(places({ toJSON: growing })).toEqual(['too-deep ']);
    expect(reads).toBeLessThan(100);
    const wide = { toJSON: () => Array.from({ length: 60_000 }, () => 0) };
    expect(places(document({ any: wide }))).toEqual(['too-many ']);
  });

  it('deep and wide documents are refused before anything recurses', () => {
    let deep: unknown = { diagnosis: {} };
    for (let depth = 0; depth < 3000; depth++) deep = { not: deep };
    expect(places(document(deep))).toEqual(['too-deep ']);
    const wide = { any: Array.from({ length: 30_000 }, () => ({ diagnosis: {} })) };
    expect(places(document(wide))).toEqual(['too-many ']);
    expect(
      places(document({ any: Array.from({ length: 501 }, () => ({ diagnosis: {} })) })),
    ).toEqual(['too-much /population/include/any']);
  });
});
