import type { Position } from 'geojson';
import { distanceM, interpolate, type LonLat } from '../../core/geo/index.ts';

/** Edges are kept by bands so wide, degrees, so that a test looks at few of them. */
const BAND_DEG = 0.02;
/** Half width of a channel, metres: as near as its line is known. */
const CHANNEL_M = 1000;

type Edge = readonly [xA: number, yA: number, xB: number, yB: number];

/** A piece of coast that is finer than the land polygons: lines, complete within a box. South of it lies no land. */
export interface FineCoast {
  readonly lines: readonly (readonly Position[])[];
  readonly west: number;
  readonly south: number;
  readonly east: number;
  readonly north: number;
}

/** What a chart is drawn from. */
export interface ChartSources {
  /** Closed rings of land, holes included. None may cross 180 degrees on a parallel that is asked for. */
  readonly land: readonly (readonly Position[])[];
  readonly fine: FineCoast;
  /** Lines of canals through land. */
  readonly channels: readonly (readonly LonLat[])[];
}

/** Tells water from land: by the fine coast inside its box, by the land polygons elsewhere. */
export class Chart {
  readonly #land: Bands;
  readonly #fine: FineCoast;
  readonly #fineCoast: Bands;
  readonly #channels: readonly Edge[];

  constructor({ land, fine, channels }: ChartSources) {
    this.#land = new Bands(land.flatMap(edgesOf));
    this.#fine = fine;
    this.#fineCoast = new Bands(fine.lines.flatMap(edgesOf).map(turnSouthToEast));
    this.#channels = channels.flatMap(edgesOf);
  }

  /** True on water; a canal counts as water as far as its line is uncertain. Degrees, longitude in [-180, 180). */
  isWater(lon: number, lat: number): boolean {
    const { west, south, east, north } = this.#fine;
    const inBox = lon >= west && lon <= east && lat >= south && lat <= north;
    if (inBox) return !this.#fineCoast.isOdd(-lat, lon);
    return !this.#land.isOdd(lon, lat) || this.#channels.some(edge => isNear(lon, lat, edge));
  }

  /** First point of land on the straight run between two places, looked for every `stepM` metres; null if none. */
  landBetween(from: LonLat, to: LonLat, stepM: number): LonLat | null {
    const steps = Math.max(1, Math.ceil(distanceM(...from, ...to) / stepM));
    for (let step = 0; step <= steps; step++) {
      const point = interpolate(...from, ...to, step / steps);
      if (!this.isWater(...point)) return point;
    }
    return null;
  }
}

/** Edges by bands of y: counts those that a run from a point towards growing x crosses. */
class Bands {
  readonly #bands = new Map<number, Edge[]>();

  constructor(edges: readonly Edge[]) {
    for (const edge of edges) {
      const first = Math.floor(Math.min(edge[1], edge[3]) / BAND_DEG);
      const last = Math.floor(Math.max(edge[1], edge[3]) / BAND_DEG);
      for (let band = first; band <= last; band++) this.#add(band, edge);
    }
  }

  /** True where the run crosses an odd number of edges: by the even-odd rule, where it starts inside. */
  isOdd(x: number, y: number): boolean {
    let odd = false;
    for (const [xA, yA, xB, yB] of this.#bands.get(Math.floor(y / BAND_DEG)) ?? []) {
      if (yA > y === yB > y) continue;
      if (xA + ((y - yA) / (yB - yA)) * (xB - xA) > x) odd = !odd;
    }
    return odd;
  }

  #add(band: number, edge: Edge): void {
    const held = this.#bands.get(band);
    if (held) held.push(edge);
    else this.#bands.set(band, [edge]);
  }
}

function edgesOf(line: readonly Position[] | readonly LonLat[]): Edge[] {
  return line.slice(1).map((to, i) => [line[i]![0]!, line[i]![1]!, to[0]!, to[1]!]);
}

/** Turns a map so that a run to the south becomes one towards growing x. */
function turnSouthToEast([lonA, latA, lonB, latB]: Edge): Edge {
  return [-latA, lonA, -latB, lonB];
}

/** True within `CHANNEL_M` of an edge that is short enough to take degrees as flat. */
function isNear(lon: number, lat: number, [lonA, latA, lonB, latB]: Edge): boolean {
  const narrow = Math.cos((lat * Math.PI) / 180);
  const [x, y] = [(lonB - lonA) * narrow, latB - latA];
  const along = ((lon - lonA) * narrow * x + (lat - latA) * y) / (x * x + y * y);
  const share = Math.min(1, Math.max(0, along));
  return distanceM(lon, lat, lonA + share * (lonB - lonA), latA + share * (latB - latA)) <= CHANNEL_M;
}
