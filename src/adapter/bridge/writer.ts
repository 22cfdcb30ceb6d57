/** How a value becomes JSON in small pieces of work, and pieces of text that each fit into a message. */
import { mostBytes, mostCharacters } from './messages.ts';

/**
 * Writes a value as JSON, some text at a time; nothing of `undefined`. What JSON does not have (an amount that is no
 * number, a date object, a function, what throws when it is read, what stands within itself) is written as `{}`: where
 * the contract has a text, a number or a list, the check sets that aside as it would have set aside the value itself.
 * `null`, or a text made of it, might pass for something that it is not. Never throws.
 */
export function writeJson(value: unknown): Generator<string> {
  return value === undefined ? nothing() : write(value, []);
}

function* nothing(): Generator<string> {}

/** Levels of lists and objects; what is deeper is written as `{}`. */
const mostDepth = 100;
/** Values that are written in one go: in less than a millisecond. */
const mostAtOnce = 2000;

function* write(value: unknown, outer: readonly object[]): Generator<string> {
  if (isPlain(value)) {
    yield JSON.stringify(value);
    return;
  }
  if (typeof value !== 'object' || value === null) {
    // Of what is no list or object only texts get here that are very long: else it is plain, or not in JSON.
    yield typeof value === 'string' ? JSON.stringify(value) : '{}';
    return;
  }
  if (outer.length >= mostDepth || outer.includes(value) || ArrayBuffer.isView(value)) {
    yield '{}';
    return;
  }
  const inner = [...outer, value];
  if (Array.isArray(value)) yield* writeList(value, inner);
  else yield* writeObject(value, inner);
}

function* writeList(list: readonly unknown[], inner: readonly object[]): Generator<string> {
  yield '[';
  const length = attempt(() => list.length) ?? 0;
  for (let index = 0; index < length; index++) {
    if (index > 0) yield ',';
    const entry = attempt(() => list[index], unreadable);
    if (entry === undefined) yield 'null';
    else yield* write(entry, inner);
  }
  yield ']';
}

function* writeObject(object: object, inner: readonly object[]): Generator<string> {
  yield '{';
  let isFirst = true;
  for (const key of attempt(() => Object.keys(object)) ?? []) {
    const entry = attempt(() => (object as Record<string, unknown>)[key], unreadable);
    if (entry === undefined) continue;
    yield `${isFirst ? '' : ','}${JSON.stringify(key)}:`;
    isFirst = false;
    yield* write(entry, inner);
  }
  yield '}';
}

/** Stands for what throws when it is read: it is written as any object without anything in it. */
const unreadable: unknown = Object.freeze(Object.create(null));

function attempt<Found>(read: () => Found, instead?: Found): Found | undefined {
  try {
    return read();
  } catch {
    return instead;
  }
}

/** Whether `JSON.stringify` writes exactly what a value is, in one go. */
function isPlain(value: unknown): boolean {
  let left = mostAtOnce;
  const look = (each: unknown, depth: number): boolean => {
    if (--left < 0) return false;
    switch (typeof each) {
      case 'string':
        left -= each.length >>> 10;
        return left >= 0;
      case 'number':
        return Number.isFinite(each);
      case 'boolean':
        return true;
      case 'object':
        return each === null || lookInto(each, depth);
      default:
        return false;
    }
  };
  const lookInto = (node: object, depth: number): boolean => {
    if (depth >= mostDepth) return false;
    const prototype: unknown = Object.getPrototypeOf(node);
    if ('toJSON' in node) return false;
    if (Array.isArray(node))
      return (
        prototype === Array.prototype &&
        node.length <= left &&
        node.every((each) => each !== undefined && look(each, depth + 1))
      );
    if (prototype !== Object.prototype && prototype !== null) return false;
    for (const key of Object.keys(node)) {
      const each = (node as Record<string, unknown>)[key];
      // What is not there is not written.
      if (each !== undefined && !look(each, depth + 1)) return false;
    }
    return true;
  };
  return attempt(() => look(value, 0), false) === true;
}

/** A part of a value's JSON text that fits into a message. */
export interface Piece {
  readonly text: string;
  /** With it the value is whole. */
  readonly last: boolean;
}

/** Bytes of a message beside its text. */
const envelope = 1000;
/** Bytes that a text may take in a message. */
export const mostTextBytes = mostBytes - envelope;

/**
 * Gathers texts into pieces that each fit into a message, cut between characters.
 * @throws RangeError of a value that is larger than any.
 */
export function* piecesOf(texts: Iterable<string>): Generator<Piece> {
  let held: string[] = [];
  let room = mostTextBytes;
  let characters = 0;
  for (const text of texts) {
    characters += text.length;
    if (characters > mostCharacters) throw new RangeError('A value is larger than any.');
    let from = 0;
    while (from < text.length) {
      const { end, bytes } = fit(text, from, room);
      if (end > from) held.push(text.slice(from, end));
      room -= bytes;
      from = end;
      if (from >= text.length) break;
      yield { text: held.join(''), last: false };
      held = [];
      room = mostTextBytes;
    }
  }
  if (characters > 0) yield { text: held.join(''), last: true };
}

/** How many bytes a text takes as a string of JSON, in UTF-8. */
export function encodedBytes(text: string): number {
  return fit(text, 0, Infinity).bytes;
}

/** How far a text fits from a place on. */
function fit(text: string, from: number, room: number): { end: number; bytes: number } {
  let bytes = 0;
  let at = from;
  while (at < text.length) {
    const unit = text.charCodeAt(at);
    const isPair = isHigh(unit) && isLow(text.charCodeAt(at + 1));
    const size = isPair ? 4 : sizeOf(unit);
    if (bytes + size > room) break;
    bytes += size;
    at += isPair ? 2 : 1;
  }
  return { end: at, bytes };
}

/** Bytes of a character below the astral ones: half of one is written `\udc00`. */
function sizeOf(unit: number): number {
  if (unit < 0x20) return 6;
  if (unit < 0x80) return unit === 0x22 || unit === 0x5c ? 2 : 1;
  if (unit < 0x800) return 2;
  return isHigh(unit) || isLow(unit) ? 6 : 3;
}

function isHigh(unit: number): boolean {
  return unit >= 0xd800 && unit < 0xdc00;
}

function isLow(unit: number): boolean {
  return unit >= 0xdc00 && unit < 0xe000;
}
