/**
 * Makes the demonstration case: `fixtures/rajin-shuttle/positions.csv` and `sightings.csv` from the plan, the
 * places and the sources beside them.
 *
 *     npm run -s make -- src/tools/make-demonstration.ts [DATA]
 *
 * With DATA, a folder of reference data, the sources are taken from there anew.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { InputError } from '../formats/input-error.ts';
import { playPlan, SEED } from './demonstration/demonstration.ts';
import { openChart } from './demonstration/open-chart.ts';
import { readPlaces, readPlan } from './demonstration/plan.ts';
import { compileSightings } from './demonstration/sightings.ts';
import { takeSources } from './demonstration/take-sources.ts';
import { writePositions } from './demonstration/write-positions.ts';

const CASE = 'fixtures/rajin-shuttle';
const LAND = 'node_modules/world-atlas/land-10m.json';

function make(dataFolder: string | undefined): void {
  if (dataFolder !== undefined) takeSources(dataFolder, join(CASE, 'sources'));
  const places = readPlaces(read('places.csv'), 'places.csv');
  const plan = readPlan(read('plan.csv'), 'plan.csv', places);
  const land = JSON.parse(readFileSync(LAND, 'utf8'));
  const chart = openChart(land, JSON.parse(read('sources/coast.geojson')), plan);
  const positions = writePositions(playPlan(plan, chart, SEED));
  const sightings = compileSightings(
    read('sources/timeline.csv'),
    read('sources/rajin_shuttle_observations.csv'),
  );
  writeFileSync(join(CASE, 'positions.csv'), positions);
  writeFileSync(join(CASE, 'sightings.csv'), sightings);
  console.error(`${countLines(positions) - 1} reports, ${countLines(sightings) - 1} sightings in ${CASE}`);
}

function read(name: string): string {
  return readFileSync(join(CASE, name), 'utf8');
}

function countLines(text: string): number {
  return text.split('\n').length - 1;
}

try {
  make(process.argv[2]);
} catch (error) {
  if (!(error instanceof InputError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
