/** What an action says of the round is noted there, whatever is shown by the time that it says so. */
import { expect } from '@open-wc/testing';
import { demens } from '../../fixtures/profiles/index.ts';
import {
  memoryAdapter,
  type ClinicAdapter,
  type OverblikPopulation,
  type OverblikWorkspace,
  type PatientRecords,
} from '../../src/define.ts';
import { faultyRounds } from '../../src/testing/index.ts';
import { ready, rows } from './list.ts';
import { allInside, clinic, inside, place, textOf, until } from './stage.ts';

const ids = ['1', '2'];

/** The same ids in every clinic. */
const recordsOf = (name: string, id: string): PatientRecords => ({
  patient: { id, name: `${name} Prøve${id}`, birthDate: '1942-01-01', sex: 'female' },
  diagnoses: [{ code: 'P70', text: 'Demens', from: '2022-03-14' }],
  medications: [{ code: 'N05AH04', text: 'Quetiapin 25 mg', from: '2025-09-03' }],
});

/** A clinic whose action waits to be told that it is done; with what its rounds have come to hold. */
function made(name: string, id: string) {
  const calls: (() => void)[] = [];
  const rounds = faultyRounds([]);
  const adapter: ClinicAdapter = {
    ...memoryAdapter({
      description: { ...clinic.description, id, name, patients: ids.length },
      patients: ids.map((each) => recordsOf(name, each)),
    }),
    rounds,
    actions: [
      {
        ...{ id: 'send', label: { da: 'Send besked' }, scope: 'many' },
        run: (patients) =>
          new Promise((resolve) => {
            calls.push(() =>
              resolve(
                patients.map((patient) => ({
                  ...{ patientId: patient.id, ok: true, contact: { outcome: 'sent' as const } },
                })),
              ),
            );
          }),
      },
    ],
  };
  /** To whom a message was sent, as it is stored. */
  const reached = async () => {
    const stored = await rounds.list(demens.id, new AbortController().signal);
    const members = stored.flatMap((round) => round.members);
    return members.flatMap(({ patientId, contact = [] }) =>
      contact.map(({ outcome }) => `${patientId} ${outcome}`),
    );
  };
  return { adapter, calls, reached };
}

const press = async (element: Element, selector: string, words: string) => {
  const find = () =>
    allInside(element, selector).find(({ textContent }) => textContent.includes(words));
  (await until(words, find)).click();
};
const stored = async ({ reached }: ReturnType<typeof made>, expected: readonly string[]) => {
  let found: readonly string[] = [];
  const look = async () => (found = await reached());
  await until(`stored: ${expected.join()}`, () => {
    void look();
    return found.length >= expected.length;
  });
  expect(found).to.deep.equal(expected);
};

describe('in a cockpit', () => {
  async function sent(element: Element, anna: ReturnType<typeof made>) {
    const cockpit = await until('the cockpit', () =>
      element.localName === 'overblik-cockpit' ? element : inside(element, 'overblik-cockpit'),
    );
    await until('the patient', () => textOf(cockpit).includes('Anna Prøve1'));
    await press(cockpit, '.deeds button', 'Send besked');
    await until('called', () => anna.calls.length === 1);
  }

  it('that is closed by then', async () => {
    const anna = made('Anna', 'k1');
    const workspace: OverblikWorkspace = place('overblik-workspace', { adapter: anna.adapter });
    const list = await until('the list', () =>
      inside<OverblikPopulation>(workspace, 'overblik-population'),
    );
    await ready(list);
    workspace.patientId = '1';
    await sent(workspace, anna);
    workspace.patientId = undefined;
    await until('closed', () => !inside(workspace, 'overblik-cockpit'));
    anna.calls[0]!();
    await stored(anna, ['1 sent']);
    expect(list.round?.member('1').contact).to.have.length(1);
  });

  it('that stands alone, and is taken off the page by then', async () => {
    const anna = made('Anna', 'k1');
    const cockpit = place('overblik-cockpit', { adapter: anna.adapter, patientId: '1' });
    await sent(cockpit, anna);
    cockpit.remove();
    anna.calls[0]!();
    await stored(anna, ['1 sent']);
  });

  it('that shows a patient with the same id in another clinic by then', async () => {
    const [anna, bodil] = [made('Anna', 'k1'), made('Bodil', 'k2')];
    const cockpit = place('overblik-cockpit', { adapter: anna.adapter, patientId: '1' });
    await sent(cockpit, anna);
    cockpit.adapter = bodil.adapter;
    await until('the other', () => textOf(cockpit).includes('Bodil Prøve1'));
    anna.calls[0]!();
    await stored(anna, ['1 sent']);
    expect(await bodil.reached()).to.deep.equal([]);
  });

  it('but after a logout nothing is noted', async () => {
    const anna = made('Anna', 'k1');
    const cockpit = place('overblik-cockpit', { adapter: anna.adapter, patientId: '1' });
    await sent(cockpit, anna);
    cockpit.adapter = undefined;
    await cockpit.updateComplete;
    anna.calls[0]!();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(await anna.reached()).to.deep.equal([]);
  });
});

describe('in a list', () => {
  async function sent(anna: ReturnType<typeof made>) {
    const other = { ...demens, id: 'dk.andet', title: { da: 'Et andet', en: 'Another' } };
    const list = place('overblik-population', {
      ...{ adapter: anna.adapter, profiles: [demens, other] },
    });
    await ready(list);
    await until('the round', () => list.round?.state.phase === 'ready');
    for (const row of rows(list)) row.querySelector<HTMLElement>('[role=checkbox]')!.click();
    await until('chosen', () => list.selectedIds.length === ids.length);
    await press(list, '.footer button', 'Send besked');
    await press(list, 'dialog.run .primary', 'Send besked');
    await until('called', () => anna.calls.length === 1);
    return list;
  }

  it('that shows another profile by then', async () => {
    const anna = made('Anna', 'k1');
    const list = await sent(anna);
    list.profileId = 'dk.andet';
    await until('the other', () => list.round?.profile?.id === 'dk.andet');
    anna.calls[0]!();
    await stored(anna, ['1 sent', '2 sent']);
    list.profileId = demens.id;
    await until('the same', () => list.round?.member('1').contact?.length === 1);
  });

  it('that shows another clinic by then', async () => {
    const [anna, bodil] = [made('Anna', 'k1'), made('Bodil', 'k2')];
    const list = await sent(anna);
    list.adapter = bodil.adapter;
    await until('the other', () => {
      const grid = inside(list, 'overblik-grid');
      return grid && textOf(grid).includes('Bodil Prøve1');
    });
    anna.calls[0]!();
    await stored(anna, ['1 sent', '2 sent']);
    expect(await bodil.reached()).to.deep.equal([]);
  });
});

describe('a journal that does not open', () => {
  /** A clinic whose journal waits to be told that it cannot be opened. */
  function closed(name: string, id: string) {
    const refusals: (() => void)[] = [];
    const adapter: ClinicAdapter = {
      ...made(name, id).adapter,
      openJournal: () =>
        new Promise((_, reject) => refusals.push(() => reject(new Error('closed')))),
    };
    return { adapter, refusals };
  }
  const says = (element: Element) => textOf(element).includes('Journalen kunne ikke åbnes');
  const turn = () => new Promise((resolve) => setTimeout(resolve, 50));
  const places = {
    'overblik-cockpit': { seen: (name: string) => `${name} Prøve1`, link: '.identity .link' },
    'overblik-population': { seen: (name: string) => `${name} Prøve1`, link: '.line .link' },
  } as const;

  for (const [tag, { seen, link }] of Object.entries(places))
    for (const next of ['another clinic', 'nobody'])
      it(`is not told in ${tag} of ${next}, who has come meanwhile`, async () => {
        const anna = closed('Anna', 'k1');
        const element = place(tag as keyof typeof places, {
          ...{ adapter: anna.adapter, patientId: '1' },
        });
        const root = () =>
          tag === 'overblik-cockpit' ? element : (inside(element, 'overblik-grid') ?? element);
        await until('the patient', () => textOf(root()).includes(seen('Anna')));
        const press = async () => {
          (await until('the way', () => inside(root(), link))).click();
        };
        await press();
        await until('asked', () => anna.refusals.length === 1);
        anna.refusals[0]!();
        await until('told', () => says(element));
        await press();
        await until('asked', () => anna.refusals.length === 2);
        expect(says(element), 'not of the last time').to.equal(false);
        if (next === 'nobody') element.adapter = undefined;
        else {
          element.adapter = closed('Bodil', 'k2').adapter;
          await until('the other', () => textOf(root()).includes(seen('Bodil')));
        }
        await element.updateComplete;
        anna.refusals[1]!();
        await turn();
        await element.updateComplete;
        expect(says(element)).to.equal(false);
      });
});
