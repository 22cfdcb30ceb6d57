/**
 * A country's reports by each route: our engine, clinic by clinic through a pool of workers, and the statement of
 * `overblik/sql` in databases. All give the same leaves, or the suite fails.
 */
import { fork } from 'node:child_process';
import { availableParallelism, tmpdir } from 'node:os';
import { mkdtempSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Frame, Suite } from './suite.ts';
import type { Assignment, Measured } from './scale/assignment.ts';
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
    const entry = await frame.bundle('scale/engine/child.ts');
    const worker = await frame.bundle('scale/engine/worker.ts');
    const folder = mkdtempSync(join(tmpdir(), 'overblik-scale-'));
    try {
      const measured = await runChild(entry, { ...assignment, folder }, [worker]);
      console.log(measured);
      return { measured };
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  },
};
export default suite;

function runChild(
  entry: string,
  assignment: Assignment,
  more: readonly string[],
): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const child = fork(entry, [JSON.stringify(assignment), ...more], { stdio: 'inherit' });
    child.once('message', (measured) => resolve(measured as Measured));
    child.once('exit', (code) => reject(new Error(`It ended with ${code}.`)));
  });
}
