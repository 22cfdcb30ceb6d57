/** Builds what is published (modules, types, single files, manifest, schema) and the static demo journal. */
import { execFileSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { build } from 'vite';
import { writeManifest } from './manifest.mjs';

rmSync('dist', { recursive: true, force: true });
run('tsc', ['--project', '.tools/tsconfig.build.json']);
writeManifest('dist/custom-elements.json');
const { profileJsonSchema } = await import('../dist/profile/jsonschema.js');
writeFileSync('dist/profile.schema.json', `${JSON.stringify(profileJsonSchema(), null, 2)}\n`);

// What a page without a build step takes, each in one file.
await buildFile('src/bundle.ts', 'overblik.js');
await buildFile('src/worker.ts', 'overblik-worker.js');
await buildFile('src/share/index.ts', 'overblik-share.js');
run('publint', ['--strict', '--level', 'warning']);

await build({ configFile: 'vite.config.ts', logLevel: 'warn' });
console.log('.build/journal: the static demo journal');

/** Bundles an entry, dynamic imports included, into `dist/<name>`. */
async function buildFile(entry, name) {
  await build({
    configFile: false,
    logLevel: 'warn',
    build: {
      outDir: 'dist',
      emptyOutDir: false,
      target: 'es2022',
      lib: { entry, formats: ['es'], fileName: () => name },
      rolldownOptions: {
        output: {
          codeSplitting: false,
          comments: false,
          // Vite leaves the white space of ES libraries in, for bundlers: nothing bundles these.
          minify: { compress: true, mangle: true, codegen: { removeWhitespace: true } },
        },
      },
    },
  });
}

function run(command, args) {
  execFileSync(command, args, { stdio: 'inherit', shell: process.platform === 'win32' });
}
