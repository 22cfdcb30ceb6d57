import { describe, expect, it } from 'vitest';
import { checkPatient, coverageOf } from '../../src/record/index.ts';

const someone = { id: 'p1', name: 'Test Testesen', birthDate: '1941-01-01', sex: 'female' };

function check(lists: object, patient: object = someone) {
  const outcome = checkPatient({ patient, ...lists });
  if (!outcome.patient) throw new Error('The patient was set aside.');
  return outcome.patient;
}

describe('what can be read is kept, in one form', () => {
  it('systems and codes are normalised, defaults filled in (R1)', () => {
    const { records } = check({
      diagnoses: [{ code: ' p70 ', from: '2022-03-14' }],
      medications: [
        { code: 'n05ah04', system: ' atc', from: '2025-09-03T00:00+02:00', to: '2026-01-01' },
      ],
      results: [{ code: 'NPU27300', at: '2026-01-02', value: 58, unit: ' mmol/mol ' }],
      services: [{ code: '0101', at: '2026-01-02' }],
      appointments: [{ at: '2026-12-03T10:15' }],
      referrals: [{ at: '2026-01-02', to: 'geriatri' }],
    });
    expect(records.diagnosis).toEqual([
      { type: 'diagnosis', system: 'ICPC-2', code: 'P70', index: 0, from: '2022-03-14' },
    ]);
    expect(records.medication[0]).toMatchObject({
      system: 'ATC',
      code: 'N05AH04',
      from: '2025-09-03',
      to: '2026-01-01',
    });
    expect(records.result[0]).toMatchObject({ system: 'NPU', unit: 'mmol/mol', value: 58 });
    expect(records.service[0]).toMatchObject({ system: 'YDELSE' });
    expect(records.appointment[0]).toMatchObject({
      system: 'LOCAL',
      code: '',
      at: '2026-12-03',
      time: '10:15',
    });
    expect(records.referral[0]).toMatchObject({ to: 'geriatri' });
  });

  it('sex unknown is absent; a CPR number loses its hyphen', () => {
    const { patient } = check({}, { ...someone, sex: 'unknown', cpr: '010141-9996' });
    expect(patient).toEqual({
      id: 'p1',
      name: 'Test Testesen',
      birthDate: '1941-01-01',
      cpr: '0101419996',
    });
  });

  it('a field that is only shown costs nothing when it is of a wrong type', () => {
    const { records, setAside } = check({
      medications: [{ code: 'N05AH04', from: '2026-01-01', dose: 5, text: {} }],
      results: [{ code: 'X', at: '2026-01-01', value: 1, low: 'x' }],
    });
    expect(records.medication[0]).not.toHaveProperty('dose');
    expect(records.result[0]).not.toHaveProperty('low');
    expect(setAside).toEqual([]);
  });
});

describe('R3 what cannot be read is set aside, and the rest stays', () => {
  it.each([
    ['diagnoses', { code: 'P70', from: '2026-02-30' }, 'from', 'unreadable-date', 'P70'],
    ['diagnoses', { code: 'P70' }, 'from', 'missing', 'P70'],
    ['diagnoses', { code: 'P70', from: 20260101 }, 'from', 'wrong-type', 'P70'],
    ['diagnoses', { code: ' ', from: '2026-01-01' }, 'code', 'empty-code', undefined],
    ['diagnoses', { from: '2026-01-01' }, 'code', 'empty-code', undefined],
    ['diagnoses', { code: 70, from: '2026-01-01' }, 'code', 'wrong-type', undefined],
    [
      'medications',
      { code: 'N05A', from: '2026-02-01', to: '2026-01-31' },
      'to',
      'ends-before-start',
      'N05A',
    ],
    [
      'medications',
      { code: 'N05A', from: '2026-02-01', system: 1 },
      'system',
      'wrong-type',
      undefined,
    ],
    ['results', { code: 'X', at: '2026-01-01' }, 'value', 'missing', 'X'],
    ['results', { code: 'X', at: '2026-01-01', value: NaN }, 'value', 'wrong-type', 'X'],
    [
      'results',
      { code: 'X', at: '2026-01-01', value: 1, comparator: '~' },
      'comparator',
      'wrong-type',
      'X',
    ],
    ['results', { code: 'X', at: '2026-01-01', value: 1, unit: 5 }, 'unit', 'wrong-type', 'X'],
    ['appointments', { at: '2026-01-01', status: 'maybe' }, 'status', 'wrong-type', undefined],
    ['referrals', null, '', 'not-an-object', undefined],
    ['services', 'junk', '', 'not-an-object', undefined],
  ])('%s %j', (list, bad, field, reason, code) => {
    const good = { code: 'Z1', from: '2020-01-01', at: '2020-01-01', value: 1 };
    const checked = check({ [list]: [good, bad] });
    expect(checked.setAside).toHaveLength(1);
    expect(checked.setAside[0]).toMatchObject({ patientId: 'p1', index: 1, field, reason });
    expect(checked.setAside[0]?.code).toBe(code);
    expect(Object.values(checked.records).flat()).toHaveLength(1);
  });

  it('a list that is no list is not supplied, and harms its whole type', () => {
    const checked = check({ diagnoses: 'none', results: [] });
    expect([...checked.supplied]).toEqual(['result']);
    expect(checked.setAside).toEqual([
      { patientId: 'p1', type: 'diagnosis', field: 'diagnoses', reason: 'wrong-type' },
    ]);
  });

  it('unreadable dates of the patient are absent, with a note', () => {
    const checked = check({}, { ...someone, birthDate: 'i går', deceased: '31/12/2025' });
    expect(checked.patient).not.toHaveProperty('birthDate');
    expect(checked.patient).not.toHaveProperty('deceased');
    expect(checked.setAside.map(({ field }) => field)).toEqual(['birthDate', 'deceased']);
  });

  it('nothing that is thrown at it throws back, or is changed', () => {
    const hostile = Object.defineProperty({}, 'code', {
      get() {
        throw new Error('Frida Fiktiv');
      },
      enumerable: true,
    });
    const checked = check({
      diagnoses: [hostile, Object.freeze({ code: 'P70', from: '2020-01-01' })],
    });
    expect(checked.records.diagnosis).toHaveLength(1);
    expect(JSON.stringify(checked.setAside)).not.toContain('Frida');
    for (const junk of [
      null,
      undefined,
      7,
      'x',
      [],
      {},
      { patient: 1 },
      { patient: {} },
      { patient: { id: '' } },
    ])
      expect(checkPatient(junk)).toMatchObject({ setAside: [{ type: 'patient' }] });
    const thrower = new Proxy(
      {},
      {
        get() {
          throw new Error('no');
        },
      },
    );
    expect(checkPatient(thrower).setAside).toHaveLength(1);
  });
});

describe('R9, R10 coverage', () => {
  const patient = check({ diagnoses: [] });

  it.each([
    ['covered without a first day', { available: true }, '2020-01-01', true],
    [
      'covered from the window’s first day on',
      { available: true, from: '2020-01-01' },
      '2020-01-01',
      true,
    ],
    ['covered from the day after', { available: true, from: '2020-01-02' }, '2020-01-01', false],
    [
      'an open start does not ask for a first day',
      { available: true, from: '2020-01-02' },
      undefined,
      true,
    ],
    ['not available', { available: false }, undefined, false],
  ])('%s', (_, coverage, start, covered) => {
    expect(coverageOf(patient, { diagnosis: coverage }, 'diagnosis', start).covered).toBe(covered);
  });

  it('undeclared: covered when the list was supplied, even empty', () => {
    expect(coverageOf(patient, {}, 'diagnosis', undefined).covered).toBe(true);
    expect(coverageOf(patient, {}, 'medication', undefined).covered).toBe(false);
  });

  it('the patient’s own coverage goes before the clinic’s', () => {
    const own = check({ coverage: { diagnosis: { available: false, source: 'Journal' } } });
    expect(coverageOf(own, { diagnosis: { available: true } }, 'diagnosis', undefined)).toEqual({
      covered: false,
      source: 'Journal',
    });
  });

  it('coverage that cannot be read is no coverage', () => {
    const own = check({
      coverage: { diagnosis: 'yes', result: { available: true, from: 'engang' } },
    });
    expect(coverageOf(own, {}, 'diagnosis', undefined).covered).toBe(false);
    expect(coverageOf(own, {}, 'result', undefined).covered).toBe(false);
  });
});
