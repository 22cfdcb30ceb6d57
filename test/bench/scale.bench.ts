/**
 * A country's reports by each route: our engine, clinic by clinic through a pool of workers, and the statement of
 * `overblik/sql` in databases. All give the same leaves, or the suite fails.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Suite } from './suite.ts';
import type { Measured } from './scale/assignment.ts';
import { usualPatients } from './scale/country.ts';

const suite: Suite = {
  name: 'scale',
  help: [
    '--clinics 8                    of 3,438 patients each; the whole country has 1,600',
    '--quarters 40                  dates that every profile is asked on',
    '--workers 2                    as many as there are cores',
    '--routes engine                which of them',
  ],
  async run(frame) {
    const { options } = frame;
    const assignment = {
      clinics: Number(options.clinics ?? 8),
      patientsEach: usualPatients,
      quarters: Number(options.quarters ?? 40),
      workers: Number(options.workers ?? availableParallelism()),
    };
    const children = {
      engine: await frame.bundle('scale/engine/engine-route.ts'),
      worker: await frame.bundle('scale/engine/engine-worker.ts'),
      database: await frame.bundle('scale/database/database-route.ts'),
    };
    const measured: Record<string, Measured> = {};
    for (const route of (options.routes ?? 'engine').split(',')) {
      const folder = mkdtempSync(join(tmpdir(), 'overblik-scale-'));
      const given = JSON.stringify({ ...assignment, folder });
      try {
        measured[route] =
          route === 'engine'
            ? await runChild(children.engine, [given, children.worker])
            : await runChild(children.database, [route, given]);
        console.log(route, measured[route]);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    }
    return { measured };
  },
};
export default suite;

function runChild(entry: string, args: readonly string[]): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const child = fork(entry, args, { stdio: 'inherit' });
    child.once('message', (measured) => resolve(measured as Measured));
    child.once('exit', (code) => reject(new Error(`It ended with ${code}.`)));
  });
}
