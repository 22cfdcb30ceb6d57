/**
 * Runs the benchmarks: every `test/bench/*.bench.ts`, whose default export is
 * `{ name, tasks: [{ name, setup?, run }] }`. Prints the machine, then medians and spread in milliseconds.
 */
import { existsSync, readdirSync } from 'node:fs';
import { cpus, totalmem } from 'node:os';
import { createServer } from 'vite';
import { Bench } from 'tinybench';

const folder = 'test/bench';
const files = existsSync(folder)
  ? readdirSync(folder)
      .filter((name) => name.endsWith('.bench.ts'))
      .sort()
  : [];

console.log(
  `${cpus()[0]?.model.trim()} × ${cpus().length}, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}`,
);
if (files.length === 0) console.log(`No benchmarks in ${folder} yet.`);

const vite = await createServer({
  configFile: false,
  logLevel: 'error',
  server: { middlewareMode: true },
  appType: 'custom',
});
try {
  for (const file of files) {
    const { default: suite } = await vite.ssrLoadModule(`/${folder}/${file}`);
    const bench = new Bench({ name: suite.name, time: 1000, warmupTime: 200 });
    for (const { name, setup, run } of suite.tasks)
      bench.add(name, run, setup ? { beforeAll: setup } : {});
    await bench.run();
    console.log(`\n${suite.name}`);
    console.table(
      bench.tasks.map(({ name, result }) => ({
        task: name,
        'median ms': result?.latency?.p50?.toFixed(2) ?? 'failed',
        'p75–p99 ms': `${result?.latency?.p75?.toFixed(2)}–${result?.latency?.p99?.toFixed(2)}`,
        runs: result?.latency?.samplesCount ?? 0,
      })),
    );
  }
} finally {
  await vite.close();
}
