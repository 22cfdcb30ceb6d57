/** JSON in few bytes, and back, by the platform's own compression; filled up, so that their number tells little. */
import { excessOfText, type DocumentLimits } from '../json/limits.ts';

/**
 * All that a share may be: the bytes are counted while it is unpacked, which stops there, and the rest before it is
 * parsed. A patient of some 10,000 records is within them.
 */
export const shareLimits: DocumentLimits = {
  characters: 2 * 1024 * 1024,
  depth: 60,
  nodes: 400_000,
  key: 1000,
};

/** A share that passes a limit. */
export class TooLarge extends RangeError {
  override readonly name = 'TooLarge';
}

/**
 * The sizes that a packed share may have, in bytes. How much a profile and a patient come to would name the profile to
 * whoever knows its length: nearly all fall in the first, and each is at most twice what is in it. Bytes that do not
 * get fewer (drawn letters) are a little more when they are packed.
 */
export const packedSizes: readonly number[] = [
  ...[32, 64, 128, 256, 512, 1024].map((kibibytes) => kibibytes * 1024),
  shareLimits.characters + 16 * 1024,
];

/**
 * Packs JSON: how many bytes it has become (four bytes, the greatest first), those, and zeros up to one of
 * `packedSizes`.
 * @throws {TooLarge}
 */
export async function pack(content: unknown): Promise<Uint8Array<ArrayBuffer>> {
  const text = JSON.stringify(content);
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > shareLimits.characters) throw tooLarge();
  if (excessOfText(text, shareLimits)) throw tooLarge();
  const deflated = await through(new CompressionStream('deflate'), bytes, Infinity);
  const size = sizeFor(deflated.length);
  if (size === undefined) throw tooLarge();
  const packed = new Uint8Array(size);
  new DataView(packed.buffer).setUint32(0, deflated.length);
  packed.set(deflated, head);
  return packed;
}

/**
 * @throws {TooLarge}
 * @throws When it was not packed, is filled up otherwise, or is no JSON.
 */
export async function unpack(packed: Uint8Array): Promise<unknown> {
  const { buffer, byteOffset } = packed;
  const length = new DataView(buffer, byteOffset, packed.length).getUint32(0);
  const end = head + length;
  // There is one way to fill it up: nothing else comes along in it.
  if (packed.length !== sizeFor(length) || packed.subarray(end).some((byte) => byte !== 0))
    throw new RangeError('The share is not filled up as it should be.');
  const bytes = await through(
    new DecompressionStream('deflate'),
    new Uint8Array(packed.subarray(head, end)),
    shareLimits.characters,
  );
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  if (excessOfText(text, shareLimits)) throw tooLarge();
  return JSON.parse(text);
}

/** Bytes before what is packed: how many those are. */
const head = 4;

/** The smallest of `packedSizes` that holds so many bytes; undefined where none does. */
function sizeFor(length: number): number | undefined {
  return packedSizes.find((size) => head + length <= size);
}

function tooLarge(): TooLarge {
  return new TooLarge('The share is too large.');
}

async function through(
  { readable, writable }: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const writer = writable.getWriter();
  // What stops the feeding stops the reading, which tells.
  feed(writer, bytes).catch(() => undefined);
  const reader = readable.getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    length += value.length;
    if (length > most) {
      // A few bytes can swell to a thousand times as many.
      await Promise.allSettled([writer.abort(), reader.cancel()]);
      throw tooLarge();
    }
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}

/** So many bytes are handed on before those that came out are counted again. */
const piece = 1024;

/** Hands on a piece when the one before is taken: what a whole chunk swells to, a browser would hold at once. */
async function feed(
  writer: WritableStreamDefaultWriter<BufferSource>,
  bytes: Uint8Array<ArrayBuffer>,
): Promise<void> {
  for (let from = 0; from < bytes.length; from += piece)
    // oxlint-disable-next-line house/no-restricted-syntax -- a stream's, not a document's
    await writer.write(bytes.subarray(from, from + piece));
  await writer.close();
}
