/**
 * Runs the suites: every `*.bench.ts` here (see `suite.ts`). Prints the machine and the suites' tables; writes
 * `.build/bench/<suite>.json`.
 */
import { existsSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem } from 'node:os';
import { basename, isAbsolute, join, resolve, sep } from 'node:path';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { build } from 'esbuild';
import { libraryFrom } from './library.ts';

const folder = import.meta.dirname;
const out = '.build/bench';
const options = readOptions(process.argv.slice(2));
const here = resolve(folder, '../..');
const before = options.against && resolve(options.against);
if (before && !existsSync(join(before, 'src/index.ts')))
  throw new Error(`There is no checkout in ${before}.`);

/**
 * The packages of the bench itself stay where they are; the library's go into its bundle, so that each checkout is
 * measured with its own.
 */
const ownPackagesOutside = {
  name: 'own-packages-outside',
  setup({ onResolve }) {
    onResolve({ filter: /^[^.]/ }, ({ path, importer }) =>
      importer.startsWith(folder + sep) && !isAbsolute(path) ? { path, external: true } : undefined,
    );
  },
};

const suites = [];
for (const file of readdirSync(folder).sort())
  if (file.endsWith('.bench.ts')) {
    const { default: suite } = await import(pathToFileURL(await bundle(file)).href);
    suites.push(suite);
  }

if (options.help) {
  console.log(
    'npm run bench -- [--only suite,suite] [--markdown] [--against <another checkout, installed>]\nand the options of the suites:',
  );
  for (const { name, help } of suites)
    console.log(`\n${name}\n${help.map((line) => `  ${line}`).join('\n')}`);
  process.exit(0);
}

const wanted = options.only?.split(',');
const unknown = wanted?.filter((name) => suites.every((suite) => suite.name !== name)) ?? [];
if (unknown.length > 0) {
  console.error(
    `There is no suite ${unknown.join(', ')}: ${suites.map(({ name }) => name).join(', ')}.`,
  );
  process.exit(1);
}

const machine = `${cpus()[0]?.model.trim()} × ${cpus().length}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`;
console.log(machine);
const [load = 0] = loadavg();
// Half a core's work going on beside is enough to spoil every figure.
if (load > 0.5)
  console.log(
    `The machine is busy (load average ${load.toFixed(1)}): the figures will be too high.`,
  );
mkdirSync(out, { recursive: true });
for (const suite of suites) {
  if (wanted && !wanted.includes(suite.name)) continue;
  console.log(options.markdown ? `\n## ${suite.name}` : `\n━━ ${suite.name}`);
  try {
    const report = await suite.run({ options, checkouts: { here, before }, bundle, show, say });
    writeFileSync(
      `${out}/${suite.name}.json`,
      `${JSON.stringify({ machine, measured: new Date().toISOString(), load, ...report }, null, 2)}\n`,
    );
  } catch (error) {
    console.error(`\n✖ ${suite.name}: ${error instanceof Error ? error.message : error}`);
    process.exitCode = 1;
  }
}

/** `--name value`, `--name=value` and `--name`, whatever the names: they are the suites' own. */
function readOptions(args) {
  const found = {};
  const { tokens } = parseArgs({ args, strict: false, allowPositionals: true, tokens: true });
  let last;
  for (const token of tokens) {
    if (token.kind === 'option') {
      last = token.inlineValue ? undefined : token.name;
      found[token.name] = token.value ?? 'true';
    } else if (token.kind === 'positional' && last) {
      found[last] = token.value;
      last = undefined;
    }
  }
  return found;
}

/** One file for Node, beside the packages that it imports. */
async function bundle(entry, checkout = here) {
  const outfile = join(
    folder,
    '.build',
    checkout === here ? 'here' : 'before',
    basename(entry).replace(/\.ts$/, '.mjs'),
  );
  await build({
    entryPoints: [join(folder, entry)],
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    plugins: [libraryFrom(checkout), ownPackagesOutside],
    logLevel: 'error',
  });
  return outfile;
}

function say(text) {
  console.error(`  ${text}`);
}

function show({ title, columns, rows, notes = [] }) {
  const lines = [columns, ...rows];
  const widths = columns.map((_, index) =>
    Math.max(...lines.map((line) => width(line[index] ?? ''))),
  );
  const cells = (line) =>
    columns.map((_, index) => {
      const text = line[index] ?? '';
      const space = ' '.repeat(widths[index] - width(text));
      return index === 0 ? text + space : space + text;
    });
  if (options.markdown) {
    console.log(`\n**${title}**\n`);
    const rule = widths.map((each, index) =>
      index === 0 ? '-'.repeat(each) : `${'-'.repeat(each - 1)}:`,
    );
    for (const line of [cells(columns), rule, ...rows.map(cells)])
      console.log(`| ${line.join(' | ')} |`);
    if (notes.length > 0) console.log(`\n${notes.map((note) => `- ${note}`).join('\n')}`);
    return;
  }
  console.log(`\n${title}\n${'─'.repeat(title.length)}`);
  for (const line of [columns, ...rows]) console.log(cells(line).join('  ').trimEnd());
  for (const note of notes) console.log(`  ${note}`);
}

function width(text) {
  return [...text].length;
}
