import { InputError } from './input-error.ts';
import { ParquetCursor } from './parquet-cursor.ts';
import type { ParquetFile, ParquetGroup } from './parquet-file.ts';
import type { ParquetLeaf } from './parquet-schema.ts';
import type { PageValues } from './parquet-values.ts';

/** A column of a table of texts. */
export interface CellColumn {
  readonly leaf: ParquetLeaf;
  /** Stands for no value. */
  readonly none: string;
  readonly textOf: (values: PageValues, place: number) => string;
}

/** A row of texts, one for each column; null where the column can't be read. */
export interface CellRow {
  /** 1-based. */
  readonly row: number;
  readonly cells: readonly (string | null)[];
}

/** Reads these rows (1-based), in order and each once; rows past the end are left out. */
export async function readCells(
  file: ParquetFile,
  columns: readonly CellColumn[],
  rows: readonly number[],
): Promise<CellRow[]> {
  const wanted = [...new Set(rows)].sort((a, b) => a - b);
  const found: CellRow[] = [];
  for (const group of file.groups) {
    const inGroup = wanted.filter(row => row > group.firstRow && row <= group.firstRow + group.rows);
    if (inGroup.length === 0) continue;
    const places = inGroup.map(row => row - 1 - group.firstRow);
    const texts: (readonly string[] | null)[] = [];
    for (const column of columns) texts.push(await columnTexts(file, group, column, places));
    inGroup.forEach((row, i) => {
      found.push({ row, cells: texts.map(column => column?.[i] ?? null) });
    });
  }
  return found;
}

/** Texts of a column at these places of a row group, in ascending order; null where it can't be read. */
async function columnTexts(
  file: ParquetFile,
  group: ParquetGroup,
  { leaf, none, textOf }: CellColumn,
  places: readonly number[],
): Promise<readonly string[] | null> {
  const texts: string[] = [];
  let next = 0;
  try {
    const cursor = new ParquetCursor(file, group, leaf);
    for (const place of places) {
      await cursor.skip(place - next);
      await cursor.load();
      cursor.take(1);
      next = place + 1;
      texts.push(cursor.present === 0 ? none : textOf(cursor.values, cursor.places[0]!));
    }
    return texts;
  } catch (error) {
    // The row is still worth showing without a column that nobody asked for.
    if (error instanceof InputError) return null;
    throw error;
  }
}
