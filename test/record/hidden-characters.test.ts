import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { checkPatient, readCoverage } from '../../src/record/index.ts';
import { hostileText, neverShown, textsIn } from '../json/hostile-texts.ts';

const someone = { id: 'p1', name: 'Test Testesen', birthDate: '1941-01-01', sex: 'female' };

describe('texts of records', () => {
  it('a value is read as it is written, without an override, and is counted', () => {
    const { patient } = checkPatient({
      patient: someone,
      results: [
        { code: 'NPU1', at: '2026-01-01', value: '\u202e125', unit: 'mmol\u2069/L' },
        { code: 'NPU1', at: '2026-01-02', value: 'spor' },
      ],
    });
    expect(patient?.records.result[0]).toMatchObject({ value: '125', unit: 'mmol/L' });
    expect(patient?.hints).toContainEqual({ kind: 'hidden-characters', type: 'result', count: 2 });
  });

  it('a patient’s own are counted with the patient', () => {
    const { patient } = checkPatient({
      patient: { ...someone, name: 'Anna\u2069', city: 'Ri\u202ebe' },
    });
    expect(patient?.patient).toMatchObject({ name: 'Anna', city: 'Ribe' });
    expect(patient?.hints).toEqual([{ kind: 'hidden-characters', type: 'patient', count: 2 }]);
  });

  it('an ordinary name that runs from right to left is nothing to count', () => {
    const { patient } = checkPatient({ patient: { ...someone, name: 'محمد \u200fA' } });
    expect(patient?.patient.name).toBe('محمد \u200fA');
    expect(patient?.hints).toBeUndefined();
  });

  it('an id stays as it is: it is the host’s key, and two patients are never made one', () => {
    expect(checkPatient({ patient: { ...someone, id: 'p\u202e1' } }).patient?.patient.id).toBe(
      'p\u202e1',
    );
  });

  it('hold nothing hidden, whatever is drawn', () => {
    const texts = fc.record(
      Object.fromEntries(
        ['text', 'source', 'unit', 'dose', 'with', 'to', 'from', 'body', 'code', 'system', 'value']
          .concat(['status', 'end_date', 'deleted'])
          .map((field) => [field, fc.option(hostileText, { nil: undefined })]),
      ),
    );
    const patient = fc.record(
      Object.fromEntries(
        ['name', 'cpr', 'sex', 'address', 'postalCode', 'city', 'municipality', 'practitioner']
          .concat(['phone', 'deceased'])
          .map((field) => [field, hostileText]),
      ),
    );
    const day = '2020-01-01';
    fc.assert(
      fc.property(patient, texts, hostileText, (own, drawn, key) => {
        const point = { code: 'X1', ...drawn, at: day };
        const outcome = checkPatient({
          patient: { ...own, id: 'p1', birthDate: '1941-01-01', [`nam${key}e`]: 'x' },
          diagnoses: [{ ...drawn, from: day, to: undefined, system: undefined, code: 'P70' }],
          medications: [{ ...drawn, from: day, to: undefined }],
          results: [point, { ...point, value: drawn.value ?? 1, unit: drawn.unit }],
          services: [point],
          appointments: [{ ...point, status: undefined }],
          referrals: [{ ...point, status: undefined }],
          letters: [{ ...point, status: undefined }],
          [`diagnose${key}s`]: [],
          coverage: {
            result: { available: true, source: drawn.source, systems: [drawn.system ?? 'NPU'] },
            [`resul${key}t`]: { available: true },
          },
        });
        for (const text of textsIn(outcome)) expect(text).not.toMatch(neverShown);
      }),
    );
  });

  it('a source of coverage is plain', () => {
    expect(readCoverage({ result: { available: true, source: 'La\u202eb' } }).result?.source).toBe(
      'Lab',
    );
  });
});
