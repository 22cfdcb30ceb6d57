import { describe, expect, it } from 'vitest';
import {
  Clinic,
  compile,
  evaluate,
  evaluatePatient,
  evidenceOf,
  requestFor,
} from '../../src/engine/index.ts';
import type { Criterion } from '../../src/profile/index.ts';
import { checkPatient, type PatientRecords } from '../../src/record/index.ts';
import { asOf, complete, outcomeOf, patientWith, planOf, profileOf } from './build.ts';

const dementia: Criterion = { diagnosis: { codes: { system: 'ICPC-2', include: ['P70'] } } };
const plan = planOf(dementia);
const with70 = (patient: Partial<PatientRecords['patient']> = {}) =>
  patientWith({ diagnoses: [{ code: 'P70', from: '2026-03-14' }] }, patient);

describe('R21 members', () => {
  it.each([
    ['alive', {}, 'yes', undefined],
    ['died today', { deceased: asOf }, 'no', 'deceased'],
    ['dies tomorrow', { deceased: '2026-11-25' }, 'yes', undefined],
    ['born tomorrow', { birthDate: '2026-11-25' }, 'no', 'unborn'],
    ['born today', { birthDate: asOf }, 'yes', undefined],
    ['two dates that cannot be read', { deceased: 'x', birthDate: 'x' }, 'unknown', undefined],
    ['an unreadable date of death', { deceased: '31/12/2025' }, 'unknown', undefined],
    ['no birth date', { birthDate: '' }, 'yes', undefined],
  ] as const)('%s: %s', (_, patient, truth, out) => {
    const { membership } = outcomeOf(plan, with70(patient));
    expect(membership.truth).toBe(truth);
    expect(membership.out).toBe(out);
    const field = { kind: 'patient-field', field: 'deceased' };
    expect(membership.unknownReasons).toEqual(truth === 'unknown' ? [field] : []);
  });

  it('include and not exclude, three-valued', () => {
    const excluding = planOf(dementia, {
      population: { include: dementia, exclude: { patient: { insuranceGroup: 2 } } },
    });
    expect(outcomeOf(excluding, with70({ insuranceGroup: 1 })).membership.truth).toBe('yes');
    expect(outcomeOf(excluding, with70({ insuranceGroup: 2 })).membership.truth).toBe('no');
    expect(outcomeOf(excluding, with70()).membership.truth).toBe('unknown');
    expect(outcomeOf(excluding, patientWith()).membership.truth).toBe('no');
    expect(outcomeOf(excluding, with70({ insuranceGroup: 2 })).membership).toMatchObject({
      include: { path: '/population/include', truth: 'yes' },
      exclude: { path: '/population/exclude', truth: 'yes' },
    });
    expect(outcomeOf(plan, with70()).membership).not.toHaveProperty('exclude');
  });

  it('a clinic is counted: members, undecided, and those who can be members at all', () => {
    const clinic = new Clinic(complete);
    clinic.add([
      with70({ id: 'a' }),
      with70({ id: 'b', deceased: '2020-01-01' }),
      patientWith({ diagnoses: [{ code: 'P70', from: 'engang' }] }, { id: 'c' }),
      patientWith({}, { id: 'd' }),
    ]);
    const population = evaluate(plan, clinic, asOf);
    expect([...population.members]).toEqual(['a']);
    expect([...population.undecided]).toEqual(['c']);
    expect(population.size).toBe(3);
    expect(population.asked).toEqual(['a', 'c', 'd']);
    expect(() => population.outcome('nobody')).toThrow(RangeError);
  });

  it('the date is an argument: last year is another population', () => {
    const clinic = new Clinic(complete);
    clinic.add([with70()]);
    expect(evaluate(plan, clinic, '2026-03-13').members).toEqual([]);
    expect(evaluate(plan, clinic, '2026-03-14').members).toEqual(['p1']);
  });

  it('the same patient again replaces what was there', () => {
    const clinic = new Clinic(complete);
    clinic.add([with70()]);
    clinic.add([patientWith()]);
    expect(clinic.size).toBe(1);
    expect(evaluate(plan, clinic, asOf).members).toEqual([]);
    expect(clinic.remove('p1')).toBe(true);
    expect(clinic.size).toBe(0);
  });
});

it('who was asked is told in the clinic’s order, and as it was when it was evaluated', () => {
  const plan = planOf({ patient: { sex: 'female' } });
  const clinic = new Clinic(complete);
  clinic.add(['a', 'b', 'c', 'd'].map((id) => patientWith({}, { id })));
  clinic.add([patientWith({}, { id: 'b' }), patientWith({}, { id: 'd', deceased: '2020-01-01' })]);
  const population = evaluate(plan, clinic, asOf);
  clinic.remove('c');
  clinic.add([patientWith({}, { id: 'e' })]);
  expect([population.size, ...population.asked]).toEqual([3, 'a', 'b', 'c']);
});

describe('R22 markers and indicators', () => {
  const antipsychotic: Criterion = { medication: { codes: { system: 'ATC', include: ['N05A'] } } };
  const marked = planOf(dementia, {
    markers: [
      { id: 'a', level: 'critical', title: { da: 'A' }, when: antipsychotic },
      { id: 'b', level: 'info', title: { da: 'B' }, when: { patient: { insuranceGroup: 2 } } },
    ],
    indicators: [
      { id: 'share', title: { da: 'Andel' }, numerator: antipsychotic },
      {
        id: 'women',
        title: { da: 'Kvinder' },
        numerator: antipsychotic,
        denominator: { patient: { sex: 'female' } },
      },
    ],
  });
  const medicated = { medications: [{ code: 'N05AH04', from: '2026-01-01' }] };

  it('of members only; what is no is left out, what is unknown is kept as such', () => {
    const member = { ...with70(), ...medicated };
    expect(
      outcomeOf(marked, member).markers.map(({ marker, truth }) => [marker.id, truth]),
    ).toEqual([
      ['a', 'yes'],
      ['b', 'unknown'],
    ]);
    expect(outcomeOf(marked, patientWith(medicated)).markers).toEqual([]);
    expect(outcomeOf(marked, with70({ insuranceGroup: 1 })).markers).toEqual([]);
    expect(outcomeOf(plan, with70()).markers).toEqual([]);
  });

  it('a marker’s finding has its place in the profile', () => {
    const { markers } = outcomeOf(marked, with70({ insuranceGroup: 2 }));
    expect(markers.map(({ finding }) => finding.path)).toEqual(['/markers/1/when']);
  });

  it('an exception leaves out who has not reached it, and only those', () => {
    const excepting = planOf(dementia, {
      indicators: [
        {
          id: 'share',
          title: { da: 'Andel' },
          numerator: antipsychotic,
          except: { patient: { insuranceGroup: 2 } },
        },
      ],
    });
    const unreadable = { medications: [{ code: 'N05AH04', from: 'engang' }] };
    const clinic = new Clinic(complete);
    clinic.add([
      { ...with70({ id: 'reached', insuranceGroup: 1 }), ...medicated },
      { ...with70({ id: 'reached, excepted', insuranceGroup: 2 }), ...medicated },
      { ...with70({ id: 'reached, perhaps excepted' }), ...medicated },
      with70({ id: 'not reached', insuranceGroup: 1 }),
      with70({ id: 'not reached, excepted', insuranceGroup: 2 }),
      with70({ id: 'not reached, perhaps excepted' }),
      { ...with70({ id: 'unknown', insuranceGroup: 1 }), ...unreadable },
      { ...with70({ id: 'unknown, excepted', insuranceGroup: 2 }), ...unreadable },
    ]);
    const [value] = evaluate(excepting, clinic, asOf).indicators();
    const { denominator, numerator, unknownNumerator, unknownDenominator, share } = value!;
    expect(numerator).toBe(3);
    expect(denominator - unknownNumerator).toBe(4);
    expect(unknownNumerator + unknownDenominator).toBe(3);
    expect(share).toBe(3 / 4);
  });

  it('unknown is counted beside, never inside', () => {
    const unreadable = { medications: [{ code: 'N05AH04', from: 'engang' }] };
    const clinic = new Clinic(complete);
    clinic.add([
      { ...with70({ id: 'a' }), ...medicated },
      { ...with70({ id: 'b' }), ...unreadable },
      { ...with70({ id: 'c' }) },
      { ...with70({ id: 'd', sex: 'unknown' }), ...medicated },
      { ...with70({ id: 'e', sex: 'male' }), ...medicated },
      { ...patientWith({}, { id: 'f' }), ...medicated },
    ]);
    const [share, women] = evaluate(marked, clinic, asOf).indicators();
    expect(share).toMatchObject({
      denominator: 5,
      numerator: 3,
      unknownNumerator: 1,
      unknownDenominator: 0,
      // Yes ÷ (yes + no).
      share: 3 / 4,
    });
    expect(women).toMatchObject({
      denominator: 3,
      numerator: 1,
      unknownNumerator: 1,
      unknownDenominator: 1,
      share: 1 / 2,
    });
  });
});

describe('what is asked of a population', () => {
  const titled = { title: { da: 'X' } };
  const asking = planOf(dementia, {
    information: [{ id: 'd', type: 'diagnosis', ...titled }],
    markers: [{ id: 'm', level: 'info', ...titled, when: { patient: { sex: 'male' } } }],
  });
  const clinic = new Clinic(complete);
  clinic.add([
    with70({ id: 'a' }),
    patientWith({}, { id: 'b' }),
    with70({ id: 'c', sex: 'male' }),
    with70({ id: 'd', sex: 'unknown' }),
  ]);
  const population = evaluate(asking, clinic, asOf);

  it('of nobody in particular: of the members, in order', () => {
    expect(population.markerTruths('m')).toEqual(['no', 'yes', 'unknown']);
    expect(population.column('d').map(({ records }) => records.length)).toEqual([1, 1, 1]);
    expect(population.markerTruths('m', ['b', 'c'])).toEqual(['no', 'yes']);
    expect(population.column('d', ['b'])).toMatchObject([{ state: 'none' }]);
  });

  it('one patient’s outcome is one, and says of whom, by which profile and when', () => {
    const outcome = population.outcome('a');
    expect(population.outcome('a')).toBe(outcome);
    expect(population.markers('c')).toBe(population.outcome('c').markers);
    expect(outcome.patient).toEqual(clinic.patient('a'));
    expect(outcome.profile).toBe(asking.profile);
    expect(outcome.asOf).toBe(asOf);
    expect(population.cell('a', 'd')).toBe(outcome.cells[0]);
  });

  it('whoever goes through all patients does not keep them all; who was asked last is known', () => {
    const many = new Clinic(complete);
    const ids = Array.from({ length: 1500 }, (_, index) => `p${index}`);
    many.add(
      ids.map((id) => patientWith({ diagnoses: [{ code: 'P70', from: '2020-01-01' }] }, { id })),
    );
    const all = evaluate(asking, many, asOf);
    const outcomes = ids.map((id) => all.outcome(id));
    const [first, last] = [outcomes[0], outcomes.at(-1)];
    expect(all.outcome('p1499')).toBe(last);
    expect(all.outcome('p600')).toBe(outcomes[600]);
    expect(all.outcome('p0')).not.toBe(first);
    expect(all.outcome('p0').cells).toEqual(first?.cells);
  });

  it('what a profile does not have cannot be asked', () => {
    expect(() => population.cell('a', 'nothing')).toThrow(RangeError);
    expect(() => population.column('nothing')).toThrow(RangeError);
    expect(() => population.markerTruths('nothing')).toThrow(RangeError);
    const plain = evaluate(plan, clinic, asOf);
    expect(() => plain.markerTruths('m')).toThrow(RangeError);
    expect(plain.indicators()).toEqual([]);
  });
});

describe('R23 evidence', () => {
  const K86: Criterion = { diagnosis: { codes: { system: 'ICPC-2', include: ['K86'] } } };
  const T90: Criterion = { diagnosis: { codes: { system: 'ICPC-2', include: ['T90'] } } };
  const suffering = (...codes: string[]) =>
    patientWith({ diagnoses: codes.map((code) => ({ code, from: '2020-01-01' })) });
  const evidence = (criterion: Criterion, patient: PatientRecords) =>
    evidenceOf(outcomeOf(planOf(criterion), patient).membership.include);

  it('yes of any: every true branch, with its records, and no other', () => {
    const found = evidence({ any: [dementia, K86, T90] }, suffering('P70', 'T90'));
    expect(
      found.branches.map(({ path, records }) => [path, records.map(({ code }) => code)]),
    ).toEqual([
      ['/population/include/any/0', ['P70']],
      ['/population/include/any/2', ['T90']],
    ]);
  });

  it('unknown of any: the branches that could change it, with their reasons', () => {
    const patient = patientWith({ diagnoses: [{ code: 'T90', from: 'engang' }] });
    const found = evidence({ any: [dementia, T90] }, patient);
    expect(found.branches).toMatchObject([
      {
        path: '/population/include/any/1',
        truth: 'unknown',
        unknownReasons: [{ kind: 'rejected', count: 1 }],
      },
    ]);
  });

  it('through not: what makes the inside false', () => {
    const found = evidence({ not: { any: [dementia, K86] } }, suffering('T90'));
    expect(found.branches[0]?.truth).toBe('no');
    expect(found.branches[0]?.branches).toHaveLength(2);
  });

  it('atLeast keeps the true ones', () => {
    const found = evidence({ atLeast: 2, of: [dementia, K86, T90] }, suffering('P70', 'T90'));
    expect(found.branches.map(({ path }) => path)).toEqual([
      '/population/include/of/0',
      '/population/include/of/2',
    ]);
  });
});

describe('information', () => {
  const item = (more: object) => ({ id: 'x', title: { da: 'X' }, ...more });
  const cellOf = (more: object, patient: PatientRecords, coverage = complete, on = asOf) => {
    const [cell] = outcomeOf(planOf(dementia, { information: [item(more)] }), patient, {
      coverage,
      on,
    }).cells;
    return cell;
  };
  const results = patientWith({
    results: [
      { code: 'X', at: '2026-01-01', value: 1 },
      { code: 'X', at: '2026-06-01', value: 2 },
      { code: 'X', at: '2027-01-01', value: 3 },
    ],
  });

  it('newest first, in the window', () => {
    const cell = cellOf({ type: 'result', show: 'trend' }, results);
    expect(cell?.state).toBe('value');
    expect(cell?.records.map((record) => 'value' in record && record.value)).toEqual([2, 1]);
  });

  it('in whatever order, each knows its place in the list as it was supplied', () => {
    const [good, bad] = [
      (at: string) => ({ code: 'X', at, value: 1 }),
      { code: 'X', at: 'engang', value: 1 },
    ];
    const patient = patientWith({
      results: [bad, good('2026-01-01'), bad, bad, good('2026-09-01'), good('2026-05-01'), bad],
    });
    const records = (show: string) => cellOf({ type: 'result', show }, patient)?.records;
    expect(records('trend')?.map(({ index }) => index)).toEqual([4, 5, 1]);
    expect(
      cellOf({ type: 'result', show: 'list' }, patient, complete, '2026-06-01')?.records,
    ).toMatchObject([{ index: 5 }, { index: 1 }]);
  });

  it('next: soonest first', () => {
    const patient = patientWith({ appointments: [{ at: '2027-01-01' }, { at: '2026-12-01' }] });
    expect(cellOf({ type: 'appointment' }, patient)?.records).toMatchObject([
      { at: '2026-12-01' },
      { at: '2027-01-01' },
    ]);
    expect(cellOf({ type: 'result' }, results)?.records).toMatchObject([
      { at: '2026-06-01' },
      { at: '2026-01-01' },
    ]);
    expect(cellOf({ type: 'appointment', show: 'list' }, patient)?.records).toMatchObject([
      { at: '2027-01-01' },
      { at: '2026-12-01' },
    ]);
  });

  it('next: never what has been, on the day by the time', () => {
    const patient = patientWith({
      appointments: [
        { at: `${asOf}T15:00`, text: 'Læge' },
        { at: asOf, text: 'Uden tid' },
        { at: `${asOf}T08:00`, text: 'Udeblevet', status: 'missed' },
        { at: `${asOf}T09:00`, text: 'Sygeplejerske', status: 'booked' },
        { at: `${asOf}T08:30`, text: 'Mødt', status: 'attended' },
      ],
      services: [
        { code: '0101', at: '2026-01-01' },
        { code: '0101', at: '2027-03-01' },
        { code: '0101', at: '2027-01-01' },
      ],
    });
    const texts = cellOf({ type: 'appointment' }, patient)?.records.map(({ text }) => text);
    expect(texts).toEqual(['Sygeplejerske', 'Læge', 'Uden tid']);
    const services = cellOf({ type: 'service', show: 'next' }, patient);
    expect(services?.records).toMatchObject([{ at: '2027-01-01' }, { at: '2027-03-01' }]);
    expect(cellOf({ type: 'result', show: 'next' }, results)?.records).toMatchObject([
      { at: '2027-01-01' },
    ]);
    const past = { type: 'appointment', when: { last: 'P1M' } };
    expect(cellOf(past, patient)?.records).toHaveLength(5);
  });

  it('next is the first of its day in numbers too, and what has no time the last', () => {
    const plan = planOf(dementia, {
      information: [{ id: 'a', type: 'appointment', title: { da: 'A' } }],
    });
    const clinic = new Clinic(complete);
    clinic.add([
      patientWith({
        appointments: [
          { code: 'UDEN', at: asOf },
          { code: 'TID', at: `${asOf}T09:00` },
        ],
      }),
    ]);
    const population = evaluate(plan, clinic, asOf);
    const { codes } = population.cellColumns('a', ['p1']);
    expect([...codes].map((code) => population.vocabulary.codes[code]!.code)).toEqual([
      'TID',
      'UDEN',
    ]);
  });

  it('next, seen from an earlier day: how it went afterwards was not known', () => {
    const patient = patientWith({
      appointments: [
        { at: '2026-10-01', text: 'Mødt', status: 'attended' },
        { at: '2026-11-01', text: 'Udeblevet', status: 'missed' },
        { at: '2026-09-01', text: 'Samme dag', status: 'attended' },
      ],
    });
    const texts = cellOf({ type: 'appointment' }, patient, complete, '2026-09-01')?.records.map(
      ({ text }) => text,
    );
    expect(texts).toEqual(['Mødt', 'Udeblevet']);
  });

  it('nothing is none only where all is covered', () => {
    const asked = { type: 'medication' };
    expect(cellOf(asked, patientWith())?.state).toBe('none');
    expect(
      cellOf(asked, patientWith(), { ...complete, medication: { available: false } }),
    ).toMatchObject({
      state: 'unknown',
      unknownReasons: [{ kind: 'not-covered' }],
    });
  });

  it('an item without codes in the source is undecidable, and says so', () => {
    expect(cellOf({ type: 'service', uncoded: { da: 'Ingen kode' } }, patientWith())).toMatchObject(
      {
        state: 'unknown',
        records: [],
        unknownReasons: [{ kind: 'uncoded' }],
      },
    );
  });

  it('a condition decides whether it is asked', () => {
    const condition = { patient: { sex: 'male' } };
    expect(cellOf({ type: 'result', condition }, results)).toMatchObject({
      state: 'not-asked',
      records: [],
      unknownReasons: [],
    });
    const unsure = { all: [{ patient: { insuranceGroup: 1, sex: 'female' } }] };
    expect(cellOf({ type: 'result', condition: unsure }, results)).toMatchObject({
      state: 'unknown',
      records: [],
      unknownReasons: [{ kind: 'patient-field', field: 'insuranceGroup' }],
    });
    expect(
      cellOf({ type: 'result', condition: { patient: { sex: 'female' } } }, results)?.state,
    ).toBe('value');
  });

  it.each([
    ['age', 85],
    ['name', 'Test Testesen'],
    ['address', 'Eksempelvej 1, 0091 Eksempelby'],
    ['cpr', '150641-9996'],
    ['phone', '12345678'],
    ['birthDate', '1941-06-15'],
  ])('the patient’s %s is %j', (field, expected) => {
    const patient = patientWith(
      {},
      {
        address: 'Eksempelvej 1',
        postalCode: '0091',
        city: 'Eksempelby',
        cpr: '1506419996',
        phone: '12345678',
      },
    );
    expect(cellOf({ type: 'patient', field }, patient)).toMatchObject({
      state: 'value',
      records: [],
      unknownReasons: [],
      field: expected,
    });
  });

  it.each([
    ['age', 'birthDate'],
    ['cpr', 'cpr'],
    ['name', 'name'],
    ['address', 'address'],
    ['phone', 'phone'],
  ])('a patient without %s: unknown, and the field named', (field, source) => {
    const nobody = patientWith({}, { name: '', birthDate: '' });
    expect(cellOf({ type: 'patient', field }, nobody)).toMatchObject({
      state: 'unknown',
      records: [],
      unknownReasons: [{ kind: 'patient-field', field: source }],
    });
  });

  it.each([
    [{ city: 'Eksempelby' }, 'Eksempelby'],
    [{ address: 'Eksempelvej 1' }, 'Eksempelvej 1'],
    [{ address: 'Eksempelvej 1', postalCode: '0091' }, 'Eksempelvej 1, 0091'],
  ])('of an address, %j is what there is', (given, expected) => {
    const cell = cellOf({ type: 'patient', field: 'address' }, patientWith({}, given));
    expect(cell?.field).toBe(expected);
  });

  it('one patient asked alone gets the same answer', () => {
    const { patient } = checkPatient(with70());
    if (!patient) throw new Error();
    expect(evaluatePatient(plan, patient, complete, asOf).membership.truth).toBe('yes');
  });
});

describe('the request: the least data that answers', () => {
  it('names types, codes and first days', () => {
    const asking = compile(
      profileOf(dementia, {
        information: [
          {
            id: 'a',
            type: 'result',
            title: { da: 'A' },
            codes: { system: 'NPU', include: ['X'] },
            when: { last: 'P12M' },
          },
          { id: 'b', type: 'appointment', title: { da: 'B' } },
        ],
        markers: [
          {
            id: 'm',
            level: 'info',
            title: { da: 'M' },
            when: { medication: { codes: { system: 'ATC', include: ['N05A'] }, lasting: 'P3M' } },
          },
        ],
      }),
    );
    expect(requestFor(asking, asOf)).toEqual({
      asOf,
      types: {
        diagnosis: { codes: [{ system: 'ICPC-2', include: ['P70'] }] },
        // How long a treatment lasted is told by its whole history.
        medication: { codes: [{ system: 'ATC', include: ['N05A'] }] },
        result: { codes: [{ system: 'NPU', include: ['X'] }], earliest: '2025-11-24' },
        appointment: { earliest: asOf },
      },
    });
  });
});

describe('columns of numbers', () => {
  const service = { id: 'kontrol', type: 'service', title: { da: 'Kontrol' } };
  const own = planOf(dementia, {
    information: [
      { id: 'adresse', type: 'patient', field: 'address', title: { da: 'A' } },
      service,
    ],
  });
  const clinic = new Clinic(complete);
  clinic.add([
    with70({ id: 'a' }),
    patientWith({ diagnoses: [{ code: 'P70', from: 'engang' }] }, { id: 'b' }),
    patientWith({ services: [{ code: '0101', at: '2026-01-01' }] }, { id: 'c' }),
  ]);
  const population = evaluate(own, clinic, asOf);

  it('are of the members, or of those asked for, in their order', () => {
    expect(population.patients().map(({ id }) => id)).toEqual(['a']);
    expect(population.patients(population.undecided).map(({ id }) => id)).toEqual(['b']);
    expect(population.patients(['c', 'a']).map(({ id }) => id)).toEqual(['c', 'a']);
    expect([...population.truths(dementia, ['c', 'b', 'a'])]).toEqual([0, 1, 2]);
    expect([...population.cellColumns('kontrol', ['c', 'a']).counts]).toEqual([1, 0]);
  });

  it('those of a patient who was replaced since are as they were', () => {
    clinic.add([patientWith({}, { id: 'a', name: 'En anden' })]);
    expect(population.patients(['a'])[0]?.name).toBe('Test Testesen');
    expect([...population.truths(dementia, ['a'])]).toEqual([2]);
    expect(population.outcome('a').membership.truth).toBe('yes');
  });

  it('a patient item has none, and one that is not there is said', () => {
    expect(() => population.cellColumns('adresse')).toThrow(RangeError);
    expect(() => population.cellColumns('gone')).toThrow(RangeError);
    expect(() => population.patients(['z'])).toThrow(RangeError);
  });
});
