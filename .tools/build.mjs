/** Builds and packs what is published (modules, types, single files, manifest, schemas, docs), and the static demo journal. */
import { writeFileSync } from 'node:fs';
import { build } from 'vite';
import { compileModules } from './compiled.mjs';
import { writeManifest } from './manifest.mjs';
import { writeDocs } from './docs.mjs';
import { integrityOf, licensesOf, writeSingleFile } from './single-file.mjs';
import { writeTagTypes } from './tag-types/index.mjs';
import { pack } from './tarball.mjs';

compileModules();
writeManifest('dist/custom-elements.json');
writeTagTypes('dist');
const { profileJsonSchema } = await import('../dist/profile/json-schema.js');
const { packageJsonSchema } = await import('../dist/report/package/json-schema.js');
const { recordsJsonSchema } = await import('../dist/adapter/json-schema.js');
const { bridgeJsonSchema } = await import('../dist/adapter/bridge/json-schema.js');
writeJson('profile.schema.json', profileJsonSchema());
writeJson('package.schema.json', packageJsonSchema());
writeJson('records.schema.json', recordsJsonSchema());
writeJson('bridge.schema.json', bridgeJsonSchema());

// What a page without a build step takes, each in one file.
const made = [
  await writeSingleFile('src/bundle.ts', 'overblik.js', { classic: 'overblik' }),
  await writeSingleFile('src/worker.ts', 'overblik-worker.js'),
  await writeSingleFile('src/editor-worker.ts', 'overblik-editor-worker.js'),
  await writeSingleFile('src/share/index.ts', 'overblik-share.js'),
  await writeSingleFile('src/adapter/bridge/index.ts', 'overblik-bridge.js', {
    classic: 'overblikBridge',
  }),
  await writeSingleFile('src/conformance-element.ts', 'overblik-conformance.js'),
  await writeSingleFile('src/editor.ts', 'overblik-editor.js'),
  await writeSingleFile('src/report-element.ts', 'overblik-report.js'),
  await writeSingleFile('fixtures/entry.ts', 'overblik-testing.js', { classic: 'overblikTesting' }),
];
writeFileSync(
  'dist/THIRD-PARTY-NOTICES.txt',
  [
    `Licences of all whose code is in ${made.flatMap(({ files }) => files).join(', ')}:`,
    'the library’s own first, then each package’s. The modules beside them contain nobody else’s code.',
    '',
    licensesOf(partsOf(made)),
  ].join('\n'),
);
writeJson(
  'integrity.json',
  Object.fromEntries(made.flatMap(({ files }) => files.map((file) => [file, integrityOf(file)]))),
);

await writeDocs('dist/docs');
pack();

await build({ configFile: 'vite.config.ts', logLevel: 'warn' });
console.log('.build/journal: the static demo journal');

/** The packages of which something is in any of the files, each once. */
function partsOf(made) {
  const parts = new Map(
    made.flatMap(({ parts }) => parts.map((part) => [`${part.name} ${part.version}`, part])),
  );
  return [...parts.keys()].sort().map((name) => parts.get(name));
}

function writeJson(file, value) {
  writeFileSync(`dist/${file}`, `${JSON.stringify(value, null, 2)}\n`);
}
