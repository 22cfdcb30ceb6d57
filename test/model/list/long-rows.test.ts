/** The row of a patient with very many records is made in steps before it is drawn, and is the same row. */
import { expect, it } from 'vitest';
import { demens } from '../../../fixtures/profiles/index.ts';
import { Clinic, compile, evaluate } from '../../../src/engine/index.ts';
import { defaultView, PopulationList } from '../../../src/model/index.ts';
import { parseProfile } from '../../../src/profile/index.ts';
import { asOf, complete, patientWith } from '../../engine/build.ts';

const count = 6000;
const day = (days: number) => new Date(Date.UTC(2013, 2, 1 + days)).toISOString().slice(0, 10);
const many = patientWith(
  {
    diagnoses: [{ code: 'P70', from: '2022-03-14' }],
    medications: [
      { code: 'N05AH04', text: 'Quetiapin', from: '2026-01-05' },
      ...Array.from({ length: count }, (_, at) => ({
        ...{ code: 'N05AH04', text: 'Quetiapin', from: day(at % 5000), to: day((at % 5000) + 3) },
      })),
    ],
    results: Array.from({ length: count }, (_, at) => ({
      ...{ code: 'MCS88042', at: day(at % 5000), value: at % 30, unit: '1' },
    })),
  },
  { id: 'many', name: 'Birthe Mange' },
);
const few = Array.from({ length: 600 }, (_, at) =>
  patientWith({ diagnoses: [{ code: 'P70', from: '2022' }] }, { id: `few${at}`, name: 'Per Få' }),
);
const outcome = parseProfile(demens);
if (!outcome.ok) throw new Error('The profile of dementia cannot be read.');
const plan = compile(outcome.profile);
const view = defaultView(outcome.profile);

function listOf(patients: readonly (typeof many)[]): PopulationList {
  const clinic = new Clinic(complete);
  clinic.add(patients);
  return new PopulationList(evaluate(plan, clinic, asOf), {
    ...{ tab: 'members', language: 'da', patients: patients.length },
    compareText: new Intl.Collator('da').compare,
  });
}

/** What is drawn of a row. */
const drawn = (list: PopulationList, id: string) => {
  const row = list.row(list.indexOf(id));
  const cells = row.outcome.profile.information.map((item) => row.cell(item.id));
  return { cells, markers: row.markers, why: row.why };
};

it('is made ready in steps, with the list', () => {
  const list = listOf([many, ...few.slice(0, 3)]);
  expect(list.isReady(view)).toBe(false);
  const steps = list.prepare(view);
  let taken = 0;
  while (!steps.next().done) taken++;
  expect(taken).toBeGreaterThan((2 * count) / 1000);
  expect(list.isReady(view)).toBe(true);
  expect(drawn(list, 'many')).toEqual(drawn(listOf([many]), 'many'));
  expect(list.visibleRows(view)).toHaveLength(4);
});

it('is kept, however many others are drawn', () => {
  const list = listOf([many, ...few]);
  for (const steps = list.prepare(view); !steps.next().done;);
  const before = list.row(list.indexOf('many'));
  for (const { patient } of few) void list.row(list.indexOf(patient.id)).markers;
  expect(list.row(list.indexOf('many'))).toBe(before);
  expect(before.markers.length).toBeGreaterThan(0);

  // What follows from an exemption is made anew in it too.
  const exempt = new Map([['many', 'all' as const]]);
  list.setRound({ statuses: { get: () => undefined }, exempt });
  expect(list.row(list.indexOf('many')).markers).toEqual([]);
});

it('nobody with few waits for it', () => {
  expect(listOf(few.slice(0, 20)).isReady(view)).toBe(true);
});
