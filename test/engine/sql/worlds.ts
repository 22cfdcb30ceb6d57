/** Random profiles over random clinics, for what is asked of databases. */
import type { Random } from '../../../fixtures/clinic/random.ts';
import { parseProfile, type Criterion, type Profile } from '../../../src/profile/index.ts';
import { readCoverage } from '../../../src/record/index.ts';
import { documentOf } from '../build.ts';
import { drawCoverage, drawCriterion, drawPatient } from './arbitraries.ts';
import { checked, loadClinics, type Database, type LoadedClinic } from './databases.ts';

/** How much is drawn. */
export interface WorldSize {
  readonly criteria: number;
  readonly patients: number;
}

/** Two clinics of one database, whose patients have the same ids. */
export interface World {
  readonly profile: Profile;
  readonly clinics: readonly LoadedClinic[];
}

/** @param isEverybody Whether everybody is a member: who is none is asked nothing else. */
export function drawWorld(
  random: Random,
  isEverybody: boolean,
  { criteria, patients }: WorldSize,
): World {
  const draw = () => {
    for (;;) {
      const criterion = drawCriterion(random);
      // A contradiction comes up now and then; no profile may hold one.
      if (parseProfile(documentOf(criterion)).ok) return criterion;
    }
  };
  const everybody: Criterion = { all: [] };
  const asked = Array.from({ length: criteria }, draw);
  const title = { da: 'Prøve' };
  const profile = {
    ...documentOf(everybody, {
      population: isEverybody ? { include: everybody } : { include: draw(), exclude: draw() },
      markers: asked
        .slice(0, -4)
        .map((when, index) => ({ id: `m${index}`, level: 'info', title, when })),
      indicators: [
        { id: 'i0', title, numerator: asked.at(-1), denominator: asked.at(-2) },
        {
          id: 'i1',
          title,
          numerator: asked.at(-3),
          denominator: asked.at(-4),
          except: asked.at(-1),
        },
        { id: 'i2', title, numerator: asked.at(-2), except: asked.at(-3) },
        { id: 'i2', title, numerator: asked.at(0) },
      ],
    }),
  } as unknown as Profile;
  return {
    profile,
    clinics: ['one', 'other'].map((id) => ({
      id,
      patients: Array.from({ length: patients / 2 }, (_, index) =>
        checked(drawPatient(random, `p${index}`)),
      ),
      coverage: readCoverage(drawCoverage(random)),
    })),
  };
}

/** Two profiles with two indicators each, and the clinics that they are asked of, which are loaded. */
export async function drawLeaves(random: Random, database: Database) {
  const size = { criteria: 5, patients: 80 };
  const worlds = [drawWorld(random, true, size), drawWorld(random, false, size)];
  const { clinics } = worlds[0]!;
  await loadClinics(database, clinics);
  const profiles = worlds.map(({ profile }): Profile => ({
    ...profile,
    markers: [],
    indicators: profile.indicators?.slice(0, 2) ?? [],
  }));
  return { clinics, profiles, plans: profiles.map((profile) => ({ profile })) };
}
