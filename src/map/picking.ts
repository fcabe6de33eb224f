import { normalizeLon } from '../core/geo/index.ts';
import { Join } from '../core/track/index.ts';
import { HeadKind, type Heads } from './heads.ts';
import type { PortMark } from './port-marks.ts';
import { pickFix, type RawFixes } from './raw-fixes.ts';
import type { Pick, Tracks, TrailOptions } from './scene.ts';
import type { SilenceMark } from './silence-marks.ts';
import { touches } from './trail-choice.ts';
import type { PicturePoint, Projector } from './view.ts';

const GLYPH_REACH_PX = 11;
const LINE_REACH_PX = 6;
/** Where raw fixes are shown a ship leaves those around it within reach. */
const GLYPH_REACH_AMONG_FIXES_PX = 5;

/** What can be picked. */
export interface Pickable {
  readonly heads: Heads;
  readonly ports: readonly PortMark[];
  readonly silences: readonly SilenceMark[];
  readonly tracks: Tracks;
  readonly trail: TrailOptions;
  /** Those on the chart; null where they are not shown. */
  readonly fixes: RawFixes | null;
}

/**
 * The thing under a point: the nearest ship within 11 px, else the nearest raw fix if they are shown, else the nearest
 * port, else the nearest report within 6 px, else the nearest silence. Reports are searched only if `withReports`,
 * since that looks at every row of the ships around.
 */
export function pickAt(
  point: PicturePoint,
  things: Pickable,
  projector: Projector,
  withReports: boolean,
): Pick | null {
  return (
    pickVessel(point, things.heads, projector, things.fixes ? GLYPH_REACH_AMONG_FIXES_PX : GLYPH_REACH_PX) ??
    (things.fixes && pickFix(point, things.fixes, projector)) ??
    pickPort(point, things.ports) ??
    (withReports ? pickReport(point, things, projector) : null) ??
    pickSilence(point, things.silences)
  );
}

function pickVessel(point: PicturePoint, heads: Heads, projector: Projector, reachPx: number): Pick | null {
  let nearestPx = reachPx;
  let vessel = -1;
  for (let i = 0; i < heads.count; i++) {
    if (heads.kind[i] === HeadKind.unheard) continue;
    const distancePx = distance(point, projector.project(heads.lon[i]!, heads.lat[i]!));
    if (distancePx >= nearestPx) continue;
    nearestPx = distancePx;
    vessel = i;
  }
  return vessel < 0 ? null : { kind: 'vessel', vessel };
}

function pickPort(point: PicturePoint, ports: readonly PortMark[]): Pick | null {
  const near = ports.filter(({ at }) => distance(point, at) < GLYPH_REACH_PX);
  const nearest = near.sort((a, b) => distance(point, a.at) - distance(point, b.at))[0];
  return nearest ? { kind: 'port', portId: nearest.port.id } : null;
}

/** Looks at the usable rows in the drawn stretch of time of those ships that have been around the point. */
function pickReport(point: PicturePoint, { tracks, trail }: Pickable, projector: Projector): Pick | null {
  const { lon, lat } = projector.unproject(point.x, point.y);
  const corner = projector.unproject(point.x + LINE_REACH_PX * 2, point.y + LINE_REACH_PX * 2);
  const reachDeg = Math.max(Math.abs(corner.lat - lat), Math.abs(normalizeLon(corner.lon - lon))) + 1e-9;
  const around = { west: lon - reachDeg, south: lat - reachDeg, east: lon + reachDeg, north: lat + reachDeg };
  let nearestPx = LINE_REACH_PX;
  let found: Pick | null = null;
  for (let vessel = 0; vessel + 1 < tracks.starts.length; vessel++) {
    if (!touches(tracks.boxes, vessel, around)) continue;
    for (let row = tracks.starts[vessel]!; row < tracks.starts[vessel + 1]!; row++) {
      if (tracks.joins[row] === Join.unused || Math.abs(tracks.lat[row]! - lat) > reachDeg) continue;
      if (tracks.t[row]! < trail.fromMs || tracks.t[row]! > trail.toMs) continue;
      const distancePx = distance(point, projector.project(tracks.lon[row]!, tracks.lat[row]!));
      if (distancePx >= nearestPx) continue;
      nearestPx = distancePx;
      found = { kind: 'report', vessel, row };
    }
  }
  return found;
}

function pickSilence(point: PicturePoint, silences: readonly SilenceMark[]): Pick | null {
  let nearestPx = LINE_REACH_PX;
  let found: Pick | null = null;
  for (const { silence, a, b } of silences) {
    const distancePx = b ? distanceToLine(point, a, b) : distance(point, a);
    if (distancePx >= nearestPx) continue;
    nearestPx = distancePx;
    found = { kind: 'silence', silenceId: silence.id, vessel: silence.vessel };
  }
  return found;
}

function distance(a: PicturePoint, b: PicturePoint): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

/** Distance from a point to the straight line between two others. */
export function distanceToLine(point: PicturePoint, a: PicturePoint, b: PicturePoint): number {
  const dx = b.x - a.x;
  const dy = b.y - a.y;
  const length2 = dx * dx + dy * dy;
  const share = length2 === 0 ? 0 : ((point.x - a.x) * dx + (point.y - a.y) * dy) / length2;
  const clamped = Math.max(0, Math.min(1, share));
  return distance(point, { x: a.x + clamped * dx, y: a.y + clamped * dy });
}
