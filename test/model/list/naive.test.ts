/** The list on columns of numbers shows what a plain filter and sort over the reference's cells would. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  Clinic,
  compile,
  evaluate,
  type Cell,
  type Population,
} from '../../../src/engine/index.ts';
import { judgeValue } from '../../../src/engine/reference/values.ts';
import {
  defaultView,
  PopulationList,
  type Filter,
  type ListView,
  type Sort,
} from '../../../src/model/index.ts';
import { nameMunicipality } from '../../../src/i18n/municipalities.ts';
import { ageOn, formatCpr, matchesCode, type ClinicalRecord } from '../../../src/record/index.ts';
import * as drawn from '../../engine/arbitraries.ts';
import { cases } from '../../depth.ts';

const { compare } = new Intl.Collator('da', { numeric: true });

const columnId = fc.constantFrom(
  ...['cpr', 'name', 'age', 'sex', 'reasons', 'why'],
  ...['item:i0', 'item:i1', 'item:i2', 'item:i0', 'item:i1', 'item:i2', 'gone'],
);
// By reasons is by priority, which has tests of its own.
const sorts = fc.uniqueArray(
  fc.record({ columnId: columnId.filter((id) => id !== 'reasons'), descending: fc.boolean() }),
  {
    maxLength: 3,
    selector: (sort) => sort.columnId,
  },
);
const numeric = fc.record(
  { min: fc.integer({ min: 0, max: 5 }), max: fc.integer({ min: 3, max: 90 }) },
  { requiredKeys: [] },
);
const dated = fc.record(
  {
    min: fc.constantFrom('2024-03-01', '2025-11-24'),
    max: fc.constantFrom('2026-02-28', '2026-11-24'),
  },
  { requiredKeys: [] },
);
const query = fc.constantFrom(
  ...['', '', '', 'm', 'ÅSE', 'P70', 'n05 te', 'negativ', '010141-99', '010141999', '8000', 'x'],
);
const held = fc.record(
  {
    any: fc.subarray(
      ['P70', 'N05', 'NPU27300', '2150', 'positiv', 'female', 'm0', 'm3', 'KONTROL', '1'],
      { minLength: 1, maxLength: 4 },
    ),
    contains: fc.constantFrom('p7', '0', 'te', 'ål'),
  },
  { requiredKeys: [] },
);
const states = fc.record(
  { states: fc.subarray(['value', 'none', 'unknown', 'not-asked'] as const) },
  { requiredKeys: [] },
);
const narrows = fc.constantFrom({}, {}, { narrows: true });
const filter = fc
  .tuple(
    columnId,
    narrows,
    fc.oneof(numeric, dated, fc.constant({})),
    fc.oneof(held, fc.constant({})),
    states,
  )
  .map(
    (parts): Filter =>
      Object.assign(
        {},
        ...parts.map((part) => (typeof part === 'string' ? { columnId: part } : part)),
      ) as Filter,
  );

const match = fc.constantFrom('all' as const, 'any' as const);

/** One cell, as a plain reading of the reference's outcome. */
interface Plain {
  readonly state: string;
  readonly key?: number | string | undefined;
  readonly meets: (filter: Filter) => 'yes' | 'no' | 'unknown';
}

function cellOf(
  population: Population,
  id: string,
  column: string,
  asked: Filter,
): Plain | undefined {
  const { patient, markers, membership, cells } = population.outcome(id);
  const own = patient.patient;
  const field = (value: string | number | undefined): Plain => ({
    state: value === undefined ? 'unknown' : 'value',
    key: value,
    meets: ({ any, min, max, contains = '' }) =>
      (!any?.length || any.includes(String(value))) &&
      (min === undefined || (typeof min === typeof value && min <= value!)) &&
      (max === undefined || (typeof max === typeof value && value! <= max)) &&
      String(value).toLowerCase().includes(contains)
        ? 'yes'
        : 'no',
  });
  switch (column) {
    case 'cpr':
      return field(own.cpr);
    case 'name':
      return field(own.name || undefined);
    case 'age':
      return field(ageOn(own, population.asOf));
    case 'sex':
      return field(own.sex);
    case 'reasons': {
      const hits = markers.filter(
        ({ marker }) =>
          (!asked.any?.length || asked.any.includes(marker.id)) &&
          marker.title.da.toLowerCase().includes(asked.contains ?? ''),
      );
      const set = hits.filter(({ truth }) => truth === 'yes').length;
      return {
        state: set > 0 ? 'value' : hits.length > 0 ? 'unknown' : 'none',
        key: markers.filter(({ truth }) => truth === 'yes').length,
        meets: ({ min = 0, max = Infinity }) =>
          typeof min === 'number' && typeof max === 'number' && set >= min && set <= max
            ? 'yes'
            : 'no',
      };
    }
    case 'why': {
      const records = recordsOf(membership.include);
      const names = records.map(({ type, code, text }) =>
        type === 'diagnosis' ? code : text?.trim() || code,
      );
      return {
        state: records.length > 0 ? 'value' : 'none',
        key: [...new Set(names)].join(' · '),
        // Numbers are asked of items: what makes a member has none of its own.
        meets: (each) =>
          [each.min, each.max].some((bound) => typeof bound === 'number')
            ? 'no'
            : meetsRecords(records, undefined, each),
      };
    }
  }
  const cell = cells.find(({ item }) => `item:${item.id}` === column);
  if (!cell) return undefined;
  const { item, records } = cell;
  if (item.type === 'patient')
    return ['cpr', 'name', 'age', 'sex'].includes(item.field) ? undefined : field(cell.field);
  const isCount = item.show === 'count';
  const count = isCount ? countOf(cell) : undefined;
  return {
    state: isCount && cell.state === 'none' ? 'value' : cell.state,
    key: count ? count.least : keyOf(records[0]),
    meets: (each) => meetsRecords(records, count, each),
  };
}

/** R11: between which numbers the true one lies. */
interface Count {
  readonly least: number;
  readonly most: number;
}

function countOf({ records, unknownReasons }: Cell): Count {
  const outside = unknownReasons.filter(({ kind }) => kind === 'partial-date');
  return {
    least: records.length - outside.length,
    most: unknownReasons.length > outside.length ? Infinity : records.length,
  };
}

function recordsOf(
  finding: ReturnType<Population['membership']>['include'],
  wanted = 'yes',
): ClinicalRecord[] {
  if (finding.truth !== wanted) return [];
  const below = finding.branches.flatMap((branch) =>
    recordsOf(
      branch,
      branch.path === `${finding.path}/not` ? (wanted === 'yes' ? 'no' : 'yes') : wanted,
    ),
  );
  return [...new Set([...finding.records, ...below])];
}

function keyOf(record: ClinicalRecord | undefined): number | string | undefined {
  switch (record?.type) {
    case undefined:
      return undefined;
    case 'diagnosis':
      return record.code;
    case 'medication':
      return record.text ?? record.code;
    case 'result':
      return record.value;
    default:
      return Date.parse('at' in record! ? record.at : record!.from);
  }
}

function meetsRecords(
  records: readonly ClinicalRecord[],
  count: Count | undefined,
  { any, min, max, contains }: Filter,
) {
  const [first] = records;
  const holdsCode = (record: ClinicalRecord) =>
    matchesCode({ system: record.system, include: any! }, record.system, record.code) ||
    (record.type === 'result' &&
      typeof record.value === 'string' &&
      any!.includes(record.value.trim().toLowerCase()));
  if (any?.length && !records.some(holdsCode)) return 'no';
  if (contains && !records.some((record) => textsOf(record).toLowerCase().includes(contains)))
    return 'no';
  if (typeof min === 'number' || typeof max === 'number') {
    const [low, high] = [(min ?? -Infinity) as number, (max ?? Infinity) as number];
    if (count) {
      if (count.least >= low && count.most <= high) return 'yes';
      return count.most < low || count.least > high ? 'no' : 'unknown';
    }
    if (first?.type !== 'result') return 'no';
    return judgeValue(first, {
      ...(min === undefined ? {} : { atLeast: low }),
      ...(max === undefined ? {} : { atMost: high }),
    }).truth;
  }
  if (min === undefined && max === undefined) return 'yes';
  const day = first && ('at' in first ? first.at : first.from);
  return day !== undefined && day >= (min ?? '') && day <= (max ?? '9999') ? 'yes' : 'no';
}

function textsOf(record: ClinicalRecord): string {
  const { code, text = '', ...more } = record;
  const others =
    record.type === 'referral' ? [record.to] : record.type === 'medication' ? [record.dose] : [];
  const value = 'value' in more && typeof more.value === 'string' ? more.value : '';
  return [code, text, value, ...others].join('\n');
}

function passes(population: Population, id: string, filter: Filter): boolean {
  const cell = cellOf(population, id, filter.columnId, filter);
  if (!cell) return true;
  const { any, min, max, contains, states: wanted = [] } = filter;
  const conditional = !!any?.length || min !== undefined || max !== undefined || !!contains;
  if (!conditional && wanted.length === 0) return true;
  if ((wanted as string[]).includes(cell.state)) return true;
  if (cell.state !== 'value' || !conditional) return false;
  const truth = cell.meets(filter);
  return truth === 'yes' || (truth === 'unknown' && wanted.includes('unknown'));
}

function isAsking({ any, min, max, contains, states: wanted = [] }: Filter): boolean {
  return wanted.length > 0 || !!any?.length || min !== undefined || max !== undefined || !!contains;
}

function finds(population: Population, id: string, query: string): boolean {
  const { patient, markers, membership, cells } = population.outcome(id);
  const { name, cpr = '', postalCode = '', municipality = '', practitioner = '' } = patient.patient;
  const records = [...recordsOf(membership.include), ...cells.flatMap((cell) => cell.records)];
  const texts = [
    ...[name, cpr, formatCpr(cpr), postalCode, practitioner],
    ...[municipality, nameMunicipality(municipality)],
    ...markers.map(({ marker }) => marker.title.da),
    ...records.map(textsOf),
  ];
  const words = query.toLowerCase().split(/\s+/).filter(Boolean);
  return words.every((word) => texts.some((text) => text.toLowerCase().includes(word)));
}

function compareBy(population: Population, { columnId: column, descending }: Sort) {
  const none: Filter = { columnId: column };
  return (a: string, b: string): number => {
    const [one, other] = [cellOf(population, a, column, none), cellOf(population, b, column, none)];
    if (!one || !other) return 0;
    const place = ({ state }: Plain) => (state === 'value' ? 0 : state === 'unknown' ? 1 : 2);
    if (place(one) !== place(other) || place(one) > 0) return place(one) - place(other);
    return compareKeys(one.key!, other.key!) * (descending ? -1 : 1);
  };
}

function compareKeys(a: number | string, b: number | string): number {
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  if (typeof a === 'string' && typeof b === 'string') return compare(a, b);
  return typeof a === 'number' ? -1 : 1;
}

function shownPlainly(population: Population, view: ListView): string[] {
  const byName: Sort = { columnId: 'name', descending: false };
  const known = view.sort.filter(({ columnId: each }) =>
    population.members.some((id) => cellOf(population, id, each, { columnId: each })),
  );
  const orders = [...known, byName].map((sort) => compareBy(population, sort));
  const asked = view.filters.filter(
    (each) =>
      isAsking(each) &&
      population.members.some((id) => cellOf(population, id, each.columnId, each)),
  );
  const meets = (id: string) => (each: Filter) => passes(population, id, each);
  const narrowing = asked.filter((each) => each.narrows);
  const written = asked.filter((each) => !each.narrows);
  return population.members
    .filter((id) => narrowing.every(meets(id)))
    .filter((id) =>
      view.match === 'any' && written.length > 0
        ? written.some(meets(id))
        : written.every(meets(id)),
    )
    .filter((id) => finds(population, id, view.query))
    .sort((a, b) => orders.reduce((order, by) => order || by(a, b), 0) || (a < b ? -1 : 1));
}

it('shows what a plain filter and sort would', () => {
  fc.assert(
    fc.property(
      ...([drawn.profile, drawn.patients, drawn.coverage, drawn.asOf] as const),
      fc.array(fc.tuple(sorts, fc.array(filter, { maxLength: 4 }), query, match), {
        minLength: 4,
        maxLength: 6,
      }),
      (profile, patients, coverage, asOf, views) => {
        const clinic = new Clinic(coverage);
        clinic.add(patients);
        const population = evaluate(compile(profile), clinic, asOf);
        const options = {
          tab: 'members',
          language: 'da',
          compareText: compare,
          patients: clinic.size,
        } as const;
        const list = new PopulationList(population, options);
        for (const [sort, filters, words, how] of views) {
          // Without a sort that is known the order is that of priority, which has tests of its own.
          const view = {
            ...defaultView(profile),
            sort: [...sort, { columnId: 'name', descending: false }],
            filters,
            query: words,
            match: how,
          };
          const shown = [...list.visibleRows(view)].map((row) => list.idAt(row));
          expect(shown, JSON.stringify({ sort, filters, words, how })).toEqual(
            shownPlainly(population, view),
          );
          const positions = list.positionsIn(list.visibleRows(view));
          const places = population.members.map((id) => positions[list.indexOf(id)]);
          expect(places).toEqual(population.members.map((id) => shown.indexOf(id)));
        }
      },
    ),
    { numRuns: cases(3, 50), seed: 20261124 },
  );
});
