import { formatIso } from '../core/time/index.ts';
import { textOf } from './byte-text.ts';
import { shortestDouble } from './decimal-text.ts';
import type { ParquetLeaf } from './parquet-schema.ts';
import { parseDecimalField } from './parse-decimal.ts';

const WORD = 2 ** 32;
const DAY_MS = 86_400_000;
const NS_PER_MS = 1e6;
/** Julian day number of 1 January 1970. */
const EPOCH_JULIAN_DAY = 2_440_588;
/** So much of bytes that are no text is shown. */
const SHOWN_BYTES = 64;

/** What bytes that are no text turn to as one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: those are what is looked for
const NO_TEXT = /[\u0000-\u0008\ufffd]/;

/** What stands for a value that is there but is no number. NaN is one that isn't given. */
export const NO_NUMBER = Number.POSITIVE_INFINITY;

/** The values of a page or of a dictionary, by place. Places from `length` on hold nothing. */
export interface PageValues {
  readonly length: number;
  /** NaN where blank or not a number as such, `NO_NUMBER` for what is there and is none. Times are in ms, days too. */
  numberAt(place: number): number;
  /** As one would write it in a CSV. */
  textAt(place: number): string;
  /** As JSON. */
  jsonAt(place: number): string;
}

/** Values of one width: numbers, truth values and times. */
export class FixedValues implements PageValues {
  readonly leaf: ParquetLeaf;
  readonly #view: DataView;

  constructor(leaf: ParquetLeaf, view: DataView) {
    this.leaf = leaf;
    this.#view = view;
  }

  get length(): number {
    return Math.floor(this.#view.byteLength / this.leaf.width);
  }

  numberAt(place: number): number {
    const { type, divisor, isUnsigned } = this.leaf;
    const view = this.#view;
    switch (type) {
      case 'DOUBLE':
        return view.getFloat64(place * 8, true);
      case 'FLOAT':
        return view.getFloat32(place * 4, true);
      case 'INT64':
        return this.#int64At(place * 8);
      case 'INT32': {
        const value = isUnsigned ? view.getUint32(place * 4, true) : view.getInt32(place * 4, true);
        return this.leaf.form === 'date' ? value * DAY_MS : value / divisor;
      }
      case 'INT96':
        return this.#int96At(place * 12);
      default:
        return view.getUint8(place);
    }
  }

  textAt(place: number): string {
    const { form } = this.leaf;
    const value = this.numberAt(place);
    if (form === 'truth') return value === 0 ? 'false' : 'true';
    if (form === 'number') return this.#decimalAt(place, value);
    const iso = isTime(value) ? formatIso(value)! : 'no time';
    if (form === 'date') return iso.slice(0, 'YYYY-MM-DD'.length);
    return form === 'civil' ? iso.replace('Z', '') : iso;
  }

  jsonAt(place: number): string {
    const text = this.textAt(place);
    const { form } = this.leaf;
    const isBare = form === 'truth' || (form === 'number' && Number.isFinite(this.numberAt(place)));
    return isBare ? text : JSON.stringify(text);
  }

  /** 64 bits exactly in two words: nanoseconds of this century don't fit a double, their milliseconds do. */
  #int64At(at: number): number {
    const { divisor, form, isUnsigned } = this.leaf;
    const low = this.#view.getUint32(at, true);
    const high = isUnsigned ? this.#view.getUint32(at + 4, true) : this.#view.getInt32(at + 4, true);
    if (form !== 'instant' && form !== 'civil') return (high * WORD + low) / divisor;
    const whole = Math.floor(WORD / divisor);
    return high * whole + Math.floor((high * (WORD - whole * divisor) + low) / divisor);
  }

  /** The nanosecond of a Julian day. */
  #int96At(at: number): number {
    const low = this.#view.getUint32(at, true);
    const high = this.#view.getUint32(at + 4, true);
    const day = this.#view.getInt32(at + 8, true) - EPOCH_JULIAN_DAY;
    return day * DAY_MS + Math.floor((high * WORD + low) / NS_PER_MS);
  }

  #decimalAt(place: number, value: number): string {
    const { type, divisor, isUnsigned } = this.leaf;
    if (type === 'FLOAT') return String(Number.isFinite(value) ? shortestDouble(value) : value);
    if (type !== 'INT64' || divisor !== 1) return String(value);
    const view = this.#view;
    return String(isUnsigned ? view.getBigUint64(place * 8, true) : view.getBigInt64(place * 8, true));
  }
}

/** Values of any length: texts, and numbers kept as bytes. */
export class ByteValues implements PageValues {
  readonly leaf: ParquetLeaf;
  readonly bytes: Uint8Array;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly length: number;

  /** `starts` and `ends` hold, for each value, the offset of its first byte and that after its last. */
  constructor(leaf: ParquetLeaf, bytes: Uint8Array, starts: Int32Array, ends: Int32Array, length: number) {
    this.leaf = leaf;
    this.bytes = bytes;
    this.#starts = starts;
    this.#ends = ends;
    this.length = length;
  }

  startOf(place: number): number {
    return this.#starts[place]!;
  }

  endOf(place: number): number {
    return this.#ends[place]!;
  }

  numberAt(place: number): number {
    const { form, isHalf, divisor } = this.leaf;
    const start = this.#starts[place]!;
    const end = this.#ends[place]!;
    if (isHalf) return halfFloat(this.bytes[start]! | (this.bytes[start + 1]! << 8));
    if (form === 'number') return bigEndian(this.bytes, start, end) / divisor;
    if (start === end) return Number.NaN;
    const value = form === 'binary' ? Number.NaN : parseDecimalField(this.bytes, start, end);
    return Number.isNaN(value) ? NO_NUMBER : value;
  }

  textAt(place: number): string {
    const start = this.#starts[place]!;
    const end = this.#ends[place]!;
    const { form } = this.leaf;
    if (form === 'number') return String(this.numberAt(place));
    const text = form === 'binary' ? '' : textOf(this.bytes, start, end);
    if (form === 'text' || (form === 'bytes' && !NO_TEXT.test(text))) return text;
    const shown = [...this.bytes.subarray(start, Math.min(end, start + SHOWN_BYTES))];
    const hex = shown.map(byte => byte.toString(16).padStart(2, '0')).join('');
    return `0x${hex}${end - start > SHOWN_BYTES ? '…' : ''}`;
  }

  jsonAt(place: number): string {
    const isBare = this.leaf.form === 'number' && Number.isFinite(this.numberAt(place));
    return isBare ? this.textAt(place) : JSON.stringify(this.textAt(place));
  }
}

/** Whether a number of milliseconds is a time that a calendar has. */
export function isTime(ms: number): boolean {
  return Math.abs(ms) <= 8.64e15;
}

/** A signed number in two's complement, highest byte first; exact up to 2^53. */
function bigEndian(bytes: Uint8Array, start: number, end: number): number {
  if (start === end) return 0;
  let value = bytes[start]! > 127 ? -1 : 0;
  for (let i = start; i < end; i++) value = value * 256 + bytes[i]!;
  return value;
}

function halfFloat(bits: number): number {
  const sign = bits >>> 15 ? -1 : 1;
  const exponent = (bits >>> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction ? Number.NaN : sign * Number.POSITIVE_INFINITY;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}
