/**
 * Where the focus goes: into what is opened, back to where it was when that is closed, and on to something else in the
 * element when what had it is gone, whatever was pressed. Every panel and dialog is walked, and everything in them: a
 * kind that is not in these tables does not compile, or fails in `test/elements/opened.test.ts`.
 */
import { expect } from '@open-wc/testing';
import type {
  ClinicAdapter,
  HostAction,
  OverblikCockpit,
  OverblikPopulation,
} from '../../src/define.ts';
import type { Panel } from '../../src/elements/population/panels/panel.ts';
import { listTexts } from '../../src/i18n/texts/list.ts';
import { roundTexts } from '../../src/i18n/texts/round.ts';
import { isDeep, someOf } from '../depth.ts';
import { inDepth } from './in-depth.ts';
import { cell, check, clickOn, grid, head, placeList, press, rows } from './list.ts';
import { adapterWith, allInside, clinic, drawn, inside, place, until } from './stage.ts';

const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
const { da: listWords } = listTexts;
const { da: roundWords } = roundTexts;

const action: HostAction = {
  ...{ id: 'queue', label: { da: 'Læg i kø' }, scope: 'many' },
  run: (patients) =>
    Promise.resolve(patients.map(({ id: patientId }) => ({ patientId, ok: true }))),
};

const team = [
  { id: 'AB', name: 'Anne Bendtsen' },
  { id: 'MK', name: 'Mette Kjær' },
];
const adapter = (): ClinicAdapter => {
  const made = adapterWith({ actions: [action], openJournal: () => undefined });
  return {
    ...made,
    describe: async (signal) => ({ ...(await made.describe(signal)), user: 'AB', team }),
  };
};

const wide = { width: 1500, height: 900 };
const narrow = { width: 700, height: 860 };
const card = { width: 400, height: 860 };

async function listOf(size: typeof wide): Promise<OverblikPopulation> {
  const list = await placeList({ adapter: adapter(), overview: 'line' }, size);
  await until('the rounds', () => list.round?.state.phase === 'ready');
  // What is printed or saved leaves the page.
  list.print = () => Promise.resolve();
  list.addEventListener('overblik-export', (event) => event.preventDefault());
  return list;
}

/** What has the focus, however deep; undefined where it fell to the page. */
function focused(): HTMLElement | undefined {
  let found = document.activeElement as HTMLElement | null;
  while (found?.shadowRoot?.activeElement) found = found.shadowRoot.activeElement as HTMLElement;
  return found === document.body ? undefined : (found ?? undefined);
}

const wordsOf = (element: Element) =>
  (element.getAttribute('aria-label') ?? element.textContent).replaceAll(/\s+/g, ' ').trim();

/** In words: a page as a difference has no end. */
function isAt(wanted: HTMLElement, when: string): void {
  const found = focused();
  expect(
    found === wanted,
    `${when}: at ${found ? wordsOf(found) || found.localName : 'the page'}`,
  ).to.equal(true);
}

function isIn(element: Element): void {
  const { activeElement } = document;
  expect(activeElement === element, `at ${activeElement?.localName}`).to.equal(true);
  expect(focused()?.isConnected).to.equal(true);
}

/** A button of the list by the beginning of its words. */
const named = (list: Element, words: string, within = '') => {
  const found = allInside(list, `${within} button`).find(
    (each) => wordsOf(each).startsWith(words) && each.checkVisibility({ visibilityProperty: true }),
  );
  if (!found) throw new Error(`No button ${words}`);
  return found;
};

const chosen = async (list: OverblikPopulation) => {
  if (list.selectedIds.length === 0) {
    await clickOn(check(rows(list)[0]));
    await clickOn(check(rows(list)[1]));
  }
  await until('what to do', () => inside(list, '.chosen'));
  await frame();
  await frame();
};
const fromFoot = (words: string) => async (list: OverblikPopulation) => {
  await chosen(list);
  return named(list, words, '.footer .chosen');
};

interface Opener {
  readonly size: typeof wide;
  /** What opens it, once it is there. */
  readonly from: (list: OverblikPopulation) => HTMLElement | Promise<HTMLElement>;
  /** Default: Enter. */
  readonly key?: string;
}

const panels: Readonly<Record<Panel['kind'], Opener>> = {
  'choose-filter': { size: wide, from: (list) => named(list, listWords.addFilter) },
  columns: { size: wide, from: (list) => named(list, listWords.columns) },
  priority: { size: wide, from: (list) => named(list, 'Sortér') },
  quality: { size: wide, from: (list) => named(list, listWords.quality) },
  round: { size: wide, from: (list) => named(list, roundWords.title) },
  views: {
    size: wide,
    from: async (list) => {
      if (!list.views?.length)
        list.views = [{ id: 'v', name: 'Min', view: list.view!, shared: true }];
      return until('the views', () => inside(list, '.named-view button'));
    },
  },
  filter: { size: wide, from: (list) => head(list, 'Alder'), key: 'Alt+ArrowDown' },
  'not-listed': {
    size: wide,
    from: async (list) => {
      const outside = clinic.patients.find(
        ({ diagnoses = [], medications = [] }) =>
          !diagnoses.some(({ code }) => /^P(70|20|15)/.test(code)) && medications.length === 0,
      )!;
      if (list.view!.query === '')
        list.view = { ...list.view!, query: outside.patient.name.split(' ')[0]! };
      return until('who is not listed', () => inside(list, '.not-listed'));
    },
  },
  contact: { size: wide, from: fromFoot(roundWords.logContact) },
  status: { size: wide, from: (list) => cell(list, rows(list)[2], 'Status') },
  exempt: { size: wide, from: fromFoot(roundWords.exempt) },
  assign: { size: wide, from: fromFoot(roundWords.assign) },
  due: { size: wide, from: fromFoot(roundWords.setDue) },
  export: { size: wide, from: (list) => named(list, 'Eksportér', '.commands') },
  more: { size: narrow, from: fromFoot(listWords.more) },
  progress: { size: card, from: (list) => named(list, '+', '.footer .progress') },
  view: { size: card, from: (list) => named(list, listWords.view) },
};

/** What in a panel takes the focus, in the order that it is seen. */
const controlsIn = (open: Element) =>
  [
    ...open.querySelectorAll<HTMLElement>(
      'button:enabled, input:enabled, select:enabled, textarea:enabled, summary, [tabindex="0"]',
    ),
  ].filter((each) => each.checkVisibility({ visibilityProperty: true }));

/** Of many alike the first stands for the others; in depth each does. */
function kindOf(control: HTMLElement, at: number): string {
  if (isDeep) return String(at);
  const { localName, className } = control;
  const type = control.getAttribute('type');
  return [
    localName,
    type,
    className,
    control.closest('li') ? 'in a list' : wordsOf(control),
  ].join();
}

const openPanelOf = (list: Element) =>
  inside(list, '.panel:popover-open:not(:has(.part-loading, .quality > [role=status]))');

async function openWith(
  list: OverblikPopulation,
  { from, key = 'Enter' }: Opener,
): Promise<{ readonly opener: HTMLElement; readonly open: HTMLElement }> {
  const opener = await from(list);
  opener.focus();
  await press(key);
  const open = await until('the panel', () => openPanelOf(list));
  await until('the focus in it', () => focused() && open.contains(focused()!));
  return { opener, open };
}

describe('panels over the list', () => {
  // Everyday every third of them.
  for (const [kind, how] of someOf(Object.entries(panels), 3))
    it(`“${kind}” takes the focus, and Escape gives it back`, async () => {
      const list = await listOf(how.size);
      const { opener, open } = await openWith(list, how);
      expect(open.getAttribute('aria-label'), 'a name').not.to.be.oneOf([null, '']);
      await press('Escape');
      await until('closed', () => !openPanelOf(list));
      isAt(opener, 'back');
    });

  // Everyday those that stay open under what is pressed in them; in depth all.
  for (const [kind, how] of Object.entries(panels).filter(
    ([kind]) => isDeep || ['filter', 'status'].includes(kind),
  ))
    it(`“${kind}”: whatever is pressed in it, the focus stays in the list`, async () => {
      const list = await listOf(how.size);
      const seen = new Set<string>();
      for (let at = 0; at < 80; at++) {
        const { open } = openPanelOf(list)
          ? { open: openPanelOf(list)! }
          : await openWith(list, how);
        const controls = controlsIn(open);
        if (at >= controls.length) break;
        const control = controls[at]!;
        const name = kindOf(control, at);
        if (seen.has(name)) continue;
        seen.add(name);
        control.focus();
        const isBox = /checkbox|radio/.test(control.getAttribute('type') ?? '');
        await press(isBox ? ' ' : control.localName === 'select' ? 'ArrowDown' : 'Enter');
        await frame();
        await frame();
        await list.updateComplete;
        expect(focused()?.isConnected, `after ${name}`).to.equal(true);
        expect(list.contains(document.activeElement), `in the list after ${name}`).to.equal(true);
        for (const each of allInside(list, 'dialog[open]')) {
          expect(each.contains(focused()!), `in the dialog after ${name}`).to.equal(true);
          await press('Escape');
          await until('closed', () => !each.isConnected || !(each as HTMLDialogElement).open);
          await frame();
          expect(focused()?.isConnected, `after the dialog of ${name}`).to.equal(true);
        }
      }
      expect(seen.size).to.be.at.least(1);
    });
});

/** What else opens over an element: by its class, or its part. */
const dialogs: Readonly<Record<string, () => Promise<void>>> = {
  run: async () => {
    const list = await listOf(wide);
    await chosen(list);
    const opener = named(list, 'Læg i kø', '.footer');
    await opensAndReturns(list, opener, () =>
      inside(list, 'dialog.run[open]:not(:has(.part-loading))'),
    );
    opener.focus();
    await press('Enter');
    const dialog = await until('the dialog', () => inside(list, 'dialog.run[open]'));
    dialog.querySelector<HTMLElement>('.primary')!.focus();
    await press('Enter');
    await until('done', () => dialog.querySelector('.take-out'));
    expect(dialog.contains(focused()!)).to.equal(true);
    await press('Escape');
    await until('closed', () => !inside(list, 'dialog.run[open]'));
    isAt(opener, 'after it is done');
  },
  keys: async () => {
    const list = await listOf(wide);
    await opensAndReturns(list, inside(list, '.footer .keys')!, () =>
      inside(list, 'dialog.keys[open]'),
    );
  },
  ask: async () => {
    const list = await listOf(wide);
    await chosen(list);
    list.round!.setStatus([...list.selectedIds], 'exempt', { note: 'Palliativt forløb' });
    await frame();
    const opener = named(list, roundWords.mark.reviewed, '.footer');
    await opensAndReturns(list, opener, () => inside(list, 'dialog.ask[open]'));
  },
  time: async () => {
    const cockpit = await cockpitOf();
    await opensAndReturns(cockpit, inside(cockpit, '.commands .button[aria-haspopup]')!, () =>
      inside(cockpit, '[part=time]:popover-open'),
    );
  },
  share: async () => {
    const cockpit = await cockpitOf();
    const opener = allInside(cockpit, '.commands button').find((each) =>
      /^(Del|Giv)/.test(each.title),
    )!;
    await opensAndReturns(cockpit, opener, () =>
      inside(cockpit, 'dialog.share[open]:not(:has(.part-loading))'),
    );
  },
  action: async () => {
    const asks: HostAction = {
      ...action,
      fields: [{ id: 'what', type: 'text', label: { da: 'Opgave' } }],
    };
    const patientId = clinic.patients.find(
      ({ diagnoses = [], medications = [] }) =>
        diagnoses.some(({ code }) => code === 'P70') &&
        medications.some(({ code, to }) => code?.startsWith('N05AX') && to === undefined),
    )!.patient.id;
    const cockpit = place(
      'overblik-cockpit',
      { adapter: adapterWith({ actions: [asks] }), patientId },
      wide,
    );
    await drawn(cockpit);
    const opener = await until('what to do', () =>
      allInside(cockpit, '.advice .deeds button').find((each) =>
        wordsOf(each).includes('Læg i kø'),
      ),
    );
    await opensAndReturns(cockpit, opener, () =>
      inside(cockpit, 'dialog.action[open]:has(input, textarea)'),
    );
  },
  cell: async () => {
    const list = await listOf({ width: 900, height: 800 });
    const full = until('a cell with more', () =>
      rows(list)
        .map((row) => row.querySelector<HTMLElement>('.cell:has(.count)'))
        .find((each) => each),
    );
    await opensAndReturns(list, await full, () => inside(grid(list), '.panel:popover-open'));
  },
};

for (const [kind, walk] of someOf(Object.entries(dialogs), 3))
  it(`“${kind}” takes the focus, and Escape gives it back`, walk);

async function opensAndReturns(
  element: Element,
  opener: HTMLElement,
  opened: () => Element | null,
): Promise<void> {
  opener.focus();
  await press('Enter');
  const open = await until('opened', opened);
  await until('the focus in it', () => focused() && open.contains(focused()!));
  await press('Escape');
  await until('closed', () => !opened());
  expect(element.contains(document.activeElement), 'in the element').to.equal(true);
  isAt(opener, 'back');
}

async function cockpitOf(): Promise<OverblikCockpit> {
  const patientId = clinic.patients.find(({ diagnoses = [] }) =>
    diagnoses.some(({ code }) => code === 'P70'),
  )!.patient.id;
  const sharer = {
    recipients: [{ id: 'a', name: 'Bo', organisation: 'Sygehuset' }],
    share: () => Promise.resolve(),
  };
  const cockpit = place('overblik-cockpit', { adapter: adapter(), patientId, sharer }, wide);
  await until('the patient', () => inside(cockpit, '.commands .journal'));
  return cockpit;
}

/** Where the focus may be when everything below it becomes another. */
const places: Readonly<
  Record<string, (list: OverblikPopulation) => HTMLElement | Promise<HTMLElement>>
> = {
  'a command': (list) => named(list, 'Udskriv', '.commands'),
  'a figure': (list) => inside(list, '.figure')!,
  'the search': (list) => inside(list, 'input[type=search]')!,
  'a tool': (list) => named(list, listWords.columns),
  'a cell': (list) => cell(list, rows(list)[3], 'Alder'),
  'what is done with the chosen': fromFoot(roundWords.exempt),
  'the status of a round': (list) => inside(list, '.reached')!,
  'a panel': async (list) => (await openWith(list, panels.columns)).open.querySelector('input')!,
};

// Everyday each of every other place.
for (const [at, [kind, from]] of Object.entries(places).entries()) {
  (at % 2 === 0 ? it : inDepth)(
    `the clinic becomes another under ${kind}: the focus stays in the list`,
    async () => {
      const list = await listOf(wide);
      (await from(list)).focus();
      list.adapter = {
        ...adapter(),
        describe: async () => ({ ...clinic.description, name: 'Andet hus' }),
      };
      await until(
        'the other clinic',
        () =>
          (rows(list).length > 0 && list.round === undefined) ||
          list.round?.state.phase === 'ready',
      );
      await frame();
      await frame();
      isIn(list);
    },
  );

  (at % 2 === 1 ? it : inDepth)(
    `nobody is left under ${kind}: the focus stays in the list`,
    async () => {
      const list = await listOf(wide);
      (await from(list)).focus();
      list.view = { ...list.view!, query: 'findes ikke' };
      await until('nobody', () => rows(list).filter((row) => row.checkVisibility()).length === 0);
      await frame();
      await frame();
      isIn(list);
    },
  );
}
