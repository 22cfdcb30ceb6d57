/** `overblik report`: a clinic's report, protected where the patients are, and an area's of its clinics'. */
import { compile, finish } from '../engine/index.ts';
import type { Profile } from '../profile/index.ts';
import { isCalendarDate, type CalendarDate } from '../record/index.ts';
import {
  clinicReportsInSteps,
  defaultProtection,
  groupsOf,
  protectionProblem,
  quarterEnds,
  reportSubjects,
  type ClinicReport,
  type Protection,
} from '../report/index.ts';
import {
  exitCodes,
  Unreadable,
  UsageError,
  writeJson,
  type Call,
  type Command,
} from './command.ts';
import { filesNamed } from './files.ts';
import { loadForReport, type ReportedClinicData } from './load-for-report.ts';
import { languageOf, languageOption, readProfile } from './profile-files.ts';
import { reportsOfDatabase } from './report-database.ts';
import { countCarePlans, readCarePlans } from './report-care-plans.ts';
import { readExemptions } from './report-exemptions.ts';
import { mergeFiles, mergeOptions } from './report-merge.ts';
import { tellClinicReport } from './report-tables.ts';
import { openSource, readAsOf, sourceOptions, type Source } from './source.ts';
import { readVersion } from './version.ts';

export const report: Command = {
  name: 'report',
  summary: 'makes a clinic’s report of indicators, protected, and puts clinics’ reports together',
  usage: [
    '<profile.json …> --adapter <adapter.js> [--quarters NUMBER]',
    '<profile.json …> --records <file.ndjson> [--description FILE] [--dates DATES]',
    '<profile.json …> --clinic sample [--size NUMBER]',
    '<profile.json …> --database <database.js> [--quarters NUMBER]',
    '<report.json …> --merge LEVEL --area ID [--expected FILE]',
  ],
  about: [
    'Counts each indicator of the profiles on each date, and protects the numbers before anything is written: what is ' +
      'few is told as that alone, the rest in steps. No patient is in a report, and no number as it was counted.',
    'On a date before the clinic has data of what is asked, an indicator is not counted, and it is told from when there ' +
      'is data. What cannot be decided is counted beside, never as no.',
    'With --merge the files are reports of clinics: those of the same profile, version, definition, protection and ' +
      'dates are put together; the others are named with the reason. Of several profiles there is an area’s report of each.',
  ],
  options: {
    ...sourceOptions,
    database: {
      type: 'string',
      value: 'FILE',
      about:
        'a module whose default export is a database with many clinics, or a function that connects to one: one report of each clinic and profile',
    },
    dates: { type: 'string', value: 'DATES', about: 'the days to count on, with commas between' },
    quarters: {
      type: 'string',
      value: 'NUMBER',
      about: 'the last so many ends of quarters, instead of --dates; default 8',
    },
    id: { type: 'string', value: 'ID', about: 'of the clinic; default that of its description' },
    name: {
      type: 'string',
      value: 'NAME',
      about: 'of the clinic; default that of its description',
    },
    cluster: { type: 'string', value: 'ID', about: 'the cluster that the clinic belongs to' },
    municipality: { type: 'string', value: 'ID', about: 'its municipality' },
    region: { type: 'string', value: 'ID', about: 'its region' },
    capacity: {
      type: 'string',
      value: 'NUMBER',
      about: 'GP capacities of the clinic; default that of its description',
    },
    'care-plans': {
      type: 'string',
      value: 'PERIOD',
      choices: ['month', 'quarter', 'year'],
      about: 'count care plans of the last twelve months too (R28), by month, quarter or year',
    },
    package: {
      type: 'string',
      value: 'FILE',
      about: 'with --care-plans: count those that a cluster package names, instead of all',
    },
    threshold: {
      type: 'string',
      value: 'NUMBER',
      about: 'a number less than this is told as that alone; default 5, a multiple of --base',
    },
    base: {
      type: 'string',
      value: 'NUMBER',
      about: 'other numbers are told in steps of this; default 5',
    },
    sex: { type: 'boolean', about: 'tell women and men apart, where the area has agreed to it' },
    ages: {
      type: 'string',
      value: 'AGES',
      about: 'tell ages apart, where the area has agreed: first years with commas, as 0,18,65',
    },
    causes: {
      type: 'boolean',
      about: 'tell why the unknown are unknown, where the area has agreed to it',
    },
    exemptions: {
      type: 'boolean',
      about:
        'tell why patients are exempt, by the rounds of --adapter, where the area has agreed to it',
    },
    ...mergeOptions,
    lang: languageOption,
  },
  ends: {
    0: 'made, of all the data and of all reports that were given',
    1: 'made, but data is missing, or a report is missing or refused: it is told which',
    3: 'not made: a file, a profile, the adapter or the clinic could not be read or reached',
  },
  examples: [
    'overblik report demens.json --clinic sample --quarters 4',
    'overblik report demens.json kol.json --adapter ./adapter.js --cluster havnen --json',
    'overblik report demens.json --database ./database.js --quarters 8 --json',
    'overblik report clinic-*.json --merge cluster --area havnen --json',
  ],
  async run(call) {
    const isMerging = call.text('merge') !== undefined;
    for (const [option, { type }] of Object.entries(report.options)) {
      const isGiven = type === 'boolean' ? call.isOn(option) : call.text(option) !== undefined;
      if (!isGiven || option === 'lang') continue;
      const goesWithMerge = Object.hasOwn(mergeOptions, option);
      if (goesWithMerge && !isMerging) throw new UsageError(`--${option} goes with --merge.`);
      if (!goesWithMerge && isMerging)
        throw new UsageError(`--${option} is of a clinic’s report, and does not go with --merge.`);
    }
    if (isMerging) return mergeFiles(call);
    const profiles = await readProfiles(call);
    const protection = readProtection(call);
    const plans = profiles.map((each) => compile(each));
    if (call.text('database') !== undefined) {
      const asOf = readAsOf(call, call.io.today());
      const asked = {
        dates: readDates(call, { asOf }),
        carePlans: await readCarePlans(call, asOf),
      };
      tell(await reportsOfDatabase(plans, asked, protection, call), [], call);
      return exitCodes.ok;
    }
    const source = await openSource(call);
    const dates = readDates(call, source);
    const loaded = await loadForReport(plans, dates, source, call);
    const reports = finish(
      clinicReportsInSteps(loaded.clinic, await reportSubjects(plans), {
        ...{ dates, protection, madeAt: call.io.now(), engine: readVersion() },
        clinic: readClinic(call, loaded),
        ...readAgreed(call),
        ...readCapacity(call, loaded),
        ...(await countCarePlans(call, loaded, profiles, source, protection)),
        ...(await readExemptions(call, profiles, source, dates.at(-1)!)),
      }),
    );
    tell(reports, loaded.problems, call);
    return loaded.problems.length > 0 ? exitCodes.found : exitCodes.ok;
  },
};

function tell(reports: readonly ClinicReport[], problems: readonly string[], call: Call): void {
  const { io } = call;
  // What is missing is no part of a document that leaves the clinic.
  for (const problem of problems) io.err(`overblik: incomplete: ${problem}\n`);
  if (call.isOn('json')) writeJson(io, reports.length === 1 ? reports[0] : reports);
  else for (const each of reports) io.out(tellClinicReport(each));
}

async function readProfiles(call: Call): Promise<readonly Profile[]> {
  const files = filesNamed(call.arguments, 'the file of a profile', call.io);
  const profiles: Profile[] = [];
  for (const file of files) profiles.push(await readProfile(file, languageOf(call), call.io));
  for (const { id, indicators = [] } of profiles)
    if (indicators.length === 0)
      throw new Unreadable(`${id} has no indicators: there is nothing to report of it.`);
  return profiles;
}

function readDates(call: Call, { asOf }: Pick<Source, 'asOf'>): readonly CalendarDate[] {
  const given = call.text('dates');
  if (given === undefined) {
    const quarters = Number(call.text('quarters') ?? 8);
    if (Number.isInteger(quarters) && quarters >= 1 && quarters <= mostQuarters)
      return quarterEnds(quarters, asOf);
    throw new UsageError(
      `--quarters is a number from 1 to ${mostQuarters}, not "${call.text('quarters') ?? ''}".`,
    );
  }
  if (call.text('quarters') !== undefined)
    throw new UsageError('say either --dates or --quarters.');
  const dates = given.split(',').map((each) => each.trim());
  const wrong = dates.find((each): boolean => !isCalendarDate(each));
  if (wrong !== undefined)
    throw new UsageError(
      `--dates are days that exist, as 2026-06-30,2026-09-30; "${wrong}" is none.`,
    );
  const later = dates.find((each) => each > asOf);
  if (later !== undefined)
    throw new UsageError(`${later} has not come yet: the day of evaluation is ${asOf} (--as-of).`);
  return [...new Set(dates)].sort();
}

/** A hundred years. */
const mostQuarters = 400;

function readProtection(call: Call): Protection {
  const size = (option: 'threshold' | 'base') =>
    Number(call.text(option) ?? defaultProtection[option]);
  const protection = { ...defaultProtection, threshold: size('threshold'), base: size('base') };
  const problem = protectionProblem(protection);
  if (problem) throw new UsageError(problem.en ?? problem.da);
  return protection;
}

function readClinic(call: Call, { description }: ReportedClinicData) {
  const id = call.text('id') ?? description.id ?? description.name;
  if (id === '')
    throw new UsageError('the clinic’s description has no id and no name: say --id ID.');
  const name = call.text('name') ?? (description.name === '' ? id : description.name);
  const belonging = ['cluster', 'municipality', 'region'].flatMap((level) => {
    const of = call.text(level);
    return of === undefined ? [] : [[level, of] as const];
  });
  return { id, name, ...Object.fromEntries(belonging) };
}

function readAgreed(call: Call) {
  const ages = call.text('ages');
  const from = ages?.split(',').map((each) => Number(each.trim())) ?? [];
  if (from.some((each, at) => !Number.isInteger(each) || each < 0 || each <= (from[at - 1] ?? -1)))
    throw new UsageError(`--ages are first years in order, as 0,18,65, not "${ages ?? ''}".`);
  const sex = call.isOn('sex');
  return {
    ...(sex || from.length > 0 ? { groups: groupsOf({ sex, from }) } : {}),
    ...(call.isOn('causes') ? { causes: true } : {}),
  };
}

function readCapacity(call: Call, { description }: ReportedClinicData) {
  const given = call.text('capacity');
  const own = description.capacity;
  if (given === undefined) return own === undefined ? {} : { capacity: own };
  const capacity = Number(given);
  if (given.trim() !== '' && capacity >= 0 && capacity <= 1000) return { capacity };
  throw new UsageError(`--capacity is a number of GP capacities, as 3 or 2.5, not "${given}".`);
}
