import { CsvScanner } from './csv.ts';
import { InputError } from './input-error.ts';

/**
 * The first records of a CSV, at most `count`, as texts, from the first bytes of the file; none where it is no CSV.
 * Where these bytes hold fewer, the last record may be cut off.
 */
export function firstRecords(head: Uint8Array, file: string, count: number): readonly (readonly string[])[] {
  const records: string[][] = [];
  const scanner = new CsvScanner(file, row => {
    if (records.length < count) records.push(row.texts());
  });
  try {
    scanner.push(head);
    if (records.length < count) scanner.end();
  } catch (error) {
    // What the file is shows in the records before the fault.
    if (!(error instanceof InputError)) throw error;
  }
  return records;
}
