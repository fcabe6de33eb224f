import { CsvScanner } from './csv.ts';
import type { CsvRow } from './csv-row.ts';
import { InputError } from './input-error.ts';
import { Notes } from './notes.ts';
import type { PlainRows } from './plain-rows.ts';
import { AS_WRITTEN, type PositionReader, type ReaderContext, type Understanding } from './reader.ts';
import { describeSetAside } from './set-aside-text.ts';

/** Passes on the rows below one header; `read` returns why a row is set aside, or null. */
export interface RowReader {
  readonly understanding: Understanding;
  read(row: CsvRow): string | null;
  /** The quick way for a file with this delimiter; null where there is none. */
  openPlain?(delimiter: number): PlainRows | null;
}

/** Makes the reader of the rows below a header, which stands on `line`. Throws `InputError` for one it can't use. */
export type OpenRows = (header: readonly string[], line: number, notes: Notes) => RowReader;

/**
 * Reads a CSV of positions: its first record is the header, and every record below is a row, accepted or set aside.
 * Throws `InputError` for a file without a header and for one of which no row was accepted.
 */
export class CsvPositions implements PositionReader {
  readonly #notes = new Notes();
  readonly #context: ReaderContext;
  readonly #scanner: CsvScanner;
  readonly #openRows: OpenRows;
  #rows: RowReader | null = null;

  constructor(context: ReaderContext, openRows: OpenRows) {
    this.#context = context;
    this.#openRows = openRows;
    this.#scanner = new CsvScanner(context.file, row => this.#read(row));
  }

  get notes(): ReadonlyMap<string, number> {
    return this.#notes.counts;
  }

  get understanding(): Understanding {
    return this.#rows?.understanding ?? AS_WRITTEN;
  }

  push(chunk: Uint8Array): void {
    this.#scanner.push(chunk);
  }

  end(): void {
    this.#scanner.end();
    const { file, tally } = this.#context;
    if (!this.#rows) throw new InputError(file, 0, 'a header line with column names', 'an empty file');
    if (tally.accepted > 0) return;
    throw new InputError(file, 0, 'rows with positions', describeSetAside(tally, 'row'));
  }

  #read(row: CsvRow): void {
    if (!this.#rows) {
      this.#rows = this.#openRows(row.texts(), row.line, this.#notes);
      this.#openPlain(this.#rows);
      return;
    }
    const { tally } = this.#context;
    const reason = this.#rows.read(row);
    if (reason === null) tally.accept();
    else tally.aside(reason, row.line, row.raw());
  }
  #openPlain(rows: RowReader): void {
    const plain = rows.openPlain?.(this.#scanner.delimiter);
    if (!plain) return;
    const { tally } = this.#context;
    this.#scanner.onPlain = (bytes, start, size, line) => {
      const after = plain.read(bytes, start, size, line);
      if (after > 0) tally.accept();
      return after;
    };
  }
}
