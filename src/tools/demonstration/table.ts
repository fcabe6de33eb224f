import { readCsv } from '../../formats/csv.ts';
import { InputError } from '../../formats/input-error.ts';

/** One row of a CSV file of this repository, its fields by column name. */
export interface TableRow {
  readonly file: string;
  /** 1-based line of the file. */
  readonly line: number;
  /** The field under a column; throws a RangeError for a column that the file does not have. */
  field(column: string): string;
}

/**
 * Reads a small CSV file with a header. Throws `InputError` where the header lacks one of `columns` or a row
 * has not as many fields as the header.
 */
export function readTable(text: string, file: string, columns: readonly string[]): readonly TableRow[] {
  const [header, ...records] = readCsv(new TextEncoder().encode(text), file, { delimiter: ',' });
  const names = header?.fields ?? [];
  const missing = columns.find(column => !names.includes(column));
  if (missing !== undefined)
    throw new InputError(file, 1, `a column ${missing}`, names.join(',') || 'no header');
  return records.map(({ line, fields }) => {
    if (fields.length !== names.length) {
      throw new InputError(file, line, `${names.length} fields`, `${fields.length}`);
    }
    const field = (column: string): string => {
      const value = fields[names.indexOf(column)];
      if (value === undefined) throw new RangeError(`${file} has no column ${column}`);
      return value;
    };
    return { file, line, field };
  });
}

/** Writes fields as one CSV line without a newline, quoting where a comma, a quote or a newline asks for it. */
export function csvLine(fields: readonly string[]): string {
  return fields.map(field => (/[",\n\r]/.test(field) ? `"${field.replaceAll('"', '""')}"` : field)).join(',');
}
