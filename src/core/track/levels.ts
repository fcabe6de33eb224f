import { EARTH_RADIUS_M, normalizeLon } from '../geo/index.ts';
import { Join } from './joins.ts';

/** The columns that a level is thinned from. */
export interface LevelColumns {
  readonly lon: Float64Array;
  readonly lat: Float64Array;
  /** By row, a value of `Join`. */
  readonly joins: Uint8Array;
  /** Rows of ship `v` begin at `starts[v]` and end before `starts[v + 1]`. */
  readonly starts: Uint32Array;
}

/** The rows that a track is drawn through at one degree of detail. */
export interface TrackLevel {
  /** Fixes nearer than this to the last one kept are left out, metres. */
  readonly stepM: number;
  /** Rows kept, ascending. */
  readonly rows: Uint32Array;
  /** First of `rows` of each ship, and one past the last. */
  readonly starts: Uint32Array;
}

/** Steps of the levels, metres, the finest first. */
const STEPS_M = [50, 300, 1200, 4800, 20_000, 80_000] as const;
/** A level that keeps more of the finer one's rows than this isn't worth its memory. */
const WORTH_SHARE = 0.8;
const M_PER_DEG = (EARTH_RADIUS_M * Math.PI) / 180;
const RAD = Math.PI / 180;

/**
 * Thins tracks to a ladder of levels, the finest first. The first and the last fix of every unbroken stretch stay,
 * so that no line gets shorter; a stretch of one fix makes no line and is left out. A step that would leave out
 * little has no level: the finer one serves. For drawing only: distances are taken on a plane.
 */
export function levelsOf(columns: LevelColumns): TrackLevel[] {
  const levels: TrackLevel[] = [];
  let finer = everyFix(columns);
  for (const stepM of STEPS_M) {
    const level = thinned(columns, finer, stepM);
    if (level.rows.length > WORTH_SHARE * finer.rows.length) continue;
    levels.push(level);
    finer = level;
  }
  return levels;
}

/** The usable fixes of all stretches that have more than one. */
function everyFix({ joins, starts }: LevelColumns): TrackLevel {
  const rows = new Uint32Array(joins.length);
  const levelStarts = new Uint32Array(starts.length);
  let count = 0;
  for (let vessel = 0; vessel + 1 < starts.length; vessel++) {
    const first = count;
    let begins = -1;
    for (let row = starts[vessel]!; row < starts[vessel + 1]!; row++) {
      if (joins[row] === Join.begins) begins = row;
      if (joins[row] !== Join.joined) continue;
      if (begins >= 0) rows[count++] = begins;
      begins = -1;
      rows[count++] = row;
    }
    levelStarts[vessel] = first;
  }
  levelStarts[starts.length - 1] = count;
  return { stepM: 0, rows: rows.subarray(0, count), starts: levelStarts };
}

function thinned({ lon, lat, joins }: LevelColumns, finer: TrackLevel, stepM: number): TrackLevel {
  const rows = new Uint32Array(finer.rows.length);
  const starts = new Uint32Array(finer.starts.length);
  const stepDeg = stepM / M_PER_DEG;
  let count = 0;
  for (let vessel = 0; vessel + 1 < finer.starts.length; vessel++) {
    starts[vessel] = count;
    const end = finer.starts[vessel + 1]!;
    let kept = -1;
    for (let k = finer.starts[vessel]!; k < end; k++) {
      const row = finer.rows[k]!;
      const isEnd = k + 1 === end || joins[finer.rows[k + 1]!] === Join.begins;
      if (joins[row] === Join.joined && !isEnd && isNear(lon, lat, kept, row, stepDeg)) continue;
      rows[count++] = row;
      kept = row;
    }
  }
  starts[finer.starts.length - 1] = count;
  return { stepM, rows: rows.slice(0, count), starts };
}

function isNear(lon: Float64Array, lat: Float64Array, a: number, b: number, withinDeg: number): boolean {
  const dLat = lat[b]! - lat[a]!;
  const dLon = normalizeLon(lon[b]! - lon[a]!) * Math.cos(lat[b]! * RAD);
  return dLat * dLat + dLon * dLon < withinDeg * withinDeg;
}
