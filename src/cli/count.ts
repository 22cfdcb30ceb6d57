/** `overblik count`: whom a profile finds among a clinic's patients, in numbers. */
import { compile } from '../engine/index.ts';
import { definitionHash, textIn } from '../profile/index.ts';
import { exitCodes, UsageError, writeJson, type Command, type Io } from './command.ts';
import { countAll, type Counts } from './counts.ts';
import { load, problemsDocument, tellClinic, tellProblems } from './load.ts';
import { languageOf, languageOption, readProfile } from './profile-files.ts';
import { tellReasons } from './reasons.ts';
import { reviewOver } from './review.ts';
import { openSource, sourceOptions } from './source.ts';
import { table } from './table.ts';

export const count: Command = {
  name: 'count',
  summary: 'counts whom a profile finds: members, who cannot be decided, markers, and each rule',
  usage: [
    '<profile.json> --adapter <adapter.js> [--as-of DATE]',
    '<profile.json> --records <file.ndjson> [--description FILE] [--as-of DATE]',
    '<profile.json> --clinic sample [--size NUMBER]',
  ],
  about: [
    'Fetches the patients as a list in the page does, with the same requests, checks and deadlines, and evaluates the ' +
      'profile. What is missing is told, and what cannot be decided is counted beside, never as no. Where nothing ' +
      'came there is no count, but a message.',
    'Rules are counted over everybody who is alive and born on the day; markers and indicators over the members.',
    'Below the numbers stands what is worth a look in this clinic: who is found nobody by, codes and units that no ' +
      'record has, sources that are missing. Nothing of it need be wrong.',
    'Numbers alone are told, unless --patients is given: then the ids of members and of the undecided as well.',
  ],
  options: {
    ...sourceOptions,
    patients: { type: 'boolean', about: 'list the ids of the patients, too' },
    lang: languageOption,
  },
  ends: {
    0: 'counted, and all the data came and could be read',
    1: 'counted, but data is missing or could not be read: it is told which',
    3: 'not counted: a file, the profile, the adapter or the clinic could not be read or reached',
  },
  examples: [
    'overblik count demens.json --clinic sample',
    'overblik count demens.json --adapter ./adapter.js --json',
    'overblik count demens.json --records clinic.ndjson --as-of 2026-11-24',
  ],
  async run(call) {
    const { io } = call;
    const language = languageOf(call);
    const [file, ...more] = call.arguments;
    if (more.length > 0)
      throw new UsageError('count takes one profile; several are several calls.');
    const profile = await readProfile(file, language, io);
    const source = await openSource(call);
    const loaded = await load([compile(profile)], source, io, call.isOn('thrown'));
    const [shown] = loaded.populations;
    if (!shown) return exitCodes.fault;
    const counts = countAll(profile, shown.population, language);
    const { members, undecided } = shown.population;
    const review = reviewOver(shown, language);
    const isNamed = call.isOn('patients');
    if (call.isOn('json'))
      writeJson(io, {
        profile: {
          id: profile.id,
          version: profile.version,
          definition: await definitionHash(profile),
          title: textIn(profile.title, language),
        },
        asOf: source.asOf,
        clinic: shown.description.name,
        patients: shown.patients,
        ...problemsDocument(loaded),
        ...counts,
        review,
        ...(isNamed ? { memberIds: members, undecidedIds: undecided } : {}),
      });
    else {
      io.out(`${textIn(profile.title, language)} (${profile.id} ${profile.version})\n`);
      io.out(`definition ${await definitionHash(profile)}\n`);
      io.out(`${tellClinic(shown)}\n`);
      tell(counts, io);
      section('Worth a look in this clinic', io, review, ({ path, message }) => [message, path]);
      io.out(tellProblems(loaded));
      if (isNamed) tellPatients({ members, undecided }, io);
    }
    return loaded.problems.length > 0 ? exitCodes.found : exitCodes.ok;
  },
};

function tell(counts: Counts, io: Io): void {
  const { asked, members, undecided, undecidedBecause, rules, markers, indicators } = counts;
  io.out('\n');
  io.out(
    table([
      ['members', members],
      ['cannot be decided', undecided],
      ['asked', asked],
    ]),
  );
  section(
    'Why they cannot be decided (patients)',
    io,
    undecidedBecause,
    ({ reason, type, patients, words }) => [patients, reason, type ?? '', words],
  );
  section('Rules (yes, unknown)', io, rules, ({ path, text, yes, unknown }) => [
    yes,
    unknown,
    path.replace('/population/', ''),
    text,
  ]);
  section(
    'Markers (yes, unknown)',
    io,
    markers,
    ({ id, level, title, yes, unknown }) => [yes, unknown, level, id, title],
    ({ unknown, unknownBecause }) => tellReasons(unknown, 'unknown', unknownBecause),
  );
  section(
    'Columns that cannot be decided for everybody (value, none, unknown)',
    io,
    counts.information.filter(({ unknown, incomplete }) => unknown + incomplete > 0),
    ({ id, title, value, none, unknown }) => [value, none, unknown, id, title],
    ({ unknown, unknownBecause, incomplete, incompleteBecause }) =>
      tellReasons(unknown, 'unknown', unknownBecause) +
      tellReasons(incomplete, 'with a value, perhaps not all of it', incompleteBecause),
  );
  section(
    'Indicators (of, unknown)',
    io,
    indicators,
    ({ id, title, numerator, denominator, unknownNumerator, unknownDenominator }) => [
      `${numerator}/${denominator}`,
      unknownNumerator + unknownDenominator,
      id,
      title,
    ],
    (each) =>
      tellReasons(each.unknownNumerator, 'unknown', each.unknownNumeratorBecause) +
      tellReasons(each.unknownDenominator, 'not known to count', each.unknownDenominatorBecause),
  );
}

function section<Row>(
  title: string,
  io: Io,
  rows: readonly Row[],
  cells: (row: Row) => readonly (string | number)[],
  /** Lines below a row. */
  below: (row: Row) => string = () => '',
): void {
  if (rows.length === 0) return;
  const lines = table(rows.map(cells)).split('\n');
  io.out(`\n${title}\n${rows.map((row, index) => `${lines[index]}\n${below(row)}`).join('')}`);
}

/** Ids are the host's own, and may hold anything: each is written as JSON. */
export function tellPatients(groups: Readonly<Record<string, readonly string[]>>, io: Io): void {
  for (const [name, ids] of Object.entries(groups))
    io.out(
      `\n${name}: ${ids.length === 0 ? 'nobody' : ids.map((id) => JSON.stringify(id)).join(', ')}\n`,
    );
}
