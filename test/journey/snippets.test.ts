/** The snippets of the docs, tried over the built package: by their types, in Node, and in Chromium. */
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, resolve } from 'node:path';
import { build } from 'esbuild';
import type { Browser } from 'playwright-core';
import ts from 'typescript';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { generateClinic } from '../../fixtures/clinic/index.ts';
import { setups } from '../docs/setups.ts';
import { folderOf, nameOf, snippets, type Snippet } from '../docs/snippets.ts';
import manifest from '../../package.json' with { type: 'json' };
import { run } from '../../src/cli/run.ts';
import { isDeep } from '../depth.ts';
import { openBrowser } from './browser.ts';

/** Where pages are made out of snippets, beside a package that is installed as a host's is. */
const root = resolve('.build/docs-run');
const isScript = ({ language }: Snippet) => language === 'ts' || language === 'js';

beforeAll(writeAll);

const those = (is: (snippet: Snippet) => unknown) =>
  snippets.filter(is).map((snippet) => [nameOf(snippet), snippet] as const);

it('each script says the same as the types of the package', { timeout: 300_000 }, () => {
  const written = snippets.flatMap((snippet) =>
    isScript(snippet) && !snippet.says.has('by')
      ? [pathOf(snippet)]
      : snippet.language === 'html'
        ? scriptsOf(snippet).map((_, index) => pathOfScript(snippet, index))
        : [],
  );
  const program = ts.createProgram(written, {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2023.d.ts', 'lib.dom.d.ts', 'lib.dom.iterable.d.ts', 'lib.dom.asynciterable.d.ts'],
    types: ['node'],
    strict: true,
    // A snippet reads better without a type at each parameter.
    noImplicitAny: false,
    exactOptionalPropertyTypes: true,
    allowJs: true,
    checkJs: true,
    skipLibCheck: true,
    noEmit: true,
    allowImportingTsExtensions: true,
    resolveJsonModule: true,
  });
  const told = ts
    .getPreEmitDiagnostics(program)
    .filter(
      ({ file, code, messageText }) =>
        file?.fileName.startsWith(root) && !isOfNull(file.fileName, code, messageText),
    )
    .map(({ file, start, messageText }) => {
      const line = file && start !== undefined ? file.getLineAndCharacterOfPosition(start).line : 0;
      const text = file?.text.split('\n')[line]?.trim();
      return `${file?.fileName.slice(root.length + 1)}: ${text}: ${ts.flattenDiagnosticMessageText(messageText, ' ')}`;
    });
  expect(told).toEqual([]);
});

/** JavaScript cannot say that an element, or an optional method, is there. */
function isOfNull(
  file: string,
  code: number,
  message: ts.DiagnosticMessageChain | string,
): boolean {
  if (!/\.js(\.ts)?$/.test(file)) return false;
  const text = ts.flattenDiagnosticMessageText(message, ' ');
  return [2531, 2532, 2722, 18047, 18048].includes(code) || text.includes("Type 'null' is not");
}

describe('in Node', () => {
  /** What each wrote, by file. */
  let ran: Readonly<Record<string, { readonly wrote: string; readonly error?: string }>> = {};
  const running = snippets.filter((snippet) => isScript(snippet) && snippet.says.has('run'));

  beforeAll(() => {
    const runner = join(root, 'runner.mjs');
    writeFileSync(runner, runnerCode);
    const files = running.map((snippet) => [resolve(folderOf(snippet)), compiledOf(snippet)]);
    const { stdout, stderr } = spawnSync(process.execPath, [runner, JSON.stringify(files)], {
      encoding: 'utf8',
      maxBuffer: 100_000_000,
    });
    if (!stdout.includes(mark)) throw new Error(stderr);
    ran = JSON.parse(stdout.slice(stdout.indexOf(mark) + mark.length)) as typeof ran;
  });

  it.each(those((snippet) => running.includes(snippet)))('%s', (_, snippet) => {
    const { wrote, error } = ran[compiledOf(snippet)] ?? { wrote: '', error: 'did not run' };
    expect(error).toBeUndefined();
    const output = outputAfter(snippet);
    if (output !== undefined) expect(wrote.trim()).toBe(output.trim());
  });
});

describe('in a shell', () => {
  // The whole kit over an adapter is for the deep run.
  const isRun = ({ language, says, code }: Snippet) =>
    language === 'sh' && says.has('run') && (isDeep || !code.includes('conform ./'));

  it.each(those(isRun))('%s', async (_, snippet) => {
    writeFilesUpTo(snippet);
    const { code, out, err } = isDeep ? inShell(snippet) : await inPlace(snippet);
    expect({ code, err }).toEqual({ code: Number(snippet.says.get('exit') ?? 0), err: '' });
    const output = outputAfter(snippet);
    if (output !== undefined) expect(out.trim()).toBe(output.trim());
  });
});

interface Ended {
  readonly code: number | null;
  readonly out: string;
  readonly err: string;
}

/** A shell whose `npx` finds the package's own program alone. */
function inShell(snippet: Snippet): Ended {
  const program = resolve(manifest.bin.overblik);
  const npx = `npx() { [ "$1" = overblik ] || exit 99; shift; "${process.execPath}" "${program}" "$@"; }`;
  const { status, stdout, stderr } = spawnSync('bash', ['-c', `${npx}\n${snippet.code}`], {
    cwd: folderOf(snippet),
    encoding: 'utf8',
  });
  return { code: status, out: stdout, err: stderr };
}

/** Everyday the same calls, without a process for each. */
async function inPlace(snippet: Snippet): Promise<Ended> {
  let [out, err, code] = ['', '', 0];
  for (const line of snippet.code.split('\n')) {
    const [, words] = /^npx overblik ([\w\s./-]+)$/.exec(line) ?? [];
    if (words === undefined) throw new Error(`${line}: quotes and pipes are for the deep run.`);
    code = await run(words.split(' '), {
      out: (text) => (out += text),
      err: (text) => (err += text),
      stdin: () => Promise.resolve(new Uint8Array()),
      folder: resolve(folderOf(snippet)),
      today: () => '2026-11-24',
      now: () => '2026-11-24T09:00:00+01:00',
    });
  }
  return { code, out, err };
}

describe('in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await openBrowser();
  });
  afterAll(async () => {
    await browser.close();
  });

  // Everyday a reader's first page, and where getting started comes to; in depth all.
  const isOpened = ({ says, page }: Snippet) =>
    says.has('page') &&
    (isDeep || page === 'README.md' || (says.get('page') && page.endsWith('getting-started.mdx')));

  it.each(those(isOpened))('%s opens, and shows its elements', async (_, snippet) => {
    writeFilesUpTo(snippet);
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    const troubles: string[] = [];
    page.on('pageerror', ({ message }) => troubles.push(message));
    page.on('console', (message) => {
      if (message.type() === 'error') troubles.push(message.text());
    });
    await page.route('**/*', async (route) => {
      const path = new URL(route.request().url()).pathname;
      const answer = await answerFor(snippet, path);
      await route.fulfill(answer ?? { status: path === '/favicon.ico' ? 204 : 404 });
    });
    await page.goto('https://docs.localhost/');
    await page.waitForFunction(() =>
      [...document.querySelectorAll('*')]
        .filter(({ localName }) => localName.startsWith('overblik-'))
        .every((element) => element.matches(':defined')),
    );
    // What shows a list has somebody in it.
    if (await page.locator('overblik-workspace, overblik-population').count())
      await page
        .locator('[role=rowheader]')
        .first()
        .waitFor({ timeout: 60_000 })
        .catch((error: unknown) => troubles.push(String(error)));
    expect(troubles).toEqual([]);
    await page.close();
  });

  it.each(those(({ language, says }) => language === 'css' && says.has('fragment')))(
    '%s is read whole',
    async (_, { code }) => {
      const page = await browser.newPage();
      const [written, read] = await page.evaluate((text) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(text);
        return [text.split('{').length - 1, sheet.cssRules.length];
      }, code);
      expect(read).toBe(written);
      await page.close();
    },
  );
});

it.each(those(({ language }) => language === 'html'))(
  '%s: its tags and attributes are of the manifest',
  (_, { code }) => {
    const known = attributesByTag();
    for (const [, tag = '', attributes = ''] of code.matchAll(/<(overblik-[\w-]+)([^>]*)>/g)) {
      // One with a script of its own is none of the manifest's.
      if (existsSync(`dist/${tag}.js`)) continue;
      expect([...known.keys()]).toContain(tag);
      for (const [name] of attributes.matchAll(/[\w-]+(?=[=\s/]|$)(?=(?:[^"]*"[^"]*")*[^"]*$)/g))
        if (!['id', 'class', 'style', 'slot', 'hidden'].includes(name))
          expect(known.get(tag), `${tag} ${name}`).toContain(name);
    }
  },
);

// ── Files ──────────────────────────────────────────────────────────────────────────────────────

/** What stands in the folder of every page: a profile, and a clinic with its description. */
const given = {
  'demens.json': readFileSync('fixtures/profiles/demens.json', 'utf8'),
  'clinic.json': JSON.stringify(generateClinic({ size: 300 })),
};

function writeAll(): void {
  rmSync(root, { recursive: true, force: true });
  mkdirSync(join(root, 'node_modules'), { recursive: true });
  writeFileSync(
    join(root, 'package.json'),
    '{ "name": "docs-run", "private": true, "type": "module" }\n',
  );
  symlinkSync(process.cwd(), join(root, 'node_modules', 'overblik'), 'junction');
  for (const snippet of snippets) {
    for (const [name, text] of Object.entries(given)) write(join(folderOf(snippet), name), text);
    if (snippet.says.has('by')) continue;
    if (isScript(snippet)) {
      write(pathOf(snippet), checkable(around(snippet)));
      if (snippet.says.has('run') && snippet.language === 'ts')
        write(
          compiledOf(snippet),
          ts.transpileModule(snippet.code, { compilerOptions: transpiled }).outputText,
        );
    }
    if (snippet.language === 'html')
      for (const [index, script] of scriptsOf(snippet).entries())
        write(pathOfScript(snippet, index), checkable(script));
  }
}

/** Writes the files of a page as a reader has them by a snippet; of one that comes later, as it is first. */
function writeFilesUpTo(snippet: Snippet): void {
  const own = snippets.filter(({ page, says }) => page === snippet.page && says.has('file'));
  const done = snippets.indexOf(snippet);
  const isLater = (each: Snippet) => snippets.indexOf(each) > done;
  const files = [...own.filter(isLater).reverse(), ...own.filter((each) => !isLater(each))];
  for (const each of files) write(join(folderOf(each), each.says.get('file') ?? ''), each.code);
}

const transpiled: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2022,
  module: ts.ModuleKind.ESNext,
};

function write(path: string, text: string): void {
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** A fragment within its set-up; all else as it stands. */
function around({ code, says }: Snippet): string {
  const setup = says.has('fragment') ? setups[says.get('fragment') ?? ''] : undefined;
  const whole =
    setup === undefined
      ? code
      : setup.includes('<snippet>')
        ? setup.replace('<snippet>', () => code)
        : `${setup}\n${code}`;
  return whole;
}

/** Where a script is checked; a fragment is TypeScript, for its set-up is. */
function pathOf(snippet: Snippet): string {
  const { says, line, language } = snippet;
  const file = says.get('file');
  if (file !== undefined && !says.has('fragment')) {
    const isLast = !snippets
      .slice(snippets.indexOf(snippet) + 1)
      .some((each) => each.page === snippet.page && each.says.get('file') === file);
    // Further down it is written anew.
    return resolve(folderOf(snippet), isLast ? file : file.replace(/(\.\w+)$/, `.line-${line}$1`));
  }
  return resolve(
    folderOf(snippet),
    `line-${line}.${says.has('fragment') && language !== 'ts' ? `${language}.ts` : language}`,
  );
}

function compiledOf(snippet: Snippet): string {
  return snippet.language === 'ts'
    ? pathOf(snippet).replace(/\.ts$/, '.compiled.js')
    : pathOf(snippet);
}

/** The module scripts within a page. */
function scriptsOf({ code }: Snippet): readonly string[] {
  return [...code.matchAll(/<script type="module">([\s\S]*?)<\/script>/g)].map(
    ([, script = '']) => script,
  );
}

function pathOfScript(snippet: Snippet, index: number): string {
  return resolve(folderOf(snippet), `line-${snippet.line}.script-${index}.js`);
}

/** The single file has the types of its entry. */
function checkable(script: string): string {
  return `${script.replace(/(['"])[^'"]*\/overblik\.js\1/g, '$1overblik/bundle$1')}\nexport {};\n`;
}

/** The output that stands behind a snippet. */
function outputAfter(snippet: Snippet): string | undefined {
  const next = snippets[snippets.indexOf(snippet) + 1];
  return next?.page === snippet.page && next.says.has('output') ? next.code : undefined;
}

const mark = '=== what they wrote ===';
/** Runs modules one after the other, each in its folder. */
const runnerCode = `
const ran = {};
const log = console.log;
for (const [folder, file] of JSON.parse(process.argv[2])) {
  let wrote = '';
  process.chdir(folder);
  console.log = (...given) => { wrote += given.map((each) => typeof each === 'string' ? each : JSON.stringify(each)).join(' ') + '\\n'; };
  try {
    await import('file://' + file);
    ran[file] = { wrote };
  } catch (error) {
    ran[file] = { wrote, error: String(error?.stack ?? error) };
  }
}
log(${JSON.stringify(mark)} + JSON.stringify(ran));
process.exit(0);
`;

// ── Pages ──────────────────────────────────────────────────────────────────────────────────────

const types: Readonly<Record<string, string>> = {
  '.js': 'text/javascript',
  '.json': 'application/json',
  '.css': 'text/css',
  '.html': 'text/html',
};

/** A browser takes paths, a bundler names of packages, too. */
const namesPackages = /\b(?:from|import) '[\w@]/;

/** What a plain server of the page's folder would answer; modules that name packages come as a bundler makes them. */
async function answerFor(
  snippet: Snippet,
  path: string,
): Promise<{ readonly body: string; readonly contentType: string } | undefined> {
  if (path === '/') return { body: pageOf(snippet), contentType: 'text/html' };
  const file = join(folderOf(snippet), decodeURIComponent(path));
  const installed = file.replace(
    join(folderOf(snippet), 'node_modules', 'overblik'),
    process.cwd(),
  );
  // A script that was copied out of the package stands beside the page.
  const own = existsSync(installed) ? installed : join('dist', path);
  if (!existsSync(own)) return undefined;
  const contentType = types[extname(own)] ?? 'application/octet-stream';
  const body = readFileSync(own, 'utf8');
  const isBare = extname(own) === '.js' && own === file && namesPackages.test(body);
  return { body: isBare ? await bundled(own) : body, contentType };
}

/** The page that a script stands in; of a page, its scripts as a bundler makes them. */
function pageOf(snippet: Snippet): string {
  if (snippet.language !== 'html')
    return readFileSync(join(folderOf(snippet), snippet.says.get('page') ?? ''), 'utf8');
  let index = -1;
  return snippet.code.replace(
    /<script type="module">([\s\S]*?)<\/script>/g,
    (whole, script: string) => {
      index++;
      return namesPackages.test(script)
        ? `<script type="module" src="/line-${snippet.line}.script-${index}.js"></script>`
        : whole;
    },
  );
}

async function bundled(file: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [file],
    bundle: true,
    write: false,
    format: 'esm',
    target: 'es2022',
    logLevel: 'silent',
  });
  return outputFiles[0]?.text ?? '';
}

// ── The manifest ───────────────────────────────────────────────────────────────────────────────

interface Manifest {
  readonly modules: readonly {
    readonly declarations?: readonly {
      readonly tagName?: string;
      readonly attributes?: readonly { readonly name?: string }[];
    }[];
  }[];
}

function attributesByTag(): ReadonlyMap<string, readonly string[]> {
  const { modules } = JSON.parse(readFileSync('dist/custom-elements.json', 'utf8')) as Manifest;
  return new Map(
    modules
      .flatMap(({ declarations = [] }) => declarations)
      .flatMap(({ tagName, attributes = [] }) =>
        tagName ? [[tagName, attributes.flatMap(({ name }) => name ?? [])] as const] : [],
      ),
  );
}
