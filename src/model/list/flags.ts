import type { Population } from '../../engine/index.ts';
import { textIn, type Language, type MarkerLevel, type RecordItem } from '../../profile/index.ts';
import type { Flag } from './column-index/flag.ts';
import { controlsOf } from './columns/controls.ts';
import type { ListTab } from './types.ts';

/** A marker of the profile, for every row. */
export interface MarkerFlag extends Flag {
  readonly level: MarkerLevel;
}

/** A control that is missing, for every row. */
export interface ControlFlag extends Flag {
  readonly item: RecordItem;
}

/** An indicator's numerator, for every row. */
export interface IndicatorFlag extends Flag {
  /** By row: whether the denominator is yes. */
  readonly denominator: Uint8Array;
}

/** One critical marker outweighs any number of warnings, one warning any number of notes. */
const weights: Readonly<Record<MarkerLevel, number>> = { critical: 1e6, warning: 1e3, info: 1 };

/** What the profile asks of every row with yes, no or unknown as the answer; each asked when first needed. */
export class ListFlags {
  #markers: readonly MarkerFlag[] | undefined;
  #controls: readonly ControlFlag[] | undefined;
  #indicators: readonly IndicatorFlag[] | undefined;

  constructor(
    private readonly population: Population,
    private readonly tab: ListTab,
    private readonly language: Language,
  ) {}

  /** R22: markers are asked of members only. */
  get markers(): readonly MarkerFlag[] {
    const { markers = [] } = this.tab === 'members' ? this.population.profile : {};
    return (this.#markers ??= markers.map(({ id, title, short, level, when }) => ({
      id,
      title: textIn(title, this.language),
      ...(short ? { short: textIn(short, this.language) } : {}),
      level,
      weight: weights[level],
      truths: this.#truths(when),
    })));
  }

  /** Who misses a control: the profile's own question of the last 12 months, the other way round. */
  get controls(): readonly ControlFlag[] {
    const items = this.tab === 'members' ? controlsOf(this.population.profile) : [];
    return (this.#controls ??= items.map((item) => {
      const { id, title, codes, source, condition } = item;
      const service = {
        ...(codes === undefined ? {} : { codes }),
        ...(source === undefined ? {} : { source }),
        when: { last: 'P12M' },
      };
      const missing = { not: { service } };
      const truths = this.#truths(condition ? { all: [condition, missing] } : missing);
      return { id, title: textIn(title, this.language), truths, weight: 1, item };
    }));
  }

  /** R22: the numerator is asked of those alone for whom the denominator is yes. */
  get indicators(): readonly IndicatorFlag[] {
    const { indicators = [] } = this.population.profile;
    return (this.#indicators ??= indicators.map(({ id, title, numerator, denominator }) => {
      const above = this.#truths(numerator);
      const below = denominator ? this.#truths(denominator) : above.map(() => 2);
      const truths = above.map((truth, row) => Math.min(truth, below[row]!));
      return { id, title: textIn(title, this.language), truths, weight: 1, denominator: below };
    }));
  }

  #truths(criterion: Parameters<Population['truths']>[0]): Uint8Array {
    return this.population.truths(criterion);
  }
}

/** Which patients have come since the last round. */
export function cameFlag(ids: readonly string[], came: ReadonlySet<string> | undefined): Flag {
  const truths = Uint8Array.from(ids, (id) => (came?.has(id) ? 2 : 0));
  return { id: 'came', title: '', truths, weight: 1 };
}
