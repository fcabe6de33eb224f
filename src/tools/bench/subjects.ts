import { aisParser, aisStreamDecoder, ggDecode, gpsDecode } from './ais-subjects.ts';
import { loadInBrowser } from './browser-subject.ts';
import { duckDbCsv, papaParse, uDsv } from './csv-subjects.ts';
import { loadIntoCase, parquetToColumns, toColumns, toColumnsMemory } from './our-subjects.ts';
import { duckDbParquet, duckDbWriteParquet, hyparquetObjects } from './parquet-subjects.ts';
import type { Subject } from './subject.ts';

/** Everything that is measured, by the name that a child process is given. */
const SUBJECTS = {
  'our-aivdm': path => toColumns('aivdm', path),
  'our-csv': path => toColumns('noaa-csv', path),
  'our-csv-memory': path => toColumnsMemory('noaa-csv', path),
  'our-parquet': parquetToColumns,
  'our-load': loadIntoCase,
  'browser-load': loadInBrowser,
  gpsdecode: gpsDecode,
  'ais-decoder': path => ggDecode('ais-decoder', path),
  ggencoder: path => ggDecode('ggencoder', path),
  aisparser: aisParser,
  'ais-stream-decoder': aisStreamDecoder,
  'duckdb-csv-2023': path => duckDbCsv('2023', path),
  'duckdb-csv-2024': path => duckDbCsv('2024', path),
  papaparse: path => papaParse(false, path),
  'papaparse-typed': path => papaParse(true, path),
  udsv: uDsv,
  'duckdb-parquet': duckDbParquet,
  'duckdb-write-parquet': duckDbWriteParquet,
  hyparquet: hyparquetObjects,
} satisfies Record<string, Subject>;

export type SubjectName = keyof typeof SUBJECTS;

/** Runs a subject and prints its outcome as a line of JSON: the whole work of a child process. */
export async function printOutcome(name: string, path: string): Promise<void> {
  const subject = new Map<string, Subject>(Object.entries(SUBJECTS)).get(name);
  if (!subject) throw new RangeError(`no subject ${name}`);
  const { stdout } = process;
  // Some peers tell each sentence that they can't read, which is no part of their work.
  for (const method of ['log', 'error', 'warn'] as const) console[method] = () => undefined;
  stdout.write(`${JSON.stringify(await subject(path))}\n`);
}
