/**
 * The FHIR adapter against a server that nobody here wrote: installs the server's packages where they are missing, and
 * holds the lists of the whole clinic against those of memory. `npm run test:fhir`, or `npm run test:fhir -- 300` for so
 * many patients.
 */
import { installOwn } from './own-packages.mjs';
import { run } from './run.mjs';

const [patients = '7012'] = process.argv.slice(2);

installOwn('test/fhir');
run('vitest', ['run', 'test/adapter/fhir/real-server.test.ts'], { OVERBLIK_FHIR: patients });
