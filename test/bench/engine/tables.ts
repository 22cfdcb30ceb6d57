import { distribution, megabytes } from '../figures.ts';
import type { Table } from '../suite.ts';
import type { Outcome } from './children.ts';
import { ruleIds, type RuleId } from './rules.ts';

/** A subject with a size: measured, or why not. */
export interface Entry {
  readonly title: string;
  readonly note: string;
  /** Those that it can say. */
  readonly rules: readonly RuleId[];
  readonly patients: number;
  /** It is not there at all. */
  readonly missing?: string;
  readonly skipped?: string;
  readonly outcome?: Outcome;
}

/** Three tables for one size: load and memory, the rules asked again and again, the rules asked first. */
export function tablesOf(
  patients: number,
  asked: readonly RuleId[],
  entries: readonly Entry[],
): readonly Table[] {
  const size = `${patients.toLocaleString('en')} patients`;
  const rowsOf = (columns: readonly ((entry: Entry) => string)[]) =>
    entries.map((entry) =>
      entry.skipped
        ? [entry.title, entry.missing ?? 'not run']
        : [entry.title, ...columns.map((column) => column(entry))],
    );
  const times = (task: string) => (entry: Entry) => cellOf(entry, task);
  return [
    {
      title: `${size}: load (ms, median and quartiles; without making the data) and memory after it`,
      columns: ['', 'start', 'load', 'load to first answer', 'heap MB', 'buffers MB', 'RSS MB'],
      rows: rowsOf([
        times('start'),
        times('load'),
        times('first answer'),
        ({ outcome }) => megabytes(outcome?.memory?.heap),
        ({ outcome }) => megabytes(outcome?.memory?.buffers),
        ({ outcome }) => megabytes(outcome?.memory?.rss),
      ]),
      notes: entries.map(
        ({ title, note, skipped }) => `${title}: ${note}${skipped ? `. Not run: ${skipped}` : ''}`,
      ),
    },
    {
      title: `${size}: each rule again and again, on another date each time (ms, median and quartiles)`,
      columns: ['', ...asked],
      rows: rowsOf(asked.map(times)),
    },
    {
      title: `${size}: each rule the first time on a freshly loaded clinic (ms, median and quartiles)`,
      columns: ['', ...asked],
      rows: rowsOf(asked.map((rule) => times(`first ${rule}`))),
    },
  ];
}

function cellOf({ rules, outcome }: Entry, task: string): string {
  const samples = outcome?.times[task];
  if (samples?.length) return distribution(samples);
  const failure = outcome?.failure;
  if (failure?.task === task) return failure.why;
  // The first answer is the load and the first question: whichever broke down, it was not had.
  const rule = ruleIds.find((id) => task === id || task === `first ${id}`);
  if (rule && (!rules.includes(rule) || !failure)) return 'cannot say';
  return failure ? 'not reached' : '';
}
