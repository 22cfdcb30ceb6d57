import { describe, expect, it } from 'vitest';
import { evidenceOf, type UnknownReason, type Finding } from '../../src/engine/index.ts';
import type { Criterion } from '../../src/profile/index.ts';
import type { CoverageByType, PatientRecords } from '../../src/record/index.ts';
import { ask, complete, outcomeOf, patientWith, planOf } from './build.ts';

const result = (entry: object) =>
  patientWith({ results: [{ code: 'X', at: '2026-01-01', value: 50, ...entry }] });
const low: Criterion = { result: { value: { below: 45, unit: 'mL/min' } } };

describe('R23 every doubt has its reason', () => {
  const cases: readonly [
    UnknownReason['kind'],
    Criterion,
    PatientRecords,
    CoverageByType,
    object,
  ][] = [
    [
      'not-covered',
      { service: { when: { last: 'P2M' } } },
      patientWith(),
      { ...complete, service: { available: true, from: '2026-11-01', source: 'Afregning' } },
      {
        type: 'service',
        window: { from: '2026-09-24', to: '2026-11-24' },
        coveredFrom: '2026-11-01',
        source: 'Afregning',
      },
    ],
    [
      'stale',
      { service: { when: { last: 'P2M' } } },
      patientWith(),
      {
        ...complete,
        service: { available: true, updated: '2026-09-01T08:00Z', source: 'Afregning' },
      },
      {
        type: 'service',
        window: { from: '2026-09-24', to: '2026-11-24' },
        updated: '2026-09-01',
        source: 'Afregning',
      },
    ],
    [
      'system',
      { diagnosis: { codes: { system: 'icpc2', include: ['P70'] } } },
      patientWith(),
      { ...complete, diagnosis: { available: true, systems: ['SKS'] } },
      { type: 'diagnosis', systems: ['ICPC-2'] },
    ],
    [
      'partial-date',
      { service: { when: { last: 'P2M' } } },
      patientWith({ services: [{ code: '0101', at: '2026' }] }),
      complete,
      { record: { at: '2026-01-01', atLatest: '2026-12-31' } },
    ],
    [
      'no-code',
      { medication: { codes: { system: 'ATC', include: ['N05A'] } } },
      patientWith({ medications: [{ code: '', text: 'Magistrel', from: '2026-01-01' }] }),
      complete,
      { record: { text: 'Magistrel' } },
    ],
    [
      'partial-field',
      { patient: { age: { min: 80 } } },
      patientWith({}, { birthDate: '1946' }),
      complete,
      { field: 'birthDate' },
    ],
    [
      'rejected',
      { service: {} },
      patientWith({
        services: [
          { code: '0101', at: 'engang' },
          { code: '', at: '2026-01-01' },
        ],
      }),
      complete,
      { type: 'service', count: 2 },
    ],
    [
      'unit',
      low,
      result({ unit: 'mmol/L' }),
      complete,
      { expected: 'mL/min', found: 'mmol/L', record: { index: 0 } },
    ],
    ['comparator', low, result({ value: 60, comparator: '<' }), complete, { record: { index: 0 } }],
    ['textual', low, result({ value: 'hæmolyse' }), complete, { record: { index: 0 } }],
    [
      'short-code',
      { medication: { distinct: { level: 5 } } },
      patientWith({ medications: [{ code: 'N05A', from: '2026-01-01' }] }),
      complete,
      { record: { code: 'N05A' } },
    ],
    [
      'patient-field',
      { patient: { municipality: ['0101'] } },
      patientWith(),
      complete,
      { field: 'municipality' },
    ],
  ];
  it.each(cases)('%s', (kind, criterion, patient, coverage, details) => {
    const finding = ask(criterion, patient, { coverage });
    expect(finding.truth).toBe('unknown');
    expect(finding.unknownReasons).toMatchObject([{ kind, ...details }]);
    expect(finding.unknownReasons).toHaveLength(1);
    expect(evidenceOf(finding).unknownReasons).toEqual(finding.unknownReasons);
  });
});

describe('R23 what is kept of a tree', () => {
  /** 1 is yes, 0 is no, ? is unknown. */
  const leaf = {
    '1': { sex: 'female' },
    '0': { sex: 'male' },
    '?': { insuranceGroup: 1 },
  } as const;
  const parts = (text: string) =>
    [...text].map((each): Criterion => ({ patient: leaf[each as keyof typeof leaf] }));
  const kept = ({ branches }: Finding) =>
    branches.map(({ path }) => Number(path.split('/').at(-1)));

  it.each<[string, string, string, Criterion, number[]]>([
    ['any', '0110', 'yes', { any: parts('0110') }, [1, 2]],
    ['any', '0?0', 'unknown', { any: parts('0?0') }, [1]],
    ['any', '1?0', 'yes', { any: parts('1?0') }, [0]],
    ['any', '00', 'no', { any: parts('00') }, [0, 1]],
    ['all', '11', 'yes', { all: parts('11') }, [0, 1]],
    ['all', '1?1?', 'unknown', { all: parts('1?1?') }, [1, 3]],
    ['all', '1?0', 'no', { all: parts('1?0') }, [2]],
    ['at least 2', '101?', 'yes', { atLeast: 2, of: parts('101?') }, [0, 2]],
    ['at least 2', '10?', 'unknown', { atLeast: 2, of: parts('10?') }, [2]],
    ['at least 2', '100', 'no', { atLeast: 2, of: parts('100') }, [1, 2]],
  ])('%s of %s is %s', (_, _parts, truth, criterion, expected) => {
    const finding = ask(criterion, patientWith());
    expect(finding.truth).toBe(truth);
    expect(kept(evidenceOf(finding))).toEqual(expected);
  });

  it('not keeps what makes the inside what it is', () => {
    const inside = (text: string) => {
      const [inner] = evidenceOf(ask({ not: { any: parts(text) } }, patientWith())).branches;
      return inner && kept(inner);
    };
    expect(inside('010')).toEqual([1]);
    expect(inside('00')).toEqual([0, 1]);
    expect(inside('0?')).toEqual([1]);
  });

  it('a question that is yes or no keeps its records, not what was in doubt beside them', () => {
    const patient = patientWith({
      results: [
        { code: 'X', at: '2026-01-01', value: 40, unit: 'mL/min' },
        { code: 'X', at: '2026-01-02', value: 'hæmolyse' },
      ],
    });
    const finding = ask(low, patient);
    expect(finding.unknownReasons).toHaveLength(1);
    expect(evidenceOf(finding)).toEqual({ ...finding, unknownReasons: [] });
  });

  it('a question that is unknown keeps its reasons, not the records that did not suffice', () => {
    const patient = patientWith({
      results: [
        { code: 'X', at: '2026-01-01', value: 40 },
        { code: 'X', at: '2026-01-02', value: 'hæmolyse' },
      ],
    });
    const finding = ask(
      { result: { value: { below: 45, unit: '1' }, count: { min: 2 } } },
      patient,
    );
    expect(finding).toMatchObject({ truth: 'unknown', records: [{ index: 0 }] });
    expect(evidenceOf(finding)).toEqual({ ...finding, records: [] });
  });

  it('the whole finding is left as it is', () => {
    const finding = ask({ any: parts('01') }, patientWith());
    evidenceOf(finding);
    expect(finding.branches).toHaveLength(2);
  });
});

describe('R21 evidence beside a date of death that cannot be read', () => {
  it('the criteria stand, and the doubt is named', () => {
    const patient = patientWith({}, { deceased: 'i går' });
    const { membership } = outcomeOf(planOf({ patient: { sex: 'female' } }), patient);
    expect(membership).toMatchObject({
      truth: 'unknown',
      unknownReasons: [{ kind: 'patient-field', field: 'deceased' }],
      include: { truth: 'yes' },
    });
  });

  it('criteria that say no are no all the same', () => {
    const patient = patientWith({}, { deceased: 'i går' });
    const { membership } = outcomeOf(planOf({ patient: { sex: 'male' } }), patient);
    expect(membership.truth).toBe('no');
  });
});
