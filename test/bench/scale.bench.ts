/**
 * A country's reports by each route: our engine, clinic by clinic through a pool of workers; and the statement of
 * `overblik/sql` in databases that the same country was made in. Routes that were asked the same give the same reports,
 * or the suite fails.
 */
import { fork } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { availableParallelism, tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Frame, Suite } from './suite.ts';
import type { Assignment, Measured } from './scale/assignment.ts';
import { usualPatients, wholeCountry } from './scale/country.ts';
import { growthTable, routeTable, type Run } from './scale/tables.ts';

const routes = ['engine', 'clickhouse', 'duckdb', 'postgres'];

const suite: Suite = {
  name: 'scale',
  help: [
    '--clinics 8,16                 sizes, in clinics of 3,438 patients',
    '--quarters 2                   dates that every profile is asked on',
    `--routes ${routes.join(',')}`,
    '--workers 2                    of the engine; as many as there are cores',
    '--whole                        1,600 clinics and 40 quarters by the engine; then 40, 80 and 160 clinics and one',
    '                               quarter, and 40 clinics and four, by all: --clinics and --quarters say nothing',
  ],
  async run(frame) {
    const { options } = frame;
    const asked = options.routes?.split(',') ?? routes;
    const strangers = asked.filter((route) => !routes.includes(route));
    if (strangers.length > 0) throw new Error(`There is no route ${strangers.join(', ')}.`);
    const runs: Run[] = [];
    for (const step of stepsOf(options, asked)) {
      const own: Run[] = [];
      for (const route of step.routes) {
        const workers = Number(options.workers ?? availableParallelism());
        const measured = await measure(await startOf(route, frame), { ...step, workers });
        frame.say(
          `${route}: ${step.clinics} clinics, ${step.quarters} quarters: ${(measured.filled + measured.reported).toFixed(0)} s`,
        );
        own.push({ ...step, route, measured });
      }
      compare(own);
      frame.show(routeTable(own));
      runs.push(...own);
    }
    if (asked.some((route) => route !== 'engine')) frame.show(growthTable(runs));
    return { runs };
  },
};
export default suite;

interface Step {
  readonly clinics: number;
  readonly patientsEach: number;
  readonly quarters: number;
  readonly routes: readonly string[];
}

/** The sizes, one after another; in each all routes that take part. */
function stepsOf(options: Frame['options'], asked: readonly string[]): readonly Step[] {
  const patientsEach = usualPatients;
  if (options.whole === undefined) {
    const sizes = (options.clinics ?? '8').split(',').map(Number);
    const quarters = Number(options.quarters ?? 2);
    if (!(quarters > 0) || sizes.some((size) => !(size > 0)))
      throw new Error('Sizes and quarters are numbers above 0. See --help.');
    return sizes.map((clinics) => ({ clinics, patientsEach, quarters, routes: asked }));
  }
  const engine = asked.filter((route) => route === 'engine');
  const whole = { clinics: wholeCountry, patientsEach, quarters: 40, routes: engine };
  const parts = [
    [40, 1],
    [80, 1],
    [160, 1],
    [40, 4],
  ].map(([clinics = 0, quarters = 0]) => ({ clinics, patientsEach, quarters, routes: asked }));
  return engine.length > 0 ? [whole, ...parts] : parts;
}

/** How a route's process is started: its file, and what it is told beside the assignment. */
interface Started {
  readonly entry: string;
  readonly more: readonly string[];
}

async function startOf(route: string, { bundle }: Frame): Promise<Started> {
  if (route !== 'engine')
    return { entry: await bundle('scale/database/database-route.ts'), more: [route] };
  const worker = await bundle('scale/engine/engine-worker.ts');
  return { entry: await bundle('scale/engine/engine-route.ts'), more: [worker] };
}

/** One route in a process of its own, so that time and memory are its own, and a folder that is gone afterwards. */
async function measure(
  { entry, more }: Started,
  assigned: Omit<Assignment, 'folder'>,
): Promise<Measured> {
  const folder = mkdtempSync(join(tmpdir(), 'overblik-scale-'));
  try {
    return await runChild(entry, [JSON.stringify({ ...assigned, folder }), ...more]);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function runChild(entry: string, args: readonly string[]): Promise<Measured> {
  return new Promise((resolve, reject) => {
    const child = fork(entry, args, { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] });
    child.once('message', (measured) => resolve(measured as Measured));
    child.once('exit', (code) => reject(new Error(`It ended with ${code ?? 'a signal'}.`)));
  });
}

/** Figures for different reports mean nothing. */
function compare(runs: readonly Run[]): void {
  const [first, ...others] = runs;
  for (const { route, clinics, quarters, measured } of others)
    if (measured.digest !== first?.measured.digest)
      throw new Error(
        `With ${clinics} clinics and ${quarters} quarters ${route} gives other reports than ${first?.route}.`,
      );
}
