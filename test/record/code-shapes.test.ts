import { describe, expect, it } from 'vitest';
import { looksLikeCode } from '../../src/record/code-shapes.ts';

describe('what looks like a code of ICPC-2', () => {
  it.each(['T90', 'A97', 'Z29', 'T90-01', 'P70.1', '-30', 'A-45'])('%s', (code) => {
    expect(looksLikeCode('ICPC-2', code)).toBe(true);
  });

  it.each([
    ['E11.9', 'ICD-10: there is no such chapter'],
    ['I10', 'ICD-10'],
    ['C50', 'ICD-10'],
    ['DE119', 'SKS'],
    ['K86,T90', 'two in one'],
    ['K86;T90', 'two in one'],
    ['K86/T90', 'two in one'],
    ['ICPC:T90', 'with the system before it'],
    ['T90.0,E119', 'two in one'],
  ])('not %s (%s)', (code) => {
    expect(looksLikeCode('ICPC-2', code)).toBe(false);
  });
});

describe('what looks like a code of another system', () => {
  it.each([
    ['SKS', 'DE119'],
    ['SKS', 'KJAB00'],
    ['SKS', 'ZZ0150A'],
    ['ICD-10', 'E119'],
    ['ICD-10', 'DE119'],
    ['ATC', 'N06DA02'],
    ['NPU', 'NPU27300'],
    ['NPU', 'MCS88042'],
    ['YDELSE', '0101'],
    ['LOCAL', 'anything'],
  ])('%s: %s', (system, code) => {
    expect(looksLikeCode(system, code)).toBe(true);
  });

  it.each([
    ['SKS', 'E119', 'ICD-10, without the D'],
    ['SKS', 'T90', 'ICPC-2'],
    ['ATC', 'DONEPEZIL', 'a name'],
    ['NPU', 'HBA1C', 'a name'],
  ])('%s: not %s (%s)', (system, code) => {
    expect(looksLikeCode(system, code)).toBe(false);
  });
});
