import {
  finish,
  type CellColumns,
  type Detail,
  type Steps,
  type Vocabulary,
} from '../../../engine/index.ts';
import type { RecordItem } from '../../../profile/index.ts';
import {
  codeMatcher,
  recordTypes,
  requireDate,
  type CalendarDate,
  type CodeMatcher,
} from '../../../record/index.ts';
import { dayOf, openEnd, openStart } from '../../../record/days.ts';
import { searchable } from '../../../record/normalize.ts';
import { Memo } from '../../memo.ts';
import type { VocabularySearch } from '../rows/vocabulary-search.ts';
import { SteppedValue } from '../../steps.ts';
import { rankInSteps, type CompareText, type Ranking, type Value } from '../rows/sort.ts';
import {
  frequent,
  maybe,
  no,
  none,
  plain,
  rangeTruth,
  valued,
  yes,
  type ColumnIndex,
  type DatedFilter,
  type FacetValue,
  type FilterVerdict,
} from './types.ts';

/** So many cells are read in less than two milliseconds. */
const rowsInStep = 8000;

/** The records of an item; without one, those that make a member. */
export class RecordIndex implements ColumnIndex {
  readonly states: Uint8Array;
  readonly #ranking = new SteppedValue(() => this.#rank());
  readonly #names = new SteppedValue(() => this.#nameFacets(() => true));
  readonly #above = new Memo<ReadonlyMap<string, readonly string[]>>();

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
    return this.#ranking.value;
  }

  rank(): Steps<Ranking> {
    return this.#ranking.steps();
  }

  /** A cell is sorted by what stands first in it. */
  *#rank(): Steps<Ranking> {
    const { item, states } = this;
    const { counts, least, days, values, start, codes, details } = this.keys;
    const { vocabulary } = this;
    const valueAt = (row: number): Value => {
      if (!item) return this.#namesAt(row);
      // As it is shown: at least so many.
      if (item.show === 'count') return (least ?? counts)[row]!;
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
    const cells: (Value | undefined)[] = [];
    for (let row = 0; row < states.length; row++) {
      if (row % rowsInStep === 0) yield;
      cells.push(states[row] === valued ? valueAt(row) : undefined);
    }
    return yield* rankInSteps(cells, this.compareText);
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
  judge(filter: DatedFilter): FilterVerdict {
    return finish(this.judgeInSteps(filter));
  }

  *judgeInSteps({ any, min, max, within, contains }: DatedFilter): Steps<FilterVerdict> {
    const met = new Uint8Array(this.states.length).fill(yes);
    if (any?.length) this.#hold(met, this.#codesAmong(any), this.#valuesAmong(any));
    const part = contains && searchable(contains).trim();
    if (part) yield* this.search.prepare();
    yield;
    if (part) this.#hold(met, this.search.codes(part), this.search.details(part));
    if (typeof min === 'number' || typeof max === 'number')
      this.#bound(met, Number(min ?? -Infinity), Number(max ?? Infinity));
    else if (min !== undefined || max !== undefined) this.#within(met, min, max);
    if (within) this.#within(met, within.min, within.max);
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

  /** R4a: a date that may lie on either side of a bound is undecided. */
  #within(met: Uint8Array, min: CalendarDate | undefined, max: CalendarDate | undefined): void {
    // What is open to one side may not be there at all: it is within no bounds for certain.
    const from = min === undefined ? openStart + 1 : dayOf(requireDate(min, 'Filter.min'));
    const to = max === undefined ? openEnd - 1 : dayOf(requireDate(max, 'Filter.max'));
    const { days, daysBetween } = this.keys;
    for (let row = 0; row < met.length; row++) {
      const day = days[row]!;
      const { first, last } = daysBetween?.get(row) ?? { first: day, last: day };
      const truth = rangeTruth(first, last, from, to);
      if (truth < met[row]!) met[row] = truth;
    }
  }

  /** R11, R14: what may lie on either side of a bound, or is a text, is undecided. */
  #bound(met: Uint8Array, min: number, max: number): void {
    const { counts, least = counts, mayBeMore, values, start, details } = this.keys;
    const { item, vocabulary, states } = this;
    for (let row = 0; row < met.length; row++) {
      if (met[row] === no || states[row] !== valued) continue;
      let truth = no;
      if (item?.show === 'count')
        truth = rangeTruth(least[row]!, mayBeMore?.[row] ? Infinity : counts[row]!, min, max);
      else if (item?.type === 'result') {
        const detail = vocabulary.details[details[start[row]!]!]!;
        truth = boundTruth(values[row]!, detail, min, max);
      }
      if (truth < met[row]!) met[row] = truth;
    }
  }

  *facetValuesInSteps(mask: Uint8Array): Steps<readonly FacetValue[]> {
    const { start } = this.keys;
    const names = yield* this.#names.steps();
    const above = this.#above.of([names], () => this.#findAbove([...names.keys()]));
    const found = new Map<string, { count: number; last: number; occurs: boolean }>();
    const hold = (value: string, row: number, occurs: boolean) => {
      let facet = found.get(value);
      if (!facet) found.set(value, (facet = { count: 0, last: -1, occurs }));
      if (facet.last !== row) facet.count++;
      facet.last = row;
      facet.occurs ||= occurs;
    };
    for (let row = 0; row < mask.length; row++) {
      if (row % rowsInStep === 0) yield;
      if (mask[row] !== 1) continue;
      for (let entry = start[row]!; entry < start[row + 1]!; entry++) {
        const value = this.#facetOf(entry);
        hold(value, row, true);
        for (const each of above.get(value) ?? []) hold(each, row, false);
      }
    }
    return frequent(
      [...found].flatMap(([value, { count, occurs }]) =>
        occurs ? [{ value, text: names.get(value) ?? '', count }] : [],
      ),
    );
  }

  /** By choice: the others that a record with it is found by too, as `DF00` finds `DF000` (R2). */
  #findAbove(choices: readonly string[]): ReadonlyMap<string, readonly string[]> {
    const { codes } = this.vocabulary;
    const known = new Set(choices);
    const above = new Map<string, readonly string[]>();
    for (const { system, code } of codes) {
      if (!known.has(code)) continue;
      const beginnings = Array.from(code, (_, at) => code.slice(0, at)).filter((each) =>
        known.has(each),
      );
      const wider = beginnings.filter((each) =>
        codeMatcher({ system, include: [each] })(system, code),
      );
      if (wider.length > 0) above.set(code, [...new Set([...(above.get(code) ?? []), ...wider])]);
    }
    return above;
  }

  /** What an entry is chosen by: the text of a result, else its code. */
  #facetOf(entry: number): string {
    const { codes, details } = this.keys;
    const { vocabulary } = this;
    return vocabulary.details[details[entry]!]!.value ?? vocabulary.codes[codes[entry]!]!.code;
  }

  /** What some choices are called: looked for once, as long as it is the same ones. */
  namesOf(values: readonly string[]): ReadonlyMap<string, string> {
    return this.#someNames.of(values, () => {
      const wanted = new Set(values);
      return finish(this.#nameFacets((value) => wanted.has(value)));
    });
  }

  readonly #someNames = new Memo<ReadonlyMap<string, string>>();

  /**
   * What each choice is called, whichever rows are shown: of a medicine the substance, not one of its strengths. Only
   * entries of codes that may be wanted are looked at.
   */
  *#nameFacets(isWanted: (value: string) => boolean): Steps<ReadonlyMap<string, string>> {
    const { codes, details } = this.keys;
    const { vocabulary } = this;
    const texts = new Map<string, { readonly names: Set<string>; readonly isMedicine: boolean }>();
    for (let entry = 0; entry < codes.length; entry++) {
      if (entry % rowsInStep === 0) yield;
      const value = this.#facetOf(entry);
      if (!isWanted(value)) continue;
      const { value: own, text = '' } = vocabulary.details[details[entry]!]!;
      const known = texts.get(value);
      if (known) known.names.add((own ?? text).trim());
      else
        texts.set(value, {
          names: new Set([(own ?? text).trim()]),
          isMedicine: own === undefined && vocabulary.codes[codes[entry]!]!.system === 'ATC',
        });
    }
    return new Map(
      [...texts].map(([value, { names, isMedicine }]) => [
        value,
        commonName([...names], isMedicine),
      ]),
    );
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

/**
 * What some names of one code have in common: the words that all begin with; of medicines without the strength. Names
 * that share nothing stand beside each other.
 */
function commonName(names: readonly string[], isMedicine: boolean): string {
  const [first = [], ...others] = names
    .filter(Boolean)
    .map((name) => (isMedicine ? substanceIn(name.split(/\s+/)) : name.split(/\s+/)));
  const differs = (word: string, at: number) => others.some((words) => words[at] !== word);
  const end = first.findIndex(differs);
  const shared = end < 0 ? first : first.slice(0, end);
  if (shared.length > 0) return shared.join(' ').replace(/[,;:]$/, '');
  const all = [first, ...others].map((words) => words.join(' '));
  return [...new Set(all)].filter(Boolean).slice(0, 2).join(' / ');
}

/** The words before the strength: `Quetiapin` of `Quetiapin 25 mg`. */
function substanceIn(words: readonly string[]): readonly string[] {
  const strength = words.findIndex((word, at) => at > 0 && /^\d/.test(word));
  return strength < 0 ? words : words.slice(0, strength);
}
