import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Position } from 'geojson';
import { type CoastLines, FINE_BOX } from './open-chart.ts';

/** Tables taken as they are: path in the data folder, name in the case's `sources` folder. */
const TABLES = [
  ['ships/timeline.csv', 'timeline.csv'],
  ['ships/rajin_shuttle_observations.csv', 'rajin_shuttle_observations.csv'],
  ['ports/ports_dprk_russia.csv', 'ports_dprk_russia.csv'],
] as const;
const COAST = 'basemap/gshhg_2.3.7_full_rajin_vostochny_lines.geojson';

/** Copies from a folder of reference data all that the case is made of, and cuts the fine coast to its box. */
export function takeSources(dataFolder: string, sourcesFolder: string): void {
  mkdirSync(sourcesFolder, { recursive: true });
  for (const [from, to] of TABLES) {
    writeFileSync(join(sourcesFolder, to), readFileSync(join(dataFolder, from)));
  }
  const coast: CoastLines = JSON.parse(readFileSync(join(dataFolder, COAST), 'utf8'));
  writeFileSync(join(sourcesFolder, 'coast.geojson'), cutCoast(coast));
}

/** Keeps the lines that enter the box, whole, one to a line of text. */
function cutCoast(coast: CoastLines): string {
  const kept = coast.features
    .filter(({ geometry }) => geometry.coordinates.some(isInBox))
    .map(({ geometry }) => ({
      type: 'Feature',
      properties: {},
      geometry: { type: 'LineString', coordinates: geometry.coordinates.map(toFour) },
    }));
  const features = kept.map(line => JSON.stringify(line)).join(',\n');
  return `{"type":"FeatureCollection","features":[\n${features}\n]}\n`;
}

function isInBox([lon, lat]: Position): boolean {
  return lon! >= FINE_BOX.west && lon! <= FINE_BOX.east && lat! >= FINE_BOX.south && lat! <= FINE_BOX.north;
}

/** Four decimals: 11 m or less, below the error of the coast. */
function toFour([lon, lat]: Position): Position {
  return [Number(lon!.toFixed(4)), Number(lat!.toFixed(4))];
}
