import type { Instant } from '../time/index.ts';
import type { TrackStore } from './store.ts';

/** Ships heard over time, in stretches of one length. */
export interface HeardByTime {
  readonly from: Instant;
  readonly to: Instant;
  /** Number of ships with a report in each stretch. */
  readonly ships: Uint32Array;
}

/** Enough for a strip as wide as any screen. */
const STRETCHES = 4096;

/**
 * Counts the ships heard in each of 4096 equal stretches from the first report of any ship to the last, whatever
 * the verdict. The last instant counts in the last stretch. One stretch of no ships where the store is empty.
 */
export function heardByTime({ t, starts, vesselCount }: TrackStore): HeardByTime {
  let from = Number.POSITIVE_INFINITY;
  let to = Number.NEGATIVE_INFINITY;
  for (let vessel = 0; vessel < vesselCount; vessel++) {
    if (starts[vessel] === starts[vessel + 1]) continue;
    from = Math.min(from, t[starts[vessel]!]!);
    to = Math.max(to, t[starts[vessel + 1]! - 1]!);
  }
  if (from > to) return { from: 0, to: 0, ships: new Uint32Array(1) };
  const ships = new Uint32Array(STRETCHES);
  const perMs = STRETCHES / Math.max(1, to - from);
  for (let vessel = 0; vessel < vesselCount; vessel++) {
    let last = -1;
    for (let row = starts[vessel]!; row < starts[vessel + 1]!; row++) {
      const stretch = Math.min(STRETCHES - 1, Math.floor((t[row]! - from) * perMs));
      if (stretch !== last) ships[stretch]!++;
      last = stretch;
    }
  }
  return { from, to, ships };
}
