/**
 * R10a: of a record that lacks a field, or has a date known to its month or year, whatever is said for certain must hold
 * of the whole record: worlds of care plans, medicines and services are drawn, and some of their fields are left out.
 */
import { expect, it } from 'vitest';
import { Random } from '../../fixtures/clinic/random.ts';
import { parseProfile, type Criterion } from '../../src/profile/index.ts';
import type { PatientRecords } from '../../src/record/index.ts';
import { cases } from '../depth.ts';
import { ask, documentOf, patientWith } from './build.ts';

const on = '2024-03-31';
const days = ['2024-03-31', '2024-02-29', '2023-03-31', '2023-12-31', '2024-01-31', '2022-05-05'];

function drawQuery(random: Random): object {
  const status = (text: string) => (random.chance(0.5) ? { status: text } : {});
  switch (random.whole(0, 6)) {
    case 0: {
      const maintained = [{ last: 'P1M' }, { last: 'P1Y' }, { from: '-P1Y', to: '-P1M' }];
      const count = random.pick([{}, { count: { min: 2 } }, { count: { max: 1 } }]);
      const when = random.pick(['now', 'ever']);
      return {
        carePlan: { when, maintained: random.pick(maintained), ...status('active'), ...count },
      };
    }
    case 1: {
      const strength = random.pick([
        { atLeast: 1.5, unit: 'mg' },
        { above: 1500, unit: 'µg' },
        { below: 2, unit: 'mg' },
      ]);
      const lasting = random.chance(0.4) ? { lasting: 'P1M' } : {};
      return { medication: { when: 'ever', strength, ...lasting } };
    }
    case 2: {
      const counts = [{ min: 2 }, { max: 1 }, { min: 2, apart: 'P1M' }];
      const counted = random.chance(0.5)
        ? { episodes: { gap: 'P1M' }, count: { min: 2 } }
        : { count: random.pick(counts) };
      return { medication: { when: 'ever', product: ['1', '2'], ...counted } };
    }
    case 3: {
      const count = random.pick([{ min: 1 }, { max: 0 }, { min: 2, apart: 'P1M' }]);
      return { service: { specialty: '80', when: { last: 'P1Y' }, count } };
    }
    case 4: {
      const anchor = {
        on: { carePlan: { when: 'ever', ...status('completed') } },
        pick: random.pick(['latest', 'earliest']),
        is: { service: { when: { last: 'P1M' }, specialty: '80' } },
      };
      return { anchor: { ...anchor, ...(random.chance(0.6) ? { at: 'end' } : {}) } };
    }
    case 5: {
      const of = [{ carePlan: { maintained: { last: 'P1Y' } } }, { medication: { product: '1' } }];
      const lasting = random.pick(['P1D', 'P1M']);
      return { concurrent: { of, when: { last: 'P1Y' }, lasting } };
    }
    default: {
      const of = [
        { service: { specialty: '80' } },
        { carePlan: { when: 'ever', status: 'active' } },
      ];
      return { sequence: { of, within: 'P1Y' } };
    }
  }
}

function drawCriterion(random: Random): Criterion {
  const query = drawQuery(random);
  const outcome = parseProfile(documentOf((random.chance(0.3) ? { not: query } : query) as never));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.errors));
  return outcome.profile.population.include;
}

type Entry = Readonly<Record<string, unknown>>;
type World = Readonly<Record<'carePlans' | 'medications' | 'services', readonly Entry[]>>;

/** Everything of it is known. */
function drawWorld(random: Random): World {
  const some = (draw: () => Entry) => Array.from({ length: random.whole(0, 3) }, draw);
  const span = () => {
    const [from, to] = [random.pick(days), random.pick(days)].sort();
    return random.chance(0.4) ? { from } : { from, to };
  };
  const strengths = [
    { value: 1.5, unit: 'mg' },
    { value: 3, unit: 'mg' },
    { value: 750, unit: 'µg' },
  ];
  return {
    carePlans: some(() => {
      const own = span();
      const status = 'to' in own ? 'completed' : 'active';
      return { code: 'KOL', ...own, status, maintained: random.pick(days) };
    }),
    medications: some(() => ({
      ...{ code: 'A10BJ05', ...span() },
      ...{ product: random.pick(['1', '3']), strength: random.pick(strengths) },
    })),
    services: some(() => ({
      ...{ code: '0120', at: random.pick(days), specialty: random.pick(['80', '24']) },
    })),
  };
}

/** Without some fields, and with dates that are known to their month or year. */
function spoil(entry: Entry, random: Random): Entry {
  const fields = ['maintained', 'product', 'strength', 'specialty', 'status'];
  const kept = Object.entries(entry).filter(
    ([key]) => !fields.includes(key) || !random.chance(0.3),
  );
  return Object.fromEntries(
    kept.map(([key, value]) => [
      key,
      typeof value === 'string' && days.includes(value) && random.chance(0.12)
        ? value.slice(0, random.pick([7, 4]))
        : value,
    ]),
  );
}

it('what is said of a record with less is true of the whole one', () => {
  const random = new Random('missing fields');
  const said = { yes: 0, no: 0, unknown: 0 };
  const rounds = cases(150, 500);
  for (let round = 0; round < rounds; round++) {
    const criterion = drawCriterion(random);
    const world = drawWorld(random);
    const less = Object.fromEntries(
      Object.entries(world).map(([list, all]) => [list, all.map((each) => spoil(each, random))]),
    );
    const [whole, known] = [world, less].map(
      (lists) => ask(criterion, patientWith(lists as Partial<PatientRecords>), { on }).truth,
    ) as ['yes' | 'no' | 'unknown', 'yes' | 'no' | 'unknown'];
    said[known]++;
    // R19b: when a plan was last gone through is known of the day of evaluation alone.
    if (known !== 'unknown' && whole !== 'unknown')
      expect(known, JSON.stringify([criterion, world, less])).toBe(whole);
  }
  if (rounds >= 150)
    for (const each of Object.values(said)) expect(each / rounds).toBeGreaterThan(0.1);
});
