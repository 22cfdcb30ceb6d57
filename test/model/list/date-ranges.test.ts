/** Stretches of days with a name: which days they are, and whom they find. */
import { describe, expect, it } from 'vitest';
import { Clinic, compile, evaluate } from '../../../src/engine/index.ts';
import {
  dateRangesOf,
  defaultView,
  describeView,
  PopulationList,
  readView,
  type DateRange,
  type Filter,
  type ListView,
} from '../../../src/model/index.ts';
import { daysIn } from '../../../src/model/list/date-ranges.ts';
import { complete, patientWith, profileOf } from '../../engine/build.ts';

/** A Tuesday. */
const asOf = '2026-11-24';

describe('the days of a stretch', () => {
  it.each<[DateRange, string, object]>([
    ['this-week', asOf, { min: '2026-11-23', max: '2026-11-29' }],
    ['this-week', '2026-11-23', { min: '2026-11-23', max: '2026-11-29' }],
    ['this-week', '2026-11-29', { min: '2026-11-23', max: '2026-11-29' }],
    ['this-week', '1969-12-31', { min: '1969-12-29', max: '1970-01-04' }],
    // The calendar has ends (R27).
    ['this-week', '9999-12-31', { min: '9999-12-27', max: '9999-12-31' }],
    ['next-30-days', asOf, { min: asOf, max: '2026-12-24' }],
    ['next-3-months', '2026-11-30', { min: '2026-11-30', max: '2027-02-28' }],
    ['last-3-months', '2026-05-31', { min: '2026-02-28', max: '2026-05-31' }],
    ['last-12-months', asOf, { min: '2025-11-24', max: asOf }],
    ['over-12-months', asOf, { max: '2025-11-23' }],
    ['over-12-months', '2024-02-29', { max: '2023-02-27' }],
    ['over-24-months', asOf, { max: '2024-11-23' }],
  ])('%s, seen from %s', (range, on, expected) => {
    expect(daysIn(range, on)).toEqual(expected);
  });
});

const hba1c = { system: 'NPU', include: ['NPU27300'] };
const profile = profileOf(
  { patient: { age: { min: 18 } } },
  {
    information: [
      { id: 'hba1c', type: 'result', title: { da: 'HbA1c' }, codes: hba1c, show: 'latest' },
      { id: 'antal', type: 'result', title: { da: 'Antal' }, codes: hba1c, show: 'count' },
      { id: 'aftale', type: 'appointment', title: { da: 'Aftale' } },
      { id: 'foedt', type: 'patient', field: 'birthDate', title: { da: 'Født' } },
      {
        ...{ id: 'diagnose', type: 'diagnosis', title: { da: 'Diagnose' } },
        codes: { system: 'ICPC-2', include: ['T90'] },
      },
    ],
  },
);
const measured = (...all: readonly (readonly [at: string, value: number])[]) => ({
  results: all.map(([at, value]) => ({ code: 'NPU27300', at, value, unit: 'mmol/mol' })),
});
const booked = (at: string) => ({ appointments: [{ at, status: 'booked' as const }] });
const patients = Object.entries({
  'to the day': measured(['2025-11-24', 50]),
  'a day too old': measured(['2025-11-23', 60]),
  'old, then new': measured(['2024-01-01', 90], ['2026-05-01', 49]),
  'that year': measured(['2025', 70]),
  never: {},
  today: booked(asOf),
  sunday: booked('2026-11-29'),
  'in 30 days': booked('2026-12-24'),
  later: booked('2026-12-25'),
  'in December': booked('2026-12'),
}).map(([id, own]) => patientWith(own, { id, name: id, birthDate: '1970-01-01' }));
const clinic = new Clinic(complete);
clinic.add(patients);
const list = new PopulationList(evaluate(compile(profile), clinic, asOf), {
  ...{ tab: 'members', language: 'da', compareText: (a, b) => (a < b ? -1 : a > b ? 1 : 0) },
  patients: patients.length,
});
const viewOf = (filter: Filter): ListView => ({ ...defaultView(profile), filters: [filter] });
const shown = (filter: Filter) =>
  [...list.visibleRows(viewOf(filter))].map((row) => list.idAt(row)).sort();
const said = (filter: Filter) =>
  describeView(list, viewOf(filter), ({ id }) => id.slice('item:'.length)).filters;

describe('a filter on a stretch of days', () => {
  it('of a result is on the one that is shown, the latest', () => {
    const columnId = 'item:hba1c';
    expect(shown({ columnId, when: 'last-12-months' })).toEqual(['old, then new', 'to the day']);
    expect(shown({ columnId, when: 'over-12-months' })).toEqual(['a day too old']);
    // Who has none is asked for apart, and who may be on either side too (R4a).
    expect(shown({ columnId, when: 'over-12-months', states: ['none'] })).toContain('never');
    expect(shown({ columnId, when: 'over-12-months', states: ['unknown'] })).toEqual([
      ...['a day too old', 'that year'],
    ]);
    expect(
      list.facetValuesOf(columnId, viewOf({ columnId, when: 'over-12-months' })),
    ).toMatchObject({
      undecided: 1,
    });
    expect(said({ columnId, when: 'over-12-months' })).toEqual([
      'hba1c: ældre end 12 mdr. (1 uafgjort)',
    ]);
  });

  it('goes together with what else is asked of it', () => {
    const asked = { columnId: 'item:hba1c', when: 'last-12-months', max: 49 } as const;
    expect(shown(asked)).toEqual(['old, then new']);
    expect(said(asked)).toEqual(['hba1c: til 49 de seneste 12 mdr.']);
    expect(said({ ...asked, states: ['unknown'] })).toEqual([
      'hba1c: til 49 de seneste 12 mdr. eller kan ikke afgøres',
    ]);
  });

  it('of an appointment is on the next one', () => {
    const columnId = 'item:aftale';
    expect(shown({ columnId, when: 'this-week' })).toEqual(['sunday', 'today']);
    expect(shown({ columnId, when: 'next-30-days' })).toEqual(['in 30 days', 'sunday', 'today']);
    expect(said({ columnId, when: 'next-30-days' })).toEqual([
      'aftale: de næste 30 dage (1 uafgjort)',
    ]);
    expect(shown({ columnId, when: 'next-3-months' })).toEqual([
      ...['in 30 days', 'in December', 'later', 'sunday', 'today'],
    ]);
  });

  it('finds nobody in a column that has no days', () => {
    expect(shown({ columnId: 'sex', when: 'this-week' })).toEqual([]);
    expect(shown({ columnId: 'diagnoses', when: 'this-week' })).toEqual([]);
  });
});

describe('the stretches that are offered', () => {
  const rangesOf = (id: string) => dateRangesOf(list.columns.find((each) => each.id === id)!);

  it('are all of a date, and how old a result is', () => {
    expect(rangesOf('item:aftale')).toHaveLength(7);
    expect(rangesOf('item:hba1c')).toEqual([
      ...['last-3-months', 'last-12-months', 'over-12-months', 'over-24-months'],
    ]);
  });

  it.each(['item:antal', 'item:foedt', 'item:diagnose', 'name'])('are none of %s', (id) => {
    expect(rangesOf(id)).toEqual([]);
  });

  it('come back with a view; what is not offered is passed over, and said', () => {
    const good = viewOf({ columnId: 'item:hba1c', when: 'over-12-months', min: 48 });
    expect(readView(good, profile)).toEqual({ view: good, ignored: [] });
    for (const [columnId, when] of [
      ['item:hba1c', 'next-30-days'],
      ['item:aftale', 'yesterday'],
      ['name', 'this-week'],
    ])
      expect(readView({ ...good, filters: [{ columnId, when }] }, profile)).toEqual({
        view: defaultView(profile),
        ignored: ['filters/0/when', 'filters/0'],
      });
  });
});
