import { damagedParquet } from './parquet-damage.ts';

const STOP = 0;
const TRUE = 1;
const FALSE = 2;
const BYTE = 3;
const I16 = 4;
const I64 = 6;
const DOUBLE = 7;
const BINARY = 8;
const LIST = 9;
const STRUCT = 12;

/** Footers nest eight structs and lists, page headers three. */
const MAX_DEPTH = 24;
/** A number of 64 bits takes ten bytes at most. */
const MAX_NUMBER_BYTES = 10;
/** A column chunk takes some thirty values of a footer. */
const MAX_VALUES = 4_000_000;

/**
 * Offset after the struct in Thrift's compact protocol that the bytes start with; -1 where they end before it does.
 * Nothing is made of it: the walk sees to it that the parser, which checks little, never meets numbers without end,
 * lists longer than the file or structs nested without end.
 *
 * Throws `InputError` for more than 24 levels or four million values, and for types that Parquet doesn't use.
 */
export function thriftEnd(bytes: Uint8Array, file: string): number {
  return new ThriftWalk(bytes, file).end();
}

class ThriftWalk {
  readonly #file: string;
  readonly #bytes: Uint8Array;
  /** Past the length where the bytes ended too early. */
  #at = 0;
  #values = 0;

  constructor(bytes: Uint8Array, file: string) {
    this.#bytes = bytes;
    this.#file = file;
  }

  end(): number {
    this.#skipStruct(0);
    return this.#at <= this.#bytes.length ? this.#at : -1;
  }

  #skipStruct(depth: number): void {
    if (depth > MAX_DEPTH) throw damagedParquet(this.#file, 'metadata nested too deep');
    while (this.#at < this.#bytes.length) {
      const head = this.#bytes[this.#at++]!;
      const type = head & 15;
      if (type === STOP) return;
      if (head >> 4 === 0) this.#readNumber();
      if (type !== TRUE && type !== FALSE) this.#skipValue(type, depth);
    }
    this.#at = this.#bytes.length + 1;
  }

  #skipValue(type: number, depth: number): void {
    if (++this.#values > MAX_VALUES) {
      throw damagedParquet(this.#file, 'more than four million values of metadata');
    }
    if (type === BYTE) this.#at++;
    else if (type >= I16 && type <= I64) this.#readNumber();
    else if (type === DOUBLE) this.#at += 8;
    else if (type === BINARY) this.#skipBytes();
    else if (type === LIST) this.#skipList(depth + 1);
    else if (type === STRUCT) this.#skipStruct(depth + 1);
    else throw damagedParquet(this.#file, `metadata of an unknown type (${type})`);
  }

  #skipBytes(): void {
    const length = this.#readNumber();
    this.#at += length;
  }

  #skipList(depth: number): void {
    if (depth > MAX_DEPTH) throw damagedParquet(this.#file, 'metadata nested too deep');
    const head = this.#bytes[this.#at++] ?? 0;
    const type = head & 15;
    const size = head >> 4 === 15 ? this.#readNumber() : head >> 4;
    // In a list a truth value takes a byte.
    const elementType = type === TRUE || type === FALSE ? BYTE : type;
    for (let i = 0; i < size && this.#at < this.#bytes.length; i++) this.#skipValue(elementType, depth);
  }

  /** An unsigned number of up to 64 bits; 0 where the bytes end in it. */
  #readNumber(): number {
    let value = 0;
    for (let i = 0; i < MAX_NUMBER_BYTES; i++) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) return 0;
      value += (byte & 127) * 2 ** (7 * i);
      if (byte < 128) return value;
    }
    throw damagedParquet(this.#file, 'a number without end in its metadata');
  }
}
