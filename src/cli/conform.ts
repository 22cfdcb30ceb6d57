/** `overblik conform`: an adapter held against the contract, with a report and the test protocol. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { AdapterFailure } from '../adapter/index.ts';
import {
  protocolHtml,
  reportHtml,
  reportText,
  runConformance,
  type ConformanceReport,
} from '../conformance/index.ts';
import {
  exitCodes,
  Unreadable,
  UsageError,
  writeJson,
  type Call,
  type Command,
  type Io,
} from './command.ts';
import { readText } from './files.ts';
import { languageOf, languageOption } from './profile-files.ts';
import { openSource, sourceOptions } from './source.ts';
import { readVersion } from './version.ts';

export const conform: Command = {
  name: 'conform',
  summary: 'holds an adapter against the contract: what is met, what is not, where, and what to do',
  usage: [
    '<adapter.js> [profile.json…] [--html FILE] [--protocol FILE]',
    '--records <file.ndjson> [--description FILE] [profile.json…]',
    '--clinic sample [--size NUMBER] [profile.json…]',
  ],
  about: [
    'Asks the adapter as the elements do, several times over, and judges each requirement of the catalogue: pass, fail, ' +
      'skip (not judged), omit (an optional part that is not there) or error. Profiles that are named are looked for in ' +
      'the data. The report holds names, numbers and places, and nothing of a patient’s.',
    'It reads. What it may do besides is told: --writes saves rounds of a profile of the kit’s own, and leaves them ' +
      'withdrawn; --action runs actions, for the patients of --patient, of a test clinic; --open-journal opens one journal.',
  ],
  options: {
    ...sourceOptions,
    only: {
      type: 'string',
      value: 'IDS',
      about: 'requirements to look at, or what they begin with: LOA,DAT-06',
    },
    writes: { type: 'boolean', about: 'save rounds, of a profile of the kit’s own' },
    action: { type: 'string', value: 'IDS', about: 'actions that may be run, with --patient' },
    patient: { type: 'string', value: 'IDS', about: 'patients that they may be run for' },
    'open-journal': { type: 'boolean', about: 'open one patient’s journal' },
    all: { type: 'boolean', about: 'tell what passed, too' },
    strict: { type: 'boolean', about: 'let a SHOULD that is not met count as a SHALL does' },
    previous: {
      type: 'string',
      value: 'FILE',
      about: 'a report of before (--json), to compare with',
    },
    html: { type: 'string', value: 'FILE', about: 'write the report as HTML' },
    protocol: {
      type: 'string',
      value: 'FILE',
      about: 'write the test protocol, filled in by the run',
    },
    lang: { ...languageOption, about: 'language of the test protocol; default da' },
  },
  ends: {
    0: 'every SHALL that could be judged is met',
    1: 'a SHALL is not met, or with --strict a SHOULD',
    3: 'not run: the adapter, or a file, could not be read or loaded',
  },
  examples: [
    'overblik conform ./adapter.js',
    'overblik conform ./adapter.js demens.json --html report.html --protocol protokol.html',
    'overblik conform ./adapter.js --json > today.json',
    'overblik conform ./adapter.js --previous yesterday.json --strict',
  ],
  async run(call) {
    const { io } = call;
    const [source, files] = await sourceOf(call);
    const profiles = await Promise.all(files.map((file) => readDocument(file, io)));
    const previous = await readPrevious(call.text('previous'), io);
    const actions = listOf(call.text('action'));
    const patients = listOf(call.text('patient'));
    if (actions.length > 0 !== patients.length > 0)
      throw new UsageError('--action and --patient go together: which actions, and for whom.');
    const report = await runConformance(source.adapter, {
      asOf: source.asOf,
      deadline: source.deadline,
      profiles,
      only: listOf(call.text('only')),
      writes: call.isOn('writes'),
      openJournal: call.isOn('open-journal'),
      started: io.today(),
      version: readVersion(),
      environment: `Node ${process.version}`,
      ...(call.isOn('thrown') ? { onFailure: tellThrown(io) } : {}),
      ...(actions.length > 0 ? { actions: { actions, patients } } : {}),
    });
    if (report.results.length === 0)
      throw new UsageError('--only names no requirement: they are LOA-03, DAT-06 and so on.');
    for (const trouble of source.troubles()) io.err(`overblik: ${trouble}\n`);
    writeFile(call.text('html'), reportHtml(report, { previous }), io);
    writeFile(call.text('protocol'), protocolHtml(report, languageOfProtocol(call)), io);
    if (call.isOn('json')) writeJson(io, report);
    else io.out(reportText(report, { previous, all: call.isOn('all') }));
    const { ok, should } = report.summary;
    return ok && !(call.isOn('strict') && should.fail > 0) ? exitCodes.ok : exitCodes.found;
  },
};

/** The first word is the adapter, unless an option says where the patients are; the others are profiles. */
async function sourceOf(call: Call) {
  const isNamed = ['adapter', 'records', 'clinic'].some((name) => call.text(name) !== undefined);
  const [first, ...others] = call.arguments;
  if (isNamed) return [await openSource(call), call.arguments] as const;
  if (first === undefined) throw new UsageError('name the module of the adapter: ./adapter.js.');
  const text = (option: string) => (option === 'adapter' ? first : call.text(option));
  return [await openSource({ ...call, text }), others] as const;
}

function tellThrown(io: Io): (failure: AdapterFailure) => void {
  return ({ message, thrown }) =>
    io.err(`${message}\n${thrown instanceof Error ? thrown.stack : String(thrown)}\n`);
}

function languageOfProtocol(call: Call): 'da' | 'en' {
  return call.text('lang') === undefined ? 'da' : languageOf(call);
}

function listOf(given: string | undefined): readonly string[] {
  return (given ?? '')
    .split(',')
    .map((each) => each.trim())
    .filter((each) => each !== '');
}

async function readDocument(file: string, io: Io): Promise<unknown> {
  try {
    return JSON.parse(await readText(file, io)) as unknown;
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Unreadable(`${file} is no JSON: "overblik check ${file}" tells where.`);
  }
}

async function readPrevious(
  file: string | undefined,
  io: Io,
): Promise<ConformanceReport | undefined> {
  if (file === undefined) return undefined;
  const report = (await readDocument(file, io)) as Partial<ConformanceReport> | null;
  if (report?.format === 'overblik-conformance/1' && Array.isArray(report.results))
    return report as ConformanceReport;
  throw new Unreadable(`${file} is no report of this kit: write one with --json.`);
}

function writeFile(file: string | undefined, content: string, io: Io): void {
  if (file === undefined) return;
  const path = resolve(io.folder, file);
  try {
    writeFileSync(path, content);
  } catch {
    throw new Unreadable(`${file} cannot be written (${path}): is the folder there?`);
  }
  io.err(`overblik: wrote ${file}\n`);
}
