/** Who does what for a patient, beside the practice. */
import { expect, it } from 'vitest';
import { viewParties } from '../../../src/model/index.ts';
import type { PatientRecords } from '../../../src/record/index.ts';
import { outcomeOf, patientWith, planOf } from '../../engine/build.ts';

const plan = planOf({ patient: { age: { min: 1 } } });
const seen = (lists: Partial<PatientRecords>) =>
  viewParties(outcomeOf(plan, patientWith(lists)), 'da');

it('a department that the patient was referred to and that wrote is one, with what goes on there', () => {
  const { shown } = seen({
    referrals: [
      {
        at: '2026-02-12',
        text: 'Diabetesforløb',
        to: 'Endokrinologisk ambulatorium',
        status: 'accepted',
      },
      { at: '2024-01-02', text: 'Hudlidelse', to: 'hudlæge', status: 'completed' },
    ],
    letters: [
      { at: '2025-09-26', text: 'Ambulant kontrol', from: 'Endokrinologisk ambulatorium' },
      { at: '2026-09-01', text: 'Status', from: 'endokrinologisk ambulatorium ' },
    ],
  });
  expect(shown.map(({ name, isOngoing }) => [name, isOngoing])).toEqual([
    ['Endokrinologisk ambulatorium', true],
    ['hudlæge', false],
  ]);
  expect(shown[0]?.deeds).toEqual([
    { type: 'referral', text: 'Diabetesforløb', when: '12. feb. 2026, modtaget', earlier: 0 },
    { type: 'letter', text: 'Status', when: '1. sep. 2026', earlier: 1 },
  ]);
});

it('what goes on stands before what is over, be it older; else the latest comes first', () => {
  const { shown } = seen({
    referrals: [
      { at: '2026-01-01', to: 'A', status: 'completed' },
      { at: '2026-05-01', to: 'B', status: 'completed' },
      { at: '2025-01-01', to: 'C', status: 'sent' },
      { at: '2025-01-01', text: 'Åben', to: 'A', status: 'sent' },
      // Of one that says nothing of how far it has come nobody knows that it goes on.
      { at: '2026-06-01', to: 'D' },
    ],
  });
  expect(shown.map(({ name }) => name)).toEqual(['A', 'C', 'D', 'B']);
  expect(shown[0]?.deeds[0]).toMatchObject({ text: 'Åben', earlier: 1 });
});

it('the municipality that wrote, and whom an appointment to come is with', () => {
  const { shown } = seen({
    correspondence: [
      { at: '2026-10-01', text: 'Fald i hjemmet', from: 'Kommunens hjemmesygepleje' },
    ],
    appointments: [
      { at: '2026-12-03', text: 'Fodterapi', with: 'Fodterapeut' },
      { at: '2026-10-03', text: 'Fodterapi', with: 'Tidligere' },
    ],
  });
  expect(shown.map(({ name, isOngoing }) => [name, isOngoing])).toEqual([
    ['Fodterapeut', true],
    ['Kommunens hjemmesygepleje', false],
  ]);
});

it('nothing that was cancelled, that is to come, or that names nobody', () => {
  expect(
    seen({
      referrals: [
        { at: '2026-02-12', to: 'A', status: 'cancelled' },
        { at: '2026-12-12', to: 'B', status: 'sent' },
        { at: '2026-02-12', status: 'sent' },
        { at: '2026-02-12', to: ' ' },
      ],
    }),
  ).toEqual({ shown: [], more: 0 });
});

it('of very many some are told, and how many more there are', () => {
  const { shown, more } = seen({
    referrals: Array.from({ length: 30 }, (_, at) => ({ at: '2026-02-12', to: `Sted ${at}` })),
  });
  expect([shown.length, more]).toEqual([12, 18]);
});
