import type { ByteWriter, SchemaElement } from 'hyparquet-writer';
import type { ExportColumn } from './export-column.ts';
import type { ExportManifest } from './export-manifest.ts';
import { PRODUCT } from './product.ts';

/** Rows that are written at a time and held meanwhile. */
const ROW_GROUP_ROWS = 100_000;

/** Parquet's types; times are milliseconds UTC, `int` is unsigned. Every column may be empty. */
const ELEMENTS: Readonly<Record<ExportColumn<unknown>['type'], Omit<SchemaElement, 'name'>>> = {
  time: {
    type: 'INT64',
    converted_type: 'TIMESTAMP_MILLIS',
    logical_type: { type: 'TIMESTAMP', isAdjustedToUTC: true, unit: 'MILLIS' },
  },
  text: { type: 'BYTE_ARRAY', converted_type: 'UTF8' },
  float32: { type: 'FLOAT' },
  float64: { type: 'DOUBLE' },
  int: { type: 'INT32', converted_type: 'UINT_32' },
};

/**
 * A table as Parquet: row groups of at most 100,000 rows, packed with Snappy, a piece of bytes each. The manifest is
 * the key-value pair `wakeline`. The writer is fetched when it is first asked for.
 */
export async function* parquetPieces<Row>(
  columns: readonly ExportColumn<Row>[],
  rows: Iterable<Row>,
  manifest: ExportManifest,
): AsyncGenerator<Uint8Array<ArrayBuffer>> {
  const { ByteWriter, ParquetWriter } = await import('hyparquet-writer');
  const bytes = new ByteWriter();
  const writer = new ParquetWriter({
    writer: bytes,
    schema: schemaOf(columns),
    kvMetadata: [{ key: 'wakeline', value: JSON.stringify(manifest) }],
    createdBy: `${PRODUCT.name} version ${PRODUCT.version}`,
  });
  for (const group of groupsOf(rows)) {
    const columnData = columns.map(column => ({
      name: column.name,
      data: group.map(row => parquetValue(column, row)),
    }));
    await writer.write({ columnData, rowGroupSize: ROW_GROUP_ROWS });
    yield taken(bytes);
  }
  await writer.finish();
  yield taken(bytes);
}

function schemaOf<Row>(columns: readonly ExportColumn<Row>[]): SchemaElement[] {
  const elements = columns.map(({ name, type }) => ({
    ...ELEMENTS[type],
    name,
    repetition_type: 'OPTIONAL' as const,
  }));
  return [{ name: 'root', num_children: columns.length }, ...elements];
}

function* groupsOf<Row>(rows: Iterable<Row>): Generator<Row[]> {
  let group: Row[] = [];
  for (const row of rows) {
    group.push(row);
    if (group.length < ROW_GROUP_ROWS) continue;
    yield group;
    group = [];
  }
  if (group.length > 0) yield group;
}

function parquetValue<Row>({ type, of }: ExportColumn<Row>, row: Row): string | number | Date | null {
  const value = of(row);
  return type === 'time' && typeof value === 'number' ? new Date(value) : value;
}

/** The bytes written since they were last taken. */
function taken(writer: ByteWriter): Uint8Array<ArrayBuffer> {
  const bytes = writer.getBytes().slice() as Uint8Array<ArrayBuffer>;
  writer.index = 0;
  return bytes;
}
