/** Whom a search finds in the clinic beside a list: everybody of that name or number who is not on it, and nobody else. */
import { describe, expect, it } from 'vitest';
import { Clinic, evaluate, finish } from '../../../src/engine/index.ts';
import {
  mostNotListed,
  NotListedSearch,
  PopulationList,
  type NotListed,
} from '../../../src/model/index.ts';
import { asOf, complete, planOf } from '../../engine/build.ts';

const plan = planOf({ diagnosis: { codes: { system: 'ICPC-2', include: ['T90'] } } });

interface Person {
  readonly name: string;
  readonly cpr?: string;
  readonly isMember?: boolean;
  readonly deceased?: string;
  /** Nothing is known of the diagnoses. */
  readonly isUndecided?: boolean;
}

function searchAmong(people: readonly Person[], tab: 'members' | 'undecided' = 'members') {
  const clinic = new Clinic(complete);
  clinic.add(
    people.map(({ name, cpr, isMember, deceased, isUndecided }, at) => ({
      patient: {
        id: `p${at}`,
        name,
        birthDate: '1950-01-01',
        sex: 'female' as const,
        ...(cpr === undefined ? {} : { cpr }),
        ...(deceased === undefined ? {} : { deceased }),
      },
      diagnoses: isMember ? [{ system: 'ICPC-2', code: 'T90', from: '2020-01-01' }] : [],
      ...(isUndecided ? { coverage: { diagnosis: { available: false } } } : {}),
    })),
  );
  const population = evaluate(plan, clinic, asOf);
  const list = new PopulationList(population, {
    tab,
    language: 'da',
    compareText: (a, b) => (a < b ? -1 : a > b ? 1 : 0),
    patients: clinic.size,
  });
  const search = new NotListedSearch(list, clinic);
  return (query: string): NotListed => finish(search.find(query));
}

const namesOf = ({ patients }: NotListed) => patients.map(({ name }) => name);

describe('by name', () => {
  const find = searchAmong([
    { name: 'Karen Hansen', isMember: true },
    { name: 'Karen Jensen' },
    { name: 'Åge Kaarensen' },
    { name: 'Hansine Karen Holm', deceased: '2020-01-01' },
    { name: 'Karen Uvis', isUndecided: true },
  ]);

  it('names who is not on the list, the dead and the undecided too, and nobody who is on it', () => {
    expect(namesOf(find('karen'))).toEqual(['Karen Jensen', 'Hansine Karen Holm', 'Karen Uvis']);
  });
  it('needs every word', () => {
    expect(namesOf(find('holm KAREN'))).toEqual(['Hansine Karen Holm']);
    expect(find('karen xyz')).toMatchObject({ count: 0, patients: [] });
  });
  it.each(['', '   '])('finds nobody by nothing: %j', (query) => {
    expect(find(query).count).toBe(0);
  });
});

describe('by CPR number', () => {
  const find = searchAmong([
    { name: 'A', cpr: '0101501234', isMember: true },
    { name: 'B', cpr: '0202505678' },
    { name: 'C' },
  ]);

  it.each(['0202505678', '020250-5678', '020250', '5678'])('as it is written: %s', (query) => {
    expect(namesOf(find(query))).toEqual(['B']);
  });
  it('finds nobody who is on the list', () => {
    expect(find('010150-1234').count).toBe(0);
  });
});

it('on the list of the undecided, the members are those beside it', () => {
  const find = searchAmong(
    [
      { name: 'Karen A', isMember: true },
      { name: 'Karen B', isUndecided: true },
      { name: 'Karen C' },
    ],
    'undecided',
  );
  expect(namesOf(find('karen'))).toEqual(['Karen A', 'Karen C']);
});

it('counts all of many, and names the first', () => {
  const people = Array.from({ length: 1234 }, (_, at) => ({
    name: `Nr ${at}`,
    isMember: at % 3 === 0,
  }));
  const found = searchAmong(people)('nr');
  expect(found.count).toBe(1234 - 412);
  expect(found.patients).toHaveLength(mostNotListed);
  expect(namesOf(found).slice(0, 3)).toEqual(['Nr 1', 'Nr 2', 'Nr 4']);
});

it('takes steps of bounded work', () => {
  const clinic = new Clinic(complete);
  clinic.add(
    Array.from({ length: 7000 }, (_, at) => ({
      patient: { id: `p${at}`, name: `Nr ${at}`, birthDate: '1950-01-01', sex: 'female' as const },
    })),
  );
  const population = evaluate(plan, clinic, asOf);
  const list = { population, indexOf: () => -1 };
  const steps = (search: NotListedSearch) => {
    const work = search.find('nr 7');
    let count = 0;
    while (!work.next().done) count++;
    return count;
  };
  const search = new NotListedSearch(list, clinic);
  expect(steps(search)).toBe(7 + 2);
  // The names are made once.
  expect(steps(search)).toBe(2);
});
