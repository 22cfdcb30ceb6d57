import { Zip, ZipDeflate } from 'fflate';

/** One file of an archive that is being written. */
export interface ZipPart {
  push(text: string): void;
  close(): void;
}

/**
 * A ZIP archive that is written as a stream: only what is compressed is held. The same texts make the same
 * bytes: entries bear no time of their own.
 */
export class ZipWriter {
  readonly #chunks: Uint8Array<ArrayBuffer>[] = [];
  readonly #encoder = new TextEncoder();
  readonly #zip = new Zip((error, chunk) => {
    if (error) throw error;
    this.#chunks.push(chunk);
  });

  /** Begins a file; the one before must be closed. */
  open(path: string): ZipPart {
    const entry = new ZipDeflate(path, { level: 3 });
    // Read in local time: the same everywhere. It is the earliest that a ZIP can tell.
    entry.mtime = new Date(1980, 0, 1);
    this.#zip.add(entry);
    let size = 0;
    return {
      push: (text) => {
        const bytes = this.#encoder.encode(text);
        size += bytes.length;
        if (size > mostBytes) throw new RangeError('The table is too large for an XLSX file.');
        entry.push(bytes);
      },
      close: () => entry.push(new Uint8Array(), true),
    };
  }

  add(path: string, text: string): void {
    const part = this.open(path);
    part.push(text);
    part.close();
  }

  /** The whole archive. */
  end(): readonly Uint8Array<ArrayBuffer>[] {
    this.#zip.end();
    return this.#chunks;
  }
}

/** Of one file, uncompressed: a ZIP without its 64-bit extension counts in 32 bits. */
const mostBytes = 0xffff_ffff;
