/** What a host with shortcuts hears of keys that are pressed in the elements. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { placeList, press } from './list.ts';
import { inside } from './stage.ts';

describe('keys that are pressed in a field', () => {
  let heard: string[] = [];
  const hear = (event: KeyboardEvent) =>
    heard.push(`${event.ctrlKey && event.key !== 'Control' ? 'Ctrl+' : ''}${event.key}`);

  beforeEach(() => {
    heard = [];
    document.addEventListener('keydown', hear);
  });
  afterEach(() => document.removeEventListener('keydown', hear));

  async function inSearch(): Promise<HTMLInputElement> {
    const list = await placeList();
    const search = inside<HTMLInputElement>(list, 'input[type=search]')!;
    search.focus();
    return search;
  }

  it('are no shortcuts of the host as long as they write', async () => {
    const search = await inSearch();
    await sendKeys({ type: 'Jens 1?' });
    for (const key of ['ArrowLeft', 'Backspace', 'Home', 'Delete', 'Enter'])
      await sendKeys({ press: key });
    expect(search.value).to.equal('ens ?');
    expect(heard).to.deep.equal([]);
  });

  it('reach the host where they may mean it: Escape, function keys, and with Ctrl', async () => {
    await inSearch();
    await press('Control+k');
    await sendKeys({ press: 'F2' });
    await sendKeys({ press: 'Escape' });
    expect(heard.filter((key) => key !== 'Control')).to.deep.equal(['Ctrl+k', 'F2', 'Escape']);
  });

  it('reach the host where nothing is written: on a row', async () => {
    const list = await placeList();
    list.focus();
    await sendKeys({ press: 'j' });
    expect(heard).to.deep.equal(['j']);
  });
});
