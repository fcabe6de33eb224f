import { damagedParquet } from './parquet-damage.ts';

/** Values of a page that is unpacked as a whole. Writers start a new page after some ten thousand. */
const MAX_VALUES = 1 << 24;
const MAX_NUMBER_BYTES = 10;
const MAX_BLOCK_VALUES = 1 << 20;
const WORD = 2 ** 32;

/** Numbers unpacked from differences: the plain encoding of them, and where the bytes after them start. */
export interface DeltaNumbers {
  /** `count` numbers of 32 or 64 bits, lowest byte first. */
  readonly view: DataView<ArrayBuffer>;
  readonly count: number;
  readonly end: number;
}

/**
 * Unpacks numbers that are stored as differences (DELTA_BINARY_PACKED): blocks of a least difference and, in parts
 * of `bits` bits each, of what every difference has over it. Sums wrap around at 32 or 64 bits, as the format says.
 * Throws `InputError` where the bytes end too early, or for more than `maxCount` values.
 */
export function unpackDeltas(
  bytes: Uint8Array,
  start: number,
  width: 4 | 8,
  maxCount: number,
  file: string,
): DeltaNumbers {
  // A page of rows without a value may hold not even a count of them.
  if (bytes.length === start) return { view: new DataView(new ArrayBuffer(0)), count: 0, end: start };
  return new DeltaUnpacker(bytes, start, width, file).unpack(Math.min(maxCount, MAX_VALUES));
}

/** 64 bits as two words, since differences of nanoseconds don't fit a double. */
interface Words {
  low: number;
  high: number;
}

class DeltaUnpacker {
  readonly #file: string;
  readonly #bytes: Uint8Array;
  readonly #width: 4 | 8;
  #at: number;
  readonly #number: Words = { low: 0, high: 0 };
  readonly #sum: Words = { low: 0, high: 0 };
  readonly #least: Words = { low: 0, high: 0 };

  constructor(bytes: Uint8Array, start: number, width: 4 | 8, file: string) {
    this.#bytes = bytes;
    this.#at = start;
    this.#width = width;
    this.#file = file;
  }

  unpack(maxCount: number): DeltaNumbers {
    const blockSize = this.#readSize();
    const partCount = this.#readSize();
    const count = this.#readSize();
    const partSize = blockSize / partCount;
    if (!(Number.isInteger(partSize) && partSize > 0 && blockSize <= MAX_BLOCK_VALUES)) {
      throw damagedParquet(this.#file, `differences in blocks of ${blockSize} in ${partCount} parts`);
    }
    if (count > maxCount) throw damagedParquet(this.#file, `${count} values in a page of ${maxCount}`);
    this.#readSigned(this.#sum);
    const view = new DataView(new ArrayBuffer(count * this.#width));
    if (count > 0) this.#write(view, 0);
    for (let done = 1; done < count; done += blockSize) this.#readBlock(view, done, partCount, partSize);
    return { view, count, end: this.#at };
  }

  #readBlock(view: DataView, first: number, partCount: number, partSize: number): void {
    const count = view.byteLength / this.#width;
    this.#readSigned(this.#least);
    const widthsAt = this.#at;
    this.#at += partCount;
    for (let part = 0; part < partCount; part++) {
      const from = first + part * partSize;
      // The parts after the last value are left out, but for their widths.
      if (from >= count) return;
      const bits = this.#bytes[widthsAt + part] ?? 0;
      const partBytes = Math.ceil((partSize * bits) / 8);
      if (bits > 64 || this.#at + partBytes > this.#bytes.length) throw this.#runOut();
      this.#readPart(view, from, Math.min(count, from + partSize), bits);
      this.#at += partBytes;
    }
  }

  #readPart(view: DataView, from: number, to: number, bits: number): void {
    const lowBits = Math.min(bits, 32);
    let bit = 0;
    for (let i = from; i < to; i++) {
      const low = this.#readBits(bit, lowBits);
      const high = this.#readBits(bit + lowBits, bits - lowBits);
      bit += bits;
      this.#add(low, high);
      this.#write(view, i);
    }
  }

  /** Adds the least difference and what the value has over it to the sum. */
  #add(low: number, high: number): void {
    const sum = this.#sum;
    const lowSum = sum.low + this.#least.low + low;
    sum.low = lowSum % WORD;
    sum.high = (sum.high + this.#least.high + high + Math.floor(lowSum / WORD)) % WORD;
  }

  #write(view: DataView, place: number): void {
    view.setUint32(place * this.#width, this.#sum.low, true);
    if (this.#width === 8) view.setUint32(place * 8 + 4, this.#sum.high, true);
  }

  /** Up to 32 bits, the lowest first, `bit` counted from the start of the part. */
  #readBits(bit: number, count: number): number {
    let value = 0;
    for (let done = 0; done < count; ) {
      const at = bit + done;
      const part = Math.min(8 - (at & 7), count - done);
      const byte = this.#bytes[this.#at + (at >>> 3)]!;
      value += ((byte >>> (at & 7)) & ((1 << part) - 1)) * 2 ** done;
      done += part;
    }
    return value;
  }

  #readSize(): number {
    this.#readNumber();
    return this.#number.high > 0 ? Number.POSITIVE_INFINITY : this.#number.low;
  }

  /** Reads a signed number, which is stored with its sign last. */
  #readSigned(target: Words): void {
    this.#readNumber();
    const { low, high } = this.#number;
    const sign = low & 1 ? 0xffffffff : 0;
    target.low = (((low >>> 1) | (high << 31)) ^ sign) >>> 0;
    target.high = ((high >>> 1) ^ sign) >>> 0;
  }

  #readNumber(): void {
    const number = this.#number;
    number.low = 0;
    number.high = 0;
    for (let i = 0; i < MAX_NUMBER_BYTES; i++) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) throw this.#runOut();
      const part = byte & 127;
      const shift = 7 * i;
      if (shift < 32) number.low = (number.low | (part << shift)) >>> 0;
      if (shift > 24 && shift < 32) number.high = part >>> (32 - shift);
      if (shift >= 32) number.high = (number.high | (part << (shift - 32))) >>> 0;
      if (byte < 128) return;
    }
    throw damagedParquet(this.#file, 'a difference without end');
  }

  #runOut(): Error {
    return damagedParquet(this.#file, 'fewer values than a page says it has');
  }
}
