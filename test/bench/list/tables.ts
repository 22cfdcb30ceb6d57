import { distribution, megabytes, quantile } from '../figures.ts';
import type { Table } from '../suite.ts';
import type { Size } from './browser.ts';
import { isFinal, type Outcome } from './measure.ts';
import type { Participant } from './subjects.ts';

/** Two tables for one size: what the user waits for, and what scrolling and memory cost. */
export function tablesOf(
  rows: number,
  outcomes: ReadonlyMap<Participant, Outcome>,
): readonly Table[] {
  const size = `${rows.toLocaleString('en')} rows × 20 columns`;
  const table = (
    title: string,
    tasks: readonly string[],
    notes: readonly string[] = [],
  ): Table => ({
    title: `${size}: ${title}`,
    columns: ['', ...tasks],
    rows: [...outcomes].map(([participant, outcome]) => [
      participant.title,
      ...tasks.map((task) => cellOf(participant, task, outcome)),
    ]),
    notes,
  });
  return [
    table('until painted (ms, median and quartiles)', [
      'first rows',
      'after load',
      'sort text',
      'sort number',
      'filter text',
      'filter number',
    ]),
    table(
      'scrolling (main thread, ms a frame), jumps and memory (MB, over the rows themselves)',
      [
        'script',
        'layout',
        'all work',
        'late frames %',
        'blank or stale %',
        'jump ms',
        'missed %',
        'heap MB',
        'all MB',
      ],
      [...outcomes].flatMap(([{ title }, { faults }]) =>
        Object.entries(faults).map(([task, why]) => `${title}, ${task}: ${why}`),
      ),
    ),
  ];
}

export function sizesTable(sizes: ReadonlyMap<Participant, Size>): Table {
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
  return {
    title: 'Size of each alone (kB)',
    columns: ['', 'minified', 'gzip', 'of which WASM'],
    rows: [...sizes].map(([{ title }, { minified, gzip, wasm }]) => [
      title,
      kilobytes(minified),
      kilobytes(gzip),
      wasm ? kilobytes(wasm) : '',
    ]),
    notes: [...sizes.keys()].map(({ title, note }) => `${title}: ${note}`),
  };
}

function cellOf(
  { cannot: unable }: Participant,
  task: string,
  { samples, faults }: Outcome,
): string {
  const cannot = unable?.[task];
  if (cannot) return cannot;
  const values = samples[task];
  if (!values?.length)
    return task === 'after load' && samples['first rows'] ? '' : why(task, faults);
  if (task.endsWith('MB')) return megabytes(middle(values));
  if (task.endsWith('%')) return middle(values).toFixed(1);
  if (['script', 'layout', 'all work'].includes(task)) return middle(values).toFixed(2);
  return distribution(values);
}

/** Figures that come of one task share its fault; after a final one, nothing was reached. */
function why(task: string, faults: Outcome['faults']): string {
  const fault = faults[task];
  if (fault) return isFinal(fault) ? fault : 'failed';
  return Object.values(faults).some(isFinal) || faults['first rows'] ? 'not reached' : '–';
}

function middle(values: readonly number[]): number {
  return quantile(
    [...values].sort((a, b) => a - b),
    0.5,
  );
}
