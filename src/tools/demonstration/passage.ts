import {
  bearingDeg,
  distanceM,
  interpolate,
  type LonLat,
  M_PER_NM,
  normalizeLon,
} from '../../core/geo/index.ts';
import type { Random } from './random.ts';

/** Longest side of a passage's line. Between its ends the chord stays within a metre of the great circle. */
const STEP_M = M_PER_NM;
/** A turn begins and ends so far from its waypoint, or at this share of the shorter side. */
const TURN_M = 1.5 * M_PER_NM;
const TURN_SHARE = 0.35;
const TURN_STEPS = 6;
/** A helmsman's wander about the laid line comes back about every so far. */
const WANDER_PERIOD_M = 45 * M_PER_NM;

/** A point to steer by, and how far to either side of it there is room to be. */
export interface Waypoint {
  readonly lon: number;
  readonly lat: number;
  readonly roomM: number;
}

/** Where a ship on the passage is after a distance, and the way it points. */
interface PassagePlace {
  readonly lon: number;
  readonly lat: number;
  readonly courseDeg: number;
}

/** The line of one leg over water, from its first waypoint to its last. */
export interface Passage {
  readonly lengthM: number;
  /** Vertices of the line, at most a mile apart. */
  readonly line: readonly LonLat[];
  /** The place `alongM` metres from the start; held at both ends. */
  at(alongM: number): PassagePlace;
}

/**
 * Lays a passage through waypoints: great circles between them, rounded turns, and a slow wander to either
 * side as far as the waypoints leave room. Throws a RangeError for fewer than two waypoints.
 */
export function layPassage(waypoints: readonly Waypoint[], random: Random): Passage {
  if (waypoints.length < 2) throw new RangeError(`a passage needs 2 waypoints, has ${waypoints.length}`);
  const line = wander(divideSides(roundTurns(waypoints)), random);
  const along = distancesAlong(line);
  const lengthM = along.at(-1)!;
  const pointAt = (alongM: number): LonLat => {
    const held = Math.min(lengthM, Math.max(0, alongM));
    const i = Math.max(
      1,
      along.findIndex(reached => reached >= held),
    );
    const share = (held - along[i - 1]!) / (along[i]! - along[i - 1]!);
    return interpolate(...line[i - 1]!, ...line[i]!, share);
  };
  const at = (alongM: number): PassagePlace => {
    const [lon, lat] = pointAt(alongM);
    const reachM = Math.min(300, lengthM / 4);
    const middleM = Math.min(lengthM - reachM, Math.max(reachM, alongM));
    return { lon, lat, courseDeg: bearingDeg(...pointAt(middleM - reachM), ...pointAt(middleM + reachM)) };
  };
  return { lengthM, line, at };
}

/** Replaces each inner waypoint by a quadratic curve that touches the sides before and after it. */
function roundTurns(waypoints: readonly Waypoint[]): Waypoint[] {
  const rounded: Waypoint[] = [waypoints[0]!];
  for (let i = 1; i < waypoints.length - 1; i++) {
    const turn = waypoints[i]!;
    const cutM = Math.min(
      TURN_M,
      TURN_SHARE * lengthOfSideM(waypoints[i - 1]!, turn),
      TURN_SHARE * lengthOfSideM(turn, waypoints[i + 1]!),
    );
    const from = towards(turn, waypoints[i - 1]!, cutM);
    const to = towards(turn, waypoints[i + 1]!, cutM);
    for (let step = 0; step <= TURN_STEPS; step++) {
      const share = step / TURN_STEPS;
      const before = interpolate(...from, turn.lon, turn.lat, share);
      const after = interpolate(turn.lon, turn.lat, ...to, share);
      const [lon, lat] = interpolate(...before, ...after, share);
      rounded.push({ lon, lat, roomM: turn.roomM });
    }
  }
  rounded.push(waypoints.at(-1)!);
  return rounded;
}

/** Divides each side so that none is longer than `STEP_M`; room runs evenly from one end to the other. */
function divideSides(points: readonly Waypoint[]): Waypoint[] {
  const divided: Waypoint[] = [points[0]!];
  for (let i = 1; i < points.length; i++) {
    const from = points[i - 1]!;
    const to = points[i]!;
    const steps = Math.ceil(lengthOfSideM(from, to) / STEP_M);
    for (let step = 1; step <= steps; step++) {
      const share = step / steps;
      const [lon, lat] = interpolate(from.lon, from.lat, to.lon, to.lat, share);
      divided.push({ lon, lat, roomM: from.roomM + (to.roomM - from.roomM) * share });
    }
  }
  return divided;
}

/** Moves each point to the side by a wave as wide as its room. */
function wander(points: readonly Waypoint[], random: Random): LonLat[] {
  const wave = random.wave(WANDER_PERIOD_M);
  const along = distancesAlong(points.map(({ lon, lat }) => [lon, lat]));
  return points.map((point, i) => {
    const before = points[Math.max(0, i - 1)]!;
    const after = points[Math.min(points.length - 1, i + 1)]!;
    const sideDeg = bearingDeg(before.lon, before.lat, after.lon, after.lat) + 90;
    return offset(point.lon, point.lat, sideDeg, point.roomM * wave(along[i]!));
  });
}

function distancesAlong(line: readonly LonLat[]): number[] {
  const along = [0];
  for (let i = 1; i < line.length; i++) along.push(along[i - 1]! + distanceM(...line[i - 1]!, ...line[i]!));
  return along;
}

function lengthOfSideM(from: Waypoint, to: Waypoint): number {
  return distanceM(from.lon, from.lat, to.lon, to.lat);
}

function towards(from: Waypoint, to: Waypoint, byM: number): LonLat {
  return interpolate(from.lon, from.lat, to.lon, to.lat, byM / lengthOfSideM(from, to));
}

/** The point a short way (a few miles at most) from another in a direction; degrees are taken as flat there. */
export function offset(lon: number, lat: number, towardsDeg: number, byM: number): LonLat {
  const angle = (towardsDeg * Math.PI) / 180;
  const northDeg = (byM * Math.cos(angle)) / (60 * M_PER_NM);
  const eastDeg = (byM * Math.sin(angle)) / (60 * M_PER_NM * Math.cos((lat * Math.PI) / 180));
  return [normalizeLon(lon + eastDeg), lat + northDeg];
}
