import type {
  ExpressionSpecification,
  GeoJSONSourceSpecification,
  LayerSpecification,
  StyleSpecification,
} from 'maplibre-gl';
import { mixHex, PALETTES, type Palette, type ThemeName } from './palette.ts';

/** Sources that the chart fills at run time. `near` and `world` hold what `chartFeatures` gives. */
export const CHART_SOURCES = [
  'near-areas',
  'near-lines',
  'world-areas',
  'world-lines',
  'survey-edge',
  'graticule',
  'reach',
] as const;
export type ChartSource = (typeof CHART_SOURCES)[number];

/** Name of the hatch in the style's images. */
export const HATCH_IMAGE = 'hatch';

const DEPTHS = [
  [200, 'sea-200'],
  [1000, 'sea-1000'],
  [2000, 'sea-2000'],
  [3000, 'sea-3000'],
] as const;

/** Water lines off the coast, outermost first: distance in pixels, and share of their colour. */
const WATER_LINES = [
  [11, 0.28],
  [6.5, 0.55],
  [3, 0.9],
] as const;
const WATER_LINE_PX = 0.7;

/** Depths come in over these zooms. Farther out the sea is one tint, without a box around the surveyed part. */
const DEPTH_ZOOM = [4.6, 5.8] as const;
/** Water lines come in over these zooms. Farther out they would fill every strait. */
const WATER_ZOOM = [5.8, 7] as const;

/** The whole chart as a MapLibre style with empty sources. Text, glyphs and border are drawn on sheets above. */
export function chartStyle(theme: ThemeName): StyleSpecification {
  return {
    version: 8,
    sources: Object.fromEntries(CHART_SOURCES.map(name => [name, emptySource(name)])),
    layers: chartLayers(theme),
  };
}

/** The edge of reach is a smooth curve on any screen; coasts are simplified as MapLibre does by itself. */
function emptySource(name: ChartSource): GeoJSONSourceSpecification {
  const data = { type: 'FeatureCollection' as const, features: [] };
  return { type: 'geojson', data, ...(name === 'reach' && { tolerance: 0.05 }) };
}

/**
 * Layers from the sea bed up. Land lies above reach and graticule, so that both show on water only.
 * Every line is opaque (its colour is mixed beforehand): lines that overlap leave no darker spots.
 */
export function chartLayers(theme: ThemeName): LayerSpecification[] {
  const palette = PALETTES[theme];
  return [
    { id: 'sea', type: 'background', paint: { 'background-color': palette['sea-200'] } },
    {
      id: 'near-sea',
      type: 'fill',
      source: 'survey-edge',
      filter: ['==', ['get', 'share'], 0],
      paint: { 'fill-color': palette['sea-0'], 'fill-opacity': fadeIn(DEPTH_ZOOM), 'fill-antialias': false },
    },
    ...waterLines('world', palette, palette['sea-200']),
    ...waterLines('near', palette, palette['sea-0']),
    ...DEPTHS.map(
      ([depthM, token]): LayerSpecification => ({
        id: `depth-${depthM}`,
        type: 'fill',
        source: 'near-areas',
        filter: ['==', ['get', 'depthM'], depthM],
        paint: { 'fill-color': palette[token], 'fill-opacity': fadeIn(DEPTH_ZOOM), 'fill-antialias': false },
      }),
    ),
    {
      id: 'contours',
      type: 'line',
      source: 'near-lines',
      filter: ['==', ['get', 'kind'], 'contour'],
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.contour, 'line-width': 0.6, 'line-opacity': fadeIn(DEPTH_ZOOM) },
    },
    {
      id: 'survey-edge',
      type: 'fill',
      source: 'survey-edge',
      filter: ['>', ['get', 'share'], 0],
      paint: { 'fill-color': palette['sea-200'], 'fill-opacity': ['get', 'share'], 'fill-antialias': false },
    },
    {
      id: 'graticule',
      type: 'line',
      source: 'graticule',
      paint: {
        'line-color': palette.chart,
        'line-width': 0.6,
        'line-opacity': theme === 'contrast' ? 0.3 : 0.16,
      },
    },
    ...reachLayers(palette),
    ...(['world', 'near'] as const).flatMap(zone => landLayers(zone, palette)),
    {
      id: 'borders',
      type: 'line',
      source: 'near-lines',
      filter: ['==', ['get', 'kind'], 'border'],
      layout: { 'line-join': 'round' },
      paint: {
        'line-color': mixHex(palette.land, palette.chart, 0.45),
        'line-width': 0.75,
        'line-dasharray': [7, 3, 1.5, 3],
      },
    },
  ];
}

function fadeIn([from, to]: readonly [number, number]): ExpressionSpecification {
  return ['interpolate', ['linear'], ['zoom'], from, 0, to, 1];
}

/**
 * Lines that follow the coast at fixed distances. Each is a broad stroke in its colour with a slightly narrower
 * one in the tint of the sea upon it, which leaves the exact outline of the coast widened by that distance.
 */
function waterLines(zone: 'near' | 'world', palette: Palette, sea: string): LayerSpecification[] {
  return WATER_LINES.flatMap(([offsetPx, share]): LayerSpecification[] => {
    const colour = mixHex(sea, palette.waterline, share);
    const stroke = (id: string, widthPx: number, lineColor: string): LayerSpecification => ({
      id: `${zone}-water-${offsetPx}-${id}`,
      type: 'line',
      source: `${zone}-lines`,
      filter: ['==', ['get', 'kind'], 'coast'],
      minzoom: WATER_ZOOM[0],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': ['interpolate', ['linear'], ['zoom'], WATER_ZOOM[0], sea, WATER_ZOOM[1], lineColor],
        'line-width': widthPx,
      },
    });
    return [
      stroke('line', 2 * offsetPx + WATER_LINE_PX, colour),
      stroke('inside', 2 * offsetPx - WATER_LINE_PX, sea),
    ];
  });
}

function landLayers(zone: 'near' | 'world', palette: Palette): LayerSpecification[] {
  return [
    {
      id: `${zone}-land`,
      type: 'fill',
      source: `${zone}-areas`,
      filter: ['==', ['get', 'kind'], 'land'],
      // The coast smooths the edge; the fill's own smoothing would show the cuts between sources.
      paint: { 'fill-color': palette.land, 'fill-antialias': false },
    },
    {
      id: `${zone}-coast`,
      type: 'line',
      source: `${zone}-lines`,
      filter: ['==', ['get', 'kind'], 'coast'],
      layout: { 'line-join': 'round', 'line-cap': 'round' },
      paint: {
        'line-color': palette.coast,
        'line-width': ['interpolate', ['linear'], ['zoom'], 2, 0.5, 6, 0.9],
      },
    },
  ];
}

function reachLayers(palette: Palette): LayerSpecification[] {
  return [
    {
      id: 'reach',
      type: 'fill',
      source: 'reach',
      paint: { 'fill-pattern': HATCH_IMAGE, 'fill-antialias': false },
    },
    {
      id: 'reach-edge',
      type: 'line',
      source: 'reach',
      layout: { 'line-join': 'round' },
      paint: { 'line-color': palette.pencil, 'line-width': 1.25 },
    },
  ];
}
