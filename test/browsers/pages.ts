/** Serves a built folder while a file's tests run. */
import { preview, type PreviewServer } from 'vite';
import { afterAll, beforeAll } from 'vitest';

export function serve(folder: string): { readonly url: string } {
  let server: PreviewServer | undefined;
  beforeAll(async () => {
    server = await preview({
      configFile: false,
      logLevel: 'error',
      build: { outDir: folder },
      preview: { port: 0, strictPort: false, host: '127.0.0.1' },
    });
  });
  afterAll(() => server?.close());
  return {
    get url() {
      return server!.resolvedUrls!.local[0]!;
    },
  };
}
