/// <reference path="./parquet-decompressors.d.ts" />
import { decompress } from 'fzstd';
import { gunzip } from 'hyparquet-compressors/src/gzip.js';
import { decompressLz4, decompressLz4Raw } from 'hyparquet-compressors/src/lz4.js';
import { InputError } from './input-error.ts';
import { damagedParquet, guarded } from './parquet-damage.ts';
import { unpackSnappy } from './parquet-snappy.ts';

const MIB = 1 << 20;
const MAX_PAGE_BYTES = 256 * MIB;
/** Pages larger than this may not unpack to more than a thousand times what they are packed. */
const UNSUSPICIOUS_BYTES = 16 * MIB;
const MAX_EXPANSION = 1000;

type Unpack = (input: Uint8Array, size: number) => Uint8Array;

const CODECS: ReadonlyMap<string, Unpack> = new Map<string, Unpack>([
  ['UNCOMPRESSED', input => input],
  ['SNAPPY', unpackSnappy],
  ['GZIP', (input, size) => gunzip(input, new Uint8Array(size))],
  ['LZ4', decompressLz4],
  ['LZ4_RAW', decompressLz4Raw],
  ['ZSTD', unpackZstd],
]);
/** Few files have it, and its dictionary is larger than all the rest of the reader. */
const BROTLI = 'BROTLI';

/** How the pages of a column are packed. */
export class PageCodec {
  /** As the footer names it. */
  readonly #name: string;
  readonly #unpack: Unpack;
  readonly #file: string;

  private constructor(name: string, unpack: Unpack, file: string) {
    this.#name = name.toLowerCase();
    this.#unpack = unpack;
    this.#file = file;
  }

  /** Throws `InputError` for a codec that isn't known. */
  static async open(name: string, file: string): Promise<PageCodec> {
    const unpack = name === BROTLI ? await loadBrotli() : CODECS.get(name);
    if (unpack) return new PageCodec(name, unpack, file);
    const known = [...CODECS.keys(), BROTLI].join(', ').toLowerCase();
    throw new InputError(file, 0, `pages packed as ${known}`, name.toLowerCase());
  }

  /**
   * Unpacks a page to the `size` bytes that its header promises. Throws `InputError` for a page of more than 256 MiB,
   * for one over 16 MiB that is more than a thousand times as large as it was packed, and for damaged input.
   */
  unpack(input: Uint8Array, size: number): Uint8Array {
    const isBomb = size > UNSUSPICIOUS_BYTES && size > input.length * MAX_EXPANSION;
    if (isBomb || !(size >= 0 && size <= MAX_PAGE_BYTES)) {
      throw damagedParquet(this.#file, `a page of ${input.length} bytes that unpacks to ${size}`);
    }
    if (size === 0) return new Uint8Array(0);
    const output = guarded(this.#file, `a page packed as ${this.#name}`, () => this.#unpack(input, size));
    if (output.length === size) return output;
    throw damagedParquet(this.#file, `a page of ${output.length} bytes that should be ${size}`);
  }
}

async function loadBrotli(): Promise<Unpack> {
  return (await import('hyparquet-compressors/src/brotli.js')).decompressBrotli;
}

/** Room is made by the decompressor where the frame asks for what is expected: filling given room takes it far longer. */
function unpackZstd(input: Uint8Array, size: number): Uint8Array {
  return zstdContentSize(input) === size ? decompress(input) : decompress(input, new Uint8Array(size));
}

/** The size of its content that a Zstandard frame states (RFC 8878, 3.1.1.1); NaN where it doesn't. */
function zstdContentSize(input: Uint8Array): number {
  const descriptor = input[4] ?? 0;
  const isSingleSegment = (descriptor >>> 5) & 1;
  const sizeFlag = descriptor >>> 6;
  const sizeBytes = sizeFlag === 0 ? isSingleSegment : 1 << sizeFlag;
  if (sizeBytes === 0) return Number.NaN;
  const dictionaryBytes = [0, 1, 2, 4][descriptor & 3]!;
  const start = 5 + (1 - isSingleSegment) + dictionaryBytes;
  let size = sizeFlag === 1 ? 256 : 0;
  for (let i = 0; i < sizeBytes; i++) size += (input[start + i] ?? 0) * 2 ** (8 * i);
  return size;
}
