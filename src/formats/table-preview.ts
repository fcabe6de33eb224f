import { firstRecords } from './csv-head.ts';
import { InputError } from './input-error.ts';
import { PositionColumns } from './position-columns.ts';
import type { ColumnChoice } from './reader.ts';

const SHOWN_ROWS = 8;

/** How a table of positions begins. */
export interface TablePreview {
  /** Names without blanks around them. */
  readonly header: readonly string[];
  /** First records below the header, as texts. */
  readonly rows: readonly (readonly string[])[];
  /** What the header's names are taken to mean. */
  readonly columns: ColumnChoice;
}

/**
 * How a CSV of positions begins and what its reader would take its columns to mean, `columns` given. `head` is its
 * first bytes (64 KiB are plenty). Throws `InputError` where there is no record in them.
 */
export function previewTable(
  head: Uint8Array,
  file: string,
  columns: ColumnChoice | null = null,
): TablePreview {
  const [header, ...rows] = firstRecords(head, file, 1 + SHOWN_ROWS);
  if (!header) throw new InputError(file, 0, 'a header line with column names', 'no line of a table');
  const { names } = new PositionColumns(header, columns);
  return { header: header.map(name => name.trim()), rows, columns: names };
}
