/** From the words of a call to its end: which command, with which options, and what is said where it is no call. */
import { parseArgs } from 'node:util';
import { nearest } from '../json/nearest.ts';
import {
  exitCodes,
  Unreadable,
  UsageError,
  type Call,
  type Command,
  type CommandOption,
  type ExitCode,
  type Io,
} from './command.ts';
import { commands } from './commands.ts';
import { commonOptions, helpOf, helpOfAll } from './help.ts';
import { readVersion } from './version.ts';

/** Does one call, and answers its exit code. Never throws. */
export async function run(words: readonly string[], io: Io): Promise<ExitCode> {
  try {
    return await call(words, io);
  } catch (error) {
    if (error instanceof UsageError) {
      io.err(`overblik: ${error.message}\n`);
      return exitCodes.usage;
    }
    if (error instanceof Unreadable) {
      io.err(`overblik: ${error.message}\n`);
      return exitCodes.unreadable;
    }
    io.err(
      `overblik: a fault in Overblik itself; please report it, with the call and these lines:\n${String(
        error instanceof Error ? error.stack : error,
      )}\n`,
    );
    return exitCodes.fault;
  }
}

async function call([name, ...words]: readonly string[], io: Io): Promise<ExitCode> {
  if (name === '--version' || name === '-v') {
    io.out(`${readVersion()}\n`);
    return exitCodes.ok;
  }
  if (name === undefined || name === '--help' || name === '-h' || name === 'help') {
    const [of] = words;
    if (name === 'help' && of !== undefined) io.out(helpOf(await find(of)));
    else io.out(helpOfAll(await Promise.all(commands.map(({ load }) => load()))));
    return name === undefined ? exitCodes.usage : exitCodes.ok;
  }
  const command = await find(name);
  const parsed = parse(command, words);
  if (parsed.isOn('help')) {
    io.out(helpOf(command));
    return exitCodes.ok;
  }
  return command.run({ ...parsed, io });
}

async function find(name: string): Promise<Command> {
  const entry = commands.find((each) => each.name === name);
  if (entry) return entry.load();
  const names = commands.map((each) => each.name);
  const meant = nearest(name, names);
  throw new UsageError(
    `there is no command "${name}"${meant === undefined ? '.' : `: did you mean "${meant}"?`} ` +
      `The commands are ${names.join(', ')}; "overblik --help" tells what each does.`,
  );
}

/** Reads the words behind a command's name. */
function parse(command: Command, words: readonly string[]): Omit<Call, 'io'> {
  const options: Readonly<Record<string, CommandOption>> = { ...command.options, ...commonOptions };
  const see = `"overblik ${command.name} --help" tells how it is called.`;
  let parsed;
  try {
    parsed = parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        ...Object.fromEntries(
          Object.entries(options).map(([option, { type }]) => [option, { type, multiple: false }]),
        ),
        help: { type: 'boolean', short: 'h' },
      },
    });
  } catch (error) {
    throw new UsageError(`${explainParse(error, Object.keys(options))} ${see}`);
  }
  const values: Readonly<Record<string, string | boolean | undefined>> = parsed.values;
  for (const [option, { type, ...rest }] of Object.entries(options)) {
    const value = values[option];
    const choices = 'choices' in rest ? rest.choices : undefined;
    if (type === 'string' && value !== undefined && choices && !choices.includes(String(value)))
      throw new UsageError(
        `--${option} is ${choices.map((each) => `"${each}"`).join(' or ')}, not "${String(value)}". ${see}`,
      );
  }
  return {
    arguments: parsed.positionals,
    text: (option) => {
      const value = values[option];
      return typeof value === 'string' ? value : undefined;
    },
    isOn: (option) => values[option] === true,
  };
}

/** Says what `parseArgs` cannot read, with the option that was probably meant. */
function explainParse(error: unknown, known: readonly string[]): string {
  const message = error instanceof Error ? error.message : String(error);
  const [, unknown] = /^Unknown option '--?([^']*)'/.exec(message) ?? [];
  if (unknown === undefined) return `${message.split('\n')[0]?.replace(/\.?$/, '.')}`;
  const meant = nearest(unknown, known);
  return `there is no option "--${unknown}"${meant === undefined ? '.' : `: did you mean "--${meant}"?`}`;
}
