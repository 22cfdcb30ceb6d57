/** R11: a count of which some may be missing is never taken for the whole of it. */
import { describe, expect, it } from 'vitest';
import { Clinic, compile, evaluate } from '../../../src/engine/index.ts';
import {
  defaultView,
  describeView,
  PopulationList,
  type Filter,
  type ListView,
} from '../../../src/model/index.ts';
import type { PatientRecords, SuppliedService } from '../../../src/record/index.ts';
import { asOf, complete, patientWith, profileOf } from '../../engine/build.ts';

const profile = profileOf(
  { patient: { age: { min: 18 } } },
  {
    information: [
      {
        id: 'antal',
        type: 'service',
        title: { da: 'Konsultationer' },
        codes: { system: 'ydelse', include: ['0101'] },
        when: { last: 'P12M' },
        show: 'count',
      },
    ],
  },
);

const on = (at: string): SuppliedService => ({ code: '0101', at });
const times = (count: number) => Array.from({ length: count }, () => on('2026-05-01'));
const patient = (id: string, services: readonly SuppliedService[], more: object = {}) => ({
  ...patientWith({ services }, { id, name: id }),
  ...more,
});
const notCovered = { coverage: { service: { available: false } } };

/** So many for certain; the letters tell what is in doubt. */
const patients: readonly PatientRecords[] = [
  patient('0', []),
  patient('2', times(2)),
  patient('5', times(5)),
  patient('2 uncovered', times(2), notCovered),
  patient('5 uncovered', times(5), notCovered),
  patient('0 uncovered', [], notCovered),
  patient('2 set aside', [...times(2), on('engang')]),
  patient('2 or 3', [...times(2), on('2025')]),
];
const clinic = new Clinic(complete);
clinic.add(patients);
const list = new PopulationList(evaluate(compile(profile), clinic, asOf), {
  tab: 'members',
  language: 'da',
  compareText: (a, b) => (a < b ? -1 : 1),
  patients: patients.length,
});
const viewOf = (filter: Partial<Filter>): ListView => ({
  ...defaultView(profile),
  filters: [{ columnId: 'item:antal', ...filter }],
});
const shown = (filter: Partial<Filter>) =>
  [...list.visibleRows(viewOf(filter))].map((row) => list.idAt(row)).sort();

describe('a filter on a count', () => {
  it.each<[string, Partial<Filter>, readonly string[], readonly string[]]>([
    [
      'at least 3',
      { min: 3 },
      ['5', '5 uncovered'],
      ['0 uncovered', '2 or 3', '2 set aside', '2 uncovered'],
    ],
    ['at least 4', { min: 4 }, ['5', '5 uncovered'], ['0 uncovered', '2 set aside', '2 uncovered']],
    ['at most 2', { max: 2 }, ['0', '2'], ['0 uncovered', '2 or 3', '2 set aside', '2 uncovered']],
    ['at most 3', { max: 3 }, ['0', '2', '2 or 3'], ['0 uncovered', '2 set aside', '2 uncovered']],
    [
      'at least 0',
      { min: 0 },
      ['0', '2', '2 or 3', '2 set aside', '2 uncovered', '5', '5 uncovered'],
      ['0 uncovered'],
    ],
  ])('%s: who passes for certain, and who may', (_, bounds, certain, possible) => {
    expect(shown(bounds)).toEqual(certain);
    expect(shown({ ...bounds, states: ['unknown'] })).toEqual([...certain, ...possible].sort());
  });

  it('says of how many it cannot be determined', () => {
    const { undecided, states } = list.facetValuesOf('item:antal', viewOf({ min: 3 }));
    // Of one without any nobody can say how many: the cell itself cannot be determined.
    expect([undecided, states.unknown]).toEqual([3, 1]);
    expect(list.facetValuesOf('item:antal', viewOf({ min: 1 })).undecided).toBe(0);
    expect(list.facetValuesOf('item:antal', defaultView(profile)).undecided).toBe(0);
  });

  it('says so where it is named, unless they are shown', () => {
    const named = (filter: Partial<Filter>) =>
      describeView(list, viewOf(filter), ({ id }) => id).filters;
    expect(named({ min: 3 })).toEqual(['item:antal: fra 3 (3 uafgjorte)']);
    expect(named({ min: 3, states: ['unknown'] })).toEqual([
      'item:antal: fra 3 eller kan ikke afgøres',
    ]);
    expect(named({ min: 1 })).toEqual(['item:antal: fra 1']);
  });

  it('a bound that is no date is refused in words', () => {
    expect(() => list.visibleRows(viewOf({ min: '2026-02-30' }))).toThrow(
      /Filter.min is no calendar date/,
    );
  });
});

it('a count is in order by what it is for certain, as it is shown', () => {
  const view = {
    ...defaultView(profile),
    sort: [{ columnId: 'item:antal', descending: true }],
  };
  const cells = [...list.visibleRows(view)].map(
    (row) => list.row(row).cell('antal').parts[0]?.text,
  );
  expect(cells).toEqual([
    ...['5', 'mindst 5', '2', 'mindst 2', 'mindst 2', 'mindst 2', '0', 'kan ikke afgøres'],
  ]);
});
