/** The checks in steps: they answer as they do at once, and no step of a hostile profile is much of the whole. */
import { expect, it } from 'vitest';
import { demens } from '../../fixtures/profiles/index.ts';
import { reviewProfile, reviewProfileInSteps } from '../../src/authoring/index.ts';
import type { Criterion, Profile } from '../../src/profile/index.ts';
import { documentOf } from '../engine/build.ts';
import { parsed } from '../fixtures/profiles/cases.ts';

const asOf = '2026-11-24';

function counted(profile: Profile) {
  const steps = reviewProfileInSteps(profile, { asOf });
  for (let count = 1; ; count++) {
    const { done, value } = steps.next();
    if (done) return { count, value };
  }
}

const has = (first: number, codes: number): Criterion => ({
  diagnosis: {
    codes: {
      system: 'ICPC-2',
      include: Array.from({ length: codes }, (_, at) => `T${10 + (at % 90)}X${first + at}`),
    },
    when: { last: `P${(first % 30) + 1}M` },
  },
});

it('answers as at once', () => {
  expect(counted(parsed(demens)).value).toEqual(reviewProfile(parsed(demens), { asOf }));
});

it.each([
  ['many long code sets', documentOf({ any: Array.from({ length: 20 }, (_, at) => has(at, 800)) })],
  ['many criteria', documentOf({ any: Array.from({ length: 400 }, (_, at) => has(at, 3)) })],
  [
    'many code sets beside the rules',
    documentOf(has(0, 1), {
      codes: Object.fromEntries(
        Array.from({ length: 30 }, (_, at) => [
          `s${at}`,
          {
            system: 'ICPC-2',
            include: Array.from({ length: 400 }, (_, each) => `T${10 + (each % 90)}X${each}`),
            exclude: Array.from({ length: 400 }, (_, each) => `K${10 + (each % 90)}X${each}`),
          },
        ]),
      ),
    }),
  ],
])('rests often: %s', (_, document) => {
  expect(counted(parsed(document)).count).toBeGreaterThan(35);
});
