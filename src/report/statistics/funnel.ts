/** The funnel of an area's clinics: whose share lies outside what chance explains. */
import { limitsAt } from './binomial.ts';
import { dispersionOf, randomEffectsLimit, type Dispersion } from './dispersion.ts';
import { shareOf, unknownShareOf, type Share } from './shares.ts';
import { sumOfFigures, type Figures } from '../protection/index.ts';

/** A clinic's leaves on the date; the id is what the caller knows it by. */
export interface CountedClinic {
  readonly id: string;
  readonly figures: Figures;
}

export interface FunnelLimits {
  readonly size: number;
  /** 99.8 % and 95 % below, 95 % and 99.8 % above. */
  readonly low998: number;
  readonly low95: number;
  readonly high95: number;
  readonly high998: number;
}

export type FunnelPlace = 'within' | 'above95' | 'above998' | 'below95' | 'below998';

export interface FunnelClinic {
  readonly id: string;
  readonly share: Share;
  readonly unknown: Share | undefined;
  /** Outside a limit only where every number that the leaves allow is. */
  readonly place: FunnelPlace;
}

export interface Funnel {
  readonly kind: 'funnel';
  /** The area's own share, or the target that was given. */
  readonly centre: number;
  /** The area's share: a sum of protected leaves. */
  readonly area: Share;
  readonly clinics: readonly FunnelClinic[];
  /** Clinics whose leaves are all under the threshold. */
  readonly hidden: readonly string[];
  /** Along the axis of sizes, the smallest first. */
  readonly limits: readonly FunnelLimits[];
  readonly dispersion: Dispersion;
}

/** Too few clinics that can be shown: limits about so few would say more than is known. */
export interface NoFunnel {
  readonly kind: 'too-few';
  readonly shown: number;
  readonly needed: number;
  readonly hidden: readonly string[];
}

/** The fewest clinics that a funnel, and deciles, are drawn for. */
export const fewestClinics = 10;

/** Cumulated chances of the four limits: 95 % and 99.8 % lie within. */
const chances = [0.001, 0.025, 0.975, 0.999];
/** The same of the normal distribution, in standard deviations. */
const deviations = [-3.090232306167813, -1.959963984540054, 1.959963984540054, 3.090232306167813];

/** So many sizes are told along the axis: more cannot be seen in a line. */
const steps = 80;

/**
 * A funnel of the clinics about their common share, or about a target. Of fewer than ten clinics there is none. No
 * clinic is given a rank, and they stay in the order in which they came.
 */
export function funnelOf(
  given: readonly CountedClinic[],
  { target }: { readonly target?: number | undefined } = {},
): Funnel | NoFunnel {
  const hidden = given.filter(({ figures }) => !shareOf(figures)).map(({ id }) => id);
  const shown = given.filter(({ figures }) => shareOf(figures));
  const all = shown.map(({ figures }) => figures);
  const area = shareOf(sumOfFigures(all));
  if (shown.length < fewestClinics || !area)
    return { kind: 'too-few', shown: shown.length, needed: fewestClinics, hidden };
  const centre = target ?? area.estimate;
  const dispersion = dispersionOf(all, centre);
  const limits = limitsAbout(centre, dispersion);
  const clinics = shown.map(({ id, figures }): FunnelClinic => {
    const share = shareOf(figures)!;
    return { id, share, unknown: unknownShareOf(figures), place: placeOf(figures, limits) };
  });
  const sizes = sizesAlong(Math.max(...clinics.map(({ share }) => share.of)));
  return {
    ...{ kind: 'funnel', centre, area, clinics, hidden, dispersion },
    limits: sizes.map(limits),
  };
}

/** The limits by size. Where clinics differ by more than chance, the wider of the two, never the narrower. */
function limitsAbout(centre: number, { tau }: Dispersion): (size: number) => FunnelLimits {
  const known = new Map<number, FunnelLimits>();
  return (size) => {
    const whole = Math.max(1, Math.round(size));
    let limits = known.get(whole);
    if (!limits) {
      const exact = limitsAt(whole, centre, chances);
      const [low998, low95, high95, high998] = exact.map((limit, at) => {
        if (tau === 0) return limit;
        const wide = randomEffectsLimit(whole, centre, tau, deviations[at]!);
        return at < 2 ? Math.min(limit, wide) : Math.max(limit, wide);
      }) as [number, number, number, number];
      known.set(whole, (limits = { size: whole, low998, low95, high95, high998 }));
    }
    return limits;
  };
}

/**
 * Above a limit where the fewest that the numerator may be, of the most that the rest may be, still is; below where the
 * most of the fewest is. Any other numbers that the leaves allow lie further out.
 */
function placeOf(
  { numerator, rest }: Figures,
  limits: (size: number) => FunnelLimits,
): FunnelPlace {
  const least = { share: numerator.least, of: numerator.least + rest.most };
  const most = { share: numerator.most, of: numerator.most + rest.least };
  if (least.of > 0) {
    const { high95, high998 } = limits(least.of);
    if (least.share / least.of > high998) return 'above998';
    if (least.share / least.of > high95) return 'above95';
  }
  if (most.of > 0) {
    const { low95, low998 } = limits(most.of);
    if (most.share / most.of < low998) return 'below998';
    if (most.share / most.of < low95) return 'below95';
  }
  return 'within';
}

/** Sizes from 1 to the largest, closer together where the limits bend. */
function sizesAlong(largest: number): readonly number[] {
  const end = Math.max(2, Math.ceil(largest * 1.05));
  const sizes = Array.from({ length: steps + 1 }, (_, at) =>
    Math.round(1 + (end - 1) * (at / steps) ** 2),
  );
  return [...new Set(sizes)];
}
