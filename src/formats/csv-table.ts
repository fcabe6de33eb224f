import { type CsvOptions, type CsvRecord, readCsv } from './csv.ts';
import { InputError } from './input-error.ts';

/** A small CSV file whose first record names its columns. Names count without case, blanks and punctuation. */
export class CsvTable {
  readonly file: string;
  readonly rows: readonly CsvRecord[];
  readonly #header: CsvRecord;
  readonly #columns = new Map<string, number>();

  /** Throws `InputError` where the file is empty or not a CSV file. */
  constructor(bytes: Uint8Array, file: string, options: CsvOptions = {}) {
    const [header, ...rows] = readCsv(bytes, file, options);
    if (!header) throw new InputError(file, 0, 'a line of column names', 'an empty file');
    this.file = file;
    this.rows = rows;
    this.#header = header;
    header.fields.forEach((name, index) => {
      const key = columnKey(name);
      if (!this.#columns.has(key)) this.#columns.set(key, index);
    });
  }

  /** True if the file has a column of one of these names. */
  has(...names: readonly string[]): boolean {
    return names.some(name => this.#columns.has(columnKey(name)));
  }

  /** Throws `InputError` unless the file has every one of these columns. */
  require(...names: readonly string[]): void {
    const missing = names.filter(name => !this.has(name));
    if (missing.length === 0) return;
    throw new InputError(this.file, this.#header.line, `columns ${names.join(', ')}`, this.columnList());
  }

  /** The columns found, for a message. */
  columnList(): string {
    return `columns ${this.#header.fields.slice(0, 12).join(', ').slice(0, 160)}`;
  }

  /** Text of a row in the first of these columns that the file has, without blanks around it; else empty. */
  cell(row: CsvRecord, ...names: readonly string[]): string {
    for (const name of names) {
      const column = this.#columns.get(columnKey(name));
      if (column !== undefined) return (row.fields[column] ?? '').trim();
    }
    return '';
  }
}

function columnKey(name: string): string {
  return name.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}
