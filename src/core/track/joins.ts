import { type TrackStore, Verdict } from './store.ts';

/** How a row stands to the usable fix of its ship before it. */
export const Join = {
  /** Joined to it: one hull sailed from there to here and was heard on the way. */
  joined: 0,
  /** A usable fix that begins a stretch: the ship's first, the first of a segment, or the first after a silence. */
  begins: 1,
  /** No fix that may be used. */
  unused: 2,
} as const;

/**
 * How every row joins the one before, from the verdicts and segments of a store. `afterSilence` are the rows that
 * end a silence. A line is drawn, and a ship moved, over joined rows only.
 */
export function joinsOf(store: TrackStore, afterSilence: ReadonlySet<number>): Uint8Array {
  const { starts, verdict, segment, vesselCount } = store;
  const joins = new Uint8Array(store.length).fill(Join.unused);
  for (let vessel = 0; vessel < vesselCount; vessel++) {
    let before = -1;
    for (let row = starts[vessel]!; row < starts[vessel + 1]!; row++) {
      if (verdict[row] !== Verdict.ok) continue;
      joins[row] = before >= 0 && segment[row] === segment[before] ? Join.joined : Join.begins;
      before = row;
    }
  }
  for (const row of afterSilence) if (joins[row] === Join.joined) joins[row] = Join.begins;
  return joins;
}
