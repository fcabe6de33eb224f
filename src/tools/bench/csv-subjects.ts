import { readFileSync } from 'node:fs';
import { createTable, noaaSource } from './duckdb.ts';
import type { NoaaEdition } from './noaa-input.ts';
import { requirePeer } from './peers.ts';
import { type Outcome, timed } from './subject.ts';

interface PapaParse {
  parse(
    text: string,
    options: { header: boolean; dynamicTyping: boolean; skipEmptyLines: boolean },
  ): { data: readonly unknown[] };
}
interface Udsv {
  inferSchema(text: string): unknown;
  initParser(schema: unknown): { typedCols(text: string): readonly (readonly unknown[])[] };
}
/** A table in memory, all columns with their types, on one thread. */
export function duckDbCsv(edition: NoaaEdition, path: string): Promise<Outcome> {
  return createTable(noaaSource(edition, path));
}

/** Arrays of texts, or of numbers, dates and texts with `typed`. */
export function papaParse(typed: boolean, path: string): Promise<Outcome> {
  const { parse } = requirePeer<PapaParse>('papaparse');
  return timed(() => {
    const options = { header: false, dynamicTyping: typed, skipEmptyLines: true };
    return parse(readFileSync(path, 'utf8'), options).data.length - 1;
  });
}

export function uDsv(path: string): Promise<Outcome> {
  const { inferSchema, initParser } = requirePeer<Udsv>('udsv');
  return timed(() => {
    const text = readFileSync(path, 'utf8');
    return initParser(inferSchema(text)).typedCols(text)[0]!.length;
  });
}
