/** Builds what is published (modules, types, single files, manifest, schemas) and the static demo journal. */
import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { build } from 'vite';
import { compileModules } from './compiled.mjs';
import { writeManifest } from './manifest.mjs';
import { buildSingleFile } from './single-file.mjs';

compileModules();
writeManifest('dist/custom-elements.json');
const { profileJsonSchema } = await import('../dist/profile/json-schema.js');
const { recordsJsonSchema } = await import('../dist/adapter/json-schema.js');
writeSchema('profile', profileJsonSchema());
writeSchema('records', recordsJsonSchema());

// What a page without a build step takes, each in one file.
await buildSingleFile('src/bundle.ts', 'overblik.js');
await buildSingleFile('src/worker.ts', 'overblik-worker.js');
await buildSingleFile('src/share/index.ts', 'overblik-share.js');
run('publint', ['--strict', '--level', 'warning']);

await build({ configFile: 'vite.config.ts', logLevel: 'warn' });
console.log('.build/journal: the static demo journal');

function writeSchema(name, schema) {
  writeFileSync(`dist/${name}.schema.json`, `${JSON.stringify(schema, null, 2)}\n`);
}

function run(command, args) {
  execFileSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
}
