/** Codes in the editor: a pasted list read, and codes missed, as an author waits for them. */
import { pathToFileURL } from 'node:url';
import { generateClinic } from '../../fixtures/clinic/index.ts';
import { demens } from '../../fixtures/profiles/index.ts';
import { demoTables } from '../../fixtures/terminology/index.ts';
import { distribution } from './figures.ts';
import type * as subjects from './codes/subject.ts';
import type { Suite } from './suite.ts';

/** Milliseconds for a pasted list of `pastedCodes`. */
const pasteBar = 200;
const pastedCodes = 2000;
const asOf = '2026-11-24';

const suite: Suite = {
  name: 'codes',
  help: ['--sizes 7000,100000   patients of the clinic', '--runs 15'],
  async run({ options, checkouts, bundle, show, say }) {
    const runs = Number(options.runs ?? 15);
    const sizes = (options.sizes ?? '7000,100000').split(',').map(Number);
    const file = await bundle('codes/subject.ts', checkouts.here);
    const { missedIn, readPasted } = (await import(pathToFileURL(file).href)) as typeof subjects;

    const lists = pastedLists();
    const pasted = lists.map(({ name, text }) => {
      const times: number[] = [];
      let read = 0;
      for (let run = 0; run < runs; run++) {
        const start = performance.now();
        read = readPasted(text);
        times.push(performance.now() - start);
      }
      if (read !== pastedCodes) throw new Error(`${read} codes were read of ${name}.`);
      return { name, times };
    });
    show({
      title: `${pastedCodes.toLocaleString('en')} codes pasted (bar: ${pasteBar} ms)`,
      columns: ['', 'ms'],
      rows: pasted.map(({ name, times }) => [name, distribution(times)]),
    });

    const missed = [];
    for (const size of sizes) {
      say(`a clinic of ${size.toLocaleString('en')}`);
      const { description, patients } = generateClinic({ size });
      const ask = missedIn(description.coverage, patients, demens, demoTables, asOf);
      const counting: number[] = [];
      const longest: number[] = [];
      const asking: number[] = [];
      let found = 0;
      for (let run = 0; run < runs; run++) {
        const outcome = await ask();
        counting.push(outcome.counting);
        longest.push(outcome.longestStep);
        asking.push(outcome.asking);
        found = outcome.found;
      }
      missed.push({ size, found, counting, longest, asking });
    }
    show({
      title: 'Codes missed of the dementia population',
      columns: ['patients', 'proposed', 'counting ms', 'longest step ms', 'ranking ms'],
      rows: missed.map(({ size, found, counting, longest, asking }) => [
        size.toLocaleString('en'),
        String(found),
        distribution(counting),
        distribution(longest),
        distribution(asking),
      ]),
      notes: ['Counting goes through the records in steps; ranking asks a terminology in memory.'],
    });
    return { pasteBar, pasted, missed };
  },
};
export default suite;

/** The same codes as people have them: one a line, a spreadsheet's columns, and one long line. */
function pastedLists(): readonly { readonly name: string; readonly text: string }[] {
  const codes = Array.from({ length: pastedCodes }, (_, index) => {
    const [letter, number] = ['ABCDEFGHIJKLMNOPQRST'[Math.floor(index / 100)]!, index % 100];
    return `D${letter}${String(number).padStart(2, '0')}`;
  });
  return [
    { name: 'one a line', text: codes.join('\n') },
    {
      name: 'columns with a heading',
      text: `Kode\tTekst\tAntal\n${codes.map((code, index) => `${code}\t"Nr. ${index}, opdigtet"\t${index}`).join('\n')}`,
    },
    { name: 'behind a text', text: codes.map((code) => `Opdigtet lidelse (${code})`).join('\n') },
    { name: 'in one line', text: codes.join(', ') },
  ];
}
