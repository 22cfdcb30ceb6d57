import { describe, expect, it } from 'vitest';
import { Clinic, resultsByUnit } from '../../../src/engine/index.ts';
import type { SuppliedResult } from '../../../src/record/index.ts';
import { complete, patientWith } from '../build.ts';

const hba1c = { code: 'NPU27300', text: 'HbA1c', at: '2026-03-09', value: 48 };

function clinicOf(patients: Readonly<Record<string, readonly SuppliedResult[]>>): Clinic {
  const clinic = new Clinic(complete);
  clinic.add(Object.entries(patients).map(([id, results]) => patientWith({ results }, { id })));
  return clinic;
}

describe('results by unit', () => {
  it('are counted as written, by code, with the patients; the most first', () => {
    const clinic = clinicOf({
      a: [
        { ...hba1c, unit: 'ml' },
        { ...hba1c, unit: 'furlong' },
        { ...hba1c, unit: 'furlong', value: 50 },
        { code: 'NPU18016', at: '2026-01-01', value: 80, unit: 'furlong' },
      ],
      b: [{ ...hba1c, unit: 'Furlong' }, hba1c],
      c: [{ ...hba1c, unit: 'furlong' }],
    });
    const found = resultsByUnit(clinic, (unit) => /furlong/i.test(unit));
    expect(found).toEqual([
      {
        unit: 'furlong',
        results: 4,
        codes: [
          { system: 'NPU', code: 'NPU27300', text: 'HbA1c', results: 3 },
          { system: 'NPU', code: 'NPU18016', text: undefined, results: 1 },
        ],
        patientIds: ['a', 'c'],
      },
      {
        unit: 'Furlong',
        results: 1,
        codes: [{ system: 'NPU', code: 'NPU27300', text: 'HbA1c', results: 1 }],
        patientIds: ['b'],
      },
    ]);
  });

  it('a text is in no unit, and who came again has only what came last', () => {
    const clinic = clinicOf({
      a: [{ ...hba1c, unit: 'furlong' }],
      b: [{ ...hba1c, unit: 'furlong', value: 'positiv' }],
    });
    const count = () =>
      resultsByUnit(clinic, () => true).map(({ unit, results }) => [unit, results]);
    expect(count()).toEqual([['furlong', 1]]);
    clinic.add([patientWith({ results: [{ ...hba1c, unit: 'alen' }] }, { id: 'a' })]);
    expect(count()).toEqual([['alen', 1]]);
    clinic.remove('a');
    expect(count()).toEqual([]);
  });
});
