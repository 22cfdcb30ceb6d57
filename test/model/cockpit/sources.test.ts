/** Where a patient's data comes from: how old it is, and what is missing while a source is away. */
import { expect, it } from 'vitest';
import { describeClinic } from '../../../fixtures/clinic/description.ts';
import { viewSources } from '../../../src/model/cockpit/sources.ts';
import { checkPatient } from '../../../src/record/index.ts';
import { asOf, patientWith } from '../../engine/build.ts';

it('the made-up clinic’s: four fresh, the hospital old, the municipality away with what it gives', () => {
  const { patient } = checkPatient(
    patientWith({ letters: [{ at: '2026-10-02', source: 'LPR3' }, { at: '2026-10-03' }] }),
  );
  const views = viewSources(describeClinic(asOf, 1), patient!, asOf, 'da');
  expect(views.map(({ title, available, stale, age }) => [title, available, stale, age])).toEqual([
    ['Journal', true, false, 0],
    ['FMK', true, false, 0],
    ['Laboratorieportalen', true, false, 0],
    ['Sygehus (LPR3)', true, true, 9],
    ['Vaccinationsregisteret (DDV)', true, false, 0],
    ['Kommune', false, false, undefined],
  ]);
  expect(views.map(({ gives }) => gives)).toEqual([
    'diagnoser, ydelser, aftaler, henvisninger, forløbsplaner, notater, korrespondance',
    'medicin',
    'prøver',
    'diagnoser, henvisninger, epikriser',
    'vaccinationer',
    'plejeydelser',
  ]);
  // One names no source: it is of the first that answers for letters, and is not lost.
  expect(views[3]?.types).toContainEqual({ type: 'letter', count: 2 });
});

it('counts what there was on an earlier day', () => {
  const { patient } = checkPatient(
    patientWith({ letters: [{ at: '2025-10-02', source: 'LPR3' }, { at: '2026-10-03' }] }),
  );
  const views = viewSources(describeClinic(asOf, 1), patient!, asOf, 'da', '2026-01-01');
  expect(views[3]?.types).toContainEqual({ type: 'letter', count: 1 });
});
