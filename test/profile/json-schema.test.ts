import { Ajv2020 } from 'ajv/dist/2020.js';
import { readFileSync, readdirSync } from 'node:fs';
import { expect, it } from 'vitest';
import { demens } from '../../fixtures/profiles/index.ts';
import { profileJsonSchema } from '../../src/profile/json-schema.ts';
import { documentOf } from '../engine/build.ts';
import { cases } from '../engine/cases.ts';

const folder = 'fixtures/profiles';
const published = readdirSync(folder).filter((file) => file.endsWith('.json'));
const schema = profileJsonSchema();
const validate = new Ajv2020({ strict: false, allErrors: true }).compile(schema);

it('is a draft 2020-12 schema whose parts have names and words', () => {
  expect(schema.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
  const parts = schema.$defs as Record<string, { description?: string }>;
  expect(Object.keys(parts)).toEqual(
    expect.arrayContaining(['Criterion', 'CodeSet', 'Window', 'Marker', 'InformationItem', 'Text']),
  );
  for (const name of Object.keys(parts)) expect(parts[name]?.description, name).toBeTruthy();
  expect(parts.CodeSet).toHaveProperty('properties.system.description');
});

it('says of a key what it is for, and nothing that another is for', () => {
  const { Value, Criterion } = schema.$defs as Record<string, { anyOf: readonly Described[] }>;
  const [bounds] = Value!.anyOf;
  const { above, plausible } = bounds!.properties;
  expect(above?.description).toBeUndefined();
  expect(plausible?.properties).toMatchObject({
    min: { description: 'The lowest number that is no mistake.' },
    max: { description: 'The highest number that is no mistake.' },
  });
  const not = Criterion!.anyOf.find(({ properties }) => 'not' in properties);
  expect(not?.properties['not']?.description).toBeUndefined();
});

interface Described {
  readonly description?: string;
  readonly properties: Readonly<Record<string, Described>>;
}

it('tells of a sequence that it has two parts', () => {
  const part = { diagnosis: {} };
  const sequence = (of: unknown) => ({
    ...demens,
    population: { include: { sequence: { of, within: 'P3M' } } },
  });
  expect(validate(sequence([part, part]))).toBe(true);
  expect(validate(sequence([part]))).toBe(false);
  expect(validate(sequence([part, part, part]))).toBe(false);
});

it.each(published)('accepts the published profile %s', (file) => {
  const document: unknown = JSON.parse(readFileSync(`${folder}/${file}`, 'utf8'));
  expect(validate(document), JSON.stringify(validate.errors)).toBe(true);
});

it('accepts every criterion that is worked by hand: each operator is among them', () => {
  const refused = cases.filter(({ criterion }) => !validate(documentOf(criterion)));
  expect(refused.map(({ name }) => name)).toEqual([]);
});

it.each([
  ['an unknown key', { ...demens, extra: 1 }],
  ['an unknown criterion', { ...demens, population: { include: { diagnoses: {} } } }],
  ['an empty code list', { ...demens, codes: { x: { system: 'ATC', include: [] } } }],
  ['a missing title', { ...demens, title: undefined }],
])('refuses %s', (_, document) => {
  expect(validate(JSON.parse(JSON.stringify(document)))).toBe(false);
});
