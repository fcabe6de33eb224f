import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import type { Feature, FeatureCollection, Polygon as GeoPolygon, LineString, MultiPolygon } from 'geojson';
import { feature, mesh } from 'topojson-client';
import type { GeometryCollection, Topology } from 'topojson-specification';
import {
  around,
  type Bounds,
  clipPolygons,
  landFromCoast,
  type Point,
  type Polygon,
  seamLines,
  unwrapRing,
} from './chart-geometry.ts';

/**
 * Builds `public/chart/*.json`. Run with the folder that holds `basemap/`:
 *   npm run -s make -- src/tools/make-chart.ts <data folder>
 *
 * Three sources, each cut out of the coarser one: world land (Natural Earth 1:50 m, from `world-atlas`), land and
 * depths of the Sea of Japan (Natural Earth 1:10 m), and the coast from Chongjin to Vostochny (GSHHG full).
 * Where two meet, the step between them is closed by a short line along the seam, so that fill and coast agree.
 */

/** Natural Earth's cut of the Sea of Japan. */
const REGION: Bounds = { west: 124, south: 33, east: 142, north: 50 };
/** Where the GSHHG coast runs from edge to edge: in by the south, out by the east; the rest of the edge is inland. */
const FINE: Bounds = { west: 129.5, south: 41, east: 134, north: 43.5 };
const WORLD: Bounds = { west: -400, south: -90, east: 400, north: 90 };

/** Only borders between these are drawn: elsewhere the source draws disputed lines as settled. */
const BORDER_COUNTRIES = ['China', 'North Korea', 'South Korea', 'Russia', 'Mongolia'];
const DEPTH_FILES = [
  { depthM: 200, file: 'ne_10m_bathymetry_K_200_seaofjapan.geojson' },
  { depthM: 1000, file: 'ne_10m_bathymetry_J_1000_seaofjapan.geojson' },
  { depthM: 2000, file: 'ne_10m_bathymetry_I_2000_seaofjapan.geojson' },
  { depthM: 3000, file: 'ne_10m_bathymetry_H_3000_seaofjapan.geojson' },
] as const;

/** Degrees between two depth figures along one contour. */
const DEPTH_LABEL_STEP_DEG = 3;
/** Banks and holes with a shorter outline than this get no figure, degrees. */
const DEPTH_LABEL_MIN_DEG = 1.2;

interface Layer {
  readonly kind: 'land' | 'depth' | 'coast' | 'border';
  readonly depthM?: number;
  /** Units per degree: 1e5 is a metre, 1e3 a hundred. */
  readonly scale: number;
  readonly polygons?: readonly Polygon[];
  readonly lines?: readonly (readonly Point[])[];
}

const [dataFolder] = process.argv.slice(2);
if (!dataFolder) {
  console.error('usage: make-chart.ts <data folder>');
  process.exit(2);
}
await makeChart(join(dataFolder, 'basemap'), join('public', 'chart'));

async function makeChart(basemap: string, out: string): Promise<void> {
  const region = polygonsOf(await readJson(join(basemap, 'naturalearth', 'ne_10m_land_seaofjapan.geojson')));
  const fineCoast = linesOf(await readJson(join(basemap, 'gshhg_2.3.7_full_rajin_vostochny_lines.geojson')));
  const world = worldLand(await readJson(join('node_modules', 'world-atlas', 'land-50m.json')));
  const countries = await readJson<Topology>(join('node_modules', 'world-atlas', 'countries-50m.json'));

  const fine = landFromCoast(fineCoast, FINE);
  const regionParts = around(REGION, FINE).map(box => clipPolygons(region, box));
  const worldParts = around(WORLD, REGION).map(box => clipPolygons(world, box));
  const depths = await Promise.all(
    DEPTH_FILES.map(async ({ depthM, file }) => ({
      depthM,
      polygons: polygonsOf(await readJson(join(basemap, 'naturalearth', file))),
    })),
  );

  await mkdir(out, { recursive: true });
  await writeChart(join(out, 'near.json'), {
    cuts: cutsOf([REGION, FINE]),
    layers: [
      { kind: 'land', scale: 1e5, polygons: fine },
      { kind: 'land', scale: 1e4, polygons: regionParts.flat() },
      { kind: 'coast', scale: 1e5, lines: seamLines(fine, regionParts, FINE) },
      { kind: 'coast', scale: 1e4, lines: seamLines(region, worldParts, REGION) },
      ...depths.map(({ depthM, polygons }): Layer => ({ kind: 'depth', depthM, scale: 1e4, polygons })),
      { kind: 'border', scale: 1e3, lines: borders(countries) },
    ],
    depthLabels: depths.flatMap(({ depthM, polygons }) => depthLabels(depthM, polygons)),
  });
  await writeChart(join(out, 'world.json'), {
    cuts: cutsOf([REGION, { ...WORLD, west: -180, east: 180 }]),
    layers: [{ kind: 'land', scale: 1e3, polygons: worldParts.flat() }],
    depthLabels: [],
  });
}

async function readJson<T = FeatureCollection>(path: string): Promise<T> {
  return JSON.parse(await readFile(path, 'utf8')) as T;
}

function polygonsOf(collection: FeatureCollection): readonly Polygon[] {
  return (collection as FeatureCollection<GeoPolygon | MultiPolygon>).features.flatMap(({ geometry }) =>
    openPolygons(geometry.type === 'Polygon' ? [geometry.coordinates] : geometry.coordinates),
  );
}

/** GeoJSON polygons without the repeated last point of each ring. */
function openPolygons(polygons: MultiPolygon['coordinates']): readonly Polygon[] {
  return polygons.map(rings => rings.map(ring => ring.slice(0, -1).map(([lon, lat]): Point => [lon!, lat!])));
}

function linesOf(collection: FeatureCollection): readonly (readonly Point[])[] {
  return (collection as FeatureCollection<LineString>).features.map(({ geometry }) =>
    geometry.coordinates.map(([lon, lat]): Point => [lon!, lat!]),
  );
}

function worldLand(topology: FeatureCollection | Topology): readonly Polygon[] {
  const atlas = topology as Topology<{ land: GeometryCollection }>;
  const land = feature(atlas, atlas.objects.land) as FeatureCollection | Feature;
  const features = land.type === 'FeatureCollection' ? land.features : [land];
  return polygonsOf({ type: 'FeatureCollection', features }).map(rings => rings.map(unwrapRing));
}

function borders(topology: Topology): readonly (readonly Point[])[] {
  const countries = topology.objects.countries as GeometryCollection<{ name: string }>;
  const isNear = (geometry: { properties?: { name: string } }): boolean =>
    BORDER_COUNTRIES.includes(geometry.properties?.name ?? '');
  const lines = mesh(topology, countries, (a, b) => a !== b && isNear(a as never) && isNear(b as never));
  return lines.coordinates.map(line => line.map(([lon, lat]): Point => [lon!, lat!]));
}

/** Places for figures along the contours: evenly spaced, none on the edge of the data. */
function depthLabels(
  depthM: number,
  polygons: readonly Polygon[],
): readonly (readonly [number, number, number])[] {
  const labels: [number, number, number][] = [];
  for (const ring of polygons.flat()) {
    let sinceLabelDeg = DEPTH_LABEL_STEP_DEG - DEPTH_LABEL_MIN_DEG;
    for (let i = 1; i < ring.length; i++) {
      const [lon, lat] = ring[i]!;
      const [lonBefore, latBefore] = ring[i - 1]!;
      sinceLabelDeg += Math.hypot(lon - lonBefore, lat - latBefore);
      const onEdge = lon <= REGION.west || lon >= REGION.east || lat <= REGION.south || lat >= REGION.north;
      if (sinceLabelDeg < DEPTH_LABEL_STEP_DEG || onEdge) continue;
      labels.push([depthM, round(lon, 1e3), round(lat, 1e3)]);
      sinceLabelDeg = 0;
    }
  }
  return labels;
}

function round(value: number, scale: number): number {
  return Math.round(value * scale) / scale;
}

function cutsOf(boxes: readonly Bounds[]): { lon: readonly number[]; lat: readonly number[] } {
  return {
    lon: boxes.flatMap(box => [box.west, box.east]),
    lat: boxes.flatMap(box => [box.south, box.north]),
  };
}

async function writeChart(
  path: string,
  chart: {
    readonly cuts: { readonly lon: readonly number[]; readonly lat: readonly number[] };
    readonly layers: readonly Layer[];
    readonly depthLabels: readonly (readonly number[])[];
  },
): Promise<void> {
  const text = JSON.stringify({
    format: 'wakeline.chart/1',
    cuts: chart.cuts,
    layers: chart.layers.map(encodeLayer),
    depthLabels: chart.depthLabels,
  });
  await writeFile(path, `${text}\n`);
  console.log(`${path}: ${text.length} bytes, ${gzipSync(text, { level: 9 }).length} gzipped`);
}

function encodeLayer({ kind, depthM, scale, polygons, lines }: Layer): object {
  const encode = (points: readonly Point[]): readonly number[] => encodePoints(points, scale);
  return {
    kind,
    ...(depthM === undefined ? {} : { depthM }),
    scale,
    ...(polygons && {
      polygons: polygons
        .map(rings => rings.map(encode).filter(ring => ring.length >= 6))
        .filter(rings => rings.length > 0),
    }),
    ...(lines && { lines: lines.map(encode).filter(line => line.length >= 4) }),
  };
}

/** Whole numbers on the layer's grid: the first point, then the step to each next one that differs. */
function encodePoints(points: readonly Point[], scale: number): readonly number[] {
  const encoded: number[] = [];
  let x = 0;
  let y = 0;
  for (const [lon, lat] of points) {
    const dx = Math.round(lon * scale) - x;
    const dy = Math.round(lat * scale) - y;
    if (encoded.length > 0 && dx === 0 && dy === 0) continue;
    encoded.push(dx, dy);
    x += dx;
    y += dy;
  }
  return encoded;
}
