/** ZIP archives, compressed by the browser itself (RFC 1951 in PKWARE's container). */

/** One file of an archive that is being written. */
export interface ZipPart {
  /** Resolves when the next text may come. */
  push(text: string): Promise<void>;
  close(): Promise<void>;
}

interface Entry {
  readonly path: string;
  readonly isDeflated: boolean;
  readonly chunks: readonly Bytes[];
  /** Compressed and plain, in bytes. */
  readonly packed: number;
  readonly size: number;
  readonly crc: number;
}

type Bytes = Uint8Array<ArrayBuffer>;

/**
 * Writes an archive part by part: only what is compressed is held. The same texts make the same bytes in the
 * same browser: entries bear no time of their own.
 */
export class ZipWriter {
  readonly #entries: Entry[] = [];
  readonly #encoder = new TextEncoder();

  /** Begins a file; it is in the archive once it is closed. */
  open(path: string): ZipPart {
    const { isDeflated, write, finish } = packer();
    let size = 0;
    let crc = 0;
    return {
      push: (text) => {
        const bytes = this.#encoder.encode(text);
        size += bytes.length;
        if (size > mostBytes) throw new RangeError('The table is too large for an XLSX file.');
        crc = crc32(bytes, crc);
        return write(bytes);
      },
      close: async () => {
        const chunks = await finish();
        const packed = chunks.reduce((sum, { length }) => sum + length, 0);
        this.#entries.push({ path, isDeflated, chunks, packed, size, crc });
      },
    };
  }

  async add(path: string, text: string): Promise<void> {
    const part = this.open(path);
    await part.push(text);
    await part.close();
  }

  /** The whole archive. */
  end(): readonly Bytes[] {
    const files: Bytes[] = [];
    const directory: Bytes[] = [];
    let offset = 0;
    for (const entry of this.#entries) {
      const path = this.#encoder.encode(entry.path);
      const shared = sharedHeader(entry, path.length);
      const head = [...number(4, 0x04034b50), ...shared, ...path];
      files.push(new Uint8Array(head), ...entry.chunks);
      directory.push(
        new Uint8Array([
          ...number(4, 0x02014b50),
          ...number(2, version),
          ...shared,
          // No comment, first disk, no attributes.
          ...number(2, 0, 0, 0),
          ...number(4, 0, offset),
          ...path,
        ]),
      );
      offset += head.length + entry.packed;
    }
    const count = this.#entries.length;
    const length = directory.reduce((sum, each) => sum + each.length, 0);
    const end = [
      ...number(4, 0x06054b50),
      ...number(2, 0, 0, count, count),
      ...number(4, length, offset),
      ...number(2, 0),
    ];
    return [...files, ...directory, new Uint8Array(end)];
  }
}

/** Of one file, uncompressed: a ZIP without its 64-bit extension counts in 32 bits. */
const mostBytes = 0xffff_ffff;
const version = 20;
/** 1 January 1980, the earliest that a ZIP can tell. */
const date = 0x21;

/** What the local and the central header have in common. */
function sharedHeader({ isDeflated, crc, packed, size }: Entry, path: number): readonly number[] {
  return [
    ...number(2, version, 0, isDeflated ? 8 : 0, 0, date),
    ...number(4, crc, packed, size),
    ...number(2, path, 0),
  ];
}

/** Numbers of so many bytes, the lowest byte first. */
function number(bytes: number, ...values: readonly number[]): readonly number[] {
  return values.flatMap((value) =>
    Array.from({ length: bytes }, (_, index) => (value >>> (8 * index)) & 0xff),
  );
}

interface Packer {
  readonly isDeflated: boolean;
  readonly write: (bytes: Bytes) => Promise<void>;
  readonly finish: () => Promise<readonly Bytes[]>;
}

/** Compresses where the browser can (since 2022–23), else stores as it is: larger, and as good. */
function packer(): Packer {
  const chunks: Bytes[] = [];
  const stream = deflation();
  if (!stream)
    return {
      isDeflated: false,
      write: (bytes) => {
        chunks.push(bytes);
        return Promise.resolve();
      },
      finish: () => Promise.resolve(chunks),
    };
  const writer = stream.writable.getWriter();
  const read = readAll(stream.readable, chunks);
  return {
    isDeflated: true,
    // oxlint-disable-next-line house/no-restricted-syntax -- a stream's, not a document's
    write: (bytes) => writer.write(bytes),
    finish: async () => {
      await writer.close();
      await read;
      return chunks;
    },
  };
}

function deflation(): CompressionStream | undefined {
  try {
    return new CompressionStream('deflate-raw');
  } catch {
    // Older browsers have none, or know other formats only.
    return undefined;
  }
}

async function readAll(stream: ReadableStream<Bytes>, chunks: Bytes[]): Promise<void> {
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    chunks.push(value);
  }
}

/** The checksum of ZIP files, carried on from the bytes before. */
export function crc32(bytes: Uint8Array, before = 0): number {
  let crc = ~before;
  for (const byte of bytes) crc = (crc >>> 8) ^ table[(crc ^ byte) & 0xff]!;
  return ~crc >>> 0;
}

const table = Int32Array.from({ length: 256 }, (_, start) => {
  let value = start;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? (value >>> 1) ^ 0xedb88320 : value >>> 1;
  return value;
});
