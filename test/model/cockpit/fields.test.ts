/** What is drawn together, and what is said of a limit, asks of a record all that its criterion asks (R10a). */
import { expect, it } from 'vitest';
import { compile, evaluatePatient } from '../../../src/engine/index.ts';
import { viewCockpit } from '../../../src/model/index.ts';
import type { Criterion } from '../../../src/profile/index.ts';
import { checkPatient, type PatientRecords } from '../../../src/record/index.ts';
import { asOf, complete, patientWith, profileOf } from '../../engine/build.ts';

function viewOf(when: Criterion, lists: Partial<PatientRecords>) {
  const ldl = { system: 'NPU', include: ['NPU01568'] };
  const profile = profileOf(
    { patient: { age: { min: 0, max: 150 } } },
    {
      information: [{ id: 'ldl', type: 'result', title: { da: 'LDL' }, codes: ldl }],
      markers: [{ id: 'm', level: 'warning', title: { da: 'Markør' }, when }],
    },
  );
  const { patient } = checkPatient(patientWith(lists));
  const outcome = evaluatePatient(compile(profile), patient!, complete, asOf);
  expect(outcome.markers.map(({ truth }) => truth)).toEqual(['yes']);
  return viewCockpit([outcome], 'da');
}

const atc = (code: string) => ({ system: 'ATC', include: [code] });
const given = { to: '2026-12-31', source: 'FMK' };

it('a source is the same in whatever case', () => {
  const { timeline } = viewOf(
    {
      concurrent: {
        of: [
          { medication: { codes: atc('N05'), source: 'fmk' } },
          { medication: { codes: atc('C09') } },
        ],
      },
    },
    {
      medications: [
        { ...given, code: 'N05AH04', from: '2026-01-01' },
        { ...given, code: 'C09AA02', from: '2026-02-01' },
      ],
    },
  );
  expect(timeline.overlaps).toMatchObject([{ title: 'Markør', from: '2026-02-01', to: asOf }]);
});

it('of a product that is asked no other product’s days are shaded', () => {
  const { timeline } = viewOf(
    {
      concurrent: {
        of: [
          { medication: { codes: atc('N05'), product: '123' } },
          { medication: { codes: atc('C09') } },
        ],
      },
    },
    {
      medications: [
        { ...given, code: 'N05AH04', from: '2026-01-01', product: '456' },
        { ...given, code: 'N05AH04', from: '2026-11-01', product: '123' },
        { ...given, code: 'C09AA02', from: '2026-02-01' },
      ],
    },
  );
  expect(timeline.overlaps).toMatchObject([{ from: '2026-11-01', since: '2026-11-01' }]);
});

it('a limit of one source says nothing of a value of another', () => {
  const when: Criterion = {
    result: {
      codes: { system: 'NPU', include: ['NPU01568'] },
      source: 'laboratoriet',
      value: { above: 1.8, unit: 'mmol/L' },
    },
  };
  const at = (day: string, source: string) => ({
    ...{ code: 'NPU01568', at: day, value: 2.5, unit: 'mmol/L', high: 3, source },
  });
  const goals = (...results: NonNullable<PatientRecords['results']>) =>
    viewOf(when, { results }).sections.flatMap(({ items }) =>
      items.flatMap(({ result }) => result?.goals ?? []),
    );
  expect(goals(at('2026-10-01', 'Laboratoriet'))).toEqual([
    expect.stringContaining('profilens grænse er nået: Markør'),
  ]);
  expect(goals(at('2026-10-01', 'Laboratoriet'), at('2026-11-01', 'Hjemme'))).toEqual([]);
});
