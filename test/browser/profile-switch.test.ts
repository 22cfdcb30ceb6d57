/** Another profile is another population: never one's title over the other's patients. */
import { expect } from '@open-wc/testing';
import { type OverblikGrid } from '../../src/define.ts';
import { grid, placeList } from './list.ts';
import { demens, inside, textOf, until } from './stage.ts';

const diabetes = {
  ...demens,
  id: 'dk.sukker',
  title: { da: 'Patienter med sukkersyge' },
  population: { include: { diagnosis: { codes: { system: 'ICPC-2', include: ['T90'] } } } },
};

it('title, count and rows change together', async () => {
  const list = await placeList({ profiles: [demens, diabetes] });
  const rowsOf = () => (grid(list) as OverblikGrid).rows;
  const before = rowsOf();
  const loaded = new Promise<number>((resolve) =>
    list.addEventListener('overblik-loaded', ({ detail }) => resolve(detail.members)),
  );
  const chooser = inside<HTMLSelectElement>(list, '.head select')!;
  chooser.value = diabetes.id;
  chooser.dispatchEvent(new Event('change'));
  const members = await loaded;
  // Nothing else happens: no pointer, no key.
  await until('title', () => inside(list, 'h2')?.textContent.includes('sukkersyge'));
  // The rows may wait for what is stored of its round; those of the other profile are gone meanwhile.
  await until('rows', () => inside(list, 'overblik-grid'));
  expect(rowsOf()).not.to.equal(before);
  expect(rowsOf().count).to.equal(members);
  expect(textOf(list)).to.contain(`${members} af ${members} vises`);
});
