/** How large a document may be, found out before anything is made of it. */

export interface DocumentLimits {
  /** Characters (UTF-16) of the JSON text. */
  readonly characters: number;
  /** Levels of lists and objects, one in another. */
  readonly depth: number;
  /** Values at any level: texts, numbers, lists, objects. */
  readonly nodes: number;
  /** Characters of a key, as it is written. */
  readonly key: number;
}

/** The limit that a document passes, and how much it allows. */
export interface Excess {
  readonly limit: keyof DocumentLimits;
  readonly most: number;
}

/**
 * Finds the first limit that a JSON text passes, in one reading and without parsing it. Of a text that is no JSON it
 * may find none: parsing tells.
 */
export function excessOfText(text: string, limits: DocumentLimits): Excess | undefined {
  if (text.length > limits.characters) return excess('characters', limits);
  let depth = 0;
  let nodes = 1;
  let key = 0;
  let isOpened = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === space || sign === tab || sign === lineFeed || sign === carriageReturn) continue;
    const isClosing = sign === closingBrace || sign === closingBracket;
    // A comma stands before each value of a list or an object but the first.
    if (sign === comma || (isOpened && !isClosing)) nodes++;
    isOpened = sign === openingBrace || sign === openingBracket;
    if (isOpened) depth++;
    else if (isClosing) depth--;
    else if (sign === quote) {
      const end = endOfString(text, at + 1);
      key = end - at - 1;
      at = end;
    } else if (sign === colon && key > limits.key) return excess('key', limits);
    if (depth > limits.depth) return excess('depth', limits);
    if (nodes > limits.nodes) return excess('nodes', limits);
  }
  return undefined;
}

/**
 * Finds the first limit that a value passes. It stops there, so that what was shared or nested on purpose costs no
 * more than the limits.
 *
 * @throws What reading the value throws.
 */
export function excessOfValue(value: unknown, limits: DocumentLimits): Excess | undefined {
  const steps = excessInSteps(value, limits);
  for (;;) {
    const { done, value: found } = steps.next();
    if (done) return found;
  }
}

/** So many values are looked at in a step, in some milliseconds. */
const nodesInStep = 10_000;

/** A list or an object, and how far it has been looked into. */
interface Opened {
  readonly node: object;
  /** Undefined of a list. */
  readonly keys: readonly string[] | undefined;
  readonly length: number;
  at: number;
}

/** Does what `excessOfValue` does, some values in each step. */
export function* excessInSteps(
  value: unknown,
  limits: DocumentLimits,
): Generator<undefined, Excess | undefined> {
  let nodes = 0;
  let characters = 0;
  const outer: Opened[] = [];
  const count = (length: number) => {
    characters += length;
    return characters > limits.characters ? excess('characters', limits) : undefined;
  };
  const open = (node: unknown): Excess | undefined => {
    if (++nodes > limits.nodes) return excess('nodes', limits);
    if (typeof node === 'string') return count(node.length);
    // What stands within itself cannot be written as JSON, which says so.
    if (typeof node !== 'object' || node === null || outer.some((each) => each.node === node))
      return undefined;
    if (outer.length >= limits.depth) return excess('depth', limits);
    // The places of numbers in memory are their keys.
    const isList = Array.isArray(node) || ArrayBuffer.isView(node) || node instanceof String;
    const keys = isList ? undefined : Object.keys(node);
    const { length } = keys ?? (node as ArrayLike<unknown>);
    // Asked first: a list can claim any length.
    if (nodes + length > limits.nodes) return excess('nodes', limits);
    outer.push({ node, keys, length, at: 0 });
    return undefined;
  };
  let found = open(value);
  for (let at = outer.at(-1); at && !found; at = outer.at(-1)) {
    if (at.at >= at.length) {
      outer.pop();
      continue;
    }
    const key = at.keys?.[at.at] ?? at.at;
    at.at++;
    if (typeof key === 'string')
      found = key.length > limits.key ? excess('key', limits) : count(key.length);
    found ??= open((at.node as Record<string | number, unknown>)[key]);
    if (nodes % nodesInStep === 0) yield;
  }
  return found;
}

function excess(limit: keyof DocumentLimits, limits: DocumentLimits): Excess {
  return { limit, most: limits[limit] };
}

/** The place of the quote that ends a string, or the end of the text. */
function endOfString(text: string, from: number): number {
  for (let at = from; at < text.length; at++) {
    const sign = text.charCodeAt(at);
    if (sign === quote) return at;
    if (sign === backslash) at++;
  }
  return text.length;
}

const [openingBrace, closingBrace, openingBracket, closingBracket] = codesOf('{}[]');
const [comma, colon, quote, backslash] = codesOf(',:"\\');
const [space, tab, lineFeed, carriageReturn] = codesOf(' \t\n\r');

function codesOf(signs: string): readonly number[] {
  return [...signs].map((sign) => sign.charCodeAt(0));
}
