import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { runChecks, profileChecks, type Check } from '../../../src/profile/checks/index.ts';
import { parseProfile } from '../../../src/profile/index.ts';
import { parseWith } from '../../../src/profile/parse.ts';
import { documentOf } from '../documents.ts';

const titled: Check = {
  name: 'titled',
  severity: 'warning',
  scope: 'document',
  find: () => [{ path: ['title', 'da'], code: 'empty', details: {} }],
};
const located = (name: string): Check => ({
  name,
  severity: 'error',
  scope: 'object',
  find: (_, path) => [{ path, code: name, details: {} }],
});

describe('the checks', () => {
  it('each have a name of their own, a file and a test', () => {
    const names = profileChecks.map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
    expect(readdirSync('src/profile/checks')).toEqual(
      expect.arrayContaining(names.map((name) => `${name}.ts`)),
    );
    expect(readdirSync('test/profile/checks')).toEqual(
      expect.arrayContaining(names.map((name) => `${name}.test.ts`)),
    );
  });

  it.each<unknown>([null, 7, 'x', [], {}, [[null]], { population: [], codes: 7, markers: [1] }])(
    'find nothing in %j and do not throw',
    (document) => expect(runChecks(profileChecks, document)).toEqual([]),
  );

  it('come in their order; those of objects together, object by object, outer ones first', () => {
    const found = runChecks([located('a'), titled, located('b')], { x: [{ y: {} }] });
    expect(found.map(({ code, path, severity }) => [code, path.join('/'), severity])).toEqual([
      ['a', '', 'error'],
      ['b', '', 'error'],
      ['a', 'x/0', 'error'],
      ['b', 'x/0', 'error'],
      ['a', 'x/0/y', 'error'],
      ['b', 'x/0/y', 'error'],
      ['empty', 'title/da', 'warning'],
    ]);
  });
});

describe('warnings', () => {
  it('let a profile pass, in the form of errors', () => {
    const outcome = parseWith([titled], documentOf({ diagnosis: {} }));
    expect(outcome).toMatchObject({ ok: true, profile: { id: 'dk.test' } });
    expect(outcome.warnings).toEqual([
      {
        path: '/title/da',
        value: '"Prøve"',
        code: 'empty',
        message: { da: 'Her må ikke være tomt.', en: 'This must not be empty.' },
        fix: {
          da: 'Skriv mindst ét led, eller fjern nøglen.',
          en: 'Write at least one part, or remove the key.',
        },
      },
    ]);
  });

  it('come beside the errors of a profile that is refused', () => {
    const outcome = parseWith([titled, { ...titled, severity: 'error' }], documentOf({}));
    if (outcome.ok) throw new Error();
    expect(outcome.errors.map(({ code }) => code)).toEqual(['no-criterion', 'empty']);
    expect(outcome.warnings.map(({ code }) => code)).toEqual(['empty']);
  });

  it('are none where no check warns', () => {
    for (const input of [
      documentOf({ diagnosis: {} }),
      documentOf({}),
      '',
      { format: 'overblik-profile/2' },
    ])
      expect(parseProfile(input).warnings).toEqual([]);
  });
});
