/** Reports: many dates counted in one clinic, and the clinics of a country put together. */
import { pathToFileURL } from 'node:url';
import { generateClinic } from '../../fixtures/clinic/index.ts';
import { profiles } from '../../fixtures/profiles/index.ts';
import { distribution } from './figures.ts';
import type * as subjects from './report/subject.ts';
import type { Suite } from './suite.ts';

/** Milliseconds for a country's reports, which are in memory. */
const mergeBar = 1000;
/** Milliseconds for one step of counting. */
const stepBar = 50;
const country = { clinics: 1600, quarters: 40, indicators: 21 };
const asOf = '2026-11-24';

const suite: Suite = {
  name: 'report',
  help: ['--sizes 3500,7000   patients of the clinic', '--runs 7'],
  async run({ options, checkouts, bundle, show, say }) {
    const runs = Number(options.runs ?? 7);
    const sizes = (options.sizes ?? '3500,7000').split(',').map(Number);
    const file = await bundle('report/subject.ts', checkouts.here);
    const library = (await import(pathToFileURL(file).href)) as typeof subjects;
    const dates = library.quarterEnds(country.quarters, asOf);

    const counted = [];
    for (const size of sizes) {
      say(`a clinic of ${size.toLocaleString('en')}`);
      const { description, patients } = generateClinic({ size });
      const { clinic, plans } = library.prepare(description.coverage, patients, profiles);
      const together: number[] = [];
      const longest: number[] = [];
      const apart: number[] = [];
      for (let run = 0; run < runs; run++) {
        const outcome = library.countAll(clinic, plans, dates);
        together.push(outcome.time);
        longest.push(outcome.longest);
        const start = performance.now();
        for (const date of dates)
          for (const plan of plans) library.evaluate(plan, clinic, date).indicators();
        apart.push(performance.now() - start);
      }
      counted.push({ size, profiles: plans.length, together, longest, apart });
    }
    show({
      title: `${country.quarters} quarters of one clinic (bar: ${stepBar} ms for a step)`,
      columns: [
        'patients',
        'profiles',
        'in one pass ms',
        'longest step ms',
        'evaluated one by one ms',
      ],
      rows: counted.map((each) => [
        each.size.toLocaleString('en'),
        String(each.profiles),
        distribution(each.together),
        distribution(each.longest),
        distribution(each.apart),
      ]),
    });

    say('the reports of a country');
    const reports = library.madeReports(country.clinics, dates, country.indicators);
    const texts = reports.map((each) => JSON.stringify(each));
    const merging: number[] = [];
    const reading: number[] = [];
    for (let run = 0; run < runs; run++) {
      const start = performance.now();
      const area = library.mergeReports(reports, library.country);
      merging.push(performance.now() - start);
      if (area.clinics?.length !== country.clinics) throw new Error('Not all clinics are in it.');
      if (run >= 2) continue;
      const before = performance.now();
      library.mergeTexts(texts);
      reading.push(performance.now() - before);
    }
    const size = texts.reduce((sum, text) => sum + text.length, 0) / 1e6;
    show({
      title: `${country.clinics} clinics × ${country.quarters} quarters × ${country.indicators} indicators put together (bar: ${mergeBar} ms)`,
      columns: ['', 'ms'],
      rows: [
        ['in memory', distribution(merging)],
        [`read from ${size.toFixed(0)} MB of JSON first, and checked`, distribution(reading)],
      ],
    });
    return { stepBar, mergeBar, counted, merging, reading, megabytes: size };
  },
};
export default suite;
