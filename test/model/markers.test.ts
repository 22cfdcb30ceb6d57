import { describe, expect, it } from 'vitest';
import { Clinic, evaluate } from '../../src/engine/index.ts';
import { markersIn, viewMarkers } from '../../src/model/index.ts';
import type { Criterion } from '../../src/profile/index.ts';
import { asOf, complete, outcomeOf, patientWith, planOf } from '../engine/build.ts';

const treated = patientWith({
  medications: [
    { code: 'N05AN01', text: 'Lithiumcitrat 6 mmol', from: '2024-11-24' },
    { code: 'M01AE01', text: 'Ibuprofen 400 mg', from: '2026-09-24' },
  ],
});
const lithium: Criterion = { medication: { codes: { system: 'ATC', include: ['N05AN'] } } };
const anything: Criterion = { not: { diagnosis: { codes: { system: 'ICPC-2', include: ['X'] } } } };

function lengthFor(when: Criterion): string | undefined {
  const plan = planOf(anything, {
    markers: [{ id: 'm', level: 'warning', title: { da: 'M' }, when }],
  });
  const [marker] = viewMarkers(outcomeOf(plan, treated), 'da');
  expect(marker).toBeDefined();
  return marker?.length;
}

describe('how long is told', () => {
  it('of a marker that is a treatment', () => expect(lengthFor(lithium)).toBe('24 mdr.'));

  it.each<readonly [string, Criterion]>([
    ['a treatment without its test', { all: [lithium, { not: { result: {} } }] }],
    [
      'two treatments at once',
      {
        concurrent: {
          of: [
            { medication: { codes: { system: 'ATC', include: ['N05AN'] } } },
            { medication: { codes: { system: 'ATC', include: ['M01A'] } } },
          ],
        },
      },
    ],
    ['a number of medicines', { medication: { distinct: { level: 5 }, count: { min: 2 } } }],
  ])('not of %s', (_, when) => expect(lengthFor(when)).toBeUndefined());
});

it('all that are set are told at once, as the reference tells them one by one', () => {
  const plan = planOf(anything, {
    markers: [
      { id: 'litium', level: 'warning', title: { da: 'Litium' }, when: lithium },
      { id: 'alle', level: 'info', title: { da: 'Alle' }, when: anything },
    ],
  });
  const clinic = new Clinic(complete);
  clinic.add([treated, patientWith({}, { id: 'p2' })]);
  const population = evaluate(plan, clinic, asOf);
  const ask = markersIn(population);
  for (const id of population.members)
    expect(ask(id)).toEqual(population.markers(id).map(({ marker }) => marker.id));
  expect(ask('p1')).toEqual(['litium', 'alle']);
  expect(ask('nobody')).toEqual([]);
});
