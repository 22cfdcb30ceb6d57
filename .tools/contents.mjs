/**
 * Looks for what must not reach a page, and for whose code it is: in each single file that is published, and in what a
 * bundler makes of each element's entry. A text that is looked for is first found where it comes from, minified the
 * same way: one that no longer occurs there would guard nothing, and fails the check.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { bundle } from './single-file.mjs';

const unwanted = [
  { what: "zod's classic build", text: /["'`]ZodString["'`]/, from: installed('zod') },
  { what: "zod's locales", text: /Zeichen/, from: installed('zod/locales') },
  { what: 'fault injection', text: /was told to fail/, from: 'src/testing/index.ts' },
  { what: 'the SQL compiler', text: /SELECT clinic, patient_id/, from: 'src/engine/sql/index.ts' },
];
/** A text of a package, minified as in the files: where it occurs, the notice and the licences name the package. */
const packages = [
  { name: 'lit-html', text: /litHtmlVersions/ },
  { name: 'lit-element', text: /litElementVersions/ },
  { name: '@lit/reactive-element', text: /reactiveElementVersions/ },
  { name: '@lit-labs/virtualizer', text: /virtualizerSizer|virtualizer-sizer/ },
  { name: 'date-fns', text: /constructDateFrom/ },
  { name: 'zod', text: /\$ZodCheck/ },
  { name: 'jose', text: /ERR_JWE_INVALID/ },
];
const files = [
  'overblik.js',
  'overblik.classic.js',
  'overblik-worker.js',
  'overblik-editor-worker.js',
  'overblik-share.js',
  'overblik-bridge.js',
  'overblik-bridge.classic.js',
].map((name) => `dist/${name}`);
/** What a host is tried with injects faults. */
const trial = ['dist/overblik-testing.js', 'dist/overblik-testing.classic.js'];
const entries = ['marker', 'population', 'cockpit', 'workspace', 'viewer'].map(
  (name) => `src/${name}.ts`,
);

const faults = [];
const found = new Set();
for (const { what, text, from } of unwanted)
  if (!text.test((await bundle(from)).code))
    faults.push(`${text} would not find ${what}: it is not in ${from}.`);

const all = readFileSync('dist/THIRD-PARTY-NOTICES.txt', 'utf8');
for (const file of [...files, ...trial]) {
  if (!existsSync(file)) throw new Error(`${file} is missing: build it first.`);
  const code = readFileSync(file, 'utf8').replace(/^\uFEFF/, '');
  if (!trial.includes(file)) look(file, code);
  lookForNotices(file, code);
}
for (const entry of entries) look(entry, (await bundle(entry)).code);

for (const { name, text } of packages)
  if (!found.has(name)) faults.push(`${text} finds ${name} in no file: it guards nothing.`);

if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log(
  `${[...files, ...trial, ...entries].join(', ')}: nothing that must not be there; notices of ${[...found].join(', ')}.`,
);

function look(name, code) {
  for (const { what, text } of unwanted)
    if (text.test(code)) faults.push(`${name} contains ${what}: ${text}.`);
}

function lookForNotices(file, code) {
  const notice = code.startsWith('/*!') ? code.slice(0, code.indexOf('*/')) : '';
  const licenses = readFileSync(file.replace(/(?:\.classic)?\.js$/, '.licenses.txt'), 'utf8');
  for (const { name, text } of packages) {
    if (!text.test(code)) continue;
    found.add(name);
    if (!notice.includes(` * ${name} `)) faults.push(`${file} begins without a notice of ${name}.`);
    if (!licenses.includes(`\n${name} `))
      faults.push(`The licence of ${name} is not beside ${file}.`);
    if (!all.includes(`\n${name} `))
      faults.push(`The licence of ${name} is not in dist/THIRD-PARTY-NOTICES.txt.`);
  }
}

function installed(name) {
  return fileURLToPath(import.meta.resolve(name));
}
