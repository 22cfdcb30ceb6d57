/**
 * The list beside its peers, in a real Chromium: first rows, sorting, filtering, scrolling, memory and
 * size. Each subject has a browser of its own for each round, and its rows are looked at, not its word
 * taken: a time ends with the frame in which the right rows stand in the window.
 */
import { buildPage, servePages, type Size } from './list/browser.ts';
import { participantsOf, subjects, type Participant } from './list/subjects.ts';
import { measureRound, type Outcome } from './list/measure.ts';
import { sizesTable, tablesOf } from './list/tables.ts';
import type { Suite } from './suite.ts';

const suite: Suite = {
  name: 'list',
  help: [
    '--sizes 10000,100000,1000000   rows, of 20 columns each',
    `--subjects ${Object.keys(subjects).join(',')}`,
    '--rounds 5                     browsers for each subject and size; 3 with 1,000,000 rows',
    '--limit 60                     seconds for one task, then the subject is given up',
    '--pictures                     of each subject, in .build/bench/list',
  ],
  async run({ options, checkouts, show, say }) {
    const sizes = (options.sizes ?? '10000,100000,1000000').split(',').map(Number);
    const names = options.subjects?.split(',') ?? Object.keys(subjects);
    const strangers = names.filter((name) => !subjects[name]);
    if (strangers.length > 0 || sizes.some((size) => !(size > 0)))
      throw new Error(`Not understood: ${[...strangers, ...sizes].join(', ')}. See --help.`);
    const participants = participantsOf(names, checkouts);
    const bytes = new Map<Participant, Size>();
    for (const participant of participants) bytes.set(participant, await buildPage(participant));
    show(sizesTable(bytes));
    const served = await servePages();
    const outcomes: Record<number, Record<string, Outcome>> = {};
    try {
      for (const rows of sizes) {
        const ofSize = new Map<Participant, Outcome>(
          participants.map((participant) => [participant, { samples: {}, faults: {} }]),
        );
        const rounds = Number(options.rounds ?? (rows >= 1_000_000 ? 3 : 5));
        const givenUp = new Set<Participant>();
        // Round by round: what disturbs the machine for a while disturbs all of them.
        for (let round = 1; round <= rounds; round++)
          for (const [participant, outcome] of ofSize) {
            if (givenUp.has(participant)) continue;
            const start = performance.now();
            const goesOn = await measureRound(
              participant,
              {
                url: `${served.url}/${participant.name}.html`,
                rows,
                limit: Number(options.limit ?? 60) * 1000,
                picture:
                  options.pictures && round === 1 ? `${participant.name}-${rows}` : undefined,
              },
              outcome,
            );
            if (!goesOn) givenUp.add(participant);
            const seconds = ((performance.now() - start) / 1000).toFixed(0);
            const faults = Object.entries(outcome.faults).map(([task, why]) => `, ${task}: ${why}`);
            say(
              `${rows} rows, round ${round}, ${participant.title}: ${seconds} s${faults.join('')}`,
            );
          }
        outcomes[rows] = byName(ofSize);
        for (const table of tablesOf(rows, ofSize)) show(table);
      }
    } finally {
      served.close();
    }
    return { bytes: byName(bytes), outcomes };
  },
};
export default suite;

function byName<Value>(values: ReadonlyMap<Participant, Value>): Record<string, Value> {
  return Object.fromEntries([...values].map(([{ name }, value]) => [name, value]));
}
