import { describe, expect, it } from 'vitest';
import {
  checkPatient,
  writtenBirth,
  writtenDeath,
  writtenEnd,
  writtenStart,
} from '../../src/record/index.ts';

const { patient } = checkPatient({
  patient: { id: 'p', name: 'P', birthDate: '1941-06', deceased: '2025' },
  diagnoses: [
    { code: 'P70', from: '2019', to: '2020-03' },
    { code: 'P70', from: '2019-03-04', to: '2020-03-31' },
    { code: 'P70' },
    { code: 'P70', from: '1753-01-01', to: '9999-12-31' },
  ],
  results: [
    { code: 'NPU27300', at: '2019-05', value: 48 },
    { code: 'NPU27300', at: '2019-05-01T10:00', value: 48 },
  ],
});

describe('a date as it was written', () => {
  it('is a day, a month or a year; nothing where nobody knows when a span began', () => {
    expect(
      patient!.records.diagnosis.map((span) => [writtenStart(span), writtenEnd(span)]),
    ).toEqual([
      ['2019', '2020-03'],
      ['2019-03-04', '2020-03-31'],
      [undefined, undefined],
      [undefined, undefined],
    ]);
    expect(patient!.records.result.map(writtenStart)).toEqual(['2019-05', '2019-05-01']);
  });

  it('of birth and death too', () => {
    const { patient: own } = patient!;
    expect([writtenBirth(own), writtenDeath(own)]).toEqual(['1941-06', '2025']);
    expect([writtenBirth({ id: 'x', name: '' }), writtenDeath({ id: 'x', name: '' })]).toEqual([
      undefined,
      undefined,
    ]);
  });
});
