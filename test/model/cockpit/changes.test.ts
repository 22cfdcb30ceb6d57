/** R4a, R22: nothing is called new, or over, that may have been so before; what cannot be said is said to be so. */
import { describe, expect, it } from 'vitest';
import { compile, evaluatePatient } from '../../../src/engine/index.ts';
import { changesBetween, lastVisitBefore } from '../../../src/model/index.ts';
import { checkPatient, type PatientRecords } from '../../../src/record/index.ts';
import { asOf, complete, patientWith, profileOf } from '../../engine/build.ts';

const since = '2026-08-24';
const profile = profileOf(
  { patient: { sex: 'female' } },
  {
    markers: [
      {
        ...{ id: 'seen', level: 'warning', title: { da: 'Set for nylig' } },
        when: { service: { when: { last: 'P3M' } } },
      },
      {
        ...{ id: 'treated', level: 'warning', title: { da: 'I behandling' } },
        when: { medication: { when: 'now' } },
      },
    ],
  },
);

function changesOf(
  records: Partial<PatientRecords>,
  { coverage = complete, include = profile } = {},
) {
  const { patient } = checkPatient(patientWith(records));
  const on = (date: string) => [evaluatePatient(compile(include), patient!, coverage, date)];
  return changesBetween(on(since), on(asOf), 'da')!;
}
const visit = (at: string) => ({ services: [{ code: '0101', text: 'Besøg', at }] });
const pills = (from: string, to?: string) => ({
  medications: [{ code: 'N05AH04', text: 'Quetiapin', from, ...(to ? { to } : {}) }],
});

describe('a record', () => {
  it.each<[string, Partial<PatientRecords>, ended: 0 | 1, began: 0 | 1, undecided: 0 | 1]>([
    ['after the day', visit('2026-10-01'), 0, 1, 0],
    ['before it', visit('2026-08-01'), 0, 0, 0],
    ['of a month after it', visit('2026-10'), 0, 1, 0],
    ['of the month it is in', visit('2026-08'), 0, 0, 1],
    ['of the year it is in', visit('2026'), 0, 0, 1],
    ['of a year before it', visit('2025'), 0, 0, 0],
    ['of the month of today, which may be still to come', visit('2026-11'), 0, 0, 1],
    ['that began on a day that is not known', pills(''), 0, 0, 1],
    ['that began in the month it is in', pills('2026-08'), 0, 0, 1],
    ['that ended since', pills('2020-01-01', '2026-10-01'), 1, 0, 0],
    ['that ended in a month since', pills('2020-01-01', '2026-10'), 1, 0, 0],
    ['that ended in the month it is in', pills('2020', '2026-08'), 0, 0, 1],
    ['that ended in the month of today', pills('2020', '2026-11'), 0, 0, 1],
    ['that ended long before it', pills('2019', '2020'), 0, 0, 0],
  ])('%s', (_, records, ended, began, undecided) => {
    const changes = changesOf(records);
    // What is said of the record itself, markers aside.
    const lines = changes.undecided.filter(
      (line) => !line.startsWith('Set for') && !line.startsWith('I beh'),
    );
    const { medicines } = changes;
    const over = [...changes.ended, ...medicines.stopped];
    const begun = [...changes.began, ...medicines.started];
    expect([over, begun, lines].map(({ length }) => length)).toEqual([
      ...[ended, began],
      undecided,
    ]);
  });
});

describe('a medicine', () => {
  interface Given {
    readonly from: string;
    readonly to?: string;
    readonly dose?: string;
    readonly code?: string;
  }
  const medicinesOf = (...given: readonly Given[]) =>
    changesOf({
      medications: given.map((each) => ({ code: 'N05AH04', text: 'Quetiapin', ...each })),
    });

  it('is new where it was not given before, and stopped where it is not given any more', () => {
    const { medicines, began, ended } = medicinesOf(
      { from: '2026-10-01' },
      { code: 'N06AB04', from: '2020-01-01', to: '2026-10-05' },
    );
    expect(medicines).toEqual({
      started: [expect.stringContaining('aktiv siden 1. okt. 2026')],
      stopped: [expect.stringContaining('5. okt. 2026')],
      prescribed: [],
    });
    expect([began, ended]).toEqual([[], []]);
  });

  it('is neither where one prescription follows another', () => {
    const { medicines } = medicinesOf(
      { from: '2020-01-01', to: '2026-10-04', dose: '25 mg' },
      { from: '2026-10-05', dose: '50 mg' },
    );
    expect([medicines.started, medicines.stopped]).toEqual([[], []]);
    expect(medicines.prescribed.map((line) => line.slice(0, 15))).toEqual([
      'Quetiapin 50 mg',
      'Quetiapin 25 mg',
    ]);
  });

  it('may be either where nobody can say whether it was given before, or is still', () => {
    const { medicines, undecided } = medicinesOf(
      { from: '2026-08', to: '2026-10-04' },
      { from: '2026-10-05' },
    );
    expect([medicines.started, medicines.stopped]).toEqual([[], []]);
    expect(undecided.filter((line) => line.startsWith('Quetiapin')).length).toBeGreaterThan(0);
  });
});

describe('a marker', () => {
  it('is new, or gone, where it is known both before and now', () => {
    const came = changesOf(visit('2026-10-01'));
    expect([came.markersCame.map(({ id }) => id), came.undecided]).toEqual([['seen'], []]);
    const gone = changesOf(visit('2026-08-01'));
    expect([gone.markersGone.map(({ id }) => id), gone.undecided]).toEqual([['seen'], []]);
  });

  it('is neither where nobody can say what it was before', () => {
    const coverage = { ...complete, service: { available: true, from: '2026-07-01' } };
    const changes = changesOf(visit('2026-10-01'), { coverage });
    expect(changes.markersCame).toEqual([]);
    expect(changes.undecided).toEqual(['Set for nylig']);
  });

  it('is neither where nobody can say what it is now', () => {
    const coverage = { ...complete, service: { available: true, updated: '2026-08-25' } };
    const changes = changesOf(visit('2026-08-01'), { coverage });
    expect(changes.markersGone).toEqual([]);
    expect(changes.undecided).toEqual(['Set for nylig']);
  });
});

it('the population was come into, or left, where it is known both before and now', () => {
  const seen = profileOf({ service: { when: { last: 'P3M' } } });
  const stale = { ...complete, service: { available: true, updated: '2026-08-25' } };
  const left = changesOf(visit('2026-08-01'), { include: seen });
  expect([left.profilesLeft, left.profilesUndecided]).toEqual([['test'], []]);
  const unsure = changesOf(visit('2026-08-01'), { include: seen, coverage: stale });
  expect([unsure.profilesLeft, unsure.profilesUndecided]).toEqual([[], ['test']]);
});

it.each<[readonly string[], string | undefined]>([
  [[], undefined],
  [['2026-05-01', '2026-08-01'], '2026-08-01'],
  [['2026-05-01', asOf], '2026-05-01'],
  // It may have been before or after the other.
  [['2026-05-01', '2026'], undefined],
  [['2026-05-01', '2026-05'], undefined],
  [['2026-05-01', '2026-04'], '2026-05-01'],
  [['2026-04'], undefined],
])('of visits on %j the last is that on %s', (days, last) => {
  const { patient } = checkPatient(
    patientWith({ services: days.map((at) => ({ code: '0101', at })) }),
  );
  expect(lastVisitBefore(patient!, asOf)).toBe(last);
});
