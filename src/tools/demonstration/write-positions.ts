import { formatIso } from '../../core/time/index.ts';
import type { PlanRow } from './plan.ts';
import type { Report } from './reports.ts';
import { csvLine } from './table.ts';

const HEADER = [
  'imo',
  'mmsi',
  'time',
  'lat',
  'lon',
  'sog',
  'cog',
  'heading',
  'status',
  'name',
  'destination',
  'source',
];

/** The positions file: a header, then one line for each report in the order of the plan. MMSI is never known. */
export function writePositions(played: Iterable<readonly [PlanRow, readonly Report[]]>): string {
  const lines = [csvLine(HEADER)];
  for (const [row, reports] of played) {
    if (row.kind === 'silent') continue;
    for (const report of reports) {
      lines.push(
        csvLine([
          row.imo,
          '',
          formatIso(report.t),
          report.lat.toFixed(5),
          report.lon.toFixed(5),
          report.sog.toFixed(1),
          Number.isNaN(report.cog) ? '' : turnTo360(report.cog, 1),
          turnTo360(report.heading, 0),
          `${report.status}`,
          row.ship,
          row.destination,
          'reconstructed',
        ]),
      );
    }
  }
  return `${lines.join('\n')}\n`;
}

/** Degrees in [0, 360) after rounding, so that 359.97 reads 0.0 and not 360.0, which AIS keeps for "none". */
function turnTo360(degrees: number, decimals: number): string {
  const rounded = Number((((degrees % 360) + 360) % 360).toFixed(decimals));
  return (rounded === 360 ? 0 : rounded).toFixed(decimals);
}
