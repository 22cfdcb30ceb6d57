/** Writing a value as JSON text, no further than limits allow: a value may grow while it is read. */
import type { DocumentLimits, Excess } from './limits.ts';

/**
 * Writes what `JSON.stringify` writes, or tells the first limit that is passed. Everything is read once: of what a
 * `toJSON` or a getter answers, as of anything else, no more than the limits.
 *
 * @returns Undefined for what has no text, such as a function.
 * @throws What reading the value throws; of what stands within itself, a TypeError.
 */
export function writtenWithin(value: unknown, limits: DocumentLimits): string | Excess | undefined {
  const writer = new Writer(limits);
  try {
    return writer.put('', value) ? writer.text : undefined;
  } catch (error) {
    if (error instanceof Passed) return { limit: error.limit, most: limits[error.limit] };
    throw error;
  }
}

/** Ends the writing where a limit is passed. */
class Passed extends Error {
  constructor(readonly limit: Excess['limit']) {
    super(limit);
  }
}

class Writer {
  text = '';
  readonly #outer: object[] = [];
  readonly #keys = new Map<string, string>();
  #nodes = 0;
  #characters = 0;

  constructor(private readonly limits: DocumentLimits) {}

  /** Answers whether there was anything to write. */
  put(key: string, given: unknown): boolean {
    this.#count('nodes', 1);
    const value = plain(key, given);
    if (typeof value === 'string') this.#count('characters', value.length);
    if (typeof value !== 'object' || value === null) {
      const text = textOf(value);
      if (text !== undefined) this.text += text;
      return text !== undefined;
    }
    if (this.#outer.includes(value)) throw new TypeError('Within itself.');
    if (this.#outer.length >= this.limits.depth) throw new Passed('depth');
    this.#outer.push(value);
    if (Array.isArray(value)) this.#list(value);
    else this.#object(value as Readonly<Record<string, unknown>>);
    this.#outer.pop();
    return true;
  }

  #list(list: readonly unknown[]): void {
    // Asked once: a list can claim any length.
    const { length } = list;
    this.#require(length);
    this.text += '[';
    for (let at = 0; at < length; at++) {
      if (at > 0) this.text += ',';
      if (!this.put(String(at), list[at])) this.text += 'null';
    }
    this.text += ']';
  }

  #object(object: Readonly<Record<string, unknown>>): void {
    // The places of numbers in memory are their keys.
    if (ArrayBuffer.isView(object)) this.#require((object as { length?: number }).length ?? 0);
    const keys = Object.keys(object);
    this.#require(keys.length);
    this.text += '{';
    let isFirst = true;
    for (const key of keys) {
      if (key.length > this.limits.key) throw new Passed('key');
      this.#count('characters', key.length);
      const before = this.text;
      this.text += `${isFirst ? '' : ','}${this.#keyText(key)}`;
      if (this.put(key, object[key])) isFirst = false;
      else this.text = before;
    }
    this.text += '}';
  }

  /** The same few keys are met again and again. */
  #keyText(key: string): string {
    let text = this.#keys.get(key);
    if (text === undefined) {
      text = `${JSON.stringify(key)}:`;
      if (this.#keys.size < mostKeys) this.#keys.set(key, text);
    }
    return text;
  }

  /** Before any of them is read. */
  #require(nodes: number): void {
    if (this.#nodes + nodes > this.limits.nodes) throw new Passed('nodes');
  }

  #count(limit: 'nodes' | 'characters', more: number): void {
    const count = limit === 'nodes' ? (this.#nodes += more) : (this.#characters += more);
    if (count > this.limits[limit]) throw new Passed(limit);
  }
}

/** So many keys are known again. */
const mostKeys = 1000;

/**
 * The text of what is neither a list nor an object; undefined where there is none.
 *
 * @throws {TypeError} of what JSON has no text for.
 */
function textOf(value: unknown): string | undefined {
  // Zero may be a negative one, whose sign JSON leaves out.
  return Number.isFinite(value) && value !== 0 ? String(value) : JSON.stringify(value);
}

/** What is written of a value: what it says of itself, and of a number or text in a box what is in it. */
function plain(key: string, given: unknown): unknown {
  let value = given;
  if (
    (typeof value === 'object' && value !== null) ||
    typeof value === 'bigint' ||
    typeof value === 'function'
  ) {
    const { toJSON } = value as { readonly toJSON?: unknown };
    if (typeof toJSON === 'function') value = toJSON.call(value, key) as unknown;
  }
  if (value instanceof Number) return Number(value);
  if (value instanceof String) return String(value);
  if (value instanceof Boolean) return value.valueOf();
  return value;
}
