/** How a JSON text of any length is parsed without holding the page: what is long is cut at the commas of its lists. */
import { nextTurn } from '../pause.ts';

/** Characters that are parsed in one go: in some milliseconds. */
const mostAtOnce = 300_000;

/**
 * Parses as `JSON.parse` does, a part at a time where the text is long.
 *
 * @param rest Gives others their turn.
 * @throws SyntaxError of what is no JSON.
 */
export async function readJson(
  text: string,
  rest: () => Promise<void> = nextTurn,
  atOnce = mostAtOnce,
): Promise<unknown> {
  return new Reading(text, rest, atOnce).value(0, text.length);
}

class Reading {
  #scanned = 0;

  constructor(
    readonly text: string,
    readonly rest: () => Promise<void>,
    readonly atOnce: number,
  ) {}

  /** The value that stands between two places. */
  async value(from: number, to: number): Promise<unknown> {
    const { text } = this;
    const [start, end] = trimmed(text, from, to);
    const opening = text[start];
    if (end - start <= this.atOnce || (opening !== '[' && opening !== '{'))
      return JSON.parse(text.slice(start, end)) as unknown;
    if (text[end - 1] !== (opening === '[' ? ']' : '}')) throw unexpected();
    if (isBlank(text, start + 1, end - 1)) return opening === '[' ? [] : {};
    return opening === '[' ? this.#list(start + 1, end - 1) : this.#object(start + 1, end - 1);
  }

  async #list(from: number, to: number): Promise<unknown[]> {
    const list: unknown[] = [];
    for await (const [start, end, isLong] of this.#parts(from, to))
      if (isLong) list.push(await this.value(start, end));
      else
        for (const each of JSON.parse(`[${this.text.slice(start, end)}]`) as unknown[])
          list.push(each);
    return list;
  }

  async #object(from: number, to: number): Promise<object> {
    const object = {};
    for await (const [start, end, isLong] of this.#parts(from, to)) {
      if (!isLong) {
        const part = JSON.parse(`{${this.text.slice(start, end)}}`) as object;
        for (const [key, value] of Object.entries(part)) put(object, key, value);
        continue;
      }
      const [quote] = trimmed(this.text, start, end);
      if (this.text[quote] !== '"') throw unexpected();
      const closing = endOfText(this.text, quote + 1, end);
      const [colon] = trimmed(this.text, closing + 1, end);
      if (this.text[colon] !== ':') throw unexpected();
      const key = JSON.parse(this.text.slice(quote, closing + 1)) as string;
      put(object, key, await this.value(colon + 1, end));
    }
    return object;
  }

  /**
   * The parts of a list or an object, from comma to comma: as many together as are parsed in one go, or one alone that
   * is longer. There is at least one, and none is empty.
   */
  async *#parts(
    from: number,
    to: number,
  ): AsyncGenerator<readonly [start: number, end: number, isLong: boolean]> {
    const { text, atOnce } = this;
    let start = from;
    /** The last comma that was passed, where what stands before it is parsed in one go. */
    let comma = -1;
    let depth = 0;
    const group = (end: number) => {
      if (isBlank(text, start, end)) throw unexpected();
      return [start, end, false] as const;
    };
    for (let at = from; ; at++) {
      if (++this.#scanned % atOnce === 0) await this.rest();
      const sign = at < to ? text[at] : ',';
      if (sign === '"') {
        const end = endOfText(text, at + 1, to);
        at = end;
      } else if (sign === '[' || sign === '{') depth++;
      else if (sign === ']' || sign === '}') {
        if (--depth < 0) throw unexpected();
      } else if (sign === ',' && (depth === 0 || at >= to)) {
        if (at >= to && depth !== 0) throw unexpected();
        if (at - start > atOnce && comma >= 0) {
          yield group(comma);
          await this.rest();
          start = comma + 1;
          comma = -1;
        }
        if (at - start > atOnce) {
          yield [start, at, true];
          await this.rest();
          start = at + 1;
          if (at < to) continue;
          return;
        }
        if (at >= to) {
          yield group(to);
          return;
        }
        comma = at;
      }
    }
  }
}

function put(object: object, key: string, value: unknown): void {
  // As JSON.parse does: `__proto__` is a key as any other.
  Object.defineProperty(object, key, {
    ...{ value, configurable: true, enumerable: true, writable: true },
  });
}

/** The place of the quote that ends a text. */
function endOfText(text: string, from: number, to: number): number {
  for (let at = text.indexOf('"', from); at >= 0 && at < to; at = text.indexOf('"', at + 1)) {
    let slashes = 0;
    while (at - 1 - slashes >= from && text[at - 1 - slashes] === '\\') slashes++;
    if (slashes % 2 === 0) return at;
  }
  throw unexpected();
}

function trimmed(text: string, from: number, to: number): readonly [start: number, end: number] {
  let [start, end] = [from, to];
  while (start < end && isSpace(text.charCodeAt(start))) start++;
  while (end > start && isSpace(text.charCodeAt(end - 1))) end--;
  return [start, end];
}

function isBlank(text: string, from: number, to: number): boolean {
  const [start, end] = trimmed(text, from, to);
  return start === end;
}

function isSpace(unit: number): boolean {
  return unit === 0x20 || unit === 0x0a || unit === 0x0d || unit === 0x09;
}

/** No word of the text: it holds patients. */
function unexpected(): SyntaxError {
  return new SyntaxError('No JSON.');
}
