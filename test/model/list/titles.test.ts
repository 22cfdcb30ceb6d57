/** Nothing that is told apart by its title alone has the title of something else. */
import { describe, expect, it } from 'vitest';
import { profiles } from '../../../fixtures/profiles/index.ts';
import { Clinic, compile, evaluate } from '../../../src/engine/index.ts';
import {
  columnTitles,
  defaultView,
  distinctTitles,
  exportTable,
  PopulationList,
  type Language,
} from '../../../src/model/index.ts';
import { parseProfile, type Profile } from '../../../src/profile/index.ts';
import { asOf, complete, patientWith, profileOf } from '../../engine/build.ts';

function titlesOf(profile: Profile, language: Language) {
  const clinic = new Clinic(complete);
  clinic.add([patientWith()]);
  const round = {
    statuses: { get: () => undefined },
    since: { came: new Set<string>(), left: 0, on: '2026-05-12' },
  };
  return (['members', 'undecided'] as const).map((tab) => {
    const list = new PopulationList(evaluate(compile(profile), clinic, asOf), {
      ...{ tab, language, round, patients: 1 },
      compareText: (a, b) => (a < b ? -1 : 1),
    });
    const heads = columnTitles(list.columns, ({ kind }) => kind, language);
    const { columns } = exportTable({
      ...{ list, columns: list.columns, rows: [], view: defaultView(profile) },
      titleOf: ({ id }) => heads.get(id)!,
      description: { name: 'K', coverage: complete },
    });
    return { heads: [...heads.values()], file: columns.map(({ title }) => title) };
  });
}

const repeated = (titles: readonly string[]) =>
  titles.filter((title, at) =>
    titles.slice(0, at).some((each) => each.toLowerCase() === title.toLowerCase()),
  );

describe.each(profiles.map((document) => [(document as Profile).id, document] as const))(
  'the columns of %s',
  (_, document) => {
    const parsed = parseProfile(document);
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));

    it.each(['da', 'en'] as const)(
      'have a title each, on screen and in a file, in %s',
      (language) => {
        for (const { heads, file } of titlesOf(parsed.profile, language)) {
          expect(repeated(heads)).toEqual([]);
          expect(repeated(file)).toEqual([]);
        }
      },
    );
  },
);

it('a marker and an item of one title are told apart by what they are', () => {
  const nsaid = { system: 'ATC', include: ['M01A'] };
  const profile = profileOf(
    { patient: { sex: 'female' } },
    {
      information: [
        { id: 'a', type: 'medication', title: { da: 'NSAID' }, codes: nsaid, show: 'latest' },
        { id: 'b', type: 'medication', title: { da: 'nsaid' }, codes: nsaid, when: 'ever' },
        {
          id: 'c',
          type: 'result',
          title: { da: 'NSAID' },
          codes: { system: 'NPU', include: ['NPU1'] },
        },
      ],
      markers: [
        {
          id: 'm',
          level: 'warning',
          title: { da: 'NSAID' },
          when: { medication: { codes: nsaid } },
        },
      ],
    },
  );
  const [members] = titlesOf(profile, 'da');
  expect(members!.heads).toEqual(
    expect.arrayContaining(['NSAID (Medicin)', 'nsaid (Medicin 2)', 'NSAID (Prøver)']),
  );
  expect(members!.file).toEqual(
    expect.arrayContaining(['NSAID', 'NSAID (Medicin)', 'NSAID (Medicin), dato', 'NSAID (Prøver)']),
  );
  expect(repeated(members!.file)).toEqual([]);
});

describe('distinct titles', () => {
  it('leave alone what is called like nothing else, and what is ours', () => {
    expect(
      distinctTitles([
        { title: 'Alder' },
        { title: 'Alder', heading: 'Prøver' },
        { title: 'MMSE', heading: 'Prøver' },
      ]),
    ).toEqual(['Alder', 'Alder (Prøver)', 'MMSE']);
  });

  it('never become the title of something else', () => {
    const titles = distinctTitles([
      { title: 'A', heading: 'X' },
      { title: 'a', heading: 'X' },
      { title: 'A (X)', heading: 'Y' },
      { title: 'A (X 2)', heading: 'Y' },
    ]);
    expect(repeated(titles)).toEqual([]);
    expect(titles.slice(2)).toEqual(['A (X)', 'A (X 2)']);
  });
});
