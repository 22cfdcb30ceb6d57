#!/usr/bin/env node
/** The program `overblik`, as `npx overblik` starts it: a call by the words it was started with. */
import { formatISO } from 'date-fns/formatISO';
import type { Io } from './command.ts';
import { run } from './run.ts';

const io: Io = {
  out: (text) => void process.stdout.write(text),
  err: (text) => void process.stderr.write(text),
  stdin: async () => {
    const parts: Uint8Array[] = [];
    for await (const part of process.stdin) parts.push(part as Uint8Array);
    return Buffer.concat(parts);
  },
  folder: process.cwd(),
  today: () => formatISO(Date.now(), { representation: 'date' }),
  now: () => formatISO(Date.now()),
};

// Who reads may stop: `overblik … | head`.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  process.exit(error.code === 'EPIPE' ? process.exitCode : 4);
});

const code = await run(process.argv.slice(2), io);
// An adapter may keep a connection open, for which nobody waits; what was written is out before the end.
await Promise.all([process.stdout, process.stderr].map(written));
process.exit(code);

function written(stream: NodeJS.WriteStream): Promise<void> {
  return new Promise((resolve) => stream.write('', () => resolve()));
}
