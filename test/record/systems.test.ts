import { describe, expect, it } from 'vitest';
import { codeSystems, normalizeSystem, recordKinds } from '../../src/record/index.ts';
import { normalize } from '../../src/record/normalize.ts';

describe('R1 a system has one name', () => {
  it.each([
    ['icpc-2', 'ICPC-2'],
    ['ICPC2', 'ICPC-2'],
    ['ICPC–2–DK', 'ICPC-2'],
    [' ICPC 2 ', 'ICPC-2'],
    ['urn:oid:1.2.208.176.2.31', 'ICPC-2'],
    ['URN:OID:1.2.208.176.2.31', 'ICPC-2'],
    ['http://www.whocc.no/atc', 'ATC'],
    ['urn:oid:2.16.840.1.113883.6.73', 'ATC'],
    ['urn:oid:1.2.208.176.2.1', 'NPU'],
    ['iupac', 'NPU'],
    ['DNK', 'NPU'],
    ['urn:oid:1.2.208.184.100.8', 'NPU'],
    ['urn:oid:1.2.208.176.2.4', 'SKS'],
    ['urn:oid:1.2.208.176.2.4.12', 'SKS'],
    ['icd10', 'ICD-10'],
    ['Ydelseskode', 'YDELSE'],
    ['lokal', 'LOCAL'],
    ['SNOMED CT', 'SNOMEDCT'],
    ['something of our own', 'SOMETHINGOFOUROWN'],
  ])('%j is %s', (text, name) => {
    expect(normalizeSystem(text)).toBe(name);
  });

  it('no alias means two systems, and no name is another’s alias', () => {
    const names = codeSystems.flatMap(({ name, aliases }) => [name, ...aliases].map(normalize));
    expect(new Set(names).size).toBe(names.length);
  });

  it('every name is normal, and every type’s default is one', () => {
    for (const { name } of codeSystems) expect(normalizeSystem(name)).toBe(name);
    for (const { system } of Object.values(recordKinds))
      expect(codeSystems.map(({ name }) => name)).toContain(system);
  });
});
