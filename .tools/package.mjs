/**
 * Asks of the packed tarball what publint and attw ask: whether each entry is found, with its types, by whoever imports
 * it as an ES module. `npm test` has attw look at one entry (each costs it a second or two); `npm run test:deep` at
 * all.
 */
import { run } from './run.mjs';
import { tarball } from './tarball.mjs';

const isDeep = Number(process.env.OVERBLIK_DEEP ?? 1) > 1;
const some = isDeep ? [] : ['--entrypoints', 'testing'];

run('publint', ['--strict', '--level', 'warning', tarball]);
run('attw', [
  tarball,
  '--profile',
  'esm-only',
  '--no-definitely-typed',
  '--format',
  'ascii',
  '--quiet',
  ...some,
]);
