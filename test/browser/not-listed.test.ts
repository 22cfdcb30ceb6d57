/** Whoever is searched for and is not on the list: how many they are, who, and of each why, from the same evidence. */
import { expect } from '@open-wc/testing';
import { describeGenerated } from '../../fixtures/clinic/index.ts';
import type { OpenJournalDetail, PatientSelectedDetail } from '../../src/define.ts';
import { faultyAdapter } from '../../src/testing/index.ts';
import { inDepth, isAccessible } from './in-depth.ts';
import { button, clickOn, count, panel, placeList, press, rows, write } from './list.ts';
import { patients } from './made-clinic.ts';
import { allInside, demens, inside, until } from './stage.ts';

const size = { width: 1400, height: 900 };
const person = (id: string, name: string, cpr: string) => ({
  patient: { id, name, cpr, birthDate: '1950-01-01', sex: 'female' as const },
});
/** One without the diagnosis, and one whose date of it cannot be read. */
const beside = [
  { ...person('outside', 'Xenia Udenfor', '0101509996'), diagnoses: [] },
  {
    ...person('undecided', 'Xenia Uafgjort', '0101509988'),
    diagnoses: [{ system: 'ICPC-2', code: 'P70', from: 'engang' }],
  },
];
const adapter = (more: readonly (typeof beside)[number][] = beside) =>
  faultyAdapter({
    description: describeGenerated({}, patients.length + more.length),
    patients: [...patients, ...more],
  });

const words = (element: Element | null | undefined) =>
  (element?.textContent ?? '').replaceAll(/\s+/g, ' ').trim();
const offers = (list: Element) => allInside(list, 'button.not-listed').map(words);
const search = (list: Element, query: string) =>
  write(inside<HTMLInputElement>(list, '.search input')!, query);
const turns = (open: Element) => [...open.querySelectorAll<HTMLElement>('.reasons')];

describe('who is searched for and is not on the list', () => {
  it('is counted, named, and told why', async () => {
    const list = await placeList({ adapter: adapter() }, size);
    expect(offers(list)).to.deep.equal([]);
    await search(list, 'xenia');
    await until('offered', () => offers(list).length > 0);
    expect(count(list)).to.equal(0);
    // Once: the empty list says it itself.
    expect(offers(list)).to.deep.equal(['2 i klinikken er ikke på listen – hvorfor?']);
    await clickOn(allInside(list, '.rows button.not-listed')[0]);
    const open = await until('the panel', () => panel(list));
    expect([...open.querySelectorAll('bdi')].map(words)).to.deep.equal([
      'Xenia Udenfor',
      'Xenia Uafgjort',
    ]);
    expect(open.querySelector('.node'), 'nothing is worked out yet').to.equal(null);
    await clickOn(turns(open)[0]);
    await until('why not', () => open.querySelector('.node'));
    expect(words(turns(open)[0])).to.equal('Hvorfor ikke på listen?');
    expect(words(open)).to.match(/P70.*ikke opfyldt/);
    await isAccessible(list);
    await clickOn(turns(open)[1]);
    await until('what is missing', () =>
      words(turns(open)[1]).startsWith('Hvad mangler for at afgøre det?'),
    );
    expect(turns(open).map((each) => each.getAttribute('aria-expanded'))).to.deep.equal([
      'false',
      'true',
    ]);
    expect(words(open)).to.contain('kan ikke afgøres');
  });

  it('is told at once where it is one alone, found by the CPR number', async () => {
    const list = await placeList({ adapter: adapter() }, size);
    await search(list, '010150-9996');
    await until('offered', () => offers(list).length > 0);
    expect(offers(list)[0]).to.equal('1 i klinikken er ikke på listen – hvorfor?');
    await clickOn(allInside(list, '.rows button.not-listed')[0]);
    const open = await until('the panel', () => panel(list));
    await until('why not', () => open.querySelector('.node'));
    expect(words(open.querySelector('h4'))).to.equal('Hvorfor ikke på listen?');
    expect(turns(open)).to.deep.equal([]);
  });

  inDepth(
    'is offered beside those who are on the list, and not where nothing is searched for',
    async () => {
      const list = await placeList({ adapter: adapter() }, size);
      const all = count(list);
      await search(list, 'a');
      await until('offered', () => offers(list).length > 0);
      expect(rows(list).length).to.be.greaterThan(0);
      await search(list, '');
      await until('gone', () => offers(list).length === 0);
      expect(count(list)).to.equal(all);
    },
  );

  it('opens in the journal and in what stands beside the list', async () => {
    const list = await placeList({ adapter: adapter() }, size);
    const journals: unknown[] = [];
    const selected: unknown[] = [];
    list.addEventListener('overblik-open-journal', (event: CustomEvent<OpenJournalDetail>) => {
      event.preventDefault();
      journals.push(event.detail.patient.id);
    });
    list.addEventListener(
      'overblik-patient-selected',
      ({ detail }: CustomEvent<PatientSelectedDetail>) => selected.push(detail.patientId),
    );
    await search(list, 'Xenia Udenfor');
    await until('offered', () => offers(list).length > 0);
    await clickOn(allInside(list, '.rows button.not-listed')[0]);
    await until('the panel', () => panel(list));
    await clickOn(button(list, '010150-9996, Åbn journal for Xenia Udenfor'));
    await until('opened', () => journals.length > 0);
    expect(journals).to.deep.equal(['outside']);
    await clickOn(button(list, 'Åbn overblikket for Xenia Udenfor'));
    await until('closed', () => !panel(list));
    expect(selected.at(-1)).to.equal('outside');
    expect(list.patientId).to.equal('outside');
  });

  it('is nobody: then that is said', async () => {
    const list = await placeList({ adapter: adapter() }, size);
    await search(list, 'Qwertz');
    await until('said', () =>
      words(inside(list, '.rows')).includes(
        `Heller ingen andre blandt ${(patients.length + 2).toLocaleString('da')} patienter, der er hentet, har det i navn eller CPR.`,
      ),
    );
    expect(offers(list)).to.deep.equal([]);
  });

  inDepth('stays on the page when the panel is closed by keys', async () => {
    const list = await placeList({ adapter: adapter() }, size);
    await search(list, 'xenia');
    const offer = await until('offered', () => allInside(list, '.rows button.not-listed')[0]);
    offer.focus();
    await press('Enter');
    await until('the panel', () => panel(list));
    await press('Escape');
    await until('closed', () => !panel(list));
    expect(list.shadowRoot?.activeElement).to.equal(offer);
  });

  it('is of the clinic that is shown: another one forgets them', async () => {
    const list = await placeList({ adapter: adapter() }, size);
    await search(list, 'xenia');
    await until('offered', () => offers(list).length > 0);
    await clickOn(allInside(list, '.rows button.not-listed')[0]);
    await until('the panel', () => panel(list));
    const other = faultyAdapter({
      description: { ...describeGenerated({}, patients.length), id: 'another' },
      patients,
    });
    Object.assign(list, { adapter: other, profiles: [demens] });
    await until('the other clinic', () => rows(list).length > 0 && !panel(list));
    expect(words(inside(list, '.frame'))).to.not.contain('Xenia');
    expect(offers(list)).to.deep.equal([]);
  });
});
