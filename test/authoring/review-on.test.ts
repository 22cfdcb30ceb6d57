import { describe, expect, it } from 'vitest';
import { reviewProfileOn } from '../../src/authoring/index.ts';
import { Clinic } from '../../src/engine/index.ts';
import type { Criterion } from '../../src/profile/index.ts';
import type { CoverageByType, PatientRecords } from '../../src/record/index.ts';
import { asOf, complete, documentOf, patientWith } from '../engine/build.ts';
import { measured, parsed, spans } from '../fixtures/profiles/cases.ts';

const title = { da: 'En' };
const has = (code: string): Criterion => ({
  diagnosis: { codes: { system: 'ICPC-2', include: [code] } },
});
const marker = (when: Criterion) => ({
  markers: [{ id: 'm', level: 'info', title, when, source: 'En kilde' }],
});

function told(
  include: Criterion,
  more: object,
  records: readonly PatientRecords[],
  coverage: CoverageByType = complete,
) {
  const clinic = new Clinic(coverage);
  clinic.add(records.map((each, at) => ({ ...each, patient: { ...each.patient, id: `p${at}` } })));
  const found = reviewProfileOn(parsed(documentOf(include, more)), clinic, asOf);
  expect(found.every(({ severity }) => severity === 'note')).toBe(true);
  return found.map(({ code, path }) => `${code} ${path}`);
}
const ill = patientWith({ diagnoses: spans('T90') });
const well = patientWith({ diagnoses: spans('A01') });

describe('over a clinic it is told', () => {
  it('that nobody is found, and by which criterion and codes', () => {
    expect(told({ any: [has('T90'), has('K86')] }, {}, [well])).toEqual([
      'finds-nobody /population',
      'rule-finds-nobody /population/include/any/0',
      'rule-finds-nobody /population/include/any/1',
      'codes-not-here /population/include/any/0/diagnosis/codes',
      'codes-not-here /population/include/any/1/diagnosis/codes',
    ]);
  });

  it('that everybody is found', () => {
    expect(told(has('T90'), {}, [ill, ill])).toEqual(['finds-everybody /population']);
  });

  it('that a marker is never set, or always', () => {
    expect(told(has('T90'), marker(has('A01')), [ill, well])).toEqual([
      'marker-never-here /markers/0',
    ]);
    expect(told(has('T90'), marker(has('T')), [ill, well])).toEqual([
      'marker-always-here /markers/0',
    ]);
  });

  it('that members are in a numerator and not in its denominator, or nobody in the denominator', () => {
    const indicator = (numerator: Criterion, denominator: Criterion) => ({
      indicators: [{ id: 'i', title, numerator, denominator }],
    });
    const both = patientWith({ diagnoses: spans('T90', 'K86') });
    const people = [ill, both, well];
    expect(told(has('T90'), indicator(has('T90'), has('K86')), people)).toEqual([
      'numerator-outside /indicators/0/numerator',
    ]);
    expect(told(has('T90'), indicator(has('T90'), has('A01')), people)).toEqual([
      'denominator-empty /indicators/0/denominator',
    ]);
  });

  it('that there is no source', () => {
    const more = marker({ vaccination: {} });
    const { vaccination: _, ...coverage } = complete;
    expect(told(has('T90'), more, [ill, well], coverage)).toEqual([
      'no-source /markers/0/when/vaccination',
    ]);
    expect(told(has('T90'), more, [ill, well])).toEqual(['marker-never-here /markers/0']);
  });

  it('that no result is in a unit that can be judged', () => {
    const when: Criterion = {
      result: {
        codes: { system: 'NPU', include: ['NPU1'] },
        value: { above: 50, unit: 'mmol/mol' },
      },
    };
    const inUnit = (unit: string) =>
      patientWith({ diagnoses: spans('T90'), results: [measured('NPU1', 60, unit)] });
    expect(told(has('T90'), marker(when), [inUnit('furlong'), well])).toEqual([
      'unit-not-here /markers/0/when/result/value/unit',
    ]);
    expect(told(has('T90'), marker(when), [inUnit('mmol/mol'), ill, well])).toEqual([]);
  });
});

describe('over a clinic nothing is told', () => {
  it('of nobody', () => expect(told(has('T90'), {}, [])).toEqual([]));

  it('where it cannot be decided', () => {
    expect(told(has('T90'), {}, [patientWith()], { diagnosis: { available: false } })).toEqual([
      'no-source /population/include/diagnosis',
    ]);
  });
});
