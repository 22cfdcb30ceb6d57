/** The custom-elements manifest: what each element offers, read from its source. */
import { execFileSync } from 'node:child_process';
import { copyFileSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';

/** Writes the manifest to `file`, with paths as they are published. */
export function writeManifest(file) {
  const outdir = '.build/manifest';
  execFileSync('cem', ['analyze', '--config', '.tools/manifest.config.mjs'], {
    stdio: ['ignore', 'ignore', 'inherit'],
    shell: process.platform === 'win32',
  });
  mkdirSync(dirname(file), { recursive: true });
  copyFileSync(join(outdir, 'custom-elements.json'), file);
}
