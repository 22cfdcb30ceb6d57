/** Who is dealt with in the round stands last, nowhere or in order; and moves only when the rows are sorted anew. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Clinic, evaluate } from '../../../src/engine/index.ts';
import {
  chosenRows,
  defaultView,
  describeView,
  PopulationList,
  readView,
  type DonePlace,
  type Filter,
  type ListView,
  type RowStatus,
} from '../../../src/model/index.ts';
import { asOf, complete, patientWith, planOf } from '../../engine/build.ts';
import { cases } from '../../depth.ts';

const plan = planOf(
  { diagnosis: { codes: { system: 'ICPC-2', include: ['T90'] } } },
  {
    markers: [
      {
        id: 'statin',
        level: 'warning',
        title: { da: 'Statin' },
        when: { medication: { codes: { system: 'ATC', include: ['C10'] } } },
      },
    ],
    information: [],
  },
);
const ids = Array.from({ length: 12 }, (_, at) => `p${at}`);
const clinic = new Clinic(complete);
clinic.add(
  ids.map((id, at) =>
    patientWith(
      {
        diagnoses: [{ code: 'T90', from: '2020-01-01' }],
        medications: at % 3 ? [{ code: 'C10AA01', from: '2024-01-01' }] : [],
      },
      {
        id,
        name: `Navn ${String.fromCharCode(97 + ((at * 5) % 12))}`,
        birthDate: `19${30 + at}-01-01`,
      },
    ),
  ),
);
const population = evaluate(plan, clinic, asOf);
const { compare } = new Intl.Collator('da');
const plain = defaultView(plan.profile);

type Status = RowStatus['status'];

/** A list and the round under it, as the page keeps them. */
class Desk {
  readonly statuses = new Map<string, RowStatus>();
  readonly done = new Set<string>();
  readonly list: PopulationList;

  constructor(said: Readonly<Record<string, Status>> = {}) {
    for (const [id, status] of Object.entries(said)) this.#keep(id, status);
    this.list = new PopulationList(population, {
      ...{ tab: 'members', language: 'da', compareText: compare, patients: ids.length },
      round: this.#round(),
    });
  }

  say(id: string, status: Status): void {
    this.#keep(id, status);
    this.list.setRound(this.#round(), [id]);
  }

  /** Ids of the rows that a view shows. */
  shown(view: ListView): readonly string[] {
    return Array.from(this.list.visibleRows(view), (row) => this.list.idAt(row));
  }

  #keep(id: string, status: Status): void {
    this.statuses.set(id, { status });
    if (status === 'reviewed' || status === 'exempt') this.done.add(id);
    else this.done.delete(id);
  }

  #round() {
    return { statuses: this.statuses, done: this.done };
  }
}

const places: readonly DonePlace[] = ['last', 'hidden', 'in-order'];
const at = (done: DonePlace, more: Partial<ListView> = {}): ListView => ({
  ...plain,
  ...more,
  done,
});

describe('who is dealt with', () => {
  const said = { p2: 'reviewed', p5: 'exempt', p7: 'to-follow-up' } as const;

  it('stands last by default, both among the others and among themselves in order', () => {
    const desk = new Desk(said);
    const inOrder = desk.shown(at('in-order'));
    const done = (id: string) => desk.done.has(id);
    expect(inOrder).toHaveLength(12);
    expect(desk.shown(plain)).toEqual([
      ...inOrder.filter((id) => !done(id)),
      ...inOrder.filter(done),
    ]);
    expect(desk.shown(at('hidden'))).toEqual(inOrder.filter((id) => !done(id)));
  });

  it('stays under the pointer when it is set, and moves when the rows are sorted again', () => {
    for (const place of ['last', 'hidden'] as const) {
      const desk = new Desk(said);
      const view = at(place);
      const before = desk.shown(view);
      desk.say(before[0]!, 'reviewed');
      expect(desk.shown(view)).toEqual(before);
      expect(desk.list.isSortedBefore(view)).toBe(true);
      expect(desk.list.doneSince).toBe(1);
      desk.list.sortAnew();
      expect(desk.list.isSortedBefore(view)).toBe(false);
      expect(desk.shown(view).slice(0, 9)).not.toContain(before[0]);
      expect(desk.shown(view).includes(before[0]!)).toBe(place === 'last');
    }
  });

  it('is not said to stand elsewhere once it is taken back, nor of a note or another status', () => {
    const desk = new Desk();
    desk.say('p1', 'reviewed');
    desk.say('p1', 'new');
    desk.say('p2', 'to-follow-up');
    expect(desk.list.isSortedBefore(plain)).toBe(false);
  });

  it('is found by whoever asks for a status, and by the choices of that filter', () => {
    const desk = new Desk(said);
    const view = at('hidden', { filters: [{ columnId: 'status', any: ['reviewed'] }] });
    expect(desk.shown(view)).toEqual(['p2']);
    expect(desk.list.doneIn(view)).toEqual({ place: 'last', count: 1 });
    const { values } = desk.list.facetValuesOf('status', at('hidden')) as {
      values: readonly { value: string; count: number }[];
    };
    expect(values.find(({ value }) => value === 'reviewed')?.count).toBe(1);
  });

  it('is counted among those that are shown, as the round says now', () => {
    const desk = new Desk(said);
    const reviewed = (view = plain) => desk.list.overview(view).reviewed;
    expect(reviewed()).toBe(1);
    desk.say('p1', 'reviewed');
    expect(reviewed()).toBe(2);
    const status = (any: readonly string[]) =>
      at('last', { filters: [{ columnId: 'status', any }] });
    expect(reviewed(status(['reviewed']))).toBe(2);
    expect(reviewed(status(['new']))).toBe(0);
  });

  it('is in what is chosen, whoever is hidden', () => {
    const desk = new Desk(said);
    const rows = chosenRows(desk.list, at('hidden'), ['p2', 'p3']);
    expect(Array.from(rows, (row) => desk.list.idAt(row)).sort()).toEqual(['p2', 'p3']);
  });

  it('is told of where the list leaves the screen', () => {
    const desk = new Desk(said);
    const told = (view: ListView) => describeView(desk.list, view, () => 'x');
    expect(told(at('hidden')).filters).toEqual(['2 færdige skjult']);
    expect(told(plain).sort).toMatch(/; færdige nederst$/);
    expect(told(at('in-order')).sort).not.toMatch(/færdige/);
    expect(describeView(new Desk().list, plain, () => 'x').sort).not.toMatch(/færdige/);
  });

  it('is all there was, and nothing is shown: it says of how many', () => {
    const desk = new Desk(Object.fromEntries(ids.map((id) => [id, 'reviewed' as const])));
    expect(desk.shown(at('hidden'))).toEqual([]);
    expect(desk.list.doneIn(at('hidden'))).toEqual({ place: 'hidden', count: 12 });
  });

  it('is read of a kept view, and nothing else is', () => {
    for (const place of places)
      expect(readView(at(place), plan.profile)).toEqual({ view: at(place), ignored: [] });
    expect(readView({ ...plain, done: 'away' }, plan.profile)).toEqual({
      view: plain,
      ignored: ['done'],
    });
  });
});

const status = fc.constantFrom<Status>('new', 'to-follow-up', 'reviewed', 'exempt');
const place = fc.constantFrom(...places);
const filters = fc.subarray<Filter>([
  { columnId: 'age', min: 70 },
  { columnId: 'reasons', any: ['statin'] },
  { columnId: 'status', any: ['reviewed', 'new'] },
]);
const step = fc.oneof(
  fc.record({ id: fc.constantFrom(...ids), status }),
  fc.constant('sort' as const),
);

it('whatever is set and sorted in whatever order: rows stand still, and every figure agrees', () => {
  fc.assert(
    fc.property(
      fc.dictionary(fc.constantFrom(...ids), status),
      fc.array(step, { maxLength: 20 }),
      fc.array(fc.record({ place, filters, query: fc.constantFrom('', 'navn', 'navn a') }), {
        minLength: 1,
        maxLength: 3,
      }),
      fc.boolean(),
      (said, steps, looks, isByName) => {
        const desk = new Desk(said);
        const { list } = desk;
        const sort = isByName ? [{ columnId: 'name', descending: true }] : [];
        const views = looks.map((look) =>
          at(look.place, { filters: look.filters, query: look.query, sort }),
        );
        let sorted = new Set(desk.done);
        for (const each of [...steps, 'sort' as const]) {
          if (each === 'sort') {
            list.sortAnew();
            sorted = new Set(desk.done);
          } else desk.say(each.id, each.status);
          for (const view of views) {
            const inOrder = desk.shown({ ...view, done: 'in-order' });
            const asksStatus = view.filters.some(({ columnId }) => columnId === 'status');
            const isHidden = view.done === 'hidden' && !asksStatus;
            const [done, open] = [
              inOrder.filter((id) => sorted.has(id)),
              inOrder.filter((id) => !sorted.has(id)),
            ];
            const expected =
              view.done === 'in-order' ? inOrder : isHidden ? open : [...open, ...done];
            expect(desk.shown(view)).toEqual(expected);
            // Rows and cards count the same.
            const { total, markers } = list.overview(view);
            expect(total).toBe(expected.length);
            expect(markers[0]!.yes + markers[0]!.unknown).toBeLessThanOrEqual(expected.length);
            expect(list.doneIn(view).count).toBe(done.length);
            const isMoved = ids.some((id) => sorted.has(id) !== desk.done.has(id));
            expect(list.isSortedBefore(view)).toBe(view.done !== 'in-order' && isMoved);
          }
        }
      },
    ),
    { numRuns: cases(50, 200) },
  );
});
