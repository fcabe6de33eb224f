import type { FeatureCollection, MultiLineString } from 'geojson';
import type { Box } from '../core/geo/index.ts';
import { multiples } from './frame.ts';

/** Meridians and parallels on multiples of `stepMin` minutes of arc through a box, which may pass 180 degrees. */
export function graticule(box: Box, stepMin: number): FeatureCollection<MultiLineString> {
  const south = Math.max(-85, box.south);
  const north = Math.min(85, box.north);
  const meridians = multiples(box.west * 60, box.east * 60, stepMin).map(min => [
    [min / 60, south],
    [min / 60, north],
  ]);
  const parallels = multiples(south * 60, north * 60, stepMin).map(min => [
    [box.west, min / 60],
    [box.east, min / 60],
  ]);
  const coordinates = [...meridians, ...parallels];
  return {
    type: 'FeatureCollection',
    features: [{ type: 'Feature', properties: {}, geometry: { type: 'MultiLineString', coordinates } }],
  };
}
