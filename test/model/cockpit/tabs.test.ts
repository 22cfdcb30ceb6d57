import { expect, it } from 'vitest';
import { profileTabs } from '../../../src/model/index.ts';
import type { Criterion, MarkerLevel } from '../../../src/profile/index.ts';
import { complete, outcomeOf, patientWith, planOf } from '../../engine/build.ts';

const patient = patientWith({
  diagnoses: [{ code: 'P70', from: '2020-01-01' }],
  medications: [{ code: 'N05AH04', from: '2020-01-01' }],
});
const dementia: Criterion = { diagnosis: { codes: { system: 'ICPC-2', include: ['P70'] } } };
const copd: Criterion = { diagnosis: { codes: { system: 'ICPC-2', include: ['R95'] } } };
const seen: Criterion = { service: {} };

const { service: _, ...coverage } = complete;
const unserved = { ...patient, services: undefined } as unknown as typeof patient;

function outcome(id: string, include: Criterion, levels: readonly MarkerLevel[] = []) {
  const markers = levels.map((level, index) => ({
    id: `m${index}`,
    level,
    title: { da: level },
    when: { medication: { codes: { system: 'ATC', include: ['N05A'] } } },
  }));
  return outcomeOf(planOf(include, { id, title: { da: id }, markers }), unserved, { coverage });
}

const outcomes = [
  outcome('kol', copd),
  outcome('maaske', seen, ['critical']),
  outcome('rolig', dementia),
  outcome('obs', dementia, ['info', 'warning']),
  outcome('alvorlig', dementia, ['warning', 'critical']),
];
const ids = (chosen?: string) => profileTabs(outcomes, chosen, 'da').map(({ id }) => id);

it('the gravest first, those that cannot decide last, those without the patient left out', () => {
  expect(ids()).toEqual(['alvorlig', 'obs', 'rolig', 'maaske']);
});

it('the one that was chosen stays, also without the patient', () => {
  expect(ids('kol')).toEqual(['alvorlig', 'obs', 'rolig', 'maaske', 'kol']);
});

it('tells how many markers are set, and the gravest', () => {
  const [first, second, third, last] = profileTabs(outcomes, undefined, 'da');
  expect(first).toMatchObject({ title: 'alvorlig', count: 2, level: 'critical' });
  expect(second).toMatchObject({ count: 2, level: 'warning' });
  expect(third).toMatchObject({ count: 0, level: undefined });
  expect(last).toMatchObject({ count: 0, level: undefined });
});
