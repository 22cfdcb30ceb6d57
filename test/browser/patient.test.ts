import { expect } from '@open-wc/testing';
import { sendKeys } from '@web/test-runner-commands';
import { define, type OverblikCockpit } from '../../src/define.ts';
import {
  adapterWith,
  allInside,
  clinic,
  demens,
  drawn,
  inside,
  place,
  textOf,
  until,
} from './stage.ts';

const medicated = clinic.patients.find(
  ({ patient, diagnoses = [], medications = [] }) =>
    !patient.id.startsWith('edge-') &&
    diagnoses.some(({ code }) => code === 'P70') &&
    medications.some(({ code, to }) => code.startsWith('N05A') && to === undefined),
);
if (!medicated) throw new Error('The clinic has nobody with dementia on antipsychotics.');
const { id, name } = medicated.patient;

/** A heading without the note beside it. */
function headOf(heading: Element): string {
  const note = heading.querySelector('.muted')?.textContent ?? '';
  return (heading.textContent ?? '').replace(note, '').trim();
}

describe('<overblik-cockpit>', () => {
  it('shows advice, why, and the data types', async () => {
    const cockpit = place('overblik-cockpit', { patientId: id }, { width: 400, height: 700 });
    await drawn(cockpit);
    expect(textOf(cockpit)).to.contain('Vurdér seponering');
    expect(textOf(cockpit)).to.contain('Hvorfor på listen?');
    expect(textOf(cockpit)).to.contain('P70 Demens, registreret');
    expect(allInside(cockpit, '[part=section] h3').map(headOf)).to.have.members([
      ...['Medicin', 'Prøver', 'Diagnoser', 'Ydelser', 'Aftaler', 'Henvisninger'],
      ...['Epikriser', 'Korrespondance', 'Notater', 'Vaccinationer', 'Hvem gør hvad?'],
    ]);
    expect(textOf(cockpit)).to.contain('Profilen angiver ingen kode');
  });

  it('states: nobody chosen, failed with retry, source missing', async () => {
    const nobody = place('overblik-cockpit');
    await until('choose', () => textOf(nobody).includes('Vælg en patient'));
    const failing = place('overblik-cockpit', {
      patientId: id,
      adapter: adapterWith({ failAt: 'patient', failTimes: 1 }),
    });
    await until('failed', () => textOf(failing).includes('Patienten kunne ikke hentes'));
    inside<HTMLButtonElement>(failing, '.notice .button')?.click();
    await until('again', () => textOf(failing).includes(name));
    const partial = place('overblik-cockpit', {
      patientId: id,
      adapter: adapterWith({ missing: ['medication'] }),
    });
    await until('partial', () =>
      textOf(partial).includes('Antipsykotika ved demens: kan ikke afgøres'),
    );
  });

  it('one who cannot be determined is told what is missing', async () => {
    const cockpit = place('overblik-cockpit', { patientId: 'edge-no-medication' });
    await until('unknown', () => textOf(cockpit).includes('Hvad mangler for at afgøre det?'));
    expect(textOf(cockpit)).to.contain('Data om medicin mangler (FMK)');
  });

  it('the CPR number and the button open the journal', async () => {
    const cockpit = place('overblik-cockpit', { patientId: id });
    await until('ready', () => textOf(cockpit).includes(name));
    const opened: string[] = [];
    cockpit.addEventListener('overblik-open-journal', (event) => {
      event.preventDefault();
      opened.push(event.detail.context.from);
    });
    inside<HTMLButtonElement>(cockpit, '.link')?.click();
    await new Promise((resolve) => setTimeout(resolve));
    inside<HTMLButtonElement>(cockpit, '.commands .journal')?.click();
    expect(opened).to.deep.equal(['cockpit', 'cockpit']);
  });
});

describe('<overblik-marker>', () => {
  it('names the gravest, counts by level, and opens the cockpit by keyboard', async () => {
    const marker = place('overblik-marker', { patientId: id });
    const button = await until('button', () => inside<HTMLButtonElement>(marker, 'button'));
    const words = button.textContent.trim();
    expect(words).to.match(/^Antipsykotika ved demens( \+\d)?$/);
    const name = button.getAttribute('aria-label');
    expect(name)
      .to.contain(`Opmærksomhed: ${words}. 1 alvorlig`)
      .and.to.contain('Åbn patientcockpit');
    expect(button.title).to.match(/^1 alvorlig.*\nAntipsykotika ved demens\n/);
    const opened = new Promise<string | undefined>((resolve) => {
      marker.addEventListener('overblik-open-cockpit', (event) => resolve(event.detail.patientId), {
        once: true,
      });
    });
    button.focus();
    await sendKeys({ press: 'Enter' });
    expect(await opened).to.equal(id);
  });

  it('is quiet where nothing is set, and honest where nothing can be known', async () => {
    const young = clinic.patients.find(
      ({ patient }) => Number(patient.birthDate.slice(0, 4)) > 2010,
    );
    const quiet = place('overblik-marker', { patientId: young?.patient.id });
    await until('none', () => textOf(quiet).includes('Ingen markører'));
    const unsure = place('overblik-marker', { patientId: 'edge-no-medication' });
    await until('unsure', () => textOf(unsure).includes('1 kan ikke afgøres'));
    const failed = place('overblik-marker', {
      patientId: id,
      adapter: adapterWith({ failAt: 'patient' }),
    });
    await until('failed', () => textOf(failed).includes('Markører kan ikke hentes'));
  });
});

function firstRow(list: Element): HTMLElement | null {
  const grid = inside(list, 'overblik-grid');
  return grid && inside(grid, '.body [role=row]');
}

describe('<overblik-workspace>', () => {
  it('shows the cockpit beside the list, and closes it', async () => {
    const workspace = place('overblik-workspace', {}, { width: 1500, height: 800 });
    const list = await until('list', () => inside(workspace, 'overblik-population'));
    const row = await until('row', () => firstRow(list));
    const cell = [...row.querySelectorAll<HTMLElement>('[role=rowheader]')].find((each) =>
      clinic.patients.some(({ patient }) => patient.name === each.textContent.trim()),
    );
    cell?.click();
    const cockpit = await until('cockpit', () => inside(workspace, 'overblik-cockpit'));
    await until('the same patient', () => textOf(cockpit).includes(cell!.textContent.trim()));
    inside<HTMLButtonElement>(workspace, '.close')?.click();
    await until('closed', () => !inside(workspace, 'overblik-cockpit'));
  });

  it('another profile is chosen from the list’s head', async () => {
    const other = { ...demens, id: 'dk.anden', title: { da: 'En anden profil' } };
    const workspace = place('overblik-workspace', { page: 'list', profiles: [demens, other] });
    const list = await until('list', () => inside(workspace, 'overblik-population'));
    const select = await until('select', () => inside<HTMLSelectElement>(list, 'select'));
    await until('rows', () => firstRow(list));
    select.value = 'dk.anden';
    select.dispatchEvent(new Event('change'));
    await until('changed', () => inside(list, 'h2')?.textContent === 'En anden profil');
    expect(workspace.profileId).to.equal('dk.anden');
  });

  it('opens the cockpit on the list’s profile, whichever is the gravest, and follows it', async () => {
    const first = { ...demens, id: 'dk.foerst', title: { da: 'Uden markører' }, markers: [] };
    const workspace = place(
      'overblik-workspace',
      { page: 'list', profiles: [first, demens] },
      { width: 1500, height: 800 },
    );
    const list = await until('list', () => inside(workspace, 'overblik-population'));
    const row = await until('row', () => firstRow(list));
    row.querySelector<HTMLElement>('[role=rowheader]')?.click();
    const cockpit = await until('cockpit', () =>
      inside<OverblikCockpit>(workspace, 'overblik-cockpit'),
    );
    await until('its profile', () => cockpit.profileId === 'dk.foerst');
    workspace.profileId = demens.id;
    await until('the other list', () => inside(list, 'h2')?.textContent === demens.title.da);
    await until('the other profile', () => cockpit.profileId === demens.id);
  });

  it('two versions stand on one page under two prefixes', async () => {
    define({ prefix: 'second-overblik' });
    const workspace = document.createElement('second-overblik-workspace');
    document.body.append(workspace);
    await until('its own children', () => inside(workspace, 'second-overblik-population'));
  });
});
