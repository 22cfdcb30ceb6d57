/** `overblik check` and `overblik describe`: profiles out of files. */
import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { JsonPlaces } from '../../src/json/places.ts';
import { diabetes, Folder } from './call.ts';

describe('check', () => {
  const folder = new Folder();

  it('tells place, rule, what was found and what to do', async () => {
    const text = JSON.stringify(diabetes(), null, 2).replace('"warning"', '"loud"');
    const line = text.slice(0, text.indexOf('"level"')).split('\n').length;
    const file = folder.write('loud.json', text);
    const { out } = await folder.call(['check', file]);
    expect(out).toBe(
      [
        `loud.json:${line}:7: error: The value is not one of "critical", "warning", "info". [not-one-of at /markers/0/level]`,
        '    found: "loud"',
        '    do: Choose one of them.',
        '1 profile, 1 error, 0 warnings.',
        '',
      ].join('\n'),
    );
    expect((await folder.json(['check', file])).files[0]?.errors).toEqual([
      expect.objectContaining({
        severity: 'error',
        code: 'not-one-of',
        path: '/markers/0/level',
        line,
        column: 7,
        value: '"loud"',
      }),
    ]);
  });

  it('tells where a text stops being JSON', async () => {
    const file = folder.write('broken.json', '{\n  "format": "overblik-profile/1",\n  "id" "x"\n}');
    const { out } = await folder.call(['check', file]);
    expect(out).toContain('broken.json:3:8: error:');
  });

  it('tells in Danish where it is asked to', async () => {
    const file = folder.write('empty.json', {});
    expect((await folder.call(['check', file, '--lang', 'da'])).out).toContain('"format" mangler.');
  });

  it('tells where a code has a letter for a digit, and which one may be meant', async () => {
    const text = JSON.stringify(
      diabetes({ codes: { diabetes: { system: 'ICPC-2', include: ['T9O'] } } }),
      null,
      2,
    );
    const before = text.slice(0, text.indexOf('"T9O"')).split('\n');
    const place = `${before.length}:${before.at(-1)!.length + 1}`;
    const { code, out } = await folder.call(['check', folder.write('letter.json', text)]);
    expect(code).toBe(0);
    expect(out).toContain(
      `letter.json:${place}: warning: "T9O" looks like no code of ICPC-2, so perhaps nothing is found. [code-shape at /codes/diabetes/include/0]`,
    );
    expect(out).toContain('do: Did you mean "T90"?');
  });

  it('lets warnings pass, but for --strict', async () => {
    const when = {
      result: {
        codes: { system: 'NPU', include: ['NPU27300'] },
        value: { above: 50, unit: 'kroner' },
      },
    };
    const odd = { id: 'hoej', level: 'warning', title: { da: 'Høj' }, when };
    const warned = folder.write('warned.json', diabetes({ markers: [odd] }));
    const { warnings, errors } = await folder.json(['check', warned]);
    expect({ errors, warned: warnings > 0 }).toEqual({ errors: 0, warned: true });
    expect((await folder.call(['check', warned])).code).toBe(0);
    expect((await folder.call(['check', warned, '--strict'])).code).toBe(1);
  });

  it('tells which codes a code table does not have, or has as retired', async () => {
    const file = folder.write('coded.json', diabetes());
    const codes = ['system;code;text;retired;replacedBy', 'ICPC;T90;diabetes;x;T89', 'NPU;NPU1;x'];
    const table = folder.write('codes.csv', [...codes, 'NPU;;x', 'NPU;NPU1;y'].join('\n'));
    const { code, out, err } = await folder.call(['check', file, '--codes', table, '--strict']);
    expect(code).toBe(1);
    expect(out).toContain('[retired-code at /codes/diabetes/include/0]');
    expect(out).toContain('[unknown-code at /information/0/codes/include/0]');
    expect(err).toBe(
      'codes.csv: code 2 of NPU is left out: it has no code of its system, or no text.\n' +
        'codes.csv: code 3 of NPU is left out: it stands before.\n',
    );
    const broken = await folder.call(['check', file, '--codes', folder.write('x.csv', 'a;b\n1;2')]);
    expect(broken.code).toBe(3);
    expect(broken.err).toContain('x.csv is no code table: its first line names no column "system"');
    expect((await folder.call(['check', file, '--codes', 'none.csv'])).code).toBe(3);
  });

  it('reads the standard input, a byte order mark, and UTF-16', async () => {
    const text = JSON.stringify(diabetes());
    expect(await folder.json(['check', '-'], text)).toMatchObject({ ok: true });
    const mark = folder.write('mark.json', `\uFEFF${text}`);
    const wide = folder.write('wide.json', Buffer.from(`\uFEFF${text}`, 'utf16le'));
    expect(await folder.json(['check', mark, wide])).toMatchObject({ ok: true });
    const latin = folder.write('latin.json', Buffer.from(text, 'latin1'));
    expect((await folder.call(['check', latin])).err).toContain('save it as UTF-8');
  });

  it('takes patterns that the shell has left alone', async () => {
    const own = new Folder();
    mkdirSync(join(own.path, 'more', 'node_modules'), { recursive: true });
    for (const name of ['a.json', 'b.json', 'c.txt', 'more/d.json', 'more/node_modules/e.json'])
      own.write(name, diabetes());
    const named = async (...words: string[]) =>
      (await own.json(['check', ...words])).files.map(({ file }) => file);
    expect(await named('*.json')).toEqual(['a.json', 'b.json']);
    expect(await named('**/*.json')).toEqual(['a.json', 'b.json', 'more/d.json']);
    expect(await named('./{a,b}.json', 'a.json')).toEqual(['a.json', 'b.json']);
    expect(await named('more/?.json')).toEqual(['more/d.json']);
    expect(await named(join(own.path, '*.json'))).toEqual([
      join(own.path, 'a.json'),
      join(own.path, 'b.json'),
    ]);
  });
});

describe('check, of what there is to look at', () => {
  const folder = new Folder();
  const unused = { codes: { ...diabetes().codes, andet: { system: 'ATC', include: ['A10'] } } };

  it('tells it with its place, and counts it as a warning', async () => {
    const file = folder.write('unused.json', diabetes(unused));
    const { out, code } = await folder.call(['check', file]);
    expect(out).toMatch(
      /^unused\.json:\d+:5: warning: The code set “andet” is not used\. \[unused-code-set at \/codes\/andet\]\n {4}do: /m,
    );
    expect(out).toContain('1 profile, 0 errors, 1 warning.');
    expect(code).toBe(0);
    expect((await folder.call(['check', file, '--strict'])).code).toBe(1);
  });

  it('has the patch that mends it, as JSON', async () => {
    const file = folder.write('patch.json', diabetes(unused));
    const { out } = await folder.call(['check', file, '--json']);
    expect(JSON.parse(out)).toMatchObject({
      warnings: 1,
      files: [{ review: [{ patch: [{ op: 'remove', path: '/codes/andet' }] }, {}, {}] }],
    });
  });

  it('tells notes, and does not count them', async () => {
    const about = { nextReview: '2026-11-23' };
    const file = folder.write('overdue.json', diabetes({ about }));
    const { out, code } = await folder.call(['check', file, '--strict']);
    expect(out).toContain('note: The profile was to be reviewed by 2026-11-23.');
    expect(code).toBe(0);
  });
});

describe('check, of test patients', () => {
  const folder = new Folder();
  const tested = (...tests: readonly object[]) => diabetes({ about: { tests } });
  const test = (expect: object, more: object = {}) => ({
    title: { da: 'En med T90', en: 'One with T90' },
    on: '2026-11-24',
    diagnoses: ['T90'],
    ...more,
    expect,
  });

  it('says that there are none, and is content', async () => {
    const file = folder.write('none.json', diabetes());
    const { out, code } = await folder.call(['check', file, '--strict']);
    expect(out).toContain('none.json: dk.proeve 1.0.0 can be used; no test patients.');
    expect(code).toBe(0);
  });

  it('tells of one that comes out otherwise, where it stands, and why; and ends with 1', async () => {
    const document = tested(test({ population: 'yes' }), test({ population: 'no' }));
    const text = JSON.stringify(document, null, 2);
    const lines = text.slice(0, text.lastIndexOf('"population": "no"')).split('\n').length;
    const { out, code } = await folder.call(['check', folder.write('failing.json', text)]);
    expect(out).toContain(
      `failing.json:${lines}:11: test failed: "One with T90" on 2026-11-24: The population: expected no, found yes [/about/tests/1/expect/population]\n    because: Diagnosis T90 (ICPC-2), at any time: yes (T90, registered 24 Nov 2025)\n`,
    );
    expect(out).toContain('2 test patients, 1 not as expected.');
    expect(out).toContain('1 profile, 0 errors, 0 warnings, 1 failed test.');
    expect(code).toBe(1);
  });

  it('notes what nobody tests, with its place, and is content', async () => {
    const file = folder.write('untested.json', tested(test({ population: 'yes' })));
    const { out, code } = await folder.call(['check', file]);
    expect(out).toMatch(
      /untested\.json:\d+:\d+: note: no test patient makes this no: The marker “HbA1c missing” \[\/markers\/0\]/,
    );
    expect(code).toBe(0);
  });

  it('answers all of it as JSON', async () => {
    const document = tested(test({ markers: { 'hba1c-mangler': 'no' } }));
    const file = folder.write('json.json', document);
    const { out } = await folder.call(['check', file, '--json']);
    expect(JSON.parse(out)).toMatchObject({
      ok: false,
      failedTests: 1,
      files: [
        {
          tests: {
            ok: false,
            results: [
              {
                path: '/about/tests/0',
                ok: false,
                answers: [{ expected: 'no', found: 'yes', target: { id: 'hba1c-mangler' } }],
              },
            ],
          },
        },
      ],
    });
  });

  it('tells an author of a misspelt key, and of what could not be read', async () => {
    const more = { diagnosis: ['T90'], results: [{ code: 'NPU27300', at: 'i går', value: 7 }] };
    const file = folder.write('odd-test.json', tested(test({ population: 'yes' }, more)));
    const { out } = await folder.call(['check', file]);
    expect(out).toContain('note: test "One with T90" on 2026-11-24: The key "diagnosis" is not');
    expect(out).toContain('Could not be read: 1 record');
  });

  it('is told by describe, too', async () => {
    const file = folder.write('told.json', tested(test({ population: 'yes' })));
    const { out } = await folder.call(['describe', file]);
    expect(out).toContain('Test patients\n  - One with T90, 24 November 2026: The population: yes');
  });
});

describe('describe', () => {
  it('tells profiles in words, in the language that is asked for', async () => {
    const folder = new Folder();
    const file = folder.write('fine.json', diabetes());
    const { out } = await folder.call(['describe', file]);
    expect(out).toContain('Trial (dk.proeve 1.0.0)');
    expect(out).toContain('HbA1c missing (attention): No results NPU27300 (NPU)');
    const { profiles } = await folder.json(['describe', file, '--lang', 'da']);
    expect(profiles[0]).toMatchObject({ id: 'dk.proeve', title: 'Prøve' });
    expect(profiles[0]?.sections.map(({ title }) => title)).toContain('Inklusionskriterier');
  });

  it('keeps to itself characters that would steer a terminal', async () => {
    const folder = new Folder();
    const file = folder.write('odd.json', diabetes({ title: { da: 'Prøve\u001B[2J' } }));
    expect((await folder.call(['describe', file])).out).not.toContain('\u001B');
  });
});

describe('places in JSON', () => {
  const text = '{\n  "a": [1, {"b/c": "x\\"]"}],\n\t"~": {}\n}';
  const places = new JsonPlaces(text);

  it.each([
    ['', 1, 1],
    ['/a', 2, 3],
    ['/a/0', 2, 9],
    ['/a/1', 2, 12],
    ['/a/1/b~1c', 2, 13],
    ['/~0', 3, 2],
    ['/a/1/missing', 2, 12],
    ['/missing', 1, 1],
  ])('%s stands in line %i, column %i', (path, line, column) => {
    expect(places.of(path)).toEqual({ line, column });
    expect(places.broken).toBeUndefined();
  });

  it('agrees with JSON.parse on what is JSON', () => {
    const pieces = [
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '"a"',
      '1',
      '-0.5e3',
      'true',
      'null',
      '01',
      '"\n"',
      ' ',
    ];
    let random = 1;
    const next = (most: number) => (random = (random * 48271) % 2147483647) % most;
    let valid = 0;
    for (let round = 0; round < 20_000; round++) {
      const drawn = Array.from({ length: 1 + next(7) }, () => pieces[next(pieces.length)]).join('');
      let isJson = true;
      try {
        JSON.parse(drawn);
      } catch {
        isJson = false;
      }
      if (isJson) valid++;
      expect(new JsonPlaces(drawn).broken === undefined, drawn).toBe(isJson);
    }
    expect(valid).toBeGreaterThan(100);
  });

  it('is done with a very deep text as fast as with any', () => {
    const deep = '['.repeat(200_000);
    expect(new JsonPlaces(deep).broken).toEqual({ line: 1, column: 200_001 });
  });
});
