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
  let nodes = 0;
  let characters = 0;
  const outer: object[] = [];
  const count = (length: number) => {
    characters += length;
    return characters > limits.characters ? excess('characters', limits) : undefined;
  };
  const look = (node: unknown): Excess | undefined => {
    if (++nodes > limits.nodes) return excess('nodes', limits);
    if (typeof node === 'string') return count(node.length);
    // What stands within itself cannot be written as JSON, which says so.
    if (typeof node !== 'object' || node === null || outer.includes(node)) return undefined;
    if (outer.length >= limits.depth) return excess('depth', limits);
    outer.push(node);
    const found =
      Array.isArray(node) || ArrayBuffer.isView(node) || node instanceof String
        ? lookIntoList(node as ArrayLike<unknown>)
        : lookIntoObject(node);
    outer.pop();
    return found;
  };
  const lookIntoList = (list: ArrayLike<unknown>): Excess | undefined => {
    // Asked first: a list can claim any length, and the places of numbers in memory are its keys.
    if (nodes + list.length > limits.nodes) return excess('nodes', limits);
    for (let index = 0; index < list.length; index++) {
      const found = look(list[index]);
      if (found) return found;
    }
    return undefined;
  };
  const lookIntoObject = (object: object): Excess | undefined => {
    for (const key in object) {
      if (!Object.hasOwn(object, key)) continue;
      if (key.length > limits.key) return excess('key', limits);
      const found = count(key.length) ?? look((object as Record<string, unknown>)[key]);
      if (found) return found;
    }
    return undefined;
  };
  return look(value);
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
