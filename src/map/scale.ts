import { M_PER_NM } from '../core/geo/index.ts';
import { pxPerM } from './view.ts';

/** A scale bar: figures from its left end, its middle and its right end. */
export interface ScaleBar {
  /** Nautical miles: 0, half, whole. */
  readonly nm: readonly [number, number, number];
  /** Length of the whole bar, CSS pixels. */
  readonly px: number;
}

/** The longest bar drawn; the shortest is about 40 % of it. */
const MAX_PX = 120;

/**
 * Scale bar in nautical miles for a latitude and zoom: the longest of 2, 4, 10, 20, 40, ... (and their tenths)
 * that is no longer than 120 px. Web Mercator stretches with latitude, so the bar holds for this latitude only.
 */
export function scaleBar(latitude: number, zoom: number): ScaleBar {
  const nmPx = M_PER_NM * pxPerM(latitude, zoom);
  const decade = 10 ** Math.floor(Math.log10(MAX_PX / nmPx));
  const whole = [10, 4, 2, 1].map(step => round(step * decade)).find(nm => nm * nmPx <= MAX_PX)!;
  return { nm: [0, round(whole / 2), whole], px: whole * nmPx };
}

function round(nm: number): number {
  return Number(nm.toPrecision(6));
}
