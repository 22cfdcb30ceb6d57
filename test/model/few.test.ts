import { describe, expect, it } from 'vitest';
import { inFew, mostProofs, proofsInFew } from '../../src/model/few.ts';
import { checkPatient } from '../../src/record/index.ts';
import { patientWith } from '../engine/build.ts';

const recordsOf = (count: number) =>
  checkPatient(
    patientWith({
      services: Array.from({ length: count }, (_, index) => ({
        ...{ code: '0101', at: `20${String(10 + (index % 17)).padStart(2, '0')}-01-01` },
      })),
    }),
  ).patient!.records.service;

describe('however many there are', () => {
  it('few are told as they are', () => {
    expect(inFew([1, 2], 2, String, 'da')).toEqual(['1', '2']);
    expect(proofsInFew(recordsOf(2), ({ index }) => String(index), 'da')).toEqual(['0', '1']);
  });

  it('of many the first, and how many more', () => {
    expect(inFew([...Array(5000).keys()], 2, String, 'da')).toEqual(['0', '1', 'og 4.998 flere']);
    expect(inFew([1, 2, 3], 2, String, 'en')).toEqual(['1', '2', 'and 1 more']);
  });

  it('of records the newest, and no other is put in words', () => {
    let put = 0;
    const found = proofsInFew(
      recordsOf(5000),
      (record) => (put++, 'at' in record ? record.at : ''),
      'da',
    );
    expect(found).toEqual([...Array<string>(mostProofs).fill('2026-01-01'), 'og 4.980 flere']);
    expect(put).toBe(mostProofs);
  });
});
