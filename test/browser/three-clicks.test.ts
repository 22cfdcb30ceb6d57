/** Three clicks in one task, as a mouse that bounces or a page that hung hands them over, are one wish. */
import { expect } from '@open-wc/testing';
import {
  memoryAdapter,
  type ClinicAdapter,
  type PatientRecords,
  type Round,
  type RoundStore,
} from '../../src/define.ts';
import { faultyRounds } from '../../src/testing/index.ts';
import { someOf } from '../depth.ts';
import { button, check, openPanel, ready, rows } from './list.ts';
import { allInside, clinic, inside, place, until } from './stage.ts';

const patients = ['1', '2', '3'].map((id): PatientRecords => ({
  patient: {
    id,
    name: `Navn${id} Prøve`,
    birthDate: '1942-01-01',
    sex: 'female',
    cpr: `010142000${id}`,
  },
  diagnoses: [{ code: 'P70', text: 'Demens', from: '2022-03-14' }],
  medications: [{ code: 'N05AH04', text: 'Quetiapin 25 mg', from: '2025-09-03' }],
}));

/** What reached the host, or was seen, by its name. */
let acts: string[] = [];
const note = (act: string) => void acts.push(act);

/** A clinic that notes what reaches it. */
function noted(earlier: readonly Round[] = []): ClinicAdapter {
  const plain = memoryAdapter({ description: { ...clinic.description, patients: 3 }, patients });
  const rounds = faultyRounds(earlier);
  return {
    ...plain,
    describe: (signal) => {
      note('describe');
      return plain.describe(signal);
    },
    openJournal: () => note('journal'),
    actions: [
      {
        id: 'queue',
        label: { da: 'Læg i kø' },
        scope: 'many',
        run: (chosen) => {
          note('action');
          return Promise.resolve(chosen.map(({ id: patientId }) => ({ patientId, ok: true })));
        },
      },
    ],
    rounds: {
      list: (...args) => rounds.list(...args),
      save: (...args) => {
        note('save');
        return rounds.save(...args);
      },
    } satisfies RoundStore,
  };
}

async function list(more: { readonly adapter?: ClinicAdapter } = {}) {
  const element = place(
    'overblik-population',
    { adapter: noted(), ...more },
    { width: 1500, height: 900 },
  );
  await ready(element);
  await until('the round', () => element.round?.state.phase === 'ready');
  element.addEventListener('overblik-export', (event) => {
    event.preventDefault();
    note('export');
  });
  return element;
}

async function chosen(count = 2, more: { readonly adapter?: ClinicAdapter } = {}) {
  const element = await list(more);
  for (const row of rows(element).slice(0, count)) check(row)!.click();
  await until('chosen', () => element.selectedIds.length === count);
  await element.updateComplete;
  return element;
}

const byWords = (element: Element, selector: string, words: string) =>
  until(words, () =>
    allInside(element, selector).find(({ textContent }) => textContent.includes(words)),
  );

async function cockpit(more: object = {}) {
  const element = place('overblik-cockpit', { adapter: noted(), patientId: '1', ...more });
  await until('the round', () => inside(element, '.asks'));
  return element;
}

/** Questions that are open. */
const questions = (element: Element) => () => allInside(element, 'dialog.ask').length;
const count = (act: string) => () => acts.filter((each) => each === act).length;

/** A button, and how often what it does has been done. */
interface Pressed {
  readonly button: HTMLElement;
  readonly done: () => number;
}

const undone = (id: string): Round => ({
  ...{ id, revision: 1, profile: { id: 'dk.demens', version: '1.0.0' }, asOf: '2026-11-01' },
  members: [{ patientId: '1', status: 'exempt', note: 'Palliativt forløb' }],
});

const buttons: Readonly<Record<string, () => Promise<Pressed>>> = {
  'open the journal, in a row': async () => {
    const element = await list();
    const cpr = rows(element)[0]!.querySelector<HTMLElement>('.link')!;
    return { button: cpr, done: count('journal') };
  },
  'open the journal, of the chosen': async () => {
    const element = await chosen(1);
    return { button: button(element, 'Åbn journal'), done: count('journal') };
  },
  'open the journal, in the cockpit': async () => {
    const element = await cockpit();
    return { button: await byWords(element, 'button', 'Åbn journal'), done: count('journal') };
  },
  'an action’s dialog': async () => {
    const element = await chosen();
    return {
      button: button(element, 'Læg i kø'),
      done: () => allInside(element, 'dialog.run[open]').length,
    };
  },
  'run an action': async () => {
    const element = await chosen();
    button(element, 'Læg i kø').click();
    return {
      button: await byWords(element, 'dialog.run button.primary', 'Læg i kø'),
      done: count('action'),
    };
  },
  'an action because of a marker': async () => {
    const element = await cockpit();
    return { button: await byWords(element, '.deeds button', 'Læg i kø'), done: count('action') };
  },
  'mark one as reviewed': async () => {
    const element = await chosen(1);
    return { button: button(element, 'Markér gennemgået'), done: count('save') };
  },
  'mark several as reviewed': async () => {
    const element = await chosen();
    return { button: button(element, 'Markér gennemgået'), done: questions(element) };
  },
  'yes to that': async () => {
    const element = await chosen();
    button(element, 'Markér gennemgået').click();
    return { button: await byWords(element, 'dialog.ask .primary', 'Markér'), done: count('save') };
  },
  'exempt the chosen': async () => {
    const element = await chosen();
    const open = await openPanel(element, 'Undtag');
    open.querySelector<HTMLElement>('[name=reason]')!.click();
    return { button: open.querySelector<HTMLElement>('.primary')!, done: count('save') };
  },
  'exempt a marker': async () => {
    const element = await cockpit();
    inside(element, '.asks')!.click();
    const form = await until('the form', () => inside<HTMLFormElement>(element, 'form.exempt'));
    form.querySelector<HTMLElement>('[name=reason]')!.click();
    return { button: form.querySelector<HTMLElement>('.primary')!, done: count('save') };
  },
  'take back': async () => {
    const element = await chosen();
    element.round!.setStatus(['1', '2'], 'reviewed');
    await until('stored', () => element.round!.state.pending.count === 0);
    acts = [];
    return { button: await byWords(element, '.late button', 'Fortryd'), done: count('save') };
  },
  'finish the round': async () => {
    const element = await list({ adapter: noted([undone('r')]) });
    const open = await openPanel(element, 'Runde');
    return { button: open.querySelector<HTMLElement>('.primary')!, done: questions(element) };
  },
  'write a file': async () => {
    const element = await list();
    const open = await openPanel(element, 'Eksportér');
    return { button: open.querySelector<HTMLElement>('button[value=csv]')!, done: count('export') };
  },
  'print the list': async () => {
    const element = await list();
    return { button: button(element, 'Udskriv'), done: count('print') };
  },
  'print the chosen': async () => {
    const element = await chosen();
    return { button: button(element, 'Udskriv', '.footer'), done: count('print') };
  },
  'print the cockpit': async () => {
    const element = await cockpit();
    return { button: button(element, 'Udskriv'), done: count('print') };
  },
  copy: async () => {
    const element = await chosen();
    return { button: button(element, 'Kopiér'), done: count('copy') };
  },
  'try again, in the list': async () => {
    const element = place('overblik-population', { adapter: failing() });
    const again = await byWords(element, 'button', 'Prøv igen');
    acts = [];
    return { button: again, done: count('describe') };
  },
  'try again, in the cockpit': async () => {
    const element = place('overblik-cockpit', { adapter: failing(), patientId: '1' });
    const again = await byWords(element, 'button', 'Prøv igen');
    acts = [];
    return { button: again, done: count('describe') };
  },
  'try again, in the marker': async () => {
    const element = place('overblik-marker', { adapter: failing(), patientId: '1' });
    const again = await byWords(element, 'button', 'Prøv igen');
    acts = [];
    return { button: again, done: count('describe') };
  },
  'open the cockpit, from the marker': async () => {
    const element = place('overblik-marker', { adapter: noted(), patientId: '1' });
    element.addEventListener('overblik-open-cockpit', () => note('cockpit'));
    return {
      button: await until('the marker', () => inside(element, 'button.marker')),
      done: count('cockpit'),
    };
  },
  share: async () => {
    const sharer = {
      recipients: [{ name: 'Sygeplejerske', organisation: 'Kommunen' }],
      share: () => {
        note('share');
        return Promise.resolve();
      },
    };
    const element = await cockpit({ sharer });
    button(element, 'Giv kiggeadgang').click();
    const form = await until('the form', () =>
      inside<HTMLFormElement>(element, 'dialog.share form'),
    );
    form.querySelector<HTMLInputElement>('[name=recipient]')!.checked = true;
    form.querySelector('textarea')!.value = 'Fælles opfølgning';
    return { button: form.querySelector<HTMLElement>('.primary')!, done: count('share') };
  },
};

function failing(): ClinicAdapter {
  return {
    ...noted(),
    describe: () => {
      note('describe');
      return Promise.reject(new Error('away'));
    },
  };
}

describe('three clicks in one task', () => {
  const { append } = HTMLElement.prototype;
  const { clipboard } = navigator;
  beforeEach(() => {
    acts = [];
    // The frame that is printed says when it is.
    document.body.append = function (...nodes: (Node | string)[]) {
      append.apply(this, nodes);
      for (const node of nodes) {
        const inner = node instanceof HTMLIFrameElement ? node.contentWindow : undefined;
        if (!inner) continue;
        inner.print = () => {
          note('print');
          inner.dispatchEvent(new Event('beforeprint'));
          inner.dispatchEvent(new Event('afterprint'));
        };
      }
    };
    const write = () => {
      note('copy');
      return Promise.resolve();
    };
    Object.defineProperty(navigator, 'clipboard', {
      ...{ value: { write, writeText: write }, configurable: true },
    });
  });
  afterEach(() => {
    delete (document.body as Partial<HTMLElement>).append;
    Object.defineProperty(navigator, 'clipboard', { value: clipboard, configurable: true });
  });

  // Everyday every third of them.
  for (const [which, prepare] of someOf(Object.entries(buttons), 3))
    it(`${which}: once`, async () => {
      const { button: pressed, done } = await prepare();
      for (let click = 0; click < 3; click++) pressed.click();
      await until('done', done);
      await new Promise((resolve) => setTimeout(resolve, 50));
      expect(done()).to.equal(1);
    });
});
