import type { Position } from 'geojson';

/** Height of a row of the index, degrees. */
const ROW_DEG = 0.1;
const ROWS = Math.round(180 / ROW_DEG);

/**
 * Tells land from water by the even-odd rule over all coast rings, each edge filed under the rows of latitude
 * that it crosses.
 */
export class LandIndex {
  readonly #rows: readonly number[][] = Array.from({ length: ROWS }, () => []);

  /** Adds the rings of land polygons, islands and lakes alike. Longitudes may pass 180 degrees. */
  add(rings: Iterable<readonly Position[]>): void {
    for (const ring of rings) {
      for (let i = 1; i < ring.length; i++) this.#addEdge(ring[i - 1]!, ring[i]!);
    }
  }

  /** True if the place is on land. Without land added, all is water. */
  isLand(lon: number, lat: number): boolean {
    const row = this.#rows[rowOf(lat)];
    if (!row) return false;
    let inside = false;
    for (let i = 0; i < row.length; i += 4) {
      const latA = row[i + 1]!;
      const latB = row[i + 3]!;
      if (latA > lat === latB > lat) continue;
      const crossingLon = row[i]! + ((lat - latA) / (latB - latA)) * (row[i + 2]! - row[i]!);
      // A ring past 180 degrees is met by the place itself, or by its copy one turn on.
      if (lon < crossingLon) inside = !inside;
      if (lon + 360 < crossingLon) inside = !inside;
      if (lon - 360 < crossingLon) inside = !inside;
    }
    return inside;
  }

  #addEdge([lonA, latA]: Position, [lonB, latB]: Position): void {
    if (latA === latB) return;
    const first = rowOf(Math.min(latA!, latB!));
    const last = rowOf(Math.max(latA!, latB!));
    for (let row = first; row <= last; row++) this.#rows[row]?.push(lonA!, latA!, lonB!, latB!);
  }
}

function rowOf(lat: number): number {
  return Math.floor((lat + 90) / ROW_DEG);
}
