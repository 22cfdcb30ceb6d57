import { describe, expect, it } from 'vitest';
import {
  checkPatient,
  coverageOf,
  readCoverage,
  type Coverage,
  type CoverageQuestion,
} from '../../src/record/index.ts';

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

  it('every field that can be read is kept, trimmed where it decides something', () => {
    const { records, patient, rejected } = check(
      {
        diagnoses: [
          {
            code: 'P70',
            text: 'Demens',
            from: '2022-03-14',
            to: '2022-03-14',
            source: ' Journal ',
          },
        ],
        medications: [
          { code: 'N05AH04', from: '2022-03-14', dose: '1 x 2', dispensed: '2026-02' },
          { code: 'N05AH04', from: '2022-03-14', dispensed: 'engang' },
        ],
        results: [{ code: 'NPU1', at: '2026-01-02T08:15', value: ' positiv ', low: 1, high: 2.5 }],
        services: [{ code: '0101', at: '2026-01-02' }],
        appointments: [{ code: 'kontrol', at: '2026-01-02', status: 'booked', with: 'LH' }],
        referrals: [{ at: '2026-01-02', status: 'sent', to: 'geriatri' }],
        letters: [
          {
            at: '2026-01-02T08:15',
            text: 'Udskrivning',
            from: 'Geriatrisk afdeling',
            status: 'final',
            body: 'Diagnoser:\n<b>DG309</b>',
          },
        ],
        vaccinations: [{ code: 'j07bb02', at: '2025-10-02', dose: 2 }],
        carePlans: [{ code: 'kol', from: '2024-02-01', maintained: '2025-03', status: ' Active ' }],
        notes: [{ at: '2026-01-02', text: 'Konsultation', from: 'LH', body: 'Har det godt.' }],
        correspondence: [{ at: '2026-01-02', from: 'Kommunen', to: 'LH', body: 'Er faldet.' }],
      },
      {
        id: 'p1',
        name: ' Test Testesen ',
        cpr: '010141-9996',
        birthDate: '1941-01-01T12:00',
        deceased: '2026-01-01',
        sex: 'female',
        insuranceGroup: 1,
        address: 'Vej 1',
        postalCode: '8000',
        city: 'Aarhus',
        municipality: '0751',
        practitioner: 'LH',
        phone: '12345678',
      },
    );
    expect(records).toStrictEqual({
      diagnosis: [
        {
          type: 'diagnosis',
          system: 'ICPC-2',
          code: 'P70',
          index: 0,
          text: 'Demens',
          source: 'Journal',
          from: '2022-03-14',
          to: '2022-03-14',
        },
      ],
      medication: [
        {
          type: 'medication',
          system: 'ATC',
          code: 'N05AH04',
          index: 0,
          from: '2022-03-14',
          dose: '1 x 2',
          dispensed: '2026-02',
        },
        // What is only shown sets nothing aside.
        { type: 'medication', system: 'ATC', code: 'N05AH04', index: 1, from: '2022-03-14' },
      ],
      result: [
        {
          type: 'result',
          system: 'NPU',
          code: 'NPU1',
          index: 0,
          at: '2026-01-02',
          time: '08:15',
          value: ' positiv ',
          low: 1,
          high: 2.5,
        },
      ],
      service: [{ type: 'service', system: 'YDELSE', code: '0101', index: 0, at: '2026-01-02' }],
      appointment: [
        {
          type: 'appointment',
          system: 'LOCAL',
          code: 'KONTROL',
          index: 0,
          at: '2026-01-02',
          status: 'booked',
          with: 'LH',
        },
      ],
      referral: [
        {
          type: 'referral',
          system: 'LOCAL',
          code: '',
          index: 0,
          at: '2026-01-02',
          status: 'sent',
          to: 'geriatri',
        },
      ],
      letter: [
        {
          type: 'letter',
          system: 'LOCAL',
          code: '',
          index: 0,
          at: '2026-01-02',
          time: '08:15',
          text: 'Udskrivning',
          sender: 'Geriatrisk afdeling',
          status: 'final',
          body: 'Diagnoser:\n<b>DG309</b>',
        },
      ],
      vaccination: [
        {
          ...{ type: 'vaccination', system: 'ATC', code: 'J07BB02', index: 0 },
          ...{ at: '2025-10-02', dose: '2' },
        },
      ],
      carePlan: [
        {
          ...{ type: 'carePlan', system: 'LOCAL', code: 'KOL', index: 0, from: '2024-02-01' },
          ...{ status: 'active', maintained: '2025-03-01', maintainedLatest: '2025-03-31' },
        },
      ],
      note: [
        {
          ...{ type: 'note', system: 'LOCAL', code: '', index: 0, at: '2026-01-02' },
          ...{ text: 'Konsultation', sender: 'LH', body: 'Har det godt.' },
        },
      ],
      correspondence: [
        {
          ...{ type: 'correspondence', system: 'LOCAL', code: '', index: 0, at: '2026-01-02' },
          ...{ sender: 'Kommunen', to: 'LH', body: 'Er faldet.' },
        },
      ],
    });
    expect(patient).toStrictEqual({
      id: 'p1',
      name: 'Test Testesen',
      cpr: '0101419996',
      birthDate: '1941-01-01',
      deceased: '2026-01-01',
      sex: 'female',
      insuranceGroup: 1,
      address: 'Vej 1',
      postalCode: '8000',
      city: 'Aarhus',
      municipality: '0751',
      practitioner: 'LH',
      phone: '12345678',
    });
    expect(rejected).toEqual([]);
  });

  it.each([
    ['results', 'comparator', ['<', '<=', '>', '>=']],
    ['appointments', 'status', ['booked', 'attended', 'missed', 'cancelled']],
    ['referrals', 'status', ['sent', 'accepted', 'completed', 'cancelled']],
    ['letters', 'status', ['preliminary', 'final', 'cancelled']],
    ['carePlans', 'status', ['active', 'cancelled']],
  ])('%s keep a known %s', (list, field, values) => {
    const entries = values.map((each) => ({
      code: 'X',
      at: '2026-01-01',
      value: 1,
      [field]: each,
    }));
    const { records } = check({ [list]: entries });
    expect(Object.values(records).flat()).toMatchObject(values.map((each) => ({ [field]: each })));
  });

  it('what is null is absent', () => {
    const { records, supplied, patient, rejected } = check(
      {
        diagnoses: null,
        medications: [{ code: 'N05A', system: null, from: '2026-01-01', to: null }],
        results: [{ code: 'X', at: '2026-01-01', value: 1, unit: null, comparator: null }],
        appointments: [{ code: null, at: '2026-01-01', status: null }],
      },
      { ...someone, deceased: null, cpr: null },
    );
    expect([...supplied]).toEqual(['medication', 'result', 'appointment']);
    expect(records.medication).toStrictEqual([
      { type: 'medication', system: 'ATC', code: 'N05A', index: 0, from: '2026-01-01' },
    ]);
    expect(records.result[0]).not.toHaveProperty('unit');
    expect(records.appointment[0]).not.toHaveProperty('status');
    expect(patient).not.toHaveProperty('cpr');
    expect(rejected).toEqual([]);
  });

  it('R1 a blank system is the type’s default', () => {
    const { records } = check({
      diagnoses: [{ code: 'P70', system: ' ', from: '2026-01-01' }],
      results: [{ code: 'X', system: '', at: '2026-01-01', value: 1 }],
    });
    expect(records.diagnosis[0]?.system).toBe('ICPC-2');
    expect(records.result[0]?.system).toBe('NPU');
  });

  it.each([
    [
      { sex: 'male', insuranceGroup: 2 },
      { sex: 'male', insuranceGroup: 2 },
    ],
    [{ cpr: ' ', name: ' ' }, { name: '' }],
  ])('of the patient %j is read as %j', (given, expected) => {
    const { patient } = check({}, { id: 'p1', birthDate: '1941-01-01', name: '', ...given });
    expect(patient).toStrictEqual({ id: 'p1', name: '', birthDate: '1941-01-01', ...expected });
  });

  it('a field that is only shown costs nothing when it is of a wrong type', () => {
    const { records, rejected } = check({
      medications: [{ code: 'N05AH04', from: '2026-01-01', dose: 5, text: {} }],
      results: [{ code: 'X', at: '2026-01-01', value: 1, low: 'x' }],
    });
    expect(records.medication[0]).not.toHaveProperty('dose');
    expect(records.result[0]).not.toHaveProperty('low');
    expect(rejected).toEqual([]);
  });
});

describe('R3 what cannot be read is set aside, and the rest stays', () => {
  it.each([
    ['diagnoses', { code: 'P70', from: '2026-02-30' }, 'from', 'unreadable-date', 'P70'],
    ['services', { code: 'P70' }, 'at', 'missing', 'P70'],
    ['services', { code: 'P70', at: null }, 'at', 'missing', 'P70'],
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
    ['diagnoses', { code: null, from: '2026-01-01' }, 'code', 'empty-code', undefined],
    ['medications', { from: '2026-01-01' }, 'code', 'empty-code', undefined],
    ['results', { at: '2026-01-01', value: 1 }, 'code', 'empty-code', undefined],
    ['services', { at: '2026-01-01' }, 'code', 'empty-code', undefined],
    ['results', { code: 'X', at: '2026-01-01' }, 'value', 'missing', 'X'],
    ['results', { code: 'X', at: '2026-01-01', value: null }, 'value', 'missing', 'X'],
    ['results', { code: 'X', at: '2026-01-01', value: {} }, 'value', 'wrong-type', 'X'],
    ['results', { code: 'X', at: '2026-01-01', value: NaN }, 'value', 'wrong-type', 'X'],
    [
      'results',
      { code: 'X', at: '2026-01-01', value: 1, comparator: 1 },
      'comparator',
      'wrong-type',
      'X',
    ],
    ['results', { code: 'X', at: '2026-01-01', value: 1, unit: 5 }, 'unit', 'wrong-type', 'X'],
    ['appointments', { at: '2026-01-01', status: 'maybe' }, 'status', 'unknown-value', undefined],
    ['referrals', null, '', 'not-an-object', undefined],
    ['letters', { code: 'x', at: '2026-01-01', status: 'sent' }, 'status', 'unknown-value', 'X'],
    ['letters', { from: '2026-01-01' }, 'at', 'missing', undefined],
    ['services', 'junk', '', 'not-an-object', undefined],
  ])('%s %j', (list, bad, field, reason, code) => {
    const good = { code: 'Z1', from: '2020-01-01', at: '2020-01-01', value: 1 };
    const checked = check({ [list]: [good, bad] });
    expect(checked.rejected).toHaveLength(1);
    expect(checked.rejected[0]).toMatchObject({ patientId: 'p1', index: 1, field, reason });
    expect(checked.rejected[0]?.code).toBe(code);
    expect(Object.values(checked.records).flat()).toHaveLength(1);
  });

  it('a list that is no list is not supplied, and harms its whole type', () => {
    const checked = check({ diagnoses: 'none', results: [] });
    expect([...checked.supplied]).toEqual(['result']);
    expect(checked.rejected).toEqual([
      { patientId: 'p1', type: 'diagnosis', field: 'diagnoses', reason: 'wrong-type' },
    ]);
  });

  it.each([undefined, null])('a birth date that is %j is missing, and noted', (birthDate) => {
    expect(check({}, { ...someone, birthDate }).rejected).toEqual([
      { patientId: 'p1', type: 'patient', field: 'birthDate', reason: 'missing' },
    ]);
  });

  it('unreadable dates of the patient are absent, with a note', () => {
    const checked = check({}, { ...someone, birthDate: 'i går', deceased: '31/12/2025' });
    expect(checked.patient).not.toHaveProperty('birthDate');
    expect(checked.patient).not.toHaveProperty('deceased');
    expect(checked.rejected.map(({ field }) => field)).toEqual(['birthDate', 'deceased']);
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
    expect(checked.rejected).toEqual([
      {
        patientId: 'p1',
        type: 'diagnosis',
        index: 0,
        field: '',
        reason: 'not-an-object',
        system: 'ICPC-2',
      },
    ]);
    expect(JSON.stringify(checked.rejected)).not.toContain('Frida');
    for (const junk of [null, undefined, 7, 'x', [], {}, { patient: 1 }, { patient: null }])
      expect(checkPatient(junk)).toEqual({
        rejected: [{ type: 'patient', field: 'patient', reason: 'not-an-object' }],
      });
    expect(checkPatient({ patient: {} })).toEqual({
      rejected: [{ type: 'patient', field: 'id', reason: 'missing' }],
    });
    const thrower = new Proxy(
      {},
      {
        get() {
          throw new Error('no');
        },
      },
    );
    expect(checkPatient(thrower)).toEqual({
      rejected: [{ type: 'patient', field: '', reason: 'not-an-object' }],
    });
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
    expect(coverageOf(patient, { diagnosis: coverage }, 'diagnosis', since(start)).covered).toBe(
      covered,
    );
  });

  it('undeclared: covered when the list was supplied, even empty', () => {
    expect(coverageOf(patient, {}, 'diagnosis', since()).covered).toBe(true);
    expect(coverageOf(patient, {}, 'medication', since()).covered).toBe(false);
  });

  it('what is not covered says from when it is, and by which source', () => {
    const covered = (coverage: Coverage) =>
      coverageOf(patient, { diagnosis: coverage }, 'diagnosis', since('2020-01-01'));
    expect(covered({ available: true, from: '2020-01-02', source: 'FMK' })).toStrictEqual({
      covered: false,
      reason: 'starts-later',
      from: '2020-01-02',
      source: 'FMK',
    });
    expect(covered({ available: false })).toStrictEqual({ covered: false, reason: 'missing' });
  });

  it('is read with its first day, source and time of update', () => {
    expect(
      readCoverage({
        diagnosis: null,
        medication: {
          available: true,
          from: '2020-01-01T00:00',
          source: 'FMK',
          updated: '2026-11-24T08:00',
        },
        result: { available: true, from: null },
      }),
    ).toStrictEqual({
      medication: {
        available: true,
        from: '2020-01-01',
        source: 'FMK',
        updated: '2026-11-24T08:00',
      },
      result: { available: true },
    });
  });

  it('the patient’s own coverage goes before the clinic’s', () => {
    const own = check({ coverage: { diagnosis: { available: false, source: 'Journal' } } });
    expect(coverageOf(own, { diagnosis: { available: true } }, 'diagnosis', since())).toEqual({
      covered: false,
      reason: 'missing',
      source: 'Journal',
    });
  });

  it('coverage that cannot be read is no coverage', () => {
    const own = check({
      coverage: { diagnosis: 'yes', result: { available: true, from: 'engang' } },
    });
    expect(coverageOf(own, {}, 'diagnosis', since()).covered).toBe(false);
    expect(coverageOf(own, {}, 'result', since()).covered).toBe(false);
  });
});

/** A question of the days from one on; without it of an open start. */
function since(from?: string): CoverageQuestion {
  return { ...(from === undefined ? {} : { from }), lastDay: '2026-11-24' };
}
