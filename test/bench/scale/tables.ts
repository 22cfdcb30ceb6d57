/** What the routes took, as tables. */
import { megabytes } from '../figures.ts';
import type { Table } from '../suite.ts';
import type { Measured } from './assignment.ts';
import { wholeCountry } from './country.ts';

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
    title: `${count(first?.clinics)} clinics, ${count(patients)} patients, ${count(records)} records; all profiles on ${count(first?.quarters)} dates, ${count(leaves)} rows of leaves`,
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
    notes: runs.flatMap(({ measured: { title, parts, processor, merged, areas, filled } }) =>
      parts
        ? [
            `${title}: seconds of all workers together: records made ${seconds(parts.generation)}, taken in and checked ${seconds(parts.load)}, reported on ${seconds(parts.reports)}; of the processor ${seconds(processor ?? 0)}; whom it doubles was drawn in ${seconds(filled)}; merged to ${areas ?? 0} reports of the country in ${seconds(merged ?? 0)}.`,
          ]
        : [],
    ),
  };
}

/**
 * How a database's statement grows: milliseconds a clinic and date by what was asked, and what the whole country would
 * take by the largest of those runs. A statement never asks more than that many clinics.
 */
export function growthTable(runs: readonly Run[]): Table {
  const databases = runs.filter(({ measured }) => measured.disk > 0);
  const asked = [...new Set(databases.map(sizeOf))];
  const routes = [...new Set(databases.map(({ route }) => route))];
  return {
    title: 'Milliseconds a clinic and date, as it grows',
    columns: ['route', ...asked, 'records made µs', 'the whole, 40 dates, h', 'on the disk GB'],
    rows: routes.map((route) => {
      const own = databases.filter((run) => run.route === route);
      const [largest] = [...own].sort((a, b) => b.clinics - a.clinics);
      const { clinics = 1, measured } = largest ?? {};
      const times = asked.map((size) => own.find((run) => sizeOf(run) === size)).map(timeOf);
      if (!measured) return [route, ...times];
      const whole = (timeEach(largest!) * wholeCountry * 40) / 3600;
      return [
        measured.title,
        ...times,
        ((1e6 * measured.filled) / measured.records).toFixed(1),
        whole.toFixed(1),
        ((measured.disk * wholeCountry) / clinics / 1e9).toFixed(0),
      ];
    }),
  };
}

function sizeOf({ clinics, quarters }: Run): string {
  return `${clinics} clinics, ${quarters} ${quarters === 1 ? 'date' : 'dates'}`;
}

/** Seconds of a clinic and date. */
function timeEach({ clinics, quarters, measured }: Run): number {
  return measured.reported / clinics / quarters;
}

function timeOf(run: Run | undefined): string {
  return run ? (1000 * timeEach(run)).toFixed(0) : '–';
}

function seconds(value: number): string {
  return value < 10 ? value.toFixed(1) : Math.round(value).toLocaleString('en');
}

function count(value: number | undefined): string {
  return (value ?? 0).toLocaleString('en');
}
