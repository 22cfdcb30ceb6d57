/**
 * Looks for an order of the modules in which the one file packs smaller, and writes it to `order.txt`:
 * `node .tools/order.mjs [seconds]`. It begins with the order that is there. Only worth running again after
 * much has changed: the build puts modules that are not on the list where those of their kind stand.
 */
import { writeFileSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import * as esbuild from 'esbuild';
import { build } from 'vite';
import { alikeTogether, shorterStyles, shorterTemplates } from './shorten.mjs';

const end = Date.now() + Number(process.argv[2] ?? 300) * 1000;
const entry = 'bundle.ts';
const root = resolve('src') + sep;

const modules = new Map();
await build({
  configFile: false,
  logLevel: 'warn',
  plugins: [
    shorterStyles(),
    shorterTemplates(),
    alikeTogether(entry),
    { name: 'read', writeBundle },
  ],
  build: {
    write: true,
    outDir: '.build/order',
    target: 'es2022',
    minify: false,
    lib: { entry: `src/${entry}`, formats: ['es'], fileName: () => 'order.js' },
    rolldownOptions: { output: { codeSplitting: false, comments: false } },
  },
});
for (const module of modules.values()) {
  const { code } = await esbuild.transform(module.code, { minify: true, target: 'es2022' });
  module.code = code;
}

let order = [...modules.keys()].filter((id) => id.startsWith(root) && !id.endsWith(sep + entry));
let size = sizeOf(order);
const before = size;
// A few neighbours go elsewhere together; what is not worse stays.
while (Date.now() < end) {
  const next = [...order];
  const some = next.splice(chance(next.length), 1 + chance(5));
  next.splice(chance(next.length + 1), 0, ...some);
  const nextSize = sizeOf(next);
  if (nextSize <= size) [order, size] = [next, nextSize];
}
const names = inOrder(order)
  .filter((id) => id.startsWith(root))
  .map((id) => id.slice(root.length).replaceAll(sep, '/'));
writeFileSync('.tools/order.txt', `${names.join('\n')}\n`);
console.log(`${before - size} bytes less, by the module; \`npm run build\` tells what came of it.`);

function writeBundle(_, bundle) {
  for (const { modules: rendered = {} } of Object.values(bundle))
    for (const [id, { code }] of Object.entries(rendered))
      modules.set(id, { code: code ?? '', imports: this.getModuleInfo(id)?.importedIds ?? [] });
}

/** As a bundler lays them down: what a module imports comes before it. */
function inOrder(ids) {
  const seen = new Set();
  const lay = (id) => {
    if (seen.has(id) || !modules.has(id)) return;
    seen.add(id);
    modules.get(id).imports.forEach(lay);
    laid.push(id);
  };
  const laid = [];
  ids.forEach(lay);
  return laid;
}

function sizeOf(ids) {
  const code = inOrder(ids).map((id) => modules.get(id).code);
  return gzipSync(code.join(''), { level: 9 }).length;
}

function chance(below) {
  return Math.floor(Math.random() * below);
}
