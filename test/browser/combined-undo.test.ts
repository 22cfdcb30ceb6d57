/** What was done from a combined list is taken back there, in all the rounds that it was written in. */
import { expect } from '@open-wc/testing';
import type {
  HostAction,
  OverblikCockpit,
  OverblikPopulation,
  OverblikWorkspace,
} from '../../src/define.ts';
import { kol, osteoporose, type2Diabetes } from '../../fixtures/profiles/index.ts';
import { faultyRounds } from '../../src/testing/index.ts';
import { isAccessible } from './in-depth.ts';
import { button, cell, check, clickOn, name, press, rows, status } from './list.ts';
import { adapterWith, allInside, inside, place, textOf, until } from './stage.ts';

const size = { width: 1366, height: 768 };
const profiles = [kol, type2Diabetes, osteoporose];
const words = (element: Element | null | undefined) =>
  (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
const said = (list: Element) => words(inside(list, '.frame > [role=status]'));
const ids = profiles.map(({ id }) => id);
const pill = (cockpit: Element, label: string) =>
  [...(inside(cockpit, '.foot')?.querySelectorAll('label') ?? [])]
    .find((each) => words(each).startsWith(label))
    ?.querySelector('input');
const turns = (list: Element) =>
  allInside(list, '.undo button').map((each) => [
    each.getAttribute('aria-label'),
    each.getAttribute('aria-disabled'),
  ]);

const invite: HostAction = {
  ...{ id: 'invite', label: { da: 'Indkald', en: 'Invite' }, scope: 'many' },
  run: (patients) =>
    Promise.resolve(
      patients.map(({ id }) => ({
        ...{ patientId: id, ok: true, status: 'to-follow-up' as const },
        contact: { outcome: 'sent' as const },
      })),
    ),
};

async function combined(given: object = {}): Promise<OverblikPopulation> {
  const adapter = { ...adapterWith({ actions: [invite] }), rounds: faultyRounds([]) };
  const shown = { adapter, profiles, combined: ids, ...given };
  const page = place('overblik-workspace', shown, size);
  const list = await until('the list', () =>
    inside<OverblikPopulation>(page, 'overblik-population'),
  );
  await until('its rows', () => rows(list).length > 0 && inside(list, '.undo'));
  return list;
}

const pageOf = (list: Element) => (list.getRootNode() as ShadowRoot).host as OverblikWorkspace;

/** Does the action for the first rows, in all the lists that they are on. */
async function doFor(list: OverblikPopulation, count: number): Promise<void> {
  for (const row of rows(list).slice(0, count)) await clickOn(check(row));
  await clickOn(await until('the action', () => button(list, 'Indkald', '.footer')));
  await until('the form', () => inside(list, 'dialog.run[open] .reasons'));
  inside(list, 'dialog.run .primary')!.click();
  await until('done', () => new RegExp(`${count} af ${count} lykkedes`).test(textOf(list)));
  await clickOn(button(list, 'Luk', 'dialog.run'));
  await clickOn(button(list, 'Ryd valg'));
}

describe('a combined list', () => {
  it('takes back what an action came to in every round by one press, and does it again', async () => {
    const list = await combined();
    expect(turns(list)).to.deep.equal([
      ['Fortryd', 'true'],
      ['Gentag', 'true'],
    ]);
    const first = rows(list)
      .slice(0, 3)
      .map((row) => status(list, row));
    const now = () =>
      rows(list)
        .slice(0, 3)
        .map((row) => status(list, row));
    await doFor(list, 3);
    await until('noted', () => now().every((each) => each.startsWith('Til opfølgning')));
    const told = await until('told', () => inside(list, '.late .notice.mild'));
    expect(words(told)).to.match(/^3 patienter: noteret “.+”, Til opfølgning \(.+\) Fortryd Luk$/);
    await isAccessible(list);
    await clickOn(button(list, 'Fortryd', '.late'));
    await until('as before', () => now().join() === first.join());
    await until('said', () => said(list).startsWith('Fortrudt: 3 patienter: '));
    expect(turns(list)[0]).to.deep.equal(['Fortryd', 'true']);
    // In none of the rounds anything is left of it.
    expect(words(inside(list, '.undone'))).to.contain('Fortrudt: 3 patienter');
    await clickOn(button(list, 'Gentag', '.undone'));
    await until('again', () => now().every((each) => each.startsWith('Til opfølgning')));
    await clickOn(cell(list, rows(list)[0], 'Alder'));
    await press('Control+z');
    await until('as before', () => now().join() === first.join());
    await press('Control+z');
    await until('nothing', () => said(list) === 'Der er intet at fortryde');
  });

  it('takes back what was said of a patient in the cockpit beside it, naming the list', async () => {
    const list = await combined();
    const row = rows(list).find((each) => cell(list, each, 'Lister').textContent.includes('KOL'));
    const whose = name(list, row);
    await clickOn(cell(list, row, 'Status'));
    const cockpit = await until('the cockpit', () => inside(pageOf(list), 'overblik-cockpit'));
    await until('its patient', () => inside(cockpit, '.frame[aria-busy=false] .parts'));
    // Seen through one of the lists that the patient is on, whose round says something.
    (cockpit as OverblikCockpit).profileId = ids[0];
    const reviewed = await until('the status', () => pill(cockpit, 'Gennemgået'));
    reviewed.click();
    const offered = await until('offered', () =>
      turns(list).find(([label, isOff]) => isOff === 'false' && label?.startsWith('Fortryd: ')),
    );
    expect(offered[0]).to.match(new RegExp(`^Fortryd: ${whose}: Gennemgået \\(KOL\\)$`));
    await clickOn(allInside(list, '.undo button')[0]);
    await until('taken back', () => pill(cockpit, 'Ikke gennemgået')?.matches(':checked'));
    await until('said', () => said(list).startsWith(`Fortrudt: ${whose}: Gennemgået (`));
  });

  it('offers nothing where the clinic keeps no rounds', async () => {
    const { rounds: _, ...adapter } = adapterWith();
    const page = place('overblik-workspace', { adapter, profiles, combined: ids }, size);
    const list = await until('the list', () => inside(page, 'overblik-population'));
    await until('its rows', () => rows(list).length > 0);
    expect(allInside(list, '.undo')).to.have.length(0);
  });
});
