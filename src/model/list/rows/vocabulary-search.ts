import {
  finish,
  type Code,
  type Detail,
  type Steps,
  type Vocabulary,
} from '../../../engine/index.ts';
import { searchable } from '../../../record/normalize.ts';
import { MemoMap } from '../../memo.ts';

/** So many texts are made in about two milliseconds. */
const textsInStep = 2000;

/** Words whose places are kept. */
const mostWords = 24;

/** Finds which codes and details of a vocabulary hold a word: 1, else 0. Words are as texts are searched. */
export class VocabularySearch {
  readonly #codes = new GrowingTexts(({ code }: Code) => code);
  readonly #details = new GrowingTexts((detail: Detail) => {
    const { text = '', value = '', dose = '', to = '' } = detail;
    return `${text}\n${value}\n${dose}\n${to}\n${detail.with ?? ''}`;
  });

  constructor(private readonly vocabulary: Vocabulary) {}

  /** Makes the texts to look in, some in each step. */
  *prepare(): Steps<void> {
    yield* this.#codes.grow(this.vocabulary.codes);
    yield* this.#details.grow(this.vocabulary.details);
  }

  codes(word: string): Uint8Array {
    return this.#codes.with(word, this.vocabulary.codes);
  }

  details(word: string): Uint8Array {
    return this.#details.with(word, this.vocabulary.details);
  }
}

/** The texts of a list that only grows, as they are searched, and where the last words were found in them. */
class GrowingTexts<Entry> {
  readonly #texts: string[] = [];
  readonly #found = new MemoMap<Uint8Array>(mostWords);

  constructor(private readonly textOf: (entry: Entry) => string) {}

  *grow(entries: readonly Entry[]): Steps<void> {
    while (this.#texts.length < entries.length) {
      this.#texts.push(searchable(this.textOf(entries[this.#texts.length]!)));
      if (this.#texts.length % textsInStep === 0) yield;
    }
  }

  with(word: string, entries: readonly Entry[]): Uint8Array {
    finish(this.grow(entries));
    return this.#found.of(`${entries.length} ${word}`, [], () =>
      Uint8Array.from(this.#texts, (text) => (text.includes(word) ? 1 : 0)),
    );
  }
}
