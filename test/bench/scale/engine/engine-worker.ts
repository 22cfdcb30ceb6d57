/** A worker of the pool: makes a clinic, takes it in, reports, forgets it, and asks for the next. */
import { parentPort, workerData } from 'node:worker_threads';
import { Clinic, finish } from '../../../../src/engine/index.ts';
import { clinicReportsInSteps, reportSubjects } from '../../../../src/report/index.ts';
import type { PatientRecords } from '../../../../src/record/index.ts';
import { clinicIdOf, ClinicMaker, describeCountryClinic, drawArchetypes } from '../country.ts';
import { endsOfQuarters, madeAt, madeBy, plansOfAll } from '../questions.ts';
import type { ClinicDone, WorkerTask } from './messages.ts';

const { patientsEach, quarters } = workerData as WorkerTask;
const port = parentPort;
if (!port) throw new Error('This runs in a worker alone.');
const maker = new ClinicMaker(drawArchetypes());
const subjects = await reportSubjects(plansOfAll());
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
  const reports = finish(
    clinicReportsInSteps(clinic, subjects, {
      ...{ clinic: { id, name: id }, dates, madeAt, engine: madeBy },
    }),
  );
  const reported = performance.now();
  return {
    clinic: number,
    records: supplied.reduce((sum, each) => sum + recordsOf(each), 0),
    reports,
    generating: made - begun,
    loading: loaded - made,
    reporting: reported - loaded,
  };
}

function recordsOf(patient: PatientRecords): number {
  return Object.values(patient).reduce(
    (sum: number, list: unknown) => sum + (Array.isArray(list) ? list.length : 0),
    0,
  );
}
