/** The request must never ask for too little: of what it leaves out, nothing may change an answer. */
import { describe, expect, it, vi } from 'vitest';
import { Random } from '../../fixtures/clinic/random.ts';
import { compile, requestFor, type Finding, type PatientOutcome } from '../../src/engine/index.ts';
import { parseProfile, type Criterion } from '../../src/profile/index.ts';
import type { ClinicalRecord, RecordsRequest } from '../../src/record/index.ts';
import { asOf, complete, documentOf, outcomeOf, planOf } from './build.ts';
import { drawCriterion, drawPatient, drawWindow, earliest, latest, onDay } from './chance.ts';
import { cutTo } from './cut.ts';

// Many rounds, on machines of any speed.
vi.setConfig({ testTimeout: 60_000 });

const requested = (criterion: Criterion): RecordsRequest['types'] =>
  requestFor(planOf(criterion), asOf).types;
const ATC = (code: string) => ({ system: 'ATC', include: [code] });

describe('what is asked for', () => {
  it.each<[string, Criterion, RecordsRequest['types']]>([
    ['nothing of the records', { patient: { sex: 'male' } }, {}],
    [
      'R8 medication now: what goes on today',
      { medication: { codes: ATC('N05A') } },
      { medication: { codes: [ATC('N05A')], earliest: '2026-11-24' } },
    ],
    ['R6 ever: as far back as it goes', { service: {} }, { service: {} }],
    [
      'R6 an open end ahead of a first day',
      { service: { when: { from: '-P1M' } } },
      { service: { earliest: '2026-10-24' } },
    ],
    [
      'the earliest of two windows, and both codes',
      {
        any: [
          { medication: { codes: ATC('N05A'), when: { last: 'P1Y' } } },
          { not: { medication: { codes: ATC('N06A'), when: { last: 'P1M' } } } },
        ],
      },
      { medication: { codes: [ATC('N05A'), ATC('N06A')], earliest: '2025-11-24' } },
    ],
    [
      'one without codes asks for every code',
      { all: [{ service: { codes: { system: 'ydelse', include: ['0101'] } } }, { service: {} }] },
      { service: {} },
    ],
    [
      'R16 what lasts: its whole history',
      { medication: { codes: ATC('N05A'), lasting: 'P1M' } },
      { medication: { codes: [ATC('N05A')] } },
    ],
    [
      'R18 together: what goes on in the window',
      {
        concurrent: { of: [{ medication: { codes: ATC('C09') } }, { diagnosis: {} }] },
      },
      {
        medication: { codes: [ATC('C09')], earliest: '2026-11-24' },
        diagnosis: { earliest: '2026-11-24' },
      },
    ],
    [
      'R18 together for a time: the whole history of each',
      {
        concurrent: {
          of: [{ medication: { codes: ATC('C09') } }, { medication: { codes: ATC('C03') } }],
          lasting: 'P1M',
        },
      },
      { medication: { codes: [ATC('C09'), ATC('C03')] } },
    ],
    [
      'R19 each part in its own window',
      {
        sequence: {
          of: [{ diagnosis: { when: { last: 'P1Y' } } }, { referral: { when: { last: 'P1M' } } }],
          within: 'P3M',
        },
      },
      { diagnosis: { earliest: '2025-11-24' }, referral: { earliest: '2026-10-24' } },
    ],
  ])('%s', (_, criterion, types) => {
    expect(requested(criterion)).toEqual(types);
  });

  it('conditions, markers, indicators and both sides of the population are asked for too', () => {
    const service = (code: string): Criterion => ({
      service: { codes: { system: 'ydelse', include: [code] } },
    });
    const title = { da: 'T' };
    const plan = planOf(service('1'), {
      population: { include: service('1'), exclude: service('2') },
      information: [
        { id: 'a', type: 'patient', field: 'age', title, condition: service('3') },
        { id: 'b', type: 'result', title, uncoded: { da: 'Ingen kode' } },
      ],
      markers: [{ id: 'm', level: 'info', title, when: service('4') }],
      indicators: [{ id: 'i', title, numerator: service('5'), denominator: service('6') }],
    });
    const { types } = requestFor(plan, asOf);
    expect(types.service?.codes?.flatMap(({ include }) => include).sort()).toEqual([
      '1',
      '2',
      '3',
      '4',
      '5',
      '6',
    ]);
    expect(types.result).toBeUndefined();
  });

  it('several plans are asked for at once', () => {
    const plans = [
      planOf({ service: { when: { last: 'P1M' } } }),
      planOf({ referral: { when: { last: 'P1M' } } }),
      planOf({ service: { when: { last: 'P1Y' } } }),
    ];
    expect(requestFor(plans, asOf).types).toEqual({
      service: { earliest: '2025-11-24' },
      referral: { earliest: '2026-10-24' },
    });
  });
});

it('random profiles say the same of data cut to their request', () => {
  const random = new Random('data cut to the request');
  let left = 0;
  for (let round = 0; round < 1500; round++) {
    const plan = compile(drawProfile(random));
    const whole = drawPatient(random);
    const cut = cutTo(whole, requestFor(plan, asOf));
    left += count(whole) - count(cut);
    const coverage = random.chance(0.5)
      ? complete
      : {
          ...complete,
          medication: { available: true, from: onDay(random.whole(earliest, latest)) },
        };
    const [expected, found] = [whole, cut].map((each) => said(outcomeOf(plan, each, { coverage })));
    expect(found, JSON.stringify([plan.profile, whole])).toEqual(expected);
  }
  // The request is worth sending only if it leaves something out.
  expect(left).toBeGreaterThan(5000);
});

function drawProfile(random: Random) {
  for (;;) {
    const title = { da: 'T' };
    const outcome = parseProfile(
      documentOf(drawCriterion(random), {
        information: [
          {
            id: 'a',
            type: random.pick(['diagnosis', 'service']),
            title,
            when: drawWindow(random, {}),
          },
        ],
        markers: [{ id: 'm', level: 'info', title, when: drawCriterion(random) }],
      }),
    );
    if (outcome.ok) return outcome.profile;
  }
}

/** Everything an outcome says, but for places in lists, which a cut changes. */
function said({ membership, markers, cells }: PatientOutcome): unknown {
  return {
    truth: membership.truth,
    include: saidOf(membership.include),
    markers: markers.map(({ marker, truth, finding }) => [marker.id, truth, saidOf(finding)]),
    cells: cells.map(({ state, records, doubts }) => [state, records.map(withoutIndex), doubts]),
  };
}

function saidOf({ truth, records, doubts, branches }: Finding): unknown {
  return { truth, records: records.map(withoutIndex), doubts, branches: branches.map(saidOf) };
}

function withoutIndex({ index: _, ...record }: ClinicalRecord): unknown {
  return record;
}

function count(patient: object): number {
  return Object.values(patient)
    .filter(Array.isArray)
    .reduce((sum, list) => sum + list.length, 0);
}
