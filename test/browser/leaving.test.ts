/** How the list leaves the page, by the clipboard, a file or on paper, where the browser or the frame around it forbids it. */
import { expect } from '@open-wc/testing';
import type { HostAction, OverblikPopulation } from '../../src/define.ts';
import { mayDownload } from '../../src/elements/population/export-run.ts';
import { inDepth, isAccessible } from './in-depth.ts';
import { button, check, clickOn, openPanel, placeList, rows } from './list.ts';
import { adapterWith, frame, inside, textOf, until } from './stage.ts';

/** A list with two patients chosen. */
async function twoChosen(more: Parameters<typeof placeList>[0] = {}): Promise<OverblikPopulation> {
  const list = await placeList(more, { width: 1400, height: 900 });
  await clickOn(check(rows(list)[0]));
  await clickOn(check(rows(list)[1]));
  await until('two', () => list.selectedIds.length === 2);
  return list;
}

const notice = (list: Element) => inside(list, '.notice.critical')?.textContent ?? '';

describe('copying, in a browser that gives the clipboard to a click alone', () => {
  const { clipboard } = navigator;
  let written: string[] = [];
  let isInClick = false;
  const noteClick = () => {
    isInClick = true;
    setTimeout(() => (isInClick = false));
  };

  /** As Firefox and Safari: whoever asks later is refused; whoever asks in time may bring the text later. */
  function give(refused: () => boolean): void {
    written = [];
    const refuse = () => Promise.reject(new DOMException('no', 'NotAllowedError'));
    const write = async ([item]: readonly ClipboardItem[]) => {
      if (!isInClick || refused()) return refuse();
      written.push(await (await item!.getType('text/plain')).text());
    };
    const writeText = (text: string) =>
      write([new ClipboardItem({ 'text/plain': new Blob([text], { type: 'text/plain' }) })]);
    Object.defineProperty(navigator, 'clipboard', {
      value: { write, writeText },
      configurable: true,
    });
  }

  beforeEach(() => addEventListener('click', noteClick, true));
  afterEach(() => {
    removeEventListener('click', noteClick, true);
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  });

  it('asks in the click itself, and brings the rows when they are made', async () => {
    const list = await twoChosen();
    give(() => false);
    await clickOn(button(list, 'Kopiér'));
    await until('copied', () => written.length === 1);
    expect(written[0]!.split('\r\n')).to.have.length(3);
    await until('said', () => textOf(list).includes('2 rækker er kopieret'));
    expect(notice(list)).to.equal('');
  });

  inDepth('asks for another click where it is refused, and says what did not happen', async () => {
    const list = await twoChosen();
    let refusals = 1;
    give(() => refusals-- > 0);
    await clickOn(button(list, 'Kopiér'));
    await until('the notice', () => notice(list).includes('Der er ikke kopieret endnu'));
    expect(written).to.deep.equal([]);
    await clickOn(button(list, 'Kopiér nu'));
    await until('copied', () => written.length === 1);
    await until('no notice', () => notice(list) === '');
  });

  it('says so, with what to do, where it stays forbidden', async () => {
    const list = await twoChosen();
    give(() => true);
    await clickOn(button(list, 'Kopiér'));
    await until('the notice', () => notice(list).includes('Der er ikke kopieret endnu'));
    await clickOn(button(list, 'Kopiér nu'));
    await until('the notice', () => notice(list).includes('clipboard-write'));
  });

  inDepth(
    'takes the results of an action from its dialog, and from the notice of them',
    async () => {
      const action: HostAction = {
        id: 'queue',
        label: { da: 'Læg i kø' },
        scope: 'many',
        run: ([first]) => Promise.resolve([{ patientId: first!.id, ok: true }]),
      };
      const list = await twoChosen({ adapter: adapterWith({ actions: [action] }) });
      const taken: string[] = [];
      list.addEventListener('overblik-export', (event) => {
        taken.push(event.detail.name);
        event.preventDefault();
      });
      let refusals = 1;
      give(() => refusals-- > 0);
      await clickOn(button(list, 'Læg i kø'));
      const dialog = await until('open', () => inside<HTMLDialogElement>(list, 'dialog.run[open]'));
      const press = async (label: string) => {
        const find = () =>
          [...dialog.querySelectorAll('button')].find((each) => each.textContent.trim() === label);
        await clickOn(await until(label, find));
      };
      await press('Læg i kø');
      await press('Kopiér resultatet');
      await press('Kopiér nu');
      await until('copied', () => written.length === 1);
      const rows = written[0]!.split('\r\n').map((line) => line.split('\t'));
      expect(rows.map((row) => row[2])).to.deep.equal([
        ...['Resultat', 'ukendt, tjek i journalen', 'udført'],
      ]);
      await press('Eksportér til Excel');
      await until('taken', () => taken.length === 1);
      expect(taken[0]).to.match(/^Resultat af “Læg i kø” \d{4}-\d\d-\d\d\.xlsx$/);
      await isAccessible(list);
      dialog.close();
      await until('the notice', () => inside(list, '.late .notice'));
      await clickOn(button(list, 'Kopiér', '.late'));
      await until('copied again', () => written.length === 2);
      expect(written[1]).to.equal(written[0]);
      await until('said', () =>
        inside(list, '.late')!.textContent.includes('2 rækker er kopieret'),
      );
    },
  );

  it('the page has no clipboard', async () => {
    const list = await twoChosen();
    Object.defineProperty(navigator, 'clipboard', { value: undefined, configurable: true });
    await clickOn(button(list, 'Kopiér'));
    await clickOn(await until('the button', () => inside(list, '.notice.critical button')));
    await until('the notice', () => notice(list).includes('Der blev ikke kopieret'));
  });
});

describe('a file, in a frame that may not save any', () => {
  it('is told by the sandbox of the frame, and of those around it', async () => {
    const told = (sandbox: string) => mayDownload(frame(sandbox).defaultView);
    expect(told('allow-same-origin allow-scripts')).to.equal('blocked');
    expect(told('allow-same-origin allow-downloads')).to.equal(mayDownload(window));
    const outer = frame('allow-same-origin');
    const inner = outer.createElement('iframe');
    outer.body.append(inner);
    expect(mayDownload(inner.contentWindow)).to.equal('blocked');
  });

  it('says that it was not saved, and what to do', async () => {
    const page = frame('allow-same-origin');
    const list = await placeList({}, { width: 1400, height: 900 });
    let saved = 0;
    const { click } = HTMLAnchorElement.prototype;
    HTMLAnchorElement.prototype.click = () => void saved++;
    page.body.append(list.parentElement!);
    await until('rows', () => rows(list).length > 0);
    try {
      const open = await openExport(list);
      open.querySelector<HTMLButtonElement>('button[value=csv]')!.click();
      await until('the outcome', () => open.textContent.includes('Filen blev ikke gemt'));
      expect(open.textContent).to.include('allow-downloads').and.to.not.include('er skrevet');
      expect(saved).to.equal(0);
    } finally {
      HTMLAnchorElement.prototype.click = click;
    }
  });

  async function openExport(list: Element): Promise<HTMLElement> {
    button(list, 'Eksportér').click();
    return until('the panel', () => inside(list, '.panel:popover-open:not(:has(.part-loading))'));
  }

  inDepth('is saved as ever in a page of its own, or handed to the host', async () => {
    const list = await placeList();
    list.addEventListener('overblik-export', (event) => event.preventDefault());
    const open = await openPanel(list, 'Eksportér');
    await clickOn(open.querySelector('button[value=csv]'));
    await until('done', () => open.textContent.includes('Filen er skrevet'));
    expect(open.textContent).to.not.include('allow-downloads');
  });
});

describe('printing', () => {
  const frames = () => [...document.querySelectorAll<HTMLIFrameElement>('body > iframe')];
  const append = HTMLElement.prototype.append;
  let calls = 0;

  /** Browsers that print tell of the beginning; not all tell of the end. */
  function answer(how: 'begins' | 'ends' | 'nothing'): void {
    calls = 0;
    document.body.append = function (...nodes: (Node | string)[]) {
      append.apply(this, nodes);
      for (const node of nodes) {
        const inner = node instanceof HTMLIFrameElement ? node.contentWindow : undefined;
        if (!inner) continue;
        inner.print = () => {
          calls++;
          if (how !== 'nothing') inner.dispatchEvent(new Event('beforeprint'));
          if (how === 'ends') inner.dispatchEvent(new Event('afterprint'));
        };
      }
    };
  }
  afterEach(() => delete (document.body as Partial<HTMLElement>).append);

  it('leaves no frame where it ends', async () => {
    const list = await placeList();
    answer('ends');
    await list.print();
    expect(calls).to.equal(1);
    expect(frames()).to.deep.equal([]);
    expect(notice(list)).to.equal('');
  });

  inDepth('leaves none where nobody tells of the end: it goes when the user works on', async () => {
    const list = await placeList();
    answer('begins');
    await list.print();
    expect(frames()).to.have.length(1);
    await clickOn(inside(list, '.head h2'));
    expect(frames()).to.deep.equal([]);
  });

  it('leaves none to the next print', async () => {
    const list = await placeList();
    answer('begins');
    await list.print();
    const [first] = frames();
    await list.print();
    expect(first!.isConnected).to.equal(false);
    expect(frames()).to.have.length(1);
    frames()[0]!.remove();
  });

  it('says that nothing was printed where the browser lets the call pass', async () => {
    const list = await placeList();
    answer('nothing');
    await list.print();
    expect(frames()).to.deep.equal([]);
    await until('the notice', () => notice(list).includes('Der blev ikke udskrevet'));
  });
});
