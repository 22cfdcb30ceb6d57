/** `overblik import`: a definition in another language as a profile. */
import { basename, extname } from 'node:path';
import { fromCirce, type Refusal } from '../languages/index.ts';
import { exitCodes, Unreadable, UsageError, writeJson, type Command, type Io } from './command.ts';
import { conceptsIn, conceptsOption } from './concept-table.ts';
import { nameOf, readText } from './files.ts';

export const importFrom: Command = {
  name: 'import',
  summary: 'reads an OHDSI cohort (Circe) as a profile, a draft',
  usage: ['<cohort.json> --from circe --concepts FILE [--id ID] [--title TEXT] [--json]'],
  about: [
    'The cohort is what Atlas exports as JSON. The profile is written to the standard output; it finds who has entered the ' +
      'cohort by the day of evaluation. What says when a person leaves it again is left out, and told beside.',
    'A concept is a number of OMOP’s, and the clinic has codes: --concepts says which code means which concept. One that ' +
      'is not there, and what no profile says, is refused by its name, and nothing is written: half a definition would ' +
      'find other patients.',
  ],
  options: {
    from: { type: 'string', value: 'circe', choices: ['circe'], about: 'the language' },
    concepts: conceptsOption,
    id: {
      type: 'string',
      value: 'ID',
      about: 'the profile’s id; default ohdsi. and the name of the file',
    },
    title: {
      type: 'string',
      value: 'TEXT',
      about: 'what the profile is called; default the name of the file',
    },
  },
  ends: {
    0: 'written',
    1: 'not written: no profile says all of the cohort, or a concept has no code, and what is told',
    3: 'not written: a file is not there, or is no JSON, or no table of concepts',
  },
  examples: [
    'overblik import diabetes.json --from circe --concepts concepts.csv > profile.json',
    'overblik import cohort.json --from circe --concepts concepts.json --title Diabetes',
  ],
  async run(call) {
    const { io } = call;
    const [file, ...more] = call.arguments;
    if (file === undefined || more.length > 0) throw new UsageError('import takes one cohort.');
    if (call.text('from') === undefined) throw new UsageError('say which language: --from circe.');
    const concepts = call.text('concepts');
    if (concepts === undefined)
      throw new UsageError('--concepts FILE says which code means which concept.');
    const document = await readCohort(file, io);
    const resolver = await conceptsIn(concepts, io);
    const stem = file === '-' ? 'cohort' : basename(file, extname(file));
    const id = call.text('id') ?? `ohdsi.${slugOf(stem)}`;
    const outcome = fromCirce(document, { resolver, id, title: call.text('title') ?? stem });
    const isJson = call.isOn('json');
    if (!outcome.ok) {
      const { refusals } = outcome;
      if (isJson) writeJson(io, { refusals });
      else io.err(`No profile says all of this cohort:\n\n${wordsOf(refusals)}`);
      return exitCodes.found;
    }
    const { profile, leftOut } = outcome;
    writeJson(io, isJson ? { profile, leftOut } : profile);
    if (!isJson && leftOut.length > 0) io.err(`Left out:\n\n${wordsOf(leftOut)}`);
    return exitCodes.ok;
  },
};

async function readCohort(file: string, io: Io): Promise<unknown> {
  const text = await readText(file, io);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Unreadable(`${nameOf(file)} is no JSON: ${(error as SyntaxError).message}`);
  }
}

/** A file's name as a part of an id: letters, digits and hyphens. */
function slugOf(name: string): string {
  const slug = name
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-+|-+$/g, '');
  return slug === '' ? 'cohort' : slug;
}

function wordsOf(refusals: readonly Refusal[]): string {
  return refusals.map(({ path, feature, why }) => `${path}\n  ${feature}: ${why}\n`).join('');
}
