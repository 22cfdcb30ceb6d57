import { describe, expect, it } from 'vitest';
import {
  addUnidentified,
  byReason,
  checkPatient,
  countRejected,
  mostRecords,
  mostRejections,
  type Rejection,
} from '../../src/record/index.ts';

const someone = { id: 'p1', name: 'Test Testesen', birthDate: '1941-01-01', sex: 'female' };

describe('R3 of a patient with hundreds of thousands of entries that cannot be read', () => {
  const bad = (index: number) =>
    index % 2 ? { code: 'P70', from: 'engang' } : { code: '', from: '2020-01-01' };
  const diagnoses = Array.from({ length: mostRecords }, (_, index) => bad(index));
  const { rejected } = checkPatient({ patient: someone, diagnoses });

  it('some are kept one by one, and of the others how many there are of each reason', () => {
    expect(rejected).toHaveLength(mostRejections + 2);
    expect(rejected[1]).toMatchObject({ index: 1, code: 'P70', reason: 'unreadable-date' });
    expect(rejected.slice(mostRejections)).toEqual(
      ['empty-code', 'unreadable-date'].map((reason) => ({
        ...{ patientId: 'p1', type: 'diagnosis', field: 'diagnoses', reason },
        count: (mostRecords - mostRejections) / 2,
      })),
    );
  });

  it('all are counted', () => {
    expect(countRejected(rejected)).toBe(mostRecords);
  });

  it('as many as are kept are kept as they are', () => {
    const few = diagnoses.slice(0, mostRejections);
    const { rejected: found } = checkPatient({ patient: someone, diagnoses: few });
    expect(found.every(({ count, index }) => count === undefined && index !== undefined)).toBe(
      true,
    );
  });
});

describe('byReason', () => {
  const of = (more: Partial<Rejection>): Rejection => ({
    ...{ patientId: 'p1', type: 'diagnosis', field: 'from', reason: 'missing', index: 0 },
    ...more,
  });

  it('leaves lists and a patient’s own fields, and counts the rest', () => {
    const own = { patientId: 'p1', type: 'patient', field: 'deceased', reason: 'missing' } as const;
    const list: Rejection = {
      ...{ patientId: 'p1', type: 'service', field: 'service', reason: 'misnamed' },
    };
    const counted = { patientId: 'p1', type: 'diagnosis', field: 'diagnoses', reason: 'missing' };
    const found = byReason([
      ...[own, list, of({ code: 'P70' }), of({ index: 1 }), of({ reason: 'too-long' })],
      { ...counted, count: 7 } as Rejection,
    ]);
    expect(found).toEqual([
      ...[own, list, { ...counted, count: 9 }],
      { ...counted, reason: 'too-long', count: 1 },
    ]);
    expect(countRejected(found)).toBe(12);
  });
});

it('addUnidentified: those alike are one', () => {
  const all: Rejection[] = [];
  const none: Rejection = { type: 'patient', field: 'id', reason: 'missing' };
  for (const entry of [none, none, { ...none, reason: 'wrong-type' as const }, none])
    addUnidentified(all, entry);
  expect(all).toEqual([
    { ...none, count: 3 },
    { ...none, reason: 'wrong-type' },
  ]);
});
