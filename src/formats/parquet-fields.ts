import type { ParquetFile } from './parquet-file.ts';
import { geometryLeaf } from './parquet-geometry.ts';
import type { ParquetLeaf } from './parquet-schema.ts';
import { columnNamed, type PositionColumn, PositionColumns } from './position-columns.ts';
import type { ColumnChoice } from './reader.ts';

/** A column as users see it: a leaf of the schema, or the longitude or latitude of its points. */
export interface ParquetField {
  readonly name: string;
  readonly leaf: ParquetLeaf;
  readonly axis: 'lon' | 'lat' | null;
}

export interface ParquetFields {
  readonly fields: readonly ParquetField[];
  /** Which of the fields means what, by their names. */
  readonly columns: PositionColumns;
}

/**
 * The columns of a file and what they mean: as `PositionColumns` has it, else by the last part of a path
 * (`place.lat`), else, for the position, by a column of points. Lists and maps are left out.
 */
export function fieldsOf(file: ParquetFile, choice: ColumnChoice | null): ParquetFields {
  const plain: ParquetField[] = file.leaves.map(leaf => ({ name: leaf.name, leaf, axis: null }));
  const chosen = new Map(choice ?? []);
  const guessed = new PositionColumns(namesOf(plain), chosen);
  for (const { name, leaf } of plain) {
    const column = leaf.path.length > 1 ? columnNamed(leaf.path.at(-1)!) : undefined;
    if (column && !guessed.has(column) && !chosen.has(column)) chosen.set(column, name);
  }
  const columns = new PositionColumns(namesOf(plain), chosen);
  const isPlaced = columns.has('lat') && columns.has('lon');
  const points = isPlaced ? null : geometryLeaf(file);
  return points ? withPoints(plain, points, chosen) : { fields: plain, columns };
}

function withPoints(
  plain: readonly ParquetField[],
  leaf: ParquetLeaf,
  chosen: Map<PositionColumn, string>,
): ParquetFields {
  const lon: ParquetField = { name: `${leaf.name} (longitude)`, leaf, axis: 'lon' };
  const lat: ParquetField = { name: `${leaf.name} (latitude)`, leaf, axis: 'lat' };
  const fields = [...plain, lon, lat];
  if (!chosen.has('lon')) chosen.set('lon', lon.name);
  if (!chosen.has('lat')) chosen.set('lat', lat.name);
  return { fields, columns: new PositionColumns(namesOf(fields), chosen) };
}

function namesOf(fields: readonly ParquetField[]): string[] {
  return fields.map(({ name }) => name);
}
