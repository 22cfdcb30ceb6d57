/** What a profile says, over the head of the list: it closes as everything else does, and the list is used beside it. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { cell, clickOn, placeList, rows } from './list.ts';
import { inside, until } from './stage.ts';
import { deepFocus } from './worklist.ts';

async function opened() {
  const list = await placeList({}, { width: 1366, height: 700 });
  const button = inside(list, '.purpose [aria-expanded]')!;
  await clickOn(button);
  const panel = await until('the profile', () => inside(list, '.profile-panel'));
  return { list, button, panel };
}

const isClosed = (list: Element) =>
  until('that it is closed', () => !inside(list, '.profile-panel'));

for (const from of ['its button', 'within'] as const)
  it(`Escape closes it from ${from}, alone, and the focus is on its button`, async () => {
    const { list, button, panel } = await opened();
    let passed = 0;
    const count = ({ key }: KeyboardEvent) => void (passed += key === 'Escape' ? 1 : 0);
    document.addEventListener('keydown', count);
    (from === 'within' ? panel : button).focus();
    await sendKeys({ press: 'Escape' });
    await isClosed(list);
    expect(deepFocus()).to.equal(button);
    expect(button.ariaExpanded).to.equal('false');
    expect(passed).to.equal(0);
    await sendKeys({ press: 'Escape' });
    document.removeEventListener('keydown', count);
    expect(passed, 'nothing is open: the host gets it').to.equal(1);
  });

it('a row is opened beside it, with the pointer', async () => {
  const { list, panel } = await opened();
  const name = cell(list, rows(list)[1], 'Navn');
  const { left, top, width, height } = name.getBoundingClientRect();
  const hit = list.shadowRoot!.elementFromPoint(left + width / 2, top + height / 2);
  expect(panel.contains(hit)).to.equal(false);
  let chosen: unknown;
  list.addEventListener('overblik-patient-selected', (event) => (chosen = event.detail));
  await clickOn(name);
  await until('who was chosen', () => chosen);
  expect(inside(list, '.profile-panel')).to.equal(panel);
});
