/** Which criterion of which version decides that a patient comes into a population, or goes out of it. */
import { describe, expect, it } from 'vitest';
import { movedBecause, movementBetween } from '../../src/authoring/index.ts';
import { Clinic, compile, evaluate, finish, type Population } from '../../src/engine/index.ts';
import type { Criterion } from '../../src/profile/index.ts';
import { requireParsed } from '../cli/parsed.ts';
import { documentOf } from '../profile/documents.ts';

const asOf = '2026-11-24';
const clinic = new Clinic({});
const dx = (...codes: string[]) => ({
  diagnosis: { codes: { system: 'ICPC-2', include: codes } },
});

function person(id: string, codes: readonly string[] | undefined): void {
  clinic.add([
    {
      patient: { id, name: id, birthDate: '1950-01-01', sex: 'female' },
      ...(codes ? { diagnoses: codes.map((code) => ({ code, from: '2020-01-01' })) } : {}),
      medications: [],
    },
  ]);
}

person('one', ['T90']);
person('two', ['K86']);
person('both', ['T90', 'K86']);
person('none', []);

function populationOf(include: Criterion, exclude?: Criterion): Population {
  const profile = requireParsed(
    documentOf(include, {
      codes: { sukker: { system: 'ICPC-2', include: ['T90'] } },
      population: { include, ...(exclude ? { exclude } : {}) },
    }),
  );
  return evaluate(compile(profile), clinic, asOf);
}

function told(before: Population, after: Population, which: 'come' | 'go') {
  const ids = movementBetween(before, after)[which];
  return finish(movedBecause(ids, before, after, 'en')).map(
    ({ side, path, truth, patientIds }) => `${patientIds.join()} ${side}${path} ${truth}`,
  );
}

describe('who comes and goes, and by what', () => {
  const sugar = populationOf({ any: [dx('T90')] });
  const either = populationOf({ any: [dx('T90'), dx('K86')] });
  const each = populationOf({ all: [dx('T90'), dx('K86')] });

  it('comes by a criterion that is new', () => {
    expect(told(sugar, either, 'come')).toEqual(['two after/population/include/any/1 yes']);
  });

  it('goes with a criterion that is no more', () => {
    expect(told(either, sugar, 'go')).toEqual(['two before/population/include/any/1 yes']);
  });

  it('goes by one that is asked besides', () => {
    expect(told(sugar, each, 'go')).toEqual(['one after/population/include/all/1 no']);
  });

  it('goes by one that leaves out', () => {
    const without = populationOf({ any: [dx('T90')] }, dx('K86'));
    expect(told(sugar, without, 'go')).toEqual(['both after/population/exclude yes']);
    expect(told(without, sugar, 'come')).toEqual(['both before/population/exclude yes']);
  });

  it('is told the whole where the same is asked, and joined otherwise', () => {
    expect(told(either, each, 'go')).toEqual(['one,two after/population/include no']);
  });

  it('takes a set by its codes, whatever it is called', () => {
    const named = populationOf({ any: [{ diagnosis: { codes: 'sukker' } }, dx('K86')] });
    expect(told(named, sugar, 'go')).toEqual(['two before/population/include/any/1 yes']);
  });
});
