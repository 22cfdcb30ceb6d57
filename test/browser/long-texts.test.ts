/**
 * Under texts of any length, spaced or not, wide and narrow, on screen and on paper: nothing is pushed out of reach,
 * nothing makes the page scroll sideways, and what is cut off is told by a tooltip.
 */
import { expect } from '@open-wc/testing';
import { setViewport } from '@web/test-runner-commands';
import type { HostAction, PatientRecords } from '../../src/define.ts';
import { faultyAdapter } from '../../src/testing/index.ts';
import { inDepth } from './in-depth.ts';
import { button, check, grid, panel, placeList, rows } from './list.ts';
import { allInside, clinic, demens, inside, place, until } from './stage.ts';

const spaced = 'Et langt navn med mange ord '.repeat(20).trim();
const unspaced = 'Ubrudt'.repeat(60);
/** Begins with words, and ends with one that never does. */
const long = `${spaced} ${unspaced}`;
const danish = { da: long };
const size = (width: number) => ({ width, height: 700 });
/** Less the margins of the page. */
const boxOf = (width: number) => ({ width: width - 16, height: 684 });

const at = '2026-10-01';
const patientWith = (id: string): PatientRecords => ({
  patient: {
    ...{ id, name: `${id} ${long}`, birthDate: '1942-01-01', sex: 'female' },
    ...{ address: long, city: long, practitioner: long, cpr: '0101421234' },
  },
  diagnoses: [{ code: 'P70', text: long, from: '2022', source: long }],
  medications: [
    { code: 'N05AH04', text: long, dose: long, from: at, source: long },
    { code: 'N06DA02', text: unspaced, from: at },
  ],
  results: [
    { code: 'MCS88042', text: long, at, value: long, source: long },
    { code: 'MCS88042', text: long, at: '2025-10-01', value: 25, unit: unspaced.slice(0, 200) },
  ],
  services: [{ code: '0101', text: long, at, source: long }],
  appointments: [{ text: long, at: '2027-01-01', with: long, status: 'booked' }],
  referrals: [{ text: long, at, to: long, status: 'sent' }],
  letters: [
    { text: long, at, from: long, body: long },
    // Cannot be read.
    { text: long, at: 'engang', from: long },
  ],
});
const named = <Part extends object>(parts: readonly Part[]) =>
  parts.map((part) => ({
    ...part,
    title: danish,
    ...('advice' in part ? { advice: danish } : {}),
  }));
const profile = {
  ...demens,
  title: danish,
  purpose: [danish, danish],
  information: named(demens.information),
  markers: named(demens.markers),
  indicators: named(demens.indicators),
};
const actions = [1, 2, 3].map((each) => ({
  ...{ id: `a${each}`, label: danish, scope: 'many' as const },
  run: (patients: readonly { readonly id: string }[]) =>
    Promise.resolve(patients.map(({ id }) => ({ patientId: id, ok: false, message: danish }))),
}));
/** One that asks for something. */
const asking: HostAction = {
  ...{ id: 'asks', label: { da: `Skriv ${long}` }, scope: 'many' },
  fields: [
    { id: 'text', type: 'text', label: danish, hint: danish, default: long },
    {
      ...{ id: 'message', type: 'template', label: danish, hint: danish },
      templates: [
        { id: 't', title: danish, body: { da: `${long} {fornavn} {ukendt${unspaced}}` } },
      ],
    },
    { id: 'choice', type: 'choice', label: danish, options: [{ id: 'a', label: danish }] },
    {
      ...{ id: 'many', type: 'choice', label: danish },
      options: [1, 2, 3, 4, 5, 6].map((each) => ({ id: `o${each}`, label: danish })),
    },
  ],
  run: (patients) => Promise.resolve(patients.map(({ id }) => ({ patientId: id, ok: true }))),
};
const aim = {
  goal: long.repeat(30),
  ...{ evaluation: '2026-02-02', owner: { id: 'x', name: long }, by: long },
};
const begun = (id: string) => ({
  ...{ id, revision: 1, profile: { id: 'dk.demens', version: '1.0.0' }, asOf: '2026-01-01' },
  ...{ title: long, by: long, aim },
  members: [{ patientId: 'p1', status: 'reviewed' as const, note: long, by: long }],
});
const finished = (id: string) => ({ ...begun(id), finished: '2026-02-01' });
const underWay = {
  ...{ ...begun('r3'), asOf: '2026-03-01' },
  members: ['p1', 'p2', 'p3'].map((patientId) => ({
    ...{ patientId, status: 'to-follow-up' as const, note: long, earlier: long, by: long },
    ...{ assignee: { id: 'x', name: long }, due: '2026-04-01', exemptReason: unspaced },
    // Of one alone: the others are shown for what is grave.
    exemptions: (patientId === 'p2' ? demens.markers : []).map(({ id: marker }) => ({
      marker,
      note: long,
      by: long,
    })),
    contact: Array.from({ length: 12 }, () => ({
      ...{ outcome: 'no-answer' as const, at: `${at}T10:00:00+01:00`, by: long },
    })),
  })),
};
const patients = ['p1', 'p2', 'p3'].map(patientWith);
const given = () => {
  const { coverage } = clinic.description;
  const source = { title: danish, types: ['result'], available: true, gives: danish } as const;
  const description = {
    ...{ ...clinic.description, name: long, user: long, patients: 3 },
    team: ['x', 'y'].map((id) => ({ id, name: `${id} ${long}` })),
    coverage: { ...coverage, result: { available: true, source: long, updated: '2026-11-01' } },
    sources: ['a', 'b'].map((id) => ({ ...source, id })),
  };
  const adapter = faultyAdapter(
    { description, patients },
    { rounds: [finished('r1'), finished('r2'), underWay], actions: [...actions, asking] },
  );
  return { adapter, profiles: [profile, { ...profile, id: 'dk.other' }] };
};

/** What is clipped sideways or downwards, and not scrolled. */
function isCut(element: Element, { overflowX, overflowY }: CSSStyleDeclaration): boolean {
  const { scrollWidth, clientWidth, scrollHeight, clientHeight } = element;
  const isClipped = (overflow: string) => overflow === 'hidden' || overflow === 'clip';
  return (
    (isClipped(overflowX) && scrollWidth > clientWidth + 1) ||
    (isClipped(overflowY) && scrollHeight > clientHeight + 2)
  );
}

const nameOf = (element: Element) =>
  `${element.localName}.${String(element.getAttribute('class') ?? '')}`;

/**
 * What is outside its place: sideways of the window or of `root`, where nothing between clips or scrolls it; and text
 * that is cut off with no tooltip on it, in it or around it.
 */
function faultsIn(root: Element): readonly string[] {
  const page = root.ownerDocument.documentElement;
  const faults: string[] = [];
  if (page.scrollWidth > page.clientWidth + 1) faults.push('the page scrolls sideways');
  const place = root.getBoundingClientRect();
  const walk = (element: Element, isHeld: boolean) => {
    const style = getComputedStyle(element);
    const box = element.getBoundingClientRect();
    if (style.display === 'none' || style.visibility === 'hidden') return;
    if (element.matches('.visually-hidden, svg, option, overblik-grid')) return;
    // For whoever hears it.
    if (style.clipPath === 'inset(50%)') return;
    const [left, right] = isHeld ? [-Infinity, Infinity] : [place.left - 1, place.right + 1];
    if (box.width > 1 && (box.right > right || box.left < left))
      faults.push(`${nameOf(element)} stands outside: ${box.left}–${box.right}`);
    if (
      /auto|scroll/.test(style.overflowX) &&
      element.scrollWidth > element.clientWidth + 1 &&
      // Rows of cards, of buttons and of numbers scroll where they are narrow.
      !element.matches('.more-inline, .numbers, .scroller')
    )
      faults.push(`${nameOf(element)} scrolls sideways`);
    if (
      isCut(element, style) &&
      // Holds what has no room, unseen, to measure it.
      !element.matches('.chosen') &&
      element.textContent.trim() !== '' &&
      // A cell of the list gets its tooltip when it is pointed at.
      !element.closest('[title]:not([title=""]), [role=gridcell], [role=rowheader]') &&
      !element.querySelector('[title]:not([title=""])')
    )
      faults.push(`${nameOf(element)} is cut off without a tooltip`);
    const holds = isHeld || style.overflowX !== 'visible';
    for (const child of element.children) walk(child, holds);
  };
  for (const child of (root.shadowRoot ?? root).children) walk(child, false);
  return [...new Set(faults)].slice(0, 5);
}

/** A button in reach: within its dialog's scrolling, and no wider than the window. */
function inReach(dialog: Element, wanted: HTMLElement): boolean {
  wanted.scrollIntoView();
  const { top, bottom, left, right } = wanted.getBoundingClientRect();
  const box = dialog.getBoundingClientRect();
  return (
    top >= box.top - 1 &&
    bottom <= Math.min(box.bottom, innerHeight) + 1 &&
    left >= -1 &&
    right <= innerWidth + 1
  );
}

/** As a user does who has scrolled to the button. */
async function open(list: Element, words: string): Promise<HTMLElement> {
  const found = button(list, words);
  found.scrollIntoView();
  found.click();
  return until(`the panel ${words}`, () => panel(list));
}

/** What is found, place by place; nothing where all is well. */
const expectNone = (found: Readonly<Record<string, readonly string[]>>) =>
  expect(Object.entries(found).filter(([, faults]) => faults.length > 0)).to.deep.equal([]);

for (const width of [1366, 400])
  describe(`at ${width} px`, () => {
    before(() => setViewport(size(width)));
    after(() => setViewport({ width: 1600, height: 1500 }));

    it('the list, and each of its panels', async () => {
      const list = await placeList(given(), boxOf(width));
      const found: Record<string, readonly string[]> = { list: faultsIn(list) };
      found.grid = faultsIn(grid(list));
      button(list, 'Se profilen').click();
      await until('profile', () => inside(list, '.profile-side .document'));
      found.profile = faultsIn(list);
      button(list, 'Skjul profilen').click();
      // In a low window the charts stand behind a button.
      if (inside(list, '.overview.brief')) button(list, 'Vis diagrammer').click();
      await list.updateComplete;
      button(list, 'Vis som tabel').click();
      await until('table', () => inside(list, '.overview table'));
      found.table = faultsIn(list);
      check(rows(list)[0])!.click();
      const buttons = [
        'Runde',
        'Rækkefølge',
        'Kolonner',
        'Datakvalitet',
        '+ Filter',
        'Eksportér',
        'Mere …',
      ];
      for (const words of buttons) {
        const opened = await open(list, words);
        if (words === 'Datakvalitet') await until(words, () => opened.querySelector('table'));
        found[words] = [...faultsIn(list), ...faultsIn(opened)];
        if (words === '+ Filter')
          for (const title of ['Navn', long]) {
            const link = [...opened.querySelectorAll<HTMLElement>('.link')].find(
              ({ textContent }) => textContent.trim().startsWith(title.slice(0, 40)),
            );
            link?.click();
            await until(`filter of ${title}`, () => /Filter:/.test(opened.textContent));
            found[`filter ${title}`] = faultsIn(opened);
            await open(list, words);
          }
        const { right, bottom } = opened.getBoundingClientRect();
        expect(right, words).to.be.at.most(innerWidth + 1);
        expect(bottom, words).to.be.at.most(innerHeight + 1);
      }
      expectNone(found);
    });

    it('the goal of a round, its evaluation, the contact log and exemptions', async () => {
      const list = await placeList(given(), boxOf(width));
      await until('the round', () => list.round?.state.phase === 'ready');
      const found: Record<string, readonly string[]> = {};
      (await open(list, 'Runde')).scrollTop = 0;
      for (const each of allInside(list, '.panel details'))
        (each as HTMLDetailsElement).open = true;
      await list.updateComplete;
      found.round = [...faultsIn(list), ...faultsIn(panel(list)!)];
      for (const words of ['Notér kontakt', 'Undtag', 'Sæt ansvarlig']) {
        if (!inside(list, '.footer .chosen')) check(rows(list)[0])!.click();
        await until('what to do', () => inside(list, '.chosen'));
        const own = allInside(list, '.footer button').find(
          (each) =>
            each.textContent.trim().startsWith(words) &&
            each.checkVisibility({ visibilityProperty: true }),
        );
        if (own) own.click();
        else {
          await open(list, 'Mere …');
          button(list, words, '.panel').click();
        }
        const opened = await until(words, () =>
          panel(list)?.textContent.includes(words) === false ? panel(list) : panel(list),
        );
        await list.updateComplete;
        found[words] = [...faultsIn(list), ...faultsIn(opened)];
        const { right, bottom } = opened.getBoundingClientRect();
        expect(right, words).to.be.at.most(innerWidth + 1);
        expect(bottom, words).to.be.at.most(innerHeight + 1);
        list.focus();
      }
      expectNone(found);
    });

    it('the form of an action that asks', async () => {
      const list = await placeList(given(), boxOf(width));
      check(rows(list)[0])!.click();
      await until('what to do', () => inside(list, '.chosen'));
      const dialog = await until('the form', () => {
        allInside(list, '.footer button, .panel button')
          .find(({ textContent }) => /^\s*(Skriv|Mere …)/.test(textContent))
          ?.click();
        allInside(list, '.panel button')
          .find(({ textContent }) => textContent.includes('Skriv'))
          ?.click();
        const open = inside<HTMLDialogElement>(list, 'dialog.run[open]');
        return open?.querySelector('textarea') ? open : undefined;
      });
      const found: Record<string, readonly string[]> = { form: faultsIn(dialog) };
      const go = dialog.querySelector<HTMLElement>('.primary')!;
      expect(inReach(dialog, go)).to.equal(true);
      const templates = dialog.querySelector<HTMLSelectElement>('select[id$=template]')!;
      templates.value = String(templates.options.length - 1);
      templates.dispatchEvent(new Event('change', { bubbles: true }));
      await list.updateComplete;
      for (const each of dialog.querySelectorAll('details')) each.open = true;
      found.preview = faultsIn(dialog);
      go.click();
      await list.updateComplete;
      found.faults = faultsIn(dialog);
      expectNone(found);
      expect(dialog.getBoundingClientRect().bottom).to.be.at.most(innerHeight + 1);
    });

    it('the start page', async () => {
      const page = place('overblik-workspace', given(), boxOf(width));
      await until('all counted', () => inside(page, '.start table[aria-busy=false] .reached'));
      expectNone({ page: faultsIn(page) });
      for (const row of allInside(page, '.start tbody tr'))
        expect(row.getBoundingClientRect().height, 'a row').to.be.at.most(width > 1000 ? 120 : 400);
    });

    it('the cockpit, all of it opened', async () => {
      const cockpit = place('overblik-cockpit', { ...given(), patientId: 'p1' }, boxOf(width));
      await until('rounds', () => inside(cockpit, '[part=rounds]'));
      const found: Record<string, readonly string[]> = { cockpit: faultsIn(cockpit) };
      for (const each of allInside(cockpit, 'details')) (each as HTMLDetailsElement).open = true;
      found.opened = faultsIn(cockpit);
      cockpit.size = 'strip';
      await cockpit.updateComplete;
      found.strip = faultsIn(cockpit);
      expectNone(found);
    });

    inDepth('the dialog that shares', async () => {
      const sharer = {
        recipients: [1, 2, 3].map((each) => ({ name: `${each} ${long}`, organisation: long })),
        share: () => Promise.resolve(),
      };
      const properties = { ...given(), patientId: 'p1', sharer };
      const cockpit = place('overblik-cockpit', properties, boxOf(width));
      const share = await until('button', () =>
        allInside(cockpit, '.commands button').find(({ title }) => title === 'Giv kiggeadgang'),
      );
      share.click();
      const dialog = inside(cockpit, 'dialog.share')!;
      await until('form', () => dialog.querySelector('[name=recipient]'));
      expectNone({ dialog: faultsIn(dialog) });
      expect(dialog.getBoundingClientRect().bottom).to.be.at.most(innerHeight + 1);
      expect(inReach(dialog, dialog.querySelector('.primary')!)).to.equal(true);
    });

    it('the dialog of an action, and its results', async () => {
      const list = await placeList(given(), boxOf(width));
      check(rows(list)[0])!.click();
      const act = await until('action', () =>
        allInside(list, '.footer button').find(({ textContent }) =>
          [long.slice(0, 20), 'Mere'].some((words) => textContent.includes(words)),
        ),
      );
      act.click();
      const dialog = await until('dialog', () => {
        allInside(list, '[popover] button, .panel button')
          .find(({ textContent }) => textContent.includes(long.slice(0, 20)))
          ?.click();
        return inside<HTMLDialogElement>(list, 'dialog.run[open]');
      });
      const go = await until('begin', () => dialog.querySelector<HTMLElement>('.primary'));
      const found: Record<string, readonly string[]> = { question: faultsIn(dialog) };
      expect(inReach(dialog, go)).to.equal(true);
      go.click();
      await until('results', () => dialog.querySelector('.virtual-list, li, .outcome'));
      found.results = faultsIn(dialog);
      expectNone(found);
      expect(dialog.getBoundingClientRect().bottom).to.be.at.most(innerHeight + 1);
    });
  });

describe('on paper', () => {
  const { append } = HTMLElement.prototype;
  /** What stands in a frame to be printed, by a browser that never tells that it has ended. */
  let printed: Element | undefined;
  beforeEach(() => {
    document.body.append = function (...nodes: (Node | string)[]) {
      append.apply(this, nodes);
      for (const node of nodes)
        if (node instanceof HTMLIFrameElement && node.contentWindow)
          node.contentWindow.print = () => {
            printed = node.contentDocument!.body.firstElementChild!;
            node.contentWindow!.dispatchEvent(new Event('beforeprint'));
          };
    };
  });
  afterEach(() => {
    printed = undefined;
    delete (document.body as Partial<HTMLElement>).append;
  });

  it('the list', async () => {
    const list = await placeList(given());
    allInside(list, 'button.print')[0]!.click();
    expectNone({ printed: faultsIn(await until('printed', () => printed)) });
  });

  it('the cockpit', async () => {
    const cockpit = place('overblik-cockpit', { ...given(), patientId: 'p1' });
    const print = await until('print', () =>
      allInside(cockpit, '.commands button').find(({ title }) => title === 'Udskriv'),
    );
    print.click();
    expectNone({ printed: faultsIn(await until('printed', () => printed)) });
  });
});
