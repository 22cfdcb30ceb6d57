import { describe, expect, it } from 'vitest';
import { profiles } from '../../fixtures/profiles/index.ts';
import { applyFix, reviewProfile, type KnownCodes } from '../../src/authoring/index.ts';
import { reviewRules } from '../../src/authoring/review/review.ts';
import { profileReviewPhrases } from '../../src/i18n/phrases/profile-review.ts';
import type { Criterion } from '../../src/profile/index.ts';
import { documentOf } from '../engine/build.ts';
import { parsed } from '../fixtures/profiles/cases.ts';

const asOf = '2026-11-24';
const title = { da: 'En', en: 'One' };
const has = (...include: readonly string[]): Criterion => ({
  diagnosis: { codes: { system: 'ICPC-2', include: [...include] } },
});
const takes = (code: string, last?: string): Criterion => ({
  result: {
    codes: { system: 'NPU', include: [code] },
    ...(last === undefined ? {} : { when: { last } }),
  },
});
const codes: KnownCodes = {
  'ICPC-2': { T90: {}, K86: {}, K87: { retired: true, replacedBy: 'K86' } },
};

/** A profile that has what a check finds: what it is called, where it stands, and the document. */
const cases: readonly (readonly [code: string, path: string, include: Criterion, more?: object])[] =
  [
    [
      'contradiction',
      '/population/include',
      { all: [has('T90'), { not: { any: [has('T90'), has('K86')] } }] },
    ],
    [
      'contradiction',
      '/population/include',
      {
        all: [{ patient: { sex: 'female' } }, { all: [has('T90'), { patient: { sex: 'male' } }] }],
      },
    ],
    [
      'contradiction',
      '/population/include/any/1',
      { any: [has('T90'), { all: [takes('NPU1', 'P3M'), { not: takes('NPU1', 'P12M') }] }] },
    ],
    [
      'contradiction',
      '/population/include',
      { all: [{ patient: { age: { min: 70 } } }, { not: { patient: { age: { min: 65 } } } }] },
    ],
    [
      'always-true',
      '/population/include/all/1',
      { all: [has('T90'), { any: [takes('NPU1'), { not: takes('NPU1', 'P1Y') }] }] },
    ],
    [
      'population-empty',
      '/population/exclude',
      has('T90'),
      { population: { include: has('T90'), exclude: { any: [has('T90'), has('K86')] } } },
    ],
    [
      'exclude-without-effect',
      '/population/exclude',
      has('T90'),
      {
        population: {
          include: { all: [has('T90'), { patient: { sex: 'female' } }] },
          exclude: { patient: { sex: 'male' } },
        },
      },
    ],
    [
      'marker-never',
      '/markers/0/when',
      { all: [has('T90'), { patient: { age: { min: 40 } } }] },
      { markers: [marker('m', { patient: { age: { max: 39 } } })] },
    ],
    ['marker-always', '/markers/0/when', has('T90'), { markers: [marker('m', has('T'))] }],
    [
      'indicator-never',
      '/indicators/0/numerator',
      has('T90'),
      {
        indicators: [
          { id: 'i', title, numerator: takes('NPU1', 'P3M'), denominator: { not: takes('NPU1') } },
        ],
      },
    ],
    [
      'duplicate-criterion',
      '/population/include/any/2',
      { any: [has('T90'), has('K86'), has('t90')] },
    ],
    [
      'duplicate-criterion',
      '/population/include/of/1',
      { atLeast: 2, of: [has('T90'), has('T90'), has('K86')] },
    ],
    [
      'redundant-criterion',
      '/population/include/any/0',
      { any: [has('T90'), has('T'), has('K86')] },
    ],
    [
      'redundant-criterion',
      '/population/include/all/1',
      { all: [takes('NPU1', 'P3M'), takes('NPU1'), has('T90')] },
    ],
    [
      'duplicate-marker',
      '/markers/1',
      has('T90'),
      { markers: [marker('a', has('K86')), marker('b', has('K86'))] },
    ],
    [
      'duplicate-item',
      '/information/1',
      has('T90'),
      {
        information: ['a', 'b'].map((id) => ({
          id,
          title,
          type: 'diagnosis',
          codes: { system: 'ICPC-2', include: ['K86'] },
        })),
      },
    ],
    [
      'impossible-window',
      '/population/include/diagnosis/when',
      { diagnosis: { when: { from: '-P1M', to: '2020-01-01' } } },
    ],
    [
      'window-ahead',
      '/population/include/diagnosis/when',
      { diagnosis: { when: { from: '2030-01-01', to: '2031-01-01' } } },
    ],
    [
      'every-plausible',
      '/population/include/result/value',
      {
        result: {
          codes: { system: 'NPU', include: ['NPU1'] },
          value: { atMost: 400, unit: 'mL/min', plausible: { min: 0, max: 300 } },
        },
      },
    ],
    [
      'unused-code-set',
      '/codes/andet',
      has('T90'),
      { codes: { andet: { system: 'ATC', include: ['A10'] } } },
    ],
    ['unknown-code', '/population/include/diagnosis/codes/include/1', has('T90', 'T99')],
    ['retired-code', '/population/include/diagnosis/codes/include/0', has('K87')],
    ['duplicate-code', '/population/include/diagnosis/codes/include/2', has('T90', 'K86', 't90')],
    ['redundant-code', '/population/include/diagnosis/codes/include/0', has('T90', 'T')],
    [
      'needless-exclude',
      '/population/include/diagnosis/codes/exclude/0',
      { diagnosis: { codes: { system: 'ICPC-2', include: ['T90'], exclude: ['K86'] } } },
    ],
    [
      'marker-without-why',
      '/markers/0',
      has('T90'),
      { markers: [{ ...marker('m', has('K86')), source: undefined }] },
    ],
    [
      'missing-language',
      '/markers/0/title',
      has('T90'),
      { title, markers: [{ ...marker('m', has('K86')), title: { da: 'Kun dansk' } }] },
    ],
    ['review-overdue', '/about/nextReview', has('T90'), { about: { nextReview: '2026-11-23' } }],
    [
      'approval-expired',
      '/about/approvedBy',
      has('T90'),
      { about: { approvedBy: [{ name: 'Udvalget', until: '2026-11-23' }] } },
    ],
  ];

function marker(id: string, when: Criterion) {
  return { id, level: 'info', title, when, source: 'En kilde' };
}

describe.each(cases.map(([code, path, include, more = {}]) => ({ code, path, include, more })))(
  '$code at $path',
  ({ code, path, include, more }) => {
    const document: unknown = JSON.parse(JSON.stringify(documentOf(include, more)));
    const found = reviewProfile(parsed(document), { asOf, codes });
    const finding = found.find((each) => each.code === code && each.path === path);

    it('is told, with words that say what to do', () => {
      expect(found.map((each) => `${each.code} ${each.path}`)).toContain(`${code} ${path}`);
      for (const text of [finding!.message, finding!.todo])
        for (const words of [text.da, text.en]) expect(words).toMatch(/^[^{}]+\.$/);
    });

    it('goes away by its fix, and nothing comes of it', () => {
      if (!finding?.fix) return;
      const mended = reviewProfile(parsed(applyFix(document, finding.fix)), { asOf, codes });
      const before = found.map((each) => each.code);
      expect(mended.filter((each) => each.code === code).length).toBeLessThan(
        before.filter((each) => each === code).length,
      );
      expect(before).toEqual(expect.arrayContaining(mended.map((each) => each.code)));
    });
  },
);

it('every check has a case, and says what it finds in two languages', () => {
  const told = new Set(cases.map(([code]) => code));
  for (const { name } of reviewRules) {
    expect(told).toContain(name);
    expect(new Set(profileReviewPhrases(name, {})).size).toBe(4);
  }
});

describe('what is as it should be', () => {
  it.each(profiles.map((each) => [(each as { id: string }).id, each]))(
    'is not told of: %s',
    (_, document) => {
      expect(reviewProfile(parsed(document), { asOf })).toEqual([]);
    },
  );

  it.each<readonly [string, Criterion]>([
    [
      'an age that is asked on another day',
      { all: [{ patient: { age: { min: 70 } } }, { patient: { age: { max: 60, on: '-P20Y' } } }] },
    ],
    [
      'windows of about the same length',
      { all: [takes('NPU1', 'P3M'), { not: takes('NPU1', 'P90D') }] },
    ],
    [
      'codes with an exception',
      {
        all: [
          has('T90'),
          { not: { diagnosis: { codes: { system: 'ICPC-2', include: ['T'], exclude: ['T90'] } } } },
        ],
      },
    ],
    [
      'the same code in another system',
      {
        all: [has('T90'), { not: { diagnosis: { codes: { system: 'LOCAL', include: ['T90'] } } } }],
      },
    ],
    ['an appointment ahead', { appointment: { when: { from: '+P1M', to: '+P3M' } } }],
    [
      'an exclude of a part',
      { diagnosis: { codes: { system: 'ICPC-2', include: ['T'], exclude: ['T90'] } } },
    ],
    [
      'a source of another',
      { all: [{ diagnosis: { source: 'A' } }, { not: { diagnosis: { source: 'B' } } }] },
    ],
  ])('is not told of: %s', (_, include) => {
    expect(reviewProfile(parsed(documentOf(include)), { asOf })).toEqual([]);
  });

  it('tells nothing of codes without a table', () => {
    expect(reviewProfile(parsed(documentOf(has('T99'))), { asOf })).toEqual([]);
  });
});

it('comes to an end with a profile of very many criteria, and claims nothing that it has not looked through', () => {
  const parts = Array.from({ length: 450 }, (_, index) =>
    has(`A${String(index).padStart(4, '0')}`),
  );
  const profile = parsed(documentOf({ any: [{ any: parts }, { not: { all: parts } }] }));
  expect(reviewProfile(profile, { asOf })).toEqual([]);
});

describe('a fix', () => {
  const document = { a: [1, 2, 3], b: { c: 1 } };

  it('leaves the document alone that it was given', () => {
    expect(applyFix(document, [{ op: 'remove', path: '/a/1' }])).toEqual({
      ...document,
      a: [1, 3],
    });
    expect(document.a).toEqual([1, 2, 3]);
  });

  it('replaces and adds', () => {
    const changed = applyFix(document, [
      { op: 'replace', path: '/b/c', value: 2 },
      { op: 'add', path: '/a/-', value: 4 },
      { op: 'add', path: '/a~1b', value: 5 },
    ]);
    expect(changed).toEqual({ a: [1, 2, 3, 4], b: { c: 2 }, 'a/b': 5 });
  });

  it('says that the document is another', () => {
    for (const path of ['/a/9', '/x/y', '/b/d', ''])
      expect(() => applyFix(document, [{ op: 'remove', path }])).toThrow(RangeError);
  });
});
