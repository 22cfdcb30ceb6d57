/**
 * Another clinic in the place of one, where both have a patient by the same id: whatever is pressed, at whatever moment,
 * nobody of the one is seen, opened, written of or acted on under the other.
 */
import { expect } from '@open-wc/testing';
import {
  memoryAdapter,
  type ClinicAdapter,
  type ListView,
  type NamedView,
  type OverblikCockpit,
  type OverblikMarker,
  type OverblikPopulation,
  type OverblikWorkspace,
  type PatientRecords,
  type Round,
} from '../../src/define.ts';
import { faultyRounds } from '../../src/testing/index.ts';
import { isDeep } from '../depth.ts';
import { inDepth } from './in-depth.ts';
import { ready, rows } from './list.ts';
import { clinic, demens, inside, place, textOf, until } from './stage.ts';

/** Who is called what is of which clinic: Anna alone in the one, Bodil alone in the other, both with the id `1`. */
const recordsOf = (name: string): PatientRecords => ({
  patient: {
    id: '1',
    name: `${name} Prøve`,
    birthDate: '1942-01-01',
    sex: 'female',
    cpr: '0101420000',
  },
  diagnoses: [{ code: 'P70', text: `Demens ${name}`, from: '2022-03-14' }],
  medications: [{ code: 'N05AH04', text: 'Quetiapin 25 mg', from: '2025-09-03' }],
});

type Fault = 'describe pends' | 'describe rejects' | 'records pend' | 'records reject';

/** A clinic that notes each act on a patient, with the name of the one whom it has by that id. */
class NotedClinic {
  readonly acts: string[] = [];
  readonly rounds = faultyRounds([]);
  readonly adapter: ClinicAdapter;

  constructor(
    readonly name: string,
    id: string | undefined,
    fault?: Fault,
  ) {
    const { id: _, ...description } = clinic.description;
    const plain = memoryAdapter({
      description: { ...description, patients: 1, ...(id === undefined ? {} : { id }) },
      patients: [recordsOf(name)],
    });
    const never = () => new Promise<never>(() => undefined);
    const reject = () => Promise.reject(new Error('away'));
    const answer = fault?.endsWith('pends') || fault?.endsWith('pend') ? never : reject;
    this.adapter = {
      ...plain,
      ...(fault?.startsWith('describe') ? { describe: answer } : {}),
      ...(fault?.startsWith('records')
        ? {
            patient: answer,
            records: async function* () {
              await answer();
            },
          }
        : {}),
      openJournal: () => void this.acts.push('journal'),
      actions: [
        {
          id: 'queue',
          label: { da: 'Læg i kø' },
          scope: 'many',
          run: (patients) => {
            this.acts.push('action');
            return Promise.resolve(patients.map(({ id: patientId }) => ({ patientId, ok: true })));
          },
        },
      ],
      rounds: this.rounds,
    };
  }

  async notes(): Promise<readonly string[]> {
    const rounds: readonly Round[] = await this.rounds.list(
      'dk.demens',
      new AbortController().signal,
    );
    return rounds.flatMap(({ members }) => members.flatMap(({ note, status }) => note ?? status));
  }
}

const bad = { ...demens, id: 'dk.forkert', codes: {} };
const settle = (milliseconds = 30) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** Everything drawn below an element, in whatever shadow tree. */
function allText(root: Element): string {
  const inner = root.shadowRoot;
  if (!inner) return '';
  const deeper = [...inner.querySelectorAll('*')].map(allText);
  return [textOf(root), ...deeper].join(' ');
}

/** What of it can be seen. */
function visibleText(root: Element): string {
  const all = [...(root.shadowRoot?.querySelectorAll('*') ?? [])];
  return all
    .map((each) => {
      if (each.localName === 'style') return '';
      const isSeen = each.checkVisibility({ visibilityProperty: true });
      const own = [...each.childNodes].filter((node) => node instanceof Text);
      return (isSeen ? own.map(({ data }) => data).join(' ') : '') + visibleText(each);
    })
    .join(' ');
}

/** Everything that can be pressed below an element, in whatever shadow tree. */
function pressable(root: Element): readonly HTMLElement[] {
  const all = [...(root.shadowRoot?.querySelectorAll<HTMLElement>('*') ?? [])];
  return all.flatMap((each) => [
    ...(each.matches('button, input[type=radio], .line .cell, .link') ? [each] : []),
    ...pressable(each),
  ]);
}

/** Presses everything that the user could, and more: nothing of it is to have been drawn for nothing. */
function pressAll(element: Element): void {
  for (const each of pressable(element)) {
    for (const type of ['pointerdown', 'mousedown', 'pointerup', 'mouseup'])
      each.dispatchEvent(new MouseEvent(type, { bubbles: true, composed: true }));
    each.click();
  }
}

/** What is told or handed to the host of any patient. */
const told = [
  'overblik-open-journal',
  'overblik-export',
  'overblik-open-cockpit',
  'overblik-patient-selected',
] as const;

function listen(element: HTMLElement): string[] {
  const heard: string[] = [];
  for (const name of told)
    element.addEventListener(name, (event) => {
      const { patientId, patient } = event.detail as { patientId?: string; patient?: object };
      if (name === 'overblik-export') event.preventDefault();
      if (name !== 'overblik-patient-selected' || patientId !== undefined || patient)
        heard.push(name);
    });
  return heard;
}

type Shown = OverblikPopulation | OverblikCockpit | OverblikMarker | OverblikWorkspace;
type Elements =
  | 'overblik-population'
  | 'overblik-cockpit'
  | 'overblik-marker'
  | 'overblik-workspace';

/** Shows Anna, chosen, opened and searched for as far as the element goes. */
async function showAnna(tag: Elements, anna: NotedClinic, isBad: boolean): Promise<Shown> {
  const profiles = [demens, bad];
  const element: Shown = place(tag, {
    ...{ adapter: anna.adapter, profiles },
    ...(tag === 'overblik-workspace' ? { page: 'list' } : {}),
    ...(tag === 'overblik-cockpit' || tag === 'overblik-marker' ? { patientId: '1' } : {}),
  });
  await element.updateComplete;
  const list = listIn(element);
  if (list) {
    await ready(list);
    rows(list)[0]!.querySelector<HTMLElement>('[role=checkbox]')!.click();
    await until('chosen', () => list.selectedIds.length === 1);
    list.view = { ...list.view!, query: 'Anna', filters: [{ columnId: 'name', contains: 'Anna' }] };
    list.makeCurrent('1', 'row');
    if (isBad) (element as OverblikPopulation).profileId = 'dk.forkert';
  }
  if (tag === 'overblik-marker') await until('the marker', () => inside(element, 'button.marker'));
  else await until('Anna', () => allText(element).includes('Anna Prøve'));
  if (tag === 'overblik-workspace')
    await until('Anna’s cockpit', () => {
      const cockpit = inside(element, 'overblik-cockpit');
      return cockpit && textOf(cockpit).includes('Anna Prøve');
    });
  await settle();
  return element;
}

function listIn(element: Shown): OverblikPopulation | undefined {
  if (element.localName === 'overblik-population') return element as OverblikPopulation;
  return inside<OverblikPopulation>(element, 'overblik-population') ?? undefined;
}

/** What is given in the place of Anna's clinic. */
const nexts: readonly (readonly [string, () => NotedClinic | undefined])[] = [
  ['another id', () => new NotedClinic('Bodil', 'k2')],
  ['no id', () => new NotedClinic('Bodil', undefined)],
  ['another id, describe pends', () => new NotedClinic('Bodil', 'k2', 'describe pends')],
  ['another id, describe rejects', () => new NotedClinic('Bodil', 'k2', 'describe rejects')],
  ['another id, records pend', () => new NotedClinic('Bodil', 'k2', 'records pend')],
  ['another id, records reject', () => new NotedClinic('Bodil', 'k2', 'records reject')],
  ['none', () => undefined],
];

/** @param press Presses everything, in the very task that brings the adapter. */
type Give = (element: Shown, adapter: unknown, press: () => void) => unknown;
const given =
  (more: object): Give =>
  (element, adapter, press) => {
    Object.assign(element, { adapter, ...more });
    press();
  };
const orders: Readonly<Record<string, Give>> = {
  'the adapter alone': given({}),
  'the profile first': async (element, adapter, press) => {
    Object.assign(element, { profileId: 'dk.forkert' });
    await element.updateComplete;
    given({})(element, adapter, press);
  },
  'both in one task': given({ profileId: 'dk.forkert' }),
  'with the deadline': given({ deadline: 5000 }),
  'and a date that is none': given({ asOf: '2026-02-30' }),
};

for (const [place, tag] of (
  ['overblik-population', 'overblik-cockpit', 'overblik-workspace', 'overblik-marker'] as const
).entries())
  describe(`${tag}, another clinic with the same patient ids`, () => {
    // Everyday each clinic that may come, to one of the elements or two.
    for (const [at, [which, next]] of nexts.entries())
      ((at + place) % 3 === 0 ? it : inDepth)(which, async () => {
        // The orders that differ in what is known, where it is answered at all.
        const some = ['the adapter alone', 'both in one task'];
        const isFault = which.includes('pend') || which.includes('reject');
        // In depth every order of every clinic; else every order of one, and the plainest of the others.
        const isWhole = isDeep || which === 'another id';
        for (const [order, give] of Object.entries(orders)) {
          if (isFault && !some.includes(order)) continue;
          if (!isWhole && order !== 'the adapter alone') continue;
          const isList = tag === 'overblik-population' || tag === 'overblik-workspace';
          const mayBeBad = isWhole && isList && order === 'the adapter alone';
          for (const isBad of mayBeBad ? [false, true] : [false]) {
            const name = `${order}${isBad ? ', an invalid profile chosen' : ''}`;
            const anna = new NotedClinic('Anna', 'k1');
            const bodil = next();
            const element = await showAnna(tag, anna, isBad);
            const list = listIn(element);
            const heard = listen(element);
            await give(element, bodil?.adapter, () => pressAll(element));
            expect(heard, `${name}: told at once`).to.deep.equal([]);
            await element.updateComplete;
            expect(visibleText(element), `${name}: seen at once`).to.not.include('Anna');
            if (!visibleText(element).includes('Bodil')) pressAll(element);
            await settle();
            expect(heard, `${name}: told`).to.deep.equal([]);
            expect(visibleText(element), `${name}: seen`).to.not.include('Anna');
            expect(anna.acts, `${name}: Anna’s clinic`).to.deep.equal([]);
            expect(await anna.notes(), `${name}: Anna’s notes`).to.deep.equal([]);
            expect(bodil?.acts ?? [], `${name}: Bodil’s clinic`).to.deep.equal([]);
            expect((await bodil?.notes()) ?? [], `${name}: Bodil’s notes`).to.deep.equal([]);
            // Where nobody has said who the clinic is, it may be the same: nothing is seen, and all may come back.
            const isKnown = !which.includes('describe') && !(bodil && order.includes('date'));
            if (list) expect(list.selectedIds, `${name}: chosen`).to.deep.equal([]);
            if (list && isKnown) {
              // Nobody of Bodil’s clinic was chosen, searched for or opened by anybody.
              expect(list.selectedIds, `${name}: chosen`).to.deep.equal([]);
              expect(list.view?.query ?? '', `${name}: searched`).to.equal('');
              expect(list.view?.filters ?? [], `${name}: filtered`).to.deep.equal([]);
              expect(element.getAttribute('patient-id'), `${name}: opened`).to.equal(null);
            }
            element.parentElement!.remove();
          }
        }
      });
  });

describe('a new adapter of the same clinic', () => {
  for (const [order, more] of Object.entries({
    alone: {},
    'with the deadline': { deadline: 5000 },
    'while an invalid profile is chosen': { profileId: 'dk.forkert' },
  }))
    it(`${order}: what was chosen, searched for and opened stays, and is acted on through the new one`, async () => {
      const [anna, again] = [new NotedClinic('Anna', 'k1'), new NotedClinic('Anna', 'k1')];
      const workspace = (await showAnna('overblik-workspace', anna, false)) as OverblikWorkspace;
      const list = listIn(workspace)!;
      Object.assign(workspace, more);
      await workspace.updateComplete;
      workspace.adapter = again.adapter;
      await until('the list again', () => list.selectedIds.length > 0 && rows(list).length > 0);
      await settle();
      expect(list.selectedIds).to.deep.equal(['1']);
      expect(list.view!.query).to.equal('Anna');
      expect(list.view!.filters).to.have.length(1);
      expect(workspace.patientId).to.equal('1');
      const cockpit = inside(workspace, 'overblik-cockpit')!;
      expect(visibleText(cockpit)).to.include('Anna Prøve');
      rows(list)[0]!.querySelector<HTMLElement>('.link')!.click();
      await settle();
      inside(cockpit, '.identity .link')!.click();
      await settle();
      expect([anna.acts, again.acts]).to.deep.equal([[], ['journal', 'journal']]);
      list.round!.setStatus(['1'], 'reviewed');
      await until('stored', () => list.round!.state.pending.count === 0);
      expect([await anna.notes(), await again.notes()]).to.deep.equal([[], ['reviewed']]);
    });
});

describe('an action of which some failed, tried again under a new adapter of the same clinic', () => {
  /** Says of everybody that it failed, as one does whose login has ended. */
  const failing = (anna: NotedClinic): ClinicAdapter => ({
    ...anna.adapter,
    actions: anna.adapter.actions!.map((action) => ({
      ...action,
      run: async (patients, ...rest) => {
        await action.run(patients, ...rest);
        return patients.map(({ id: patientId }) => ({ patientId, ok: false }));
      },
    })),
  });
  const press = async (element: Element, selector: string, words: string) =>
    (
      await until(words, () =>
        [...element.shadowRoot!.querySelectorAll<HTMLElement>(selector)].find(({ textContent }) =>
          textContent.includes(words),
        ),
      )
    ).click();

  it('goes through that one, from the list’s dialog', async () => {
    const [anna, again] = [new NotedClinic('Anna', 'k1'), new NotedClinic('Anna', 'k1')];
    const list = place('overblik-population', { adapter: failing(anna) });
    await ready(list);
    rows(list)[0]!.querySelector<HTMLElement>('[role=checkbox]')!.click();
    await press(list, '.footer button', 'Læg i kø');
    await press(list, 'dialog.run .primary', 'Læg i kø');
    await until('failed', () => textOf(list).includes('Prøv de mislykkede igen'));
    list.adapter = again.adapter;
    await until('the list again', () => list.selectedIds.length > 0 && rows(list).length > 0);
    await press(list, 'dialog.run .primary', 'Prøv de mislykkede igen');
    await until('done', () => textOf(list).includes('1 af 1'));
    expect([anna.acts, again.acts]).to.deep.equal([['action'], ['action']]);
  });

  it('goes through that one, from the cockpit', async () => {
    const [anna, again] = [new NotedClinic('Anna', 'k1'), new NotedClinic('Anna', 'k1')];
    const cockpit = place('overblik-cockpit', { adapter: failing(anna), patientId: '1' });
    await press(cockpit, '.deeds button', 'Læg i kø');
    await until('failed', () => textOf(cockpit).includes('Prøv igen'));
    cockpit.adapter = again.adapter;
    await until('back', () => visibleText(cockpit).includes('Anna Prøve'));
    await settle();
    await press(cockpit, 'button', 'Prøv igen');
    await until('done', () => again.acts.length > 0);
    expect([anna.acts, again.acts]).to.deep.equal([['action'], ['action']]);
  });
});

describe('how a list is looked at', () => {
  const usual = {
    profileId: demens.id,
    tab: 'members',
    columns: [],
    sort: [],
    priority: [],
  } as const;
  const viewOf = (...filters: ListView['filters']): ListView => ({ ...usual, filters, query: '' });
  const named = (id: string): NamedView => ({ id, name: `Fra ${id}`, view: viewOf() });
  const idsOf = (list: OverblikPopulation) => list.views?.map(({ id }) => id);

  async function listOf(given: Partial<OverblikPopulation>): Promise<OverblikPopulation> {
    const list = place('overblik-population', { ...given });
    await until('Anna', () => visibleText(list).includes('Anna'));
    return list;
  }

  for (const order of ['the views first', 'the clinic first', 'no views'] as const)
    it(`offers no view that one clinic kept in another, ${order}`, async () => {
      const [anna, bodil] = [new NotedClinic('Anna', 'a'), new NotedClinic('Bodil', 'b')];
      const list = await listOf({ adapter: anna.adapter, views: [named('a')] });
      expect(idsOf(list)).to.deep.equal(['a']);
      if (order === 'the views first') list.views = [named('b')];
      list.adapter = bodil.adapter;
      if (order === 'the clinic first') list.views = [named('b')];
      await until('Bodil', () => visibleText(list).includes('Bodil'));
      expect(idsOf(list)).to.deep.equal(order === 'no views' ? undefined : ['b']);
      if (order === 'no views') expect(inside(list, '.named-view')).to.equal(null);
    });

  it('keeps the views where the same clinic has another adapter', async () => {
    const [one, again] = [new NotedClinic('Anna', 'a'), new NotedClinic('Anna', 'a')];
    const list = await listOf({ adapter: one.adapter, views: [named('a')] });
    list.adapter = again.adapter;
    await until('the same', () => list.origin?.adapter === again.adapter);
    expect(idsOf(list)).to.deep.equal(['a']);
  });

  it('keeps what is filtered for, and drops what names anybody, or a figure has put on', async () => {
    const [anna, bodil] = [new NotedClinic('Anna', 'a'), new NotedClinic('Bodil', 'b')];
    const old = { columnId: 'age', min: 18 };
    const list = await listOf({ adapter: anna.adapter });
    list.view = viewOf(
      old,
      { columnId: 'name', contains: 'Anna' },
      { columnId: 'practitioner', states: ['unknown'] },
      { columnId: 'sex', any: ['female'], narrows: true },
    );
    list.adapter = bodil.adapter;
    await until('Bodil', () => visibleText(list).includes('Bodil'));
    expect(list.view.filters).to.deep.equal([old]);
  });

  it('narrows no list of another clinic by a number of the start page', async () => {
    const [anna, bodil] = [new NotedClinic('Anna', 'a'), new NotedClinic('Bodil', 'b')];
    const page = place('overblik-workspace', {
      ...{ adapter: anna.adapter, profiles: [demens, { ...demens, id: 'dk.anden' }] },
    });
    const number = await until('a number', () =>
      inside(page, '.start[part] table[aria-busy=false] .figure.critical'),
    );
    number.click();
    page.adapter = bodil.adapter;
    const list = await until('the list', () =>
      inside<OverblikPopulation>(page, 'overblik-population'),
    );
    await until('Bodil', () => visibleText(list).includes('Bodil'));
    expect(list.view!.filters).to.deep.equal([]);
  });

  it('does not read a view for another clinic that was given for one', async () => {
    const [anna, bodil] = [new NotedClinic('Anna', 'a'), new NotedClinic('Bodil', 'b')];
    const profiles = [demens, { ...demens, id: 'dk.anden' }];
    const kept = { ...viewOf(), profileId: 'dk.anden', query: 'Anna' };
    const list = await listOf({ adapter: anna.adapter, profiles, view: kept });
    list.adapter = bodil.adapter;
    await until('Bodil', () => visibleText(list).includes('Bodil'));
    list.profileId = 'dk.anden';
    await until('the other list', () => list.view?.profileId === 'dk.anden');
    expect(list.view!.query).to.equal('');
    await until('its row', () => rows(list).length === 1);
  });
});
