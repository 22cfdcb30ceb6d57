/** What a long list takes its time to work out: the panel says so, and the focus is not lost meanwhile. */
import { expect } from '@open-wc/testing';
import { memoryAdapter, type PatientRecords } from '../../src/define.ts';
import { count, openPanel, placeList } from './list.ts';
import { demens, until } from './stage.ts';

/** With so many a list is long. */
const size = 5200;

const patients = Array.from({ length: size }, (_, index): PatientRecords => ({
  patient: {
    id: `p${index}`,
    cpr: String(index),
    name: `Navn ${index}`,
    birthDate: '1940-05-01',
    sex: 'male',
  },
  diagnoses: [{ system: 'ICPC-2', code: 'P70', from: '2020-01-01' }],
}));
const adapter = memoryAdapter({
  description: {
    name: 'Prøveklinikken',
    patients: size,
    coverage: { diagnosis: { available: true } },
  },
  patients,
});

/** From here on a slice is one step, as on a machine that is very slow. */
function slowDown(): () => void {
  const { now } = performance;
  let passed = 0;
  performance.now = () => now.call(performance) + (passed += 20);
  return () => (performance.now = now);
}

it('what occurs in a column of a long list is worked out while the panel says so', async () => {
  const list = await placeList({ profiles: [demens], adapter });
  expect(count(list)).to.equal(size);
  const box = await openPanel(list, '+ Filter');
  const choice = [...box.querySelectorAll('button')].find(({ textContent }) =>
    textContent.trim().startsWith('Hvorfor på listen'),
  );
  if (!choice) throw new Error(box.textContent);
  const speedUp = slowDown();
  try {
    choice.click();
    await list.updateComplete;
    expect(box.querySelector('h3')?.textContent).to.contain('Hvorfor på listen');
    expect(box.querySelector('[role=status]')?.textContent).to.equal('Undersøges …');
    await Promise.resolve();
    expect(list.shadowRoot?.activeElement?.closest('.panel')).to.equal(box);
    await until('what occurs', () => box.querySelector('[role=status]') === null);
  } finally {
    speedUp();
  }
  const found = await until('the choice', () =>
    [...box.querySelectorAll('label')].find(({ textContent }) => textContent.includes('P70')),
  );
  expect(found.closest('li')?.textContent).to.contain(new Intl.NumberFormat('da').format(size));
  await until('the focus in it', () =>
    list.shadowRoot?.activeElement?.matches('.panel input, .panel button'),
  );
});
