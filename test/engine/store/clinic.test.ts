/** A clinic over several segments: who comes, comes again and leaves, and what that costs. */
import { describe, expect, it } from 'vitest';
import type { AdoptedSegment } from '../../../src/engine/store/clinic.ts';
import { Dictionary, SegmentBuilder } from '../../../src/engine/store/index.ts';
import { Clinic, evaluate, type Population } from '../../../src/engine/index.ts';
import type { Criterion } from '../../../src/profile/index.ts';
import {
  checkPatient,
  mostClinicRejections,
  mostRejections,
  type PatientRecords,
} from '../../../src/record/index.ts';
import { asOf, complete, patientWith, planOf } from '../build.ts';

const dementia: Criterion = { diagnosis: { codes: { system: 'ICPC-2', include: ['P70'] } } };
const plan = planOf(dementia);

function suffering(id: string, code = 'P70'): PatientRecords {
  return patientWith({ diagnoses: [{ code, from: '2022-03-14' }] }, { id });
}

function healthy(id: string): PatientRecords {
  return patientWith({}, { id });
}

/** Patients `p0`, `p1`, …: every third one is in the population. */
function several(count: number, first = 0): readonly PatientRecords[] {
  return Array.from({ length: count }, (_, at) => {
    const number = first + at;
    return number % 3 === 0 ? suffering(`p${number}`) : healthy(`p${number}`);
  });
}

/** A clinic whose patients came batch by batch, each batch asked for before the next. */
function clinicOf(...batches: readonly (readonly PatientRecords[])[]): Clinic {
  const clinic = new Clinic(complete);
  for (const batch of batches) {
    clinic.add(batch);
    expect(clinic.segments.at(-1)?.size).toBeGreaterThan(0);
  }
  return clinic;
}

/** The clinic holds these patients, each as it was last supplied, in this order, and finds the members. */
function expectHolds(clinic: Clinic, supplied: readonly PatientRecords[]): void {
  const ids = supplied.map(({ patient }) => patient.id);
  expect(clinic.ids).toEqual(ids);
  expect(clinic.size).toBe(ids.length);
  for (const each of supplied)
    expect(clinic.patient(each.patient.id)).toEqual(checkPatient(each).patient);
  const { members, size } = evaluate(plan, clinic, asOf);
  const expected = supplied.filter(({ diagnoses = [] }) =>
    diagnoses.some(({ code }) => code === 'P70'),
  );
  expect(members).toEqual(expected.map(({ patient }) => patient.id));
  expect(size).toBe(ids.length);
}

const sizes = ({ segments }: Clinic) => segments.map(({ size }) => size);

describe('segments', () => {
  it('what came since the last time is one of its own, and those before stay what they are', () => {
    const clinic = clinicOf(several(5));
    const [first] = clinic.segments;
    clinic.add(several(2, 5));
    clinic.add(several(1, 7));
    expect(sizes(clinic)).toEqual([5, 3]);
    expect(clinic.segments[0]).toBe(first);
    expectHolds(clinic, several(8));
  });

  it('nothing new makes none', () => {
    const clinic = clinicOf(several(5));
    clinic.add([]);
    expect(sizes(clinic)).toEqual([5]);
    expect(new Clinic(complete).segments).toEqual([]);
  });

  it('a segment is full at 4,096 patients', () => {
    const clinic = new Clinic(complete);
    clinic.add(several(4096 + 10));
    expect(sizes(clinic)).toEqual([4096, 10]);
    expectHolds(clinic, several(4096 + 10));
  });

  const often = (count: number, id: string) =>
    patientWith(
      { services: Array.from({ length: count }, () => ({ code: '0101', at: '2026-01-01' })) },
      { id },
    );

  it('… or at 65,536 records', () => {
    const clinic = new Clinic(complete);
    const often8 = Array.from({ length: 8 }, (_, at) => often(8191, `a${at}`));
    clinic.add([...often8, often(8, 'b'), often(8191, 'c')]);
    clinic.add([often(0, 'd'), often(1, 'e'), often(1, 'f')]);
    expect(sizes(clinic)).toEqual([9, 4]);
    expect(clinic.patient('b')?.records.service).toHaveLength(8);
    expect(clinic.patient('c')?.records.service).toHaveLength(8191);
  });

  it('one with very many records is a segment alone, in order, and taken in between turns', () => {
    const clinic = new Clinic(complete);
    const many = often(20_000, 'b');
    const batch = [often(1, 'a'), many, often(1, 'c')];
    const steps = clinic.addInSteps(batch);
    let turns = 0;
    while (!steps.next().done) {
      turns++;
      // Whoever looks meanwhile sees whole patients.
      expect(clinic.segments.flatMap(({ patients }) => patients.map(({ id }) => id))).toEqual(
        clinic.ids,
      );
      if (clinic.has('b')) expect(clinic.patient('b')?.records.service).toHaveLength(20_000);
    }
    expect(turns).toBeGreaterThan(20_000 / 1000);
    expect(sizes(clinic)).toEqual([1, 1, 1]);
    expect(clinic.ids).toEqual(['a', 'b', 'c']);
    expectHolds(clinic, batch);

    // Replaced, it is in its old place in the order; and those who come one by one are gathered without it.
    clinic.add([often(9000, 'b')]);
    for (let at = 0; at < 40; at++) {
      clinic.add([often(1, `d${at}`)]);
      void clinic.segments;
    }
    expect(clinic.ids.slice(0, 3)).toEqual(['a', 'b', 'c']);
    expect(clinic.patient('b')?.records.service).toHaveLength(9000);
    expect(clinic.patient('d39')?.records.service).toHaveLength(1);
  });
});

describe('small segments, of patients who came one by one', () => {
  const oneByOne = (count: number, first = 0) => several(count, first).map((each) => [each]);

  it('sixteen stay; with the seventeenth they become one', () => {
    const clinic = clinicOf(...oneByOne(17));
    expect(sizes(clinic)).toEqual([16, 1]);
    expectHolds(clinic, several(17));
    expect(sizes(clinicOf(...oneByOne(16)))).toEqual(Array.from({ length: 16 }, () => 1));
  });

  it('again and again, until there are 64 patients together: those are left in peace', () => {
    const clinic = clinicOf(...oneByOne(64));
    const gathered = clinic.segments[0];
    expect(sizes(clinic)[0]).toBe(61);
    for (const each of oneByOne(13, 64)) clinicAsked(clinic, each);
    expect(clinic.segments[0]).not.toBe(gathered);
    expect(sizes(clinic)).toEqual([76, 1]);
    const large = clinic.segments[0];
    for (const each of oneByOne(40, 77)) clinicAsked(clinic, each);
    expect(clinic.segments[0]).toBe(large);
    expectHolds(clinic, several(117));
  });

  it('sixty-four are not small, sixty-three are', () => {
    const large = clinicOf(several(64), ...oneByOne(17, 64));
    expect(sizes(large)).toEqual([64, 16, 1]);
    const small = clinicOf(several(63), ...oneByOne(16, 63));
    expect(sizes(small)).toEqual([78, 1]);
    expectHolds(large, several(81));
    expectHolds(small, several(79));
  });

  it('only those at the end: a large one after them divides', () => {
    const clinic = clinicOf(...oneByOne(10), several(70, 10), ...oneByOne(16, 80));
    expect(clinic.segments).toHaveLength(27);
    clinicAsked(clinic, several(1, 96));
    expect(sizes(clinic)).toEqual([...Array.from({ length: 10 }, () => 1), 70, 16, 1]);
    expectHolds(clinic, several(97));
  });

  it('a patient asked for at the very moment is found where they are then', () => {
    for (const id of ['p0', 'p1', 'p15', 'p16']) {
      const clinic = clinicOf(...oneByOne(16));
      clinic.add(several(1, 16));
      expect(clinic.patient(id)?.patient.id).toBe(id);
      expect(sizes(clinic)).toEqual([16, 1]);
    }
  });

  it('those who left are not gathered', () => {
    const clinic = clinicOf(several(70), ...oneByOne(16, 70));
    clinic.remove('p72');
    clinic.remove('p3');
    clinicAsked(clinic, several(1, 86));
    expect(sizes(clinic)).toEqual([70, 15, 1]);
    const left = several(87).filter(({ patient: { id } }) => id !== 'p72' && id !== 'p3');
    expectHolds(clinic, left);
  });

  it('those who come again while the rest are gathered are known by their last records', () => {
    const clinic = clinicOf(several(70), ...oneByOne(16, 70));
    // Twice in the segment to be, and once each in a small and in the large one.
    const again = [suffering('new', 'K86'), healthy('p72'), healthy('p3'), suffering('new')];
    clinicAsked(clinic, again);
    expect(sizes(clinic)).toEqual([70, 15, 4]);
    const now = several(86).map((each) =>
      ['p72', 'p3'].includes(each.patient.id) ? healthy(each.patient.id) : each,
    );
    expectHolds(clinic, [...now, suffering('new')]);
    // And again: nobody of the moved segment is mixed up with another.
    clinicAsked(clinic, [suffering('p72'), healthy('new')]);
    const later = now.map((each) => (each.patient.id === 'p72' ? suffering('p72') : each));
    expectHolds(clinic, [...later, healthy('new')]);
  });
});

/** Takes a batch in and has it sealed. */
function clinicAsked(clinic: Clinic, batch: readonly PatientRecords[]): void {
  clinic.add(batch);
  expect(clinic.segments.length).toBeGreaterThan(0);
}

describe('a patient who comes again, or leaves', () => {
  it('keeps the place in the order, whichever segment holds the records now', () => {
    const clinic = clinicOf(several(4), several(4, 4));
    clinic.add([suffering('p2'), suffering('p7')]);
    const now = several(8).map((each) =>
      ['p2', 'p7'].includes(each.patient.id) ? suffering(each.patient.id) : each,
    );
    expectHolds(clinic, now);
    expect(evaluate(plan, clinic, asOf).members).toEqual(['p0', 'p2', 'p3', 'p6', 'p7']);
  });

  it('the undecided keep theirs too', () => {
    const unclear = (id: string) =>
      patientWith({ diagnoses: [{ code: 'P70', from: 'engang' }] }, { id });
    const clinic = clinicOf([unclear('a'), unclear('b'), unclear('c')]);
    clinic.add([unclear('b')]);
    expect(evaluate(plan, clinic, asOf).undecided).toEqual(['a', 'b', 'c']);
  });

  it('before anyone asked: within one batch', () => {
    const clinic = new Clinic(complete);
    clinic.add([suffering('a', 'K86'), suffering('b'), suffering('a')]);
    expectHolds(clinic, [suffering('a'), suffering('b')]);
  });

  it('who left and comes again comes last', () => {
    const clinic = clinicOf(several(4));
    expect(clinic.remove('p0')).toBe(true);
    expect(clinic.remove('p0')).toBe(false);
    expect(clinic.patient('p0')).toBeUndefined();
    expectHolds(clinic, several(3, 1));
    clinic.add([suffering('p0')]);
    expectHolds(clinic, [...several(3, 1), suffering('p0')]);
  });

  it('leaves before anyone asked', () => {
    const clinic = new Clinic(complete);
    clinic.add([suffering('a'), suffering('b')]);
    expect(clinic.remove('a')).toBe(true);
    expectHolds(clinic, [suffering('b')]);
  });

  it('what of them was set aside is no longer told of', () => {
    const unclear = (id: string, from: string) =>
      patientWith({ diagnoses: [{ code: 'P70', from }] }, { id });
    const clinic = clinicOf([unclear('a', 'engang'), unclear('b', 'snart')], several(1));
    clinic.add([unclear('c', 'aldrig'), 'junk' as unknown as PatientRecords]);
    const who = () => clinic.rejected.map(({ patientId }) => patientId);
    expect(who()).toEqual([undefined, 'a', 'b', 'c']);
    clinic.add([unclear('a', '2020-01-01')]);
    expect(who()).toEqual([undefined, 'b', 'c']);
    clinic.remove('c');
    expect(who()).toEqual([undefined, 'b']);
  });
});

describe('columns built elsewhere', () => {
  /** What a builder with a dictionary of its own hands over, batch by batch. */
  function built(...batches: readonly (readonly PatientRecords[])[]): readonly AdoptedSegment[] {
    const dictionary = new Dictionary();
    const builder = new SegmentBuilder(dictionary);
    return batches.map((batch) => {
      const [codes, details] = [dictionary.codes.length, dictionary.details.length];
      for (const each of batch) builder.add(checkPatient(each).patient!);
      return {
        ...(batch.length > 0 ? { segment: builder.seal() } : {}),
        codes: dictionary.codes.slice(codes),
        details: dictionary.details.slice(details),
        unidentified: [],
      };
    });
  }

  it('are taken over, and others may come after them', () => {
    const clinic = new Clinic(complete);
    for (const each of built(several(5), several(5, 5))) clinic.adopt(each);
    expectHolds(clinic, several(10));
    clinic.add(several(5, 10));
    expectHolds(clinic, several(15));
    expect(sizes(clinic)).toEqual([5, 5, 5]);
  });

  it('after those who are waiting', () => {
    const clinic = new Clinic(complete);
    clinic.add([healthy('a'), healthy('b')]);
    for (const each of built([suffering('c')], [])) clinic.adopt(each);
    expectHolds(clinic, [healthy('a'), healthy('b'), suffering('c')]);
    expect(sizes(clinic)).toEqual([2, 1]);
  });

  it('replace whoever was there, within themselves too', () => {
    const clinic = new Clinic(complete);
    const first = [suffering('p0'), healthy('p1'), suffering('p2')];
    const again = [suffering('p1', 'K86'), healthy('p0'), suffering('p1')];
    for (const each of built(first, again)) clinic.adopt(each);
    expectHolds(clinic, [healthy('p0'), suffering('p1'), suffering('p2')]);
  });

  it('with what could not be told from others', () => {
    const clinic = new Clinic(complete);
    const unidentified = [{ type: 'patient', field: 'id', reason: 'missing' }] as const;
    clinic.adopt({ codes: [], details: [], unidentified });
    expect(clinic.rejected).toEqual(unidentified);
    expect(clinic.segments).toEqual([]);
  });
});

describe('a population is that of the moment', () => {
  const titled = { title: { da: 'X' } };
  const asking = planOf(dementia, {
    information: [{ id: 'd', type: 'diagnosis', ...titled }],
    markers: [{ id: 'm', level: 'info', ...titled, when: dementia }],
    indicators: [{ id: 'i', ...titled, numerator: dementia }],
  });
  const whole = (population: Population) => ({
    members: population.members,
    undecided: population.undecided,
    size: population.size,
    indicators: population.indicators(),
    truths: population.markerTruths('m', ['p0', 'p1', 'p2']),
    cells: population.column('d', ['p0', 'p1', 'p2']),
    memberships: ['p0', 'p1', 'p2'].map((id) => population.membership(id)),
  });

  it('what is asked of it after a change, was so before', () => {
    const before = whole(evaluate(asking, clinicOf(several(3)), asOf));
    const clinic = clinicOf(several(3));
    const population = evaluate(asking, clinic, asOf);
    clinic.add([healthy('p0'), suffering('p1'), suffering('p9')]);
    clinic.remove('p2');
    expect(evaluate(asking, clinic, asOf).members).toEqual(['p1', 'p9']);
    expect(whole(population)).toEqual(before);
    expect(() => population.outcome('p9')).toThrow(RangeError);
    expect(() => population.outcome('nobody')).toThrow(RangeError);
  });

  it('even when the segments it stands on were gathered since', () => {
    const clinic = clinicOf(...several(3).map((each) => [each]));
    const before = whole(evaluate(asking, clinic, asOf));
    const population = evaluate(asking, clinic, asOf);
    for (const each of several(20, 3)) clinicAsked(clinic, [each]);
    clinic.add([healthy('p0')]);
    expect(whole(population)).toEqual(before);
  });

  it('who had left before is not there', () => {
    const clinic = clinicOf(several(3));
    clinic.remove('p0');
    clinic.remove('p1');
    const population = evaluate(asking, clinic, asOf);
    expect(() => population.outcome('p0')).toThrow(RangeError);
    expect(() => population.outcome('p1')).toThrow(RangeError);
    clinic.remove('p2');
    expect(population.membership('p2').truth).toBe('no');
  });

  it('of one who had come again before, what came last', () => {
    const clinic = clinicOf([healthy('p0'), healthy('p1')], [suffering('p1', 'K86')]);
    clinic.add([suffering('p1', 'T90'), suffering('p1', 'R95')]);
    const population = evaluate(asking, clinic, asOf);
    clinic.remove('p1');
    expect(population.cell('p1', 'd').records).toMatchObject([{ code: 'R95' }]);
  });
});

describe('a change costs the patient who changed, not the clinic', () => {
  /** How often the diagnoses of each of a clinic's segments have been read. */
  function readsOf({ segments }: Clinic): () => readonly number[] {
    const reads = segments.map(() => 0);
    segments.forEach(({ types }, index) => {
      const columns = types.diagnosis;
      Object.defineProperty(types, 'diagnosis', {
        get() {
          reads[index]! += 1;
          return columns;
        },
      });
    });
    return () => [...reads];
  }

  it('what the other segments answered is kept', () => {
    const clinic = clinicOf(several(20), several(20, 20));
    const sealed = [...clinic.segments];
    const reads = readsOf(clinic);
    expect(evaluate(plan, clinic, asOf).members).toHaveLength(14);
    const first = reads();
    expect(Math.min(...first)).toBeGreaterThan(0);
    clinic.add([healthy('p0'), suffering('p1'), suffering('new')]);
    clinic.remove('p3');
    expect(evaluate(plan, clinic, asOf).members).toHaveLength(14);
    expect(reads()).toEqual(first);
    expect(clinic.segments.slice(0, 2)).toEqual(sealed);
    expect(clinic.segments[0]).toBe(sealed[0]);
    expect(sizes(clinic)).toEqual([20, 20, 3]);
  });

  it('another profile with the same question asks nothing anew, another question does', () => {
    const clinic = clinicOf(several(20));
    const reads = readsOf(clinic);
    evaluate(plan, clinic, asOf);
    const first = reads();
    evaluate(planOf({ any: [dementia, { patient: { sex: 'male' } }] }), clinic, asOf);
    expect(reads()).toEqual(first);
    evaluate(planOf({ diagnosis: {} }), clinic, asOf);
    expect(reads()[0]).toBeGreaterThan(first[0]!);
  });

  it('the answers of the four latest dates are kept', () => {
    const clinic = clinicOf(several(20));
    const reads = readsOf(clinic);
    const isReadAgain = (on: string) => {
      const before = reads()[0]!;
      evaluate(plan, clinic, on);
      return reads()[0]! > before;
    };
    const dates = ['2026-01-01', '2026-02-01', '2026-03-01', '2026-04-01'];
    expect(dates.map(isReadAgain)).toEqual([true, true, true, true]);
    expect(dates.map(isReadAgain)).toEqual([false, false, false, false]);
    // January is now the latest, February the oldest.
    expect(isReadAgain('2026-01-01')).toBe(false);
    expect(isReadAgain('2026-05-01')).toBe(true);
    expect(isReadAgain('2026-01-01')).toBe(false);
    expect(isReadAgain('2026-02-01')).toBe(true);
  });

  it('an answer that others are made of stays what it is', () => {
    const excluding = planOf(dementia, {
      population: { include: dementia, exclude: { patient: { sex: 'female' } } },
    });
    const clinic = clinicOf(several(3));
    expect(evaluate(excluding, clinic, asOf).members).toEqual([]);
    expect(evaluate(plan, clinic, asOf).members).toEqual(['p0']);
  });

  it('a code that comes later is seen when it comes', () => {
    const clinic = clinicOf([suffering('a'), suffering('b', 'K86')]);
    expect(evaluate(plan, clinic, asOf).members).toEqual(['a']);
    for (const [at, code] of ['P7001', 'T90', 'P7002'].entries())
      clinicAsked(clinic, [suffering(`later${at}`, code)]);
    expect(evaluate(plan, clinic, asOf).members).toEqual(['a', 'later0', 'later2']);
  });

  it('a segment without the code has nobody, whatever else it has', () => {
    const others = ['K86', 'T90', 'R95'].map((code) => suffering(code, code));
    const clinic = clinicOf([suffering('a')], others, [suffering('K74', 'K74')]);
    expect(evaluate(plan, clinic, asOf).members).toEqual(['a']);
    for (const code of ['K86', 'T90', 'R95', 'K74'])
      expect(
        evaluate(
          planOf({ diagnosis: { codes: { system: 'ICPC-2', include: [code] } } }),
          clinic,
          asOf,
        ).members,
      ).toEqual([code]);
  });

  it('two clinics keep apart', () => {
    const [one, other] = [clinicOf([suffering('a')]), clinicOf([healthy('a')])];
    expect(evaluate(plan, one, asOf).members).toEqual(['a']);
    expect(evaluate(plan, other, asOf).members).toEqual([]);
  });
});

describe('R3 more that cannot be read than is kept one by one', () => {
  const bad = { code: 'P70', from: 'engang' };
  const unreadable = (id: string) => patientWith({ diagnoses: [bad, bad, bad] }, { id });

  it('who comes later is told by reasons, and all they may have been stays in doubt', () => {
    const builder = new SegmentBuilder(new Dictionary());
    const checked = (id: string) => checkPatient(unreadable(id)).patient!;
    const full = {
      ...checked('p0'),
      rejected: Array(mostClinicRejections).fill(checked('p0').rejected[0]),
    };
    builder.add(full);
    builder.add(checked('p1'));
    const { rejected } = builder.seal();
    expect(rejected.get(0)).toHaveLength(mostClinicRejections);
    expect(rejected.get(1)).toEqual([
      {
        ...{ patientId: 'p1', type: 'diagnosis', field: 'diagnoses', reason: 'unreadable-date' },
        count: 3,
      },
    ]);
    builder.add(checked('p2'));
    expect(builder.seal().rejected.get(0)).toHaveLength(1);
  });

  it('who is nobody is counted, and kept once', () => {
    const clinic = new Clinic(complete);
    clinic.add(Array(10_000).fill({ patient: {} }) as PatientRecords[]);
    expect(clinic.rejected).toEqual([
      { type: 'patient', field: 'id', reason: 'missing', count: 10_000 },
    ]);
  });

  it('a record of which only the reason is kept leaves every question of its type in doubt', () => {
    const diagnoses = Array.from({ length: mostRejections + 1 }, () => bad);
    const clinic = new Clinic(complete);
    clinic.add([
      patientWith({ diagnoses }, { id: 'p1' }),
      patientWith({ diagnoses: diagnoses.slice(1) }, { id: 'p2' }),
    ]);
    const diabetes: Criterion = { diagnosis: { codes: { system: 'ICPC-2', include: ['T90'] } } };
    const population = evaluate(planOf(diabetes), clinic, asOf);
    expect(population.undecided).toEqual(['p1']);
    const criterion = evaluate(plan, clinic, asOf).membership('p1').include;
    expect(criterion.unknownReasons).toEqual([
      { kind: 'rejected', type: 'diagnosis', count: mostRejections + 1 },
    ]);
  });
});
