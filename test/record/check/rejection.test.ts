import { describe, expect, it } from 'vitest';
import { checked } from './checked.ts';

const rejectionOf = (lists: object) => {
  const { rejected } = checked(lists);
  expect(rejected).toHaveLength(1);
  return rejected[0];
};
const plain = { patientId: 'p1', index: 0 };

describe('R3 a rejected record says what can be read of it', () => {
  it.each([
    [
      { results: [{ code: 'x', at: '2020-01-01', value: {}, source: ' Lab ' }] },
      {
        type: 'result',
        system: 'NPU',
        code: 'X',
        source: 'Lab',
        from: '2020-01-01',
        to: '2020-01-01',
      },
    ],
    [
      { results: [{ code: 'x', at: '2020-02', value: {} }] },
      { system: 'NPU', code: 'X', from: '2020-02-01', to: '2020-02-29' },
    ],
    [
      { appointments: [{ at: 'snart', status: 'cancelled', code: 'k' }] },
      { system: 'LOCAL', code: 'K', status: 'cancelled' },
    ],
    // Without its code, the system alone.
    [
      { diagnoses: [{ code: 7, system: 'icd10', from: '2020-01-01' }] },
      { system: 'ICD-10', from: '2020-01-01' },
    ],
    // Without its system, a code is none.
    [{ diagnoses: [{ code: 'P70', system: 7, from: '2020-01-01' }] }, { from: '2020-01-01' }],
    [
      { medications: [{ code: 'N05A', from: '2020-02-01', to: '2020-01-31' }] },
      { reason: 'ends-before-start', from: '2020-02-01', to: '2020-01-31' },
    ],
    [
      { medications: [{ code: 'N05A', from: '2020-03', to: '2020-02' }] },
      { reason: 'ends-before-start', from: '2020-03-01', to: '2020-02-29' },
    ],
    [
      { medications: [{ code: 'N05A', from: '2020-03-01', source: 7 }] },
      { field: 'source', system: 'ATC', code: 'N05A', from: '2020-03-01' },
    ],
  ])('%j', (lists, expected) => {
    expect(rejectionOf(lists)).toMatchObject({ ...plain, ...expected });
  });

  it.each([
    [{ services: [{ code: '0101', at: '1840-01-01' }] }],
    [{ services: [{ code: '0101', at: '9999-12-31' }] }],
    [{ services: [{ code: '0101', at: 'snart' }] }],
    [{ diagnoses: [{ code: 'P70', from: '1840-01-01' }] }],
  ])('an impossible date rules nothing out: %j', (lists) => {
    const rejection = rejectionOf(lists);
    expect(rejection).not.toHaveProperty('from');
    expect(rejection).not.toHaveProperty('to');
    expect(rejection?.code).toBeDefined();
  });

  it('a code that cannot be read is not said', () => {
    expect(rejectionOf({ diagnoses: [{ from: '2020-01-01' }] })).not.toHaveProperty('code');
    expect(rejectionOf({ referrals: [{ at: '?' }] })).not.toHaveProperty('code');
  });
});
