/** A host's own words: in every element inside the one that has them, and no word less where some cannot be used. */
import { expect } from '@open-wc/testing';
import { openPanel, button } from './list.ts';
import { clinic, inside, place, textOf, until } from './stage.ts';

it('stand in the list, its grid, its panels and the cockpit; what cannot be used is told, and ours stands', async () => {
  const told: unknown[] = [];
  const workspace = place('overblik-workspace', {
    texts: {
      da: {
        population: { inPopulation: 'På listen', columns: { priority: 'Først fordi' } },
        grid: { selectAll: 'Merk alle' },
        list: { columns: 'Spalter' },
        panels: { reset: 'Tilbakestill' },
        cockpit: { needToKnow: 'Verdt å vite' },
        patient: { age: (years: string) => `${years} somre` },
        round: { finish: 7, done: 'x' } as object,
      },
    },
  });
  workspace.addEventListener('overblik-problem', ({ detail }) => told.push(detail));
  const list = await until('a list', () => inside(workspace, 'overblik-population'));
  await until('own words', () => textOf(list).includes('På listen'));
  await until('a head', () => textOf(inside(list, 'overblik-grid')!).includes('Først fordi'));
  expect(inside(list, 'overblik-grid')!.shadowRoot!.innerHTML).to.contain('Merk alle');
  expect((await openPanel(list, 'Spalter')).textContent).to.contain('Tilbakestill');
  expect(button(list, 'Datakvalitet'), 'ours, where there are no others').to.not.equal(undefined);

  workspace.patientId = clinic.patients[0]!.patient.id;
  const cockpit = await until('a cockpit', () => inside(workspace, 'overblik-cockpit'));
  await until('own words', () => / somre/.test(textOf(cockpit)));
  for (const field of ['texts/da/round/finish', 'texts/da/round/done'])
    expect(told).to.deep.include({ kind: 'unusable', field, count: 1 });

  workspace.texts = undefined;
  await until('ours again', () => !textOf(list).includes('På listen'));
});
