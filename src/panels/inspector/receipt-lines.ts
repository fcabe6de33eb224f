import type { Receipt, TrackStore } from '../../core/track/index.ts';
import type { Vessel } from '../../core/vessel/index.ts';

/** Lines of a ship that a receipt stands for. */
export interface ReceiptLines {
  /** All of them, ascending. */
  readonly lines: readonly number[];
  /** The first two and the last two, or all of four and fewer. */
  readonly ends: readonly number[];
}

/** Rows of the ship in the receipt's input from its first to its last: other ships' rows between them are left out. */
export function receiptLines(
  { starts, source, row }: TrackStore,
  vessel: Vessel,
  receipt: Receipt,
): ReceiptLines {
  const found = new Set<number>();
  for (let i = starts[vessel.index]!; i < starts[vessel.index + 1]!; i++) {
    if (source[i] === receipt.input && row[i]! >= receipt.first && row[i]! <= receipt.last)
      found.add(row[i]!);
  }
  const lines = [...found].sort((a, b) => a - b);
  return { lines, ends: lines.length <= 4 ? lines : [...lines.slice(0, 2), ...lines.slice(-2)] };
}
