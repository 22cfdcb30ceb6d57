/** Of drawn profiles, over drawn clinics: a combined profile says of each patient what its parts say. */
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Clinic, compile, evaluate, type Population, type Truth } from '../../src/engine/index.ts';
import { findMembership } from '../../src/engine/reference/index.ts';
import {
  combinationOf,
  combineProfiles,
  type CombinedPart,
  type Profile,
} from '../../src/profile/index.ts';
import { onList } from '../../src/model/list/on-lists.ts';
import { cases } from '../depth.ts';
import * as drawn from './arbitraries.ts';

const numRuns = cases(2, 40);
const seed = 20261128;

interface Made {
  readonly combined: Population;
  readonly parts: readonly (readonly [CombinedPart, Population])[];
  readonly clinic: Clinic;
  readonly ids: readonly string[];
}

const made: fc.Arbitrary<Made> = fc
  .record({
    profiles: fc.array(drawn.profile, { minLength: 2, maxLength: 4 }),
    patients: drawn.patients,
    coverage: drawn.coverage,
    asOf: drawn.asOf,
  })
  .map(({ profiles, patients, coverage, asOf }) => {
    const named = profiles.map((profile, at): Profile => ({ ...profile, id: `drawn.${at}` }));
    const outcome = combineProfiles(named);
    if (!outcome.ok) return undefined;
    const clinic = new Clinic(coverage);
    clinic.add(patients);
    const population = (profile: Profile) => evaluate(compile(profile), clinic, asOf);
    const combined = population(outcome.profile);
    const parts = combinationOf(outcome.profile)!.map(
      (part, at) => [part, population(named[at]!)] as const,
    );
    const ids = [...new Set(patients.map(({ patient }) => patient.id))].filter((id) =>
      clinic.has(id),
    );
    return { combined, parts, clinic, ids };
  })
  .filter((each) => each !== undefined);

const order: readonly Truth[] = ['no', 'unknown', 'yes'];
const greatest = (truths: readonly Truth[]) =>
  order[Math.max(...truths.map((truth) => order.indexOf(truth)))]!;

const checks: Readonly<Record<string, (made: Made) => void>> = {
  'has the members of each, and nobody who is undecided in one is lost': ({
    combined,
    parts,
    ids,
  }) => {
    const truthIn = ({ members, undecided }: Population, id: string): Truth =>
      members.includes(id) ? 'yes' : undecided.includes(id) ? 'unknown' : 'no';
    for (const id of ids)
      expect(truthIn(combined, id)).toBe(
        greatest(parts.map(([, population]) => truthIn(population, id))),
      );
  },
  'says the same by the reference': ({ combined, parts, clinic, ids }) => {
    for (const id of ids) {
      const patient = clinic.patient(id)!;
      const { coverage } = combined.outcome(id);
      const ask = ({ profile, asOf }: Population) =>
        findMembership({ profile, asOf, patient, clinicCoverage: coverage }).truth;
      expect(ask(combined)).toBe(greatest(parts.map(([, population]) => ask(population))));
    }
  },
  'tells of each part whether the patient is in it': ({ combined, parts }) => {
    const listed = [...combined.members, ...combined.undecided];
    for (const [part, { members, undecided }] of parts)
      expect([...onList(combined, part, listed)]).toEqual(
        listed.map((id) => (members.includes(id) ? 2 : undecided.includes(id) ? 1 : 0)),
      );
  },
  'asks markers and items of the members that they come from as their own profile does': ({
    combined,
    parts,
  }) => {
    for (const [{ markers, items }, population] of parts) {
      const { members, profile } = population;
      for (const { id } of profile.markers ?? [])
        expect(combined.markerTruths(markers.get(id)!, members)).toEqual(
          population.markerTruths(id, members),
        );
      for (const { id } of profile.information) {
        const state = (cell: { state: string; records: readonly object[] }) => [
          cell.state,
          cell.records.length,
        ];
        expect(combined.column(items.get(id)!, members).map(state)).toEqual(
          population.column(id, members).map(state),
        );
      }
    }
  },
  'sets a marker for nobody who is surely in none of the lists that it comes from': ({
    combined,
    parts,
  }) => {
    for (const { id } of combined.profile.markers ?? []) {
      const of = parts.filter(([{ markers }]) => [...markers.values()].includes(id));
      const out = combined.members.filter((each) =>
        of.every(
          ([, { members, undecided }]) => !members.includes(each) && !undecided.includes(each),
        ),
      );
      expect(combined.markerTruths(id, out)).toEqual(out.map(() => 'no'));
    }
  },
};

it(Object.keys(checks).join('; '), () => {
  fc.assert(
    fc.property(made, (each) => {
      for (const check of Object.values(checks)) check(each);
    }),
    { numRuns, seed, endOnFailure: true },
  );
});
