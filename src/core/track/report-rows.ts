/** A row's number is its block's and, in the lowest bits, its place there. */
const PLACE_BITS = 14;
const BLOCK_ROWS = 1 << PLACE_BITS;
const PLACE_MASK = BLOCK_ROWS - 1;

/** Row numbers are 32 bits wide. */
const MAX_ROWS = 2 ** 32 - 1;

/** Columns of some 16,000 reports, in the units of `ReportSink`. */
export class ReportBlock {
  /** Number of the transmitter. */
  readonly who = new Uint32Array(BLOCK_ROWS);
  /** IMO number that came with the report, 0 where none did. */
  readonly imo = new Uint32Array(BLOCK_ROWS);
  readonly t = new Float64Array(BLOCK_ROWS);
  readonly lon = new Float64Array(BLOCK_ROWS);
  readonly lat = new Float64Array(BLOCK_ROWS);
  readonly sog = new Float32Array(BLOCK_ROWS);
  readonly cog = new Float32Array(BLOCK_ROWS);
  readonly heading = new Float32Array(BLOCK_ROWS);
  /** Row or line in its file. */
  readonly row = new Uint32Array(BLOCK_ROWS);
  /** Number of the static data that came along, 0 where none did. */
  readonly statics = new Uint32Array(BLOCK_ROWS);
  /** Index of the input. */
  readonly source = new Uint16Array(BLOCK_ROWS);
  readonly status = new Uint8Array(BLOCK_ROWS);
  readonly flags = new Uint8Array(BLOCK_ROWS);
}

/**
 * Reports in the order of their arrival. They are kept in blocks, so that growing copies nothing and takes no more
 * than one block beyond what is there.
 */
export class ReportRows {
  length = 0;
  readonly #blocks: ReportBlock[] = [];

  /** Makes room for a row, to be written by the caller: at `place(row)` of `block(row)`. Returns its number. */
  add(): number {
    const row = this.length;
    if ((row & PLACE_MASK) === 0) this.#addBlock();
    this.length++;
    return row;
  }

  block(row: number): ReportBlock {
    return this.#blocks[row >>> PLACE_BITS]!;
  }

  place(row: number): number {
    return row & PLACE_MASK;
  }

  /** Calls back for each block that holds rows from `first` on, with its rows from place `from` to before `to`. */
  eachBlock(first: number, use: (block: ReportBlock, from: number, to: number) => void): void {
    for (let row = first; row < this.length; row = (row | PLACE_MASK) + 1) {
      const last = Math.min(this.length - 1, row | PLACE_MASK);
      use(this.block(row), this.place(row), this.place(last) + 1);
    }
  }

  /** Keeps the first `length` rows. Throws a RangeError where there are not so many. */
  truncate(length: number): void {
    if (!(length >= 0 && length <= this.length)) {
      throw new RangeError(`can't keep ${length} of ${this.length} rows`);
    }
    this.length = length;
    this.#blocks.length = Math.ceil(length / BLOCK_ROWS);
  }

  /** Takes out every row of an input; those after it move up. */
  remove(source: number): void {
    let kept = 0;
    for (let row = 0; row < this.length; row++) {
      if (this.block(row).source[this.place(row)] === source) continue;
      if (kept < row) this.#copy(row, kept);
      kept++;
    }
    this.truncate(kept);
  }

  #addBlock(): void {
    if (this.length > MAX_ROWS - BLOCK_ROWS) throw new RangeError(`more than ${MAX_ROWS} reports`);
    this.#blocks.push(new ReportBlock());
  }

  #copy(fromRow: number, toRow: number): void {
    const from = this.block(fromRow);
    const to = this.block(toRow);
    const i = this.place(fromRow);
    const at = this.place(toRow);
    for (const column of Object.keys(from) as (keyof ReportBlock)[]) to[column][at] = from[column][i]!;
  }
}
