/** How grave the gravest marker of each row is, as far as that can be said. */
import { markerLevels } from '../../marker-counts.ts';
import type { MarkerLevel } from '../../../profile/index.ts';
import type { Steps } from '../../../engine/index.ts';
import { SteppedValue } from '../../steps.ts';
import { sentence } from '../../../i18n/language.ts';
import type { MarkerFlag } from '../flags.ts';
import type { RowGroups } from '../rows/groups.ts';
import { rankInSteps, type Ranking } from '../rows/sort.ts';
import type { Filter } from '../types.ts';
import {
  maybe,
  no,
  none,
  unknown,
  valued,
  yes,
  type ColumnIndex,
  type FacetValue,
  type FilterVerdict,
} from './types.ts';

/** By level a bit of what the gravest marker may be; that there is none is one too. */
const bits: Readonly<Record<MarkerLevel | 'none', number>> = {
  ...{ none: 1, info: 2, warning: 4, critical: 8 },
};

/**
 * A row with a marker that cannot be decided may be graver than is known: what is asked for passes for certain where
 * every gravest marker that it may have is among it.
 */
export class SeverityIndex implements ColumnIndex {
  readonly states: Uint8Array;
  /** By row: the bits of what the gravest may be. */
  readonly #possible: Uint8Array;
  readonly #ranking = new SteppedValue(() => this.#rank());

  /** @param names What the levels are called. */
  constructor(
    markers: readonly MarkerFlag[],
    size: number,
    private readonly names: Readonly<Record<MarkerLevel, string>>,
  ) {
    this.#possible = possibleIn(markers, size);
    this.states = this.#possible.map((each) =>
      each === bits.none ? none : each & bits.none ? unknown : valued,
    );
  }

  get ranking(): Ranking {
    return this.#ranking.value;
  }

  rank(): Steps<Ranking> {
    return this.#ranking.steps();
  }

  /** By the gravest that it may be. */
  *#rank(): Steps<Ranking> {
    const values = Array.from(this.#possible, (each, row) =>
      this.states[row] === valued ? 31 - Math.clz32(each) : undefined,
    );
    return yield* rankInSteps(values, () => 0);
  }

  judge({ any = [], states = [], ...others }: Filter): FilterVerdict {
    if (any.length === 0) return { states: this.states, met: this.states.map(() => no) };
    // Of what can be said to be none that is asked for as the levels are.
    const asked = [...any, ...(states.includes('none') ? ['none'] : [])].reduce(
      (sum, each) => sum | (bits[each as MarkerLevel] ?? 0),
      0,
    );
    const isOther = others.min !== undefined || others.max !== undefined || others.all?.length;
    const met = this.#possible.map((each) => {
      if (isOther || (each & asked) === 0) return no;
      return (each & ~asked) === 0 ? yes : maybe;
    });
    return { states: new Uint8Array(met.length).fill(valued), met };
  }

  /** Who may be graver than is known stands in a group of its own, after the gravest: danger is not ruled out there. */
  groups({ undecided, none: without }: Readonly<Record<'undecided' | 'none', string>>): RowGroups {
    const [gravest, ...others] = markerLevels.map((level) => ({
      id: level as string,
      title: this.names[level],
    }));
    const ids = [gravest!.id, 'undecided', ...others.map(({ id }) => id), 'none'];
    const places = new Map(
      ids.map((id, place) => [bits[id as keyof typeof bits] as number | undefined, place]),
    );
    return {
      of: Uint32Array.from(this.#possible, (each) => places.get(each) ?? 1),
      groups: [
        gravest!,
        { id: 'undecided', title: sentence(undecided) },
        ...others,
        { id: 'none', title: sentence(without) },
      ],
    };
  }

  namesOf(values: readonly string[]): ReadonlyMap<string, string> {
    return new Map(values.map((each) => [each, this.names[each as MarkerLevel] ?? each]));
  }

  /** Of whom it is certain. */
  *facetValuesInSteps(mask: Uint8Array): Steps<readonly FacetValue[]> {
    const values: FacetValue[] = [];
    for (const level of markerLevels) {
      let count = 0;
      for (let row = 0; row < mask.length; row++)
        if (mask[row] === 1 && this.#possible[row] === bits[level]) count++;
      values.push({ value: level, text: this.names[level], count });
      yield;
    }
    return values;
  }
}

/** What the gravest marker of a row may be: of what is graver than one that is set nothing is known to be excluded. */
function possibleIn(markers: readonly MarkerFlag[], size: number): Uint8Array {
  const possible = new Uint8Array(size);
  const isOpen = new Uint8Array(size).fill(1);
  for (const level of markerLevels) {
    const truths = new Uint8Array(size);
    for (const flag of markers)
      if (flag.level === level)
        for (let row = 0; row < size; row++)
          if (flag.truths[row]! > truths[row]!) truths[row] = flag.truths[row]!;
    for (let row = 0; row < size; row++) {
      if (isOpen[row] === 0 || truths[row] === no) continue;
      possible[row] = possible[row]! | bits[level];
      if (truths[row] === yes) isOpen[row] = 0;
    }
  }
  return possible.map((each, row) => (isOpen[row] === 1 ? each | bits.none : each));
}
