import { EARTH_RADIUS_M } from '../geo/index.ts';
import { placeKey } from './place-key.ts';
import { PortGrid } from './port-grid.ts';

/** Radius of a port area that has none of its own, metres [GFW pipe-anchorages: 3.0 km]. */
export const DEFAULT_PORT_RADIUS_M = 3000;
/** A ship is out of a port at its radius plus this, metres [GFW pipe-anchorages: 4.0 km in all]. */
const EXIT_MARGIN_M = 1000;

const RAD = Math.PI / 180;
/** The arcsine of a chord near a diameter is good to 1e-8 radians only. */
const ANGLE_SLACK = 1e-7;

/** A port: a position and the circle around it that counts as the port. */
export interface Port {
  /** UN/LOCODE where there is one (`KPRJN`), else `wpi-<number>` or a word (`dunai`). Unique in its gazetteer. */
  readonly id: string;
  readonly name: string;
  /** Other spellings, former and local names. */
  readonly aliases: readonly string[];
  /** Three letters for tight places: last three of the UN/LOCODE, else made from the name. Not unique. */
  readonly code: string;
  /** Five letters, or empty. */
  readonly locode: string;
  /** Country of law, ISO 3166-1 alpha-2. */
  readonly country: string;
  /** Country in actual control where that is another one (occupied ports), else null. */
  readonly controlledBy: string | null;
  readonly lon: number;
  readonly lat: number;
  readonly radiusM: number;
  /** Where the position comes from, and what is uncertain about it. */
  readonly basis: string;
  /** How far off the position may be, metres: its rounding, or the disagreement of sources. */
  readonly uncertaintyM: number;
  /** True for ports whose calls are looked for: all of North Korea, Russian and occupied ones named by the method. */
  readonly concern: boolean;
}

/** A port known by name for which no usable position is public. It takes no part in detection. */
export interface UnplacedPort {
  readonly name: string;
  readonly aliases: readonly string[];
  readonly country: string;
  readonly note: string;
}

/** Ports by place, by id and by name. Never changes once made. */
export class Gazetteer {
  readonly ports: readonly Port[];
  readonly unplaced: readonly UnplacedPort[];
  readonly #byId = new Map<string, Port>();
  readonly #byName = new Map<string, Port[]>();
  readonly #grid: PortGrid;
  /** Port indexes by latitude, with latitude in radians and the unit vector of each. */
  readonly #order: Int32Array;
  readonly #latRad: Float64Array;
  readonly #x: Float64Array;
  readonly #y: Float64Array;
  readonly #z: Float64Array;

  /** `exitMarginM`: how far outside its radius a port is still a candidate. Throws where two ports share an id. */
  constructor(ports: readonly Port[], unplaced: readonly UnplacedPort[] = [], exitMarginM = EXIT_MARGIN_M) {
    this.ports = ports;
    this.unplaced = unplaced;
    for (const port of ports) {
      if (this.#byId.has(port.id)) throw new RangeError(`two ports have the id ${port.id}`);
      this.#byId.set(port.id, port);
    }
    this.#indexNames();
    this.#grid = new PortGrid(
      ports.map(({ lon, lat, radiusM }) => ({ lon, lat, radiusM: radiusM + exitMarginM })),
    );
    this.#order = Int32Array.from(ports.keys()).sort((a, b) => ports[a]!.lat - ports[b]!.lat || a - b);
    const sorted = Array.from(this.#order, index => ports[index]!);
    this.#latRad = Float64Array.from(sorted, port => port.lat * RAD);
    this.#x = Float64Array.from(sorted, ({ lon, lat }) => Math.cos(lat * RAD) * Math.cos(lon * RAD));
    this.#y = Float64Array.from(sorted, ({ lon, lat }) => Math.cos(lat * RAD) * Math.sin(lon * RAD));
    this.#z = Float64Array.from(sorted, ({ lat }) => Math.sin(lat * RAD));
  }

  /**
   * Indexes into `ports`, ascending, of every port in whose exit radius the point could lie; some don't hold
   * it, so measure. Makes no object; empty at sea and where the point is NaN.
   */
  candidates(lon: number, lat: number): readonly number[] {
    return this.#grid.candidates(lon, lat);
  }

  /**
   * Index of the port nearest by great circle, no farther than `withinM` metres; -1 if there is none or the
   * point is NaN. Of ports at one place the one first in `ports`. Compares chords of unit vectors, which order
   * points as great-circle distances do, outward from the point's latitude.
   */
  nearest(lon: number, lat: number, withinM = Number.POSITIVE_INFINITY): number {
    const latRad = lat * RAD;
    const x = Math.cos(latRad) * Math.cos(lon * RAD);
    const y = Math.cos(latRad) * Math.sin(lon * RAD);
    const z = Math.sin(latRad);
    if (Number.isNaN(x)) return -1;
    let angle = withinM / EARTH_RADIUS_M;
    let chord2 = angle < Math.PI ? (2 * Math.sin(angle / 2)) ** 2 : Number.POSITIVE_INFINITY;
    let best = -1;
    let up = lowerBound(this.#latRad, latRad);
    let down = up - 1;
    for (;;) {
      const above = up < this.#latRad.length ? this.#latRad[up]! - latRad : Number.POSITIVE_INFINITY;
      const below = down >= 0 ? latRad - this.#latRad[down]! : Number.POSITIVE_INFINITY;
      if (above === below && above === Number.POSITIVE_INFINITY) return best;
      if (Math.min(above, below) > angle + ANGLE_SLACK) return best;
      const i = above <= below ? up++ : down--;
      const c2 = (this.#x[i]! - x) ** 2 + (this.#y[i]! - y) ** 2 + (this.#z[i]! - z) ** 2;
      if (c2 > chord2 || (c2 === chord2 && best >= 0 && this.#order[i]! > best)) continue;
      best = this.#order[i]!;
      chord2 = c2;
      angle = 2 * Math.asin(Math.min(1, Math.sqrt(c2) / 2));
    }
  }

  byId(id: string): Port | null {
    return this.#byId.get(id) ?? null;
  }

  /**
   * Ports with this name, alias, id or UN/LOCODE, whatever its case, accents, blanks and punctuation, in Latin,
   * Cyrillic or Hangul. What stands in parentheses is left out if nothing is found with it ("Zhangjiagang
   * (Daxin terminal)"). Ports of concern first; several where a name is shared, none where it isn't known.
   */
  find(text: string): readonly Port[] {
    const whole = this.#byName.get(placeKey(text));
    if (whole) return whole;
    return this.#byName.get(placeKey(text.replace(/\([^)]*\)/g, ''))) ?? [];
  }

  /** The port of this name that is known but has no position; null if there is none. */
  findUnplaced(text: string): UnplacedPort | null {
    const key = placeKey(text);
    return (
      this.unplaced.find(({ name, aliases }) => [name, ...aliases].some(a => placeKey(a) === key)) ?? null
    );
  }

  #indexNames(): void {
    for (const port of this.ports) {
      const keys = new Set([port.name, ...port.aliases, port.locode, port.id].map(placeKey));
      keys.delete('');
      for (const key of keys) {
        const named = this.#byName.get(key);
        if (named) named.push(port);
        else this.#byName.set(key, [port]);
      }
    }
    for (const named of this.#byName.values()) named.sort((a, b) => Number(b.concern) - Number(a.concern));
  }
}

/** Index of the first value not less than `value` in ascending `values`. */
function lowerBound(values: Float64Array, value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
