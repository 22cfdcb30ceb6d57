/** Elements in a document that their script is not of: a frame, a second window; and on a page with sizes of its own. */
import { expect } from '@open-wc/testing';
import { button, count, grid, name, placeList, ready, rows } from './list.ts';
import { adapterWith, allInside, clinic, frame, inside, place, textOf, until } from './stage.ts';

const size = { width: 1200, height: 700 };
/** One who is on the list. */
const patientId = clinic.patients[0]!.patient.id;

/** Each sheet of a tree belongs to the document that the tree is in. */
const sheetsOf = (element: Element) => element.shadowRoot!.adoptedStyleSheets.length;
const display = (element: Element) =>
  element.ownerDocument.defaultView!.getComputedStyle(element).display;

describe('in another document', () => {
  it('a list that is moved there keeps its looks, its rows and its place', async () => {
    const list = await placeList({}, size);
    const before = {
      sheets: sheetsOf(list),
      inGrid: sheetsOf(grid(list)),
      row: rows(list)[0]!.getBoundingClientRect().height,
      names: rows(list).map((row) => name(list, row)),
    };
    const page = frame();
    page.body.append(list.parentElement!);
    await ready(list);
    expect(list.ownerDocument).to.equal(page);
    expect(sheetsOf(list)).to.equal(before.sheets);
    expect(sheetsOf(grid(list))).to.equal(before.inGrid);
    expect(display(inside(list, '.frame')!)).to.equal('flex');
    await until('rows of the same height', () => {
      const [row] = rows(list);
      return row && Math.abs(row.getBoundingClientRect().height - before.row) < 1;
    });
    expect(name(list, rows(list)[0])).to.equal(before.names[0]);
    // The columns are placed by a sheet of the grid's own.
    const [first, second] = allInside(grid(list), '.heads .cell');
    expect(second!.getBoundingClientRect().left).to.be.at.least(
      first!.getBoundingClientRect().right - 1,
    );
  });

  it('a workspace that was never on its own page works there, and back', async () => {
    const page = frame();
    const workspace = place('overblik-workspace', {}, size);
    page.body.append(workspace.parentElement!);
    const list = await until('the list', () =>
      inside<HTMLElementTagNameMap['overblik-population']>(workspace, 'overblik-population'),
    );
    await ready(list);
    expect(display(inside(workspace, '.frame')!)).to.equal('grid');
    workspace.patientId = grid(list).shadowRoot!.querySelector('.line') ? 'nobody' : undefined;
    await until('the cockpit', () => inside(workspace, 'overblik-cockpit'));
    document.body.append(workspace.parentElement!);
    await ready(list);
    expect(display(inside(list, '.frame')!)).to.equal('flex');
    expect(count(list)).to.be.greaterThan(0);
  });

  const elements = {
    'overblik-population': { shown: 'overblik-grid', properties: {} },
    'overblik-workspace': { shown: 'overblik-cockpit', properties: { patientId } },
    'overblik-cockpit': { shown: '.parts', properties: { patientId } },
    'overblik-marker': { shown: 'button', properties: { patientId } },
  } as const;
  for (const [tag, { shown, properties }] of Object.entries(elements))
    it(`an ${tag} whose frame is taken away while it loads does no harm, and works where it is put next`, async () => {
      const failures: string[] = [];
      const note = (event: PromiseRejectionEvent) => failures.push(String(event.reason));
      window.addEventListener('unhandledrejection', note);
      try {
        const page = frame();
        const adapter = adapterWith({ delay: 60 });
        const element = place(tag as keyof typeof elements, { adapter, ...properties }, size);
        page.body.append(element.parentElement!);
        await element.updateComplete;
        page.defaultView!.frameElement!.remove();
        await new Promise((resolve) => setTimeout(resolve, 300));
        document.body.append(element.parentElement!);
        await until('what it shows', () => inside(element, shown)?.offsetHeight);
        expect(sheetsOf(element)).to.be.greaterThan(1);
        if (tag === 'overblik-population') {
          await ready(element);
          expect(count(element)).to.be.greaterThan(0);
          expect(sheetsOf(grid(element))).to.be.greaterThan(1);
        }
        expect(failures).to.deep.equal([]);
      } finally {
        window.removeEventListener('unhandledrejection', note);
      }
    });

  it('a list that was drawn waits in a document without a window, and goes on in a page', async () => {
    const list = await placeList({}, size);
    const before = { all: count(list), sheets: sheetsOf(grid(list)) };
    const aside = document.implementation.createHTMLDocument('');
    aside.body.append(list.parentElement!);
    list.view = { ...list.view!, query: 'findes ikke' };
    await list.updateComplete;
    list.view = { ...list.view, query: '' };
    await list.updateComplete;
    document.body.append(list.parentElement!);
    await until('rows', () => rows(list).length > 0);
    expect(count(list)).to.equal(before.all);
    expect(sheetsOf(grid(list))).to.equal(before.sheets);
  });

  it('a part that is loaded there brings its styles along', async () => {
    const page = frame();
    const list = await placeList({}, size);
    page.body.append(list.parentElement!);
    await ready(list);
    const before = sheetsOf(list);
    button(list, 'Datakvalitet').click();
    await until('the panel', () => textOf(list).includes('Datadækning') || sheetsOf(list) > before);
    await until('its styles', () => sheetsOf(list) > before);
  });

  it('a second window', async () => {
    const second = open('', '', 'width=1300,height=800');
    // A browser that opens none has nothing to show it in.
    expect(second).to.not.equal(null);
    try {
      const list = await placeList({}, size);
      second!.document.body.append(list.parentElement!);
      await until('rows', () => rows(list).length > 0);
      expect(display(inside(list, '.frame')!)).to.equal('flex');
    } finally {
      second!.close();
    }
  });
});

describe('on a page that counts in rem of 10 pixels', () => {
  const root = document.documentElement;
  afterEach(() => root.style.removeProperty('font-size'));

  it('texts and widths are as on any other', async () => {
    const usual = await placeList({}, size);
    const wanted = {
      text: getComputedStyle(usual).fontSize,
      row: rows(usual)[0]!.offsetHeight,
      search: inside(usual, '.search')!.offsetWidth,
    };
    usual.remove();
    // A frame's document has no sheets yet that were made for another size.
    const page = frame();
    page.documentElement.style.fontSize = '62.5%';
    const list = await placeList({}, size);
    page.body.append(list.parentElement!);
    await ready(list);
    const styles = page.defaultView!.getComputedStyle(list);
    expect(styles.fontSize).to.equal(wanted.text);
    await until('rows', () => rows(list)[0]?.offsetHeight === wanted.row);
    expect(inside(list, '.search')!.offsetWidth).to.be.closeTo(wanted.search, 1);
  });

  it('the cockpit stands beside the list at the same width', async () => {
    const page = frame();
    page.documentElement.style.fontSize = '62.5%';
    const workspace = place(
      'overblik-workspace',
      { patientId: 'nobody' },
      { width: 900, height: 700 },
    );
    page.body.append(workspace.parentElement!);
    await until('the list', () => inside(workspace, 'overblik-population'));
    expect(display(inside(workspace, '.list')!), 'too narrow for both').to.equal('none');
  });
});
