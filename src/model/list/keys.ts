/** Columns as numbers: what sorts, filters, counts and finds, whatever the rows look like. */
import { cellStates, type CellColumns, type Detail, type Vocabulary } from '../../engine/index.ts';
import type { RecordItem } from '../../profile/index.ts';
import { codeMatcher, recordTypes, type CodeMatcher } from '../../record/index.ts';
import { dateOf, dayOf } from '../../record/days.ts';
import type { Words } from './search.ts';
import { rankValues, type CompareText, type Ranking, type Value } from './order.ts';
import type { CellState, Filter } from './types.ts';

/** Cell states, as in `cellStates`. */
export const [valued, none, unknown, notAsked] = [0, 1, 2, 3];

/** Kleene's truths, as the engine's bytes. */
const [no, maybe, yes] = [0, 1, 2];

/** Something that a column holds, and in how many rows. */
export interface FacetValue {
  /** For `Filter.any`. */
  readonly value: string;
  readonly text: string;
  readonly count: number;
}

/** A filter's verdict: rows by state, and whether those with a value meet its conditions. */
export interface Verdict {
  readonly states: Uint8Array;
  readonly met: Uint8Array;
}

export interface Keys {
  /** By row: place in `cellStates`. */
  readonly states: Uint8Array;
  /** Of the rows that have a value. */
  readonly ranking: Ranking;
  judge(filter: Filter): Verdict;
  /** What occurs in the rows of a mask, most frequent first. */
  facetValues(mask: Uint8Array): readonly FacetValue[];
  /** Marks the rows in which a word occurs. */
  find?(word: string, found: Uint8Array): void;
}

/** Which rows pass a filter: 1, else 0. */
export function maskOf(filter: Filter, keys: Keys): Uint8Array {
  const wanted = cellStates.map((state) => filter.states?.includes(state) ?? false);
  const hasConditions = isConditional(filter);
  if (!hasConditions && !wanted.includes(true)) return new Uint8Array(keys.states.length).fill(1);
  const { states, met } = keys.judge(filter);
  return states.map((state, row) => {
    if (wanted[state]) return 1;
    if (state !== valued || !hasConditions) return 0;
    return met[row] === yes || (met[row] === maybe && wanted[unknown]) ? 1 : 0;
  });
}

function isConditional({ any, min, max, contains }: Filter): boolean {
  return !!any?.length || min !== undefined || max !== undefined || !!contains?.trim();
}

/** A value per row: fields of patients, statuses, notes. */
export class FieldKeys implements Keys {
  readonly states: Uint8Array;
  #ranking: Ranking | undefined;

  /** @param absent The state of a row without a value. */
  constructor(
    readonly values: readonly (Value | undefined)[],
    absent: number,
    private readonly compareText: CompareText,
  ) {
    this.states = new Uint8Array(values.length);
    for (let row = 0; row < values.length; row++)
      this.states[row] = values[row] === undefined ? absent : valued;
  }

  get ranking(): Ranking {
    return (this.#ranking ??= rankValues(this.values, this.compareText));
  }

  judge({ any, min, max, contains }: Filter): Verdict {
    const among = any?.length ? new Set(any) : undefined;
    const part = plain(contains);
    const meets = (value: Value) =>
      (!among || among.has(String(value))) &&
      (min === undefined || isInOrder(min, value)) &&
      (max === undefined || isInOrder(value, max)) &&
      (part === '' || plain(String(value)).includes(part));
    // Values mostly repeat.
    const verdicts = new Map<Value, number>();
    const met = new Uint8Array(this.values.length);
    this.values.forEach((value, row) => {
      if (value === undefined) return;
      let verdict = verdicts.get(value);
      if (verdict === undefined) verdicts.set(value, (verdict = meets(value) ? yes : no));
      met[row] = verdict;
    });
    return { states: this.states, met };
  }

  facetValues(mask: Uint8Array): readonly FacetValue[] {
    const { distinct, of } = this.ranking;
    const counts = new Uint32Array(distinct.length);
    for (let row = 0; row < of.length; row++)
      if (mask[row] === 1 && this.states[row] === valued) counts[of[row]!]!++;
    return frequent(
      distinct.map((value, place) => ({
        value: String(value),
        text: String(value),
        count: counts[place]!,
      })),
    );
  }
}

/** What two names of a code have in common: of two strengths, the substance. */
function sharedWords(known: string, text: string): string {
  if (known === text || known === '' || text === '') return known || text;
  const words = text.split(' ');
  const shared = known.split(' ').filter((word, index) => word === words[index]);
  return shared.length > 0 && text.startsWith(shared.join(' ')) ? shared.join(' ') : known;
}

/** Lower case, and CPR numbers with or without their hyphen. */
function plain(text = ''): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/^(\d{1,6})-(\d{0,4})$/, '$1$2');
}

function isInOrder(a: Value, b: Value): boolean {
  return typeof a === typeof b && a <= b;
}

function frequent(choices: readonly FacetValue[]): readonly FacetValue[] {
  return choices.filter(({ count }) => count > 0).sort((a, b) => b.count - a.count);
}

/** One thing that may be so of each row: a marker, a control that is missing. */
export interface Flag {
  readonly id: string;
  readonly title: string;
  /** Further words that find it. */
  readonly short?: string;
  /** By row: 0 no, 1 unknown, 2 yes. */
  readonly truths: Uint8Array;
  /** How much one of it counts in the order. */
  readonly weight: number;
}

/** Several flags in one column. A row's state is that of the flags asked for: any *yes*, else any *unknown*. */
export class FlagKeys implements Keys {
  readonly states: Uint8Array;
  #ranking: Ranking | undefined;

  constructor(
    readonly flags: readonly Flag[],
    private readonly size: number,
  ) {
    this.states = this.#statesOf(flags);
  }

  get ranking(): Ranking {
    return (this.#ranking ??= rankValues(
      Array.from(this.states, (state, row) =>
        state === valued
          ? this.flags.reduce(
              (sum, { truths, weight }) => sum + (truths[row] === yes ? weight : 0),
              0,
            )
          : undefined,
      ),
      () => 0,
    ));
  }

  judge({ any, min, max, contains }: Filter): Verdict {
    const part = plain(contains);
    const asked = this.flags.filter(
      ({ id, title }) => (!any?.length || any.includes(id)) && title.toLowerCase().includes(part),
    );
    const states = this.#statesOf(asked);
    const met = states.map((state, row) => {
      if (min === undefined && max === undefined) return state === valued ? yes : no;
      const count = asked.filter(({ truths }) => truths[row] === yes).length;
      return isInOrder(min ?? count, count) && isInOrder(count, max ?? count) ? yes : no;
    });
    return { states, met };
  }

  facetValues(mask: Uint8Array): readonly FacetValue[] {
    return this.flags.map(({ id, title, truths }) => ({
      value: id,
      text: title,
      count: countTruth(truths, mask, yes),
    }));
  }

  find(word: string, found: Uint8Array): void {
    for (const { title, short = '', truths } of this.flags)
      if (`${title}\n${short}`.toLowerCase().includes(word))
        for (let row = 0; row < this.size; row++) if (truths[row] !== no) found[row] = 1;
  }

  #statesOf(flags: readonly Flag[]): Uint8Array {
    const states = new Uint8Array(this.size).fill(none);
    for (const { truths } of flags)
      for (let row = 0; row < this.size; row++)
        if (truths[row] === yes) states[row] = valued;
        else if (truths[row] === maybe && states[row] === none) states[row] = unknown;
    return states;
  }
}

/** How many rows of a mask have this truth. */
export function countTruth(truths: Uint8Array, mask: Uint8Array, truth: number): number {
  let count = 0;
  for (let row = 0; row < mask.length; row++) if (mask[row] === 1 && truths[row] === truth) count++;
  return count;
}

/** The records of an item; without one, those that make a member. */
export class RecordKeys implements Keys {
  readonly states: Uint8Array;
  #ranking: Ranking | undefined;

  constructor(
    private readonly item: RecordItem | undefined,
    private readonly keys: CellColumns,
    private readonly vocabulary: Vocabulary,
    private readonly words: Words,
    private readonly compareText: CompareText,
  ) {
    // None of something that is counted is 0 of it.
    this.states =
      item?.show === 'count'
        ? keys.states.map((state) => (state === none ? valued : state))
        : keys.states;
  }

  get ranking(): Ranking {
    return (this.#ranking ??= rankValues(this.#values(), this.compareText));
  }

  /** What a cell is sorted by: what stands first in it. */
  #values(): ArrayLike<Value | undefined> {
    const { item, states } = this;
    const { counts, days, values, start, codes, details } = this.keys;
    const { vocabulary } = this;
    const valueAt = (row: number): Value => {
      if (!item) return this.#namesAt(row);
      if (item.show === 'count') return counts[row]!;
      const entry = start[row]!;
      const code = vocabulary.codes[codes[entry]!]!.code;
      const { text, value } = vocabulary.details[details[entry]!]!;
      switch (item.type) {
        case 'diagnosis':
          return code;
        case 'medication':
          return text ?? code;
        case 'result':
          return value ?? values[row]!;
        default:
          return days[row]!;
      }
    };
    return Array.from(states, (state, row) => (state === valued ? valueAt(row) : undefined));
  }

  /** As `whyOf` puts it in short. */
  #namesAt(row: number): string {
    const { start, codes, details, types } = this.keys;
    const names = new Set<string>();
    for (let entry = start[row]!; entry < start[row + 1]!; entry++) {
      const { code } = this.vocabulary.codes[codes[entry]!]!;
      const { text } = this.vocabulary.details[details[entry]!]!;
      const isDiagnosis = recordTypes[types?.[entry] ?? 0] === 'diagnosis';
      names.add(isDiagnosis ? code : text?.trim() || code);
    }
    return [...names].join(' · ');
  }

  /** Codes and texts are asked of every record in a cell, numbers and dates of the first. */
  judge({ any, min, max, contains }: Filter): Verdict {
    const met = new Uint8Array(this.states.length).fill(yes);
    if (any?.length) this.#hold(met, this.#codesAmong(any), this.#valuesAmong(any));
    const part = contains?.trim().toLowerCase();
    if (part) this.#hold(met, this.words.codes(part), this.words.details(part));
    if (typeof min === 'number' || typeof max === 'number')
      this.#bound(met, Number(min ?? -Infinity), Number(max ?? Infinity));
    else if (min !== undefined || max !== undefined) {
      const { days } = this.keys;
      const [from, to] = [
        min === undefined ? -Infinity : dayOf(min),
        max === undefined ? Infinity : dayOf(max),
      ];
      for (let row = 0; row < met.length; row++)
        if (!(days[row]! >= from && days[row]! <= to)) met[row] = no;
    }
    return { states: this.states, met };
  }

  /** Leaves only the rows that hold one of the codes or details. */
  #hold(met: Uint8Array, ofCode: Uint8Array, ofDetail: Uint8Array): void {
    const { start, codes, details } = this.keys;
    for (let row = 0; row < met.length; row++) {
      let holds = false;
      for (let entry = start[row]!; entry < start[row + 1]! && !holds; entry++)
        holds = ofCode[codes[entry]!] === 1 || ofDetail[details[entry]!] === 1;
      if (!holds) met[row] = no;
    }
  }

  #codesAmong(any: readonly string[]): Uint8Array {
    const matchers = new Map<string, CodeMatcher>();
    return Uint8Array.from(this.vocabulary.codes, ({ system, code }) => {
      let matches = matchers.get(system);
      if (!matches) matchers.set(system, (matches = codeMatcher({ system, include: any })));
      return matches(system, code) ? 1 : 0;
    });
  }

  #valuesAmong(any: readonly string[]): Uint8Array {
    const texts = new Set(any.map(plain));
    return Uint8Array.from(this.vocabulary.details, ({ value }) =>
      value !== undefined && texts.has(plain(value)) ? 1 : 0,
    );
  }

  /** R14: what may lie on either side of a bound, or is a text, is undecided. */
  #bound(met: Uint8Array, min: number, max: number): void {
    const { counts, values, start, details } = this.keys;
    const { item, vocabulary, states } = this;
    for (let row = 0; row < met.length; row++) {
      if (met[row] === no || states[row] !== valued) continue;
      let truth = no;
      if (item?.show === 'count') truth = counts[row]! >= min && counts[row]! <= max ? yes : no;
      else if (item?.type === 'result') {
        const detail = vocabulary.details[details[start[row]!]!]!;
        truth = boundTruth(values[row]!, detail, min, max);
      }
      if (truth < met[row]!) met[row] = truth;
    }
  }

  facetValues(mask: Uint8Array): readonly FacetValue[] {
    const { start, codes, details } = this.keys;
    const { vocabulary } = this;
    const found = new Map<string, { text: string; count: number; last: number }>();
    for (let row = 0; row < mask.length; row++) {
      if (mask[row] !== 1) continue;
      for (let entry = start[row]!; entry < start[row + 1]!; entry++) {
        const detail = vocabulary.details[details[entry]!]!;
        const value = detail.value ?? vocabulary.codes[codes[entry]!]!.code;
        let choice = found.get(value);
        if (!choice) found.set(value, (choice = { text: '', count: 0, last: -1 }));
        choice.text = sharedWords(choice.text, (detail.value ?? detail.text ?? '').trim());
        if (choice.last !== row) choice.count++;
        choice.last = row;
      }
    }
    return frequent([...found].map(([value, { text, count }]) => ({ value, text, count })));
  }

  find(word: string, found: Uint8Array): void {
    const [ofCode, ofDetail] = [this.words.codes(word), this.words.details(word)];
    if (!ofCode.includes(1) && !ofDetail.includes(1)) return;
    const { start, codes, details } = this.keys;
    for (let row = 0; row < found.length; row++)
      for (let entry = start[row]!; entry < start[row + 1]! && found[row] === 0; entry++)
        if (ofCode[codes[entry]!] === 1 || ofDetail[details[entry]!] === 1) found[row] = 1;
  }
}

function boundTruth(value: number, { comparator }: Detail, min: number, max: number): number {
  if (Number.isNaN(value)) return maybe;
  // Every number that the result allows, ends included or not.
  const low = comparator === '<' || comparator === '<=' ? -Infinity : value;
  const high = comparator === '>' || comparator === '>=' ? Infinity : value;
  if (low >= min && high <= max) return yes;
  const isApart =
    high < min ||
    low > max ||
    (comparator === '<' && value <= min) ||
    (comparator === '>' && value >= max);
  return isApart ? no : maybe;
}

/** The least and the greatest of what is shown first in the rows of a mask: numbers, or dates. */
export function rangeOf({ ranking, states }: Keys, mask: Uint8Array, isDate: boolean) {
  const { distinct, of } = ranking;
  let [first, last] = [Infinity, -1];
  for (let row = 0; row < of.length; row++) {
    const place = of[row]!;
    if (mask[row] !== 1 || states[row] !== valued) continue;
    // A text among numbers has no place between them.
    if (!isDate && typeof distinct[place] === 'string') continue;
    if (place < first) first = place;
    if (place > last) last = place;
  }
  const [min, max] = [distinct[first], distinct[last]];
  if (min === undefined || max === undefined) return {};
  const asDate = (value: Value) => (isDate && typeof value === 'number' ? dateOf(value) : value);
  return { min: asDate(min), max: asDate(max) };
}

/** How many rows of a mask are in each state. */
export function countStates(states: Uint8Array, mask: Uint8Array): Record<CellState, number> {
  const counts = { value: 0, none: 0, unknown: 0, 'not-asked': 0 };
  for (let row = 0; row < mask.length; row++)
    if (mask[row] === 1) counts[cellStates[states[row]!]!]++;
  return counts;
}
