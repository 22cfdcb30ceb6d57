/**
 * All that `npm test` asks, whole: what is long has a short form there (`test/depth.ts`). The drawn cases of every
 * room's tests, forty times as many, from another seed each night; every element's tests, with axe over each state that
 * they come to; every figure of all profiles over the whole demo clinic, in the models and on the screen; every order in
 * which another clinic may come; drawn sessions of a user and a host that answers as it likes; rows that stand still at
 * every width; all of a host's that cannot be read; axe over every story whole, in light and dark; every journey, the
 * worklist of the whole clinic among them; what 300 patients and 200 lists leave in a page's memory; each entry of the
 * package as attw resolves it; the tags in every framework; fresh projects of four and of none, from nothing to a list, in Chromium and Firefox ESR; the journeys in old browsers; the whole clinic by way of a FHIR server that nobody here
 * wrote; every profile as CQL, run by the engines of others; more than 2,000 families of reports by an attacker; the files in LibreOffice: `npm run test:deep`, or `npm run test:deep -- 5 2026` for five times as many from
 * seed 2026.
 */
import { spawnSync } from 'node:child_process';
import { ensureTestBrowser } from './browser.mjs';
import { run } from './run.mjs';

const [factor = '40', seed = String(Math.floor(Date.now() / 86_400_000))] = process.argv.slice(2);
console.log(`Factor ${factor}, seed ${seed}`);
if (spawnSync('soffice', ['--version']).status !== 0)
  console.log(
    'Without LibreOffice: how it opens the files is not tried (test/export/office.test.ts).',
  );
for (const [command, ...args] of [
  ['node', '.tools/browser-support/main.mjs'],
  ['vitest', 'run'],
  ['node', '.tools/fhir.mjs'],
  ['node', '.tools/cql.mjs'],
  ['web-test-runner'],
  ['node', '.tools/build.mjs'],
  ['node', '.tools/package.mjs'],
  ['node', '.tools/tags.mjs'],
  ['node', '.tools/storybook.mjs', 'build'],
  ['vitest', 'run', '--config', '.tools/vitest.journey.ts'],
  ['node', 'test/embed/main.mjs'],
  ['node', 'test/browsers/main.mjs'],
])
  run(command, args, {
    OVERBLIK_CHROMIUM: ensureTestBrowser(),
    OVERBLIK_DEEP: factor,
    OVERBLIK_SEED: seed,
  });
