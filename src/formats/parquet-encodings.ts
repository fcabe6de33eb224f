import { damagedParquet } from './parquet-damage.ts';
import { unpackDeltas } from './parquet-delta.ts';
import type { ParquetLeaf } from './parquet-schema.ts';
import { ByteValues, FixedValues, type PageValues } from './parquet-values.ts';

/** Texts made of shared beginnings can grow far beyond their page. */
const MAX_TEXT_BYTES = 1 << 28;

/** Values in the plain encoding, as many as the bytes hold but at most `maxCount`. */
export function plainValues(
  leaf: ParquetLeaf,
  bytes: Uint8Array,
  maxCount: number,
  file: string,
): PageValues {
  if (leaf.type === 'BOOLEAN') return new FixedValues(leaf, viewOf(unpackBits(bytes, maxCount)));
  if (leaf.type === 'FIXED_LEN_BYTE_ARRAY') return evenValues(leaf, bytes, maxCount);
  if (leaf.type !== 'BYTE_ARRAY') return new FixedValues(leaf, viewOf(bytes));
  const view = viewOf(bytes);
  const most = Math.min(maxCount, Math.floor(bytes.length / 4));
  const starts = new Int32Array(most);
  const ends = new Int32Array(most);
  let count = 0;
  for (let at = 0; count < most && at + 4 <= bytes.length; count++) {
    starts[count] = at + 4;
    at += 4 + view.getUint32(at, true);
    if (at > bytes.length) throw damagedParquet(file, `a text of ${leaf.name} beyond its page`);
    ends[count] = at;
  }
  return new ByteValues(leaf, bytes, starts, ends, count);
}

/** Values stored byte by byte (BYTE_STREAM_SPLIT): the first bytes of all, then the second bytes, … */
export function splitValues(
  leaf: ParquetLeaf,
  bytes: Uint8Array,
  maxCount: number,
  file: string,
): PageValues {
  const { width } = leaf;
  if (width === 0) throw damagedParquet(file, `texts of ${leaf.name} split into bytes`);
  const count = Math.floor(bytes.length / width);
  const joined = new Uint8Array(count * width);
  for (let part = 0; part < width; part++) {
    for (let i = 0; i < count; i++) joined[i * width + part] = bytes[part * count + i]!;
  }
  return plainValues(leaf, joined, maxCount, file);
}

/** Whole numbers stored as differences. */
export function deltaValues(
  leaf: ParquetLeaf,
  bytes: Uint8Array,
  maxCount: number,
  file: string,
): PageValues {
  if (leaf.type !== 'INT32' && leaf.type !== 'INT64')
    throw damagedParquet(file, `differences in ${leaf.name}`);
  const { view } = unpackDeltas(bytes, 0, leaf.type === 'INT32' ? 4 : 8, maxCount, file);
  return new FixedValues(leaf, view);
}

/** Texts whose lengths, as differences, come before all their bytes. */
export function deltaLengthValues(
  leaf: ParquetLeaf,
  bytes: Uint8Array,
  maxCount: number,
  file: string,
): PageValues {
  if (leaf.type !== 'BYTE_ARRAY') throw damagedParquet(file, `lengths of texts in ${leaf.name}`);
  const { view, count, end } = unpackDeltas(bytes, 0, 4, maxCount, file);
  const starts = new Int32Array(count);
  const ends = new Int32Array(count);
  let at = end;
  for (let i = 0; i < count; i++) {
    const length = view.getInt32(i * 4, true);
    starts[i] = at;
    at += length;
    if (length < 0 || at > bytes.length) throw damagedParquet(file, `a text of ${leaf.name} beyond its page`);
    ends[i] = at;
  }
  return new ByteValues(leaf, bytes, starts, ends, count);
}

/** Texts of which each starts with so much of the one before it (DELTA_BYTE_ARRAY). */
export function sharedStartValues(
  leaf: ParquetLeaf,
  bytes: Uint8Array,
  maxCount: number,
  file: string,
): PageValues {
  const prefixes = unpackDeltas(bytes, 0, 4, maxCount, file);
  const suffixes = unpackDeltas(bytes, prefixes.end, 4, maxCount, file);
  const { count } = prefixes;
  if (leaf.width > 0 ? leaf.type !== 'FIXED_LEN_BYTE_ARRAY' : leaf.type !== 'BYTE_ARRAY') {
    throw damagedParquet(file, `texts in ${leaf.name}`);
  }
  if (suffixes.count !== count) throw damagedParquet(file, `texts of ${leaf.name} without their ends`);
  const starts = new Int32Array(count);
  const ends = new Int32Array(count);
  let size = 0;
  for (let i = 0; i < count; i++) {
    const prefix = prefixes.view.getInt32(i * 4, true);
    const suffix = suffixes.view.getInt32(i * 4, true);
    const before = i === 0 ? 0 : ends[i - 1]! - starts[i - 1]!;
    starts[i] = size;
    size += prefix + suffix;
    if (prefix < 0 || prefix > before || suffix < 0 || size > MAX_TEXT_BYTES) {
      throw damagedParquet(file, `a text of ${leaf.name} of ${prefix} and ${suffix} bytes`);
    }
    ends[i] = size;
  }
  const texts = new Uint8Array(size);
  let at = suffixes.end;
  for (let i = 0; i < count; i++) {
    const prefix = prefixes.view.getInt32(i * 4, true);
    const suffix = suffixes.view.getInt32(i * 4, true);
    if (at + suffix > bytes.length) throw damagedParquet(file, `a text of ${leaf.name} beyond its page`);
    const start = starts[i]!;
    if (prefix > 0) texts.copyWithin(start, starts[i - 1]!, starts[i - 1]! + prefix);
    texts.set(bytes.subarray(at, at + suffix), start + prefix);
    at += suffix;
  }
  return new ByteValues(leaf, texts, starts, ends, count);
}

function evenValues(leaf: ParquetLeaf, bytes: Uint8Array, maxCount: number): ByteValues {
  const count = leaf.width === 0 ? 0 : Math.min(maxCount, Math.floor(bytes.length / leaf.width));
  const starts = Int32Array.from({ length: count }, (_, i) => i * leaf.width);
  const ends = starts.map(start => start + leaf.width);
  return new ByteValues(leaf, bytes, starts, ends, count);
}

function unpackBits(bytes: Uint8Array, maxCount: number): Uint8Array {
  const count = Math.min(maxCount, bytes.length * 8);
  return Uint8Array.from({ length: count }, (_, i) => (bytes[i >>> 3]! >>> (i & 7)) & 1);
}

function viewOf(bytes: Uint8Array): DataView {
  return new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
