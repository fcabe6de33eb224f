import { asyncBufferFromFile, parquetReadObjects } from 'hyparquet';
import { compressors } from 'hyparquet-compressors';
import { createTable, noaaSource, writeParquet } from './duckdb.ts';
import { type Outcome, timed } from './subject.ts';

export function duckDbParquet(path: string): Promise<Outcome> {
  return createTable(`read_parquet('${path}')`);
}

/** Writes a CSV of the edition of 2024 as Parquet beside it. */
export function duckDbWriteParquet(path: string): Promise<Outcome> {
  return writeParquet(noaaSource('2024', path), `${path}.parquet`);
}

/** One object for each row, as the library gives them by itself. */
export function hyparquetObjects(path: string): Promise<Outcome> {
  return timed(async () => {
    const file = await asyncBufferFromFile(path);
    return (await parquetReadObjects({ file, compressors })).length;
  });
}
