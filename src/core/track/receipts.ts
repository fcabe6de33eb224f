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
