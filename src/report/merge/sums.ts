/** Sums of an area: of each indicator and date what the clinics' leaves may have been together. */
import { figuresAt, figuresOf, interval, sumOf, type Figures } from '../protection/index.ts';
import type {
  AreaIndicator,
  AreaValue,
  ClinicReport,
  IndicatorReport,
  Interval,
  Leaf,
  Leaves,
  Protection,
} from '../types.ts';
import type { Agreed } from './agree.ts';
import { CauseSums } from './causes.ts';

/** The sums of each indicator that any of the clinics has reported, in the order in which they are met. */
export function sumIndicators(
  reports: readonly Pick<ClinicReport, 'indicators'>[],
  { dates, protection }: Pick<Agreed, 'dates' | 'protection'>,
): readonly AreaIndicator[] {
  const known = new KnownFigures(protection);
  const sums = new Map<string, Sums>();
  for (const { indicators } of reports)
    for (const indicator of indicators) {
      let own = sums.get(indicator.id);
      if (!own) sums.set(indicator.id, (own = new Sums(dates.length, protection)));
      for (let at = 0; at < dates.length; at++) {
        const figures = known.at(indicator, at);
        if (!figures) continue;
        own.add(at, figures);
        own.causes.add(indicator, at);
      }
    }
  return [...sums].map(([id, own]) => ({ id, values: own.values }));
}

/** By date, how many may be undecided in all; null where no clinic has counted them. */
export function sumUndecided(
  reports: readonly Pick<ClinicReport, 'undecided'>[],
  { dates, protection }: Pick<Agreed, 'dates' | 'protection'>,
): readonly (Interval | null)[] {
  return dates.map((_, at) => {
    const told = reports
      .map(({ undecided }) => undecided[at])
      .filter((leaf) => leaf !== undefined && leaf !== null);
    return told.length === 0 ? null : sumOf(told.map((leaf) => interval(leaf, protection)));
  });
}

const leafKinds = ['numerator', 'rest', 'unknown'] as const;
const ends = ['least', 'most', 'estimate'] as const;
const perDate = leafKinds.length * ends.length;

/** The sums of one indicator, as numbers by date. */
class Sums {
  readonly #numbers: Float64Array;
  readonly #reported: Uint32Array;
  readonly causes: CauseSums;

  constructor(dates: number, protection: Protection) {
    this.causes = new CauseSums(protection);
    this.#numbers = new Float64Array(dates * perDate);
    this.#reported = new Uint32Array(dates);
  }

  add(at: number, { numerator, rest, unknown }: Figures): void {
    const numbers = this.#numbers;
    let place = at * perDate;
    for (const each of [numerator, rest, unknown]) {
      numbers[place++]! += each.least;
      numbers[place++]! += each.most;
      numbers[place++]! += each.estimate;
    }
    this.#reported[at]!++;
  }

  get values(): readonly (AreaValue | null)[] {
    return Array.from(this.#reported, (reported, at) => {
      if (reported === 0) return null;
      const of = (kind: number): Interval => {
        const place = at * perDate + kind * ends.length;
        const [least = 0, most = 0, estimate = 0] = this.#numbers.subarray(place, place + 3);
        return { least, most, estimate };
      };
      const causes = this.causes.at(at);
      return {
        ...{ numerator: of(0), rest: of(1), unknown: of(2) },
        ...(causes ? { causes } : {}),
        reported,
      };
    });
  }
}

/** Labels are less than this where they are told apart by a number; so many patients no clinic has. */
const span = 100_000;

/** What leaves may have been: the same leaves are met again and again. */
class KnownFigures {
  readonly #known = new Map<number, Figures>();

  constructor(private readonly protection: Protection) {}

  at(indicator: IndicatorReport, at: number): Figures | undefined {
    if (indicator.groups) return figuresAt(indicator, at, this.protection);
    const leaves = indicator.values[at];
    return leaves ? this.#of(leaves) : undefined;
  }

  #of(leaves: Leaves): Figures {
    const key = keyOfLeaves(leaves);
    if (key === undefined) return figuresOf(leaves, this.protection);
    let figures = this.#known.get(key);
    if (!figures) this.#known.set(key, (figures = figuresOf(leaves, this.protection)));
    return figures;
  }
}

/** A number that the same leaves have and no others; undefined of causes told apart, and of numbers no clinic has. */
export function keyOfLeaves({ numerator, rest, unknown }: Leaves): number | undefined {
  if (typeof unknown === 'object') return undefined;
  const [yes, no, open] = [placeOf(numerator), placeOf(rest), placeOf(unknown)];
  return Math.max(yes, no, open) < span ? (yes * span + no) * span + open : undefined;
}

/** A number for a leaf: words have one that no number has. */
function placeOf(leaf: Leaf): number {
  return leaf === 'under' ? 0 : leaf === 'few' ? 1 : leaf + 2;
}
