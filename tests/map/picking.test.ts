import { describe, expect, test } from 'vitest';
import { Verdict } from '../../src/core/track/index.ts';
import { Heads, placeHeads } from '../../src/map/heads.ts';
import { distanceToLine, type Pickable, pickAt } from '../../src/map/picking.ts';
import { portMarks } from '../../src/map/port-marks.ts';
import { gatherFixes } from '../../src/map/raw-fixes.ts';
import type { Scene, ScenePort, TrailOptions } from '../../src/map/scene.ts';
import { silenceMarks } from '../../src/map/silence-marks.ts';
import { Projector, viewBox } from '../../src/map/view.ts';
import { atOnce, tracksOf } from './made-up-tracks.ts';

const HOUR_MS = 3_600_000;
const rajin: ScenePort = {
  id: 'KPRJN',
  name: 'Rajin',
  code: 'RJN',
  country: 'KP',
  lon: 130.3,
  lat: 42.2333,
  radiusM: 3000,
  approximate: false,
  seen: false,
};
const scene: Scene = {
  ports: [rajin, { ...rajin, id: 'CNXXX', country: 'CN', lon: 131, lat: 42.9 }],
  vessels: [{ name: 'LADY R', hue: 0, reconstructed: true }],
  tracks: tracksOf([
    [
      { t: 0, lon: 131.5, lat: 42.2 },
      { t: HOUR_MS, lon: 131.7, lat: 42.2 },
      { t: 20 * HOUR_MS, lon: 132.5, lat: 42.4, breaks: true },
    ],
  ]),
  silences: [
    { id: 'S1', vessel: 0, fromMs: HOUR_MS, toMs: 20 * HOUR_MS, a: [131.7, 42.2], b: [132.5, 42.4] },
    { id: 'S2', vessel: 0, fromMs: 20 * HOUR_MS, toMs: Infinity, a: [132.5, 42.4], b: null },
  ],
};
const trail: TrailOptions = { fromMs: 0, toMs: 30 * HOUR_MS, lengthMs: HOUR_MS, colourBy: 'ship' };
const projector = new Projector({
  camera: { lon: 131.5, lat: 42.3, zoom: 8, bearingDeg: 0 },
  widthPx: 1000,
  heightPx: 700,
});

function things(clockMs: number): Pickable {
  const heads = new Heads(1);
  placeHeads(scene.tracks, clockMs, heads);
  return {
    heads,
    ports: portMarks(scene.ports, projector, null),
    silences: silenceMarks(scene, trail, projector, null),
    tracks: scene.tracks,
    trail,
    fixes: null,
  };
}

const pick = (lon: number, lat: number, clockMs: number, withReports = true) =>
  pickAt(projector.project(lon, lat), things(clockMs), projector, withReports);

describe('pickAt', () => {
  test('finds the ship where it is at the clock', () => {
    expect(pick(131.6, 42.2, HOUR_MS / 2)).toEqual({ kind: 'vessel', vessel: 0 });
    expect(pick(131.6, 42.2, 10 * HOUR_MS)).toBeNull();
    expect(pick(131.7, 42.2, 10 * HOUR_MS)).toEqual({ kind: 'vessel', vessel: 0 });
  });

  test('finds ports, and none where there is only water', () => {
    expect(pick(130.3, 42.2333, 0)).toEqual({ kind: 'port', portId: 'KPRJN' });
    expect(pick(131, 43.3, 0)).toBeNull();
  });

  test('finds a report of the stretch of time, if asked to look for reports', () => {
    expect(pick(131.5, 42.2, HOUR_MS)).toEqual({ kind: 'report', vessel: 0, row: 0 });
    expect(pick(131.5, 42.2, HOUR_MS, false)).toBeNull();
  });

  test('finds a silence along its dash, and an open one at its start', () => {
    expect(pick(132.1, 42.3, 0)).toEqual({ kind: 'silence', silenceId: 'S1', vessel: 0 });
    expect(pick(132.5, 42.4, 0, false)).toEqual({ kind: 'silence', silenceId: 'S1', vessel: 0 });
  });

  test('a ship before its first report can not be picked', () => {
    expect(pick(131.5, 42.2, -1, false)).toBeNull();
  });
});

describe('among raw fixes', () => {
  const tracks = tracksOf([
    [
      { t: 0, lon: 131.5, lat: 42.2 },
      { t: 1000, lon: 131.5, lat: 42.2, verdict: Verdict.duplicate },
      { t: HOUR_MS, lon: 131.7, lat: 42.2 },
    ],
  ]);
  const wish = { vessel: 0, box: viewBox(projector.view), zoom: 8, fromMs: 0, toMs: HOUR_MS };
  const fixes = atOnce(gatherFixes(tracks, wish));
  const pickAmong = (lon: number, lat: number, offPx = 0) => {
    const heads = new Heads(1);
    placeHeads(tracks, HOUR_MS, heads);
    const { x, y } = projector.project(lon, lat);
    const around = { heads, ports: [], silences: [], tracks, trail, fixes };
    return pickAt({ x: x + offPx, y }, around, projector, true);
  };

  test('a fix is picked by itself, and one that is not used before the one beneath it', () => {
    expect(pickAmong(131.5, 42.2)).toEqual({ kind: 'report', vessel: 0, row: 1 });
  });

  test('a ship is picked on its glyph, and the fix beneath it from its edge', () => {
    expect(pickAmong(131.7, 42.2)).toEqual({ kind: 'vessel', vessel: 0 });
    expect(pickAmong(131.7, 42.2, 5.4)).toEqual({ kind: 'report', vessel: 0, row: 2 });
    expect(pickAmong(131.7, 42.2, 4)).toEqual({ kind: 'vessel', vessel: 0 });
  });
});

test('distanceToLine ends at the ends', () => {
  const a = { x: 0, y: 0 };
  const b = { x: 10, y: 0 };
  expect(distanceToLine({ x: 5, y: 3 }, a, b)).toBe(3);
  expect(distanceToLine({ x: -3, y: 4 }, a, b)).toBe(5);
  expect(distanceToLine({ x: 13, y: 4 }, a, b)).toBe(5);
  expect(distanceToLine({ x: 3, y: 4 }, a, a)).toBe(5);
});

describe('portMarks', () => {
  test('the chosen port comes first, whatever the zoom', () => {
    const far = new Projector({ ...projector.view, camera: { ...projector.view.camera, zoom: 3 } });
    expect(portMarks(scene.ports, far, 'CNXXX').map(({ port }) => port.id)).toEqual(['CNXXX']);
    expect(portMarks(scene.ports, projector, 'CNXXX').map(({ port }) => port.id)).toEqual(['CNXXX', 'KPRJN']);
  });

  test('ports outside the picture are left out', () => {
    const away = new Projector({ ...projector.view, camera: { ...projector.view.camera, lon: 20 } });
    expect(portMarks(scene.ports, away, null)).toEqual([]);
  });
});

describe('silenceMarks', () => {
  test('only silences of the stretch of time are drawn, but the chosen one always is', () => {
    const later: TrailOptions = { ...trail, fromMs: 40 * HOUR_MS, toMs: 50 * HOUR_MS };
    expect(silenceMarks(scene, later, projector, null)).toEqual([]);
    expect(silenceMarks(scene, later, projector, 'S1').map(({ silence }) => silence.id)).toEqual(['S1']);
  });

  test('a silence that has not ended has a place only for its start', () => {
    const open = silenceMarks(scene, trail, projector, 'S2').find(({ silence }) => silence.id === 'S2');
    expect(open).toMatchObject({ b: null, isChosen: true });
  });
});
