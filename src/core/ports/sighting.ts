import type { Instant } from '../time/index.ts';

/** A ship seen at a place, as somebody published it: `reported`, never observed. */
export interface Sighting {
  /** `sighting/<line>` of its file. */
  readonly id: string;
  readonly from: Instant;
  /** First instant after the last day (or the instant given), so that one day spans 24 h. */
  readonly to: Instant;
  /** As published; may name several ships or none ("Angara+Maria", "(any)"). */
  readonly vessel: string;
  /** 0 if the publication names no single ship. */
  readonly imo: number;
  /** As published; `Gazetteer.find` reads it where it is a port's name. */
  readonly place: string;
  /** As published, lower case: `port`, `anchorage`, `departure`, `voyage`, `count`, ... */
  readonly kind: string;
  readonly note: string;
  /** Who published it, most often an address. */
  readonly source: string;
  /** 1-based line in the file. */
  readonly line: number;
}
