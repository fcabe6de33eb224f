import { closeSync, openAsBlob, openSync, readSync } from 'node:fs';
import { openNativeDigest } from '../../cli/native-digest.ts';
import { Collector } from '../../core/track/index.ts';
import { LocalEngine } from '../../engine/local.ts';
import { readParquet } from '../../formats/parquet.ts';
import { openPositions, type PositionFormat } from '../../formats/positions.ts';
import type { ReaderContext } from '../../formats/reader.ts';
import { Tally } from '../../formats/tally.ts';
import { type Outcome, timed } from './subject.ts';

const CHUNK_BYTES = 1 << 16;

/** A file to columns: reader and collector, as the product uses them. */
export function toColumns(format: PositionFormat, path: string): Promise<Outcome> {
  return timed(() => readAll(format, path, () => undefined).length);
}

/** The same with what it takes of memory; needs `--expose-gc`. */
export async function toColumnsMemory(format: PositionFormat, path: string): Promise<Outcome> {
  const before = usedBytes(true);
  let peakBytes = 0;
  let collector = new Collector();
  const outcome = await timed(() => {
    collector = readAll(format, path, () => {
      peakBytes = Math.max(peakBytes, usedBytes(false) - before);
    });
    return collector.length;
  });
  const keptBytes = usedBytes(true) - before;
  if (collector.length !== outcome.items) throw new Error('the collector was not kept');
  return { ...outcome, peakBytes, keptBytes };
}

/** A file as the command line loads it: opened, told by its first bytes, digested, indexed by line, collected. */
export async function loadIntoCase(path: string): Promise<Outcome> {
  const data = await openAsBlob(path);
  return timed(async () => {
    const { accepted } = await new LocalEngine(openNativeDigest).load(
      { name: path, data },
      { zoneMinutes: null },
    );
    return accepted;
  });
}

/** A Parquet file to columns. */
export async function parquetToColumns(path: string): Promise<Outcome> {
  const data = await openAsBlob(path);
  return timed(async () => {
    const collector = new Collector();
    await readParquet(data, contextOf(path, collector));
    return collector.length;
  });
}

function readAll(format: PositionFormat, path: string, onChunk: () => void): Collector {
  const collector = new Collector();
  const reader = openPositions(format, contextOf(path, collector));
  const file = openSync(path, 'r');
  const chunk = new Uint8Array(CHUNK_BYTES);
  for (let size = readSync(file, chunk); size > 0; size = readSync(file, chunk)) {
    reader.push(chunk.subarray(0, size));
    onChunk();
  }
  reader.end();
  closeSync(file);
  return collector;
}

/** Times without a zone are UTC, as in Marine Cadastre's files. */
function contextOf(file: string, sink: Collector): ReaderContext {
  return { file, source: 0, sink, tally: new Tally(), flags: 0, zoneMinutes: 0 };
}

function usedBytes(collected: boolean): number {
  if (collected) {
    if (!globalThis.gc) throw new Error('run with --expose-gc');
    globalThis.gc();
  }
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
}
