/** How an entry becomes one file, for a page without a build step. */
import { readFileSync, writeFileSync } from 'node:fs';
import { build } from 'vite';

/**
 * Bundles an entry, dynamic imports included, and writes it to `dist/<file>` if one is named: with a notice of whose
 * code is in it, and beside it the licences in full.
 *
 * @returns The code, without the notice.
 */
export async function buildSingleFile(entry, file) {
  const [{ output }] = await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      write: false,
      target: 'es2022',
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
  const { code } = codes[0];
  if (file) {
    const licenses = output.find(({ fileName }) => fileName === licenseFile);
    const parts = JSON.parse(licenses.source);
    const texts = `${file.replace(/\.js$/, '')}.licenses.txt`;
    writeFileSync(`dist/${file}`, `${notice(parts, texts)}\n${code}`);
    writeFileSync(`dist/${texts}`, fullTexts(parts));
  }
  return code;
}

/** Vite's list of what was bundled from other packages. */
const licenseFile = 'licenses.json';

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

function fullTexts(parts) {
  const own = readFileSync('LICENSE', 'utf8');
  return [
    own,
    ...parts.map(
      ({ name, version, identifier, text }) => `${name} ${version} (${identifier})\n\n${text}\n`,
    ),
  ].join(`\n${'-'.repeat(72)}\n\n`);
}
