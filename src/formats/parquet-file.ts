import type { ColumnChunk, FileMetaData } from 'hyparquet';
import { parquetMetadata } from 'hyparquet/src/metadata.js';
import { InputError } from './input-error.ts';
import { damagedParquet, guarded, oneLine } from './parquet-damage.ts';
import { isParquetMagic, MAGIC_BYTES } from './parquet-magic.ts';
import { leavesOf, type ParquetLeaf } from './parquet-schema.ts';
import { thriftEnd } from './parquet-thrift.ts';

const MIB = 1 << 20;
const MAX_FOOTER_BYTES = 64 * MIB;
/** The footer's length, 32 bits, and `PAR1` after it. */
const TAIL_BYTES = 8;
/** Chunks that unpack to more than this may not do so by more than a thousand times. */
const UNSUSPICIOUS_BYTES = 256 * MIB;
const MAX_EXPANSION = 1000;
/** Runs of one value take next to nothing, but positions differ: real files hold a few rows in a byte at most. */
const MAX_ROWS_PER_BYTE = 64;
const UNSUSPICIOUS_ROWS = 1 << 20;

/** Where the values of one column in one row group lie. */
export interface ParquetChunk {
  /** First byte, of the dictionary where there is one. */
  readonly start: number;
  readonly end: number;
  /** As the footer names it: `SNAPPY`, `ZSTD`, … */
  readonly codec: string;
}

export interface ParquetGroup {
  /** Rows of the file before the group. */
  readonly firstRow: number;
  readonly rows: number;
  /** The chunk of a column. Throws `InputError` where it can't be read. */
  readonly chunkOf: (leaf: ParquetLeaf) => ParquetChunk;
}

/** A Parquet file with its footer read and checked. */
export interface ParquetFile {
  readonly data: Blob;
  /** Name to use in errors. */
  readonly name: string;
  readonly rows: number;
  /** Columns that have one value in a row; lists and maps are left out. */
  readonly leaves: readonly ParquetLeaf[];
  readonly groups: readonly ParquetGroup[];
  /** GeoParquet's JSON; empty where there is none. */
  readonly geo: string;
}

/**
 * Reads and checks the footer. Throws `InputError` for a file that isn't Parquet, is encrypted or cut off, and for
 * a footer over 64 MiB, over 10,000 columns or that promises more rows than such a file can hold.
 */
export async function openParquet(data: Blob, file: string): Promise<ParquetFile> {
  const footer = await readFooter(data, file);
  const footerStart = data.size - footer.length;
  if (thriftEnd(footer, file) < 0) throw damagedParquet(file, 'a footer that is cut off');
  const metadata = guarded(file, 'a footer', () => parquetMetadata(footer, { geoparquet: false }));
  const leaves = leavesOf(metadata.schema, file);
  // A group of no rows may have no pages either.
  const groups = groupsOf(metadata, leaves.length, footerStart, file).filter(group => group.rows > 0);
  const rows = groups.reduce((sum, group) => sum + group.rows, 0);
  if (rows > UNSUSPICIOUS_ROWS && rows > data.size * MAX_ROWS_PER_BYTE) {
    throw damagedParquet(file, `${rows} rows in ${data.size} bytes`);
  }
  const geo = metadata.key_value_metadata?.find(({ key }) => key === 'geo')?.value ?? '';
  return { data, name: file, rows, leaves: leaves.filter(({ isRepeated }) => !isRepeated), groups, geo };
}

/** The footer with its length and magic behind it, as it stands at the end of the file. */
async function readFooter(data: Blob, file: string): Promise<Uint8Array> {
  if (data.size < MAGIC_BYTES + TAIL_BYTES) throw damagedParquet(file, `only ${data.size} bytes`);
  const tail = await bytesOf(data, data.size - TAIL_BYTES, data.size);
  if (!isParquetMagic(tail.subarray(TAIL_BYTES - MAGIC_BYTES), file)) {
    throw damagedParquet(file, 'no footer at its end (the file may be cut off)');
  }
  const length = new DataView(tail.buffer).getUint32(0, true);
  if (length > MAX_FOOTER_BYTES) throw damagedParquet(file, 'a footer of more than 64 MiB');
  if (length + TAIL_BYTES + MAGIC_BYTES > data.size) {
    throw damagedParquet(file, `a footer of ${length} bytes in a file of ${data.size}`);
  }
  return bytesOf(data, data.size - TAIL_BYTES - length, data.size);
}

async function bytesOf(data: Blob, start: number, end: number): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await data.slice(start, end).arrayBuffer());
}

function groupsOf(
  metadata: FileMetaData,
  leafCount: number,
  footerStart: number,
  file: string,
): readonly ParquetGroup[] {
  let firstRow = 0;
  return metadata.row_groups.map(({ columns, num_rows }, i) => {
    const rows = countOf(num_rows, `rows of row group ${i + 1}`, file);
    if (columns.length !== leafCount) {
      throw damagedParquet(file, `${columns.length} of ${leafCount} columns in row group ${i + 1}`);
    }
    const group: ParquetGroup = {
      firstRow,
      rows,
      chunkOf: leaf => chunkOf(columns[leaf.index]!, leaf, footerStart, file),
    };
    firstRow += rows;
    return group;
  });
}

function chunkOf(column: ColumnChunk, leaf: ParquetLeaf, footerStart: number, file: string): ParquetChunk {
  const { meta_data: meta } = column;
  if (column.crypto_metadata || !meta) {
    throw new InputError(
      file,
      0,
      'a Parquet file that isn’t encrypted',
      oneLine(`an encrypted column ${leaf.name}`),
    );
  }
  const where = `column ${leaf.name}`;
  if (column.file_path) throw damagedParquet(file, `${where} in another file, ${column.file_path}`);
  if (meta.type !== leaf.type) throw damagedParquet(file, `${where} of type ${meta.type}, not ${leaf.type}`);
  const dataStart = countOf(meta.data_page_offset, `the place of ${where}`, file);
  const dictionaryStart = countOf(meta.dictionary_page_offset ?? 0n, `the place of ${where}`, file);
  const size = countOf(meta.total_compressed_size, `the size of ${where}`, file);
  const unpacked = countOf(meta.total_uncompressed_size, `the size of ${where}`, file);
  // Some writers leave the dictionary's place at 0, or after the data it belongs before.
  const start = dictionaryStart > 0 ? Math.min(dictionaryStart, dataStart) : dataStart;
  if (start < MAGIC_BYTES || start + size > footerStart) {
    throw damagedParquet(file, `${where} outside the file, at ${start} to ${start + size}`);
  }
  if (unpacked > UNSUSPICIOUS_BYTES && unpacked > size * MAX_EXPANSION) {
    throw damagedParquet(file, `${where} of ${size} bytes that unpack to ${unpacked}`);
  }
  return { start, end: start + size, codec: String(meta.codec) };
}

/** A number of the footer, which the parser gives as it stands: as a bigint, of another type or not at all. */
function countOf(value: unknown, what: string, file: string): number {
  const count = typeof value === 'bigint' ? Number(value) : Number.NaN;
  if (Number.isSafeInteger(count) && count >= 0) return count;
  throw damagedParquet(file, `${what} given as ${typeof value === 'bigint' ? value : typeof value}`);
}
