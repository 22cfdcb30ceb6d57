/** Where a call's patients come from: an adapter of a vendor's, records in a file, or the made-up clinic. */
import { existsSync } from 'node:fs';
import { basename, extname, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { memoryAdapter, shapeOf, type ClinicAdapter, type MemoryClinic } from '../adapter/index.ts';
import { isCalendarDate, type CalendarDate } from '../record/index.ts';
import { Unreadable, UsageError, type Call, type CommandOptions } from './command.ts';
import { readText, unreadable } from './files.ts';
import { RecordsFile } from './records-file.ts';

/** How a call says where its patients are. */
export const sourceOptions: CommandOptions = {
  adapter: {
    type: 'string',
    value: 'FILE',
    about: 'a module whose default export is an adapter, or a function that makes one',
  },
  records: {
    type: 'string',
    value: 'FILE',
    about:
      'patients with their records (records.schema.json), one a line (NDJSON) or in one JSON list, or {"description", "patients"}; "-" is the standard input',
  },
  description: {
    type: 'string',
    value: 'FILE',
    about:
      'with --records: the clinic’s description (ClinicDescription) as JSON; without it nothing is said of coverage',
  },
  clinic: { type: 'string', value: 'sample', choices: ['sample'], about: 'the made-up clinic' },
  size: {
    type: 'string',
    value: 'NUMBER',
    about: 'with --clinic: how many patients it has; default 600',
  },
  'as-of': {
    type: 'string',
    value: 'DATE',
    about: 'the day of evaluation, YYYY-MM-DD; default today, of the made-up clinic 2026-11-24',
  },
  deadline: {
    type: 'string',
    value: 'SECONDS',
    about: 'longest wait for one answer of the adapter; default 20',
  },
  thrown: {
    type: 'boolean',
    about: 'show what the adapter threw, which may name a patient',
  },
};

/** Patients to count among, and the day. */
export interface Source {
  readonly adapter: ClinicAdapter;
  readonly asOf: CalendarDate;
  /** Longest wait for one answer, in milliseconds. */
  readonly deadline: number;
  /** What could not be read of a file, once it was read to its end. */
  readonly troubles: () => readonly string[];
}

/** Whether a call names a source at all. */
export function hasSource(call: Call): boolean {
  return ['adapter', 'records', 'clinic'].some((name) => call.text(name) !== undefined);
}

/** @throws {UsageError} unless one source is named. @throws {Unreadable} of one that cannot be had. */
export async function openSource(call: Call): Promise<Source> {
  const [adapter, records, clinic] = ['adapter', 'records', 'clinic'].map(call.text);
  if ([adapter, records, clinic].filter((each) => each !== undefined).length !== 1)
    throw new UsageError(
      'say where the patients are, by one of --adapter FILE, --records FILE and --clinic sample.',
    );
  for (const [option, of, isNamed] of [
    ['description', '--records', records !== undefined],
    ['size', '--clinic', clinic !== undefined],
  ] as const)
    if (call.text(option) !== undefined && !isNamed)
      throw new UsageError(`--${option} goes with ${of} alone.`);
  const asOf = readAsOf(call, clinic === undefined ? call.io.today() : sampleDay);
  const deadline = readNumber(call, 'deadline', 20) * 1000;
  const none = () => [];
  if (adapter !== undefined)
    return { adapter: await loadAdapter(adapter, call), asOf, deadline, troubles: none };
  if (records !== undefined) {
    const file = new RecordsFile(records, call.io);
    await file.look();
    const description = await readDescription(call, file.description);
    const clinic = { description, patients: () => file.batches() };
    return { adapter: memoryAdapter(clinic), asOf, deadline, troubles: () => file.troubles };
  }
  const made = await makeSample(Math.round(readNumber(call, 'size', 600)), asOf);
  return { adapter: memoryAdapter(made), asOf, deadline, troubles: none };
}

/** The day that the made-up clinic is seen on. */
const sampleDay = '2026-11-24';

async function makeSample(size: number, asOf: CalendarDate): Promise<MemoryClinic> {
  // By its name in the package: it is compiled beside what is compiled of this.
  const name = 'overblik/testing';
  const { generateClinic } = (await import(name)) as {
    generateClinic: (options: { size: number; asOf: string }) => MemoryClinic;
  };
  return generateClinic({ size, asOf });
}

/** The day of evaluation. */
export function readAsOf(call: Call, usual: CalendarDate): CalendarDate {
  const given = call.text('as-of') ?? usual;
  if (!isCalendarDate(given))
    throw new UsageError(`--as-of is a day that exists, as 2026-11-24, not "${String(given)}".`);
  return given;
}

function readNumber(call: Call, option: string, usual: number): number {
  const given = call.text(option);
  const number = given === undefined ? usual : Number(given);
  if (number > 0 && Number.isFinite(number)) return number;
  throw new UsageError(`--${option} is a number above 0, not "${given}".`);
}

/** The library checks it, as it does an adapter's answer. */
async function readDescription(call: Call, own: unknown): Promise<MemoryClinic['description']> {
  const file = call.text('description');
  if (file === undefined)
    return (own as MemoryClinic['description'] | undefined) ?? { name: '', coverage: {} };
  try {
    return JSON.parse(await readText(file, call.io)) as MemoryClinic['description'];
  } catch (error) {
    if (!(error instanceof SyntaxError)) throw error;
    throw new Unreadable(
      `${file} is no JSON: it has to be a ClinicDescription, as {"name": …, "coverage": {…}}.`,
    );
  }
}

/** Loads the adapter that a module of a vendor's exports. @throws {Unreadable} that says what stands in its place. */
async function loadAdapter(file: string, call: Pick<Call, 'io'>): Promise<ClinicAdapter> {
  const adapter = await loadDefault(file, 'adapter', call);
  const shape = shapeOf(adapter);
  if (typeof adapter === 'object' && adapter !== null && shape !== 'list')
    return adapter as ClinicAdapter;
  throw new Unreadable(
    `the default export of ${file} is no adapter, but ${shapeNames[shape] ?? 'something else'}: ` +
      'an adapter is an object with describe, records (or search), patient and openJournal.',
  );
}

/**
 * What a module of a vendor's exports by default, made where it is a function.
 * @param what It is, in one word.
 * @throws {Unreadable} of a module that cannot be loaded, or exports nothing by default.
 */
export async function loadDefault(
  file: string,
  what: string,
  { io }: Pick<Call, 'io'>,
): Promise<unknown> {
  const path = resolve(io.folder, file);
  if (!existsSync(path)) throw unreadable(file, path, { code: 'ENOENT' });
  const module = await importModule(file, path);
  if (!('default' in module)) {
    const names = Object.keys(module);
    throw new Unreadable(
      `${file} has no default export${names.length > 0 ? ` (it exports ${names.join(', ')})` : ''}: ` +
        `write "export default ${what}", or a function that makes one.`,
    );
  }
  return makeDefault(file, module.default);
}

const shapeNames: Readonly<Record<string, string>> = {
  nothing: 'nothing',
  text: 'a text',
  list: 'a list',
  number: 'a number',
  boolean: 'a boolean',
  function: 'a function that makes a function',
};

async function importModule(
  file: string,
  path: string,
): Promise<Readonly<Record<string, unknown>>> {
  try {
    return (await import(pathToFileURL(path).href)) as Record<string, unknown>;
  } catch (error) {
    const isTypeScript =
      (error as NodeJS.ErrnoException | null)?.code === 'ERR_UNKNOWN_FILE_EXTENSION' &&
      /\.[mc]?tsx?$/.test(extname(path));
    if (isModuleReadAsScript(error))
      throw new Unreadable(
        `${file} is an ES module, and the package.json above it says that scripts are CommonJS: run "npm pkg set type=module", or name it ${basename(file, extname(file))}.mjs.`,
      );
    throw new Unreadable(
      isTypeScript
        ? `${file} is TypeScript, which this Node (${process.version}) does not read: compile it first, or use Node 22.18 or newer.`
        : `${file} cannot be loaded:\n${stackOf(error)}`,
    );
  }
}

/** As Node says it of `import` and `export` in a script. */
function isModuleReadAsScript(error: unknown): boolean {
  return (
    error instanceof Error &&
    error.name === 'SyntaxError' &&
    /import statement outside a module|Unexpected token 'export'/.test(error.message)
  );
}

async function makeDefault(file: string, exported: unknown): Promise<unknown> {
  try {
    return await (typeof exported === 'function' ? (exported as () => unknown)() : exported);
  } catch (error) {
    throw new Unreadable(
      /Class constructor .* cannot be invoked without 'new'/.test(String(error))
        ? `the default export of ${file} is a class: write "export default new MyAdapter()", or a function that makes one.`
        : `the function that ${file} exports threw:\n${stackOf(error)}`,
    );
  }
}

/** Where it went wrong: code of the vendor's that no patient has come near yet. */
function stackOf(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? String(error)) : String(error);
  return text.split('\n').slice(0, 8).join('\n');
}
