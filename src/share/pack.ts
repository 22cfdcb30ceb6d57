/** JSON in few bytes, and back, by the platform's own compression. */

/** Most bytes of JSON that a share may hold. */
export const mostBytes = 32 * 1024 * 1024;

/** @throws RangeError when it is too large. */
export async function pack(content: unknown): Promise<Uint8Array<ArrayBuffer>> {
  const bytes = new TextEncoder().encode(JSON.stringify(content));
  if (bytes.length > mostBytes) throw new RangeError('The share is too large.');
  return through(new CompressionStream('deflate'), bytes, Infinity);
}

/** @throws When it is too large, was not packed, or is no JSON. */
export async function unpack(packed: Uint8Array): Promise<unknown> {
  const bytes = await through(
    new DecompressionStream('deflate'),
    new Uint8Array(packed),
    mostBytes,
  );
  return JSON.parse(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
}

async function through(
  stream: CompressionStream | DecompressionStream,
  bytes: Uint8Array<ArrayBuffer>,
  most: number,
): Promise<Uint8Array<ArrayBuffer>> {
  const reader = new Blob([bytes]).stream().pipeThrough(stream).getReader();
  const chunks: Uint8Array<ArrayBuffer>[] = [];
  let length = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    chunks.push(value);
    length += value.length;
    // A few bytes can swell to any number.
    if (length > most) {
      await reader.cancel();
      throw new RangeError('The share is too large.');
    }
  }
  return new Uint8Array(await new Blob(chunks).arrayBuffer());
}
