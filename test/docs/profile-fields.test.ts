/** The page on profiles tells every field of the format, every word that a field may have, and what has to be there. */
import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { profileJsonSchema } from '../../src/profile/json-schema.ts';

interface Schema {
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly $defs?: Readonly<Record<string, Schema>>;
  readonly anyOf?: readonly Schema[];
  readonly items?: Schema;
  readonly additionalProperties?: Schema | boolean;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly $ref?: string;
}
const schema = profileJsonSchema() as Schema;
const page = readFileSync('stories/docs/profiles.mdx', 'utf8');
const reference = page.slice(page.indexOf('## Every field'));
const code = new Set([...reference.matchAll(/`([^`]+)`/g)].map(([, word]) => word));

const definition = (name: string): Schema => schema.$defs?.[name] ?? {};
/** Of several that a part may be, all their fields. */
const fieldsOf = (part: Schema): readonly string[] => [
  ...new Set(
    [part, ...(part.anyOf ?? [])].flatMap(({ properties = {} }) => Object.keys(properties)),
  ),
];

describe('the tables have each field, and no other', () => {
  it.each<readonly [heading: string, part: Schema]>([
    ['The document', schema],
    ['A code set', definition('CodeSet')],
    ['An item of information', definition('InformationItem')],
    ['A marker', definition('Marker')],
    ['An indicator', definition('Indicator')],
    ['A message', definition('Message')],
    ['A reference', schema.properties?.references?.items ?? {}],
    ['About a profile', definition('About')],
    ['A test patient', definition('Test')],
    ['The patient’s own fields', definition('PatientQuery')],
  ])('%s', (heading, part) => {
    const section = sectionOf(heading);
    const rows = [...section.matchAll(/^\| (\*\*)?`([^`]+)`/gm)];
    expect(rows.map(([, , field]) => field).sort()).toEqual([...fieldsOf(part)].sort());
    const needed = part.anyOf
      ? part.anyOf
          .map(({ required = [] }) => required)
          .reduce((a, b) => a.filter((each) => b.includes(each)))
      : (part.required ?? []);
    const bold = rows.filter(([, isBold]) => isBold).map(([, , field]) => field);
    expect(bold.sort()).toEqual([...needed].sort());
  });
});

it('names every key that there is, wherever it stands', () => {
  const keys = new Set<string>();
  const words = new Set<string>();
  const visit = (part: Schema): void => {
    for (const [key, inner] of Object.entries(part.properties ?? {})) {
      keys.add(key);
      visit(inner);
    }
    for (const each of [part.enum ?? [], part.const === undefined ? [] : [part.const]].flat())
      words.add(String(each));
    for (const inner of [...Object.values(part.$defs ?? {}), ...(part.anyOf ?? [])]) visit(inner);
    if (part.items) visit(part.items);
    if (typeof part.additionalProperties === 'object') visit(part.additionalProperties);
  };
  visit(schema);
  expect(keys.size).toBeGreaterThan(60);
  const told = [...code].flatMap((each) => each?.match(/[$\w-]+(?:\/\d)?/g) ?? []);
  expect([...keys, ...words].filter((each) => !told.includes(each))).toEqual([]);
});

function sectionOf(heading: string): string {
  const from = reference.replaceAll("'", '’').indexOf(`### ${heading}\n`);
  if (from < 0) throw new Error(`There is no heading "${heading}".`);
  const rest = reference.slice(from + 4);
  const to = rest.search(/^##/m);
  return to < 0 ? rest : rest.slice(0, to);
}
