/**
 * Looks for what must not reach a page: in each single file that is published, and in what a bundler makes of each
 * element's entry. A text that is looked for is first found where it comes from, minified the same way: one that no
 * longer occurs there would guard nothing, and fails the check.
 */
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { buildSingleFile } from './single-file.mjs';

const unwanted = [
  { what: "zod's classic build", text: /["'`]ZodString["'`]/, from: installed('zod') },
  { what: "zod's locales", text: /Zeichen/, from: installed('zod/locales') },
  { what: 'fault injection', text: /was told to fail/, from: 'src/testing/index.ts' },
  { what: 'the SQL compiler', text: /SELECT patient_id/, from: 'src/engine/sql/index.ts' },
];
const files = ['dist/overblik.js', 'dist/overblik-worker.js', 'dist/overblik-share.js'];
const entries = ['marker', 'population', 'cockpit', 'workspace'].map((name) => `src/${name}.ts`);

const faults = [];
for (const { what, text, from } of unwanted)
  if (!text.test(await buildSingleFile(from)))
    faults.push(`${text} would not find ${what}: it is not in ${from}.`);

for (const file of files) {
  if (!existsSync(file)) throw new Error(`${file} is missing: build it first.`);
  look(file, readFileSync(file, 'utf8'));
}
for (const entry of entries) look(entry, await buildSingleFile(entry));

if (faults.length > 0) {
  console.error(faults.join('\n'));
  process.exit(1);
}
console.log(`${[...files, ...entries].join(', ')}: nothing that must not be there.`);

function look(name, code) {
  for (const { what, text } of unwanted)
    if (text.test(code)) faults.push(`${name} contains ${what}: ${text}.`);
}

function installed(name) {
  return fileURLToPath(import.meta.resolve(name));
}
