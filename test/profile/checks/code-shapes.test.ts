import { describe, expect, it } from 'vitest';
import * as fixtures from '../../../fixtures/profiles/index.ts';
import { codeShapes } from '../../../src/profile/checks/code-shapes.ts';
import { parseProfile } from '../../../src/profile/index.ts';
import { profileOf } from '../../engine/build.ts';

function find(system: string, include: readonly string[], more: object = {}) {
  return codeShapes.find({ system, include, ...more }, ['codes', 'x'], {});
}

describe('a code of another form than its system’s', () => {
  it.each<readonly [string, string, readonly string[] | undefined]>([
    ['ICPC-2', 'T9O', ['T90']],
    ['icpc2', ' t9o ', ['T90']],
    ['ICPC-2', 'T9I', ['T91']],
    ['ICPC-2', '9T0', ['T90']],
    ['ICPC-2', 'T900', ['T00', 'T90']],
    ['ICPC-2', 'L72-L7S', ['L72-L75']],
    ['ICPC-2', 'DE119', undefined],
    ['ICPC-2', 'Q90', undefined],
    ['ATC', 'N5A', ['N05A', 'N50A']],
    ['ATC', 'NO5A', ['N05A']],
    ['ATC', 'A10BA0Z', ['A10BA02']],
    ['ATC', 'metformin', undefined],
    ['NPU', 'NPU2730O', ['NPU27300']],
    ['NPU', 'X', undefined],
    ['SKS', 'D0119', ['DO119']],
    ['ydelse', '01O1', ['0101']],
    ['ydelse', '21501', ['1501', '2501', '2101']],
  ])('%s %s is told, with what may be meant', (system, entry, suggestions) => {
    const [found, ...more] = find(system, [entry]);
    expect(more).toEqual([]);
    expect(found).toMatchObject({ path: ['codes', 'x', 'include', 0], code: 'code-shape' });
    expect(found!.details.suggestions).toEqual(suggestions);
  });

  it('is told of what is excluded, too', () => {
    const [found] = find('ICPC-2', ['T90'], { exclude: ['T90A', 'T9O'] });
    expect(found!.path).toEqual(['codes', 'x', 'exclude', 1]);
  });
});

it.each<readonly [string, string]>([
  ['ICPC-2', 'T90'],
  ['ICPC-2', 'T'],
  ['ICPC-2', 'T9'],
  ['ICPC-2', 't90a'],
  ['ICPC-2', 'L72-L76'],
  ['ATC', 'A'],
  ['ATC', 'A1'],
  ['ATC', 'A10'],
  ['ATC', 'A10B'],
  ['ATC', 'A10BA'],
  ['ATC', 'A10BA0'],
  ['ATC', 'A10BA02'],
  ['ATC', 'C09A-C09D'],
  ['NPU', 'DNK35308'],
  ['SKS', 'D'],
  ['SKS', 'DE11.9'],
  ['ICD-10', 'E11'],
  ['YDELSE', '101'],
  ['YDELSE', '2101-2109'],
  ['local', 'hvad som helst'],
  ['SNOMED CT', '73211009'],
])('%s %s is one, or the beginning of some', (system, entry) => {
  expect(find(system, [entry])).toEqual([]);
});

it('what can match nothing at all is left to its own error', () => {
  expect(find('ICPC-2', ['T90*', '', 'T90 T89'])).toEqual([]);
});

it('parseProfile warns of it, with what may be meant in words', () => {
  const profile = profileOf({
    diagnosis: { codes: { system: 'ICPC-2', include: ['T89', 'T9O'] } },
  });
  const outcome = parseProfile(structuredClone(profile));
  expect(outcome).toMatchObject({ ok: true });
  expect(outcome.ok && outcome.warnings).toEqual([
    expect.objectContaining({
      path: '/population/include/diagnosis/codes/include/1',
      code: 'code-shape',
      message: expect.objectContaining({
        en: '"T9O" looks like no code of ICPC-2, so perhaps nothing is found.',
      }) as unknown,
      fix: expect.objectContaining({
        en: expect.stringMatching(/^Did you mean "T90"\? /) as unknown,
      }) as unknown,
    }),
  ]);
});

it('no profile of ours is warned of', () => {
  for (const document of fixtures.profiles) {
    const outcome = parseProfile(document);
    expect(outcome.ok && outcome.warnings).toEqual([]);
  }
});
