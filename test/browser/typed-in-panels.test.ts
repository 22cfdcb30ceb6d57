/** What is typed in a panel over one list is neither shown nor sent in another: of another profile, round or clinic. */
import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import {
  memoryAdapter,
  type ClinicAdapter,
  type OverblikPopulation,
  type PatientRecords,
  type Round,
} from '../../src/define.ts';
import { faultyRounds } from '../../src/testing/index.ts';
import { check, clickOn, openPanel, panel, ready, rows } from './list.ts';
import { clinic, demens, inside, place, textOf, until } from './stage.ts';

const second = { ...demens, id: 'p.to', title: { da: 'Profil to' } };

function adapterOf(id: string | undefined, name: string): ClinicAdapter {
  const { id: _, ...description } = clinic.description;
  const records: PatientRecords = {
    patient: { id: '1', name, birthDate: '1942-01-01', sex: 'female' },
    diagnoses: [{ code: 'P70', text: 'Demens', from: '2022-03-14' }],
  };
  const told = { ...description, user: 'AB', patients: 1, ...(id ? { id } : {}) };
  return { ...memoryAdapter({ description: told, patients: [records] }), rounds: faultyRounds([]) };
}

async function goals({ rounds }: ClinicAdapter, profile = demens.id) {
  const all: readonly Round[] = await rounds!.list(profile, new AbortController().signal);
  return all.map(({ aim }) => aim?.goal);
}

const settle = () => new Promise((resolve) => setTimeout(resolve, 80));

const placed = (adapter: ClinicAdapter) =>
  place(
    'overblik-population',
    { adapter, profiles: [demens, second], profileId: demens.id },
    { width: 1500, height: 900 },
  );

async function go(list: OverblikPopulation, id: string) {
  list.profileId = id;
  await until(`the round of ${id}`, () => {
    const { profile, state } = list.round ?? {};
    return profile?.id === id && state?.phase === 'ready';
  });
  await ready(list);
}

async function goalOf(list: OverblikPopulation): Promise<HTMLTextAreaElement> {
  if (!list.round!.state.current) list.round!.startNext();
  const open = await openPanel(list, 'Runde');
  await clickOn(await until('the aim', () => open.querySelector('.aim summary')));
  return open.querySelector<HTMLTextAreaElement>('[name=goal]')!;
}

async function type(field: HTMLElement, words: string) {
  field.focus();
  await sendKeys({ type: words });
}

describe('the goal of a round', () => {
  it('is of the profile that it was typed for, and offered there again', async () => {
    const anna = adapterOf('k1', 'Anna Prøve');
    const list = placed(anna);
    await go(list, second.id);
    list.round!.startNext();
    await go(list, demens.id);
    await type(await goalOf(list), 'Halveret');
    await go(list, second.id);
    await settle();
    expect(panel(list)).to.equal(null);
    expect((await goalOf(list)).value).to.equal('');
    await go(list, demens.id);
    expect((await goalOf(list)).value).to.equal('Halveret');
    await list.round!.retry();
    expect(await goals(anna, second.id)).to.deep.equal([undefined]);
  });

  it('is of the round that it was typed for, where another begins meanwhile', async () => {
    const anna = adapterOf('k1', 'Anna Prøve');
    const list = placed(anna);
    await go(list, demens.id);
    await type(await goalOf(list), 'Halveret');
    list.round!.finish();
    list.round!.startNext();
    await until('the next', () => list.round!.state.rounds.length === 2);
    await settle();
    expect(panel(list)!.querySelector<HTMLTextAreaElement>('[name=goal]')!.value).to.equal('');
    await until('stored', () => list.round!.state.pending.count === 0);
    expect(await goals(anna)).to.deep.equal(['Halveret', undefined]);
  });

  for (const [which, first, other] of [
    ['with an id', 'k1', 'k2'],
    ['without one', undefined, undefined],
  ] as const)
    it(`is of its clinic, ${which}, and forgotten at logout`, async () => {
      const [anna, bodil] = [adapterOf(first, 'Anna Prøve'), adapterOf(other, 'Bodil Prøve')];
      const list = placed(anna);
      const shows = async (name: string) => {
        await until(name, () => {
          const grid = inside(list, 'overblik-grid');
          return list.round?.state.phase === 'ready' && grid && textOf(grid).includes(name);
        });
        return goalOf(list);
      };
      await type(await shows('Anna'), 'Halveret');
      list.adapter = bodil;
      expect((await shows('Bodil')).value).to.equal('');
      list.adapter = anna;
      expect((await shows('Anna')).value).to.equal('Halveret');
      expect((await goals(bodil)).filter(Boolean)).to.deep.equal([]);
      list.adapter = undefined;
      await list.updateComplete;
      list.adapter = anna;
      expect((await shows('Anna')).value).to.equal('');
    });
});

describe('for the chosen of one profile', () => {
  for (const words of ['Undtag', 'Sæt frist', 'Notér kontakt'])
    it(`${words}: its panel does not stand over the list of another`, async () => {
      const list = placed(adapterOf('k1', 'Anna Prøve'));
      await go(list, second.id);
      await go(list, demens.id);
      await clickOn(check(rows(list)[0]));
      await until('chosen', () => list.selectedIds.length === 1);
      const open = await openPanel(list, words);
      await type(open.querySelector<HTMLElement>('textarea, input[type=date]')!, '05052027');
      await go(list, second.id);
      await settle();
      expect(panel(list)).to.equal(null);
    });
});

for (const tag of ['overblik-cockpit', 'overblik-workspace'] as const)
  it(`${tag}: the day of a next try is no other clinic's patient's with the same id`, async () => {
    const [anna, bodil] = [adapterOf('k1', 'Anna Prøve'), adapterOf('k2', 'Bodil Prøve')];
    const element = place(tag, { adapter: anna, patientId: '1' });
    const shows = (name: string) =>
      until(name, () => {
        const cockpit = tag === 'overblik-cockpit' ? element : inside(element, 'overblik-cockpit');
        const isThere = cockpit && textOf(cockpit).includes(name);
        return isThere && inside<HTMLDetailsElement>(cockpit, '.contact-log');
      });
    const nextTry = (log: Element) => log.querySelector<HTMLInputElement>('[name=next-try]')!;
    const log = await shows('Anna');
    log.open = true;
    nextTry(log).value = '2027-01-05';
    element.adapter = bodil;
    const other = await shows('Bodil');
    expect([nextTry(other).value, other.open]).to.deep.equal(['', false]);
  });
