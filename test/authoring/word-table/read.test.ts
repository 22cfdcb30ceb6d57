/** The programme's table, read as a draft: from Word, a spreadsheet, Markdown and a PDF's text, and as it is drawn. */
import { describe, expect, it } from 'vitest';
import { readWordTable } from '../../../src/authoring/index.ts';
import { dementia, pdf, word } from './tables.ts';

const told = (source: Parameters<typeof readWordTable>[0]) =>
  readWordTable(source).notes.map(({ code, text }) => `${code} ${text}`.trim());
const populationOf = (source: Parameters<typeof readWordTable>[0]) =>
  readWordTable(source).document['population'];
const table = (...rows: readonly string[]) =>
  ['Patienter med noget', 'Formål: at prøve', '| Kriterier | Beskrivelse | Regler |', ...rows].join(
    '\n',
  );
const icpc = (...include: readonly string[]) => ({ codes: { system: 'ICPC-2', include } });
const atc = (...include: readonly string[]) => ({ codes: { system: 'ATC', include } });

describe('the dementia table', () => {
  const include = {
    any: [
      { diagnosis: icpc('P70', 'P20', 'P15') },
      { medication: atc('N06DA02', 'N06DA03', 'N06DA04', 'N06DX01') },
    ],
  };

  it.each([
    ['Markdown', dementia],
    ['Word', word],
    ['a PDF', pdf],
  ])('is read from %s', (_, source) => {
    const { isFound, profile, errors, document } = readWordTable(source);
    expect(errors).toEqual([]);
    expect(isFound && profile !== undefined).toBe(true);
    expect(document['population']).toEqual({ include });
    const items = profile!.information.map(({ type, title }) => `${type} ${title.da}`);
    expect(items).toContain('appointment Fremtidige aftaler');
    expect(items).toContain('result Psykometrisk test (BASIC)');
    expect(items.filter((each) => each.startsWith('diagnosis'))).toHaveLength(3);
  });

  it('pairs names and codes where the table does, and nowhere else', () => {
    const items = (source: string) =>
      readWordTable(source)
        .profile!.information.filter(({ type }) => type === 'medication')
        .map((item) => [item.title.da, 'codes' in item ? item.codes : undefined]);
    expect(items(dementia)).toEqual([
      ['Antipsykotika', atc('N05A').codes],
      ['Antidepressiva', atc('N06A').codes],
      ['Benzodiazepiner', atc('N05CD', 'N05BA', 'N03AE').codes],
      ['Øvrige risikopræparater', atc('N05CF').codes],
    ]);
    expect(items(pdf)).toEqual([
      [
        'Antipsykotika, Antidepressiva, Benzodiazepiner, Øvrige risiko præparater',
        atc('N05A', 'N06A', 'N05CD', 'N05BA', 'N03AE', 'N05CF').codes,
      ],
    ]);
    expect(told(pdf).some((each) => each.startsWith('labels-not-paired'))).toBe(true);
  });

  it('tells what is no criterion, has no code or asks for nothing', () => {
    const notes = told(dementia);
    expect(notes).toContain('complement Patienter uden de beskrevne inklusionskriterier');
    expect(notes.some((each) => each.startsWith('uncoded EKG'))).toBe(true);
    expect(notes).toContain('nothing-asked Henvisninger');
    expect(readWordTable(word).profile!.purpose).toHaveLength(3);
    expect(readWordTable(word).profile!.title.da).toBe('Patienter med demens');
  });
});

describe('criteria', () => {
  it.each<readonly [string, readonly string[], object]>([
    [
      'both, where the table says so',
      ['| Inklusion | diagnose<br>og<br>præparat | ICPC: T90<br>ATC: A10 |'],
      { include: { all: [{ diagnosis: icpc('T90') }, { medication: atc('A10') }] } },
    ],
    [
      'age and days',
      ['| Inklusion | Kvinder fra 50 år, diagnose inden for de seneste 12 måneder | ICPC: L95 |'],
      {
        include: {
          all: [
            { patient: { age: { min: 50 }, sex: 'female' } },
            { diagnosis: { ...icpc('L95'), when: { last: 'P12M' } } },
          ],
        },
      },
    ],
    [
      'names, ranges and what is left out',
      [
        '| Inklusion | | ICPC: Brud (L72-76)<br>ATC: M05BA undtagen M05BA04 |',
        '| Eksklusion | kræft | ICPC: A79 |',
      ],
      {
        include: {
          any: [
            {
              diagnosis: {
                codes: {
                  system: 'ICPC-2',
                  include: ['L72-L76'],
                  names: { 'L72-L76': { da: 'Brud' } },
                },
              },
            },
            { medication: { codes: { system: 'ATC', include: ['M05BA'], exclude: ['M05BA04'] } } },
          ],
        },
        exclude: { diagnosis: icpc('A79') },
      },
    ],
    [
      'several systems of one type, in rows of their own',
      ['| Inklusion | Diagnose | ICPC: T90; SKS: DE11-DE14 |', '| | og får medicin | ATC: A10 |'],
      {
        include: {
          all: [
            {
              diagnosis: {
                codes: [icpc('T90').codes, { system: 'SKS', include: ['DE11-DE14'] }],
              },
            },
            { medication: atc('A10') },
          ],
        },
      },
    ],
    [
      'a value, of the latest where that is said',
      [
        '| Inklusion | seneste HbA1c over 58 mmol/mol<br>og/eller<br>LDL ≥ 1,8 mmol/l | NPU: NPU27300<br>og/eller<br>NPU01568 |',
      ],
      {
        include: {
          any: [
            {
              result: {
                codes: { system: 'NPU', include: ['NPU27300'] },
                value: { above: 58, unit: 'mmol/mol' },
                pick: 'latest',
              },
            },
            {
              result: {
                codes: { system: 'NPU', include: ['NPU01568'] },
                value: { atLeast: 1.8, unit: 'mmol/l' },
              },
            },
          ],
        },
      },
    ],
    [
      'small letters as codes, and never as the name of another',
      ['| Inklusion | demens | icpc: p70, P20 |'],
      { include: { diagnosis: icpc('P70', 'P20') } },
    ],
    [
      'who has not had something',
      [
        '| Inklusion | Patienter med KOL, som ikke har fået spirometri inden for de seneste 15 måneder | ICPC: R95<br>Ydelser: 7113 |',
      ],
      {
        include: {
          all: [
            { diagnosis: icpc('R95') },
            {
              not: {
                service: {
                  codes: { system: 'YDELSE', include: ['7113'] },
                  when: { last: 'P15M' },
                },
              },
            },
          ],
        },
      },
    ],
  ])('are read: %s', (_, rows, population) => {
    expect(populationOf(table(...rows))).toEqual(population);
  });

  it.each([
    ['system-unsaid N05', '| Inklusion | noget | N05 |'],
    ['code-of-other-system N06DA02', '| Inklusion | noget | ICPC: P70, N06DA02 |'],
    [
      'condition-not-read Diagnose, hvis eGFR < 60',
      '| Inklusion | Diagnose, hvis eGFR < 60 | ICPC: U99 |',
    ],
    ['condition-not-read ondt i brystet', '| Inklusion | ondt i brystet | |'],
    ['read-as-not Uden diabetes', '| Inklusion | Uden diabetes | ICPC: T90 |'],
    ['read-as-any Inklusion', '| Inklusion | noget | ICPC: T90. ATC: A10 |'],
    ['value-of-any LDL over 3 mmol/l', '| Inklusion | LDL over 3 mmol/l | NPU: NPU01568 |'],
    ['age-doubtful over 65 år', '| Inklusion | over 65 år | |'],
    ['unknown-row Vejret', '| Inklusion | noget | ICPC: T90 |\n| Vejret | sol | |'],
    ['type-unsaid BVDY02', '| Inklusion | noget | SKS: BVDY02 |'],
    ['no-inclusion', '| Eksklusion | noget | ICPC: T90 |'],
  ])('that are not wholly read are told: %s', (note, row) => {
    expect(told(table(row))).toContain(note);
  });

  it('are never made up: without one that can be read, the format says that one is missing', () => {
    const { profile, errors } = readWordTable(table('| Inklusion | ondt i brystet | |'));
    expect(profile).toBeUndefined();
    expect(errors.map(({ path }) => path)).toEqual(['/population/include']);
  });
});

describe('whatever is pasted', () => {
  it('has every note in both languages, with what to do', () => {
    for (const { message, todo } of readWordTable(pdf).notes)
      for (const text of [message, todo]) expect(text.da !== '' && text.en !== '').toBe(true);
  });

  it.each([
    ['nothing', ''],
    ['no table', 'En tekst | med en streg\nog\ten tabulator'],
    [
      'half a table',
      '<table><tr><td>Kriterier<td>Beskrivelse<td>Regler<tr><td>Inklusionskriterier',
    ],
    [
      'markup in texts',
      '| Kriterier | Beskrivelse | Regler |\n| Inklusion | <img src=x onerror=y> | ICPC: P70 |',
    ],
    ['deep markup', '<div>'.repeat(5000) + '<table><tr><td>Kriterier</table>'],
    ['unclosed quotes', `Kriterier\tBeskrivelse\tRegler\n${'"a\t"b\n'.repeat(5000)}`],
    ['unclosed comments', `<table>${'<!--'.repeat(50_000)}`],
    ['many cells', `Kriterier\tBeskrivelse\tRegler\n${'Inklusion\tog\tICPC: P70\n'.repeat(800)}`],
    [
      'brackets',
      `| Kriterier | Beskrivelse | Regler |\n| Inklusion | ${'('.repeat(50_000)} | ${'(P70 '.repeat(10_000)} |`,
    ],
  ])('is read without a throw: %s', (_, source) => {
    expect(() => readWordTable(source)).not.toThrow();
    expect(() => readWordTable({ html: source, text: source })).not.toThrow();
  });

  it('stays text', () => {
    const { document } = readWordTable(
      '<table><tr><td>Datatyper<td>Beskrivelse<td>Regler<tr><td>Ydelser<td>&lt;b&gt;x&lt;/b&gt;<script>alert(1)</script><td></table>',
    );
    expect(JSON.stringify(document['information'])).toContain('<b>x</b>');
    expect(JSON.stringify(document)).not.toContain('alert');
  });
});
