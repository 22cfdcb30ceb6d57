import { describe, expect, it } from 'vitest';
import { demoTables, demoTerminology } from '../../../fixtures/terminology/index.ts';
import { profiles } from '../../../fixtures/profiles/index.ts';
import {
  includedCodes,
  knownCodesIn,
  memoryTerminology,
  readCodeTables,
  reviewProfile,
  Terms,
  type CodeTable,
  type Term,
  type Terminology,
} from '../../../src/authoring/index.ts';
import { looksLikeCodes } from '../../../src/record/code-shapes.ts';
import { parsed } from '../../fixtures/profiles/cases.ts';

const codesOf = (terms: readonly Term[]) => terms.map(({ code }) => code);
const demo = () => new Terms(demoTerminology());

describe('a terminology in memory', () => {
  it('finds by code, by its beginning, and by words of both languages', async () => {
    const terms = demo();
    expect(codesOf(await terms.search('icpc2', 'p70'))[0]).toBe('P70');
    expect(codesOf(await terms.search('ATC', 'n06d'))).toContain('N06DA02');
    expect(codesOf(await terms.search('ICPC-2', 'demens'))).toEqual(['P70']);
    expect(codesOf(await terms.search('ICPC-2', 'dementia'))).toEqual(['P70']);
    // Danish writes words together.
    expect(codesOf(await terms.search('ICPC-2', 'betændelse'))).toContain('R81');
    expect(codesOf(await terms.search('SKS', 'df00.1'))[0]).toBe('DF001');
    expect(await terms.search('ICPC-2', '   ')).toEqual([]);
    expect(await terms.search('LOINC', 'x')).toEqual([]);
  });

  it('has a tree by what codes begin with, by ranges, and as the table says', async () => {
    const terms = demo();
    expect(codesOf(await terms.children('SKS', 'DF00-DF09'))).toContain('DF00');
    expect(codesOf(await terms.children('SKS', 'DF00'))).toEqual(['DF000', 'DF001', 'DF009']);
    expect((await terms.text('SKS', ['DF001'])).get('DF001')?.parent).toBe('DF00');
    expect((await terms.text('ATC', ['N06DA02'])).get('N06DA02')?.parent).toBe('N06DA');
    const { terms: below } = await terms.descendants('ATC', 'N06D');
    expect(codesOf(below)).toEqual(expect.arrayContaining(['N06DA', 'N06DA02', 'N06DX01']));
    const own = memoryTerminology([
      {
        system: 'local',
        codes: [
          { code: 'B', text: { da: 'b' }, parent: 'A' },
          { code: 'A', text: { da: 'a' }, parent: 'B' },
          { code: 'C', text: { da: 'c' }, parent: 'C' },
        ],
      },
    ]);
    // Each below the other: gone through once.
    const circle = await new Terms(own).descendants('LOKAL', 'A');
    expect(codesOf(circle.terms)).toEqual(['B']);
  });

  it('tells what of a table it cannot use', () => {
    const { unusable } = memoryTerminology([
      { system: 'ICPC-2', codes: [{ code: 'P70' }, { code: 'p70', text: { da: 'x' } }] } as never,
      { system: 'ICPC2', codes: [{ code: 'P70', text: { da: 'x' } }, { code: ',' }] } as never,
    ]);
    expect(unusable).toEqual([
      { system: 'ICPC-2', index: 0, why: 'no-code' },
      { system: 'ICPC-2', index: 0, why: 'twice' },
      { system: 'ICPC-2', index: 1, why: 'no-code' },
    ]);
    expect(() => memoryTerminology([{}] as never)).toThrow(/look at 0.system/);
  });

  it('reads tables from JSON and from columns', () => {
    expect(readCodeTables(JSON.stringify({ tables: demoTables }))).toEqual(demoTables);
    expect(
      readCodeTables(
        'system;code;text;en;retired;replacedBy;release\nNPU;DNK1;gammel;old;ja;DNK2;2026\nATC;N05A;x',
      ),
    ).toEqual<readonly CodeTable[]>([
      {
        system: 'NPU',
        release: { name: '2026' },
        codes: [
          { code: 'DNK1', text: { da: 'gammel', en: 'old' }, retired: true, replacedBy: 'DNK2' },
        ],
      },
      { system: 'ATC', codes: [{ code: 'N05A', text: { da: 'x' } }] },
    ]);
    expect(() => readCodeTables('a;b\n1;2')).toThrow(/column "system"/);
    expect(() => readCodeTables('{"tables": ')).toThrow(/no JSON/);
    expect(() => readCodeTables('{}')).toThrow(/no list "tables"/);
  });

  it('has every code of the fixtures’ dementia profile, and only codes of their form', async () => {
    const terms = demo();
    const known = await knownCodesIn(profiles[0], terms);
    for (const system of ['ICPC-2', 'ATC'])
      expect(Object.keys(known[system] ?? {}).length).toBeGreaterThan(3);
    for (const { system, codes } of demoTables)
      for (const { code } of codes)
        for (const end of code.split('-')) expect(looksLikeCodes(system, end), code).toBe(true);
  });
});

/** A terminology of a host that does as it is told. */
function host(
  answers: Partial<Record<keyof Terminology, unknown>>,
): Terminology & { calls: string[] } {
  const calls: string[] = [];
  const answer = (name: keyof Terminology) => async () => {
    calls.push(name);
    const given = answers[name];
    return (typeof given === 'function' ? await (given as () => unknown)() : given) as never;
  };
  return {
    systems: (answers.systems as readonly string[] | undefined) ?? ['ICPC'],
    search: answer('search'),
    children: answer('children'),
    text: answer('text'),
    release: answer('release'),
    calls,
  };
}

describe('a host’s terminology', () => {
  it('is asked by its own name of a system, and about no other', async () => {
    const asked: string[] = [];
    const source = {
      ...host({}),
      systems: ['ICPC2-DK'],
      search: async (system: string) => {
        asked.push(system);
        return [{ code: 'P70', text: { da: 'demens' } }];
      },
    };
    const terms = new Terms(source);
    expect(codesOf(await terms.search('ICPC-2', 'x'))).toEqual(['P70']);
    expect(await terms.search('ATC', 'x')).toEqual([]);
    expect(asked).toEqual(['ICPC2-DK']);
  });

  it('is read as far as it fits', async () => {
    const terms = new Terms(
      host({
        search: [
          { code: 'P70', text: { da: 'de\u202emens' }, retired: 'no', more: 1 },
          { code: 'P71' },
          { code: 5, text: { da: 'x' } },
          { code: 'P72,P73', text: { da: 'x' } },
          { code: 'P74', text: { da: ' ' } },
          null,
        ],
      }),
    );
    expect(await terms.search('ICPC-2', 'x')).toEqual([{ code: 'P70', text: { da: 'demens' } }]);
  });

  it.each([undefined, 'P70', { data: [] }, Promise.reject.bind(Promise, new Error('no'))])(
    'fails of %s with a failure that says nothing of it',
    async (search) => {
      const failures: string[] = [];
      const terms = new Terms(host({ search }), {
        onFailure: ({ kind }) => failures.push(kind),
      });
      await expect(terms.search('ICPC-2', 'x')).rejects.toMatchObject({ call: 'terminology' });
      expect(failures).toHaveLength(1);
    },
  );

  it('is given up at the deadline, and when nobody waits any more', async () => {
    const never = () => new Promise(() => undefined);
    await expect(
      new Terms(host({ search: never }), { deadline: 5 }).search('ICPC-2', 'x'),
    ).rejects.toMatchObject({ kind: 'deadline' });
    const stop = new AbortController();
    const asked = new Terms(host({ search: never })).search('ICPC-2', 'x', stop.signal);
    stop.abort();
    await expect(asked).rejects.toMatchObject({ kind: 'aborted' });
  });

  it('that has no systems to tell of is asked nothing', async () => {
    for (const systems of [undefined, 'ATC', [5, null]])
      expect(new Terms({ ...host({}), systems } as never).systems).toEqual([]);
    const broken = Object.defineProperty(host({}), 'systems', {
      get: () => {
        throw new Error('no');
      },
    });
    expect(await new Terms(broken).search('ICPC-2', 'x')).toEqual([]);
  });

  it('is asked once about a code', async () => {
    const source = host({ text: [{ code: 'P70', text: { da: 'demens' } }] });
    const terms = new Terms(source);
    expect([...(await terms.text('ICPC-2', ['p70', 'P70', 'P71'])).keys()]).toEqual(['P70']);
    expect([...(await terms.text('ICPC-2', ['P70', 'P71'])).keys()]).toEqual(['P70']);
    expect(source.calls).toEqual(['text']);
  });
});

describe('included codes', () => {
  const included = async (set: { system: string; include: string[]; exclude?: string[] }) =>
    includedCodes({ exclude: [], ...set }, demo());

  it('are those at and below the entries, in a tree', async () => {
    const { codes } = await included({ system: 'ATC', include: ['N06D'], exclude: ['N06DX'] });
    expect(codes.map(({ code, excludedBy }) => [code, excludedBy])).toEqual(
      expect.arrayContaining([
        ['N06D', undefined],
        ['N06DA02', undefined],
        ['N06DX01', 'N06DX'],
      ]),
    );
    expect(codes.find(({ code }) => code === 'N06DA02')?.entry).toBe('N06D');
  });

  it('are those of a range', async () => {
    const { codes, unknown } = await included({ system: 'SKS', include: ['DF00-DF03', 'DZ99'] });
    expect(codesOf(codes)).toEqual(expect.arrayContaining(['DF00', 'DF001', 'DF02', 'DF039']));
    expect(codesOf(codes)).not.toContain('DF04');
    expect(unknown).toEqual(['DZ99']);
  });

  it('are themselves alone where a code stands for itself', async () => {
    const terms = new Terms(
      memoryTerminology([
        {
          system: 'SNOMED CT',
          codes: [
            { code: '100001', text: { da: 'over' } },
            { code: '100002', text: { da: 'under' }, parent: '100001' },
          ],
        },
      ]),
    );
    const { codes } = await includedCodes(
      { system: 'SNOMED CT', include: ['100001'], exclude: [] },
      terms,
    );
    expect(codesOf(codes)).toEqual(['100001']);
  });

  it('are cut where there are too many', async () => {
    const found = await includedCodes(
      { system: 'ATC', include: ['N'], exclude: [] },
      demo(),
      undefined,
      5,
    );
    expect([found.codes.length, found.isCut]).toEqual([5, true]);
  });
});

describe('codes that a terminology knows', () => {
  const withCodes = (system: string, ...include: string[]) =>
    parsed({
      ...(profiles[0] as object),
      codes: { ...(profiles[0] as { codes: object }).codes, egne: { system, include } },
    });

  it('tell retired and unknown ones to the review', async () => {
    const profile = withCodes('NPU', 'DNK35131', 'DNK99999');
    const codes = await knownCodesIn(profile, demo());
    const found = reviewProfile(profile, { asOf: '2026-11-24', codes }).filter(({ path }) =>
      path.startsWith('/codes/egne/include'),
    );
    expect(found.map(({ code, path, fix }) => [code, path, fix?.[0]])).toEqual([
      [
        'retired-code',
        '/codes/egne/include/0',
        { op: 'replace', path: '/codes/egne/include/0', value: 'DNK35302' },
      ],
      ['unknown-code', '/codes/egne/include/1', undefined],
    ]);
  });

  it('say nothing of a beginning, of a system they do not have, or when the host fails', async () => {
    expect((await knownCodesIn(withCodes('ICPC-2', 'P7'), demo()))['ICPC-2']).toHaveProperty('P7');
    expect(await knownCodesIn(withCodes('LOINC', '4548-4'), demo())).not.toHaveProperty('LOINC');
    const failing = new Terms(host({ systems: ['ICPC-2'] }));
    expect(await knownCodesIn(withCodes('ICPC-2', 'P70'), failing)).toEqual({});
  });
});
