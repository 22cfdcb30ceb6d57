/**
 * The list beside its peers, in a real Chromium: first rows, sorting, filtering, scrolling, memory and
 * size. Each contestant has a browser of its own for each round, and its rows are looked at, not its word
 * taken: a time ends with the frame in which the right rows stand in the window.
 */
import { buildPage, servePages, type Size } from './list/browser.ts';
import { entrants } from './list/contestants.ts';
import { measure, type Outcome } from './list/measure.ts';
import { sizesTable, tablesOf } from './list/tables.ts';
import type { Suite } from './suite.ts';

const suite: Suite = {
  name: 'list',
  help: [
    '--sizes 10000,100000,1000000   rows, of 20 columns each',
    `--contestants ${Object.keys(entrants).join(',')}`,
    '--rounds 5                     browsers for each contestant and size; 3 with 1,000,000 rows',
    '--limit 60                     seconds for one task, then the contestant is given up',
    '--pictures                     of each contestant, in .build/bench/list',
  ],
  async run({ options, show, say }) {
    const sizes = (options.sizes ?? '10000,100000,1000000').split(',').map(Number);
    const names = options.contestants?.split(',') ?? Object.keys(entrants);
    const strangers = names.filter((name) => !entrants[name]);
    if (strangers.length > 0 || sizes.some((size) => !(size > 0)))
      throw new Error(`Not understood: ${[...strangers, ...sizes].join(', ')}. See --help.`);
    const bytes: Record<string, Size> = {};
    for (const name of names) bytes[name] = await buildPage(name, entrants[name] ?? missing);
    show(sizesTable(bytes));
    const served = await servePages();
    const outcomes: Record<number, Record<string, Outcome>> = {};
    try {
      for (const rows of sizes) {
        const ofSize: Record<string, Outcome> = {};
        for (const name of names) {
          const start = performance.now();
          ofSize[name] = await measure(entrants[name] ?? missing, {
            url: `${served.url}/${name}.html`,
            rows,
            rounds: Number(options.rounds ?? (rows >= 1_000_000 ? 3 : 5)),
            limit: Number(options.limit ?? 60) * 1000,
            picture: options.pictures && `${name}-${rows}`,
          });
          const seconds = ((performance.now() - start) / 1000).toFixed(0);
          const faults = Object.entries(ofSize[name].faults).map(
            ([task, why]) => `, ${task}: ${why}`,
          );
          say(`${rows} rows, ${name}: ${seconds} s${faults.join('')}`);
        }
        outcomes[rows] = ofSize;
        for (const table of tablesOf(rows, ofSize)) show(table);
      }
    } finally {
      served.close();
    }
    return { bytes, outcomes };
  },
};
export default suite;

const missing = { title: '', note: '' };
