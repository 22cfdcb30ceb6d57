import { distribution, megabytes, quantile } from '../figures.ts';
import type { Table } from '../suite.ts';
import type { Size } from './browser.ts';
import { entrants } from './contestants.ts';
import { isFinal, type Outcome } from './measure.ts';

/** Two tables for one size: what the user waits for, and what scrolling and memory cost. */
export function tablesOf(
  rows: number,
  outcomes: Readonly<Record<string, Outcome>>,
): readonly Table[] {
  const size = `${rows.toLocaleString('en')} rows × 20 columns`;
  const table = (
    title: string,
    tasks: readonly string[],
    notes: readonly string[] = [],
  ): Table => ({
    title: `${size}: ${title}`,
    columns: ['', ...tasks],
    rows: Object.entries(outcomes).map(([name, outcome]) => [
      entrants[name]?.title ?? name,
      ...tasks.map((task) => cellOf(name, task, outcome)),
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
      Object.entries(outcomes).flatMap(([name, { faults }]) =>
        Object.entries(faults).map(([task, why]) => `${entrants[name]?.title}, ${task}: ${why}`),
      ),
    ),
  ];
}

export function sizesTable(sizes: Readonly<Record<string, Size>>): Table {
  const kilobytes = (bytes: number) => (bytes / 1000).toFixed(1);
  return {
    title: 'Size of each alone (kB)',
    columns: ['', 'minified', 'gzip', 'of which WASM'],
    rows: Object.entries(sizes).map(([name, { minified, gzip, wasm }]) => [
      entrants[name]?.title ?? name,
      kilobytes(minified),
      kilobytes(gzip),
      wasm ? kilobytes(wasm) : '',
    ]),
    notes: Object.keys(sizes).map((name) => `${entrants[name]?.title}: ${entrants[name]?.note}`),
  };
}

function cellOf(name: string, task: string, { samples, faults }: Outcome): string {
  const cannot = entrants[name]?.cannot?.[task];
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
