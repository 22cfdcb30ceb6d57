import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import { packages } from '../../../fixtures/packages/index.ts';
import { profiles as documents } from '../../../fixtures/profiles/index.ts';
import { parseProfile, type Profile } from '../../../src/profile/index.ts';
import {
  describePackage,
  followUpDate,
  nextFigures,
  packageHash,
  parseClusterPackage,
  reviewPackage,
  type ClusterPackage,
} from '../../../src/report/package/index.ts';
import { packageJsonSchema } from '../../../src/report/package/json-schema.ts';
import { wholePackage, type Json } from './documents.ts';

const profiles = documents.flatMap((each): Profile[] => {
  const outcome = parseProfile(each);
  return outcome.ok ? [outcome.profile] : [];
});

function read(document: unknown): ClusterPackage {
  const outcome = parseClusterPackage(document);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors, null, 1));
  return outcome.package;
}

function faultsOf(document: unknown): readonly string[] {
  const outcome = parseClusterPackage(document);
  return outcome.ok ? [] : outcome.errors.map(({ code, path }) => `${code} ${path}`);
}

describe('the packages of the demo', () => {
  it.each(packages.map((each) => [(each as Json)['id'], each]))('%s can be used', (_, each) => {
    const document = read(each);
    expect(Object.isFrozen(document.indicators[0])).toBe(true);
    const findings = reviewPackage(document, { profiles, asOf: '2026-11-29' });
    expect(findings.map(({ code }) => code)).toEqual(['not-approved']);
  });
});

describe('care plans that a package names', () => {
  const codes = [{ system: 'local', include: ['KOL'] }];
  const plans = (...activities: readonly Json[]) => ({ ...wholePackage(), activities });
  const one = { id: 'kol', title: { da: 'Forløbsplaner for KOL' }, codes };

  it('are what the clinics count, and are told in words', () => {
    const document = read(plans(one));
    expect(document.activities).toEqual([one]);
    const { sections } = describePackage(document, 'da');
    expect(sections.find(({ title }) => title === 'Forløbsplaner, der tælles')!.lines).toEqual([
      'Forløbsplaner for KOL: local KOL',
    ]);
  });

  it('are refused twice, as a whole beside its parts, and of a code that is none', () => {
    const all = { id: 'alle', title: { da: 'Alle' } };
    const codeless = { ...one, codes: [{ system: 'ICPC-2', include: ['T90 T89'] }] };
    expect(faultsOf(plans(all))).toEqual([]);
    expect(faultsOf(plans(all, one))).toEqual(['activity-of-all /activities/0']);
    expect(faultsOf(plans(one, one))).toEqual(['duplicate-activity /activities/1/id']);
    expect(faultsOf(plans(codeless))).toEqual(['code-entry /activities/0/codes/0/include/0']);
  });
});

describe('a package that is wrong', () => {
  it('tells where, what was found, and what to do, in both languages', () => {
    const outcome = parseClusterPackage({ ...wholePackage(), purpos: [], version: 'one' });
    expect(outcome).toMatchObject({
      ok: false,
      errors: [
        { path: '/version', code: 'version', value: '"one"', fix: { da: 'Skriv fx "1.0.0".' } },
        { path: '/purpos', code: 'unknown-key', fix: { en: 'Did you mean "purpose"?' } },
      ],
    });
  });

  it.each<[string, (document: ReturnType<typeof wholePackage>) => unknown, string]>([
    ['no JSON', () => '{', 'syntax '],
    [
      'a newer format',
      (all) => ({ ...all, format: 'overblik-cluster-package/2' }),
      'newer-format /format',
    ],
    [
      'a profile that it does not name',
      (all) => ({ ...all, profiles: [{ id: 'dk.demen' }] }),
      'unknown-profile /indicators/0/profile',
    ],
    [
      'a profile twice',
      (all) => ({ ...all, profiles: [{ id: 'dk.demens' }, { id: 'dk.demens' }] }),
      'duplicate-profile /profiles/1/id',
    ],
    [
      'an indicator twice',
      (all) => ({ ...all, indicators: [...all.indicators, all.indicators[0]] }),
      'duplicate-indicator /indicators/2/indicator',
    ],
    [
      'a question to no indicator',
      (all) => ({ ...all, questions: [{ ...all.questions[0], indicator: 'antipsykotik' }] }),
      'unknown-indicator /questions/0/indicator',
    ],
    [
      'a question to half an indicator',
      (all) => ({ ...all, questions: [{ text: { da: 'Hvem?' }, indicator: 'test' }] }),
      'question-indicator /questions/0',
    ],
    [
      'a link that is not https',
      (all) => ({
        ...all,
        tools: [{ kind: 'link', title: { da: 'x' }, href: 'javascript:alert(1)' }],
      }),
      'url /tools/0/href',
    ],
    [
      'a phrase without its text',
      (all) => ({
        ...all,
        tools: [{ kind: 'phrase', title: { da: 'x' }, href: 'https://example.org' }],
      }),
      'tool-text /tools/0',
    ],
    [
      'a film without its address',
      (all) => ({ ...all, tools: [{ kind: 'film', title: { da: 'x' }, text: { da: 'x' } }] }),
      'tool-link /tools/0',
    ],
    [
      'a tool that is nothing',
      (all) => ({ ...all, tools: [{ kind: 'guideline', title: { da: 'x' } }] }),
      'empty-tool /tools/0',
    ],
    [
      'a target with two bounds',
      (all) => ({
        ...all,
        indicators: [{ ...all.indicators[0], target: { atLeast: 1, atMost: 2 } }],
        questions: [{ text: { da: '?' } }],
      }),
      'target-bound /indicators/0/target',
    ],
    [
      'a gate that is left open',
      (all) => ({
        ...all,
        status: 'published',
        gate: { relevant: { da: 'Ja' }, canTell: { da: 'Ja' } },
      }),
      'gate-open /gate/canAct',
    ],
    [
      'a follow-up on the same day',
      (all) => ({ ...all, followUp: { period: 'P0D' } }),
      'follow-up-short /followUp/period',
    ],
    [
      'dates that do not fit',
      (all) => ({ ...all, validFrom: '2027-01-01', validTo: '2026-01-01' }),
      'valid-order /validTo',
    ],
  ])('%s', (_, change, fault) => {
    expect(faultsOf(change(wholePackage()))).toContain(fault);
  });

  it.each(['2026-02-30', 7, null])('takes no %s for a date', (validFrom) => {
    expect(faultsOf({ ...wholePackage(), validFrom })).not.toEqual([]);
  });

  it('survives whatever comes', () => {
    const deep = `${'['.repeat(100_000)}${']'.repeat(100_000)}`;
    for (const each of [
      deep,
      undefined,
      7,
      [],
      '{"__proto__": {"format": "x"}}',
      {
        get format(): string {
          throw new Error('no');
        },
      },
    ])
      expect(parseClusterPackage(each).ok).toBe(false);
  });

  it('may have an open gate while it is a draft, and is told', () => {
    const draft = read({ ...wholePackage(), gate: {} });
    const codes = reviewPackage(draft, { profiles, asOf: '2026-11-29' }).map(({ path }) => path);
    expect(codes).toEqual(
      expect.arrayContaining(['/gate/relevant', '/gate/canTell', '/gate/canAct']),
    );
  });
});

describe('a review', () => {
  const review = (change: Json, given: readonly Profile[] = profiles) =>
    reviewPackage(read({ ...wholePackage(), ...change }), { profiles: given, asOf: '2026-11-29' });

  it('finds an indicator that the profile does not have, and the one that was meant', () => {
    const [first] = wholePackage().indicators;
    const indicators = [{ ...first, indicator: 'antipsykotik' }];
    expect(review({ indicators, questions: [{ text: { da: '?' } }] })[0]).toMatchObject({
      severity: 'error',
      path: '/indicators/0/indicator',
      fix: { en: 'Did you mean "antipsykotika"?' },
    });
  });

  it.each<[string, Json, string]>([
    ['another version', { profiles: [{ id: 'dk.demens', version: '9.0.0' }] }, 'profile-version'],
    [
      'a target against the profile',
      {
        indicators: [{ ...wholePackage().indicators[0], target: { atLeast: 5 } }],
        questions: [{ text: { da: '?' } }],
      },
      'target-direction',
    ],
    ['a review that is due', { about: { nextReview: '2026-01-01' } }, 'review-due'],
    [
      'an approval that has ended',
      { about: { approvedBy: [{ name: 'DSAM', until: '2026-01-01' }] } },
      'approval-ended',
    ],
    ['an end that has passed', { validTo: '2026-01-01' }, 'ended'],
    ['nothing to take home', { tools: [] }, 'no-tools'],
    ['Danish alone', { description: { da: 'Kun dansk' } }, 'no-english'],
  ])('tells of %s', (_, change, code) => {
    const codes = review(change).map((each) => each.code);
    expect(codes).toContain(code);
  });

  it('says that it did not look where no profile is given', () => {
    expect(review({}, []).map(({ code }) => code)).toContain('profile-absent');
  });

  it('warns of a published package on a draft', () => {
    const type2 = { ...(packages[1] as Json), status: 'published' };
    const found = reviewPackage(read(type2), { profiles, asOf: '2026-11-29' });
    expect(found.map(({ code }) => code)).toContain('profile-draft');
  });
});

describe('a package in words', () => {
  it('has its sections in both languages, and nothing of the other', () => {
    const document = read(wholePackage());
    const da = describePackage(document, 'da', profiles);
    const en = describePackage(document, 'en', profiles);
    expect(da.title).toBe('Antipsykotika til patienter med demens');
    expect(da.sections.map(({ title }) => title)).toContain('Spørgsmål til mødet');
    expect(en.sections.map(({ title }) => title)).toContain('Questions for the meeting');
    const lines = da.sections.flatMap((each) => each.lines);
    expect(lines).toEqual(
      expect.arrayContaining([
        expect.stringMatching(/^Andel i antipsykotisk behandling: .*Mål: højst 10 %$/s),
      ]),
    );
    expect(lines).toContain('Patienter med demens (dk.demens), udgave 1.1.0');
  });
});

it('has a hash that status and approval leave alone', async () => {
  const own = await packageHash(read(wholePackage()));
  expect(own).toMatch(/^[\da-f]{64}$/);
  expect(await packageHash(read({ ...wholePackage(), status: 'published', about: {} }))).toBe(own);
  expect(await packageHash(read({ ...wholePackage(), version: '0.2.0' }))).not.toBe(own);
});

describe('the JSON Schema', () => {
  const validate = new Ajv2020({ strict: false, formats: { uri: true } }).compile(
    packageJsonSchema(),
  );

  it.each(packages.map((each) => [(each as Json)['id'], each]))('accepts %s', (_, each) => {
    expect(validate(each)).toBe(true);
  });

  it('refuses an unknown key', () => {
    expect(validate({ ...wholePackage(), purpos: [] })).toBe(false);
  });
});

describe('follow-up', () => {
  const package3 = { followUp: { period: 'P3M' } };

  it('is counted from the meeting, to the end of the month where a day is missing', () => {
    expect(followUpDate(package3, '2026-11-30')).toBe('2027-02-28');
  });

  it('finds the figures before the meeting and after it, in any order of dates', () => {
    const dates = ['2026-10-01', '2027-04-01', '2026-07-01', '2027-01-01'];
    expect(nextFigures(package3, '2026-11-23', dates.slice(0, 1))).toEqual({
      due: '2027-02-23',
      before: '2026-10-01',
      after: undefined,
      isDue: false,
    });
    expect(nextFigures(package3, '2026-11-23', [...dates].slice(0, 2))).toMatchObject({
      after: '2027-04-01',
      isDue: true,
    });
    expect(nextFigures(package3, '2026-11-23', ['2026-10-01', '2027-01-01'])).toMatchObject({
      after: '2027-01-01',
      isDue: false,
    });
  });
});
