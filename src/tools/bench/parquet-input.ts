import { existsSync, renameSync } from 'node:fs';
import { join } from 'node:path';
import { noaaInput } from './noaa-input.ts';
import { INPUTS_FOLDER } from './places.ts';
import { runSubject } from './run-subject.ts';

/**
 * The rows of `noaaInput` as Parquet, as DuckDB writes it by itself: Snappy, row groups of 122,880 rows. Rejects where
 * DuckDB is not installed.
 */
export async function noaaParquet(rows: number): Promise<string> {
  const path = join(INPUTS_FOLDER, `noaa-${rows}.parquet`);
  if (existsSync(path)) return path;
  const csv = noaaInput(rows, '2024');
  await runSubject('duckdb-write-parquet', csv);
  renameSync(`${csv}.parquet`, path);
  return path;
}
