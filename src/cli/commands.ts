import type { Command } from './command.ts';

/** What `overblik` can do, in the order in which `--help` tells it: a file each, loaded when it is called. */
export const commands: readonly CommandEntry[] = [
  { name: 'check', load: async () => (await import('./check.ts')).check },
  { name: 'describe', load: async () => (await import('./describe.ts')).describe },
  { name: 'count', load: async () => (await import('./count.ts')).count },
  { name: 'report', load: async () => (await import('./report.ts')).report },
  { name: 'diff', load: async () => (await import('./diff.ts')).diff },
  { name: 'archive', load: async () => (await import('./archive.ts')).archive },
  { name: 'import', load: async () => (await import('./import.ts')).importFrom },
  { name: 'export', load: async () => (await import('./export.ts')).exportTo },
  { name: 'conform', load: async () => (await import('./conform.ts')).conform },
];

export interface CommandEntry {
  readonly name: string;
  readonly load: () => Promise<Command>;
}
