/** Every snippet of the docs says how it is tried; what can be tried without a build is tried here. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { recordsJsonSchema } from '../../src/adapter/json-schema.ts';
import { profileJsonSchema } from '../../src/profile/json-schema.ts';
import { parseProfile } from '../../src/profile/index.ts';
import { packageJsonSchema } from '../../src/report/package/json-schema.ts';
import { parseClusterPackage } from '../../src/report/package/index.ts';
import { checkPatient } from '../../src/record/index.ts';
import { setups } from './setups.ts';
import { nameOf, snippets, snippetsIn, type Snippet } from './snippets.ts';

/** The ways to try a snippet of each language. */
const ways: Readonly<Record<string, readonly string[]>> = {
  ts: ['run', 'page', 'fragment', 'file', 'by'],
  js: ['run', 'page', 'fragment', 'file', 'by'],
  html: ['page', 'fragment', 'by'],
  css: ['fragment'],
  json: ['profile', 'package', 'records', 'description', 'clinic', 'by'],
  sh: ['run', 'check'],
  sql: ['by'],
  cql: ['by'],
  text: ['output', 'drawing', 'file'],
  csharp: ['notrun'],
};
/** Languages of frameworks, which a test of their own builds. */
const otherwise: readonly string[] = ['by'];

const byHand = (says: Snippet['says'], language: string) =>
  (ways[language] ?? otherwise).some((way) => says.has(way));

it('each snippet says how it is tried', () => {
  expect(snippets.length).toBeGreaterThan(30);
  expect(snippets.filter(({ says, language }) => !byHand(says, language)).map(nameOf)).toEqual([]);
});

it('a snippet that says nothing, or nothing that is known, would fail', () => {
  const found = snippetsIn(
    'page.mdx',
    '```ts\nx\n```\n\n```ts runn\nx\n```\n\n  ```sh run\n  y\n  ```\n',
  );
  expect(found.map(({ says, language }) => byHand(says, language))).toEqual([false, false, true]);
  expect(found.map(({ code }) => code)).toEqual(['x', 'x', 'y']);
});

const those = (is: (snippet: Snippet) => boolean) =>
  snippets.filter(is).map((snippet) => [nameOf(snippet), snippet] as const);

it.each(those(({ says }) => says.has('fragment')))(
  '%s: its set-up is there',
  (_, { says, language }) => {
    if (language === 'ts' || language === 'js')
      expect(Object.keys(setups)).toContain(says.get('fragment'));
  },
);

it.each(those(({ says }) => says.has('by')))(
  '%s: the test that runs it reads the page',
  (_, { says, page }) => {
    const file = says.get('by') ?? '';
    expect(existsSync(file), file).toBe(true);
    expect(readFileSync(file, 'utf8')).toContain(page.split('/').slice(-2).join('/'));
  },
);

it.each(those(({ says }) => says.has('notrun')))(
  '%s: the page says that it is not run',
  (_, { section }) => {
    expect(section).toMatch(/\bnot run\b/i);
  },
);

describe('JSON', () => {
  const ajv = new Ajv2020({ strict: false, validateFormats: false });
  ajv.addSchema(recordsJsonSchema(), 'records');
  const isProfile = ajv.compile(profileJsonSchema());
  const isPackage = ajv.compile(packageJsonSchema());

  it.each(those(({ language, says }) => language === 'json' && !says.has('by')))(
    '%s',
    (_, { code, says }) => {
      const document: unknown = JSON.parse(code);
      if (says.has('profile')) {
        const outcome = parseProfile(document);
        expect(outcome.ok ? [] : outcome.errors).toEqual([]);
        isProfile(document);
        expect(isProfile.errors ?? []).toEqual([]);
      }
      if (says.has('package')) {
        const outcome = parseClusterPackage(document);
        expect(outcome.ok ? [] : outcome.errors).toEqual([]);
        isPackage(document);
        expect(isPackage.errors ?? []).toEqual([]);
      }
      const { description, patients } = document as { description: unknown; patients: unknown[] };
      const isClinic = says.has('clinic');
      if (says.has('records') || isClinic) {
        for (const patient of isClinic ? patients : [document].flat()) {
          expect(checkPatient(patient).rejected).toEqual([]);
          ajv.validate('records', patient);
          expect(ajv.errors ?? []).toEqual([]);
        }
      }
      if (says.has('description') || isClinic) {
        ajv.validate('records#/$defs/ClinicDescription', isClinic ? description : document);
        expect(ajv.errors ?? []).toEqual([]);
      }
    },
  );
});

describe('shell', () => {
  const installed = new Set(readdirSync('node_modules/.bin'));
  const scripts: Readonly<Record<string, string>> = manifest.scripts;
  const others = new Set(['cd', 'git', 'mkdir', 'curl', 'echo', 'cat']);

  it.each(those(({ says, language }) => language === 'sh' && says.has('check')))(
    '%s: its commands are there',
    (_, { code }) => {
      const commands = code
        .split('\n')
        .map((line) => line.replace(/(^|\s)#.*$/, ''))
        .flatMap((line) => line.split(/&&|\||[()]|;/))
        .map((command) => command.trim().split(/\s+/))
        .filter(([word]) => word);
      for (const [word = '', first = '', second = ''] of commands) {
        if (word === 'npm' && first === 'run') expect(scripts).toHaveProperty([second]);
        else if (word === 'npm')
          expect(['ci', 'start', 'test', 'install', 'init', 'create', 'pack', 'pkg']).toContain(
            first,
          );
        else if (word === 'npx')
          expect([...installed, ...Object.keys(manifest.bin)]).toContain(first.replace(/@.*/, ''));
        else expect([...others]).toContain(word);
      }
    },
  );
});
