/** The request must never ask for too little: of what it leaves out, nothing may change an answer. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { generateClinic } from '../../fixtures/clinic/index.ts';
import { Random } from '../../fixtures/clinic/random.ts';
import { demens } from '../../fixtures/profiles/index.ts';
import {
  Clinic,
  compile,
  evaluate,
  requestFor,
  type Finding,
  type PatientOutcome,
} from '../../src/engine/index.ts';
import { parseProfile } from '../../src/profile/index.ts';
import type { ClinicalRecord, PatientRecords } from '../../src/record/index.ts';
import { cases, isDeep } from '../depth.ts';
import * as drawn from './arbitraries.ts';
import { asOf, complete, documentOf, outcomeOf } from './build.ts';
import {
  drawCriterion,
  drawPatient,
  drawWindow,
  earliest,
  latest,
  onDay,
} from './random-arbitraries.ts';
import { cutTo } from './cut.ts';

it('a clinic cut to the request gives the same answers', () => {
  const outcome = parseProfile(demens);
  if (!outcome.ok) throw new Error();
  const { patients, description } = generateClinic({ size: isDeep ? 1500 : 700 });
  const asked = compile(outcome.profile);
  const request = requestFor(asked, asOf);
  const [whole, least] = [patients, patients.map((each) => cutTo(each, request))].map((records) => {
    const clinic = new Clinic(description.coverage);
    clinic.add(records);
    return evaluate(asked, clinic, asOf);
  });
  if (!whole || !least) throw new Error();
  expect(whole.members.length).toBeGreaterThan(20);
  expect(least.members).toEqual(whole.members);
  expect(least.undecided).toEqual(whole.undecided);
  for (const id of whole.members) {
    expect(least.markers(id).map(({ marker, truth }) => [marker.id, truth])).toEqual(
      whole.markers(id).map(({ marker, truth }) => [marker.id, truth]),
    );
    expect(
      least.outcome(id).cells.map(({ state, records }) => [state, records.map(({ code }) => code)]),
    ).toEqual(
      whole.outcome(id).cells.map(({ state, records }) => [state, records.map(({ code }) => code)]),
    );
  }
});

it.each([
  { asks: 'first', more: { first: true as const } },
  { asks: 'lasting', more: { lasting: 'P400D', gap: 'P5D' } },
  { asks: 'episodes', more: { episodes: { gap: 'P5D' }, count: { max: 1 } } },
])('of $asks what came long before the window is asked', ({ asks, more }) => {
  const codes = { system: 'ICPC-2', include: ['T90'] };
  const outcome = parseProfile(
    documentOf({ diagnosis: { codes, when: { last: 'P3M' }, ...more } }),
  );
  if (!outcome.ok) throw new Error(asks);
  const plan = compile(outcome.profile);
  // One ends long before the window; the next goes on from it.
  const patient: PatientRecords = {
    patient: { id: 'p1', name: 'Test Testesen', birthDate: '1950-06-15', sex: 'female' },
    diagnoses: [
      { code: 'T90', from: '2024-01-01', to: '2026-08-20' },
      { code: 'T90', from: asks === 'first' ? '2026-09-10' : '2026-08-22', to: '2026-09-30' },
    ],
  };
  const [whole, cut] = [patient, cutTo(patient, requestFor(plan, asOf))].map((each) =>
    outcomeOf(plan, each, { coverage: complete }),
  );
  expect(cut && said(cut)).toEqual(whole && said(whole));
  expect(whole?.membership.truth).toBe(asks === 'first' ? 'no' : 'yes');
});

it('random profiles say the same of data cut to their request', () => {
  const random = new Random('data cut to the request');
  let left = 0;
  const rounds = cases(100, 400);
  for (let round = 0; round < rounds; round++) {
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
  expect(left).toBeGreaterThan(3 * rounds);
});

it('whatever is asked and however it comes, no answer is another one for what was left out', () => {
  fc.assert(
    fc.property(
      ...[drawn.profile, drawn.patients, drawn.coverage, drawn.asOf],
      (profile, patients, coverage, day) => {
        const plan = compile(profile);
        const request = requestFor(plan, day);
        const answersFor = (supplied: readonly PatientRecords[]) => {
          const clinic = new Clinic(coverage);
          clinic.add(supplied);
          const population = evaluate(plan, clinic, day);
          const items = profile.information.filter(({ type }) => type !== 'patient');
          return {
            members: population.members,
            undecided: population.undecided,
            markers: (profile.markers ?? []).map(({ id }) => population.markerTruths(id)),
            cells: items.map(({ id }) =>
              population.column(id).map(({ state, records }) => [state, records.map(withoutIndex)]),
            ),
            indicators: population.indicators(),
          };
        };
        expect(answersFor(patients.map((each) => cutTo(each, request)))).toEqual(
          answersFor(patients),
        );
      },
    ),
    {
      numRuns: cases(3, 24),
      endOnFailure: true,
      seed: Number(process.env.OVERBLIK_SEED ?? 20261128),
    },
  );
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
    cells: cells.map(({ state, records, unknownReasons }) => [
      state,
      records.map(withoutIndex),
      unknownReasons,
    ]),
  };
}

function saidOf({ truth, records, unknownReasons, branches }: Finding): unknown {
  return {
    truth,
    records: records.map(withoutIndex),
    unknownReasons,
    branches: branches.map(saidOf),
  };
}

function withoutIndex({ index: _, ...record }: ClinicalRecord): unknown {
  return record;
}

function count(patient: object): number {
  return Object.values(patient)
    .filter(Array.isArray)
    .reduce((sum, list) => sum + list.length, 0);
}
