/** Makes the reports of the demo's cluster anew, each clinic's by the engine as it is: `npm run cluster`. */
import { writeFileSync } from 'node:fs';
import { runnerImport } from 'vite';

const file = 'fixtures/cluster/reports.json';
const { module } = await runnerImport('./fixtures/cluster/make.ts');
const made = await module.makeClusterReports();
writeFileSync(file, module.writtenReports(made));
console.log(`${file}: the reports of the demo's cluster`);
