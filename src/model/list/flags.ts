import type { Population, Steps } from '../../engine/index.ts';
import {
  combinationOf,
  denominatorOf,
  shortTitleOf,
  textIn,
  type Language,
  type MarkerLevel,
  type RecordItem,
} from '../../profile/index.ts';
import { SteppedValue } from '../steps.ts';
import { exemptControl, isExempted, type ExemptMarkers } from '../rounds/exempt-markers.ts';
import type { Flag } from './column-index/flag.ts';
import { maybe, no, yes } from './column-index/types.ts';
import { controlsOf, missingControl } from '../controls.ts';
import { onListInSteps } from './on-lists.ts';
import type { ListTab, OtherList } from './types.ts';

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
  /** By row: 1 where the denominator is yes. */
  readonly isAsked: Uint8Array;
}

/** One critical marker outweighs any number of warnings, one warning any number of notes. */
const weights: Readonly<Record<MarkerLevel, number>> = { critical: 1e6, warning: 1e3, info: 1 };

/** By row: the markers that are exempted; rows of which none is are not in it. */
export type ExemptRows = ReadonlyMap<number, ExemptMarkers>;

/**
 * What the profile asks of every row with yes, no or unknown as the answer; each asked when first needed. Markers
 * and controls are work to be done: they are *live*, without what is exempted. Indicators stand as the engine
 * answers, the exempted included.
 */
export class ListFlags {
  readonly #markers = new SteppedValue(() => this.#askMarkers());
  readonly #controls = new SteppedValue(() => this.#askControls());
  readonly #indicators = new SteppedValue(() => this.#askIndicators());
  readonly #lists = new SteppedValue(() => this.#askLists());
  #exempt: ExemptRows = new Map();
  #liveMarkers: readonly MarkerFlag[] | undefined;
  #liveControls: readonly ControlFlag[] | undefined;

  constructor(
    private readonly population: Population,
    private readonly tab: ListTab,
    private readonly language: Language,
    private readonly others: readonly OtherList[] = [],
  ) {}

  /** Asks everything, in steps. */
  *prepare(): Steps<void> {
    yield* this.#markers.steps();
    yield* this.#controls.steps();
    yield* this.#indicators.steps();
    yield* this.#lists.steps();
  }

  /** Takes who is exempted now. */
  setExempt(rows: ExemptRows): void {
    this.#exempt = rows;
    this.#liveMarkers = undefined;
    this.#liveControls = undefined;
  }

  /** The live markers; another list whenever other markers are exempted. R22: markers are asked of members only. */
  get markers(): readonly MarkerFlag[] {
    return (this.#liveMarkers ??= this.#live(this.#markers.value, isExempted));
  }

  *#askMarkers(): Steps<readonly MarkerFlag[]> {
    const { markers = [] } = this.tab === 'members' ? this.population.profile : {};
    const flags: MarkerFlag[] = [];
    for (const { id, title, short, level, when } of markers)
      flags.push({
        id,
        title: textIn(title, this.language),
        ...(short ? { short: textIn(short, this.language) } : {}),
        level,
        weight: weights[level],
        truths: yield* this.#truths(when),
      });
    return flags;
  }

  /**
   * Who misses a control: the profile's own question of the last 12 months, the other way round. A patient who is
   * exempt misses none; another list whenever others are.
   */
  get controls(): readonly ControlFlag[] {
    return (this.#liveControls ??= this.#live(this.#controls.value, (exempt, id) =>
      isExempted(exempt, exemptControl(id)),
    ));
  }

  *#askControls(): Steps<readonly ControlFlag[]> {
    const items = this.tab === 'members' ? controlsOf(this.population.profile) : [];
    const flags: ControlFlag[] = [];
    for (const item of items) {
      const { id, title } = item;
      const truths = yield* this.#truths(missingControl(item));
      flags.push({ id, title: textIn(title, this.language), truths, weight: 1, item });
    }
    return flags;
  }

  /** R22: of those for whom the denominator is yes, the numerator; unknown where the denominator itself is. */
  get indicators(): readonly IndicatorFlag[] {
    return this.#indicators.value;
  }

  *#askIndicators(): Steps<readonly IndicatorFlag[]> {
    const { indicators = [] } = this.population.profile;
    const flags: IndicatorFlag[] = [];
    for (const indicator of indicators) {
      const { id, title } = indicator;
      const above = yield* this.#truths(indicator.numerator);
      const denominator = denominatorOf(indicator);
      const below = denominator ? yield* this.#truths(denominator) : above.map(() => yes);
      const truths = above.map((truth, row) => (below[row] === yes ? truth : below[row]!));
      const isAsked = below.map((truth) => (truth === yes ? 1 : 0));
      flags.push({ id, title: textIn(title, this.language), truths, weight: 1, isAsked });
    }
    return flags;
  }

  /** The flags without the rows in which they are exempted. */
  #live<Own extends Flag>(
    flags: readonly Own[],
    isOff: (exempt: ExemptMarkers, id: string) => boolean,
  ): readonly Own[] {
    return flags.map((flag) => {
      const off = [...this.#exempt].filter(([, exempt]) => isOff(exempt, flag.id));
      if (off.length === 0) return flag;
      const truths = flag.truths.slice();
      for (const [row] of off) truths[row] = no;
      return { ...flag, truths };
    });
  }

  /** Who stands on which list: of a combined profile those that it is made of, else other ones. */
  get lists(): readonly Flag[] {
    return this.#lists.value;
  }

  *#askLists(): Steps<readonly Flag[]> {
    const { population, tab, language, others } = this;
    const ids = population[tab];
    const flags: Flag[] = [];
    const parts = combinationOf(population.profile);
    for (const part of parts ?? []) {
      const truths = yield* onListInSteps(population, part, ids);
      flags.push({ id: part.id, title: textIn(part.title, language), truths, weight: 1 });
      yield;
    }
    for (const { profile, members, undecided } of parts ? [] : others) {
      const { id } = profile;
      if (id === population.profile.id) continue;
      const truths = Uint8Array.from(ids, (each) =>
        members.has(each) ? yes : undecided.has(each) ? maybe : no,
      );
      flags.push({ id, title: textIn(shortTitleOf(profile), language), truths, weight: 1 });
      yield;
    }
    return flags;
  }

  *#truths(criterion: Parameters<Population['truths']>[0]): Steps<Uint8Array> {
    const truths = yield* this.population.truthsInSteps(criterion);
    yield;
    return truths;
  }
}

/** Which patients have come since the last round. */
export function cameFlag(ids: readonly string[], came: ReadonlySet<string> | undefined): Flag {
  const truths = Uint8Array.from(ids, (id) => (came?.has(id) ? yes : no));
  return { id: 'came', title: '', truths, weight: 1 };
}
