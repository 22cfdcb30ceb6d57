/** Who comes first and why, and what the cards count: what is not known is never counted as no. */
import { describe, expect, it } from 'vitest';
import { Clinic, evaluate } from '../../../src/engine/index.ts';
import {
  defaultPriority,
  defaultView,
  hasFilter,
  PopulationList,
  toggleFilter,
  type ListRound,
  type PriorityRule,
} from '../../../src/model/index.ts';
import type { Criterion } from '../../../src/profile/index.ts';
import type { CoverageByType } from '../../../src/record/index.ts';
import { asOf, complete, patientWith, planOf } from '../../engine/build.ts';

const medicine = (code: string): Criterion => ({
  medication: { codes: { system: 'ATC', include: [code] } },
});
const marker = (id: string, level: string, code: string) => ({
  ...{ id, level, title: { da: `Får ${code}` }, short: { da: code } },
  when: medicine(code),
});
const plan = planOf(
  { diagnosis: { codes: { system: 'ICPC-2', include: ['T90'] } } },
  {
    markers: [
      marker('opioid', 'warning', 'N02A'),
      marker('psyk', 'critical', 'N05A'),
      marker('statin', 'info', 'C10'),
    ],
    information: [
      {
        id: 'kontrol',
        type: 'service',
        title: { da: 'Seneste årskontrol', en: 'Latest yearly control' },
        codes: { system: 'ydelse', include: ['0107'] },
      },
      {
        id: 'fod',
        type: 'service',
        title: { da: 'Fodterapi' },
        codes: { system: 'ydelse', include: ['0108'] },
        condition: { patient: { sex: 'male' } },
      },
    ],
  },
);
const { profile } = plan;
const T90 = { code: 'T90', text: 'Diabetes', from: '2020-01-01' };
const on = (...codes: string[]) => codes.map((code) => ({ code, from: '2025-01-01' }));
const control = (at: string, code = '0107') => ({ code, at });

function listOf(
  patients: Parameters<Clinic['add']>[0],
  {
    coverage = complete,
    round,
    of = plan,
  }: { coverage?: CoverageByType; round?: ListRound; of?: typeof plan } = {},
) {
  const clinic = new Clinic(coverage);
  clinic.add(patients);
  const { compare } = new Intl.Collator('da');
  return new PopulationList(evaluate(of, clinic, asOf), {
    ...{ tab: 'members', language: 'da', compareText: compare, patients: clinic.size, round },
  });
}

const one = (id: string, codes: string[], last: string | undefined, born = '1950-01-01') =>
  patientWith(
    { diagnoses: [T90], medications: on(...codes), services: last ? [control(last)] : [] },
    { id, name: id, birthDate: born },
  );
const patients = [
  one('info', ['C10AA01'], '2026-11-01'),
  one('old', [], '2026-11-01', '1930-01-01'),
  one('warned', ['N02AA01', 'C10AA01'], '2026-11-01'),
  one('worse', ['N02AA01', 'N05AH04'], '2025-06-24'),
  one('never', [], undefined),
  one('bad', ['N05AH04'], '2026-11-01'),
];
const list = listOf(patients);
const view = defaultView(profile);
const order = (priority: readonly PriorityRule[]) =>
  [...list.visibleRows({ ...view, priority })].map((row) => list.idAt(row));
const first = (by: PriorityRule['by']) => [
  { by, on: true },
  ...defaultPriority.filter((rule) => rule.by !== by),
];

describe('priority', () => {
  it('one critical outweighs any number of warnings; then warnings, controls, notes, age', () => {
    expect(order(defaultPriority)).toEqual(['worse', 'bad', 'warned', 'never', 'info', 'old']);
  });

  it('is another when the rules are, or are turned off', () => {
    expect(order(first('age'))[0]).toBe('old');
    expect(order(first('missing-control')).slice(0, 2)).toEqual(['worse', 'never']);
    const none = defaultPriority.map((rule) => ({ ...rule, on: false }));
    expect(order(none)).toEqual([...patients.map(({ patient }) => patient.id)].sort());
  });

  it('is said in words, in the order of the rules', () => {
    const reasons = (id: string) => list.reasonsAt(list.indexOf(id), defaultPriority).join(' · ');
    expect(reasons('worse')).toBe('1 alvorlig · 1 obs. · uden årskontrol i 17 mdr. · 76 år');
    expect(reasons('never')).toBe('uden årskontrol · 76 år');
    expect(reasons('old')).toBe('96 år');
  });

  it('is a column too, and a second one decides between equals', () => {
    const sort = [
      { columnId: 'control', descending: true },
      { columnId: 'name', descending: true },
    ];
    const shown = [...list.visibleRows({ ...view, sort })].map((row) => list.idAt(row));
    expect(shown.slice(0, 2)).toEqual(['worse', 'never']);
  });
});

describe('cards', () => {
  it('count controls that are missing, of those who are asked', () => {
    const counts = list.overview(view).controls.map(({ id, yes, unknown }) => [id, yes, unknown]);
    expect(counts).toEqual([
      ['kontrol', 2, 0],
      ['fod', 0, 0],
    ]);
  });

  it('a click shows those who were counted, and the card keeps its count', () => {
    const { controls, markers, ages } = list.overview(view);
    for (const { filter, yes } of [...controls, ...markers]) {
      const filters = [filter];
      expect(list.visibleRows({ ...view, filters })).toHaveLength(yes);
      const again = list.overview({ ...view, filters });
      expect(
        [...again.controls, ...again.markers].find(
          (each) => each.filter.all?.[0] === filter.all?.[0],
        )?.yes,
      ).toBe(yes);
    }
    for (const { filter, female, male } of ages.bands)
      expect(list.visibleRows({ ...view, filters: [filter] })).toHaveLength(female + male);
  });

  it('a second click shows what its card counted among those that are shown', () => {
    const { markers } = list.overview(view);
    for (const one of markers) {
      const narrowed = toggleFilter(view, one.filter);
      for (const other of list.overview(narrowed).markers.filter(({ id }) => id !== one.id)) {
        const both = toggleFilter(narrowed, other.filter);
        expect(list.visibleRows(both)).toHaveLength(other.yes);
        expect(hasFilter(both, one.filter) && hasFilter(both, other.filter)).toBe(true);
        expect(toggleFilter(toggleFilter(both, one.filter), other.filter)).toEqual(view);
      }
    }
  });

  it('count those that are shown, by filters and search', () => {
    const { markers, total, size } = list.overview({
      ...view,
      query: 'worse',
      filters: [{ columnId: 'control', any: ['kontrol'] }],
    });
    expect([total, size]).toEqual([1, 6]);
    expect(markers.map(({ id, yes }) => [id, yes])).toEqual([
      ['opioid', 1],
      ['psyk', 1],
      ['statin', 0],
    ]);
  });
});

it('a control of another specialty is none', () => {
  const [control] = profile.information;
  const asking = planOf(profile.population.include, {
    information: [{ ...control, specialty: '80' }],
  });
  const seen = ['80', '24', undefined].map((specialty, index) =>
    patientWith(
      {
        diagnoses: [T90],
        services: [{ code: '0107', at: '2026-07-01', ...(specialty ? { specialty } : {}) }],
      },
      { id: `p${index}` },
    ),
  );
  const asked = listOf(seen, { of: asking });
  // The second has none of the specialty; of the third nobody knows.
  expect(asked.overview(view).controls[0]).toMatchObject({ yes: 1, unknown: 1 });
});

describe('what is not known', () => {
  const half: CoverageByType = {
    ...complete,
    medication: { available: false },
    service: { available: true, from: '2026-06-01' },
  };
  const unsure = listOf(
    [one('a', [], '2026-07-01'), one('b', [], undefined), one('c', ['N05A'], undefined)],
    {
      coverage: half,
    },
  );

  it('is counted beside', () => {
    const { markers, controls } = unsure.overview(view);
    expect(markers.map(({ id, yes, unknown }) => [id, yes, unknown])).toEqual([
      ['opioid', 0, 3],
      ['psyk', 1, 2],
      ['statin', 0, 3],
    ]);
    // Data on services reach half a year back: nobody can say that there has been none in a year.
    expect(controls[0]).toMatchObject({ yes: 0, unknown: 2 });
  });

  it('is shown only when it is asked for', () => {
    const shown = (states: readonly 'unknown'[]) =>
      unsure.visibleRows({ ...view, filters: [{ columnId: 'reasons', any: ['psyk'], states }] })
        .length;
    expect(shown([])).toBe(1);
    expect(shown(['unknown'])).toBe(3);
    const none = unsure.visibleRows({
      ...view,
      filters: [{ columnId: 'reasons', states: ['none'] }],
    });
    expect(none).toHaveLength(0);
  });

  it('is a ground of its own', () => {
    expect(unsure.reasonsAt(0, defaultPriority)).toEqual(['3 markører kan ikke afgøres', '76 år']);
  });

  it('a result that may lie on either side of a limit is undecided', () => {
    const result = { id: 'hba1c', type: 'result', title: { da: 'HbA1c' } };
    const own = planOf({ diagnosis: {} }, { information: [result] });
    const clinic = new Clinic(complete);
    const values = [
      { value: 50 },
      { value: 60, comparator: '<' as const },
      { value: 'højt' },
      { value: 90 },
    ];
    clinic.add(
      values.map((value, at) =>
        patientWith(
          { diagnoses: [T90], results: [{ code: 'NPU27300', at: '2026-01-01', ...value }] },
          { id: String(at), name: String(at) },
        ),
      ),
    );
    const results = new PopulationList(evaluate(own, clinic, asOf), {
      ...{ tab: 'members', language: 'da', compareText: () => 0, patients: 4 },
    });
    const shown = (more: object) => [
      ...results.visibleRows({
        ...defaultView(own.profile),
        sort: [{ columnId: 'name', descending: false }],
        filters: [{ columnId: 'item:hba1c', min: 48, max: 75, ...more }],
      }),
    ];
    expect(shown({})).toEqual([0]);
    expect(shown({ states: ['unknown'] })).toEqual([0, 1, 2]);
  });
});

describe('choices', () => {
  it('what occurs, in words, most frequent first, under the other filters', () => {
    const { values, states } = list.facetValuesOf('why', view);
    expect(values).toEqual([{ value: 'T90', text: 'Diabetes', count: 6 }]);
    expect(states).toEqual({ value: 6, none: 0, unknown: 0, 'not-asked': 0 });
    const filters = [
      { columnId: 'control', any: ['kontrol'] },
      { columnId: 'reasons', any: ['statin'] },
    ];
    expect(
      list.facetValuesOf('reasons', { ...view, filters }).values.map(({ count }) => count),
    ).toEqual([1, 1, 0]);
  });

  it('of numbers and dates, which are written, only how many have one', () => {
    expect(list.facetValuesOf('item:kontrol', view)).toEqual({
      ...{ of: 6, values: [], undecided: 0 },
      states: { value: 5, none: 1, unknown: 0, 'not-asked': 0 },
    });
  });

  it('of a column that is not there nothing', () => {
    expect(list.facetValuesOf('gone', view).values).toEqual([]);
  });
});

describe('the round', () => {
  const round = (status: 'new' | 'reviewed'): ListRound => ({
    statuses: new Map([
      ['bad', { status, note: 'Ring til datteren' }],
      ['old', { status: 'exempt' }],
    ]),
    since: { came: new Set(['never', 'gone']), left: 3, on: '2026-05-12' },
  });
  const own = listOf(patients, { round: round('new') });
  const shown = (filter: object) =>
    [...own.visibleRows({ ...view, filters: [filter as never] })].map((row) => own.idAt(row));

  it('statuses and notes are columns, and who came is a card', () => {
    expect(shown({ columnId: 'status', any: ['new', 'exempt'] })).toEqual(['bad', 'old']);
    expect(shown({ columnId: 'status', states: ['none'] })).toHaveLength(4);
    expect(shown({ columnId: 'note', contains: 'DATTER' })).toEqual(['bad']);
    expect(own.visibleRows({ ...view, query: 'datteren' })).toHaveLength(1);
    const { came, left } = own.overview(view);
    expect([came?.yes, left]).toEqual([1, 3]);
    expect(shown(came!.filter)).toEqual(['never']);
  });

  it('a status that changes is seen at once', () => {
    own.setRound(round('reviewed'));
    expect(shown({ columnId: 'status', any: ['reviewed'] })).toEqual(['bad']);
    expect(shown({ columnId: 'status', any: ['new'] })).toEqual([]);
    own.setRound(undefined);
    expect(own.columns.map(({ id }) => id)).not.toContain('status');
    // A filter on a column that is no more hides nobody.
    expect(shown({ columnId: 'status', any: ['new'] })).toHaveLength(6);
    expect(own.overview(view).came).toBeUndefined();
  });
});

describe('an empty list', () => {
  const empty = listOf([]);

  it('answers everything with nothing', () => {
    expect([...empty.prepareAll(view)].length).toBeGreaterThan(0);
    for (const { id } of empty.columns) {
      expect(
        empty.visibleRows({ ...view, sort: [{ columnId: id, descending: true }] }),
      ).toHaveLength(0);
      expect(empty.facetValuesOf(id, view).values.filter(({ count }) => count > 0)).toEqual([]);
    }
    expect(empty.visibleRows({ ...view, query: 'x' })).toHaveLength(0);
    expect(empty.overview(view)).toMatchObject({ total: 0, ages: { bands: [], unknown: 0 } });
    expect(empty.indexOf('a')).toBe(-1);
    expect(() => empty.row(0)).toThrow(RangeError);
  });
});

describe('prepare', () => {
  it('changes nothing of what is shown', () => {
    const cold = listOf(patients);
    const warm = listOf(patients);
    for (const _ of warm.prepareAll(view)) void _;
    for (const query of ['', 'n05', 'bad'])
      expect(warm.visibleRows({ ...view, query })).toEqual(cold.visibleRows({ ...view, query }));
  });
});

describe('a cell in words', () => {
  it('tells the whole of it', () => {
    const worse = list.indexOf('worse');
    const lines = (id: string) =>
      list.lines(
        worse,
        list.columns.find((column) => column.id === id)!,
        defaultPriority,
      );
    expect(lines('control')).toEqual(['uden årskontrol i 17 mdr.']);
    expect(lines('reasons')[0]).toBe('Får N05A');
    expect(lines('reasons')).toContain('uden årskontrol i 17 mdr.');
    expect(lines('item:kontrol')).toHaveLength(1);
    expect(lines('name')).toEqual(['worse']);
    expect(lines('sex')).toEqual([]);
  });
});

describe('indicators', () => {
  const measured = planOf(
    { diagnosis: { codes: { system: 'ICPC-2', include: ['T90'] } } },
    {
      indicators: [
        { id: 'statin', title: { da: 'Får statin' }, numerator: medicine('C10') },
        {
          id: 'kvinder',
          title: { da: 'Kvinder med statin' },
          numerator: medicine('C10'),
          denominator: { patient: { sex: 'female' } },
        },
      ],
    },
  );
  const clinic = new Clinic(complete);
  const away = { medication: { available: false } };
  clinic.add([
    patientWith({ diagnoses: [T90], medications: on('C10AA05') }, { id: 'a', sex: 'female' }),
    patientWith({ diagnoses: [T90] }, { id: 'b', sex: 'female' }),
    patientWith({ diagnoses: [T90], medications: on('C10AA05') }, { id: 'c', sex: 'male' }),
    { ...patientWith({ diagnoses: [T90] }, { id: 'd', sex: 'female' }), coverage: away },
    { ...patientWith({ diagnoses: [T90] }, { id: 'e', sex: 'unknown' }), coverage: away },
  ]);
  const population = evaluate(measured, clinic, asOf);
  const list = new PopulationList(population, {
    ...{ tab: 'members', language: 'da', compareText: () => 0, patients: 5 },
  });
  const view = defaultView(measured.profile);

  it('count as the engine does, the unknown beside', () => {
    const counted = list.overview(view).indicators.map(({ yes, of }) => [yes, of]);
    expect(counted).toEqual(
      population
        .indicators()
        .map(({ numerator, denominator, unknownNumerator }) => [
          numerator,
          denominator - unknownNumerator,
        ]),
    );
    expect(list.overview(view).indicators).toMatchObject([
      { id: 'statin', yes: 2, of: 3, unknown: 2 },
      { id: 'kvinder', yes: 1, of: 2, unknown: 2 },
    ]);
  });

  it('filter the list, and are counted under the other filters', () => {
    const [, women] = list.overview(view).indicators;
    const filtered = { ...view, filters: [women!.filter] };
    expect([...list.visibleRows(filtered)].map((row) => list.idAt(row))).toEqual(['a']);
    const men = { ...view, filters: [{ columnId: 'sex', any: ['male'] }] };
    expect(list.overview(men).indicators).toMatchObject([
      { yes: 1, of: 1, unknown: 0 },
      { yes: 0, of: 0, unknown: 0 },
    ]);
  });
});
