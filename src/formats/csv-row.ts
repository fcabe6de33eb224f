import { textOf } from './byte-text.ts';
import type { HeldBytes } from './held-bytes.ts';
import { parseDecimal } from './parse-decimal.ts';

/** How a field stands in the file: without quotes, in quotes, or with quotes inside that are not part of it. */
export const FieldKind = { plain: 0, quoted: 1, escaped: 2 } as const;

/**
 * A record as byte ranges. One object serves all records of a scan: it is valid until the handler returns.
 * A field index past the end reads as an empty field.
 */
export class CsvRow {
  /** 1-based line on which the record starts. */
  line = 0;
  fieldCount = 0;
  #starts = new Int32Array(64);
  #ends = new Int32Array(64);
  #kinds = new Uint8Array(64);
  readonly #held: HeldBytes;

  constructor(held: HeldBytes) {
    this.#held = held;
  }

  /** The scanner's buffer; only `start(i)` to `end(i)` of each field mean anything. */
  get bytes(): Uint8Array {
    return this.#held.bytes;
  }

  /** Offset of the field's first byte, inside its quotes. */
  start(field: number): number {
    return field < this.fieldCount ? this.#starts[field]! : 0;
  }

  /** Offset after the field's last byte, inside its quotes. */
  end(field: number): number {
    return field < this.fieldCount ? this.#ends[field]! : 0;
  }

  isEmpty(field: number): boolean {
    return this.start(field) === this.end(field);
  }

  /** The field as text (UTF-8; a malformed sequence becomes U+FFFD), doubled quotes made single. */
  text(field: number): string {
    if (field >= this.fieldCount) return '';
    const text = textOf(this.bytes, this.#starts[field]!, this.#ends[field]!);
    return this.#kinds[field] === FieldKind.escaped ? text.replace(/"("?)/g, '$1') : text;
  }

  /** The field as a decimal number, blanks around it allowed; NaN where empty or no number. */
  number(field: number): number {
    return parseDecimal(this.bytes, this.start(field), this.end(field));
  }

  /** The whole record as it stands in the file, for messages. */
  raw(): string {
    if (this.fieldCount === 0) return '';
    return textOf(this.bytes, this.#starts[0]!, this.#ends[this.fieldCount - 1]!);
  }

  /** All fields as texts. */
  texts(): string[] {
    return Array.from({ length: this.fieldCount }, (_, field) => this.text(field));
  }

  /** Called by the scanner alone. */
  clear(line: number): void {
    this.line = line;
    this.fieldCount = 0;
  }

  /** Called by the scanner alone. */
  add(start: number, end: number, kind: number): void {
    if (this.fieldCount === this.#starts.length) this.#grow();
    const field = this.fieldCount++;
    this.#starts[field] = start;
    this.#ends[field] = end;
    this.#kinds[field] = kind;
  }

  #grow(): void {
    const size = 2 * this.#starts.length;
    this.#starts = copyInto(new Int32Array(size), this.#starts);
    this.#ends = copyInto(new Int32Array(size), this.#ends);
    this.#kinds = copyInto(new Uint8Array(size), this.#kinds);
  }
}

function copyInto<T extends Uint8Array | Int32Array>(target: T, source: T): T {
  target.set(source);
  return target;
}
