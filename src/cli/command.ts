/** What a command of the command line is. Each is one file, and one line of `commands.ts`. */

/** How a call ends; the whole table, as `--help` and the docs tell it. */
export const exitCodes = {
  ok: 0,
  found: 1,
  usage: 2,
  unreadable: 3,
  fault: 4,
} as const;
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What each code says of any command; a command's own words (`Command.ends`) take its place. */
export const exitWords: Readonly<Record<ExitCode, string>> = {
  0: 'done, and nothing is wrong',
  1: 'done, and something is wrong: it is told',
  2: 'wrong usage: an option or argument that is not known, or is missing',
  3: 'not done: something that was named could not be read, loaded or reached',
  4: 'a fault in Overblik itself',
};

/** One option, as it is parsed and as `--help` tells it. */
export type CommandOption =
  | { readonly type: 'boolean'; readonly about: string }
  | {
      readonly type: 'string';
      /** What stands for the value: `DATE`. */
      readonly value: string;
      readonly about: string;
      /** The only values that there are. */
      readonly choices?: readonly string[];
    };

export type CommandOptions = Readonly<Record<string, CommandOption>>;

export interface Command {
  readonly name: string;
  /** In one line, as the list of commands has it. */
  readonly summary: string;
  /** Ways to call it, without `overblik` and the name. */
  readonly usage: readonly string[];
  /** Paragraphs below the ways to call it. */
  readonly about: readonly string[];
  /** Beside `--json` and `--help`, which every command has. */
  readonly options: CommandOptions;
  /** What its exit codes say, where that is more than of any command. */
  readonly ends?: Partial<Readonly<Record<ExitCode, string>>>;
  readonly examples: readonly string[];
  /** @throws {UsageError} {Unreadable} */
  readonly run: (call: Call) => Promise<ExitCode>;
}

/** One call of a command. */
export interface Call {
  readonly arguments: readonly string[];
  /** Answers a text option; undefined where it was not given. */
  readonly text: (option: string) => string | undefined;
  /** Answers whether a switch is on. */
  readonly isOn: (option: string) => boolean;
  readonly io: Io;
}

/** The world around a call: what a test gives it, or the process. */
export interface Io {
  /** Writes what was asked for. */
  readonly out: (text: string) => void;
  /** Writes what is said beside it. */
  readonly err: (text: string) => void;
  /** All that comes in, where a file is named `-`. */
  readonly stdin: () => Promise<Uint8Array>;
  /** The folder that paths are relative to. */
  readonly folder: string;
  /** This day, `YYYY-MM-DD`. */
  readonly today: () => string;
  /** This moment, ISO 8601 with offset. */
  readonly now: () => string;
}

/** A call that is no call of ours: told with how it is done. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Something that was named and cannot be read: what, why, and what to do. */
export class Unreadable extends Error {
  override readonly name = 'Unreadable';
}

/** Writes a value as one JSON document, indented. */
export function writeJson(io: Io, value: unknown): void {
  io.out(`${JSON.stringify(value, null, 2)}\n`);
}
