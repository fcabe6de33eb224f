import type { Instant } from '../time/index.ts';

/** A usable position of a ship. `index` is its row in the track store. */
export interface Fix {
  readonly index: number;
  readonly t: Instant;
  readonly lon: number;
  readonly lat: number;
}
