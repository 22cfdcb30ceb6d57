/**
 * A profile as ehrQL: its text, read by hand and by Python's own parser where there is a Python. It cannot be run here:
 * OpenSAFELY's package is in no index that can be reached.
 */
import { spawnSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { profiles } from '../../fixtures/profiles/index.ts';
import { comment, identifier, text } from '../../src/languages/ehrql/text.ts';
import { toEhrql, type EhrqlOptions } from '../../src/languages/index.ts';
import { parseProfile, type Criterion, type Profile } from '../../src/profile/index.ts';
import { cases } from '../depth.ts';
import { profileOf } from './profile.ts';

const asOf = '2026-11-24';
const dementia = { system: 'SNOMED CT', include: ['52448006'] };
const hba1c = { system: 'SNOMED CT', include: ['999791000000106'] };
const donepezil = { system: 'dm+d', include: ['321954007'] };

function textOf(profile: Profile, options: Partial<EhrqlOptions> = {}): string {
  const outcome = toEhrql(profile, { asOf, ...options });
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.refusals, undefined, 2));
  return outcome.text;
}

function refused(criterion: Criterion, options: Partial<EhrqlOptions> = {}): readonly string[] {
  const outcome = toEhrql(profileOf(criterion), { asOf, ...options });
  return outcome.ok ? [] : outcome.refusals.map(({ path, feature }) => `${path} ${feature}`);
}

/** A profile with each thing that is said. */
const whole = profileOf(
  {
    all: [
      { patient: { age: { min: 65 }, sex: 'female', listed: true } },
      {
        any: [
          { diagnosis: { codes: 'dementia' } },
          { medication: { codes: donepezil, when: { last: 'P3M' }, count: { min: 2, max: 9 } } },
        ],
      },
      {
        not: { result: { codes: hba1c, pick: 'latest', value: { atLeast: 53, unit: 'mmol/mol' } } },
      },
    ],
  },
  {
    codes: { dementia },
    markers: [
      {
        id: 'unmeasured',
        level: 'info',
        title: { da: 'Ikke målt', en: 'Not measured' },
        when: {
          anchor: {
            on: { diagnosis: { codes: 'dementia' } },
            pick: 'earliest',
            is: { not: { result: { codes: hba1c, when: { from: '-P30D', to: '+P2W' } } } },
          },
        },
      },
    ],
    indicators: [
      {
        id: 'controlled',
        title: { da: 'Velreguleret', en: 'Controlled' },
        numerator: { atLeast: 1, of: [{ diagnosis: { codes: 'dementia' } }] },
        denominator: { result: { codes: hba1c } },
      },
    ],
  },
);

describe('ehrQL', () => {
  it('reads as it should', async () => {
    await expect(textOf(whole, { assumesUnits: true })).toMatchFileSnapshot(
      'golden/dataset_definition.py',
    );
  });

  it('reads codelists that the author gives for the sets of other systems', () => {
    const profile = profileOf(
      { diagnosis: { codes: 'demens' } },
      { codes: { demens: { system: 'ICPC-2', include: ['P70'] } } },
    );
    const outcome = toEhrql(profile, { asOf, codelists: { demens: 'codelists/demens.csv' } });
    expect(outcome).toMatchObject({
      ok: true,
      codelists: [{ file: 'codelists/demens.csv', set: 'demens' }],
    });
    expect(outcome.ok && outcome.text).toContain(
      'codes_demens = codelist_from_csv("codelists/demens.csv", column="code")',
    );
  });

  it('refuses by name what the tables lack', () => {
    expect(refused({ diagnosis: { codes: { system: 'ICPC-2', include: ['P70'] } } })).toEqual([
      '/population/include/diagnosis/codes code system ICPC-2',
    ]);
    expect(refused({ medication: { codes: donepezil } })).toEqual([
      '/population/include/medication/when medication now',
    ]);
    expect(refused({ result: { codes: hba1c, value: { below: 53, unit: 'mmol/mol' } } })).toEqual([
      '/population/include/result/value/unit unit mmol/mol',
    ]);
    expect(refused({ carePlan: {} })).toEqual(['/population/include/carePlan carePlan']);
    expect(refused({ diagnosis: {} })).toEqual([
      '/population/include/diagnosis/codes diagnosis without codes',
    ]);
    expect(
      refused({ medication: { codes: donepezil, when: { last: 'P1Y' }, lasting: 'P3M' } }),
    ).toEqual(['/population/include/medication/lasting lasting']);
    expect(
      refused({
        anchor: {
          on: { diagnosis: { codes: dementia } },
          pick: 'latest',
          is: { result: { codes: hba1c, when: { last: 'P3M' } } },
        },
      }),
    ).toEqual(['/population/include/anchor/is/result/when months from a record']);
  });

  it('says of every profile of the programme what keeps it from being one', () => {
    for (const document of profiles) {
      const parsed = parseProfile(document);
      if (!parsed.ok) throw new Error('A profile does not parse.');
      const outcome = toEhrql(parsed.profile, { asOf });
      expect(outcome.ok).toBe(false);
      for (const { path, feature, why } of outcome.ok ? [] : outcome.refusals)
        expect([path.startsWith('/'), feature !== '', why.endsWith('.')]).toEqual([
          true,
          true,
          true,
        ]);
    }
  });
});

const hasPython = spawnSync('python3', ['--version']).status === 0;

describe.skipIf(!hasPython)('Python reads', () => {
  /** What Python finds wrong with the syntax of a text. */
  function faultsOf(code: string): string {
    const program = 'import ast, sys; ast.parse(sys.stdin.buffer.read().decode("utf-8"))';
    return spawnSync('python3', ['-c', program], { input: code }).stderr.toString('utf8');
  }

  it('a definition', () => {
    expect(faultsOf(textOf(whole, { assumesUnits: true }))).toBe('');
  });

  it('names that are its own keywords', () => {
    const list = 'import json, keyword; print(json.dumps(keyword.kwlist + keyword.softkwlist))';
    const { stdout } = spawnSync('python3', ['-c', list]);
    const keywords = JSON.parse(stdout.toString('utf8')) as string[];
    expect(faultsOf(keywords.map((each) => `${identifier(each)} = 1`).join('\n'))).toBe('');
  });

  it('whatever words a profile has, as the words that they are', () => {
    const words = fc.sample(fc.string({ unit: 'binary', maxLength: 20 }), cases(50, 200));
    const lines = words.flatMap((each) => [comment(each), `${identifier(each)} = ${text(each)}`]);
    const program = lines.join('\n');
    expect(faultsOf(program)).toBe('');
    const values = spawnSync(
      'python3',
      [
        '-c',
        'import ast, sys, json; print(json.dumps([n.value.value for n in ast.parse(sys.stdin.buffer.read().decode("utf-8")).body]))',
      ],
      { input: program },
    );
    expect(JSON.parse(values.stdout.toString('utf8'))).toEqual(words);
  });
});
