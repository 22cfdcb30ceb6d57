/** Attrition while typing: every number of every rule of the largest profile, after one edit. */
import { profiles } from '../../fixtures/profiles/index.ts';
import { clinicOf, measure, rulesOf, type Timed } from './attrition/measure.ts';
import { distribution } from './figures.ts';
import type { Suite } from './suite.ts';

/** Milliseconds, by patients. */
const bars: Readonly<Record<number, number>> = { 7000: 100, 100_000: 300 };
/** The page is blocked no longer. */
const longestStep = 50;

const suite: Suite = {
  name: 'attrition',
  help: ['--patients 7000,100000', '--edits 20'],
  async run({ options, show, say }) {
    const sizes = (options.patients ?? '7000,100000').split(',').map(Number);
    const edits = Number(options.edits ?? 20);
    const [document] = [...profiles].sort((a, b) => rulesOf(b) - rulesOf(a));
    if (!document) throw new Error('There is no profile.');
    const entries = [];
    for (const size of sizes) {
      say(`A clinic of ${size} patients is made.`);
      const clinic = clinicOf(size);
      entries.push({ size, bar: bars[size], ...measure(clinic, document, edits) });
      await Promise.resolve();
    }
    const time = ({ times, longest }: Timed) => [distribution(times), longest.toFixed(1)];
    show({
      title: `Attrition, ${entries[0]?.rules ?? 0} rules of the largest profile (bars: 100 ms of 7,000 patients, 300 ms of 100,000; steps ≤ ${longestStep} ms)`,
      columns: ['patients', 'deed', 'ms, median (quartiles)', 'longest step ms'],
      rows: entries.flatMap(({ size, first, edit, editRead, toggle, oneByOne }) => [
        [String(size), 'first', ...time(first)],
        [String(size), 'one edit', ...time(edit)],
        [String(size), 'one edit, and the document read', ...time(editRead)],
        [String(size), 'a rule left out', ...time(toggle)],
        [String(size), 'one by one: once for each rule of the population', ...time(oneByOne)],
      ]),
      notes: [
        'All numbers of all rules: alone, left, only it; of those of the population only it agrees with one evaluation for each.',
        ...entries.map(
          ({ size, members, undecided, kept }) =>
            `${size}: ${members} members, ${undecided} undecided; ${(kept / 1e6).toFixed(1)} MB of answers kept.`,
        ),
      ],
    });
    return { bars, longestStep, entries };
  },
};
export default suite;
