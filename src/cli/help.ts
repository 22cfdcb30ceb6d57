/** What `--help` says, out of what a command is. */
import { exitWords, type Command, type CommandOptions } from './command.ts';

/** What every command has. */
export const commonOptions: CommandOptions = {
  json: { type: 'boolean', about: 'answer one JSON document, for programs' },
  help: { type: 'boolean', about: 'show this' },
};

/** The list of commands. */
export function helpOfAll(commands: readonly Command[]): string {
  return lines([
    'Usage: overblik <command> [options]',
    '',
    'Looks at profiles and adapters: what is wrong with them, what they say, and what comes of them.',
    'It makes no network call of its own, stores nothing, and writes nothing but what it is asked to.',
    '',
    'Commands:',
    ...columns(commands.map(({ name, summary }) => [name, summary])),
    '',
    'Options:',
    ...columns([
      ['--help', 'show this; with a command, how it is called'],
      ['--version', 'show which Overblik this is'],
    ]),
    '',
    'Exit codes:',
    ...columns(Object.entries(exitWords)),
  ]);
}

/** How one command is called. */
export function helpOf({ name, usage, summary, about, options, ends, examples }: Command): string {
  return lines([
    ...usage.map((each, index) => `${index === 0 ? 'Usage: ' : '       '}overblik ${name} ${each}`),
    '',
    `${summary.charAt(0).toUpperCase()}${summary.slice(1)}.`,
    ...about.flatMap((paragraph) => ['', ...wrap(paragraph, 0)]),
    '',
    'Options:',
    ...columns(
      Object.entries({ ...options, ...commonOptions }).map(([option, each]) => [
        `--${option}${each.type === 'string' ? ` ${each.value}` : ''}`,
        each.about,
      ]),
    ),
    '',
    'Exit codes:',
    ...columns(Object.entries({ ...exitWords, ...ends })),
    '',
    'Examples:',
    ...examples.map((each) => `  ${each}`),
  ]);
}

const width = 100;

/** Names with what is said of each, in two columns. */
function columns(rows: readonly (readonly [string, string])[]): readonly string[] {
  const first = Math.max(...rows.map(([name]) => name.length)) + 4;
  return rows.flatMap(([name, text]) =>
    wrap(text, first).map((line, index) =>
      index === 0 ? `  ${name}`.padEnd(first) + line.slice(first) : line,
    ),
  );
}

/** A text as lines of at most 100 characters, each that far in. */
function wrap(text: string, indent: number): readonly string[] {
  const space = ' '.repeat(indent);
  const found: string[] = [];
  let line = space;
  for (const word of text.split(' ')) {
    if (line.length > indent && line.length + 1 + word.length > width) {
      found.push(line);
      line = space;
    }
    line += line.length > indent ? ` ${word}` : word;
  }
  return [...found, line];
}

function lines(all: readonly string[]): string {
  return `${all.join('\n')}\n`;
}
