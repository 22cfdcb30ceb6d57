/** What the answer of a criterion says in few words: what was surely not found, and never more than that. */
import { describe, expect, it } from 'vitest';
import { compile, evaluatePatient } from '../../../src/engine/index.ts';
import { viewWhy } from '../../../src/model/cockpit/index.ts';
import { parseProfile } from '../../../src/profile/index.ts';
import { checkPatient } from '../../../src/record/index.ts';

const asOf = '2026-11-24';
const available = { available: true };

const demens = { diagnosis: { codes: { system: 'ICPC-2', include: ['P70'] } } };

/** The branches of *any of these*, for who has dementia and nothing else. */
function branches(any: readonly unknown[], medication = available) {
  const parsed = parseProfile({
    format: 'overblik-profile/1',
    id: 'x.why',
    version: '1.0.0',
    title: { da: 'Prøve' },
    purpose: [{ da: 'Prøve' }],
    codes: { midler: { system: 'ATC', include: ['N06DA02', 'N06DX01'] } },
    information: [{ id: 'd', type: 'diagnosis', title: { da: 'D' }, ...demens.diagnosis }],
    population: { include: { any } },
  });
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.errors));
  const { patient } = checkPatient({
    patient: { id: 'p', name: 'Prøve', birthDate: '1942-01-01', sex: 'female' },
    diagnoses: [{ code: 'P70', text: 'Demens', from: '2022-03-14' }],
  });
  const coverage = { diagnosis: available, medication, result: available };
  const outcome = evaluatePatient(compile(parsed.profile), patient!, coverage, asOf);
  return viewWhy(outcome, 'da').include.branches;
}

describe('what was not found', () => {
  it('names the codes where one of them is all that is asked', () => {
    const [met, unmet] = branches([demens, { medication: { codes: 'midler' } }]);
    expect(met).toMatchObject({ truth: 'yes', notFound: [] });
    expect(unmet).toMatchObject({ truth: 'no', notFound: ['N06DA02', 'N06DX01'] });
  });

  it('names none where nobody knows', () => {
    const [, unknown] = branches([demens, { medication: { codes: 'midler' } }], {
      available: false,
    });
    expect(unknown).toMatchObject({ truth: 'unknown', notFound: [] });
  });

  it('names none where more is asked than one of the codes: one may be there, and not be enough', () => {
    const more = [
      { diagnosis: { codes: { system: 'ICPC-2', include: ['P70'] }, count: { min: 2 } } },
      { diagnosis: { codes: { system: 'ICPC-2', include: ['P'], exclude: ['P70'] } } },
      { not: { diagnosis: { ...demens.diagnosis, when: { last: 'P20Y' } } } },
      { patient: { age: { max: 17 } } },
    ];
    for (const { truth, notFound } of branches([demens, ...more]).slice(1))
      expect({ truth, notFound }).toEqual({ truth: 'no', notFound: [] });
  });

  it('names a few of very many', () => {
    const include = Array.from({ length: 30 }, (_, at) => `N05A${String(at + 10)}`);
    const many = { medication: { codes: { system: 'ATC', include } } };
    expect(branches([demens, many])[1]!.notFound).toHaveLength(9);
  });
});
