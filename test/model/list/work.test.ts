/** What a long list needs is worked out in steps of bounded work. */
import { expect, it } from 'vitest';
import type { ListView, RowStatus } from '../../../src/model/index.ts';
import { countedModules, longestOf, workOf } from '../../work.ts';

const {
  asOf,
  Clinic,
  complete,
  defaultView,
  evaluateInSteps,
  patientWith,
  planOf,
  PopulationList,
} = await countedModules(async () => ({
  ...(await import('../../../src/engine/index.ts')),
  ...(await import('../../../src/model/index.ts')),
  ...(await import('../../engine/build.ts')),
}));

const t90 = { codes: { system: 'ICPC-2', include: ['T90'] } };
const medicines = { codes: { system: 'ATC', include: ['A', 'N'] } };
const plan = planOf(
  { diagnosis: t90 },
  {
    information: [
      { id: 'medicine', type: 'medication', title: { da: 'Medicin' }, ...medicines, when: 'ever' },
      { id: 'address', type: 'patient', field: 'address', title: { da: 'Adresse' } },
    ],
    markers: [
      {
        ...{ id: 'lasting', level: 'warning', title: { da: 'Længe' } },
        when: { medication: { ...medicines, lasting: 'P90D', when: 'ever' } },
      },
    ],
  },
);

/** Every third has a medicine of which the day is not known: the reference is asked of them. */
function clinicOf(count: number) {
  const clinic = new Clinic(complete);
  clinic.add(
    Array.from({ length: count }, (_, index) =>
      patientWith(
        {
          diagnoses: [{ code: 'T90', from: '2020-01-01' }],
          medications: [
            {
              code: index % 2 ? 'A10BA02' : 'N05AH04',
              text: `Præparat ${index}`,
              from: index % 3 ? '2026-01-05' : '2026-01',
            },
          ],
        },
        { id: `p${(index * 7919) % count}`, name: `Navn ${index}`, address: `Vej ${index}` },
      ),
    ),
  );
  return clinic;
}

const views: Readonly<Record<string, Partial<ListView>>> = {
  'by priority': {},
  'by a medicine': { sort: [{ columnId: 'item:medicine', descending: true }] },
  'part of a medicine': { filters: [{ columnId: 'item:medicine', contains: '99' }] },
  'a search': { query: 'vej 77' },
  'by who sees to them, in groups': { group: 'assignee' },
  'by the gravest marker, in groups': { group: 'severity' },
  'by marker, in groups': { group: 'reasons' },
  'one filter is enough': {
    match: 'any',
    filters: [
      { columnId: 'item:medicine', contains: '99' },
      { columnId: 'severity', any: ['warning'] },
    ],
  },
};

const listOf = (count: number) => {
  const { longest, value: population } = longestOf(evaluateInSteps(plan, clinicOf(count), asOf));
  const { compare } = new Intl.Collator('da');
  const assignee = { id: 'anna', name: 'Anna', kind: 'person' } as const;
  const statuses = {
    get: (): RowStatus => ({ status: 'to-follow-up', note: 'Ring', due: '2026-12-01', assignee }),
  };
  const options = {
    ...({ tab: 'members', language: 'da' } as const),
    ...{ compareText: compare, patients: count },
    round: { statuses, team: [assignee], planned: { assignee: true, due: true, contact: true } },
  } as const;
  return { longest, list: () => new PopulationList(population, options) };
};

/** With so few more a list is long. */
const count = 6000;
const [few, many] = [listOf(count), listOf(2 * count)];

it('evaluating: where there are more patients, a step is more work by a pass over numbers alone', () => {
  expect((many.longest - few.longest) / count).toBeLessThan(8);
});

it.each(Object.entries(views))('a view: %s', (_, change) => {
  const view = { ...defaultView(plan.profile), ...change };
  const list = few.list();
  expect(list.isReady(view)).toBe(false);
  const { longest } = longestOf(list.prepare(view));
  expect(list.isReady(view)).toBe(true);
  // Passes over numbers are some twenty blocks a row at most; a text or a cell of each is a hundred.
  expect(longest / count).toBeLessThan(25);
  // As it is in one go.
  expect(list.visibleRows(view)).toEqual(few.list().visibleRows(view));
});

it('the numbers of the cards: once the rows stand, a step is a pass over numbers, and then they are there', () => {
  const view = defaultView(plan.profile);
  const list = few.list();
  for (const step of list.prepare(view)) void step;
  const { longest } = longestOf(list.prepareOverview(view));
  expect(longest / count).toBeLessThan(25);
  expect(workOf(() => void list.overview(view).warning) / count).toBeLessThan(4);
  expect(list.overview(view).warning).toEqual(few.list().overview(view).warning);
  expect(workOf(() => void list.indexOf('p1')) / count).toBeLessThan(1);
});

it('the groups of the rows that are shown: a pass over numbers, and kept', () => {
  const view = { ...defaultView(plan.profile), group: 'assignee' };
  const list = few.list();
  for (const step of list.prepare(view)) void step;
  const rows = list.visibleRows(view);
  const find = () => list.sectionsIn(view, rows);
  expect(workOf(() => void find()) / count).toBeLessThan(8);
  expect(workOf(() => void find()) / count).toBeLessThan(1);
  expect(find()).toMatchObject([{ id: 'anna', title: 'Anna', from: 0, count }]);
});

it('a list before anything is asked of it: no work for each patient but to take over who they are', () => {
  let list: unknown;
  expect(workOf(() => (list = few.list())) / count).toBeLessThan(4);
  expect(list).toBeDefined();
});

const view = defaultView(plan.profile);
const columnIds = few.list().columns.map(({ id }) => id);

it('has the columns of what the round says of a patient', () => {
  expect(columnIds).toEqual(expect.arrayContaining(['status', 'note', 'assignee', 'due']));
});

it.each(columnIds)('what occurs in a column: %s', (id) => {
  const list = few.list();
  for (const step of list.prepare(view)) void step;
  const { longest, value } = longestOf(list.facetValuesInSteps(id, view));
  expect(longest / count).toBeLessThan(25);
  expect(value).toEqual(few.list().facetValuesOf(id, view));
  // What was found is kept.
  expect(workOf(() => void list.facetValuesOf(id, view)) / count).toBeLessThan(1);
});
