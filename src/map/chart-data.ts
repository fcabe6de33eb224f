import type { Feature, FeatureCollection, LineString, MultiPolygon, Position } from 'geojson';

/** Whose data the chart is made of; it must stand on every picture of it. */
export const CHART_ATTRIBUTION = 'GSHHG, Natural Earth';

/** A chart file as `tools/make-chart.ts` writes it. Numbers are steps on a grid of `scale` units a degree. */
export interface ChartFile {
  readonly format: 'wakeline.chart/1';
  /** Meridians and parallels along which sources were cut: fills meet there, no coast is drawn. */
  readonly cuts: { readonly lon: readonly number[]; readonly lat: readonly number[] };
  readonly layers: readonly ChartLayer[];
  /** Depth in metres, longitude, latitude. */
  readonly depthLabels: readonly (readonly [depthM: number, lon: number, lat: number])[];
}

interface ChartLayer {
  readonly kind: 'land' | 'depth' | 'coast' | 'border';
  readonly depthM?: number;
  readonly scale: number;
  readonly polygons?: readonly (readonly (readonly number[])[])[];
  readonly lines?: readonly (readonly number[])[];
}

/** The chart as MapLibre takes it: `land` and `depth` filled, `coast`, `contour` and `border` stroked. */
export interface ChartFeatures {
  readonly areas: FeatureCollection<MultiPolygon, { kind: 'land' | 'depth'; depthM: number }>;
  readonly lines: FeatureCollection<LineString, { kind: 'coast' | 'contour' | 'border' }>;
}

/** Reads the text of a chart file. Throws an Error that says what it met if it is none, or of another version. */
export function parseChartFile(text: string): ChartFile {
  const parsed: unknown = JSON.parse(text);
  const format =
    typeof parsed === 'object' && parsed !== null && 'format' in parsed ? parsed.format : undefined;
  if (format !== 'wakeline.chart/1')
    throw new Error(`chart format ${String(format)}, this code reads wakeline.chart/1`);
  return parsed as ChartFile;
}

/** Unfolds a chart file into features in degrees. Outlines lose the stretches that run along a cut. */
export function chartFeatures(file: ChartFile): ChartFeatures {
  const areas: ChartFeatures['areas']['features'] = [];
  const lines: ChartFeatures['lines']['features'] = [];
  for (const { kind, depthM = 0, scale, polygons = [], lines: given = [] } of file.layers) {
    const rings = polygons.map(polygon => polygon.map(ring => closeRing(decodePoints(ring, scale))));
    if (kind === 'land' || kind === 'depth') {
      areas.push({
        type: 'Feature',
        properties: { kind, depthM },
        geometry: { type: 'MultiPolygon', coordinates: rings },
      });
    }
    const outline = kind === 'depth' ? 'contour' : kind === 'land' ? 'coast' : kind;
    for (const line of rings.flat().flatMap(ring => withoutCuts(ring, file.cuts)))
      lines.push(lineFeature(outline, line));
    for (const line of given) lines.push(lineFeature(outline, decodePoints(line, scale)));
  }
  return {
    areas: { type: 'FeatureCollection', features: areas },
    lines: { type: 'FeatureCollection', features: lines },
  };
}

function lineFeature(
  kind: 'coast' | 'contour' | 'border',
  coordinates: Position[],
): Feature<LineString, { kind: 'coast' | 'contour' | 'border' }> {
  return { type: 'Feature', properties: { kind }, geometry: { type: 'LineString', coordinates } };
}

function decodePoints(steps: readonly number[], scale: number): Position[] {
  const points: Position[] = [];
  let x = 0;
  let y = 0;
  for (let i = 0; i + 1 < steps.length; i += 2) {
    x += steps[i]!;
    y += steps[i + 1]!;
    points.push([x / scale, y / scale]);
  }
  return points;
}

function closeRing(ring: Position[]): Position[] {
  return [...ring, ring[0]!];
}

/** The stretches of a closed ring between those that run along a cut; the ring itself if none does. */
export function withoutCuts(ring: readonly Position[], cuts: ChartFile['cuts']): Position[][] {
  const lines: Position[][] = [];
  let line: Position[] = [ring[0]!];
  for (let i = 1; i < ring.length; i++) {
    if (!runsAlongCut(ring[i - 1]!, ring[i]!, cuts)) {
      line.push(ring[i]!);
      continue;
    }
    if (line.length > 1) lines.push(line);
    line = [ring[i]!];
  }
  if (line.length > 1) lines.push(line);
  return lines;
}

function runsAlongCut([lonA, latA]: Position, [lonB, latB]: Position, cuts: ChartFile['cuts']): boolean {
  return (lonA === lonB && cuts.lon.includes(lonA!)) || (latA === latB && cuts.lat.includes(latA!));
}
