import { Join, levelsOf, shipBoxes, Verdict } from '../../src/core/track/index.ts';
import type { Tracks } from '../../src/map/scene.ts';
import type { Sliced } from '../../src/map/slices.ts';
import { seededRandom } from './seeded-random.ts';

export interface MadeUpRow {
  readonly t: number;
  readonly lon: number;
  readonly lat: number;
  readonly sogKn?: number;
  readonly cogDeg?: number;
  readonly headingDeg?: number;
  readonly status?: number;
  /** Begins a stretch, as the first row of a ship does anyway. */
  readonly breaks?: boolean;
  readonly verdict?: number;
}

/** Columns from rows by ship; what a row does not say is not available. */
export function tracksOf(ships: readonly (readonly MadeUpRow[])[]): Tracks {
  const rows = ships.flat();
  const starts = [0];
  for (const ship of ships) starts.push(starts.at(-1)! + ship.length);
  const columns = {
    lon: Float64Array.from(rows, row => row.lon),
    lat: Float64Array.from(rows, row => row.lat),
    joins: Uint8Array.from(ships.flatMap(joinsOfShip)),
    starts: Uint32Array.from(starts),
  };
  return {
    ...columns,
    t: Float64Array.from(rows, row => row.t),
    sogKn: Float32Array.from(rows, row => row.sogKn ?? Number.NaN),
    cogDeg: Float32Array.from(rows, row => row.cogDeg ?? Number.NaN),
    headingDeg: Float32Array.from(rows, row => row.headingDeg ?? Number.NaN),
    status: Uint8Array.from(rows, row => row.status ?? 15),
    verdict: Uint8Array.from(rows, row => row.verdict ?? Verdict.ok),
    boxes: shipBoxes(columns),
    levels: levelsOf(columns),
  };
}

function joinsOfShip(rows: readonly MadeUpRow[]): number[] {
  let isFirst = true;
  return rows.map(({ breaks, verdict }) => {
    if ((verdict ?? Verdict.ok) !== Verdict.ok) return Join.unused;
    const begins = isFirst || breaks;
    isFirst = false;
    return begins ? Join.begins : Join.joined;
  });
}

/** Does work in slices in one go. */
export function atOnce<T>(sliced: Sliced<T>): T {
  let step = sliced.next();
  while (!step.done) step = sliced.next();
  return step.value;
}

/** Random walks, some across 180 degrees, with pauses, long legs and breaks. */
export function randomTracks(
  seed: number,
  ships: number,
  rowsEach: number,
  verdictOf: (random: () => number) => number = () => Verdict.ok,
): Tracks {
  const random = seededRandom(seed);
  return tracksOf(
    Array.from({ length: ships }, (_, ship) => {
      let t = Math.floor(random() * 1000);
      let lon = ship % 3 === 0 ? 179.8 : random() * 300 - 150;
      let lat = random() * 120 - 60;
      return Array.from({ length: rowsEach }, (_, i): MadeUpRow => {
        t += 1 + Math.floor(random() * 120);
        const stepDeg = random() < 0.2 ? 0 : random() < 0.9 ? 0.15 : 2;
        lon += (random() - 0.4) * stepDeg;
        lat += (random() - 0.5) * stepDeg;
        const breaks = i === 0 || random() < 0.1;
        return { t, lon: lon >= 180 ? lon - 360 : lon, lat, breaks, verdict: verdictOf(random) };
      });
    }),
  );
}
