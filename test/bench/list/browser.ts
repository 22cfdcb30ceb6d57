/** A page in a browser process of its own for each subject. */
import {
  createReadStream,
  existsSync,
  mkdirSync,
  readFileSync,
  writeFileSync,
  copyFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { basename, extname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { gzipSync } from 'node:zlib';
import { build } from 'esbuild';
import { chromium, type CDPSession, type Page } from 'playwright-core';
import { libraryFrom } from '../library.ts';
import { taskCategories, tasksIn, type PageTask, type Trace } from '../tasks/trace.ts';
import type { Participant } from './subjects.ts';
import type {} from './page.ts';

const root = 'test/bench';
const folder = '.build/bench/list';

interface Tools {
  readonly browserArguments: readonly string[];
  ensureBrowser(): string;
}

/** Bytes of what a page has to load for a subject alone. */
export interface Size {
  readonly minified: number;
  readonly gzip: number;
  /** Of these, WASM. */
  readonly wasm: number;
}

/** Builds a subject's page, and answers how large the subject is without our measuring side. */
export async function buildPage({
  name,
  module,
  checkout,
  habits = {},
  assets: files = [],
}: Participant): Promise<Size> {
  const entry = `./list/subjects/${module}.ts`;
  mkdirSync(folder, { recursive: true });
  const alone = await bundle(`export * from '${entry}';`, checkout);
  const page = await bundle(
    `import { subject } from '${entry}';
     import { Bench } from './list/page.ts';
     window.bench = new Bench(subject, ${JSON.stringify(habits)});`,
    checkout,
  );
  writePage(name, page);
  const assets = files.map((file) => {
    const path = join(root, 'node_modules', file);
    copyFileSync(path, join(folder, basename(file)));
    return readFileSync(path);
  });
  return {
    minified: sum([alone, ...assets].map(({ length }) => length)),
    gzip: sum([alone, ...assets].map((file) => gzipSync(file, { level: 9 }).length)),
    wasm: sum(assets.map((file) => gzipSync(file, { level: 9 }).length)),
  };
}

/**
 * Builds a page of its own from one entry.
 *
 * @param isReadable Whether its functions keep their names, for a profile.
 */
export async function buildOwnPage(
  name: string,
  entry: string,
  checkout: string,
  isReadable: boolean,
): Promise<void> {
  mkdirSync(folder, { recursive: true });
  writePage(name, await bundle(`import '${entry}';`, checkout, isReadable));
}

function writePage(name: string, script: Uint8Array): void {
  writeFileSync(join(folder, `${name}.js`), script);
  writeFileSync(
    join(folder, `${name}.html`),
    `<!doctype html><html lang="da"><meta charset="utf-8"><link rel="icon" href="data:,"><title>${name}</title>
     <style>html, body { margin: 0 } #host { height: 100vh; overflow: hidden }</style>
     <div id="host"></div><script type="module" src="${name}.js"></script></html>`,
  );
}

async function bundle(contents: string, checkout: string, isReadable = false): Promise<Uint8Array> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    bundle: true,
    minify: !isReadable,
    write: false,
    format: 'esm',
    target: 'es2022',
    plugins: [libraryFrom(checkout)],
    loader: { '.css': 'text' },
    define: { 'process.env.NODE_ENV': '"production"' },
    logLevel: 'error',
  });
  return outputFiles[0]?.contents ?? new Uint8Array();
}

export interface Served {
  readonly url: string;
  close(): void;
}

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html',
  '.js': 'text/javascript',
  '.wasm': 'application/wasm',
};

/** Serves the built pages, isolated from all other origins: only so is a page's clock exact to 5 µs. */
export async function servePages(): Promise<Served> {
  const server = createServer(({ url = '' }, response) => {
    const file = join(folder, basename(url));
    if (!existsSync(file) || extname(file) === '') return response.writeHead(404).end();
    response.writeHead(200, {
      'content-type': types[extname(file)] ?? 'application/octet-stream',
      'cross-origin-opener-policy': 'same-origin',
      'cross-origin-embedder-policy': 'require-corp',
    });
    createReadStream(file).pipe(response);
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () => server.close(),
  };
}

/** Bytes. */
export interface Memory {
  /** The page's JavaScript heap. */
  readonly heap: number;
  /** Of the page: heap, DOM and buffers, and what the subject says it holds in WASM. */
  readonly all: number;
}

/** Milliseconds of the page's main thread since it began. */
export interface Work {
  readonly script: number;
  readonly layout: number;
  readonly task: number;
}

export class BenchPage {
  readonly #page: Page;
  readonly #devtools: CDPSession;
  readonly #limit: number;
  readonly #crashed: Promise<never>;
  readonly troubles: string[] = [];
  readonly close: () => Promise<void>;

  private constructor(page: Page, devtools: CDPSession, limit: number, close: () => Promise<void>) {
    this.#page = page;
    this.#devtools = devtools;
    this.#limit = limit;
    this.close = close;
    page.on('pageerror', ({ message }) => this.troubles.push(message));
    this.#crashed = new Promise((_, reject) => {
      page.on('crash', () => reject(new Error('out of memory')));
    });
    this.#crashed.catch(() => undefined);
  }

  static async open(url: string, limit: number, height: number): Promise<BenchPage> {
    const tools = (await import(pathToFileURL(resolve('.tools/browser.mjs')).href)) as Tools;
    const browser = await chromium.launch({
      executablePath: tools.ensureBrowser(),
      args: [
        ...tools.browserArguments,
        '--force-device-scale-factor=1',
        '--disable-smooth-scrolling',
        '--js-flags=--max-old-space-size=4096',
      ],
    });
    const page = await browser.newPage({ viewport: { width: 1280, height } });
    const devtools = await page.context().newCDPSession(page);
    await devtools.send('Performance.enable');
    const bench = new BenchPage(page, devtools, limit, () => browser.close());
    await page.goto(url);
    return bench;
  }

  /** What the page answers, or an error when it takes too long; then the page is of no more use. */
  async ask<Answer, Argument = void>(
    question: (argument: Argument) => Answer | Promise<Answer>,
    argument?: Argument,
  ): Promise<Answer> {
    let clock: NodeJS.Timeout | undefined;
    const late = new Promise<never>((_, reject) => {
      clock = setTimeout(() => reject(new Error(`over ${this.#limit / 1000} s`)), this.#limit);
    });
    try {
      const answer = this.#page.evaluate(
        question as (argument: unknown) => Answer | Promise<Answer>,
        argument,
      );
      return await Promise.race([answer, late, this.#crashed]);
    } finally {
      clearTimeout(clock);
    }
  }

  /**
   * Notes every task of the page's main thread while something is done.
   *
   * @param profile Where a profile of the processor goes, without its ending.
   */
  async tasksDuring(doing: () => Promise<void>, profile?: string): Promise<readonly PageTask[]> {
    const browser = this.#page.context().browser();
    if (profile !== undefined) {
      await this.#devtools.send('Profiler.enable');
      await this.#devtools.send('Profiler.setSamplingInterval', { interval: 500 });
      await this.#devtools.send('Profiler.start');
    }
    await browser?.startTracing(this.#page, { categories: taskCategories });
    let trace: Buffer | undefined;
    try {
      await doing();
    } finally {
      trace = await browser?.stopTracing();
    }
    const tasks = tasksIn(JSON.parse(String(trace ?? '{}')) as Trace);
    if (profile !== undefined) {
      const { profile: found } = await this.#devtools.send('Profiler.stop');
      const file = join(folder, profile.replaceAll(' ', '-'));
      writeFileSync(`${file}.cpuprofile`, JSON.stringify(found));
      writeFileSync(`${file}.tasks.json`, JSON.stringify(tasks));
    }
    return tasks;
  }

  /** After a collection of garbage. */
  async memory(): Promise<Memory> {
    await this.#devtools.send('HeapProfiler.collectGarbage');
    const { usedSize, embedderHeapUsedSize, backingStorageSize } =
      await this.#devtools.send('Runtime.getHeapUsage');
    const elsewhere = await this.ask(() => window.bench.elsewhere());
    return {
      heap: usedSize,
      all: usedSize + embedderHeapUsedSize + backingStorageSize + elsewhere,
    };
  }

  async work(): Promise<Work> {
    const {
      ScriptDuration = NaN,
      LayoutDuration = NaN,
      RecalcStyleDuration = NaN,
      TaskDuration = NaN,
    } = await this.#metrics();
    return {
      script: ScriptDuration * 1000,
      layout: (LayoutDuration + RecalcStyleDuration) * 1000,
      task: TaskDuration * 1000,
    };
  }

  /** Waits until the page has next to nothing more to do, as one has whose user looks at what came. */
  async rest(): Promise<void> {
    const look = 500;
    const end = performance.now() + this.#limit;
    let { task } = await this.work();
    while (performance.now() < end) {
      await new Promise((resolve) => setTimeout(resolve, look));
      const now = await this.work();
      if (now.task - task < look / 20) return;
      task = now.task;
    }
  }

  /** Turns the mouse wheel over the list, as fast as the page takes it. */
  async wheel(turns: number, pixels: number): Promise<void> {
    const { height = 800 } = this.#page.viewportSize() ?? {};
    await this.#page.mouse.move(640, height - 200);
    for (let turn = 0; turn < turns; turn++) await this.#page.mouse.wheel(0, pixels);
  }

  async screenshot(name: string): Promise<void> {
    await this.#page.screenshot({ path: join(folder, `${name}.png`) });
  }

  async #metrics(): Promise<Readonly<Record<string, number>>> {
    const { metrics } = await this.#devtools.send('Performance.getMetrics');
    return Object.fromEntries(metrics.map(({ name, value }) => [name, value]));
  }
}

function sum(numbers: readonly number[]): number {
  return numbers.reduce((total, each) => total + each, 0);
}
