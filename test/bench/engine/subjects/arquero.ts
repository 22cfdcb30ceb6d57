import type * as arqueroApi from 'arquero';
import { addPeriod, subtractPeriod } from 'overblik';
import {
  appendPatients,
  emptyColumns,
  kindOf,
  tableNames,
  type Columns,
  type TableName,
} from '../columns.ts';
import type { Answer, Subject } from '../subject.ts';
import type { RuleId } from '../rules.ts';

type Arquero = typeof arqueroApi;
type Table = arqueroApi.ColumnTable;
type Tables = Readonly<Record<TableName, Table>>;

export const arquero: Subject = {
  title: 'Arquero',
  note: 'columns with days as numbers, unchecked; two-valued',
  async start() {
    const api = await import('arquero');
    api.addFunction('months_later', monthsLater, { override: true });
    return {
      load(batches) {
        const chunks: ReturnType<typeof packedTables>[] = [];
        let count = 0;
        for (const batch of batches) {
          const columns = emptyColumns();
          appendPatients(columns, batch, count);
          count += batch.length;
          chunks.push(packedTables(columns));
        }
        const tables = Object.fromEntries(
          tableNames.map((name) => {
            const parts = chunks.map((chunk) => chunk[name]);
            const columns = Object.keys(parts[0] ?? {});
            const whole = (column: string) => joined(parts.map((part) => part[column] ?? []));
            return [name, api.table(columns.map((column) => [column, whole(column)] as const))];
          }),
        ) as Record<TableName, Table>;
        return { ask: (rule, asOf) => answers[rule](api, tables, dayOf(asOf)) };
      },
    };
  },
};

/** A day far ahead: what has no end ends then. */
const never = 2_932_896;

type Packed = Int32Array | Float64Array | readonly (string | number | null)[];

/** Batch by batch, so that a million patients' columns are never lists of boxed numbers. */
function packedTables(columns: Columns): Record<TableName, Record<string, Packed>> {
  return Object.fromEntries(
    tableNames.map((name) => [
      name,
      Object.fromEntries(
        Object.entries<readonly (string | number | null)[]>(columns[name]).map(
          ([column, values]) => [column, packed(column, values)],
        ),
      ),
    ]),
  ) as Record<TableName, Record<string, Packed>>;
}

function packed(column: string, values: readonly (string | number | null)[]): Packed {
  switch (kindOf(column)) {
    case 'number':
      return Int32Array.from(values as number[]);
    case 'value':
      return Float64Array.from(values as number[]);
    case 'day':
      return Int32Array.from(values as (string | null)[], (text) =>
        text === null ? never : dayOf(text),
      );
    case 'text':
      return values;
  }
}

function joined(parts: readonly Packed[]): Packed {
  const [first] = parts;
  if (!(first instanceof Int32Array || first instanceof Float64Array))
    return (parts as (string | null)[][]).flat();
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  const whole = first instanceof Int32Array ? new Int32Array(length) : new Float64Array(length);
  let at = 0;
  for (const part of parts as (Int32Array | Float64Array)[]) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}

/** Each rule as a pipeline of verbs; in its expressions `d` is the row and `$` what `params` gave. */
const answers: Readonly<Record<RuleId, (api: Arquero, tables: Tables, asOf: number) => Answer>> = {
  diagnosis: (_, tables, asOf) => among(tables, asOf, withDiabetes(tables, asOf)),
  medication: (_, tables, asOf) => among(tables, asOf, taking(tables, asOf, ['C10AA'])),
  count: (_, tables, asOf) =>
    among(
      tables,
      asOf,
      tables.service
        .params({ asOf, from: monthsLater(asOf, -12) })
        .filter(
          "(d, $) => d.day >= $.from && d.day <= $.asOf && (d.code === '0101' || d.code === '0120' || d.code === '0105')",
        )
        .groupby('patient')
        .count()
        .filter('d => d.count >= 3'),
    ),
  latest: (_, tables, asOf) =>
    among(tables, asOf, latestIn(tables, asOf).filter('d => d.value < 45')),
  plausible: (_, tables, asOf) =>
    among(
      tables,
      asOf,
      latestIn(tables, asOf).filter('d => d.value < 45 && d.value >= 30 && d.value <= 110'),
    ),
  polypharmacy: (_, tables, asOf) =>
    among(
      tables,
      asOf,
      current(tables, asOf)
        .filter('d => op.length(d.code) >= 7')
        .groupby('patient')
        .rollup({ substances: 'd => op.distinct(op.substring(d.code, 0, 7))' })
        .filter('d => d.substances >= 10'),
    ),
  lasting: (api, tables, asOf) =>
    among(
      tables,
      asOf,
      runsOf(api, tables)
        .params({ asOf })
        .filter('(d, $) => d.last >= $.asOf && d.first + 89 <= $.asOf'),
    ),
  concurrent: (_, tables, asOf) => {
    const during = tables.medication
      .params({ asOf, from: monthsLater(asOf, -12) })
      .filter('(d, $) => d.first <= $.asOf && d.last >= $.from');
    const ofGroup = (prefix: string, name: string) =>
      during
        .params({ prefix })
        .filter('(d, $) => op.startswith(d.code, $.prefix)')
        .select({ patient: 'patient', first: `first${name}`, last: `last${name}` });
    return among(
      tables,
      asOf,
      ofGroup('M01A', 'A')
        .join(ofGroup('C03', 'B'), 'patient')
        .join(ofGroup('C09', 'C'), 'patient')
        .filter(
          'd => op.greatest(d.firstA, d.firstB, d.firstC) <= op.least(d.lastA, d.lastB, d.lastC)',
        ),
    );
  },
  sequence: (_, tables, asOf) =>
    among(
      tables,
      asOf,
      withDiabetes(tables, asOf)
        .select('patient', 'first')
        .derive({ limit: 'd => op.months_later(d.first, 6)' })
        .join(
          tables.result
            .params({ asOf })
            .filter("(d, $) => d.code === 'NPU27300' && d.day <= $.asOf")
            .select('patient', 'day'),
          'patient',
        )
        .filter('d => d.day >= d.first && d.day <= d.limit'),
    ),
  anchor: (_, tables, asOf) => {
    const anchors = withDiabetes(tables, asOf)
      .groupby('patient')
      .rollup({ day: 'd => op.min(d.first)' })
      .derive({ start: 'd => op.months_later(d.day, -12)' });
    const measured = anchors
      .join(
        tables.result
          .filter("d => d.code === 'NPU27300'")
          .select({ patient: 'patient', day: 'measured' }),
        'patient',
      )
      .filter('d => d.measured >= d.start && d.measured <= d.day');
    return among(tables, asOf, anchors.antijoin(measured, 'patient'));
  },
  sameDay: (_, tables, asOf) => {
    const ofCode = (code: string, name: string, isRight: string) =>
      tables.result
        .params({ asOf, code })
        .filter('(d, $) => d.code === $.code && d.day <= $.asOf')
        .derive({ right: isRight })
        .groupby('patient', 'day')
        .rollup({ [name]: 'd => op.max(d.right)' });
    return among(
      tables,
      asOf,
      ofCode('DNK35302', 'isLow', 'd => d.value < 60 ? 1 : 0')
        .join(ofCode('NPU18016', 'isHigh', 'd => d.value > 90 ? 1 : 0'))
        .groupby('patient')
        .filter('d => d.day === op.max(d.day)')
        .ungroup()
        .filter('d => d.isLow === 1 && d.isHigh === 1'),
    );
  },
  change: (api, tables, asOf) =>
    among(
      tables,
      asOf,
      tables.result
        .params({ asOf })
        .filter("(d, $) => d.code === 'DNK35302' && d.day <= $.asOf")
        .orderby(api.desc('day'))
        .groupby('patient')
        .derive({ place: 'd => op.row_number()', before: 'd => op.lead(d.value, 1, null)' })
        .ungroup()
        .filter(
          'd => d.place === 1 && d.before !== null && op.round(1e6 * (d.value - d.before)) < -5e6',
        ),
    ),
  apart: (_, tables, asOf) =>
    among(
      tables,
      asOf,
      tables.result
        .params({ asOf, from: monthsLater(asOf, -60) })
        .filter(
          "(d, $) => d.code === 'DNK35302' && d.value < 60 && d.day >= $.from && d.day <= $.asOf",
        )
        .groupby('patient')
        .rollup({ earliest: 'd => op.min(d.day)', latest: 'd => op.max(d.day)' })
        .filter('d => d.latest >= d.earliest + 90'),
    ),
  short: (api, tables, asOf) =>
    among(
      tables,
      asOf,
      runsOf(api, tables)
        .params({ asOf, from: monthsLater(asOf, -12) })
        .filter('(d, $) => d.last >= $.from && d.last <= $.asOf && d.first + 90 > d.last'),
    ),
  episodes: (api, tables, asOf) =>
    among(
      tables,
      asOf,
      runsOf(api, tables)
        .params({ asOf, from: monthsLater(asOf, -60) })
        .filter('(d, $) => d.first <= $.asOf && d.last >= $.from')
        .groupby('patient')
        .count()
        .filter('d => d.count >= 2'),
    ),
  prefer: (_, tables, asOf) => {
    const latestOf = (code: string) =>
      tables.result
        .params({ asOf, code, from: monthsLater(asOf, -24) })
        .filter('(d, $) => d.code === $.code && d.day >= $.from && d.day <= $.asOf')
        .groupby('patient')
        .filter('d => d.day === op.max(d.day)')
        .ungroup()
        .select('patient', 'value');
    const preferred = latestOf('NPU03230');
    const others = latestOf('NPU02319').antijoin(preferred, 'patient');
    return among(tables, asOf, preferred.concat(others).filter('d => d.value > 4.5'));
  },
  first: (_, tables, asOf) =>
    among(
      tables,
      asOf,
      tables.medication
        .filter("d => op.startswith(d.code, 'A02BC')")
        .groupby('patient', 'code')
        .rollup({ first: 'd => op.min(d.first)' })
        .params({ asOf, from: monthsLater(asOf, -12) })
        .filter('(d, $) => d.first >= $.from && d.first <= $.asOf'),
    ),
  codeSets: (_, tables, asOf) =>
    among(
      tables,
      asOf,
      tables.diagnosis
        .params({ asOf })
        .filter(
          "(d, $) => d.first <= $.asOf && (d.system === 'SKS' ? op.startswith(d.code, 'DE10') || op.startswith(d.code, 'DE11') : op.startswith(d.code, 'T90'))",
        ),
    ),
  product: (_, tables, asOf) =>
    among(
      tables,
      asOf,
      tables.medication
        .params({ asOf, from: monthsLater(asOf, -12) })
        .filter(
          "(d, $) => d.first <= $.asOf && d.last >= $.from && (d.product === '100001' || d.product === '100003') && op.startswith(d.code, 'C10AA01')",
        ),
    ),
  strength: (_, tables, asOf) =>
    among(
      tables,
      asOf,
      taking(tables, asOf, ['C10AA']).filter("d => d.unit === 'mg' && d.value >= 40"),
    ),
  specialty: (_, tables, asOf) =>
    among(
      tables,
      asOf,
      tables.service
        .params({ asOf, from: monthsLater(asOf, -24) })
        .filter(
          "(d, $) => d.day >= $.from && d.day <= $.asOf && d.code === '0101' && d.specialty === '80'",
        )
        .groupby('patient')
        .count()
        .filter('d => d.count >= 2'),
    ),
  status: (_, tables, asOf) =>
    among(
      tables,
      asOf,
      tables.appointment
        .params({ asOf, to: monthsLater(asOf, 6) })
        .filter("(d, $) => d.day >= $.asOf && d.day <= $.to && d.status === 'booked'"),
    ),
  age: (_, tables, asOf) => ({
    members: idsIn(
      living(tables, asOf)
        .params({ youngest: asOf - 63, oldest: asOf - 455 })
        .filter('(d, $) => d.born <= $.youngest && d.born > $.oldest'),
    ),
    hits: 0,
  }),
  registered: (_, tables, asOf) => ({
    members: idsIn(
      living(tables, asOf)
        .params({ asOf, from: monthsLater(asOf, -12) })
        .filter("(d, $) => d.listed === 'yes' && d.registered >= $.from && d.registered <= $.asOf"),
    ),
    hits: 0,
  }),
  except: (_, tables, asOf) => {
    const window = { asOf, from: monthsLater(asOf, -12) };
    const members = living(tables, asOf).semijoin(withDiabetes(tables, asOf), ['no', 'patient']);
    const measured = tables.result
      .params(window)
      .filter("(d, $) => d.code === 'NPU27300' && d.day >= $.from && d.day <= $.asOf");
    const excepted = members
      .antijoin(measured, ['no', 'patient'])
      .params(window)
      .filter('(d, $) => d.registered >= $.from && d.registered <= $.asOf');
    return { members: idsIn(members), hits: members.numRows() - excepted.numRows() };
  },
  dementia: (_, tables, asOf) => {
    const diagnosed = tables.diagnosis
      .params({ asOf })
      .filter(
        "(d, $) => d.first <= $.asOf && (op.startswith(d.code, 'P70') || op.startswith(d.code, 'P20') || op.startswith(d.code, 'P15'))",
      )
      .select('patient');
    const treated = taking(tables, asOf, ['N06DA02', 'N06DA03', 'N06DA04', 'N06DX01']);
    const members = living(tables, asOf).semijoin(diagnosed.concat(treated.select('patient')), [
      'no',
      'patient',
    ]);
    const own = current(tables, asOf).semijoin(members, ['patient', 'no']);
    const tested = tables.result
      .params({ asOf })
      .filter("(d, $) => (d.code === 'MCS88042' || d.code === 'MCS88198') && d.day <= $.asOf");
    const hits = [['N05A'], ['N05CD', 'N05BA', 'N03AE'], ['N05CF']].reduce(
      (sum, prefixes) =>
        sum + members.semijoin(withPrefix(own, prefixes), ['no', 'patient']).numRows(),
      members.antijoin(tested, ['no', 'patient']).numRows(),
    );
    return { members: idsIn(members), hits };
  },
};

function withDiabetes({ diagnosis }: Tables, asOf: number): Table {
  return diagnosis
    .params({ asOf })
    .filter("(d, $) => d.first <= $.asOf && op.startswith(d.code, 'T90')");
}

/** Spans of A02BC, joined over pauses of up to 14 days. */
function runsOf(api: Arquero, { medication }: Tables): Table {
  return (
    medication
      .filter("d => op.startswith(d.code, 'A02BC')")
      .orderby('first')
      .groupby('patient')
      .derive({ reach: api.rolling('d => op.max(d.last)') })
      // A frame that ends before its row counts the row in all the same: hence the lag.
      .derive({ reach: 'd => op.lag(d.reach, 1, null)' })
      .derive({ apart: 'd => d.reach !== null && d.first > d.reach + 15 ? 1 : 0' })
      .derive({ run: api.rolling('d => op.sum(d.apart)') })
      .groupby('patient', 'run')
      .rollup({ first: 'd => op.min(d.first)', last: 'd => op.max(d.last)' })
  );
}

/** The living patients whose number the table holds. */
function among(tables: Tables, asOf: number, found: Table): Answer {
  return {
    members: idsIn(living(tables, asOf).semijoin(found, ['no', 'patient'])),
    hits: 0,
  };
}

/** Of each patient the latest eGFR. */
function latestIn({ result }: Tables, asOf: number): Table {
  return result
    .params({ asOf })
    .filter("(d, $) => d.code === 'DNK35302' && d.day <= $.asOf")
    .groupby('patient')
    .filter('d => d.day === op.max(d.day)')
    .ungroup();
}

function living({ patient }: Tables, asOf: number): Table {
  return patient.params({ asOf }).filter('(d, $) => d.born <= $.asOf && d.died > $.asOf');
}

function current({ medication }: Tables, asOf: number): Table {
  return medication.params({ asOf }).filter('(d, $) => d.first <= $.asOf && d.last >= $.asOf');
}

function taking(tables: Tables, asOf: number, prefixes: readonly string[]): Table {
  return withPrefix(current(tables, asOf), prefixes);
}

function withPrefix(table: Table, prefixes: readonly string[]): Table {
  const tests = prefixes.map((prefix) => `op.startswith(d.code, '${prefix}')`);
  return table.filter(`d => ${tests.join(' || ')}`);
}

function idsIn(members: Table): readonly string[] {
  return members.array('id') as string[];
}

/** Days recur by the thousand: each is read once. */
const days = new Map<string, number>();

function dayOf(text: string): number {
  let day = days.get(text);
  if (day === undefined) days.set(text, (day = Date.parse(text) / 86_400_000));
  return day;
}

function monthsLater(day: number, months: number): number {
  const text = new Date(day * 86_400_000).toISOString().slice(0, 10);
  const period = { years: 0, months: Math.abs(months), weeks: 0, days: 0 };
  return dayOf(months < 0 ? subtractPeriod(text, period) : addPeriod(text, period));
}
