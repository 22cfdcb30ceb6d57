import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { demens, manglendeVaccination, tripleWhammy } from '../../fixtures/profiles/index.ts';
import { describeProfileTests, isTested, runProfileTests } from '../../src/authoring/index.ts';
import { parseProfile } from '../../src/profile/index.ts';
import { documentOf } from '../engine/build.ts';
import { parsed } from '../fixtures/profiles/cases.ts';
import { mutantsOf } from './mutants.ts';

const on = '2026-11-24';
const title = { da: 'En', en: 'Somebody' };
const withTests = (tests: readonly object[], more: object = {}) => ({
  ...documentOf({ diagnosis: { codes: { system: 'ICPC-2', include: ['P70'] } } }, more),
  about: { tests },
});
const run = (tests: readonly object[], more: object = {}) =>
  runProfileTests(parsed(withTests(tests, more)));
const errorsOf = (tests: unknown) => {
  const outcome = parseProfile(withTests(tests as readonly object[]));
  return outcome.ok ? [] : outcome.errors.map(({ code, path }) => `${code} ${path}`);
};

describe.each([
  [
    'dementia',
    demens,
    Object.keys(demens.codes).filter((name) => !['mmse', 'basic'].includes(name)),
  ],
  ['Triple Whammy', tripleWhammy, []],
  ['missing vaccination', manglendeVaccination, []],
] as const)('the test patients of %s', (_, document, codes) => {
  it('come out as expected, and make everything both true and false', () => {
    const { ok, results, coverage } = runProfileTests(parsed(document));
    expect(results.filter((each) => !each.ok || each.notes.length > 0)).toEqual([]);
    expect(ok).toBe(true);
    expect(coverage.filter((each) => !isTested(each)).map(({ path }) => path)).toEqual([]);
  });

  it('notice every rule that is changed', () => {
    const mutants = [...mutantsOf(document, codes)].flatMap(({ words, document: mutant }) => {
      const outcome = parseProfile(mutant);
      return outcome.ok ? [{ words, profile: outcome.profile }] : [];
    });
    expect(mutants.length).toBeGreaterThanOrEqual(20);
    const alive = mutants.filter(({ profile }) => runProfileTests(profile).ok);
    expect(alive.map(({ words }) => words)).toEqual([]);
  });
});

describe('what a test says', () => {
  it('has errors with their places', () => {
    expect(errorsOf({})).toEqual(['wrong-type /about/tests']);
    expect(errorsOf([{ on, expect: {} }])).toEqual(['missing /about/tests/0/title']);
    expect(errorsOf([{ title, on: '24.11.2026', expect: { population: 'ja' } }])).toEqual([
      'date /about/tests/0/on',
      'not-one-of /about/tests/0/expect/population',
    ]);
    expect(errorsOf([{ title, on, diagnoses: [7], expect: {} }])).toEqual([
      'wrong-type /about/tests/0/diagnoses/0',
    ]);
    expect(errorsOf([{ title, on, diagnoses: [{ code: 70 }], expect: {} }])).toEqual([
      'wrong-type /about/tests/0/diagnoses/0/code',
    ]);
  });

  it('has limits', () => {
    const test = { title, on, expect: { population: 'no' } };
    expect(errorsOf(Array.from({ length: 201 }, () => test))).toEqual(['too-much /about/tests']);
    expect(errorsOf([{ ...test, results: Array.from({ length: 201 }, () => 'X') }])).toEqual([
      'too-much /about/tests/0/results',
    ]);
  });

  it('passes over keys of a later library, and says so', () => {
    const { results } = run([{ title, on, diagnosis: ['P70'], expect: { population: 'no' } }]);
    expect(results[0]?.notes).toEqual([
      'The key "diagnosis" is not known, so it makes no difference.',
    ]);
  });
});

describe('what comes of a test', () => {
  it('tells what was expected, what was found, and by which records', () => {
    const { ok, results } = run([
      { title, on, diagnoses: ['P70'], expect: { population: 'no' } },
      { title, on, diagnoses: ['P70'], expect: { population: 'yes' } },
    ]);
    expect(ok).toBe(false);
    expect(results.map((each) => each.ok)).toEqual([false, true]);
    expect(results[0]?.answers).toEqual([
      {
        path: '/about/tests/0/expect/population',
        target: { kind: 'population' },
        name: 'The population',
        expected: 'no',
        found: 'yes',
        ok: false,
        why: [expect.stringMatching(/^Diagnosis P70 \(ICPC-2\).*: yes \(P70, .*2025/)],
      },
    ]);
  });

  it('tells why it is not known', () => {
    const coverage = { diagnosis: { available: false } };
    const { results } = run([{ title, on, coverage, expect: { population: 'yes' } }]);
    expect(results[0]?.answers[0]).toMatchObject({ found: 'unknown', ok: false });
    expect(results[0]?.answers[0]?.why.join()).toMatch(/diagnoses/);
  });

  it('is no pass where the test expects nothing, or of what is not there', () => {
    const { results } = run([
      { title, on, expect: {} },
      { title, on, expect: { markers: { gone: 'no' }, criteria: { '/population': 'no' } } },
    ]);
    expect(results.map((each) => each.ok)).toEqual([false, false]);
    expect(results[0]?.notes[0]).toContain('expects no answer');
    expect(results[1]?.answers.map(({ found }) => found)).toEqual(['missing', 'missing']);
  });

  it('asks markers and indicators of members alone, and a criterion of anybody', () => {
    const when = { diagnosis: {} };
    const { results } = run(
      [
        {
          title,
          on,
          diagnoses: ['K86'],
          expect: {
            markers: { m: 'yes' },
            indicators: { i: 'no' },
            criteria: { '/markers/0/when': 'yes' },
          },
        },
      ],
      {
        markers: [{ id: 'm', level: 'info', title, when }],
        indicators: [{ id: 'i', title, numerator: when }],
      },
    );
    expect(results[0]?.answers.map(({ found }) => found)).toEqual([
      'not-asked',
      'not-asked',
      'yes',
    ]);
  });

  it('counts an indicator as the list does: out of the denominator, and excepted', () => {
    const has = (code: string) => ({ diagnosis: { codes: { system: 'ICPC-2', include: [code] } } });
    const indicator = { id: 'i', title, numerator: has('A01'), denominator: has('A02') };
    const more = { indicators: [{ ...indicator, except: has('A03') }] };
    const found = (...codes: readonly string[]) =>
      run([{ title, on, diagnoses: ['P70', ...codes], expect: { indicators: { i: 'yes' } } }], more)
        .results[0]?.answers[0]?.found;
    expect(found()).toBe('out');
    expect(found('A02')).toBe('no');
    expect(found('A01', 'A02')).toBe('yes');
    expect(found('A02', 'A03')).toBe('out');
    expect(found('A01', 'A02', 'A03')).toBe('yes');
  });

  it('tells of the dead, and of what could not be read', () => {
    const { results } = run([
      { title, on, patient: { deceased: '-P1D' }, expect: { population: 'yes' } },
      {
        title,
        on,
        diagnoses: [{ code: 'P70', from: '2024-02-30' }],
        expect: { population: 'unknown' },
      },
    ]);
    expect(results[0]?.answers[0]?.why).toEqual(['The patient is dead on the day.']);
    expect(results[1]?.ok).toBe(true);
    expect(results[1]?.notes[0]).toMatch(/^Could not be read: 1 record/);
  });

  it('leaves a day alone that nothing reaches', () => {
    const { results } = run([
      {
        title,
        on,
        diagnoses: [{ code: 'P70', from: '-P999999Y' }],
        expect: { population: 'unknown' },
      },
    ]);
    expect(results[0]?.ok).toBe(true);
  });
});

describe('what nobody tests', () => {
  it('is told of each criterion, marker and indicator', () => {
    const when = { diagnosis: { codes: { system: 'ICPC-2', include: ['K86'] } } };
    const { coverage } = run([{ title, on, diagnoses: ['P70'], expect: { population: 'yes' } }], {
      markers: [{ id: 'm', level: 'info', title, when: { not: when } }],
    });
    expect(coverage.map(({ path, yes, no }) => [path, yes, no])).toEqual([
      ['/population', 1, 0],
      ['/markers/0', 1, 0],
      ['/population/include', 1, 0],
      ['/markers/0/when', 1, 0],
      ['/markers/0/when/not', 0, 1],
    ]);
    expect(coverage.some(isTested)).toBe(false);
  });
});

it('comes out as the page on profiles shows it', () => {
  const page = readFileSync('stories/docs/profiles.mdx', 'utf8');
  const [, shown = ''] =
    /```json by=test\/authoring\/profile-tests[^\n]*\n([^`]*)```/.exec(page) ?? [];
  const document = { ...demens, about: { tests: [JSON.parse(shown) as object] } };
  expect(runProfileTests(parsed(document))).toMatchObject({ ok: true, results: [{ notes: [] }] });
});

it('is told in words, in both languages', () => {
  const profile = parsed(demens);
  expect(describeProfileTests(profile, 'en').lines[3]).toMatch(
    /^Donepezil, never coded, 24 November 2026: The population: yes; The criterion “Diagnosis/,
  );
  const { title: heading, lines } = describeProfileTests(profile, 'da');
  expect([heading, lines.length]).toEqual(['Testpatienter', 27]);
  expect(lines[0]).toContain('Markøren »Ingen psykometrisk test«: ja');
});
