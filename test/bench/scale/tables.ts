/** What the routes took, as tables. */
import { megabytes } from '../figures.ts';
import type { Table } from '../suite.ts';
import type { Measured } from './assignment.ts';

/** One route, asked once. */
export interface Run {
  readonly route: string;
  readonly clinics: number;
  readonly quarters: number;
  readonly measured: Measured;
}

/** Routes that were asked the same. */
export function routeTable(runs: readonly Run[]): Table {
  const [first] = runs;
  const { patients = 0, records = 0, leaves = 0 } = first?.measured ?? {};
  return {
    title: `${count(first?.clinics)} clinics, ${count(patients)} patients, ${count(records)} records; all profiles on ${count(first?.quarters)} dates, ${count(leaves)} leaves`,
    columns: [
      'route',
      'records made s',
      'reports s',
      'ms a clinic and date',
      'memory MB',
      'disk MB',
    ],
    rows: runs.map(({ clinics, quarters, measured }) => [
      measured.title,
      measured.parts ? seconds(measured.parts.generation) : seconds(measured.filled),
      seconds(measured.reported),
      ((1000 * measured.reported) / clinics / quarters).toFixed(1),
      megabytes(measured.memory),
      measured.disk > 0 ? megabytes(measured.disk) : '–',
    ]),
    notes: runs.flatMap(({ measured: { title, parts, merged, areas, filled } }) =>
      parts
        ? [
            `${title}: seconds of all workers together: records made ${seconds(parts.generation)}, taken in and checked ${seconds(parts.load)}, reported on ${seconds(parts.reports)}; whom it doubles was drawn in ${seconds(filled)}; merged to ${areas ?? 0} reports of the country in ${seconds(merged ?? 0)}.`,
          ]
        : [],
    ),
  };
}

function seconds(value: number): string {
  return value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en');
}

function count(value: number | undefined): string {
  return (value ?? 0).toLocaleString('en');
}
