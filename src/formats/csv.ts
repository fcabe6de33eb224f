import { byteOrderMarkLength } from './byte-text.ts';
import { CsvRow, FieldKind } from './csv-row.ts';
import { HeldBytes, inSlices } from './held-bytes.ts';
import { InputError } from './input-error.ts';

const LF = 10;
const CR = 13;
const QUOTE = 34;
const DELIMITERS: readonly number[] = [',', ';', '\t', '|'].map(text => text.charCodeAt(0));

/** Longest record, in bytes. A longer one is most often an opening quote that is never closed. */
const RECORD_CAP_BYTES = 1 << 20;

export interface CsvOptions {
  /** One of `,` `;` tab `|`. Guessed from the first record where not given. */
  readonly delimiter?: string;
}

/** One record of a file read as a whole. */
export interface CsvRecord {
  /** 1-based line on which the record starts. */
  readonly line: number;
  readonly fields: readonly string[];
}

/**
 * Reads a record by itself that starts on `line` at `start`, `size` being where the bytes end. Returns the offset
 * after it; -1 to have it cut into fields.
 */
export type PlainReader = (bytes: Uint8Array, start: number, size: number, line: number) => number;

/**
 * Cuts a CSV file into records, chunk by chunk (RFC 4180: quoted fields, doubled quotes, newlines inside
 * quotes; LF, CRLF or CR ends a record; a last record without one counts; a UTF-8 byte order mark is left
 * out). Blank lines are no records. A quote inside a field that doesn't start with one is text.
 *
 * Throws `InputError` for a record over 1 MiB and for a quote that is never closed.
 */
export class CsvScanner {
  /** Asked first about each record, where it is set. */
  onPlain: PlainReader | null = null;
  readonly #file: string;
  readonly #onRecord: (row: CsvRow) => void;
  readonly #held = new HeldBytes();
  readonly #row = new CsvRow(this.#held);
  #delimiter: number;
  /** 1 for each byte that ends a field without quotes. */
  readonly #fieldEnds = new Uint8Array(256);
  #line = 1;
  /** Newlines seen inside the quotes of the record under the cursor. */
  #innerLines = 0;
  #started = false;
  #afterCr = false;

  constructor(file: string, onRecord: (row: CsvRow) => void, options: CsvOptions = {}) {
    this.#file = file;
    this.#onRecord = onRecord;
    this.#delimiter = options.delimiter === undefined ? 0 : delimiterByte(options.delimiter);
  }

  push(chunk: Uint8Array): void {
    inSlices(chunk, slice => {
      this.#held.append(slice);
      this.#consume(false);
    });
  }

  /** The byte between fields; 0 as long as it isn't known. */
  get delimiter(): number {
    return this.#delimiter;
  }

  /** Ends the file: hands over a last record that no newline follows. */
  end(): void {
    this.#consume(true);
  }

  #consume(final: boolean): void {
    let at = this.#begin(final);
    if (at < 0) return;
    const { bytes, size } = this.#held;
    while (at < size) {
      if (this.#afterCr && bytes[at] === LF) at++;
      this.#afterCr = false;
      const passed = this.onPlain?.(bytes, at, size, this.#line) ?? -1;
      if (passed > 0) {
        this.#line++;
        at = passed;
        continue;
      }
      const next = this.#scanRecord(at, final);
      if (next < 0) break;
      this.#refuseLong(next - at);
      if (!this.#isBlank()) this.#onRecord(this.#row);
      this.#line += 1 + this.#innerLines;
      at = next;
    }
    this.#refuseLong(size - at);
    this.#held.drop(at);
  }

  /** Looks at the first bytes once there are enough; -1 while there are too few to start. */
  #begin(final: boolean): number {
    if (this.#started) return 0;
    const { bytes, size } = this.#held;
    if (size < 3 && !final) return -1;
    const head = bytes.subarray(0, size);
    const at = byteOrderMarkLength(head);
    if (this.#delimiter === 0) {
      const guess = guessDelimiter(head.subarray(at), final || size > RECORD_CAP_BYTES);
      if (guess < 0) return -1;
      this.#delimiter = guess;
    }
    for (const byte of [this.#delimiter, LF, CR]) this.#fieldEnds[byte] = 1;
    this.#started = true;
    return at;
  }

  /** Scans one record into the row; returns the offset after it, -1 when its end isn't here yet. */
  #scanRecord(from: number, final: boolean): number {
    const row = this.#row;
    const { bytes, size: to } = this.#held;
    const delimiter = this.#delimiter;
    const fieldEnds = this.#fieldEnds;
    let at = from;
    row.clear(this.#line);
    this.#innerLines = 0;
    for (;;) {
      if (at < to && bytes[at] === QUOTE) {
        at = this.#scanQuoted(at + 1, final);
        if (at < 0) return -1;
      } else {
        const start = at;
        while (at < to && fieldEnds[bytes[at]!] === 0) at++;
        if (at === to && !final) return -1;
        row.add(start, at, FieldKind.plain);
      }
      if (at === to || bytes[at] !== delimiter) break;
      at++;
    }
    this.#afterCr = at < to && bytes[at] === CR;
    return at === to ? to : at + 1;
  }

  /** Scans a field from the byte after its opening quote; returns the offset of what ends it, or -1. */
  #scanQuoted(start: number, final: boolean): number {
    const { bytes, size: to } = this.#held;
    let kind: number = FieldKind.quoted;
    let at = start;
    let lines = 0;
    for (; at < to; at++) {
      const byte = bytes[at]!;
      if (byte === QUOTE) {
        if (at + 1 === to || bytes[at + 1] !== QUOTE) break;
        kind = FieldKind.escaped;
        at++;
      } else if (byte === LF) {
        if (bytes[at - 1] !== CR) lines++;
      } else if (byte === CR) {
        lines++;
      }
    }
    if (at === to && final) {
      throw new InputError(this.#file, this.#line, 'a closing quote', 'the end of the file');
    }
    if (at >= to || (at + 1 === to && !final)) return -1;
    this.#innerLines += lines;
    return this.#closeQuoted(start, at, kind, final);
  }

  /** Ends a quoted field at its closing quote; text between that and the delimiter stays part of it. */
  #closeQuoted(start: number, quote: number, kind: number, final: boolean): number {
    const { bytes, size: to } = this.#held;
    let at = quote + 1;
    while (at < to && bytes[at] !== this.#delimiter && bytes[at] !== LF && bytes[at] !== CR) at++;
    if (at === to && !final) return -1;
    if (at === quote + 1) this.#row.add(start, quote, kind);
    else this.#row.add(start, at, FieldKind.escaped);
    return at;
  }

  #refuseLong(recordBytes: number): void {
    if (recordBytes <= RECORD_CAP_BYTES) return;
    throw new InputError(this.#file, this.#line, 'a record of at most 1 MiB', 'a longer one');
  }

  #isBlank(): boolean {
    return this.#row.fieldCount === 1 && this.#row.isEmpty(0);
  }
}

/**
 * Reads a whole CSV file into texts: for lists, not for positions. The header is the first record like any
 * other. Throws what `CsvScanner` throws.
 */
export function readCsv(bytes: Uint8Array, file: string, options: CsvOptions = {}): readonly CsvRecord[] {
  const records: CsvRecord[] = [];
  const scanner = new CsvScanner(file, row => records.push({ line: row.line, fields: row.texts() }), options);
  scanner.push(bytes);
  scanner.end();
  return records;
}

/** The delimiter met most often outside quotes in the first record; a comma when there is none; -1 = no end yet. */
function guessDelimiter(bytes: Uint8Array, final: boolean): number {
  const counts = DELIMITERS.map(() => 0);
  let seen = false;
  let quoted = false;
  for (const byte of bytes) {
    if (byte === QUOTE) quoted = !quoted;
    const newline = byte === LF || byte === CR;
    if (newline && seen && !quoted) return mostFrequent(counts);
    seen ||= !newline;
    const candidate = quoted ? -1 : DELIMITERS.indexOf(byte);
    if (candidate >= 0) counts[candidate]!++;
  }
  return final ? mostFrequent(counts) : -1;
}

function mostFrequent(counts: readonly number[]): number {
  return DELIMITERS[counts.indexOf(Math.max(...counts))]!;
}

function delimiterByte(delimiter: string): number {
  const byte = delimiter.charCodeAt(0);
  if (delimiter.length === 1 && DELIMITERS.includes(byte)) return byte;
  throw new RangeError(`delimiter must be , ; tab or |, is ${JSON.stringify(delimiter)}`);
}
