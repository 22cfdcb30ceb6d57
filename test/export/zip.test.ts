import { strFromU8, unzipSync } from 'fflate';
import readExcel from 'read-excel-file/node';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { toXlsx } from '../../src/export/index.ts';
import { crc32, ZipWriter } from '../../src/export/zip.ts';
import { mixed } from './tables.ts';

afterEach(() => vi.unstubAllGlobals());

const bytesOf = (zip: ZipWriter) => new Blob([...zip.end()]).bytes();

describe('a ZIP archive', () => {
  it('holds its files, written in parts', async () => {
    const zip = new ZipWriter();
    const part = zip.open('a/a.txt');
    await part.push('første ');
    await part.push('anden');
    await part.close();
    await zip.add('b.txt', 'x'.repeat(100_000));
    const files = unzipSync(await bytesOf(zip));
    expect(Object.entries(files).map(([path, bytes]) => [path, strFromU8(bytes).length])).toEqual([
      ['a/a.txt', 12],
      ['b.txt', 100_000],
    ]);
    expect(strFromU8(files['a/a.txt']!)).toBe('første anden');
    expect((await bytesOf(zip)).length).toBeLessThan(1000);
  });

  it('has the checksum that readers ask for, carried on from part to part', () => {
    const digits = new TextEncoder().encode('123456789');
    expect(crc32(digits)).toBe(0xcbf43926);
    expect(crc32(digits.slice(4), crc32(digits.slice(0, 4)))).toBe(0xcbf43926);
  });

  it.each([
    ['none', undefined],
    [
      'other formats only',
      class {
        constructor() {
          throw new TypeError('Unsupported compression format');
        }
      },
    ],
  ])('where the browser compresses %s, the workbook is whole still', async (_, stream) => {
    vi.stubGlobal('CompressionStream', stream);
    const { blob } = await toXlsx(mixed);
    vi.unstubAllGlobals();
    const [list] = await readExcel(Buffer.from(await blob.arrayBuffer()));
    expect(list?.data[1]?.[0]).toBe('010141-9996');
    expect(blob.size).toBeGreaterThan((await toXlsx(mixed)).blob.size);
  });
});
