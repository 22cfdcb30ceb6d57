/** How much of the place the cockpit takes beside the list: drawn by pointer or by keys, or the whole page. */
import { expect } from '@open-wc/testing';
import { sendKeys, sendMouse, setViewport } from '@web/test-runner-commands';
import { inside, until } from './stage.ts';
import { openDesk, openRow } from './worklist.ts';

const widthOf = (desk: Element, selector: string) =>
  inside(desk, selector)!.getBoundingClientRect().width;

before(() => setViewport({ width: 1500, height: 800 }));
after(() => setViewport({ width: 800, height: 600 }));

async function opened() {
  const opened = await openDesk();
  await openRow(opened, 1);
  const desk = opened.workspace;
  const edge = await until('edge', () => inside<HTMLElement>(desk, '.edge'));
  await until('wide enough', () => edge.getClientRects().length > 0);
  return { desk, edge, opened };
}

it('keys move the edge within bounds, and tell how wide the cockpit is', async () => {
  const { desk, edge } = await opened();
  const before = widthOf(desk, '.side');
  edge.focus();
  await sendKeys({ press: 'ArrowLeft' });
  await until('wider', () => widthOf(desk, '.side') > before);
  expect(widthOf(desk, '.side')).to.be.closeTo(before + 24, 1);
  const whole = widthOf(desk, '.frame');
  const told = () => Number(edge.getAttribute('aria-valuenow'));
  expect(told()).to.be.closeTo((widthOf(desk, '.side') / whole) * 100, 1);
  await sendKeys({ press: 'End' });
  await until('widest', () => Math.abs(widthOf(desk, '.side') - whole * 0.7) < 2);
  await sendKeys({ press: 'Home' });
  await until('narrowest', () => Math.abs(widthOf(desk, '.side') - 288) < 2);
  edge.dispatchEvent(new MouseEvent('dblclick', { bubbles: true }));
  await until('as it was', () => Math.abs(widthOf(desk, '.side') - before) < 1);
});

it('the pointer draws the edge, and nothing follows when it is let go', async () => {
  const { desk, edge } = await opened();
  const before = widthOf(desk, '.side');
  const { left, top, width } = edge.getBoundingClientRect();
  const [x, y] = [Math.round(left + width / 2), Math.round(top + 60)];
  await sendMouse({ type: 'move', position: [x, y] });
  await sendMouse({ type: 'down' });
  await sendMouse({ type: 'move', position: [x - 100, y] });
  await until('wider', () => Math.abs(widthOf(desk, '.side') - before - 100) < 8);
  await sendMouse({ type: 'up' });
  const drawn = widthOf(desk, '.side');
  await sendMouse({ type: 'move', position: [x - 200, y] });
  await desk.updateComplete;
  expect(widthOf(desk, '.side')).to.equal(drawn);
});

it('the whole page is the cockpit’s until it is set beside the list again, or closed', async () => {
  const { desk, opened: list } = await opened();
  const button = () => inside<HTMLElement>(desk, '.wide')!;
  const isListSeen = () => inside(desk, '.list')!.getClientRects().length > 0;
  const patient = desk.patientId;
  button().click();
  await until('full', () => !isListSeen());
  expect(widthOf(desk, '.side')).to.equal(widthOf(desk, '.frame'));
  expect(button().getAttribute('aria-label')).to.equal('Vis ved siden af listen');
  expect(desk.patientId).to.equal(patient);
  button().click();
  await until('beside', isListSeen);
  button().click();
  await until('full again', () => !isListSeen());
  inside<HTMLElement>(desk, '.close')!.click();
  await until('closed', () => !desk.patientId && isListSeen());
  await openRow(list, 1);
  expect(isListSeen(), 'another begins beside the list').to.equal(true);
});
