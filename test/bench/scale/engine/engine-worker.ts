/** A worker of the pool: makes a clinic, takes it in, reports, forgets it, and asks for the next. */
import { parentPort, workerData } from 'node:worker_threads';
import { Clinic, evaluate, type IndicatorValue } from '../../../../src/engine/index.ts';
import { defaultProtection, protect } from '../../../../src/report/index.ts';
import type { PatientRecords } from '../../../../src/record/index.ts';
import { clinicIdOf, ClinicMaker, describeCountryClinic, drawArchetypes } from '../country.ts';
import { digestsOf, type LeafRow } from '../leaves.ts';
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
  const id = clinicIdOf(number);
  const rows: LeafRow[] = [];
  for (const [day, date] of dates.entries())
    for (const [profile, plan] of plans.entries())
      for (const [indicator, value] of evaluate(plan, clinic, date).indicators().entries())
        rows.push({ clinic: id, profile, indicator, day, ...leavesOf(value) });
  const reported = performance.now();
  return {
    clinic: number,
    records: supplied.reduce((sum, each) => sum + recordsOf(each), 0),
    leaves: rows.length,
    generating: made - begun,
    loading: loaded - made,
    reporting: reported - loaded,
    id,
    digest: digestsOf(rows).get(id) ?? '',
  };
}

function leavesOf(value: IndicatorValue) {
  const { denominator, numerator, unknownNumerator, unknownDenominator } = value;
  const leaf = (count: number) => {
    const protectedCount = protect(count, defaultProtection);
    return typeof protectedCount === 'number' ? protectedCount : -1;
  };
  return {
    numerator: leaf(numerator),
    rest: leaf(denominator - numerator - unknownNumerator),
    unknown: leaf(unknownNumerator + unknownDenominator),
  };
}

function recordsOf(patient: PatientRecords): number {
  return Object.values(patient).reduce(
    (sum: number, list: unknown) => sum + (Array.isArray(list) ? list.length : 0),
    0,
  );
}
