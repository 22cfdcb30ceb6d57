import { tokensOf, type Token } from './tokens.ts';

/** Goes through the words of a statement; keywords are written in capitals there. */
export class Reader {
  readonly #tokens: readonly Token[];
  #at = 0;

  constructor(text: string) {
    this.#tokens = tokensOf(text);
  }

  get next(): Token {
    return this.#tokens[this.#at]!;
  }

  /** Whether these words are next. */
  sees(...words: readonly string[]): boolean {
    return words.every((word, index) => {
      const token = this.#tokens[this.#at + index];
      return token !== undefined && token.kind !== 'text' && token.text === word;
    });
  }

  /** Goes past these words, where they are next. */
  takes(...words: readonly string[]): boolean {
    const seen = this.sees(...words);
    if (seen) this.#at += words.length;
    return seen;
  }

  /** Goes past these words. @throws {SyntaxError} where something else is next. */
  expect(...words: readonly string[]): void {
    if (!this.takes(...words)) throw this.unknown(words.join(' '));
  }

  /** The text of the next one, which is of this kind. @throws {SyntaxError} where it is of another. */
  take(kind: Token['kind']): string {
    const { next } = this;
    if (next.kind !== kind) throw this.unknown(kind);
    this.#at++;
    return next.text;
  }

  /** Something, and more of it after commas. */
  list<Part>(read: () => Part): readonly Part[] {
    const parts = [read()];
    while (this.takes(',')) parts.push(read());
    return parts;
  }

  /** What is no statement of ours: a dialect cannot say what it does not understand. */
  unknown(expected: string): SyntaxError {
    const ahead = this.#tokens.slice(Math.max(0, this.#at - 4), this.#at + 8);
    const words = ahead.map(({ text }) => text).join(' ');
    return new SyntaxError(`A statement of ours has ${expected} here, and this has: ${words}`);
  }
}
