import type { Vocabulary } from '../../../engine/index.ts';
import { searchable } from '../../../record/normalize.ts';
import { MemoMap } from '../../memo.ts';

/** Words whose places are kept. */
const mostWords = 24;

/** Finds which codes and details of a vocabulary hold a word: 1, else 0. Words are as texts are searched. */
export class VocabularySearch {
  readonly #codes = new GrowingTexts();
  readonly #details = new GrowingTexts();

  constructor(private readonly vocabulary: Vocabulary) {}

  codes(word: string): Uint8Array {
    return this.#codes.with(word, this.vocabulary.codes, ({ code }) => code);
  }

  details(word: string): Uint8Array {
    return this.#details.with(word, this.vocabulary.details, (detail) => {
      const { text = '', value = '', dose = '', to = '' } = detail;
      return `${text}\n${value}\n${dose}\n${to}\n${detail.with ?? ''}`;
    });
  }
}

/** The texts of a list that only grows, as they are searched, and where the last words were found in them. */
class GrowingTexts {
  readonly #texts: string[] = [];
  readonly #found = new MemoMap<Uint8Array>(mostWords);

  with<Entry>(
    word: string,
    entries: readonly Entry[],
    textOf: (entry: Entry) => string,
  ): Uint8Array {
    for (let at = this.#texts.length; at < entries.length; at++)
      this.#texts.push(searchable(textOf(entries[at]!)));
    return this.#found.of(`${entries.length} ${word}`, [], () =>
      Uint8Array.from(this.#texts, (text) => (text.includes(word) ? 1 : 0)),
    );
  }
}
