/** A worker of the pool: makes a clinic, takes it in, reports, forgets it, and asks for the next. */
import { createHash } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { Clinic } from '../../../../src/engine/index.ts';
import { defaultProtection, protect } from '../../../../src/report/index.ts';
import { evaluate } from '../../../../src/engine/index.ts';
import type { PatientRecords } from '../../../../src/record/index.ts';
import { clinicIdOf, ClinicMaker, describeCountryClinic, drawArchetypes } from '../country.ts';
import { endsOfQuarters, plansOfAll } from '../questions.ts';
import type { ClinicDone, WorkerTask } from './messages.ts';

const { patientsEach, quarters } = workerData as WorkerTask;
const port = parentPort;
if (!port) throw new Error('This runs in a worker alone.');
const maker = new ClinicMaker(drawArchetypes());
const plans = plansOfAll();
const dates = endsOfQuarters(quarters);

port.on('message', (clinic: number) => {
  port.postMessage(reportOn(clinic));
});
port.postMessage('ready');

/** Each part is timed by itself: so an adapter's records come, so they are taken in, so they are asked. */
function reportOn(number: number): ClinicDone {
  const begun = performance.now();
  const supplied = [...maker.patients(number, patientsEach)];
  const made = performance.now();
  const clinic = new Clinic(describeCountryClinic(number, patientsEach).coverage);
  clinic.add(supplied);
  const loaded = performance.now();
  const lines: string[] = [];
  for (const date of dates)
    for (const plan of plans)
      for (const value of evaluate(plan, clinic, date).indicators()) {
        const { indicator, denominator, numerator, unknownNumerator, unknownDenominator } = value;
        const leaves = [
          numerator,
          denominator - numerator - unknownNumerator,
          unknownNumerator + unknownDenominator,
        ].map((count) => protect(count, defaultProtection));
        lines.push([plan.profile.id, indicator.id, date, ...leaves].join(' '));
      }
  const reported = performance.now();
  return {
    clinic: number,
    records: supplied.reduce((sum, each) => sum + recordsOf(each), 0),
    reports: plans.length,
    generating: made - begun,
    loading: loaded - made,
    reporting: reported - loaded,
    digest: createHash('sha256')
      .update(clinicIdOf(number) + lines.sort().join('\n'))
      .digest('hex'),
  };
}

function recordsOf(patient: PatientRecords): number {
  return Object.values(patient).reduce(
    (sum: number, list: unknown) => sum + (Array.isArray(list) ? list.length : 0),
    0,
  );
}
