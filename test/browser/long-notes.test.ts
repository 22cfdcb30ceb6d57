/** A note has room for so much: nothing is cut in silence, and what is longer already stays whole. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { faultyRounds } from '../../src/testing/index.ts';
import { adapterOf, cockpitOf, noteField, openDesk, openRow, type Desk } from './worklist.ts';
import { clickOn, check, openPanel, panel, rows } from './list.ts';
import { demens, inside, until } from './stage.ts';

const told = (field: Element) =>
  field.closest('label')!.nextElementSibling!.textContent.replaceAll(/\s+/g, ' ').trim();
const isSeen = (field: Element) =>
  !field.closest('label')!.nextElementSibling!.classList.contains('visually-hidden');

/** Pastes, as the browser does: it asks first, which it does not where a page writes. */
function paste(field: HTMLTextAreaElement, text: string): void {
  field.focus();
  const asks = { bubbles: true, cancelable: true, inputType: 'insertFromPaste', data: text };
  if (field.dispatchEvent(new InputEvent('beforeinput', asks)))
    document.execCommand('insertText', false, text);
}

const toEnd = (field: HTMLTextAreaElement) =>
  field.setSelectionRange(field.value.length, field.value.length);

async function deskWith(note?: string): Promise<{ desk: Desk; field: HTMLTextAreaElement }> {
  const members = note === undefined ? [] : [{ patientId: 'p1', status: 'new' as const, note }];
  const { id, version } = demens;
  const stored = {
    id: `${id}#1`,
    revision: 1,
    profile: { id, version },
    asOf: '2026-05-01',
    members,
  };
  const desk = await openDesk({ adapter: adapterOf(3, faultyRounds([stored])) });
  await openRow(desk, 0);
  return { desk, field: await until('the field', () => noteField(desk)) };
}

it('says how much room is left when it is little, and takes no more than there is room for', async () => {
  const { desk, field } = await deskWith();
  paste(field, 'x'.repeat(3599));
  expect(told(field)).to.equal('');
  expect(isSeen(field)).to.equal(false);
  await sendKeys({ type: 'y' });
  expect(told(field)).to.equal('3.600 af højst 4.000 tegn. Der er snart ikke plads til mere.');
  expect(isSeen(field)).to.equal(true);
  paste(field, 'z'.repeat(401));
  expect(field.value.length, 'nothing of it').to.equal(3600);
  expect(told(field)).to.include('Der er ikke plads til de 401 tegn');
  paste(field, 'z'.repeat(400));
  expect(field.value.length).to.equal(4000);
  await sendKeys({ type: 'æ' });
  expect(field.value.endsWith('æ')).to.equal(false);
  expect(told(field)).to.include('4.000 af højst 4.000 tegn. Der er ikke plads til det næste tegn');
  // In the place of what is marked there is.
  field.setSelectionRange(0, 3599);
  paste(field, 'kort');
  expect(field.value.length).to.equal(405);
  expect(told(field)).to.equal('');
  field.blur();
  await until('stored', () => desk.list.round?.member('p1').note === field.value);
});

it('a longer one from a store is shown whole, is stored as it is, and can be made shorter', async () => {
  const long = 'n'.repeat(75_000);
  const { desk, field } = await deskWith(long);
  expect(field.value === long).to.equal(true);
  expect(told(field)).to.include('75.000 af højst 4.000 tegn. Noten er længere');
  toEnd(field);
  paste(field, 'x');
  expect(field.value === long).to.equal(true);
  toEnd(field);
  await sendKeys({ press: 'Backspace' });
  expect(field.value.length).to.equal(74_999);
  field.blur();
  await until('stored', () => desk.list.round?.member('p1').note?.length === 74_999);
});

it('the reason of an exemption has the same bound', async () => {
  const { desk } = await deskWith();
  await clickOn(check(rows(desk.list)[0]));
  await openPanel(desk.list, 'Undtag');
  const field = panel(desk.list)!.querySelector('textarea')!;
  paste(field, 'x'.repeat(4001));
  expect(field.value.length).to.equal(0);
  expect(told(field)).to.include('Der er ikke plads til de 4.001 tegn');
  paste(field, 'x'.repeat(4000));
  expect(told(field)).to.include('4.000 af højst 4.000 tegn');
  expect(inside(cockpitOf(desk)!, 'textarea.note')).to.not.equal(null);
});
