/** A patient with very many records is made ready while the page has its turns: said meanwhile, and never mixed up. */
import { expect } from '@open-wc/testing';
import { memoryAdapter, type PatientRecords } from '../../src/define.ts';
import { clinic, inside, place, textOf, until } from './stage.ts';

const day = (days: number) => new Date(Date.UTC(2005, 0, 1 + days)).toISOString().slice(0, 10);
const patientWith = (id: string, count: number): PatientRecords => ({
  patient: { id, name: `Patient ${id}`, birthDate: '1942-01-01', sex: 'female' },
  diagnoses: [{ code: 'P70', from: '2019-01-01' }],
  medications: Array.from({ length: count }, (_, index) => ({
    ...{
      code: 'N05AH04',
      text: `Middel ${id}`,
      from: day(index % 7000),
      to: day((index % 7000) + 9),
    },
  })),
  results: Array.from({ length: count }, (_, index) => ({
    ...{ code: 'MCS88042', text: `MMSE ${id}`, at: day(index % 7000), value: index % 30 },
  })),
});
const patients = [patientWith('A', 20_000), patientWith('B', 20_000), patientWith('C', 3)];
const adapter = memoryAdapter({ description: clinic.description, patients });
const busy = (host: Element) => inside(host, 'article')?.getAttribute('aria-busy') === 'true';
const frame = () => new Promise(requestAnimationFrame);

it('it says that it is on its way, and another patient takes its place at once', async () => {
  const cockpit = place('overblik-cockpit', { adapter, patientId: 'A' });
  const state = await until('that it is said', () => inside(cockpit, '[role=status] progress'));
  expect(state.getAttribute('aria-label')).to.equal('Henter patienten');
  for (const next of ['B', 'A', 'B', 'C']) {
    for (let frames = 0; frames < 12; frames++) await frame();
    cockpit.patientId = next;
    await cockpit.updateComplete;
    for (const other of ['A', 'B', 'C'].filter((each) => each !== next))
      expect(textOf(cockpit))
        .not.to.contain(`Patient ${other}`)
        .and.not.to.contain(`MMSE ${other}`);
  }
  await until('the last', () => textOf(cockpit).includes('Patient C') && !busy(cockpit));
  for (let frames = 0; frames < 20; frames++) {
    expect(textOf(cockpit))
      .to.match(/Patient C/)
      .and.not.to.match(/(Patient|MMSE|Middel) [AB]/);
    await frame();
  }
});

it('seen on an earlier day it stands as it was until that day is ready', async () => {
  const cockpit = place('overblik-cockpit', { adapter, patientId: 'A' });
  await until('the patient', () => inside(cockpit, '.parts') && !busy(cockpit));
  cockpit.seenOn = '2020-01-01';
  let stood = 0;
  await until('the earlier day', () => {
    expect(inside(cockpit, '.parts')).not.to.equal(null);
    stood += busy(cockpit) ? 1 : 0;
    return !busy(cockpit) && textOf(cockpit).includes('1. jan. 2020');
  });
  expect(stood).to.be.greaterThan(0);
});

it('the marker says so too', async () => {
  const marker = place('overblik-marker', { adapter, patientId: 'A' });
  await until('that it is said', () => inside(marker, '[role=status]'));
  await until('the marker', () => inside(marker, 'button'));
  expect(textOf(marker)).to.contain('Ingen markører');
});
