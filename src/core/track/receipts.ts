import type { TrackStore } from './store.ts';

/** Rows of one input under an event: the first and last row number, and how many rows of the ship lie between. */
export interface Receipt {
  /** Index of the input. */
  readonly input: number;
  readonly first: number;
  readonly last: number;
  readonly rows: number;
}

/** Receipts for the store rows `first..last` (both included), one for each input they come from. */
export function receiptsOf(store: TrackStore, first: number, last: number): Receipt[] {
  const byInput = new Map<number, { input: number; first: number; last: number; rows: number }>();
  for (let i = first; i <= last; i++) {
    const input = store.source[i]!;
    const row = store.row[i]!;
    const receipt = byInput.get(input) ?? { input, first: row, last: row, rows: 0 };
    receipt.first = Math.min(receipt.first, row);
    receipt.last = Math.max(receipt.last, row);
    receipt.rows++;
    byInput.set(input, receipt);
  }
  return [...byInput.values()].sort((a, b) => a.input - b.input);
}

/**
 * One receipt for each input that the receipts of a ship name, from the first of their rows to the last, with
 * all rows of the ship between: those of two receipts that overlap count once, and those between two as well.
 */
export function mergeReceipts(store: TrackStore, vessel: number, receipts: readonly Receipt[]): Receipt[] {
  const inputs = [...new Set(receipts.map(({ input }) => input))].sort((a, b) => a - b);
  return inputs.map(input => {
    const own = receipts.filter(receipt => receipt.input === input);
    const first = Math.min(...own.map(receipt => receipt.first));
    const last = Math.max(...own.map(receipt => receipt.last));
    let rows = 0;
    for (let i = store.starts[vessel]!; i < store.starts[vessel + 1]!; i++) {
      const row = store.row[i]!;
      if (store.source[i] === input && row >= first && row <= last) rows++;
    }
    return { input, first, last, rows };
  });
}
