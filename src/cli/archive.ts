/** `overblik archive`: makes the index of a folder of profiles, and looks at what is in it. */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import {
  readBundle,
  signedState,
  verifySignatures,
  writeBundle,
  type ArchivedDocument,
  type SignedState,
  type TrustedPublisher,
} from '../archive/index.ts';
import { approvalOf, textIn, type Language } from '../profile/index.ts';
import { isObject } from '../json/values.ts';
import { ArchiveFolder, indexFile, type FolderVersion } from './archive-folder.ts';
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
import { table } from './table.ts';

export const archive: Command = {
  name: 'archive',
  summary: 'makes a folder of profiles an archive that any web server can serve',
  usage: [
    '<folder> [--check] [--trust FILE] [--lang da|en] [--json]',
    '<folder> --import <bundle.json> | --export <bundle.json>',
    '<folder> --sign <private-key.jwk>',
    '<folder> --withdraw <id>@<version> --reason TEXT',
  ],
  about: [
    'Reads every JSON file in the folder and below it, checks each profile and cluster package as the elements do, and writes index.json: ' +
      'what a search asks of each version, the hash of its definition, its signatures, and whether it is withdrawn. ' +
      'Put the folder on a web server, and read it by staticArchive of overblik/archive.',
    'A version that was published is not changed: one whose definition is another than in the index is told, and pages ' +
      'go on to refuse it. A file that is gone, or is neither, is told too; the rest is indexed.',
    'Reports of exemptions that clinics have sent (overblik-exemptions/1) are found in the folder as well.',
  ],
  options: {
    check: {
      type: 'boolean',
      about: 'write nothing, and end with 1 where the index is not as it should be',
    },
    import: {
      type: 'string',
      value: 'FILE',
      about: 'take in the profiles of a bundle, a list, or one document',
    },
    export: {
      type: 'string',
      value: 'FILE',
      about: 'write all versions with their signatures as one bundle',
    },
    sign: {
      type: 'string',
      value: 'FILE',
      about: 'sign each version in force by a private key (JSON Web Key, P-256 or Ed25519)',
    },
    trust: {
      type: 'string',
      value: 'FILE',
      about: 'whose signatures are trusted: a JSON list of {"name", "key"}',
    },
    withdraw: {
      type: 'string',
      value: 'ID@VERSION',
      about: 'take a published version back; its document stays',
    },
    reason: {
      type: 'string',
      value: 'TEXT',
      about: 'with --withdraw: why, as its readers are told',
    },
    lang: languageOption,
  },
  ends: {
    0: 'every file could be used, and the index is written (or, with --check, is as it should be)',
    1: 'something in the folder is wrong: it is told; what is right is indexed',
    3: 'not done: the folder, its index or a named file could not be read',
  },
  examples: [
    'overblik archive ./profiles',
    'overblik archive ./profiles --check --trust publishers.json',
    'overblik archive ./profiles --withdraw dk.demens@1.0.0 --reason "Finder for få"',
  ],
  async run(call) {
    const { io } = call;
    const [name, ...more] = call.arguments;
    if (name === undefined || more.length > 0)
      throw new UsageError('name the one folder of the archive.');
    const isCheck = call.isOn('check');
    for (const option of ['import', 'sign', 'withdraw'])
      if (isCheck && call.text(option) !== undefined)
        throw new UsageError(`--check writes nothing, and --${option} does.`);
    if ((call.text('withdraw') === undefined) !== (call.text('reason') === undefined))
      throw new UsageError('--withdraw and --reason go together: which version, and why.');
    const trusted = await readTrusted(call.text('trust'), io);
    const folder = await ArchiveFolder.read(name, io);
    const told: string[] = [];
    await takeIn(call, folder, told);
    withdraw(call, folder, told);
    await sign(call, folder, told);
    writeOut(call, folder, told);
    const isOutdated = folder.isOutdated;
    if (isCheck && isOutdated)
      folder.problems.push({
        file: indexFile,
        message: 'is not what the folder holds.',
        fix: `Write it by "overblik archive ${name}".`,
      });
    else if (isOutdated) folder.store();
    const rows = await Promise.all(
      folder.versions.map(async (each) => describe(each, trusted, languageOf(call), io)),
    );
    const isBroken = rows.some(({ signature }) => signature === 'broken');
    if (call.isOn('json'))
      writeJson(io, {
        ok: folder.problems.length === 0 && !isBroken,
        written: isOutdated && !isCheck,
        versions: rows,
        problems: folder.problems,
        done: told,
      });
    else tell(rows, folder, told, isOutdated && !isCheck, io);
    return folder.problems.length > 0 || isBroken ? exitCodes.found : exitCodes.ok;
  },
};

interface Row {
  readonly kind: ArchivedDocument['kind'];
  readonly id: string;
  readonly version: string;
  readonly status: string;
  readonly approval: string;
  readonly hash: string | undefined;
  readonly signature: SignedState;
  readonly title: string;
  readonly file: string;
  readonly withdrawn?: string;
}

async function describe(
  { document, archived, entry }: FolderVersion,
  trusted: readonly TrustedPublisher[],
  language: Language,
  io: Io,
): Promise<Row> {
  const states = await verifySignatures(document, entry.signatures, trusted);
  const { id, version, status, hash, file, withdrawn } = entry;
  return {
    kind: archived.kind,
    ...{ id, version, status: withdrawn ? 'withdrawn' : status, hash, file },
    approval: approvalOf(archived.document, io.today()).state,
    signature: signedState(states),
    title: textIn(entry.title, language),
    ...(withdrawn ? { withdrawn: withdrawn.reason } : {}),
  };
}

function tell(
  rows: readonly Row[],
  { problems }: ArchiveFolder,
  told: readonly string[],
  isWritten: boolean,
  io: Io,
): void {
  for (const each of told) io.out(`${each}\n`);
  if (rows.length > 0)
    io.out(
      table(
        rows.map(({ id, version, status, approval, hash, signature, title }) => [
          ...[`${id} ${version}`, status, approval === 'none' ? 'not approved' : approval],
          ...[hash?.slice(0, 8) ?? '', signatureWords[signature], title],
        ]),
      ),
    );
  for (const { file, message, fix } of problems)
    io.out(`${file}: error: ${message}\n    do: ${fix}\n`);
  const count = `${rows.length} ${rows.length === 1 ? 'version' : 'versions'}`;
  const wrong = `${problems.length} ${problems.length === 1 ? 'problem' : 'problems'}`;
  io.out(`${count}, ${wrong}; ${indexFile} ${isWritten ? 'is written' : 'was left as it is'}.\n`);
}

const signatureWords: Readonly<Record<SignedState, string>> = {
  trusted: 'signed, trusted',
  unknown: 'signed, unknown key',
  broken: 'BROKEN signature',
  unsigned: 'unsigned',
};

async function takeIn(call: Call, folder: ArchiveFolder, told: string[]): Promise<void> {
  const file = call.text('import');
  if (file === undefined) return;
  const bundle = readBundle(await readText(file, call.io));
  if (!bundle.ok)
    throw new Unreadable(
      bundle.reason === 'newer'
        ? `${file} is of a newer format: update Overblik.`
        : `${file} is neither a bundle, a list of profiles, a profile, nor a cluster package.`,
    );
  for (const each of bundle.documents) {
    if (!each.ok) {
      const fix = 'The others are taken in; mend it, and import it again.';
      const message = `${each.name} is no profile or cluster package that can be used.`;
      folder.problems.push({ file, message, fix });
      continue;
    }
    const { document, publication } = each;
    const key = `${document.id} ${document.version}`;
    const outcome = await folder.take(each, publication);
    if (outcome === 'taken')
      folder.problems.push({
        file,
        message: `${key} is in the archive already, with other content.`,
        fix: 'A version is one document: give it another version.',
      });
    else told.push(outcome === 'already' ? `${key} was in the archive.` : `${key} is taken in.`);
  }
}

function withdraw(call: Call, folder: ArchiveFolder, told: string[]): void {
  const named = call.text('withdraw');
  if (named === undefined) return;
  const at = named.lastIndexOf('@');
  const found = at > 0 ? folder.find(named.slice(0, at), named.slice(at + 1)) : undefined;
  if (!found) throw new Unreadable(`the archive has no ${named}: --withdraw takes ID@VERSION.`);
  const reason = call.text('reason')?.trim() ?? '';
  if (reason === '') throw new UsageError('--reason says why: its readers are told.');
  folder.withdraw(found, reason, call.io.today());
  told.push(`${named.replace('@', ' ')} is withdrawn: ${reason}`);
}

async function sign(call: Call, folder: ArchiveFolder, told: string[]): Promise<void> {
  const file = call.text('sign');
  if (file === undefined) return;
  const key = await readJson(file, call.io);
  if (!isObject(key)) throw new Unreadable(`${file} is no JSON Web Key.`);
  try {
    const signed = await folder.sign(key);
    told.push(`${signed} ${signed === 1 ? 'version is' : 'versions are'} signed.`);
  } catch (error) {
    // What is wrong with a private key is told without a word of it.
    throw new Unreadable(
      `${file} is no private key to sign by (JSON Web Key, on P-256 or Ed25519).${error instanceof RangeError ? ` ${error.message}` : ''}`,
    );
  }
}

function writeOut(call: Call, folder: ArchiveFolder, told: string[]): void {
  const file = call.text('export');
  if (file === undefined) return;
  const path = resolve(call.io.folder, file);
  const documents = folder.versions.map(({ document, entry: { signatures } }) => ({
    ...{ document, signatures },
  }));
  try {
    writeFileSync(path, writeBundle(documents));
  } catch {
    throw new Unreadable(`${file} cannot be written (${path}): is the folder there?`);
  }
  told.push(`${documents.length} versions are written to ${file}.`);
}

async function readTrusted(file: string | undefined, io: Io): Promise<readonly TrustedPublisher[]> {
  if (file === undefined) return [];
  const list = await readJson(file, io);
  const isOne = (each: unknown): each is TrustedPublisher =>
    isObject(each) && typeof each['name'] === 'string' && isObject(each['key']);
  if (Array.isArray(list) && list.every(isOne)) return list;
  throw new Unreadable(`${file} is no list of publishers: [{"name": "DSAM", "key": {…}}].`);
}

async function readJson(file: string, io: Io): Promise<unknown> {
  const text = await readText(file, io);
  try {
    return JSON.parse(text);
  } catch {
    throw new Unreadable(`${file} is no JSON.`);
  }
}
