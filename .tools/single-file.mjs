/** How an entry becomes one file, for a page without a build step. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { build } from 'vite';

/** Vite's list of what was bundled from other packages. */
const licenseFile = 'licenses.json';

/**
 * Bundles an entry, dynamic imports included.
 *
 * @returns The code, its source map, and the packages of which something is in it, with their licences.
 */
export async function bundle(entry) {
  const [{ output }] = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
      sourcemap: 'hidden',
      license: { fileName: licenseFile },
      lib: { entry, formats: ['es'], fileName: () => 'one-file.js' },
      rolldownOptions: {
        // The entry may stand in the group's file: its exports stay as they are.
        preserveEntrySignatures: 'allow-extension',
        // In one file none loads anything.
        checks: { ineffectiveDynamicImport: false },
        output: {
          // All modules in one group, dynamic imports among them: `codeSplitting: false` wraps each of them, and what
          // it imports, in a function that runs it later, which costs 7 kB.
          codeSplitting: { groups: [{ name: 'one-file' }] },
          comments: false,
          // Vite leaves the white space of ES libraries in, for bundlers: nothing bundles these.
          minify: { compress: true, mangle: true, codegen: { removeWhitespace: true } },
        },
      },
    },
  });
  const codes = output.filter(({ type }) => type === 'chunk');
  if (codes.length !== 1) throw new Error(`${entry} became ${codes.length} files, not one.`);
  const [{ code, map }] = codes;
  const { source } = output.find(({ fileName }) => fileName === licenseFile);
  return { code, map, parts: JSON.parse(source) };
}

/**
 * Makes single files of an entry in `dist/`: an ES module, and the same as a classic script where `classic` says the
 * global that holds its exports. Each begins with a notice of whose code is in it; the licences in full are beside
 * them, and one source map for both.
 *
 * @returns What is written: the scripts' names, and the packages of which something is in them.
 */
export async function writeSingleFile(entry, file, { classic } = {}) {
  const { code, map, parts } = await bundle(entry);
  const texts = file.replace(/\.js$/, '.licenses.txt');
  writeFileSync(`dist/${texts}`, licensesOf(parts));
  const heading = notice(parts, texts);
  const mapped = `//# sourceMappingURL=${file}.map\n`;
  writeFileSync(`dist/${file}`, `${heading}\n${code}\n${mapped}`);
  // The map is of the code alone: each line of the heading is one without anything to map.
  const mappings = ';'.repeat(heading.split('\n').length) + map.mappings;
  const { sources, sourcesContent, names } = map;
  writeFileSync(
    `dist/${file}.map`,
    JSON.stringify({ version: 3, file, sources, sourcesContent, names, mappings }),
  );
  if (!classic) return { files: [file], parts };
  const script = file.replace(/\.js$/, '.classic.js');
  // A page that does not say its encoding reads a classic script by a guess, unless this says that it is UTF-8.
  writeFileSync(`dist/${script}`, `\uFEFF${heading}${asClassic(code, classic)}\n${mapped}`);
  return { files: [file, script], parts };
}

/** A module as a classic script: each line of its code stays where it is, so that its map is the module's. */
function asClassic(code, name) {
  const { exported, start } =
    /(?<start>\bexport\{(?<exported>[^{}]*)\};?\s*)$/.exec(code)?.groups ?? {};
  if (start === undefined || /\bimport\.meta\b/.test(code))
    throw new Error(`${name} cannot be a classic script: its exports are not at its end.`);
  const members = exported.split(',').map((each) => {
    const [own, as = own] = each.split(' as ');
    return `${as}:${own}`;
  });
  const body = code.slice(0, code.length - start.length);
  return `var ${name}=(function(){"use strict";\n${body}return{${members.join(',')}}})();`;
}

/** The licence of the library, and after it the packages' of which something is in a file. */
export function licensesOf(parts) {
  const own = readFileSync('LICENSE', 'utf8');
  return [
    own,
    ...parts.map(
      ({ name, version, identifier, text }) => `${name} ${version} (${identifier})\n\n${text}\n`,
    ),
  ].join(`\n${'-'.repeat(72)}\n\n`);
}

/** What a page writes into `integrity`, for a file of `dist/`. */
export function integrityOf(file) {
  return `sha384-${createHash('sha384')
    .update(readFileSync(`dist/${file}`))
    .digest('base64')}`;
}

/** Names the packages that are in a file, and who holds the rights. */
function notice(parts, texts) {
  const { name, version, license } = JSON.parse(readFileSync('package.json', 'utf8'));
  return [
    `/*! ${name} ${version} (${license}). Licences in full: ${texts}. It contains:`,
    ...parts.map((part) => ` * ${part.name} ${part.version} (${part.identifier}), ${holder(part)}`),
    ' */',
  ].join('\n');
}

function holder({ name, text = '' }) {
  const found = text.match(/copyright (?:\(c\)|©)?.*/i)?.[0].trim();
  if (!found) throw new Error(`The licence of ${name} names no holder of the rights.`);
  return found.replace(/\*\//g, '');
}
