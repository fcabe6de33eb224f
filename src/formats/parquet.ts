import { refuseEventTable } from './event-file.ts';
import { InputError } from './input-error.ts';
import { requireColumns } from './needed-columns.ts';
import { Notes } from './notes.ts';
import { ParquetBatches } from './parquet-batches.ts';
import { type CellColumn, readCells } from './parquet-cells.ts';
import { fieldsOf, type ParquetField } from './parquet-fields.ts';
import { openParquet, type ParquetFile } from './parquet-file.ts';
import { pointAxis } from './parquet-geometry.ts';
import { ParquetPositions } from './parquet-positions.ts';
import type { ColumnChoice, ReaderContext, Understanding } from './reader.ts';
import { describeSetAside } from './set-aside-text.ts';
import type { TablePreview } from './table-preview.ts';
import type { Tally } from './tally.ts';

const SHOWN_ROWS = 8;
/** After so many rows others are let in, and after so many batches where pages are small: some milliseconds of work. */
const BREATH_ROWS = 8192;
const BREATH_BATCHES = 64;

/** How the reading of a file is watched and stopped. */
export interface ParquetControl {
  readonly signal?: AbortSignal;
  /** Called with the share of rows read, and waited for, after every ten thousand rows at most. */
  readonly onRows?: (share: number) => Promise<void> | void;
  /** Hears once, at the end, how the file was taken. */
  readonly onUnderstood?: (understanding: Understanding) => void;
}

/**
 * Reads a Parquet file of positions, row group by row group and in batches within; returns what was accepted but is
 * worth a word, with its count. A row is a row of the file, counted from 1.
 *
 * Columns go by the names of a CSV of positions (`GenericCsvReader`) or as the user chose; one inside a struct by its
 * path (`position.lat`), lists and maps are left out. Without latitude and longitude the points of a column of
 * well-known binary count, as in GeoParquet. Numbers may be of any type, also texts with numbers in them. Times are
 * timestamps, epochs or texts; a timestamp that isn't adjusted to UTC names no zone, and neither does the deprecated
 * 96-bit one, and a day alone is no time.
 *
 * Rows are set aside for the reasons of a CSV but `fields`. Throws `InputError` for a file that is no sound Parquet
 * file or is encrypted, for a missing column, for a time without a zone where none was given, and for a file of which
 * no row was accepted.
 */
export async function readParquet(
  data: Blob,
  context: ReaderContext,
  control: ParquetControl = {},
): Promise<ReadonlyMap<string, number>> {
  const file = await openParquet(data, context.file);
  const { tally } = context;
  const notes = new Notes();
  const fields = fieldsOf(file, context.columns ?? null);
  refuseEventTable(fields.columns.header, context.file);
  for (const name of fields.columns.absent) notes.add(`no column ${name}, which was chosen`);
  requireColumns(fields.columns, context, 0);
  const positions = new ParquetPositions(fields, context, notes);
  await readGroups(file, positions, tally, control);
  if (tally.accepted === 0) {
    throw new InputError(context.file, 0, 'rows with positions', describeSetAside(tally, 'row'));
  }
  control.onUnderstood?.(positions.understanding);
  return notes.counts;
}

/**
 * These rows (1-based) as JSON, one line each, in order and each once; rows past the end are left out, and so are
 * columns that can't be read, lists and maps. Throws `InputError` as `readParquet` does for a file that can't be opened.
 */
export async function parquetRowTexts(
  data: Blob,
  file: string,
  rows: readonly number[],
): Promise<{ readonly line: number; readonly text: string }[]> {
  return rowTexts(await openParquet(data, file), rows);
}

/**
 * How a Parquet file begins and what its reader would take its columns to mean, `choice` given. Throws `InputError`
 * as `readParquet` does for a file that can't be opened.
 */
export async function previewParquet(
  data: Blob,
  file: string,
  choice: ColumnChoice | null = null,
): Promise<TablePreview> {
  const parquet = await openParquet(data, file);
  const { fields, columns } = fieldsOf(parquet, choice);
  refuseEventTable(columns.header, file);
  const firstRows = Array.from({ length: SHOWN_ROWS }, (_, i) => i + 1);
  const rows = await readCells(parquet, fields.map(shownColumn), firstRows);
  return {
    header: fields.map(({ name }) => name),
    rows: rows.map(({ cells }) => cells.map(cell => cell ?? '')),
    columns: columns.names,
  };
}

async function readGroups(
  file: ParquetFile,
  positions: ParquetPositions,
  tally: Tally,
  { signal, onRows }: ParquetControl,
): Promise<void> {
  const aside: [reason: string, row: number][] = [];
  const setAside = (reason: string, row: number): void => {
    aside.push([reason, row]);
  };
  let unheardRows = 0;
  let unheardBatches = 0;
  for (const group of file.groups) {
    const batches = new ParquetBatches(file, group, positions.leaves);
    positions.open(batches);
    let row = group.firstRow + 1;
    for (let rows = await batches.take(); rows > 0; rows = await batches.take()) {
      signal?.throwIfAborted();
      positions.read(rows, row, setAside);
      await count(aside, tally, file);
      row += rows;
      unheardRows += rows;
      if (unheardRows < BREATH_ROWS && ++unheardBatches < BREATH_BATCHES) continue;
      unheardRows = 0;
      unheardBatches = 0;
      await onRows?.((row - 1) / file.rows);
    }
  }
  signal?.throwIfAborted();
}

/** Counts rows that were set aside, which empties the list. Those that become examples are read as a whole. */
async function count(aside: [reason: string, row: number][], tally: Tally, file: ParquetFile): Promise<void> {
  for (const [reason, row] of aside) {
    const [example] = tally.wantsExample(reason) ? await rowTexts(file, [row]) : [];
    tally.aside(reason, row, example?.text ?? '');
  }
  aside.length = 0;
}

async function rowTexts(
  file: ParquetFile,
  rows: readonly number[],
): Promise<{ readonly line: number; readonly text: string }[]> {
  const columns = file.leaves.map(
    (leaf): CellColumn => ({ leaf, none: 'null', textOf: (values, place) => values.jsonAt(place) }),
  );
  const keys = file.leaves.map(({ name }) => JSON.stringify(name));
  const found = await readCells(file, columns, rows);
  return found.map(({ row, cells }) => {
    const members = cells.flatMap((cell, i) => (cell === null ? [] : [`${keys[i]}:${cell}`]));
    return { line: row, text: `{${members.join(',')}}` };
  });
}

function shownColumn({ leaf, axis }: ParquetField): CellColumn {
  if (axis === null) return { leaf, none: '', textOf: (values, place) => values.textAt(place) };
  return { leaf, none: '', textOf: (values, place) => String(pointAxis(values, place, axis)) };
}
