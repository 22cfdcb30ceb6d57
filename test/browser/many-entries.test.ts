/**
 * One patient with very many entries: what is drawn of them in the cockpit, in the list and on paper has a bound of
 * nodes, and what is not drawn is said.
 */
import { expect } from '@open-wc/testing';
import type { PatientRecords } from '../../src/define.ts';
import { faultyAdapter } from '../../src/testing/index.ts';
import { allInside, clinic, demens, drawn, inside, place, textOf, until } from './stage.ts';

const day = (days: number) => new Date(Date.UTC(2026, 10, 20 - days)).toISOString().slice(0, 10);
const many = <Entry>(count: number, make: (index: number) => Entry) =>
  Array.from({ length: count }, (_, index) => make(index));

/** Of everything `count`: prescriptions of one drug, of others, results, diagnoses that the profile asks for … */
const patientWith = (count: number): PatientRecords => ({
  patient: { id: 'p', name: 'Birthe Mange', birthDate: '1942-01-01', sex: 'female' },
  diagnoses: many(count, (index) => ({
    ...{ code: index % 2 ? 'P70' : 'P73', text: `Diagnose ${index}`, from: day(index % 4000) },
  })),
  medications: [
    ...many(count, (index) => ({
      ...{ code: 'N05AH04', text: 'Quetiapin', from: day(index * 2), to: day(index * 2) },
    })),
    ...many(Math.min(count, 900), (index) => ({
      ...{
        code: `C09AA${String(index).padStart(3, '0')}`,
        text: `Middel ${index}`,
        from: day(index),
      },
    })),
    // Ended, each on a day of its own, and often given with the first.
    ...many(count, (index) => ({
      ...{ code: 'N06DA02', text: 'Donepezil', from: day(index * 2), to: day(index * 2) },
    })),
  ],
  results: many(count, (index) => ({
    ...{ code: 'MCS88042', text: 'MMSE', at: day(index % 9000), value: (index * 7) % 30 },
  })),
  services: many(count, (index) => ({ code: '0101', at: day(index % 700) })),
  appointments: many(count, (index) => ({
    ...{ at: `2027-0${1 + (index % 9)}-11`, text: `Aftale ${index}`, status: 'booked' as const },
  })),
  letters: many(count, (index) => ({
    ...{ at: day(index), text: 'Epikrise', from: 'Geriatrisk', body: `Brev ${index}` },
  })),
});

const profile = {
  ...demens,
  information: [
    ...demens.information,
    ...['diagnosis', 'medication', 'service', 'appointment', 'letter'].map((type) => ({
      ...{ id: `all-${type}`, type, title: { da: `Alle ${type}` }, show: 'list' },
      ...(type === 'medication' ? { when: 'ever' } : {}),
    })),
  ],
  markers: [
    ...demens.markers,
    {
      id: 'together',
      level: 'warning',
      title: { da: 'Givet sammen' },
      when: {
        concurrent: {
          of: ['N05A', 'N06D'].map((code) => ({
            medication: { codes: { system: 'ATC', include: [code] } },
          })),
          when: 'ever',
        },
      },
    },
  ],
};

const propertiesFor = (count: number) => ({
  profiles: [profile],
  adapter: faultyAdapter(
    {
      description: {
        ...clinic.description,
        user: 'AB',
        patients: 1,
        sources: many(Math.min(count, 2000), (index) => ({
          ...{ id: `k${index}`, title: { da: `Kilde ${index}` }, types: [], available: true },
        })),
      },
      patients: [patientWith(count)],
    },
    {
      rounds: many(Math.min(count, 200), (index) => ({
        ...{ id: `r${index}`, revision: 1, profile: { id: 'dk.demens', version: '1.0.0' } },
        ...{ asOf: '2026-01-01', finished: '2026-02-01' },
        members: [{ patientId: 'p', status: 'reviewed' as const, note: `Note ${index}`, by: 'AB' }],
      })),
    },
  ),
});

const nodesOf = (host: Element) => host.shadowRoot!.querySelectorAll('*').length;
const longestTitle = (host: Element) =>
  Math.max(0, ...allInside(host, '[title]').map(({ title }) => title.length));

async function cockpitOf(count: number) {
  const size = { width: 1200, height: 900 };
  const cockpit = place('overblik-cockpit', { ...propertiesFor(count), patientId: 'p' }, size);
  await drawn(cockpit);
  for (const details of allInside(cockpit, 'details')) (details as HTMLDetailsElement).open = true;
  await until('lists', () => inside(cockpit, '.virtual-list li'));
  await until('rounds', () => inside(cockpit, '[part=rounds]'));
  return cockpit;
}

it('the cockpit draws no more of 4,000 of everything than of 1,000, and says of what there is more', async () => {
  const few = await cockpitOf(1000);
  const fewNodes = nodesOf(few);
  few.parentElement!.remove();
  const cockpit = await cockpitOf(4000);
  expect(nodesOf(cockpit)).to.be.below(fewNodes * 1.1);
  expect(nodesOf(cockpit)).to.be.below(6000);
  expect(longestTitle(cockpit)).to.be.below(20_000);
  const said = textOf(cockpit);
  // Things in a cell, records in the reasons, stretches on which two went together, medicines, values, rounds, sources.
  for (const words of [
    'og 3.950 flere',
    'flere',
    'perioder mere',
    'præparater mere står under Vis alle',
    'Kurven viser yderpunkterne af 4.000 værdier',
    'Vis alle 4.000 værdier',
    'og 180 runder før det',
    'og 1.960 kilder mere',
  ])
    expect(said).to.include(words);
  const [line] = allInside(cockpit, '.timeline .line').filter(({ textContent }) =>
    textContent.includes('Quetiapin'),
  );
  expect(line!.querySelectorAll('.bar')).to.have.lengthOf(1);
  expect(line!.title).to.match(/og \d+ flere$/);
});

it('a row of the list, its tooltip and what opens in its place', async () => {
  const list = place('overblik-population', propertiesFor(4000));
  await until('row', () => textOf(list).includes('Birthe Mange') || inside(list, 'overblik-grid'));
  const grid = await until('grid', () => inside(list, 'overblik-grid'));
  const cells = await until('cells', () => {
    const found = allInside(grid, '[role=gridcell], [role=rowheader]');
    return found.length > 3 && found;
  });
  expect(nodesOf(grid)).to.be.below(2000);
  for (const cell of cells) {
    cell.dispatchEvent(new PointerEvent('pointerover', { bubbles: true, composed: true }));
    expect(cell.title.split('\n').length).to.be.below(300);
  }
});
