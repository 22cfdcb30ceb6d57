/** Some patients of very many, of every age and sex: the same ones each time. */
import type { Sex } from '../../record/index.ts';
import type { Roster } from './roster.ts';

/** Those of one sex and about one age. */
export interface Stratum {
  /** In completed years, both included; undefined of those of whom it is not known. */
  readonly age: { readonly from: number; readonly to?: number } | undefined;
  /** Undefined of those of whom it is not known. */
  readonly sex: Exclude<Sex, 'unknown'> | undefined;
  /** How many there are. */
  readonly count: number;
  /** Those of them in the sample: places in the roster, ascending. */
  readonly sampled: readonly number[];
}

const ages = [
  { from: 0, to: 17 },
  { from: 18, to: 39 },
  { from: 40, to: 64 },
  { from: 65, to: 79 },
  { from: 80 },
] as const;
const sexes = ['female', 'male', undefined] as const;

/**
 * A sample of patients, by age and sex: of each stratum as great a part as of all, and of none that has anybody
 * nobody. All of them, where they are few.
 *
 * @param most How many are taken; more only where there are more strata.
 */
export function sampleOf(
  roster: Roster,
  places: readonly number[],
  most: number,
): readonly Stratum[] {
  const strata = [...ages, undefined].flatMap((age) =>
    sexes.map((sex) => ({ age, sex, places: [] as number[] })),
  );
  for (const place of places) strata[stratumOf(roster, place)]!.places.push(place);
  const known = strata.filter((each) => each.places.length > 0);
  const sizes = sharesOf(
    known.map((each) => each.places.length),
    most,
  );
  return known.map(({ age, sex, places: all }, index) => ({
    ...{ age, sex, count: all.length },
    sampled: spread(all, sizes[index]!),
  }));
}

function stratumOf(roster: Roster, place: number): number {
  const { survey } = roster;
  const ref = roster.refAt(place);
  const age = survey.ageAt(ref);
  const { sex } = survey.patientAt(ref);
  const row = age === undefined ? ages.length : ages.findLastIndex(({ from }) => age >= from);
  const column = sex === 'female' ? 0 : sex === 'male' ? 1 : 2;
  return 3 * row + column;
}

/** Shares out a number by sizes: at least one to each, and no more than it has. The greatest rests come first. */
function sharesOf(sizes: readonly number[], most: number): readonly number[] {
  const all = sizes.reduce((sum, size) => sum + size, 0);
  if (all <= most) return sizes;
  const exact = sizes.map((size) => (size * most) / all);
  const shares = exact.map((share) => Math.max(1, Math.floor(share)));
  const byRest = exact
    .map((share, index) => ({ index, rest: share - Math.floor(share) }))
    .sort((a, b) => b.rest - a.rest);
  let left = most - shares.reduce((sum, share) => sum + share, 0);
  for (const { index } of byRest) {
    if (left <= 0) break;
    if (shares[index]! >= sizes[index]!) continue;
    shares[index]!++;
    left--;
  }
  return shares;
}

/** Evenly spread over a list, in its order. */
function spread(places: readonly number[], count: number): readonly number[] {
  return Array.from(
    { length: count },
    (_, at) => places[Math.floor(((at + 0.5) * places.length) / count)]!,
  );
}
