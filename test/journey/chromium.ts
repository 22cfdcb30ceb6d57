/** The one Chromium of all journeys, and what it shows: vitest starts them before the first file and stops them after the last. */
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import { preview } from 'vite';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the files reach it. */
    chromium: string;
    /** By built folder, its address: the same for all files, so that what the browser has compiled serves them all. */
    served: Readonly<Record<string, string>>;
  }
}

interface Tools {
  readonly journeyArguments: readonly string[];
  ensureTestBrowser(): string;
}

const tools = (await import(
  createRequire(import.meta.url).resolve('../../.tools/browser.mjs')
)) as Tools;

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await chromium.launchServer({
    executablePath: tools.ensureTestBrowser(),
    args: [...tools.journeyArguments],
  });
  project.provide('chromium', server.wsEndpoint());
  const folders = ['.build/journal', '.build/storybook', 'dist'].filter((each) => existsSync(each));
  const served = await Promise.all(folders.map(serve));
  project.provide('served', Object.fromEntries(served.map(({ folder, url }) => [folder, url])));
  return async () => {
    await Promise.all([server.close(), ...served.map(({ close }) => close())]);
  };
}

/** Serves a built folder on a free port of localhost. */
async function serve(folder: string) {
  const server = await preview({
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder },
    preview: { port: 0, strictPort: false, host: '127.0.0.1' },
  });
  return { folder, url: server.resolvedUrls!.local[0]!, close: () => server.close() };
}
