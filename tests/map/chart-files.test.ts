import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { chartFeatures, parseChartFile, withoutCuts } from '../../src/map/chart-data.ts';
import { LandIndex } from '../../src/map/land-index.ts';

const files = (['near', 'world'] as const).map(zone => {
  const text = readFileSync(new URL(`../../public/chart/${zone}.json`, import.meta.url), 'utf8');
  const file = parseChartFile(text);
  return { zone, text, file, features: chartFeatures(file) };
});

function landIndex(): LandIndex {
  const index = new LandIndex();
  for (const { features } of files) {
    for (const { properties, geometry } of features.areas.features) {
      if (properties.kind === 'land') index.add(geometry.coordinates.flat());
    }
  }
  return index;
}

describe('the chart files', () => {
  test('are small enough for the first paint: 350 KB gzipped', () => {
    const bytes = files.reduce((sum, { text }) => sum + gzipSync(text).length, 0);
    expect(bytes).toBeLessThan(350 * 1024);
  });

  test.each([
    ['Vladivostok, the city', 131.9, 43.13, true],
    ['Russky Island', 131.83, 42.99, true],
    ['Rajin, inland', 130.2, 42.3, true],
    ['Pyongyang', 125.75, 39.03, true],
    ['Khabarovsk', 135.07, 48.48, true],
    ['Tokyo', 139.6, 35.7, true],
    ['Cairo', 31.2, 30, true],
    ['Chukotka, west of 180', 178, 67, true],
    ['Chukotka, east of 180', -176, 66.5, true],
    ['Antarctica', 60, -80, true],
    ['Antarctica at 180', 179.9, -86, true],
    ['Peter the Great Bay', 131.9, 42.6, false],
    ['off Rajin', 130.5, 42.1, false],
    ['Sea of Japan', 134, 40, false],
    ['Caspian Sea', 51, 42, false],
    ['Pacific at 180', 180, 20, false],
    ['Pacific east of 180', -170, 40, false],
    ['South Atlantic', -12, -26, false],
  ])('%s', (_, lon, lat, isLand) => {
    expect(landIndex().isLand(lon, lat)).toBe(isLand);
  });

  test('every contour lies inside the surveyed box', () => {
    for (const { geometry, properties } of files[0]!.features.lines.features) {
      if (properties.kind !== 'contour') continue;
      for (const [lon, lat] of geometry.coordinates) {
        expect(lon! >= 124 && lon! <= 142 && lat! >= 33 && lat! <= 50).toBe(true);
      }
    }
  });

  test('the coast has no loose ends where one source meets another', () => {
    const ends: [number, number][] = [];
    for (const { features } of files) {
      for (const { geometry, properties } of features.lines.features) {
        const [first, last] = [geometry.coordinates[0]!, geometry.coordinates.at(-1)!];
        const isClosed = first[0] === last[0] && first[1] === last[1];
        if (properties.kind !== 'coast' || isClosed) continue;
        ends.push([first[0]!, first[1]!], [last[0]!, last[1]!]);
      }
    }
    expect(ends.length).toBeGreaterThan(10);
    for (const [i, [lon, lat]] of ends.entries()) {
      // Lines of different precision meet to within the coarser grid. The pole and 180 degrees close Antarctica.
      const met = ends.some(([x, y], k) => k !== i && Math.abs(x - lon) < 2e-3 && Math.abs(y - lat) < 2e-3);
      expect(met || Math.abs(lon) === 180, `coast ends loose at ${lon},${lat}`).toBe(true);
    }
  });

  test('depths nest: where it is deeper than 3,000 m it is deeper than 200 m', () => {
    const depthIndex = (depthM: number): LandIndex => {
      const index = new LandIndex();
      for (const { properties, geometry } of files[0]!.features.areas.features) {
        if (properties.depthM === depthM) index.add(geometry.coordinates.flat());
      }
      return index;
    };
    const indices = [200, 1000, 2000, 3000].map(depthIndex);
    let deepest = 0;
    for (let lon = 129.03; lon < 139; lon += 0.37) {
      for (let lat = 37.03; lat < 45; lat += 0.37) {
        const deeper = indices.map(index => index.isLand(lon, lat));
        for (let i = 1; i < deeper.length; i++)
          expect(deeper[i] && !deeper[i - 1], `${lon},${lat}`).toBe(false);
        if (deeper[3]) deepest++;
      }
    }
    expect(deepest).toBeGreaterThan(50);
  });
});

describe('parseChartFile', () => {
  test('refuses another format and says which', () => {
    expect(() => parseChartFile('{"format":"wakeline.chart/9"}')).toThrow(/wakeline\.chart\/9/);
    expect(() => parseChartFile('[1]')).toThrow(/undefined/);
    expect(() => parseChartFile('no json')).toThrow();
  });
});

test('chartFeatures unfolds steps on the grid and keeps fill and outline apart', () => {
  const { areas, lines } = chartFeatures({
    format: 'wakeline.chart/1',
    cuts: { lon: [10], lat: [] },
    layers: [{ kind: 'land', scale: 10, polygons: [[[100, 0, 10, 0, 0, 10, -10, 0]]] }],
    depthLabels: [],
  });
  expect(areas.features[0]!.geometry.coordinates).toEqual([
    [
      [
        [10, 0],
        [11, 0],
        [11, 1],
        [10, 1],
        [10, 0],
      ],
    ],
  ]);
  expect(lines.features.map(({ geometry }) => geometry.coordinates)).toEqual([
    [
      [10, 0],
      [11, 0],
      [11, 1],
      [10, 1],
    ],
  ]);
});

test('withoutCuts drops what runs along a cut and keeps what only touches it', () => {
  const ring = [
    [0, 0],
    [5, 0],
    [5, 5],
    [7, 6],
    [5, 7],
    [5, 9],
    [0, 0],
  ];
  expect(withoutCuts(ring, { lon: [5], lat: [] })).toEqual([
    [
      [0, 0],
      [5, 0],
    ],
    [
      [5, 5],
      [7, 6],
      [5, 7],
    ],
    [
      [5, 9],
      [0, 0],
    ],
  ]);
});

test('LandIndex agrees with a walk around every ring', () => {
  const ring = [
    [170, -10],
    [190, -12],
    [195, 8],
    [181, 2],
    [172, 11],
    [170, -10],
  ];
  const index = new LandIndex();
  index.add([ring]);
  const naive = (lon: number, lat: number): boolean => {
    let inside = false;
    for (let i = 1; i < ring.length; i++) {
      const [x1, y1] = ring[i - 1]! as [number, number];
      const [x2, y2] = ring[i]! as [number, number];
      if (y1 > lat !== y2 > lat && lon < x1 + ((lat - y1) / (y2 - y1)) * (x2 - x1)) inside = !inside;
    }
    return inside;
  };
  for (let lon = 165.01; lon < 200; lon += 0.73) {
    for (let lat = -15.01; lat < 15; lat += 0.41) {
      expect(index.isLand(lon, lat), `${lon},${lat}`).toBe(naive(lon, lat));
      expect(index.isLand(lon - 360, lat), `${lon} - 360,${lat}`).toBe(naive(lon, lat));
    }
  }
});
