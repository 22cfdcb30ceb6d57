/**
 * What is under way, or was opened, when another clinic comes or the host logs out: it ends where it began, nobody of it
 * is told or handed over under another clinic, and what came of it is there when its clinic is shown again.
 */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  memoryAdapter,
  type ClinicAdapter,
  type OverblikPopulation,
  type OverblikWorkspace,
  type PatientRecords,
} from '../../src/define.ts';
import { faultyRounds } from '../../src/testing/index.ts';
import { oneIn } from './in-depth.ts';
import { ready, rows } from './list.ts';
import { allInside, clinic, inside, place, textOf, until } from './stage.ts';

const ids = ['1', '2', '3'];
const settle = (milliseconds = 40) => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** The same ids in every clinic. */
const recordsOf = (name: string, id: string): PatientRecords => ({
  patient: {
    ...{ id, name: `${name} Prøve${id}`, birthDate: '1942-01-01', sex: 'female' },
    cpr: `010142000${id}`,
  },
  diagnoses: [{ code: 'P70', text: `Demens ${name}`, from: '2022-03-14' }],
  medications: [{ code: 'N05AH04', text: 'Quetiapin 25 mg', from: '2025-09-03' }],
});

interface Call {
  readonly ids: readonly string[];
  answer(ok?: boolean): void;
  fail(): void;
}

/** A clinic whose action waits to be told how each call ends. */
function made(name: string, id: string | undefined, more: Partial<ClinicAdapter> = {}) {
  const { id: _, ...description } = clinic.description;
  const calls: Call[] = [];
  const adapter: ClinicAdapter = {
    ...memoryAdapter({
      description: { ...description, name, patients: 3, ...(id === undefined ? {} : { id }) },
      patients: ids.map((each) => recordsOf(name, each)),
    }),
    rounds: faultyRounds([]),
    actions: [
      {
        ...{ id: 'queue', label: { da: 'Læg i kø' }, scope: 'many', patientsPerCall: 1 },
        run: (patients) =>
          new Promise((resolve, reject) => {
            calls.push({
              ids: patients.map((patient) => patient.id),
              answer: (ok = true) =>
                resolve(patients.map((patient) => ({ patientId: patient.id, ok }))),
              fail: () => reject(new Error('away')),
            });
          }),
      },
    ],
    ...more,
  };
  return { adapter, calls, description: { ...description, name, id } };
}

/** One of a clinic that does not say who it is before it is told to. */
function slow(name: string, id: string) {
  let tell: () => void = () => undefined;
  const told = new Promise<void>((resolve) => (tell = resolve));
  const { adapter, ...rest } = made(name, id);
  return {
    ...rest,
    tell,
    adapter: {
      ...adapter,
      describe: async (signal: AbortSignal) => {
        await told;
        return adapter.describe(signal);
      },
    },
  };
}

const dialog = (list: Element) => inside<HTMLDialogElement>(list, 'dialog.run')!;
const late = (list: Element) => inside(list, '.late')?.textContent.replaceAll(/\s+/g, ' ') ?? '';
const find = (element: Element, selector: string, words: string) =>
  allInside(element, selector).find(({ textContent }) => textContent.includes(words));
const press = async (element: Element, selector: string, words: string) =>
  (await until(words, () => find(element, selector, words))).click();
const namesIn = (list: Element) => {
  const grid = inside(list, 'overblik-grid');
  return grid ? textOf(grid) : '';
};
const shows = (list: Element, name: string) =>
  until(name, () => rows(list).length === 3 && namesIn(list).includes(`${name} Prøve1`));

async function choose(list: OverblikPopulation): Promise<void> {
  await ready(list);
  for (const row of rows(list)) row.querySelector<HTMLElement>('[role=checkbox]')!.click();
  await until('chosen', () => list.selectedIds.length === 3);
}

/** Has the action's first call under way. */
async function run(list: OverblikPopulation, { calls }: { readonly calls: readonly Call[] }) {
  await choose(list);
  await press(list, '.footer button', 'Læg i kø');
  await press(list, 'dialog.run .primary', 'Læg i kø');
  await until('called', () => calls.length === 1);
}

/** Whether the page asks before it is closed. */
function asks(): boolean {
  const event = new Event('beforeunload', { cancelable: true });
  dispatchEvent(event);
  return event.defaultPrevented;
}

/** Notes the files that reach the page, and what is written on the clipboard. */
function taken(list: HTMLElement) {
  const files: string[] = [];
  const copies: string[] = [];
  list.addEventListener('overblik-export', (event) => {
    event.preventDefault();
    files.push(event.detail.name);
  });
  const { clipboard } = navigator;
  Object.defineProperty(clipboard, 'write', {
    configurable: true,
    value: async ([item]: readonly ClipboardItem[]) =>
      void copies.push(await (await item!.getType('text/plain')).text()),
  });
  return { files, copies };
}
afterEach(() => Reflect.deleteProperty(navigator.clipboard, 'write'));

describe('what came of an action', () => {
  it('is there after Escape twice, and in another list, until it is closed by its button', async () => {
    const anna = made('Anna', 'k1');
    const list = place('overblik-population', { adapter: anna.adapter });
    await run(list, anna);
    await sendKeys({ press: 'Escape' });
    await sendKeys({ press: 'Escape' });
    await until('closed', () => !dialog(list).open);
    await until('told', () => late(list).includes('0 af 3 lykkedes'));
    expect(asks()).to.equal(true);
    list.parentElement!.remove();
    const next = place('overblik-population', { adapter: anna.adapter });
    await shows(next, 'Anna');
    await until('told again', () => late(next).includes('0 af 3 lykkedes'));
    const { files } = taken(next);
    await press(next, '.late button', 'Vis');
    await press(next, 'dialog.run button', 'Eksportér til Excel');
    await until('the file', () => files.length === 1);
    expect(textOf(next)).to.include('Anna Prøve2');
    await until('written', () => /3 rækker|Filen/.test(dialog(next).textContent));
    await press(next, 'dialog.run button', 'Luk');
    await until('closed', () => !dialog(next).open);
    expect(late(next)).to.not.include('lykkedes');
    expect(asks()).to.equal(false);
  });

  it('is there after the list was moved, with the dialog open, while it went on', async () => {
    const anna = made('Anna', 'k1');
    const list = place('overblik-population', { adapter: anna.adapter });
    await run(list, anna);
    const box = list.parentElement!;
    list.remove();
    anna.calls[0]!.answer();
    await until('the second', () => anna.calls.length === 2);
    box.append(list);
    await shows(list, 'Anna');
    expect(dialog(list).open).to.equal(false);
    await until('under way', () => late(list).includes('“Læg i kø” er i gang'));
    await press(list, '.late button', 'Vis');
    await until('open', () => dialog(list).open);
    anna.calls[1]!.answer();
    await until('the third', () => anna.calls.length === 3);
    list.remove();
    anna.calls[2]!.answer(false);
    await settle();
    box.append(list);
    await until('told', () => late(list).includes('2 af 3 lykkedes'));
  });

  it('waits for its clinic, whatever adapter that has then; so does what is not known', async () => {
    const [anna, bodil, again] = [made('Anna', 'k1'), made('Bodil', 'k2'), made('Anna', 'k1')];
    const list = place('overblik-population', { adapter: anna.adapter });
    await run(list, anna);
    list.adapter = bodil.adapter;
    await shows(list, 'Bodil');
    expect(dialog(list).open).to.equal(false);
    expect(textOf(list)).to.not.include('Anna');
    expect(late(list)).to.not.include('kø');
    expect(asks()).to.equal(true);
    anna.calls[0]!.answer();
    await until('the second', () => anna.calls.length === 2);
    anna.calls[1]!.fail();
    await until('the third', () => anna.calls.length === 3);
    anna.calls[2]!.answer(false);
    await settle();
    expect(bodil.calls).to.deep.equal([]);
    list.adapter = again.adapter;
    await shows(list, 'Anna');
    await until('told', () => late(list).includes('1 af 3 lykkedes'));
    await choose(list);
    await press(list, '.footer button', 'Læg i kø');
    await until('a doubt', () => dialog(list).textContent.includes('allerede er gjort'));
  });

  it('is not told by an adapter that says that it is of another clinic now', async () => {
    const [anna, bodil] = [made('Anna', 'k1'), made('Bodil', 'k2')];
    let now = anna;
    const signal = new AbortController().signal;
    const adapter: ClinicAdapter = {
      ...anna.adapter,
      describe: (each) => now.adapter.describe(each),
      records: (request) => now.adapter.records!(request, signal),
      patient: (id, request) => now.adapter.patient(id, request, signal),
    };
    const list = place('overblik-population', { adapter });
    await run(list, anna);
    await sendKeys({ press: 'Escape' });
    await sendKeys({ press: 'Escape' });
    await until('told', () => late(list).includes('0 af 3 lykkedes'));
    now = bodil;
    await list.reload();
    await shows(list, 'Bodil');
    await settle();
    expect(late(list)).to.not.include('lykkedes');
    expect(textOf(list)).to.not.include('Anna');
    await choose(list);
    await press(list, '.footer button', 'Læg i kø');
    await until('asked', () => dialog(list).open && find(list, 'dialog.run .primary', 'Læg i kø'));
    expect(dialog(list).textContent).to.not.include('allerede er gjort');
  });

  it('begun in a cockpit that is closed before it failed is told by the list, and there when it opens again', async () => {
    const anna = made('Anna', 'k1');
    const workspace: OverblikWorkspace = place('overblik-workspace', { adapter: anna.adapter });
    const list = await until('the list', () =>
      inside<OverblikPopulation>(workspace, 'overblik-population'),
    );
    await ready(list);
    const cockpitOf = async (id: string) => {
      workspace.patientId = id;
      const found = await until('the cockpit', () => inside(workspace, 'overblik-cockpit'));
      await until('the patient', () => textOf(found).includes(`Anna Prøve${id}`));
      return found;
    };
    await press(await cockpitOf('1'), '.deeds button', 'Læg i kø');
    await until('called', () => anna.calls.length === 1);
    expect(asks()).to.equal(true);
    workspace.patientId = undefined;
    await until('under way', () => late(list).includes('“Læg i kø” er i gang'));
    expect(asks()).to.equal(true);
    anna.calls[0]!.answer(false);
    await until('told', () => late(list).includes('0 af 1 lykkedes'));
    await press(list, '.late button', 'Vis');
    await until('whose', () => dialog(list).textContent.includes('Anna Prøve1'));
    await press(list, 'dialog.run button', 'Luk');
    await until('seen', () => !late(list).includes('lykkedes'));
    const cockpit = await cockpitOf('1');
    await until('there', () => textOf(cockpit).includes('mislykkedes'));
    // Another patient's is no longer in sight when the next one is shown.
    await press(await cockpitOf('2'), '.deeds button', 'Læg i kø');
    await until('called', () => anna.calls.length === 2);
    await cockpitOf('3');
    await until('under way', () => late(list).includes('“Læg i kø” er i gang'));
    anna.calls[1]!.answer();
    await until('nothing to tell', () => !late(list).includes('Læg i kø'));
    expect(asks()).to.equal(false);
  });
});

describe('a dialog that is open when another adapter comes', () => {
  it('leaves the page to be used while nobody knows whose it is; of the same clinic it comes back as it was', async () => {
    const [anna, again] = [made('Anna', 'k1'), slow('Anna', 'k1')];
    const list = place('overblik-population', { adapter: anna.adapter });
    await choose(list);
    await press(list, '.footer button', 'Læg i kø');
    await until('open', () => dialog(list).open && find(list, 'dialog.run .primary', 'Læg i kø'));
    list.adapter = again.adapter;
    await until('veiled', () => inside(list, '.frame.veiled'));
    expect(dialog(list).open).to.equal(false);
    await settle();
    again.tell();
    await until('back', () => dialog(list).open);
    expect(dialog(list).textContent).to.include('Anna Prøve1');
    await press(list, 'dialog.run .primary', 'Læg i kø');
    await until('called', () => anna.calls.length + again.calls.length === 1);
  });

  it('stays closed where the clinic is another', async () => {
    const [anna, bodil] = [made('Anna', 'k1'), slow('Bodil', 'k2')];
    const list = place('overblik-population', { adapter: anna.adapter });
    await choose(list);
    await press(list, '.footer button', 'Læg i kø');
    await until('open', () => dialog(list).open);
    list.adapter = bodil.adapter;
    await until('veiled', () => inside(list, '.frame.veiled'));
    bodil.tell();
    await shows(list, 'Bodil');
    await settle();
    expect(dialog(list).open).to.equal(false);
    expect(textOf(list)).to.not.include('Anna');
  });

  it('and was asked for in the very task, opens not at all', async () => {
    const [anna, bodil] = [made('Anna', 'k1'), slow('Bodil', 'k2')];
    const list = place('overblik-population', { adapter: anna.adapter });
    await choose(list);
    find(list, '.footer button', 'Læg i kø')!.click();
    list.adapter = bodil.adapter;
    await settle(100);
    expect(dialog(list).open).to.equal(false);
    bodil.tell();
    await shows(list, 'Bodil');
    expect(dialog(list).open).to.equal(false);
    expect(textOf(list)).to.not.include('Anna');
  });

  it('in a cockpit: a share that is being written leaves the page to be used, and comes back', async () => {
    const [anna, again] = [made('Anna', 'k1'), slow('Anna', 'k1')];
    const sharer = { recipients: [], share: () => Promise.resolve() };
    const cockpit = place('overblik-cockpit', { adapter: anna.adapter, patientId: '1', sharer });
    await press(cockpit, '.commands button', 'Giv kiggeadgang');
    const purpose = await until('the form', () =>
      inside<HTMLTextAreaElement>(cockpit, 'dialog.share[open] textarea'),
    );
    purpose.value = 'Henvist';
    cockpit.adapter = again.adapter;
    await until('veiled', () => inside(cockpit, '.frame.veiled'));
    expect(inside(cockpit, 'dialog[open]')).to.equal(null);
    again.tell();
    await until('back', () => inside(cockpit, 'dialog.share[open] textarea'));
    expect(purpose.isConnected && purpose.value).to.equal('Henvist');
  });
});

describe('what was asked for in the task before another clinic comes', () => {
  // Everyday each kind in one way.
  const asked = oneIn(3);
  for (const [kind, next] of [
    ['which has said nothing yet', () => slow('Bodil', 'k2').adapter],
    ['which has no id', () => made('Bodil', undefined).adapter],
    ['or none', () => undefined],
  ] as const) {
    asked()(`${kind}: no file and no copy of a list comes under it`, async () => {
      for (const what of ['file', 'copy'] as const) {
        const list = place('overblik-population', { adapter: made('Anna', 'k1').adapter });
        const { files, copies } = taken(list);
        await choose(list);
        if (what === 'file') {
          await press(list, '.head button', 'Eksport');
          (await until('the panel', () => inside(list, '.panel .export .primary'))).click();
        } else find(list, '.footer button', 'Kopiér')!.click();
        (list as { adapter: unknown }).adapter = next();
        await settle(400);
        expect([files, copies], what).to.deep.equal([[], []]);
        expect(late(list).trim()).to.equal('');
        list.parentElement!.remove();
      }
    });

    asked()(`${kind}: nor of what came of an action`, async () => {
      for (const words of ['Eksportér til Excel', 'Kopiér resultatet']) {
        const anna = made('Anna', 'k1');
        const list = place('overblik-population', { adapter: anna.adapter });
        const { files, copies } = taken(list);
        await run(list, anna);
        await press(list, 'dialog.run button', 'Annullér');
        await until('over', () => find(list, '.take-out button', words));
        find(list, '.take-out button', words)!.click();
        (list as { adapter: unknown }).adapter = next();
        await settle(400);
        expect([files, copies], words).to.deep.equal([[], []]);
        list.parentElement!.remove();
      }
    });
  }
});

describe('what was done last, taken back in the task in which another clinic comes', () => {
  const undo = (list: Element) => inside(list, '.undo button')!;
  const asked = oneIn(5);
  const keys = (list: Element) =>
    undo(list).dispatchEvent(
      new KeyboardEvent('keydown', { key: 'z', ctrlKey: true, bubbles: true, composed: true }),
    );
  for (const [by, press] of [
    ['button', (list: Element) => undo(list).click()],
    ['keys', keys],
  ] as const)
    for (const [order, isBefore] of [
      ['just before', true],
      ['just after', false],
    ] as const)
      for (const [which, next] of [
        ['another', () => made('Bodil', 'k2').adapter],
        ['one that has said nothing yet', () => slow('Bodil', 'k2').adapter],
        ['one without an id', () => made('Bodil', undefined).adapter],
      ] as const)
        asked()(
          `by its ${by}, ${order} ${which}: the store of the new one hears of nobody`,
          async () => {
            const saved: string[] = [];
            const heard = (name: string, adapter: ClinicAdapter): ClinicAdapter => {
              const { list: stored, save } = adapter.rounds!;
              return {
                ...adapter,
                rounds: {
                  list: (...given) => stored(...given),
                  save: (round, signal) => {
                    const { status } =
                      round.members.find(({ patientId }) => patientId === '1') ?? {};
                    saved.push(`${name} ${status}`);
                    return save(round, signal);
                  },
                },
              };
            };
            const list = place('overblik-population', {
              adapter: heard('Anna', made('Anna', 'k1').adapter),
            });
            await ready(list);
            const round = await until('the round', () => list.round);
            round.setStatus(['1'], 'reviewed');
            await until('stored', () => !round.isUnsaved && saved.length > 0);
            await until('to undo', () => undo(list).ariaDisabled === 'false');
            if (isBefore) press(list);
            list.adapter = heard('Bodil', next());
            if (!isBefore) press(list);
            await settle(300);
            const expected = isBefore ? ['Anna reviewed', 'Anna new'] : ['Anna reviewed'];
            expect(saved).to.deep.equal(expected);
            const isSeen = inside(list, '.late')?.checkVisibility({ visibilityProperty: true });
            if (isSeen) expect(late(list)).to.not.include('Anna');
            if (inside(list, '.undo')) press(list);
            await settle(100);
            expect(saved).to.deep.equal(expected);
          },
        );
});

describe('a print that was asked for in the task before another clinic comes', () => {
  const asked = oneIn(3);
  for (const [which, next] of [
    ['another', () => made('Bodil', 'k2').adapter],
    ['one that has said nothing yet', () => slow('Bodil', 'k2').adapter],
    ['none', () => undefined],
  ] as const)
    for (const isLoaded of [false, true])
      asked()(
        `${which}, ${isLoaded ? 'once more' : 'for the first time'}: nobody stands in a frame, nor on the page’s own paper`,
        async () => {
          const list = place('overblik-population', { adapter: made('Anna', 'k1').adapter });
          await ready(list);
          if (isLoaded) {
            await list.print();
            document.querySelector('iframe')?.remove();
          }
          void list.print();
          (list as { adapter: unknown }).adapter = next();
          // The page's own print, in the same task.
          dispatchEvent(new Event('beforeprint'));
          const paper = inside(list, '.printed')?.textContent ?? '';
          dispatchEvent(new Event('afterprint'));
          expect(paper).to.not.include('Anna');
          await settle(300);
          for (const frame of document.querySelectorAll('iframe'))
            expect(
              frame.contentDocument?.body.firstElementChild?.shadowRoot?.textContent,
            ).to.not.include('Anna');
        },
      );
});

describe('a logout', () => {
  it('is told to the rounds, that they go on with nothing without end', async () => {
    const list = place('overblik-population', { adapter: made('Anna', 'k1').adapter });
    await ready(list);
    const round = await until('the round', () => list.round);
    round.setNote('1', 'Ring');
    let told = 0;
    const { logOut } = round;
    round.logOut = () => {
      told++;
      logOut.call(round);
    };
    list.adapter = made('Bodil', 'k2').adapter;
    await shows(list, 'Bodil');
    expect(told).to.equal(0);
    (list as { adapter: unknown }).adapter = undefined;
    await until('told', () => told > 0);
    await until('stored and let go of', () => !round.isUnsaved);
  });

  it('lets the call that is under way end, and asks for nobody else', async () => {
    const anna = made('Anna', 'k1');
    const list = place('overblik-population', { adapter: anna.adapter });
    await run(list, anna);
    (list as { adapter: unknown }).adapter = undefined;
    await settle();
    expect(textOf(list)).to.not.include('Anna');
    anna.calls[0]!.answer();
    await settle(100);
    expect(anna.calls).to.have.length(1);
    expect(asks()).to.equal(false);
    // Whoever has the same adapter again is told, and may go on.
    list.adapter = anna.adapter;
    await shows(list, 'Anna');
    await until('told', () => late(list).includes('1 af 3 lykkedes'));
    await press(list, '.late button', 'Vis');
    await press(list, 'dialog.run .primary', 'Prøv de mislykkede igen');
    await until('the second', () => anna.calls.length === 2);
    anna.calls[1]!.answer();
    await until('the third', () => anna.calls.length === 3);
  });
});
