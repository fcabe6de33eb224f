import { boxAround, distanceM } from '../geo/index.ts';
import type { Instant } from '../time/index.ts';
import { type Fleet, lastAtOrBefore, Verdict } from '../track/index.ts';
import type { Vessel } from '../vessel/index.ts';
import type { Fix } from './fix.ts';

/** What the same feed heard of other ships near either end while the ship was silent. */
export type Control = 'others heard' | 'nobody heard' | 'feed down' | "can't tell";

const CELLS_PER_DEGREE = 2;
const COLUMNS = 360 * CELLS_PER_DEGREE;

/** What one feed heard in all. */
interface Heard {
  /** Time of its last report of any ship. */
  last: Instant;
  readonly vessel: number;
  /** True if it heard another ship than `vessel` too. */
  others: boolean;
}

/** What each feed heard, where and when: the control for silences. The index is built when first asked. */
export class Reception {
  readonly #fleet: Fleet;
  readonly #radiusM: number;
  /** Feed of each input. */
  readonly #feeds: readonly number[];
  readonly #heard = new Map<number, Heard>();
  #cells: Map<number, Uint32Array> | null = null;
  #byFeed: Map<number, Float64Array> | null = null;

  /** `feeds[input]` is the feed that an input was cut from; an input that isn't there is a feed of its own. */
  constructor(fleet: Fleet, radiusM: number, feeds: readonly number[]) {
    this.#fleet = fleet;
    this.#radiusM = radiusM;
    this.#feeds = feeds;
    const { store } = fleet;
    for (const { index } of fleet.vessels) {
      for (let i = store.starts[index]!; i < store.starts[index + 1]!; i++) this.#hear(index, i);
    }
  }

  /** Time of the last report of any ship from the feed of an input. */
  lastHeard(input: number): Instant {
    return this.#heard.get(this.#feedOf(input))?.last ?? Number.NEGATIVE_INFINITY;
  }

  /**
   * Whether other ships were heard near either end between `from` and `to`. Nobody heard is only said of a
   * feed that does hear other ships there at other times; one that hears other ships, but none of them
   * anywhere, was down. Of a feed that has this ship alone nothing can be told.
   */
  control(
    vessel: Vessel,
    input: number,
    from: Instant,
    to: Instant,
    lastFix: Fix | null,
    nextFix: Fix | null,
  ): Control {
    const feed = this.#feedOf(input);
    const others = this.#othersNear(vessel, feed, [lastFix, nextFix], from, to);
    if (others === 'then') return 'others heard';
    if (this.#heard.get(feed)?.others && !this.#anyHeard(feed, from, to)) return 'feed down';
    return others === 'at other times' ? 'nobody heard' : "can't tell";
  }

  #feedOf(input: number): number {
    return this.#feeds[input] ?? input;
  }

  #hear(vessel: number, row: number): void {
    const { store } = this.#fleet;
    const feed = this.#feedOf(store.source[row]!);
    const heard = this.#heard.get(feed);
    if (!heard) {
      this.#heard.set(feed, { last: store.t[row]!, vessel, others: false });
      return;
    }
    heard.last = Math.max(heard.last, store.t[row]!);
    heard.others ||= heard.vessel !== vessel;
  }

  #othersNear(
    vessel: Vessel,
    feed: number,
    ends: readonly (Fix | null)[],
    from: Instant,
    to: Instant,
  ): 'then' | 'at other times' | 'never' {
    const { store } = this.#fleet;
    const ownStart = store.starts[vessel.index]!;
    const ownEnd = store.starts[vessel.index + 1]!;
    let ever = false;
    for (const fix of ends) {
      if (!fix) continue;
      for (const rows of this.#cellsAround(fix.lon, fix.lat)) {
        for (const i of rows) {
          if ((i >= ownStart && i < ownEnd) || this.#feedOf(store.source[i]!) !== feed) continue;
          const during = store.t[i]! > from && store.t[i]! < to;
          if (ever && !during) continue;
          if (distanceM(fix.lon, fix.lat, store.lon[i]!, store.lat[i]!) > this.#radiusM) continue;
          if (during) return 'then';
          ever = true;
        }
      }
    }
    return ever ? 'at other times' : 'never';
  }

  #anyHeard(feed: number, from: Instant, to: Instant): boolean {
    this.#byFeed ??= this.#timesByFeed();
    const times = this.#byFeed.get(feed)!;
    const next = lastAtOrBefore(times, 0, times.length, from) + 1;
    return next < times.length && times[next]! < to;
  }

  #timesByFeed(): Map<number, Float64Array> {
    const { store } = this.#fleet;
    const lists = new Map<number, number[]>();
    for (let i = 0; i < store.length; i++) {
      const feed = this.#feedOf(store.source[i]!);
      const list = lists.get(feed);
      if (list) list.push(store.t[i]!);
      else lists.set(feed, [store.t[i]!]);
    }
    return new Map([...lists].map(([feed, times]) => [feed, Float64Array.from(times).sort()]));
  }

  *#cellsAround(lon: number, lat: number): Iterable<Uint32Array> {
    this.#cells ??= this.#buildCells();
    const box = boxAround(lon, lat, this.#radiusM);
    const west = Math.floor(box.west * CELLS_PER_DEGREE);
    const east = Math.min(Math.floor(box.east * CELLS_PER_DEGREE), west + COLUMNS - 1);
    const north = Math.floor(box.north * CELLS_PER_DEGREE);
    for (let y = Math.floor(box.south * CELLS_PER_DEGREE); y <= north; y++) {
      for (let x = west; x <= east; x++) {
        const rows = this.#cells.get(cellKey(x, y));
        if (rows) yield rows;
      }
    }
  }

  #buildCells(): Map<number, Uint32Array> {
    const { store } = this.#fleet;
    const lists = new Map<number, number[]>();
    for (let i = 0; i < store.length; i++) {
      if (store.verdict[i] !== Verdict.ok) continue;
      const key = cellKey(
        Math.floor(store.lon[i]! * CELLS_PER_DEGREE),
        Math.floor(store.lat[i]! * CELLS_PER_DEGREE),
      );
      const list = lists.get(key);
      if (list) list.push(i);
      else lists.set(key, [i]);
    }
    return new Map([...lists].map(([key, rows]) => [key, Uint32Array.from(rows)]));
  }
}

/** One number for a cell; columns wrap at 180 degrees. */
function cellKey(x: number, y: number): number {
  return (y + 90 * CELLS_PER_DEGREE) * COLUMNS + (((x % COLUMNS) + COLUMNS) % COLUMNS);
}
