import { CsvScanner } from './csv.ts';
import type { CsvRow } from './csv-row.ts';
import { DanishRows } from './danish-rows.ts';
import { InputError } from './input-error.ts';
import { Notes } from './notes.ts';
import { PositionColumns, plainName } from './position-columns.ts';
import type { PositionReader, ReaderContext } from './reader.ts';
import { describeSetAside } from './set-aside-text.ts';

/** What no other file of positions has together, written plainly. The first is `# Timestamp` in the file. */
const TELLING_NAMES: readonly string[] = ['timestamp', 'typeofmobile', 'mmsi', 'latitude', 'longitude'];

/** Whether a header is that of the Danish Maritime Authority: `# Timestamp,Type of mobile,MMSI,Latitude,...`. */
export function isDanishHeader(names: readonly string[]): boolean {
  const plain = new Set(names.map(plainName));
  return TELLING_NAMES.every(name => plain.has(name));
}

/**
 * Reads AIS files of the Danish Maritime Authority. A row is a record below the header. Times are
 * `dd/mm/yyyy hh:mm:ss`, name no zone and are UTC, so that the zone given for other files doesn't matter.
 * Status, ship type and type of mobile come as words: `Class B` flags its row, and a base station, an aid to
 * navigation, an aircraft or a rescue device is no ship. `Unknown` and `Undefined` are not given, and so are
 * the sentinels of AIS; a position at 91 N counts as heard without one.
 *
 * Rows are set aside as `fields`, `no id`, `bad id`, `no time`, `bad time`, `bad number` or `out of range`.
 * Throws `InputError` for a file of which no row was accepted.
 */
export class DanishCsvReader implements PositionReader {
  readonly #notes = new Notes();
  readonly #context: ReaderContext;
  readonly #scanner: CsvScanner;
  #rows: DanishRows | null = null;

  constructor(context: ReaderContext) {
    this.#context = context;
    this.#scanner = new CsvScanner(context.file, row => this.#read(row));
  }

  /** What was passed on but is worth a word, with its count. */
  get notes(): ReadonlyMap<string, number> {
    return this.#notes.counts;
  }

  push(chunk: Uint8Array): void {
    this.#scanner.push(chunk);
  }

  end(): void {
    this.#scanner.end();
    const { file, tally } = this.#context;
    if (tally.accepted > 0) return;
    throw new InputError(file, 0, 'rows with positions', describeSetAside(tally, 'row'));
  }

  #read(row: CsvRow): void {
    if (!this.#rows) {
      this.#rows = this.#open(row);
      return;
    }
    const { tally } = this.#context;
    const reason = this.#rows.read(row);
    if (reason === null) tally.accept();
    else tally.aside(reason, row.line, row.raw());
  }

  #open(row: CsvRow): DanishRows {
    const header = row.texts();
    if (isDanishHeader(header))
      return new DanishRows(new PositionColumns(header), this.#context, this.#notes);
    const found = header.map(name => name.trim()).join(', ');
    const { file } = this.#context;
    throw new InputError(file, row.line, 'the header # Timestamp,Type of mobile,MMSI,…', `columns ${found}`);
  }
}
