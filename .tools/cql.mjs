/**
 * Every profile as CQL, translated and run by tools that nobody here wrote, over the made-up clinic's FHIR: installs them
 * where they are missing, and holds the answers against the engine's, patient by patient. `npm run test:cql`, or
 * `npm run test:cql -- 100 demens` for so many patients of the profiles with that in their ids.
 */
import { installOwn } from './own-packages.mjs';
import { run } from './run.mjs';

const [patients = '540', only = ''] = process.argv.slice(2);

installOwn('test/languages');
run('vitest', ['run', 'test/languages/cql-engine.test.ts'], {
  OVERBLIK_CQL: patients,
  OVERBLIK_CQL_ONLY: only,
});
