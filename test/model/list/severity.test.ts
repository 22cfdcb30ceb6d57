/** How grave the gravest marker is: asked in every way that markers of whom nobody can say may turn out. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Clinic, compile, evaluate } from '../../../src/engine/index.ts';
import {
  columnTitles,
  defaultView,
  describeView,
  exportTable,
  markerLevels,
  PopulationList,
  type CellState,
  type Filter,
  type ListView,
} from '../../../src/model/index.ts';
import { SeverityIndex } from '../../../src/model/list/column-index/severity.ts';
import { RowFilter } from '../../../src/model/list/rows/filter.ts';
import { asOf, complete, patientWith, profileOf } from '../../engine/build.ts';
import { cases } from '../../depth.ts';

const levels = ['critical', 'warning', 'info'] as const;
type Gravest = (typeof levels)[number] | 'none';
const names = { critical: 'Alvorlig', warning: 'Obs.', info: 'Info' };

/** What the gravest may be, one for each way in which the unknown may turn out. */
function gravestOf(
  truths: readonly number[],
  kinds: readonly (typeof levels)[number][],
): Set<Gravest> {
  let ways: readonly (readonly boolean[])[] = [[]];
  for (const truth of truths)
    ways = ways.flatMap((way) =>
      (truth === 1 ? [true, false] : [truth === 2]).map((each) => [...way, each]),
    );
  return new Set(
    ways.map(
      (way) =>
        levels.find((level) => kinds.some((kind, at) => kind === level && way[at])) ?? 'none',
    ),
  );
}

it('a row passes for certain where it does in every way that it may be', () => {
  const kinds = fc.array(fc.constantFrom(...levels), { minLength: 1, maxLength: 4 });
  const asked = fc.subarray([...levels, 'none'] as const, { minLength: 1 });
  const cell = kinds.chain((each) =>
    fc.record({
      kinds: fc.constant(each),
      rows: fc.array(
        fc.array(fc.constantFrom(0, 1, 2), { minLength: each.length, maxLength: each.length }),
        {
          minLength: 1,
          maxLength: 6,
        },
      ),
      asked,
    }),
  );
  fc.assert(
    fc.property(cell, ({ kinds: given, rows, asked: wanted }) => {
      const index = new SeverityIndex(
        given.map((level, at) => ({
          ...{ id: `m${at}`, title: '', level, weight: 1 },
          truths: Uint8Array.from(rows, (row) => row[at]!),
        })),
        rows.length,
        names,
      );
      const filter = new RowFilter(
        rows.length,
        asOf,
        { of: () => index, column: () => ({}) } as never,
        {} as never,
      );
      const shown = (states: readonly CellState[]): boolean[] => {
        const any = wanted.filter((each) => each !== 'none');
        const own: Filter = {
          columnId: 'severity',
          any,
          states: [...states, ...(wanted.includes('none') ? (['none'] as const) : [])],
        };
        const mask = filter.mask({ filters: [own], query: '' } as unknown as ListView);
        return [...mask].map((each) => each === 1);
      };
      const ways = rows.map((row) => [...gravestOf(row, given)]);
      const isIn = (each: Gravest) => (wanted as Gravest[]).includes(each);
      expect(shown([])).toEqual(ways.map((each) => each.every(isIn)));
      const maybe = shown(['unknown']);
      // Without a level that is asked for, a row is only asked whether it has any marker.
      if (wanted.some((each) => each !== 'none'))
        expect(maybe).toEqual(ways.map((each) => each.some(isIn)));
    }),
    { numRuns: cases(100, 1000), seed: 20261124 },
  );
});

describe('on a list', () => {
  const diagnosis = (code: string) => ({
    diagnosis: { codes: { system: 'ICPC-2', include: [code] } },
  });
  const drug = (code: string) => ({ medication: { codes: { system: 'ATC', include: [code] } } });
  const marker = (id: string, level: string, when: object) => ({
    id,
    level,
    title: { da: id },
    when,
  });
  const profile = profileOf(
    { patient: { age: { min: 18 } } },
    {
      markers: [
        marker('m-c', 'critical', drug('N05A')),
        marker('m-w', 'warning', diagnosis('P70')),
        marker('m-i', 'info', diagnosis('T90')),
      ],
    },
  );
  const away = { coverage: { medication: { available: false } } };
  const of = (id: string, codes: readonly string[], more: object = {}) => ({
    ...patientWith(
      { diagnoses: codes.map((code) => ({ code, from: '2020-01-01' })) },
      { id, name: id },
    ),
    ...more,
  });
  const clinic = new Clinic(complete);
  const treated = { medications: [{ code: 'N05AH04', from: '2026-01-01' }] };
  clinic.add([
    of('critical', ['P70'], treated),
    of('warning', ['P70', 'T90']),
    of('info', ['T90']),
    of('none', []),
    of('warning or graver', ['P70'], away),
    of('unknown', [], away),
  ]);
  const list = new PopulationList(evaluate(compile(profile), clinic, asOf), {
    ...{ tab: 'members', language: 'da', compareText: (a, b) => (a < b ? -1 : a > b ? 1 : 0) },
    patients: 6,
  });
  const view = defaultView(profile);
  const column = list.columns.find(({ id }) => id === 'severity')!;
  const shown = (own: Partial<Filter>, more: Partial<ListView> = {}) =>
    [...list.visibleRows({ ...view, ...more, filters: [{ columnId: 'severity', ...own }] })].map(
      (row) => list.idAt(row),
    );

  it('what is known passes, and what may be so is said', () => {
    expect(shown({ any: ['critical'] })).toEqual(['critical']);
    expect(shown({ any: ['critical', 'warning'] }).sort()).toEqual([
      ...['critical', 'warning', 'warning or graver'],
    ]);
    expect(shown({ states: ['none'] })).toEqual(['none']);
    expect(shown({ any: ['info'], states: ['none'] }).sort()).toEqual(['info', 'none']);
    expect(shown({ any: ['critical'], states: ['unknown'] }).sort()).toEqual([
      ...['critical', 'unknown', 'warning or graver'],
    ]);
    const filter = { columnId: 'severity', any: ['critical'] };
    const asked = { ...view, filters: [filter] };
    expect(list.undecidedBy('severity', asked)).toBe(2);
    expect(describeView(list, asked, ({ id }) => id).filters).toEqual([
      'severity: Alvorlig (2 uafgjorte)',
    ]);
    const { values, states } = list.facetValuesOf('severity', view);
    expect(values.map(({ value, count }) => [value, count])).toEqual([
      ['critical', 1],
      ['warning', 1],
      ['info', 1],
    ]);
    expect(states).toEqual({ value: 4, none: 1, unknown: 1, 'not-asked': 0 });
  });

  it('is told in the cell, on paper and in a file; danger that cannot be ruled out too', () => {
    const cell = (id: string) => list.cell(list.indexOf(id), column);
    expect(cell('critical').chips).toEqual([{ level: 'critical', text: 'Alvorlig' }]);
    expect(
      cell('warning or graver').chips?.map(({ text, undecided }) => [text, undecided]),
    ).toEqual([
      ['Obs.', undefined],
      ['Alvorlig', true],
    ]);
    expect(cell('none').tone).toBe('empty');
    const titles = columnTitles(list.columns, ({ id }) => id, 'da');
    const table = exportTable({
      ...{ list, view, columns: [column], rows: list.visibleRows(view) },
      titleOf: ({ id }) => titles.get(id)!,
      description: { name: 'K', coverage: {} },
    });
    const written = Array.from({ length: table.rows }, (_, row) => table.cell(row, 0));
    expect(written.toSorted()).toEqual([
      ...[
        'Alvorlig',
        'Alvorlig: kan ikke afgøres',
        'Info',
        'Obs.',
        'Obs.; Alvorlig: kan ikke afgøres',
        'ingen',
      ],
    ]);
  });

  it('sorts by the gravest that it may be; what is not known comes after, nothing last', () => {
    const sort = [{ columnId: 'severity', descending: true }];
    expect(shown({}, { sort })).toEqual([
      ...['critical', 'warning or graver', 'warning', 'info', 'unknown', 'none'],
    ]);
  });

  it('follows who is exempted', () => {
    const exempt = new Map([['critical', new Set(['m-c'])]]);
    list.setRound({ statuses: new Map() });
    list.setRound({ statuses: new Map(), exempt }, ['critical']);
    list.sortAnew();
    expect(shown({ any: ['critical'] })).toEqual([]);
    expect(shown({ any: ['warning'] }).sort()).toEqual(['critical', 'warning']);
    expect(list.cell(list.indexOf('critical'), column).chips?.map(({ text }) => text)).toEqual([
      'Obs.',
    ]);
  });

  it('has every level', () => {
    expect(levels).toEqual(markerLevels);
  });
});
