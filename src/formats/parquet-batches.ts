import { BATCH_ROWS, ParquetCursor } from './parquet-cursor.ts';
import type { ParquetFile, ParquetGroup } from './parquet-file.ts';
import type { ParquetLeaf } from './parquet-schema.ts';

/**
 * Goes through some columns of a row group side by side, in batches that lie on one page of each, so that nothing has
 * to be joined. Throws `InputError` where a column is damaged.
 */
export class ParquetBatches {
  readonly #cursors: ReadonlyMap<ParquetLeaf, ParquetCursor>;
  #left: number;

  constructor(file: ParquetFile, group: ParquetGroup, leaves: readonly ParquetLeaf[]) {
    this.#cursors = new Map(leaves.map(leaf => [leaf, new ParquetCursor(file, group, leaf)]));
    this.#left = group.rows;
  }

  cursorOf(leaf: ParquetLeaf): ParquetCursor {
    const cursor = this.#cursors.get(leaf);
    if (cursor) return cursor;
    throw new RangeError(`column ${leaf.name} isn’t being read`);
  }

  /** Takes at most so many rows, at most a batch; returns how many they are, 0 at the end. */
  async take(mostRows = BATCH_ROWS): Promise<number> {
    if (this.#left === 0) return 0;
    const cursors = [...this.#cursors.values()];
    await settled(cursors.filter(({ left }) => left === 0).map(cursor => cursor.load()));
    const rows = Math.min(mostRows, BATCH_ROWS, this.#left, ...cursors.map(({ left }) => left));
    for (const cursor of cursors) cursor.take(rows);
    this.#left -= rows;
    return rows;
  }

  /** Goes on by so many rows, which are there. */
  async skip(rows: number): Promise<void> {
    await settled([...this.#cursors.values()].map(cursor => cursor.skip(rows)));
    this.#left -= rows;
  }
}

/** Waits for all, so that none fails unheard, then throws what the first of them threw. */
async function settled(tasks: readonly Promise<void>[]): Promise<void> {
  for (const result of await Promise.allSettled(tasks)) if (result.status === 'rejected') throw result.reason;
}
