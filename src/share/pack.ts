/** JSON in few bytes, and back, by the platform's own compression. */
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

/** @throws {TooLarge} */
export async function pack(content: unknown): Promise<Uint8Array<ArrayBuffer>> {
  const text = JSON.stringify(content);
  const bytes = new TextEncoder().encode(text);
  if (bytes.length > shareLimits.characters) throw tooLarge();
  if (excessOfText(text, shareLimits)) throw tooLarge();
  return through(new CompressionStream('deflate'), bytes, Infinity);
}

/**
 * @throws {TooLarge}
 * @throws When it was not packed, or is no JSON.
 */
export async function unpack(packed: Uint8Array): Promise<unknown> {
  const bytes = await through(
    new DecompressionStream('deflate'),
    new Uint8Array(packed),
    shareLimits.characters,
  );
  const text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  if (excessOfText(text, shareLimits)) throw tooLarge();
  return JSON.parse(text);
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
    // eslint-disable-next-line no-restricted-syntax -- a stream's, not a document's
    await writer.write(bytes.subarray(from, from + piece));
  await writer.close();
}
