/** A profile as CQL: its text. That it is CQL, and answers as the engine does, others tell (`cql-engine.test.ts`). */
import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profiles } from '../../fixtures/profiles/index.ts';
import { codeSetTuple } from '../../src/languages/cql/codes.ts';
import { rulesLibrary } from '../../src/languages/cql/rules-library.ts';
import { recordsLibrary } from '../../src/languages/cql/records-library.ts';
import { comment, name, text } from '../../src/languages/cql/text.ts';
import { cqlCoverage, toCql, type CqlWritten } from '../../src/languages/index.ts';
import { parseProfile, type Criterion } from '../../src/profile/index.ts';
import { matchesCode, normalizeCode, normalizeSystem } from '../../src/record/index.ts';
import { cases } from '../depth.ts';
import { profileOf } from './profile.ts';

const systems = {
  'https://klinik.example/ydelse': 'ydelse',
  'https://klinik.example/lokal': 'local',
};

function written(document: unknown): CqlWritten {
  const parsed = parseProfile(document);
  if (!parsed.ok) throw new Error('The profile does not parse.');
  const outcome = toCql(parsed.profile, { systems });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals));
  return outcome;
}

function refused(criterion: Criterion): readonly string[] {
  const outcome = toCql(profileOf(criterion));
  return outcome.ok ? [] : outcome.refusals.map(({ path, feature }) => `${path} ${feature}`);
}

describe('CQL', () => {
  it('of the dementia profile reads as it should', async () => {
    await expect(written(profiles[0]).library.text).toMatchFileSnapshot('golden/DkDemens.cql');
  });

  it('of the dementia profile is what the docs show of it', () => {
    const page = readFileSync('stories/docs/languages.mdx', 'utf8');
    const [, shown] = /```cql [^\n]*\n([\s\S]*?)\n```/.exec(page) ?? [];
    expect(written(profiles[0]).library.text).toContain(shown);
  });

  it.each(profiles.map((each) => [(each as { id: string }).id, each] as const))(
    'of %s names nothing that is not defined before it',
    (_, document) => {
      const { library, names } = written(document);
      const known = new Set<string>();
      for (const part of library.text.split('\n\n')) {
        const lines = part.split('\n').filter((line) => !/^\s*\/\//.test(line));
        const [, own] = /define (?:function )?"([^"]+)"/.exec(part) ?? [];
        // Without what stands between quotes: codes and texts.
        const code = lines.join('\n').replace(/'(?:[^'\\]|\\.)*'/g, "''");
        for (const [, asked] of code.matchAll(/"([^"]+)"/g))
          if (asked !== own) expect(known, `${asked} in ${own}`).toContain(asked);
        if (own !== undefined) known.add(own);
      }
      const { population, markers, indicators } = names;
      const asked = [
        population,
        ...Object.values(markers),
        ...Object.values(indicators).flatMap((each) => Object.values(each)),
      ];
      expect([...known]).toEqual(expect.arrayContaining(asked));
    },
  );

  it('includes two libraries that every profile has alike', () => {
    const [first, second] = [profiles[0], profiles[7]].map((each) => written(each).includes);
    expect(first).toEqual(second);
    expect(first!.map((each) => each.text)).toEqual([
      rulesLibrary,
      recordsLibrary(Object.keys(systems)),
    ]);
  });

  it('refuses by name what it does not say', () => {
    const egfr = { system: 'NPU', include: ['DNK35302'] };
    const value = { below: 60, unit: 'mL/min' };
    expect(refused({ note: {} })).toEqual(['/population/include/note note']);
    expect(refused({ patient: { insuranceGroup: 2 } })).toEqual([
      '/population/include/patient/insuranceGroup patient.insuranceGroup',
    ]);
    expect(
      refused({
        all: [
          {
            sameDay: { of: [{ result: { codes: egfr, pick: 'highest', value } }, { service: {} }] },
          },
          { not: { change: { of: { codes: egfr }, from: 'lowest', value } } },
        ],
      }),
    ).toEqual([
      '/population/include/all/0/sameDay/of/0/result/pick pick highest in sameDay',
      '/population/include/all/1/not/change/from change from lowest',
    ]);
    const on = { result: { codes: egfr } };
    expect(
      refused({
        anchor: {
          on,
          pick: 'latest',
          is: { anchor: { on, pick: 'earliest', is: { diagnosis: {} } } },
        },
      }),
    ).toEqual(['/population/include/anchor/is/anchor anchor']);
    expect(refused({ service: { codes: { system: 'ydelse', include: ['2150'] } } })).toEqual([
      '/population/include/service/codes code system ydelse',
    ]);
    expect(refused({ referral: { status: ['sent', 'accepted'] } })).toEqual([
      '/population/include/referral/status status accepted',
    ]);
  });

  it('says of coverage what is declared, and nothing of what is not', () => {
    expect(
      cqlCoverage({
        diagnosis: { available: true, from: '2010-01-01', systems: ['icpc2'] },
        medication: { available: false },
        result: { available: true, updated: '2026-11-20', staleAfter: 'P3D' },
      }),
    ).toEqual([
      { type: 'diagnosis', available: true, since: '2010-01-01', systems: ['ICPC-2'] },
      { type: 'medication', available: false },
      { type: 'result', available: true, freshUntil: '2026-11-23' },
    ]);
  });
});

describe('codes in CQL', () => {
  const entry = fc.constantFrom(
    ...['P70', 'P7', 'P', 'K86', 'P70-P76', 'L72-L76', 'A9-B1', 'K85-L02', 'F00', 'F03.9', 'DF03'],
  );
  const code = fc.constantFrom(
    ...[
      'P70',
      'P701',
      'P7',
      'P69',
      'P76',
      'P77',
      'P765',
      'L72',
      'L76A',
      'L77',
      'A9',
      'AZ',
      'B0',
      'B1X',
      'B2',
    ],
    ...[
      'K84',
      'K85',
      'K99',
      'KZZ',
      'L00',
      'L02',
      'L03',
      'F00',
      'F039',
      'F03.9',
      'DF03',
      'DF039',
      '',
    ],
  );

  it('match what the engine’s match', () => {
    fc.assert(
      fc.property(
        fc.constantFrom('ICPC-2', 'ICD-10', 'SKS', 'ATC'),
        fc.uniqueArray(entry, { minLength: 1, maxLength: 3 }),
        fc.uniqueArray(entry, { maxLength: 2 }),
        code,
        (system, include, exclude, given) => {
          const set = { system, include, ...(exclude.length > 0 ? { exclude } : {}) };
          expect(matchesPattern(set, given)).toBe(matchesCode(set, system, given));
        },
      ),
      { numRuns: cases(75, 300) },
    );
  });

  it('are padded and whole where a system has numbers', () => {
    const set = { system: 'ydelse', include: ['101', '2101-2150'] };
    for (const given of ['0101', '101', '2100', '2101', '2150', '2151', '21501'])
      expect(matchesPattern(set, given), given).toBe(matchesCode(set, 'ydelse', given));
  });

  /** As the CQL does: the pattern is held against the whole of a code. */
  function matchesPattern(
    set: {
      readonly system: string;
      readonly include: readonly string[];
      readonly exclude?: readonly string[];
    },
    given: string,
  ): boolean {
    const tuple = codeSetTuple({ ...set, include: [...set.include] }, systems);
    const pattern = (field: string) => {
      const [, written] = new RegExp(`${field}: '((?:[^'\\\\]|\\\\.)*)'`).exec(tuple) ?? [];
      return written === undefined ? undefined : new RegExp(`^${written.replace(/\\(.)/g, '$1')}$`);
    };
    const own = normalizeCode(normalizeSystem(set.system), given);
    return pattern('include')!.test(own) && !pattern('exclude')?.test(own);
  }
});

describe('words of a profile in CQL', () => {
  it('stay words, whatever they hold', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 20 }), (words) => {
        expect(text(words)).toMatch(/^'(?:[^'\\\p{Cc}]|\\.)*'$/u);
        expect(name(words)).toMatch(/^"(?:[^"\\\p{Cc}]|\\.)*"$/u);
        expect(comment(words)).toMatch(/^\/\/ ?[^\p{Cc}\p{Zl}\p{Zp}]*$/u);
      }),
      { numRuns: cases(50, 200) },
    );
    expect(text("it's\n\u202e")).toBe(String.raw`'it\'s\u000a\u202e'`);
  });
});
