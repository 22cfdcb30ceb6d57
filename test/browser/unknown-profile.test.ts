/** An id that no profile has: it is said, to the user and to the host, and no other list takes its place. */
import { expect } from '@open-wc/testing';
import type { OverblikWorkspace, ProblemReport } from '../../src/define.ts';
import { demens, kol } from '../../fixtures/profiles/index.ts';
import { isAccessible } from './in-depth.ts';
import { button, clickOn, rows } from './list.ts';
import { adapterWith, clinic, inside, place, textOf, until } from './stage.ts';

const size = { width: 1366, height: 768 };
const profiles = [kol, demens];

function placed(given: object) {
  const told: ProblemReport[] = [];
  const hear = ({ detail }: CustomEvent<ProblemReport>) => void told.push(detail);
  document.addEventListener('overblik-problem', hear as EventListener, { once: false });
  const list = place('overblik-population', { adapter: adapterWith(), profiles, ...given }, size);
  const unknown = () => told.find(({ kind }) => kind === 'unknown-id');
  return { list, unknown };
}

describe('a profile id that none has', () => {
  it('shows nobody, says what was probably meant, and opens it', async () => {
    const { list, unknown } = placed({ profileId: 'dk.demnes' });
    const state = await until('said', () => inside(list, '.state[role=alert]'));
    expect(state.textContent).to.contain('Listen findes ikke');
    expect(state.textContent).to.contain('“dk.demnes”');
    expect(state.textContent).to.contain('Mente du Patienter med demens (dk.demens)?');
    expect(rows(list)).to.have.length(0);
    expect(textOf(list)).not.to.contain('I populationen');
    const report = await until('told', unknown);
    expect(report).to.deep.equal({
      ...{ kind: 'unknown-id', field: 'profileId', meant: 'dk.demens', count: 1 },
    });
    const chooser = inside<HTMLSelectElement>(list, '.commands select')!;
    expect(chooser.selectedOptions[0]!.textContent.trim()).to.equal('Vælg liste');
    await isAccessible(list);
    await clickOn(button(list, 'Åbn Patienter med demens'));
    await until('the list', () => list.view?.profileId === 'dk.demens' && rows(list).length > 0);
    expect(list.profileId).to.equal('dk.demens');
    expect(chooser.value).to.equal('dk.demens');
  });

  it('takes the place of a list that is shown, and gives it back when it is right', async () => {
    const { list, unknown } = placed({ profileId: 'dk.kol' });
    await until('the list', () => rows(list).length > 0);
    list.profileId = 'noget helt andet';
    await until('said', () => inside(list, '.state[role=alert]'));
    expect(inside(list, '[part=grid], .rows')).to.equal(null);
    expect((await until('told', unknown)).meant).to.equal(undefined);
    list.profileId = 'dk.kol';
    await until('the list', () => rows(list).length > 0);
    expect(inside(list, '.state[role=alert]')).to.equal(null);
  });

  it('is said in English', async () => {
    const { list } = placed({ profileId: 'dk.kool', lang: 'en' });
    await until('said', () => textOf(list).includes('There is no such list'));
    expect(textOf(list)).to.contain('Did you mean Patients with COPD (dk.kol)?');
  });

  it('is said in a workspace, from which all lists are reached', async () => {
    const page: OverblikWorkspace = place(
      'overblik-workspace',
      { adapter: adapterWith(), profiles, profileId: 'dk.demenz' },
      size,
    );
    const list = await until('the list', () => inside(page, 'overblik-population'));
    await until('said', () => inside(list, '.state[role=alert]'));
    await clickOn(inside(list, '.all-lists'));
    await until('the start page', () => inside(page, '.start table[aria-busy=false]'));
  });
});

describe('a cockpit', () => {
  it('says that the profile is not there, beside those that are; of one with errors their list tells', async () => {
    const told: ProblemReport[] = [];
    const cockpit = place('overblik-cockpit', {
      ...{ adapter: adapterWith(), profiles: [demens], profileId: 'dk.demnes' },
      patientId: clinic.patients[0]!.patient.id,
    });
    cockpit.addEventListener('overblik-problem', ({ detail }) => told.push(detail));
    await until('said', () => textOf(cockpit).includes('Der er bedt om profilen “dk.demnes”'));
    await until('told', () => told.some(({ kind, meant }) => kind === 'unknown-id' && meant));
    cockpit.profileId = 'dk.demens';
    await until('none', () => !textOf(cockpit).includes('Der er bedt om'));
    cockpit.profileId = 'all';
    await cockpit.updateComplete;
    expect(textOf(cockpit)).not.to.contain('Der er bedt om');
  });
});

describe('a page that there is not', () => {
  it('is told, and taken for none', async () => {
    const told: unknown[] = [];
    const page: OverblikWorkspace = place(
      'overblik-workspace',
      { adapter: adapterWith(), profiles },
      size,
    );
    page.addEventListener('overblik-problem', ({ detail }) => told.push(detail));
    page.page = 'forside' as never;
    await until('the start page', () => inside(page, '.start table[aria-busy=false]'));
    expect(told).to.deep.include({ kind: 'unusable', field: 'page', count: 1 });
  });
});
