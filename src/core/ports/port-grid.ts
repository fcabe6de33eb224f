import { boxAround, normalizeLon } from '../geo/index.ts';

const CELLS_PER_DEGREE = 10;
const COLUMNS = 360 * CELLS_PER_DEGREE;
/** Widens each area so that rounding, and another Earth radius (GFW's is 8.8 m shorter), lose no port. */
const SLACK_M = 5;
const FREE = -1;
const NONE: readonly number[] = [];

/** A circle on the Earth: degrees and metres. */
export interface Circle {
  readonly lon: number;
  readonly lat: number;
  readonly radiusM: number;
}

/**
 * Which circles could hold a point: a grid of 0.1 degree cells, hashed, each with the circles that touch it.
 * A look-up makes no object. Longitudes are taken round the antimeridian; a circle near a pole touches all.
 */
export class PortGrid {
  readonly #keys: Int32Array;
  readonly #members: (readonly number[])[] = [];
  readonly #slots: Int32Array;
  readonly #mask: number;

  constructor(circles: readonly Circle[]) {
    const cells = new Map<number, number[]>();
    circles.forEach((circle, index) => {
      for (const cell of cellsOf(circle)) {
        const members = cells.get(cell);
        if (members) members.push(index);
        else cells.set(cell, [index]);
      }
    });
    const capacity = 2 ** Math.ceil(Math.log2(2 * cells.size + 2));
    this.#mask = capacity - 1;
    this.#keys = new Int32Array(capacity).fill(FREE);
    this.#slots = new Int32Array(capacity);
    for (const [cell, members] of cells) {
      const slot = this.#slotOf(cell);
      this.#keys[slot] = cell;
      this.#slots[slot] = this.#members.push(members) - 1;
    }
  }

  /**
   * Indexes, ascending, of every circle that could hold the point; some of them don't, so measure.
   * Empty where the point is NaN.
   */
  candidates(lon: number, lat: number): readonly number[] {
    if (Number.isNaN(lon) || Number.isNaN(lat)) return NONE;
    const slot = this.#slotOf(cellAt(columnAt(normalizeLon(lon)), rowAt(lat)));
    return this.#keys[slot] === FREE ? NONE : this.#members[this.#slots[slot]!]!;
  }

  /** Slot that holds the cell, or the free one in which it would go. */
  #slotOf(cell: number): number {
    let slot = (Math.imul(cell, 0x9e3779b1) >>> 7) & this.#mask;
    while (this.#keys[slot] !== FREE && this.#keys[slot] !== cell) slot = (slot + 1) & this.#mask;
    return slot;
  }
}

function* cellsOf({ lon, lat, radiusM }: Circle): Generator<number> {
  const { west, south, east, north } = boxAround(lon, lat, radiusM + SLACK_M);
  const first = columnAt(west);
  const last = Math.min(columnAt(east), first + COLUMNS - 1);
  for (let row = rowAt(south); row <= rowAt(north); row++) {
    for (let column = first; column <= last; column++) yield cellAt(column % COLUMNS, row);
  }
}

/** Column of a longitude in [-180, 180); the columns of 180 and east of it follow on. */
function columnAt(lon: number): number {
  return Math.floor((lon + 180) * CELLS_PER_DEGREE);
}

function rowAt(lat: number): number {
  return Math.floor((lat + 90) * CELLS_PER_DEGREE);
}

function cellAt(column: number, row: number): number {
  return row * COLUMNS + column;
}
