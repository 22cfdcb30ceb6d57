/** `overblik diff`: what changed between two versions, and who comes and goes. */
import { describe, expect, it } from 'vitest';
import { changesBetween } from '../../src/authoring/index.ts';
import { requireParsed } from './parsed.ts';
import { diabetes, Folder, lines, patient } from './call.ts';

const folder = new Folder();
const before = folder.write('before.json', diabetes());

describe('in words', () => {
  const base = diabetes();
  const [marker] = base.markers;
  it.each<readonly [what: string, changes: object, told: readonly string[]]>([
    ['nothing', {}, []],
    [
      'a code',
      { codes: { diabetes: { system: 'ICPC-2', include: ['T90', 'T89'] } } },
      ['Codes: added Code set "diabetes", include: + T89'],
    ],
    [
      'a code system',
      { codes: { diabetes: { system: 'SKS', include: ['DE11'] } } },
      ['Codes: changed Code set "diabetes": − ICPC-2: T90 + SKS: DE11'],
    ],
    [
      'another way in',
      {
        population: {
          include: {
            any: [
              { medication: { codes: { system: 'ATC', include: ['A10'] } } },
              { diagnosis: { codes: 'diabetes' } },
            ],
          },
        },
      },
      ['Population: added Who is in, one of: + Medication A10 (ATC), active'],
    ],
    [
      'who is left out',
      { population: { ...base.population, exclude: { patient: { age: { max: 17 } } } } },
      ['Population: added Who is left out: + Aged 17 or less'],
    ],
    [
      'a marker’s level and its words',
      { markers: [{ ...marker, level: 'critical', title: { da: 'Mangler', en: 'Lacking' } }] },
      [
        'Markers: changed Marker "hba1c-mangler": level: − warning + critical',
        'Markers: changed Marker "hba1c-mangler": title: − HbA1c missing + Lacking',
      ],
    ],
    [
      'a marker',
      { markers: [] },
      [
        expect.stringContaining(
          'Markers: removed Marker "hba1c-mangler": − HbA1c missing (warning): ',
        ),
      ],
    ],
    [
      'a value and the order',
      {
        information: [
          { id: 'alder', type: 'patient', field: 'age', title: { da: 'Alder' } },
          ...base.information,
        ],
      },
      ['Values: added Value "alder": + Alder'],
    ],
    [
      'its version and approval',
      { version: '1.1.0', about: { approvedBy: [{ name: 'DSAM' }] } },
      [
        'About the profile: changed version: − 1.0.0 + 1.1.0',
        'About the profile: added approved by: + DSAM',
      ],
    ],
  ])('%s', (_, changes, told) => {
    const [old, now] = [requireParsed(diabetes()), requireParsed(diabetes(changes))];
    const said = changesBetween(old, now, 'en').flatMap(({ title, changes }) =>
      changes.map(
        ({ kind, what, before, after }) =>
          `${title}: ${kind} ${what}:${before === undefined ? '' : ` − ${before}`}${after === undefined ? '' : ` + ${after}`}`,
      ),
    );
    expect(said).toEqual(told);
  });

  it('no difference is one in the order of criteria and codes', () => {
    const parts = [{ diagnosis: { codes: 'diabetes' } }, { patient: { sex: 'female' } }];
    const codes = (include: readonly string[]) => ({ diabetes: { system: 'ICPC-2', include } });
    const old = diabetes({ population: { include: { all: parts } }, codes: codes(['T90', 'T89']) });
    const now = diabetes({
      population: { include: { all: [...parts].reverse() } },
      codes: codes(['T89', 'T90']),
    });
    expect(changesBetween(requireParsed(old), requireParsed(now), 'en')).toEqual([]);
  });

  it('tells how far a version is in words', () => {
    const old = requireParsed(diabetes({ status: 'draft' }));
    const now = requireParsed(diabetes({ status: 'retired' }));
    const said = (['da', 'en'] as const).map((language) =>
      changesBetween(old, now, language).flatMap(({ changes }) =>
        changes.map(({ before, after }) => [before, after]),
      ),
    );
    expect(said).toEqual([[['kladde', 'trukket tilbage']], [['draft', 'withdrawn']]]);
  });
});

describe('with patients', () => {
  const later = folder.write(
    'later.json',
    diabetes({
      version: '2.0.0',
      codes: { diabetes: { system: 'ICPC-2', include: ['T89', 'K86'] } },
      population: {
        include: {
          any: [
            { diagnosis: { codes: 'diabetes' } },
            {
              all: [
                { diagnosis: { codes: { system: 'ICPC-2', include: ['T90'] } } },
                { medication: {} },
              ],
            },
          ],
        },
      },
    }),
  );
  const people = folder.write(
    'people.ndjson',
    lines(
      {
        ...patient('stays', 'T90', '2020-01-01'),
        medications: [{ code: 'A10BA02', from: '2026-01-01' }],
      },
      { ...patient('goes', 'T90'), medications: [] },
      patient('unknown', 'T90'),
      { ...patient('comes', 'K86'), medications: [] },
    ),
  );
  const words = ['diff', before, later, '--records', people];

  it('counts who comes and goes', async () => {
    const told = await folder.json(words);
    expect(told.patients).toMatchObject({
      stay: 1,
      come: 1,
      go: 2,
      nowUndecided: 1,
      nowDecided: 0,
      complete: true,
      markers: [{ id: 'hba1c-mangler', before: 1, after: 1, come: 0, go: 0 }],
    });
    expect(JSON.stringify(told.patients)).not.toMatch(/stays|goes|comes"/);
  });

  it('tells by which criterion of which version', async () => {
    const { because } = (await folder.json(words)).patients;
    expect(because.come).toEqual([
      {
        ...{ side: 'after', path: '/population/include/any/0', truth: 'yes', patients: 1 },
        text: expect.stringContaining('K86'),
      },
    ]);
    expect(because.go).toContainEqual(
      expect.objectContaining({ side: 'after', truth: 'no', patients: 1 }),
    );
    expect(because.nowUndecided).toEqual([
      expect.objectContaining({ path: '/population/include/any/1/all/1', truth: 'unknown' }),
    ]);
    expect((await folder.call(words)).out).toContain('Come in by (patients)');
  });

  it('names them where it is asked to', async () => {
    const { patients } = await folder.json([...words, '--patients']);
    expect(patients.ids).toEqual({
      come: ['comes'],
      go: ['goes', 'unknown'],
      nowUndecided: ['unknown'],
      nowDecided: [],
    });
    expect((await folder.call([...words, '--patients'])).out).toContain('come: "comes"\n');
  });
});

it('ends with 1 for a difference where it is asked to', async () => {
  const other = folder.write('other.json', diabetes({ version: '1.0.1' }));
  expect((await folder.call(['diff', before, other])).code).toBe(0);
  expect((await folder.call(['diff', before, other, '--exit-code'])).code).toBe(1);
});
