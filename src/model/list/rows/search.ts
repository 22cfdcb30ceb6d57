/** Quick search: a word is looked for once in every text there is, and then only in numbers. */
import { municipalityWithCode } from '../../../i18n/municipalities.ts';
import { formatCpr, type Patient } from '../../../record/index.ts';
import { searchable } from '../../../record/normalize.ts';
import { finish, type Steps } from '../../../engine/index.ts';
import { MemoMap } from '../../memo.ts';
import type { ColumnIndexes } from '../column-index/indexes.ts';
import type { ListData } from '../data.ts';

/** Marks the rows in which a word occurs: in the patient's own fields, the note, or what a column holds. */
export class RowSearch {
  /** By row, as far as they are made. */
  #texts: string[] = [];
  /** The notes that are in the texts, by row. */
  #notes: (string | undefined)[] = [];
  /** How many times the round has said something else. */
  #changes = 0;
  readonly #words = new MemoMap<WordRows>(mostWords);

  constructor(
    private readonly data: ListData,
    private readonly indexes: ColumnIndexes,
  ) {}

  /** By row: 1 where the word occurs. */
  mask(word: string): Uint8Array {
    return this.#words.of(word, [], () => finish(this.#find(word))).mask;
  }

  /** Makes the texts to look in, some in each step. */
  *prepare(): Steps<void> {
    while (this.#texts.length < this.data.size) {
      this.#makeText(this.#texts.length);
      if (this.#texts.length % textsInStep === 0) yield;
    }
  }

  /** Looks for a word in steps. Where the round says something else meanwhile, it has to be looked for again. */
  *find(word: string): Steps<void> {
    if (this.#words.has(word)) return;
    const changes = this.#changes;
    const rows = yield* this.#find(word);
    if (this.#changes === changes) this.#words.of(word, [], () => rows);
  }

  /**
   * Takes over the note of some patients, whose texts alone are made anew. Answers whether a word is found in
   * other rows now.
   */
  update(changed: readonly number[]): boolean {
    this.#changes++;
    const texts = this.#texts;
    let differs = false;
    for (const row of changed) {
      if (row >= texts.length || this.#noteAt(row) === this.#notes[row]) continue;
      const text = this.#makeText(row);
      for (const [word, rows] of this.#words.entries()) {
        const found = rows.inColumns[row] === 1 || text.includes(word) ? 1 : 0;
        if (rows.mask[row] === found) continue;
        // What was made from the mask knows it by identity.
        rows.mask = rows.mask.with(row, found);
        differs = true;
      }
    }
    return differs;
  }

  /** Forgets everything that the round has a part in. */
  clear(): void {
    this.#changes++;
    this.#texts = [];
    this.#notes = [];
    this.#words.clear();
  }

  *#find(word: string): Steps<WordRows> {
    const { data } = this;
    yield* data.search.prepare();
    yield* this.prepare();
    const inColumns = new Uint8Array(data.size);
    for (const { id } of this.indexes.columns) {
      // Why somebody cannot be decided is worked out patient by patient: too slow to look through.
      if (id === 'why' && data.tab === 'undecided') continue;
      const index = yield* this.indexes.inSteps(id);
      index?.find?.(word, inColumns);
      yield;
    }
    const mask = inColumns.slice();
    for (let row = 0; row < mask.length; row++) {
      if (row % rowsInStep === 0) yield;
      // What was said of the round meanwhile leaves no texts: then nothing of this is kept.
      if (this.#texts[row]?.includes(word)) mask[row] = 1;
    }
    return { mask, inColumns };
  }

  #makeText(row: number): string {
    const text = patientText(this.data.patients[row]!);
    const note = this.#noteAt(row);
    this.#notes[row] = note;
    return (this.#texts[row] = note ? `${text}\n${searchable(note)}` : text);
  }

  #noteAt(row: number): string | undefined {
    return this.data.statusAt(row)?.note;
  }
}

/** So many texts are made in about two milliseconds. */
const textsInStep = 1000;
/** In so many a word is looked for in as long. */
const rowsInStep = 10_000;

/** Words whose rows are kept. */
const mostWords = 24;

/** By row: 1 where a word occurs anywhere, and where it does so in a column. */
interface WordRows {
  mask: Uint8Array;
  readonly inColumns: Uint8Array;
}

/** Everything of a patient's own that search looks through, as it is searched. */
function patientText(patient: Patient): string {
  const { name, cpr = '', address, postalCode, city, municipality, practitioner, phone } = patient;
  const lives = municipality && municipalityWithCode(municipality);
  return searchable(
    [name, cpr, formatCpr(cpr), address, postalCode, city, lives, practitioner, phone]
      .filter(Boolean)
      .join(' '),
  );
}

/** The words of a query, as texts are searched, each once. */
export function wordsOf(query: string): readonly string[] {
  return [...new Set(searchable(query).split(/\s+/).filter(Boolean))];
}
