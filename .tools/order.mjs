/**
 * Looks for an order of the modules in which the one file packs smaller, and writes it to `order.txt`:
 * `node .tools/order.mjs [seconds]`. It begins with the order that is there. Only worth running again after
 * much has changed: the build puts modules that are not on the list where those of their kind stand.
 */
import { writeFileSync } from 'node:fs';
import { resolve, sep } from 'node:path';
import { gzipSync } from 'node:zlib';
import { build } from 'vite';
import { alikeTogether, packed, shorterStyles, shorterTemplates } from './shorten.mjs';

const end = Date.now() + Number(process.argv[2] ?? 300) * 1000;
const entry = 'bundle.ts';
const root = resolve('src') + sep;

// The modules as the minifier leaves them, told apart by a call that begins each.
const modules = new Map();
const output = await build({
  configFile: false,
  logLevel: 'warn',
  plugins: [
    shorterStyles(),
    shorterTemplates(),
    alikeTogether(entry),
    { name: 'begin', enforce: 'post', transform: begin, generateBundle: readImports },
  ],
  build: {
    write: false,
    target: 'es2022',
    lib: { entry: `src/${entry}`, formats: ['es'], fileName: () => 'order.js' },
    rolldownOptions: { output: packed },
  },
});
const [
  {
    output: [{ code }],
  },
] = output;
const ids = [...modules.keys()];
let order = [];
for (const [, place, text] of code.matchAll(
  /beginModule\((\d+)\)[,;]?((?:(?!beginModule\()[^])*)/g,
)) {
  modules.get(ids[place]).code = text;
  order.push(ids[place]);
}
order = order.filter((id) => id.startsWith(root) && !id.endsWith(sep + entry));
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
console.log(`${before} to ${size} bytes, by the module; \`npm run build\` tells what came of it.`);

function begin(code, id) {
  modules.set(id, { code: '', imports: [] });
  return { code: `beginModule(${modules.size - 1});${code}`, map: null };
}

function readImports() {
  for (const [id, module] of modules) module.imports = this.getModuleInfo(id)?.importedIds ?? [];
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
