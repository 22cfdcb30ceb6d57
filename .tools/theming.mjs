/**
 * Writes the tables of the docs' page on theming, from the manifest that `npm run build` made: every custom property,
 * and every part. `test/journey/manifest.test.ts` holds the page against them.
 */
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';

const page = 'stories/docs/theming.mdx';

/** The rows of both tables, cell by cell. */
export function themingTables(manifest) {
  const tags = manifest.modules.flatMap(({ declarations }) => declarations);
  return { properties: propertyRows(tags), parts: partRows(tags) };
}

/** Those that all elements read come first, in the order of the theme. */
function propertyRows(tags) {
  const rows = new Map();
  for (const { tagName, cssProperties } of tags)
    for (const property of cssProperties) {
      const row = rows.get(property.name) ?? { ...property, tags: [] };
      row.tags.push(tagName);
      rows.set(property.name, row);
    }
  const all = [...rows.values()];
  const isOfAll = (row) => row.tags.length === tags.length;
  return [...all.filter(isOfAll), ...all.filter((row) => !isOfAll(row))].map((row) => {
    const [, ...both] = /^light-dark\((.+), (.+)\)$/.exec(row.default) ?? [];
    const without = both.length > 0 ? both : [row.default];
    const of = isOfAll(row) ? 'all' : row.tags.map(code).join(', ');
    return [code(row.name), row.description, of, without.map(code).join(' · ')];
  });
}

/** By the element, outermost first; what a workspace hands on stands with the element that it is of. */
function partRows(tags) {
  const byName = (name) => tags.find(({ tagName }) => tagName === `overblik-${name}`);
  const handedOn = new Set(byName('workspace').cssParts.map(({ name }) => name));
  return [
    'workspace',
    'population',
    'cockpit',
    'marker',
    'profile',
    'grid',
    'conformance',
    'profile-editor',
    'archive',
    'report',
  ].flatMap((name) =>
    byName(name)
      .cssParts.filter((part) => name !== 'workspace' || !/^(population|cockpit)-/.test(part.name))
      .map((part) => {
        const outer = `${name}-${part.name}`;
        return [
          code(`overblik-${name}`),
          code(part.name),
          handedOn.has(outer) ? code(outer) : '',
          part.description,
        ];
      }),
  );
}

function code(text) {
  return `\`${text}\``;
}

function table(heads, rows) {
  const line = (cells) => `| ${cells.join(' | ')} |`;
  return [line(heads), line(heads.map(() => '---')), ...rows.map(line)].join('\n');
}

/** Puts a table behind the line that says what it holds. */
function put(text, name, made) {
  const start = `{/* ${name}: made by .tools/theming.mjs */}`;
  const at = text.indexOf(start);
  if (at < 0) throw new Error(`${page} has no place for the ${name}.`);
  const rest = text.slice(at + start.length).replace(/^\s*(\|.*\n)*/, '');
  return `${text.slice(0, at)}${start}\n\n${made}\n\n${rest}`;
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  const tables = themingTables(JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')));
  const properties = table(['property', 'what', 'read by', 'without it'], tables.properties);
  const parts = table(['element', 'part', 'through a workspace', 'what'], tables.parts);
  const text = readFileSync(page, 'utf8');
  writeFileSync(page, put(put(text, 'properties', properties), 'parts', parts));
  execFileSync('oxfmt', [page], { shell: process.platform === 'win32' });
}
