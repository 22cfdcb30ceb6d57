/** `overblik export`: a profile in another language of definition. */
import { mkdirSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import {
  cqlFiles,
  toCirce,
  toCql,
  toEhrql,
  toFhirResources,
  type Refusal,
} from '../languages/index.ts';
import type { Profile } from '../profile/index.ts';
import { exitCodes, UsageError, writeJson, type Call, type Command } from './command.ts';
import { conceptsIn, conceptsOption } from './concept-table.ts';
import { readProfile } from './profile-files.ts';

/** One file that is written. */
interface Written {
  readonly name: string;
  readonly text: string;
}

type Outcome =
  | { readonly ok: true; readonly files: readonly Written[] }
  | { readonly ok: false; readonly refusals: readonly Refusal[] };

export const exportTo: Command = {
  name: 'export',
  summary: 'writes a profile in another language of definition: CQL, ehrQL, or an OHDSI cohort',
  usage: [
    '<profile.json> --to cql [--out FOLDER] [--system NAME=ADDRESS,…] [--json]',
    '<profile.json> --to ehrql [--as-of DATE] [--out FOLDER] [--json]',
    '<profile.json> --to circe --concepts FILE [--as-of DATE] [--out FOLDER]',
  ],
  about: [
    'CQL is three libraries over FHIR R4, one of them the profile’s own, and a FHIR Library of each and a Measure. ehrQL is ' +
      'a dataset definition. An OHDSI cohort (Circe) is who is in on one day, as JSON for Atlas. Without --out the profile’s own text is written to the standard output.',
    'What a language cannot say is told by its name, with its place and why, and nothing is written: half a definition ' +
      'would find other patients.',
  ],
  options: {
    to: {
      type: 'string',
      value: 'cql|ehrql|circe',
      choices: ['cql', 'ehrql', 'circe'],
      about: 'the language',
    },
    out: { type: 'string', value: 'FOLDER', about: 'where the files are written; it is made' },
    system: {
      type: 'string',
      value: 'NAME=ADDRESS,…',
      about:
        'addresses of code systems in your FHIR that have none that is published: ydelse=https://…',
    },
    base: {
      type: 'string',
      value: 'ADDRESS',
      about: 'where the FHIR resources are to be found; default urn:overblik',
    },
    concepts: conceptsOption,
    'as-of': { type: 'string', value: 'DATE', about: 'the day of evaluation; default today' },
    'assume-units': {
      type: 'boolean',
      about: 'numbers are in the profile’s units: ehrQL’s tables have no unit beside them',
    },
  },
  ends: {
    0: 'written',
    1: 'not written: the language cannot say all of the profile, and what is told',
    3: 'not written: the file is not there, or holds no profile that can be used',
  },
  examples: [
    'overblik export demens.json --to cql --out cql',
    'overblik export demens.json --to ehrql --as-of 2026-11-24',
    'overblik export demens.json --to circe --concepts concepts.csv',
  ],
  async run(call) {
    const { io } = call;
    const [file, ...more] = call.arguments;
    if (more.length > 0) throw new UsageError('export takes one profile.');
    const to = call.text('to');
    if (to === undefined)
      throw new UsageError('say which language: --to cql, --to ehrql, or --to circe.');
    const profile = await readProfile(file, 'en', io);
    const outcome = await outcomeOf(profile, to, call);
    if (!outcome.ok) {
      tellRefused(outcome.refusals, to, call);
      return exitCodes.found;
    }
    writeFiles(outcome.files, call);
    return exitCodes.ok;
  },
};

async function outcomeOf(profile: Profile, to: string, call: Call): Promise<Outcome> {
  if (to === 'cql') return cqlOf(profile, call);
  return to === 'ehrql' ? ehrqlOf(profile, call) : circeOf(profile, call);
}

/** @throws {UsageError} without a table of concepts: nobody answers for a vocabulary that is not there. */
async function circeOf(profile: Profile, call: Call): Promise<Outcome> {
  const concepts = call.text('concepts');
  if (concepts === undefined)
    throw new UsageError('--to circe takes --concepts FILE: which code means which concept.');
  const resolver = await conceptsIn(concepts, call.io);
  const outcome = toCirce(profile, { asOf: call.text('as-of') ?? call.io.today(), resolver });
  if (!outcome.ok) return outcome;
  const text = `${JSON.stringify(outcome.expression, null, 2)}\n`;
  return { ok: true, files: [{ name: 'cohort.json', text }] };
}

function cqlOf(profile: Profile, call: Call): Outcome {
  const outcome = toCql(profile, { systems: systemsOf(call.text('system')) });
  if (!outcome.ok) return outcome;
  const resources = toFhirResources(profile, outcome, {
    base: call.text('base') ?? 'urn:overblik',
  });
  return { ok: true, files: cqlFiles(outcome, resources) };
}

function ehrqlOf(profile: Profile, call: Call): Outcome {
  const asOf = call.text('as-of') ?? call.io.today();
  const outcome = toEhrql(profile, { asOf, assumesUnits: call.isOn('assume-units') });
  if (!outcome.ok) return outcome;
  return { ok: true, files: [{ name: 'dataset_definition.py', text: outcome.text }] };
}

/** @throws {UsageError} of what is no pair. */
function systemsOf(text: string | undefined): Readonly<Record<string, string>> {
  const pairs = (text ?? '').split(',').filter((pair) => pair.trim() !== '');
  return Object.fromEntries(
    pairs.map((pair) => {
      const [, name, address] = /^\s*([^=]+?)\s*=\s*(\S+)\s*$/.exec(pair) ?? [];
      if (name === undefined || address === undefined)
        throw new UsageError(
          `--system takes names and addresses: ydelse=https://…; "${pair}" is none.`,
        );
      return [address, name];
    }),
  );
}

function writeFiles(files: readonly Written[], call: Call): void {
  const { io } = call;
  const out = call.text('out');
  if (out === undefined) {
    if (call.isOn('json')) writeJson(io, { files });
    else io.out(files[0]!.text);
    return;
  }
  const folder = resolve(io.folder, out);
  mkdirSync(folder, { recursive: true });
  for (const { name, text } of files) writeFileSync(join(folder, name), text);
  if (call.isOn('json')) writeJson(io, { folder: out, files: files.map(({ name }) => name) });
  else io.out(files.map(({ name }) => `${join(out, name)}\n`).join(''));
}

const languageNames: Readonly<Record<string, string>> = {
  ...{ cql: 'CQL', ehrql: 'ehrQL', circe: 'Circe' },
};

function tellRefused(refusals: readonly Refusal[], to: string, call: Call): void {
  const { io } = call;
  if (call.isOn('json')) {
    writeJson(io, { refusals });
    return;
  }
  const words = refusals.map(({ path, feature, why }) => `${path}\n  ${feature}: ${why}\n`);
  io.out(`${languageNames[to] ?? to} cannot say all of this profile:\n\n${words.join('')}`);
}
