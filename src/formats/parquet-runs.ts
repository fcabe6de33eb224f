import { damagedParquet } from './parquet-damage.ts';

/** Wider numbers don't fit the four bytes that are read at once. They would be places in a dictionary of 16 million. */
const MAX_BITS = 24;
const MAX_HEADER_BYTES = 5;

/**
 * Reads small numbers as Parquet packs levels and places in dictionaries: runs of one value between runs of eight
 * or more values of `bits` bits each (its RLE and bit-packing hybrid). However long a run says it is, nothing is
 * made but the numbers asked for.
 */
export class RunReader {
  readonly #file: string;
  readonly #bytes: Uint8Array;
  readonly #bits: number;
  #at: number;
  /** Values left in the run. */
  #left = 0;
  /** The value of a run of one value, -1 in a packed run. */
  #value = -1;
  /** First bit of the next value of a packed run, counted from `#at`. */
  #bit = 0;

  /** Throws `InputError` for numbers over 24 bits. */
  constructor(bytes: Uint8Array, bits: number, file: string) {
    if (bits > MAX_BITS) throw damagedParquet(file, `numbers of ${bits} bits`);
    this.#file = file;
    this.#bytes = bytes;
    this.#bits = bits;
    this.#at = 0;
  }

  /** Reads the next `count` numbers. Throws `InputError` where there are fewer. */
  read(target: Int32Array, count: number): void {
    if (this.#bits === 0) {
      target.fill(0, 0, count);
      return;
    }
    for (let done = 0; done < count; ) {
      if (this.#left === 0) this.#startRun();
      const part = Math.min(this.#left, count - done);
      if (this.#value < 0) this.#unpack(target, done, part);
      else target.fill(this.#value, done, done + part);
      done += part;
      this.#left -= part;
      if (this.#left === 0 && this.#value < 0) this.#at += this.#bit >>> 3;
    }
  }

  /** Goes past the next `count` numbers if they are all this one in one run; returns whether they are. */
  skipRun(value: number, count: number): boolean {
    if (this.#bits > 0 && this.#left === 0) this.#startRun();
    if (this.#value !== value || this.#left < count) return false;
    this.#left -= count;
    return true;
  }

  #startRun(): void {
    const header = this.#readHeader();
    const isPacked = (header & 1) === 1;
    this.#left = isPacked ? (header >>> 1) * 8 : header >>> 1;
    this.#bit = 0;
    this.#value = -1;
    if (isPacked) return;
    this.#value = this.#word(this.#at) & (2 ** this.#bits - 1);
    this.#at += (this.#bits + 7) >>> 3;
    if (this.#at > this.#bytes.length) throw this.#runOut();
  }

  #readHeader(): number {
    let header = 0;
    for (let i = 0; i < MAX_HEADER_BYTES; i++) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw this.#runOut();
      header |= (byte & 127) << (7 * i);
      if (byte < 128) return header >>> 0;
    }
    throw damagedParquet(this.#file, 'a run of values without an end to its length');
  }

  #unpack(target: Int32Array, start: number, count: number): void {
    const bits = this.#bits;
    const mask = 2 ** bits - 1;
    let bit = this.#bit;
    // Some writers leave out the last bytes of a run where no value is meant to be read from them.
    if (this.#at + Math.ceil((bit + count * bits) / 8) > this.#bytes.length) throw this.#runOut();
    for (let i = start; i < start + count; i++) {
      target[i] = (this.#word(this.#at + (bit >>> 3)) >>> (bit & 7)) & mask;
      bit += bits;
    }
    this.#bit = bit;
  }

  /** The four bytes from `at`, lowest first; zeros past the end. */
  #word(at: number): number {
    const bytes = this.#bytes;
    return bytes[at]! | (bytes[at + 1]! << 8) | (bytes[at + 2]! << 16) | (bytes[at + 3]! << 24);
  }

  #runOut(): Error {
    return damagedParquet(this.#file, 'fewer values than a page says it has');
  }
}
