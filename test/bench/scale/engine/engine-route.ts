/** The engine's route, in a process of its own: clinics one by one through a pool of workers, merged at the end. */
import { Worker } from 'node:worker_threads';
import { mergeReports, type AreaReport, type ClinicReport } from '../../../../src/report/index.ts';
import type { Assignment, Measured } from '../assignment.ts';
import { digestOf, rowsOfReports } from '../leaves.ts';
import { madeAt, madeBy, plansOfAll } from '../questions.ts';
import type { ClinicDone, WorkerTask } from './messages.ts';

/** Clinics after which the one who waits hears of it. */
const toldEach = 100;

const [given = '', workerFile = ''] = process.argv.slice(2);
const assignment = JSON.parse(given) as Assignment;
process.send?.(await measure(assignment), () => process.disconnect());

async function measure({
  clinics,
  patientsEach,
  quarters,
  workers,
}: Assignment): Promise<Measured> {
  const task: WorkerTask = { patientsEach, quarters };
  const pool = Array.from({ length: workers }, () => new Worker(workerFile, { workerData: task }));
  const drawing = performance.now();
  await Promise.all(pool.map((worker) => new Promise((ready) => worker.once('message', ready))));
  const start = performance.now();
  const used = process.cpuUsage();
  const done = await report(pool, clinics);
  const reported = performance.now();
  await Promise.all(pool.map((worker) => worker.terminate()));
  const reports = done.flatMap((each) => each.reports);
  const merging = performance.now();
  const country = mergeAll(reports);
  const merged = performance.now();
  const memory = process.resourceUsage().maxRSS * 1024;
  const { user, system } = process.cpuUsage(used);
  // From here on it is the bench's own work: to hold routes against each other.
  const rows = done.flatMap((each) => rowsOfReports(each.reports));
  const sum = (part: (each: ClinicDone) => number) =>
    done.reduce((all, each) => all + part(each), 0);
  return {
    title: 'ours',
    patients: clinics * patientsEach,
    records: sum(({ records }) => records),
    leaves: rows.length,
    filled: (start - drawing) / 1000,
    reported: (reported - start) / 1000,
    merged: (merged - merging) / 1000,
    processor: (user + system) / 1e6,
    areas: country.length,
    parts: {
      generation: sum(({ generating }) => generating) / 1000,
      load: sum(({ loading }) => loading) / 1000,
      reports: sum(({ reporting }) => reporting) / 1000,
    },
    memory,
    disk: 0,
    digest: digestOf(rows),
  };
}

/** The country's report of each profile. */
function mergeAll(reports: readonly ClinicReport[]): readonly AreaReport[] {
  const area = { id: 'dk', name: 'Danmark' };
  return plansOfAll().map(({ profile }) =>
    mergeReports(
      reports.filter((report) => report.profile.id === profile.id),
      { level: 'country', area, madeAt, engine: madeBy },
    ),
  );
}

/** Gives each worker the next clinic as soon as it is done with one. */
async function report(pool: readonly Worker[], clinics: number): Promise<readonly ClinicDone[]> {
  const done: ClinicDone[] = [];
  const begun = performance.now();
  let next = 1;
  let count = 0;
  await Promise.all(
    pool.map(
      (worker) =>
        new Promise<void>((resolve, reject) => {
          const giveNext = () => {
            if (next > clinics) resolve();
            else worker.postMessage(next++);
          };
          worker.once('error', reject);
          worker.on('message', (each: ClinicDone) => {
            done[each.clinic - 1] = each;
            if (++count % toldEach === 0)
              console.error(
                `  ${count} of ${clinics} clinics after ${((performance.now() - begun) / 1000).toFixed(0)} s`,
              );
            giveNext();
          });
          giveNext();
        }),
    ),
  );
  return done;
}
