/** Where the values of a JSON text stand in it: by JSON Pointer, as line and column. */
import { pointer } from './paths.ts';

/** Brackets and signs, strings, numbers and words of JSON (RFC 8259). */
const tokens = [
  /[{}[\],:]/,
  /"[^"\\\u0000-\u001f]*(?:\\(?:["\\/bfnrt]|u[\da-fA-F]{4})[^"\\\u0000-\u001f]*)*"/,
  /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/,
  /true|false|null/,
]
  .map(({ source }) => source)
  .join('|');

/** Deeper than any document of ours; nothing below it is noted. */
const deepest = 100;

export interface Place {
  /** From 1. */
  readonly line: number;
  /** From 1, in characters as an editor counts them. */
  readonly column: number;
}

/** Finds where things stand in a JSON text, which may be none. */
export class JsonPlaces {
  readonly #text: string;
  /** Offsets of values, and of the keys that they have, by pointer. */
  readonly #offsets = new Map<string, number>();
  /** Where the text stops being JSON; undefined where it is JSON. */
  readonly #brokenAt: number | undefined;

  constructor(text: string) {
    this.#text = text;
    this.#brokenAt = this.#scan();
  }

  /** The characters (UTF-16) before the place where a text that is no JSON stops being so. */
  get brokenAt(): number | undefined {
    return this.#brokenAt;
  }

  /** The same place as line and column. */
  get broken(): Place | undefined {
    return this.#brokenAt === undefined ? undefined : this.#placeAt(this.#brokenAt);
  }

  /** The place of the value that a pointer leads to: of its key, where it has one. Of what is missing, that of what it is missing in. */
  of(path: string): Place {
    return this.#placeAt(this.offsetOf(path));
  }

  /** The same place as the characters (UTF-16) before it. */
  offsetOf(path: string): number {
    for (let at = path; ; at = at.slice(0, at.lastIndexOf('/'))) {
      const offset = this.#offsets.get(at);
      if (offset !== undefined) return offset;
      if (at === '') return 0;
    }
  }

  #placeAt(offset: number): Place {
    const before = this.#text.slice(0, offset);
    const column = [...before.slice(before.lastIndexOf('\n') + 1)].length + 1;
    return { line: before.split('\n').length, column };
  }

  /** Notes where each value begins; answers where the text breaks the grammar. */
  #scan(): number | undefined {
    const text = this.#text;
    const token = new RegExp(tokens, 'y');
    const open: { readonly isList: boolean; key: string | number }[] = [];
    const note = (at: number) => {
      if (open.length <= deepest) this.#offsets.set(pointer(open.map(({ key }) => key)), at);
    };
    const space = /[ \t\n\r]*/y;
    let expected: 'value' | 'value or ]' | 'key' | 'key or }' | ':' | ', or end' | 'end' = 'value';
    for (let at = 0; ;) {
      space.lastIndex = at;
      space.exec(text);
      at = space.lastIndex;
      if (at >= text.length) return expected === 'end' ? undefined : at;
      token.lastIndex = at;
      const found = token.exec(text)?.[0];
      if (found === undefined) return at;
      const inner = open.at(-1);
      const isClosing = found === '}' || found === ']';
      if (isClosing) {
        const isList = found === ']';
        const isEmpty = expected === (isList ? 'value or ]' : 'key or }');
        if (inner?.isList !== isList || !(isEmpty || expected === ', or end')) return at;
        open.pop();
        expected = open.length === 0 ? 'end' : ', or end';
      } else if (found === ',') {
        if (expected !== ', or end' || !inner) return at;
        if (typeof inner.key === 'number') inner.key++;
        expected = inner.isList ? 'value' : 'key';
      } else if (found === ':') {
        if (expected !== ':') return at;
        expected = 'value';
      } else if (expected === 'key' || expected === 'key or }') {
        if (!found.startsWith('"') || !inner) return at;
        inner.key = JSON.parse(found) as string;
        note(at);
        expected = ':';
      } else {
        if (expected !== 'value' && expected !== 'value or ]') return at;
        if (inner?.isList !== false) note(at);
        if (found === '{' || found === '[') {
          const isList = found === '[';
          open.push({ isList, key: isList ? 0 : '' });
          expected = isList ? 'value or ]' : 'key or }';
        } else expected = open.length === 0 ? 'end' : ', or end';
      }
      at += found.length;
    }
  }
}
