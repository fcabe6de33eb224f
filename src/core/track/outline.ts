import { type HeardByTime, heardByTime } from './heard-by-time.ts';
import { joinsOf } from './joins.ts';
import { levelsOf, type TrackLevel } from './levels.ts';
import { shipBoxes } from './ship-boxes.ts';
import type { TrackStore } from './store.ts';

/** What a chart and lanes need of a store beside its columns, so that they never look at every row themselves. */
export interface TrackOutline {
  /** By row, a value of `Join`. */
  readonly joins: Uint8Array;
  /** Four numbers a ship, as `shipBoxes` gives them. */
  readonly boxes: Float64Array;
  /** Thinned tracks, the finest first; empty where thinning gains nothing. */
  readonly levels: readonly TrackLevel[];
  readonly heard: HeardByTime;
}

/** Works out the outline of a judged store. `afterSilence` are the rows that end a silence. Looks at every row. */
export function outlineOf(store: TrackStore, afterSilence: ReadonlySet<number>): TrackOutline {
  const joins = joinsOf(store, afterSilence);
  const columns = { lon: store.lon, lat: store.lat, starts: store.starts, joins };
  return {
    joins,
    boxes: shipBoxes(columns),
    levels: levelsOf(columns),
    heard: heardByTime(store),
  };
}

/** The buffers of an outline, to be handed over to another thread. */
export function outlineBuffers({ joins, boxes, levels, heard }: TrackOutline): ArrayBufferLike[] {
  const columns = [joins, boxes, heard.ships, ...levels.flatMap(({ rows, starts }) => [rows, starts])];
  return columns.map(({ buffer }) => buffer);
}
