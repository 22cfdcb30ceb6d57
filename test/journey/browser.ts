/** A real Chromium over built pages, with everything that goes wrong in a page written down. */
import { createRequire } from 'node:module';
import { chromium, type Browser, type Page } from 'playwright-core';
import { preview, type PreviewServer } from 'vite';

interface Tools {
  readonly browserArguments: readonly string[];
  ensureBrowser(): string;
}

const tools = (await import(
  createRequire(import.meta.url).resolve('../../.tools/browser.mjs')
)) as Tools;

export function openBrowser(): Promise<Browser> {
  return chromium.launch({
    executablePath: tools.ensureBrowser(),
    args: [...tools.browserArguments],
  });
}

export interface Served {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a built folder on a free port of localhost. */
export async function serve(folder: string): Promise<Served> {
  const server: PreviewServer = await preview({
    configFile: false,
    logLevel: 'error',
    build: { outDir: folder },
    preview: { port: 0, strictPort: false, host: '127.0.0.1' },
  });
  const url = server.resolvedUrls?.local[0];
  if (!url) throw new Error(`Nothing is served from ${folder}: build it first.`);
  return { url, close: () => server.close() };
}

/** Errors, policy violations and requests to anywhere else. All must stay empty. */
export function watch(page: Page, origin: string): readonly string[] {
  const troubles: string[] = [];
  page.on('pageerror', ({ message }) => troubles.push(`error: ${message}`));
  page.on('console', (message) => {
    if (message.type() === 'error' || message.type() === 'warning')
      troubles.push(`${message.type()}: ${message.text()}`);
  });
  page.on('request', (request) => {
    const { protocol } = new URL(request.url());
    if (!request.url().startsWith(origin) && !['data:', 'blob:', 'about:'].includes(protocol))
      troubles.push(`request: ${request.url()}`);
  });
  return troubles;
}
