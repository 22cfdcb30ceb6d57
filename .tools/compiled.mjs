/**
 * Compiles what is published as modules: `src/` becomes `dist/`, and `fixtures/` (what `fixtures/entry.ts` takes of
 * it) `dist/testing/`, where both lie as deep as in the sources: `../../src/record/` becomes `../../record/`.
 */
import { execFileSync } from 'node:child_process';
import { cpSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const compiled = '.build/compiled';

export function compileModules() {
  rmSync(compiled, { recursive: true, force: true });
  rmSync('dist', { recursive: true, force: true });
  execFileSync('tsc', ['--project', '.tools/tsconfig.build.json'], {
    stdio: 'inherit',
    shell: process.platform === 'win32',
  });
  renameSync(join(compiled, 'src'), 'dist');
  const fixtures = join(compiled, 'fixtures');
  for (const file of readdirSync(fixtures, { recursive: true, encoding: 'utf8' })) {
    const path = join(fixtures, file);
    if (file.endsWith('.json')) writeDocument(path);
    else if (/\.(js|d\.ts)$/.test(file)) writeFileSync(path, moved(readFileSync(path, 'utf8')));
  }
  cpSync(fixtures, 'dist/testing', { recursive: true });
}

/** A JSON document as a module: not every browser and bundler imports JSON. */
function writeDocument(path) {
  const module = path.slice(0, -'.json'.length);
  const text = JSON.stringify(JSON.parse(readFileSync(path, 'utf8')));
  writeFileSync(`${module}.js`, `export default ${text};\n`);
  writeFileSync(`${module}.d.ts`, 'declare const document: object;\nexport default document;\n');
  rmSync(path);
}

/** The code or types of a module of `fixtures/`, as they import from where they are moved to. */
function moved(text) {
  return text
    .replace(/(\bfrom |\bimport\()(['"])((?:\.\.\/)+)src\//g, '$1$2$3')
    .replace(
      /(\bfrom )(['"])(\.\/[\w-]+)\.json\2(?: with \{ type: ['"]json['"] \})?/g,
      '$1$2$3.js$2',
    );
}
