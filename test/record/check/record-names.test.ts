import { describe, expect, it } from 'vitest';
import { checkPatient } from '../../../src/record/index.ts';

const patient = { id: 'p', name: 'N', birthDate: '1950-01-01', sex: 'female' };
const span = { code: 'P70', from: '2022-03-14' };
const point = { code: 'NPU27300', at: '2026-01-01', value: 48 };
const rejections = (lists: object) =>
  checkPatient({ patient, ...lists }).rejected.map(({ field, reason }) => [field, reason]);

describe('a field under another name that decides something', () => {
  it.each([
    [{ End_Date: '2023-01-01' }, 'End_Date', 'misnamed'],
    [{ stopped: true }, 'stopped', 'misnamed'],
    [{ period: { start: '2020-01-01', end: '2023-01-01' } }, 'period', 'misnamed'],
    [{ sytem: 'SKS' }, 'sytem', 'misnamed'],
    [{ status: 3 }, 'status', 'doubtful-state'],
    [{ deletedAt: '2023-01-01' }, 'deletedAt', 'doubtful-state'],
    [{ to: '2023-01-01', verificationStatus: 'refuted' }, 'verificationStatus', 'doubtful-state'],
  ])('sets a span aside: %o', (more, field, reason) => {
    expect(rejections({ diagnoses: [{ ...span, ...more }] })).toEqual([[field, reason]]);
  });

  it('leaves of it what its own names tell', () => {
    const { rejected } = checkPatient({ patient, diagnoses: [{ ...span, end: '2023-01-01' }] });
    expect(rejected).toEqual([
      {
        patientId: 'p',
        type: 'diagnosis',
        index: 0,
        field: 'end',
        reason: 'misnamed',
        system: 'ICPC-2',
        code: 'P70',
        from: '2022-03-14',
      },
    ]);
  });

  it.each([
    { validTo: null },
    { endDate: '' },
    { endDate: '9999-12-31T00:00:00' },
    { end: '2023-01-01', to: '2023-01-01' },
    { stopped: false },
    { period: { start: '2020-01-01' } },
    { codeSystem: 'ICPC2' },
    { status: 'Active' },
    { clinicalStatus: { coding: [{ code: 'active' }] } },
    { clinicalStatus: 'resolved', to: '2023-01-01' },
    { isActive: 'ja' },
    { isActive: false, to: '2023-01-01' },
    { deleted: 0 },
    { deletedAt: '0001-01-01' },
    { startDate: '2020-01-01' },
    { id: 7, createdBy: 'x', note: 'y', name: 'z' },
  ])('sets no span aside that says nothing of the kind: %o', (more) => {
    expect(rejections({ diagnoses: [{ ...span, ...more }] })).toEqual([]);
  });

  it.each([
    [{ enhed: '%' }, 'enhed', 'misnamed'],
    [{ comparison: '<' }, 'comparison', 'misnamed'],
    [{ status: 'entered-in-error' }, 'status', 'doubtful-state'],
  ])('sets a point aside: %o', (more, field, reason) => {
    expect(rejections({ results: [{ ...point, ...more }] })).toEqual([[field, reason]]);
  });

  it.each([
    { enhed: '%', unit: '%' },
    { operator: '=' },
    { status: 'final' },
    { status: 'completed' },
    { end: '2026-01-01' },
  ])('sets no point aside that says nothing of the kind: %o', (more) => {
    expect(rejections({ results: [{ ...point, ...more }] })).toEqual([]);
  });

  it('looks at every record, not at the first', () => {
    const diagnoses = [span, span, { ...span, validTo: '2023-01-01' }, span];
    expect(rejections({ diagnoses })).toEqual([['validTo', 'misnamed']]);
  });

  it('minds the status of an appointment under another name', () => {
    const at = '2026-12-01';
    expect(rejections({ appointments: [{ at, bookingStatus: 'aflyst' }] })).toEqual([
      ['bookingStatus', 'doubtful-state'],
    ]);
    expect(rejections({ appointments: [{ at, state: 'booked' }] })).toEqual([]);
    expect(rejections({ appointments: [{ at, status: 'cancelled', deleted: true }] })).toEqual([]);
  });

  it('bears records whose names are data', () => {
    const diagnoses = Array.from({ length: 500 }, (_, index) => ({ ...span, [`key${index}`]: 1 }));
    expect(rejections({ diagnoses })).toEqual([]);
    expect(rejections({ diagnoses: [{ ...span, key0: 1, end: '2023-01-01' }] })).toEqual([
      ['end', 'misnamed'],
    ]);
  });
});
