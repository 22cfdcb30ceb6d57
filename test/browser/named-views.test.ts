/** Views with a name: chosen, saved, renamed, shared and deleted; the host keeps them. */
import { expect } from '@open-wc/testing';
import type { ListView, NamedView, OverblikPopulation, ViewsDetail } from '../../src/define.ts';
import {
  button,
  clickOn,
  count,
  field,
  heads,
  openPanel,
  panel,
  placeList,
  press,
  write,
} from './list.ts';
import { allInside, demens, inside, textOf, until } from './stage.ts';

const size = { width: 1400, height: 800 };
const usual = {
  ...{ profileId: demens.id, tab: 'members', columns: [], sort: [], priority: [], query: '' },
  filters: [],
} as const satisfies ListView;
const old: NamedView = {
  ...{ id: 'old', name: 'Over 90' },
  view: { ...usual, filters: [{ columnId: 'age', min: 90 }] },
};

const opener = (list: Element) => inside(list, '.named-view button')!;
const open = async (list: Element) => {
  await clickOn(opener(list));
  return until('the views', () => panel(list));
};
const choose = async (list: Element, name: string) => {
  await clickOn(
    [...(await open(list)).querySelectorAll('.named-views button')].find(
      (each) => each.textContent.trim() === name,
    ),
  );
};
const toldBy = (list: OverblikPopulation) => {
  const told: ViewsDetail[] = [];
  list.addEventListener('overblik-views-changed', ({ detail }) => told.push(detail));
  return told;
};

describe('views with a name', () => {
  it('are not offered where the host keeps none', async () => {
    const list = await placeList({}, size);
    expect(inside(list, '.named-view')).to.equal(null);
    list.views = [];
    await until('offered', () => opener(list)?.textContent.trim() === 'Visninger');
    expect((await open(list)).textContent).to.contain('Ingen gemte visninger');
  });

  it('one is chosen, told, and known again when something is changed', async () => {
    const other = { ...old, id: 'x', name: 'En andens', view: { ...usual, profileId: 'dk.other' } };
    const list = await placeList({ views: [old, other] }, size);
    const all = count(list);
    const views: ListView[] = [];
    list.addEventListener('overblik-view-changed', ({ detail }) => views.push(detail.view));
    const names = [...(await open(list)).querySelectorAll('.named-views button')].map((each) =>
      each.textContent.trim(),
    );
    expect(names).to.deep.equal(['Som profilen viser den', 'Over 90']);
    await press('Escape');
    await choose(list, 'Over 90');
    await until('the old', () => count(list) < all);
    const found = count(list);
    await until('announced', () => textOf(list).includes(`Visning: Over 90: ${found} patienter`));
    expect(opener(list).textContent.trim()).to.equal('Visning: Over 90');
    expect(views.at(-1)?.filters).to.deep.equal(old.view.filters);
    // The focus is back where it was.
    expect(list.shadowRoot?.activeElement === opener(list)).to.equal(true);
    list.view = { ...list.view!, query: 'karen' };
    await until('searched', () => count(list) !== found);
    expect(opener(list).textContent.trim()).to.equal('Visning: Over 90');
    await clickOn(button(list, 'Kolonner'));
    const columns = await until('the columns', () => panel(list));
    field(columns, 'Læge').click();
    await until('changed', () => opener(list).textContent.trim() === 'Visning: Over 90 (ændret)');
    await press('Escape');
    await choose(list, 'Som profilen viser den');
    await until('all', () => count(list) === all);
    expect(opener(list).textContent.trim()).to.equal('Visninger');
  });

  it('one is saved, renamed, shared, changed and deleted: each is told, and the host keeps it', async () => {
    const list = await placeList({ views: [old] }, size);
    const told = toldBy(list);
    list.view = {
      ...usual,
      query: 'a',
      filters: [
        { columnId: 'age', min: 80 },
        { columnId: 'name', contains: 'a' },
      ],
    };
    await list.updateComplete;
    const within = await open(list);
    const name = () => field(within, 'Gem som ny visning');
    name().focus();
    await press('Enter');
    expect(within.querySelector('.new-view .fault')?.textContent).to.equal('Skriv et navn.');
    await write(name(), 'over 90');
    button(list, 'Gem', '.panel').click();
    expect(within.querySelector('.new-view .fault')?.textContent).to.equal(
      'En anden visning har det navn.',
    );
    expect(told).to.have.length(0);
    await write(name(), ' Over 80 ');
    button(list, 'Gem', '.panel').click();
    await until('saved', () => told.length === 1);
    // What is searched for, and filters that may name a patient, are nobody else's.
    const [{ deed, view, views }] = told as [ViewsDetail];
    expect({
      deed,
      name: view.name,
      query: view.view.query,
      filters: view.view.filters,
    }).to.deep.equal({
      ...{ deed: 'saved', name: 'Over 80', query: '' },
      filters: [{ columnId: 'age', min: 80 }],
    });
    expect(views.map((each) => each.name)).to.deep.equal(['Over 90', 'Over 80']);
    await until('told', () => textOf(list).includes('Visningen “Over 80” er gemt'));
    await until('current', () => within.querySelector('.managed'));
    await write(field(within, 'Navn'), 'Firs');
    await until(
      'renamed',
      () => told.at(-1)?.deed === 'renamed' && told.at(-1)?.view.name === 'Firs',
    );
    await write(field(within, 'Navn'), 'OVER 90');
    expect(within.querySelector('.managed .fault')?.textContent).to.contain('En anden');
    field(within, 'Del med klinikken').click();
    await until('shared', () => told.at(-1)?.deed === 'shared');
    expect(told.at(-1)?.view.shared).to.equal(true);
    expect(within.textContent).to.contain('delt');
    await press('Escape');
    list.view = { ...list.view, filters: [{ columnId: 'age', min: 85 }] };
    await until('changed', () => opener(list).textContent.includes('(ændret)'));
    await open(list);
    button(list, 'Gem ændringer', '.panel').click();
    await until('saved', () => told.at(-1)?.deed === 'saved');
    expect(told.at(-1)?.view.view.filters).to.deep.equal([{ columnId: 'age', min: 85 }]);
    expect(told.at(-1)?.view.id).to.equal(view.id);
    const shown = count(list);
    button(list, 'Slet visningen', '.panel').click();
    const asked = await until('asked', () => inside(list, 'dialog.ask[open]'));
    expect(asked.textContent).to.contain('også de andre mister den');
    asked.querySelector<HTMLElement>('.primary')!.click();
    await until('deleted', () => told.at(-1)?.deed === 'removed');
    expect(told.at(-1)?.views).to.deep.equal([old]);
    // What is looked at stays as it is.
    expect(count(list)).to.equal(shown);
    await until('none', () => opener(list).textContent.trim() === 'Visninger');
  });

  it('the list is said to be as its profile shows it where it is, and nowhere else', async () => {
    const list = await placeList({ views: [old] }, size);
    const current = (within: Element) =>
      within.querySelector('.named-views [aria-current]')?.textContent.trim();
    expect(current(await open(list))).to.equal('Som profilen viser den');
    await press('Escape');
    const all = count(list);
    list.view = { ...list.view!, filters: [{ columnId: 'age', min: 80 }] };
    await until('the old', () => count(list) < all);
    expect(current(await open(list))).to.equal(undefined);
    await press('Escape');
    await choose(list, 'Som profilen viser den');
    await until('all', () => count(list) === all);
    expect(current(await open(list))).to.equal('Som profilen viser den');
  });

  it('one that the user may not change can only be chosen', async () => {
    const list = await placeList({ views: [{ ...old, shared: true, fixed: true }] }, size);
    await choose(list, 'Over 90');
    await until('chosen', () => opener(list).textContent.includes('Over 90'));
    expect((await open(list)).querySelector('.managed')).to.equal(null);
  });

  it('one that names what the list does not have says so, and shows the rest; those that cannot be read are told', async () => {
    const partly: NamedView = {
      ...{ id: 'p', name: 'Gammel' },
      view: {
        ...old.view,
        columns: [{ id: 'item:mmse', hidden: true }, { id: 'item:findes-ikke' }],
      },
    };
    const given = [partly, { id: 'q', name: 'Ødelagt' }] as readonly NamedView[];
    const list = await placeList({ views: given }, size);
    await until('told', () =>
      textOf(list).includes('Gemte visninger, der ikke kan læses, er udeladt: Ødelagt.'),
    );
    const all = count(list);
    await choose(list, 'Gammel');
    await until('the rest', () => count(list) < all && !heads(list).includes('MMSE'));
    await until('said', () =>
      textOf(list).includes('nævner noget, der ikke findes på listen: findes-ikke.'),
    );
  });

  it('where there is little room they stand among how the list is shown', async () => {
    const list = await placeList({ views: [old] }, { width: 400, height: 800 });
    expect(opener(list).checkVisibility()).to.equal(false);
    const within = await openPanel(list, 'Visninger');
    expect(within.querySelectorAll('.named-views li')).to.have.length(2);
    expect(allInside(list, '.panel').some((each) => each.scrollWidth > each.clientWidth)).to.equal(
      false,
    );
  });
});
