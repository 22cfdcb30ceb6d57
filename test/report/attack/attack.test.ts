/**
 * The attacker of the page on disclosure control: integer programs over drawn families of reports. It knows the method,
 * the sizes of denominators, all that is published, how indicators have to do with one another, and where it is a
 * member its own counts. No leaf loses a value by it.
 */
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { cases } from '../../depth.ts';
import { defaultSettings, settings } from '../protection/divisions.ts';
import { attack, wordsOf, type Attack, type Published } from './attack.ts';
import {
  alikeChain,
  chain,
  nested,
  area,
  breakdown,
  oneDenominator,
  quarters,
  type Division,
} from './families.ts';
import { loadSolver, type Knowledge } from './knowledge.ts';
import { order, within } from './relations.ts';
import type { Unknowns } from './published.ts';

beforeAll(loadSolver);

const seed = Number(process.env.OVERBLIK_SEED ?? 20261129);
const sizes = ['known', 'unknown'] as const;

/** In depth 2,000 families in all, and more. */
function expectNothing<Family>(
  families: fc.Arbitrary<Family>,
  found: (family: Family) => readonly string[],
  everyday = 3,
  whole = 4,
) {
  const property = fc.property(families, (family) => {
    expect(found(family)).toEqual([]);
  });
  fc.assert(property, { numRuns: cases(everyday, whole), seed, endOnFailure: true });
}

const one = (divisions: readonly Division[]): Published => ({ divisions, isOneDenominator: true });
const apart = (divisions: readonly Division[]): Published => ({
  divisions,
  isOneDenominator: false,
});

const tells = (published: readonly Published[], how: Attack, protection = defaultSettings) =>
  attack(published, protection, how).map(wordsOf);

describe.each(sizes)('sizes of denominators that are %s', (known) => {
  const how = { sizes: known };

  it('tell nothing of indicators of one denominator', () => {
    expectNothing(oneDenominator, (divisions) => tells([one(divisions)], how));
  });

  it('tell nothing of an indicator and its opposite', () => {
    const both = oneDenominator.map((all) =>
      all.slice(0, 6).flatMap((each) => [each, opposite(each)]),
    );
    const relate = (knowledge: Knowledge, counts: readonly Unknowns[]) => {
      for (let at = 0; at < counts.length; at += 2)
        areOpposite(knowledge, counts[at], counts[at + 1]);
    };
    expectNothing(both, (divisions) => tells([one(divisions)], { ...how, relate }));
  });

  it('tell nothing of forty quarters', () => {
    expectNothing(quarters, (dates) => tells(dates.map(one), how), 1, 1);
  });

  it('tell nothing of a breakdown in the place of its leaves', () => {
    expectNothing(breakdown, (groups) => tells([apart(groups)], how));
  });

  it('tell a member nothing of the others', () => {
    expectNothing(
      area,
      (clinics) => tells(clinics.map(one), { ...how, insiders: [clinics.length - 1] }),
      1,
    );
  });

  it('tell two members nothing that collude', () => {
    expectNothing(area, (clinics) =>
      clinics.length < 3 ? [] : tells(clinics.map(one), { ...how, insiders: [0, 1] }),
    );
  });

  it('tell nothing of numerators that are within one another where as many are unknown', () => {
    expectNothing(alikeChain, (divisions) => tells([one(divisions)], { ...how, relate: order }), 1);
  });

  it.each(settings.filter(({ threshold, base }) => threshold === base))(
    'tell nothing with a threshold of $threshold',
    (protection) => {
      expectNothing(oneDenominator, (divisions) => tells([one(divisions)], how, protection), 2);
    },
  );
});

describe('sizes that are not known, and counts that are within one another', () => {
  const known = (published: Published, relate: typeof order) =>
    attack([published], defaultSettings, { sizes: 'unknown', relate })
      .filter(({ left }) => left < 2)
      .map(wordsOf);

  it('leave no leaf of a chain of numerators known', () => {
    expectNothing(chain, (divisions) => known(one(divisions), order), 1, 2);
  });

  it('leave no leaf of a denominator within another known', () => {
    expectNothing(nested, (divisions) => known(apart(divisions), within), 1, 2);
  });
});

const opposite = ([yes, no, unknown]: Division): Division => [no, yes, unknown];

function areOpposite(knowledge: Knowledge, one?: Unknowns, other?: Unknowns) {
  if (!one || !other) return;
  knowledge.same(one.numerator, other.rest);
  knowledge.same(one.rest, other.numerator);
}
