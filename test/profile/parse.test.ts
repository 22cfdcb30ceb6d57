import { describe, expect, it } from 'vitest';
import { demens } from '../../fixtures/profiles/index.ts';
import { parseProfile, type Profile, type ProfileError } from '../../src/profile/index.ts';

const codes = { system: 'ATC', include: ['N05A'] };

function document(include: unknown, more: object = {}): object {
  return {
    format: 'overblik-profile/1',
    id: 'dk.test',
    version: '1.0.0',
    title: { da: 'Prøve' },
    purpose: [{ da: 'At prøve' }],
    population: { include },
    information: [],
    ...more,
  };
}

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
          of: [{ medication: { codes: 'n', when: 'ever' } }, { result: { value: { below: 4 } } }],
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
  ])('%s', (_, input) => expect(errorsOf(input)).toEqual([]));

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
      document({ result: { value: { above: 5, below: 5 } } }),
      [`never-true ${at}/result/value`],
    ],
    [
      'a value without bounds',
      document({ result: { value: { unit: 'g' } } }),
      [`empty-value ${at}/result/value`],
    ],
    [
      'two bounds on one side',
      document({ result: { value: { above: 5, atLeast: 6 } } }),
      [`two-bounds ${at}/result/value`],
    ],
    [
      'pick with count',
      document({ result: { pick: 'latest', value: { above: 1 }, count: { min: 1 } } }),
      [`pick-count ${at}/result`],
    ],
    ['pick without value', document({ result: { pick: 'latest' } }), [`pick-value ${at}/result`]],
    [
      'lasting with count',
      document({ medication: { lasting: 'P3M', count: { min: 2 } } }),
      [`lasting-count ${at}/medication`],
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
  ])('%s', (_, input, expected) => expect(places(input)).toEqual(expected));

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

  it('a syntax error says where', () => {
    expect(errorsOf('{\n  "format": 1 "id": 2\n}')[0]?.message.da).toBe(
      'Teksten er ikke gyldig JSON (linje 2, tegn 15).',
    );
  });

  it('a newer format is refused with one sentence, never half-read', () => {
    const newer = { ...document({ diagnosis: {} }), format: 'overblik-profile/2', whatever: 1 };
    expect(errorsOf(newer)).toHaveLength(1);
    expect(errorsOf(newer)[0]?.message.da).toBe(
      'Profilen er skrevet i formatet overblik-profile/2, som denne version ikke kender.',
    );
  });

  it('a circle, and a toJSON that throws', () => {
    const circle: Record<string, unknown> = {};
    circle.self = circle;
    expect(places(circle)).toEqual(['not-json ']);
    expect(places({ toJSON: () => JSON.parse('{') as unknown })).toEqual(['not-json ']);
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
