import { parquetHeader } from 'hyparquet/src/column.js';
import { Crc32 } from './crc32.ts';
import { InputError } from './input-error.ts';
import { ForwardBytes } from './parquet-bytes.ts';
import { PageCodec } from './parquet-codecs.ts';
import { damagedParquet, guarded, oneLine } from './parquet-damage.ts';
import {
  deltaLengthValues,
  deltaValues,
  plainValues,
  sharedStartValues,
  splitValues,
} from './parquet-encodings.ts';
import type { ParquetFile, ParquetGroup } from './parquet-file.ts';
import { RunReader } from './parquet-runs.ts';
import type { ParquetLeaf } from './parquet-schema.ts';
import { thriftEnd } from './parquet-thrift.ts';
import { FixedValues, type PageValues } from './parquet-values.ts';

/** Rows that are taken at once at most. */
export const BATCH_ROWS = 2048;

type Decode = (leaf: ParquetLeaf, bytes: Uint8Array, maxCount: number, file: string) => PageValues;

const ENCODINGS: ReadonlyMap<string, Decode> = new Map([
  ['PLAIN', plainValues],
  ['DELTA_BINARY_PACKED', deltaValues],
  ['DELTA_LENGTH_BYTE_ARRAY', deltaLengthValues],
  ['DELTA_BYTE_ARRAY', sharedStartValues],
  ['BYTE_STREAM_SPLIT', splitValues],
]);

/** Values that a page or a dictionary may hold, which are made out as a whole. Writers end a page after some ten thousand. */
const MAX_VALUES = 1 << 24;
/** Length of levels or truth values, before them. */
const LENGTH_BYTES = 4;
/** The two truth values, as a dictionary of runs. */
const NO_AND_YES = Uint8Array.of(0, 1);

const HEADER_BYTES = 256;
/** Headers with the least and greatest of long texts take some kilobytes. */
const MAX_HEADER_BYTES = 1 << 20;

/** 0, 1, 2, …: the slots of a batch in which every row has a value. */
const ALL_SLOTS = Int32Array.from({ length: BATCH_ROWS }, (_, i) => i);

type PageHeader = ReturnType<typeof parquetHeader>;

/** What is on a page of data. */
interface DataPage {
  /** Rows, since a row has one value or none. */
  readonly rows: number;
  readonly encoding: string | undefined;
  readonly levels: RunReader | null;
  /** What comes after the levels, unpacked. */
  readonly body: Uint8Array;
}

/**
 * Goes through one column of one row group, page by page. `load` brings the next page, `take` the next rows of it;
 * then row `slots[i]` of those taken has the value at `places[i]` of `values`, for `i` below `present`. Rows
 * that aren't among the slots have no value.
 *
 * Only the page under the cursor and the column's dictionary are held. All that is damaged throws `InputError`.
 */
export class ParquetCursor {
  readonly leaf: ParquetLeaf;
  readonly places = new Int32Array(BATCH_ROWS);
  readonly #file: string;
  readonly #codecName: string;
  readonly #bytes: ForwardBytes;
  readonly #levelScratch = new Int32Array(BATCH_ROWS);
  readonly #ownSlots = new Int32Array(BATCH_ROWS);
  /** Null before the first page. */
  #codec: PageCodec | null = null;
  #slots = ALL_SLOTS;
  #present = 0;
  /** Rows of the group on pages that haven't been opened. */
  #rowsAhead: number;
  /** Rows of the open page that haven't been taken. */
  #left = 0;
  #levels: RunReader | null = null;
  /** Places in the dictionary; null on a page that holds its own values. */
  #indices: RunReader | null = null;
  /** Place of the next value of a page that holds its own. */
  #next = 0;
  #dictionary: PageValues | null = null;
  #values: PageValues | null = null;

  constructor(file: ParquetFile, group: ParquetGroup, leaf: ParquetLeaf) {
    const { start, end, codec } = group.chunkOf(leaf);
    this.leaf = leaf;
    this.#file = file.name;
    this.#codecName = codec;
    this.#bytes = new ForwardBytes(file.data, start, end);
    this.#rowsAhead = group.rows;
  }

  /** Rows left of the page under the cursor; 0 before the first `load`. */
  get left(): number {
    return this.#left;
  }

  get slots(): Int32Array {
    return this.#slots;
  }

  get present(): number {
    return this.#present;
  }

  /** Whether `values` serve many pages, and rows share them. */
  get isDictionary(): boolean {
    return this.#indices !== null;
  }

  get values(): PageValues {
    if (this.#values) return this.#values;
    throw new RangeError(`no page of ${this.leaf.name} is open`);
  }

  /** Opens the next page where nothing is left of this one. */
  async load(): Promise<void> {
    while (this.#left === 0) {
      await this.#open(await this.#nextHeader());
    }
  }

  /** Goes on by so many rows, past whole pages unread. */
  async skip(rows: number): Promise<void> {
    let left = rows;
    while (left > 0) {
      if (this.#left === 0) left -= await this.#skipPages(left);
      const part = Math.min(left, this.#left, BATCH_ROWS);
      if (part > 0) this.take(part);
      left -= part;
    }
  }

  /** Takes the next rows: at most those left of the page, and at most `BATCH_ROWS`. */
  take(rows: number): void {
    this.#takeLevels(rows);
    this.#takePlaces();
    this.#left -= rows;
  }

  #takeLevels(rows: number): void {
    this.#slots = ALL_SLOTS;
    this.#present = rows;
    const { level } = this.leaf;
    if (!this.#levels || this.#levels.skipRun(level, rows)) return;
    const levels = this.#levelScratch;
    const slots = this.#ownSlots;
    this.#levels.read(levels, rows);
    let present = 0;
    for (let i = 0; i < rows; i++) {
      if (levels[i] === level) slots[present++] = i;
    }
    this.#present = present;
    if (present < rows) this.#slots = slots;
  }

  #takePlaces(): void {
    const { places } = this;
    const count = this.#present;
    if (this.#indices) {
      this.#indices.read(places, count);
      const { length } = this.values;
      for (let i = 0; i < count; i++) {
        if (places[i]! >= length) throw this.#damage('a value that isn’t in its dictionary');
      }
      return;
    }
    if (this.#next + count > this.values.length) throw this.#damage('fewer values than it says');
    for (let i = 0; i < count; i++) places[i] = this.#next + i;
    this.#next += count;
  }

  /** Skips pages of at most `rows` rows in all, and opens the one after them; returns how many rows that were. */
  async #skipPages(rows: number): Promise<number> {
    let skipped = 0;
    while (skipped < rows && this.#left === 0) {
      const header = await this.#nextHeader();
      const pageRows = rowsOf(header);
      if (pageRows > 0 && skipped + pageRows <= rows) {
        this.#countAhead(pageRows);
        this.#bytes.advance(header.compressed_page_size);
        skipped += pageRows;
        continue;
      }
      await this.#open(header);
    }
    return skipped;
  }

  /** Reads the header of the next page, and sees to it that the page is there. */
  async #nextHeader(): Promise<PageHeader> {
    if (this.#bytes.left === 0) throw this.#damage(`${this.#rowsAhead} rows too few`);
    for (let size = HEADER_BYTES; ; size *= 4) {
      const bytes = await this.#bytes.peek(size);
      const end = thriftEnd(bytes, this.#file);
      if (end < 0 && size < MAX_HEADER_BYTES && bytes.length === size) continue;
      if (end < 0) throw this.#damage('a page without a header');
      const view = new DataView(bytes.buffer, bytes.byteOffset, end);
      const header = guarded(this.#file, 'a page header', () => parquetHeader({ view, offset: 0 }));
      this.#bytes.advance(end);
      const packedBytes: unknown = header.compressed_page_size;
      if (isCount(packedBytes) && packedBytes <= this.#bytes.left) return header;
      throw this.#damage(`a page of ${String(packedBytes)} bytes where ${this.#bytes.left} are left`);
    }
  }

  async #open(header: PageHeader): Promise<void> {
    const packed = await this.#bytes.peek(header.compressed_page_size);
    this.#bytes.advance(packed.length);
    this.#checkSum(header.crc, packed);
    this.#codec ??= await PageCodec.open(this.#codecName, this.#file);
    const codec = this.#codec;
    if (header.type === 'DICTIONARY_PAGE') this.#openDictionary(header, packed, codec);
    if (header.type === 'DATA_PAGE') this.#openData(this.#firstVersion(header, packed, codec));
    if (header.type === 'DATA_PAGE_V2') this.#openData(this.#secondVersion(header, packed, codec));
  }

  #checkSum(expected: number | undefined, packed: Uint8Array): void {
    if (expected === undefined) return;
    const sum = new Crc32();
    sum.push(packed);
    if (sum.value !== expected >>> 0) throw this.#damage('a page whose checksum is wrong');
  }

  #openDictionary(header: PageHeader, packed: Uint8Array, codec: PageCodec): void {
    const count: unknown = header.dictionary_page_header?.num_values;
    const isSound = isCount(count) && count <= MAX_VALUES;
    if (this.#dictionary || !isSound) throw this.#damage('a dictionary out of place');
    const bytes = codec.unpack(packed, header.uncompressed_page_size);
    this.#dictionary = plainValues(this.leaf, bytes, count, this.#file);
  }

  /** Levels and values packed together. */
  #firstVersion(header: PageHeader, packed: Uint8Array, codec: PageCodec): DataPage {
    const head = header.data_page_header;
    const body = codec.unpack(packed, header.uncompressed_page_size);
    const page = { rows: rowsOf(header), encoding: head?.encoding };
    if (this.leaf.level === 0) return { ...page, levels: null, body };
    if (head?.definition_level_encoding !== 'RLE' || body.length < LENGTH_BYTES) {
      throw this.#damage('levels in an encoding that is no longer used');
    }
    const end = LENGTH_BYTES + new DataView(body.buffer, body.byteOffset).getUint32(0, true);
    if (end > body.length) throw this.#damage('levels beyond their page');
    return { ...page, levels: this.#levelsOf(body.subarray(LENGTH_BYTES, end)), body: body.subarray(end) };
  }

  /** Levels apart from the values, and never packed. */
  #secondVersion(header: PageHeader, packed: Uint8Array, codec: PageCodec): DataPage {
    const head = header.data_page_header_v2;
    const repetition: unknown = head?.repetition_levels_byte_length;
    const definition: unknown = head?.definition_levels_byte_length;
    if (!head || !isCount(repetition) || !isCount(definition) || repetition + definition > packed.length) {
      throw this.#damage('levels beyond their page');
    }
    const bodyStart = repetition + definition;
    const body = packed.subarray(bodyStart);
    return {
      rows: rowsOf(header),
      encoding: head.encoding,
      levels: this.leaf.level === 0 ? null : this.#levelsOf(packed.subarray(repetition, bodyStart)),
      body:
        head.is_compressed === false ? body : codec.unpack(body, header.uncompressed_page_size - bodyStart),
    };
  }

  #levelsOf(bytes: Uint8Array): RunReader {
    return new RunReader(bytes, 32 - Math.clz32(this.leaf.level), this.#file);
  }

  #openData({ rows, encoding, levels, body }: DataPage): void {
    this.#countAhead(rows);
    this.#left = rows;
    this.#levels = levels;
    this.#indices = null;
    this.#next = 0;
    if (encoding === 'PLAIN_DICTIONARY' || encoding === 'RLE_DICTIONARY') {
      if (!this.#dictionary) throw this.#damage('a page without its dictionary');
      this.#indices = new RunReader(body.subarray(1), body[0] ?? 0, this.#file);
      this.#values = this.#dictionary;
    } else if (encoding === 'RLE' && this.leaf.type === 'BOOLEAN') {
      this.#indices = new RunReader(body.subarray(LENGTH_BYTES), 1, this.#file);
      this.#values = new FixedValues(this.leaf, new DataView(NO_AND_YES.buffer));
    } else {
      this.#values = this.#decode(encoding, body, rows);
    }
  }

  #decode(encoding: string | undefined, body: Uint8Array, rows: number): PageValues {
    if (rows > MAX_VALUES) throw this.#damage(`a page of ${rows} values`);
    const decode = ENCODINGS.get(encoding ?? '');
    if (decode) return decode(this.leaf, body, rows, this.#file);
    throw new InputError(
      this.#file,
      0,
      'values in one of Parquet’s encodings',
      oneLine(`${encoding ?? 'an unknown one'} in column ${this.leaf.name}`),
    );
  }

  #countAhead(rows: number): void {
    this.#rowsAhead -= rows;
    if (this.#rowsAhead < 0) throw this.#damage('more rows than its group');
  }

  #damage(found: string): InputError {
    return damagedParquet(this.#file, `${found} in column ${this.leaf.name}`);
  }
}

function rowsOf(header: PageHeader): number {
  const rows: unknown = header.data_page_header?.num_values ?? header.data_page_header_v2?.num_values ?? 0;
  return isCount(rows) ? rows : Number.POSITIVE_INFINITY;
}

/** What the parser gives for a number is of any type in a damaged file. */
function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isInteger(value) && value >= 0;
}
