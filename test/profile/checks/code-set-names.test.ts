import { expect, it } from 'vitest';
import { codeSetNames } from '../../../src/profile/checks/code-set-names.ts';
import { parseProfile } from '../../../src/profile/index.ts';
import { documentOf, placesOf } from '../documents.ts';

const named = (name: string) =>
  JSON.stringify(
    documentOf({ diagnosis: {} }, { codes: { here: { system: 'ATC', include: ['A'] } } }),
  ).replace('"here"', `"${name}"`);

it('refuses a code set whose name is a prototype', () => {
  expect(placesOf(codeSetNames.find(JSON.parse(named('__proto__'))))).toEqual([
    'name /codes/__proto__',
  ]);
  // However the key is written.
  for (const name of ['__proto__', '\\u005f_proto__'])
    expect(parseProfile(named(name))).toMatchObject({
      ok: false,
      errors: [{ path: '/codes/__proto__', code: 'name' }],
    });
});

it('lets other names pass, and documents without code sets', () => {
  expect(codeSetNames.find(JSON.parse(named('constructor')))).toEqual([]);
  for (const document of [{}, { codes: null }, { codes: [] }, null, []])
    expect(codeSetNames.find(document)).toEqual([]);
});
