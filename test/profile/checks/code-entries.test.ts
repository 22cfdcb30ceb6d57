import { describe, expect, it } from 'vitest';
import { parseProfile } from '../../../src/profile/index.ts';
import { codeEntries } from '../../../src/profile/checks/code-entries.ts';
import { documentOf, placesOf } from '../documents.ts';

const find = (system: unknown, include: unknown, exclude?: unknown) =>
  codeEntries.find({ system, include, ...(exclude ? { exclude } : {}) }, ['codes', 'x'], {});

describe('refuses an entry that matches nothing', () => {
  it.each([
    ['ICPC-2', 'P70*', 'code-entry', ['P70']],
    ['ICPC2', 'P70, P71', 'code-entry', ['P70', 'P71']],
    ['ICPC-2', 'P70,P71*', 'code-entry', ['P70', 'P71']],
    ['ICPC-2', 'P70 P71', 'code-entry', ['P70', 'P71']],
    ['ICPC-2', '*', 'code-entry', undefined],
    ['ICPC-2', '', 'code-entry', undefined],
    ['ICPC-2', ' \u200b\u00ad ', 'code-entry', undefined],
    ['ATC', 'N05.A', 'code-entry', undefined],
    ['ICPC-2', 'L72-', 'code-entry', undefined],
    ['ICPC-2', 'L72-L76-L80', 'code-entry', undefined],
    ['ICPC-2', 'L76-L72', 'code-range', ['L72-L76']],
    ['ydelse', '2150-2101', 'code-range', ['2101-2150']],
    ['ICPC-2', 'L7-L76', 'code-range', undefined],
    ['local', 'A*', 'code-entry', ['A']],
    ['NPU', 'NPU1, NPU2', 'code-entry', ['NPU1', 'NPU2']],
  ])('%s %j: %s, did you mean %j', (system, entry, code, suggestions) => {
    const found = find(system, ['X99', entry]);
    expect(placesOf(found)).toEqual([`${code} /codes/x/include/1`]);
    expect(found[0]?.details.suggestions).toEqual(suggestions);
  });

  it('in `exclude` too', () => {
    expect(placesOf(find('ATC', ['N05A'], ['N05AN*']))).toEqual(['code-entry /codes/x/exclude/0']);
  });

  it('and a system that is none', () => {
    expect(placesOf(find(' \u200b ', ['P70']))).toEqual(['empty /codes/x/system']);
  });
});

it.each([
  ['ICPC-2', ['P70', 'L72-L76', 'L72 – L76', ' p 70 ']],
  ['ICD-10', ['F03.9', 'F00.0-F03.9']],
  ['ATC', ['N05 AH04']],
  ['ydelse', ['101', '101-150', '2101-2150', '101-2150']],
  ['LOINC', ['4548-4', '718-7']],
  ['local', ['AB-CD', 'a.b', 'X-1-2']],
])('%s %j are codes', (system, include) => {
  expect(find(system, include)).toEqual([]);
});

it.each([
  [7, ['P70*']],
  ['ICPC-2', 'P70*'],
  ['ICPC-2', [70, null]],
])('what has another structure is the schema’s: %j %j', (system, include) => {
  expect(find(system, include)).toEqual([]);
});

it('says what was probably meant, in both languages', () => {
  const codes = { system: 'ICPC-2', include: ['P70, P71'] };
  const outcome = parseProfile(documentOf({ diagnosis: { codes } }));
  expect(outcome.ok ? [] : outcome.errors).toMatchObject([
    {
      path: '/population/include/diagnosis/codes/include/0',
      fix: {
        da: expect.stringContaining('Mente du "P70", "P71"?') as string,
        en: expect.stringContaining('Did you mean "P70", "P71"?') as string,
      },
    },
  ]);
});

it('a text of a million letters is read to its end once', () => {
  const letters = 'A'.repeat(500_000);
  // The schema tells that it is too long.
  expect(find('ATC', [`${letters} ${letters}`])).toEqual([]);
  expect(placesOf(find('ATC', [`${letters}0 ${letters}0`]))).toEqual([
    'code-entry /codes/x/include/0',
  ]);
});
