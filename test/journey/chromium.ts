/** The one Chromium of all journeys: vitest starts it before the first file and stops it after the last. */
import { createRequire } from 'node:module';
import { chromium } from 'playwright-core';
import type { TestProject } from 'vitest/node';

declare module 'vitest' {
  interface ProvidedContext {
    /** Where the files reach it. */
    chromium: string;
  }
}

interface Tools {
  readonly testArguments: readonly string[];
  ensureTestBrowser(): string;
}

const tools = (await import(
  createRequire(import.meta.url).resolve('../../.tools/browser.mjs')
)) as Tools;

export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const server = await chromium.launchServer({
    executablePath: tools.ensureTestBrowser(),
    args: [...tools.testArguments],
  });
  project.provide('chromium', server.wsEndpoint());
  return () => server.close();
}
