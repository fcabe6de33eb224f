import { describe, expect, test } from 'vitest';
import {
  cameraFor,
  mercatorLat,
  mercatorY,
  Projector,
  pxPerM,
  type View,
  viewBox,
} from '../../src/map/view.ts';
import { seededRandom } from './seeded-random.ts';

const view = (lon: number, lat: number, zoom: number, bearingDeg = 0): View => ({
  camera: { lon, lat, zoom, bearingDeg },
  widthPx: 800,
  heightPx: 600,
});

describe('Projector', () => {
  test('the camera is in the middle, north is up, east is right', () => {
    const projector = new Projector(view(131, 42, 7));
    expect(projector.project(131, 42)).toEqual({ x: 400, y: 300 });
    expect(projector.project(131.5, 42).x).toBeGreaterThan(400);
    expect(projector.project(131, 42.5).y).toBeLessThan(300);
  });

  test('a degree of longitude at zoom 7 is 512 x 128 / 360 pixels', () => {
    expect(new Projector(view(131, 42, 7)).project(132, 42).x - 400).toBeCloseTo((512 * 128) / 360, 9);
  });

  test('turned by 90 degrees, east is up', () => {
    const { x, y } = new Projector(view(131, 42, 7, 90)).project(132, 42);
    expect(x).toBeCloseTo(400, 6);
    expect(y).toBeLessThan(300);
  });

  test('unproject undoes project, across 180 degrees and turned too', () => {
    const seed = 7;
    const random = seededRandom(seed);
    for (let i = 0; i < 500; i++) {
      const lon = random() * 360 - 180;
      const projector = new Projector(view(lon, random() * 150 - 75, 2 + random() * 12, random() * 360));
      const x = random() * 800;
      const y = random() * 600;
      const place = projector.unproject(x, y);
      if (Math.abs(place.lat) > 85) continue;
      const back = projector.project(place.lon, place.lat);
      const worldPx = 512 * 2 ** projector.view.camera.zoom;
      if (Math.abs(x - 400) + Math.abs(y - 300) > worldPx / 2) continue;
      expect(Math.hypot(back.x - x, back.y - y), `seed ${seed}, step ${i}`).toBeLessThan(1e-4);
    }
  });

  test('places beyond 180 degrees lie beside those before it', () => {
    const projector = new Projector(view(179.9, 0, 8));
    expect(projector.project(-179.9, 0).x - projector.project(179.9, 0).x).toBeCloseTo(
      (0.2 / 360) * 512 * 256,
      6,
    );
  });

  test('a line across 180 degrees never crosses the picture', () => {
    const line = new Projector(view(0, 0, 2)).projectLine([
      [170, 0],
      [179, 0],
      [-172, 0],
      [-160, 0],
    ]);
    for (let i = 1; i < line.length; i++) expect(line[i]!.x - line[i - 1]!.x).toBeGreaterThan(0);
  });
});

test('mercatorLat undoes mercatorY, and the poles are clamped', () => {
  for (const lat of [-85, -42.3, 0, 1e-6, 66, 85]) expect(mercatorLat(mercatorY(lat))).toBeCloseTo(lat, 9);
  expect(mercatorY(90)).toBeCloseTo(0, 6);
  expect(mercatorY(-90)).toBeCloseTo(1, 6);
});

describe('viewBox', () => {
  test('its corners project to the corners of the picture', () => {
    const box = viewBox(view(131, 42, 7), 10);
    const projector = new Projector(view(131, 42, 7));
    const northWest = projector.project(box.west, box.north);
    expect(northWest.x).toBeCloseTo(10, 6);
    expect(northWest.y).toBeCloseTo(10, 6);
    const southEast = projector.project(box.east, box.south);
    expect(southEast.x).toBeCloseTo(790, 6);
    expect(southEast.y).toBeCloseTo(590, 6);
  });

  test('across 180 degrees its east passes 180', () => {
    const box = viewBox(view(179, 0, 6));
    expect(box.west).toBeLessThan(179);
    expect(box.east).toBeGreaterThan(180);
  });

  test('a world seen more than once is a world wide', () => {
    const box = viewBox(view(30, 0, 0));
    expect(box.east - box.west).toBe(360);
  });
});

describe('cameraFor', () => {
  test('shows the box whole, touching the padding on one side', () => {
    const box = { west: 129, south: 41, east: 134, north: 43.5 };
    const camera = cameraFor(box, 800, 600, 40, 15);
    const projector = new Projector({ camera, widthPx: 800, heightPx: 600 });
    const { x, y } = projector.project(box.west, box.north);
    expect(Math.min(x, y)).toBeCloseTo(40, 6);
    expect(Math.max(x, y)).toBeGreaterThanOrEqual(40);
  });

  test('a box across 180 degrees is centred on its own middle', () => {
    expect(cameraFor({ west: 170, south: -20, east: 200, north: 0 }, 800, 600, 40, 15).lon).toBe(-175);
  });

  test('a single place gets the closest zoom asked for', () => {
    expect(cameraFor({ west: 5, south: 5, east: 5, north: 5 }, 800, 600, 40, 11).zoom).toBe(11);
  });
});

test('pxPerM agrees with the distance between two projected places', () => {
  const projector = new Projector(view(131, 42, 9));
  // 0.01 degrees of longitude at 42 N on the sphere of Web Mercator.
  const distanceM = ((0.01 * Math.PI) / 180) * 6_378_137 * Math.cos((42 * Math.PI) / 180);
  const px = projector.project(131.01, 42).x - projector.project(131, 42).x;
  expect(pxPerM(42, 9)).toBeCloseTo(px / distanceM, 9);
});
