/**
 * The packed tarball in a project of a vendor's: every entry is imported by Node, without a page, and by TypeScript;
 * what its documents link to is in it; so are the licences, and maps that lead back to the sources. In depth npm
 * installs it into an empty folder, and TypeScript checks all of its types.
 */
import { execFileSync } from 'node:child_process';
import {
  copyFileSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { SourceMap, type SourceMapPayload } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path/posix';
import { relative, resolve } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import manifest from '../../package.json' with { type: 'json' };
import { tarball } from '../../.tools/tarball.mjs';
import { version } from '../../src/version.ts';
import { isDeep } from '../depth.ts';
import { snippetsIn } from '../docs/snippets.ts';

const project = isDeep ? mkdtempSync(join(tmpdir(), 'overblik-')) : '.build/package/project';
const home = join(project, 'node_modules/overblik');
/** For pages with a framework: they are tried where that is installed (`test/tags`). */
const framework = /^overblik\/(?:react|types\/\*)$/;
const entries = Object.keys(manifest.exports)
  .map((name) => name.replace('.', 'overblik'))
  .filter((name) => !framework.test(name));
const modules = entries.filter((name) => !name.endsWith('.json'));

let files: readonly string[];
beforeAll(() => {
  mkdirSync(join(project, 'node_modules'), { recursive: true });
  writeFileSync(join(project, 'package.json'), '{ "type": "module", "private": true }');
  if (isDeep) run('npm', ['install', '--no-audit', '--no-fund', resolve(tarball)]);
  else {
    // The packages that it depends on are found in this repository, which the folder stands in.
    rmSync(home, { recursive: true, force: true });
    execFileSync('tar', ['-xzf', tarball, '-C', join(project, 'node_modules')]);
    renameSync(join(project, 'node_modules/package'), home);
  }
  files = readdirSync(home, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(home, join(entry.parentPath, entry.name)).replaceAll('\\', '/'));
});

afterAll(() => {
  if (isDeep) rmSync(project, { recursive: true });
});

describe('Node, without a page', () => {
  /** What lit, zod and Node itself keep there, whoever imports them. */
  const ofOthers = [
    ...['litHtmlVersions', 'litElementVersions', 'reactiveElementVersions', 'customElements'],
    ...['litServerRoot', 'litPropertyMetadata', '__zod_globalConfig', '__zod_globalRegistry'],
    ...['Symbol(undici.globalDispatcher.1)', 'Symbol(undici.globalDispatcher.2)'],
  ];

  it('imports every entry, and nothing is left behind on the global object', () => {
    const script = `
      const entries = ${JSON.stringify(entries)};
      const before = new Set(Reflect.ownKeys(globalThis));
      const seen = {};
      for (const entry of entries) {
        const options = entry.endsWith('.json') ? { with: { type: 'json' } } : {};
        const names = Object.keys(await import(entry, options));
        seen[entry] = { names: names.length, left: Reflect.ownKeys(globalThis).filter((key) => !before.has(key)).map(String) };
      }
      const { version } = await import('overblik');
      console.log(JSON.stringify({ seen, version }));`;
    writeFileSync(join(project, 'all.js'), script);
    const told = JSON.parse(run(process.execPath, ['all.js'])) as {
      readonly seen: Readonly<Record<string, { readonly names: number; readonly left: string[] }>>;
      readonly version: string;
    };
    expect(told.version).toBe(manifest.version);
    for (const [entry, { names, left }] of Object.entries(told.seen)) {
      if (!/worker$/.test(entry)) expect(names, entry).toBeGreaterThan(0);
      expect(
        left.filter((name) => !ofOthers.includes(name)),
        entry,
      ).toEqual([]);
    }
  });
});

it.each(isDeep ? ['nodenext', 'bundler'] : ['nodenext'])(
  'TypeScript finds the types of every entry as it resolves modules by %s',
  (moduleResolution) => {
    const imports = modules.map((name, at) => `import * as entry${at} from '${name}';`);
    writeFileSync(
      join(project, 'host.ts'),
      `${imports.join('\n')}
      import { memoryAdapter, type MemoryClinic } from 'overblik/adapter/memory';
      import { demens, sampleClinic } from 'overblik/testing';
      import type { ClinicAdapter, Profile } from 'overblik';
      import { parseProfile } from 'overblik/profile';

      type Known<T> = 0 extends 1 & T ? never : T;
      const all: readonly object[] = [${modules.map((_, at) => `entry${at}`).join(', ')}];
      const clinic: Known<MemoryClinic> = sampleClinic();
      const adapter: Known<ClinicAdapter> = memoryAdapter(clinic);
      const document: Known<typeof demens> = demens;
      const outcome = parseProfile(document);
      const profile: Known<Profile> | undefined = outcome.ok ? outcome.profile : undefined;
      const workspace = globalThis.document.querySelector('overblik-workspace');
      if (workspace) workspace.adapter = adapter;
      // @ts-expect-error: an adapter is no text.
      if (workspace) workspace.adapter = 'adapter';
      export { all, profile };`,
    );
    const compilerOptions = {
      noEmit: true,
      strict: true,
      target: 'es2022',
      lib: ['es2023', 'dom', 'dom.iterable', 'dom.asynciterable'],
      module: moduleResolution === 'bundler' ? 'esnext' : moduleResolution,
      moduleResolution,
      types: [],
      skipLibCheck: !isDeep,
    };
    writeFileSync(
      join(project, 'tsconfig.json'),
      JSON.stringify({ compilerOptions, files: ['host.ts'] }),
    );
    run(process.execPath, [resolve('node_modules/typescript/bin/tsc'), '-p', 'tsconfig.json']);
  },
);

describe('its documents', () => {
  it('link to nothing that is not in it', () => {
    const documents = files.filter((file) => /\.mdx?$/.test(file));
    expect(documents).toEqual(
      expect.arrayContaining(['README.md', 'CHANGELOG.md', 'dist/docs/index.md']),
    );
    const dead = documents.flatMap((file) =>
      linksOf(read(file))
        .filter((link) => !/^(?:https?|mailto):/.test(link))
        .filter((link) => !leadsSomewhere(file, link))
        .map((link) => `${file}: ${link}`),
    );
    expect(dead).toEqual([]);
  });

  it('have none of what only the storybook shows', () => {
    for (const file of files.filter((each) => each.startsWith('dist/docs/')))
      expect(withoutCode(read(file)), file).not.toMatch(/^import |^export |<Meta|\?path=|\{\/\*/m);
  });

  function leadsSomewhere(file: string, link: string): boolean {
    const [path = '', anchor] = link.split('#');
    const target = path === '' ? file : normalize(join(dirname(file), decodeURI(path)));
    if (!files.includes(target)) return false;
    return anchor === undefined || headingsOf(read(target)).includes(anchor);
  }
});

it('has the licence, and those of all whose code is in it', () => {
  expect(read('LICENSE')).toMatch(/^MIT License/);
  const packed = JSON.parse(read('package.json')) as object;
  expect(packed).toMatchObject({ license: 'MIT', dependencies: manifest.dependencies });
  for (const key of ['private', 'scripts', 'devDependencies', 'workspaces', 'size-limit'])
    expect(packed).not.toHaveProperty(key);
  const notices = read('dist/THIRD-PARTY-NOTICES.txt');
  for (const name of ['lit', 'zod', 'date-fns', 'jose', '@lit-labs/virtualizer'])
    expect(notices).toMatch(new RegExp(`^${name} \\d`, 'm'));
});

it('is compared with its hashes by what the docs tell a vendor to run', () => {
  const [snippet] = snippetsIn(
    'package.mdx',
    readFileSync('stories/docs/package.mdx', 'utf8'),
  ).filter(({ says }) => says.get('by') === 'test/journey/package.test.ts');
  const vendored = join(project, 'vendor/overblik');
  mkdirSync(vendored, { recursive: true });
  const copied = ['overblik.js', 'overblik-worker.js', 'integrity.json'];
  for (const file of copied) copyFileSync(join(home, 'dist', file), join(vendored, file));
  writeFileSync(join(project, 'compare.js'), snippet?.code ?? '');
  run(process.execPath, ['compare.js']);
  writeFileSync(join(vendored, 'overblik.js'), `${read('dist/overblik.js')} `);
  expect(() => run(process.execPath, ['compare.js'])).toThrow(
    'overblik.js is not as it was released',
  );
});

it('says its version', () => {
  expect(version).toBe(manifest.version);
});

it('has nothing in it but what was built, and is no larger than it says', () => {
  expect(files.filter((file) => /\.tsx?$/.test(file) && !file.endsWith('.d.ts'))).toEqual([]);
  expect(
    files.filter((file) => !/^(?:dist\/|[^/]+$|stories\/docs\/overblik\.png$)/.test(file)),
  ).toEqual([]);
  expect(readFileSync(tarball).byteLength).toBeLessThan(13_000_000);
});

describe('source maps', () => {
  it('are there for all code, with the sources', () => {
    // A profile document is no code, and what is made of the manifest has no source.
    const code = files.filter(
      (file) =>
        /^dist\/(?!react\b|types\/).*\.js$/.test(file) &&
        !read(file).startsWith('export default {'),
    );
    expect(code.length).toBeGreaterThan(300);
    for (const file of code) {
      const { sources, sourcesContent } = mapOf(file);
      expect(sourcesContent.length, file).toBe(sources.length);
    }
  });

  it.each([
    ['dist/overblik.js', 'batchSize: at least 1.', 'src/adapter/memory.ts'],
    ['dist/overblik.classic.js', 'batchSize: at least 1.', 'src/adapter/memory.ts'],
    ['dist/overblik-testing.classic.js', 'Lægehuset Eksempelvej', 'fixtures/clinic/description.ts'],
    ['dist/adapter/memory.js', 'batchSize: at least 1.', 'src/adapter/memory.ts'],
    [
      'dist/testing/clinic/description.js',
      'Lægehuset Eksempelvej',
      'fixtures/clinic/description.ts',
    ],
  ])('%s leads back to where a text stands', (file, text, source) => {
    const lines = read(file).split('\n');
    const line = lines.findIndex((each) => each.includes(text));
    const map = mapOf(file);
    const entry = new SourceMap(map).findEntry(line, lines[line]?.indexOf(text) ?? -1);
    if (!('originalSource' in entry)) throw new Error(`${file}: ${text} is not mapped.`);
    expect(entry.originalSource).toMatch(new RegExp(`${source}$`));
    const original = map.sourcesContent[map.sources.findIndex((each) => each.endsWith(source))];
    expect(original?.split('\n')[entry.originalLine]).toContain(text);
  });
});

function read(file: string): string {
  return readFileSync(join(home, file), 'utf8');
}

/** The source map that a script names in its last line. */
function mapOf(file: string): SourceMapPayload {
  const [, name] = /\n\/\/# sourceMappingURL=([\w.-]+)\s*$/.exec(read(file)) ?? [];
  if (name === undefined) throw new Error(`${file} names no source map.`);
  return JSON.parse(read(join(dirname(file), name))) as SourceMapPayload;
}

/** Runs a command in the project, and answers with what it said; one that fails throws with it. */
function run(command: string, args: readonly string[]): string {
  try {
    return execFileSync(command, args, {
      cwd: project,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      shell: command === 'npm' && process.platform === 'win32',
    });
  } catch (error) {
    const { stdout, stderr } = error as { readonly stdout: string; readonly stderr: string };
    throw new Error(`${command} ${args.join(' ')}\n${stdout}${stderr}`, { cause: error });
  }
}

function withoutCode(text: string): string {
  return text.replace(/^```[\s\S]*?^```$/gm, '').replace(/`[^`\n]*`/g, '');
}

/** Where the links and pictures of a document lead. */
function linksOf(text: string): readonly string[] {
  return [...withoutCode(text).matchAll(/\]\(([^)\s]+)(?: "[^"]*")?\)/g)].map(
    ([, link = '']) => link,
  );
}

/** The anchors of a document's headings, as Markdown is shown by most. */
function headingsOf(text: string): readonly string[] {
  return [...text.replace(/^```[\s\S]*?^```$/gm, '').matchAll(/^#+ (.*)$/gm)].map(
    ([, heading = '']) =>
      heading
        .toLowerCase()
        .replace(/[^\p{L}\p{N}\- ]/gu, '')
        .replaceAll(' ', '-'),
  );
}
