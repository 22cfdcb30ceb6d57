import type { CellColumns, Detail, Vocabulary } from '../../../engine/index.ts';
import type { RecordItem } from '../../../profile/index.ts';
import { codeMatcher, recordTypes, type CodeMatcher } from '../../../record/index.ts';
import { dayOf } from '../../../record/days.ts';
import { searchable } from '../../../record/normalize.ts';
import type { VocabularySearch } from '../rows/vocabulary-search.ts';
import { rankValues, type CompareText, type Ranking, type Value } from '../rows/sort.ts';
import type { Filter } from '../types.ts';
import {
  frequent,
  maybe,
  no,
  none,
  plain,
  valued,
  yes,
  type ColumnIndex,
  type FacetValue,
  type FilterVerdict,
} from './types.ts';

/** The records of an item; without one, those that make a member. */
export class RecordIndex implements ColumnIndex {
  readonly states: Uint8Array;
  #ranking: Ranking | undefined;

  constructor(
    private readonly item: RecordItem | undefined,
    private readonly keys: CellColumns,
    private readonly vocabulary: Vocabulary,
    private readonly search: VocabularySearch,
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
  judge({ any, min, max, contains }: Filter): FilterVerdict {
    const met = new Uint8Array(this.states.length).fill(yes);
    if (any?.length) this.#hold(met, this.#codesAmong(any), this.#valuesAmong(any));
    const part = contains && searchable(contains).trim();
    if (part) this.#hold(met, this.search.codes(part), this.search.details(part));
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
        let facet = found.get(value);
        if (!facet) found.set(value, (facet = { text: '', count: 0, last: -1 }));
        facet.text = sharedWords(facet.text, (detail.value ?? detail.text ?? '').trim());
        if (facet.last !== row) facet.count++;
        facet.last = row;
      }
    }
    return frequent([...found].map(([value, { text, count }]) => ({ value, text, count })));
  }

  find(word: string, found: Uint8Array): void {
    const [ofCode, ofDetail] = [this.search.codes(word), this.search.details(word)];
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
  const low = comparator === '<' || comparator === '<=' || comparator === '?' ? -Infinity : value;
  const high = comparator === '>' || comparator === '>=' || comparator === '?' ? Infinity : value;
  if (low >= min && high <= max) return yes;
  const isApart =
    high < min ||
    low > max ||
    (comparator === '<' && value <= min) ||
    (comparator === '>' && value >= max);
  return isApart ? no : maybe;
}

/** What two names of a code have in common: of two strengths, the substance. */
function sharedWords(known: string, text: string): string {
  if (known === text || known === '' || text === '') return known || text;
  const words = text.split(' ');
  const shared = known.split(' ').filter((word, index) => word === words[index]);
  return shared.length > 0 && text.startsWith(shared.join(' ')) ? shared.join(' ') : known;
}
