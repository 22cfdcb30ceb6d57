/** Runs or builds Storybook over a fresh manifest of the elements and fresh pages on semantics and its tables, without telemetry. */
import { spawnSync } from 'node:child_process';
import { runnerImport } from 'vite';
import { writeManifest } from './manifest.mjs';

writeManifest('.build/custom-elements.json');
const { module } = await runnerImport('./.tools/semantics.ts', { configFile: false });
module.writeSemantics('.build/docs/semantics.mdx');
const tables = await runnerImport('./.tools/record-tables.ts', { configFile: false });
tables.module.writeRecordTables('.build/docs/record-tables.mdx');

const build = process.argv[2] === 'build';
const { status } = spawnSync(
  'storybook',
  build
    ? ['build', '--output-dir', '.build/storybook', '--quiet', '--disable-telemetry']
    : ['dev', '--port', '6006', '--no-open', '--disable-telemetry'],
  {
    stdio: 'inherit',
    env: { ...process.env, STORYBOOK_DISABLE_TELEMETRY: '1' },
    shell: process.platform === 'win32',
  },
);
process.exit(status ?? 1);
