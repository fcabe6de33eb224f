import { boxAround, distanceM } from '../geo/index.ts';
import type { Instant } from '../time/index.ts';
import { type Fleet, lastAtOrBefore, Verdict } from '../track/index.ts';
import type { Vessel } from '../vessel/index.ts';
import type { Fix } from './fix.ts';

/** What the same source heard of other ships near either end while the ship was silent. */
export type Control = 'others heard' | 'nobody heard' | 'feed down' | "can't tell";

const CELLS_PER_DEGREE = 2;
const COLUMNS = 360 * CELLS_PER_DEGREE;

/** What each source heard, where and when: the control for silences. The index is built when first asked. */
export class Reception {
  readonly #fleet: Fleet;
  readonly #radiusM: number;
  readonly #lastHeard = new Map<number, Instant>();
  #cells: Map<number, Uint32Array> | null = null;
  #bySource: Map<number, Float64Array> | null = null;

  constructor(fleet: Fleet, radiusM: number) {
    this.#fleet = fleet;
    this.#radiusM = radiusM;
    const { store } = fleet;
    for (let i = 0; i < store.length; i++) {
      const source = store.source[i]!;
      this.#lastHeard.set(
        source,
        Math.max(this.#lastHeard.get(source) ?? Number.NEGATIVE_INFINITY, store.t[i]!),
      );
    }
  }

  /** Time of the last report of any ship from a source. */
  lastHeard(source: number): Instant {
    return this.#lastHeard.get(source) ?? Number.NEGATIVE_INFINITY;
  }

  /**
   * Whether other ships were heard near either end between `from` and `to`. Nobody heard is only said of a
   * source that does hear other ships there at other times; a source that heard nothing at all was down.
   */
  control(
    vessel: Vessel,
    source: number,
    from: Instant,
    to: Instant,
    lastFix: Fix | null,
    nextFix: Fix | null,
  ): Control {
    const others = this.#othersNear(vessel, source, [lastFix, nextFix], from, to);
    if (others === 'then') return 'others heard';
    if (this.#fleet.vessels.length > 1 && !this.#anyHeard(source, from, to)) return 'feed down';
    return others === 'at other times' ? 'nobody heard' : "can't tell";
  }

  #othersNear(
    vessel: Vessel,
    source: number,
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
          if ((i >= ownStart && i < ownEnd) || store.source[i] !== source) continue;
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

  #anyHeard(source: number, from: Instant, to: Instant): boolean {
    this.#bySource ??= this.#timesBySource();
    const times = this.#bySource.get(source)!;
    const next = lastAtOrBefore(times, 0, times.length, from) + 1;
    return next < times.length && times[next]! < to;
  }

  #timesBySource(): Map<number, Float64Array> {
    const { store } = this.#fleet;
    const lists = new Map<number, number[]>();
    for (let i = 0; i < store.length; i++) {
      const list = lists.get(store.source[i]!);
      if (list) list.push(store.t[i]!);
      else lists.set(store.source[i]!, [store.t[i]!]);
    }
    return new Map([...lists].map(([source, times]) => [source, Float64Array.from(times).sort()]));
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
