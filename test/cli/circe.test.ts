/** `overblik import` and `overblik export --to circe`: OHDSI's cohorts, by a table of concepts. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { CirceExpression } from '../../src/languages/index.ts';
import { parseProfile } from '../../src/profile/index.ts';
import { Folder, type Ended } from './call.ts';

const folder = new Folder();

const diabetes = { CONCEPT_ID: 201826, CONCEPT_NAME: 'Type 2 diabetes mellitus' };
const other = { CONCEPT_CODE: '44054006', VOCABULARY_ID: 'SNOMED' };

/** Who has a condition, as Atlas writes it. */
const cohortOf = (items: readonly object[]) => ({
  ConceptSets: [{ id: 0, name: 'Diabetes', expression: { items } }],
  PrimaryCriteria: {
    CriteriaList: [{ ConditionOccurrence: { CodesetId: 0 } }],
    ObservationWindow: { PriorDays: 0, PostDays: 0 },
    PrimaryCriteriaLimit: { Type: 'First' },
  },
  QualifiedLimit: { Type: 'First' },
  ExpressionLimit: { Type: 'First' },
  InclusionRules: [],
  EndStrategy: { DateOffset: { DateField: 'EndDate', Offset: 0 } },
  CensoringCriteria: [],
  CollapseSettings: { CollapseType: 'ERA', EraPad: 0 },
  CensorWindow: {},
});

const item = { concept: { ...diabetes, ...other }, includeDescendants: true };
const cohort = folder.write('Type 2.json', cohortOf([item]));
const csv = folder.write(
  'concepts.csv',
  'CONCEPT_ID;System;Code;concept_name;descendants\n201826;ICD-10;E11;Type 2-diabetes;yes\n',
);
const json = folder.write('concepts.json', [
  { concept_id: 201826, system: 'ICD-10', code: 'E11', concept_name: 'Type 2-diabetes' },
]);

const importWith = (words: readonly string[]): Promise<Ended> =>
  folder.call(['import', '--from', 'circe', ...words]);

describe('import', () => {
  it.each([csv, json])(
    'writes the profile to the standard output, by the concepts of %s',
    async (table) => {
      const { code, out, err } = await importWith([cohort, '--concepts', table]);
      expect(code).toBe(0);
      const outcome = parseProfile(out);
      if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors));
      const { id, title, status, codes } = outcome.profile;
      expect([id, title.da, status]).toEqual(['ohdsi.type-2', 'Type 2', 'draft']);
      expect(Object.values(codes ?? {})).toMatchObject([{ system: 'ICD-10', include: ['E11'] }]);
      expect(err).toContain('/EndStrategy\n  EndStrategy: ');
    },
  );

  it('takes an id and a title, and the cohort from the standard input', async () => {
    const words = ['import', '-', '--from', 'circe', '--concepts', csv, '--json'];
    const more = ['--id', 'klinik.diabetes', '--title', 'Diabetes'];
    const { code, out } = await folder.call([...words, ...more], JSON.stringify(cohortOf([item])));
    expect([code, JSON.parse(out)]).toMatchObject([
      0,
      { profile: { id: 'klinik.diabetes', title: { da: 'Diabetes' } }, leftOut: [{}] },
    ]);
  });

  it('writes nothing of a cohort that no profile says whole, and tells by name what that is', async () => {
    const unknown = { ...item, concept: { ...item.concept, CONCEPT_ID: 7, CONCEPT_NAME: 'Gout' } };
    const file = folder.write('gout.json', cohortOf([item, unknown]));
    const { code, out, err } = await importWith([file, '--concepts', csv]);
    expect([code, out]).toEqual([1, '']);
    expect(err).toContain('/ConceptSets/0/expression/items/1\n  concept 7 Gout: ');
    const alone = folder.write('alone.json', cohortOf([{ ...item, includeDescendants: false }]));
    // The table knows the concept with its descendants alone.
    expect((await importWith([alone, '--concepts', csv])).code).toBe(1);
    expect((await importWith([alone, '--concepts', json])).code).toBe(0);
    const { out: told } = await importWith([file, '--concepts', csv, '--json']);
    expect(JSON.parse(told)).toMatchObject({ refusals: [{ feature: 'concept 7 Gout' }] });
    const none = folder.write('none.json', { hello: 1 });
    expect((await importWith([none, '--concepts', csv])).code).toBe(1);
  });

  it.each([
    ['no JSON', '[{', 'is no JSON'],
    ['no list', '{}', 'is no table of concepts'],
    ['no columns', 'a;b\n1;2\n', 'names no concept_id, no system, no code'],
    ['no file at all', '', 'names no concept_id'],
    ['no number', 'concept_id,system,code\nE11,ICD-10,E11\n', 'line 2 has no concept_id'],
    ['no code', 'concept_id,system,code\n1,ICD-10,E11\n2,ICD-10,\n', 'line 3 has no code'],
    ['no system', '[{"concept_id":1,"code":"E11"}]', 'row 1 has no system'],
    ['no answer', 'concept_id,system,code,descendants\n1,ICD-10,E11,maybe\n', 'not "maybe"'],
    ['nothing in its list', '[null]', 'row 1 has no concept_id'],
  ])('tells what is wrong with a table that has %s', async (_, text, said) => {
    const { code, out, err } = await importWith([
      cohort,
      '--concepts',
      folder.write('t.txt', text),
    ]);
    expect([code, out]).toEqual([3, '']);
    expect(err).toContain(said);
  });

  it('reads the table that the page on other languages has', async () => {
    const page = readFileSync('stories/docs/languages.mdx', 'utf8');
    const [, table = ''] = /```csv[^\n]*\n([^`]+)```/.exec(page) ?? [];
    const words = [cohort, '--concepts', folder.write('page.csv', table)];
    expect(await importWith(words)).toMatchObject({
      code: 0,
      out: expect.stringContaining('"E11"') as string,
    });
  });

  it('is told how it is called', async () => {
    const bad = [[cohort], [], [cohort, cohort, '--concepts', csv]];
    for (const words of bad) expect((await importWith(words)).code, words.join(' ')).toBe(2);
    expect((await folder.call(['import', cohort, '--concepts', csv])).code).toBe(2);
    expect((await importWith(['missing.json', '--concepts', csv])).code).toBe(3);
    expect((await importWith([csv, '--concepts', csv])).code).toBe(3);
  });
});

describe('export --to circe', () => {
  it('writes a cohort that is read back as the same codes', async () => {
    const { out: profile } = await importWith([cohort, '--concepts', csv]);
    const file = folder.write('profile.json', profile);
    const words = ['export', file, '--to', 'circe', '--concepts', csv, '--as-of', '2026-11-24'];
    const { code, out } = await folder.call(words);
    expect(code).toBe(0);
    const [set] = (JSON.parse(out) as CirceExpression).ConceptSets;
    expect(set?.expression.items).toMatchObject([
      { concept: { CONCEPT_ID: 201826 }, includeDescendants: true },
    ]);
    const back = await importWith([folder.write('back.json', out), '--concepts', csv]);
    expect([back.code, back.out]).toEqual([0, expect.stringContaining('"E11"')]);
  });

  it('refuses a code without a concept, and is not tried without a table', async () => {
    const { out: profile } = await importWith([cohort, '--concepts', csv]);
    const file = folder.write('profile.json', profile);
    const table = folder.write('other.csv', 'concept_id,system,code\n1,ICD-10,E10\n');
    const { code, out } = await folder.call(['export', file, '--to', 'circe', '--concepts', table]);
    expect([code, out]).toEqual([
      1,
      expect.stringContaining('Circe cannot say all of this profile'),
    ]);
    expect(out).toContain('code E11 (ICD-10): ');
    expect((await folder.call(['export', file, '--to', 'circe'])).code).toBe(2);
  });
});
