/** Seen on an earlier day, the words name that day: nothing on it is *today*. */
import { expect, it } from 'vitest';
import { compile, evaluatePatient } from '../../../src/engine/index.ts';
import { viewCockpit, type CockpitView } from '../../../src/model/index.ts';
import { checkPatient } from '../../../src/record/index.ts';
import { asOf, complete, patientWith, profileOf } from '../../engine/build.ts';

const profile = profileOf({
  any: [
    { medication: { codes: { system: 'ATC', include: ['N05A'] } } },
    { diagnosis: { codes: { system: 'ICPC-2', include: ['P70'] } } },
    { service: { when: { last: 'P12M' } } },
    { result: { when: { from: '-P2Y' } } },
    { appointment: {} },
  ],
});
const { patient } = checkPatient(
  patientWith({
    medications: [{ code: 'N05AH04', text: 'Quetiapin', from: '2023-01-01', to: '2026-02-01' }],
    diagnoses: [{ code: 'P70', text: 'Demens', from: '2022-01-01', to: '2026-03-01' }],
    appointments: [{ at: '2026-01-05', text: 'Kontrol', status: 'missed' }],
  }),
);

const seen = (on: string) =>
  viewCockpit([evaluatePatient(compile(profile), patient!, complete, on)], 'da', { today: asOf });
const words = (view: CockpitView) => JSON.stringify(view.whys);

it('in the words of the criteria', () => {
  const then = words(seen('2025-11-24'));
  expect(then).not.toContain('i dag');
  expect(then).toContain('aktuel 24. november 2025');
  expect(then).toContain('fra 24. november 2025 og frem');
  expect(then).toContain('inden for de seneste 12 måneder regnet fra 24. november 2025');
  expect(words(seen(asOf))).toContain('aktuel');
});

it('in what was known: a diagnosis that ends later goes on, and how an appointment went is to come', () => {
  const { sections } = seen('2025-11-24');
  const when = (type: string) => sections.find((each) => each.type === type)?.history[0]?.when;
  expect(when('diagnosis')).toBe('registreret 1. jan. 2022');
  expect(when('appointment')).toBe('5. jan. 2026');
});
