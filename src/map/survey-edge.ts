import type { Feature, FeatureCollection, Polygon, Position } from 'geojson';
import type { Box } from '../core/geo/index.ts';

/** Where depths are known: the cut of the bathymetry in the chart files. */
export const SURVEYED: Box = { west: 124, south: 33, east: 142, north: 50 };

/** Breadth of the soft edge, degrees, and how many steps it takes. */
const BREADTH_DEG = 1.2;
const STEPS = 12;

/**
 * The surveyed box (share 0), and frames along its inner edge that hide the depths by a share that grows towards
 * the edge, so that the chart does not end in a line that is no line at sea.
 */
export function surveyEdge(box: Box): FeatureCollection<Polygon, { share: number }> {
  const features: Feature<Polygon, { share: number }>[] = [polygon([ring(box, 0)], 0)];
  for (let step = 0; step < STEPS; step++) {
    const outerDeg = (BREADTH_DEG * step) / STEPS;
    const innerDeg = (BREADTH_DEG * (step + 1)) / STEPS;
    features.push(polygon([ring(box, outerDeg), ring(box, innerDeg).reverse()], 1 - (step + 0.5) / STEPS));
  }
  return { type: 'FeatureCollection', features };
}

function polygon(coordinates: Position[][], share: number): Feature<Polygon, { share: number }> {
  return { type: 'Feature', properties: { share }, geometry: { type: 'Polygon', coordinates } };
}

function ring({ west, south, east, north }: Box, insetDeg: number): Position[] {
  return [
    [west + insetDeg, south + insetDeg],
    [east - insetDeg, south + insetDeg],
    [east - insetDeg, north - insetDeg],
    [west + insetDeg, north - insetDeg],
    [west + insetDeg, south + insetDeg],
  ];
}
