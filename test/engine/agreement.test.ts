/** The engine says what the reference says: of drawn profiles, over drawn clinics, on drawn dates. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import {
  cellStates,
  Clinic,
  compile,
  evaluate,
  evidenceOf,
  recordsIn,
  type Cell,
  type CellColumns,
  type Population,
  type Truth,
} from '../../src/engine/index.ts';
import {
  findCell,
  findCriterion,
  findMarkers,
  findMembership,
  type PatientContext,
} from '../../src/engine/reference/index.ts';
import { dateOf } from '../../src/record/days.ts';
import {
  checkPatient,
  recordTypes,
  type CheckedPatient,
  type ClinicalRecord,
  type CoverageByType,
  type PatientRecords,
} from '../../src/record/index.ts';
import type { Criterion, Indicator, Profile } from '../../src/profile/index.ts';
import { cases } from '../depth.ts';
import * as drawn from './arbitraries.ts';
import { expectEachOnce, expectReasons } from './reasons.ts';

const numRuns = cases(6, 40);
const seed = process.env.OVERBLIK_SEED === undefined ? 20261124 : Number(process.env.OVERBLIK_SEED);
/** Makes a failing case smaller, which takes minutes, only where it is asked for. */
const endOnFailure = process.env.OVERBLIK_SHRINK === undefined;
/** The reference's own way: each patient checked, the last of an id in the place of the first. */
function checkAll(patients: readonly PatientRecords[]): ReadonlyMap<string, CheckedPatient> {
  const checked = new Map<string, CheckedPatient>();
  for (const each of patients) {
    const { patient } = checkPatient(each);
    if (patient) checked.set(patient.patient.id, patient);
  }
  return checked;
}

function agree(
  profile: Profile,
  patients: readonly PatientRecords[],
  clinic: Clinic,
  coverage: CoverageByType,
  asOf: string,
): void {
  const population = evaluate(compile(profile), clinic, asOf);
  const checked = checkAll(patients);
  const contexts = [...checked.values()].map((patient): PatientContext => ({
    profile,
    patient,
    clinicCoverage: coverage,
    asOf,
  }));
  const memberships = contexts.map((context) => findMembership(context));
  const idsWith = (truth: Truth) =>
    [...checked.keys()].filter((_, index) => memberships[index]?.truth === truth);

  expect(population.members).toEqual(idsWith('yes'));
  expect(population.undecided).toEqual(idsWith('unknown'));
  expect(population.asked).toEqual(
    [...checked.keys()].filter((_, index) => !memberships[index]?.out),
  );
  expect(population.size).toBe(population.asked.length);
  contexts.forEach((context, index) => {
    const { id } = context.patient.patient;
    const membership = memberships[index]!;
    expect(clinic.patient(id)).toEqual(context.patient);
    expect(population.membership(id)).toEqual(membership);
    expect(population.markers(id)).toEqual(findMarkers(context, membership));
    const { include, exclude } = membership;
    for (const each of [include, exclude]) if (each) expectReasons(each);
  });
  const ids = [...checked.keys()];
  (profile.markers ?? []).forEach(({ id, when }, index) => {
    const findings = contexts.map((context) =>
      findCriterion(context, when, `/markers/${index}/when`),
    );
    findings.forEach(expectReasons);
    const truths = findings.map(({ truth }) => truth);
    expect(population.markerTruths(id, ids)).toEqual(truths);
    expect([...population.truths(when, ids)]).toEqual(
      truths.map((truth) => ['no', 'unknown', 'yes'].indexOf(truth)),
    );
  });
  profile.information.forEach((item, index) => {
    const cells = contexts.map((context) => findCell(context, item, index));
    expect(population.column(item.id, ids)).toEqual(cells);
    for (const { state, unknownReasons } of cells) {
      expectEachOnce(unknownReasons, item.id);
      if (state === 'unknown') expect(unknownReasons, item.id).not.toEqual([]);
    }
    if (item.type === 'patient') return;
    const keys = population.cellColumns(item.id, ids);
    expect(cells.map((_, at) => keysAt(population, keys, at))).toEqual(cells.map(keysOfCell));
  });
  const grounds = population.evidenceColumns();
  population.members.forEach((id, at) => {
    const records = recordsIn(evidenceOf(population.membership(id).include));
    expect(namesAt(population, grounds, at)).toEqual(new Set(records.map(nameOf)));
    expect(grounds.counts[at]).toBe(records.length);
  });
  const members = contexts.filter((_, index) => memberships[index]?.truth === 'yes');
  expect(
    population.indicators().map((value) => ({
      indicator: value.indicator,
      share: value.share,
      yes: value.numerator,
      no: value.denominator - value.unknownNumerator - value.numerator,
      unknown: value.unknownNumerator + value.unknownDenominator,
    })),
  ).toEqual(
    (profile.indicators ?? []).map((indicator) => {
      const counted = members.map((context) => countedAs(context, indicator));
      const count = (answer: Counted) => counted.filter((each) => each === answer).length;
      const [yes, no] = [count('yes'), count('no')];
      const share = yes + no > 0 ? yes / (yes + no) : undefined;
      return { indicator, share, yes, no, unknown: count('unknown') };
    }),
  );
}

type Counted = Truth | 'left out';

/** R22, as it is written. */
function countedAs(
  context: PatientContext,
  { numerator, denominator, except }: Indicator,
): Counted {
  const ask = (criterion: Criterion) => findCriterion(context, criterion, '').truth;
  const below = denominator ? ask(denominator) : 'yes';
  const above = ask(numerator);
  if (below === 'no') return 'left out';
  if (except && above === 'no') {
    const exception = ask(except);
    if (exception === 'yes') return 'left out';
    if (exception === 'unknown') return 'unknown';
  }
  return below === 'unknown' ? 'unknown' : above;
}

/** What is kept of a cell as numbers, put in words again. */
function keysAt({ vocabulary }: Population, keys: CellColumns, at: number): object {
  const count = keys.counts[at];
  const entries: string[] = [];
  for (let entry = keys.start[at]!; entry < keys.start[at + 1]!; entry++) {
    const { text, value } = vocabulary.details[keys.details[entry]!]!;
    entries.push([vocabulary.codes[keys.codes[entry]!]!.code, text, value].join('|'));
  }
  const day = count === 0 ? undefined : dateOf(keys.days[at]!);
  const state = cellStates[keys.states[at]!]!;
  const counted = keys.least && { least: keys.least[at], mayBeMore: keys.mayBeMore?.[at] === 1 };
  return {
    ...{ state, count, day, value: keys.values[at], entries },
    ...(isKnown(state) ? counted : {}),
  };
}

/** The names of the records that make a member, in the order of the criterion. */
function namesAt({ vocabulary }: Population, keys: CellColumns, at: number): Set<string> {
  const names = new Set<string>();
  for (let entry = keys.start[at]!; entry < keys.start[at + 1]!; entry++) {
    const { code } = vocabulary.codes[keys.codes[entry]!]!;
    const { text = '' } = vocabulary.details[keys.details[entry]!]!;
    names.add(`${recordTypes[keys.types![entry]!]} ${code} ${text}`);
  }
  return names;
}

function nameOf({ type, code, text = '' }: ClinicalRecord): string {
  return `${type} ${code} ${text}`;
}

/** Of a cell that has a value, or certainly none, the least and the most of a count mean something. */
function isKnown(state: Cell['state']): boolean {
  return state === 'value' || state === 'none';
}

function keysOfCell({ item, state, records, unknownReasons }: Cell): object {
  const [first] = records;
  const named = records.map(({ code, text, ...more }) => {
    const value = 'value' in more && typeof more.value === 'string' ? more.value : undefined;
    return [code, text, value].join('|');
  });
  const value = first?.type === 'result' ? first.value : undefined;
  return {
    state,
    count: records.length,
    day: first && ('at' in first ? first.at : first.from),
    value: item.type !== 'result' ? undefined : typeof value === 'string' ? NaN : (value ?? 0),
    entries: distinctDetails(records).map((index) => named[index]),
    ...(item.type !== 'patient' && item.show === 'count' && isKnown(state)
      ? countOf(records, unknownReasons)
      : {}),
  };
}

/** R11: what may lie outside the window does not count for certain; anything else in doubt may be more. */
function countOf(records: Cell['records'], unknownReasons: Cell['unknownReasons']): object {
  const outside = unknownReasons.filter(({ kind }) => kind === 'partial-date');
  return {
    least: records.length - outside.length,
    mayBeMore: unknownReasons.length > outside.length,
  };
}

const dateFields: ReadonlySet<string> = new Set([
  'index',
  'from',
  'fromLatest',
  'toEarliest',
  'at',
  'atLatest',
  'time',
]);

/** The places of the records that differ from those before them in more than day, number and place. */
function distinctDetails(records: readonly ClinicalRecord[]): readonly number[] {
  const seen = new Set<string>();
  return records.flatMap((record, at) => {
    // Elsewhere `to` is whom something went to.
    const isSpan = 'from' in record;
    const kept = Object.entries(record)
      .filter(([name]) => !dateFields.has(name) && !(isSpan && name === 'to'))
      .filter(
        ([name, value]) => value !== undefined && !(name === 'value' && typeof value === 'number'),
      )
      .sort(([a], [b]) => (a < b ? -1 : 1));
    const key = JSON.stringify(kept);
    return seen.has(key) ? [] : (seen.add(key), [at]);
  });
}

it(`the engine and the reference agree (${numRuns} drawn cases)`, () => {
  fc.assert(
    fc.property(
      drawn.profile,
      drawn.patients,
      drawn.coverage,
      drawn.asOf,
      (profile, patients, coverage, asOf) => {
        const clinic = new Clinic(coverage);
        clinic.add(patients);
        agree(profile, patients, clinic, coverage, asOf);
      },
    ),
    { numRuns, seed, endOnFailure },
  );
});

it('however the patients come: in any batches, asked in between, replaced and taken out', () => {
  fc.assert(
    fc.property(
      drawn.profile,
      fc.array(fc.tuple(drawn.patients, fc.constantFrom('ask', 'wait', 'remove')), {
        minLength: 1,
        maxLength: 4,
      }),
      drawn.asOf,
      (profile, batches, asOf) => {
        const clinic = new Clinic({});
        let all: PatientRecords[] = [];
        for (const [batch, then] of batches) {
          clinic.add(batch);
          all = [...all, ...batch];
          if (then === 'remove') {
            clinic.remove('p1');
            all = all.filter(({ patient }) => patient.id !== 'p1');
          }
          if (then !== 'wait') agree(profile, all, clinic, {}, asOf);
        }
        agree(profile, all, clinic, {}, asOf);
      },
    ),
    { numRuns: Math.ceil(numRuns / 6), seed, endOnFailure },
  );
});
