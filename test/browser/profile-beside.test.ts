/** What a profile says, beside the list: it closes as everything else does, and the list is used beside it. */
import { expect } from '@open-wc/testing';
import { sendKeys, setViewport } from '@web/test-runner-commands';
import { button, cell, clickOn, placeList, rows } from './list.ts';
import { inside, until } from './stage.ts';
import { deepFocus } from './worklist.ts';

async function opened(width = 1366) {
  await setViewport({ width: Math.max(width, 500), height: 900 });
  const list = await placeList({}, { width, height: 700 });
  const opener = inside(list, '.purpose [aria-expanded]')!;
  await clickOn(opener);
  const side = await until('the profile', () => inside(list, '.profile-side'));
  await until('what it says', () => inside(list, '.profile-side .document'));
  return { list, opener, side };
}

const isClosed = (list: Element) =>
  until('that it is closed', () => !inside(list, '.profile-side'));

after(() => setViewport({ width: 1600, height: 1500 }));

for (const from of ['its button', 'within'] as const)
  it(`Escape closes it from ${from}, alone, and the focus is on its button`, async () => {
    const { list, opener, side } = await opened();
    let passed = 0;
    const count = ({ key }: KeyboardEvent) => void (passed += key === 'Escape' ? 1 : 0);
    document.addEventListener('keydown', count);
    (from === 'within' ? side : opener).focus();
    await sendKeys({ press: 'Escape' });
    await isClosed(list);
    await until('the focus', () => deepFocus() === opener);
    expect(opener.ariaExpanded).to.equal('false');
    expect(passed).to.equal(0);
    await sendKeys({ press: 'Escape' });
    document.removeEventListener('keydown', count);
    expect(passed, 'nothing is open: the host gets it').to.equal(1);
  });

it('it stands beside the list, and a row is opened with the pointer', async () => {
  const { list, side } = await opened();
  const frame = inside(list, '.frame')!.getBoundingClientRect();
  expect(frame.right).to.be.at.most(side.getBoundingClientRect().left + 1);
  let chosen: unknown;
  list.addEventListener('overblik-patient-selected', (event) => (chosen = event.detail));
  await clickOn(cell(list, rows(list)[1], 'Navn'));
  await until('who was chosen', () => chosen);
  expect(inside(list, '.profile-side')).to.equal(side);
});

it('in little room it takes the page, the focus goes along, and there is a way back', async () => {
  const { list, opener } = await opened(600);
  expect(inside(list, '.frame')!.getClientRects().length).to.equal(0);
  await until('the focus', () => deepFocus()?.matches('[data-place=title]'));
  button(list, 'Tilbage til listen').click();
  await isClosed(list);
  await until('the focus', () => deepFocus() === opener);
});

for (const width of [1366, 600])
  it(`the way to a part moves the document alone, and nothing of the host around it: ${width} px`, async () => {
    const { list, side } = await opened(width);
    // A host's frame that shows no bar to scroll it by: who moved it could not move it back.
    const box = list.parentElement!;
    Object.assign(box.style, { blockSize: '700px', overflow: 'hidden' });
    await clickOn(button(list, 'Versioner'));
    await until('the focus', () => deepFocus()?.matches('[data-place=history]'));
    expect(side.scrollTop).to.be.above(0);
    const moved: Element[] = [];
    for (let at: Element | null = side; at; at = around(at))
      if (at !== side && at.scrollTop > 0) moved.push(at);
    expect(moved).to.deep.equal([]);
    const { top, bottom } = deepFocus()!.getBoundingClientRect();
    const room = side.getBoundingClientRect();
    const back = inside(list, '.profile-side > .back')!.getBoundingClientRect();
    expect(top).to.be.at.least(Math.max(room.top, back.bottom));
    expect(bottom).to.be.at.most(room.bottom);
  });

function around(element: Element): Element | null {
  return element.parentElement ?? (element.getRootNode() as Partial<ShadowRoot>).host ?? null;
}
