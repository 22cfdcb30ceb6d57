/** Nobody is exempt before it is said why: from the cockpit's foot and from the list alike, by pointer and by keys. */
import { expect } from '@open-wc/testing';
import { isAccessible } from './in-depth.ts';
import { cell, clickOn, press, rows, write } from './list.ts';
import { allInside, inside, until } from './stage.ts';
import { adapterOf, cockpitOf, openDesk, openRow, statusOf, type Desk } from './worklist.ts';

const size = { width: 1366, height: 700 };
const inCockpit = (desk: Desk) => cockpitOf(desk)!;
const dialogIn = (host: Element) => inside<HTMLDialogElement>(host, 'dialog.ask[open]');

async function openWith(place: 'cockpit' | 'list') {
  const desk = await openDesk({ adapter: adapterOf(3) }, size);
  if (place === 'list') {
    await clickOn(cell(desk.list, rows(desk.list)[0], 'Status'));
    await until('the panel', () => inside(desk.list, '.panel:popover-open [name=status]'));
  } else await openRow(desk, 0);
  return { desk, host: place === 'list' ? desk.list : inCockpit(desk) };
}

const radio = (host: Element, words: string) =>
  allInside(host, '.pills label')
    .find((each) => each.textContent.trim() === words)!
    .querySelector<HTMLInputElement>('input')!;

const pressed = (host: Element) => inside(host, '.pills label:has(:checked)')?.textContent;

for (const place of ['cockpit', 'list'] as const)
  describe(`Undtaget in the ${place}`, () => {
    it('asks why first; Escape and Annullér leave all as it was', async () => {
      const { desk, host } = await openWith(place);
      for (const leave of ['Escape', 'Annullér']) {
        await clickOn(radio(host, 'Undtaget').parentElement);
        const dialog = await until('asked', () => dialogIn(host));
        expect(dialog.textContent).to.contain('Anavn1 Prøve');
        expect(statusOf(desk, 'p1')).to.equal('new');
        if (place === 'cockpit') expect(pressed(host)).to.contain('Ikke gennemgået');
        if (leave === 'Escape') await isAccessible(host);
        await write(dialog.querySelector<HTMLTextAreaElement>('[name=note]')!, 'Ord');
        if (leave === 'Escape') await press('Escape');
        else await clickOn(dialog.querySelector('.no'));
        await until('closed', () => !dialogIn(host));
        await host.updateComplete;
        expect(statusOf(desk, 'p1')).to.equal('new');
        expect(desk.list.round!.state.current).to.equal(undefined);
        if (place === 'cockpit') expect(pressed(host)).to.contain('Ikke gennemgået');
        else {
          await clickOn(cell(desk.list, rows(desk.list)[0], 'Status'));
          await until('again', () => pressed(host)?.includes('Ikke gennemgået'));
        }
      }
    });

    it('is set with its reason, words and last day at once, and taken back at once', async () => {
      const { desk, host } = await openWith(place);
      radio(host, 'Ikke gennemgået').focus();
      // By keys: the last of four, backwards.
      await press('ArrowLeft');
      const dialog = await until('asked', () => dialogIn(host));
      await clickOn(dialog.querySelector('.primary'));
      expect(dialog.open, 'without a reason').to.equal(true);
      dialog.querySelector<HTMLInputElement>('[value=done-elsewhere]')!.focus();
      await press(' ');
      await write(dialog.querySelector<HTMLTextAreaElement>('[name=note]')!, 'Geriatrisk team');
      await clickOn(dialog.querySelector('.primary'));
      await until('exempt', () => statusOf(desk, 'p1') === 'exempt');
      expect(desk.list.round!.member('p1')).to.include({
        ...{ exemptReason: 'done-elsewhere', note: 'Geriatrisk team' },
      });
      desk.list.round!.undo();
      expect(desk.list.round!.member('p1')).to.include({ status: 'new' });
      expect(desk.list.round!.member('p1').note).to.equal(undefined);
    });
  });
