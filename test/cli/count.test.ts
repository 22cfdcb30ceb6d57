/** `overblik count`: whom a profile finds, with what is missing told. */
import { describe, expect, it } from 'vitest';
import { diabetes, Folder, lines, patient } from './call.ts';

const folder = new Folder();
const profile = folder.write('profile.json', diabetes());
const everybody = [
  patient('a', 'T90', '2026-05-01'),
  patient('b', 'T90'),
  patient('c', 'K86'),
  { patient: { id: 'd', name: 'Made-up d', birthDate: '1950-02-03', sex: 'male' }, results: [] },
  {
    ...patient('e', 'T90'),
    patient: { id: 'e', name: 'e', birthDate: '1950-02-03', sex: 'male', deceased: '2020-01-01' },
  },
];
const asCounted = {
  members: 2,
  undecided: 1,
  asked: 4,
  undecidedBecause: [{ reason: 'not-covered', type: 'diagnosis', patients: 1 }],
  rules: [
    { path: '/population/include', yes: 2, no: 1, unknown: 1 },
    { path: '/population/include/any/0', yes: 2, no: 1, unknown: 1 },
  ],
  markers: [{ id: 'hba1c-mangler', level: 'warning', title: 'HbA1c missing', yes: 1, unknown: 0 }],
  indicators: [{ id: 'maalt', numerator: 1, denominator: 2, unknownNumerator: 0 }],
};

describe('records in a file', () => {
  const list = folder.write('list.json', everybody);
  const documents = {
    'one a line': folder.write('lines.ndjson', lines(...everybody)),
    'one a line, as Windows writes': folder.write(
      'windows.ndjson',
      `\uFEFF${lines(...everybody).replaceAll('\n', '\r\n')}\r\n`,
    ),
    'a list': list,
    'with a description': folder.write('clinic.json', {
      description: { name: 'Our clinic', coverage: {} },
      patients: everybody,
    }),
  };

  it.each(Object.entries(documents))('%s', async (_, file) => {
    expect(await folder.json(['count', profile, '--records', file])).toMatchObject(asCounted);
  });

  it('tells what is worth a look in this clinic', async () => {
    const codes = { diabetes: { system: 'ICPC-2', include: ['T99'] } };
    const nobody = folder.write('nobody.json', diabetes({ codes }));
    const file = documents['one a line'];
    const { out } = await folder.call(['count', nobody, '--records', file]);
    expect(out).toMatch(
      /Worth a look in this clinic\n(.*\n)*.*No record in the clinic has any of these codes\. +\/population\/include\/any\/0\/diagnosis\/codes/,
    );
    const answer = await folder.call(['count', nobody, '--records', file, '--json']);
    expect(JSON.parse(answer.out)).toMatchObject({ review: [{ code: 'codes-not-here' }] });
  });

  it('by the standard input, one a line or a list', async () => {
    expect(
      await folder.json(['count', profile, '--records', '-'], lines(...everybody)),
    ).toMatchObject(asCounted);
    const counted = await folder.json(
      ['count', profile, '--records', '-'],
      JSON.stringify(everybody),
    );
    expect(counted).toMatchObject(asCounted);
  });

  it('takes what a description says of coverage', async () => {
    const description = folder.write('description.json', {
      name: 'Our clinic',
      coverage: { diagnosis: { available: false } },
    });
    const counted = await folder.json([
      'count',
      profile,
      '--records',
      list,
      '--description',
      description,
    ]);
    expect(counted).toMatchObject({ clinic: 'Our clinic', complete: false, undecided: 2 });
  });

  it('names each line that is no JSON: a patient is missing', async () => {
    const text = `${lines(patient('a', 'T90'))}\n{"patient"\n${lines(patient('b'))}`;
    const file = folder.write('torn.ndjson', text);
    const { code, out } = await folder.call(['count', profile, '--records', file]);
    expect(code).toBe(1);
    expect(out).toContain('torn.ndjson:3: the line is no JSON: a patient is missing');
    expect(out).not.toContain('Made-up');
  });

  it('does not take a list that is cut short for an empty clinic', async () => {
    const file = folder.write('cut.json', JSON.stringify(everybody).slice(0, -20));
    const { code, out, err } = await folder.call(['count', profile, '--records', file]);
    expect({ code, out }).toEqual({ code: 3, out: '' });
    expect(err).toContain('is it cut short?');
  });
});

it('names nobody, unless it is asked to', async () => {
  const file = folder.write('all.ndjson', lines(...everybody));
  const words = ['count', profile, '--records', file];
  for (const { out } of [await folder.call(words), await folder.call([...words, '--json'])])
    expect(out).not.toMatch(/"[a-e]"/);
  expect((await folder.call([...words, '--patients'])).out).toContain('members: "a", "b"\n');
  expect(await folder.json([...words, '--patients'])).toMatchObject({
    memberIds: ['a', 'b'],
    undecidedIds: ['d'],
  });
});

describe('an adapter', () => {
  const clinic = `
    const patients = ${JSON.stringify(everybody)};
    const coverage = { diagnosis: { available: true }, result: { available: true } };
    const adapter = {
      describe: async () => ({ name: 'Ours', coverage, patients: patients.length }),
      async *records() { yield patients; },
      patient: async () => null,
      openJournal() {},
    };
  `;
  const count = (name: string, code: string, ...words: string[]) =>
    folder.call(['count', profile, '--adapter', folder.write(name, code), ...words]);

  it.each([
    ['object', `${clinic} export default adapter;`],
    ['promise', `${clinic} export default Promise.resolve(adapter);`],
    ['function', `${clinic} export default () => adapter;`],
    ['async', `${clinic} export default async () => adapter;`],
  ])('as %s', async (name, code) => {
    const { out } = await count(`${name}.mjs`, code, '--json');
    // Its coverage says that who has no diagnosis has none.
    expect(JSON.parse(out)).toMatchObject({
      ...asCounted,
      undecided: 0,
      undecidedBecause: [],
      rules: [{ no: 2 }, {}],
    });
  });

  it.each([
    ['named', `${clinic} export { adapter };`, 'has no default export (it exports adapter)'],
    ['class', 'export default class Ours {}', 'is a class: write "export default new MyAdapter()"'],
    ['text', 'export default "adapter";', 'is no adapter, but a text'],
    ['list', 'export default [];', 'is no adapter, but a list'],
    ['nothing', 'export default () => undefined;', 'is no adapter, but nothing'],
    ['broken', 'export default {', 'cannot be loaded:\n'],
    ['lost', 'import "not-installed"; export default {};', 'cannot be loaded:\n'],
    ['throwing', 'export default () => { throw new Error("no token"); };', 'no token'],
    [
      'misspelt',
      `${clinic} const { describe, ...rest } = adapter; export default { descripe: describe, ...rest };`,
      'did you mean describe?',
    ],
    [
      'silent',
      `${clinic} adapter.describe = () => new Promise(() => {}); export default adapter;`,
      'within the deadline',
    ],
    [
      'empty',
      `${clinic} adapter.records = async function* () {}; export default adapter;`,
      'ended before description.patients',
    ],
  ])('%s: says what to do', async (name, code, said) => {
    const { code: ended, out, err } = await count(`${name}.mjs`, code, '--deadline', '0.2');
    expect({ ended, out }).toEqual({ ended: 3, out: '' });
    expect(err).toContain(said);
  });

  it('tells what is missing, and what was thrown only where it is asked to', async () => {
    const code = `${clinic} adapter.records = async function* () { yield patients.slice(0, 2); throw new Error('Boom of Made-up'); }; export default adapter;`;
    const quiet = await count('half.mjs', code);
    expect(quiet).toMatchObject({ code: 1, err: '' });
    expect(quiet.out).toContain('Only 2 of 5 patients were fetched.');
    expect(quiet.out).not.toContain('Made-up');
    expect((await count('half.mjs', code, '--thrown')).err).toContain('Boom of Made-up');
  });

  it('that searches is asked to', async () => {
    const code = `${clinic} delete adapter.records; adapter.search = async ({ profile }) => ({ patients: 5, found: profile.id === 'dk.proeve' ? patients.slice(0, 2) : [] }); export default adapter;`;
    const { out } = await count('search.mjs', code, '--json');
    expect(JSON.parse(out)).toMatchObject({ members: 2, patients: 5, complete: true });
  });
});

describe('says why, of everything that cannot be decided', () => {
  const high = {
    result: {
      codes: { system: 'NPU', include: ['NPU27300'] },
      pick: 'latest',
      value: { above: 58, unit: 'mmol/mol' },
    },
  };
  const title = { da: 'Høj', en: 'High' };
  const asking = folder.write(
    'asking.json',
    diabetes({
      markers: [{ id: 'hoej', level: 'warning', title, when: high }],
      indicators: [
        { id: 'over', title, numerator: high },
        { id: 'af', title, numerator: { patient: { sex: 'female' } }, denominator: high },
      ],
      information: [
        ...diabetes().information,
        { id: 'fod', title: { da: 'Fod' }, type: 'service', condition: high },
      ],
    }),
  );
  const measured = (id: string, more: object) => ({
    ...patient(id, 'T90'),
    results: [{ code: 'NPU27300', text: 'Svar til Ane', at: '2026-05-01', value: 50, ...more }],
  });
  const people = folder.write(
    'units.ndjson',
    lines(
      measured('a', { unit: 'mmol/L' }),
      measured('b', { unit: 'mmol/L' }),
      measured('c', { unit: 'mmol/mol', value: 'prøven er koaguleret' }),
      measured('d', { unit: 'mmol/mol', value: 70, comparator: '<' }),
      measured('e', { unit: 'mmol/mol' }),
      patient('f', 'T90', 'engang'),
    ),
  );
  const words = ['count', asking, '--records', people];
  const given = 'HbA1c (NPU27300) given in mmol/L where mmol/mol is asked';

  it('under each marker, column and indicator', async () => {
    const { out } = await folder.call(words);
    const all = `5 unknown: 2 ${given}; 1 The result is a text, not a number (NPU27300); 1 The result is a limit (< or >) that does not decide it (NPU27300); 1 One record of results cannot be read\n`;
    expect(out).toContain(`hoej  High\n    ${all}`);
    expect(out).toContain(`fod    Fod\n    ${all}`);
    expect(out).toContain(`over  High\n    ${all}`);
    expect(out).toContain(`af    High\n    ${all.replace('unknown', 'not known to count')}`);
    expect(out).not.toContain('Ane');
    expect(out).not.toContain('koaguleret');
  });

  it('with --json, in names and numbers', async () => {
    const unit = {
      ...{ reason: 'unit', type: 'result', patients: 2, code: 'NPU27300' },
      ...{ found: 'mmol/L', expected: 'mmol/mol', words: given },
    };
    const because = [
      unit,
      { reason: 'textual', patients: 1 },
      { reason: 'comparator', patients: 1 },
      { reason: 'rejected', type: 'result', patients: 1 },
    ];
    expect(await folder.json(words)).toMatchObject({
      markers: [{ id: 'hoej', yes: 0, unknown: 5, unknownBecause: because }],
      information: [
        { id: 'hba1c', unknown: 1, unknownBecause: [{ reason: 'rejected' }] },
        { id: 'fod', unknown: 5, unknownBecause: because },
      ],
      indicators: [
        { id: 'over', unknownNumeratorBecause: because, unknownDenominatorBecause: [] },
        { id: 'af', unknownNumeratorBecause: [], unknownDenominatorBecause: because },
      ],
    });
  });
});
