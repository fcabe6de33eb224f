import { readFileSync } from 'node:fs';
import { parseTime } from '../../src/core/time/index.ts';
import type { Chart } from '../../src/tools/demonstration/chart.ts';
import { openChart } from '../../src/tools/demonstration/open-chart.ts';
import { type PlanRow, readPlaces, readPlan } from '../../src/tools/demonstration/plan.ts';
import { readTable } from '../../src/tools/demonstration/table.ts';

const ROOT = new URL('../../', import.meta.url);

export interface WrittenReport {
  readonly imo: string;
  readonly t: number;
  readonly lat: number;
  readonly lon: number;
  readonly sog: number;
}

export interface Port {
  readonly name: string;
  readonly country: string;
  readonly lat: number;
  readonly lon: number;
}

export function readCaseFile(name: string): string {
  return readFileSync(new URL(`fixtures/rajin-shuttle/${name}`, ROOT), 'utf8');
}

export function readReports(): WrittenReport[] {
  const columns = ['imo', 'time', 'lat', 'lon', 'sog'];
  return readTable(readCaseFile('positions.csv'), 'positions.csv', columns).map(row => ({
    imo: row.field('imo'),
    t: parseTime(row.field('time')).kind === 'instant' ? Date.parse(row.field('time')) : Number.NaN,
    lat: Number(row.field('lat')),
    lon: Number(row.field('lon')),
    sog: Number(row.field('sog')),
  }));
}

/** Ports of the region that have a position. */
export function readPorts(): Port[] {
  const columns = ['name', 'country_in_wpi', 'lat', 'lon'];
  return readTable(readCaseFile('sources/ports_dprk_russia.csv'), 'ports_dprk_russia.csv', columns)
    .filter(row => row.field('lat') !== '')
    .map(row => ({
      name: row.field('name'),
      country: row.field('country_in_wpi'),
      lat: Number(row.field('lat')),
      lon: Number(row.field('lon')),
    }));
}

export function readCasePlan(): readonly PlanRow[] {
  return readPlan(readCaseFile('plan.csv'), 'plan.csv', readPlaces(readCaseFile('places.csv'), 'places.csv'));
}

export function readCaseChart(): Chart {
  const land = readFileSync(new URL('node_modules/world-atlas/land-10m.json', ROOT), 'utf8');
  return openChart(JSON.parse(land), JSON.parse(readCaseFile('sources/coast.geojson')), readCasePlan());
}
