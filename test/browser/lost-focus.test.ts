/** What has the focus and is drawn no more hands it on: it never falls to the page. */
import { expect } from '@open-wc/testing';
import type { HostAction, OverblikPopulation } from '../../src/define.ts';
import {
  button,
  check,
  chooseFilter,
  clickOn,
  field,
  focused,
  panel,
  placeList,
  press,
  rows,
} from './list.ts';
import { adapterWith, allInside, inside, until } from './stage.ts';

const action: HostAction = {
  ...{ id: 'queue', label: { da: 'Læg i kø' }, scope: 'many' },
  run: (patients) =>
    Promise.resolve(patients.map(({ id: patientId }) => ({ patientId, ok: true }))),
};

/** What has the focus in the list, once what was pressed is drawn. */
async function focusAfter(list: OverblikPopulation, pressed: HTMLElement, key: string) {
  pressed.focus();
  await press(key);
  await until('gone', () => !pressed.isConnected);
  await list.updateComplete;
  expect(document.activeElement).to.equal(list);
  return list.shadowRoot!.activeElement!;
}

async function filtered(): Promise<OverblikPopulation> {
  const list = await placeList({ adapter: adapterWith() }, { width: 1500, height: 900 });
  const open = await chooseFilter(list, 'Alder');
  const least = field(open, 'Fra');
  least.value = '1';
  for (const type of ['input', 'change']) least.dispatchEvent(new Event(type, { bubbles: true }));
  await press('Escape');
  await until('closed', () => !panel(list));
  await until('the filter', () => inside(list, '.pair'));
  return list;
}

it('“Ryd valg” hands it on to the rows', async () => {
  const list = await placeList({ adapter: adapterWith() }, { width: 1500, height: 900 });
  await clickOn(check(rows(list)[0]));
  await focusAfter(list, button(list, 'Ryd valg'), 'Enter');
  expect(focused(list)?.closest('.line')).to.equal(rows(list)[0]);
});

it('the cross of the last filter hands it on to the filters', async () => {
  const list = await filtered();
  const cross = inside(list, '.pair button + button')!;
  const now = await focusAfter(list, cross, 'Enter');
  expect(now.textContent.trim()).to.equal('+ Filter');
});

it('“Ryd alt” hands it on to the rows that are there again', async () => {
  const list = await placeList({ adapter: adapterWith() });
  list.view = { ...list.view!, query: 'findes ikke' };
  const clear = await until('nobody', () =>
    allInside(list, 'button').find(({ textContent }) => textContent.trim() === 'Ryd alt'),
  );
  const now = await focusAfter(list, clear, 'Enter');
  expect(now.localName).to.equal('overblik-grid');
});

it('“Læg i kø” hands it on to the dialog, where a second press does nothing', async () => {
  const list = await placeList(
    { adapter: adapterWith({ actions: [action] }) },
    { width: 1500, height: 900 },
  );
  await clickOn(check(rows(list)[0]));
  await clickOn(button(list, 'Læg i kø'));
  const go = await until('the dialog', () =>
    allInside(list, 'dialog.run button').find(
      ({ textContent }) => textContent.trim() === 'Læg i kø',
    ),
  );
  const now = await focusAfter(list, go, 'Enter');
  expect(now).to.equal(inside(list, 'dialog.run'));
});
